"""Joins basins into rooms: what is one bumpy space, and what is two rooms with a gap in the line between them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from hintpen.engine.basins import Passages, widest
from hintpen.engine.raster import Distance, Labels

Pairs = NDArray[np.int32] | NDArray[np.int64]

BUMP = 0.8
"""A basin whose opening is at least this share of its own half width is a bump of its neighbor, not a room."""

OPENS_UP = 1.7
"""A passage is a gap in a line when, within three half widths of it, the space on both sides is this many times wider.
Two line tips that face each other open up 3.2 times, a tip before a wall 3 times, a corridor not at all."""

RAYS = 32
STEPS = 16
REACH = 3
"""How far beyond the thickness of a line, in half widths of the passage, one looks for the space to open up."""


def join_basins(passages: Passages, heights: Distance, depth: Distance, line_width: float) -> tuple[Labels, int]:
    """Says which room each basin belongs to.

    Args:
        passages: openings between basins.
        heights: (basins,) float32, half width of each basin in pixels.
        depth: (height, width) float32, distance to ink.
        line_width: pixels; the way through a gap in a line is about as long.

    Returns:
        (basins,) int32 of room ids from 0, and the number of rooms.
    """
    rooms, heights = _merge_bumps(passages, heights)
    first, second = rooms[passages.first], rooms[passages.second]
    between = first != second
    passages = Passages(first[between], second[between], passages.width[between], passages.pixel[between])
    gap = _is_gap(passages, heights, depth, line_width)
    joined, count = components(passages.first[~gap], passages.second[~gap], len(heights))
    return joined[rooms], count


def _merge_bumps(passages: Passages, heights: Distance) -> tuple[Labels, Distance]:
    """Lets each basin that is hardly wider than its widest opening join its neighbor there, until none is left.

    Each bump joins one neighbor only: one that lies in a gap must not tie the rooms on its two sides together.
    """
    rooms = np.arange(len(heights), dtype=np.int32)
    while len(passages.first):
        widest_way = _widest_way(passages, len(heights))
        bump = (widest_way >= 0) & (passages.width[widest_way] >= BUMP * heights)
        if not bump.any():
            break
        ways = widest_way[bump]
        merged, count = components(passages.first[ways], passages.second[ways], len(heights))
        higher = np.zeros(count, np.float32)
        np.maximum.at(higher, merged, heights)
        rooms, heights = merged[rooms], higher
        first, second = merged[passages.first], merged[passages.second]
        between = first != second
        passages = widest(first[between], second[between], passages.width[between], passages.pixel[between])
    return rooms, heights


def _widest_way(passages: Passages, count: int) -> NDArray[np.int64]:
    """The row of each basin's widest passage, the first among equals; -1 for a basin without one."""
    opening = np.zeros(count, np.float32)
    np.maximum.at(opening, passages.first, passages.width)
    np.maximum.at(opening, passages.second, passages.width)
    row = np.arange(len(passages.first))
    way = np.full(count, len(row))
    for side in (passages.first, passages.second):
        np.minimum.at(way, side, np.where(passages.width == opening[side], row, len(row)))
    return np.where(way < len(row), way, -1)


def components(first: Pairs, second: Pairs, count: int) -> tuple[Labels, int]:
    """Numbers the groups, from 0, that pairs of `count` things make."""
    graph = coo_array((np.ones(len(first), bool), (first, second)), shape=(count, count))
    number, labels = connected_components(graph, directed=False)
    return labels.astype(np.int32), int(number)


def _is_gap(passages: Passages, heights: Distance, depth: Distance, line_width: float) -> NDArray[np.bool_]:
    """Which passages are breaks in a line rather than open ways: those that open up quickly on both sides."""
    narrower = np.minimum(heights[passages.first], heights[passages.second])
    gap = narrower >= OPENS_UP * passages.width
    for some in np.array_split(np.flatnonzero(gap), max(1, int(gap.sum()) // 4096)):
        gap[some] = _opens_up(passages.pixel[some], passages.width[some], depth, line_width) >= OPENS_UP
    return gap


def _opens_up(pixel: NDArray[np.int64], width: Distance, depth: Distance, line_width: float) -> Distance:
    """How many times wider the space gets near each passage, on the side where it widens less.

    Rays leave the passage in all directions and end at ink. The two directions in which ink is nearest are the line on
    both sides; they part the rays into those of one room and those of the other.
    """
    angle = np.arange(RAYS) * (2 * np.pi / RAYS)
    step = np.arange(1, STEPS + 1) / STEPS
    row, column = np.divmod(pixel, depth.shape[1])
    reach = step[:, None] * (REACH * width + line_width)[:, None, None]
    y = np.rint(row[:, None, None] + reach * np.sin(angle)).astype(np.int64)
    x = np.rint(column[:, None, None] + reach * np.cos(angle)).astype(np.int64)
    inside = (y >= 0) & (y < depth.shape[0]) & (x >= 0) & (x < depth.shape[1])
    seen = np.where(inside, depth[y.clip(0, depth.shape[0] - 1), x.clip(0, depth.shape[1] - 1)], 0)
    clear = np.minimum.accumulate(seen, axis=1) >= 0.4 * width[:, None, None]
    room = np.where(clear, seen, 0).max(axis=1) / width[:, None]
    across = np.rint(width / (REACH * width + line_width) * STEPS).astype(np.int64) - 1
    near = seen[np.arange(len(seen)), across.clip(0)]
    line = (near + np.roll(near, RAYS // 2, axis=1)).argmin(axis=1)
    turned = room[np.arange(len(room))[:, None], (line[:, None] + np.arange(RAYS)) % RAYS]
    margin = RAYS // 16
    one, other = turned[:, margin : RAYS // 2 - margin + 1], turned[:, RAYS // 2 + margin : RAYS - margin + 1]
    return np.minimum(one.max(axis=1), other.max(axis=1)).astype(np.float32)
