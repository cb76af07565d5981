"""Cells: basins that are bumps of one space, joined."""

from __future__ import annotations

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
        widest_way = _widest_way(passages, len(heights))
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
