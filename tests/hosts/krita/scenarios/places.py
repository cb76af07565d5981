"""Where lines may lie: moved, beyond the canvas, in a group, at the very bottom, in a group of several layers."""

from __future__ import annotations

from collections.abc import Iterator

from support import (
    BLUE,
    HEIGHT,
    KRITA,
    LEFT,
    RED,
    RIGHT,
    WIDTH,
    Page,
    boxes,
    colorize,
    history,
    panel,
    press,
    settled_history,
    tree_of,
    until,
)


def scenario_lines_moved_and_reaching_beyond_the_canvas() -> Iterator[int]:
    page = Page()
    page.lines.setPixelData(bytes(WIDTH * HEIGHT * 4), 0, 0, WIDTH, HEIGHT)
    page.lines.setPixelData(boxes(b"\0\0\0\xff", b"\0\0\0\0"), 25, -20, WIDTH, HEIGHT)
    page.hash = page.hash_of_lines()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    assert page.color((90, 60)) == RED
    assert page.color((110, 60)) == RED
    assert page.color((125, 60)) == BLUE
    assert page.color((60, 110))[3] == 0
    assert page.flat().bounds().width() <= WIDTH
    page.check_lines()
    yield from page.close()


def scenario_lines_in_a_group() -> Iterator[int]:
    page = Page()
    document = page.document
    group = document.createGroupLayer("Figure")
    document.rootNode().addChildNode(group, page.background)
    tone = document.createNode("Tone", "paintlayer")
    group.addChildNode(tone, None)
    group.addChildNode(page.lines, tone)
    yield from _show(page)
    yield from page.add_hints()
    before = yield from settled_history()
    yield from colorize()
    assert page.tree() == "Figure[Hints, Line art, Hintpen[Flat], Tone], Background", page.tree()
    after = yield from settled_history()
    assert after == before + 1
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    page.check_lines()
    yield from page.close()


def scenario_lines_at_the_bottom_of_a_group() -> Iterator[int]:
    page = Page()
    group = page.document.createGroupLayer("Figure")
    page.document.rootNode().addChildNode(group, page.background)
    group.addChildNode(page.lines, None)
    yield from _show(page)
    yield from page.add_hints()
    before = yield from settled_history()
    yield from colorize()
    assert page.tree() == "Figure[Hints, Line art, Hintpen[Flat]], Background", page.tree()
    yield from until(lambda: history() == before + 2, "Krita's step for the move")
    assert page.document.activeNode() == page.hints
    page.check_lines()
    yield from press("edit_undo")
    yield from press("edit_undo")
    assert page.tree() == "Figure[Hints, Line art], Background", page.tree()
    yield from page.close()


def scenario_lines_are_the_only_layer() -> Iterator[int]:
    page = Page(paper=b"\xff\xff\xff\xff")
    page.document.rootNode().addChildNode(page.lines, page.background)
    page.background.remove()
    yield from _show(page)
    yield from page.add_hints()
    yield from colorize()
    assert page.tree() == "Hints, Line art, Hintpen[Flat]", page.tree()
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    page.check_lines()
    yield from page.close()


def scenario_a_group_of_layers_is_the_line_layer() -> Iterator[int]:
    page = Page()
    group = page.document.createGroupLayer("Inks")
    page.document.rootNode().addChildNode(group, page.background)
    page.lines.setName("Figure")
    group.addChildNode(page.lines, None)
    group.addChildNode(page.document.createNode("Face", "paintlayer"), None)
    yield from _show(page)
    yield from page.add_hints()
    assert panel().model.view.layer_name(next(iter(panel()._boxes))) == "Inks"
    yield from colorize()
    assert page.tree() == "Hints, Inks[Face, Figure], Hintpen[Flat], Background", page.tree()
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    page.check_lines()
    yield from page.close()


def scenario_two_line_layers_have_a_group_each() -> Iterator[int]:
    page = Page()
    second = page.lines.duplicate()
    second.setName("Second line art")
    yield from page.show()
    page.document.rootNode().addChildNode(second, page.lines)
    yield 200
    role = next(iter(panel()._boxes))
    panel().model.choose(role, page.lines.uniqueId().toString())
    yield from page.add_hints()
    yield from colorize()
    panel().model.choose(role, second.uniqueId().toString())
    yield from colorize()
    yield from colorize()
    expected = "Second line art, Hintpen[Flat], Hints, Line art, Hintpen[Flat], Background"
    assert tree_of(page.document.rootNode()) == expected, page.tree()
    yield from page.close()


def _show(page: Page) -> Iterator[int]:
    """As Page.show, for lines that already lie in the document."""
    KRITA.activeWindow().addView(page.document)
    yield 500
    page.document.setActiveNode(page.lines)
    yield 150
