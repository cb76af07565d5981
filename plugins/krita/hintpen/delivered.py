"""Remembers Flat layers as they were delivered, in a form that is saved with the document.

The next run compares the layer with it and so finds what the artist repainted. Every delivery is named by its own
layer: after undo the older layer is back, and so must be the older memory.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from hintpen_client.types import Picture, PixelFormat

KEPT = 8
"""Deliveries remembered in one document: how many runs may be undone without losing the memory of repainting."""


@dataclass(frozen=True)
class Delivery:
    """One delivered Flat layer. `lines`, `group`, `flat`: layer ids. `pixels`: zlib, then base64."""

    lines: str
    group: str
    flat: str
    width: int
    height: int
    pixels: str

    @classmethod
    def of(cls, lines: str, group: str, flat: str, picture: Picture) -> Delivery:
        pixels = base64.b64encode(zlib.compress(picture.pixels, 1)).decode("ascii")
        return cls(lines, group, flat, picture.width, picture.height, pixels)

    def picture(self) -> Picture | None:
        """The RGBA8 pixels; None when the data is damaged."""
        size = self.width * self.height * 4
        try:
            # Never more than the canvas holds, whatever a file from elsewhere says.
            pixels = zlib.decompressobj().decompress(base64.b64decode(self.pixels), size)
            return Picture(self.width, self.height, PixelFormat.RGBA8, pixels)
        except (ValueError, TypeError, zlib.error):
            return None


def encode(deliveries: Sequence[Delivery]) -> bytes:
    """The newest `KEPT` deliveries, the newest last."""
    return json.dumps([asdict(delivery) for delivery in deliveries[-KEPT:]]).encode("ascii")


def decode(data: bytes) -> list[Delivery]:
    """What `encode` wrote; none when the data is damaged."""
    try:
        return [Delivery(**fields) for fields in json.loads(data)]
    except (ValueError, TypeError, RecursionError):
        return []
