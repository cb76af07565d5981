"""Flower heads: a bloom's radius is about 1 and its middle (0, 0); `tilt` 0 looks at the viewer, 1 is seen edge on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import cut, ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import bezier, drawn, edge, line, outline, scalloped, tufted


def bloom_parts(random: Random, name: str = "flower", species: str = "", tilt: float = 0.3) -> list[Part]:
    """A flower's head from back to front. `species`: a key of `BLOOMS`, or "" for one at random."""
    names = list(BLOOMS)
    return BLOOMS[species or names[random.integers(len(names))]](random, name, tilt)


def _squash(tilt: float, turn: float) -> Frame:
    """A disc seen aslant, then turned."""
    s = 1 - 0.75 * tilt
    a = np.radians(turn)
    rotate = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    return Frame(rotate @ np.diag([1.0, s]), np.zeros(2))


PETALS: dict[str, tuple[tuple[float, float], ...]] = {
    "round": ((0, 0), (0.2, -0.25), (0.48, -0.65), (0.3, -0.97), (0.0, -1.02)),
    "point": ((0, 0), (0.26, -0.3), (0.36, -0.6), (0.12, -0.92), (0.0, -1.04)),
    "notch": ((0, 0), (0.24, -0.25), (0.5, -0.68), (0.28, -0.99), (0.0, -0.88)),
    "strap": ((0, 0), (0.25, -0.3), (0.42, -0.7), (0.28, -0.96), (0.0, -1.0)),
    "wide": ((0, 0), (0.35, -0.2), (0.66, -0.6), (0.45, -0.95), (0.0, -0.98)),
}
"""One side of each petal, from its foot to its tip, of length 1."""


def petal(random: Random, shape: str, length: float, width: float, turn: float, start: float = 0.0) -> Points:
    """A petal's ring that grows from (0, 0) upward, turned by `turn` degrees; its two sides are never alike."""
    k = np.array(PETALS[shape])
    jitter = random.normal(0, 0.035, (2, len(k), 2)) * np.array([1.0, 0.6])
    jitter[:, 0] = 0
    right = spline((k + jitter[0]) * (width * 2, length), 4)
    left = spline((k * (-1, 1) + jitter[1]) * (width * 2, length), 4)
    left[-1] = right[-1]
    ring = np.concatenate([left[:-1], right[::-1][:-1]]) + (0, -start)
    return Frame.at(0, 0, 1, turn).points(ring)


def _petal_part(
    random: Random,
    paint: Paint,
    ring: Points,
    frame: Frame,
    veins: int,
    depth: float,
    shade: float,
    weight: float = 0.9,
) -> Part:
    """A petal with its outline open at the foot, veins from the foot, and shade at the foot."""
    ring = frame.points(ring)
    n = len(ring)
    foot, tip = ring[0], ring[n // 2]
    strokes = [Stroke(np.concatenate([ring, ring[:1]]), weight, (0.06, 0.06))]
    for s in np.linspace(-0.5, 0.5, veins) if veins else ():
        end = foot + (tip - foot) * random.uniform(0.5, 0.8) + (ring[n // 4] - ring[3 * n // 4]) * s * 0.5
        begin = foot + (tip - foot) * 0.15 + (ring[n // 4] - ring[3 * n // 4]) * s * 0.15
        strokes.append(line(bezier(begin, (begin + end) / 2 + random.normal(0, 0.015, 2), end, 5), 0.4, 0.1, 0.7))
    mark = Mark(MarkKind.SHADE, ellipse(float(foot[0]), float(foot[1]), shade, shade, count=14), 0.7, 0.04)
    away = (tip - foot) * 0.45
    return Part(
        "flower.petal",
        paint,
        (ring,),
        tuple(strokes),
        (mark,) if shade > 0 else (),
        Blend(Plane(float(away[0]), float(away[1])), Inflated(), 0.35),
        depth,
    )


def _ring_of_petals(
    random: Random,
    paint: Paint,
    count: int,
    shape: str,
    length: float,
    width: float,
    frame: Frame,
    veins: int,
    phase: float = 0.0,
    depth: float = 0.0,
    shade: float = 0.4,
) -> list[Part]:
    """Petals around a middle; every second one first, so that the others overlap it."""
    turns = phase + 360 / count * (np.arange(count) + random.uniform(-0.12, 0.12, count))
    order = [*range(0, count, 2), *range(1, count, 2)]
    return [
        _petal_part(
            random,
            paint,
            petal(random, shape, length * random.uniform(0.9, 1.06), width * random.uniform(0.9, 1.1), float(turns[i])),
            frame,
            veins,
            depth + 0.004 * j,
            shade,
        )
        for j, i in enumerate(order)
    ]


def daisy(random: Random, name: str, tilt: float) -> list[Part]:
    """Straps about a cushion: daisies, cosmos, gerberas."""
    paint, heart = Paint(f"{name}.petal", "petal"), Paint(f"{name}.heart", "pollen")
    frame = _squash(tilt, random.normal(0, 12))
    count = int(random.integers(8, 17))
    shape = str(random.choice(("strap", "notch", "point")))
    width = 2.3 / count
    parts = _ring_of_petals(random, paint, count, shape, 1.0, width, frame, int(random.integers(1, 3)))
    if random.random() < 0.3:
        parts += _ring_of_petals(random, paint, count, shape, 0.72, width, frame, 1, 180 / count, 0.05)
    return [*parts, _cushion(random, heart, random.uniform(0.22, 0.3), frame, tilt)]


def sunflower(random: Random, name: str, tilt: float) -> list[Part]:
    """Two rows of pointed petals about a large seeded disc."""
    paint, heart = Paint(f"{name}.petal", "pollen"), Paint(f"{name}.heart", "bark")
    frame = _squash(tilt, random.normal(0, 12))
    parts = _ring_of_petals(random, paint, 15, "point", 1.0, 0.17, frame, 1, 12, 0)
    parts += _ring_of_petals(random, paint, 13, "point", 0.94, 0.18, frame, 1, 0, 0.04)
    disc = ellipse(0, 0, 0.5, 0.5, count=30)
    lattice = [
        line(frame.points(spline(_spiral(a, sign), 5)), 0.4, 0.1, 0.2)
        for sign in (1, -1)
        for a in np.linspace(0, 360, 10, endpoint=False)
    ]
    ring = frame.points(disc)
    eye = line(frame.points(ellipse(0, 0, 0.24, 0.24, span=(20, 340), count=20)), 0.5, 0.2, 0.2)
    return [
        *parts,
        drawn(random, "flower.heart", heart, ring, strokes=(*lattice, eye), form=Ball(0, 0, 0.6, 0.6), depth=0.1),
    ]


def _spiral(angle: float, sign: int) -> Points:
    r = np.array([0.24, 0.36, 0.5])
    a = np.radians(angle + sign * np.array([0, 28, 50]))
    return np.stack([r * np.cos(a), r * np.sin(a)], 1)


def _cushion(random: Random, paint: Paint, radius: float, frame: Frame, tilt: float) -> Part:
    """A low dome of pollen with dots along its shadow side."""
    ring = loop(ellipse(0, 0, radius, radius, count=9) * random.uniform(0.93, 1.07, (9, 1)), 4)
    ring = frame.points(ring) + (0, -0.1 * tilt)
    spots = random.uniform(-0.65, 0.65, (7, 2)) * radius
    dots = [line(frame.points(np.array([p, p + (0.02, 0.03)])) + (0, -0.1 * tilt), 0.6, 0.0, 0.2) for p in spots]
    return drawn(
        random, "flower.heart", paint, ring, weight=0.9, strokes=dots, form=Ball(0, 0, radius, radius), depth=0.08
    )


def blossom(random: Random, name: str, tilt: float) -> list[Part]:
    """Five petals with stamens: cherry, plum, apple."""
    paint, heart = Paint(f"{name}.petal", "petal"), Paint(f"{name}.heart", "pollen")
    frame = _squash(tilt, random.normal(0, 15))
    shape = "notch" if random.random() < 0.6 else "wide"
    phase = random.uniform(0, 72)
    parts = _ring_of_petals(random, paint, 5, shape, 1.0, 0.5, frame, 3, phase, shade=0.34)
    parts.append(_stamens(random, heart, frame, int(random.integers(5, 9)), 0.42, 0.045))
    return parts


def _stamens(random: Random, paint: Paint, frame: Frame, count: int, reach: float, knob: float) -> Part:
    """Threads with knobs; the knobs are one part of many rings."""
    angles = np.radians(360 / count * (np.arange(count) + random.uniform(-0.2, 0.2, count)))
    ends = np.stack([np.cos(angles), np.sin(angles)], 1) * (reach * random.uniform(0.7, 1.1, (count, 1)))
    threads = [
        Stroke(frame.points(bezier(e * 0.12, e * 0.6 + random.normal(0, 0.03, 2), e, 5)), 0.5, (0.1, 0.1)) for e in ends
    ]
    knobs = tuple(frame.points(ellipse(float(e[0]), float(e[1]), knob, knob * 0.8, count=9)) for e in ends)
    rims = [Stroke(np.concatenate([k, k[:1]]), 0.55, (0, 0)) for k in knobs]
    return Part("flower.stamen", paint, knobs, (*threads, *rims), form=Plane(), depth=0.08)


def lily(random: Random, name: str, tilt: float) -> list[Part]:
    """Six long petals that curl back, each with a midrib, and long stamens."""
    paint, heart = Paint(f"{name}.petal", "petal"), Paint(f"{name}.heart", "bread")
    frame = _squash(tilt, random.normal(0, 15))
    phase = random.uniform(0, 60)
    parts = _ring_of_petals(random, paint, 3, "point", 1.05, 0.3, frame, 1, phase)
    parts += _ring_of_petals(random, paint, 3, "point", 1.0, 0.42, frame, 3, phase + 60, 0.03)
    spots = [
        Stroke(frame.points(np.array([p, p * 1.1])), 0.7, (0.0, 0.2))
        for p in random.uniform(-0.4, 0.4, (int(random.integers(0, 14)), 2))
    ]
    stamens = _stamens(random, heart, frame, 6, 0.6, 0.07)
    return [*parts, Part("flower.spots", paint, (), tuple(spots), depth=0.06), stamens]


def rose(random: Random, name: str, tilt: float) -> list[Part]:
    """Broad outer petals about a cup that winds into itself."""
    paint = Paint(f"{name}.petal", "petal")
    parts: list[Part] = []
    spin = random.uniform(0, 360)
    s = 1 - 0.35 * tilt
    for radius, count, depth in ((0.98, 5, 0.0), (0.76, 4, 0.05)):
        for i in range(count):
            angle = spin + 360 / count * (i + random.uniform(-0.12, 0.12)) + radius * 90
            parts.append(_rose_petal(random, paint, angle, radius * random.uniform(0.93, 1.05), s, depth + 0.006 * i))
    cup = loop(ellipse(0, -0.04, 0.46, 0.44 * s, count=8) * random.uniform(0.94, 1.08, (8, 1)), 4)
    swirls: list[Stroke] = []
    for r, a, sweep in ((0.36, 0, 250), (0.29, 130, 210), (0.21, 250, 240), (0.12, 20, 330)):
        arc = ellipse(random.normal(0, 0.02), -0.05 - (0.36 - r) * 0.2, r, r * s * 0.9, spin, (a, a + sweep), 18)
        arc = arc + (arc - (0, -0.05)) * np.linspace(0.25, -0.1, 18)[:, None]
        swirls.append(line(arc, 0.75, 0.25, 0.3))
    shade = Mark(MarkKind.SHADE, ellipse(0.0, -0.05, 0.2, 0.18 * s, count=16), 0.8)
    parts.append(
        drawn(
            random,
            "flower.petal",
            paint,
            cup,
            strokes=swirls,
            marks=(shade,),
            form=Blend(Ball(0, 0, 0.6, 0.55), Inflated(), 0.3),
            depth=0.1,
        )
    )
    return parts


def _rose_petal(random: Random, paint: Paint, angle: float, radius: float, squash: float, depth: float) -> Part:
    """A broad petal whose rim curls: a line within tells where it folds over."""
    a = np.radians(np.array([-48, -38, -12, 14, 40, 50]))
    r = np.array([0.25, 0.86, 1.0, 0.97, 0.84, 0.25]) * radius * random.uniform(0.95, 1.05, 6)
    rim = spline(np.stack([r * np.cos(a), r * np.sin(a)], 1), 6)
    frame = Frame(np.diag([1.0, squash]), np.zeros(2))
    turn = Frame.at(0, 0, 1, angle)
    ring = frame.points(turn.points(np.concatenate([rim, [(0.05, 0.05)]])))
    fold = frame.points(turn.points(cut(rim, 0.3, random.uniform(0.62, 0.75)) * random.uniform(0.84, 0.9)))
    shade = Mark(MarkKind.SHADE, frame.points(ellipse(0, 0, radius * 0.66, radius * 0.66, count=18)), 0.75)
    middle = ring[len(ring) // 2]
    form = Blend(Plane(float(middle[0]) * 0.5, float(middle[1]) * 0.5), Inflated(), 0.4)
    strokes = (edge(ring[:-1], 0.95, 0.1), line(fold, 0.55, 0.4, 0.5))
    return Part("flower.petal", paint, (ring,), strokes, (shade,), form, depth)


def carnation(random: Random, name: str, tilt: float) -> list[Part]:
    """Frilled layers: carnations, peonies, dahlias."""
    paint = Paint(f"{name}.petal", "petal")
    parts: list[Part] = []
    s = 1 - 0.4 * tilt
    toothed = random.random() < 0.5
    for i, r in enumerate((1.0, 0.78, 0.55, 0.32)):
        start = random.uniform(0, 360)
        base = ellipse(
            random.normal(0, 0.03), -0.12 * i * tilt, r * 0.9, r * 0.9 * s, span=(start, start + 359), count=40
        )
        count = int(9 + 6 * r)
        if toothed:
            ring, strokes = tufted(base, random, count * 2, r * 0.12 + 0.03, lean=0.5)
        else:
            ring, arcs = scalloped(base, random, count, r * 0.12 + 0.02)
            strokes = [Stroke(arc, 0.9, (0.1, 0.3)) for arc in arcs]
        rays = [
            line(np.array([p * 0.92, p * random.uniform(0.66, 0.8)]) + (0, -0.1 * i * tilt), 0.4, 0.1, 0.7)
            for p in (ring - (0, -0.12 * i * tilt))[:: max(1, len(ring) // 12)]
        ]
        shade = Mark(MarkKind.SHADE, ellipse(0, -0.12 * i * tilt, r * 0.72, r * 0.72 * s, count=24), 0.6)
        form = Blend(Ball(0, 0, 1.1, 1.1 * s), Inflated(bevel=0.12), 0.4)
        parts.append(Part("flower.petal", paint, (ring,), (*strokes, *rays), (shade,), form, 0.03 * i))
    return parts


def hydrangea(random: Random, name: str, tilt: float) -> list[Part]:
    """A ball of small flowers of four petals each."""
    paint, heart = Paint(f"{name}.petal", "petal"), Paint(f"{name}.heart", "pollen")
    dome = drawn(
        random,
        "flower.petal",
        Paint(f"{name}.petal_behind", "petal", paint.key),
        loop(ellipse(0, 0, 0.9, 0.78, count=10) * random.uniform(0.95, 1.05, (10, 1)), 4),
        form=Ball(0, 0, 0.9, 0.8),
    )
    parts: list[Part] = [dome]
    n = 15
    for i in np.argsort(-np.sqrt((np.arange(n) + 0.5) / n)):
        r = float(np.sqrt((i + 0.5) / n)) * 0.85
        a = i * 2.39996 + random.normal(0, 0.1)
        x, y = r * np.cos(a), r * np.sin(a) * 0.85
        frame = _squash(0.35 * r, random.uniform(0, 90)).then(Frame.at(x, y, 0.3))
        rings = [frame.points(petal(random, "wide", 1.0, 0.5, turn)) for turn in (0, 90, 180, 270)]
        form = Ball(0, 0, 1.15, 1.05)
        for j, ring in enumerate(rings):
            parts.append(
                Part(
                    "flower.petal",
                    paint,
                    (ring,),
                    (Stroke(np.concatenate([ring, ring[:1]]), 0.6, (0.05, 0.05)),),
                    form=form,
                    depth=0.1 * (1 - r) + 0.002 * j + 0.03,
                )
            )
        dot = frame.points(ellipse(0, 0, 0.16, 0.16, count=9))
        parts.append(Part("flower.heart", heart, (dot,), outline(dot, random, 0.5, 1), form=form, depth=0.12))
    return parts


def tulip(random: Random, name: str, tilt: float) -> list[Part]:
    """A cup of three petals before two, seen from the side; it opens with the tilt."""
    paint = Paint(f"{name}.petal", "petal")
    spread = random.uniform(0.55, 0.75) + 0.15 * tilt
    parts: list[Part] = []
    for x, turn, wide, depth in (
        (-0.2, -8, 0.36, -0.04),
        (0.22, 9, 0.36, -0.04),
        (-0.28, -14, 0.46, 0.0),
        (0.28, 13, 0.44, 0.01),
        (0.0, 0, 0.48, 0.05),
    ):
        knots = [
            (0, 0),
            (-wide * 1.1, -0.35),
            (-wide * 0.95, -0.9),
            (random.normal(0, 0.03), -1.5 - random.uniform(0, 0.1)),
            (wide * 0.98, -0.88),
            (wide * 1.05, -0.3),
        ]
        frame = Frame.at(x * spread, 0.75, 1.0, turn * (1 + spread) + random.normal(0, 2))
        side_a, side_b = spline(knots[:4], 6), spline([knots[3], knots[4], knots[5], knots[0]], 6)
        ring = frame.points(np.concatenate([side_a, side_b[1:-1]]))
        rib = [line(frame.points(spline([(0, -0.15), (0.02, -0.6), (0, -1.0)], 5)), 0.45, 0.2, 0.7)]
        parts.append(
            drawn(
                random,
                "flower.petal",
                paint,
                ring,
                pieces=1,
                strokes=rib if abs(x) < 0.1 or random.random() < 0.5 else (),
                marks=(Mark(MarkKind.SHADE, ellipse(0, 0.8, 0.5, 0.35, count=16), 0.7, 0.05),),
                form=Blend(Ball(0, 0.1, 0.75, 1.1), Inflated(), 0.4),
                depth=depth,
            )
        )
    return parts


def poppy(random: Random, name: str, tilt: float) -> list[Part]:
    """Four to six crumpled bowls of petals about a dark heart."""
    paint, heart = Paint(f"{name}.petal", "petal"), Paint(f"{name}.heart", "bark")
    frame = _squash(tilt, random.normal(0, 15))
    parts: list[Part] = []
    count = int(random.integers(4, 7))
    for i in range(count):
        ring = petal(random, "wide", 1.0, 0.62, 360 / count * i + random.normal(0, 6))
        crumpled = ring + random.normal(0, 0.03, ring.shape) * (np.hypot(*ring.T) > 0.6)[:, None]
        parts.append(_petal_part(random, paint, loop(crumpled[::2], 3), frame, 4, 0.01 * i, 0.4))
    parts.append(_stamens(random, heart, frame, 11, 0.36, 0.04))
    parts.append(_cushion(random, Paint(f"{name}.pod", "leaf"), 0.16, frame, tilt))
    return parts


def trumpet(random: Random, name: str, tilt: float) -> list[Part]:
    """A funnel that looks at the viewer, with a star of ribs: morning glories, petunias, bindweed."""
    paint, star = Paint(f"{name}.petal", "petal"), Paint(f"{name}.star", "cream")
    frame = _squash(tilt, random.normal(0, 15))
    phase = random.uniform(0, 72)
    rim, arcs = scalloped(ellipse(0, 0, 0.93, 0.93, span=(phase, phase + 359.9), count=41), random, 5, 0.13, hook=0.2)
    ring = frame.points(rim)
    ribs: list[Stroke] = []
    rays: list[Points] = []
    for a in np.radians(phase + 36 + 72 * np.arange(5)):
        out, side = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
        rays += [out * 0.72, (out * 0.18 + side * 0.16)]
        ribs += [
            line(frame.points(np.stack([out * 0.2 + side * d, out * 0.85 + side * d * 2.2])), 0.45, 0.1, 0.6)
            for d in (-0.07, 0.07)
        ]
    well = Mark(MarkKind.SHADE, frame.points(ellipse(0, 0, 0.26, 0.26, count=20)), 0.85, 0.04)
    strokes = (*(Stroke(frame.points(arc), 0.95, (0.08, 0.2)) for arc in arcs), *ribs)
    funnel = Part("flower.petal", paint, (ring,), strokes, (well,), Ball(0, 0, 1.3, 1.3), 0.0)
    middle = drawn(
        random,
        "flower.star",
        star,
        frame.points(np.array(rays)),
        weight=0.5,
        pieces=1,
        marks=(well,),
        form=Plane(),
        depth=0.01,
    )
    return [funnel, middle, _stamens(random, Paint(f"{name}.heart", "pollen"), frame, 4, 0.14, 0.05)]


def bud(random: Random, name: str, tilt: float) -> list[Part]:
    """A closed bud in its green cup."""
    paint, green = Paint(f"{name}.petal", "petal"), Paint(f"{name}.sepal", "leaf")
    shape = np.array([(0, 0.6), (-0.42, 0.2), (-0.3, -0.5), (0.04, -0.95), (0.34, -0.45), (0.4, 0.25)])
    ring = loop(shape + random.normal(0, 0.025, shape.shape), 6)
    fold = line(spline([(-0.1, -0.85), (0.12, -0.3), (-0.02, 0.3)], 6), 0.6, 0.2, 0.5)
    sepals: list[Part] = []
    for side in (-1, 1):
        spine = spline([(0, 0.75), (side * 0.35, 0.35), (side * (0.38 + 0.1 * tilt), -0.15)], 6)
        half = np.sin(np.linspace(0.6, np.pi, len(spine))) * 0.2
        leaf_ring = ring_of(offset(spine, half), offset(spine, -half))
        sepals.append(drawn(random, "flower.sepal", green, leaf_ring, weight=0.9, depth=0.06))
    return [drawn(random, "flower.petal", paint, ring, strokes=(fold,)), *sepals]


BLOOMS: dict[str, Callable[[Random, str, float], list[Part]]] = {
    "daisy": daisy,
    "rose": rose,
    "blossom": blossom,
    "lily": lily,
    "tulip": tulip,
    "sunflower": sunflower,
    "carnation": carnation,
    "poppy": poppy,
    "hydrangea": hydrangea,
    "trumpet": trumpet,
    "bud": bud,
}
"""By species."""
