"""Claims: which stroke owns which cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.hints import Strokes
from hintpen.engine.raster import Distance, Labels, Mask
from hintpen.engine.regions import Regions

SHARE = 0.5
"""A stroke owns a further cell when it lays at least this share of what it lays in its main cell..."""

CORE = 0.5
"""...and comes at least this far towards that cell's middle; or when it goes through the very middle."""

MIDDLE = 0.9


@dataclass(frozen=True)
class Claims:
    """Which stroke owns which cell, as columns; strokes may own several cells, and cells have several owners.

    `depth`: how far from ink the stroke comes in that cell, in pixels.
    """

    stroke: Labels
    cell: Labels
    depth: Distance


def find_claims(strokes: Strokes, regions: Regions, among: Mask) -> Claims:
    """Gives each stroke the cell that it mainly stands in, and cells that are no stroke's main one to those that cross.

    A stroke that merely slips over a line does not own what lies behind. `among`: (strokes,) bool, who may claim.
    """
    place = np.flatnonzero((strokes.owns & among)[strokes.stroke])
    pixel, stroke = strokes.pixel[place], strokes.stroke[place]
    depth = regions.depth.ravel()[pixel]
    key = stroke.astype(np.int64) * regions.count + regions.labels.ravel()[pixel]
    order = np.argsort(key, kind="stable")
    start = np.flatnonzero(np.append(True, np.diff(key[order]) != 0)[: len(order)])
    if len(start) == 0:
        return Claims(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))
    owner, cell = np.divmod(key[order[start]], regions.count)
    laid = np.diff(np.append(start, len(order)))
    on_paper = np.add.reduceat((depth[order] > 0).astype(np.int64), start)
    deepest = np.maximum.reduceat(depth[order], start)
    reach = deepest / np.maximum(regions.half_width[cell], 1)
    main = _main(owner, cell, laid, on_paper)
    main_of = np.zeros(len(strokes.owns), np.int64)
    main_of[owner[main]] = np.flatnonzero(main)
    same_room = regions.room[cell] == regions.room[cell[main_of[owner]]]
    much = (laid >= SHARE * laid[main_of[owner]]) | same_room
    crosses = (reach >= MIDDLE) | ((reach >= CORE) & much)
    free = np.ones(regions.count, bool)
    free[cell[main]] = False
    owned = main | (crosses & free[cell])
    return Claims(owner[owned].astype(np.int32), cell[owned].astype(np.int32), deepest[owned])


def _main(owner: Labels, cell: Labels, laid: NDArray[np.int64], on_paper: NDArray[np.int64]) -> Mask:
    """For each owner the row of its main cell: the one in which it lays most, on paper if that decides."""
    order = np.lexsort((cell, -on_paper, -laid, owner))
    first = order[np.append(True, np.diff(owner[order]) != 0)[: len(order)]]
    main = np.zeros(len(owner), bool)
    main[first] = True
    return main
