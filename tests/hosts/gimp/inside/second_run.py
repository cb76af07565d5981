"""Runs inside GIMP: running again after more hints, repainting, saving, copying and resizing."""

from __future__ import annotations

import os

from drawing import (
    BLUE,
    CLEAR,
    GREEN,
    HEIGHT,
    IN_LEFT,
    IN_RIGHT,
    OUTSIDE,
    RED,
    WIDTH,
    Drawing,
    colorize,
    dot,
    draw_boxes,
    equal,
    paint,
    pixel,
    tree,
    walk,
)
from gi.repository import Gimp, Gio

COLORED = ["Hints", "Lines", ["Hintpen", ["Flat"]], "Background"]


def _repainted() -> Drawing:
    """A colored drawing whose right box the artist then filled with green."""
    drawing = Drawing()
    colorize(drawing.image)
    paint(drawing.flat, (63, 13), GREEN, (44, 64))
    return drawing


def repainting_is_kept_and_the_group_is_updated() -> None:
    drawing = _repainted()
    flat = drawing.flat.get_id()
    dot(drawing.hints, IN_LEFT, BLUE)
    colorize(drawing.image)
    equal(tree(drawing.image.get_layers()), COLORED)
    equal(drawing.flat.get_id(), flat)
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT, OUTSIDE)], [BLUE, GREEN, CLEAR])


def repainting_is_kept_after_saving() -> None:
    drawing = _repainted()
    path = os.path.join(os.environ["HOME"], "drawing.xcf")
    file = Gio.File.new_for_path(path)
    Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, drawing.image, file, None)
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, file)
    hints, _lines, group, _paper = image.get_layers()
    dot(hints, IN_LEFT, BLUE)
    colorize(image)
    equal(tree(image.get_layers()), COLORED)
    equal([pixel(group.get_children()[0], point) for point in (IN_LEFT, IN_RIGHT)], [BLUE, GREEN])


def what_the_artist_did_to_the_layers_stays() -> None:
    """Another name, place, opacity, a layer of their own in the group and an alpha lock."""
    drawing = _repainted()
    flat, group = drawing.flat, drawing.flat.get_parent()
    own = drawing.layer("my shading", parent=group)
    drawing.image.reorder_item(group, None, 0)
    group.set_name("colors")
    flat.set_opacity(50)
    flat.set_lock_alpha(True)
    dot(drawing.hints, OUTSIDE, BLUE)
    colorize(drawing.image)
    equal(tree(drawing.image.get_layers()), [["colors", ["my shading", "Flat"]], "Hints", "Lines", "Background"])
    equal([pixel(flat, point) for point in (IN_LEFT, IN_RIGHT, OUTSIDE)], [RED, GREEN, BLUE])
    equal((flat.get_opacity(), flat.get_lock_alpha(), own.get_opacity()), (50.0, True, 100.0))


def a_copy_is_not_taken_for_the_result() -> None:
    drawing = _repainted()
    copy = drawing.flat.get_parent().copy()
    drawing.image.insert_layer(copy, None, 2)
    copy.set_name("backup")
    for layer in copy.get_children():
        layer.set_name("old flat")
    dot(drawing.hints, IN_LEFT, BLUE)
    colorize(drawing.image)
    equal(
        tree(drawing.image.get_layers()),
        ["Hints", "Lines", ["backup", ["old flat"]], ["Hintpen", ["Flat"]], "Background"],
    )
    equal([pixel(layer, IN_LEFT) for layer in (drawing.flat, copy.get_children()[0])], [BLUE, RED])


def every_line_layer_has_a_group_of_its_own() -> None:
    drawing = Drawing()
    second = drawing.layer("second lines", position=0)
    draw_boxes(second)
    for lines in (drawing.lines, second, drawing.lines, second):
        colorize(drawing.image, line_layer=lines)
    names = tree(drawing.image.get_layers())
    equal(
        [name if isinstance(name, str) else len(name[1]) for name in names],
        ["second lines", 1, "Hints", "Lines", 1, "Background"],
    )


def a_deleted_flat_comes_back() -> None:
    drawing = _repainted()
    drawing.image.remove_layer(drawing.flat)
    colorize(drawing.image)
    equal(tree(drawing.image.get_layers()), COLORED)
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT)], [RED, CLEAR])


def repainting_is_kept_on_a_larger_canvas() -> None:
    drawing = _repainted()
    drawing.image.resize(WIDTH + 30, HEIGHT + 20, 10, 5)
    dot(drawing.hints, IN_LEFT, BLUE)
    colorize(drawing.image)
    flat = drawing.flat
    equal((flat.get_width(), flat.get_height(), *flat.get_offsets()[1:]), (WIDTH + 30, HEIGHT + 20, 0, 0))
    equal([pixel(flat, (x + 10, y + 5)) for x, y in (IN_LEFT, IN_RIGHT)], [BLUE, GREEN])


def a_scaled_flat_is_put_aside() -> None:
    drawing = _repainted()
    drawing.image.scale(WIDTH * 2, HEIGHT * 2)
    colorize(drawing.image)
    names = tree(drawing.image.get_layers())
    equal(names, ["Hints", "Lines", ["Hintpen", ["Flat before its size changed", "Flat"]], "Background"])
    (old,) = [layer for layer in walk(drawing.image.get_layers()) if layer.get_name().startswith("Flat before")]
    equal((old.get_visible(), pixel(old, (170, 90))), (False, GREEN))
    equal(pixel(drawing.flat, (60, 90)), RED)


def protected_regions_stay() -> None:
    drawing = _repainted()
    dot(drawing.hints, IN_LEFT, BLUE)
    protect = drawing.layer("keep")
    dot(protect, IN_LEFT, RED)
    colorize(drawing.image, protect_layer=protect)
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT)], [RED, GREEN])
