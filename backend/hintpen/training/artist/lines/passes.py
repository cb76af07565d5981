"""The way of the pen: where it lifts, which lines it leaves open, which it draws twice."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.frame import Points
from hintpen.training.artist.lines.pens import Pen
from hintpen.training.artist.lines.sides import SPOTS, Sides
from hintpen.training.artist.lines.strokes import Curves, Numbers, Values, walk
from hintpen.training.artist.records import Random


@dataclass(frozen=True)
class Gap:
    """A place where a line was left open: its middle, the line's unit normal there, its width. Canvas units."""

    middle: Points
    normal: Points
    width: float


@dataclass(frozen=True)
class Passes:
    """Ways of the pen, (p,) each.

    `curve` that it follows from the share `start` to `end`; `thin_start`, `thin_end`: over which length it sets on and
    lifts off, canvas units; `wide`, `opaque`: shares of the stroke's width and the pen's opacity; `shift`: how far to
    the right of the line, in widths.
    """

    curve: Numbers
    start: Values
    end: Values
    thin_start: Values
    thin_end: Values
    wide: Values
    opaque: Values
    shift: Values

    @staticmethod
    def plain(curve: Numbers, start: Values, end: Values, thin_start: Values, thin_end: Values) -> Passes:
        """Of full width and opacity, on the line."""
        one = np.ones(len(curve))
        return Passes(curve, start, end, thin_start, thin_end, one, one, 0 * one)

    def only(self, which: Numbers | NDArray[np.bool_]) -> Passes:
        """Those that are numbered or marked."""
        return Passes(*(getattr(self, field.name)[which] for field in fields(self)))

    @staticmethod
    def joined(*several: Passes) -> Passes:
        """All of them, those of a curve together."""
        whole = Passes(*(np.concatenate([getattr(s, field.name) for s in several]) for field in fields(Passes)))
        return whole.only(np.argsort(whole.curve, kind="stable"))


def plan(curves: Curves, sides: Sides, full: Values, pen: Pen, random: Random) -> tuple[Passes, list[Gap]]:
    """Which way the pen goes: where it lifts, which lines it leaves open, which it draws twice; and what it left open.

    `full`: (c,) how wide the curves' lines are, canvas units.
    """
    u = random.random((curves.count, 12))
    once, gaps = _stretches(curves, sides, full, pen, u)
    visible = np.any(sides.seen, axis=1)
    once = once.only(visible[once.curve])
    twice = once.only(u[once.curve, 10] < pen.doubles)
    if not len(twice.curve):
        return once, gaps
    v = u[twice.curve]
    again = Passes(
        twice.curve,
        twice.start + (twice.end - twice.start) * 0.2 * v[:, 0],
        twice.end - (twice.end - twice.start) * 0.2 * v[:, 1],
        twice.thin_start,
        twice.thin_end,
        twice.wide * (0.55 + 0.4 * v[:, 2]),
        np.full(len(v), 0.9),
        (v[:, 3] - 0.5) * 2.2,
    )
    return Passes.joined(once, again), gaps


def _stretches(curves: Curves, sides: Sides, full: Values, pen: Pen, u: Values) -> tuple[Passes, list[Gap]]:
    """One pass for each unbroken stretch of line; `full`: (c,) how wide the lines are."""
    start, end, short = _short_ends(curves, sides, full, pen, u)
    cuts = [*_cuts(curves, sides, full, pen, u), *_light_side_breaks(curves, sides, pen, u)]
    # A line breaks once.
    cuts = list({cut.curve: cut for cut in reversed(cuts)}.values())
    whole = np.ones(curves.count, bool)
    whole[[cut.curve for cut in cuts]] = False
    passes = _lifted(curves, pen, start, end, np.flatnonzero(whole), u)
    if cuts:
        c = np.array([cut.curve for cut in cuts])
        a, b, soft = np.array([(cut.start, cut.end, cut.soft) for cut in cuts]).T
        hard = 0 * soft
        passes = Passes.joined(passes, Passes.plain(c, start[c], a, hard, soft), Passes.plain(c, b, end[c], soft, hard))
    return passes.only(passes.end > passes.start), _gaps(curves, [*short, *cuts])


@dataclass(frozen=True)
class _Cut:
    """What is left out of a curve, shares of its length; `soft`: over which length the line thins toward it."""

    curve: int
    start: float
    end: float
    soft: float = 0.0


def _sizes(full: Values, pen: Pen, u: Values) -> Values:
    """How much to leave out for a gap: round ends close half a width each."""
    return pen.gap[0] * (pen.gap[1] / pen.gap[0]) ** u + full


def _short_ends(curves: Curves, sides: Sides, full: Values, pen: Pen, u: Values) -> tuple[Values, Values, list[_Cut]]:
    """Where lines begin and end that do not reach the lines that they should meet, and what is left out there."""
    share = _sizes(full, pen, u[:, 1]) / curves.length
    meets, short = sides.parts_two, share < 0.2
    at_start = (u[:, 3] < 0.4 * pen.gaps) & meets[:, :2].any(1) & short
    at_end = (u[:, 4] < 0.4 * pen.gaps) & meets[:, -2:].any(1) & short
    start, end = np.where(at_start, share, 0.0), np.where(at_end, 1 - share, 1.0)
    cuts = [_Cut(c, 0.0, float(start[c])) for c in np.flatnonzero(at_start).tolist()]
    cuts += [_Cut(c, float(end[c]), 1.0) for c in np.flatnonzero(at_end).tolist()]
    return start, end, cuts


def _cuts(curves: Curves, sides: Sides, full: Values, pen: Pen, u: Values) -> list[_Cut]:
    """Gaps in the midst of lines that part two regions."""
    share = _sizes(full, pen, u[:, 0]) / curves.length
    meets = sides.parts_two[:, 3:-3]
    cuts: list[_Cut] = []
    for c in np.flatnonzero((u[:, 2] < pen.gaps) & meets.any(1) & (share < 0.3)).tolist():
        spots = 3 + np.flatnonzero(meets[c])
        at = float(spots[int(u[c, 5] * len(spots))] + u[c, 6] - 0.5) / (SPOTS - 1)
        half = float(share[c]) / 2
        cuts.append(_Cut(c, at - half, at + half, 0.02 if u[c, 7] < 0.4 else 0.0))
    return cuts


def _light_side_breaks(curves: Curves, sides: Sides, pen: Pen, u: Values) -> list[_Cut]:
    """Contours that dissolve where the light falls on them."""
    sunny = np.where(sides.parts_two & (sides.sunny > 0.55), sides.sunny, 0.0)
    cuts: list[_Cut] = []
    for c in np.flatnonzero((u[:, 8] < pen.breaks) & sunny.any(1) & (curves.length > 0.1)).tolist():
        at = float(np.argmax(sunny[c])) / (SPOTS - 1)
        half = float((0.005 + 0.015 * u[c, 9]) / curves.length[c])
        if 0.1 < at - half and at + half < 0.9:
            cuts.append(_Cut(c, at - half, at + half, 0.03))
    return cuts


def _gaps(curves: Curves, cuts: list[_Cut]) -> list[Gap]:
    """Where the cuts are on the canvas."""
    if not cuts:
        return []
    which = np.array([cut.curve for cut in cuts])
    start, end = np.array([(cut.start, cut.end) for cut in cuts]).T
    middle, near = (start + end) / 2, 0.004 / curves.length[which]
    line = walk(curves, which, middle - near, middle + near, np.full(len(cuts), 3))
    width = ((end - start) * curves.length[which]).tolist()
    return [Gap(line.points[3 * i + 1], line.side[3 * i + 1], width[i]) for i in range(len(cuts))]


def _lifted(curves: Curves, pen: Pen, start: Values, end: Values, which: Numbers, u: Values) -> Passes:
    """Along the curves `which`; long lines in several goes that overlap a little."""
    goes = np.ones(len(which), np.intp)
    if pen.lift > 0:
        goes = np.clip(np.ceil(curves.length[which] / (pen.lift * (0.7 + 0.6 * u[which, 11]))), 1, 8).astype(np.intp)
    number = np.repeat(which, goes)
    count = np.repeat(goes, goes)
    order = np.arange(len(number)) - np.repeat(np.cumsum(goes) - goes, goes)
    share = (end - start)[number] / count
    lap = 0.012 / curves.length[number]
    first = start[number] + share * order - np.where(order > 0, lap, 0.0)
    last = start[number] + share * (order + 1) + np.where(order < count - 1, lap, 0.0)
    return Passes.plain(number, first, last, np.where(order > 0, 0.03, 0.0), np.where(order < count - 1, 0.03, 0.0))
