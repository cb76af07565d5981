"""Which of the gaps that a pen left can be seen in the finished line art, and how wide they are there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.drawing import OpenGap
from hintpen.training.artist.inking import Gap

OPEN, SHUT = 80, 120
"""Coverage below the one is open, above the other it is ink."""


def open_gaps(gaps: Sequence[Gap], regions: NDArray[np.int32], ink: NDArray[np.uint8]) -> tuple[OpenGap, ...]:
    """Those that lead from one region into another without touching ink, between two ends of line.

    `regions`: (h, w); `ink`: (h, w) coverage of the finished line art.
    """
    if not gaps:
        return ()
    height, width = ink.shape
    side = min(height, width)
    middle = np.array([gap.middle for gap in gaps]) * side
    normal = np.array([gap.normal for gap in gaps])
    size = np.array([gap.width for gap in gaps]) * side
    tangent = np.stack([normal[:, 1], -normal[:, 0]], 1)
    # Straight through the gap, a little farther than a line is thick.
    reach = np.maximum(2.0, 0.006 * side) * np.linspace(-1, 1, 13)
    across = middle[:, None] + normal[:, None] * reach[None, :, None]
    clear = (_look(ink, across) < OPEN).all(1)
    ends = _look(regions, across[:, [0, -1]])
    # And along the line, to its two ends.
    half = np.linspace(0, 1, 40)[None] * (size * 0.75 + 0.02 * side)[:, None]
    ahead, behind = (
        _look(ink, middle[:, None] + sign * tangent[:, None] * half[:, :, None]) > SHUT for sign in (1.0, -1.0)
    )
    found = clear & (ends[:, 0] != ends[:, 1]) & ahead.any(1) & behind.any(1)
    rows = np.arange(len(gaps))
    wide = half[rows, ahead.argmax(1)] + half[rows, behind.argmax(1)]
    margin = ((middle > 1) & (middle < (width - 1, height - 1))).all(1)
    return tuple(
        OpenGap(float(middle[i, 0]), float(middle[i, 1]), float(wide[i])) for i in np.flatnonzero(found & margin)
    )


def _look(layer: NDArray[np.int32] | NDArray[np.uint8], at: NDArray[np.float64]) -> NDArray[np.int32]:
    """The layer's values at points (..., 2) in pixels."""
    height, width = layer.shape
    x, y = np.floor(at).astype(np.intp).transpose(2, 0, 1)
    return layer[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)].astype(np.int32)
