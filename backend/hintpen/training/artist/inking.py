"""From strokes to the shapes that ink leaves: pressure, taper, an unsteady hand, gaps."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import along, lengths, profile, resample, tangents
from hintpen.training.artist.frame import Points
from hintpen.training.artist.pens import Pen
from hintpen.training.artist.records import Random, Stroke

STEP = 0.006
"""Points of an inked line lie at most this far apart, in canvas units."""


@dataclass(frozen=True)
class Inked:
    """One pass of the pen: `ring` is the shape that it leaves, `opacity` 0..1."""

    ring: Points
    opacity: float


@dataclass(frozen=True)
class Gap:
    """A place where a line was left open: its middle, the line's unit normal there, its width. Canvas units."""

    middle: Points
    normal: Points
    width: float


def ink(stroke: Stroke, pen: Pen, scale: float, random: Random, gaps: list[Gap]) -> Iterator[Inked]:
    """What the pen leaves for a stroke; `scale` multiplies its width. Gaps that it leaves are appended to `gaps`."""
    if len(stroke.points) < 2:
        return
    length = float(lengths(stroke.points)[-1])
    if length < 1e-4:
        return
    weight = 1 + (stroke.weight - 1) * (pen.contrast if stroke.weight < 1 else 1)
    width = pen.width * scale * weight
    for first, last in _pieces(stroke, length, width, pen, random, gaps):
        yield Inked(_pass(stroke, first, last, length, width, pen, random), pen.opacity)
        if random.random() < pen.doubles:
            yield Inked(_pass(stroke, first, last, length, width * 0.8, pen, random), pen.opacity * 0.8)


def _pieces(
    stroke: Stroke, length: float, width: float, pen: Pen, random: Random, gaps: list[Gap]
) -> list[tuple[float, float]]:
    """The shares of the stroke that are drawn, with the gaps left out."""
    if random.random() >= pen.gaps or length < 0.08:
        return [(0.0, 1.0)]
    size = float(np.exp(random.uniform(*np.log(pen.gap))))
    share = (size + width) / length
    if share > 0.4:
        return [(0.0, 1.0)]
    middle = random.uniform(0.15 + share / 2, 0.85 - share / 2)
    at = along(stroke.points, np.array([middle - 0.01, middle, middle + 0.01]))
    t = (at[2] - at[0]) / max(float(np.hypot(*(at[2] - at[0]))), 1e-9)
    gaps.append(Gap(at[1], np.array([-t[1], t[0]]), size))
    return [(0.0, middle - share / 2), (middle + share / 2, 1.0)]


def _pass(stroke: Stroke, first: float, last: float, length: float, width: float, pen: Pen, random: Random) -> Points:
    count = max(6, min(200, math.ceil(length * (last - first) / STEP) + 1))
    t = np.linspace(first, last, count)
    curve = along(stroke.points, t) if (first, last) != (0.0, 1.0) else resample(stroke.points, count)
    widths = np.full(count, width)
    if stroke.pressure:
        widths *= (
            profile(stroke.pressure, count)
            if (first, last) == (0.0, 1.0)
            else np.interp(t, np.linspace(0, 1, len(stroke.pressure)), stroke.pressure)
        )
    start, end = stroke.taper
    if pen.taper > 0:
        fine = 1 - 0.9 * pen.taper
        if start > 0 and first == 0:
            widths *= fine + (1 - fine) * np.sin(np.clip(t / start, 0, 1) * np.pi / 2)
        if end > 0 and last == 1:
            widths *= fine + (1 - fine) * np.sin(np.clip((1 - t) / end, 0, 1) * np.pi / 2)
    knots = max(3, round(length / 0.08) + 2)
    at = np.linspace(0, 1, count)
    if pen.swell > 0:
        widths *= 1 + pen.swell * np.interp(at, np.linspace(0, 1, knots), random.uniform(-1, 1, knots))
    tangent = tangents(curve)
    side = np.stack([-tangent[:, 1], tangent[:, 0]], 1)
    if pen.wobble > 0:
        sway = np.interp(at, np.linspace(0, 1, knots), random.normal(0, 1, knots)) * pen.wobble * width
        curve = curve + side * sway[:, None]
    if pen.overshoot > 0:
        run = random.uniform(0, pen.overshoot, 2)
        curve[0] -= tangent[0] * run[0]
        curve[-1] += tangent[-1] * run[1]
    half = side * (np.maximum(widths, 1e-4) / 2)[:, None]
    nose, tail = tangent[0] * widths[0] * 0.4, tangent[-1] * widths[-1] * 0.4
    return np.concatenate([curve + half, [curve[-1] + tail], (curve - half)[::-1], [curve[0] - nose]])
