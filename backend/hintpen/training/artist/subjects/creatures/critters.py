"""Small things: frogs, snails, butterflies, bees, ladybirds. They look to the right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, knots, line
from hintpen.training.artist.subjects.creatures.coats import Coat, coat_of, coated, limb_outline
from hintpen.training.artist.subjects.creatures.eyes import choose_gaze, eye_parts
from hintpen.training.artist.subjects.creatures.markings import marking
from hintpen.training.artist.subjects.staging import stood


def critter_parts(random: Random, name: str = "critter", kind: str = "") -> list[Part]:
    """A small animal, 1 high, standing at (0, 0). `kind`: a key of `CRITTERS`, or "" for any."""
    names = list(CRITTERS)
    return stood(CRITTERS[kind or names[random.integers(len(names))]](random, name))


def _bare(name: str, material: str, random: Random) -> Coat:
    coat = coat_of(name, random, material)
    return Coat(name, coat.main, Paint(f"{name}.light", "cream"), coat.dark, coat.skin, coat.nose, coat.main)


def _smile(random: Random, coat: Coat, x: float, y: float, wide: float) -> Part:
    low = wide * random.uniform(0.25, 0.5)
    arc = spline([(x - wide, y), (x - wide * 0.4, y + low), (x + wide * 0.4, y + low), (x + wide, y)], 6)
    return Part("mouth", coat.main, (), (Stroke(arc, 0.9, (0.25, 0.25)),), depth=0.12)


def frog(random: Random, name: str) -> list[Part]:
    """Squat, eyes on top of a wide head, hands between the knees."""
    coat = _bare(name, "greens", random)
    parts: list[Part] = []
    for side in (-1, 1):
        thigh = loop(np.array([(0.35, 0.1), (0.72, -0.02), (0.92, 0.3), (0.7, 0.62), (0.3, 0.6)]) * (side, 1), 6)
        foot = loop(
            np.array([(0.55, 0.56), (0.95, 0.5), (1.12, 0.58), (1.0, 0.64), (1.08, 0.72), (0.8, 0.7), (0.55, 0.72)])
            * (side, 1),
            5,
        )
        parts.append(coated("foot", coat, foot, [edge(np.concatenate([foot, foot[:1]]), 0.95, 0.05)], depth=0.0))
        parts.append(coated("thigh", coat, thigh, [edge(np.concatenate([thigh, thigh[:1]]), 1.0, 0.05)], depth=0.01))
    body = loop(knots("0,-0.3 0.45,-0.15 0.55,0.25 0.4,0.62 0,0.7 -0.4,0.62 -0.55,0.25 -0.45,-0.15"), 6)
    form = Blend(Ball(0, 0.2, 0.65, 0.6), Inflated(), 0.4)
    parts.append(coated("body", coat, body, [edge(np.concatenate([body, body[:1]]), 1.0, 0.05)], form=form, depth=0.03))
    parts.append(marking("belly", coat.light, ellipse(0, 0.3, 0.34, 0.36, count=28), body, form, 0.04, 0.6))
    for side in (-1, 1):
        ring, outline = limb_outline(
            [(side * 0.36, 0.12), (side * 0.34, 0.42), (side * 0.24, 0.68)], (0.2, 0.16, 0.16), 0.25
        )
        fingers = [
            line(np.array([(side * 0.24 + d, 0.7), (side * 0.24 + d * 1.4, 0.76)]), 0.7, 0.1, 0.1)
            for d in (-0.05, 0.02, 0.08)
        ]
        parts.append(coated("arm", coat, ring, [edge(outline, 1.0, 0.1), *fingers], depth=0.06))
    head = loop(
        knots("0,-0.82 0.4,-0.84 0.72,-0.6 0.78,-0.36 0.5,-0.1 0,-0.02 -0.5,-0.1 -0.78,-0.36 -0.72,-0.6 -0.4,-0.84"), 6
    )
    bumps = [ellipse(side * 0.42, -0.84, 0.24, 0.24, count=26) for side in (-1, 1)]
    for bump in bumps:
        parts.append(
            coated(
                "eye.bump", coat, bump, [edge(np.concatenate([bump, bump[:1]]), 1.0, 0.05)], form=Inflated(), depth=0.08
            )
        )
    blush = [Mark(MarkKind.BLUSH, ellipse(side * 0.55, -0.34, 0.11, 0.07, count=14), 0.9, 0.02) for side in (-1, 1)]
    rim = np.concatenate([head[6:-5]])
    parts.append(
        coated("head", coat, head, [edge(rim, 1.0, 0.1)], blush, Blend(Ball(0, -0.4, 0.85, 0.5), Inflated(), 0.3), 0.09)
    )
    gaze = choose_gaze(random, str(random.choice(("cartoon", "manga", "bead"))))
    for side in (-1, 1):
        parts += placed(
            eye_parts(random, name, coat.main, coat.region, gaze, -side), Frame.at(side * 0.42, -0.86, 0.17), 0.1
        )
    holes = [Stroke(np.array([(x, -0.5), (x + 0.015, -0.47)]), 0.9, (0, 0.3)) for x in (-0.06, 0.06)]
    return [
        *parts,
        Part("nostrils", coat.main, (), tuple(holes), depth=0.12),
        _smile(random, coat, 0, -0.36, random.uniform(0.35, 0.55)),
    ]


def snail(random: Random, name: str) -> list[Part]:
    """A spiral house on a soft foot."""
    coat = _bare(name, "cheese", random)
    foot = loop(
        knots(
            "-1.2,0.36 -0.7,0.12 0.2,0.1 0.62,-0.1 0.72,-0.5 "
            "0.98,-0.62 1.16,-0.42 1.08,-0.1 0.92,0.26 0.7,0.4 -0.6,0.42"
        ),
        6,
    )
    parts: list[Part] = []
    for x, y in ((0.86, -1.0), (1.12, -0.95)):
        stem = spline([(x * 0.96, -0.5), (x, (y - 0.5) / 2), (x + 0.02, y)], 5)
        ring = ring_of(offset(stem, 0.035), offset(stem, -0.035))
        parts.append(
            coated(
                "horn", coat, ring, [Stroke(offset(stem, 0.035), 0.85), Stroke(offset(stem, -0.035), 0.85)], depth=0.0
            )
        )
    parts.append(coated("foot", coat, foot, [edge(np.concatenate([foot, foot[:1]]), 1.0, 0.05)], depth=0.03))
    gaze = choose_gaze(random, "bead" if random.random() < 0.5 else "cartoon", "open")
    for x, y in ((0.88, -1.04), (1.14, -0.99)):
        parts += placed(eye_parts(random, name, coat.main, coat.region, gaze, 1), Frame.at(x, y, 0.1), 0.05)
    shell = Paint(f"{name}.shell", str(random.choice(("shell", "wood", "icing"))))
    house = loop(ellipse(-0.28, -0.4, 0.68, 0.64, count=10) * random.uniform(0.97, 1.03, (10, 1)), 6)
    a = np.radians(np.linspace(50, 50 + 860, 70))
    r = np.linspace(0.66, 0.06, 70)
    coil = np.stack([-0.28 + r * np.cos(a), -0.4 + r * 0.95 * np.sin(a)], 1)
    form = Blend(Ball(-0.28, -0.4, 0.72, 0.68), Inflated(), 0.3)
    ticks = [
        line(np.stack([coil[i], coil[i] * 0.8 + np.array([-0.28, -0.4]) * 0.2]), 0.45, 0.1, 0.6)
        for i in range(4, 44, 5)
    ]
    parts.append(
        drawn(
            random,
            "shell",
            shell,
            house,
            weight=1.05,
            strokes=(line(coil, 0.8, 0.02, 0.1), *ticks),
            form=form,
            depth=0.08,
        )
    )
    return [*parts, _smile(random, coat, 1.0, -0.34, 0.1)]


def butterfly(random: Random, name: str) -> list[Part]:
    """Wings with veins and spots, alike but never the same on both sides."""
    wing, spot = Paint(f"{name}.wing", "paint"), Paint(f"{name}.spot", "paint")
    dark = Paint(f"{name}.body", "bark")
    upper = knots("0.04,-0.05 0.2,-0.6 0.62,-1.0 1.0,-0.95 1.02,-0.55 0.8,-0.15 0.4,0.02")
    lower = knots("0.04,0.0 0.45,0.06 0.78,0.2 0.8,0.55 0.56,0.85 0.36,0.62 0.12,0.3")
    upper[2:5] += random.normal(0, 0.06, (3, 2))
    lower[2:5] += random.normal(0, 0.06, (3, 2))
    fore = random.uniform(0.55, 1.0)
    parts: list[Part] = []
    for side in (-1, 1):
        near = np.array([side * (fore if side < 0 else 1.0), 1.0])
        for shape, depth in ((lower, 0.0), (upper, 0.02)):
            ring = loop((shape + random.normal(0, 0.01, shape.shape)) * near, 6)
            root = ring[0]
            veins = [
                line(np.stack([root + (ring[i] - root) * 0.15, root + (ring[i] - root) * 0.8]), 0.45, 0.1, 0.4)
                for i in range(10, 34, 6)
            ]
            parts.append(drawn(random, "wing", wing, ring, strokes=veins, form=Plane(side * 0.3, -0.2), depth=depth))
            band = root + (ring - root) * 0.66
            parts.append(
                drawn(
                    random,
                    "wing.inner",
                    spot,
                    band,
                    weight=0.55,
                    pieces=1,
                    strokes=veins,
                    form=Plane(side * 0.3, -0.2),
                    depth=depth + 0.005,
                )
            )
            for t in (14, 20, 26):
                p = root + (ring[t] - root) * 0.84
                parts.append(
                    drawn(
                        random,
                        "wing.spot",
                        Paint(f"{name}.dot", "cream"),
                        ellipse(float(p[0]), float(p[1]), 0.05, 0.05, count=12),
                        weight=0.5,
                        pieces=1,
                        form=Plane(),
                        depth=depth + 0.006,
                        clips=(ring,),
                    )
                )
    body = loop(knots("0,-0.34 0.07,-0.1 0.06,0.3 0,0.5 -0.06,0.3 -0.07,-0.1"), 5)
    rings = [line(np.array([(-0.06, y), (0.06, y)]), 0.5, 0, 0) for y in (0.08, 0.18, 0.28)]
    feelers = [
        Stroke(spline([(0, -0.3), (s * 0.12, -0.55), (s * 0.26, -0.66), (s * 0.3, -0.6)], 5), 0.8, (0, 0.2))
        for s in (-1, 1)
    ]
    parts.append(drawn(random, "body", dark, body, strokes=(*rings, *feelers), form=Inflated(), depth=0.06))
    return placed(parts, Frame.at(0, 0, 1, random.uniform(-35, 35)))


def bee(random: Random, name: str) -> list[Part]:
    """A round, striped bee with glassy wings."""
    coat = _bare(name, "pollen", random)
    glassy = Paint(f"{name}.wing", "glass")
    parts: list[Part] = []
    for turn, size in ((-38, 0.62), (-8, 0.8)):
        petal = loop(np.array([(0, 0), (-0.3, -0.45), (-0.16, -0.95), (0.18, -0.95), (0.3, -0.45)]) * size, 6)
        vein = line(np.array([(0, -0.1), (0.02, -0.62)]) * size, 0.45, 0.1, 0.6)
        parts += placed(
            [drawn(random, "wing", glassy, petal, strokes=(vein,), form=Inflated(height=0.4), depth=-0.02)],
            Frame.at(-0.12, -0.36, 1, turn),
        )
    sting = np.array([(-0.86, 0.06), (-1.02, 0.12), (-0.84, 0.16)])
    parts.append(drawn(random, "sting", Paint(f"{name}.dark", "pupil"), sting, pieces=1))
    body = loop(knots("0.3,-0.4 0.5,0 0.3,0.44 -0.3,0.5 -0.78,0.3 -0.9,0.08 -0.72,-0.24 -0.3,-0.46"), 6)
    form = Blend(Ball(-0.2, 0.02, 0.75, 0.52), Inflated(), 0.3)
    parts.append(coated("body", coat, body, [edge(np.concatenate([body, body[:1]]), 1.0, 0.05)], form=form, depth=0.03))
    for x in (-0.12, -0.44, -0.72):
        spine = spline([(x, -0.6), (x - 0.1, 0.0), (x, 0.6)], 6)
        parts.append(
            marking(
                "stripe",
                Paint(f"{name}.dark", "pupil"),
                ring_of(offset(spine, 0.075), offset(spine, -0.075)),
                body,
                form,
                0.04,
                0.6,
            )
        )
    head = loop(ellipse(0.55, -0.06, 0.4, 0.4, count=9) * random.uniform(0.98, 1.02, (9, 1)), 6)
    feelers = [
        Stroke(spline([(0.55 + d, -0.42), (0.62 + d * 2, -0.66), (0.74 + d * 2.4, -0.7)], 5), 0.9, (0, 0))
        for d in (-0.08, 0.1)
    ]
    knobs = [ellipse(0.74 + d * 2.4, -0.72, 0.05, 0.05, count=12) for d in (-0.08, 0.1)]
    parts += [drawn(random, "feeler", Paint(f"{name}.dark", "pupil"), k, pieces=1, depth=0.05) for k in knobs]
    blush = [Mark(MarkKind.BLUSH, ellipse(0.42 + d, 0.1, 0.07, 0.045, count=12), 0.9, 0.02) for d in (0.0, 0.42)]
    parts.append(
        coated(
            "head",
            coat,
            head,
            [edge(np.concatenate([head, head[:1]]), 1.0, 0.05), *feelers],
            blush,
            Ball(0.55, -0.06, 0.44, 0.44),
            0.06,
        )
    )
    gaze = choose_gaze(random, str(random.choice(("bead", "manga"))))
    for x, narrow in ((0.5, 1.0), (0.8, 0.75)):
        parts += placed(
            eye_parts(random, name, coat.main, coat.region, gaze, 1, narrow), Frame.at(x, -0.06, 0.12), 0.08
        )
    return [*parts, _smile(random, coat, 0.66, 0.12, 0.08)]


def ladybird(random: Random, name: str) -> list[Part]:
    """A spotted dome with a dark head, on a leaf at times."""
    red, black = Paint(f"{name}.shell", "tomato"), Paint(f"{name}.dark", "pupil")
    parts: list[Part] = []
    for x in (-0.5, -0.05, 0.4):
        leg = spline([(x, 0.0), (x + 0.06, 0.16), (x + 0.16, 0.22)], 4)
        parts.append(Part("leg", black, (), (Stroke(leg, 2.2, (0, 0.2)),)))
    head = loop(ellipse(0.72, -0.2, 0.3, 0.28, count=9), 6)
    feelers = [
        Stroke(spline([(0.82 + d, -0.42), (0.95 + d, -0.62), (1.08 + d, -0.62)], 5), 0.9, (0, 0.2))
        for d in (-0.1, 0.06)
    ]
    parts.append(drawn(random, "head", black, head, strokes=feelers, form=Ball(0.72, -0.2, 0.32, 0.3), depth=0.02))
    dome = np.concatenate(
        [
            spline(knots("-0.86,0.02 -0.78,-0.46 -0.3,-0.8 0.3,-0.72 0.62,-0.34 0.66,0.02"), 7),
            spline(knots("0.66,0.02 0,0.1 -0.86,0.02"), 5)[1:-1],
        ]
    )
    form = Blend(Ball(-0.1, 0, 0.85, 0.85), Inflated(), 0.2)
    seam = line(spline(knots("0.62,-0.34 0.1,-0.5 -0.5,-0.36 -0.84,-0.06"), 6), 0.8, 0.05, 0.1)
    shine = Mark(MarkKind.SHINE, ellipse(-0.42, -0.56, 0.12, 0.06, -35, count=14), 0.9)
    parts.append(drawn(random, "shell", red, dome, weight=1.05, strokes=(seam,), marks=(shine,), form=form, depth=0.06))
    for x, y, r in (
        (0.22, -0.24, 0.1),
        (-0.22, -0.16, 0.12),
        (-0.58, -0.12, 0.09),
        (0.1, -0.62, 0.08),
        (-0.35, -0.6, 0.09),
    ):
        spot = loop(ellipse(x, y, r, r * 0.95, count=7) + random.normal(0, 0.006, (7, 2)), 4)
        parts.append(drawn(random, "spot", black, spot, weight=0.6, pieces=1, form=form, depth=0.065, clips=(dome,)))
    coat = _bare(name, "cream", random)
    gaze = choose_gaze(random, "cartoon", "open")
    return [*parts, *placed(eye_parts(random, name, coat.main, "", gaze, 1), Frame.at(0.8, -0.24, 0.11), 0.04)]


CRITTERS: dict[str, Callable[[Random, str], list[Part]]] = {
    "frog": frog,
    "snail": snail,
    "butterfly": butterfly,
    "bee": bee,
    "ladybird": ladybird,
}
"""By name."""
