"""An artist's way through a drawing: the first run, undo, another hint, repainting, saving."""

from __future__ import annotations

import os
from collections.abc import Iterator

from krita import Selection
from support import (
    BLUE,
    GREEN,
    LEFT,
    LEFT_HINT,
    OUTSIDE,
    RED,
    RIGHT,
    RIGHT_HINT,
    WHITE,
    Page,
    colorize,
    find,
    history,
    open_page,
    paint,
    panel,
    press,
    runtime_file,
    settled_history,
    status,
    until,
)


def scenario_two_clicks_start_the_server_and_color_the_page() -> Iterator[int]:
    assert not runtime_file().exists()
    page = Page()
    yield from page.show()
    assert "New hint layer" in status() or not status(), status()
    yield from page.add_hints()
    assert page.tree() == "Hints, Line art, Background"
    assert "press Colorize" in status(), status()
    yield from colorize()
    assert runtime_file().exists()
    assert page.tree() == "Hints, Line art, Hintpen[Flat], Background"
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    assert page.color(OUTSIDE)[3] == 0
    assert bytes(page.document.pixelData(*LEFT, 1, 1)) == RED, "the picture was not drawn anew"
    assert page.document.activeNode() == page.hints
    page.check_lines()
    yield from page.close()


def scenario_first_run_is_one_undo_step() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    before = yield from settled_history()
    yield from colorize()
    after = yield from settled_history()
    assert after == before + 1
    yield from press("edit_undo")
    assert page.tree() == "Hints, Line art, Background"
    yield from press("edit_redo")
    assert page.tree() == "Hints, Line art, Hintpen[Flat], Background"
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    page.check_lines()
    yield from page.close()


def scenario_next_run_updates_the_group_where_it_is() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    root = page.document.rootNode()
    group = find(root, "Hintpen")
    page.flat().setOpacity(200)
    page.document.setActiveNode(group)
    yield 200
    before = yield from settled_history()
    yield from press("move_layer_down")
    yield from until(lambda: history() > before, "Krita's step for the move")
    assert page.tree() == "Hints, Line art, Background, Hintpen[Flat]"
    before = yield from settled_history()
    page.dot(LEFT_HINT, GREEN)
    yield from colorize()
    assert page.tree() == "Hints, Line art, Background, Hintpen[Flat]"
    assert [page.color(point) for point in (LEFT, RIGHT)] == [GREEN, BLUE]
    assert page.flat().opacity() == 200
    after = yield from settled_history()
    assert after == before + 2
    yield from press("edit_undo")
    yield from press("edit_undo")
    assert page.tree() == "Hints, Line art, Background, Hintpen[Flat]"
    assert page.color(LEFT) == RED
    page.check_lines()
    yield from page.close()


def scenario_next_run_keeps_what_was_repainted() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    paint(page.flat(), (50, 50), WHITE, 20)
    page.dot(RIGHT_HINT, GREEN)
    yield from colorize()
    assert page.color((55, 55)) == WHITE
    assert page.color(RIGHT) == GREEN
    assert status().startswith("Done"), status()
    yield from page.close()


def scenario_run_after_undo_does_not_take_the_old_flat_for_repainting() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    page.dot(LEFT_HINT, GREEN)
    yield from colorize()
    yield from press("edit_undo")
    yield from press("edit_undo")
    assert page.color(LEFT) == RED
    yield from colorize()
    assert page.color(LEFT) == GREEN
    yield from page.close()


def scenario_repainting_is_told_after_saving_and_opening() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    paint(page.flat(), (50, 50), WHITE, 20)
    path = os.path.join(os.environ["HOME"], "page.kra")
    page.document.setBatchmode(True)
    assert page.document.saveAs(path)
    yield 300
    yield from page.close()
    page.document = open_page(path)
    yield 600
    page.hints = find(page.document.rootNode(), "Hints")
    page.lines = find(page.document.rootNode(), "Line art")
    page.dot(RIGHT_HINT, GREEN)
    yield from colorize()
    assert page.tree() == "Hints, Line art, Hintpen[Flat], Background"
    assert page.color((55, 55)) == WHITE
    assert page.color(RIGHT) == GREEN
    page.check_lines()
    yield from page.close()


def scenario_locked_lines_and_a_selection_stay_as_they_are() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    page.lines.setLocked(True)
    selection = Selection()
    selection.select(100, 0, 50, 50, 255)
    page.document.setSelection(selection)
    yield 200
    yield from colorize()
    assert page.tree() == "Hints, Line art, Hintpen[Flat], Background"
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    assert page.lines.locked()
    assert bytes(page.document.selection().pixelData(99, 0, 2, 1)) == b"\x00\xff"
    page.check_lines()
    yield from page.close()


def scenario_locked_flat_is_left_alone() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    page.flat().setLocked(True)
    page.dot(LEFT_HINT, GREEN)
    yield from colorize()
    assert "locked" in status(), status()
    assert page.color(LEFT) == RED
    yield from page.close()


def scenario_opaque_paper_is_told_and_set_to_multiply_by_a_click() -> Iterator[int]:
    page = Page(paper=WHITE)
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    assert "opaque" in status(), status()
    assert not panel()._multiply.isHidden()
    assert page.lines.blendingMode() == "normal"
    panel()._multiply.click()
    yield 300
    assert page.lines.blendingMode() == "multiply"
    assert panel()._multiply.isHidden()
    assert bytes(page.document.pixelData(*LEFT, 1, 1)) == RED
    page.check_lines()
    yield from page.close()


def scenario_other_kinds_of_hints() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    for box in list(panel()._boxes)[2:]:
        panel().model.add_layer(box)
        yield 300
    assert page.tree() == "Hints, Keep transparent, Do not touch, Same color, Line art, Hintpen[Flat], Background"
    page.dot(LEFT_HINT, b"\0\0\0\0")
    page.dot(RIGHT_HINT, GREEN)
    paint(find(page.document.rootNode(), "Keep transparent"), LEFT_HINT, RED, 3)
    paint(find(page.document.rootNode(), "Do not touch"), (160, 60), RED, 3)
    page.dot(RIGHT_HINT, b"\0\0\0\0")
    yield from colorize()
    assert page.color(LEFT)[3] == 0
    assert page.color(RIGHT) == BLUE
    yield from page.close()
