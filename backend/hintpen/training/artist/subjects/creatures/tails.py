"""Tails, from their root at (0, 0); the creature stands to the right of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, lock, offset, profile, ring_of, spline
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.records import Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import clockwise, drawn, edge, scalloped, tufted, tufted_back
from hintpen.training.artist.subjects.creatures.breeds import Breed
from hintpen.training.artist.subjects.creatures.coats import Coat, coated, limb_outline
from hintpen.training.artist.subjects.creatures.markings import bands, marking

Path = tuple[tuple[float, float], ...]

PATHS: dict[str, tuple[Path, ...]] = {
    "up": (
        ((0.2, 0), (-0.45, -0.1), (-0.7, -0.7), (-0.45, -1.25), (-0.6, -1.7)),
        ((0.2, 0), (-0.35, -0.15), (-0.55, -0.65), (-0.85, -1.1), (-0.65, -1.55)),
    ),
    "ground": (
        ((0.2, 0.02), (-0.5, 0.15), (-1.0, 0.1), (-1.35, -0.15)),
        ((0.2, 0.05), (-0.45, 0.12), (-0.85, -0.15), (-1.3, -0.1)),
    ),
    "short": (((0.15, 0), (-0.25, -0.2), (-0.42, -0.5), (-0.3, -0.8)), ((0.15, 0), (-0.3, -0.1), (-0.6, -0.35))),
    "plume": (((0.2, 0.05), (-0.5, -0.05), (-0.72, -0.8), (-0.5, -1.5), (-0.9, -1.95)),),
}


def tail_parts(random: Random, breed: Breed, coat: Coat, low: bool) -> list[Part]:
    """The breed's tail; `low` when the creature sits or lies, so that the root is near the ground."""
    return TAILS[breed.tail](random, coat, low)


def _path(random: Random, way: str) -> Points:
    paths = PATHS[way]
    knots = np.array(paths[random.integers(len(paths))]) * random.uniform(0.85, 1.15)
    knots[2:] += random.normal(0, 0.06, knots[2:].shape)
    return spline(knots, 8)


def _long(random: Random, coat: Coat, low: bool) -> list[Part]:
    path = _path(random, "ground" if low and random.random() < 0.4 else "up")
    parts = [_smooth(coat, path, (0.24, 0.24, 0.21, 0.17))]
    if random.random() < 0.35:
        ring = parts[0].rings[0]
        parts += bands(coat, path, 0.2, (0.5, 0.68, 0.86), ring, Inflated(), -0.05)
    return parts


def _smooth(coat: Coat, path: Points, widths: tuple[float, ...]) -> Part:
    ring, outline = limb_outline(path[::2], widths, 0.1)
    return coated("tail", coat, ring, (edge(outline, 1.0, 0.1),), depth=-0.06)


def _rat(random: Random, coat: Coat, low: bool) -> list[Part]:
    path = _path(random, "ground" if low else "up") * 1.15
    ring, outline = limb_outline(path[::2], (0.13, 0.1, 0.06, 0.03), 0.1)
    return [Part("tail", coat.skin, (ring,), (edge(outline, 0.9, 0.1),), form=Inflated(), depth=-0.06)]


def _bushy(random: Random, path: Points, widths: tuple[float, ...], shag: float) -> tuple[Points, list[Stroke]]:
    """A fat tail whose outer half is all tufts that point to its tip."""
    half = profile(widths, len(path)) / 2
    right, left = offset(path, half), offset(path, -half)
    k = len(path) // 3
    # The left-hand side runs with the path when walked clockwise, the other one against it.
    far, one = tufted(left[k:], random, 5, shag, 0.95, 0.4)
    near, two = tufted_back(right[k:][::-1], random, 5, shag, 0.95, 0.4)
    ring = np.concatenate([left[:k], far, near, right[:k][::-1]])
    return ring, [edge(left[: k + 1], 1.0, 0.05), *one, *two, edge(right[: k + 1][::-1], 1.0, 0.05)]


def _brush(random: Random, coat: Coat, low: bool) -> list[Part]:
    path = _path(random, "ground" if low and random.random() < 0.5 else "up")
    ring, strokes = _bushy(random, path, (0.26, 0.5, 0.72, 0.66, 0.08), 0.08)
    tail = coated("tail", coat, ring, strokes, depth=-0.06)
    return [tail, _tip(random, coat, path, ring)]


def _tip(random: Random, coat: Coat, path: Points, ring: Points) -> Part:
    """The light end of a brush, its border in zigzags."""
    k = round(0.72 * len(path))
    d = path[k] - path[k - 2]
    d = d / max(1e-6, float(np.hypot(*d)))
    n = np.array([-d[1], d[0]])
    across = np.stack([path[k] - n * 0.6, path[k] + d * 0.06, path[k] + n * 0.6])
    zigzag, _ = tufted(spline(across, 5), random, 6, 0.12, 0.5)
    far = np.array([path[k] + n * 0.8 + d * 2, path[k] - n * 0.8 + d * 2])
    return marking("tail.tip", coat.light, np.concatenate([zigzag, far]), ring, Inflated(), -0.05)


def _plume(random: Random, coat: Coat, low: bool) -> list[Part]:
    path = _path(random, "plume")
    ring, strokes = _bushy(random, path, (0.3, 0.8, 1.0, 0.85, 0.12), 0.1)
    inner = [Stroke(offset(path, by)[12:26], 0.5, (0.4, 0.6), (), True) for by in (-0.18, 0.12)]
    return [coated("tail", coat, ring, [*strokes, *inner], depth=-0.1)]


def _ringed(random: Random, coat: Coat, low: bool) -> list[Part]:
    path = _path(random, "up")
    ring, strokes = _bushy(random, path, (0.28, 0.46, 0.55, 0.5, 0.08), 0.06)
    tail = coated("tail", coat, ring, strokes, depth=-0.06)
    return [tail, *bands(coat, path, 0.45, (0.3, 0.48, 0.66, 0.84), ring, Inflated(), -0.05)]


def _curl(random: Random, coat: Coat, low: bool) -> list[Part]:
    if random.random() < 0.4:
        ring, strokes = _bushy(random, _path(random, "short") * 1.2, (0.25, 0.36, 0.4, 0.3, 0.06), 0.08)
        return [coated("tail", coat, ring, strokes, depth=-0.05)]
    return [_smooth(coat, _path(random, "short"), (0.3, 0.28, 0.2, 0.1))]


def _puff(random: Random, coat: Coat, low: bool) -> list[Part]:
    base = ellipse(-0.08, -0.05, 0.24, 0.22, span=(100, 459), count=30)
    ring, arcs = scalloped(base, random, 7, 0.06)
    return [
        Part(
            "tail", coat.light, (ring,), tuple(Stroke(a, 0.95, (0.1, 0.3)) for a in arcs), form=Inflated(), depth=-0.04
        )
    ]


def _stub(random: Random, coat: Coat, low: bool) -> list[Part]:
    base = ellipse(-0.06, -0.05, 0.2, 0.17, -20, span=(60, 419), count=30)
    ring, strokes = tufted(base, random, 8, 0.04, 0.8)
    return [coated("tail", coat, ring, strokes, depth=-0.04)]


def _lion(random: Random, coat: Coat, low: bool) -> list[Part]:
    path = _path(random, "ground" if low else "up")
    x, y = path[-1]
    d = path[-1] - path[-4]
    turn = float(np.degrees(np.arctan2(d[1], d[0])))
    base = ellipse(float(x), float(y), 0.26, 0.17, turn, (180, 540), 26)
    half = len(base) // 2
    one, a = tufted(base[: half + 1], random, 3, 0.08, 0.95)
    two, b = tufted_back(base[half:], random, 3, 0.08, 0.95)
    knot = Part("tail.tuft", coat.dark, (np.concatenate([one, two]),), (*a, *b), form=Inflated(), depth=-0.04)
    return [_smooth(coat, path, (0.18, 0.14, 0.12, 0.11)), knot]


def _spiral(random: Random, coat: Coat, low: bool) -> list[Part]:
    a = np.radians(np.linspace(0, 520, 40))
    spine = np.stack(
        [-np.linspace(0, 0.45, 40) + 0.12 * np.sin(a), -0.1 + 0.14 * np.cos(a) * np.linspace(0.3, 1, 40)], 1
    )
    right, left = offset(spine, 0.045), offset(spine, -0.045)
    ring = clockwise(np.concatenate([right, left[::-1]]))
    return [Part("tail", coat.main, (ring,), (Stroke(right, 0.9), Stroke(left, 0.9)), form=Inflated(), depth=-0.04)]


def _dragon(random: Random, coat: Coat, low: bool) -> list[Part]:
    """Thick at its root, with a blade at its end."""
    path = _path(random, "ground" if low and random.random() < 0.6 else "up")
    d = path[-1] - path[-4]
    d = d / max(1e-6, float(np.hypot(*d)))
    n = np.array([-d[1], d[0]])
    tip = path[-1]
    blade = np.array([tip - d * 0.06, tip - n * 0.22 - d * 0.02, tip + d * 0.36, tip + n * 0.22 - d * 0.02])
    horn = Paint(f"{coat.name}.spike", "horn")
    return [
        _smooth(coat, path, (0.5, 0.36, 0.2, 0.08)),
        drawn(random, "tail.blade", horn, blade, pieces=1, depth=-0.05),
    ]


def _hair(random: Random, coat: Coat, low: bool) -> list[Part]:
    """A horse's tail: a few long locks."""
    hair = Paint(f"{coat.name}.hair", "hair")
    parts: list[Part] = []
    for x in (-0.75, -0.35, -0.55):
        spine = spline([(0.1, -0.05), (x * 0.8, -0.1), (x * 1.1, 0.5), (x + random.normal(-0.1, 0.1), 1.0)], 7)
        right, left = lock(spine, 0.36, 0.45, 0.5)
        inner = Stroke(offset(spine, 0.04)[4:-5], 0.5, (0.3, 0.6), (), True)
        strokes = (edge(right[::-1], 0.95, 0.1), edge(left, 0.95, 0.1), inner)
        parts.append(Part("tail", hair, (ring_of(right, left),), strokes, form=Inflated(), depth=-0.05))
    return parts


TAILS: dict[str, Callable[[Random, Coat, bool], list[Part]]] = {
    "long": _long,
    "rat": _rat,
    "brush": _brush,
    "plume": _plume,
    "ringed": _ringed,
    "curl": _curl,
    "puff": _puff,
    "stub": _stub,
    "lion": _lion,
    "spiral": _spiral,
    "dragon": _dragon,
    "hair": _hair,
}
"""By name."""
