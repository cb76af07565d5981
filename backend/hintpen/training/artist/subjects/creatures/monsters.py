"""Monsters that bite nobody: slimes, ghosts, furballs, imps. They look at the viewer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, loop, offset, ribbon, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, knots, line, scalloped, tufted, tufted_back
from hintpen.training.artist.subjects.creatures.coats import Coat, coat_of, coated, limb
from hintpen.training.artist.subjects.creatures.eyes import choose_gaze, eye_parts
from hintpen.training.artist.subjects.creatures.markings import marking
from hintpen.training.artist.subjects.staging import stood


def monster_parts(random: Random, name: str = "monster", kind: str = "") -> list[Part]:
    """A monster, 1 high, standing at (0, 0). `kind`: a key of `MONSTERS`, or "" for any."""
    names = list(MONSTERS)
    return stood(MONSTERS[kind or names[random.integers(len(names))]](random, name))


def _plain(name: str, material: str) -> Coat:
    main = Paint(f"{name}.main", material)
    return Coat(
        name,
        main,
        Paint(f"{name}.light", "cream"),
        Paint(f"{name}.dark", material, main.key),
        Paint(f"{name}.ear", "inner ear"),
        main,
        main,
    )


def _face(random: Random, coat: Coat, y: float, apart: float, size: float, eyes: int = 2) -> list[Part]:
    """One to three eyes and a mouth: a smile, an open mouth with fangs, a wavy line."""
    gaze = choose_gaze(random)
    parts: list[Part] = []
    spots = {
        1: ((0.0, y, 1.5),),
        2: ((-apart, y, 1.0), (apart, y, 1.0)),
        3: ((-apart, y, 0.85), (apart, y, 0.85), (0.0, y - size * 1.9, 0.95)),
    }[eyes]
    for x, ey, big in spots:
        parts += placed(
            eye_parts(random, coat.name, coat.main, coat.region, gaze, -1 if x > 0 else 1),
            Frame.at(x, ey, size * big),
            0.08,
        )
    low = y + size * (1.7 if eyes > 1 else 2.2)
    w = apart * random.uniform(0.5, 1.1)
    way = random.integers(3)
    if way == 0:
        smile = spline([(-w, low - 0.03), (-w * 0.4, low + 0.05), (w * 0.4, low + 0.05), (w, low - 0.03)], 6)
        strokes = [Stroke(smile, 0.9, (0.25, 0.25))]
        parts.append(Part("mouth", coat.main, (), tuple(strokes), depth=0.08))
        if random.random() < 0.5:
            fang = np.array([(w * 0.35, low + 0.045), (w * 0.55, low + 0.03), (w * 0.47, low + 0.13)])
            parts.append(
                drawn(
                    random,
                    "tooth",
                    Paint(f"{coat.name}.tooth", "tooth"),
                    fang,
                    weight=0.7,
                    pieces=1,
                    form=Plane(),
                    depth=0.09,
                )
            )
    elif way == 1:
        deep = w * random.uniform(0.6, 1.1)
        ring = np.concatenate(
            [
                spline([(-w, low), (0, low + 0.02), (w, low)], 5),
                spline(
                    [(w, low), (w * 0.6, low + deep * 0.8), (0, low + deep), (-w * 0.6, low + deep * 0.8), (-w, low)], 6
                )[1:-1],
            ]
        )
        mouth = Paint(f"{coat.name}.mouth", "mouth")
        tongue = ellipse(0, low + deep, w * 0.6, deep * 0.45, count=18)
        parts.append(drawn(random, "mouth", mouth, ring, weight=0.9, form=Plane(), depth=0.08, pieces=1))
        parts.append(
            drawn(
                random,
                "tongue",
                Paint(f"{coat.name}.tongue", "tongue"),
                tongue,
                weight=0.6,
                pieces=1,
                depth=0.085,
                clips=(ring,),
            )
        )
        for x in np.linspace(-0.6, 0.6, int(random.integers(0, 5))) * w:
            fang = np.array([(x - w * 0.13, low - 0.02), (x + w * 0.13, low - 0.02), (x, low + deep * 0.3)])
            parts.append(
                drawn(
                    random,
                    "tooth",
                    Paint(f"{coat.name}.tooth", "tooth"),
                    fang,
                    weight=0.6,
                    pieces=1,
                    form=Plane(),
                    depth=0.09,
                    clips=(ring,),
                )
            )
    else:
        x = np.linspace(-w, w, 7)
        wave = spline(np.stack([x, low + 0.03 * np.where(np.arange(7) % 2, -1.0, 1.0)], 1), 5)
        parts.append(Part("mouth", coat.main, (), (Stroke(wave, 0.85, (0.2, 0.2)),), depth=0.08))
    return parts


def slime(random: Random, name: str) -> list[Part]:
    """A drop that melts at its foot, glossy, sometimes with something swallowed."""
    coat = _plain(name, str(random.choice(("plastic", "glass", "gem"))))
    peak = random.uniform(0.0, 0.5)
    lean = random.normal(0, 0.08)
    body = np.array(
        [
            (lean, -0.95 - peak),
            (0.2 + lean * 0.6, -0.86 - peak * 0.2),
            (0.6, -0.52),
            (0.78, -0.1),
            (0.92, 0.05),
            (0.6, 0.12),
            (0, 0.14),
            (-0.62, 0.12),
            (-0.94, 0.04),
            (-0.76, -0.12),
            (-0.6, -0.5),
            (-0.2 + lean * 0.6, -0.85 - peak * 0.2),
        ]
    )
    ring = loop(body + random.normal(0, 0.012, body.shape), 7)
    form = Blend(Ball(0, -0.3, 0.95, 0.85), Inflated(), 0.35)
    shine = (
        Mark(
            MarkKind.SHINE, loop(knots("-0.5,-0.42 -0.36,-0.62 -0.2,-0.72 -0.26,-0.6 -0.38,-0.42 -0.46,-0.32"), 5), 0.9
        ),
        Mark(MarkKind.SHINE, ellipse(-0.52, -0.2, 0.03, 0.045, count=12), 0.9),
    )
    glow = line(spline(knots("0.66,-0.12 0.5,0.0 0.2,0.06"), 6), 0.5, 0.4, 0.5)
    blush = [Mark(MarkKind.BLUSH, ellipse(s * 0.42, -0.16, 0.1, 0.055, count=14), 0.9, 0.02) for s in (-1, 1)]
    parts = [coated("body", coat, ring, [*outline_of(ring), glow], [*shine, *blush], form, 0.05)]
    for x, r in ((1.12, 0.09), (-1.1, 0.06))[: int(random.integers(0, 3))]:
        parts.append(
            drawn(
                random,
                "drop",
                coat.main,
                ellipse(x, 0.06, r, r * 0.7, count=14),
                form=Ball(x, 0.05, r, r * 0.7),
                pieces=1,
            )
        )
    return [*parts, *_face(random, coat, -0.3, 0.26, 0.15)]


def outline_of(ring: Points) -> tuple[Stroke, ...]:
    """A closed outline in one stroke."""
    return (edge(np.concatenate([ring, ring[:1]]), 1.05, 0.04),)


def ghost(random: Random, name: str) -> list[Part]:
    """A sheet with stubby arms and a hem in waves."""
    coat = _plain(name, "cream" if random.random() < 0.6 else "cloth")
    dome = spline(knots("-0.56,0.5 -0.58,-0.1 -0.5,-0.66 0,-1 0.5,-0.66 0.58,-0.1 0.6,0.5"), 7)
    hem, arcs = scalloped(
        spline([dome[-1], (0.1, 0.62), (-0.2, 0.6), dome[0]], 6), random, int(random.integers(3, 6)), 0.12, hook=0.3
    )
    ring = np.concatenate([dome, hem])
    form = Blend(Ball(0, -0.3, 0.7, 1.1), Inflated(), 0.4)
    folds = [line(spline([(x, 0.2), (x + 0.03, 0.4), (x - 0.02, 0.58)], 5), 0.5, 0.5, 0.2) for x in (-0.3, 0.02, 0.32)]
    blush = [Mark(MarkKind.BLUSH, ellipse(s * 0.33, -0.32, 0.09, 0.05, count=14), 0.9, 0.02) for s in (-1, 1)]
    strokes = [edge(dome, 1.05, 0.05), *(Stroke(arc, 0.95, (0.1, 0.2)) for arc in arcs), *folds]
    parts = [coated("body", coat, ring, strokes, blush, form, 0.05)]
    up = random.uniform(-0.25, 0.15, 2)
    for side, lift in ((-1, up[0]), (1, up[1])):
        parts.append(
            limb(
                "arm",
                coat,
                [(side * 0.42, 0.0), (side * 0.66, 0.04 + lift * 0.5), (side * 0.84, 0.0 + lift)],
                (0.26, 0.22, 0.15),
                0.22,
                0.1,
            )
        )
    return [*parts, *_face(random, coat, -0.5, 0.2, 0.15)]


def furball(random: Random, name: str) -> list[Part]:
    """A shaggy ball on two feet with horns and one to three eyes."""
    coat = coat_of(name, random)
    coat = Coat(
        name,
        Paint(f"{name}.main", "paint"),
        coat.light,
        coat.dark,
        coat.skin,
        coat.nose,
        Paint(f"{name}.main", "paint"),
    )
    w, h = random.uniform(0.6, 0.85), random.uniform(0.65, 0.9)
    horn = Paint(f"{name}.horn", "horn")
    parts: list[Part] = []
    feet = Paint(f"{name}.foot", "leather")
    for side in (-1, 1):
        x = side * w * 0.42
        leg = ribbon(spline([(x, h * 0.7), (x + side * 0.03, h + 0.1), (x + side * 0.04, h + 0.2)], 4), 0.14)
        parts.append(drawn(random, "leg", feet, leg, weight=0.9, pieces=1, depth=-0.02))
        foot = loop(
            np.array(
                [(x - 0.16, h + 0.24), (x, h + 0.14), (x + 0.16, h + 0.22), (x + 0.2, h + 0.3), (x - 0.18, h + 0.3)]
            ),
            5,
        )
        parts.append(
            drawn(
                random,
                "foot",
                feet,
                foot,
                strokes=[line(np.array([(x + d, h + 0.24), (x + d, h + 0.3)]), 0.6) for d in (-0.05, 0.06)],
                depth=-0.01,
            )
        )
        spine = spline([(side * w * 0.45, -h * 0.75), (side * w * 0.75, -h * 1.1), (side * w * 0.7, -h * 1.4)], 6)
        half = np.linspace(0.12, 0.015, len(spine))
        rings = [line(np.stack([offset(spine, half)[i], offset(spine, -half)[i]]), 0.5, 0, 0) for i in (4, 7)]
        parts.append(
            drawn(
                random,
                "horn",
                horn,
                np.concatenate([offset(spine, half), offset(spine, -half)[::-1]]),
                strokes=rings,
                depth=-0.02,
                pieces=1,
            )
        )
        arm = spline(
            [
                (side * w * 0.8, 0.0),
                (side * (w + 0.25), random.uniform(-0.3, 0.3)),
                (side * (w + 0.38), random.uniform(-0.5, 0.5)),
            ],
            6,
        )
        parts.append(drawn(random, "arm", coat.main, ribbon(arm, np.linspace(0.16, 0.1, len(arm))), depth=-0.01))
    right = ellipse(0, 0, w, h, span=(-90, 90), count=30)
    left = ellipse(0, 0, w, h, span=(90, 270), count=30)
    a, one = tufted(right, random, int(random.integers(6, 11)), 0.13, 0.85)
    b, two = tufted_back(left, random, int(random.integers(6, 11)), 0.13, 0.85)
    ring = np.concatenate([a, b])
    inner = [
        Stroke(s.points, 0.5, (0.3, 0.4), (), True)
        for x, y in random.uniform((-w * 0.6, h * 0.35), (w * 0.6, h * 0.7), (4, 2))
        for s in tufted(spline([(x + 0.1, y), (x, y + 0.03), (x - 0.1, y)], 4), random, 2, 0.07)[1]
    ]
    form = Blend(Ball(0, 0, w * 1.1, h * 1.1), Inflated(bevel=0.15), 0.3)
    parts.append(coated("body", coat, ring, [*one, *two, *inner], form=form, depth=0.05))
    return [*parts, *_face(random, coat, -0.15, w * 0.36, w * 0.26, int(random.integers(1, 4)))]


def imp(random: Random, name: str) -> list[Part]:
    """A small devil with bat's wings and a forked tail."""
    coat = _plain(name, "rubber")
    wing = Paint(f"{name}.wing", "leather")
    parts = bat_wings(random, wing, 0.0, -0.05, random.uniform(0.8, 1.1))
    tail = spline(knots("0.3,0.6 0.7,0.75 0.9,0.4 0.75,0.15"), 8)
    parts.append(drawn(random, "tail", coat.main, ribbon(tail, 0.07), weight=0.9, depth=-0.05, pieces=1))
    dart = np.array([(0.75, -0.08), (0.9, 0.18), (0.76, 0.12), (0.6, 0.2)])
    parts.append(drawn(random, "tail.dart", coat.dark, dart, depth=-0.04, pieces=1))
    g = random.uniform(0.85, 1.15)
    for side in (-1, 1):
        parts.append(
            limb(
                "leg",
                coat,
                [(side * 0.2 * g, 0.45), (side * 0.24 * g, 0.75), (side * 0.3 * g, 0.86)],
                (0.26, 0.2, 0.2),
                0.2,
                0.0,
            )
        )
    trunk = loop(knots("0.24,-0.2 0.36,0.15 0.36,0.5 0,0.64 -0.36,0.5 -0.36,0.15 -0.24,-0.2") * (g, 1), 6)
    form = Blend(Ball(0, 0.2, 0.45, 0.6), Inflated(), 0.4)
    parts.append(coated("body", coat, trunk, outline_of(trunk), form=form, depth=0.02))
    parts.append(marking("belly", coat.light, ellipse(0, 0.3, 0.22 * g, 0.26, count=22), trunk, form, 0.03, 0.6))
    for side in (-1, 1):
        lift = random.uniform(-0.3, 0.25)
        parts.append(
            limb(
                "arm",
                coat,
                [(side * 0.26 * g, 0.0), (side * 0.46 * g, 0.14), (side * 0.62, 0.1 + lift)],
                (0.2, 0.17, 0.17),
                0.2,
                0.06,
            )
        )
    head = loop(knots("0,-1 0.46,-0.86 0.6,-0.5 0.4,-0.16 0,-0.06 -0.4,-0.16 -0.6,-0.5 -0.46,-0.86"), 7)
    for side in (-1, 1):
        ear = loop(np.array([(0.5, -0.6), (0.95, -0.78), (0.8, -0.45), (0.52, -0.36)]) * (side, 1), 5)
        parts.append(drawn(random, "ear", coat.main, ear, depth=0.04))
    parts.append(coated("head", coat, head, outline_of(head), form=Ball(0, -0.52, 0.68, 0.52), depth=0.08))
    for side in (-1, 1):
        spine = spline([(side * 0.26, -0.84), (side * 0.42, -1.1), (side * 0.3, -1.32)], 6)
        half = np.linspace(0.09, 0.01, len(spine))
        parts.append(
            drawn(
                random,
                "horn",
                Paint(f"{name}.horn", "horn"),
                np.concatenate([offset(spine, half), offset(spine, -half)[::-1]]),
                depth=0.1,
                pieces=1,
            )
        )
    return [*parts, *placed(_face(random, coat, -0.52, 0.22, 0.15), Frame.at(0, 0), 0.03)]


def bat_wings(random: Random, paint: Paint, x: float, y: float, span: float) -> list[Part]:
    """A pair of leathery wings that spread behind (x, y), with their fingers."""
    parts: list[Part] = []
    for side in (-1, 1):
        tips = np.array([(1.25, -0.35), (1.05, 0.15), (0.62, 0.35)]) * (side * span, span) + (x, y)
        root, top = np.array([x, y]), np.array([x + side * span * 0.55, y - span * 0.7])
        arm = spline([root, (root + top) / 2 + (side * 0.05, -0.12), top], 5)
        lead = spline([top, (top + tips[0]) / 2 + (side * 0.08, -0.06), tips[0]], 5)
        low = [
            spline([a, (a + b) / 2 + (-(side * 0.1), -0.1), b], 5)
            for a, b in ((tips[0], tips[1]), (tips[1], tips[2]), (tips[2], root + (0, 0.2)))
        ]
        ring = np.concatenate([arm, lead[1:], *(piece[1:] for piece in low)])
        ring = ring if side > 0 else ring[::-1]
        fingers = [line(np.stack([top, tip]), 0.7, 0.05, 0.2) for tip in tips[1:]]
        parts.append(drawn(random, "wing", paint, ring, strokes=fingers, form=Inflated(height=0.5), depth=-0.1))
    return parts


MONSTERS: dict[str, Callable[[Random, str], list[Part]]] = {
    "slime": slime,
    "ghost": ghost,
    "furball": furball,
    "imp": imp,
}
"""By name."""
