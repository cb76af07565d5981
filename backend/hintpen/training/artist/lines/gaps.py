"""Which of the gaps that a pen left can be seen in the finished line art, and how wide they are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.drawing import OpenGap
from hintpen.training.artist.frame import Points
from hintpen.training.artist.lines.passes import Gap

Gray = NDArray[np.uint8]
Marks = NDArray[np.bool_]

OPEN, SHUT = 64, 120
"""Coverage below the one is open, above the other it is ink."""


def open_gaps(gaps: Sequence[Gap], regions: NDArray[np.int32], ink: Gray) -> tuple[OpenGap, ...]:
    """Those that lead from one region into another without touching ink, between two ends of line.

    `regions`: (h, w); `ink`: (h, w) coverage of the finished line art.
    """
    if not gaps:
        return ()
    side = min(ink.shape)
    middle = np.array([gap.middle for gap in gaps]) * side
    normal = np.array([gap.normal for gap in gaps])
    size = np.array([gap.width for gap in gaps]) * side
    tangent = np.stack([normal[:, 1], -normal[:, 0]], 1)
    # Straight through the gap, a little farther than a line is thick.
    reach = np.maximum(2.0, 0.006 * side) * np.linspace(-1, 1, 13)
    across = middle[:, None] + normal[:, None] * reach[None, :, None]
    ends = _look(regions, across[:, [0, -1]])
    clear = (_look(ink, across) < OPEN).all(1) & (ends[:, 0] != ends[:, 1]) & _within(middle, ink.shape)
    middle, normal, tangent, size = middle[clear], normal[clear], tangent[clear], size[clear]
    # And to the ink before and behind: the line's other end, or the line that it should have met.
    far = np.linspace(0, 1, 40)[None] * (size * 1.5 + 0.02 * side)[:, None]
    (ahead, there), (behind, back) = (_way_to_ink(ink, middle, sign * tangent, normal, far) for sign in (1.0, -1.0))
    wide = there + back
    middle = middle + tangent * ((there - back) / 2)[:, None]
    kept = ahead & behind & _within(middle, ink.shape) & (_look(ink, middle) < OPEN)
    return tuple(OpenGap(float(middle[i, 0]), float(middle[i, 1]), float(wide[i])) for i in np.flatnonzero(kept))


def _within(at: Points, shape: tuple[int, ...]) -> Marks:
    """(n,) which of the points (n, 2) lie on the canvas, a pixel from its border."""
    return np.all((at > 1) & (at < (shape[1] - 1, shape[0] - 1)), axis=1)


def _way_to_ink(ink: Gray, middle: Points, ahead: Points, aside: Points, far: Points) -> tuple[Marks, NDArray[Any]]:
    """For each gap whether there is ink ahead of its middle, within 60 degrees to either side, and how near."""
    turns = np.radians(np.linspace(-60, 60, 17))[:, None, None]
    rays = np.cos(turns) * ahead + np.sin(turns) * aside
    hit = _look(ink, middle[:, None] + rays[:, :, None] * far[None, :, :, None]) > SHUT
    way = np.where(hit.any(-1), np.take_along_axis(far[None], hit.argmax(-1)[..., None], -1)[..., 0], np.inf).min(0)
    return np.isfinite(way), np.where(np.isfinite(way), way, 0.0)


def _look(layer: NDArray[np.int32] | Gray, at: NDArray[np.float64]) -> NDArray[np.int32]:
    """The layer's values at points (..., 2) in pixels."""
    height, width = layer.shape
    x, y = np.clip(at[..., 0], 0, width - 1), np.clip(at[..., 1], 0, height - 1)
    return layer[y.astype(np.intp), x.astype(np.intp)].astype(np.int32)
