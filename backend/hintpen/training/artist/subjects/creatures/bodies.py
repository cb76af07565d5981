"""Bodies of four-legged animals, in body units: the neck leaves the trunk at (0, 0) and the head looks to the right.

Each pose gives the parts behind the head from back to front.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import Points, cut, ellipse, loop, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import edge, line, scalloped, tufted
from hintpen.training.artist.subjects.creatures.breeds import Breed
from hintpen.training.artist.subjects.creatures.coats import Coat, coated, limb, paw
from hintpen.training.artist.subjects.creatures.fantasy import plates
from hintpen.training.artist.subjects.creatures.markings import bib, marking, stripe
from hintpen.training.artist.subjects.creatures.tails import tail_parts


def leg(
    random: Random,
    breed: Breed,
    coat: Coat,
    knots: list[tuple[float, float]],
    widths: tuple[float, ...],
    root: float,
    depth: float,
    toward: float = 0.35,
    socks: bool = False,
) -> list[Part]:
    """A leg with its foot, which stands on the last knot."""
    stem = limb("leg", coat, knots, widths, root, depth)
    x, y = knots[-1]
    parts = [stem, *paw(random, "paw", coat, x, y + widths[-1] * 0.3, widths[-1] * 0.72, breed.foot, toward, depth)]
    if socks and breed.foot == "paw":
        ring = np.array(
            [(x - 0.4, y - 0.34), (x, y - 0.27), (x + 0.4, y - 0.36), (x + 0.6, y + 0.5), (x - 0.5, y + 0.5)]
        )
        parts[-1] = _repaint(parts[-1], coat)
        parts.insert(1, marking("leg.sock", coat.light, ring, stem.rings[0], Inflated(), depth + 0.01))
    return parts


def _repaint(part: Part, coat: Coat) -> Part:
    return Part(part.name, coat.light, part.rings, part.strokes, part.marks, part.form, part.depth)


def _chest(random: Random, breed: Breed, curve: Points) -> tuple[Points, list[Stroke]]:
    """The front of the chest: plain, or with a ruff of tufts in its upper half."""
    if breed.tufts < 0.45 or random.random() < 0.25:
        return curve, [edge(curve, 1.0, 0.1)]
    a, b = random.uniform(0.02, 0.12), random.uniform(0.45, 0.65)
    ruff, tufts = tufted(cut(curve, a, b, 14), random, int(random.integers(2, 5)), 0.05 + 0.1 * breed.tufts)
    low = cut(curve, b, 1, 12)
    return np.concatenate([cut(curve, 0, a, 4), ruff, low[1:]]), [*tufts, edge(low, 1.0, 0.1)]


def sitting(random: Random, breed: Breed, coat: Coat) -> list[Part]:
    """On its haunches, seen from the side in three-quarter view."""
    g = breed.girth
    top = 2.0
    front = spline([(0.4, -0.15), (0.6 * g, 0.5), (0.55 * g, 1.05), (0.35, 1.8)], 7)
    under = spline([(0.35, 1.8), (-0.2, 1.98), (-0.75 * g, 1.97)], 5)
    back = spline([(-0.75 * g, 1.97), (-1.12 * g, 1.62), (-1.02 * g, 1.0), (-0.72 * g, 0.4), (-0.45, -0.15)], 7)
    back[3:-3] += random.normal(0, 0.01, 2)
    chest, strokes = _chest(random, breed, front)
    ring = np.concatenate([chest, under[1:], back[1:]])
    form = Blend(Ball(-0.25, 1.1, 0.95 * g, 1.3), Inflated(), 0.4)
    socks = random.random() < 0.25
    parts = placed(tail_parts(random, breed, coat, True), Frame.at(-0.9 * g, 1.72))
    parts += leg(random, breed, coat, [(0.36, 0.9), (0.47, 1.4), (0.5, 1.84)], (0.46, 0.3, 0.3), 0.3, 0.02, socks=socks)
    parts.append(coated("body", coat, ring, [*strokes, edge(back[4:], 1.1, 0.12)], form=form, depth=0.05))
    parts += _coat_marks(random, breed, coat, ring, form, "sitting")
    thigh = spline([(-0.72 * g, 1.02), (-0.3, 1.0), (0.0, 1.35), (-0.02, 1.8)], 7)
    haunch = np.concatenate(
        [thigh, spline([(-0.02, 1.9), (-0.5, 1.99), (-1.0 * g, 1.85), (-1.08 * g, 1.5), (-0.72 * g, 1.02)], 6)]
    )
    bent = Blend(Ball(-0.5, 1.5, 0.6, 0.55), Inflated(), 0.4)
    parts.append(coated("thigh", coat, haunch, [edge(cut(thigh, 0.12, 1), 0.95, 0.3)], form=bent, depth=0.12))
    parts += paw(random, "paw", coat, 0.02, top, 0.24, breed.foot, 0.8, 0.13)
    parts += leg(
        random, breed, coat, [(0.06, 0.75), (0.13, 1.4), (0.16, 1.9)], (0.5, 0.33, 0.32), 0.38, 0.16, socks=socks
    )
    return parts


def facing(random: Random, breed: Breed, coat: Coat) -> list[Part]:
    """Sitting before the viewer, front paws together."""
    g = breed.girth
    lean = random.normal(0, 0.05)
    right = spline([(0.42, -0.2), (0.6 * g, 0.5), (0.82 * g, 1.3), (0.7 * g, 1.95)], 7)
    left = spline([(-0.68 * g, 1.95), (-0.84 * g, 1.3), (-0.58 * g, 0.5), (-0.42, -0.2)], 7)
    ring = np.concatenate([right, left])
    form = Blend(Ball(0, 1.0, 0.95 * g, 1.5), Inflated(), 0.4)
    side = -1 if random.random() < 0.5 else 1
    tail = placed(tail_parts(random, breed, coat, True), Frame.at(side * 0.6 * g, 1.75, 1.0, 0, side > 0))
    parts = [
        *tail,
        coated("body", coat, ring, [edge(right[:14], 1.0, 0.1), edge(left[8:], 1.0, 0.1)], form=form, depth=0.05),
    ]
    parts += _coat_marks(random, breed, coat, ring, form, "facing")
    socks = random.random() < 0.25
    for sign in (1, -1):
        thigh = spline(
            [
                (sign * 0.34, 1.25),
                (sign * 0.72 * g, 1.15 + random.normal(0, 0.03)),
                (sign * 0.98 * g, 1.6),
                (sign * 0.8 * g, 1.95),
            ],
            7,
        )
        whole = np.concatenate([thigh, [(sign * 0.3, 1.98)]])
        bump = Blend(Ball(sign * 0.62 * g, 1.6, 0.5, 0.5), Inflated(), 0.3)
        whole = whole if sign > 0 else whole[::-1]
        drawn_rim = cut(thigh, 0.25, 1.0)
        parts.append(
            coated(
                "thigh", coat, whole, [edge(drawn_rim if sign > 0 else drawn_rim[::-1], 1.0, 0.2)], form=bump, depth=0.1
            )
        )
        parts += paw(random, "paw", coat, sign * 0.68 * g, 2.02, 0.25, breed.foot, sign * 0.3, 0.12)
    for sign in (1, -1):
        x = sign * 0.23 + lean
        knots = [(sign * 0.26, 0.75), (x, 1.35), (x, 1.93)]
        parts += leg(random, breed, coat, knots, (0.46, 0.34, 0.33), 0.42, 0.16, sign * 0.1, socks)
    if breed.tufts > 0.45:
        ruff = tufted(spline([(0.3, 0.42), (0.0, 0.62), (-0.3, 0.42)], 5), random, 4, 0.1, 0.6)[1]
        parts.append(Part("chest", coat.main, (), tuple(Stroke(r.points, 0.6, (0.3, 0.3)) for r in ruff), depth=0.16))
    return parts


def standing(random: Random, breed: Breed, coat: Coat) -> list[Part]:
    """On four legs, seen from the side."""
    g, long = breed.girth, 0.55 + 0.75 * breed.legs
    sag = random.normal(0, 0.03)
    front = spline([(0.32, -0.2), (0.46, 0.35), (0.3, 0.85 * g)], 7)
    belly = spline([(0.3, 0.85 * g), (-0.5, 1.02 * g), (-1.3, 0.92 * g), (-1.7, 0.85)], 6)
    rump = spline([(-1.7, 0.85), (-2.0, 0.55), (-1.93, 0.08), (-1.55, -0.1)], 6)
    back = spline([(-1.55, -0.1), (-0.95, -0.03 + sag), (-0.4, -0.14), (-0.3, -0.3)], 6)
    chest, strokes = _chest(random, breed, front)
    ring = np.concatenate([chest, belly[1:], rump[1:], back[1:]])
    form = Blend(Ball(-0.8, 0.4, 1.5, 0.75 * g), Inflated(), 0.4)
    low = 0.85 * g + long * 0.72
    stride = random.uniform(-0.22, 0.22, 4) * (1.0 if random.random() < 0.6 else 0.2)
    parts = placed(tail_parts(random, breed, coat, False), Frame.at(-1.85, 0.15, 1.0))
    parts += leg(
        random,
        breed,
        coat,
        [(-1.35, 0.6), (-1.2, low - long * 0.5), (-1.42 + stride[0], low - 0.3), (-1.34 + stride[0] * 1.4, low - 0.12)],
        (0.6, 0.34, 0.24, 0.26),
        0.3,
        -0.03,
    )
    parts += leg(
        random,
        breed,
        coat,
        [(0.22, 0.5), (0.3 + stride[1] * 0.5, low - long * 0.45), (0.28 + stride[1] * 1.2, low - 0.12)],
        (0.46, 0.28, 0.26),
        0.3,
        -0.03,
    )
    if breed.name == "sheep":
        ring, arcs = scalloped(np.concatenate([ring, ring[:1]]), random, 17, 0.12)
        fleece = [Stroke(a, 1.0, (0.1, 0.3)) for a in arcs]
        curls = [
            line(ellipse(x, y, 0.12, 0.1, span=(180, 400), count=9), 0.5)
            for x, y in random.uniform((-1.6, 0.1), (0.1, 0.7), (7, 2))
        ]
        parts.append(Part("body", coat.light, (ring,), (*fleece, *curls), form=form, depth=0.05))
    else:
        outline = [*strokes, edge(belly, 1.05, 0.15), edge(rump, 1.0, 0.1), edge(back, 1.05, 0.1)]
        parts.append(coated("body", coat, ring, outline, form=form, depth=0.05))
        parts += _coat_marks(random, breed, coat, ring, form, "standing")
    thick = 0.8 if breed.foot == "paw" else 0.7
    parts += leg(
        random,
        breed,
        coat,
        [(-1.6, 0.35), (-1.48, low - long * 0.55), (-1.74 + stride[2], low - 0.32), (-1.64 + stride[2] * 1.4, low)],
        (thick, 0.42, 0.26, 0.28),
        0.3,
        0.12,
    )
    parts += leg(
        random,
        breed,
        coat,
        [(-0.02, 0.4), (0.02 + stride[3] * 0.5, low - long * 0.45), (0.0 + stride[3] * 1.2, low)],
        (0.52, 0.32, 0.28),
        0.34,
        0.12,
    )
    return parts


def lying(random: Random, breed: Breed, coat: Coat) -> list[Part]:
    """Like a sphinx: belly on the ground, front paws before it."""
    g = breed.girth
    back = spline([(-2.0 * g, 1.02), (-2.15 * g, 0.6), (-1.7 * g, 0.05), (-0.95, -0.12), (-0.4, -0.2)], 7)
    front = spline([(0.36, -0.15), (0.5, 0.45), (0.34, 1.0)], 6)
    chest, strokes = _chest(random, breed, front)
    ring = np.concatenate([chest, [(-0.8, 1.06)], back])
    form = Blend(Ball(-0.9, 0.6, 1.4, 0.9), Inflated(), 0.4)
    ground = edge(spline([(-0.35, 1.06), (-0.7, 1.07), (-1.0, 1.06)], 4), 0.9, 0.3)
    parts = placed(tail_parts(random, breed, coat, True), Frame.at(-1.95 * g, 0.88, 0.9))
    parts += leg(random, breed, coat, [(0.2, 0.75), (0.5, 0.86), (0.82, 0.9)], (0.4, 0.3, 0.28), 0.3, 0.02, 0.6)
    parts.append(coated("body", coat, ring, [*strokes, edge(back, 1.05, 0.1), ground], form=form, depth=0.05))
    parts += _coat_marks(random, breed, coat, ring, form, "lying")
    thigh = spline([(-1.75 * g, 0.3), (-1.25 * g, 0.25), (-0.95 * g, 0.65), (-1.1 * g, 1.0)], 7)
    haunch = np.concatenate([thigh, [(-1.4 * g, 1.07)], back[2:10]])
    parts.append(
        coated(
            "thigh",
            coat,
            haunch,
            [edge(cut(thigh, 0.15, 1), 0.95, 0.3)],
            form=Ball(-1.5 * g, 0.7, 0.6, 0.55),
            depth=0.1,
        )
    )
    parts += paw(random, "paw", coat, -1.0 * g, 1.07, 0.24, breed.foot, 0.9, 0.11)
    parts += leg(random, breed, coat, [(-0.1, 0.72), (0.25, 0.92), (0.6, 0.96)], (0.5, 0.34, 0.3), 0.3, 0.14, 0.6)
    return parts


def curled(random: Random, breed: Breed, coat: Coat) -> list[Part]:
    """Asleep, rolled up: the back is an arch behind the head, the tail comes round."""
    back = loop(
        [
            (0.65, 0.55),
            (0.5, 0.95),
            (-0.6, 1.05),
            (-1.75, 1.0),
            (-2.15, 0.5),
            (-1.75, -0.15),
            (-0.9, -0.42),
            (-0.1, -0.2),
        ],
        7,
    )
    form = Blend(Ball(-0.8, 0.4, 1.5, 0.9), Inflated(), 0.4)
    parts = [coated("body", coat, back, [edge(np.concatenate([back, back[:1]]), 1.05, 0.04)], form=form, depth=0.0)]
    parts += _coat_marks(random, breed, coat, back, form, "lying")
    thigh = spline([(-1.75, 0.2), (-1.1, 0.1), (-0.8, 0.55), (-0.95, 0.9)], 7)
    parts.append(Part("thigh", coat.main, (), (line(thigh, 0.8, 0.3, 0.3),), depth=0.1))
    tail = spline([(-1.7, 0.95), (-0.9, 1.1), (-0.1, 1.02), (0.45, 0.88)], 8)
    from_side = limb("tail", coat, tail[::4], (0.3, 0.32, 0.28, 0.2), 0.12, 0.2)
    return [*parts, from_side]


def upright(random: Random, breed: Breed, coat: Coat) -> list[Part]:
    """On two legs, as mascots stand, with arms that do something."""
    g = breed.girth * 0.92
    right = spline([(0.38, -0.2), (0.58 * g, 0.5), (0.74 * g, 1.15), (0.5 * g, 1.62)], 7)
    left = spline([(-0.52 * g, 1.62), (-0.76 * g, 1.12), (-0.56 * g, 0.5), (-0.4, -0.2)], 7)
    ring = np.concatenate([right, [(0, 1.72)], left])
    form = Blend(Ball(0, 0.9, 0.95 * g, 1.2), Inflated(), 0.4)
    parts = placed(tail_parts(random, breed, coat, False), Frame.at(-0.55 * g, 1.4))
    step = random.uniform(-0.08, 0.08)
    for sign in (1, -1):
        x = sign * 0.36 * g
        parts += leg(
            random,
            breed,
            coat,
            [(x, 1.2), (x + sign * 0.03, 1.6), (x + sign * 0.05 + step, 1.9)],
            (0.55, 0.44, 0.38),
            0.3,
            0.02,
            sign * 0.35,
        )
    parts.append(
        coated(
            "body",
            coat,
            ring,
            [
                edge(right, 1.0, 0.1),
                edge(left, 1.0, 0.1),
                edge(cut(np.concatenate([right[-1:], [(0, 1.72)], left[:1]]), 0.2, 0.8), 0.9, 0.3),
            ],
            form=form,
            depth=0.06,
        )
    )
    parts += _coat_marks(random, breed, coat, ring, form, "upright")
    for sign in (1, -1):
        elbow, wrist = GESTURES[random.integers(len(GESTURES))]
        knots = [(0.42 * g, 0.22), (elbow[0] * g, elbow[1]), (wrist[0] * g, wrist[1])]
        parts.append(limb("arm", coat, [(sign * x, y) for x, y in knots], (0.34, 0.32, 0.33), 0.22, 0.16))
    return parts


GESTURES = (
    ((0.72, 0.55), (0.78, 0.95)),
    ((0.75, 0.5), (1.05, 0.7)),
    ((0.85, 0.35), (1.15, 0.1)),
    ((0.72, 0.52), (0.5, 0.85)),
    ((0.7, 0.42), (1.02, -0.12)),
)
"""Elbow and wrist of the right arm: hanging, held out, raised, on the belly, waving."""


def _coat_marks(random: Random, breed: Breed, coat: Coat, ring: Points, form: Ball | Blend, pose: str) -> list[Part]:
    """Belly, stripes, spots or patches on the trunk, as the breed has them."""
    kinds = breed.marks
    kind = kinds[random.integers(len(kinds))]
    if kind == "tabby":
        return _flank_stripes(random, coat, ring, form, pose)
    if kind == "patch":
        return [_patch(random, coat, ring, form) for _ in range(int(random.integers(1, 4)))]
    if kind == "fawn":
        (left, top), (right, bottom) = ring.min(0), ring.max(0)
        spots = random.uniform((left, top), (right, (top + bottom) / 2), (9, 2))
        return [
            marking("spot", coat.light, ellipse(float(x), float(y), 0.07, 0.06, count=12), ring, form, 0.06, 0.5)
            for x, y in spots
        ]
    if kind == "panda":
        return []
    if kind in ("bib", "mask", "bandit", "blaze") and pose != "lying":
        x = {"facing": 0.0, "upright": 0.0, "sitting": 0.5, "standing": 0.32}[pose]
        deep = {"facing": 0.95, "upright": 1.5, "sitting": 1.3, "standing": 0.75}[pose]
        belly = ellipse(
            x, deep * 0.42, 0.4 if pose in ("facing", "upright") else 0.28, deep * 0.58, span=(-90, 270), count=30
        )
        return [bib(random, coat, belly, ring, form, 0.06)]
    if kind == "plates" and pose != "lying":
        x, deep = {"facing": (0.0, 0.95), "upright": (0.0, 1.6), "sitting": (0.45, 1.5), "standing": (0.32, 0.75)}[pose]
        belly = ellipse(x, deep * 0.42, 0.34, deep * 0.58, count=30)
        return [plates(random, coat, belly, ring, form, 0.06)]
    return []


Wedge = tuple[tuple[float, float], tuple[float, float]]

FLANKS: dict[str, tuple[Wedge, ...]] = {
    "sitting": (((-0.85, 0.45), (-0.35, 0.55)), ((-1.1, 0.85), (-0.5, 0.85)), ((-1.25, 1.25), (-0.85, 1.2))),
    "facing": (
        ((-0.95, 0.5), (-0.35, 0.6)),
        ((0.95, 0.5), (0.35, 0.6)),
        ((-1.0, 0.9), (-0.5, 0.95)),
        ((1.0, 0.9), (0.5, 0.95)),
    ),
    "along": (
        ((-0.6, -0.35), (-0.48, 0.35)),
        ((-0.95, -0.35), (-0.83, 0.45)),
        ((-1.3, -0.35), (-1.18, 0.35)),
        ((-1.65, -0.35), (-1.53, 0.45)),
    ),
}
"""Where stripes begin outside the outline and where they end, by pose."""


def _flank_stripes(random: Random, coat: Coat, ring: Points, form: Ball | Blend, pose: str) -> list[Part]:
    """Wedges that run down from the back."""
    parts: list[Part] = []
    for (ax, ay), (bx, by) in FLANKS[
        {"sitting": "sitting", "facing": "facing", "upright": "facing"}.get(pose, "along")
    ]:
        spine = spline([(ax, ay), ((ax + bx) / 2 + 0.05, (ay + by) / 2 - 0.03), (bx, by + random.normal(0, 0.04))], 6)
        parts.append(stripe("stripe", coat.dark, spine, random.uniform(0.16, 0.24), ring, form, 0.06))
    return parts


def _patch(random: Random, coat: Coat, ring: Points, form: Ball | Blend) -> Part:
    x, y = ring[random.integers(len(ring))] * 0.85
    n = 8
    blob = loop(
        ellipse(float(x), float(y), random.uniform(0.3, 0.5), random.uniform(0.25, 0.42), count=n)
        + random.normal(0, 0.05, (n, 2)),
        6,
    )
    return marking("patch", coat.dark, blob, ring, form, 0.06)


POSES: dict[str, tuple[Callable[[Random, Breed, Coat], list[Part]], float]] = {
    "sitting": (sitting, 3.0),
    "facing": (facing, 2.0),
    "standing": (standing, 2.0),
    "lying": (lying, 1.2),
    "curled": (curled, 0.5),
    "upright": (upright, 1.5),
}
"""By name, with how often each is drawn."""
