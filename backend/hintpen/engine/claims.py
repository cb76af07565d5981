"""Claims: which stroke owns which region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.hints import Mask, Strokes
from hintpen.engine.raster import Labels
from hintpen.engine.regions import Regions

SHARE = 0.5
"""A stroke owns a further region when it lays at least this share of what it lays in its main region..."""

CORE = 0.5
"""...and comes at least this far towards that region's middle; or when it goes through the very middle."""

MIDDLE = 0.9


@dataclass(frozen=True)
class Claims:
    """Which stroke owns which region, as columns; strokes may own several regions, and regions have several owners."""

    stroke: Labels
    region: Labels


def find_claims(strokes: Strokes, regions: Regions, among: Mask) -> Claims:
    """Gives each stroke the region that it mainly stands in, and regions without one to strokes that cross them.

    A stroke that merely slips over a line does not own what lies behind. `among`: (strokes,) bool, who may claim.
    """
    place = np.flatnonzero((strokes.owns & among)[strokes.stroke])
    pixel, stroke = strokes.pixel[place], strokes.stroke[place]
    depth = regions.depth.ravel()[pixel]
    key = stroke.astype(np.int64) * regions.count + regions.labels.ravel()[pixel]
    order = np.argsort(key, kind="stable")
    start = np.flatnonzero(np.append(True, np.diff(key[order]) != 0)[: len(order)])
    if len(start) == 0:
        return Claims(np.zeros(0, np.int32), np.zeros(0, np.int32))
    owner, region = np.divmod(key[order[start]], regions.count)
    laid = np.diff(np.append(start, len(order)))
    on_paper = np.add.reduceat((depth[order] > 0).astype(np.int64), start)
    reach = np.maximum.reduceat(depth[order], start) / np.maximum(regions.half_width[region], 1)
    main = _main(owner, region, laid, on_paper)
    laid_in_main = np.zeros(len(strokes.owns), np.int64)
    laid_in_main[owner[main]] = laid[main]
    crosses = (reach >= MIDDLE) | ((reach >= CORE) & (laid >= SHARE * laid_in_main[owner]))
    free = np.ones(regions.count, bool)
    free[region[main]] = False
    owned = main | (crosses & free[region])
    return Claims(owner[owned].astype(np.int32), region[owned].astype(np.int32))


def _main(owner: Labels, region: Labels, laid: NDArray[np.int64], on_paper: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each owner the row of its main region: the one in which it lays most, on paper if that decides."""
    order = np.lexsort((region, -on_paper, -laid, owner))
    first = order[np.append(True, np.diff(owner[order]) != 0)[: len(order)]]
    main = np.zeros(len(owner), bool)
    main[first] = True
    return main
