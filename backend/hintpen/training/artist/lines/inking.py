"""From strokes to the shapes that ink leaves: pressure, taper, an unsteady hand, gaps. All strokes at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.curves import lengths
from hintpen.training.artist.frame import Points
from hintpen.training.artist.lines.passes import Gap, Passes, plan
from hintpen.training.artist.lines.pens import Pen
from hintpen.training.artist.lines.sides import sides_of
from hintpen.training.artist.lines.strokes import Curves, Noise, Values, Walk, pieces_of, trimmed, turning, walk
from hintpen.training.artist.lines.widths import full_widths, widths_of
from hintpen.training.artist.records import Random, Scene, Stroke

STEP = 0.010
"""Points of an inked line lie at most this far apart, in canvas units; closer in bends."""

BEYOND = 0.1
"""Lines are followed so far off the canvas, in canvas units."""

CAP = np.pi * np.array([1, 2, 3]) / 4
"""Angles of the points of a round end."""


@dataclass(frozen=True)
class Inked:
    """One pass of the pen for a stroke of part number `part`: `ring` is the shape that it leaves, `opacity` 0..1."""

    part: int
    inside: bool
    ring: Points
    opacity: float


def ink(
    scene: Scene, parts: NDArray[np.int32], pen: Pen, toward: tuple[float, float], random: Random
) -> tuple[list[Inked], list[Gap]]:
    """What the pen leaves for all strokes of a scene, in the order of its parts, and the gaps that it leaves open.

    `parts`: (h, w) the number of the part that each pixel shows; `toward`: unit vector to the light on the page.
    """
    strokes = _on_canvas([s for part in scene.parts for s in part.strokes], scene)
    numbers = np.repeat(np.arange(1, len(scene.parts) + 1), [len(part.strokes) for part in scene.parts])
    curves = pieces_of([stroke.points for stroke in strokes])
    if not curves.count:
        return [], []
    sides = sides_of(curves, numbers[curves.stroke], scene, parts, toward)
    ways, sway, tables = random.spawn(3)
    full, noise = full_widths(scene, strokes, numbers, curves, pen), Noise.of(tables)
    passes, gaps = plan(curves, sides, full, pen, ways)
    line = _walk(curves, passes)
    widths = widths_of(curves, sides, passes, strokes, full, pen, noise, line)
    rings = _outlined(line, _swayed(curves, passes, line, widths, pen, noise, sway), widths, passes, pen, noise)
    owner = curves.stroke[passes.curve]
    opacity = (passes.opaque * pen.opacity).tolist()
    return [
        Inked(part, strokes[stroke].inside, ring, o)
        for part, stroke, ring, o in zip(numbers[owner].tolist(), owner.tolist(), rings, opacity, strict=True)
    ], gaps


def _on_canvas(strokes: list[Stroke], scene: Scene) -> list[Stroke]:
    """The strokes, those that run far off the canvas cut there: a street's edges go on for miles."""
    low, high = np.array([-BEYOND, -BEYOND]), np.array([scene.width + BEYOND, scene.height + BEYOND])
    kept = [stroke for stroke in strokes if len(stroke.points)]
    if not kept:
        return strokes
    points = np.concatenate([stroke.points for stroke in kept])
    sizes = [len(stroke.points) for stroke in strokes]
    far = np.bincount(np.repeat(np.arange(len(strokes)), sizes), ((points < low) | (points > high)).any(1))
    out = list(strokes)
    for number in np.flatnonzero(far).tolist():
        stroke = strokes[number]
        points, start, end = trimmed(stroke.points, low, high)
        taper = (0.0 if start else stroke.taper[0], 0.0 if end else stroke.taper[1])
        out[number] = replace(stroke, points=points, taper=taper)
    return out


def _walk(curves: Curves, passes: Passes) -> Walk:
    """Along each pass, in steps that are small enough for its bends."""
    share = passes.end - passes.start
    steps = curves.length[passes.curve] * share / STEP + 2.0 * turning(curves)[passes.curve] * share
    return walk(curves, passes.curve, passes.start, passes.end, np.clip(np.ceil(steps) + 1, 4, 320).astype(np.intp))


def _swayed(
    curves: Curves, passes: Passes, line: Walk, widths: Values, pen: Pen, noise: Noise, random: Random
) -> Points:
    """(n, 2) where the hand really goes: beside the line, unsteady, and beyond its ends."""
    length = curves.length[passes.curve][line.run]
    way = line.t * length
    by = passes.shift[line.run] * widths
    if pen.wobble > 0:
        # A stroke's ends are where it should be, its middle sways.
        to_end = np.minimum(line.t - passes.start[line.run], passes.end[line.run] - line.t) * length
        hold = 0.3 + 0.7 * np.clip(to_end / 0.03, 0, 1)
        by = by + pen.wobble * hold * noise.at(line.run * 3, way / 0.07)
    if pen.tremor > 0:
        by = by + pen.tremor * noise.at(line.run * 3 + 1, way / 0.015)
    points = line.points + line.side * by[:, None]
    if pen.overshoot > 0:
        run = pen.overshoot * random.random((2, curves.count))[:, passes.curve] ** 2
        run = np.minimum(run, 0.1 * (curves.length[passes.curve] * (passes.end - passes.start)))[:, :, None]
        begin, stop = line.first[:-1], line.first[1:] - 1
        points[begin] -= _ahead(line.side[begin]) * run[0]
        points[stop] += _ahead(line.side[stop]) * run[1]
    return points


def _ahead(side: Points) -> Points:
    """(n, 2) unit vectors along a line whose right hand is `side`."""
    return np.stack([side[:, 1], -side[:, 0]], 1)


def _outlined(line: Walk, points: Points, widths: Values, passes: Passes, pen: Pen, noise: Noise) -> list[Points]:
    """The shape of each pass: down its right side, around its end, back up and around its start."""
    half = (widths * passes.wide[line.run] / 2)[:, None]
    right = left = half
    if pen.rough > 0:
        way = lengths(points)
        right = half * (1 + pen.rough * noise.at(line.run * 3 + 2, way / 0.009)[:, None])
        left = half * (1 + pen.rough * noise.at(line.run * 3 + 500, way / 0.009)[:, None])
    counts = np.diff(line.first)
    begin, stop = line.first[:-1], line.first[1:] - 1
    base = np.concatenate([[0], np.cumsum(2 * counts + 2 * len(CAP))])
    place = np.arange(len(line.run)) - begin[line.run]
    out = np.empty((base[-1], 2))
    out[base[line.run] + place] = points + line.side * right
    out[base[line.run] + 2 * counts[line.run] + len(CAP) - 1 - place] = points - line.side * left
    across, beyond = np.cos(CAP)[None, :, None], pen.cap * np.sin(CAP)[None, :, None]
    for at, where, sign in ((stop, base[:-1] + counts, 1.0), (begin, base[1:] - len(CAP), -1.0)):
        arm = across * line.side[at][:, None] + beyond * _ahead(line.side[at])[:, None]
        out[where[:, None] + np.arange(len(CAP))] = points[at][:, None] + sign * half[at][:, None] * arm
    return [out[a:b] for a, b in pairwise(base.tolist())]
