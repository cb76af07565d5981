"""Trees: a trunk with its branches and what grows on them. Their height is 1 and they stand at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import along, cut, offset, ribbon, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import clockwise, edge, line, tufted
from hintpen.training.artist.subjects.plants.foliage import clump


def tree_parts(random: Random, name: str = "tree", species: str = "") -> list[Part]:
    """A tree from back to front. `species`: a key of `TREES`, or "" for one at random."""
    names = list(TREES)
    chosen = species or names[random.choice(len(names), p=(0.42, 0.2, 0.1, 0.1, 0.1, 0.08))]
    return TREES[chosen](random, name)


def broadleaf(random: Random, name: str) -> list[Part]:
    """A crown of clumps on a forked trunk."""
    bark = Paint(f"{name}.bark", "bark")
    leaves = Paint(f"{name}.leaf", "petal" if random.random() < 0.15 else "leaf")
    behind = Paint(f"{name}.leaf_behind", leaves.material, leaves.key)
    style = "lobes" if random.random() < 0.6 else "leaves"
    wide, fork = random.uniform(0.3, 0.42), random.uniform(0.28, 0.4)
    top = fork + (1 - fork) * 0.5
    parts: list[Part] = []
    for x in np.linspace(-0.55, 0.55, int(random.integers(2, 4))):
        parts.append(
            clump(
                random,
                "tree.leaf",
                behind,
                x * wide + random.normal(0, 0.02),
                -(fork + 0.14 + random.uniform(0, 0.1)),
                wide * 0.55,
                0.13,
                style,
                depth=-0.12,
            )
        )
    parts += _trunk(random, bark, fork, random.uniform(0.09, 0.14), wide, top)
    crown = _crown(random, wide, fork, int(random.integers(5, 9)))
    for i, (x, y, r) in enumerate(crown):
        parts.append(
            clump(
                random,
                "tree.leaf",
                leaves,
                x,
                y,
                r * random.uniform(1.05, 1.3),
                r * 0.88,
                style,
                depth=0.05 + 0.03 * i / len(crown),
            )
        )
    return parts


def _crown(random: Random, wide: float, fork: float, count: int) -> list[tuple[float, float, float]]:
    """Clumps that round off to a crown, the top ones behind; the last ones leave the fork to be seen."""
    out = [(random.normal(0, 0.04), -(0.99 - 0.2), 0.19)]
    for i in range(count - 1):
        t = (i + 0.5) / (count - 1)
        side = 1 if i % 2 else -1
        r = random.uniform(0.13, 0.19)
        x = side * wide * (0.45 + 0.45 * np.sin(np.pi * min(1.0, t * 0.95 + 0.12))) * random.uniform(0.75, 1.0)
        y = -(0.8 - (0.8 - fork - 0.1) * t + random.normal(0, 0.02))
        out.append((float(x), float(y), r))
    out.append((random.normal(0, 0.06), -(fork + (1 - fork) * 0.52), random.uniform(0.15, 0.2)))
    return out


def _trunk(random: Random, bark: Paint, fork: float, thick: float, wide: float, top: float) -> list[Part]:
    """The trunk with spreading roots, and two to four branches that go up into the crown."""
    lean = random.normal(0, 0.05)
    parts: list[Part] = []
    for i in range(int(random.integers(2, 5))):
        side = -1 if i % 2 else 1
        start = (lean * 0.7 + side * thick * 0.1, -fork * random.uniform(0.7, 1.0))
        end = (side * wide * random.uniform(0.35, 0.8), -top + random.normal(0, 0.05))
        bend = ((start[0] + end[0]) / 2 - side * 0.01, (start[1] + end[1]) / 2 + random.uniform(0.02, 0.06))
        spine = spline([start, bend, end], 6)
        ring = clockwise(ribbon(spine, np.linspace(thick * 0.45, thick * 0.16, len(spine))))
        parts.append(_wood(random, bark, ring, spine, -0.02))
    s = spline([(0, 0), (lean * 0.3 + random.normal(0, 0.01), -fork * 0.5), (lean, -fork * 1.25)], 8)
    t = np.linspace(0, 1, len(s))
    half = thick / 2 * (0.75 + 0.75 * np.exp(-t * 9) + 0.25 * t**2)
    right, left = offset(s, half * random.uniform(0.95, 1.1)), offset(s, -half)
    foot = thick * 1.1
    roots = spline(
        [
            left[0] + (-foot * 0.25, 0.012),
            left[0] + (foot * 0.25, 0.004),
            (-foot * 0.12, 0.022),
            (foot * 0.2, 0.006),
            right[0] + (foot * 0.22, 0.016),
        ],
        5,
    )
    ring = clockwise(np.concatenate([right, left[::-1], roots]))
    strokes = (
        edge(np.concatenate([right[::-1], roots[-1:]]), 1.1, 0.05),
        edge(np.concatenate([roots[:1], left]), 1.0, 0.05),
        line(cut(roots, 0.1, 0.9), 0.7, 0.4, 0.4, inside=False),
        *_bark(random, s, half),
    )
    parts.append(
        Part(
            "tree.trunk",
            bark,
            (ring,),
            strokes,
            form=Ball(0, -fork / 2, thick * 0.75, 9.0),
            depth=0.0,
            region=f"{bark.key}#wood",
        )
    )
    return parts


def _wood(random: Random, bark: Paint, ring: Points, spine: Points, depth: float) -> Part:
    n = len(ring) // 2
    strokes = (Stroke(ring[:n], 0.95, (0.02, 0.1)), Stroke(ring[n:], 0.95, (0.1, 0.02)))
    return Part("tree.branch", bark, (ring,), strokes, form=Inflated(), depth=depth, region=f"{bark.key}#wood")


def _bark(random: Random, spine: Points, half: np.ndarray) -> list[Stroke]:
    """Short strokes that follow the trunk, more of them on its shadow side, and sometimes a knot."""
    strokes: list[Stroke] = []
    for _ in range(int(random.integers(4, 11))):
        a = random.uniform(0.02, 0.7)
        side = float(np.clip(random.normal(0.3, 0.4), -0.8, 0.85))
        piece = offset(spine, half * side)
        strokes.append(line(cut(piece, a, a + random.uniform(0.08, 0.25)), 0.5, 0.4, 0.5))
    if random.random() < 0.3:
        x, y = along(spine, 0.5)
        r = float(half.min()) * 0.45
        knot = spline(
            [(x - r, y), (x, y - r * 1.3), (x + r, y + r * 0.2), (x, y + r * 1.5), (x - r * 0.9, y + 0.3 * r)]
        )
        strokes.append(line(knot, 0.6, 0.2, 0.3))
    return strokes


def conifer(random: Random, name: str) -> list[Part]:
    """Skirts of needles over one another."""
    bark, needles = Paint(f"{name}.bark", "bark"), Paint(f"{name}.leaf", "leaf")
    tiers, wide, lean = int(random.integers(4, 7)), random.uniform(0.24, 0.34), random.normal(0, 0.015)
    trunk = ribbon(spline([(0, 0), (0, -0.15), (0, -0.3)]), np.linspace(0.1, 0.06, 17))
    n = len(trunk) // 2
    parts = [
        Part(
            "tree.trunk",
            bark,
            (trunk,),
            (Stroke(trunk[:n]), Stroke(trunk[n:])),
            form=Ball(0, -0.15, 0.05, 5),
            depth=-0.05,
        )
    ]
    for i in range(tiers):
        t = i / tiers
        low, high = -0.1 - 0.78 * t, -0.1 - 0.78 * t - 0.36 * (1 - 0.45 * t)
        if i == tiers - 1:
            high = -1.0
        w = wide * (1 - 0.78 * t) * random.uniform(0.9, 1.12)
        v = w * random.uniform(0.82, 1.12)
        sway = lean * (low + high) + random.normal(0, 0.008)
        drop = random.normal(0, 0.015, 2)
        hem = spline(
            [
                (w, low - 0.015 + drop[0]),
                (w * 0.4, low + 0.03),
                (-v * 0.35, low + 0.035),
                (-v, low - 0.02 + drop[1]),
            ],
            6,
        )
        fringe, tufts = tufted(hem, random, int(random.integers(6, 10)), 0.028, lean=0.45, bow=0.35)
        right = spline([(sway, high), (w * 0.28, high + (low - high) * 0.55), hem[0]], 6)
        left = spline([hem[-1], (-v * 0.3, high + (low - high) * 0.5), (sway, high)], 6)
        ring = np.concatenate([right, fringe, left[:-1]])
        ticks = [
            line(spline([(x, y), (x * 1.12, y + 0.035), (x * 1.3, y + 0.05)], 3), 0.5, 0.2, 0.6)
            for x, y in zip(
                random.uniform(-w * 0.55, w * 0.55, 5), random.uniform(high * 0.45 + low * 0.55, low, 5), strict=True
            )
        ]
        parts.append(
            Part(
                "tree.leaf",
                needles,
                (ring,),
                (edge(right, 1.0), edge(left, 0.9), *tufts, *ticks),
                form=Blend(Ball(sway, low, w * 1.2, (low - high) * 2.5), Inflated(bevel=0.05), 0.35),
                depth=0.03 * (1 + t),
            )
        )
    return parts


def palm(random: Random, name: str) -> list[Part]:
    """A bent, ringed trunk with a head of fronds."""
    bark, green = Paint(f"{name}.bark", "bark"), Paint(f"{name}.leaf", "leaf")
    bow = random.uniform(0.05, 0.2) * random.choice((-1, 1))
    spine = spline([(0, 0), (bow * 0.25, -0.3), (bow * 1.1, -0.72)], 10)
    top = spine[-1]
    widths = np.linspace(0.075, 0.045, len(spine)) * (1 + 0.5 * np.exp(-np.linspace(0, 12, len(spine))))
    trunk = ribbon(spine, widths)
    right, left = trunk[: len(spine)], trunk[len(spine) :][::-1]
    rings = [
        line(spline([left[i], spine[i] + (0, 0.012), right[i]], 4), 0.5, 0.1, 0.3)
        for i in range(2, len(spine) - 1, int(random.integers(1, 3)))
    ]
    wood = Part("tree.trunk", bark, (trunk,), (Stroke(right), Stroke(left), *rings), form=Inflated(), depth=0.0)
    count = int(random.integers(7, 11))
    fronds = [
        _frond(random, green, top, angle, 0.05 + 0.01 * i)
        for i, angle in enumerate(sorted(random.uniform(-15, 195, count), key=lambda a: -abs(a - 90)))
    ]
    return [*fronds[: count // 2], wood, *fronds[count // 2 :]]


def _frond(random: Random, green: Paint, top: Points, angle: float, depth: float) -> Part:
    """A feathered leaf that droops; its lower edge is cut into fingers."""
    a = np.radians(angle)
    d = np.array([np.cos(a), -np.sin(a)])
    long = random.uniform(0.28, 0.38)
    end = top + d * long + (0, 0.12 + 0.1 * abs(d[0]))
    spine = spline([top, top + d * long * 0.55 - (0, 0.04), end], 8)
    half = np.sin(np.linspace(0.25, np.pi, len(spine))) * 0.055
    a_side, b_side = offset(spine, half), offset(spine, -half)
    right, one = tufted(a_side[::-1], random, 8, 0.035, lean=0.1, bow=0.2)
    left, two = tufted(b_side, random, 8, 0.035, lean=0.95, bow=0.2)
    ring = np.concatenate([left, right])
    strokes = (*one, *two, line(spine, 0.6, 0.0, 0.4, inside=False))
    return Part("tree.leaf", green, (ring,), strokes, form=Inflated(height=0.6), depth=depth)


def bare(random: Random, name: str) -> list[Part]:
    """A winter tree: it forks and forks again."""
    bark = Paint(f"{name}.bark", "bark")
    parts: list[Part] = []

    def grow(start: Points, angle: float, length: float, thick: float, level: int) -> None:
        a = np.radians(angle)
        end = start + np.array([np.cos(a), -np.sin(a)]) * length
        bend = (start + end) / 2 + random.normal(0, length * 0.07, 2)
        spine = spline([start, bend, end], 5)
        ring = ribbon(spine, np.linspace(thick, thick * (0.62 if level < 3 else 0.1), len(spine)))
        for _ in range(int(random.integers(2, 4)) if level < 3 else 0):
            at = along(spine, random.uniform(0.55, 0.98))
            turn = random.uniform(18, 48) * random.choice((-1, 1))
            grow(at, angle + turn, length * random.uniform(0.55, 0.78), thick * 0.6, level + 1)
        if level < 3:
            grow(end, angle + random.normal(0, 14), length * 0.72, thick * 0.62, level + 1)
        parts.append(_wood(random, bark, ring, spine, 0.01 * (3 - level)))

    grow(np.array([0.0, 0.0]), 90 + random.normal(0, 5), random.uniform(0.3, 0.38), random.uniform(0.07, 0.11), 1)
    return parts


def willow(random: Random, name: str) -> list[Part]:
    """Long hanging curtains of leaves over a short trunk."""
    bark, green = Paint(f"{name}.bark", "bark"), Paint(f"{name}.leaf", "leaf")
    wide = random.uniform(0.34, 0.44)
    parts = [clump(random, "tree.leaf", Paint(f"{name}.leaf_behind", "leaf", green.key), 0, -0.72, wide, 0.26)]
    parts += _trunk(random, bark, 0.38, 0.13, wide, 0.7)
    parts.append(clump(random, "tree.leaf", green, 0, -0.82, wide * 0.8, 0.17, depth=0.05))
    for x in random.permutation(np.linspace(-1, 1, int(random.integers(8, 12)))):
        high = -0.9 + 0.18 * x * x + random.normal(0, 0.015)
        low = -random.uniform(0.18, 0.42)
        w = wide * random.uniform(0.16, 0.24)
        cx = x * wide
        right = spline([(cx * 0.8, high), (cx + w * 0.5, high * 0.6 + low * 0.4), (cx + w * 0.4, low - 0.05)], 6)
        left = spline([(cx, low), (cx - w * 0.6, high * 0.5 + low * 0.5), (cx * 0.8 - w * 0.3, high)], 6)
        a, one = tufted(right, random, 7, 0.012, 1.0)
        b, two = tufted(left, random, 7, 0.012, 0.1)
        inner = [line(cut(offset(right, w * random.uniform(0.2, 0.7)), 0.2, 0.8), 0.45) for _ in range(2)]
        ring = np.concatenate([a, b])
        parts.append(Part("tree.leaf", green, (ring,), (*one, *two, *inner), form=Inflated(), depth=0.08))
    return parts


def cypress(random: Random, name: str) -> list[Part]:
    """A single tall flame of leaves, or a poplar's egg."""
    bark, green = Paint(f"{name}.bark", "bark"), Paint(f"{name}.leaf", "leaf")
    wide = random.uniform(0.1, 0.2)
    right = spline([(0, -1), (wide * 0.75, -0.7), (wide, -0.35), (wide * 0.5, -0.1)], 8)
    left = spline([(wide * 0.5, -0.1), (-wide * 0.4, -0.09), (-wide, -0.36), (-wide * 0.7, -0.72), (0, -1)], 8)
    ring, strokes = tufted(np.concatenate([right, left[1:]]), random, 26, 0.02, lean=0.2, bow=0.5)
    inner = [
        s
        for x, y in random.uniform((-wide * 0.6, -0.75), (wide * 0.6, -0.25), (6, 2))
        for s in tufted(spline([(x, y), (x + 0.02, y + 0.06), (x, y + 0.12)], 4), random, 2, 0.015)[1]
    ]
    stem = ribbon(spline([(0, 0), (0.003, -0.08), (0, -0.16)]), 0.06)
    n = len(stem) // 2
    return [
        Part("tree.trunk", bark, (stem,), (Stroke(stem[:n]), Stroke(stem[n:])), form=Inflated()),
        Part(
            "tree.leaf",
            green,
            (ring,),
            (*strokes, *(Stroke(s.points, 0.5, (0.3, 0.4), (), True) for s in inner)),
            form=Ball(0, -0.5, wide * 1.1, 0.55),
            depth=0.04,
        ),
    ]


TREES: dict[str, Callable[[Random, str], list[Part]]] = {
    "broadleaf": broadleaf,
    "conifer": conifer,
    "palm": palm,
    "bare": bare,
    "willow": willow,
    "cypress": cypress,
}
"""By species."""
