"""How wide a line is at each of its points: the pen, the pressure, tapering ends, and what the line stands for."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.lines.passes import Passes
from hintpen.training.artist.lines.pens import Pen
from hintpen.training.artist.lines.sides import SPOTS, Sides, along_curve
from hintpen.training.artist.lines.strokes import Curves, Noise, Numbers, Values, Walk, walk_whole
from hintpen.training.artist.records import Scene, Stroke


def full_widths(scene: Scene, strokes: list[Stroke], numbers: Numbers, curves: Curves, pen: Pen) -> Values:
    """(c,) how wide each curve's line is where nothing thins it; lines stay thinner than the things that they draw.

    `numbers`: (strokes,) the number of the part of each stroke.
    """
    whole = np.bincount(curves.stroke, curves.length, len(strokes))
    weight = np.array([stroke.weight for stroke in strokes])
    full = pen.width * scene.pen_scale * (1 + (weight - 1) * np.where(weight < 1, pen.contrast, 1.0))
    widest = np.minimum(0.09 * whole, 0.4 * _thickness(scene)[numbers - 1])
    return np.minimum(full, np.maximum(weight, 1.0) * widest + 0.0008)[curves.stroke]


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


def widths_of(
    curves: Curves,
    sides: Sides,
    passes: Passes,
    strokes: list[Stroke],
    full: Values,
    pen: Pen,
    noise: Noise,
    line: Walk,
) -> Values:
    """(n,) how wide the line is at each point of the walk along its passes, canvas units.

    `full`: (c,) how wide each curve's line is where nothing thins it.
    """
    run, t = line.run, line.t
    curve = passes.curve[run]
    stroke = curves.stroke[curve]
    share = curves.share[curve, 0] + (curves.share[curve, 1] - curves.share[curve, 0]) * t
    width = full[curve] * along_curve(_pressed(strokes, pen), stroke, share)
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
    width = width * np.exp(np.clip(change, -0.65, 0.45))
    if pen.nib > 0:
        # The line's direction is taken from the curve as a whole: a nib does not follow a tremor.
        whole = walk_whole(curves, SPOTS)
        slant = np.arctan2(-whole.side[:, 0], whole.side[:, 1]).reshape(-1, SPOTS)
        thin = 1 - pen.nib * np.abs(np.cos(slant - math.radians(pen.angle)))
        width = width * along_curve(thin, curve, t)
    return np.maximum(width, 0.0004)


def _pressed(strokes: list[Stroke], pen: Pen) -> Values:
    """(s, SPOTS) the pressure along each stroke: its own, or the swelling that the pen gives to any."""
    even = np.linspace(0, 1, SPOTS)
    usual = 1 + pen.belly * (np.sin(np.pi * even) - 0.55)
    table = np.broadcast_to(usual, (len(strokes), SPOTS)).copy()
    for number, stroke in enumerate(strokes):
        if stroke.pressure:
            table[number] = np.interp(even, np.linspace(0, 1, len(stroke.pressure)), stroke.pressure)
    return table


def _thinned(way: Values, over: Values, fine: float) -> Values:
    """(n,) from `fine` at the end to 1 where the line is full, `over` of the way in."""
    t = np.where(over > 0, np.clip(way / np.maximum(over, 1e-9), 0, 1), 1.0)
    return fine + (1 - fine) * np.sin(t * (np.pi / 2))
