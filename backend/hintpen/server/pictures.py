"""Pictures in memory: received under a bound, checked against their name, kept for the next run."""

from __future__ import annotations

import hashlib
import threading
import zlib
from collections import OrderedDict

import numpy as np

from hintpen.engine.drawing import Pixels
from hintpen.server.refusal import Refusal

INFLATE_STEP = 1 << 16
"""Bytes that are inflated, charged, copied and hashed at once: they stay in the processor's cache."""


class HeldMemory:
    """Raw pixels that all running calls hold together, in bytes; safe to use from any thread."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held = 0
        self._lock = threading.Lock()

    def take(self, size: int) -> None:
        """Raises: Refusal when `size` more bytes would pass the limit."""
        with self._lock:
            if self._held + size > self._limit:
                raise Refusal("QUEUE_FULL", "Other drawings fill the server's memory: try again when one is done.")
            self._held += size

    def give_back(self, size: int) -> None:
        """Returns `size` bytes that were taken."""
        with self._lock:
            self._held -= size


class Lease:
    """One call's share of `HeldMemory`, given back when the `with` block ends."""

    def __init__(self, memory: HeldMemory) -> None:
        self._memory = memory
        self._taken = 0

    def __enter__(self) -> Lease:
        return self

    def __exit__(self, *error: object) -> None:
        self._memory.give_back(self._taken)

    def take(self, size: int) -> None:
        """Raises: Refusal when the server holds too much already."""
        self._memory.take(size)
        self._taken += size


class PictureReceiver:
    """Inflates one picture's zlib stream, never past the size that the header promised.

    Memory is allocated with the first piece, charged to `lease` as pixels arrive, and handed out by the operating
    system page by page, so that a header alone costs nothing.
    """

    def __init__(self, sha256: bytes, size: int, lease: Lease) -> None:
        self._sha256 = sha256
        self._size = size
        self._pixels: Pixels = np.empty(0, np.uint8)
        self._lease = lease
        self._filled = 0
        self._inflater = zlib.decompressobj()
        self._hash = hashlib.sha256()

    @property
    def complete(self) -> bool:
        """Whether the stream has ended."""
        return self._inflater.eof

    def feed(self, data: bytes) -> None:
        """Takes the next piece of the stream.

        Raises: Refusal (PICTURE_CORRUPT, QUEUE_FULL).
        """
        if self.complete:
            raise self._corrupt("data follows its end")
        if not self._filled:
            self._pixels = np.empty(self._size, np.uint8)
        # A full step may leave output inside the inflater although all input is used: go on until a step comes short.
        more = True
        while more:
            step = min(INFLATE_STEP, self._size - self._filled + 1)
            try:
                piece = self._inflater.decompress(data, step)
            except zlib.error:
                raise self._corrupt("it is not one sound zlib stream") from None
            self._append(piece)
            data = self._inflater.unconsumed_tail
            more = not self._inflater.eof and (bool(data) or len(piece) == step)
        if self._inflater.unused_data:
            raise self._corrupt("data follows its end")

    def pixels(self) -> Pixels:
        """The picture: (size,) uint8, read-only.

        Raises: Refusal (PICTURE_CORRUPT) when the stream has not ended, fell short, or is another picture's.
        """
        if not self.complete or self._filled < self._size:
            raise self._corrupt(f"{self._filled} bytes of pixels arrived instead of {self._size}")
        if self._hash.digest() != self._sha256:
            raise self._corrupt("its pixels do not hash to its name")
        self._pixels.flags.writeable = False
        return self._pixels

    def _append(self, piece: bytes) -> None:
        end = self._filled + len(piece)
        if end > self._size:
            raise self._corrupt(f"it holds more than its {self._size} bytes of pixels")
        self._lease.take(len(piece))
        self._pixels[self._filled : end] = np.frombuffer(piece, np.uint8)
        self._hash.update(piece)
        self._filled = end

    def _corrupt(self, what: str) -> Refusal:
        return Refusal("PICTURE_CORRUPT", f"Picture {self._sha256.hex()[:12]} arrived damaged ({what}): send it again.")


class PictureCache:
    """Recent pictures by their SHA-256, the least recently used dropped first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._pictures: OrderedDict[bytes, Pixels] = OrderedDict()
        self._held = 0

    def get(self, sha256: bytes, size: int) -> Pixels | None:
        """The picture's (size,) bytes; None when it is not here, or is here in another size."""
        pixels = self._pictures.get(sha256)
        if pixels is None or pixels.size != size:
            return None
        self._pictures.move_to_end(sha256)
        return pixels

    def put(self, sha256: bytes, pixels: Pixels) -> None:
        """Keeps a picture, (size,) uint8, that nobody writes to any more."""
        if pixels.size > self._limit or sha256 in self._pictures:
            return
        self._pictures[sha256] = pixels
        self._held += pixels.size
        while self._held > self._limit:
            _, dropped = self._pictures.popitem(last=False)
            self._held -= dropped.size
