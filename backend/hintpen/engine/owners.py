"""Owners: the colors that regions are given, by their own hints, by likeness, or by extension from their neighbors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from hintpen.engine.borders import Borders
from hintpen.engine.claims import Claims, find_claims
from hintpen.engine.drawing import HintKind
from hintpen.engine.hints import KINDS, Mask, Paints, Strokes
from hintpen.engine.raster import Labels
from hintpen.engine.regions import Regions

COLOR, TRANSPARENT, PROTECT, SAME = (
    KINDS.index(kind) for kind in (HintKind.COLOR, HintKind.TRANSPARENT, HintKind.PROTECT, HintKind.SAME)
)

NOBODY, SEVERAL = 0, -1
"""Values of `Owners.of_region` beside the ids of owners, which begin at 1."""


@dataclass(frozen=True)
class Owners:
    """Who owns what; an owner is a color, "transparent" or "protect", whatever number of strokes speak for it.

    `paint`: (owners + 1,) uint32, what an owner fills with; index 0 is nobody's, transparent. `protects`: (owners + 1,)
    bool. `of_stroke`: (strokes,) owner ids. `of_region`: (regions,) owner ids, NOBODY or SEVERAL. `claims`: by strokes
    that are owners.
    """

    paint: Paints
    protects: Mask
    of_stroke: Labels
    of_region: Labels
    claims: Claims


def find_owners(strokes: Strokes, regions: Regions) -> Owners:
    """Settles each region's owner by the strokes in it, then by the strokes that call it the same as others."""
    names = strokes.kind == SAME
    color = np.where(strokes.kind == COLOR, strokes.color, 0).astype(np.int64)
    distinct, of_stroke = np.unique(
        np.where(names, -1, strokes.kind.astype(np.int64) << 32 | color), return_inverse=True
    )
    of_stroke = of_stroke + (0 if names.any() else 1)
    kind, paint = np.divmod(distinct[distinct >= 0], 1 << 32)
    claims = find_claims(strokes, regions, ~names)
    of_region = _sole_owners(claims.region, of_stroke[claims.stroke], regions.count)
    if names.any():
        _call_same(of_region, find_claims(strokes, regions, names), strokes.color)
    return Owners(
        paint=np.append(np.uint32(0), paint.astype(np.uint32)),
        protects=np.append(False, kind == PROTECT),
        of_stroke=of_stroke.astype(np.int32),
        of_region=of_region,
        claims=claims,
    )


def _sole_owners(region: Labels, owner: NDArray[np.int64], count: int) -> Labels:
    lowest, highest = np.full(count, np.iinfo(np.int32).max), np.zeros(count, np.int64)
    np.minimum.at(lowest, region, owner)
    np.maximum.at(highest, region, owner)
    return np.where(highest == 0, NOBODY, np.where(lowest == highest, highest, SEVERAL)).astype(np.int32)


def _call_same(of_region: Labels, claims: Claims, color: Paints) -> None:
    """Gives, in place, nobody's regions the owner that most of the regions of the same name have."""
    name = color[claims.stroke]
    for each in np.unique(name):
        alike = claims.region[name == each]
        known = of_region[alike]
        if (known > 0).any():
            commonest = np.bincount(known[known > 0]).argmax()
            of_region[alike[known == NOBODY]] = commonest


def extend(paint: Paints, known: Mask, barred: Mask, at_pixel: Paints, split: Mask, borders: Borders) -> Mask:
    """Lets colors flow, in place, into regions that have none: first through openings, then over the faintest lines.

    Each region is reached by the way whose highest wall is lowest (a minimum spanning forest, as in Meyer's watershed
    on graphs), rooted in the regions whose color is known.

    Args:
        paint: (regions,) uint32, written where a color arrives.
        known: (regions,) bool, where colors come from.
        barred: (regions,) bool, regions that neither take nor pass on a color.
        at_pixel: (pixels,) uint32, Flat so far: `split` regions have several colors and pass on the one at the border.
        borders: how regions meet.

    Returns:
        (regions,) bool, which regions a color has reached.
    """
    count = len(paint)
    taken = np.zeros(count, bool)
    passable = ~(barred[borders.first] | barred[borders.second])
    first, second = borders.first[passable], borders.second[passable]
    over_wall = 2 + np.floor(borders.darkness[passable] / 32) + 1 / (1 + borders.length[passable])
    cost = np.where(borders.opening[passable] > 0, 1 / (1 + borders.opening[passable]), over_wall)
    roots = np.flatnonzero(known & ~barred)
    graph = coo_array(
        (
            np.append(cost, np.full(len(roots), 1e-6)),
            (np.append(first, roots), np.append(second, np.full(len(roots), count))),
        ),
        shape=(count + 1, count + 1),
    )
    order, parent = breadth_first_order(minimum_spanning_tree(graph.tocsr()), count, directed=False)
    key = borders.first.astype(np.int64) * count + borders.second
    for child in order[1 + len(roots) :]:
        source = parent[child]
        if split[source]:
            row = np.searchsorted(key, min(source, child) * count + max(source, child))
            beside = borders.first_pixel if source < child else borders.second_pixel
            paint[child] = at_pixel[beside[row]]
        else:
            paint[child] = paint[source]
        taken[child] = True
    return taken
