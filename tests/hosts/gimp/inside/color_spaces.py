"""Runs inside GIMP: images that are not plain 8-bit sRGB."""

from __future__ import annotations

from drawing import (
    BLUE,
    CLEAR,
    IN_LEFT,
    IN_RIGHT,
    RED,
    Drawing,
    Point,
    colorize,
    dot,
    equal,
    paint,
    pixel,
    refusal,
    stored,
)
from gi.repository import Babl, Gegl, Gimp


def sixteen_bit_linear() -> None:
    _is_colored(Drawing(Gimp.Precision.U16_LINEAR), Gimp.Precision.U16_LINEAR)


def float_linear() -> None:
    _is_colored(Drawing(Gimp.Precision.FLOAT_LINEAR), Gimp.Precision.FLOAT_LINEAR)


def sixteen_bit_with_a_linear_profile() -> None:
    profile = Gimp.ColorProfile.new_rgb_srgb_linear()
    _is_colored(Drawing(Gimp.Precision.U16_NON_LINEAR, profile), Gimp.Precision.U16_NON_LINEAR)


def _is_colored(drawing: Drawing, precision: Gimp.Precision) -> None:
    dot(drawing.hints, IN_RIGHT, BLUE)
    kept = stored(drawing.lines)
    for _run in range(2):
        colorize(drawing.image)
        equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT)], [RED, BLUE])
    assert drawing.image.get_precision() == precision, "the precision changed"
    assert stored(drawing.lines) == kept, "the line layer's pixels changed"


def hints_are_exact_in_another_profile() -> None:
    """A color outside sRGB has its very bytes in Flat, also after a second run; repainting in it is kept."""
    drawing = Drawing(profile=Gimp.ColorProfile.new_rgb_adobe())
    _paint_bytes(drawing.hints, IN_LEFT, bytes((0, 255, 3, 255)))
    for _run in range(2):
        colorize(drawing.image)
        equal(_bytes_at(drawing.flat, IN_LEFT).hex(), bytes((0, 255, 3, 255)).hex())
    _paint_bytes(drawing.flat, IN_LEFT, bytes((1, 2, 253, 255)))
    colorize(drawing.image)
    equal(_bytes_at(drawing.flat, IN_LEFT).hex(), bytes((1, 2, 253, 255)).hex())


def _paint_bytes(layer: Gimp.Layer, point: Point, color: bytes) -> None:
    buffer = layer.get_buffer()
    native = Babl.get_name(layer.get_format())
    buffer.set(Gegl.Rectangle.new(point[0] - 1, point[1] - 1, 3, 3), native, color * 9)
    buffer.flush()


def _bytes_at(layer: Gimp.Layer, point: Point) -> bytes:
    start = 4 * (point[1] * layer.get_width() + point[0])
    return stored(layer)[start : start + 4]


def images_without_color_are_refused() -> None:
    drawing = Drawing(base=Gimp.ImageBaseType.GRAY)
    assert "Image > Mode > RGB" in refusal(drawing.image)
    assert drawing.image.get_base_type() == Gimp.ImageBaseType.GRAY, "the mode changed"
    drawing = Drawing()
    drawing.image.convert_indexed(Gimp.ConvertDitherType.NONE, Gimp.ConvertPaletteType.GENERATE, 8, False, False, "")
    assert "Image > Mode > RGB" in refusal(drawing.image)
    drawing.image.convert_rgb()
    colorize(drawing.image)


def lines_without_an_alpha_channel() -> None:
    drawing = Drawing()
    paint(drawing.lines, (3, 3), (0, 0, 0, 255), (1, 1))
    drawing.lines.flatten()
    equal(drawing.lines.get_bpp(), 3)
    colorize(drawing.image)
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT)], [RED, CLEAR])
