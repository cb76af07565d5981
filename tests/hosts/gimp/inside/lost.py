"""Runs inside GIMP: the server or the plug-in is killed while it works, by the test that looks on from outside."""

from __future__ import annotations

import json
import os

from drawing import BLUE, IN_LEFT, RED, Drawing, colorize, dot, equal, pixel, refusal, run, stored, tree
from gi.repository import Gimp

BACKEND = f"{Gimp.directory()}/plug-ins/hintpen/backend.json"
SCALE = 24
"""Makes a drawing of 6 million pixels, on which the server works for a second or more."""


def the_server_is_killed() -> None:
    """Nothing changes, a sentence says so, and the next run starts another server."""
    drawing = Drawing()
    colorize(drawing.image)
    large = _large()
    kept = stored(large.lines)
    _tell_ready()
    sentence = refusal(large.image)
    assert "server" in sentence.lower(), sentence
    assert stored(large.lines) == kept, "the line layer's pixels changed"
    dot(drawing.hints, IN_LEFT, BLUE)
    colorize(drawing.image)
    equal(pixel(drawing.flat, IN_LEFT), BLUE)


def the_plug_in_is_killed() -> None:
    """What GIMP's Cancel does: the image stays as it was, and the server has time for the next run."""
    drawing = Drawing()
    colorize(drawing.image)
    large = _large()
    _tell_ready()
    status, _sentence = run(large.image)
    assert status != Gimp.PDBStatusType.SUCCESS, "it was not killed"
    equal(tree(large.image.get_layers()), ["Hints", "Lines", "Background"])
    colorize(drawing.image)


def the_server_cannot_be_started() -> None:
    drawing = Drawing()
    with open(BACKEND) as file:
        installed = file.read()
    for command, words in (
        (["/no/such/python"], "install"),
        (["/bin/false"], "ended with code 1"),
        (None, "hintpen install gimp"),
    ):
        with open(BACKEND, "w") as file:
            json.dump({"command": command}, file)
        sentence = refusal(drawing.image)
        assert words in sentence, sentence
    with open(BACKEND, "w") as file:
        file.write(installed)
    colorize(drawing.image)
    equal(pixel(drawing.flat, IN_LEFT), RED)


def the_plug_in_starts_a_server() -> None:
    runtime_file = os.path.join(os.environ["XDG_RUNTIME_DIR"], "hintpen/server.json")
    assert not os.path.exists(runtime_file), "a server runs already"
    colorize(Drawing().image)
    assert os.path.exists(runtime_file), "no server was started"


def _large() -> Drawing:
    drawing = Drawing()
    drawing.image.undo_disable()
    drawing.image.scale(SCALE * drawing.image.get_width(), SCALE * drawing.image.get_height())
    return drawing


def _tell_ready() -> None:
    with open(os.path.join(os.environ["HOME"], "ready"), "w"):
        pass
