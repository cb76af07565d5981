"""Sky and what hangs in it, and what stands along a horizon: clouds, sun, moon, stars, tree lines, roofs."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, spline, uneven
from hintpen.training.artist.forms import Ball, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, canvas_ring
from hintpen.training.artist.subjects.drafting import FLAT, box_corners, scalloped, shape, star_ring

SKY, CELESTIAL, CLOUD, FAR, MIDDLE, NEAR = -0.98, -0.97, -0.94, -0.86, -0.76, -0.62
"""Depths of what lies behind everything."""


def clear_sky(width: float, height: float, random: Random, material: str = "sky") -> list[Part]:
    """The sky alone ("sky", "dusk" or "night"), deeper toward its top by a soft mark."""
    deep = [Mark(MarkKind.SHADE, box_corners(-0.5, -0.6, width + 0.5, height * random.uniform(0.05, 0.3)), 0.75, 0.16)]
    return [
        Part(
            "sky",
            Paint("sky.air", material),
            (canvas_ring(width, height),),
            marks=tuple(deep if random.random() < 0.6 else ()),
            form=FLAT,
            depth=SKY,
        )
    ]


def sky_band(width: float, height: float, at: float, random: Random, slot: str) -> Part:
    """The sky below a wavy border at height `at`: a second tone toward the horizon."""
    x = np.linspace(-0.05, width + 0.05, 7)
    edge = spline(np.stack([x, at + random.normal(0, 0.02, 7)], 1), 5)
    ring = np.concatenate([edge, [(width + 0.05, height + 0.05), (-0.05, height + 0.05)]])
    line = Stroke(edge, 0.5, (0.1, 0.1))
    return Part("sky.band", Paint(f"sky.{slot}", "dusk", "sky.air"), (ring,), (line,), form=FLAT, depth=SKY + 0.002)


def cloud(x: float, y: float, width: float, random: Random, thing: str = "clouds", weight: float = 0.8) -> Part:
    """A heap of round tops over a flat foot, about `width` wide with its foot at (x, y)."""
    high = width * random.uniform(0.22, 0.42)
    peak = random.uniform(-0.25, 0.25) * width
    crown = spline(
        [(x - width / 2, y), (x - width * 0.33 + peak * 0.3, y - high * 0.55), (x + peak, y - high)]
        + [(x + width * 0.33 + peak * 0.3, y - high * 0.5), (x + width / 2, y)],
        6,
    )
    bumps = int(random.integers(5, 10))
    top = scalloped(crown, uneven(bumps, random, 0.5), random.uniform(0.3, 0.55, bumps))
    foot = spline(
        [(x + width / 2, y), (x + width * 0.2, y + high * random.uniform(0.0, 0.12))]
        + [(x - width * 0.15, y + high * random.uniform(-0.06, 0.1)), (x - width / 2, y)],
        5,
    )
    ring = np.concatenate([top, foot[1:-1]])
    hooks = _hooks(x, y, width, high, random)
    lower = ring * (1.0, 0.55) + (0.0, y * 0.45 + high * 0.16)
    under = Mark(MarkKind.SHADE, lower, 0.8, 0.0 if random.random() < 0.5 else high * 0.12)
    return shape(
        "sky.cloud",
        Paint(f"{thing}.cloud", "cloud"),
        ring,
        weight=weight,
        strokes=hooks,
        marks=[under],
        form=Inflated(high * 0.5, 0.4),
        depth=CLOUD,
    )


def _hooks(x: float, y: float, width: float, high: float, random: Random) -> list[Stroke]:
    """Short curls inside a cloud, where one heap lies before another."""
    strokes = []
    for _ in range(int(random.integers(0, 4))):
        cx, cy = x + random.uniform(-0.3, 0.3) * width, y - random.uniform(0.15, 0.5) * high
        r = high * random.uniform(0.15, 0.3)
        start = random.uniform(180, 230)
        strokes.append(Stroke(ellipse(cx, cy, r, r, 0, (start, start + random.uniform(70, 130)), 10), 0.5, (0.4, 0.4)))
    return [Stroke(s.points, s.weight, s.taper, inside=True) for s in strokes]


def clouds(
    width: float, low: float, random: Random, count: int = 0, thing: str = "clouds", weight: float = 0.8
) -> list[Part]:
    """Clouds above the height `low`: larger ones higher up, as the sky is nearer there."""
    parts = []
    for share in np.sort(random.uniform(0, 1, count or int(random.integers(2, 6))))[::-1]:
        size = (0.14 + 0.5 * (1 - share)) * random.uniform(0.7, 1.3)
        y = low * (0.16 + 0.72 * share)
        parts.append(cloud(random.uniform(-0.05, 1.05) * width, y, size, random, thing, weight * (0.6 + 0.4 * size)))
    return parts


def wisps(width: float, low: float, random: Random) -> list[Part]:
    """Long flat clouds, as in the evening."""
    parts = []
    for i in range(int(random.integers(3, 7))):
        x, y = random.uniform(0, width), random.uniform(0.08, 0.92) * low
        long, high = random.uniform(0.2, 0.6), random.uniform(0.012, 0.03)
        u = np.linspace(-0.5, 0.5, 6)
        fat = np.array([0.0, 0.7, 1.0, 0.8, 0.6, 0.0])
        top = np.stack([x + u * long, y - high * fat * random.uniform(0.7, 1.3, 6)], 1)
        foot = np.stack([x + u * long, y + high * fat * random.uniform(0.3, 0.8, 6)], 1)
        ring = loop(np.concatenate([top, foot[-2:0:-1]]), 5)
        parts.append(shape(f"sky.wisp{i}", Paint("clouds.wisp", "cloud"), ring, weight=0.55, form=FLAT, depth=CLOUD))
    return parts


def sun(x: float, y: float, radius: float, random: Random, rays: bool = False) -> list[Part]:
    """A disc, with rings of glow or rays around it."""
    paint = Paint("sun.disc", "fire")
    parts = [shape("sky.sun", paint, ellipse(x, y, radius, radius), form=FLAT, depth=CELESTIAL, weight=0.8)]
    if rays:
        count = int(random.integers(9, 16))
        strokes = []
        for i, angle in enumerate(np.arange(count) * 2 * np.pi / count + random.uniform(0, 1)):
            run = np.array([np.cos(angle), np.sin(angle)])
            far = radius * (1.75 if i % 2 else 1.5) * random.uniform(0.95, 1.08)
            strokes.append(Stroke(np.array([x, y]) + np.stack([run * radius * 1.2, run * far]), 0.7, (0.1, 0.5)))
        parts.append(Part("sky.rays", paint, strokes=tuple(strokes), depth=CELESTIAL))
    return parts


def moon(x: float, y: float, radius: float, random: Random) -> list[Part]:
    """Full with craters, or a crescent."""
    paint = Paint("moon.disc", "sand")
    disc = ellipse(x, y, radius, radius)
    if random.random() < 0.5:
        ring = _crescent(radius, random) + (x, y)
        return [shape("sky.moon", paint, ring, depth=CELESTIAL)]
    craters = [
        Stroke(
            ellipse(
                x + random.uniform(-0.5, 0.5) * radius,
                y + random.uniform(-0.5, 0.5) * radius,
                r,
                r * 0.85,
                0,
                (random.uniform(0, 180), random.uniform(300, 420)),
                14,
            ),
            0.5,
            inside=True,
        )
        for r in radius * random.uniform(0.08, 0.24, int(random.integers(2, 6)))
    ]
    return [shape("sky.moon", paint, disc, strokes=craters, form=FLAT, depth=CELESTIAL)]


def _crescent(radius: float, random: Random) -> Points:
    """A sickle about (0, 0): an arc of its disc, and back along that of another disc through the same tips."""
    tip, inner = math.radians(random.uniform(35, 60)), random.uniform(0.3, 0.7) * radius
    end = np.array([math.cos(tip), math.sin(tip)]) * radius
    back = math.atan2(end[1], end[0] - inner)
    outer = ellipse(0, 0, radius, radius, 0, (math.degrees(tip), 360 - math.degrees(tip)), 30)
    size = math.hypot(end[0] - inner, end[1])
    hollow = ellipse(inner, 0, size, size, 0, (360 - math.degrees(back), math.degrees(back)), 24)
    turn = math.radians(random.uniform(-40, 220))
    matrix = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    return np.concatenate([outer, hollow[1:-1]]) @ matrix.T


def stars(width: float, low: float, random: Random, count: int = 0) -> list[Part]:
    """Small stars of one color: sparks with four tips, five-pointed ones, dots."""
    parts = []
    tips = int(random.choice((4, 5)))
    for i in range(count or int(random.integers(8, 22))):
        x, y, r = random.uniform(0, width), random.uniform(0, low), random.uniform(0.006, 0.018)
        ring = (
            ellipse(x, y, r * 0.45, r * 0.45, count=10)
            if random.random() < 0.4
            else star_ring(x, y, r, tips, 0.25 if tips == 4 else 0.45, random.uniform(-15, 15))
        )
        parts.append(shape(f"sky.star{i}", Paint("stars.star", "gold"), ring, weight=0.5, depth=CELESTIAL))
    return parts


def birds(width: float, low: float, random: Random) -> list[Part]:
    """A few far birds: two strokes each."""
    strokes = []
    x0, y0 = random.uniform(0.15, 0.85) * width, random.uniform(0.2, 0.7) * low
    for _ in range(int(random.integers(2, 7))):
        x, y, r = x0 + random.normal(0, 0.1), y0 + random.normal(0, 0.04), random.uniform(0.01, 0.024)
        for s in (-1, 1):
            wing = [(x, y), (x + s * r * 0.5, y - r * random.uniform(0.4, 0.7)), (x + s * r, y - r * 0.15)]
            strokes.append(Stroke(spline(wing, 5), 0.6, (0.1, 0.7)))
    return [Part("sky.birds", Paint("sky.birds", "feather"), strokes=tuple(strokes), depth=CLOUD)]


def ridge(
    name: str,
    paint: Paint,
    line: Points,
    bottom: float,
    depth: float,
    *,
    weight: float = 0.8,
    strokes: tuple[Stroke, ...] = (),
    marks: tuple[Mark, ...] = (),
) -> Part:
    """What lies below a line that runs across the canvas from left to right, down to `bottom`."""
    ring = np.concatenate([line, [(line[-1, 0], bottom), (line[0, 0], bottom)]])
    return Part(name, paint, (ring,), (*strokes, Stroke(line, weight, SQUARE_TAPER)), marks, FLAT, depth)


SQUARE_TAPER = (0.02, 0.02)


def hill_line(width: float, y: float, rough: float, random: Random, knots: int = 5) -> Points:
    """A soft line of hills about height `y`."""
    x = np.linspace(-0.08, width + 0.08, knots) + np.r_[0, random.uniform(-0.05, 0.05, knots - 2), 0]
    return spline(np.stack([x, y + random.uniform(-rough, rough, knots)], 1), 8)


def tree_line(
    width: float, y: float, random: Random, depth: float, thing: str, size: float = 0.12, weight: float = 0.7
) -> Part:
    """A row of leafy crowns whose foot is at `y`, one region."""
    spread = size * 0.9
    n = max(2, round(width / spread))
    x = np.linspace(-0.06, width + 0.06, n + 1)
    crowns = []
    for a, b in pairwise(x.tolist()):
        tall = size * random.uniform(0.6, 1.5)
        arch = ellipse((a + b) / 2, y - tall * 0.2, (b - a) * 0.56, tall * 0.8, 0, (208, 332), 12)
        bumps = int(random.integers(3, 6))
        crowns.append(scalloped(arch, uneven(bumps, random, 0.4), random.uniform(0.25, 0.45, bumps), per=6))
    line = np.concatenate(crowns)
    hooks = []
    for _ in range(n * 2):
        cx, cy = random.uniform(0, width), y - size * random.uniform(-0.2, 0.6)
        r = size * random.uniform(0.08, 0.16)
        arc = ellipse(cx, cy, r, r * 0.8, 0, (190, random.uniform(280, 350)), 8)
        hooks.append(Stroke(arc, 0.45, (0.4, 0.4), inside=True))
    shadow = np.concatenate([line + (0.02, size * 0.75), [(width + 0.1, y + 2), (-0.1, y + 2)]])
    return ridge(
        "plant.treeline",
        Paint(f"{thing}.leaves", "leaf"),
        line,
        y + size * 1.5,
        depth,
        weight=weight,
        strokes=tuple(hooks),
        marks=(Mark(MarkKind.SHADE, shadow, 0.7),),
    )


def firs(width: float, y: float, random: Random, depth: float, thing: str, size: float = 0.16) -> list[Part]:
    """A row of firs, each in tiers."""
    parts = []
    for x in np.arange(-0.05, width + 0.05, size * 0.5):
        tall, half = size * random.uniform(0.7, 1.4), size * random.uniform(0.22, 0.32)
        cx = x + random.uniform(-0.1, 0.1) * size
        tiers = int(random.integers(3, 6))
        side = [(0.0, -tall)]
        for i in range(1, tiers + 1):
            out, down = half * i / tiers, -tall * (1 - i / tiers)
            side += [(out, down + 0.02 * tall), (out * 0.55, down - 0.03 * tall)]
        right = np.array(side[:-1])
        ring = np.concatenate([right, (right * (-1, 1))[::-1]]) + (cx, y)
        parts.append(
            shape("plant.fir", Paint(f"{thing}.fir", "leaf"), ring, weight=0.6, depth=depth, form=Ball(cx, y, half, 9))
        )
    return parts


def skyline(width: float, y: float, random: Random, depth: float, thing: str, tall: float = 0.4) -> list[Part]:
    """Blocks of a far town in a row, with windows in patches; their feet are at `y`."""
    parts, x, i = [], -0.05, 0
    while x < width + 0.02:
        wide, high = random.uniform(0.06, 0.17), tall * random.uniform(0.35, 1.0)
        paint = Paint(f"{thing}.block{i % 3}", "plaster", f"{thing}.block0" if i % 3 else "")
        parts += _block(x, y, wide, high, paint, random, depth)
        x += wide * random.uniform(0.75, 1.05)
        i += 1
    return parts


def _block(x: float, y: float, wide: float, high: float, paint: Paint, random: Random, depth: float) -> list[Part]:
    top = y - high
    outline = [(x, y + 0.3), (x, top), (x + wide, top), (x + wide, y + 0.3)]
    roof = random.integers(4)
    if roof == 1:
        step = wide * random.uniform(0.2, 0.35)
        outline[2:2] = [(x + step, top), (x + step, top - wide * 0.2), (x + 2 * step, top - wide * 0.2)]
        outline[5:5] = [(x + 2 * step, top)]
    elif roof == 2:
        outline[2:2] = [(x + wide / 2, top - wide * 0.3)]
    strokes = []
    if roof == 3:
        mast = x + wide * random.uniform(0.3, 0.7)
        strokes.append(Stroke(np.array([(mast, top), (mast, top - wide * random.uniform(0.3, 0.7))]), 0.4, (0.0, 0.3)))
    strokes += _window_dashes(x, top, wide, high, random)
    side = box_corners(x + wide * 0.68, top - 0.2, x + wide + 0.1, y + 0.4)
    ring = np.array(outline, np.float64)
    line = Stroke(ring, 0.55, (0.0, 0.0))
    return [Part("building.block", paint, (ring,), (*strokes, line), (Mark(MarkKind.SHADE, side, 0.7),), FLAT, depth)]


def _window_dashes(x: float, top: float, wide: float, high: float, random: Random) -> list[Stroke]:
    """Windows of a far block as short dashes, on some of its floors only."""
    step = random.uniform(0.016, 0.028)
    columns = np.arange(x + step * 0.8, x + wide - step * 0.5, step)
    rows = np.arange(top + step, top + high * 0.9, step * 1.4)
    along_floor = random.random() < 0.3
    strokes = []
    for row in rows:
        if random.random() < 0.55:
            continue
        if along_floor:
            strokes.append(Stroke(np.array([(x + step * 0.5, row), (x + wide - step * 0.5, row)]), 0.4, (0.0, 0.0)))
            continue
        for c in columns[random.random(len(columns)) < 0.7]:
            strokes.append(Stroke(np.array([(c, row), (c, row + step * 0.55)]), 0.6, (0.0, 0.0)))
    return [Stroke(s.points, s.weight, s.taper, inside=True) for s in strokes]


def waves(width: float, top: float, bottom: float, random: Random, count: int = 14) -> list[Stroke]:
    """Ripples on water: longer and heavier toward the viewer."""
    strokes = []
    for share in np.sort(random.uniform(0, 1, count)):
        y, long = top + (bottom - top) * share**1.4, 0.03 + 0.14 * share
        x, n = random.uniform(0, width), int(random.integers(1, 4))
        line = np.array([(x, y), (x + long, y)])
        crests = scalloped(line, uneven(n, random, 0.5), -random.uniform(0.08, 0.2, n), per=5)
        strokes.append(Stroke(crests, 0.35 + 0.35 * share, (0.4, 0.4), inside=True))
    return strokes
