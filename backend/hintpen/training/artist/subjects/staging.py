"""How things are set into a picture: large, on a ground or on nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hintpen.training.artist.curves import ellipse, spline
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, canvas_ring, placed

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def box_of(parts: Sequence[Part]) -> Box:
    """What the parts' outlines reach over."""
    every = np.concatenate([ring for part in parts for ring in part.rings])
    (left, top), (right, bottom) = every.min(0), every.max(0)
    return float(left), float(top), float(right), float(bottom)


def fitted(parts: Sequence[Part], box: Box, random: Random, turn: float = 0.0, mirror: bool = True) -> list[Part]:
    """The parts made as large as `box` allows, standing on its bottom; half of the time mirrored if `mirror`."""
    flip = mirror and random.random() < 0.5
    turned = placed(parts, Frame.at(0, 0, 1, turn, flip))
    left, top, right, bottom = box_of(turned)
    scale = min((box[2] - box[0]) / (right - left), (box[3] - box[1]) / (bottom - top))
    x = (box[0] + box[2]) / 2 - scale * (left + right) / 2
    return placed(turned, Frame.at(x, box[3] - scale * bottom, scale))


def inner_box(random: Random, width: float, height: float) -> Box:
    """Most of the canvas, with margins that differ."""
    m = random.uniform(0.04, 0.12, 3)
    return float(m[0]), float(m[1]), width - float(m[0]), height - float(m[2]) - 0.02


def with_weights(parts: Sequence[Part], factor: float) -> list[Part]:
    """The parts with every stroke's weight multiplied: for things that are small in the picture."""
    return [
        replace(part, strokes=tuple(replace(stroke, weight=stroke.weight * factor) for stroke in part.strokes))
        for part in parts
    ]


def backdrop(width: float, height: float, marks: Sequence[Mark] = ()) -> Part:
    """A plain ground behind everything."""
    return Part(
        "backdrop",
        Paint("ground.plain", "backdrop"),
        (canvas_ring(width, height),),
        marks=tuple(marks),
        form=Plane(),
        depth=-0.6,
    )


def contact_shadow(box: Box, flat: float = 0.06) -> Mark:
    """The shadow under a thing that stands in `box`; `flat` is half as high as it."""
    left, _, right, bottom = box
    wide = (right - left) / 2
    ring = ellipse((left + right) / 2, bottom - flat * 0.3, wide * 0.95, flat, count=32)
    return Mark(MarkKind.SHADE, ring, 0.85, 0.012 * min(1.0, wide / 0.3))


def ground_line(random: Random, box: Box, width: float) -> tuple[Stroke, ...]:
    """A broken line under a thing: where it stands, drawn with two or three strokes of the pen."""
    left, _, right, bottom = box
    y = bottom - random.uniform(0.0, 0.02)
    a, b = max(0.01, left - random.uniform(0.02, 0.2)), min(width - 0.01, right + random.uniform(0.02, 0.2))
    strokes = [Stroke(_flat(random, a, left + (right - left) * random.uniform(0.02, 0.2), y), 0.7, (0.5, 0.2))]
    strokes.append(Stroke(_flat(random, right - (right - left) * random.uniform(0.0, 0.15), b, y), 0.7, (0.2, 0.5)))
    if random.random() < 0.5:
        c = random.uniform(a, (a + b) / 2)
        strokes.append(Stroke(_flat(random, c, c + random.uniform(0.05, 0.15), y + 0.025), 0.5, (0.4, 0.5)))
    return tuple(strokes)


def _flat(random: Random, a: float, b: float, y: float) -> Points:
    return spline([(a, y + random.normal(0, 0.003)), ((a + b) / 2, y), (b, y + random.normal(0, 0.003))], 5)


def floor(random: Random, width: float, height: float, y: float, paint: Paint, marks: Sequence[Mark] = ()) -> Part:
    """The ground from a horizon at `y` on, or a table's top."""
    edge = spline(
        [
            (-0.03, y + random.normal(0, 0.008)),
            (width * 0.4, y + random.normal(0, 0.006)),
            (width + 0.03, y + random.normal(0, 0.008)),
        ],
        10,
    )
    ring = np.concatenate([edge, [(width + 0.03, height + 0.03), (-0.03, height + 0.03)]])
    return Part("ground", paint, (ring,), (Stroke(edge, 0.8, (0, 0)),), tuple(marks), Plane(0, -0.5), depth=-0.5)


def stood(parts: Sequence[Part]) -> list[Part]:
    """The parts moved and scaled so that they are 1 high and stand at (0, 0)."""
    left, top, right, bottom = box_of(parts)
    scale = 1 / (bottom - top)
    return placed(parts, Frame.at(-scale * (left + right) / 2, -scale * bottom, scale))


def pen_scale(parts: Sequence[Part]) -> float:
    """A finer pen for a picture with more in it: 0.9 for a few large things, down to 0.35 where lines are short."""
    by_count = 0.9 - 0.13 * math.log2(max(1, len(parts)) / 20)
    # Contours only: the ticks of rice and bark are short everywhere.
    strokes = [stroke.points for part in parts for stroke in part.strokes if stroke.weight >= 0.7]
    if not strokes:
        return min(0.9, max(0.35, by_count))
    ends = np.array([(points[0], points[len(points) // 2], points[-1]) for points in strokes])
    long = float(np.median(np.hypot(*np.diff(ends, axis=1).reshape(-1, 2).T).reshape(-1, 2).sum(1)))
    return min(0.9, max(0.35, min(by_count, 7.5 * long)))


def warped(parts: Sequence[Part], random: Random, amount: float = 0.012) -> list[Part]:
    """The parts as an unmeasured drawing has them: bent by slow waves of about `amount` of their size.

    All curves go through the same waves, so what touched still touches, and nothing stays symmetrical.
    """
    left, top, right, bottom = box_of(parts)
    size = max(right - left, bottom - top)
    curves = [curve for part in parts for curve in _curves(part)]
    points = np.concatenate(curves)
    shift = np.zeros_like(points)
    for wave, aim in random.uniform(0, 2 * np.pi, (3, 2)):
        along = points @ np.array([np.cos(wave), np.sin(wave)]) / (size * random.uniform(0.6, 1.8))
        swing = np.sin(2 * np.pi * along + random.uniform(0, 2 * np.pi))
        shift += swing[:, None] * (amount * size * random.uniform(0.5, 1.2)) * np.array([np.cos(aim), np.sin(aim)])
    bent = iter(np.split(points + shift, np.cumsum([len(curve) for curve in curves])[:-1]))
    return [
        replace(
            part,
            rings=tuple(next(bent) for _ in part.rings),
            strokes=tuple(replace(stroke, points=next(bent)) for stroke in part.strokes),
            marks=tuple(replace(mark, outline=next(bent)) for mark in part.marks),
            clips=tuple(next(bent) for _ in part.clips),
        )
        for part in parts
    ]


def _curves(part: Part) -> list[Points]:
    """Every curve of a part: rings, strokes, marks, clips, in this order."""
    strokes, marks = (stroke.points for stroke in part.strokes), (mark.outline for mark in part.marks)
    return [*part.rings, *strokes, *marks, *part.clips]
