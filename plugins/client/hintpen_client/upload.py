"""Pictures on their way out: named by content, compressed piece by piece so that a cancel never waits long."""

from __future__ import annotations

import asyncio
import hashlib
import zlib
from collections.abc import AsyncIterator, Iterator

# Bytes of raw pixels between two turns of the asyncio loop: some milliseconds of work.
PIECE = 2**20
# Line art and hints are mostly flat: the fastest level makes them 10 to 200 times smaller.
LEVEL = 1


async def sha256(pixels: bytes) -> bytes:
    """The name of a picture, found on a thread so that those of several pictures are found side by side."""
    return await asyncio.to_thread(lambda: hashlib.sha256(pixels).digest())


async def deflated(pixels: bytes, chunk_bytes: int) -> AsyncIterator[bytes]:
    """One zlib stream of the pixels, in chunks of at most `chunk_bytes`.

    Each piece is flushed, so that the server inflates one while the next is compressed.
    """
    deflater = zlib.compressobj(LEVEL)
    async for piece in _pieces(pixels):
        for chunk in _cut(deflater.compress(piece) + deflater.flush(zlib.Z_SYNC_FLUSH), chunk_bytes):
            yield chunk
    yield deflater.flush()


def _cut(data: bytes, length: int) -> Iterator[bytes]:
    for start in range(0, len(data), length):
        yield data[start : start + length]


async def _pieces(pixels: bytes) -> AsyncIterator[memoryview]:
    view = memoryview(pixels)
    for start in range(0, len(view), PIECE):
        yield view[start : start + PIECE]
        await asyncio.sleep(0)
