"""What the artist chose: the layers that play a part, found by their names where nothing was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gi.repository import Gimp
from hintpen_client.types import FillMode, HintKind

LINES = re.compile(r"line|(?<![a-z])ink", re.IGNORECASE)
HINTS = re.compile(r"hint", re.IGNORECASE)
OWN = "Hintpen"
"""The name of the group that holds what we deliver."""

FILL_ARGUMENT = "fill"
PAPER_ARGUMENT = "show-through-paper"
LINE_ARGUMENT = "line-layer"
HINT_ARGUMENTS = {
    HintKind.COLOR: "hint-layer",
    HintKind.TRANSPARENT: "transparent-layer",
    HintKind.PROTECT: "protect-layer",
    HintKind.SAME: "same-layer",
}


class Refusal(Exception):
    """The drawing cannot be colored as it is; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Choice:
    """Everything that `hintpen-colorize` can be told; all layers belong to one image and differ."""

    lines: Gimp.Layer
    hints: dict[HintKind, Gimp.Layer]
    fill: FillMode
    show_through_paper: bool

    @classmethod
    def of(cls, config: Gimp.ProcedureConfig) -> Choice:
        """What `config` says; `Refusal` when it cannot be done."""
        lines = config.get_property(LINE_ARGUMENT)
        hints = {kind: config.get_property(name) for kind, name in HINT_ARGUMENTS.items()}
        hints = {kind: layer for kind, layer in hints.items() if layer}
        if not lines:
            raise Refusal("There is no line art: choose the line layer, or name it 'Lines'.")
        if HintKind.COLOR not in hints:
            raise Refusal(
                "There are no hints: choose Filters > Hintpen > New Hint Layer and paint dots of color on it."
            )
        chosen = [lines.get_id(), *(layer.get_id() for layer in hints.values())]
        if len(set(chosen)) < len(chosen):
            raise Refusal("One layer was chosen twice: lines and every kind of hint need a layer of their own.")
        fill = FillMode(config.get_property(FILL_ARGUMENT))
        return cls(lines, hints, fill, config.get_property(PAPER_ARGUMENT))


def complete(config: Gimp.ProcedureConfig, image: Gimp.Image, drawables: list[Gimp.Drawable]) -> None:
    """Finds the layers that `config` leaves open, or names from another image as the last call left them."""
    for name in (LINE_ARGUMENT, *HINT_ARGUMENTS.values()):
        layer = config.get_property(name)
        if layer and not (layer.is_valid() and layer.get_image().get_id() == image.get_id()):
            config.set_property(name, None)
    if not config.get_property(LINE_ARGUMENT):
        config.set_property(LINE_ARGUMENT, find_lines(image, drawables))
    taken = {
        layer.get_id() for name in (LINE_ARGUMENT, *HINT_ARGUMENTS.values()) if (layer := config.get_property(name))
    }
    if not config.get_property(HINT_ARGUMENTS[HintKind.COLOR]):
        free = (layer for layer in walk(image.get_layers()) if layer.get_id() not in taken)
        config.set_property(
            HINT_ARGUMENTS[HintKind.COLOR], next((layer for layer in free if HINTS.search(layer.get_name())), None)
        )


def find_lines(image: Gimp.Image, drawables: list[Gimp.Drawable]) -> Gimp.Layer | None:
    """The line layer: by name, the current one first; else the current one unless its name says that it holds hints."""
    current = [drawable for drawable in drawables if drawable.is_layer()]
    named = (layer for layer in [*current, *walk(image.get_layers())] if LINES.search(layer.get_name()))
    unnamed = (layer for layer in current if not HINTS.search(layer.get_name()))
    return next(named, None) or next(unnamed, None)


def walk(layers: list[Gimp.Layer]) -> Iterator[Gimp.Layer]:
    """`layers` and those in their groups, top first, without what we delivered."""
    for layer in layers:
        if layer.get_name().startswith(OWN):
            continue
        yield layer
        if layer.is_group_layer():
            yield from walk(layer.get_children())


def new_hint_layer(image: Gimp.Image) -> Gimp.Layer:
    """Adds an empty layer on top and makes it the current one; one undo step."""
    require_rgb(image)
    layer = Gimp.Layer.new(
        image, "Hints", image.get_width(), image.get_height(), Gimp.ImageType.RGBA_IMAGE, 100.0, Gimp.LayerMode.NORMAL
    )
    image.undo_group_start()
    try:
        image.insert_layer(layer, None, 0)
        image.set_selected_layers([layer])
    finally:
        image.undo_group_end()
    return layer


def require_rgb(image: Gimp.Image) -> None:
    """`Refusal` for an image that cannot hold color: the artist, not we, changes an image's mode."""
    if image.get_base_type() != Gimp.ImageBaseType.RGB:
        raise Refusal("This image cannot hold every color: choose Image > Mode > RGB, then run Hintpen again.")
