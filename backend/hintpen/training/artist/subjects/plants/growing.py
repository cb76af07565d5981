"""Whole small plants: flowers on their stems, bushes, grass, mushrooms, cacti. Height 1, standing at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import along, cut, ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, line
from hintpen.training.artist.subjects.plants.blooms import bloom_parts
from hintpen.training.artist.subjects.plants.foliage import blades, clump, leaf, stalk

LEAVES_OF: dict[str, str] = {
    "tulip": "blade",
    "lily": "lance",
    "sunflower": "heart",
    "hydrangea": "oval",
    "poppy": "lance",
}
"""The leaf shape of each species; all others have oval ones."""


def flower_parts(random: Random, name: str = "flower", species: str = "") -> list[Part]:
    """A flower on its stem with leaves. `species`: a key of `BLOOMS`, or "" for one at random."""
    kinds = ("daisy", "rose", "blossom", "lily", "tulip", "sunflower", "carnation", "poppy", "hydrangea")
    species = species or str(random.choice(kinds))
    green = Paint(f"{name}.leaf", "greens")
    radius = random.uniform(0.15, 0.22)
    bow = random.normal(0, 0.08)
    top = (bow, -1 + radius)
    spine = spline([(0, 0), (bow * 0.1 - 0.02, -0.4), top], 10)
    parts: list[Part] = []
    side = 1 if random.random() < 0.5 else -1
    for t in np.linspace(0.08, 0.6, int(random.integers(1, 5))):
        parts.append(_stem_leaf(random, green, spine, float(t), side, LEAVES_OF.get(species, "oval")))
        side = -side
    parts.append(stalk(random, "flower.stem", green, spine, 0.024, 0.01))
    if random.random() < 0.3:
        parts += _side_bud(random, name, green, spine, side)
    tilt = random.uniform(0.1, 0.6)
    head = bloom_parts(random, name, species, tilt)
    y = top[1] - (0.45 * radius if species == "tulip" else 0)
    return [*parts, *placed(head, Frame.at(top[0], y, radius, bow * 90), 0.05)]


def _stem_leaf(random: Random, green: Paint, spine: Points, t: float, side: int, shape: str) -> Part:
    x, y = along(spine, t)
    long = random.uniform(0.2, 0.34) * (1.5 if shape == "blade" else 1)
    rise = random.uniform(0.3, 0.75) * (1.6 if shape == "blade" else 1)
    path = spline(
        [
            (x, y),
            (x + side * long * 0.45, y - long * rise * 0.8),
            (x + side * long * random.uniform(0.8, 1.0), y - long * rise * random.uniform(0.5, 1.0)),
        ],
        8,
    )
    wide = {"blade": 0.07, "lance": 0.07, "heart": 0.2}.get(shape, 0.12)
    veins = 0 if shape in ("blade", "lance") else 3
    depth = 0.03 if random.random() < 0.5 else -0.03
    return leaf(random, "flower.leaf", green, path, wide, shape, veins, depth)


def _side_bud(random: Random, name: str, green: Paint, spine: Points, side: int) -> list[Part]:
    x, y = along(spine, random.uniform(0.55, 0.7))
    end = (x + side * 0.12, y - random.uniform(0.12, 0.2))
    twig = spline([(x, y), (x + side * 0.08, y - 0.05), end], 6)
    head = bloom_parts(random, name, "bud", 0.3)
    return [
        stalk(random, "flower.stem", green, twig, 0.016),
        *placed(head, Frame.at(end[0], end[1] - 0.04, 0.07, side * random.uniform(5, 25)), 0.03),
    ]


def grass_tuft_parts(random: Random, name: str = "grass") -> list[Part]:
    """A tuft of blades, now and then with a small flower in it."""
    paint = Paint(f"{name}.blade", "grass")
    tuft = blades(random, "grass", paint, 0, 0, 1.0, random.uniform(0.5, 1.0), int(random.integers(4, 10)))
    if random.random() < 0.85:
        return tuft
    small = flower_parts(random, f"{name}.flower", "daisy")
    return [*placed(small, Frame.at(random.normal(0, 0.1), 0, random.uniform(0.8, 1.2))), *tuft]


def bush_parts(random: Random, name: str = "bush") -> list[Part]:
    """Clumps heaped on the ground, sometimes with blossoms or berries. Its width is about 1.6."""
    green = Paint(f"{name}.leaf", "leaf")
    behind = Paint(f"{name}.leaf_behind", "leaf", green.key)
    style = "lobes" if random.random() < 0.5 else "leaves"
    parts = [
        clump(random, "bush.leaf", behind, x, -0.62, 0.42, 0.36, style, -0.1)
        for x in random.permutation((-0.35, 0.1, 0.4))
    ]
    heaps = [(-0.55, -0.3, 0.34), (0.5, -0.34, 0.36), (random.normal(0, 0.06), -0.4, 0.42)]
    for i, (x, y, r) in enumerate(heaps):
        part = clump(random, "bush.leaf", green, x, y, r * 1.15, r, style, 0.04 * i)
        parts.append(_grounded(part))
    if random.random() < 0.5:
        parts += _ornaments(random, name)
    return parts


def _grounded(part: Part) -> Part:
    """Cut off at the ground."""
    floor = np.array([(-9.0, -9.0), (9.0, -9.0), (9.0, 0.0), (-9.0, 0.0)])
    return Part(
        part.name,
        part.paint,
        part.rings,
        part.strokes,
        part.marks,
        part.form,
        part.depth,
        part.layer,
        (*part.clips, floor),
    )


def _ornaments(random: Random, name: str) -> list[Part]:
    """Blossoms or berries strewn over a bush."""
    parts: list[Part] = []
    berries = random.random() < 0.4
    kind = str(random.choice(("blossom", "daisy", "rose", "carnation")))
    for x, y in random.uniform((-0.65, -0.75), (0.65, -0.15), (int(random.integers(4, 9)), 2)):
        if berries:
            ring = ellipse(float(x), float(y), 0.045, 0.045, count=12)
            fruit = Paint(f"{name}.berry", "berry")
            parts.append(drawn(random, "berry", fruit, ring, form=Ball(x, y, 0.05, 0.05), pieces=1, depth=0.12))
        else:
            head = bloom_parts(random, f"{name}.flower", kind, random.uniform(0, 0.4))
            parts += placed(head, Frame.at(x, y, random.uniform(0.09, 0.13)), 0.1)
    return parts


def mushroom_parts(random: Random, name: str = "mushroom") -> list[Part]:
    """A capped mushroom with gills, spots and a skirt."""
    cap, stem = Paint(f"{name}.cap", "fruit"), Paint(f"{name}.stem", "cream")
    high, wide = random.uniform(0.45, 0.6), random.uniform(0.42, 0.6)
    lean, thick = random.normal(0, 0.05), random.uniform(0.1, 0.17)
    right = spline([(lean + thick * 0.7, -high - 0.05), (thick * 0.7, -high * 0.5), (thick * 1.3, -0.04)], 6)
    left = spline([(-thick * 1.25, -0.05), (-thick * 0.75, -high * 0.5), (lean - thick * 0.7, -high - 0.05)], 6)
    foot = spline([right[-1], (thick * 0.6, 0.01), (-thick * 0.6, 0.012), left[0]], 5)
    stalk_ring = np.concatenate([right, foot[1:-1], left])
    fibers = [line(cut(offset(left, thick * f), 0.1, random.uniform(0.3, 0.7)), 0.45) for f in (0.4, 1.0, 1.5)]
    parts = [
        Part(
            "mushroom.stem",
            stem,
            (stalk_ring,),
            (edge(right), edge(foot), edge(left), *fibers),
            (Mark(MarkKind.SHADE, ellipse(lean, -high, wide * 0.7, 0.12, count=16), 0.85),),
            Ball(0, -high / 2, thick * 1.2, 3),
        )
    ]
    y = -high
    gill = ellipse(lean, y, wide, 0.11, count=28)
    spokes = [
        line(np.array([(lean + 0.3 * wide * c, y + 0.03 * s), (lean + 0.95 * wide * c, y + 0.1 * s)]), 0.4, 0.1, 0.2)
        for c, s in ((np.cos(a), np.sin(a)) for a in np.linspace(0.15, np.pi - 0.15, 11))
    ]
    parts.insert(
        0, drawn(random, "mushroom.gill", Paint(f"{name}.gill", "cream", stem.key), gill, strokes=spokes, depth=-0.02)
    )
    top = spline(
        [
            (lean - wide, y),
            (lean - wide * 0.78, y - (1 + y) * 0.62),
            (lean, -1.0),
            (lean + wide * 0.8, y - (1 + y) * 0.56),
            (lean + wide, y),
        ]
    )
    rim = spline(
        [(lean + wide, y), (lean + wide * 0.5, y + 0.045), (lean - wide * 0.5, y + 0.045), (lean - wide, y)], 6
    )
    ring = np.concatenate([top, rim[1:-1]])
    ball = Blend(Ball(lean, y, wide * 1.05, 1.05 + y), Inflated(bevel=0.1), 0.25)
    parts.append(Part("mushroom.cap", cap, (ring,), (edge(top, 1.1), edge(rim)), form=ball, depth=0.06))
    white = Paint(f"{name}.spot", "cream")
    for x in np.linspace(-0.75, 0.75, int(random.integers(0, 6))):
        r = random.uniform(0.05, 0.09)
        sy = y - (1 + y) * random.uniform(0.2, 0.75) * np.sqrt(1 - x * x) - 0.02
        spot = loop(
            ellipse(lean + x * wide, sy, r * (1.1 - 0.5 * abs(x)), r, count=7) + random.normal(0, 0.006, (7, 2)), 4
        )
        parts.append(drawn(random, "mushroom.spot", white, spot, weight=0.6, form=ball, depth=0.07, clips=(ring,)))
    return parts


def cactus_parts(random: Random, name: str = "cactus") -> list[Part]:
    """A ribbed column with arms, or a ball, with spines and perhaps a flower."""
    green = Paint(f"{name}.skin", "greens")
    parts: list[Part] = []
    wide = random.uniform(0.14, 0.3)
    arms = int(random.integers(0, 3)) if wide < 0.22 else 0
    for i in range(arms):
        side = 1 if i else -1
        y = -random.uniform(0.3, 0.55)
        reach, up = wide + random.uniform(0.1, 0.16), random.uniform(0.15, 0.3)
        path = spline([(0, y), (side * reach * 0.8, y + 0.01), (side * reach, y - 0.06), (side * reach, y - up)], 8)
        parts.append(_column(random, green, path, wide * 0.85, 0.0))
    parts.append(
        _column(
            random, green, spline([(0, 0.0), (random.normal(0, 0.02), -0.5), (0, -1 + wide * 0.4)], 10), wide * 2, 0.04
        )
    )
    if random.random() < 0.6:
        head = bloom_parts(random, f"{name}.flower", str(random.choice(("daisy", "blossom"))), 0.5)
        parts += placed(head, Frame.at(random.normal(0, wide * 0.3), -0.97, 0.12), 0.08)
    return parts


def _column(random: Random, green: Paint, path: Points, thick: float, depth: float) -> Part:
    t = np.linspace(0, 1, len(path))
    half = thick / 2 * np.minimum(1.0, np.sqrt(np.maximum(0.0, 1 - np.maximum(0, (t - 0.78) / 0.22) ** 2) + 0.002))
    half *= 1 - 0.18 * np.exp(-t * 8)
    right, left = offset(path, half), offset(path, -half)
    ribs = [line(offset(path, half * share), 0.55, 0.1, 0.3) for share in (-0.45, 0.1, 0.58)]
    spines: list[Stroke] = []
    for share in (-0.45, 0.1, 0.58):
        curve = offset(path, half * share)
        for at in np.arange(0.12, 0.85, 0.16):
            x, y = along(curve, at + random.normal(0, 0.015))
            d = thick * 0.09
            spines += [
                Stroke(np.array([(x, y), (x - d, y - d * 0.6)]), 0.45, (0, 0.6)),
                Stroke(np.array([(x, y), (x + d, y - d * 0.7)]), 0.45, (0, 0.6)),
            ]
    ring = ring_of(right, left)
    strokes = (Stroke(right[::-1], 1.0, (0.1, 0.05)), Stroke(left, 1.0, (0.05, 0.1)), *ribs, *spines)
    return Part("cactus", green, (ring,), strokes, form=Inflated(), depth=depth, region=f"{green.key}#flesh{depth}")


def shrub_parts(random: Random, name: str = "shrub") -> list[Part]:
    """Large leaves that fan out of the ground: hostas, ferns, monstera."""
    green = Paint(f"{name}.leaf", "leaf")
    shape = str(random.choice(("oval", "heart", "lance", "blade", "spoon")))
    count = int(random.integers(6, 12))
    wide = {"lance": 0.13, "blade": 0.1}.get(shape, 0.24) * random.uniform(0.8, 1.2)
    parts: list[Part] = []
    for i, lean in enumerate(
        sorted(random.uniform(-1, 1, count), key=lambda a: -abs(a) if random.random() < 0.2 else abs(a))
    ):
        long = random.uniform(0.6, 1.0) * (1 - 0.25 * abs(lean))
        tip = (lean * 0.75, -long * (1 - 0.55 * abs(lean)))
        path = spline([(lean * 0.06, 0), (lean * 0.3, tip[1] * 0.75 - 0.06), tip], 9)
        veins = 0 if shape in ("lance", "blade") else 4
        parts.append(leaf(random, "shrub.leaf", green, path, wide, shape, veins, 0.01 * i))
    return parts


def vine_parts(random: Random, name: str = "vine") -> list[Part]:
    """A shoot that winds upward with leaves to both sides and tendrils; ivy, sweet peas."""
    green = Paint(f"{name}.leaf", "leaf")
    path = spline([(0, 0), (0.1, -0.25), (-0.06, -0.5), (0.1, -0.75), (random.normal(0, 0.05), -1)], 10)
    parts = [stalk(random, "vine.stem", green, path, 0.02)]
    side = 1
    kind = "heart" if random.random() < 0.6 else "oval"
    for t in np.linspace(0.06, 0.95, int(random.integers(7, 12))):
        x, y = along(path, float(t))
        long = random.uniform(0.12, 0.2) * (1.15 - 0.5 * t)
        leaf_path = spline(
            [(x, y), (x + side * long * 0.6, y - long * 0.25), (x + side * long, y + random.normal(0, 0.05))], 6
        )
        parts.append(leaf(random, "vine.leaf", green, leaf_path, long * 0.8, kind, 2, 0.03))
        if random.random() < 0.3:
            curl = ellipse(x - side * 0.06, y - 0.03, 0.04, 0.04, span=(0, 300), count=14) * 1.0
            curl = curl + (curl - (x - side * 0.06, y - 0.03)) * np.linspace(0.4, -0.6, 14)[:, None]
            parts.append(Part("vine.tendril", green, (), (Stroke(curl, 0.6, (0.1, 0.4)),)))
        side = -side
    return parts


GROWING: dict[str, Callable[[Random, str], list[Part]]] = {
    "flower": flower_parts,
    "bush": bush_parts,
    "grass": grass_tuft_parts,
    "mushroom": mushroom_parts,
    "cactus": cactus_parts,
    "shrub": shrub_parts,
    "vine": vine_parts,
}
"""By what it is."""
