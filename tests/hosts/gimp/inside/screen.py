"""Runs inside GIMP with a screen: the dialog answered by keys, and undo as the artist does it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable

from drawing import CLEAR, IN_LEFT, IN_RIGHT, RED, Drawing, colorize, draw_boxes, equal, pixel, run, stored, tree
from gi.repository import Gimp

TITLE = "Colorize Line Art"
_DIALOG_OPEN = os.path.join(os.environ["HOME"], "dialog-open")
BEFORE = ["Hints", "Lines", "Background"]
AFTER = ["Hints", "Lines", ["Hintpen", ["Flat"]], "Background"]


def the_dialog_is_accepted_and_undone_and_redone() -> None:
    drawing = _shown()
    scan = drawing.lines
    scan.fill(Gimp.FillType.WHITE)
    draw_boxes(scan)
    _press_in_dialog("Return", picture="dialog.png")
    status, sentence = run(drawing.image, mode=Gimp.RunMode.INTERACTIVE)
    assert status == Gimp.PDBStatusType.SUCCESS, sentence
    equal(tree(drawing.image.get_layers()), AFTER)
    assert scan.get_mode() == Gimp.LayerMode.MULTIPLY, "opaque paper hides the colors"
    _press("ctrl+z")
    _until(lambda: tree(drawing.image.get_layers()) == BEFORE, "one Ctrl+Z")
    assert scan.get_mode() == Gimp.LayerMode.NORMAL, "the mode was not undone"
    _press("ctrl+y")
    _until(lambda: tree(drawing.image.get_layers()) == AFTER, "Ctrl+Y")
    equal([pixel(drawing.flat, point) for point in (IN_LEFT, IN_RIGHT)], [RED, CLEAR])


def a_second_run_is_undone_in_one_step() -> None:
    drawing = _shown()
    drawing.image.select_ellipse(Gimp.ChannelOps.REPLACE, 70, 20, 30, 30)
    colorize(drawing.image)
    first, selection = stored(drawing.flat), stored(drawing.image.get_selection())
    colorize(drawing.image, fill="extend")
    assert stored(drawing.flat) != first, "the second run did nothing"
    Gimp.displays_flush()
    _press("ctrl+z")
    _until(lambda: stored(drawing.flat) == first, "one Ctrl+Z")
    equal(tree(drawing.image.get_layers()), AFTER)
    assert stored(drawing.image.get_selection()) == selection, "the selection was not restored"


def a_canceled_dialog_changes_nothing() -> None:
    drawing = _shown()
    _press_in_dialog("Escape")
    status, _sentence = run(drawing.image, mode=Gimp.RunMode.INTERACTIVE)
    assert status == Gimp.PDBStatusType.CANCEL, int(status)
    equal(tree(drawing.image.get_layers()), BEFORE)


def the_last_values_are_used_again() -> None:
    """The artist chooses the second way to fill in the dialog; the next image is filled so without one."""
    drawing = _shown()
    _press_in_dialog("alt+w Down alt+o")
    run(drawing.image, mode=Gimp.RunMode.INTERACTIVE)
    equal(pixel(drawing.flat, IN_RIGHT), RED)
    other = _shown()
    status, sentence = run(other.image, mode=Gimp.RunMode.WITH_LAST_VALS)
    assert status == Gimp.PDBStatusType.SUCCESS, sentence
    equal(tree(other.image.get_layers()), AFTER)
    equal(pixel(other.flat, IN_RIGHT), RED)


def the_image_is_closed_while_the_menus_run_waits() -> None:
    """A run from the menu does not keep the image alive; the server is held up so that the run waits for certain."""
    colorize(Drawing().image)
    drawing = _shown()
    server = _server()
    os.kill(server, signal.SIGSTOP)
    try:
        _press_in_dialog("alt+o")
        _press("alt+r Up Right Return")
        _until(lambda: not _windows(TITLE) and not os.path.exists(_DIALOG_OPEN), "the menu")
        time.sleep(1)
        _displays.pop().delete()
        _until(lambda: _windows("GIMP Message"), "a sentence that the image was closed")
        assert not drawing.image.is_valid(), "the image is still there"
    finally:
        os.kill(server, signal.SIGCONT)
    colorize(Drawing().image)


def _server() -> int:
    with open(os.path.join(os.environ["XDG_RUNTIME_DIR"], "hintpen/server.json")) as file:
        return json.load(file)["pid"]


def _windows(title: str) -> str:
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    return subprocess.run(command, capture_output=True, text=True, timeout=20).stdout


def _shown() -> Drawing:
    drawing = Drawing()
    for display in _displays:
        display.delete()
    _displays[:] = [Gimp.Display.new(drawing.image)]
    Gimp.displays_flush()
    return drawing


_displays: list[Gimp.Display] = []


def _press(keys: str) -> None:
    """Presses keys in GIMP's main window."""
    _shell(
        "window=$(xdotool search --sync --onlyvisible --name 'GIMP$' | tail -1); "
        f"xdotool windowfocus --sync $window; xdotool key --clearmodifiers --delay 200 {keys}"
    )


def _press_in_dialog(keys: str, picture: str = "") -> None:
    """Presses keys in our dialog as soon as it is open, while the caller waits for it."""
    shot = f"import -window root {os.environ['HOME']}/{picture}; " if picture else ""
    script = (
        f"window=$(xdotool search --sync --onlyvisible --name '{TITLE}' | tail -1); sleep 0.5; {shot}"
        f"xdotool windowfocus --sync $window; xdotool key --delay 100 {keys}; rm {_DIALOG_OPEN}"
    )
    with open(_DIALOG_OPEN, "w"):
        subprocess.Popen(["sh", "-c", script])


def _shell(script: str) -> None:
    subprocess.run(["sh", "-c", script], check=True, timeout=20)


def _until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, f"{what} did not do it"
        time.sleep(0.1)
