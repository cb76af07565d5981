"""A drawing out of files: which layer holds the lines, and which ones hold hints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np

from hintpen.engine.drawing import Drawing, HintKind, HintLayer, Pixels
from hintpen.files.invalid_file import InvalidFile
from hintpen.files.layers import SourceLayer
from hintpen.files.openraster import read_openraster
from hintpen.files.picture import read_picture
from hintpen.files.preview import overlaid
from hintpen.files.psd import read_psd

LAYERED: dict[str, Callable[[Path], list[SourceLayer]]] = {
    ".ora": read_openraster,
    ".psd": read_psd,
    ".psb": read_psd,
}

LINES = "lines"
OWN_GROUP = "hintpen"
"""What is inside was delivered by us, and is no input."""

ROLES: dict[HintKind | str, re.Pattern[str]] = {
    HintKind.TRANSPARENT: re.compile(r"keep transparent"),
    HintKind.PROTECT: re.compile(r"do not touch|\bprotect"),
    HintKind.SAME: re.compile(r"same colou?r"),
    HintKind.COLOR: re.compile(r"hint(?!pen)"),
    LINES: re.compile(r"line|\bink"),
}
"""What a layer's name says, as in the plugins; the first that matches counts."""


def read_drawing(line_file: Path, hint_files: Mapping[HintKind, Path]) -> Drawing:
    """Reads a drawing.

    Args:
        line_file: A picture of the line art, or a layered file (.ora, .psd) whose layers' or groups' names hold "line"
            and "hint".
        hint_files: Pictures with the hints of each kind; they add to those of a layered file.

    Raises:
        InvalidFile: A file cannot be read, the lines are missing, or the sizes differ.
    """
    if line_file.suffix.lower() in LAYERED:
        line_art, hints = _read_layered(line_file)
    else:
        line_art, hints = read_picture(line_file), []
    for kind, path in hint_files.items():
        pixels = read_picture(path)
        _check_size(path, pixels, line_art)
        hints.append(HintLayer(kind, pixels))
    return Drawing(line_art, tuple(hints))


def _read_layered(path: Path) -> tuple[Pixels, list[HintLayer]]:
    layers = [(layer, _role(layer.path)) for layer in LAYERED[path.suffix.lower()](path)]
    lines = [layer for layer, role in layers if role == LINES]
    if not lines:
        raise InvalidFile(f'{path} has no line layer: put "line" into the name of the layer that holds the line art')
    shown = [layer for layer in lines if layer.visible]
    hints = [HintLayer(role, layer.read()) for layer, role in layers if isinstance(role, HintKind)]
    return _stacked(shown or lines), hints


def _role(path: tuple[str, ...]) -> HintKind | str | None:
    """What a layer is for: its own name says so, else the nearest group's."""
    names = [name.strip().lower() for name in reversed(path)]
    if OWN_GROUP in names:
        return None
    return next((role for name in names for role, pattern in ROLES.items() if pattern.search(name)), None)


def _stacked(layers: Iterable[SourceLayer]) -> Pixels:
    """Several layers of lines as one; `layers`: top first."""
    top, *below = (layer.read() for layer in layers)
    for pixels in below:
        top = overlaid(pixels, top)
    return np.ascontiguousarray(top)


def _check_size(path: Path, pixels: Pixels, line_art: Pixels) -> None:
    (height, width), (line_height, line_width) = pixels.shape[:2], line_art.shape[:2]
    if (height, width) != (line_height, line_width):
        raise InvalidFile(
            f"{path} is {width}x{height}, the line art is {line_width}x{line_height}: export both from the same canvas"
        )
