"""Pictures on their way out: named by content, compressed piece by piece so that a cancel never waits long."""

from __future__ import annotations

import asyncio
import hashlib
import zlib
from collections.abc import AsyncIterator

# Bytes of raw pixels between two turns of the asyncio loop: some milliseconds of work.
PIECE = 2 * 2**20
# Line art and hints are mostly flat: the fastest level makes them 10 to 200 times smaller.
LEVEL = 1


async def sha256(pixels: bytes) -> bytes:
    """The name of a picture."""
    digest = hashlib.sha256()
    async for piece in _pieces(pixels):
        digest.update(piece)
    return digest.digest()


async def deflated(pixels: bytes, chunk_bytes: int) -> AsyncIterator[bytes]:
    """One zlib stream of the pixels, in chunks of exactly `chunk_bytes`, the last one shorter."""
    deflater = zlib.compressobj(LEVEL)
    waiting = bytearray()
    async for piece in _pieces(pixels):
        waiting += deflater.compress(piece)
        while len(waiting) >= chunk_bytes:
            yield bytes(waiting[:chunk_bytes])
            del waiting[:chunk_bytes]
    waiting += deflater.flush()
    for start in range(0, len(waiting), chunk_bytes):
        yield bytes(waiting[start : start + chunk_bytes])


async def _pieces(pixels: bytes) -> AsyncIterator[memoryview]:
    view = memoryview(pixels)
    for start in range(0, len(view), PIECE):
        yield view[start : start + PIECE]
        await asyncio.sleep(0)
