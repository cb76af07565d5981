"""Hatching: strokes of the pen in the shadows, along or across the form, stroke by stroke as a hand lays them."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.frame import Points
from hintpen.training.artist.lines.inking import Inked, ink
from hintpen.training.artist.lines.pens import Pen
from hintpen.training.artist.records import Array, Paint, Part, Random, Scene, Stroke

STEP = 0.005
"""Shadows are looked up at such distances along a line of the hatching, canvas units."""

MOST = 900
"""Strokes in one drawing."""


def hatched(
    shadow: Array, parts: NDArray[np.int32], normals: Array, pen: Pen, light: float, random: Random
) -> list[Inked]:
    """The strokes, inked; they end with a flick toward the light.

    `shadow` (h, w) 0..1; `parts` (h, w) numbers: no stroke crosses from one part into another; `normals` (h, w, 3) bend
    strokes around the form; `light`: the angle in degrees from which it comes.
    """
    height, width = shadow.shape
    size = min(height, width)
    pitch = float(random.uniform(0.006, 0.013))
    angle = light + float(random.choice((-1, 1))) * random.uniform(15, 70)
    layers = [(angle, 0.45)]
    if random.random() < 0.4:
        layers.append((angle + float(random.uniform(55, 90)), 0.75))
    bulge = float(random.uniform(0.0, 0.05))
    lines = [
        line
        for turn, dark in layers
        for line in _lines(shadow > dark, parts, normals, (turn, pitch, bulge), size, random)
    ]
    lines = lines[:MOST]
    strokes = tuple(Stroke(line, 0.6, (0.1, 0.7)) for line in lines)
    if not strokes:
        return []
    fine = replace(
        pen,
        width=min(pen.width, 0.3 * pitch),
        taper=max(pen.taper, 0.7),
        contrast=0.4,
        gaps=0.0,
        breaks=0.0,
        doubles=0.0,
        lift=0.0,
        outline=1.0,
        overshoot=0.0,
    )
    sheet = Scene("hatching", width / size, height / size, (Part("hatching", Paint("hatching", "paper"), (), strokes),))
    return ink(sheet, np.zeros_like(parts), fine, (0.0, -1.0), random)[0]


def _lines(
    dark: NDArray[np.bool_],
    parts: NDArray[np.int32],
    normals: Array,
    how: tuple[float, float, float],
    size: int,
    random: Random,
) -> list[Points]:
    """Rows of points where it is dark, cut at borders, each from its dark end toward the light."""
    turn, pitch, bulge = how
    height, width = dark.shape
    a = math.radians(turn)
    along, across = np.array([math.cos(a), -math.sin(a)]), np.array([math.sin(a), math.cos(a)])
    middle = np.array([width, height]) / size / 2
    reach = float(np.hypot(*middle))
    rows, steps = int(2 * reach / pitch), int(2 * reach / STEP)
    v = (np.arange(rows) - rows / 2 + random.uniform(-0.3, 0.3, rows)) * pitch
    u = (np.arange(steps) - steps / 2) * STEP
    tilt = random.normal(0, 0.03, rows)[:, None, None]
    points = middle + u[None, :, None] * (along + tilt * across) + v[:, None, None] * across
    at = np.floor(points * size).astype(np.intp)
    inside = ((at >= 0) & (at < (width, height))).all(-1)
    x, y = np.clip(at[..., 0], 0, width - 1), np.clip(at[..., 1], 0, height - 1)
    label = np.where(inside & dark[y, x], parts[y, x], 0)
    if bulge > 0:
        lean = normals[y, x, :2] @ across
        points = points + (bulge * lean)[..., None] * across
    flat, row = label.ravel(), np.repeat(np.arange(rows), steps)
    new = np.concatenate([[True], (flat[1:] != flat[:-1]) | (row[1:] != row[:-1])])
    # A hand lays short strokes: long stretches are several.
    begin = np.flatnonzero(new)
    end = np.concatenate([begin[1:], [flat.size]])
    keep = (flat[begin] > 0) & (end - begin >= 3) & (random.random(rows)[row[begin]] > 0.04)
    begin, end = begin[keep], end[keep]
    curves = points.reshape(-1, 2)
    lines: list[Points] = []
    for first, last in zip(begin.tolist(), end.tolist(), strict=True):
        long = int(0.13 / STEP)
        pieces = max(1, math.ceil((last - first) / long))
        cuts = np.linspace(first, last, pieces + 1).astype(int).tolist()
        lines += [curves[i:j] for i, j in pairwise(cuts) if j - i >= 3]
    return lines
