"""Hints as an artist would put them: a dot or a stroke of its color in a region, in the large ones first."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.records import Random


def propose_hints(
    regions: NDArray[np.int32], ink: NDArray[np.uint8], flat: NDArray[np.uint8], colored: Sequence[bool], random: Random
) -> NDArray[np.uint8]:
    """(h, w, 4) uint8 RGBA, alpha 0 or 255: at most one hint a region, well inside it, of its own color."""
    height, width = regions.shape
    hints = np.zeros((height, width, 4), np.uint8)
    # Distance to the region's own border, not to ink alone: a hint belongs to one region.
    border = np.zeros((height, width), np.uint8)
    border[:, 1:] |= (regions[:, 1:] != regions[:, :-1]).view(np.uint8)
    border[1:] |= (regions[1:] != regions[:-1]).view(np.uint8)
    room = cv2.distanceTransform(((border == 0) & (ink < 128)).astype(np.uint8), cv2.DIST_L2, 3)
    order = np.argsort(room.ravel(), kind="stable")[::-1]
    which, first = np.unique(regions.ravel()[order], return_index=True)
    for region, at in zip(which.tolist(), order[first].tolist(), strict=True):
        y, x = divmod(int(at), width)
        reach = float(room[y, x])
        if not colored[region] or reach < 2.0 or random.random() < 0.1:
            continue
        radius = int(min(reach - 1, random.integers(1, max(2, min(height, width) // 60) + 1)))
        color = (*flat[y, x].tolist(), 255)
        cv2.circle(hints, (x, y), radius, color, cv2.FILLED)
    return hints
