"""Runs inside GIMP: the artist goes on working while the plug-in waits for its answer."""

from __future__ import annotations

import json
import os
import signal
import time

from drawing import IN_LEFT, Drawing, colorize, equal, pixel, refusal, run, tree
from gi.repository import Gimp

RUN = os.path.join(os.environ["XDG_RUNTIME_DIR"], "hintpen")
ACT = os.path.join(os.environ["HOME"], "act")


def the_image_is_deleted() -> None:
    """GIMP keeps it alive until the procedure that it calls for us returns: it is colored, and goes."""
    drawing = Drawing()
    _act_meanwhile(f"Gimp.Image.get_by_id({drawing.image.get_id()}).delete()")
    colorize(drawing.image)
    _has_acted()
    equal(Gimp.get_images(), [])
    colorize(Drawing().image)


def the_line_layer_is_deleted() -> None:
    drawing = Drawing()
    image, lines = drawing.image.get_id(), drawing.lines.get_id()
    _act_meanwhile(f"Gimp.Image.get_by_id({image}).remove_layer(Gimp.Layer.get_by_id({lines}))")
    status, sentence = run(drawing.image)
    assert status == Gimp.PDBStatusType.EXECUTION_ERROR, int(status)
    assert "line layer was deleted" in sentence, sentence
    _has_acted()
    equal(tree(drawing.image.get_layers()), ["Hints", "Background"])


def the_canvas_is_resized() -> None:
    drawing = Drawing()
    _act_meanwhile(f"Gimp.Image.get_by_id({drawing.image.get_id()}).resize(200, 200, 0, 0)")
    assert "changed its size" in refusal(drawing.image)
    _has_acted()


def flat_is_painted_on() -> None:
    drawing = Drawing()
    colorize(drawing.image)
    _act_meanwhile(f"Gimp.Layer.get_by_id({drawing.flat.get_id()}).fill(Gimp.FillType.WHITE)")
    assert "painted on" in refusal(drawing.image)
    _has_acted()
    equal(pixel(drawing.flat, IN_LEFT), (255, 255, 255, 255))


def the_line_layer_moves_into_a_group() -> None:
    drawing = Drawing()
    image, lines, group = drawing.image.get_id(), drawing.lines.get_id(), drawing.group("Figure", position=1).get_id()
    _act_meanwhile(
        f"Gimp.Image.get_by_id({image}).reorder_item(Gimp.Layer.get_by_id({lines}), Gimp.Layer.get_by_id({group}), 0)"
    )
    colorize(drawing.image)
    _has_acted()
    equal(tree(drawing.image.get_layers()), ["Hints", ["Figure", ["Lines", ["Hintpen", ["Flat"]]]], "Background"])


def _act_meanwhile(code: str) -> None:
    """Ends the server, so that the next run starts one; the actor does `code` when it does."""
    _end_server()
    with open(ACT + ".part", "w") as file:
        file.write(code)
    os.rename(ACT + ".part", ACT)


def _has_acted() -> None:
    assert not os.path.exists(ACT), "the actor did not act"


def _end_server() -> None:
    try:
        with open(os.path.join(RUN, "server.json")) as file:
            server = json.load(file)["pid"]
    except FileNotFoundError:
        return
    os.kill(server, signal.SIGTERM)
    while os.path.exists(os.path.join(RUN, "server.json")):
        time.sleep(0.02)
    os.remove(os.path.join(RUN, "server.log"))
