"""From the artist's choice to the Flat layer: reads the image, asks the server, puts the answer in."""

from __future__ import annotations

import os
from queue import Empty, SimpleQueue

import pixels
from choice import Choice, Refusal, require_rgb
from gi.repository import Gimp
from hintpen_client.client import Client
from hintpen_client.launcher import Launcher
from hintpen_client.types import Answer, ColorizeJob, HintKind, HintLayer, Picture
from result import Result

TICK_SECONDS = 0.1
"""How often GIMP hears from us while the server works; a plug-in whose GIMP is gone ends at its next word."""


def colorize(image: Gimp.Image, choice: Choice) -> None:
    """Colors the line art of `image`; one undo step. `Refusal` and `HintpenError` leave the image as it was."""
    require_rgb(image)
    result = Result(choice.lines)
    result.require_unlocked()
    job = read_job(choice, result)
    flat = next(layer.picture for layer in wait_for_answer(image, job).layers if layer.kind == "flat")
    require_unchanged(image, choice, job)
    insert(image, choice, flat)


def read_job(choice: Choice, result: Result) -> ColorizeJob:
    """The image as the server wants it."""
    hints = tuple(HintLayer(kind, pixels.read_as_seen(layer)) for kind, layer in choice.hints.items())
    require_hints(choice, hints)
    delivered = result.delivered()
    return ColorizeJob(
        line_art=pixels.read_as_seen(choice.lines),
        hints=hints,
        fill=choice.fill,
        delivered_flat=delivered,
        current_flat=pixels.read(result.flat) if delivered else None,
    )


def require_hints(choice: Choice, hints: tuple[HintLayer, ...]) -> None:
    """`Refusal` for a color hint layer that says nothing, or that covers everything."""
    name = choice.hints[HintKind.COLOR].get_name()
    alpha = next(layer.picture.pixels[3::4] for layer in hints if layer.kind is HintKind.COLOR)
    if 255 not in alpha:
        raise Refusal(f"The layer '{name}' holds no opaque dot: paint hints with a brush of full opacity.")
    if alpha.count(255) == len(alpha):
        raise Refusal(f"The layer '{name}' is opaque everywhere: paint hints on a transparent layer.")


def wait_for_answer(image: Gimp.Image, job: ColorizeJob) -> Answer:
    """Asks the server, which is started when none runs and ends with GIMP, our parent."""
    Gimp.progress_init("Hintpen: starting")
    events: SimpleQueue = SimpleQueue()
    # Leaving the client ends the job: the server is free again.
    with Client(launcher=Launcher(owner_pid=os.getppid())) as client:
        client.submit(
            job,
            on_progress=lambda stage, fraction: events.put((stage, fraction)),
            on_done=events.put,
            on_error=events.put,
        )
        return follow(image, events)


def follow(image: Gimp.Image, events: SimpleQueue) -> Answer:
    """Shows the progress until the answer comes; libgimp may be called from this thread alone."""
    moved = False
    while True:
        if not image.is_valid():
            raise Refusal("The image was closed while it was being colored: nothing was changed.")
        try:
            event = events.get(timeout=TICK_SECONDS)
        except Empty:
            if not moved:
                Gimp.progress_pulse()
            continue
        if isinstance(event, Answer):
            return event
        if isinstance(event, Exception):
            raise event
        moved = True
        stage, fraction = event
        Gimp.progress_set_text(f"Hintpen: {stage}")
        Gimp.progress_update(fraction)


def require_unchanged(image: Gimp.Image, choice: Choice, job: ColorizeJob) -> None:
    """`Refusal` when the artist, who could go on painting, did what the answer does not know of."""
    if not choice.lines.is_valid():
        raise Refusal("The line layer was deleted while it was being colored: nothing was changed.")
    if (image.get_width(), image.get_height()) != (job.line_art.width, job.line_art.height):
        raise Refusal("The canvas changed its size while it was being colored: run Hintpen again.")
    require_rgb(image)
    result = Result(choice.lines)
    result.require_unlocked()
    if (pixels.read(result.flat) if result.delivered() else None) != job.current_flat:
        raise Refusal("The layer 'Flat' was painted on while it was being colored: run Hintpen again.")


def insert(image: Gimp.Image, choice: Choice, flat: Picture) -> None:
    """Puts the answer in as one undo step; the artist's layers stay selected."""
    selected = image.get_selected_layers()
    image.undo_group_start()
    try:
        Result(choice.lines).put(flat)
        if choice.show_through_paper and pixels.hides_what_is_below(choice.lines):
            choice.lines.set_mode(Gimp.LayerMode.MULTIPLY)
        image.set_selected_layers(selected)
    finally:
        image.undo_group_end()
