"""Birds: songbirds, owls, chicks, ducks, penguins. They look to the right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import Points, cut, ellipse, loop, offset, ribbon, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, knots, line, scalloped, tufted
from hintpen.training.artist.subjects.creatures.coats import Coat, coat_of, coated
from hintpen.training.artist.subjects.creatures.eyes import choose_gaze, eye_parts
from hintpen.training.artist.subjects.creatures.markings import marking
from hintpen.training.artist.subjects.plants.foliage import leaf
from hintpen.training.artist.subjects.staging import stood


def bird_parts(random: Random, name: str = "bird", kind: str = "") -> list[Part]:
    """A bird, 1 high, standing at (0, 0). `kind`: a key of `BIRDS`, or "" for any."""
    names = list(BIRDS)
    return stood(BIRDS[kind or names[random.integers(len(names))]](random, coat_of(name, random, "feather")))


def _eye(
    random: Random, coat: Coat, x: float, y: float, size: float, inner: int, style: str = "", narrow: float = 1.0
) -> list[Part]:
    gaze = choose_gaze(random, style)
    return placed(eye_parts(random, coat.name, coat.main, coat.region, gaze, inner, narrow), Frame.at(x, y, size), 0.06)


def _foot(random: Random, paint: Paint, x: float, y: float, high: float, size: float, depth: float = 0.0) -> list[Part]:
    """A thin leg and three toes, each a little sausage."""
    leg = ribbon(spline([(x - 0.02, y - high), (x, y - high * 0.5), (x, y - 0.02)], 4), size * 0.3)
    n = len(leg) // 2
    parts = [Part("leg", paint, (leg,), (Stroke(leg[:n], 0.8), Stroke(leg[n:], 0.8)), form=Inflated(), depth=depth)]
    for dx, dy in ((-0.55, 0.0), (1.0, -0.04), (0.75, 0.22)):
        toe = ribbon(
            spline(
                [(x, y - 0.02), (x + dx * size * 0.6, y + dy * size * 0.4 - 0.03), (x + dx * size, y + dy * size)], 4
            ),
            size * 0.24,
        )
        parts.append(drawn(random, "toe", paint, toe, weight=0.8, pieces=1, depth=depth + 0.01))
    return parts


def _wing(
    random: Random, coat: Coat, paint: Paint, shoulder: Points, tip: Points, wide: float, depth: float
) -> list[Part]:
    """A folded wing: long feathers under a row of short ones."""
    d = tip - shoulder
    n = np.array([-d[1], d[0]])
    n = n / max(1e-6, float(np.hypot(*n))) * wide
    if n[1] > 0:
        n = -n
    top = spline([shoulder - d * 0.06 - n * 0.2, shoulder + d * 0.25 + n * 0.85, shoulder + d * 0.7 + n * 0.5, tip], 7)
    low = spline([tip, shoulder + d * 0.72 - n * 0.35, shoulder + d * 0.3 - n * 0.95, shoulder - d * 0.06 - n * 0.2], 7)
    feathers, arcs = scalloped(low, random, 4, -wide * 0.18 if d[0] < 0 else wide * 0.18, hook=0.0)
    ring = np.concatenate([top, feathers])
    lines = [
        line(spline([arc[-1], arc[-1] * 0.55 + (shoulder + d * 0.3) * 0.45], 4), 0.5, 0.1, 0.6) for arc in arcs[:-1]
    ]
    row = [
        line(ellipse(float(p[0]), float(p[1]), wide * 0.24, wide * 0.2, span=(10, 170), count=8), 0.5, 0.2, 0.3)
        for t in (0.12, 0.3, 0.48)
        for p in [shoulder + d * t + n * (0.25 - 0.5 * (t % 0.36))]
    ]
    strokes = (edge(top, 1.0, 0.1), *(Stroke(arc, 0.9, (0.1, 0.2)) for arc in arcs), *lines, *row)
    return [
        Part(
            "wing",
            paint,
            (ring,),
            strokes,
            form=Blend(Inflated(), Ball(float(shoulder[0]), float(shoulder[1]), 0.8, 0.8), 0.3),
            depth=depth,
        )
    ]


def _beak(random: Random, paint: Paint, x: float, y: float, long: float, high: float, opened: bool) -> list[Part]:
    """A pointed beak to the right; the lower half first."""
    drop = 0.5 if opened else 0.12
    low = np.concatenate(
        [
            spline([(x, y), (x + long * 0.8, y + high * drop)], 3),
            spline(
                [(x + long * 0.8, y + high * drop), (x + long * 0.3, y + high * (0.55 + drop)), (x, y + high * 0.55)], 4
            )[1:],
        ]
    )
    top = np.concatenate(
        [
            spline([(x - 0.02, y - high * 0.5), (x + long * 0.5, y - high * 0.42), (x + long, y + high * 0.1)], 5),
            spline([(x + long, y + high * 0.1), (x + long * 0.4, y + 0.01), (x, y + high * 0.08)], 5)[1:],
        ]
    )
    return [
        drawn(random, "beak", paint, low, weight=0.85, pieces=1, depth=0.1),
        drawn(
            random,
            "beak",
            paint,
            top,
            weight=0.95,
            pieces=1,
            depth=0.12,
            strokes=(line(np.array([(x + long * 0.25, y - high * 0.2), (x + long * 0.38, y - high * 0.18)]), 0.6),),
        ),
    ]


def branch(random: Random, y: float, left: float = -1.3, right: float = 1.2) -> list[Part]:
    """A twig to sit on, with a few leaves."""
    bark, green = Paint("branch.bark", "bark"), Paint("branch.leaf", "leaf")
    spine = spline(
        [
            (left, y + random.normal(0.05, 0.05)),
            (-0.3, y + 0.07),
            (0.4, y + 0.05),
            (right, y - random.uniform(0, 0.15)),
        ],
        8,
    )
    half = np.linspace(0.1, 0.055, len(spine)) * (1 + random.normal(0, 0.05, len(spine)))
    ring = np.concatenate([offset(spine, half), offset(spine, -half)[::-1]])
    grain = [line(cut(offset(spine, by), a, a + 0.2), 0.45) for by, a in ((0.03, 0.1), (-0.02, 0.4), (0.02, 0.65))]
    parts = [drawn(random, "branch", bark, ring, strokes=grain, form=Inflated(), depth=-0.02)]
    for t in random.uniform(0, 1, int(random.integers(1, 5))):
        x = left + (right - left) * float(t)
        side = 1 if random.random() < 0.5 else -1
        path = spline([(x, y + 0.04), (x + 0.14, y + 0.04 - side * 0.16), (x + 0.34, y - side * 0.22)], 6)
        parts.append(leaf(random, "leaf", green, path, 0.17, "oval", 3, -0.03))
    return parts


def songbird(random: Random, coat: Coat) -> list[Part]:
    """A plump singer on a twig."""
    ring_knots = knots(
        "0.3,-1.02 0.56,-0.92 0.68,-0.68 0.62,-0.48 0.66,-0.15 "
        "0.42,0.2 0,0.3 -0.42,0.16 -0.68,-0.02 -0.42,-0.42 -0.1,-0.86"
    )
    ring = loop(ring_knots * (1, random.uniform(0.95, 1.08)), 7)
    horn = Paint(f"{coat.name}.beak", "horn")
    form = Blend(Ball(0.1, -0.2, 0.75, 0.65), Inflated(), 0.4)
    tail_ring = knots("-0.45,-0.08 -1.15,0.16 -1.32,0.32 -1.12,0.36 -0.4,0.18")
    quills = [line(np.array([(-0.55, 0.08), (-1.2, 0.27)]), 0.5, 0.1, 0.2)]
    parts = branch(random, 0.42) if random.random() < 0.7 else []
    parts.append(drawn(random, "tail", coat.dark, tail_ring, strokes=quills, form=Inflated(), depth=-0.01))
    for x in (0.02, 0.22):
        parts += _foot(random, horn, x, 0.42, 0.2, 0.14, 0.0)
    parts += _beak(random, horn, 0.66, -0.68, 0.26, 0.16, random.random() < 0.3)
    crest: list[Stroke] = []
    if random.random() < 0.35:
        crest = [Stroke(s.points, 0.9, (0.1, 0.4)) for s in tufted(cut(ring, 0.93, 1.0, 8), random, 3, 0.16, 0.2)[1]]
    parts.append(
        coated("body", coat, ring, [edge(np.concatenate([ring, ring[:1]]), 1.05, 0.04), *crest], form=form, depth=0.05)
    )
    belly = loop(knots("0.72,-0.5 0.3,-0.5 0.22,-0.2 0.1,0.1 -0.3,0.35 0.6,0.45 0.9,0"), 5)
    parts.append(marking("belly", coat.light, belly, ring, form, 0.06))
    if random.random() < 0.5:
        cap = loop(knots("0.8,-0.72 0.5,-0.74 0.1,-0.62 -0.3,-0.7 0,-1.2 0.6,-1.2"), 5)
        parts.append(marking("cap", coat.dark, cap, ring, form, 0.06))
    parts += _wing(random, coat, coat.dark, np.array([0.16, -0.28]), np.array([-0.82, 0.16]), 0.24, 0.1)
    return [*parts, *_eye(random, coat, 0.42, -0.72, 0.105, 1, "bead" if random.random() < 0.7 else "cartoon")]


def owl(random: Random, coat: Coat) -> list[Part]:
    """An owl that looks at the viewer, its breast in rows of feathers."""
    horn = Paint(f"{coat.name}.beak", "horn")
    ring = loop(
        knots(
            "0,-1.02 0.48,-0.95 0.68,-0.6 0.66,-0.1 0.6,0.4 0.35,0.72 "
            "0,0.78 -0.36,0.72 -0.6,0.4 -0.67,-0.1 -0.68,-0.6 -0.47,-0.95"
        ),
        6,
    )
    form = Blend(Ball(0, -0.1, 0.78, 1.0), Inflated(), 0.35)
    parts = branch(random, 0.86) if random.random() < 0.6 else []
    for side in (-1, 1):
        ear = np.array([(side * 0.28, -0.92), (side * 0.56, -1.28), (side * 0.66, -0.7)])
        parts.append(drawn(random, "ear", coat.main, loop(ear, 5), form=Inflated(), depth=-0.02))
    parts.append(
        coated("body", coat, ring, [edge(np.concatenate([ring, ring[:1]]), 1.05, 0.04)], form=form, depth=0.05)
    )
    belly = loop(knots("0,-0.32 0.36,-0.2 0.46,0.2 0.28,0.66 0,0.74 -0.28,0.66 -0.46,0.2 -0.36,-0.2"), 5)
    rows = [
        line(ellipse(x, y, 0.075, 0.07, span=(20, 160), count=7), 0.5, 0.2, 0.3)
        for i, y in enumerate(np.linspace(-0.08, 0.52, 5))
        for x in np.linspace(-0.28, 0.28, 4) + (0.07 if i % 2 else 0)
        if random.random() < 0.85
    ]
    part = marking("belly", coat.light, belly, ring, form, 0.06)
    parts.append(Part(part.name, part.paint, part.rings, (*part.strokes, *rows), (), form, 0.06, clips=part.clips))
    for side in (-1, 1):
        wing = loop(np.array([(0.5, -0.45), (0.74, -0.2), (0.76, 0.25), (0.5, 0.62), (0.44, 0.1)]) * (side, 1), 6)
        quills = [line(np.array([(side * 0.56, y), (side * 0.7, y + 0.16)]), 0.5) for y in (0.0, 0.18, 0.34)]
        parts.append(drawn(random, "wing", coat.dark, wing, strokes=quills, form=Inflated(), depth=0.1))
        disc_ring = ellipse(side * 0.27, -0.56, 0.34, 0.32, count=26)
        ticks = [
            line(
                np.array([(side * 0.27 + 0.33 * c, -0.56 + 0.31 * s), (side * 0.27 + 0.27 * c, -0.56 + 0.25 * s)]), 0.45
            )
            for c, s in ((np.cos(a), np.sin(a)) for a in np.radians(random.uniform(0, 360, 9)))
        ]
        parts.append(
            drawn(
                random,
                "face",
                coat.light,
                disc_ring,
                weight=0.8,
                strokes=ticks,
                form=Ball(side * 0.27, -0.56, 0.4, 0.4),
                depth=0.1,
                pieces=1,
            )
        )
    gaze = choose_gaze(random, str(random.choice(("manga", "cartoon"))))
    for side in (-1, 1):
        parts += placed(
            eye_parts(random, coat.name, coat.light, "", gaze, -side), Frame.at(side * 0.27, -0.56, 0.2), 0.15
        )
    beak = loop(knots("0,-0.48 0.08,-0.4 0,-0.22 -0.08,-0.4"), 5)
    parts.append(drawn(random, "beak", horn, beak, depth=0.2, pieces=1))
    for side in (-1, 1):
        for dx in (-0.1, 0, 0.1):
            toe = ellipse(side * 0.22 + dx, 0.78, 0.055, 0.1, count=14)
            parts.append(drawn(random, "toe", horn, toe, weight=0.8, pieces=1, depth=0.1))
    return parts


def chick(random: Random, coat: Coat) -> list[Part]:
    """A ball of down."""
    gold = Paint(f"{coat.name}.down", "pollen" if random.random() < 0.75 else "feather")
    horn = Paint(f"{coat.name}.beak", "fish")
    ring = loop(
        knots("0.1,-1 0.5,-0.86 0.66,-0.5 0.74,0 0.5,0.36 0,0.46 -0.5,0.36 -0.72,0.02 -0.5,-0.4 -0.35,-0.82"), 7
    )
    form = Ball(0.02, -0.25, 0.82, 0.8)
    parts: list[Part] = []
    for x in (-0.14, 0.26):
        parts += _foot(random, horn, x, 0.66, 0.28, 0.2, -0.02)
    down = [
        Stroke(s.points, 0.5, (0.3, 0.4), (), True)
        for x, y in ((0.3, 0.15), (-0.1, 0.25))
        for s in tufted(spline([(x + 0.14, y), (x, y + 0.04), (x - 0.14, y)], 4), random, 3, 0.06)[1]
    ]
    hair = [
        Stroke(spline([(0.06, -0.98), (0.06 + dx, -1.1), (0.12 + dx * 2, -1.16)], 4), 0.9, (0, 0.6))
        for dx in (-0.06, 0.03)
    ]
    tail, strokes = tufted(spline(knots("-0.6,-0.26 -0.78,-0.05 -0.66,0.2")[::-1], 5), random, 3, 0.12, 0.6)
    body = Part(
        "body",
        gold,
        (ring,),
        (edge(np.concatenate([ring, ring[:1]]), 1.0, 0.04), *down, *hair),
        (Mark(MarkKind.BLUSH, ellipse(0.2, -0.42, 0.1, 0.06, count=14), 0.9, 0.02),),
        form,
        0.05,
        region=f"{gold.key}#down",
    )
    rump = Part("tail", gold, (tail,), tuple(strokes), form=Inflated(), depth=0.02, region=f"{gold.key}#down")
    wing = loop(knots("-0.2,-0.12 0.14,-0.16 0.16,0.08 -0.1,0.22 -0.44,0.1"), 6)
    parts += [
        rump,
        body,
        drawn(
            random,
            "wing",
            gold,
            wing,
            strokes=(line(np.array([(-0.34, 0.1), (-0.14, 0.06)]), 0.5),),
            form=Inflated(),
            depth=0.1,
        ),
    ]
    shade = Coat(coat.name, gold, coat.light, coat.dark, coat.skin, coat.nose, gold)
    parts += _eye(random, shade, 0.1, -0.56, 0.1, 1, "bead")
    parts += _eye(random, shade, 0.52, -0.57, 0.1, -1, "bead", 0.75)
    return [*parts, *placed(_beak(random, horn, 0, 0, 0.2, 0.17, random.random() < 0.4), Frame.at(0.27, -0.44), 0.15)]


def duck(random: Random, coat: Coat) -> list[Part]:
    """A duck or a goose in profile."""
    white = random.random() < 0.5
    main = Paint(f"{coat.name}.feathers", "cream" if white else "feather")
    coat = Coat(
        coat.name, main, coat.light, Paint(f"{coat.name}.dark", main.material, main.key), coat.skin, coat.nose, main
    )
    horn = Paint(f"{coat.name}.bill", "fish")
    neck = random.uniform(0.0, 0.35)
    shape = knots(
        "0.42,-1.05 0.68,-0.9 0.72,-0.68 0.56,-0.5 0.5,-0.3 0.66,-0.02 0.5,0.3 "
        "0,0.42 -0.6,0.3 -1.02,-0.12 -0.66,-0.08 -0.1,-0.16 0.14,-0.42 0.18,-0.86"
    )
    shape[:5, 1] -= neck
    shape[-2:, 1] -= neck * np.array([0.6, 1.0])
    ring = loop(shape, 7)
    form = Blend(Ball(-0.1, 0.05, 0.9, 0.5), Inflated(), 0.6)
    parts: list[Part] = []
    for x in (-0.05, 0.22):
        leg = ribbon(spline([(x, 0.3), (x, 0.5), (x, 0.6)], 3), 0.08)
        web = loop(
            np.array([(x - 0.06, 0.58), (x + 0.12, 0.58), (x + 0.32, 0.68), (x + 0.1, 0.7), (x - 0.12, 0.68)]), 4
        )
        parts += [
            drawn(random, "leg", horn, leg, weight=0.8, pieces=1),
            drawn(
                random,
                "foot",
                horn,
                web,
                weight=0.9,
                pieces=1,
                depth=0.01,
                strokes=(line(np.array([(x + 0.04, 0.6), (x + 0.16, 0.67)]), 0.5),),
            ),
        ]
    parts.append(
        coated("body", coat, ring, [edge(np.concatenate([ring, ring[:1]]), 1.05, 0.04)], form=form, depth=0.05)
    )
    if not white:
        hood = np.array([(0.0, -0.5 - neck * 0.6), (0.9, -0.42 - neck * 0.6), (1.0, -1.6), (0.0, -1.6)])
        parts.append(marking("hood", Paint(f"{coat.name}.hood", "leaf"), hood, ring, form, 0.06, 0.7))
    parts += _wing(
        random, coat, coat.main if white else coat.dark, np.array([0.3, 0.0]), np.array([-0.72, 0.02]), 0.22, 0.1
    )
    bill = loop(knots("0.66,-0.82 0.8,-0.78 1,-0.66 1.04,-0.58 0.84,-0.56 0.66,-0.62") - (0, neck), 5)
    smile = line(spline(knots("0.7,-0.66 0.84,-0.63 1,-0.62") - (0, neck), 5), 0.7)
    parts.append(drawn(random, "bill", horn, bill, strokes=(smile,), depth=0.12))
    return [*parts, *_eye(random, coat, 0.48, -0.82 - neck, 0.085, 1, "bead")]


def penguin(random: Random, coat: Coat) -> list[Part]:
    """Upright, a white front in a dark coat."""
    dark = Paint(f"{coat.name}.coat", "pupil" if random.random() < 0.6 else "feather")
    coat = Coat(coat.name, dark, Paint(f"{coat.name}.front", "cream"), dark, coat.skin, coat.nose, dark)
    horn = Paint(f"{coat.name}.beak", "fish")
    ring = loop(
        knots(
            "0.02,-1.05 0.42,-0.9 0.54,-0.55 0.62,0 0.56,0.55 "
            "0.2,0.75 -0.22,0.75 -0.58,0.54 -0.62,0 -0.54,-0.55 -0.4,-0.9"
        ),
        6,
    )
    form = Blend(Ball(0, -0.1, 0.7, 0.95), Inflated(), 0.35)
    parts: list[Part] = []
    for side in (-1, 1):
        foot = loop(np.array([(0.08, 0.7), (0.34, 0.68), (0.5, 0.82), (0.3, 0.86), (0.06, 0.84)]) * (side, 1), 5)
        parts.append(
            drawn(
                random,
                "foot",
                horn,
                foot,
                depth=0.0,
                strokes=[line(np.array([(side * x, 0.76), (side * (x + 0.03), 0.85)]), 0.6) for x in (0.2, 0.32)],
            )
        )
    lift = random.uniform(0.0, 0.4, 2)
    for side, up in ((-1, lift[0]), (1, lift[1])):
        fin = loop(
            np.array(
                [(0.48, -0.38), (0.66, -0.3), (0.86 + up * 0.2, 0.1 - up), (0.8 + up * 0.3, 0.28 - up), (0.6, 0.1)]
            )
            * (side, 1),
            6,
        )
        parts.append(drawn(random, "flipper", dark, fin, form=Inflated(), depth=0.02))
    parts.append(
        coated("body", coat, ring, [edge(np.concatenate([ring, ring[:1]]), 1.05, 0.04)], form=form, depth=0.05)
    )
    front = loop(
        knots(
            "0.06,-0.62 0.3,-0.86 0.46,-0.6 0.4,-0.3 0.5,0.1 0.4,0.56 "
            "0,0.7 -0.4,0.56 -0.5,0.1 -0.38,-0.3 -0.4,-0.62 -0.2,-0.86"
        ),
        6,
    )
    blush = [Mark(MarkKind.BLUSH, ellipse(s * 0.3 + 0.04, -0.42, 0.09, 0.055, count=14), 0.9, 0.02) for s in (-1, 1)]
    parts.append(drawn(random, "front", coat.light, front, weight=0.6, pieces=1, marks=blush, form=form, depth=0.06))
    gaze = choose_gaze(random, str(random.choice(("bead", "manga", "bead"))))
    for side in (-1, 1):
        parts += placed(
            eye_parts(random, coat.name, coat.light, "", gaze, -side), Frame.at(side * 0.2 + 0.05, -0.58, 0.12), 0.12
        )
    beak = loop(knots("-0.06,-0.47 0.06,-0.52 0.18,-0.47 0.07,-0.36"), 5)
    return [
        *parts,
        drawn(
            random,
            "beak",
            horn,
            beak,
            strokes=(line(spline(knots("-0.03,-0.46 0.06,-0.43 0.15,-0.46"), 4), 0.6),),
            depth=0.15,
            pieces=1,
        ),
    ]


BIRDS: dict[str, Callable[[Random, Coat], list[Part]]] = {
    "songbird": songbird,
    "owl": owl,
    "chick": chick,
    "duck": duck,
    "penguin": penguin,
}
"""By name."""
