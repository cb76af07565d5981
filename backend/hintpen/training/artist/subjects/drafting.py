"""Drawing by hand: straight lines that bow, polygons, closed shapes, scallops, stars and other small forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hintpen.training.artist.curves import Knots, Values, along, closed, cut, ellipse, loop, points, spline, uneven
from hintpen.training.artist.forms import Form, Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke

FLAT = Plane()
SQUARE = (0.0, 0.0)
"""The taper of lines that end bluntly."""


@dataclass(frozen=True)
class Hand:
    """How somebody draws straight lines. `bow`: how far from straight, as a share of the length; `overshoot`: how far
    lines run past their corners, in canvas units.
    """

    bow: float = 0.004
    overshoot: float = 0.0


RULER = Hand(0.0, 0.0)
_ALONG = np.linspace(0, 1, 7)[:, None]
_BOW = 4 * _ALONG * (1 - _ALONG)
_LEAN = _BOW * (2 * _ALONG - 1)


def choose_hand(random: Random) -> Hand:
    """A ruler, a steady hand, or a loose one whose lines cross at corners."""
    bow = (0.0, random.uniform(0.002, 0.006), random.uniform(0.006, 0.014))[random.choice(3, p=(0.3, 0.45, 0.25))]
    return Hand(float(bow), float(random.uniform(0.003, 0.012)) if random.random() < 0.3 else 0.0)


def straight(a: Sequence[float] | Points, b: Sequence[float] | Points, hand: Hand, random: Random) -> Points:
    """A line from `a` to `b` as the hand draws it; its ends lie exactly on them."""
    p, q = np.asarray(a, np.float64), np.asarray(b, np.float64)
    run = q - p
    # So short a line has no bow that one could see.
    if hand.bow == 0.0 or abs(run[0]) + abs(run[1]) < 0.03:
        return np.array([p, q])
    side = np.array([-run[1], run[0]]) * random.normal(0, hand.bow)
    return p + run * _ALONG + side * (_BOW + random.uniform(-0.5, 0.5) * _LEAN)


def edges_of(corners: Knots, hand: Hand, random: Random) -> list[Points]:
    """The sides of a polygon, one curve each, in its order."""
    k = points(corners)
    return [straight(a, b, hand, random) for a, b in pairwise([*k, k[0]])]


def ring_from(edges: Sequence[Points]) -> Points:
    """Sides that meet end to end as one ring."""
    return np.concatenate([edge[:-1] for edge in edges])


def overshot(line: Points, hand: Hand, random: Random) -> Points:
    """The line run on at both ends as far as the hand is loose."""
    if hand.overshoot == 0.0:
        return line
    first, last = line[0] - line[1], line[-1] - line[-2]
    run = random.uniform(0, hand.overshoot, 2)
    a = line[0] + first / max(float(np.hypot(*first)), 1e-9) * run[0]
    b = line[-1] + last / max(float(np.hypot(*last)), 1e-9) * run[1]
    return np.concatenate([[a], line, [b]])


def contour(ring: Points, weight: float = 1.0) -> Stroke:
    """The whole outline of a ring."""
    return Stroke(closed(ring), weight, SQUARE)


def shape(
    name: str,
    paint: Paint,
    ring: Points,
    *,
    weight: float = 1.0,
    form: Form = FLAT,
    depth: float = 0.0,
    strokes: Sequence[Stroke] = (),
    marks: Sequence[Mark] = (),
    clips: Sequence[Points] = (),
    region: str = "",
) -> Part:
    """A part with one outline, drawn all around; `weight` 0 leaves the outline out."""
    outline = (contour(ring, weight),) if weight > 0 else ()
    return Part(
        name, paint, (ring,), (*strokes, *outline), tuple(marks), form, depth, clips=tuple(clips), region=region
    )


def board(
    name: str,
    paint: Paint,
    corners: Knots,
    hand: Hand,
    random: Random,
    *,
    weight: float = 1.0,
    form: Form = FLAT,
    depth: float = 0.0,
    strokes: Sequence[Stroke] = (),
    marks: Sequence[Mark] = (),
    clips: Sequence[Points] = (),
    region: str = "",
) -> Part:
    """A polygon whose sides are drawn one by one."""
    edges = edges_of(corners, hand, random)
    lines = [Stroke(overshot(edge, hand, random), weight, SQUARE) for edge in edges] if weight > 0 else []
    return Part(
        name,
        paint,
        (ring_from(edges),),
        (*strokes, *lines),
        tuple(marks),
        form,
        depth,
        clips=tuple(clips),
        region=region,
    )


def box_corners(left: float, top: float, right: float, bottom: float) -> Points:
    """An upright rectangle's corners, clockwise from the upper left."""
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float64)


def inner(*knots: tuple[float, float], weight: float = 0.55, taper: tuple[float, float] = (0.1, 0.4)) -> Stroke:
    """A smooth line inside a part through a few points."""
    return Stroke(spline(knots, 5) if len(knots) > 2 else points(knots), weight, taper, inside=True)


def bar(a: Sequence[float], b: Sequence[float], thick: float, end: float = 0.0) -> Points:
    """A straight bar from `a` to `b` as a ring; `end` is its thickness at `b` (0: the same)."""
    p, q = np.asarray(a, np.float64), np.asarray(b, np.float64)
    run = (q - p) / max(float(np.hypot(*(q - p))), 1e-9)
    side = np.array([-run[1], run[0]])
    near, far = side * thick / 2, side * (end or thick) / 2
    return np.stack([p - near, q - far, q + far, p + near])


def scalloped(path: Points, shares: Values, bulge: float | Values, skew: float = 0.0, per: int = 8) -> Points:
    """Half ellipses along a path, between its points at `shares` (0..1): clouds, foliage, lace.

    They bulge to the left hand of the path's direction by `bulge` (one, or one for each) of their width.
    """
    k = along(path, shares)
    a, run = k[:-1, None], np.diff(k, axis=0)[:, None]
    out = np.stack([run[..., 1], -run[..., 0]], -1)
    t = np.linspace(0, np.pi, per, endpoint=False)[None, :, None]
    high = np.reshape(np.broadcast_to(bulge, (len(k) - 1,)), (-1, 1, 1))
    arcs = a + run * ((1 - np.cos(t)) / 2 + skew * np.sin(t)) + out * np.sin(t) * high
    return np.concatenate([arcs.reshape(-1, 2), k[-1:]])


def star_ring(x: float, y: float, radius: float, tips: int = 5, inner: float = 0.42, turn: float = 0.0) -> Points:
    """A star with pointed tips; `turn` in degrees."""
    a = np.radians(turn - 90) + np.arange(2 * tips) * np.pi / tips
    r = np.where(np.arange(2 * tips) % 2 == 0, radius, radius * inner)
    return np.stack([x + r * np.cos(a), y + r * np.sin(a)], 1)


def heart_ring(x: float, y: float, radius: float, turn: float = 0.0) -> Points:
    """A heart about (x, y)."""
    t = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    u = np.sin(t) ** 3
    v = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) / 15
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return np.stack([x + radius * (c * u - s * v), y + radius * (s * u + c * v)], 1)


def blob(x: float, y: float, rx: float, ry: float, random: Random, unrest: float = 0.12, knots: int = 8) -> Points:
    """A roundish ring with a hand's irregularity."""
    a = (np.arange(knots) + random.uniform(-0.25, 0.25, knots)) * 2 * np.pi / knots
    r = random.uniform(1 - unrest, 1 + unrest, knots)
    return loop(np.stack([x + rx * r * np.cos(a), y + ry * r * np.sin(a)], 1), 5)


def rosette(
    name: str, thing: str, x: float, y: float, radius: float, random: Random, depth: float, petals: int = 0
) -> list[Part]:
    """A flower seen from above: its petals in one region, lines between them, and a heart."""
    n = petals or int(random.integers(5, 9))
    turn, notch = random.uniform(0, 2 * np.pi), random.uniform(0.62, 0.8)
    a = turn + np.arange(4 * n) * np.pi / (2 * n)
    r = radius * np.tile([notch, 0.95, random.uniform(0.9, 1.08), 0.95], n) * random.uniform(0.94, 1.06, 4 * n)
    ring = loop(np.stack([x + r * np.cos(a), y + r * np.sin(a)], 1), 4)
    middle = np.array([x, y])
    inner = [
        Stroke(np.stack([middle + (p - middle) * 0.3, p]), 0.6, (0.5, 0.0), inside=True)
        for p in np.stack([x + r[::4] * np.cos(a[::4]), y + r[::4] * np.sin(a[::4])], 1)
    ]
    heart = ellipse(x, y, radius * 0.27, radius * 0.25, count=16)
    deep = [Mark(MarkKind.SHADE, ellipse(x, y, radius * 0.45, radius * 0.45, count=16), 0.6, radius * 0.06)]
    return [
        shape(f"{name}.petals", Paint(f"{thing}.petals", "petal"), ring, strokes=inner, marks=deep, depth=depth),
        shape(f"{name}.heart", Paint(f"{thing}.heart", "petal"), heart, weight=0.7, depth=depth + 0.004),
    ]


def leaf(
    name: str, paint: Paint, base: Points, tip: Points, width: float, depth: float, form: Form = FLAT, veins: int = 0
) -> Part:
    """A pointed leaf with its middle vein and `veins` pairs of side veins."""
    run = tip - base
    side = np.array([-run[1], run[0]]) * width / 2 / max(float(np.hypot(*run)), 1e-9)
    right = np.stack([base, base + run * 0.35 + side, base + run * 0.72 + side * 0.7, tip])
    left = np.stack([base, base + run * 0.35 - side, base + run * 0.72 - side * 0.7, tip])
    ring = np.concatenate([_bezier(right), _bezier(left)[::-1]])
    strokes = [Stroke(np.stack([base, base + run * 0.85]), 0.55, (0.0, 0.6), inside=True)]
    for t in np.linspace(0.25, 0.65, veins):
        foot = base + run * t
        strokes += [
            Stroke(np.stack([foot, foot + run * 0.18 + s]), 0.4, (0.0, 0.6), inside=True) for s in (side, -side)
        ]
    return shape(name, paint, ring, strokes=strokes, form=form, depth=depth)


def _bezier(knots: Points) -> Points:
    t = np.linspace(0, 1, 9)[:, None]
    a, b, c, d = knots
    return a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t**2 * (1 - t) + d * t**3


def hatched(
    a: Points, b: Points, count: int, length: float, angle: float, random: Random, weight: float = 0.45
) -> list[Stroke]:
    """Short parallel strokes whose feet lie along the line from `a` to `b`; `angle` in degrees."""
    run = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
    feet = a + (b - a) * uneven(max(count, 1), random)[:, None]
    return [
        Stroke(np.stack([p, p + run * length * random.uniform(0.6, 1.1)]), weight, (0.0, 0.7), inside=True)
        for p in feet
    ]


def piece(ring: Points, start: float, end: float) -> Points:
    """The part of a ring's outline between two shares of its length."""
    return cut(closed(ring), start, end)
