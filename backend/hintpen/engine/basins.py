"""Basins of open space: each is the paper that lies nearer to one hilltop of the distance map than to any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from hintpen.engine.raster import (
    Distance,
    Indices,
    Labels,
    Mask,
    Places,
    by_strips,
    distance_to,
    edges,
    look_up,
    patches,
)

NEIGHBORS = ((0, 0), (-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1))
TO_ROW, TO_COLUMN = np.array(NEIGHBORS, np.int16).T
"""From a pixel to itself and its eight neighbors, the nearer ones first."""


@dataclass(frozen=True)
class Passages:
    """The widest opening between each two basins that touch, as columns of equal length.

    `first`, `second`: basin ids, first < second. `width`: half the opening in pixels, the lower distance to ink of the
    two pixels that meet there. `pixel`: flat index of one of these pixels.
    """

    first: Labels
    second: Labels
    width: Distance
    pixel: Indices


def distance_to_ink(wall: Mask) -> Distance:
    """Euclidean distance of each pixel's center from the nearest inked one; the canvas's diagonal if there is none."""
    if not wall.any():
        return np.full(wall.shape, float(np.hypot(*wall.shape)), np.float32)
    return distance_to(wall)


def find_basins(distance: Distance, checkpoint: Callable[[], None] = lambda: None) -> tuple[Labels, Distance]:
    """Labels each paper pixel with the hilltop that steepest ascent leads to.

    Ascent on the distance map is the watershed by rain falling (Mortensen and Barrett, "Toboggan-based intelligent
    scissors", 1999); here by pointer doubling, all pixels at once, so its cost is linear.

    Returns:
        (height, width) int32, basin ids from 0, -1 on ink; and (count,) float32, each basin's height at its top.
    """
    uphill, tops = _uphill(distance)
    checkpoint()
    while True:
        further = look_up(uphill, uphill)
        checkpoint()
        if np.array_equal(further, uphill):
            break
        uphill = further
    top_labels, count = patches(tops, 4)
    checkpoint()
    basins = look_up(top_labels, uphill)
    basins -= 1
    basins[distance <= 0] = -1
    top_pixels = np.flatnonzero(top_labels)
    heights = np.zeros(count - 1, np.float32)
    heights[top_labels.ravel()[top_pixels] - 1] = distance.ravel()[top_pixels]
    return basins, heights


def _uphill(distance: Distance) -> tuple[Places, Mask]:
    """Column and row of each pixel's highest neighbor of eight, or of the pixel itself where none is higher; and, on
    paper, which pixels these are.
    """
    height, width = distance.shape
    padded = cv2.copyMakeBorder(distance, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0.0)
    places = np.empty((height, width, 2), np.int16)
    tops = np.empty((height, width), bool)

    def strip(top: int, bottom: int) -> None:
        best = distance[top:bottom].copy()
        direction = np.zeros(best.shape, np.uint8)
        for number, (dy, dx) in enumerate(NEIGHBORS[1:], 1):
            neighbor = padded[1 + top + dy : 1 + bottom + dy, 1 + dx : 1 + dx + width]
            np.copyto(direction, number, where=neighbor > best)
            np.maximum(best, neighbor, out=best)
        row = np.arange(top, bottom, dtype=np.int16)[:, None]
        np.add(np.arange(width, dtype=np.int16), TO_COLUMN[direction], out=places[top:bottom, :, 0])
        np.add(row, TO_ROW[direction], out=places[top:bottom, :, 1])
        tops[top:bottom] = (direction == 0) & (best > 0)

    by_strips(distance.shape, strip)
    return places, tops


def find_passages(basins: Labels, distance: Distance) -> Passages:
    """The widest opening between each two basins that share a border (4-connected)."""
    here, there = edges(basins)
    a, b = basins.ravel()[here], basins.ravel()[there]
    on_paper = np.minimum(a, b) >= 0
    here, there = here[on_paper], there[on_paper]
    opening = np.minimum(distance.ravel()[here], distance.ravel()[there])
    return widest(a[on_paper], b[on_paper], opening, here)


def widest(first: Labels, second: Labels, width: Distance, pixel: Indices) -> Passages:
    """Keeps, of passages between the same two basins, the widest; the first given among equals."""
    key = np.minimum(first, second).astype(np.int64) << 32 | np.maximum(first, second)
    order = np.argsort(key, kind="stable")
    key, width = key[order], width[order]
    fresh = np.append(True, key[1:] != key[:-1])[: len(key)]
    start = np.flatnonzero(fresh)
    if len(start) == 0:
        return Passages(first, second, width, pixel)
    most = np.maximum.reduceat(width, start)
    here = np.where(width == most[np.cumsum(fresh) - 1], np.arange(len(key)), len(key))
    low, high = np.divmod(key[start], 1 << 32)
    return Passages(low.astype(np.int32), high.astype(np.int32), most, pixel[order[np.minimum.reduceat(here, start)]])
