"""Runs inside GIMP: what one run does to a drawing, and what it leaves alone."""

from __future__ import annotations

from drawing import (
    BLUE,
    CLEAR,
    HEIGHT,
    IN_LEFT,
    IN_RIGHT,
    LEFT,
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
    stored,
    tree,
)
from gi.repository import Gimp


def flat_lies_below_the_lines() -> None:
    drawing = Drawing()
    equal(tree(drawing.image.get_layers()), ["Hints", "Lines", "Background"])
    kept = [stored(layer) for layer in (drawing.lines, drawing.hints, drawing.paper)]
    colorize(drawing.image)
    equal(tree(drawing.image.get_layers()), ["Hints", "Lines", ["Hintpen", ["Flat"]], "Background"])
    equal([stored(layer) for layer in (drawing.lines, drawing.hints, drawing.paper)], kept)
    equal([layer.get_name() for layer in drawing.image.get_selected_layers()], ["Hints"])
    flat = drawing.flat
    equal((flat.get_width(), flat.get_height(), *flat.get_offsets()[1:]), (WIDTH, HEIGHT, 0, 0))
    equal([pixel(flat, point) for point in (IN_LEFT, (14, 14), IN_RIGHT, OUTSIDE)], [RED, RED, CLEAR, CLEAR])


def regions_without_a_hint_take_a_neighbors_color() -> None:
    drawing = Drawing()
    colorize(drawing.image, fill="extend")
    equal(pixel(drawing.flat, IN_RIGHT), RED)


def layers_smaller_than_the_canvas_keep_their_place() -> None:
    drawing = Drawing()
    drawing.image.remove_layer(drawing.lines)
    drawing.image.remove_layer(drawing.hints)
    lines = drawing.layer("ink", size=(115, 85), offsets=(-4, 7))
    draw_boxes(lines, by=(4, -7))
    hints = drawing.layer("my hints", size=(20, 20), offsets=(75, 35))
    dot(hints, (10, 10), BLUE)
    colorize(drawing.image)
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT, OUTSIDE)], [CLEAR, BLUE, CLEAR])
    equal((lines.get_offsets()[1:], hints.get_offsets()[1:]), ((-4, 7), (75, 35)))


def lines_in_a_group_get_their_colors_there() -> None:
    drawing = Drawing()
    outer = drawing.group("Figure", position=1)
    inner = drawing.group("Head", parent=outer)
    drawing.image.reorder_item(drawing.lines, inner, 0)
    below = drawing.layer("shadow", parent=inner, position=1)
    colorize(drawing.image)
    equal(
        tree(drawing.image.get_layers()),
        ["Hints", ["Figure", [["Head", ["Lines", ["Hintpen", ["Flat"]], "shadow"]]]], "Background"],
    )
    equal(pixel(drawing.flat, IN_LEFT), RED)
    equal(below.get_parent().get_name(), "Head")


def a_group_can_be_the_line_art() -> None:
    drawing = Drawing()
    group = drawing.group("Line art", position=1)
    drawing.image.reorder_item(drawing.lines, group, 0)
    drawing.lines.set_name("pen")
    colorize(drawing.image)
    equal(tree(drawing.image.get_layers()), ["Hints", ["Line art", ["pen"]], ["Hintpen", ["Flat"]], "Background"])
    equal(pixel(drawing.flat, IN_LEFT), RED)


def hidden_layers_count_and_stay_hidden() -> None:
    drawing = Drawing()
    drawing.hints.set_visible(False)
    drawing.lines.set_visible(False)
    colorize(drawing.image)
    equal(pixel(drawing.flat, IN_LEFT), RED)
    equal((drawing.hints.get_visible(), drawing.lines.get_visible()), (False, False))


def a_selection_is_ignored_and_stays() -> None:
    drawing = Drawing()
    drawing.image.select_ellipse(Gimp.ChannelOps.REPLACE, 70, 20, 30, 30)
    before = stored(drawing.image.get_selection())
    for color in (RED, BLUE):
        dot(drawing.hints, IN_LEFT, color)
        colorize(drawing.image)
        equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT)], [color, CLEAR])
    assert stored(drawing.image.get_selection()) == before, "the selection changed"
    equal(drawing.image.get_channels(), [])


def masks_and_filters_of_hints_count() -> None:
    drawing = Drawing()
    dot(drawing.hints, IN_RIGHT, BLUE)
    mask = drawing.hints.create_mask(Gimp.AddMaskType.WHITE)
    drawing.hints.add_mask(mask)
    paint(mask, (0, 0), (0, 0, 0, 255), (55, HEIGHT))
    drawing.hints.append_filter(Gimp.DrawableFilter.new(drawing.hints, "gegl:invert-gamma", ""))
    colorize(drawing.image)
    inverted = (255 - BLUE[0], 255 - BLUE[1], 255 - BLUE[2], 255)
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT)], [CLEAR, inverted])
    equal(len(drawing.hints.get_filters()), 1)
    equal(len(Gimp.get_images()), 1)


def every_kind_of_hint_is_heard() -> None:
    drawing = Drawing()
    none = drawing.layer("none")
    dot(none, OUTSIDE, RED)
    same = drawing.layer("alike")
    for point in ((30, 60), IN_RIGHT):
        dot(same, point, BLUE)
    colorize(drawing.image, fill="extend", transparent_layer=none, same_layer=same)
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT, OUTSIDE)], [RED, RED, CLEAR])


def paper_is_made_to_show_colors_only_when_asked() -> None:
    drawing = Drawing()
    drawing.lines.set_lock_alpha(True)
    colorize(drawing.image, show_through_paper=True)
    assert drawing.lines.get_mode() == Gimp.LayerMode.NORMAL, "transparent paper hides nothing"
    scan = drawing.layer("scanned lines", position=1)
    scan.fill(Gimp.FillType.WHITE)
    draw_boxes(scan)
    kept = stored(scan)
    colorize(drawing.image, line_layer=scan)
    assert scan.get_mode() == Gimp.LayerMode.NORMAL, "nobody asked"
    colorize(drawing.image, line_layer=scan, show_through_paper=True)
    assert scan.get_mode() == Gimp.LayerMode.MULTIPLY, "the paper still hides the colors"
    assert stored(scan) == kept, "the line layer's pixels changed"


def lines_are_found_by_name_or_are_current() -> None:
    drawing = Drawing()
    colorize(drawing.image, drawables=[drawing.hints])
    drawing.lines.set_name("pink paper")
    drawing.paper.set_name("pencil")
    colorize(drawing.image, drawables=[drawing.lines])
    equal(tree(drawing.image.get_layers()), ["Hints", "pink paper", ["Hintpen", ["Flat"]], "pencil"])


def a_new_hint_layer_is_on_top_and_current() -> None:
    drawing = Drawing()
    drawing.image.remove_layer(drawing.hints)
    procedure = Gimp.get_pdb().lookup_procedure("hintpen-new-hint-layer")
    config = procedure.create_config()
    config.set_property("run-mode", Gimp.RunMode.NONINTERACTIVE)
    config.set_property("image", drawing.image)
    config.set_core_object_array("drawables", [drawing.lines])
    assert procedure.run(config).index(0) == Gimp.PDBStatusType.SUCCESS
    equal(tree(drawing.image.get_layers()), ["Hints", "Lines", "Background"])
    (hints,) = drawing.image.get_selected_layers()
    equal((hints.get_name(), pixel(hints, LEFT[:2])), ("Hints", CLEAR))
    dot(hints, IN_RIGHT, BLUE)
    colorize(drawing.image)
    equal(pixel(drawing.flat, IN_RIGHT), BLUE)
