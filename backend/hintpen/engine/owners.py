"""Owners: whom each cell belongs to, by the hints in it or because they call it the same as another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.claims import Claims, find_claims
from hintpen.engine.drawing import HintKind
from hintpen.engine.hints import KINDS, Paints, Strokes
from hintpen.engine.raster import Labels, Mask
from hintpen.engine.regions import Regions

COLOR, TRANSPARENT, PROTECT, SAME = (
    KINDS.index(kind) for kind in (HintKind.COLOR, HintKind.TRANSPARENT, HintKind.PROTECT, HintKind.SAME)
)

NOBODY, SEVERAL = 0, -1
"""Values of `Owners.of_cell` beside the ids of owners, which begin at 1."""

NO_IDENTITY = -1
"""Nobody's in `Owners.identity`."""


@dataclass(frozen=True)
class Owners:
    """Who owns what; an owner is a color, "transparent" or "protect", whatever number of strokes speak for it.

    `identity`: (owners + 1,) int64, ascending, the same for an owner in every run; index 0 is nobody.
    `paint`: (owners + 1,) uint32, what an owner fills with; nobody's is transparent. `protects`: (owners + 1,) bool.
    `of_stroke`: (strokes,) owner ids. `of_cell`: (cells,) owner ids, NOBODY or SEVERAL. `claims`: by strokes that are
    owners.
    """

    identity: NDArray[np.int64]
    paint: Paints
    protects: Mask
    of_stroke: Labels
    of_cell: Labels
    claims: Claims


def find_owners(strokes: Strokes, regions: Regions) -> Owners:
    """Settles each cell's owner by the strokes in it, then by the strokes that call it the same as others."""
    names = strokes.kind == SAME
    color = np.where(strokes.kind == COLOR, strokes.color, 0).astype(np.int64)
    owner = np.where(names, -1, strokes.kind.astype(np.int64) << 32 | color)
    distinct, of_stroke = np.unique(owner, return_inverse=True)
    of_stroke = of_stroke + (0 if names.any() else 1)
    identity = distinct[distinct >= 0]
    kind, paint = np.divmod(identity, 1 << 32)
    claims = find_claims(strokes, regions, ~names)
    of_cell = _sole_owners(claims.cell, of_stroke[claims.stroke], regions.count)
    if names.any():
        _call_same(of_cell, find_claims(strokes, regions, names), strokes.color, regions.room)
    return Owners(
        identity=np.append(NO_IDENTITY, identity),
        paint=np.append(np.uint32(0), paint.astype(np.uint32)),
        protects=np.append(False, kind == PROTECT),
        of_stroke=of_stroke.astype(np.int32),
        of_cell=of_cell,
        claims=claims,
    )


def _sole_owners(cell: Labels, owner: NDArray[np.int64], count: int) -> Labels:
    lowest, highest = np.full(count, np.iinfo(np.int32).max), np.zeros(count, np.int64)
    np.minimum.at(lowest, cell, owner)
    np.maximum.at(highest, cell, owner)
    return np.where(highest == 0, NOBODY, np.where(lowest == highest, highest, SEVERAL)).astype(np.int32)


def _call_same(of_cell: Labels, claims: Claims, color: Paints, room: Labels) -> None:
    """Gives, in place, nobody's cells the owner that most cells in rooms of the same name have."""
    name = color[claims.stroke]
    for each in np.unique(name):
        alike = claims.cell[name == each]
        known = of_cell[np.isin(room, room[alike])]
        if (known > 0).any():
            hinted = np.isin(room, room[of_cell != NOBODY])
            of_cell[alike[~hinted[alike]]] = np.bincount(known[known > 0]).argmax()
