"""Krita's pixels in and out as RGBA8 sRGB, whatever color space a layer has.

Colors are converted in a document without a view that is closed at once: a conversion in the artist's own document
would be a step of its undo history, even on a layer that is not part of it yet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hintpen_client.types import Picture, PixelFormat
from krita import Document, Krita, Node

from .host import HostError

Space = tuple[str, str, str]
"""Model, depth and profile as Krita names them."""
SRGB = ("RGBA", "U8", "sRGB-elle-V2-srgbtrc.icc")

# 8-bit RGB in these profiles is taken as it is: a conversion would change nothing but hints by a rounding.
_SRGB_PROFILES = frozenset({SRGB[2], "sRGB-elle-V4-srgbtrc.icc", "sRGB built-in", "sRGB IEC61966-2.1"})

_SCRATCH_WIDTH = 1024
"""Pixels: single colors are converted in rows of this length."""


def space_of(thing: Node | Document) -> Space:
    """(model, depth, profile) of a node or a document."""
    return thing.colorModel(), thing.colorDepth(), thing.colorProfile()


@contextmanager
def scratch_document(width: int, height: int, space: Space) -> Iterator[Document]:
    """A document without a view, closed in the end."""
    document = Krita.instance().createDocument(width, height, "Hintpen", *space, 72.0)
    try:
        document.setBatchmode(True)
        yield document
    finally:
        document.setModified(False)
        document.close()


class Pixels:
    """Reads and writes the layers of one run.

    It remembers which color of a layer became which color of 8 bits. On the way back that color becomes the very same
    bytes again, so that hints are exact in 16 bit, float and CMYK as well, and only new colors are converted.
    """

    def __init__(self) -> None:
        self._natives: dict[Space, dict[int, bytes]] = {}

    def read(self, node: Node, width: int, height: int) -> Picture:
        """The node's pixels on the canvas, with its masks and without its own opacity."""
        plain = node.type() == "paintlayer" and not node.childNodes()
        read = node.pixelData if plain else node.projectionPixelData
        return self._picture(node, read(0, 0, width, height).data(), width, height)

    def read_unmasked(self, node: Node, width: int, height: int) -> Picture:
        """A paint layer's own pixels on the canvas."""
        return self._picture(node, node.pixelData(0, 0, width, height).data(), width, height)

    def write(self, node: Node, picture: Picture) -> Picture:
        """Sets the pixels of a node that is not part of a document yet, so that its insertion is the one undo step.

        Returns the picture as it will be read again.
        """
        space = space_of(node)
        data, seen = (_swapped(picture.pixels), picture) if _is_srgb(space) else self._natively(picture, space)
        # Krita reads past the end of a short buffer or ignores it, depending on its version.
        if len(data) != len(node.pixelData(0, 0, 1, 1)) * picture.width * picture.height:
            raise HostError(f"The colors could not be converted to {' '.join(space)}: convert the image to RGB.")
        node.setPixelData(data, 0, 0, picture.width, picture.height)
        return seen

    def _picture(self, node: Node, data: bytes, width: int, height: int) -> Picture:
        space = space_of(node)
        srgb = data if _is_srgb(space) else _converted(data, width, height, space, SRGB)
        if len(srgb) != width * height * 4:
            raise HostError(f"Krita gave no pixels of “{node.name()}”: choose a paint layer.")
        picture = Picture(width, height, PixelFormat.RGBA8, _swapped(srgb))
        if srgb is not data:
            self._natives.setdefault(space, {}).update(_pairs(picture.pixels, data))
        return picture

    def _natively(self, picture: Picture, space: Space) -> tuple[bytes, Picture]:
        """The pixels in another space, and the picture as it comes back from there."""
        colors = memoryview(picture.pixels).cast("I")
        natives = self._natives.setdefault(space, {})
        unique = list(set(colors))
        new = [color for color in unique if color not in natives]
        natives.update(zip(new, _converted_colors(_packed(new), SRGB, space)))  # noqa: B905
        back = b"".join(_converted_colors([natives[color] for color in unique], space, SRGB))
        returned = dict(zip(unique, _cut(_swapped(back), 4)))  # noqa: B905
        data = b"".join(map(natives.__getitem__, colors))
        seen = b"".join(map(returned.__getitem__, colors))
        return data, Picture(picture.width, picture.height, PixelFormat.RGBA8, seen)


def _pairs(pixels: bytes, data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each color of `pixels` once, with the native pixel at the same place."""
    colors = memoryview(pixels).cast("I")
    size = len(data) // len(colors)
    for color, place in dict(zip(colors, range(len(colors)))).items():  # noqa: B905
        yield color, data[place * size : (place + 1) * size]


def _packed(colors: list[int]) -> list[bytes]:
    """RGBA colors as Krita's 8-bit pixels."""
    return _cut(_swapped(b"".join(color.to_bytes(4, sys.byteorder) for color in colors)), 4)


def _converted_colors(pixels: list[bytes], from_space: Space, to_space: Space) -> list[bytes]:
    if not pixels:
        return []
    height = -(-len(pixels) // _SCRATCH_WIDTH)
    padding = [pixels[0]] * (height * _SCRATCH_WIDTH - len(pixels))
    data = _converted(b"".join(pixels + padding), _SCRATCH_WIDTH, height, from_space, to_space)
    return _cut(data, len(data) // (_SCRATCH_WIDTH * height))[: len(pixels)]


def _converted(data: bytes, width: int, height: int, from_space: Space, to_space: Space) -> bytes:
    with scratch_document(width, height, from_space) as document:
        layer = document.rootNode().childNodes()[0]
        layer.setPixelData(data, 0, 0, width, height)
        layer.setColorSpace(*to_space)
        return layer.pixelData(0, 0, width, height).data()


def _cut(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


def _is_srgb(space: Space) -> bool:
    return space[:2] == SRGB[:2] and space[2] in _SRGB_PROFILES


def _swapped(data: bytes) -> bytes:
    """Krita's 8-bit pixels are blue, green, red, alpha: there and back."""
    pixels = bytearray(data)
    pixels[0::4], pixels[2::4] = pixels[2::4], pixels[0::4]
    return bytes(pixels)
