"""A bowl of ramen. About 2 wide, standing at (0, 0)."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Inflated, Plane
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, line, scalloped
from hintpen.training.artist.subjects.food.fruits import gloss
from hintpen.training.artist.subjects.food.vessels import disc, front, rim, steam, turned


def ramen(random: Random, name: str) -> list[Part]:
    """A bowl of noodles with egg, seaweed, fish cake and leek; chopsticks."""
    china = Paint(f"{name}.bowl", "tile" if random.random() < 0.6 else "paint")
    r, y = 0.95, -0.72
    parts = rim(random, "bowl", china, y, r, 0.06, -0.04)
    surface = disc(0, y + 0.03, r - 0.1)
    broth = Part(
        "broth",
        Paint(f"{name}.broth", "broth"),
        (surface,),
        (Stroke(np.concatenate([surface, surface[:1]]), 0.7, (0, 0)),),
        (gloss(-0.5, y + 0.06, 0.16, 0.03, 0),),
        Plane(0, -0.5),
        0.0,
    )
    clip = surface
    parts += [broth, *_noodles(random, Paint(f"{name}.noodle", "cheese"), y, clip)]
    sheet = np.array([(0.25, y - 0.12), (0.62, y - 0.02), (0.74, y - 0.5), (0.38, y - 0.58)])
    parts.append(
        drawn(random, "nori", Paint(f"{name}.nori", "seaweed"), sheet, pieces=1, form=Plane(0.2, 0.2), depth=0.05)
    )
    for ex, ey, turn in ((-0.42, y - 0.02, -12), (-0.08, y - 0.09, 10))[: int(random.integers(1, 3))]:
        parts += placed(_egg(random, name), Frame.at(ex, ey, 1, turn), 0.06)
    if random.random() < 0.7:
        parts += placed(_naruto(random, name), Frame.at(0.16, y + 0.1, 1, random.normal(0, 10)), 0.07)
    if random.random() < 0.6:
        slab = loop(
            [
                (-0.28, y + 0.02),
                (-0.05, y - 0.04),
                (0.12, y + 0.06),
                (0.04, y + 0.2),
                (-0.22, y + 0.2),
                (-0.34, y + 0.12),
            ],
            6,
        )
        fat = line(slab[6:30] * 0.9 + np.array([(-0.1, y + 0.08)]) * 0.1, 0.5)
        parts.append(
            drawn(
                random,
                "meat",
                Paint(f"{name}.meat", "meat"),
                slab,
                strokes=(fat,),
                form=Plane(0, -0.4),
                depth=0.06,
                pieces=1,
            )
        )
    leek = Paint(f"{name}.leek", "leaf")
    for x, ly in random.uniform((-0.4, y + 0.06), (0.5, y + 0.2), (int(random.integers(3, 7)), 2)):
        ring = ellipse(float(x), float(ly), 0.05, 0.03, count=12)
        parts.append(
            drawn(
                random,
                "leek",
                leek,
                ring,
                weight=0.6,
                pieces=1,
                strokes=(line(ellipse(float(x), float(ly), 0.025, 0.014, count=9), 0.4),),
                form=Plane(),
                depth=0.08,
            )
        )
    motif = (
        [line(front(0, y + d, r * (1 - d * 0.35)), 0.55, 0.05, 0.05) for d in (0.1, 0.15)]
        if random.random() < 0.6
        else []
    )
    parts.append(
        turned(
            random,
            "bowl",
            china,
            [(r, y), (r * 0.9, y * 0.6), (r * 0.58, -0.13), (r * 0.46, -0.1), (r * 0.44, 0.0)],
            strokes=motif,
            depth=0.06,
        )
    )
    parts += _chopsticks(random, name, y)
    parts.append(steam(random, y - 0.45, 0.9, 0.5))
    return parts


def _noodles(random: Random, paint: Paint, y: float, clip: Points) -> list[Part]:
    """Bundles of noodles: bands of parallel waves."""
    parts: list[Part] = []
    for i in range(4):
        x0, y0 = random.uniform(-0.7, -0.3), y + random.uniform(-0.1, 0.2)
        path = spline(
            [
                (x0, y0),
                (x0 + 0.35, y0 - random.uniform(0.03, 0.12)),
                (x0 + 0.75, y0 + random.uniform(-0.02, 0.1)),
                (x0 + 1.1, y0 - 0.02),
            ],
            7,
        )
        strands = [line(offset(path, by), 0.5, 0.1, 0.2) for by in (-0.05, -0.017, 0.017, 0.05)]
        ring = ring_of(offset(path, 0.085), offset(path, -0.085))
        parts.append(
            Part(
                "noodles",
                paint,
                (ring,),
                (edge(ring, 0.8, 0.05), *strands),
                form=Inflated(),
                depth=0.01 + 0.005 * i,
                clips=(clip,),
                region=f"{paint.key}#noodles",
            )
        )
    return parts


def _egg(random: Random, name: str) -> list[Part]:
    white, yolk = Paint(f"{name}.egg", "rice"), Paint(f"{name}.yolk", "yolk")
    ring = loop([(-0.2, 0), (-0.12, -0.12), (0.06, -0.13), (0.22, -0.02), (0.14, 0.1), (-0.08, 0.11)], 6)
    dot = ellipse(0.01, -0.01, 0.1, 0.07, count=18)
    return [
        drawn(random, "egg", white, ring, pieces=1, form=Plane(0, -0.4)),
        drawn(
            random,
            "yolk",
            yolk,
            dot,
            weight=0.7,
            pieces=1,
            marks=(gloss(-0.03, -0.04, 0.03, 0.014),),
            form=Ball(0, 0, 0.14, 0.1),
            depth=0.01,
        ),
    ]


def _naruto(random: Random, name: str) -> list[Part]:
    base = ellipse(0, 0, 0.15, 0.095, count=30)
    ring, arcs = scalloped(base, random, 10, 0.022, hook=0)
    a = np.radians(np.linspace(0, 560, 40))
    curl = np.stack([np.linspace(0.01, 0.1, 40) * np.cos(a), np.linspace(0.01, 0.062, 40) * np.sin(a)], 1)
    pink = Paint(f"{name}.swirl", "inner ear")
    band = ring_of(offset(curl, 0.01), offset(curl, -0.01))
    body = Part(
        "naruto",
        Paint(f"{name}.cake", "rice"),
        (ring,),
        tuple(Stroke(k, 0.8, (0.1, 0.1)) for k in arcs),
        form=Plane(0, -0.4),
    )
    return [
        body,
        Part("naruto.swirl", pink, (band,), (Stroke(curl, 0.7, (0.1, 0.3)),), form=Plane(0, -0.4), depth=0.01),
    ]


def _chopsticks(random: Random, name: str, y: float) -> list[Part]:
    wood = Paint(f"{name}.sticks", "wood")
    parts: list[Part] = []
    if random.random() < 0.35:
        return parts
    for d in (0.0, 0.09):
        a, b = np.array([0.55 + d, y + 0.06]), np.array([1.25 + d * 1.6, y - 0.62 + d])
        n = np.array([0.018, 0.02])
        parts.append(
            drawn(
                random,
                "chopstick",
                wood,
                np.array([a - n, b - n * 1.6, b + n * 1.6, a + n]),
                weight=0.85,
                pieces=1,
                form=Inflated(),
                depth=0.1,
            )
        )
    return parts
