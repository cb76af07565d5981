"""Pictures on their way out: named by content, compressed piece by piece so that a cancel never waits long."""

from __future__ import annotations

import asyncio
import hashlib
import zlib
from collections.abc import AsyncIterator

# Bytes of raw pixels deflated at once: some milliseconds of work.
PIECE = 2**20
# Pieces that are deflated side by side.
AHEAD = 2
# Line art and hints are mostly flat: the fastest level makes them 10 to 200 times smaller.
LEVEL = 1

# RFC 1950 and 1951: a stream's first bytes, and a last block without content.
_HEAD = b"\x78\x01"
_LAST_BLOCK = b"\x03\x00"


class Names:
    """Finds the names of pictures. The last line art's is kept: comparing is quicker than hashing again."""

    def __init__(self) -> None:
        self._line_art = b""
        self._name = hashlib.sha256(b"").digest()

    async def of_line_art(self, pixels: bytes) -> bytes:
        if pixels != self._line_art:
            self._line_art, self._name = pixels, await self.of(pixels)
        return self._name

    async def of(self, pixels: bytes) -> bytes:
        """Found on a thread, so that the names of several pictures are found side by side."""
        return await asyncio.to_thread(lambda: hashlib.sha256(pixels).digest())


async def deflated(pixels: bytes, chunk_bytes: int) -> AsyncIterator[bytes]:
    """One zlib stream of the pixels, in chunks of at most `chunk_bytes`.

    Its pieces know nothing of each other, so that threads deflate them side by side, as pigz does, while the server
    inflates those before.
    """
    view = memoryview(pixels)
    pieces = [view[start : start + PIECE] for start in range(0, len(view), PIECE)]
    running = [asyncio.ensure_future(asyncio.to_thread(_deflate, piece)) for piece in pieces[:AHEAD]]
    checksum = 1
    yield _HEAD
    try:
        for number, piece in enumerate(pieces):
            blocks = await running[number]
            if number + AHEAD < len(pieces):
                running.append(asyncio.ensure_future(asyncio.to_thread(_deflate, pieces[number + AHEAD])))
            checksum = zlib.adler32(piece, checksum)
            for start in range(0, len(blocks), chunk_bytes):
                yield blocks[start : start + chunk_bytes]
        yield _LAST_BLOCK + checksum.to_bytes(4, "big")
    finally:
        for task in running:
            task.cancel()


def _deflate(piece: memoryview) -> bytes:
    """Blocks of a stream that refer to nothing before them, ended at a whole byte."""
    deflater = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)
    return deflater.compress(piece) + deflater.flush(zlib.Z_FULL_FLUSH)
