"""What food is served in, turned on a wheel: bowls, cups, glasses, bottles, plates. They stand at (0, 0).

All are seen from a little above: a circle of radius 1 is an ellipse `FLAT` high.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import drawn, edge, line

FLAT = 0.3


def disc(x: float, y: float, r: float, count: int = 36, flat: float = FLAT) -> Points:
    """A level circle, seen from a little above."""
    return ellipse(x, y, r, r * flat, count=count)


def front(x: float, y: float, r: float, flat: float = FLAT) -> Points:
    """The near half of a level circle, from right to left."""
    return ellipse(x, y, r, r * flat, span=(0, 180), count=17)


def turned(
    random: Random,
    name: str,
    paint: Paint,
    profile: Sequence[tuple[float, float]],
    *,
    open_top: bool = True,
    smooth: int = 6,
    strokes: Sequence[Stroke] = (),
    marks: Sequence[Mark] = (),
    depth: float = 0.0,
    gloss: bool = True,
) -> Part:
    """A round body from its `profile` of (radius, y) from the top down. With an open top its upper edge is the near
    half of the rim, else the far half.
    """
    (r0, y0), (r1, y1) = profile[0], profile[-1]
    knots = np.array(profile)
    side = spline(knots, smooth) if smooth else knots
    right = side * (1, 1) + (0.0, 0.0)
    left = side * (-random.uniform(0.985, 1.015), 1)
    bottom = front(0, y1, r1)
    top = front(0, y0, r0)[::-1] if open_top else ellipse(0, y0, r0, r0 * FLAT, span=(180, 360), count=17)
    ring = np.concatenate([right, bottom[1:-1], left[::-1], top[1:-1]])
    high = y1 - y0
    wide = float(knots[:, 0].max())
    shine = ()
    if gloss:
        x = -wide * random.uniform(0.5, 0.62)
        spine = spline([(x * 0.95, y0 + high * 0.22), (x, y0 + high * 0.42), (x * 0.93, y0 + high * 0.66)], 5)
        half = np.sin(np.linspace(0.3, np.pi, len(spine))) * wide * 0.045
        shine = (Mark(MarkKind.SHINE, ring_of(offset(spine, half), offset(spine, -half)), 0.8),)
    form = Blend(Ball(0, (y0 + y1) / 2, wide * 1.03, max(high, wide) * 2), Inflated(), 0.2)
    contour = (edge(np.concatenate([right, bottom, left[::-1]]), 1.0, 0.03),)
    lid = () if open_top else (edge(top, 0.9, 0.05),)
    return Part(name, paint, (ring,), (*contour, *lid, *strokes), (*marks, *shine), form, depth)


def rim(random: Random, name: str, paint: Paint, y: float, r: float, thick: float, depth: float = -0.02) -> list[Part]:
    """The lip of a vessel and its inside: the far wall in shadow."""
    outer = drawn(random, name, paint, disc(0, y, r), weight=0.9, pieces=1, form=Plane(0, -0.4), depth=depth)
    shade = Mark(MarkKind.SHADE, ellipse(-r * 0.1, y - r * 0.05, r * 0.8, r * FLAT * 0.7, count=24), 0.8)
    hollow = disc(0, y + thick * 0.2, r - thick)
    inner = drawn(
        random,
        f"{name}.inside",
        paint,
        hollow,
        weight=0.6,
        pieces=1,
        marks=(shade,),
        form=Plane(0, 0.4),
        depth=depth - 0.02,
    )
    return [outer, inner]


def plate(random: Random, name: str = "plate", r: float = 1.0) -> list[Part]:
    """A plate with its sunken middle, sometimes with a painted rim."""
    paint = Paint(f"{name}.main", "tile")
    lip = drawn(
        random, "plate", paint, np.concatenate([disc(0, -0.1 * r, r)]), form=Plane(0, -0.5), depth=-0.06, pieces=2
    )
    foot = ellipse(0, -0.03 * r, r * 0.62, r * 0.2, span=(10, 170), count=14)
    under = Part(
        "plate.foot", paint, (disc(0, -0.03 * r, r * 0.62),), (edge(foot, 0.9, 0.1),), form=Plane(0, 0.4), depth=-0.08
    )
    well = line(ellipse(0.01, -0.085 * r, r * 0.7, r * 0.7 * FLAT, span=(-170, 175), count=36), 0.5, 0.3, 0.4)
    parts = [under, Part(lip.name, paint, lip.rings, (*lip.strokes, well), (), lip.form, lip.depth)]
    if random.random() < 0.35:
        band = Paint(f"{name}.band", "paint")
        rings = (disc(0, -0.1 * r, r * 0.93), disc(0, -0.1 * r, r * 0.85))
        lines = tuple(Stroke(np.concatenate([k, k[:1]]), 0.45, (0, 0)) for k in rings)
        parts.append(Part("plate.band", band, rings, lines, form=Plane(0, -0.5), depth=-0.055))
    return parts


def board(random: Random, name: str = "board") -> list[Part]:
    """A wooden board with grain."""
    paint = Paint(f"{name}.wood", "wood")
    top = np.array([(-1.0, -0.34), (0.92, -0.36), (1.1, 0.0), (-1.14, 0.03)]) + random.normal(0, 0.015, (4, 2))
    side = np.array([top[3], top[2], top[2] + (0, 0.1), top[3] + (0, 0.1)])
    grain = [
        line(
            spline([(-1.05 + random.uniform(0, 0.4), y), (0, y + 0.01), (random.uniform(0.2, 0.95), y - 0.01)], 5),
            0.45,
            0.4,
            0.5,
        )
        for y in (-0.27, -0.17, -0.07)
    ]
    return [
        drawn(random, "board", paint, side, form=Plane(0, 0.3), depth=-0.07, pieces=1),
        drawn(random, "board", paint, top, strokes=grain, form=Plane(0, -0.5), depth=-0.06, pieces=1),
    ]


def steam(random: Random, y: float, wide: float, high: float = 0.5) -> Part:
    """Wisps of steam: lines only."""
    strokes: list[Stroke] = []
    for x in np.linspace(-0.5, 0.5, int(random.integers(2, 4))) * wide:
        sway = random.uniform(0.06, 0.12) * random.choice((-1, 1))
        top = high * random.uniform(0.7, 1.1)
        path = [(x, y), (x + sway, y - top * 0.3), (x - sway * 0.8, y - top * 0.65), (x + sway * 0.4, y - top)]
        strokes.append(Stroke(spline(path, 7), 0.7, (0.45, 0.6)))
    return Part("steam", Paint("steam.line", "paper"), (), tuple(strokes), depth=0.2)


def cup(random: Random, name: str = "cup", saucer: bool = True, filled: str = "tea") -> list[Part]:
    """A cup of tea or coffee with its saucer and steam."""
    paint = Paint(f"{name}.main", "tile")
    high = random.uniform(0.5, 0.75)
    r = random.uniform(0.42, 0.55)
    parts: list[Part] = []
    base = -0.08 if saucer else 0.0
    if saucer:
        parts += plate(random, f"{name}.saucer", 0.85)
    curve = [(r, base - high), (r * 0.98, base - high * 0.6), (r * 0.78, base - high * 0.2), (r * 0.5, base)]
    if random.random() < 0.4:
        curve = [(r, base - high), (r * 0.98, base - high * 0.5), (r * 0.94, base - 0.04), (r * 0.88, base)]
    side = 1 if random.random() < 0.7 else -1
    loop_path = spline(
        [
            (r * 0.9 * side, base - high * 0.82),
            ((r + 0.26) * side, base - high * 0.85),
            ((r + 0.25) * side, base - high * 0.4),
            (r * 0.8 * side, base - high * 0.25),
        ],
        7,
    )
    widths = 0.075
    handle = ring_of(offset(loop_path, widths / 2), offset(loop_path, -widths / 2))
    parts.append(drawn(random, "cup.handle", paint, handle, form=Inflated(), depth=0.0))
    parts += rim(random, "cup", paint, base - high, r, 0.05, 0.0)
    drink = Paint(f"{name}.drink", {"tea": "tea", "cocoa": "chocolate", "milk": "cream"}[filled])
    level = disc(0, base - high + 0.06, r - 0.08)
    swirl = (
        [line(ellipse(0.02, base - high + 0.06, r * 0.45, r * 0.1, span=(30, 300), count=14), 0.45)]
        if random.random() < 0.5
        else []
    )
    clip = disc(0, base - high + 0.01, r - 0.05)
    glint = Mark(MarkKind.SHINE, ellipse(-r * 0.3, base - high + 0.1, r * 0.22, r * 0.05, count=12), 0.6)
    parts.append(
        Part(
            "drink",
            drink,
            (level,),
            (Stroke(np.concatenate([level, level[:1]]), 0.6, (0, 0)), *swirl),
            (glint,),
            Plane(0, -0.5),
            0.0,
            clips=(clip,),
        )
    )
    bands: list[Stroke] = []
    if random.random() < 0.4:
        bands = [line(front(0, base - high * f, r * (0.99 if f > 0.5 else 0.9)), 0.5, 0.1, 0.1) for f in (0.82, 0.76)]
    parts.append(turned(random, "cup", paint, curve, strokes=bands, depth=0.04))
    if random.random() < 0.75:
        parts.append(steam(random, base - high - 0.06, r, random.uniform(0.4, 0.65)))
    return parts


def bottle(random: Random, name: str = "bottle") -> list[Part]:
    """A bottle with a cap and a label."""
    glass = Paint(f"{name}.glass", "glass" if random.random() < 0.5 else "paint")
    high, r, neck = random.uniform(1.5, 2.0), random.uniform(0.3, 0.4), random.uniform(0.1, 0.15)
    shoulder = high * random.uniform(0.5, 0.7)
    curve = [
        (neck, -high),
        (neck * 1.05, -high * 0.82),
        (r * 0.75, -shoulder - 0.1),
        (r, -shoulder + 0.1),
        (r, -0.3),
        (r * 0.97, 0),
    ]
    body = turned(random, "bottle", glass, curve, open_top=False, depth=0.0)
    cap = turned(
        random,
        "bottle.cap",
        Paint(f"{name}.cap", "plastic"),
        [(neck * 1.25, -high - 0.12), (neck * 1.3, -high + 0.05)],
        open_top=False,
        smooth=0,
        depth=0.04,
    )
    y0, y1 = -shoulder * 0.72, -shoulder * 0.2
    ring = np.concatenate([front(0, y1, r * 0.995), front(0, y0, r * 0.995)[::-1]])
    words = [line(front(0, y, r * 0.6) + (0, 0.05), 0.6, 0.1, 0.2) for y in np.linspace(y0 + 0.12, y1 - 0.12, 3)]
    label = drawn(
        random,
        "bottle.label",
        Paint(f"{name}.label", "cloth"),
        ring,
        strokes=words,
        form=Ball(0, y0, r, 9),
        depth=0.02,
        pieces=1,
    )
    return [body, cap, label]


def glass(random: Random, name: str = "glass") -> list[Part]:
    """A tall glass of something cold with ice, a straw and a slice."""
    clear, drink = (
        Paint(f"{name}.glass", "glass"),
        Paint(f"{name}.drink", str(random.choice(("tea", "citrus", "berry", "cream")))),
    )
    high, r = random.uniform(1.1, 1.4), random.uniform(0.36, 0.44)
    foot = r * random.uniform(0.7, 0.9)
    parts = rim(random, "glass", clear, -high, r, 0.03, -0.04)
    tip = (random.uniform(0.15, 0.35), -high - random.uniform(0.35, 0.55))
    path = spline([(-0.1, -high * 0.3), (tip[0] * 0.4, -high - 0.05), tip], 5)
    straw = ring_of(offset(path, 0.04), offset(path, -0.04))
    parts.append(drawn(random, "straw", Paint(f"{name}.straw", "plastic"), straw, depth=0.0, pieces=1))
    level = -high * random.uniform(0.75, 0.88)
    body = turned(random, "glass", clear, [(r, -high), ((r + foot) / 2, -high / 2), (foot, 0)], depth=0.01, smooth=3)
    at = (level + high) / high
    rl = r + (foot - r) * at - 0.035
    fluid = turned(
        random,
        "drink",
        drink,
        [(rl, level), ((rl + foot) / 2 - 0.02, level / 2), (foot - 0.04, -0.06)],
        open_top=True,
        smooth=3,
        depth=0.02,
        gloss=False,
    )
    top = drawn(random, "drink", drink, disc(0, level, rl), weight=0.6, pieces=1, form=Plane(0, -0.5), depth=0.02)
    parts += [body, fluid, top]
    for x in (-0.45, 0.1, 0.4)[: int(random.integers(0, 4))]:
        a = random.uniform(0, 90)
        cube = ellipse(x * rl, level + random.uniform(0.02, 0.12), 0.13, 0.1, a, count=4)
        parts.append(drawn(random, "ice", clear, cube, weight=0.6, pieces=1, form=Inflated(), depth=0.05))
    if random.random() < 0.5:
        parts += slice_of_citrus(random, f"{name}.slice", r * 0.9, -high - 0.05, 0.26)
    return parts


def slice_of_citrus(random: Random, name: str, x: float, y: float, r: float) -> list[Part]:
    """A slice of lemon or orange, seen from the front."""
    peel, flesh = Paint(f"{name}.peel", "citrus"), Paint(f"{name}.flesh", "citrus", f"{name}.peel")
    turn = random.uniform(0, 60)
    outer = drawn(random, "citrus.peel", peel, ellipse(x, y, r, r * 0.95, count=26), form=Plane(), depth=0.06, pieces=1)
    spokes = [
        Stroke(np.array([(x, y), (x + r * 0.78 * np.cos(a), y + r * 0.74 * np.sin(a))]), 0.5, (0.1, 0.1))
        for a in np.radians(turn + np.arange(0, 360, 45))
    ]
    inner = drawn(
        random,
        "citrus.flesh",
        flesh,
        ellipse(x, y, r * 0.8, r * 0.76, count=24),
        weight=0.6,
        strokes=spokes,
        form=Plane(),
        depth=0.065,
        pieces=1,
    )
    return [outer, inner]


def pot(random: Random, name: str = "pot", high: float = 0.8) -> list[Part]:
    """A flower pot with its rim; earth within."""
    clay = Paint(f"{name}.clay", str(random.choice(("brick", "tile", "paint"))))
    r = high * random.uniform(0.55, 0.68)
    lip = high * 0.24
    parts = rim(random, "pot", clay, -high, r, 0.05, -0.02)
    soil = drawn(
        random,
        "soil",
        Paint(f"{name}.earth", "earth"),
        disc(0, -high + 0.03, r - 0.06),
        weight=0.5,
        pieces=1,
        form=Plane(0, -0.4),
        depth=-0.02,
        clips=(disc(0, -high, r - 0.04),),
    )
    body = turned(
        random, "pot", clay, [(r * 0.9, -high + lip * 0.8), (r * 0.8, -high * 0.4), (r * 0.66, 0)], smooth=4, depth=0.03
    )
    band = turned(random, "pot", clay, [(r, -high), (r * 0.99, -high + lip)], smooth=0, depth=0.05)
    return [*parts, soil, body, band]


def vase(random: Random, name: str = "vase", high: float = 1.0) -> list[Part]:
    """A vase: the inside first, then its body."""
    paint = Paint(f"{name}.main", str(random.choice(("tile", "glass", "paint"))))
    mouth = random.uniform(0.16, 0.26) * high
    shapes = (
        [(mouth, -high), (mouth * 0.75, -high * 0.82), (0.42 * high, -high * 0.4), (0.24 * high, 0)],
        [(mouth * 1.3, -high), (mouth * 0.9, -high * 0.75), (mouth * 1.2, -high * 0.35), (mouth * 1.1, 0)],
        [(mouth * 1.4, -high), (mouth * 1.3, -high * 0.5), (mouth * 1.25, 0)],
        [(mouth * 0.9, -high), (0.45 * high, -high * 0.68), (0.36 * high, -high * 0.3), (0.22 * high, 0)],
    )
    curve = shapes[random.integers(len(shapes))]
    parts = rim(random, "vase", paint, curve[0][1], curve[0][0], 0.03, -0.03)
    lines: list[Stroke] = []
    if random.random() < 0.5:
        y = -high * random.uniform(0.35, 0.55)
        r = float(np.interp(-y, [-p[1] for p in curve[::-1]], [p[0] for p in curve[::-1]]))
        lines = [line(front(0, y + d, r * 0.98), 0.5, 0.1, 0.1) for d in (0, 0.06 * high)]
    return [*parts, turned(random, "vase", paint, curve, strokes=lines, depth=0.05)]
