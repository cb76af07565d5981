"""Boats and ships from the side: 1 high, their water line at y = 0, bound to the right."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ellipse, spline
from hintpen.training.artist.forms import Ball, Inflated, Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.drafting import FLAT, box_corners, shape


def hull(length: float, high: float, deep: float, sheer: float) -> Points:
    """A hull from the stern at left to the bow at right: `high` over the water, `deep` below it."""
    deck = spline(
        [(-length / 2, -high * 0.9), (0, -high + sheer), (length * 0.42, -high * 1.1), (length / 2, -high * 1.25)], 6
    )
    keel = spline(
        [
            (length / 2, -high * 1.25),
            (length * 0.4, deep * 0.4),
            (length * 0.2, deep),
            (-length * 0.36, deep),
            (-length * 0.46, 0),
            (-length / 2, -high * 0.9),
        ],
        5,
    )
    return np.concatenate([deck, keel[1:-1]])


def _hull_parts(random: Random, thing: str, length: float, high: float, material: str) -> list[Part]:
    ring = hull(length, high, 0.04, high * 0.15)
    paint = Paint(f"{thing}.hull", material)
    bands = [
        Stroke(
            spline([(-length * 0.48, -high * v), (0, -high * v * 0.95), (length * 0.47, -high * v * 1.2)], 6),
            0.55,
            inside=True,
        )
        for v in (0.72, 0.45)
    ]
    shade = Mark(MarkKind.SHADE, ring + (0, high * 0.55), 0.8)
    return [shape("vehicle.hull", paint, ring, strokes=bands, marks=[shade], form=Plane(0, 0.2))]


def wake(length: float) -> Part:
    """The water that a hull parts."""
    strokes = [
        Stroke(
            spline([(-length * 0.62, 0.03), (-length * 0.2, 0.015), (length * 0.2, 0.03), (length * 0.6, 0.015)], 5),
            0.6,
            (0.3, 0.3),
        ),
        Stroke(spline([(-length * 0.7, 0.06), (-length * 0.3, 0.05), (0, 0.07)], 5), 0.45, (0.3, 0.5)),
    ]
    return Part("water.wake", Paint("wake.foam", "water"), strokes=tuple(strokes))


def sailboat(random: Random, thing: str = "boat") -> list[Part]:
    """A small boat with one mast and one or two sails."""
    length, high = random.uniform(0.6, 0.85), random.uniform(0.1, 0.15)
    sail, jib = Paint(f"{thing}.sail", "cloth"), Paint(f"{thing}.jib", "cloth")
    x = length * 0.05
    bulge = random.uniform(0.03, 0.08)
    main = np.concatenate(
        [
            spline([(x, -0.98), (x - length * 0.25 - bulge, -0.6), (x - length * 0.48, -high - 0.08)], 6),
            spline([(x - length * 0.48, -high - 0.08), (x - length * 0.2, -high - 0.04), (x, -high - 0.08)], 5)[1:],
        ]
    )
    seams = [
        Stroke(np.array([(x, -v), (x - length * 0.46 * (1.1 - v), -v - 0.01)]), 0.45, inside=True)
        for v in (0.35, 0.55, 0.75)
    ]
    parts = [shape("vehicle.sail", sail, main, strokes=seams, form=Plane(-0.25, -0.1))]
    if random.random() < 0.75:
        front = np.concatenate(
            [
                spline([(x + 0.015, -0.92), (x + length * 0.2 + bulge, -0.5), (x + length * 0.42, -high - 0.06)], 6),
                spline(
                    [(x + length * 0.42, -high - 0.06), (x + length * 0.2, -high - 0.1), (x + 0.015, -high - 0.12)], 4
                )[1:],
            ]
        )
        parts.append(shape("vehicle.jib", jib, front, form=Plane(0.3, -0.1)))
    parts.append(
        shape(
            "vehicle.mast",
            Paint(f"{thing}.mast", "wood"),
            box_corners(x - 0.008, -1.0, x + 0.012, -high),
            weight=0.7,
            depth=0.01,
        )
    )
    flag = np.array([(x, -1.0), (x - 0.1, -0.985), (x, -0.95)])
    parts.append(shape("vehicle.pennant", Paint(f"{thing}.pennant", "cloth"), flag, weight=0.6))
    return [*parts, *_hull_parts(random, thing, length, high, str(random.choice(("wood", "paint")))), wake(length)]


def ship(random: Random, thing: str = "ship") -> list[Part]:
    """A tall ship with three masts of bellied sails."""
    length, high = 1.25, 0.2
    cloth, wood = Paint(f"{thing}.sail", "cloth"), Paint(f"{thing}.mast", "wood")
    parts: list[Part] = []
    for x, tall in ((-0.38, 0.78), (0.0, 1.0), (0.36, 0.85)):
        parts.append(shape("vehicle.mast", wood, box_corners(x - 0.012, -tall, x + 0.012, -high * 0.8), weight=0.7))
        rows = 3
        for i in range(rows):
            top = -tall + 0.04 + (tall - high - 0.12) * i / rows
            foot = -tall + 0.02 + (tall - high - 0.12) * (i + 0.9) / rows
            w = 0.1 + 0.035 * i
            belly = random.uniform(0.03, 0.06)
            right = spline([(x + w * 0.9, top), (x + w + belly, (top + foot) / 2), (x + w, foot)], 5)
            hem = spline([(x + w, foot), (x, foot - 0.03), (x - w, foot)], 5)
            left = spline([(x - w, foot), (x - w + belly * 0.7, (top + foot) / 2), (x - w * 0.9, top)], 5)
            ring = np.concatenate([right, hem[1:], left[1:]])
            dark = Mark(MarkKind.SHADE, ring + (-w * 1.3, 0.0), 0.7)
            lines = [
                Stroke(
                    spline([(x + w * u, top), (x + w * u + belly * 0.7, (top + foot) / 2), (x + w * u, foot)], 4),
                    0.4,
                    inside=True,
                )
                for u in (-0.3, 0.35)
            ]
            parts.append(
                shape(
                    "vehicle.sail",
                    cloth,
                    ring,
                    weight=0.8,
                    strokes=lines,
                    marks=[dark],
                    form=Inflated(0.06, 0.4),
                    depth=0.02,
                )
            )
        flag = np.array([(x, -tall - 0.05), (x + 0.1, -tall - 0.035), (x, -tall)])
        parts.append(shape("vehicle.pennant", Paint(f"{thing}.pennant", "cloth"), flag, weight=0.6))
    ropes = tuple(
        Stroke(np.array([(a, -b), (c, -high)]), 0.35, (0, 0))
        for a, b, c in (
            (-0.38, 0.75, -0.6),
            (0.0, 0.95, -0.2),
            (0.0, 0.95, 0.18),
            (0.36, 0.82, 0.55),
            (0.36, 0.82, 0.78),
        )
    )
    sprit = Stroke(np.array([(length * 0.46, -high * 1.2), (0.82, -high * 1.7)]), 1.2, (0, 0.2))
    parts.append(Part("vehicle.ropes", wood, strokes=(*ropes, sprit)))
    parts += _hull_parts(random, thing, length, high, "wood")
    castle = box_corners(-length * 0.5, -high * 1.45, -length * 0.28, -high * 0.85)
    parts.append(shape("vehicle.castle", Paint(f"{thing}.trim", "paint"), castle, form=FLAT, depth=0.01))
    glass = Paint(f"{thing}.glass", "glass")
    for x in np.linspace(-0.4, 0.35, 6):
        parts.append(
            shape(
                "vehicle.port",
                glass,
                box_corners(float(x), -high * 0.45, float(x) + 0.04, -high * 0.25),
                weight=0.6,
                depth=0.012,
            )
        )
    return [*parts, wake(length)]


def rowboat(random: Random, thing: str = "rowboat") -> list[Part]:
    """An open boat seen a little from above, with benches and oars; about twice as long as high."""
    wood, inner = Paint(f"{thing}.wood", "wood"), Paint(f"{thing}.inner", "wood", f"{thing}.wood")
    rim = np.concatenate(
        [
            spline([(-0.9, -0.52), (0, -0.68), (0.75, -0.62), (1.1, -0.7)], 6),
            spline([(1.1, -0.7), (0.7, -0.36), (0, -0.26), (-0.8, -0.3), (-0.9, -0.52)], 6)[1:-1],
        ]
    )
    body = np.concatenate(
        [
            spline([(-0.9, -0.52), (-0.8, -0.3), (0, -0.26), (0.7, -0.36), (1.1, -0.7)], 6),
            spline([(1.1, -0.7), (0.85, -0.05), (0.3, 0.06), (-0.5, 0.05), (-0.82, -0.1), (-0.9, -0.52)], 5)[1:-1],
        ]
    )
    planks = [
        Stroke(spline([(-0.86, -0.3 + v), (0, -0.16 + v), (0.7, -0.24 + v), (1.0 - v, -0.5 + v)], 6), 0.55, inside=True)
        for v in (0.0, 0.1)
    ]
    benches = [
        np.array([(x - 0.1, -0.63 - 0.02 * x), (x + 0.06, -0.63 - 0.02 * x), (x + 0.08, -0.3), (x - 0.1, -0.3)])
        for x in (-0.45, 0.25)
    ]
    oar = spline([(-0.1, -0.75), (0.2, -0.4), (0.55, 0.1)], 5)
    blade = ellipse(0.6, 0.17, 0.13, 0.045, 54, count=18)
    return [
        shape("vehicle.inside", inner, rim, form=Plane(0, -0.5)),
        *(shape("vehicle.bench", wood, b, weight=0.8, depth=0.005) for b in benches),
        shape("vehicle.hull", wood, body, strokes=planks, form=Ball(0, -0.5, 3, 0.6), depth=0.02),
        Part("vehicle.oar", wood, strokes=(Stroke(oar, 1.8, (0, 0)),), depth=0.03),
        shape("vehicle.blade", wood, blade, depth=0.03),
        wake(2.0),
    ]
