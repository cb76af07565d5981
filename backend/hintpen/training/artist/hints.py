"""Hints as an artist would put them: dots and short strokes of a region's color, in the large regions first."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.records import Random

SPOTS = 640
"""So many places on the canvas are thought of; large regions have many of them."""

LARGEST = 0.013
"""The diameter of the largest dot, as a share of the canvas's short side; the smallest is one pixel."""

STEPS = 12
"""A stroke is followed in so many steps, to stop where its region ends."""


def propose_hints(
    regions: NDArray[np.int32], ink: NDArray[np.uint8], flat: NDArray[np.uint8], colored: Sequence[bool], random: Random
) -> NDArray[np.uint8]:
    """(h, w, 4) uint8 RGBA, alpha 0 or 255: every pixel of a hint lies in the region whose color it has.

    `regions` (h, w) number the entries of `colored`; `flat` (h, w, 3) is one color in each of them. Large regions get
    several hints, up to four; some regions get none, and now and then all but the largest are left to the reader.
    """
    height, width = regions.shape
    count = len(colored)
    area = np.bincount(regions.ravel(), minlength=count)[:count] / regions.size
    u, spots = random.random((count, 3)), random.random((SPOTS, 8))
    keep = float(random.choice((1.0, random.uniform(0.2, 1.0))))
    x, y, owner, shape = _places(regions, ink, spots)
    rank = np.empty(count, np.intp)
    rank[np.argsort(-area, kind="stable")] = np.arange(count)
    wanted = 1 + (u[:, 0] < area * 8) + (u[:, 1] < area * 4 - 0.1) + (u[:, 2] < area * 2 - 0.2)
    wanted[(rank > 1) & (u[:, 2] < 0.1)] = 0
    wanted[~np.array(colored, bool) | (rank >= max(2.0, keep * count))] = 0
    chosen = np.flatnonzero(_turn(owner, count) < wanted[owner])
    marks = np.zeros((height, width), np.int32)
    for i in chosen.tolist():
        _put(marks, regions, int(x[i]), int(y[i]), int(owner[i]), shape[i])
    hints = np.zeros((height, width, 4), np.uint8)
    own = marks == regions + 1
    hints[own, :3] = flat[own]
    hints[own, 3] = 255
    return hints


def _places(
    regions: NDArray[np.int32], ink: NDArray[np.uint8], spots: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int32], NDArray[np.float64]]:
    """Where hints may be put: x, y, the region there, and numbers that decide its shape.

    First the spots, most of which are not on ink, then the roomiest place of each small region, which no spot may hit.
    """
    height, width = regions.shape
    x, y = (spots[:, 0] * width).astype(np.intp), (spots[:, 1] * height).astype(np.intp)
    # Artists aim at the open; a hand slips onto the line now and then.
    free = (ink[y, x] < 100) | (spots[:, 2] < 0.08)
    border = np.zeros((height, width), np.uint8)
    border[:, 1:] |= (regions[:, 1:] != regions[:, :-1]).view(np.uint8)
    border[1:] |= (regions[1:] != regions[:-1]).view(np.uint8)
    room = cv2.distanceTransform(((border == 0) & (ink < 128)).astype(np.uint8), cv2.DIST_L2, 3)
    peak_y, peak_x = np.nonzero((room >= 1.5) & (room >= cv2.dilate(room, np.ones((5, 5), np.uint8))))
    order = np.argsort(-room[peak_y, peak_x], kind="stable")
    peak_y, peak_x = peak_y[order], peak_x[order]
    _, first = np.unique(regions[peak_y, peak_x], return_index=True)
    peak_y, peak_x = peak_y[first], peak_x[first]
    x, y = np.concatenate([x[free], peak_x]), np.concatenate([y[free], peak_y])
    owner = regions[y, x]
    # A region's numbers are its own, whatever else is on the canvas.
    shape = np.concatenate([spots[free, 3:], spots[regions[peak_y, peak_x] % SPOTS, 3:]])
    return x, y, owner, shape


def _turn(owner: NDArray[np.int32], count: int) -> NDArray[np.intp]:
    """(n,) how many came before it in its region."""
    order = np.argsort(owner, kind="stable")
    begin = np.searchsorted(owner[order], np.arange(count))
    turn = np.empty(len(owner), np.intp)
    turn[order] = np.arange(len(owner)) - begin[owner[order]]
    return turn


def _put(
    marks: NDArray[np.int32], regions: NDArray[np.int32], x: int, y: int, owner: int, shape: NDArray[np.float64]
) -> None:
    """A dot or a stroke of the region `owner` at (x, y): its number + 1 in `marks`; `shape`: (5,) numbers 0..1."""
    size = min(marks.shape)
    thick = max(1, round(float((LARGEST * size) ** shape[0])))
    if shape[1] < 0.55:
        if thick == 1:
            marks[y, x] = owner + 1
        else:
            cv2.circle(marks, (x, y), thick // 2, (owner + 1,), cv2.FILLED)
        return
    length, angle = size * 0.08 * shape[2] ** 1.5, 2 * np.pi * shape[3]
    bend = np.linspace(0, 2 * (shape[4] - 0.5), STEPS)
    path = np.cumsum(np.stack([np.cos(angle + bend), np.sin(angle + bend)], 1), 0) * length / STEPS + (x, y)
    path = np.clip(np.rint(path), 0, np.array(marks.shape[::-1]) - 1).astype(np.int32)
    out = np.flatnonzero(regions[path[:, 1], path[:, 0]] != owner)
    path = np.concatenate([np.array([[x, y]], np.int32), path[: out[0] if len(out) else STEPS]])
    cv2.polylines(marks, [path], False, (owner + 1,), thick)
