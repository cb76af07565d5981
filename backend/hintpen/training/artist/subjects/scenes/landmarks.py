"""Landmarks, 1 high with their foot at (0, 0): castles, lighthouses, windmills, cottages, bridges, tents."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from hintpen.training.artist.curves import closed, ellipse, spline
from hintpen.training.artist.forms import Ball, Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.drafting import FLAT, Hand, board, box_corners, choose_hand, shape


def _tower(
    x: float, foot: float, half: float, high: float, random: Random, hand: Hand, thing: str, depth: float
) -> list[Part]:
    """A round tower with battlements or a pointed roof, windows and a few stones."""
    stone, roof, dark = (
        Paint(f"{thing}.stone", "stone"),
        Paint(f"{thing}.roof", "paint"),
        Paint(f"{thing}.opening", "glass"),
    )
    top = foot - high
    form = Ball(x, 0, half * 1.1, 1e3)
    rows = [
        Stroke(np.array([(x + half * a, top + high * v), (x + half * (a + 0.5), top + high * v)]), 0.4, inside=True)
        for a, v in random.uniform((-1, 0.1), (0.5, 0.95), (6, 2))
    ]
    body = box_corners(x - half, top, x + half, foot)
    parts = [board("building.tower", stone, body, hand, random, form=form, depth=depth, strokes=rows)]
    for v in np.linspace(0.25, 0.7, int(random.integers(1, 3))):
        w = half * 0.22
        slit = np.concatenate(
            [
                ellipse(x, top + high * v, w, w, 0, (180, 360), 8),
                [(x + w, top + high * v + 3 * w), (x - w, top + high * v + 3 * w)],
            ]
        )
        parts.append(shape("window", dark, slit, weight=0.6, depth=depth + 0.002))
    if random.random() < 0.6:
        tall = half * random.uniform(2.2, 3.4)
        cone = np.array([(x - half * 1.35, top), (x, top - tall), (x + half * 1.35, top)])
        base = spline([cone[2], (x, top + half * 0.3), cone[0]], 6)
        ring = np.concatenate([cone, base[1:-1]])
        lit = Mark(
            MarkKind.SHADE, np.array([(x + half * 0.3, top + 0.1), (x, top - tall), (x + half * 2, top + 0.1)]), 0.8
        )
        tiles = [
            Stroke(
                spline(
                    [
                        (x - half * 1.3 * t, top - tall * (1 - t)),
                        (x, top - tall * (1 - t) + half * 0.25 * t),
                        (x + half * 1.3 * t, top - tall * (1 - t)),
                    ],
                    5,
                ),
                0.4,
                inside=True,
            )
            for t in (0.4, 0.65, 0.85)
        ]
        parts.append(
            shape(
                "building.roof",
                roof,
                ring,
                strokes=tiles,
                marks=[lit],
                depth=depth + 0.004,
                form=Ball(x, 0, half * 1.5, 1e3),
            )
        )
        if random.random() < 0.6:
            parts += _flag(x, top - tall, half * 1.2, random, thing, depth)
    else:
        n, w = 5, 2.3 * half / 9
        crown = [(x - half * 1.15, top + 0.25 * half)]
        for i in range(n):
            a = x - half * 1.15 + 2 * i * w
            crown += [(a, top - 0.45 * half), (a + w, top - 0.45 * half)]
            if i < n - 1:
                crown += [(a + w, top - 0.1 * half), (a + 2 * w, top - 0.1 * half)]
        crown.append((x + half * 1.15, top + 0.25 * half))
        parts.append(shape("building.battlement", stone, np.array(crown), form=form, depth=depth + 0.004))
    return parts


def _flag(x: float, y: float, size: float, random: Random, thing: str, depth: float) -> list[Part]:
    cloth = Paint(f"{thing}.flag", "cloth")
    mast = Stroke(np.array([(x, y), (x, y - size)]), 0.6, (0, 0))
    wave = spline([(x, y - size), (x + size * 0.4, y - size * 1.05), (x + size * 0.9, y - size * 0.8)], 5)
    back = spline([(x + size * 0.9, y - size * 0.8), (x + size * 0.45, y - size * 0.68), (x, y - size * 0.6)], 5)
    return [shape("cloth.flag", cloth, np.concatenate([wave, back[1:]]), strokes=[mast], weight=0.7, depth=depth)]


def castle(random: Random, thing: str = "castle") -> list[Part]:
    """A castle: walls between towers, a keep, a gate."""
    hand, stone = choose_hand(random), Paint(f"{thing}.stone", "stone")
    parts: list[Part] = []
    for x in (-0.22, 0.2):
        parts += _tower(
            x + random.uniform(-0.03, 0.03), 0, 0.07, random.uniform(0.55, 0.75), random, hand, thing, -0.02
        )
    parts += _tower(
        random.uniform(-0.06, 0.04), 0, random.uniform(0.1, 0.14), random.uniform(0.6, 0.7), random, hand, thing, 0.0
    )
    wall_top, half = -0.26, 0.5
    n = 13
    edge = [(-half + half * 2 * i / n, wall_top - (0.035 if i % 2 else 0)) for i in range(n + 1)]
    battle = [p for (x0, y), (x1, _) in pairwise(edge) for p in ((x0, y), (x1, y))]
    stones = [
        Stroke(np.array([(x, y), (x + 0.06, y), (x + 0.06, y + 0.03)]), 0.4, inside=True)
        for x, y in random.uniform((-0.45, -0.24), (0.4, -0.05), (9, 2))
    ]
    ring = np.array([*battle, (half, 0), (-half, 0)])
    parts.append(shape("building.wall", stone, ring, strokes=stones, form=FLAT, depth=0.02))
    gate = np.concatenate([ellipse(0, -0.12, 0.06, 0.07, 0, (180, 360), 12), [(0.06, 0), (-0.06, 0)]])
    planks = [Stroke(np.array([(x, -0.2), (x, 0)]), 0.45, (0, 0), inside=True) for x in (-0.03, 0, 0.03)]
    parts.append(shape("building.gate", Paint(f"{thing}.gate", "wood"), gate, strokes=planks, depth=0.022))
    for s in (-1, 1):
        parts += _tower(s * half, 0, 0.085, random.uniform(0.34, 0.5), random, hand, thing, 0.04)
    return parts


def lighthouse(random: Random, thing: str = "lighthouse") -> list[Part]:
    """A striped tower with a lantern."""
    wall, stripe = Paint(f"{thing}.wall", "plaster"), Paint(f"{thing}.stripe", "paint")
    foot, top, high = 0.15, 0.09, 0.76
    form = Ball(0, 0, foot * 1.05, 1e3)

    def half(v: float) -> float:
        return foot + (top - foot) * v

    body = np.array([(-foot, 0), (-top, -high), (top, -high), (foot, 0)])
    parts = [shape("building.tower", wall, body, form=form)]
    for v in (0.12, 0.45, 0.78):
        a, b = v, v + 0.16
        upper = spline([(-half(b), -high * b), (0, -high * b + 0.02), (half(b), -high * b)], 6)
        lower = spline([(half(a), -high * a), (0, -high * a + 0.025), (-half(a), -high * a)], 6)
        parts.append(
            shape("building.stripe", stripe, np.concatenate([upper, lower]), weight=0.7, form=form, depth=0.002)
        )
    for y in (-0.28, -0.55):
        parts.append(
            shape(
                "window",
                Paint(f"{thing}.glass", "glass"),
                box_corners(-0.02, y - 0.05, 0.02, y),
                weight=0.6,
                depth=0.004,
            )
        )
    parts.append(shape("building.gallery", stripe, box_corners(-top * 1.5, -high - 0.03, top * 1.5, -high), depth=0.01))
    lamp = box_corners(-0.06, -high - 0.14, 0.06, -high - 0.03)
    bars = [Stroke(np.array([(x, -high - 0.14), (x, -high - 0.03)]), 0.5, (0, 0), inside=True) for x in (-0.02, 0.02)]
    parts.append(shape("building.lantern", Paint(f"{thing}.lamp", "fire"), lamp, strokes=bars, depth=0.006))
    dome = np.concatenate([ellipse(0, -high - 0.14, 0.08, 0.09, 0, (180, 360), 16)])
    parts.append(
        shape(
            "building.dome",
            stripe,
            dome,
            depth=0.01,
            strokes=[Stroke(np.array([(0, -high - 0.23), (0, -1.02)]), 0.7, (0, 0))],
        )
    )
    return parts


def windmill(random: Random, thing: str = "windmill") -> list[Part]:
    """A mill with four sails."""
    wall, roof, sail = (
        Paint(f"{thing}.wall", "plaster"),
        Paint(f"{thing}.roof", "brick"),
        Paint(f"{thing}.sail", "cloth"),
    )
    body = np.array([(-0.2, 0), (-0.13, -0.6), (0.13, -0.6), (0.2, 0)])
    parts = [shape("building.mill", wall, body, form=Ball(0, 0, 0.22, 1e3))]
    parts.append(
        shape(
            "building.door", Paint(f"{thing}.door", "wood"), box_corners(-0.05, -0.17, 0.05, 0), weight=0.7, depth=0.002
        )
    )
    parts.append(
        shape(
            "window",
            Paint(f"{thing}.glass", "glass"),
            box_corners(-0.035, -0.42, 0.035, -0.33),
            weight=0.6,
            depth=0.002,
        )
    )
    dome = np.concatenate([ellipse(0, -0.6, 0.16, 0.17, 0, (180, 360), 16)])
    parts.append(shape("building.roof", roof, dome, depth=0.01, form=Ball(0, -0.6, 0.17, 0.18)))
    turn = random.uniform(0, 90)
    for i in range(4):
        a = math.radians(turn + 90 * i)
        run, side = np.array([math.cos(a), math.sin(a)]), np.array([-math.sin(a), math.cos(a)])
        hub = np.array([0, -0.64])
        k = np.array(
            [hub + run * 0.08, hub + run * 0.42, hub + run * 0.42 + side * 0.09, hub + run * 0.08 + side * 0.09]
        )
        ribs = [
            Stroke(np.stack([hub + run * t, hub + run * t + side * 0.09]), 0.45, (0, 0), inside=True)
            for t in (0.15, 0.22, 0.29, 0.36)
        ]
        spar = Stroke(np.stack([hub, hub + run * 0.44]), 1.0, (0, 0))
        parts.append(shape("building.sail", sail, k, strokes=[*ribs, spar], weight=0.7, depth=0.03))
    parts.append(shape("building.hub", roof, ellipse(0, -0.64, 0.03, 0.03, count=14), weight=0.7, depth=0.035))
    return parts


def cottage(random: Random, thing: str = "cottage") -> list[Part]:
    """A cottage seen over its corner, with a thatched or tiled roof and smoke."""
    hand = choose_hand(random)
    wall, roof = (
        Paint(f"{thing}.wall", "plaster"),
        Paint(f"{thing}.roof", str(random.choice(("brick", "wood", "sand")))),
    )
    glass, wood = Paint(f"{thing}.glass", "glass"), Paint(f"{thing}.door", "wood")
    parts = [
        board(
            "building.chimney", Paint(f"{thing}.chimney", "brick"), box_corners(0.2, -1.02, 0.32, -0.7), hand, random
        ),
        board(
            "building.wall",
            wall,
            [(-0.1, 0), (-0.1, -0.46), (0.62, -0.42), (0.62, -0.03)],
            hand,
            random,
            form=Plane(0.3, 0),
        ),
        board(
            "building.gable",
            wall,
            [(-0.1, 0), (-0.5, -0.05), (-0.5, -0.44), (-0.3, -0.8), (-0.1, -0.46)],
            hand,
            random,
            form=Plane(-0.6, 0),
        ),
    ]
    rows = [
        Stroke(
            np.array([(-0.28 + 0.2 * t + a, -0.8 + 0.36 * t), (-0.28 + 0.2 * t + a + 0.12, -0.8 + 0.37 * t)]),
            0.45,
            inside=True,
        )
        for t, a in random.uniform((0.15, 0.0), (0.95, 0.8), (12, 2))
    ]
    slope = [(-0.33, -0.84), (0.47, -0.78), (0.7, -0.38), (-0.06, -0.41)]
    parts.append(board("building.roof", roof, slope, hand, random, strokes=rows, form=Plane(0.1, -0.6), depth=0.02))
    eave = [(-0.33, -0.84), (-0.06, -0.41), (-0.1, -0.385), (-0.33, -0.76), (-0.53, -0.4), (-0.57, -0.43)]
    parts.append(board("building.eave", roof, eave, hand, random, form=Plane(-0.5, -0.2), depth=0.02))
    parts.append(
        board(
            "building.door",
            wood,
            [(0.0, -0.01), (0.0, -0.3), (0.14, -0.3), (0.14, -0.02)],
            hand,
            random,
            weight=0.7,
            depth=0.004,
        )
    )
    for x in (0.24, 0.43):
        k = [(x, -0.15), (x, -0.29), (x + 0.12, -0.285), (x + 0.12, -0.15)]
        cross = [
            Stroke(np.array([(x + 0.06, -0.29), (x + 0.06, -0.15)]), 0.5, (0, 0), inside=True),
            Stroke(np.array([(x, -0.22), (x + 0.12, -0.22)]), 0.5, (0, 0), inside=True),
        ]
        parts.append(board("window", glass, k, hand, random, weight=0.7, strokes=cross, depth=0.004))
    parts.append(shape("window", glass, ellipse(-0.3, -0.4, 0.05, 0.07, count=18), weight=0.7, depth=0.004))
    if random.random() < 0.5:
        for i, r in enumerate((0.05, 0.075, 0.1)):
            puff = ellipse(0.27 + 0.06 * i * i, -1.1 - 0.14 * i, r * 1.2, r, count=20)
            parts.append(shape("smoke", Paint(f"{thing}.smoke", "cloud"), puff, weight=0.6, depth=-0.01))
    return parts


def bridge(random: Random, thing: str = "bridge") -> list[Part]:
    """A stone bridge with one to three arches, about four times as wide as it is high."""
    stone, n = Paint(f"{thing}.stone", "stone"), int(random.integers(1, 4))
    half, rise = 2.0, random.uniform(0.1, 0.5)
    deck = spline([(-half, -0.7), (0, -0.7 - rise), (half, -0.7)], 12)
    under: list[Points] = []
    step = 2 * half / n
    for i in range(n):
        x = half - (i + 0.5) * step
        under.append(ellipse(x, 0, step * 0.4, 0.55 + rise * 0.5 * (1 - abs(x) / half), 0, (0, -180), 16))
    ring = np.concatenate(
        [
            deck,
            [(half, 0.05)],
            *[np.concatenate([[(a[0, 0], 0.05)], a, [(a[-1, 0], 0.05)]]) for a in under],
            [(-half, 0.05)],
        ]
    )
    cap = Stroke(deck + (0, 0.08), 0.6, (0, 0), inside=True)
    stones = [
        Stroke(np.array([(x, y), (x + 0.12, y), (x + 0.12, y + 0.07)]), 0.45, inside=True)
        for x, y in random.uniform((-1.9, -0.65), (1.8, -0.1), (16, 2))
    ]
    voussoirs = [
        Stroke(np.stack([a[i], a[i] + (a[i] - (a.mean(0) + (0, 0.3))) * 0.14]), 0.45, (0, 0), inside=True)
        for a in under
        for i in range(1, 16, 2)
    ]
    return [
        Part("building.bridge", stone, (ring,), (cap, *stones, *voussoirs, Stroke(closed(ring), 1.0, (0, 0))), (), FLAT)
    ]


def tent(random: Random, thing: str = "tent") -> list[Part]:
    """A ridge tent with an open flap."""
    cloth, inner = Paint(f"{thing}.cloth", "cloth"), Paint(f"{thing}.inner", "cloth", f"{thing}.cloth")
    ropes = (
        Stroke(np.array([(-0.3, -1), (-0.95, 0.02)]), 0.5, (0, 0)),
        Stroke(np.array([(0.75, -0.92), (1.35, -0.05)]), 0.5, (0, 0)),
    )
    side = np.array([(-0.3, -1.0), (0.75, -0.92), (1.15, -0.08), (0.3, 0)])
    front = np.array([(-0.3, -1.0), (0.3, 0), (-0.9, 0)])
    seam = [Stroke(np.array([(0.2, -0.96), (0.72, -0.04)]), 0.5, (0, 0.1), inside=True)]
    return [
        shape("thing.tent.side", cloth, side, strokes=[*seam, *ropes], form=Plane(0.4, -0.4)),
        shape("thing.tent.front", cloth, front, form=Plane(-0.3, -0.1), depth=0.01),
        shape("thing.tent.opening", inner, np.array([(-0.3, -0.8), (-0.1, 0), (-0.5, 0)]), weight=0.7, depth=0.012),
    ]
