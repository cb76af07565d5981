"""Leaves: one by one, and massed into clumps."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import Values, along, cut, ellipse, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import line, scalloped, tufted


def clump(
    random: Random,
    name: str,
    paint: Paint,
    x: float,
    y: float,
    rx: float,
    ry: float,
    style: str = "lobes",
    depth: float = 0.0,
    layer: float = 0.0,
) -> Part:
    """A mass of leaves about (x, y). `style`: "lobes" for round scallops, "leaves" for pointed ones."""
    size = (rx + ry) / 2
    turn = random.uniform(0, 360)
    wave = 1 + 0.1 * np.sin(np.linspace(0, 2 * np.pi, 41) * random.integers(2, 4) + random.uniform(0, 6))
    base = ellipse(0, 0, 1, 1, span=(turn, turn + 359.9), count=41) * wave[:, None] * (rx, ry) + (x, y)
    if style == "lobes":
        ring, arcs = scalloped(base, random, int(random.integers(9, 14)), size * 0.17)
        strokes = [Stroke(arc, random.uniform(0.85, 1.15), (0.12, 0.3)) for arc in arcs]
    else:
        ring, strokes = tufted(base, random, int(random.integers(16, 24)), size * 0.16, lean=0.75, bow=0.7)
    inner = [s for _ in range(int(random.integers(2, 5))) for s in _texture(random, x, y, rx, ry, style)]
    shade = Mark(MarkKind.SHADE, _underside(random, x, y, rx, ry, size), 0.9)
    form = Blend(Ball(x, y, rx * 1.15, ry * 1.15), Inflated(bevel=size * 0.3), 0.3)
    return Part(name, paint, (ring,), (*strokes, *inner), (shade,), form, depth, layer)


def _texture(random: Random, x: float, y: float, rx: float, ry: float, style: str) -> list[Stroke]:
    """A few loose lobes inside a clump, where its own shadow begins."""
    a = random.uniform(-0.3, np.pi + 0.3)
    r = random.uniform(0.3, 0.75)
    cx, cy = x + rx * r * np.cos(a), y + ry * r * np.sin(a)
    reach = random.uniform(0.18, 0.34)
    start = random.uniform(150, 230)
    arc = ellipse(cx, cy, rx * reach, ry * reach, span=(start, start + random.uniform(100, 170)), count=9)
    if style == "lobes":
        return [
            Stroke(curve, 0.5, (0.3, 0.4), (), True)
            for curve in scalloped(arc, random, int(random.integers(2, 4)), rx * 0.09)[1]
        ]
    strokes = tufted(arc, random, int(random.integers(2, 4)), rx * 0.1, lean=0.8)[1]
    return [Stroke(s.points, 0.5, (0.3, 0.4), (), True) for s in strokes]


def _underside(random: Random, x: float, y: float, rx: float, ry: float, size: float) -> Points:
    """The shadowed belly of a clump with a scalloped upper edge."""
    low = random.uniform(0.1, 0.35)
    sag = np.array([(x - rx * 1.2, y + ry * low), (x, y + ry * (low + 0.4)), (x + rx * 1.2, y + ry * (low - 0.1))])
    top = scalloped(spline(sag), random, 6, size * 0.1)[0]
    return np.concatenate([top, [(x + rx * 1.3, y + ry * 1.4), (x - rx * 1.3, y + ry * 1.4)]])


LEAF_WIDTHS: dict[str, tuple[float, ...]] = {
    "oval": (0.05, 0.75, 1.0, 0.85, 0.5, 0.0),
    "lance": (0.05, 0.6, 0.9, 0.75, 0.4, 0.0),
    "heart": (0.35, 1.15, 1.05, 0.75, 0.4, 0.0),
    "spoon": (0.05, 0.3, 0.65, 1.0, 0.85, 0.0),
    "blade": (0.7, 1.0, 0.9, 0.7, 0.4, 0.0),
}
"""Half widths from the stalk to the tip."""


def leaf(
    random: Random,
    name: str,
    paint: Paint,
    spine: Points,
    width: float,
    shape: str = "oval",
    veins: int = 3,
    depth: float = 0.0,
    layer: float = 0.0,
    weight: float = 0.9,
) -> Part:
    """A leaf along its midrib, from the stalk to the tip; one half is narrower, as seen a little from the side."""
    spine = along(spine, np.linspace(0, 1, 16))
    half = _smooth(LEAF_WIDTHS[shape]) * width / 2
    turn = random.uniform(0.55, 1.0)
    right, left = offset(spine, half * turn), offset(spine, -half)
    strokes = [
        Stroke(right, weight, (0.05, 0.2)),
        Stroke(left, weight * 1.05, (0.05, 0.2)),
        line(cut(spine, 0.0, random.uniform(0.8, 0.95)), 0.6, 0.1, 0.7),
    ]
    for t in np.linspace(0.2, 0.7, veins) if veins else ():
        i = int(t * 15)
        j = min(15, i + 3)
        for side in (right, left):
            tip = spine[j] + (side[j] - spine[j]) * 0.8
            bend = spine[i] + (side[i] - spine[i]) * 0.3 + (spine[j] - spine[i]) * 0.35
            strokes.append(line(np.stack([spine[i], bend, tip]), 0.4, 0.1, 0.6))
    shade = Mark(MarkKind.SHADE, ring_of(right, spine), 0.55)
    tilt = (spine[-1] - spine[0]) / max(1e-9, float(np.hypot(*(spine[-1] - spine[0]))))
    form = Blend(Plane(float(tilt[0]) * 0.3, float(tilt[1]) * 0.3 - 0.2), Inflated(), 0.4)
    return Part(name, paint, (ring_of(right, left),), tuple(strokes), (shade,), form, depth, layer)


def _smooth(widths: tuple[float, ...]) -> Values:
    knots = spline(np.stack([np.linspace(0, 1, len(widths)), np.asarray(widths)], 1), 6)
    return np.maximum(np.interp(np.linspace(0, 1, 16), knots[:, 0], knots[:, 1]), 0.0)


def stalk(
    random: Random, name: str, paint: Paint, spine: Points, width: float, depth: float = 0.0, layer: float = 0.0
) -> Part:
    """A stem: two lines that narrow upward."""
    widths = np.linspace(1.0, 0.75, len(spine)) * width / 2
    right, left = offset(spine, widths), offset(spine, -widths)
    weight = random.uniform(0.8, 1.0)
    strokes = (Stroke(right, weight, (0.05, 0.05)), Stroke(left, weight, (0.05, 0.05)))
    return Part(name, paint, (ring_of(right, left),), strokes, form=Inflated(), depth=depth, layer=layer)


def blades(
    random: Random, name: str, paint: Paint, x: float, y: float, height: float, spread: float, count: int
) -> list[Part]:
    """Grass blades that fan out of (x, y); one region, each blade before the last."""
    parts: list[Part] = []
    for share in random.permutation(np.linspace(-1, 1, count)):
        lean = share * spread + random.normal(0, 0.1)
        high = height * random.uniform(0.55, 1.0) * (1 - 0.25 * abs(share))
        tip = (x + lean * high, y - high)
        foot = x + share * height * 0.12
        spine = spline([(foot, y), (foot + lean * high * 0.25, y - high * 0.6), tip], 6)
        half = np.sin(np.linspace(1.9, np.pi, len(spine))) * height * random.uniform(0.03, 0.05)
        right, left = offset(spine, half), offset(spine, -half)
        ring = ring_of(right, left)
        strokes = (Stroke(right, 0.8, (0.02, 0.3)), Stroke(left, 0.8, (0.02, 0.3)))
        parts.append(Part(name, paint, (ring,), strokes, form=Plane(0, -0.4), region=f"{paint.key}#blades"))
    return parts
