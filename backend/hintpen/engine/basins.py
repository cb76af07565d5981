"""Basins of open space: each is the paper that lies nearer to one hilltop of the distance map than to any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.engine.raster import Distance, Labels, Mask, distance_to, patches


@dataclass(frozen=True)
class Passages:
    """The widest opening between each two basins that touch, as columns of equal length.

    `first`, `second`: basin ids, first < second. `width`: half the opening in pixels, the lower distance to ink of the
    two pixels that meet there. `pixel`: flat index of one of these pixels.
    """

    first: Labels
    second: Labels
    width: Distance
    pixel: NDArray[np.int64]


def distance_to_ink(wall: Mask) -> Distance:
    """Euclidean distance of each pixel's center from the nearest inked one; the canvas's diagonal if there is none."""
    if not wall.any():
        return np.full(wall.shape, float(np.hypot(*wall.shape)), np.float32)
    return distance_to(wall)


def find_basins(
    distance: Distance, checkpoint: Callable[[], None] = lambda: None
) -> tuple[Labels, NDArray[np.float32]]:
    """Labels each paper pixel with the hilltop that steepest ascent leads to.

    Ascent on the distance map is the watershed by rain falling (Mortensen and Barrett, "Toboggan-based intelligent
    scissors", 1999); here by pointer doubling, all pixels at once, so its cost is linear.

    Returns:
        (height, width) int32, basin ids from 0, -1 on ink; and (count,) float32, each basin's height at its top.
    """
    height, width = distance.shape
    uphill = _uphill(distance)
    checkpoint()
    while True:
        further = uphill[uphill]
        checkpoint()
        if np.array_equal(further, uphill):
            break
        uphill = further
    flat_distance = distance.ravel()
    tops = np.zeros(height * width, bool)
    tops[uphill] = True
    tops[flat_distance <= 0] = False
    top_labels, count = patches(tops.reshape(height, width), 4)
    basins = top_labels.ravel().take(uphill) - 1
    basins[flat_distance <= 0] = -1
    heights = np.zeros(max(0, count - 1), np.float32)
    top_pixels = np.flatnonzero(tops)
    heights[basins[top_pixels]] = flat_distance[top_pixels]
    return basins.reshape(height, width), heights


def _uphill(distance: Distance) -> Labels:
    """Flat index of each pixel's highest neighbor of eight, or of the pixel itself where none is higher."""
    height, width = distance.shape
    padded = cv2.copyMakeBorder(distance, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0.0)
    best = distance.copy()
    offset = np.zeros((height, width), np.int32)
    for dy, dx in ((-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)):
        neighbor = padded[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width]
        higher = neighbor > best
        np.copyto(offset, dy * width + dx, where=higher)
        np.maximum(best, neighbor, out=best)
    offset = offset.ravel()
    offset += np.arange(height * width, dtype=np.int32)
    return offset


def find_passages(basins: Labels, distance: Distance) -> Passages:
    """The widest opening between each two basins that share a border (4-connected)."""
    width = basins.shape[1]
    firsts: list[Labels] = []
    seconds: list[Labels] = []
    openings: list[Distance] = []
    pixels: list[NDArray[np.int64]] = []
    for here, there in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
        a, b = basins[here], basins[there]
        row, column = np.divmod(np.flatnonzero((a != b) & (np.minimum(a, b) >= 0)), a.shape[1])
        firsts.append(a[row, column])
        seconds.append(b[row, column])
        openings.append(np.minimum(distance[here][row, column], distance[there][row, column]))
        pixels.append(row * width + column)
    return widest(np.concatenate(firsts), np.concatenate(seconds), np.concatenate(openings), np.concatenate(pixels))


def widest(first: Labels, second: Labels, width: Distance, pixel: NDArray[np.int64]) -> Passages:
    """Keeps, of passages between the same two basins, the widest; the first in reading order among equals."""
    low, high = np.minimum(first, second), np.maximum(first, second)
    order = np.lexsort((pixel, -width, high, low))
    low, high = low[order], high[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    kept = order[fresh]
    return Passages(low[fresh], high[fresh], width[kept], pixel[kept])
