"""The layers of a document: as a layered file offers them, and as one is to be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from hintpen.engine.drawing import Pixels


class Blend(Enum):
    """How a layer is laid over those below it."""

    NORMAL = "normal"
    MULTIPLY = "multiply"
    SCREEN = "screen"


@dataclass(frozen=True)
class SourceLayer:
    """A layer in a file that was opened.

    `path`: the names of its groups, outermost first, and its own.
    `visible`: neither it nor a group around it is hidden.
    `read`: decodes it to (height, width, 4) uint8 RGBA of canvas size; raises `InvalidFile`.
    """

    path: tuple[str, ...]
    visible: bool
    read: Callable[[], Pixels]


@dataclass(frozen=True)
class PaintLayer:
    """A layer to be written; `pixels`: (height, width, 4) uint8 RGBA of canvas size."""

    name: str
    pixels: Pixels
    blend: Blend = Blend.NORMAL
    visible: bool = True


@dataclass(frozen=True)
class Group:
    """A group to be written; `layers`: top first."""

    name: str
    layers: tuple[PaintLayer, ...]


@dataclass(frozen=True)
class Document:
    """A document to be written.

    `layers`: top first, all of `merged`'s size.
    `merged`: (height, width, 4) uint8 RGBA, how the visible layers look together.
    """

    layers: tuple[PaintLayer | Group, ...]
    merged: Pixels


def placed(pixels: Pixels, left: int, top: int, width: int, height: int) -> Pixels:
    """Lays (h, w, 4) `pixels` at an offset, which may be negative, on an empty (height, width, 4) canvas."""
    if (left, top) == (0, 0) and pixels.shape[:2] == (height, width):
        return pixels
    canvas = np.zeros((height, width, 4), np.uint8)
    right, bottom = left + pixels.shape[1], top + pixels.shape[0]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if x0 < x1 and y0 < y1:
        canvas[y0:y1, x0:x1] = pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    return canvas
