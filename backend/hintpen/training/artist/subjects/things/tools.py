"""Tools, instruments and weapons: about 1 high, their foot at (0, 0)."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, mirrored, ribbon, spline
from hintpen.training.artist.forms import Ball, Inflated
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.drafting import (
    FLAT,
    SQUARE,
    bar,
    board,
    box_corners,
    choose_hand,
    inner,
    shape,
)


def clock(random: Random, thing: str = "clock") -> list[Part]:
    """An alarm clock with bells and feet, or a wall clock."""
    case, face, metal = (
        Paint(f"{thing}.case", "paint"),
        Paint(f"{thing}.face", "plastic"),
        Paint(f"{thing}.bell", "metal"),
    )
    c, r = -0.46, 0.38
    parts: list[Part] = []
    if random.random() < 0.7:
        for s in (-1, 1):
            parts.append(
                shape("thing.clock.foot", metal, bar((s * 0.2, -0.16), (s * 0.3, 0), 0.09, 0.06), form=Inflated())
            )
            bell = np.concatenate([ellipse(s * 0.23, -0.84, 0.17, 0.15, s * 28, (180, 360), 16)])
            parts.append(shape("thing.clock.bell", metal, bell, form=Inflated()))
        grip = ribbon(ellipse(0, -0.88, 0.13, 0.13, 0, (190, 350), 14), 0.035)
        parts.append(shape("thing.clock.grip", metal, grip, weight=0.8))
    parts.append(shape("thing.clock.case", case, ellipse(0, c, r, r, count=44), form=Inflated(0.08)))
    ticks = [
        Stroke(
            np.array([(0, c)]) + np.array([[0.86], [0.95]]) * r * 0.8 * np.array([math.sin(a), -math.cos(a)]),
            0.8 if i % 3 == 0 else 0.5,
            SQUARE,
            inside=True,
        )
        for i, a in enumerate(np.arange(12) * math.pi / 6)
    ]
    hands = []
    for length, weight in ((0.5, 1.4), (0.72, 1.0)):
        a = random.uniform(0, 2 * math.pi)
        hands.append(
            Stroke(
                np.array([(0, c), (r * 0.8 * length * math.sin(a), c - r * 0.8 * length * math.cos(a))]),
                weight,
                (0, 0.2),
                inside=True,
            )
        )
    gleam = Mark(MarkKind.SHINE, ellipse(-r * 0.3, c - r * 0.35, r * 0.25, r * 0.12, -40, count=16), 0.7)
    parts.append(
        shape(
            "thing.clock.face",
            face,
            ellipse(0, c, r * 0.8, r * 0.8, count=40),
            strokes=[*ticks, *hands],
            marks=[gleam],
            weight=0.8,
            depth=0.005,
        )
    )
    return parts


def camera(random: Random, thing: str = "camera") -> list[Part]:
    """A photo camera with its lens toward the viewer."""
    body, grip, metal = (
        Paint(f"{thing}.body", "plastic"),
        Paint(f"{thing}.grip", "leather"),
        Paint(f"{thing}.metal", "metal"),
    )
    hand, glass = choose_hand(random), Paint(f"{thing}.glass", "glass")
    parts = [
        board("thing.camera.top", metal, [(-0.62, -0.62), (-0.58, -0.76), (0.58, -0.76), (0.62, -0.62)], hand, random),
        board(
            "thing.camera.hump",
            metal,
            [(-0.2, -0.74), (-0.13, -0.9), (0.13, -0.9), (0.2, -0.74)],
            hand,
            random,
            depth=0.002,
        ),
        board("thing.camera.body", grip, box_corners(-0.66, -0.64, 0.66, -0.12), hand, random, form=Inflated(0.08)),
        board("thing.camera.base", metal, [(-0.64, -0.13), (0.64, -0.13), (0.6, 0), (-0.6, 0)], hand, random),
        board(
            "thing.camera.finder", glass, box_corners(-0.08, -0.87, 0.08, -0.78), hand, random, weight=0.7, depth=0.004
        ),
        board("thing.camera.button", body, box_corners(0.36, -0.81, 0.5, -0.76), hand, random, weight=0.8),
        board("thing.camera.dial", body, box_corners(-0.52, -0.83, -0.3, -0.76), hand, random, weight=0.8),
    ]
    for r, paint, depth in (
        (0.33, metal, 0.03),
        (0.27, body, 0.05),
        (0.19, glass, 0.06),
        (0.09, Paint(f"{thing}.pupil", "rubber"), 0.062),
    ):
        gleam = Mark(MarkKind.SHINE, ellipse(-r * 0.35, -0.38 - r * 0.35, r * 0.3, r * 0.2, -40, count=14), 0.9)
        parts.append(
            shape(
                "thing.camera.lens",
                paint,
                ellipse(0, -0.38, r, r, count=36),
                marks=[gleam],
                form=Inflated(0.05),
                depth=depth,
                weight=0.9,
            )
        )
    return parts


def guitar(random: Random, thing: str = "guitar") -> list[Part]:
    """A guitar, upright."""
    wood, neck = Paint(f"{thing}.wood", "wood"), Paint(f"{thing}.neck", "wood", f"{thing}.wood")
    hole, metal = Paint(f"{thing}.hole", "rubber"), Paint(f"{thing}.pegs", "metal")
    right = [
        (0.0, -0.5),
        (0.12, -0.49),
        (0.165, -0.42),
        (0.125, -0.33),
        (0.19, -0.2),
        (0.2, -0.1),
        (0.12, -0.01),
        (0.0, 0.0),
    ]
    side = spline(right, 6)
    ring = np.concatenate([side, mirrored(side)[::-1][1:-1]])
    strings = [Stroke(np.array([(x, -0.9), (x * 1.6, -0.12)]), 0.3, SQUARE) for x in np.linspace(-0.014, 0.014, 4)]
    frets = [inner((-0.024, y), (0.024, y), weight=0.45, taper=SQUARE) for y in np.linspace(-0.86, -0.52, 9)]
    parts = [shape("thing.guitar", wood, ring, form=Inflated(0.05))]
    if random.random() < 0.6:
        guard = loop([(0.04, -0.36), (0.1, -0.31), (0.1, -0.2), (0.03, -0.22)], 5)
        parts.append(shape("thing.guitar.guard", Paint(f"{thing}.guard", "plastic"), guard, weight=0.6, depth=0.002))
    parts += [
        shape("thing.guitar.hole", hole, ellipse(0, -0.31, 0.058, 0.058, count=24), depth=0.004),
        shape("thing.guitar.bridge", neck, box_corners(-0.07, -0.14, 0.07, -0.11), weight=0.8, depth=0.006),
        shape(
            "thing.guitar.neck", neck, box_corners(-0.024, -0.9, 0.024, -0.45), strokes=frets, weight=0.9, depth=0.01
        ),
        shape(
            "thing.guitar.head",
            wood,
            np.array([(-0.028, -0.89), (-0.045, -1.0), (0.045, -1.02), (0.028, -0.89)]),
            depth=0.012,
        ),
    ]
    for s in (-1, 1):
        for y in (-0.92, -0.95, -0.98):
            parts.append(shape("thing.guitar.peg", metal, ellipse(s * 0.056, y, 0.014, 0.01, count=10), weight=0.6))
    return [*parts, Part("thing.guitar.strings", metal, strokes=tuple(strings), depth=0.012)]


def sword(random: Random, thing: str = "sword") -> list[Part]:
    """A sword on its tip, with guard, grip and jewel."""
    steel, gold, grip = (
        Paint(f"{thing}.blade", "metal"),
        Paint(f"{thing}.guard", "gold"),
        Paint(f"{thing}.grip", "leather"),
    )
    w = random.uniform(0.035, 0.06)
    blade = np.array([(-w, -0.72), (-w * 0.85, -0.1), (0, 0.0), (w * 0.85, -0.1), (w, -0.72)])
    half = Mark(MarkKind.SHADE, np.array([(0, -0.75), (w * 1.5, -0.75), (w * 1.5, 0), (0, 0)]), 0.6)
    gleam = Mark(MarkKind.SHINE, np.array([(-w, -0.6), (0, -0.55), (0, -0.5), (-w, -0.55)]), 0.9)
    parts = [
        shape(
            "thing.sword.blade",
            steel,
            blade,
            strokes=[inner((0, -0.72), (0, -0.08), weight=0.6)],
            marks=[half, gleam],
            form=FLAT,
        )
    ]
    wing = spline([(0.0, -0.755), (0.1, -0.76), (0.19, random.uniform(-0.82, -0.7))], 6)
    wings = np.concatenate([mirrored(wing)[::-1], wing[1:]])
    parts.append(
        shape(
            "thing.sword.guard",
            gold,
            ribbon(wings, np.interp(np.abs(wings[:, 0]), (0, 0.2), (0.06, 0.025))),
            form=Inflated(),
            depth=0.01,
        )
    )
    wraps = [inner((-0.025, y), (0.025, y - 0.02), weight=0.6, taper=SQUARE) for y in np.linspace(-0.78, -0.92, 6)]
    parts.append(
        shape(
            "thing.sword.grip",
            grip,
            box_corners(-0.024, -0.94, 0.024, -0.775),
            strokes=wraps,
            form=Inflated(),
            depth=0.005,
        )
    )
    parts.append(
        shape("thing.sword.pommel", gold, ellipse(0, -0.965, 0.04, 0.04, count=18), form=Inflated(), depth=0.01)
    )
    jewel = ellipse(0, -0.755, 0.025, 0.025, count=14)
    return [
        *parts,
        shape("thing.sword.jewel", Paint(f"{thing}.jewel", "gem"), jewel, weight=0.7, form=Inflated(), depth=0.02),
    ]


def umbrella(random: Random, thing: str = "umbrella") -> list[Part]:
    """An open umbrella, upright, its segments in one color or two."""
    cloth, second, wood = (
        Paint(f"{thing}.cloth", "cloth"),
        Paint(f"{thing}.second", "cloth"),
        Paint(f"{thing}.handle", "wood"),
    )
    two, top, hem, n = random.random() < 0.5, np.array([0.0, -0.98]), -0.52, 6
    stem = bar((0, -0.9), (0, -0.1), 0.025)
    hook = ribbon(ellipse(0.06, -0.1, 0.06, 0.07, 0, (180, 10), 14), 0.03)
    parts = [
        shape("thing.umbrella.stem", wood, stem, weight=0.8),
        shape("thing.umbrella.handle", wood, hook, form=Inflated()),
    ]
    xs = -0.55 * np.cos(np.arange(n + 1) * np.pi / n)
    for i in range(n):
        left, right = np.array([xs[i], hem]), np.array([xs[i + 1], hem])

        def rib(foot: np.ndarray) -> np.ndarray:
            return spline([tuple(top), (foot[0] * 0.72, -0.86), (foot[0], hem)], 6)

        low = spline([tuple(right), ((xs[i] + xs[i + 1]) / 2, hem - 0.06), tuple(left)], 5)
        ring = np.concatenate([rib(right), low[1:-1], rib(left)[::-1]])
        paint = second if two and i % 2 else cloth
        parts.append(shape("thing.umbrella.cloth", paint, ring, form=Ball(0, hem, 0.6, 0.5), depth=0.02))
    return [*parts, shape("thing.umbrella.tip", wood, bar((0, -0.97), (0, -1.06), 0.03, 0.015), weight=0.8)]


def lantern(random: Random, thing: str = "lantern") -> list[Part]:
    """An oil lantern with its ring."""
    metal, glass, flame = (
        Paint(f"{thing}.metal", "metal"),
        Paint(f"{thing}.glass", "glass"),
        Paint(f"{thing}.flame", "fire"),
    )
    ring = ribbon(ellipse(0, -0.9, 0.13, 0.12, count=26), 0.025)
    body = np.array([(-0.24, -0.62), (0.24, -0.62), (0.3, -0.16), (-0.3, -0.16)])
    bars = [inner((x, -0.62), (x * 1.25, -0.16), weight=0.8, taper=SQUARE) for x in (-0.09, 0.09)]
    gleam = Mark(MarkKind.SHINE, np.array([(-0.2, -0.6), (-0.12, -0.6), (-0.16, -0.2), (-0.24, -0.2)]), 0.6)
    glow = np.concatenate(
        [
            spline([(0, -0.52), (0.07, -0.34), (0.0, -0.24)], 6),
            spline([(0.0, -0.24), (-0.07, -0.34), (0, -0.52)], 6)[1:-1],
        ]
    )
    roof = np.concatenate(
        [
            spline([(-0.3, -0.6), (-0.12, -0.74), (-0.06, -0.82)], 5),
            spline([(0.06, -0.82), (0.12, -0.74), (0.3, -0.6)], 5),
        ]
    )
    return [
        shape("thing.lantern.ring", metal, ring, weight=0.8),
        shape("thing.lantern.glass", glass, body, marks=[gleam], strokes=bars, form=Inflated()),
        shape("thing.lantern.flame", flame, glow, weight=0.7, depth=0.002),
        shape("thing.lantern.roof", metal, roof, form=Inflated(), depth=0.02),
        shape(
            "thing.lantern.base",
            metal,
            loop([(-0.32, -0.17), (0.32, -0.17), (0.36, -0.02), (0, 0.01), (-0.36, -0.02)], 4),
            form=Inflated(),
            depth=0.02,
        ),
    ]
