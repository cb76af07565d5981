"""Many curves at once: cut at corners, sampled evenly, measured. All strokes of a drawing are inked together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Random

Values = NDArray[np.float64]
Numbers = NDArray[np.intp]

CORNER = 0.62
"""A curve that turns at one point by more than the angle of this cosine has a corner there: the pen begins anew."""


@dataclass(frozen=True)
class Curves:
    """Curves end to end in one array.

    `points`: (n, 2), canvas units; `first`: (c + 1,) where each curve begins, and n. `stroke`: (c,) the stroke that it
    is a piece of; `share`: (c, 2) from where to where of that stroke's length; `length`: (c,) canvas units.
    """

    points: Points
    first: Numbers
    stroke: Numbers
    share: Values
    length: Values

    @property
    def count(self) -> int:
        """How many curves."""
        return len(self.length)


def pieces_of(strokes: Sequence[Points]) -> Curves:
    """The strokes as curves without corners; what has no length is left out."""
    sizes = np.array([len(points) for points in strokes], np.intp)
    points = np.concatenate(strokes) if len(strokes) else np.zeros((0, 2))
    owner = np.repeat(np.arange(len(strokes)), sizes)
    step = np.hypot(*(points[1:] - points[:-1]).T)
    new = owner[1:] != owner[:-1]
    # Points twice in one place have no direction.
    keep = np.concatenate([[True], new | (step > 1e-9)])[: len(points)]
    points, owner = points[keep], owner[keep]
    d = points[1:] - points[:-1]
    new = owner[1:] != owner[:-1]
    step = np.where(new, 0.0, np.hypot(d[:, 0], d[:, 1]))
    way = np.concatenate([[0.0], np.cumsum(step)])
    unit = d / np.maximum(step, 1e-12)[:, None]
    corner = ((unit[1:] * unit[:-1]).sum(1) < CORNER) & ~new[1:] & ~new[:-1]
    cuts = np.flatnonzero(corner) + 1
    starts = np.sort(np.concatenate([[0], np.flatnonzero(new) + 1, cuts])).astype(np.intp)
    # A corner ends one piece and begins the next.
    ends = np.concatenate([starts[1:], [len(points)]])
    ends = np.where(np.isin(ends, cuts), ends + 1, ends)
    length = way[ends - 1] - way[starts]
    good = length > 1e-4
    starts, ends, length = starts[good], ends[good], length[good]
    sizes = ends - starts
    first = np.concatenate([[0], np.cumsum(sizes)])
    index = np.arange(first[-1]) + np.repeat(starts - first[:-1], sizes)
    stroke = owner[starts]
    begin, whole = _span(way, owner, len(strokes))
    share = np.stack([way[starts], way[ends - 1]], 1) - begin[stroke, None]
    return Curves(points[index], first, stroke, share / whole[stroke, None], length)


def trimmed(curve: Points, low: Points, high: Points) -> tuple[Points, bool, bool]:
    """What of a curve lies between its first and its last point in a box, and whether its start and its end were cut.

    `low`, `high`: (2,) corners of the box. Segments are clipped as Liang and Barsky do (ACM TOG 3(1), 1984).
    """
    a, d = curve[:-1], np.diff(curve, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        one, two = (low - a) / d, (high - a) / d
    still = d == 0
    beside = still & ((a < low) | (a > high))
    enter = np.where(beside, np.inf, np.where(still, -np.inf, np.minimum(one, two))).max(1)
    leave = np.where(beside, -np.inf, np.where(still, np.inf, np.maximum(one, two))).min(1)
    enter, leave = np.maximum(enter, 0.0), np.minimum(leave, 1.0)
    hit = np.flatnonzero(enter < leave)
    if not len(hit):
        return curve[:0], True, True
    i, j = int(hit[0]), int(hit[-1])
    ends = a[[i, j]] + d[[i, j]] * np.array([[enter[i]], [leave[j]]])
    kept = np.concatenate([ends[:1], curve[i + 1 : j + 1], ends[1:]])
    return kept, i > 0 or enter[i] > 0, j < len(a) - 1 or leave[j] < 1


def _span(way: Values, owner: Numbers, count: int) -> tuple[Values, Values]:
    """Where on the way each stroke begins, and how long it is."""
    numbers = np.arange(count)
    begin = np.searchsorted(owner, numbers)
    end = np.searchsorted(owner, numbers, side="right") - 1
    begin, end = (np.clip(at, 0, max(len(way) - 1, 0)) for at in (begin, end))
    return way[begin], np.maximum(way[end] - way[begin], 1e-12)


@dataclass(frozen=True)
class Walk:
    """Points taken along curves.

    `points`, `side`: (n, 2) where, and the unit vector to the right hand; `run`: (n,) which run it belongs to; `first`:
    (r + 1,) where each run begins; `t`: (n,) share of its curve's length.
    """

    points: Points
    side: Points
    run: Numbers
    first: Numbers
    t: Values


def walk(curves: Curves, which: Numbers, start: Values, end: Values, counts: Numbers) -> Walk:
    """Walks along curves `which` from the share `start` to `end`, `counts` points each, evenly."""
    first = np.concatenate([[0], np.cumsum(counts)])
    run = np.repeat(np.arange(len(which)), counts)
    along = (np.arange(first[-1]) - first[run]) / (counts[run] - 1)
    t = start[run] + (end - start)[run] * along
    points = _at(curves, which[run], t)
    before = np.maximum(np.arange(len(run)) - 1, first[run])
    after = np.minimum(np.arange(len(run)) + 1, first[run + 1] - 1)
    d = points[after] - points[before]
    d /= np.maximum(np.hypot(d[:, 0], d[:, 1]), 1e-12)[:, None]
    return Walk(points, np.stack([-d[:, 1], d[:, 0]], 1), run, first, t)


def walk_whole(curves: Curves, count: int) -> Walk:
    """Walks along every curve, `count` points each."""
    nothing = np.zeros(curves.count)
    return walk(curves, np.arange(curves.count), nothing, nothing + 1, np.full(curves.count, count))


def _at(curves: Curves, which: Numbers, t: Values) -> Points:
    """(n, 2) the points at the shares `t` of the curves `which`: cubic between the points that are given, which may lie
    far apart.
    """
    p, begin, stop = curves.points, curves.first[:-1], curves.first[1:] - 1
    number = np.repeat(np.arange(curves.count), np.diff(curves.first))
    step = np.hypot(*(p[1:] - p[:-1]).T)
    way = np.concatenate([[0.0], np.cumsum(step)])
    # On one axis for all, curves lie apart, so that none begins where another ends.
    offsets = np.cumsum(curves.length + 1.0) - curves.length
    axis = way + (offsets - way[begin])[number]
    index = np.arange(len(p))
    before, after = np.maximum(index - 1, begin[number]), np.minimum(index + 1, stop[number])
    slope = (p[after] - p[before]) / np.maximum(axis[after] - axis[before], 1e-9)[:, None]
    at = np.clip(t, 0, 1) * curves.length[which] + offsets[which]
    i = np.clip(np.searchsorted(axis, at, side="right") - 1, begin[which], stop[which] - 1)
    h = (axis[i + 1] - axis[i])[:, None]
    f = (at - axis[i])[:, None] / h
    rise = p[i + 1] - p[i]
    bend = f * (1 - f)
    return p[i] + rise * f + bend * ((1 - f) * (slope[i] * h - rise) - f * (slope[i + 1] * h - rise))


def turning(curves: Curves) -> Values:
    """(c,) how far each curve turns in all, in radians."""
    d = curves.points[1:] - curves.points[:-1]
    angle = np.arctan2(d[:, 1], d[:, 0])
    turn = np.abs((np.diff(angle) + np.pi) % (2 * np.pi) - np.pi)
    total = np.concatenate([[0.0, 0.0], np.cumsum(turn)])
    return total[curves.first[1:] - 1] - total[np.minimum(curves.first[:-1] + 1, len(total) - 1)]


@dataclass(frozen=True)
class Noise:
    """Smooth noise along lines, out of one table of random numbers: mean 0, deviation about 0.75."""

    table: Values

    @staticmethod
    def of(random: Random) -> Noise:
        """A new one."""
        return Noise(random.standard_normal(2048))

    def at(self, line: Numbers, way: Values) -> Values:
        """(n,) the noise of the lines numbered `line` at `way`, which counts its waves."""
        whole = np.floor(way)
        f = way - whole
        here = (whole.astype(np.intp) + line * 7919) % (len(self.table) - 1)
        a, b = self.table[here], self.table[here + 1]
        return a + (b - a) * (f * f * (3 - 2 * f))
