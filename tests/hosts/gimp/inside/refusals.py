"""Runs inside GIMP: what cannot be colored is refused with a sentence that says what to do, and nothing changes."""

from __future__ import annotations

from drawing import BLUE, HEIGHT, IN_LEFT, WIDTH, Drawing, colorize, dot, equal, paint, refusal, stored
from gi.repository import Gimp


def no_lines() -> None:
    drawing = Drawing()
    drawing.lines.set_name("pen")
    assert "choose the line layer" in refusal(drawing.image, drawables=[drawing.hints])


def no_hint_layer() -> None:
    drawing = Drawing()
    drawing.hints.set_name("dots")
    assert "New Hint Layer" in refusal(drawing.image, drawables=[drawing.lines])


def an_empty_hint_layer() -> None:
    drawing = Drawing()
    paint(drawing.hints, (0, 0), (200, 40, 30, 254), (WIDTH, HEIGHT))
    assert "no opaque dot" in refusal(drawing.image)


def an_opaque_hint_layer() -> None:
    drawing = Drawing()
    paint(drawing.hints, (0, 0), BLUE, (WIDTH, HEIGHT))
    assert "opaque everywhere" in refusal(drawing.image)


def one_layer_in_two_parts() -> None:
    drawing = Drawing()
    assert "chosen twice" in refusal(drawing.image, hint_layer=drawing.lines)
    assert "chosen twice" in refusal(drawing.image, hint_layer=drawing.hints, same_layer=drawing.hints)


def a_locked_flat() -> None:
    drawing = Drawing()
    colorize(drawing.image)
    kept = stored(drawing.flat)
    dot(drawing.hints, IN_LEFT, BLUE)
    for layer in (drawing.flat, drawing.flat.get_parent()):
        layer.set_lock_content(True)
        assert f"'{layer.get_name()}' is locked" in refusal(drawing.image)
        equal(stored(drawing.flat), kept)
        layer.set_lock_content(False)
    colorize(drawing.image)


def locked_lines_are_no_obstacle() -> None:
    drawing = Drawing()
    drawing.lines.set_lock_content(True)
    drawing.hints.set_lock_content(True)
    drawing.lines.set_lock_position(True)
    drawing.lines.set_lock_visibility(True)
    colorize(drawing.image)


def a_layer_of_another_image() -> None:
    drawing, other = Drawing(), Drawing()
    colorize(drawing.image, line_layer=other.lines, hint_layer=other.hints)
    equal(len(other.image.get_layers()), 3)
    assert drawing.flat
    assert Gimp.get_images()
