"""Fruit and vegetables, about 1 high, standing at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, line
from hintpen.training.artist.subjects.food.vessels import slice_of_citrus
from hintpen.training.artist.subjects.plants.foliage import leaf


def gloss(x: float, y: float, rx: float, ry: float, turn: float = -30.0) -> Mark:
    """A highlight's bean."""
    return Mark(MarkKind.SHINE, ellipse(x, y, rx, ry, turn, count=14), 0.9)


def _stem(random: Random, name: str, x: float, y: float, long: float) -> Part:
    path = spline([(x, y), (x + random.normal(0, 0.03), y - long * 0.5), (x + random.uniform(0.02, 0.1), y - long)], 5)
    ring = ring_of(
        offset(path, np.linspace(0.02, 0.035, len(path))), offset(path, -np.linspace(0.02, 0.035, len(path)))
    )
    return drawn(random, "stem", Paint(f"{name}.stem", "bark"), ring, weight=0.8, pieces=1, depth=0.04)


def _sprig(random: Random, name: str, x: float, y: float, long: float, side: int = 1) -> Part:
    path = spline(
        [(x, y), (x + side * long * 0.5, y - long * 0.45), (x + side * long, y - long * random.uniform(0.1, 0.5))], 6
    )
    return leaf(random, "leaf", Paint(f"{name}.leaf", "leaf"), path, long * 0.5, "oval", 3, 0.06)


def strawberry(random: Random, name: str) -> list[Part]:
    """A heart with seeds and a ruff of leaves."""
    red = Paint(f"{name}.main", "tomato")
    ring = loop(
        [
            (0, -0.8),
            (0.36, -0.84),
            (0.5, -0.58),
            (0.32, -0.2),
            (0.03, 0.0),
            (-0.28, -0.2),
            (-0.48, -0.56),
            (-0.36, -0.83),
        ],
        6,
    )
    ring = ring + random.normal(0, 0.01, 2)
    seeds: list[Stroke] = []
    for i, y in enumerate(np.linspace(-0.68, -0.14, 5)):
        half = 0.4 * np.sqrt(max(0.0, 1 - ((y + 0.62) / 0.66) ** 2))
        for x in np.linspace(-half, half, max(1, 5 - i)) + (0.05 if i % 2 else -0.02):
            seeds.append(line(np.array([(x, y), (x + random.normal(0, 0.008), y + 0.045)]), 0.7, 0.0, 0.5))
    body = drawn(
        random,
        "strawberry",
        red,
        ring,
        strokes=seeds,
        marks=(gloss(-0.24, -0.66, 0.09, 0.05),),
        form=Ball(0, -0.48, 0.55, 0.55),
    )
    green = Paint(f"{name}.leaf", "leaf")
    leaves = [
        leaf(
            random,
            "calyx",
            green,
            spline(
                [
                    (0, -0.84),
                    (0.16 * np.cos(a), -0.84 + 0.12 * np.sin(a) - 0.03),
                    (0.34 * np.cos(a), -0.82 + 0.22 * np.sin(a)),
                ],
                5,
            ),
            0.15,
            "lance",
            0,
            0.05,
        )
        for a in np.radians(np.array([200, 340, 160, 20, 125, 60, 90]) + random.normal(0, 8, 7))
    ]
    return [body, *leaves, _stem(random, name, 0, -0.84, 0.14)]


def apple(random: Random, name: str) -> list[Part]:
    """An apple, a peach or a tomato, by its top."""
    skin = Paint(f"{name}.main", str(random.choice(("tomato", "tomato", "grass", "pollen"))))
    w = random.uniform(0.46, 0.54)
    ring = loop(
        [
            (0, -0.86),
            (w * 0.55, -0.95),
            (w, -0.66),
            (w * 0.86, -0.22),
            (w * 0.4, 0.0),
            (0, -0.05),
            (-w * 0.42, 0.0),
            (-w * 0.88, -0.22),
            (-w, -0.64),
            (-w * 0.5, -0.94),
        ],
        6,
    )
    dip = line(spline([(-0.16, -0.85), (0, -0.8), (0.17, -0.86)], 5), 0.7, 0.3, 0.3)
    marks = (gloss(-0.26, -0.66, 0.08, 0.15, 20), Mark(MarkKind.SHADE, ellipse(0, -0.86, 0.16, 0.06, count=14), 0.7))
    parts = [drawn(random, "apple", skin, ring, strokes=(dip,), marks=marks, form=Ball(0, -0.48, w * 1.08, 0.54))]
    if random.random() < 0.3:
        parts[0] = drawn(
            random,
            "peach",
            skin,
            ring,
            strokes=(dip, line(spline([(0.02, -0.82), (0.16, -0.5), (0.04, -0.1)], 6), 0.7, 0.1, 0.6)),
            marks=marks,
            form=Ball(0, -0.48, w * 1.08, 0.54),
        )
    parts.append(_stem(random, name, 0.0, -0.82, 0.2))
    return [*parts, _sprig(random, name, 0.04, -0.88, 0.34)] if random.random() < 0.7 else parts


def pear(random: Random, name: str) -> list[Part]:
    """A pear, leaning a little."""
    skin = Paint(f"{name}.main", "fruit")
    a = random.normal(0, 0.03)
    ring = loop(
        [
            (a, -1.0),
            (a + 0.16, -0.92),
            (0.2, -0.62),
            (0.42, -0.32),
            (0.3, -0.03),
            (0, 0.0),
            (-0.31, -0.03),
            (-0.42, -0.34),
            (-0.2, -0.62),
            (a - 0.16, -0.92),
        ],
        6,
    )
    dots = [
        line(np.array([p, p + (0.008, 0.012)]), 0.5, 0, 0) for p in random.uniform((-0.25, -0.5), (0.3, -0.12), (6, 2))
    ]
    body = drawn(
        random,
        "pear",
        skin,
        ring,
        strokes=dots,
        marks=(gloss(-0.22, -0.42, 0.05, 0.14, 15),),
        form=Blend(Ball(0, -0.35, 0.46, 0.6), Inflated(), 0.5),
    )
    return [body, _stem(random, name, a, -0.98, 0.18), _sprig(random, name, a, -1.0, 0.28, -1)]


def orange(random: Random, name: str) -> list[Part]:
    """A whole orange or lemon, with a cut half beside it at times."""
    skin = Paint(f"{name}.main", "citrus")
    ring = loop(ellipse(0, -0.45, 0.48, 0.45, count=10) * random.uniform(0.985, 1.015, (10, 1)), 5)
    pores = [
        line(np.array([p, p + (0.008, 0.006)]), 0.5, 0, 0) for p in random.uniform((-0.1, -0.6), (0.35, -0.1), (8, 2))
    ]
    navel = line(spline([(-0.04, -0.8), (0, -0.77), (0.05, -0.81)], 4), 0.7)
    parts = [
        drawn(
            random,
            "orange",
            skin,
            ring,
            strokes=(*pores, navel),
            marks=(gloss(-0.2, -0.65, 0.12, 0.07),),
            form=Ball(0, -0.45, 0.5, 0.47),
        )
    ]
    if random.random() < 0.5:
        parts.append(_sprig(random, name, 0, -0.82, 0.32))
    if random.random() < 0.5:
        parts += placed(slice_of_citrus(random, f"{name}.half", 0, 0, 0.34), Frame.at(0.5, -0.33), 0.1)
    return parts


def banana(random: Random, name: str) -> list[Part]:
    """A hand of two or three bananas."""
    skin, tip = Paint(f"{name}.main", "pollen"), Paint(f"{name}.tip", "bark")
    parts: list[Part] = []
    for i in range(int(random.integers(1, 4))):
        d = i * 0.13
        spine = spline(
            [(0.5 - d * 0.2, -0.75), (0.42 - d, -0.3), (0.0 - d, -0.1 + d * 0.2), (-0.5 - d * 0.3, -0.22 - d * 0.6)], 7
        )
        half = np.interp(
            np.linspace(0, 1, len(spine)), [0, 0.12, 0.3, 0.7, 0.95, 1], [0.04, 0.06, 0.13, 0.13, 0.05, 0.035]
        )
        right, left = offset(spine, half), offset(spine, -half)
        ridge = line(offset(spine, half * 0.3)[4:-3], 0.6, 0.3, 0.4)
        ring = ring_of(right, left)
        parts.append(drawn(random, "banana", skin, ring, strokes=(ridge,), form=Inflated(), depth=0.03 * i))
        end = np.array([right[-2], right[-1], left[-1], left[-2]])
        parts.append(drawn(random, "banana.tip", tip, end, weight=0.7, pieces=1, depth=0.03 * i + 0.01))
    crown = np.array([(0.42, -0.72), (0.47, -0.9), (0.56, -0.9), (0.56, -0.7)])
    return [*parts, drawn(random, "banana.stem", skin, crown, weight=0.8, pieces=1, depth=0.1)]


def grapes(random: Random, name: str) -> list[Part]:
    """A bunch, the lower berries in front."""
    skin = Paint(f"{name}.main", "fruit" if random.random() < 0.5 else "berry")
    parts = [_stem(random, name, 0.0, -0.9, 0.2)]
    for row, count in enumerate((3, 4, 5, 4, 3, 2, 1)):
        for x in (np.arange(count) - (count - 1) / 2) * 0.175:
            cx, cy = x + random.normal(0, 0.015), -0.84 + row * 0.125 + random.normal(0, 0.012)
            r = random.uniform(0.095, 0.108)
            parts.append(
                drawn(
                    random,
                    "grape",
                    skin,
                    ellipse(cx, cy, r, r, count=18),
                    weight=0.85,
                    marks=(gloss(cx - 0.035, cy - 0.04, 0.025, 0.018),),
                    form=Ball(cx, cy, r, r),
                    depth=0.01 * row,
                    pieces=1,
                )
            )
    return [*parts, _sprig(random, name, -0.02, -0.9, 0.36)]


def cherries(random: Random, name: str) -> list[Part]:
    """Two cherries on their stalks."""
    skin = Paint(f"{name}.main", "berry")
    parts: list[Part] = []
    for x, r, bend in ((-0.28, 0.24, -0.25), (0.26, 0.25, 0.22)):
        path = spline([(0.05, -1.0), (x * 0.6 + bend * 0.3, -0.7), (x, -0.42)], 6)
        parts.append(Part("stem", Paint(f"{name}.stem", "leaf"), (), (Stroke(path, 1.2, (0.05, 0.1)),), depth=-0.02))
        ring = loop(
            [
                (x, -0.42),
                (x + r * 0.6, -0.49),
                (x + r, -r),
                (x + r * 0.5, -0.02),
                (x - r * 0.1, 0),
                (x - r * 0.7, -0.05),
                (x - r, -r),
                (x - r * 0.6, -0.49),
            ],
            5,
        )
        dip = line(spline([(x - 0.08, -0.43), (x, -0.4), (x + 0.09, -0.44)], 4), 0.6)
        parts.append(
            drawn(
                random,
                "cherry",
                skin,
                ring,
                strokes=(dip,),
                marks=(gloss(x - r * 0.45, -0.33, 0.05, 0.035),),
                form=Ball(x, -r, r, r),
            )
        )
    return [*parts, _sprig(random, name, 0.05, -0.98, 0.4)]


def melon(random: Random, name: str) -> list[Part]:
    """A wedge of watermelon with a bite or two missing."""
    red, rind = Paint(f"{name}.main", "tomato"), Paint(f"{name}.rind", "leaf")
    arc = ellipse(0, -0.62, 0.75, 0.62, span=(0, 180), count=26)
    white = ellipse(0, -0.62, 0.68, 0.55, span=(0, 180), count=24)
    flesh = ellipse(0, -0.62, 0.62, 0.49, span=(0, 180), count=22)
    seeds = [
        Mark(MarkKind.INK, ellipse(float(x), float(y), 0.018, 0.032, float(-x * 60), count=10))
        for x, y in (
            (-0.35, -0.5),
            (-0.15, -0.38),
            (0.06, -0.5),
            (0.12, -0.3),
            (0.32, -0.45),
            (-0.04, -0.24),
            (0.24, -0.28),
        )
    ]
    return [
        drawn(random, "melon.rind", rind, arc, form=Plane(0, 0.2)),
        drawn(
            random, "melon.pith", Paint(f"{name}.pith", "cream"), white, weight=0.5, pieces=1, form=Plane(), depth=0.01
        ),
        drawn(random, "melon", red, flesh, weight=0.6, marks=seeds, form=Plane(), depth=0.02, pieces=1),
    ]


def carrot(random: Random, name: str) -> list[Part]:
    """A carrot with its greens, lying aslant."""
    skin, green = Paint(f"{name}.main", "fish"), Paint(f"{name}.leaf", "leaf")
    parts: list[Part] = []
    for a in np.radians(random.uniform(-40, 40, 4)):
        path = spline([(0, -0.72), (0.12 * np.sin(a), -0.85), (0.38 * np.sin(a), -0.72 - 0.3 * np.cos(a))], 5)
        parts.append(leaf(random, "leaf", green, path, 0.14, "spoon", 3))
    ring = loop([(0, -0.76), (0.17, -0.7), (0.14, -0.4), (0.02, 0.0), (-0.03, 0.0), (-0.15, -0.4), (-0.18, -0.7)], 6)
    rings = [
        line(spline([(x, y), (x + 0.07, y + 0.015), (x + 0.11, y)], 4), 0.5, 0.1, 0.6)
        for x, y in ((-0.15, -0.55), (0.02, -0.45), (-0.09, -0.3), (0.0, -0.62), (-0.05, -0.18))
    ]
    parts.append(
        drawn(
            random,
            "carrot",
            skin,
            ring,
            strokes=rings,
            marks=(gloss(-0.08, -0.58, 0.02, 0.08, 5),),
            form=Blend(Ball(0, -0.4, 0.2, 2), Inflated(), 0.3),
            depth=0.05,
        )
    )
    return placed(parts, Frame.at(0, 0, 1, random.uniform(-35, 35)))


def pumpkin(random: Random, name: str) -> list[Part]:
    """Ribs before ribs; a curled stalk."""
    skin = Paint(f"{name}.main", "citrus" if random.random() < 0.8 else "leaf")
    parts: list[Part] = []
    for x, w in ((-0.42, 0.26), (0.42, 0.27), (-0.25, 0.27), (0.26, 0.28), (0.0, 0.26)):
        ring = loop(
            [
                (x * 0.4, -0.82),
                (x + w * 0.6, -0.76),
                (x + w, -0.4),
                (x + w * 0.5, -0.02),
                (x, 0.02),
                (x - w * 0.55, -0.02),
                (x - w, -0.4),
                (x - w * 0.6, -0.76),
            ],
            5,
        )
        parts.append(
            drawn(
                random,
                "pumpkin",
                skin,
                ring,
                form=Blend(Ball(0, -0.4, 0.72, 0.5), Inflated(), 0.45),
                depth=0.04 - 0.1 * abs(x),
                marks=(gloss(x - w * 0.4, -0.62, 0.03, 0.09, 15),) if x < 0.1 else (),
            )
        )
    path = spline([(0, -0.78), (0.02, -0.92), (0.14, -1.0)], 6)
    stalk = ring_of(offset(path, np.linspace(0.08, 0.05, len(path))), offset(path, -np.linspace(0.08, 0.05, len(path))))
    return [*parts, drawn(random, "stem", Paint(f"{name}.stem", "grass"), stalk, depth=0.08)]


FRUITS: dict[str, Callable[[Random, str], list[Part]]] = {
    "strawberry": strawberry,
    "apple": apple,
    "pear": pear,
    "orange": orange,
    "banana": banana,
    "grapes": grapes,
    "cherries": cherries,
    "melon": melon,
    "carrot": carrot,
    "pumpkin": pumpkin,
}
"""By name."""


def fruit_parts(random: Random, name: str = "fruit", kind: str = "") -> list[Part]:
    """A fruit or a vegetable. `kind`: a key of `FRUITS`, or "" for any."""
    names = list(FRUITS)
    return FRUITS[kind or names[random.integers(len(names))]](random, name)
