"""Documents that are not 8-bit sRGB: hints and Flat are the very same color, lines the same bytes, undo is one step."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from support import LEFT, LEFT_HINT, OUTSIDE, RIGHT, RIGHT_HINT, Page, colorize, settled_history

CHANNEL_BYTES = {"U8": 1, "U16": 2, "F32": 4}


def scenario_16_bit_linear() -> Iterator[int]:
    space = ("RGBA", "U16", "sRGB-elle-V2-g10.icc")
    yield from _check(space, *(struct.pack("<4H", *pixel) for pixel in _of(65535)))


def scenario_32_bit_float_linear() -> Iterator[int]:
    space = ("RGBA", "F32", "sRGB-elle-V2-g10.icc")
    yield from _check(space, *(struct.pack("<4f", *pixel) for pixel in _of(1.0)))


def scenario_8_bit_in_a_wider_gamut() -> Iterator[int]:
    space = ("RGBA", "U8", "ClayRGB-elle-V2-g22.icc")
    yield from _check(space, *(bytes(round(value) for value in pixel) for pixel in _of(255)))


def scenario_grayscale() -> Iterator[int]:
    space = ("GRAYA", "U8", "Gray-D50-elle-V2-srgbtrc.icc")
    yield from _check(space, b"\0\xff", b"\0\0", b"\x50\xff", b"\xb4\xff")


def scenario_cmyk() -> Iterator[int]:
    space = ("CMYKA", "U8", "Chemical proof")
    yield from _check(space, b"\0\0\0\xff\xff", b"\0\0\0\0\0", b"\x20\x90\x80\x10\xff", b"\x90\x40\x10\x10\xff")


def _of(top: float) -> list[tuple]:
    """Ink, paper, and two hints, as fractions of a channel's top value."""
    cast = int if isinstance(top, int) else float
    fractions = [(0, 0, 0, 1), (0, 0, 0, 0), (0.2, 0.3, 0.6, 1), (0.5, 0.4, 0.2, 1)]
    return [tuple(cast(top * fraction) for fraction in pixel) for pixel in fractions]


def _check(space: tuple[str, str, str], ink: bytes, paper: bytes, left: bytes, right: bytes) -> Iterator[int]:
    page = Page(space, ink, paper)
    assert (page.lines.colorModel(), page.lines.colorDepth(), page.lines.colorProfile()) == space
    yield from page.show()
    yield from page.add_hints()
    for y in range(3):
        for point, pixel in ((LEFT_HINT, left), (RIGHT_HINT, right)):
            page.hints.setPixelData(pixel * 3, point[0], point[1] + y, 3, 1)
    page.document.refreshProjection()
    before = yield from settled_history()
    yield from colorize()
    assert page.tree() == "Hints, Line art, Hintpen[Flat], Background", page.tree()
    flat = page.flat()
    assert (flat.colorModel(), flat.colorDepth(), flat.colorProfile()) == space
    after = yield from settled_history()
    assert after == before + 1
    page.document.refreshProjection()
    page.document.waitForDone()
    assert [page.color(point) for point in (LEFT, RIGHT)] == [left, right]
    assert bytes(page.document.pixelData(*LEFT, 1, 1)) == left
    assert not any(bytes(flat.pixelData(*OUTSIDE, 1, 1))[-CHANNEL_BYTES[space[1]] :])
    page.check_lines()
    yield from _recolor_left(page, right)
    yield from page.close()


def _recolor_left(page: Page, pixel: bytes) -> Iterator[int]:
    """Rounding on the way to the document and back is not taken for repainting."""
    for y in range(3):
        page.hints.setPixelData(pixel * 3, LEFT_HINT[0], LEFT_HINT[1] + y, 3, 1)
    yield from colorize()
    assert page.color(LEFT) == pixel
