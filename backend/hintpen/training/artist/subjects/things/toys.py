"""Toys, shoes, bags and treasures: about 1 high, their foot at (0, 0)."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, ribbon, spline
from hintpen.training.artist.forms import Ball, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.drafting import (
    FLAT,
    SQUARE,
    bar,
    blob,
    board,
    box_corners,
    choose_hand,
    inner,
    shape,
    star_ring,
)


def shoe(random: Random, thing: str = "shoe") -> list[Part]:
    """A sports shoe or a boot from the side."""
    upper, sole, lace = (
        Paint(f"{thing}.upper", "leather"),
        Paint(f"{thing}.sole", "rubber"),
        Paint(f"{thing}.lace", "cloth"),
    )
    high = random.choice((0.55, 1.0))
    front = [(-0.45, -high), (-0.1, -high), (0.0, -0.5 - 0.1 * high), (0.3, -0.38), (0.62, -0.3), (0.72, -0.12)]
    back = [(0.7, -0.1), (-0.5, -0.1), (-0.56, -0.3), (-0.5, -high * 0.7), (-0.45, -high)]
    ring = np.concatenate([spline(front, 6), spline(back[1:], 5)])
    stitch = [inner((0.36, -0.38), (0.42, -0.24), (0.36, -0.1)), inner((-0.36, -high), (-0.34, -0.4), (-0.4, -0.1))]
    base = loop([(-0.58, -0.12), (0, -0.11), (0.72, -0.13), (0.76, -0.05), (0.7, 0), (-0.54, 0)], 5)
    lines = [inner((-0.55, -0.06), (0.74, -0.07), weight=0.5)]
    parts = [
        shape(
            "thing.shoe.inside",
            Paint(f"{thing}.inside", "cloth"),
            ellipse(-0.28, -high, 0.18, 0.05, count=20),
            weight=0.8,
        ),
        shape("thing.shoe", upper, ring, strokes=stitch, form=Inflated(0.12)),
        shape("thing.shoe.sole", sole, base, strokes=lines, form=Inflated(), depth=0.01),
    ]
    for t in np.linspace(0.1, 0.9, 4):
        x, y = 0.28 - 0.3 * t, -0.42 - (0.16 + 0.35 * (high - 0.55)) * t
        parts.append(
            shape(
                "thing.shoe.lace", lace, bar((x - 0.08, y + 0.07), (x + 0.08, y - 0.0), 0.045), weight=0.7, depth=0.012
            )
        )
    stripe = np.array([(-0.15, -0.42), (-0.03, -0.42), (0.12, -0.12), (0.0, -0.12)])
    return [*parts, shape("thing.shoe.stripe", Paint(f"{thing}.stripe", "paint"), stripe, weight=0.6, depth=0.006)]


def bag(random: Random, thing: str = "bag") -> list[Part]:
    """A satchel, a rucksack or a handbag."""
    leather, flap, metal = (
        Paint(f"{thing}.leather", "leather"),
        Paint(f"{thing}.flap", "leather", f"{thing}.leather"),
        Paint(f"{thing}.buckle", "gold"),
    )
    w, h = random.uniform(0.42, 0.55), random.uniform(0.62, 0.75)
    strap = ribbon(ellipse(0, -h * 0.9, w * random.uniform(0.35, 0.7), 1.0 - h * 0.9, 0, (180, 360), 24), 0.06)
    body = loop(
        [
            (-w, -h * 0.9),
            (0, -h),
            (w, -h * 0.9),
            (w * 1.05, -h * 0.3),
            (w * 0.9, -0.01),
            (0, 0.01),
            (-w * 0.9, -0.01),
            (-w * 1.05, -h * 0.3),
        ],
        5,
    )
    lid = loop(
        [
            (-w * 1.02, -h * 0.92),
            (0, -h * 1.02),
            (w * 1.02, -h * 0.92),
            (w, -h * 0.5),
            (w * 0.6, -h * 0.36),
            (-w * 0.6, -h * 0.36),
            (-w, -h * 0.5),
        ],
        5,
    )
    seam = [Stroke(lid[8:26] * 0.93 + (0, -0.03), 0.45, inside=True)]
    parts = [
        shape("thing.bag.strap", leather, strap, weight=0.9, form=Inflated(), depth=-0.01),
        shape("thing.bag", leather, body, form=Inflated(0.12)),
        shape("thing.bag.flap", flap, lid, strokes=seam, form=Inflated(0.1), depth=0.01),
    ]
    for x in (-w * 0.5, w * 0.5):
        parts.append(
            shape(
                "thing.bag.belt",
                leather,
                box_corners(x - 0.045, -h * 0.6, x + 0.045, -h * 0.16),
                weight=0.8,
                depth=0.014,
            )
        )
        parts.append(
            shape(
                "thing.bag.buckle",
                metal,
                box_corners(x - 0.06, -h * 0.36, x + 0.06, -h * 0.24),
                weight=0.8,
                depth=0.016,
            )
        )
    return parts


def teddy(random: Random, thing: str = "teddy") -> list[Part]:
    """A toy bear that sits."""
    fur, pale, dark = Paint(f"{thing}.fur", "fur"), Paint(f"{thing}.pale", "cream"), Paint(f"{thing}.eye", "rubber")
    parts: list[Part] = []
    for s in (-1, 1):
        parts.append(shape("toy.ear", fur, ellipse(s * 0.2, -0.9, 0.1, 0.1, count=22), form=Inflated()))
        parts.append(
            shape("toy.ear.inside", pale, ellipse(s * 0.2, -0.89, 0.055, 0.055, count=16), weight=0.6, depth=0.002)
        )
        parts.append(
            shape(
                "toy.arm",
                fur,
                ribbon(spline([(s * 0.16, -0.46), (s * 0.34, -0.36), (s * 0.38, -0.2)], 6), 0.15),
                form=Inflated(),
            )
        )
    parts.append(shape("toy.body", fur, ellipse(0, -0.27, 0.25, 0.27, count=32), form=Inflated(), depth=0.02))
    parts.append(
        shape(
            "toy.belly",
            pale,
            ellipse(0, -0.26, 0.15, 0.17, count=26),
            weight=0.6,
            depth=0.022,
        )
    )
    parts.append(shape("toy.head", fur, ellipse(0, -0.72, 0.25, 0.22, count=34), form=Inflated(), depth=0.06))
    parts.append(
        shape(
            "toy.muzzle",
            pale,
            ellipse(0, -0.65, 0.11, 0.085, count=22),
            weight=0.7,
            depth=0.07,
            strokes=[inner((0, -0.67), (0, -0.63)), inner((-0.04, -0.62), (0, -0.605), (0.04, -0.62))],
        )
    )
    parts.append(shape("toy.nose", dark, ellipse(0, -0.69, 0.04, 0.028, count=14), weight=0.6, depth=0.08))
    for s in (-1, 1):
        shine = [Mark(MarkKind.SHINE, ellipse(s * 0.1 - 0.008, -0.775, 0.009, 0.009, count=8))]
        parts.append(
            shape("toy.eye", dark, ellipse(s * 0.1, -0.765, 0.025, 0.03, count=12), weight=0.5, marks=shine, depth=0.07)
        )
        parts.append(
            shape("toy.leg", fur, ellipse(s * 0.26, -0.09, 0.15, 0.11, s * 20, count=26), form=Inflated(), depth=0.05)
        )
        parts.append(shape("toy.paw", pale, ellipse(s * 0.3, -0.08, 0.07, 0.075, count=18), weight=0.6, depth=0.055))
    if random.random() < 0.6:
        bow = Paint(f"{thing}.bow", "silk")
        for s in (-1, 1):
            parts.append(
                shape(
                    "toy.bow", bow, loop([(0, -0.5), (s * 0.13, -0.57), (s * 0.15, -0.46)], 5), depth=0.08, weight=0.8
                )
            )
        parts.append(shape("toy.bow.knot", bow, ellipse(0, -0.5, 0.03, 0.03, count=12), depth=0.085, weight=0.8))
    return parts


def ball(random: Random, thing: str = "ball") -> list[Part]:
    """A beach ball, or one with a star."""
    paints = [Paint(f"{thing}.color{i}", "plastic") for i in range(3)]
    r, form = 0.5, Ball(0, -0.5, 0.5, 0.5)
    whole = ellipse(0, -r, r, r, count=48)
    gleam = Mark(MarkKind.SHINE, ellipse(-0.18, -0.72, 0.1, 0.06, -40, count=14), 0.8)
    parts = [shape("toy.ball", paints[0], whole, marks=[gleam], form=form)]
    if random.random() < 0.5:
        turn = random.uniform(-40, 40)
        for i, (a, b) in enumerate(((-0.9, -0.35), (0.1, 0.6))):
            left, right = (spline([(0, -2 * r), (k * r * 1.3, -r), (0, 0)], 10) for k in (a, b))
            ring = Frame.at(0, -r, 1, turn).points(np.concatenate([left, right[::-1]]) + (0, r))
            parts.append(
                Part(
                    "toy.ball.stripe",
                    paints[1 + i],
                    (ring,),
                    (Stroke(np.concatenate([ring, ring[:1]]), 0.7, SQUARE),),
                    (gleam,),
                    form,
                    0.002,
                    clips=(whole,),
                )
            )
        return parts
    parts.append(
        shape(
            "toy.ball.star",
            paints[1],
            star_ring(0.05, -0.5, 0.26, turn=random.uniform(-20, 20)),
            weight=0.8,
            form=form,
            depth=0.004,
        )
    )
    return parts


def chest(random: Random, thing: str = "chest") -> list[Part]:
    """A treasure chest, open or shut, seen over its corner."""
    wood, iron, gold = Paint(f"{thing}.wood", "wood"), Paint(f"{thing}.iron", "metal"), Paint(f"{thing}.gold", "gold")
    hand, parts = choose_hand(random), list[Part]()
    opened = random.random() < 0.6
    w, d, lean = 0.55, 0.26, 0.16
    front = [(-w, -0.42), (w, -0.42), (w, 0), (-w, 0)]
    side = [(w, -0.42), (w + d, -0.42 - lean), (w + d, -lean), (w, 0)]
    if opened:
        lid = np.concatenate(
            [
                [(-w + d, -0.42 - lean), (w + d, -0.42 - lean)],
                spline([(w + d * 1.3, -0.7 - lean), (w + d * 1.4, -0.98), (w + d * 1.1, -1.05)], 5),
                spline([(-w + d * 1.1, -1.05), (-w + d * 0.7, -0.98), (-w + d * 0.85, -0.7)], 5),
            ]
        )
        parts.append(shape("thing.chest.lid", Paint(f"{thing}.lining", "silk"), lid, form=Plane(0, 0.3), depth=-0.04))
        hole = np.array([(-w, -0.42), (w, -0.42), (w + d, -0.42 - lean), (-w + d, -0.42 - lean)])
        parts.append(shape("thing.chest.inside", Paint(f"{thing}.dark", "wood", f"{thing}.wood"), hole, depth=-0.03))
        heap = spline(
            [(-w + 0.08, -0.42), (-w * 0.4 + 0.1, -0.6), (0.12, -0.66), (w * 0.6 + 0.1, -0.6), (w + d * 0.5, -0.44)], 6
        )
        parts.append(
            shape("thing.gold", gold, np.concatenate([heap, [(w, -0.4), (-w, -0.4)]]), form=Inflated(0.1), depth=-0.02)
        )
        for x, y in random.uniform((-0.4, -0.57), (0.55, -0.43), (12, 2)):
            parts.append(
                shape(
                    "thing.coin",
                    gold,
                    ellipse(float(x), float(y), 0.055, 0.035, random.uniform(-40, 40), count=14),
                    weight=0.6,
                    depth=-0.01,
                )
            )
        gem = np.array([(0.0, -0.72), (0.07, -0.72), (0.11, -0.66), (0.035, -0.57), (-0.04, -0.66)])
        parts.append(
            shape(
                "thing.gem",
                Paint(f"{thing}.gem", "gem"),
                gem,
                strokes=[inner((-0.04, -0.66), (0.11, -0.66), weight=0.5)],
                weight=0.8,
                depth=0,
            )
        )
    else:
        top = np.concatenate(
            [
                spline([(-w, -0.42), (-w + d * 0.2, -0.62), (-w + d * 0.75, -0.7), (-w + d, -0.42 - lean - 0.04)], 6)[
                    :-4
                ],
                spline([(w + d * 0.75, -0.7), (w + d * 0.2, -0.62), (w, -0.42)], 6),
            ]
        )
        parts.append(
            shape(
                "thing.chest.lid",
                wood,
                top,
                form=Plane(0, -0.6),
                strokes=[inner((-w + d * 0.1, -0.55), (w + d * 0.1, -0.55))],
            )
        )
        cap = np.concatenate(
            [spline([(w, -0.42), (w + d * 0.2, -0.62), (w + d * 0.75, -0.7), (w + d, -0.42 - lean)], 6)]
        )
        parts.append(shape("thing.chest.end", wood, cap, form=Plane(0.6, 0)))
    planks = [inner((-w, y), (w, y + 0.005), weight=0.5, taper=SQUARE) for y in (-0.28, -0.14)]
    parts.append(board("thing.chest", wood, front, hand, random, strokes=planks))
    parts.append(board("thing.chest.side", wood, side, hand, random, form=Plane(0.6, 0)))
    for x in (-w, -0.06, w - 0.12):
        parts.append(
            board(
                "thing.chest.band", iron, box_corners(x, -0.44, x + 0.12, 0.005), hand, random, depth=0.01, weight=0.8
            )
        )
    parts.append(
        shape(
            "thing.chest.lock",
            gold,
            loop([(-0.09, -0.42), (0.09, -0.42), (0.09, -0.26), (0, -0.2), (-0.09, -0.26)], 4),
            depth=0.02,
            form=Inflated(),
        )
    )
    return [
        *parts,
        shape(
            "thing.chest.keyhole",
            Paint(f"{thing}.hole", "rubber"),
            blob(0, -0.33, 0.02, 0.035, random, 0.05),
            weight=0.5,
            depth=0.022,
        ),
    ]


def crystal(random: Random, thing: str = "crystal") -> list[Part]:
    """A cluster of crystals."""
    gem, parts = Paint(f"{thing}.gem", "gem"), list[Part]()
    for lean, tall in sorted(
        zip(random.uniform(-35, 35, 5).tolist(), random.uniform(0.4, 1.0, 5).tolist(), strict=True),
        key=lambda k: -abs(k[0]),
    ):
        w = 0.1 * tall + 0.04
        ring = np.array([(-w, 0), (-w, -tall * 0.75), (0, -tall), (w, -tall * 0.75), (w, 0)])
        lit = Mark(
            MarkKind.SHINE, np.array([(-w, 0), (-w, -tall * 0.75), (-w * 0.4, -tall * 0.72), (-w * 0.4, 0)]), 0.5
        )
        dark = Mark(
            MarkKind.SHADE,
            np.array([(w * 0.35, 0), (w * 0.35, -tall * 0.7), (0, -tall), (w * 1.1, -tall * 0.75), (w * 1.1, 0)]),
            0.7,
        )
        lines = [
            inner((-w * 0.4, 0), (-w * 0.4, -tall * 0.72), weight=0.5),
            inner((w * 0.35, 0), (w * 0.35, -tall * 0.7), weight=0.5),
            inner((-w * 0.4, -tall * 0.72), (0, -tall), (w * 0.35, -tall * 0.7), weight=0.4),
        ]
        part = shape("thing.crystal", gem, ring, strokes=lines, marks=[lit, dark], form=FLAT)
        parts += placed([part], Frame.at(lean * 0.006, 0, 1, lean))
    return parts
