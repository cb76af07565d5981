"""Sweet things: ice cream, parfaits, doughnuts, dango. About 1 wide, standing at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, line, scalloped
from hintpen.training.artist.subjects.food.cakes import berry_on, cake, cake_slice, cupcake, pancakes, pudding, swirl
from hintpen.training.artist.subjects.food.fruits import gloss
from hintpen.training.artist.subjects.food.vessels import front, plate, rim, turned


def ice_cream(random: Random, name: str) -> list[Part]:
    """A waffle cone with one to three scoops, or a soft twist."""
    waffle = Paint(f"{name}.waffle", "bread")
    cone = np.array([(-0.34, -1.0), (0.34, -1.0), (0.03, 0.0), (-0.02, 0.0)])
    lattice = [
        line(np.array([(x, -1.0), (x + lean, 0.0)]), 0.5, 0, 0)
        for x in np.linspace(-0.5, 0.5, 6)
        for lean in (-0.45, 0.45)
    ]
    parts = [
        drawn(
            random, "cone", waffle, cone, strokes=lattice, form=Blend(Ball(0, -0.6, 0.36, 2), Inflated(), 0.2), pieces=1
        )
    ]
    cuff = np.array([(-0.38, -1.1), (0.38, -1.1), (0.34, -0.96), (-0.34, -0.96)])
    parts.append(drawn(random, "cone", waffle, cuff, pieces=1, depth=0.02))
    if random.random() < 0.4:
        cream = Paint(f"{name}.cream", "icing")
        for i, w in enumerate((0.44, 0.37, 0.28, 0.18)):
            y = -1.12 - 0.19 * i
            ring = loop(
                [
                    (-w, y),
                    (-w * 0.7, y - 0.14),
                    (w * 0.6, y - 0.17),
                    (w, y - 0.04),
                    (w * 0.6, y + 0.1),
                    (-w * 0.5, y + 0.12),
                ],
                6,
            )
            parts.append(
                drawn(random, "cream", cream, ring, form=Ball(0, y, w * 1.1, 0.2), depth=0.03 + 0.01 * i, pieces=1)
            )
        tip = loop([(-0.1, -1.78), (0.03, -2.02), (0.1, -1.94), (0.11, -1.76), (0, -1.7)], 5)
        return [*parts, drawn(random, "cream", cream, tip, depth=0.08, pieces=1)]
    count = int(random.integers(1, 4))
    for i in range(count):
        y = -1.3 - 0.42 * i
        parts.append(
            _scoop(random, Paint(f"{name}.scoop{i}", "icing"), 0.03 * (-1) ** i, y, 0.42 - 0.03 * i, 0.03 + 0.02 * i)
        )
    top = -1.3 - 0.42 * (count - 1) - 0.36
    if random.random() < 0.6:
        parts += berry_on(
            random, f"{name}.berry", 0.02, top + 0.04, 0.34, str(random.choice(("strawberry", "cherries")))
        )
    return parts


def _scoop(random: Random, paint: Paint, x: float, y: float, r: float, depth: float) -> Part:
    """A ball with a ragged skirt and a few chips."""
    dome = ellipse(x, y, r, r * 0.95, span=(170, 370), count=22)
    skirt, arcs = scalloped(
        spline([dome[-1], (x + r * 0.5, y + r * 0.55), (x - r * 0.5, y + r * 0.55), dome[0]], 6), random, 5, r * 0.14
    )
    dots = [
        line(np.array([p, p + (0.03, 0.02)]), 0.7, 0, 0.3)
        for p in random.uniform((x - r * 0.6, y - r * 0.6), (x + r * 0.6, y + r * 0.3), (int(random.integers(0, 7)), 2))
    ]
    strokes = (edge(dome, 1.0, 0.05), *(Stroke(a, 0.9, (0.1, 0.3)) for a in arcs), *dots)
    return Part(
        "scoop",
        paint,
        (np.concatenate([dome, skirt]),),
        strokes,
        (gloss(x - r * 0.4, y - r * 0.5, r * 0.18, r * 0.1),),
        Ball(x, y, r * 1.05, r * 1.05),
        depth,
    )


def parfait(random: Random, name: str) -> list[Part]:
    """A footed glass with layers, scoops, a wafer and fruit."""
    clear = Paint(f"{name}.glass", "glass")
    parts = rim(random, "glass", clear, -1.3, 0.46, 0.03, -0.04)
    parts.append(
        turned(
            random,
            "glass.foot",
            clear,
            [(0.07, -0.35), (0.06, -0.15), (0.3, -0.02)],
            open_top=False,
            smooth=5,
            depth=-0.01,
        )
    )
    levels = np.linspace(-1.22, -0.32, int(random.integers(3, 6)))
    for i, (top, low) in enumerate(pairwise(levels.tolist())):
        a, b = (0.12 + 0.32 * ((-y - 0.3) / 1.0) ** 0.7 for y in (top, low))
        paint = Paint(f"{name}.layer{i}", str(random.choice(("cream", "berry", "icing", "chocolate", "bread"))))
        parts.append(
            turned(random, "parfait", paint, [(a, float(top)), (b, float(low))], smooth=0, gloss=False, depth=0.0)
        )
    bowl = turned(random, "glass", clear, [(0.46, -1.3), (0.42, -1.0), (0.3, -0.6), (0.12, -0.3)], depth=-0.02)
    parts.insert(2, bowl)
    wafer = np.array([(0.12, -1.25), (0.3, -1.3), (0.52, -2.0), (0.36, -2.04)])
    grid = [
        line(np.array([wafer[0] + (wafer[3] - wafer[0]) * t, wafer[1] + (wafer[2] - wafer[1]) * t]), 0.5, 0, 0)
        for t in (0.4, 0.6, 0.8)
    ]
    parts.append(drawn(random, "wafer", Paint(f"{name}.wafer", "bread"), wafer, strokes=grid, pieces=1, depth=0.01))
    parts.append(_scoop(random, Paint(f"{name}.scoop", "icing"), -0.18, -1.45, 0.28, 0.03))
    parts.append(_scoop(random, Paint(f"{name}.scoop2", "icing"), 0.2, -1.42, 0.25, 0.04))
    parts += swirl(random, "cream", Paint(f"{name}.cream", "cream"), 0.02, -1.5, 0.2)
    parts += berry_on(random, f"{name}.berry", 0.02, -1.66, 0.34, str(random.choice(("strawberry", "cherries"))))
    return parts


def doughnut(random: Random, name: str) -> list[Part]:
    """A ring with icing and sprinkles, seen from above."""
    dough, icing = Paint(f"{name}.dough", "bread"), Paint(f"{name}.icing", "icing")
    outer, hole = ellipse(0, -0.5, 0.7, 0.5, count=36), ellipse(0, -0.54, 0.2, 0.12, count=22)
    body = Part(
        "doughnut",
        dough,
        (outer, hole),
        (edge(np.concatenate([outer, outer[:1]]), 1.0, 0.04), Stroke(np.concatenate([hole, hole[:1]]), 0.8, (0, 0))),
        form=Inflated(),
    )
    n = 18
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    wave = loop(
        np.stack([0.62 * np.cos(a), -0.55 + 0.42 * np.sin(a)], 1) * random.uniform(0.95, 1.05, (n, 1)) + (0, 0.0), 5
    )
    inner = ellipse(0, -0.55, 0.25, 0.16, count=22)
    strokes = [
        edge(np.concatenate([wave, wave[:1]]), 0.85, 0.04),
        Stroke(np.concatenate([inner, inner[:1]]), 0.7, (0, 0)),
    ]
    parts = [
        body,
        Part(
            "doughnut.icing",
            icing,
            (wave, inner),
            tuple(strokes),
            (gloss(-0.36, -0.75, 0.1, 0.035, -25),),
            Inflated(),
            0.03,
        ),
    ]
    if random.random() < 0.7:
        for i, t in enumerate(np.linspace(0, 2 * np.pi, 13, endpoint=False) + random.uniform(0, 1)):
            x, y = 0.44 * np.cos(t) * random.uniform(0.85, 1.2), -0.56 + 0.3 * np.sin(t) * random.uniform(0.85, 1.2)
            bit = placed(
                [
                    Part(
                        "sprinkle",
                        Paint(f"{name}.sprinkle{i % 3}", "plastic"),
                        (ellipse(0, 0, 0.05, 0.02, count=10),),
                        (Stroke(ellipse(0, 0, 0.05, 0.02, count=11), 0.5, (0, 0)),),
                        form=Plane(),
                        depth=0.05,
                    )
                ],
                Frame.at(x, y, 1, random.uniform(0, 180)),
            )
            parts += bit
    return parts


def dango(random: Random, name: str) -> list[Part]:
    """Three dumplings on a skewer, twice, on a plate."""
    parts = plate(random, f"{name}.plate", 1.05)
    same = random.random() < 0.4
    for k in range(int(random.integers(1, 4))):
        frame = Frame.at(-0.1 + 0.05 * k, -0.2 + 0.1 * k, 0.9, random.uniform(-22, -8))
        stick = np.array([(-0.5, -0.02), (1.05, -0.02), (1.05, 0.015), (-0.5, 0.015)])
        one = [drawn(random, "skewer", Paint(f"{name}.stick", "wood"), stick, weight=0.8, pieces=1)]
        for i, x in enumerate((-0.42, -0.06, 0.3)):
            ring = loop(ellipse(x, -0.01, 0.195, 0.185, count=8) * random.uniform(0.98, 1.02, (8, 1)), 5)
            paint = Paint(f"{name}.ball{0 if same else i}", "icing")
            one.append(
                drawn(
                    random,
                    "dango",
                    paint,
                    ring,
                    form=Ball(x, 0, 0.2, 0.2),
                    marks=(gloss(x - 0.07, -0.09, 0.04, 0.025),),
                    depth=0.02,
                    pieces=1,
                )
            )
        if same:
            sauce = loop(
                [
                    (-0.62, -0.06),
                    (-0.4, -0.2),
                    (0.0, -0.21),
                    (0.4, -0.19),
                    (0.48, -0.02),
                    (0.3, 0.06),
                    (0.1, -0.03),
                    (-0.1, 0.09),
                    (-0.3, 0.0),
                    (-0.48, 0.07),
                ],
                5,
            )
            one.append(
                drawn(
                    random,
                    "sauce",
                    Paint(f"{name}.sauce", "tea"),
                    sauce,
                    weight=0.7,
                    form=Inflated(),
                    depth=0.04,
                    pieces=1,
                )
            )
        parts += placed(one, frame, 0.03 * k)
    return parts


def macarons(random: Random, name: str) -> list[Part]:
    """A pile of macarons."""
    parts: list[Part] = []
    for i, (x, y) in enumerate(((-0.45, 0.0), (0.42, 0.02), (0.0, -0.36))[: int(random.integers(1, 4))]):
        shell, cream = Paint(f"{name}.shell{i}", "icing"), Paint(f"{name}.cream{i}", "cream")
        foot = line(front(0, -0.17, 0.39) + (0, 0.02), 0.6, 0.05, 0.05)
        one = [
            turned(random, "macaron", shell, [(0.38, -0.16), (0.4, -0.1), (0.3, 0.0)], smooth=5, gloss=False),
            turned(random, "macaron.cream", cream, [(0.36, -0.24), (0.37, -0.15)], smooth=0, gloss=False, depth=0.01),
            drawn(
                random,
                "macaron",
                shell,
                loop(
                    [
                        (-0.41, -0.26),
                        (-0.34, -0.42),
                        (0, -0.5),
                        (0.34, -0.42),
                        (0.41, -0.26),
                        (0.2, -0.14),
                        (-0.2, -0.14),
                    ],
                    6,
                ),
                strokes=(foot,),
                marks=(gloss(-0.16, -0.38, 0.09, 0.035, -15),),
                form=Ball(0, -0.25, 0.44, 0.28),
                depth=0.03,
            ),
        ]
        parts += placed(one, Frame.at(x, y, 0.95, random.normal(0, 6)), 0.02 * i)
    return parts


SWEETS: dict[str, Callable[[Random, str], list[Part]]] = {
    "cake slice": cake_slice,
    "cake": cake,
    "ice cream": ice_cream,
    "parfait": parfait,
    "doughnut": doughnut,
    "pudding": pudding,
    "pancakes": pancakes,
    "dango": dango,
    "cupcake": cupcake,
    "macarons": macarons,
}
"""By name."""
