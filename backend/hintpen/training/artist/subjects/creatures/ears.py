"""Ears and horns, in a head's own units; `s` is the sine of its yaw."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import Points, cut, offset, resample, ribbon, spline
from hintpen.training.artist.forms import Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import clockwise, drawn, edge, line, tufted
from hintpen.training.artist.subjects.creatures.breeds import Breed
from hintpen.training.artist.subjects.creatures.coats import Coat

# Each ear stands on (0, 0), points up, is 1 high and bulges to the right: outline from the left foot to the right one.
SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "point": ((-0.46, 0.22), (-0.4, -0.2), (-0.14, -0.8), (0.02, -1.0), (0.28, -0.62), (0.5, -0.15), (0.55, 0.25)),
    "round": ((-0.62, 0.25), (-0.74, -0.3), (-0.5, -0.82), (0.02, -1.0), (0.55, -0.8), (0.76, -0.26), (0.6, 0.25)),
    "disc": ((-0.5, 0.15), (-0.82, -0.35), (-0.68, -1.0), (-0.05, -1.3), (0.62, -1.05), (0.86, -0.4), (0.5, 0.15)),
    "long": ((-0.16, 0.1), (-0.24, -0.3), (-0.25, -0.72), (-0.04, -1.0), (0.18, -0.78), (0.25, -0.3), (0.18, 0.1)),
    "flop": (
        (-0.35, 0.1),
        (-0.34, -0.28),
        (0.15, -0.42),
        (0.62, -0.05),
        (0.78, 0.6),
        (0.5, 0.98),
        (0.22, 0.7),
        (0.1, 0.25),
    ),
    "leaf": ((-0.15, 0.12), (-0.34, -0.3), (-0.25, -0.75), (0.02, -1.0), (0.24, -0.7), (0.28, -0.3), (0.15, 0.12)),
    "fold": ((-0.42, 0.2), (-0.42, -0.35), (-0.1, -0.78), (0.4, -0.85), (0.78, -0.5), (0.62, -0.1), (0.5, 0.22)),
}
PLACES: dict[str, tuple[float, float, float]] = {
    "point": (0.6, -0.68, 22),
    "round": (0.72, -0.66, 38),
    "disc": (0.78, -0.6, 38),
    "long": (0.4, -0.78, 12),
    "flop": (0.62, -0.66, 14),
    "leaf": (0.78, -0.42, 74),
    "fold": (0.62, -0.64, 24),
}
"""For each shape: where on the head the right ear stands (shares of its half axes), and its turn in degrees."""


def ear_parts(random: Random, breed: Breed, coat: Coat, s: float) -> tuple[list[Part], list[Part]]:
    """Ears behind the head and before it."""
    if not breed.ear:
        return [], []
    x, y, turn = PLACES[breed.ear]
    size = breed.ear_size * random.uniform(0.88, 1.15)
    droop = random.normal(0, 7)
    behind: list[Part] = []
    before: list[Part] = []
    for side in (1, -1):
        # The head turns under its ears: both move against the face, and the near one comes to the front.
        px = side * x * breed.wide * (1 - 0.1 * side * s) - 0.16 * s
        py = y * breed.high + 0.04 * side * s
        fold = breed.ear == "long" and random.random() < 0.18
        ear = _folded(random, coat) if fold else _ear(random, breed, coat, side * s)
        scale = size * (1 - 0.1 * side * s)
        a = side * (turn + droop) + 6 * s + random.normal(0, 4)
        made = placed(ear, Frame.at(px, py, scale, a, side < 0), 0.2)
        (behind if breed.ear in ("long", "disc", "round", "leaf") else before).extend(made)
    return behind, before


def _ear(random: Random, breed: Breed, coat: Coat, away: float) -> list[Part]:
    """One right ear in its own units; `away` > 0 when its hollow is turned from the viewer."""
    shape = np.array(SHAPES[breed.ear]) * (1 - 0.15 * abs(away), 1.0) + random.normal(
        0, 0.015, (len(SHAPES[breed.ear]), 2)
    )
    rim = spline(shape, 7)
    strokes = [edge(rim, 1.0, 0.05)]
    ring = np.concatenate([rim, [(0.02, 0.35)]]) if breed.ear != "flop" else rim
    outer = Part("ear", coat.main, (ring,), tuple(strokes), form=Inflated(), depth=0.0, region=coat.region)
    if breed.ear == "flop":
        crease = line(cut(rim, 0.12, 0.3) + (0.06, 0.08), 0.5, 0.3, 0.6)
        dark = coat.dark if random.random() < 0.5 else coat.main
        return [Part("ear", dark, (ring,), (*strokes, crease), form=Inflated(), depth=0.12)]
    return [outer, _hollow(random, breed, coat, rim, away)]


def _hollow(random: Random, breed: Breed, coat: Coat, rim: Points, away: float) -> Part:
    """The inside of an ear with tufts of hair at its near side."""
    middle = np.array([0.04, -0.32 if breed.ear != "disc" else -0.5])
    inset = {"long": 0.62, "leaf": 0.62, "disc": 0.74}.get(breed.ear, 0.66)
    inner = middle + (rim - middle) * (inset * (1 - 0.25 * max(0.0, away)), inset) + (0.05 * away, 0.04)
    strokes = [Stroke(inner, 0.65, (0.15, 0.15))]
    ring = np.concatenate([inner, [(0.05, 0.2)]])
    if breed.tufts > 0.5:
        base = spline([(-0.3, -0.32), (-0.16, -0.02), (0.02, 0.14)], 5)[::-1]
        strokes += [
            Stroke(t.points, 0.6, (0.1, 0.4), (), True)
            for t in tufted(base * (1, 1), random, int(random.integers(2, 4)), -0.22, 0.2)[1]
        ]
    shade = Mark(MarkKind.SHADE, middle + (ring - middle) * 0.75 + (0.06, 0.1), 0.6)
    return Part("ear.inner", coat.skin, (ring,), tuple(strokes), (shade,), Plane(0, -0.2), 0.01)


def _folded(random: Random, coat: Coat) -> list[Part]:
    """A rabbit's ear that tips over in its middle."""
    lower = spline([(-0.16, 0.1), (-0.24, -0.25), (-0.16, -0.52), (0.1, -0.66)], 6)
    fold = spline([(0.1, -0.66), (0.3, -0.55), (0.24, -0.3), (0.18, 0.1)], 6)
    tip = spline([(0.02, -0.62), (0.4, -0.68), (0.7, -0.4), (0.72, -0.02), (0.5, -0.02), (0.3, -0.32)], 6)
    stem = np.concatenate([lower, fold[1:]])
    return [
        Part("ear", coat.main, (stem,), (edge(stem, 1.0, 0.05),), form=Inflated(), region=coat.region),
        drawn(random, "ear.inner", coat.skin, tip, pieces=1, form=Inflated(), depth=0.02),
    ]


def horn_parts(random: Random, breed: Breed, coat: Coat, s: float) -> tuple[list[Part], list[Part]]:
    """Horns behind the head and before it."""
    if not breed.horn:
        return [], []
    paint = Paint(f"{coat.name}.horn", "horn")
    parts: list[Part] = []
    for side in (1, -1):
        x = side * 0.42 * breed.wide * (1 - 0.15 * side * s) - 0.12 * s
        frame = Frame.at(x, -0.82 * breed.high, 1 - 0.08 * side * s, random.normal(0, 3), side < 0)
        parts += placed(HORNS[breed.horn](random, paint), frame, 0.22)
    return ([], parts) if breed.horn == "ram" else (parts, [])


def _bull(random: Random, paint: Paint) -> list[Part]:
    spine = spline([(0, 0.1), (0.3, -0.08), (0.55, -0.3), (0.5, -0.62)], 6)
    return [_horn(paint, spine, 0.24, 3)]


def _ibex(random: Random, paint: Paint) -> list[Part]:
    spine = spline([(0, 0.1), (0.1, -0.4), (0.35, -0.75), (0.7, -0.85)], 6)
    return [_horn(paint, spine, 0.24, 6)]


def _ram(random: Random, paint: Paint) -> list[Part]:
    a = np.radians(np.linspace(-110, 220, 30))
    r = np.linspace(0.5, 0.2, 30)
    spine = np.stack([0.42 + r * np.cos(a), 0.4 + r * np.sin(a)], 1)
    return [_horn(paint, spine, 0.3, 8)]


def _antler(random: Random, paint: Paint) -> list[Part]:
    """A beam with tines; one region."""
    beam = spline([(0, 0.1), (0.12, -0.4), (0.42, -0.75), (0.48, -1.2)], 7)
    parts = []
    for at, dx, dy in ((8, -0.05, -0.42), (13, 0.42, -0.2), (17, -0.22, -0.35)):
        x, y = beam[at]
        tine = spline([(x, y), (x + dx * 0.6, y + dy * 0.4), (x + dx, y + dy)], 5)
        parts.append(_tapered(paint, tine, 0.13))
    return [*parts, _tapered(paint, beam, 0.17)]


def _tapered(paint: Paint, spine: Points, thick: float) -> Part:
    ring = ribbon(spine, np.linspace(thick, thick * 0.2, len(spine)))
    n = len(spine)
    outline = ring[2:-2] if n > 6 else ring
    return Part(
        "horn",
        paint,
        (ring,),
        (edge(clockwise(outline), 0.9, 0.1),),
        form=Inflated(),
        depth=0.0,
        region=f"{paint.key}#antler",
    )


def _horn(paint: Paint, spine: Points, thick: float, rings: int) -> Part:
    spine = resample(spine, 24)
    half = np.linspace(1, 0.12, 24) * thick / 2
    right, left = offset(spine, half), offset(spine, -half)
    ridges = [
        line(spline([right[i], spine[i] + (spine[min(23, i + 2)] - spine[i]) * 0.5, left[i]], 4), 0.5, 0.1, 0.3)
        for i in np.linspace(3, 18, rings).astype(int)
    ]
    ring = np.concatenate([right, left[::-1]])
    return Part(
        "horn",
        paint,
        (ring,),
        (Stroke(ring, 1.0, (0.05, 0.05)), *ridges),
        form=Blend(Inflated(), Plane(), 0.1),
        depth=0.02,
    )


HORNS = {"bull": _bull, "ibex": _ibex, "ram": _ram, "antler": _antler}
"""By name: a right horn on (0, 0)."""
