"""What is eaten from the hand: burgers, pizza, bread, fries. About 1 wide, standing at (0, 0)."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import drawn, line, scalloped
from hintpen.training.artist.subjects.food.fruits import gloss


def burger(random: Random, name: str) -> list[Part]:
    """Bun, lettuce, cheese that hangs down, patty, tomato, bun."""
    bun = Paint(f"{name}.bun", "bread")
    low = loop(
        [(-0.56, -0.22), (0, -0.18), (0.56, -0.22), (0.58, -0.1), (0.46, 0.0), (0, 0.02), (-0.46, 0.0), (-0.58, -0.1)],
        6,
    )
    parts = [drawn(random, "bun", bun, low, form=Blend(Ball(0, -0.1, 0.7, 0.3), Inflated(), 0.5))]
    y = -0.24
    for kind in [k for k in ("meat", "cheese", "tomato", "leaf") if k == "meat" or random.random() < 0.8]:
        paint = Paint(f"{name}.{kind}", "chocolate" if kind == "meat" else kind)
        if kind == "meat":
            ring = loop(
                [
                    (-0.6, y - 0.06),
                    (-0.5, y - 0.14),
                    (0.5, y - 0.14),
                    (0.6, y - 0.05),
                    (0.5, y + 0.05),
                    (0, y + 0.07),
                    (-0.5, y + 0.05),
                ],
                6,
            )
            pits = [
                line(ellipse(float(x), y + float(d), 0.02, 0.012, span=(0, 250), count=7), 0.5)
                for x, d in random.uniform((-0.5, -0.08), (0.5, 0.02), (8, 2))
            ]
            parts.append(drawn(random, "patty", paint, ring, strokes=pits, form=Inflated(), depth=0.02))
            y -= 0.13
        elif kind == "cheese":
            flap = np.array(
                [
                    (-0.6, y),
                    (0.6, y - 0.01),
                    (0.36, y + 0.05),
                    (0.2, y + random.uniform(0.1, 0.2)),
                    (0.02, y + 0.06),
                    (-0.24, y + random.uniform(0.12, 0.24)),
                    (-0.42, y + 0.05),
                ]
            )
            parts.append(drawn(random, "cheese", paint, flap, form=Plane(0, 0.2), depth=0.04, pieces=1))
            y -= 0.03
        elif kind == "tomato":
            for x in (-0.26, 0.28):
                slab = loop(
                    [
                        (x - 0.3, y - 0.04),
                        (x, y - 0.08),
                        (x + 0.3, y - 0.04),
                        (x + 0.27, y + 0.04),
                        (x, y + 0.06),
                        (x - 0.27, y + 0.04),
                    ],
                    6,
                )
                parts.append(drawn(random, "tomato", paint, slab, form=Inflated(), depth=0.04, pieces=1))
            y -= 0.07
        else:
            hem = spline([(0.64, y - 0.03), (0.3, y + 0.07), (-0.3, y + 0.07), (-0.64, y - 0.03)], 6)
            frill, arcs = scalloped(hem, random, 9, 0.08, hook=0.6)
            leaf_ring = np.concatenate([frill, [(-0.6, y - 0.1), (0.6, y - 0.1)]])
            parts.append(
                Part(
                    "lettuce",
                    paint,
                    (leaf_ring,),
                    tuple(Stroke(k, 0.85, (0.1, 0.3)) for k in arcs),
                    form=Inflated(),
                    depth=0.05,
                )
            )
            y -= 0.06
    dome = loop(
        [
            (-0.6, y - 0.02),
            (-0.56, y - 0.24),
            (-0.3, y - 0.43),
            (0.05, y - 0.47),
            (0.38, y - 0.4),
            (0.58, y - 0.2),
            (0.6, y - 0.02),
            (0.4, y + 0.05),
            (-0.4, y + 0.05),
        ],
        6,
    )
    seeds = [
        drawn(
            random,
            "sesame",
            Paint(f"{name}.sesame", "cream"),
            ellipse(float(x), y - 0.1 - float(h), 0.032, 0.02, float(x) * 60, count=10),
            weight=0.6,
            pieces=1,
            form=Plane(),
            depth=0.09,
        )
        for x, h in zip(
            np.linspace(-0.36, 0.36, 8) + random.normal(0, 0.02, 8),
            0.12 + 0.2 * random.random(8) * (1 - np.abs(np.linspace(-0.9, 0.9, 8))),
            strict=True,
        )
    ]
    parts.append(
        drawn(
            random,
            "bun",
            bun,
            dome,
            marks=(gloss(-0.3, y - 0.3, 0.11, 0.05, -30),),
            form=Blend(Ball(0, y, 0.66, 0.52), Inflated(), 0.3),
            depth=0.08,
        )
    )
    return [*parts, *(seeds if random.random() < 0.8 else [])]


def pizza(random: Random, name: str) -> list[Part]:
    """A slice with cheese that runs and slices of sausage."""
    crust, cheese = Paint(f"{name}.crust", "bread"), Paint(f"{name}.cheese", "cheese")
    side_a = spline([(-0.55, -0.95), (-0.3, -0.5), (-0.02, 0.0)], 8)
    side_b = spline([(0.02, 0.0), (0.3, -0.5), (0.56, -0.95)], 8)
    drips, _ = scalloped(np.concatenate([side_b[::-1], side_a[::-1]]), random, 9, 0.05, hook=0)
    ring = np.concatenate([drips, [(0, -1.0)]])
    form = Plane(0, -0.3)
    parts = [drawn(random, "cheese", cheese, ring, form=Inflated(bevel=0.08))]
    for x, y, r in (
        (-0.16, -0.66, 0.14),
        (0.2, -0.72, 0.13),
        (0.05, -0.36, 0.12),
        (-0.34, -0.88, 0.1),
        (0.0, -0.14, 0.07),
    ):
        if random.random() < 0.8:
            disk = loop(ellipse(x, y, r, r * 0.9, count=8) * random.uniform(0.97, 1.03, (8, 1)), 4)
            spots = [
                line(np.array([p, p + (0.015, 0.01)]), 0.6, 0, 0.2)
                for p in random.uniform((x - r / 2, y - r / 2), (x + r / 2, y + r / 2), (3, 2))
            ]
            parts.append(
                drawn(
                    random,
                    "sausage",
                    Paint(f"{name}.sausage", "tomato"),
                    disk,
                    weight=0.85,
                    strokes=spots,
                    form=form,
                    depth=0.02,
                    clips=(ring,),
                    pieces=1,
                )
            )
    for x, y in random.uniform((-0.3, -0.9), (0.3, -0.4), (int(random.integers(0, 5)), 2)):
        bit = loop(ellipse(float(x), float(y), 0.07, 0.04, float(random.uniform(0, 180)), count=6), 3)
        parts.append(
            drawn(
                random,
                "herb",
                Paint(f"{name}.herb", "leaf"),
                bit,
                weight=0.6,
                form=form,
                depth=0.03,
                pieces=1,
                clips=(ring,),
            )
        )
    roll = loop(
        [(-0.66, -0.98), (-0.5, -1.12), (0, -1.2), (0.5, -1.12), (0.67, -0.97), (0.5, -0.9), (0, -0.98), (-0.5, -0.9)],
        6,
    )
    bumps = [line(spline([(x, -1.1), (x + 0.06, -1.06), (x + 0.05, -1.0)], 4), 0.5) for x in (-0.35, -0.05, 0.3)]
    return [*parts, drawn(random, "crust", crust, roll, strokes=bumps, form=Inflated(), depth=0.05)]


def bread(random: Random, name: str) -> list[Part]:
    """A croissant, a long loaf, a slice of toast with an egg, or a melon bun."""
    crust = Paint(f"{name}.crust", "bread")
    kind = random.integers(4)
    if kind == 0:
        parts: list[Part] = []
        for x, w, h in (
            (-0.62, 0.16, 0.2),
            (0.62, 0.16, 0.2),
            (-0.42, 0.2, 0.34),
            (0.42, 0.2, 0.34),
            (-0.2, 0.22, 0.46),
            (0.2, 0.22, 0.46),
            (0, 0.24, 0.52),
        ):
            y = -0.02 - 0.16 * (1 - abs(x) ** 2)
            ring = loop(
                [
                    (x - w, y - h * 0.35),
                    (x - w * 0.5, y - h),
                    (x + w * 0.5, y - h),
                    (x + w, y - h * 0.35),
                    (x + w * 0.6, y),
                    (x - w * 0.6, y),
                ],
                6,
            )
            lines = [line(spline([(x - w * 0.3, y - h * 0.85), (x - w * 0.1, y - h * 0.4)], 4), 0.45, 0.2, 0.6)]
            parts.append(
                drawn(
                    random,
                    "croissant",
                    crust,
                    placed_ring(ring, x * 22),
                    strokes=lines,
                    form=Inflated(),
                    depth=0.05 - 0.05 * abs(x),
                )
            )
        return parts
    if kind == 1:
        body = loop(
            [
                (-0.85, -0.12),
                (-0.7, -0.36),
                (0, -0.46),
                (0.72, -0.38),
                (0.88, -0.16),
                (0.7, 0.0),
                (0, 0.03),
                (-0.7, 0.0),
            ],
            7,
        )
        cuts = []
        for x in (-0.5, -0.18, 0.14, 0.46):
            gash = loop([(x - 0.1, -0.16), (x - 0.02, -0.34), (x + 0.12, -0.38), (x + 0.04, -0.2)], 5)
            cuts.append(
                drawn(
                    random,
                    "crumb",
                    Paint(f"{name}.crumb", "cream"),
                    gash,
                    weight=0.7,
                    pieces=1,
                    form=Inflated(),
                    depth=0.03,
                    clips=(body,),
                )
            )
        return [drawn(random, "loaf", crust, body, form=Inflated()), *cuts]
    if kind == 2:
        toast = loop(
            [
                (-0.44, -0.02),
                (-0.46, -0.6),
                (-0.56, -0.76),
                (-0.4, -0.94),
                (0, -0.92),
                (0.42, -0.95),
                (0.56, -0.76),
                (0.47, -0.6),
                (0.45, -0.02),
                (0, 0.02),
            ],
            5,
        )
        face = (toast - (0, -0.47)) * (0.87, 0.86) + (0, -0.47)
        egg = loop(ellipse(0, -0.45, 0.33, 0.3, count=9) * random.uniform(0.9, 1.12, (9, 1)), 5)
        yolk = ellipse(0.03, -0.48, 0.13, 0.12, count=20)
        return [
            drawn(random, "crust", crust, toast, form=Inflated(bevel=0.1)),
            drawn(
                random, "crumb", Paint(f"{name}.crumb", "cream"), face, weight=0.55, pieces=1, form=Plane(), depth=0.01
            ),
            drawn(random, "egg", Paint(f"{name}.egg", "rice"), egg, weight=0.85, form=Inflated(bevel=0.08), depth=0.03),
            drawn(
                random,
                "yolk",
                Paint(f"{name}.yolk", "yolk"),
                yolk,
                weight=0.8,
                pieces=1,
                marks=(gloss(-0.01, -0.53, 0.04, 0.022),),
                form=Ball(0.03, -0.48, 0.14, 0.13),
                depth=0.05,
            ),
        ]
    bun = loop(
        [(-0.58, -0.16), (-0.5, -0.42), (0, -0.58), (0.5, -0.43), (0.58, -0.17), (0.4, 0.0), (0, 0.03), (-0.4, 0.0)], 6
    )
    grid = [
        line(spline([(x, -0.6), (x * 1.25 + lean * 0.6, -0.3), (x * 1.35 + lean, 0)], 6), 0.6, 0.1, 0.2)
        for x in np.linspace(-0.5, 0.5, 5)
        for lean in (-0.2, 0.2)
    ]
    return [drawn(random, "bun", crust, bun, strokes=grid, form=Blend(Ball(0, -0.2, 0.65, 0.42), Inflated(), 0.3))]


def placed_ring(ring: Points, turn: float) -> Points:
    """The ring turned about its middle, degrees."""
    middle = ring.mean(0)
    return Frame.at(float(middle[0]), float(middle[1]), 1, turn).points(ring - middle)


def fries(random: Random, name: str) -> list[Part]:
    """A paper box of fries."""
    potato, paper = Paint(f"{name}.potato", "cheese"), Paint(f"{name}.paper", "paint")
    parts: list[Part] = []
    for x in random.permutation(np.linspace(-0.36, 0.36, 11)):
        top, lean = -random.uniform(0.95, 1.4), x * 0.4 + random.normal(0, 0.05)
        w = 0.06
        stick = np.array([(x - w, -0.3), (x + lean - w, top), (x + lean + w, top - 0.02), (x + w, -0.3)])
        ridge = line(np.array([(x + lean + w * 0.3, top), (x + w * 0.3, -0.4)]), 0.45, 0.1, 0.3)
        parts.append(
            drawn(random, "fry", potato, stick, weight=0.85, strokes=(ridge,), pieces=1, form=Inflated(), depth=0.01)
        )
    lip = spline([(0.46, -0.72), (0.2, -0.56), (-0.2, -0.56), (-0.46, -0.72)], 6)
    ring = np.concatenate([lip, [(-0.32, 0.0), (0.32, 0.0)]])
    spot = ellipse(0, -0.28, 0.15, 0.15, count=20)
    return [
        *parts,
        drawn(random, "box", paper, ring, form=Plane(0, 0.1), depth=0.06),
        drawn(
            random, "box.badge", Paint(f"{name}.badge", "cloth"), spot, weight=0.7, pieces=1, form=Plane(), depth=0.065
        ),
    ]
