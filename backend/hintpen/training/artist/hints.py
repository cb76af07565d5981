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

    `regions` (h, w) number the entries of `colored`; `flat` (h, w, 3) is one color in each of them. Each piece that
    lines close off gets one hint, large ones up to four; some get none, and now and then all but the largest are left
    to the reader.
    """
    height, width = regions.shape
    u, spots = random.random((len(colored), 3)), random.random((SPOTS, 8))
    keep = float(random.choice((1.0, random.uniform(0.2, 1.0))))
    pieces, room = _pieces(regions, ink)
    x, y, owner, shape = _places(regions, pieces, room, ink, spots)
    count = int(pieces.max()) + 1
    area = np.bincount(pieces.ravel(), minlength=count) / regions.size
    region_of = np.zeros(count, np.int32)
    region_of[owner] = regions[y, x]
    rank = np.empty(count, np.intp)
    rank[np.argsort(-area, kind="stable")] = np.arange(count)
    first, second, third = u[region_of].T
    wanted = 1 + (first < area * 8) + (second < area * 4 - 0.1) + (third < area * 2 - 0.2)
    wanted[(rank > 1) & (third < 0.1)] = 0
    wanted[~np.array(colored, bool)[region_of] | (rank >= max(2.0, keep * count))] = 0
    chosen = np.flatnonzero((_turn(owner, count) < wanted[owner]) & (owner > 0))
    marks = np.zeros((height, width), np.int32)
    for i in chosen.tolist():
        _put(marks, regions, int(x[i]), int(y[i]), int(region_of[owner[i]]), shape[i])
    hints = np.zeros((height, width, 4), np.uint8)
    own = marks == regions + 1
    hints[own, :3] = flat[own]
    hints[own, 3] = 255
    return hints


def _pieces(regions: NDArray[np.int32], ink: NDArray[np.uint8]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """(h, w) which piece of a region, closed off by ink or by its border, 0 on these; and how far away they are."""
    border = np.zeros(regions.shape, np.uint8)
    border[:, 1:] |= (regions[:, 1:] != regions[:, :-1]).view(np.uint8)
    border[1:] |= (regions[1:] != regions[:-1]).view(np.uint8)
    free = ((border == 0) & (ink < 128)).astype(np.uint8)
    # Four neighbors: a border of one pixel's width closes.
    pieces = cv2.connectedComponents(free, connectivity=4, ltype=cv2.CV_32S)[1]
    room = cv2.distanceTransform(free, cv2.DIST_L2, 3)
    return np.asarray(pieces, np.int32), np.asarray(room, np.float32)


def _places(
    regions: NDArray[np.int32],
    pieces: NDArray[np.int32],
    room: NDArray[np.float32],
    ink: NDArray[np.uint8],
    spots: NDArray[np.float64],
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int32], NDArray[np.float64]]:
    """Where hints may be put: x, y, the piece there, and numbers that decide its shape.

    First the spots, most of which are not on ink, then the roomiest place of each piece that has any room.
    """
    height, width = regions.shape
    x, y = (spots[:, 0] * width).astype(np.intp), (spots[:, 1] * height).astype(np.intp)
    # Artists aim at the open; a hand slips onto the line now and then.
    slipped = spots[:, 2] < 0.08
    free = (ink[y, x] < 100) | slipped
    peak_y, peak_x = np.nonzero((room >= 1.5) & (room >= cv2.dilate(room, np.ones((5, 5), np.uint8))))
    order = np.argsort(-room[peak_y, peak_x], kind="stable")
    peak_y, peak_x = peak_y[order], peak_x[order]
    known, first = np.unique(pieces[peak_y, peak_x], return_index=True)
    peak_y, peak_x = peak_y[first], peak_x[first]
    # On a line it is the piece beside it that is meant, if the line lies in the same region.
    beside = cv2.dilate(pieces.astype(np.float32), np.ones((7, 7), np.uint8))[y, x].astype(np.int32)
    owner = np.where(pieces[y, x] > 0, pieces[y, x], beside)
    home = np.full(int(pieces.max()) + 1, -1, np.int32)
    home[known] = regions[peak_y, peak_x]
    free &= home[owner] == regions[y, x]
    # A region's numbers are its own, whatever else is on the canvas.
    shape = np.concatenate([spots[free, 3:], spots[regions[peak_y, peak_x] % SPOTS, 3:]])
    x, y = np.concatenate([x[free], peak_x]), np.concatenate([y[free], peak_y])
    return x, y, np.concatenate([owner[free], known]), shape


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
