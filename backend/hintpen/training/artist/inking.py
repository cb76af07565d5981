"""From strokes to the shapes that ink leaves: pressure, taper, an unsteady hand, gaps. All strokes at once."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.curves import profile
from hintpen.training.artist.frame import Points
from hintpen.training.artist.pens import Pen
from hintpen.training.artist.records import Random, Scene, Stroke
from hintpen.training.artist.sides import SPOTS, Sides, along_curve, sides_of
from hintpen.training.artist.strokes import Curves, Noise, Numbers, Values, pieces_of, turning, walk, walk_whole

STEP = 0.010
"""Points of an inked line lie at most this far apart, in canvas units; closer in bends."""

CAP = np.pi * np.array([1, 2, 3]) / 4
"""Angles of the points of a round end."""


@dataclass(frozen=True)
class Inked:
    """One pass of the pen for a stroke of part number `part`: `ring` is the shape that it leaves, `opacity` 0..1."""

    part: int
    inside: bool
    ring: list[list[float]]
    opacity: float


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

    def only(self, which: Numbers | NDArray[np.bool_]) -> Passes:
        """Those that are numbered or marked."""
        return Passes(*(getattr(self, field.name)[which] for field in fields(self)))

    @staticmethod
    def joined(*several: Passes) -> Passes:
        """All of them, those of a curve together."""
        whole = Passes(*(np.concatenate([getattr(s, field.name) for s in several]) for field in fields(Passes)))
        return whole.only(np.argsort(whole.curve, kind="stable"))


def ink(
    scene: Scene, parts: NDArray[np.int32], pen: Pen, toward: tuple[float, float], random: Random
) -> tuple[list[Inked], list[Gap]]:
    """What the pen leaves for all strokes of a scene, in the order of its parts, and the gaps that it leaves open.

    `parts`: (h, w) the number of the part that each pixel shows; `toward`: unit vector to the light on the page.
    """
    strokes = [s for part in scene.parts for s in part.strokes]
    numbers = np.repeat(np.arange(1, len(scene.parts) + 1), [len(part.strokes) for part in scene.parts])
    curves = pieces_of([stroke.points for stroke in strokes])
    if not curves.count:
        return [], []
    sides = sides_of(curves, numbers[curves.stroke], scene, parts, toward)
    plan, sway, tables = random.spawn(3)
    full = _full_widths(scene, strokes, numbers, curves, pen)
    passes, gaps = _plan(curves, sides, full, pen, plan)
    rings = _rings(curves, sides, passes, strokes, full, pen, Noise.of(tables), sway)
    owner = curves.stroke[passes.curve]
    opacity = (passes.opaque * pen.opacity).tolist()
    return [
        Inked(part, strokes[stroke].inside, ring, o)
        for part, stroke, ring, o in zip(numbers[owner].tolist(), owner.tolist(), rings, opacity, strict=True)
    ], gaps


def _full_widths(scene: Scene, strokes: list[Stroke], numbers: Numbers, curves: Curves, pen: Pen) -> Values:
    """(strokes,) how wide each is where nothing thins it; lines stay thinner than the things that they draw."""
    whole = np.bincount(curves.stroke, curves.length, len(strokes))
    weight = np.array([stroke.weight for stroke in strokes])
    full = pen.width * scene.pen_scale * (1 + (weight - 1) * np.where(weight < 1, pen.contrast, 1.0))
    widest = np.minimum(0.09 * whole, 0.4 * _thickness(scene)[numbers - 1])
    return np.minimum(full, np.maximum(weight, 1.0) * widest + 0.0008)


def _thickness(scene: Scene) -> Values:
    """(parts,) how thick each part is on the whole, canvas units; inf for one that is only strokes."""
    rings = [(number, ring) for number, part in enumerate(scene.parts) for ring in part.rings]
    out = np.full(len(scene.parts), np.inf)
    if not rings:
        return out
    points = np.concatenate([ring for _, ring in rings])
    first = np.cumsum([0, *(len(ring) for _, ring in rings)])
    after = np.arange(len(points)) + 1
    after[first[1:] - 1] = first[:-1]
    x, y = points.T
    area = np.abs(np.add.reduceat(x * y[after] - x[after] * y, first[:-1])) / 2
    around = np.add.reduceat(np.hypot(x[after] - x, y[after] - y), first[:-1])
    owner = np.array([number for number, _ in rings])
    part_area, part_around = (np.bincount(owner, v, len(out)) for v in (area, around))
    has = part_around > 0
    out[has] = 2 * part_area[has] / part_around[has]
    return out


def _plan(curves: Curves, sides: Sides, full: Values, pen: Pen, random: Random) -> tuple[Passes, list[Gap]]:
    """Which way the pen goes: where it lifts, which lines it leaves open, which it draws twice."""
    u = random.random((curves.count, 12))
    once, gaps = _open(curves, sides, full[curves.stroke], pen, u)
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


def _open(curves: Curves, sides: Sides, full: Values, pen: Pen, u: Values) -> tuple[Passes, list[Gap]]:
    """One pass for each unbroken stretch of line; `full`: (c,) how wide the lines are."""
    every = np.arange(curves.count)
    start, end = np.zeros(curves.count), np.ones(curves.count)
    length, gaps = curves.length, []
    meets = sides.parts_two
    # Round ends close half a width each.
    sizes = pen.gap[0] * (pen.gap[1] / pen.gap[0]) ** u[:, :2] + full[:, None]
    # A gap must leave most of the line; one at an end is where two lines do not meet.
    middle = (u[:, 2] < pen.gaps) & meets[:, 3:-3].any(1) & (sizes[:, 0] < 0.3 * length)
    at_start = (u[:, 3] < 0.4 * pen.gaps) & meets[:, :2].any(1) & (sizes[:, 1] < 0.2 * length)
    at_end = (u[:, 4] < 0.4 * pen.gaps) & meets[:, -2:].any(1) & (sizes[:, 1] < 0.2 * length)
    start[at_start] = (sizes[:, 1] / length)[at_start]
    end[at_end] = 1 - (sizes[:, 1] / length)[at_end]
    cuts: list[tuple[int, float, float, float]] = []
    for c in np.flatnonzero(middle).tolist():
        spots = 3 + np.flatnonzero(meets[c, 3:-3])
        at = float(spots[int(u[c, 5] * len(spots))] + u[c, 6] - 0.5) / (SPOTS - 1)
        half = float(sizes[c, 0] / length[c]) / 2
        cuts.append((c, at - half, at + half, 0.02 if u[c, 7] < 0.4 else 0.0))
    sunny = (sides.sunny > 0.55) & meets
    for c in np.flatnonzero((u[:, 8] < pen.breaks) & ~middle & sunny.any(1) & (length > 0.1)).tolist():
        at = float(np.argmax(sides.sunny[c] * sunny[c])) / (SPOTS - 1)
        half = float(0.01 + 0.03 * u[c, 9]) / float(length[c]) / 2
        if 0.1 < at - half and at + half < 0.9:
            cuts.append((c, at - half, at + half, 0.03))
    opened = [(c, float(start[c]) / 2, float(sizes[c, 1])) for c in np.flatnonzero(at_start).tolist()]
    opened += [(c, (1 + float(end[c])) / 2, float(sizes[c, 1])) for c in np.flatnonzero(at_end).tolist()]
    opened += [(c, (a + b) / 2, (b - a) * float(length[c])) for c, a, b, _ in cuts]
    if opened:
        which = np.array([c for c, _, _ in opened])
        t = np.array([t for _, t, _ in opened])
        near = 0.004 / length[which]
        spots = walk(curves, which, t - near, t + near, np.full(len(which), 3))
        gaps = [Gap(spots.points[3 * i + 1], spots.side[3 * i + 1], w) for i, (_, _, w) in enumerate(opened)]
    whole = np.ones(curves.count, bool)
    whole[[c for c, *_ in cuts]] = False
    first, last, number, thin = _lifted(curves, pen, start, end, every[whole], u)
    if cuts:
        c = np.array([cut[0] for cut in cuts])
        a, b, soft = np.array([cut[1:] for cut in cuts]).T
        first, last = np.concatenate([first, start[c], b]), np.concatenate([last, a, end[c]])
        number = np.concatenate([number, c, c])
        none = np.zeros(len(c))
        thin = np.concatenate([thin, np.stack([none, soft], 1), np.stack([soft, none], 1)])
    one = np.ones(len(number))
    passes = Passes(number, first, last, thin[:, 0], thin[:, 1], one, one, 0 * one)
    return Passes.joined(passes.only(passes.end > passes.start)), gaps


def _lifted(
    curves: Curves, pen: Pen, start: Values, end: Values, which: Numbers, u: Values
) -> tuple[Values, Values, Numbers, Values]:
    """Long lines in several goes that overlap a little: from, to, curve, and what they thin over at both ends."""
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
    thin = np.stack([np.where(order > 0, 0.03, 0.0), np.where(order < count - 1, 0.03, 0.0)], 1)
    return first, last, number, thin


def _rings(
    curves: Curves,
    sides: Sides,
    passes: Passes,
    strokes: list[Stroke],
    full: Values,
    pen: Pen,
    noise: Noise,
    random: Random,
) -> list[list[list[float]]]:
    """The shape of each pass, as a list of x, y."""
    length = curves.length[passes.curve] * (passes.end - passes.start)
    bends = turning(curves)[passes.curve] * (passes.end - passes.start)
    counts = np.clip(np.ceil(length / STEP + 2.0 * bends) + 1, 4, 320).astype(np.intp)
    line = walk(curves, passes.curve, passes.start, passes.end, counts)
    curve = passes.curve[line.run]
    way = line.t * curves.length[curve]
    widths = _widths(curves, sides, passes, strokes, full, pen, noise, line.run, line.t)
    # A stroke's ends are where it should be, its middle sways.
    ends = np.minimum(line.t - passes.start[line.run], passes.end[line.run] - line.t) * curves.length[curve]
    hold = 0.3 + 0.7 * np.clip(ends / 0.03, 0, 1)
    by = passes.shift[line.run] * widths
    if pen.wobble > 0:
        by = by + pen.wobble * hold * noise.at(line.run * 3, way / 0.07)
    if pen.tremor > 0:
        by = by + pen.tremor * noise.at(line.run * 3 + 1, way / 0.015)
    points = line.points + line.side * by[:, None]
    ahead = np.stack([line.side[:, 1], -line.side[:, 0]], 1)
    begin, stop = line.first[:-1], line.first[1:] - 1
    if pen.overshoot > 0:
        run = pen.overshoot * random.random((2, curves.count))[:, passes.curve] ** 2
        run = np.minimum(run, 0.1 * length)[:, :, None]
        points[begin] -= ahead[begin] * run[0]
        points[stop] += ahead[stop] * run[1]
    half = (widths * passes.wide[line.run] / 2)[:, None]
    right = left = half
    if pen.rough > 0:
        right = half * (1 + pen.rough * noise.at(line.run * 3 + 2, way / 0.009)[:, None])
        left = half * (1 + pen.rough * noise.at(line.run * 3 + 500, way / 0.009)[:, None])
    counts = np.diff(line.first)
    base = np.concatenate([[0], np.cumsum(2 * counts + 2 * len(CAP))])
    place = np.arange(len(line.run)) - begin[line.run]
    out = np.empty((base[-1], 2))
    out[base[line.run] + place] = points + line.side * right
    out[base[line.run] + 2 * counts[line.run] + len(CAP) - 1 - place] = points - line.side * left
    across, out_by = np.cos(CAP)[None, :, None], pen.cap * np.sin(CAP)[None, :, None]
    for at, where, sign in ((stop, base[:-1] + counts, 1.0), (begin, base[1:] - len(CAP), -1.0)):
        r = half[at][:, None, :]
        cap = points[at][:, None] + sign * r * (across * line.side[at][:, None] + out_by * ahead[at][:, None])
        out[where[:, None] + np.arange(len(CAP))] = cap
    xy, bounds = out.tolist(), base.tolist()
    return [xy[a:b] for a, b in pairwise(bounds)]


def _widths(
    curves: Curves,
    sides: Sides,
    passes: Passes,
    strokes: list[Stroke],
    full: Values,
    pen: Pen,
    noise: Noise,
    run: Numbers,
    t: Values,
) -> Values:
    """(n,) how wide the line is at each point, canvas units."""
    curve = passes.curve[run]
    stroke = curves.stroke[curve]
    share = curves.share[curve, 0] + (curves.share[curve, 1] - curves.share[curve, 0]) * t
    width = full[stroke]
    width = width * along_curve(_pressed(strokes, pen), stroke, share)
    start, end = np.array([s.taper for s in strokes]).T
    fine = 1 - 0.94 * pen.taper
    width = width * _thinned(share, start[stroke], fine) * _thinned(1 - share, end[stroke], fine)
    ran = curves.length[curve]
    width = width * _thinned((t - passes.start[run]) * ran, passes.thin_start[run], fine)
    width = width * _thinned((passes.end[run] - t) * ran, passes.thin_end[run], fine)
    grow = np.zeros((curves.count, SPOTS))
    if pen.outline > 1:
        grow = grow + math.log(pen.outline) * (sides.outline - 0.5)
    if pen.light > 0:
        grow = grow - pen.light * sides.sunny
    if pen.overlap > 0:
        grow = grow + pen.overlap * 0.6 * (sides.step - 0.3)
    if pen.far > 0:
        grow = grow + pen.far * np.clip(sides.depth, -0.8, 0)
    change = along_curve(grow, curve, t)
    if pen.swell > 0:
        change = change + pen.swell * noise.at(run * 3 + 1000, t * ran / 0.16)
    width = width * np.exp(np.clip(change, -0.9, 0.5))
    if pen.nib > 0:
        # The line's direction is taken from the curve as a whole: a nib does not follow a tremor.
        line = walk_whole(curves, SPOTS)
        slant = np.arctan2(-line.side[:, 0], line.side[:, 1]).reshape(-1, SPOTS)
        thin = 1 - pen.nib * np.abs(np.cos(slant - math.radians(pen.angle)))
        width = width * along_curve(thin, curve, t)
    return np.maximum(width, 0.0004)


def _pressed(strokes: list[Stroke], pen: Pen) -> Values:
    """(s, SPOTS) the pressure along each stroke: its own, or the swelling that the pen gives to any."""
    usual = 1 + pen.belly * (np.sin(np.pi * np.linspace(0, 1, SPOTS)) - 0.55)
    table = np.broadcast_to(usual, (len(strokes), SPOTS)).copy()
    for number, stroke in enumerate(strokes):
        if stroke.pressure:
            table[number] = profile(stroke.pressure, SPOTS)
    return table


def _thinned(way: Values, over: Values, fine: float) -> Values:
    """(n,) from `fine` at the end to 1 where the line is full, `over` of the way in."""
    t = np.where(over > 0, np.clip(way / np.maximum(over, 1e-9), 0, 1), 1.0)
    return fine + (1 - fine) * np.sin(t * (np.pi / 2))
