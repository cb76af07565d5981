"""Cells: basins that are bumps of one space, joined."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from hintpen.engine.basins import Passages, widest
from hintpen.engine.raster import Distance, Labels

Pairs = NDArray[np.int32] | NDArray[np.int64]

BUMP = 0.9
"""A basin whose opening is at least this share of its own half width is a bump of its neighbor, no cell."""


def find_cells(passages: Passages, heights: Distance) -> tuple[Labels, Distance]:
    """Lets each basin that is hardly wider than its widest opening join its neighbor there, until none is left.

    Each bump joins one neighbor only: one that lies in a gap must not tie the cells on its two sides together.

    Args:
        passages: openings between basins.
        heights: (basins,) float32, half width of each basin in pixels.

    Returns:
        (basins,) int32 of cell ids from 0; (cells,) float32, their half widths.
    """
    cells = np.arange(len(heights), dtype=np.int32)
    while len(passages.first):
        widest_way = best_pair(passages.first, passages.second, passages.width, len(heights))
        bump = (widest_way >= 0) & (passages.width[widest_way] >= BUMP * heights)
        if not bump.any():
            break
        ways = widest_way[bump]
        merged, count = components(passages.first[ways], passages.second[ways], len(heights))
        higher = np.zeros(count, np.float32)
        np.maximum.at(higher, merged, heights)
        cells, heights = merged[cells], higher
        first, second = merged[passages.first], merged[passages.second]
        between = first != second
        passages = widest(first[between], second[between], passages.width[between], passages.pixel[between])
    return cells, heights


def best_pair(first: Pairs, second: Pairs, value: NDArray[Any], count: int) -> NDArray[np.int64]:
    """(count,) row of the pair, of those that a thing is part of, with the highest value above 0; the first among
    equals, -1 for things without one.
    """
    best = np.zeros(count, value.dtype)
    np.maximum.at(best, first, value)
    np.maximum.at(best, second, value)
    row = np.arange(len(first))
    chosen = np.full(count, len(row))
    for side in (first, second):
        np.minimum.at(chosen, side, np.where((value == best[side]) & (value > 0), row, len(row)))
    return np.where(chosen < len(row), chosen, -1)


def components(first: Pairs, second: Pairs, count: int) -> tuple[Labels, int]:
    """Numbers the groups, from 0, that pairs of `count` things make."""
    graph = coo_array((np.ones(len(first), bool), (first, second)), shape=(count, count))
    number, labels = connected_components(graph, directed=False)
    return labels.astype(np.int32), int(number)
