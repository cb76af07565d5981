"""Spreading: how owners come by the cells in which nobody put a hint."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from hintpen.engine.borders import Borders
from hintpen.engine.owners import NOBODY, SEVERAL
from hintpen.engine.raster import Distance, Indices, Labels, Mask

OwnerAt = Callable[[int, int], int]
"""Called with a cell that has several owners and the flat index of a pixel of it; says whose that is."""

LEAST = 1e-6
"""Cost of an edge; sparse graphs have none of cost 0."""

CHAIN = 8
"""Slivers that may lie side by side between a cell and the last of them."""


def spread(of_cell: Labels, hold: Distance, barred: Mask, across: Mask, borders: Borders, owner_at: OwnerAt) -> Mask:
    """Lets owners take cells, in place: first through the widest openings, then over the faintest lines.

    Each cell is reached by the way whose highest wall is lowest (a minimum spanning forest, as in Cousty et al.,
    "Watershed cuts", 2009), rooted in the cells that are owned.

    Args:
        of_cell: (cells,) owner ids, NOBODY or SEVERAL.
        hold: (cells,) float32, the opening in pixels, half its width, up to which an owned cell withstands others.
        barred: (cells,) bool, cells that neither take nor pass on.
        across: (borders,) bool, which borders may be crossed.
        borders: how cells meet.

    Returns:
        (cells,) bool, the owned cells that another owner has reached by a wider way than they withstand.
    """
    count = len(of_cell)
    rows = np.flatnonzero(across & ~(barred[borders.first] | barred[borders.second]))
    first, second, opening = borders.first[rows], borders.second[rows], borders.opening[rows]
    over_line = 2 + np.floor(borders.darkness[rows] / 32) + 1 / (1 + borders.length[rows])
    cost = np.where(opening > 0, 1 / (1 + opening), over_line)
    owned = (of_cell != NOBODY) & ~barred
    roots = np.flatnonzero(owned)
    # One more node touches all roots: the tree that hangs from it is the forest.
    ends = np.append(first, roots), np.append(second, np.full(len(roots), count))
    graph = coo_array((np.append(cost, np.maximum(1 / (1 + hold[roots]), LEAST)), ends), shape=(count + 1, count + 1))
    order, parent = breadth_first_order(minimum_spanning_tree(graph.tocsr()), count, directed=False)
    taken = np.zeros(count, bool)
    key = borders.first.astype(np.int64) * count + borders.second
    for child in order[1:]:
        source = parent[child]
        if source != count:
            row = np.searchsorted(key, min(source, child) * count + max(source, child))
            taken[child] = owned[child]
            of_cell[child] = _owner_across(of_cell, int(source), int(row), borders, owner_at)
    return taken


def fill_slivers(of_cell: Labels, host: Indices, borders: Borders, owner_at: OwnerAt) -> None:
    """Gives nobody's slivers, in place, the owner of the cell across the border at row `host`.

    Slivers take, but a hint in one of them goes no further.
    """
    for _ in range(CHAIN):
        empty = np.flatnonzero((of_cell == NOBODY) & (host >= 0))
        source = np.where(borders.first[host[empty]] == empty, borders.second[host[empty]], borders.first[host[empty]])
        filled = of_cell[source] != NOBODY
        if not filled.any():
            return
        found = [
            _owner_across(of_cell, int(cell), int(row), borders, owner_at)
            for cell, row in zip(source[filled], host[empty[filled]], strict=True)
        ]
        of_cell[empty[filled]] = found


def _owner_across(of_cell: Labels, source: int, row: int, borders: Borders, owner_at: OwnerAt) -> int:
    if of_cell[source] != SEVERAL:
        return int(of_cell[source])
    beside = borders.first_pixel if borders.first[row] == source else borders.second_pixel
    return owner_at(source, int(beside[row]))
