"""What lives in water: fish, whales, octopuses, jellyfish, turtles. They look to the right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import Points, cut, ellipse, loop, offset, ribbon, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, knots, line, scalloped
from hintpen.training.artist.subjects.creatures.coats import Coat, coat_of, coated, limb_outline
from hintpen.training.artist.subjects.creatures.eyes import choose_gaze, eye_parts
from hintpen.training.artist.subjects.creatures.markings import marking
from hintpen.training.artist.subjects.staging import stood


def sea_parts(random: Random, name: str = "fish", kind: str = "") -> list[Part]:
    """A swimmer, 1 high, its lowest point at (0, 0). `kind`: a key of `SWIMMERS`, or "" for any."""
    names = list(SWIMMERS)
    chosen = kind or names[random.choice(len(names), p=(0.4, 0.14, 0.16, 0.14, 0.16))]
    return stood(SWIMMERS[chosen](random, coat_of(name, random, "scale")))


def _eye(random: Random, coat: Coat, x: float, y: float, size: float, style: str = "") -> list[Part]:
    gaze = choose_gaze(random, style or str(random.choice(("cartoon", "manga", "bead"))))
    return placed(eye_parts(random, coat.name, coat.main, coat.region, gaze, 1), Frame.at(x, y, size), 0.08)


def _fin(random: Random, paint: Paint, ring: Points, root: Points, rays: int, depth: float) -> Part:
    """A fin with rays that fan out of `root`, its rim a little torn."""
    n = len(ring)
    strokes = [
        line(np.stack([root + (ring[i] - root) * 0.25, root + (ring[i] - root) * 0.85]), 0.45, 0.1, 0.5)
        for i in np.linspace(n * 0.25, n * 0.8, rays).astype(int)
    ]
    return drawn(random, "fin", paint, ring, weight=0.9, strokes=strokes, form=Inflated(height=0.5), depth=depth)


def fish(random: Random, coat: Coat) -> list[Part]:
    """Round or tall, with fins like veils or like fans; stripes, scales or a mask."""
    tall = random.uniform(0.42, 0.75)
    paint = (
        Paint(f"{coat.name}.fin", "scale", coat.main.key)
        if random.random() < 0.5
        else Paint(f"{coat.name}.fin", "scale")
    )
    ring = loop(
        knots("0.9,-0.02 0.72,-0.42 0.2,-0.95 -0.4,-0.66 -0.82,-0.12 -0.84,0.12 -0.42,0.66 0.2,0.92 0.7,0.42")
        * (1, tall),
        7,
    )
    form = Blend(Ball(0.05, 0, 0.95, tall), Inflated(), 0.3)
    veil = random.uniform(0.45, 0.8)
    tail = loop(
        np.array(
            [
                (-0.7, 0),
                (-1.0, -0.3),
                (-1.0 - veil * 0.6, -0.3 - veil * 0.7),
                (-1.0 - veil, -0.1 - veil * 0.4),
                (-1.12 - veil * 0.3, 0.02),
                (-1.0 - veil, 0.15 + veil * 0.35),
                (-1.0 - veil * 0.5, 0.3 + veil * 0.7),
                (-1.0, 0.28),
            ]
        ),
        6,
    )
    top = loop(
        np.array(
            [
                (-0.5, -0.45 * tall),
                (-0.42, -0.95 * tall - 0.2),
                (-0.05, -tall - 0.3),
                (0.36, -tall - 0.05),
                (0.4, -0.7 * tall),
            ]
        ),
        6,
    )
    low = loop(np.array([(-0.3, 0.5 * tall), (-0.5, tall + 0.18), (-0.16, tall + 0.15), (0.1, 0.7 * tall)]), 6)
    parts = [
        _fin(random, paint, tail, np.array([-0.72, 0.0]), 7, -0.03),
        _fin(random, paint, top, np.array([0.0, -0.4 * tall]), 6, -0.02),
        _fin(random, paint, low, np.array([0.0, 0.4 * tall]), 4, -0.02),
    ]
    parts.append(
        coated("body", coat, ring, [edge(np.concatenate([ring, ring[:1]]), 1.05, 0.04)], form=form, depth=0.04)
    )
    way = random.integers(4)
    if way == 0:
        for x in (-0.42, -0.02, 0.3):
            spine = spline([(x - 0.02, -tall - 0.1), (x + 0.07, 0), (x - 0.02, tall + 0.1)], 6)
            band = np.concatenate([offset(spine, 0.07), offset(spine, -0.07)[::-1]])
            parts.append(marking("stripe", coat.light, band, ring, form, 0.05, 0.6))
    elif way == 1:
        belly = np.array([(1.2, 0.12 * tall), (0.3, 0.3 * tall), (-0.9, 0.05), (-0.9, 1.2), (1.2, 1.2)])
        parts.append(marking("belly", coat.light, belly, ring, form, 0.05))
    scales = [
        line(ellipse(x, y, 0.07, 0.08, span=(-80, 80), count=7)[::-1] * (1, 1), 0.45, 0.2, 0.2)
        for i, x in enumerate(np.linspace(-0.5, 0.2, 6))
        for y in np.linspace(-0.42, 0.42, 4) * tall + (0.09 if i % 2 else 0)
        if random.random() < 0.75
    ]
    if way in (2, 3):
        parts.append(Part("scales", coat.main, (), tuple(scales), depth=0.05, clips=(ring,)))
    gill = line(spline(knots("0.36,-0.5 0.46,-0.1 0.34,0.4") * (1, tall), 6), 0.7, 0.3, 0.4)
    mouth = spline(knots("0.92,0.06 0.8,0.16 0.7,0.12") * (1, max(tall, 0.6)), 4)
    parts.append(Part("gill", coat.main, (), (gill, Stroke(mouth, 0.8, (0.05, 0.4))), depth=0.05))
    side = loop(knots("0.22,0.1 -0.02,0.04 -0.28,0.3 -0.18,0.42 0.12,0.3"), 6)
    parts.append(_fin(random, paint, side, np.array([0.22, 0.14]), 4, 0.07))
    return [*parts, *_eye(random, coat, 0.56, -0.2 * tall, 0.15)]


def whale(random: Random, coat: Coat) -> list[Part]:
    """A round whale, a dolphin or a shark, by its snout and fin."""
    main = Paint(f"{coat.name}.skin", "paint")
    coat = Coat(coat.name, main, Paint(f"{coat.name}.belly", "cream"), coat.dark, coat.skin, coat.nose, main)
    shark = random.random() < 0.45
    snout = 0.25 if shark else 0.0
    ring = loop(
        np.array(
            [
                (1.0 + snout, -0.05),
                (0.8, -0.4),
                (0.25, -0.62),
                (-0.4, -0.45),
                (-0.95, -0.25),
                (-1.25, -0.38),
                (-1.3, -0.2),
                (-0.9, 0.05),
                (-0.3, 0.42),
                (0.35, 0.5),
                (0.85, 0.3),
            ]
        ),
        7,
    )
    form = Blend(Ball(0.1, 0, 1.1, 0.6), Inflated(), 0.4)
    fluke = loop(knots("-1.2,-0.28 -1.55,-0.75 -1.78,-0.7 -1.6,-0.32 -1.72,0.02 -1.5,0.06"), 6)
    parts = [drawn(random, "fluke", main, fluke, form=Inflated(), depth=0.02)]
    if shark or random.random() < 0.5:
        fin = loop(knots("0.2,-0.55 -0.05,-0.95 -0.22,-1.0 -0.2,-0.75 -0.25,-0.45"), 6)
        parts.append(drawn(random, "fin", main, fin, form=Inflated(), depth=0.02))
    parts.append(coated("body", coat, ring, [edge(np.concatenate([ring, ring[:1]]), 1.1, 0.04)], form=form, depth=0.05))
    belly = np.concatenate([spline([(1.3, 0.06), (0.5, 0.16), (-0.2, 0.2), (-0.9, 0.0)], 7), [(-0.9, 1.0), (1.3, 1.0)]])
    pleats = (
        []
        if shark
        else [
            line(spline([(0.85 - d, 0.16 + d * 0.5), (0.3, 0.24 + d), (-0.3, 0.2 + d * 0.7)], 6), 0.5)
            for d in (0.06, 0.14, 0.22)
        ]
    )
    part = marking("belly", coat.light, belly, ring, form, 0.06, 0.6)
    parts.append(Part(part.name, part.paint, part.rings, (*part.strokes, *pleats), (), form, 0.06, clips=part.clips))
    if shark:
        gills = [line(spline([(x, -0.2), (x - 0.05, -0.04), (x, 0.1)], 4), 0.7) for x in (0.2, 0.29, 0.38)]
        parts.append(Part("gill", main, (), tuple(gills), depth=0.06))
        jaw = np.concatenate(
            [
                spline(knots("1.12,0.1 0.9,0.12 0.66,0.08"), 4),
                spline(knots("0.66,0.08 0.82,0.27 1.02,0.2 1.12,0.1"), 4)[1:-1],
            ]
        )
        teeth = [
            line(np.array([(x, 0.1), (x + 0.03, 0.17), (x + 0.07, 0.1)]), 0.5, 0, 0) for x in np.linspace(0.7, 1.0, 5)
        ]
        parts.append(
            drawn(
                random,
                "mouth",
                Paint(f"{coat.name}.mouth", "mouth"),
                jaw,
                weight=0.8,
                strokes=teeth,
                depth=0.06,
                clips=(ring,),
            )
        )
    else:
        smile = spline(knots("1.0,0.06 0.75,0.16 0.55,0.06"), 6)
        parts.append(Part("mouth", main, (), (Stroke(smile, 0.9, (0.05, 0.3)),), depth=0.07))
        if random.random() < 0.6:
            drops = [
                Stroke(
                    spline([(0.12, -0.62), (0.12 + dx * 0.5, -0.95), (0.12 + dx, -0.88 + abs(dx) * 0.3)], 5),
                    0.8,
                    (0.1, 0.4),
                )
                for dx in (-0.3, -0.1, 0.12, 0.3)
            ]
            parts.append(Part("spout", Paint(f"{coat.name}.water", "water"), (), tuple(drops)))
    flipper = loop(knots("0.35,0.22 0.1,0.3 -0.15,0.68 -0.02,0.74 0.3,0.5 0.5,0.3"), 6)
    parts.append(drawn(random, "flipper", main, flipper, form=Inflated(), depth=0.1))
    return [*parts, *_eye(random, coat, 0.68, -0.1, 0.1)]


def octopus(random: Random, coat: Coat) -> list[Part]:
    """A domed head on eight curling arms."""
    main = Paint(f"{coat.name}.skin", "plastic")
    coat = Coat(coat.name, main, Paint(f"{coat.name}.sucker", "cream"), coat.dark, coat.skin, coat.nose, main)
    parts: list[Part] = []
    spread = [-1.0, 1.0, -0.72, 0.72, -0.42, 0.42, -0.14, 0.14]
    for i, x in enumerate(spread):
        curl = np.sign(x) * random.uniform(0.12, 0.3)
        path = [
            (x * 0.5, 0.15),
            (x * 0.85, 0.55),
            (x * 1.15 + curl * 0.3, 0.82 - 0.1 * (i < 4)),
            (x * 1.2 + curl, 0.72 - 0.14 * (i < 4)),
            (x * 1.1 + curl * 1.1, 0.56 - 0.1 * (i < 4)),
        ]
        ring, outline = limb_outline(path, (0.3, 0.24, 0.18, 0.11, 0.05), 0.1)
        parts.append(coated("arm", coat, ring, (edge(outline, 1.0, 0.08),), depth=-0.03 + 0.01 * i))
        if i >= 4:
            spots = [
                ellipse(x * (0.8 + 0.12 * k), 0.5 + 0.12 * k, 0.045 - 0.008 * k, 0.035, count=10) for k in range(3)
            ]
            parts += [
                drawn(random, "sucker", coat.light, s, weight=0.6, pieces=1, depth=0.03, clips=(ring,)) for s in spots
            ]
    head = loop(
        knots("0,-1 0.5,-0.86 0.66,-0.4 0.5,0.08 0.42,0.34 0,0.42 -0.42,0.34 -0.5,0.08 -0.66,-0.4 -0.5,-0.86"), 7
    )
    form = Blend(Ball(0, -0.3, 0.75, 0.8), Inflated(), 0.3)
    blush = [Mark(MarkKind.BLUSH, ellipse(s * 0.38, 0.06, 0.1, 0.06, count=14), 0.9, 0.02) for s in (-1, 1)]
    spots = [
        marking("spot", coat.dark, ellipse(x, y, r, r * 0.8, count=14), head, form, 0.06)
        for x, y, r in ((-0.3, -0.72, 0.1), (0.32, -0.6, 0.13), (0.05, -0.86, 0.07))
    ]
    parts.append(
        coated(
            "head", coat, head, [edge(cut(np.concatenate([head, head[:1]]), 0.0, 1.0), 1.05, 0.05)], blush, form, 0.05
        )
    )
    parts += spots if random.random() < 0.5 else []
    gaze = choose_gaze(random, str(random.choice(("cartoon", "manga", "bead"))))
    for side in (-1, 1):
        parts += placed(
            eye_parts(random, coat.name, main, coat.region, gaze, -side), Frame.at(side * 0.24, -0.1, 0.18), 0.06
        )
    mouth = Stroke(spline(knots("-0.09,0.13 0,0.2 0.1,0.13"), 5), 0.8, (0.3, 0.3))
    return [*parts, Part("mouth", main, (), (mouth,), depth=0.06)]


def jellyfish(random: Random, coat: Coat) -> list[Part]:
    """A bell with a frilled hem, threads and ribbons that trail below."""
    main = Paint(f"{coat.name}.bell", "glass" if random.random() < 0.4 else "plastic")
    frill = Paint(f"{coat.name}.frill", main.material, main.key)
    parts: list[Part] = []
    for x in np.linspace(-0.5, 0.5, 7):
        sway = random.uniform(0.08, 0.2) * random.choice((-1, 1))
        path = spline([(x, 0.0), (x + sway, 0.45), (x - sway, 0.9), (x + sway * 0.5, random.uniform(1.1, 1.5))], 7)
        parts.append(Part("thread", main, (), (Stroke(path, 0.7, (0.05, 0.6)),), depth=-0.02))
    for x in (-0.22, 0.05, 0.26):
        path = spline([(x, 0), (x + 0.1, 0.35), (x - 0.08, 0.7), (x + 0.04, 1.05)], 7)
        ring = ribbon(path, np.linspace(0.2, 0.05, len(path)) * (1 + 0.35 * np.sin(np.linspace(0, 18, len(path)))))
        parts.append(drawn(random, "ribbon", frill, ring, weight=0.8, depth=0.0, pieces=1))
    dome = spline(knots("-0.72,0 -0.74,-0.4 -0.45,-0.82 0,-0.95 0.45,-0.82 0.74,-0.4 0.72,0"), 7)
    hem, arcs = scalloped(spline([dome[-1], (0.3, 0.12), (-0.3, 0.12), dome[0]], 6), random, 7, 0.09, hook=0.2)
    ribs = [line(spline([(x * 0.5, -0.78), (x, -0.4), (x * 1.1, 0.02)], 6), 0.5, 0.3, 0.2) for x in (-0.36, 0.02, 0.4)]
    strokes = (edge(dome, 1.05, 0.05), *(Stroke(arc, 0.9, (0.1, 0.2)) for arc in arcs), *ribs)
    shine = Mark(MarkKind.SHINE, ellipse(-0.34, -0.58, 0.14, 0.07, -35, count=16), 0.8)
    parts.append(Part("bell", main, (np.concatenate([dome, hem]),), strokes, (shine,), Ball(0, -0.2, 0.8, 0.8), 0.05))
    if random.random() < 0.5:
        own = Coat(coat.name, main, main, main, coat.skin, coat.nose, main)
        for x in (-0.2, 0.2):
            parts += placed(_eye(random, own, 0, 0, 0.1, "bead"), Frame.at(x, -0.22))
    return parts


def turtle(random: Random, coat: Coat) -> list[Part]:
    """A domed shell of plates, a head that looks out, stumpy legs."""
    skin, shell = (
        Paint(f"{coat.name}.skin", "greens"),
        Paint(f"{coat.name}.shell", str(random.choice(("bark", "leaf", "scale")))),
    )
    coat = Coat(coat.name, skin, Paint(f"{coat.name}.belly", "cheese"), coat.dark, coat.skin, coat.nose, skin)
    parts: list[Part] = []
    for path in (
        [(-0.55, 0.0), (-0.62, 0.2), (-0.64, 0.36)],
        [(0.35, 0.0), (0.42, 0.2), (0.42, 0.36)],
        [(-0.75, 0.0), (-0.92, 0.06), (-1.08, 0.14)],
    ):
        ring, outline = limb_outline(path, (0.3, 0.26, 0.24) if path[-1][0] > -1 else (0.2, 0.12, 0.03), 0.1)
        parts.append(coated("leg", coat, ring, (edge(outline, 1.0, 0.1),), depth=-0.02))
    neck, outline = limb_outline([(0.5, -0.02), (0.8, -0.12), (1.02, -0.34)], (0.34, 0.28, 0.3), 0.1)
    parts.append(
        coated(
            "neck",
            coat,
            neck,
            (
                edge(outline, 1.0, 0.1),
                *(line(spline([(x, 0.06), (x + 0.05, -0.05), (x, -0.16)], 4), 0.5) for x in (0.74, 0.82)),
            ),
            depth=0.0,
        )
    )
    head = loop(knots("1.1,-0.72 1.36,-0.6 1.44,-0.36 1.26,-0.18 0.96,-0.2 0.84,-0.42 0.9,-0.62"), 6)
    smile = line(spline(knots("1.42,-0.34 1.28,-0.26 1.12,-0.3"), 5), 0.8, 0.05, 0.3)
    parts.append(
        coated(
            "head",
            coat,
            head,
            [edge(np.concatenate([head, head[:1]]), 1.0, 0.05), smile],
            form=Ball(1.14, -0.45, 0.36, 0.34),
            depth=0.06,
        )
    )
    dome = spline(knots("-0.92,0.02 -0.86,-0.4 -0.5,-0.8 -0.05,-0.9 0.4,-0.74 0.72,-0.34 0.76,0.02"), 7)
    ring = np.concatenate([dome, spline(knots("0.76,0.02 0,0.12 -0.92,0.02"), 6)[1:-1]])
    plates = [
        line(np.array(p), 0.7, 0.05, 0.05)
        for p in (
            [(-0.3, -0.62), (0.14, -0.64), (0.3, -0.3), (0.06, -0.06), (-0.3, -0.06), (-0.48, -0.34), (-0.3, -0.62)],
            [(-0.3, -0.62), (-0.44, -0.84)],
            [(0.14, -0.64), (0.22, -0.86)],
            [(0.3, -0.3), (0.74, -0.3)],
            [(-0.48, -0.34), (-0.9, -0.3)],
            [(0.06, -0.06), (0.12, 0.12)],
            [(-0.3, -0.06), (-0.36, 0.12)],
        )
    ]
    form = Blend(Ball(-0.08, 0.0, 0.95, 1.0), Inflated(), 0.2)
    rim = ribbon(spline(knots("-0.98,0.02 -0.5,0.1 0,0.12 0.4,0.1 0.82,0.02"), 6), 0.12)
    parts += [
        drawn(random, "shell", shell, ring, weight=1.05, strokes=plates, form=form, depth=0.08),
        drawn(random, "shell.rim", coat.light, rim, weight=0.95, form=Inflated(), depth=0.1),
    ]
    for path in ([(-0.35, 0.1), (-0.34, 0.3), (-0.32, 0.44)], [(0.58, 0.08), (0.66, 0.28), (0.7, 0.44)]):
        ring, outline = limb_outline(path, (0.34, 0.3, 0.28), 0.2)
        nails = [
            line(np.array([(path[-1][0] + x, 0.5), (path[-1][0] + x + 0.01, 0.56)]), 0.6, 0, 0.3)
            for x in (-0.06, 0.03, 0.1)
        ]
        parts.append(coated("leg", coat, ring, (edge(outline, 1.0, 0.1), *nails), depth=0.07))
    return [*parts, *_eye(random, coat, 1.16, -0.48, 0.085)]


SWIMMERS: dict[str, Callable[[Random, Coat], list[Part]]] = {
    "fish": fish,
    "whale": whale,
    "octopus": octopus,
    "jellyfish": jellyfish,
    "turtle": turtle,
}
"""By name."""
