"""Krita's pixels in and out as RGBA8 sRGB, whatever color space a layer has.

Colors are converted in a document without a view that is closed at once: a conversion in the artist's own document
would be a step of its undo history, even on a layer that is not part of it yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hintpen_client.types import Picture, PixelFormat
from krita import Document, Krita, Node

from .host import HostError

SRGB = ("RGBA", "U8", "sRGB-elle-V2-srgbtrc.icc")

# 8-bit RGB in these profiles is taken as it is: a conversion would change nothing but hints by a rounding.
_SRGB_PROFILES = frozenset({SRGB[2], "sRGB-elle-V4-srgbtrc.icc", "sRGB built-in", "sRGB IEC61966-2.1"})


def space_of(thing: Node | Document) -> tuple[str, str, str]:
    """(model, depth, profile) of a node or a document."""
    return thing.colorModel(), thing.colorDepth(), thing.colorProfile()


def read(node: Node, width: int, height: int) -> Picture:
    """The node's pixels on the canvas, with its masks and without its own opacity, as a Picture."""
    plain = node.type() == "paintlayer" and not node.childNodes()
    read_pixels = node.pixelData if plain else node.projectionPixelData
    data = bytearray(read_pixels(0, 0, width, height))
    if not _is_srgb(space_of(node)):
        data = _converted(data, width, height, space_of(node), SRGB)
    if len(data) != width * height * 4:
        raise HostError(f"Krita gave no pixels of “{node.name()}”: choose a paint layer.")
    _swap_red_and_blue(data)
    return Picture(width, height, PixelFormat.RGBA8, bytes(data))


def write(node: Node, picture: Picture) -> None:
    """Sets the pixels of a node that is not part of a document yet, so that its insertion is the one undo step."""
    data = bytearray(picture.pixels)
    _swap_red_and_blue(data)
    if not _is_srgb(space_of(node)):
        data = _converted(data, picture.width, picture.height, SRGB, space_of(node))
    # Krita reads past the end of a short buffer or ignores it, depending on its version.
    expected = len(node.pixelData(0, 0, 1, 1)) * picture.width * picture.height
    if len(data) != expected:
        raise HostError(f"The colors could not be converted to {' '.join(space_of(node))}: convert the image to RGB.")
    node.setPixelData(bytes(data), 0, 0, picture.width, picture.height)


@contextmanager
def scratch_document(width: int, height: int, space: tuple[str, str, str]) -> Iterator[Document]:
    """A document without a view, closed in the end."""
    document = Krita.instance().createDocument(width, height, "Hintpen", *space, 72.0)
    try:
        document.setBatchmode(True)
        yield document
    finally:
        document.setModified(False)
        document.close()


def _converted(
    data: bytearray, width: int, height: int, from_space: tuple[str, str, str], to_space: tuple[str, str, str]
) -> bytearray:
    with scratch_document(width, height, from_space) as document:
        layer = document.rootNode().childNodes()[0]
        layer.setPixelData(bytes(data), 0, 0, width, height)
        layer.setColorSpace(*to_space)
        return bytearray(layer.pixelData(0, 0, width, height))


def _is_srgb(space: tuple[str, str, str]) -> bool:
    return space[:2] == SRGB[:2] and space[2] in _SRGB_PROFILES


def _swap_red_and_blue(data: bytearray) -> None:
    """In place: Krita's 8-bit pixels are blue, green, red, alpha."""
    data[0::4], data[2::4] = data[2::4], data[0::4]
