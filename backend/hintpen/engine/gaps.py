"""Gaps: which narrow passages are breaks in a line, and which are ways that a space has to itself."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.engine.basins import Passages
from hintpen.engine.raster import Distance

OPENS_UP = 1.7
"""A passage between two tips is a gap when, near it, the space on both sides gets this many times wider. Two thin tips
that face each other open up 3.2 times within three half widths, a corridor not at all."""

OPENS_UP_CLEARLY = 2.0
"""The same for a passage, not wider than twice the line, between one tip and the side of another line."""

TIP = 0.9
CLEAR_TIP = 0.7
"""A line ends where there is this share or less of the ink that is around a line that goes on; exactly half in theory.
The outlines of two hills leave as narrow a valley as two tips, and it is no gap: no line ends there. These four numbers
were fitted to passages of 62 real drawings, whole and with breaks of 4 to 20 pixels made in known places."""

RAYS = 32
STEPS = 16
REACH = 3
"""How far beyond the thickness of a line, in half widths of the passage, one looks for the space to open up."""


def are_gaps(passages: Passages, heights: Distance, depth: Distance, line_width: float) -> NDArray[np.bool_]:
    """Which passages between cells are breaks in a line rather than open ways.

    A gap is narrow beside the cells on both sides, and a line ends there.

    Args:
        passages: openings between cells.
        heights: (cells,) float32, half width of each cell in pixels.
        depth: (height, width) float32, distance to ink.
        line_width: pixels; the way through a gap in a line is about as long.

    Returns:
        (passages,) bool.
    """
    gap = np.minimum(heights[passages.first], heights[passages.second]) >= OPENS_UP * passages.width
    ink = _ink_around(depth, line_width)
    for some in np.array_split(np.flatnonzero(gap), max(1, int(gap.sum()) // 4096)):
        pixel, width = passages.pixel[some], passages.width[some]
        opening, most_tip, least_tip = _look_around(pixel, width, depth, ink, line_width)
        between_tips = (least_tip <= TIP) & (opening >= OPENS_UP)
        pen_lifted = (most_tip <= CLEAR_TIP) & (width <= line_width) & (opening >= OPENS_UP_CLEARLY)
        gap[some] = between_tips | pen_lifted
    return gap


def _ink_around(depth: Distance, line_width: float) -> NDArray[np.uint8]:
    """(height, width) uint8: the share of ink in a square of about four line widths around each pixel, 0..255."""
    side = _tip_window(line_width)
    inked = (depth <= 0).view(np.uint8) * np.uint8(255)
    return np.asarray(cv2.boxFilter(inked, -1, (side, side), borderType=cv2.BORDER_CONSTANT), np.uint8)


def _tip_window(line_width: float) -> int:
    return 2 * max(2, round(2 * line_width)) + 1


def _look_around(
    pixel: NDArray[np.int64], width: Distance, depth: Distance, ink: NDArray[np.uint8], line_width: float
) -> tuple[Distance, Distance, Distance]:
    """Looks from each passage along rays that end at ink.

    The two opposite directions in which ink is nearest lead to the line on both sides; they part the other rays into
    those of one room and those of the other.

    Returns:
        Per passage, how many times wider the space gets on the side where it widens less; and how much ink is around
        the line's nearest point on the emptier and on the fuller side, 1 being that of a line that goes on.
    """
    angle = np.arange(RAYS) * (2 * np.pi / RAYS)
    step = np.arange(1, STEPS + 1) / STEPS
    far = REACH * width + line_width
    seen = _sample(depth, pixel, step[:, None] * far[:, None, None], angle)
    clear = np.minimum.accumulate(seen, axis=1) >= 0.4 * width[:, None, None]
    room = np.where(clear, seen, 0).max(axis=1) / width[:, None]
    each = np.arange(len(pixel))
    across = seen[each, (np.rint(width / far * STEPS).astype(np.int64) - 1).clip(0)]
    line = (across + np.roll(across, RAYS // 2, axis=1)).argmin(axis=1)
    turned = room[each[:, None], (line[:, None] + np.arange(RAYS)) % RAYS]
    margin = RAYS // 16
    one = turned[:, margin : RAYS // 2 - margin + 1].max(axis=1)
    other = turned[:, RAYS // 2 + margin : RAYS - margin + 1].max(axis=1)
    sides = angle[np.stack([line, (line + RAYS // 2) % RAYS], axis=1)]
    going_on = 255 * line_width / _tip_window(line_width)
    tips = _sample(ink, pixel, (width + line_width / 4)[:, None], sides, beyond=255) / max(going_on, 1.0)
    return np.minimum(one, other), tips.min(axis=1).astype(np.float32), tips.max(axis=1).astype(np.float32)


def _sample(
    image: NDArray[Any], pixel: NDArray[np.int64], radius: NDArray[Any], angle: NDArray[Any], beyond: int = 0
) -> NDArray[Any]:
    """The image's values at polar coordinates around pixels; `beyond` outside of the canvas."""
    height, width = image.shape
    row, column = (place.reshape(-1, *[1] * (radius.ndim - 1)) for place in np.divmod(pixel, width))
    y = np.rint(row + radius * np.sin(angle)).astype(np.int64)
    x = np.rint(column + radius * np.cos(angle)).astype(np.int64)
    inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
    return np.where(inside, image[y.clip(0, height - 1), x.clip(0, width - 1)], beyond)
