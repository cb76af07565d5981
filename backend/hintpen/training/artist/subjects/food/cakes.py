"""Cakes, and what cakes are dressed with: cream, icing, berries, candles. They stand at (0, 0)."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, loop, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, line, scalloped, tufted
from hintpen.training.artist.subjects.food.fruits import cherries, fruit_parts, gloss, strawberry
from hintpen.training.artist.subjects.food.vessels import FLAT, disc, front, plate, turned


def berry_on(random: Random, name: str, x: float, y: float, size: float, kind: str = "strawberry") -> list[Part]:
    """A small fruit that stands at (x, y)."""
    made = strawberry(random, name) if kind == "strawberry" else fruit_parts(random, name, kind)
    return placed(made, Frame.at(x, y, size, random.normal(0, 12)), 0.1)


def swirl(random: Random, name: str, paint: Paint, x: float, y: float, r: float) -> list[Part]:
    """A rosette of whipped cream in three turns, the upper ones before the lower."""
    parts: list[Part] = []
    for i in range(3):
        w = r * (1 - 0.3 * i)
        cy = y - r * 0.5 * i
        ring = loop(
            [
                (x - w, cy - 0.02),
                (x - w * 0.5, cy - w * 0.5),
                (x + w * 0.5, cy - w * 0.45),
                (x + w, cy - 0.04),
                (x + w * 0.5, cy + w * 0.28),
                (x - w * 0.4, cy + w * 0.3),
            ],
            5,
        )
        fold = line(
            spline([(x - w * 0.5, cy + w * 0.2), (x - w * 0.1, cy - w * 0.05), (x + w * 0.1, cy - w * 0.35)], 5),
            0.55,
            0.1,
            0.5,
        )
        parts.append(
            drawn(
                random,
                name,
                paint,
                ring,
                weight=0.85,
                strokes=(fold,),
                form=Ball(x, cy, w * 1.1, w * 0.7),
                depth=0.05 + 0.01 * i,
                pieces=1,
            )
        )
    tip = np.array([(x - r * 0.25, y - r * 1.15), (x + 0.02, y - r * 1.75), (x + r * 0.28, y - r * 1.15), (x, y - r)])
    return [*parts, drawn(random, name, paint, loop(tip, 5), weight=0.85, depth=0.09, pieces=1)]


def cake_slice(random: Random, name: str) -> list[Part]:
    """A wedge with its layers seen, cream on top and a berry."""
    sponge, cream = Paint(f"{name}.sponge", "bread"), Paint(f"{name}.cream", "icing")
    filling = Paint(f"{name}.filling", str(random.choice(("berry", "cream", "chocolate"))))
    high = random.uniform(0.55, 0.72)
    tip, back, far = np.array([-0.75, 0.0]), np.array([0.55, 0.06]), np.array([0.72, -0.3])
    up = np.array([0, -high])
    side = np.array([tip, back, back + up, tip + up])
    parts = [drawn(random, "cake.sponge", sponge, side, form=Plane(-0.2, 0.3), pieces=1)]
    holes = [
        line(ellipse(float(x), float(y), 0.02, 0.012, span=(0, 260), count=8), 0.45)
        for x, y in random.uniform((-0.6, -high * 0.9), (0.5, -0.05), (7, 2))
    ]
    parts.append(Part("cake.crumb", sponge, (), tuple(holes), depth=0.01))
    for t in (0.33, 0.62)[: int(random.integers(1, 3))]:
        low, top = up * t, up * (t + 0.1)
        wavy = spline(np.linspace(tip + top, back + top, 7) + random.normal(0, 0.008, (7, 2)), 4)
        under = spline(np.linspace(back + low, tip + low, 7) + random.normal(0, 0.008, (7, 2)), 4)
        band = np.concatenate([wavy, under])
        parts.append(
            drawn(random, "cake.filling", filling, band, weight=0.6, pieces=1, form=Plane(-0.2, 0.3), depth=0.01)
        )
    coat = np.array([back, far, far + up, back + up])
    parts.append(drawn(random, "cake.cream", cream, coat, form=Plane(0.6, 0.2), pieces=1))
    tri = np.array([tip + up, back + up, far + up])
    top_ring = np.concatenate(
        [
            spline(tri[:2], 8)[:-1],
            spline(np.array([tri[1], (tri[1] + tri[2]) / 2 + (0.03, 0.01), tri[2]]), 5)[:-1],
            spline(tri[[2, 0]], 8)[:-1],
        ]
    )
    parts.append(drawn(random, "cake.cream", cream, top_ring, form=Plane(0, -0.6), depth=0.03, pieces=1))
    edge_line = spline(np.array([tip + up, back + up]), 12)
    drip, arcs = scalloped(edge_line[::-1], random, 7, 0.07, hook=0.1)
    drips = np.concatenate([edge_line, drip])
    parts.append(
        Part(
            "cake.cream",
            cream,
            (drips,),
            tuple(Stroke(a, 0.8, (0.1, 0.2)) for a in arcs),
            form=Inflated(),
            depth=0.04,
            region=f"{name}.top",
        )
    )
    spot = (tri[1] + tri[2]) / 2 * 0.7 + tri[0] * 0.3 + (0, 0.06)
    kind = str(random.choice(("strawberry", "strawberry", "cherries")))
    parts += swirl(random, "cake.cream", cream, float(spot[0]), float(spot[1]) - 0.02, 0.16)
    parts += berry_on(random, f"{name}.berry", float(spot[0]), float(spot[1]) - 0.12, 0.36, kind)
    return [*plate(random, f"{name}.plate", 1.0), *placed(parts, Frame.at(0, -0.06, 0.92))]


def cake(random: Random, name: str) -> list[Part]:
    """A whole cake with icing that runs down, rosettes, berries, perhaps candles."""
    sponge, icing = Paint(f"{name}.sponge", "icing"), Paint(f"{name}.icing", "icing")
    r, high = 0.8, random.uniform(0.5, 0.75)
    parts = plate(random, f"{name}.plate", 1.08)
    layer_lines = (
        [line(front(0, -high * f - 0.1, r), 0.6, 0.05, 0.05) for f in (0.45,)] if random.random() < 0.5 else []
    )
    parts.append(
        turned(
            random,
            "cake",
            sponge,
            [(r, -high - 0.1), (r, -high * 0.5), (r, -0.1)],
            smooth=2,
            strokes=layer_lines,
            gloss=False,
        )
    )
    wave = _drips(random, r, -high - 0.1)
    top = ellipse(0, -high - 0.1, r * 1.02, r * FLAT, span=(180, 360), count=20)
    parts.append(
        Part(
            "cake.icing",
            icing,
            (np.concatenate([wave, top]),),
            (edge(wave, 0.95, 0.05), edge(top, 0.9, 0.05)),
            (gloss(-0.5, -high - 0.02, 0.07, 0.03, 20),),
            Blend(Plane(0, -0.5), Inflated(bevel=0.12), 0.5),
            0.03,
        )
    )
    rim_line = line(ellipse(0, -high - 0.12, r * 0.93, r * FLAT * 0.9, span=(10, 170), count=20), 0.45, 0.2, 0.2)
    parts.append(Part("cake.line", icing, (), (rim_line,), depth=0.03))
    kind = str(random.choice(("strawberry", "cherries", "candles")))
    cream = Paint(f"{name}.cream", "cream")
    spots = [
        (0.6 * r * np.cos(a), -high - 0.1 + 0.6 * r * FLAT * np.sin(a))
        for a in np.radians(np.arange(0, 360, 60) + random.uniform(0, 60))
    ]
    for x, y in sorted(spots, key=lambda p: p[1]):
        if kind == "candles":
            parts += _candle(random, name, float(x), float(y))
        else:
            parts += swirl(random, "cake.cream", cream, float(x), float(y), 0.12)
            parts += berry_on(random, f"{name}.berry", float(x), float(y) - 0.09, 0.26, kind)
    return parts


def _drips(random: Random, r: float, y: float) -> Points:
    """The lower edge of icing on a round cake, from the right to the left, with drips of many lengths."""
    n = int(random.integers(7, 11)) * 2 + 1
    a = np.linspace(0, np.pi, n)
    low = np.where(np.arange(n) % 2 == 1, random.uniform(0.16, 0.34, n), random.uniform(0.03, 0.08, n))
    low[[0, -1]] = 0.03
    return spline(np.stack([r * 1.02 * np.cos(a), y + r * FLAT * np.sin(a) + low], 1), 6)


def _candle(random: Random, name: str, x: float, y: float) -> list[Part]:
    ring = np.array([(x - 0.035, y - 0.3), (x + 0.035, y - 0.3), (x + 0.035, y), (x - 0.035, y)])
    stripes = [line(np.array([(x - 0.035, y - d), (x + 0.035, y - d - 0.04)]), 0.5, 0, 0) for d in (0.06, 0.14, 0.22)]
    flame = loop([(x, y - 0.33), (x + 0.045, y - 0.4), (x + 0.01, y - 0.52), (x - 0.04, y - 0.41)], 5)
    return [
        drawn(
            random, "candle", Paint(f"{name}.candle", "plastic"), ring, weight=0.8, strokes=stripes, pieces=1, depth=0.1
        ),
        drawn(random, "flame", Paint(f"{name}.flame", "fire"), flame, weight=0.7, pieces=1, form=Plane(), depth=0.11),
    ]


def pudding(random: Random, name: str) -> list[Part]:
    """Custard with caramel on a plate, cream and a cherry on top."""
    custard, caramel = Paint(f"{name}.custard", "cheese"), Paint(f"{name}.caramel", "tea")
    parts = plate(random, f"{name}.plate", 0.95)
    parts.append(turned(random, "pudding", custard, [(0.42, -0.75), (0.5, -0.4), (0.6, -0.1)], smooth=4, gloss=True))
    wave = _drips(random, 0.42, -0.75)
    top = ellipse(0, -0.75, 0.43, 0.43 * FLAT, span=(180, 360), count=18)
    parts.append(
        Part(
            "caramel",
            caramel,
            (np.concatenate([wave, top]),),
            (edge(wave, 0.9, 0.05), edge(top, 0.9, 0.05)),
            (gloss(-0.22, -0.76, 0.07, 0.025, 0),),
            Blend(Plane(0, -0.5), Inflated(bevel=0.1), 0.5),
            0.03,
        )
    )
    if random.random() < 0.7:
        parts += swirl(random, "cream", Paint(f"{name}.cream", "cream"), 0.0, -0.78, 0.15)
        parts += placed(cherries(random, f"{name}.cherry")[2:4], Frame.at(0.06, -0.9, 0.4), 0.1)
    return parts


def pancakes(random: Random, name: str) -> list[Part]:
    """A stack with butter and syrup."""
    parts = plate(random, f"{name}.plate", 1.05)
    dough, face = Paint(f"{name}.side", "cheese"), Paint(f"{name}.top", "bread")
    y = -0.1
    for _ in range(int(random.integers(2, 5))):
        x = random.normal(0, 0.025)
        made = [
            turned(random, "pancake", dough, [(0.66, y - 0.15), (0.71, y - 0.08), (0.66, y)], smooth=4, gloss=False)
        ]
        made.append(drawn(random, "pancake", face, disc(0, y - 0.15, 0.65), weight=0.7, pieces=1, form=Plane(0, -0.5)))
        parts += placed(made, Frame.at(x, 0))
        y -= 0.15
    syrup = Paint(f"{name}.syrup", "broth")
    wave = _drips(random, 0.42, y + 0.02)
    top = ellipse(0, y, 0.43, 0.43 * FLAT, span=(180, 360), count=18)
    parts.append(
        Part(
            "syrup",
            syrup,
            (np.concatenate([wave, top]),),
            (edge(wave, 0.8, 0.05), edge(top, 0.8, 0.05)),
            (gloss(-0.2, y + 0.02, 0.06, 0.02, 0),),
            Inflated(bevel=0.08),
            0.02,
        )
    )
    cube = np.array(
        [(-0.14, y - 0.02), (0.02, y + 0.05), (0.17, y - 0.02), (0.16, y - 0.11), (0.0, y - 0.17), (-0.14, y - 0.1)]
    )
    inner = [
        line(np.array([(-0.14, y - 0.1), (0.02, y - 0.04)]), 0.6, 0, 0),
        line(np.array([(0.16, y - 0.11), (0.02, y - 0.04)]), 0.6, 0, 0),
        line(np.array([(0.02, y - 0.04), (0.02, y + 0.05)]), 0.6, 0, 0),
    ]
    return [
        *parts,
        drawn(random, "butter", Paint(f"{name}.butter", "cheese"), cube, strokes=inner, pieces=1, depth=0.06),
    ]


def cupcake(random: Random, name: str) -> list[Part]:
    """A pleated paper cup with a swirl of cream."""
    paper, icing = Paint(f"{name}.paper", "cloth"), Paint(f"{name}.icing", "icing")
    pleats = [
        line(
            np.array([(x * 1.02, -0.5 + 0.08 * (1 - x * x * 3)), (x * 0.74, -0.0 + 0.07 * (1 - x * x * 4))]),
            0.5,
            0.05,
            0.1,
        )
        for x in np.linspace(-0.42, 0.42, 8)
    ]
    parts = [turned(random, "cupcake.paper", paper, [(0.48, -0.5), (0.34, 0.0)], smooth=0, strokes=pleats, gloss=False)]
    for i, w in enumerate((0.56, 0.45, 0.32)):
        y = -0.58 - 0.2 * i
        base = ellipse(0, y, w, w * 0.36, span=(180, 539), count=30)
        ring, arcs = scalloped(base, random, 8, 0.05, hook=0.5)
        parts.append(
            Part(
                "cupcake.icing",
                icing,
                (ring,),
                tuple(Stroke(a, 0.9, (0.1, 0.4)) for a in arcs),
                form=Ball(0, y, w * 1.1, w * 0.5),
                depth=0.03 + 0.01 * i,
            )
        )
    tip, strokes = tufted(spline([(-0.16, -1.05), (0, -1.16), (0.16, -1.05)], 5), random, 1, 0.12, 0.55)
    parts.append(Part("cupcake.icing", icing, (tip,), tuple(strokes), form=Inflated(), depth=0.08))
    if random.random() < 0.7:
        parts += berry_on(random, f"{name}.berry", 0, -1.05, 0.34, str(random.choice(("strawberry", "cherries"))))
    return parts
