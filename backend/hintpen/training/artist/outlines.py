"""Outlines put together: the union of rings, and pieces of a ring between two of its points."""

from __future__ import annotations

from typing import Any

import numpy as np
import skia

from hintpen.training.artist.curves import area
from hintpen.training.artist.frame import Points

# Skia's binding has no types.
Path = Any


def union(*rings: Points) -> Points:
    """The outline around rings that overlap, without what lies apart or is enclosed; none of its edges cross."""
    path = _path(rings[0])
    if len(rings) == 1:
        path = skia.Op(path, skia.Path(), skia.PathOp.kUnion_PathOp)
    for ring in rings[1:]:
        path = skia.Op(path, _path(ring), skia.PathOp.kUnion_PathOp)
    return _widest(path)


def less(ring: Points, hole: Points) -> Points:
    """What is left of `ring` when `hole` is cut out of it: the largest piece."""
    return _widest(skia.Op(_path(ring), _path(hole), skia.PathOp.kDifference_PathOp))


def within(ring: Points, other: Points) -> Points:
    """The largest piece of what two rings have in common."""
    return _widest(skia.Op(_path(ring), _path(other), skia.PathOp.kIntersect_PathOp))


def _path(ring: Points) -> Path:
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in ring.tolist()], True)
    path.setFillType(skia.PathFillType.kWinding)
    return path


def _widest(path: Path) -> Points:
    contours: list[list[tuple[float, float]]] = []
    move = skia.Path.kMove_Verb
    for verb, corners in path:
        if verb == move:
            contours.append([])
        if corners:
            contours[-1].append((corners[-1].fX, corners[-1].fY))
    rings = [np.array(contour, np.float64) for contour in contours if len(contour) > 2]
    if len(rings) == 1:
        return rings[0]
    return max(rings, key=area, default=np.zeros((3, 2)))


def between(ring: Points, start: Points, end: Points, through: Points) -> Points:
    """The piece of a ring from its point nearest `start` to that nearest `end`, on the side that passes `through`."""
    first, last = _nearest(ring, start), _nearest(ring, end)
    turned = np.roll(ring, -first, axis=0)
    cut = (last - first) % len(ring)
    there, back = turned[: cut + 1], np.concatenate([turned[cut:], turned[:1]])[::-1]
    if len(there) < 2 or len(back) < 2:
        return there if len(there) > len(back) else back
    return min(there, back, key=lambda piece: float(np.hypot(*(piece - through).T).min()))


def _nearest(ring: Points, point: Points) -> int:
    return int(np.argmin(np.hypot(*(ring - point).T)))
