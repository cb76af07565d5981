"""While a job runs: the document closed, resized, left; the lines deleted; the server killed; Cancel."""

from __future__ import annotations

import os
import signal
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
    colorize,
    idle,
    panel,
    server_pid,
    settled_history,
    status,
    stopped_server,
    until,
)


def scenario_cancel() -> Iterator[int]:
    page = yield from _colored_page()
    before = yield from settled_history()
    with stopped_server():
        panel()._colorize.click()
        assert not idle()
        yield 300
        panel()._cancel.click()
        assert idle()
        assert "Canceled" in status(), status()
    yield 500
    after = yield from settled_history()
    assert after == before
    yield from colorize()
    assert status().startswith("Done"), status()
    yield from page.close()


def scenario_document_closed() -> Iterator[int]:
    page = yield from _colored_page()
    with stopped_server():
        panel()._colorize.click()
        yield 200
        yield from page.close()
    yield from until(idle, "the late answer")
    assert "closed" in status(), status()
    assert page.document not in KRITA.documents()
    yield 300


def scenario_canvas_resized() -> Iterator[int]:
    page = yield from _colored_page()
    with stopped_server():
        panel()._colorize.click()
        yield 200
        page.document.resizeImage(0, 0, 220, 130)
        yield 200
    yield from until(idle, "the late answer")
    assert "resized from 200x120 to 220x130" in status(), status()
    yield from colorize()
    assert "undo brings it back" in status(), status()
    assert page.tree() == "Hints, Line art, Hintpen[Flat], Background"
    yield from page.close()


def scenario_line_layer_deleted() -> Iterator[int]:
    page = yield from _colored_page()
    with stopped_server():
        panel()._colorize.click()
        yield 200
        page.lines.remove()
        yield 200
    yield from until(idle, "the late answer")
    assert "deleted" in status(), status()
    assert page.tree() == "Hints, Hintpen[Flat], Background"
    yield from page.close()


def scenario_document_left() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    other = Page()
    with stopped_server():
        panel().model.refresh()
        panel()._colorize.click()
        yield 200
        yield from other.show()
    yield from until(lambda: "come in when" in status(), "the answer")
    assert other.tree() == "Line art, Background"
    yield from other.close()
    yield from until(idle, "the delivery")
    yield 300
    assert page.tree() == "Hints, Line art, Hintpen[Flat], Background", page.tree()
    yield from page.close()


def scenario_server_killed_before_the_job_is_replaced_unseen() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    killed = server_pid()
    os.kill(killed, signal.SIGKILL)
    yield from colorize()
    assert server_pid() != killed
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    page.check_lines()
    yield from page.close()


def scenario_server_killed_in_the_job_is_told_and_the_next_press_works() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    page.document.resizeImage(0, 0, 3000, 3000)
    yield 300
    panel().model.refresh()
    panel()._colorize.click()
    yield from until(lambda: bool(panel().model.view.fraction), "the job to begin")
    killed = server_pid()
    os.kill(killed, signal.SIGKILL)
    yield from until(idle, "the error")
    assert panel().model.view.notice.is_problem, status()
    assert not panel()._sign.isHidden()
    assert page.tree() == "Hints, Line art, Background"
    page.document.resizeImage(0, 0, WIDTH, HEIGHT)
    yield 300
    yield from colorize()
    assert server_pid() != killed
    assert [page.color(point) for point in (LEFT, RIGHT)] == [RED, BLUE]
    page.check_lines()
    yield from page.close()


def _colored_page() -> Iterator[int]:
    page = Page()
    yield from page.show()
    yield from page.add_hints()
    yield from colorize()
    assert status().startswith("Done"), status()
    return page
