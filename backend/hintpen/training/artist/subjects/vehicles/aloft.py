"""What flies: planes, helicopters, rockets, saucers, balloons; about 1 high about (0, -0.5), bound to the right."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, mirrored, spline
from hintpen.training.artist.forms import Ball, Inflated
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.drafting import SQUARE, bar, box_corners, inner, shape


def plane(random: Random, thing: str = "plane") -> list[Part]:
    """A propeller plane or a jet from the side, its near wing toward the viewer."""
    body, wing, glass, metal = (
        Paint(f"{thing}.body", "paint"),
        Paint(f"{thing}.wing", "paint"),
        Paint(f"{thing}.glass", "glass"),
        Paint(f"{thing}.metal", "metal"),
    )
    hull = loop(
        [
            (-1.1, -0.62),
            (-0.4, -0.68),
            (0.3, -0.7),
            (0.8, -0.6),
            (0.95, -0.48),
            (0.8, -0.36),
            (0.1, -0.28),
            (-0.5, -0.36),
            (-1.05, -0.54),
        ],
        6,
    )
    fin = np.array([(-1.08, -0.6), (-1.25, -0.98), (-1.05, -1.0), (-0.72, -0.64)])
    gleam = Mark(
        MarkKind.SHINE,
        spline([(-0.8, -0.62), (0.2, -0.65), (0.7, -0.57), (0.7, -0.54), (0.2, -0.6), (-0.8, -0.59)], 4),
        0.7,
    )
    lines = [
        inner((-1.0, -0.52), (0, -0.44), (0.88, -0.44), weight=0.6),
        inner((-0.6, -0.66), (-0.6, -0.38)),
        inner((0.62, -0.65), (0.64, -0.33)),
    ]
    far = np.array([(-0.05, -0.66), (0.25, -0.66), (-0.1, -0.98), (-0.28, -0.98)])
    near = loop([(-0.25, -0.44), (0.35, -0.44), (0.2, -0.3), (-0.25, 0.06), (-0.5, 0.1), (-0.46, -0.02)], 6)
    parts = [
        shape("vehicle.wing.far", wing, far, depth=-0.03),
        shape("vehicle.fin", wing, fin, strokes=[inner((-0.98, -0.66), (-1.12, -0.97))], depth=-0.01),
        shape("vehicle.body", body, hull, strokes=lines, marks=[gleam], form=Ball(0, -0.5, 1e3, 0.2)),
        shape(
            "vehicle.tail", wing, np.array([(-1.12, -0.58), (-0.82, -0.56), (-1.1, -0.4), (-1.3, -0.42)]), depth=0.03
        ),
    ]
    if random.random() < 0.5:
        dome = np.concatenate([spline([(0.12, -0.68), (0.22, -0.82), (0.42, -0.82), (0.6, -0.66)], 6), [(0.36, -0.66)]])
        parts.append(
            shape(
                "vehicle.canopy",
                glass,
                dome,
                strokes=[inner((0.34, -0.83), (0.36, -0.66))],
                form=Inflated(),
                depth=0.02,
            )
        )
        nose = loop([(0.88, -0.58), (1.02, -0.54), (1.08, -0.48), (1.02, -0.42), (0.88, -0.38)], 5)
        blur = ellipse(1.07, -0.48, 0.035, 0.36, count=30)
        parts.append(shape("vehicle.spinner", metal, nose, form=Inflated(), depth=0.03))
        parts.append(shape("vehicle.propeller", Paint(f"{thing}.propeller", "wood"), blur, weight=0.7, depth=0.02))
    else:
        for x in np.linspace(-0.7, 0.5, 9).tolist():
            parts.append(
                shape("vehicle.window", glass, ellipse(x, -0.56, 0.035, 0.04, count=12), weight=0.6, depth=0.004)
            )
        parts.append(
            shape(
                "vehicle.window",
                glass,
                np.array([(0.66, -0.6), (0.8, -0.57), (0.78, -0.5), (0.66, -0.52)]),
                weight=0.7,
                depth=0.004,
            )
        )
        parts.append(
            shape(
                "vehicle.jet",
                metal,
                loop([(-0.02, -0.3), (0.28, -0.3), (0.3, -0.18), (0.26, -0.1), (-0.04, -0.12)], 5),
                form=Inflated(),
                depth=0.02,
            )
        )
    flaps = [inner((-0.1, -0.38), (-0.4, 0.02)), inner((0.05, -0.42), (-0.22, 0.04))]
    return [*parts, shape("vehicle.wing", wing, near, strokes=flaps, form=Inflated(0.08), depth=0.05)]


def helicopter(random: Random, thing: str = "helicopter") -> list[Part]:
    """A helicopter."""
    body, glass, metal = (
        Paint(f"{thing}.body", "paint"),
        Paint(f"{thing}.glass", "glass"),
        Paint(f"{thing}.metal", "metal"),
    )
    boom = np.array([(-0.1, -0.66), (-1.05, -0.68), (-1.12, -0.92), (-1.24, -0.92), (-1.2, -0.6), (-0.1, -0.42)])
    cabin = loop(
        [
            (-0.35, -0.62),
            (-0.1, -0.78),
            (0.3, -0.78),
            (0.55, -0.6),
            (0.6, -0.42),
            (0.45, -0.24),
            (0.0, -0.2),
            (-0.3, -0.3),
        ],
        6,
    )
    nose = np.concatenate([spline([(0.16, -0.73), (0.38, -0.7), (0.53, -0.54), (0.56, -0.42)], 6), [(0.2, -0.44)]])
    door = loop([(-0.16, -0.68), (0.08, -0.7), (0.08, -0.3), (-0.18, -0.32)], 3)
    skid = [Stroke(np.array([(-0.4, 0), (0.5, 0), (0.62, -0.06)]), 2.0, SQUARE)]
    skid += [Stroke(np.array([(x, -0.22), (x * 1.15, 0)]), 1.3, SQUARE) for x in (-0.18, 0.3)]
    return [
        shape(
            "vehicle.boom", body, boom, strokes=[inner((-0.3, -0.52), (-1.1, -0.63))], form=Ball(0, -0.56, 1e3, 0.15)
        ),
        shape("vehicle.rotor.tail", metal, ellipse(-1.18, -0.84, 0.16, 0.16, count=26), weight=0.6, depth=0.01),
        Part("vehicle.skids", metal, strokes=tuple(skid)),
        shape(
            "vehicle.body",
            body,
            cabin,
            form=Inflated(0.2),
            depth=0.02,
            strokes=[inner((-0.34, -0.4), (0.1, -0.36), (0.58, -0.4))],
        ),
        shape(
            "vehicle.door",
            glass,
            door,
            weight=0.7,
            depth=0.022,
            marks=[Mark(MarkKind.SHINE, np.array([(-0.12, -0.7), (0, -0.7), (-0.1, -0.3), (-0.22, -0.3)]), 0.4)],
        ),
        shape(
            "vehicle.window",
            glass,
            nose,
            weight=0.8,
            depth=0.022,
            marks=[Mark(MarkKind.SHINE, np.array([(0.26, -0.75), (0.34, -0.75), (0.3, -0.4), (0.22, -0.4)]), 0.5)],
        ),
        shape("vehicle.mast", metal, box_corners(0.03, -0.92, 0.11, -0.76), weight=0.8),
        shape(
            "vehicle.rotor",
            metal,
            ellipse(0.07, -0.93, 1.0, random.uniform(0.02, 0.05), count=40),
            weight=0.7,
            depth=0.03,
        ),
    ]


def rocket(random: Random, thing: str = "rocket") -> list[Part]:
    """A rocket with fins, portholes and its fire."""
    body, fin, glass, fire = (
        Paint(f"{thing}.body", "paint"),
        Paint(f"{thing}.fin", "paint"),
        Paint(f"{thing}.glass", "glass"),
        Paint(f"{thing}.fire", "fire"),
    )
    w = random.uniform(0.16, 0.24)
    side = spline([(0, -1.0), (w * 0.75, -0.8), (w, -0.55), (w * 0.9, -0.32), (w * 0.6, -0.2)], 7)
    hull = np.concatenate([side, mirrored(side)[::-1][:-1]])
    nose = spline([(w * 0.77, -0.79), (0, -0.75), (-w * 0.77, -0.79)], 6)
    gleam = Mark(MarkKind.SHINE, np.concatenate([side * (-0.75, 1), (side * (-0.55, 1))[::-1]]), 0.6)
    parts: list[Part] = []
    flame = np.concatenate(
        [
            spline([(w * 0.5, -0.2), (w * 0.6, -0.08), (0.0, 0.12)], 6),
            spline([(0, 0.12), (-w * 0.6, -0.08), (-w * 0.5, -0.2)], 6)[1:],
        ]
    )
    if random.random() < 0.7:
        parts.append(shape("fire", fire, flame, weight=0.8, depth=-0.03))
        parts.append(
            shape(
                "fire.core", Paint(f"{thing}.core", "sand"), flame * (0.5, 0.6) + (0, -0.08), weight=0.5, depth=-0.028
            )
        )
    for s in (-1, 1):
        parts.append(
            shape(
                "vehicle.fin",
                fin,
                loop(
                    [
                        (s * w * 0.85, -0.48),
                        (s * w * 2.0, -0.24),
                        (s * w * 2.1, -0.02),
                        (s * w * 1.4, -0.16),
                        (s * w * 0.6, -0.22),
                    ],
                    5,
                ),
                depth=-0.01,
            )
        )
    parts.append(
        shape(
            "vehicle.body",
            body,
            hull,
            marks=[gleam],
            strokes=[inner((-w * 0.95, -0.36), (0, -0.32), (w * 0.95, -0.36))],
            form=Ball(0, -0.5, w * 1.05, 1e3),
        )
    )
    top = np.concatenate([side[side[:, 1] < -0.79], nose, mirrored(side[side[:, 1] < -0.79])[::-1][:-1]])
    parts.append(shape("vehicle.nose", fin, top, form=Ball(0, -0.8, w, 0.3), depth=0.002))
    for y, r in ((-0.62, w * 0.42), (-0.43, w * 0.3)):
        parts.append(shape("vehicle.rim", fin, ellipse(0, y, r * 1.35, r * 1.35, count=26), depth=0.004, weight=0.8))
        shine = Mark(MarkKind.SHINE, ellipse(-r * 0.3, y - r * 0.3, r * 0.35, r * 0.2, -40, count=12), 0.9)
        parts.append(
            shape("vehicle.window", glass, ellipse(0, y, r, r, count=24), marks=[shine], depth=0.006, weight=0.7)
        )
    parts.append(
        shape(
            "vehicle.fin",
            fin,
            loop([(-w * 0.16, -0.42), (w * 0.16, -0.42), (w * 0.14, -0.06), (-w * 0.14, -0.06)], 4),
            depth=0.02,
        )
    )
    return parts


def saucer(random: Random, thing: str = "saucer") -> list[Part]:
    """A flying saucer with a dome and lights."""
    body, glass, lamp, under = (
        Paint(f"{thing}.body", "metal"),
        Paint(f"{thing}.glass", "glass"),
        Paint(f"{thing}.lamp", "fire"),
        Paint(f"{thing}.under", "metal", f"{thing}.body"),
    )
    dome = np.concatenate(
        [ellipse(0, -0.6, 0.42, 0.4, 0, (180, 360), 22), ellipse(0, -0.6, 0.42, 0.1, 0, (0, 180), 16)[1:-1]]
    )
    gleam = Mark(MarkKind.SHINE, ellipse(-0.18, -0.78, 0.08, 0.14, 30, count=14), 0.8)
    parts = [
        shape("vehicle.under", under, ellipse(0, -0.38, 0.6, 0.26, count=36), form=Inflated()),
        shape(
            "vehicle.disc",
            body,
            ellipse(0, -0.5, 1.1, 0.26, count=50),
            strokes=[Stroke(ellipse(0, -0.55, 0.7, 0.14, 0, (170, 10), 24), 0.6, inside=True)],
            form=Ball(0, -0.5, 1.1, 0.28),
            depth=0.02,
        ),
        shape("vehicle.dome", glass, dome, marks=[gleam], form=Ball(0, -0.62, 0.44, 0.42), depth=0.05),
    ]
    for a in np.radians((200, 165, 130, 90, 50, 15, -20)).tolist():
        parts.append(
            shape(
                "vehicle.lamp",
                lamp,
                ellipse(0.88 * np.cos(a), -0.46 + 0.17 * np.sin(a), 0.06, 0.04, count=14),
                weight=0.7,
                depth=0.03,
            )
        )
    return parts


def balloon(random: Random, thing: str = "balloon") -> list[Part]:
    """A hot air balloon with gores in two or three colors."""
    paints = [Paint(f"{thing}.gore{i}", "silk") for i in range(int(random.integers(2, 4)))]
    wicker = Paint(f"{thing}.basket", "sand")
    side = spline([(0, -1.0), (0.26, -0.94), (0.36, -0.7), (0.26, -0.46), (0.1, -0.27)], 8)
    form = Ball(0, -0.66, 0.37, 0.42)
    shares = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 8))
    parts = [
        shape(
            "vehicle.gore",
            paints[i % len(paints)],
            np.concatenate([side * (a, 1), (side * (b, 1))[::-1]]),
            weight=0.8,
            form=form,
        )
        for i, (a, b) in enumerate(zip(shares[:-1].tolist(), shares[1:].tolist(), strict=True))
    ]
    ropes = [Stroke(np.array([(x, -0.28), (x * 0.7, -0.13)]), 0.5, SQUARE) for x in (-0.1, -0.03, 0.03, 0.1)]
    weave = [inner((-0.08, y), (0.08, y), weight=0.45, taper=SQUARE) for y in (-0.09, -0.055)]
    return [
        *parts,
        shape(
            "vehicle.skirt",
            paints[0],
            np.array([(-0.1, -0.29), (0.1, -0.29), (0.085, -0.245), (-0.085, -0.245)]),
            weight=0.7,
            depth=0.01,
        ),
        Part("vehicle.ropes", wicker, strokes=tuple(ropes)),
        shape(
            "vehicle.basket",
            wicker,
            np.array([(-0.085, -0.13), (0.085, -0.13), (0.07, 0), (-0.07, 0)]),
            strokes=weave,
            form=Inflated(),
        ),
        shape("vehicle.bag", paints[-1], bar((-0.09, -0.1), (-0.09, -0.04), 0.035), weight=0.6, depth=0.01),
    ]
