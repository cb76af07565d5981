"""Runs inside GIMP: small drawings to color, and the calls and questions that scenarios share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gi.repository import Gegl, Gimp

Point = tuple[int, int]
Color = tuple[int, int, int, int]

WIDTH, HEIGHT = 120, 90
BLACK = (0, 0, 0, 255)
RED, BLUE, GREEN = (200, 40, 30, 255), (20, 60, 210, 255), (30, 160, 70, 255)
CLEAR = (0, 0, 0, 0)
LEFT, RIGHT = (10, 10, 50, 80), (60, 10, 110, 80)
"""Two boxes: x1, y1, x2, y2."""
IN_LEFT, IN_RIGHT, OUTSIDE = (30, 45), (85, 45), (55, 3)
"""A point in each of them, and one in none."""


class Drawing:
    """An image with a paper, a layer of two boxes and a layer with a red dot in the left one."""

    def __init__(
        self,
        precision: Gimp.Precision = Gimp.Precision.U8_NON_LINEAR,
        profile: Gimp.ColorProfile | None = None,
        base: Gimp.ImageBaseType = Gimp.ImageBaseType.RGB,
    ) -> None:
        self.image = Gimp.Image.new_with_precision(WIDTH, HEIGHT, base, precision)
        if profile:
            self.image.set_color_profile(profile)
        self.paper = self.layer("Background")
        self.paper.fill(Gimp.FillType.WHITE)
        self.lines = self.layer("Lines")
        draw_boxes(self.lines)
        self.hints = self.layer("Hints")
        dot(self.hints, IN_LEFT, RED)

    def layer(
        self,
        name: str,
        parent: Gimp.GroupLayer | None = None,
        position: int = 0,
        size: tuple[int, int] = (WIDTH, HEIGHT),
        offsets: Point = (0, 0),
    ) -> Gimp.Layer:
        gray = self.image.get_base_type() == Gimp.ImageBaseType.GRAY
        kind = Gimp.ImageType.GRAYA_IMAGE if gray else Gimp.ImageType.RGBA_IMAGE
        layer = Gimp.Layer.new(self.image, name, *size, kind, 100.0, Gimp.LayerMode.NORMAL)
        self.image.insert_layer(layer, parent, position)
        layer.set_offsets(*offsets)
        return layer

    def group(self, name: str, parent: Gimp.GroupLayer | None = None, position: int = 0) -> Gimp.GroupLayer:
        group = Gimp.GroupLayer.new(self.image, name)
        self.image.insert_layer(group, parent, position)
        return group

    @property
    def flat(self) -> Gimp.Layer:
        found = [layer for layer in walk(self.image.get_layers()) if layer.get_name() == "Flat"]
        assert len(found) == 1, f"{len(found)} layers are named Flat"
        return found[0]


def draw_boxes(layer: Gimp.Layer, by: Point = (0, 0)) -> None:
    """Draws both boxes, each moved by `by`, with lines 3 pixels thick."""
    for x1, y1, x2, y2 in (LEFT, RIGHT):
        for x, y, width, height in (
            (x1, y1, x2 - x1, 3),
            (x1, y2 - 3, x2 - x1, 3),
            (x1, y1, 3, y2 - y1),
            (x2 - 3, y1, 3, y2 - y1),
        ):
            paint(layer, (x + by[0], y + by[1]), BLACK, (width, height))


def paint(layer: Gimp.Drawable, point: Point, color: Color, size: tuple[int, int]) -> None:
    """Fills a rectangle, given in the layer's own coordinates."""
    buffer = layer.get_buffer()
    buffer.set(Gegl.Rectangle.new(*point, *size), "R'G'B'A u8", bytes(color) * (size[0] * size[1]))
    buffer.flush()
    layer.update(*point, *size)


def dot(layer: Gimp.Layer, point: Point, color: Color) -> None:
    """A hint of 3x3 around `point`."""
    paint(layer, (point[0] - 1, point[1] - 1), color, (3, 3))


def pixel(layer: Gimp.Layer, point: Point) -> Color:
    """sRGB and alpha at a point of the layer's own coordinates."""
    rectangle = Gegl.Rectangle.new(*point, 1, 1)
    return tuple(layer.get_buffer().get(rectangle, 1.0, "R'G'B'A u8", Gegl.AbyssPolicy.NONE))


def stored(layer: Gimp.Drawable) -> bytes:
    """All bytes of a layer, in its own format."""
    rectangle = Gegl.Rectangle.new(0, 0, layer.get_width(), layer.get_height())
    return bytes(layer.get_buffer().get(rectangle, 1.0, None, Gegl.AbyssPolicy.NONE))


def tree(layers: list[Gimp.Layer]) -> list[Any]:
    """Names as nested lists: a group is [name, [children]]."""
    return [
        [layer.get_name(), tree(layer.get_children())] if layer.is_group_layer() else layer.get_name()
        for layer in layers
    ]


def walk(layers: list[Gimp.Layer]) -> Iterator[Gimp.Layer]:
    for layer in layers:
        yield layer
        if layer.is_group_layer():
            yield from walk(layer.get_children())


def run(
    image: Gimp.Image,
    drawables: list[Gimp.Drawable] | None = None,
    mode: Gimp.RunMode = Gimp.RunMode.NONINTERACTIVE,
    **options: object,
) -> tuple[Gimp.PDBStatusType, str]:
    """Runs hintpen-colorize; its status and sentence. Options are arguments with `_` for `-`."""
    procedure = Gimp.get_pdb().lookup_procedure("hintpen-colorize")
    config = procedure.create_config()
    config.set_property("run-mode", mode)
    config.set_property("image", image)
    config.set_core_object_array("drawables", drawables if drawables is not None else image.get_selected_layers())
    for name, value in options.items():
        config.set_property(name.replace("_", "-"), value)
    result = procedure.run(config)
    return result.index(0), Gimp.get_pdb().get_last_error()


def colorize(image: Gimp.Image, **options: object) -> None:
    """The same; it must succeed."""
    status, sentence = run(image, **options)
    assert status == Gimp.PDBStatusType.SUCCESS, sentence


def refusal(image: Gimp.Image, **options: object) -> str:
    """The same; it must be refused: the sentence. The layers stay as they were."""
    before = tree(image.get_layers())
    status, sentence = run(image, **options)
    assert status == Gimp.PDBStatusType.EXECUTION_ERROR, f"status {int(status)}: {sentence}"
    equal(tree(image.get_layers()), before)
    return sentence


def equal(found: object, expected: object) -> None:
    assert found == expected, f"found {found!r}, expected {expected!r}"
