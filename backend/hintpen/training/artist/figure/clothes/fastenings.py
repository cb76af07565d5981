"""Small things on garments: buttons, zips, pockets, belts, studs, drawstrings, epaulets, stripes along sleeves."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import cut, ellipse, joined, loop, offset, polyline, ribbon, ring_of, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes.folds import Fold
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, line, piece
from hintpen.training.artist.figure.clothes.trunk import Trunk, Values
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Stroke


def studs(spots: Points, paint: Paint, size: float, layer: float, name: str = "button") -> list[Part]:
    """Round buttons or studs at (n, 2) places."""
    rings = tuple(ellipse(x, y, size, size, count=14) for x, y in spots.tolist())
    strokes = tuple(Stroke(np.concatenate([ring, ring[:1]]), 0.7, (0, 0)) for ring in rings)
    return [Part(f"clothes.{name}", paint, rings, strokes, (), Inflated(), 0.1, layer)]


def buttons(trunk: Trunk, paint: Paint, levels: Values, u: float, size: float, layer: float) -> list[Part]:
    """A row of buttons down the front."""
    return studs(trunk.chest(np.full_like(levels, u), levels), paint, size, layer) if len(levels) else []


def placket(trunk: Trunk, top: Points, end: float, width: float) -> tuple[Stroke, ...]:
    """The strip of a shirt's front that holds the buttons: lines only."""
    v = np.linspace(0.3, end, 12)
    start = v[trunk.chest(np.zeros(12), v)[:, 1] > top[1] + 0.02]
    lines = [
        np.concatenate([top[None] + (u * 0.3, 0), trunk.chest(np.full_like(start, u), start)]) for u in (-width, width)
    ]
    return tuple(Stroke(spline(one, 2), 0.7, (0, 0), inside=True) for one in lines)


def front_edge(trunk: Trunk, start: float, hem: float) -> tuple[Stroke, ...]:
    """The edge of the upper front of a closed jacket, with a rounded corner at the hem."""
    v = np.linspace(max(start, 0.3), hem - 0.35, 9)
    top = trunk.chest(np.full(9, 0.05), v)
    corner = trunk.chest(np.array([0.02, -0.12]), np.array([hem - 0.1, hem + 0.05]))
    if start <= 0:
        top = np.concatenate([trunk.neck(4), top])
    return (Stroke(spline(np.concatenate([top, corner]), 3), 0.85, (0, 0), inside=True),)


def zip_line(trunk: Trunk, top: Points, end: float) -> tuple[Stroke, ...]:
    """A zip: two fine lines side by side."""
    return placket(trunk, top, end, 0.03)


def pocket(cloth: Cloth, trunk: Trunk, u: float, v: float, layer: float, size: float = 1.0) -> list[Part]:
    """A patch pocket about (u, v) of the chest."""
    wide = 0.2 * size
    a = trunk.chest(u + np.array([-wide, wide, wide, 0.0, -wide]), v + np.array([0.0, 0.0, 0.75, 0.95, 0.75]) * size)
    edge = polyline([*a, a[0]], 0.1)
    flap = a[:2] + (0.0, 0.13)
    return piece(
        "clothes.pocket",
        Cloth(cloth.paint),
        edge[:-1],
        [line(edge, 0.8), line(flap, 0.6)],
        form=trunk.ball,
        depth=0.07,
        layer=layer,
    )


def welt(trunk: Trunk, paint: Paint, u: float, v: float, layer: float) -> list[Part]:
    """A breast pocket's slit with a folded handkerchief."""
    slit = trunk.chest(u + np.array([-0.15, 0.15]), np.array([v, v - 0.06]))
    up = np.array([0.0, -0.2])
    tips = [
        slit[0],
        slit[0] * 0.7 + slit[1] * 0.3 + up,
        slit[0] * 0.5 + slit[1] * 0.5 + up * 0.5,
        slit[0] * 0.25 + slit[1] * 0.75 + up * 1.1,
        slit[1],
    ]
    edge = polyline([*tips, tips[0]], 0.08)
    return [Part("clothes.handkerchief", paint, (edge[:-1],), (line(edge, 0.7),), (), Inflated(), 0.1, layer)]


def pouch(tailor: Tailor, cloth: Cloth, trunk: Trunk) -> list[Part]:
    """A hoodie's pocket before the belly."""
    a = trunk.chest(np.array([-0.35, 0.35, 0.55, 0.55, -0.55, -0.55]), np.array([3.7, 3.7, 4.5, 5.0, 5.0, 4.5]))
    edge = polyline([*a, a[0]], 0.15)
    return piece(
        "clothes.pocket", cloth, edge[:-1], [line(edge, 0.8)], form=trunk.ball, depth=0.09, layer=layers.CLOTHES + 0.3
    )


def drawstrings(tailor: Tailor, paint: Paint, trunk: Trunk, depth: float, gap: float) -> list[Part]:
    """Two cords that hang from a hood."""
    rings, strokes = [], []
    for sign in (-1, 1):
        start = trunk.chest(np.array([sign * (gap + 0.04)]), np.array([depth - 0.1]))[0]
        long = tailor.near(1.25, 0.35) * tailor.size
        knots = [
            start,
            start + (sign * tailor.near(0.05, 0.08), 0.5 * long),
            start + (sign * tailor.near(0.05, 0.12), long),
        ]
        ring = ribbon(spline(knots, 6), 0.075)
        rings.append(ring)
        strokes.append(line(np.concatenate([ring, ring[:1]]), 0.7))
    return [Part("clothes.string", paint, tuple(rings), tuple(strokes), (), Inflated(), 0.17, tailor.collar + 0.4)]


def belt(
    tailor: Tailor, paint: Paint, buckle: Paint | None, trunk: Trunk, level: float, width: float, layer: float
) -> list[Part]:
    """A band about the waist or the hips, with or without a buckle."""
    top, low = trunk.hem(level - width / 2), trunk.hem(level + width / 2)
    ring = joined(top, low[::-1])
    lines = [line(top), line(low), line(np.stack([top[0], low[0]])), line(np.stack([top[-1], low[-1]]))]
    parts = piece("clothes.belt", Cloth(paint), ring, lines, depth=0.1, layer=layer, form=trunk.ball)
    if buckle is not None:
        a = trunk.at(np.array([-11, 11, 11, -11]), level + width * np.array([-0.62, -0.62, 0.62, 0.62]))
        edge = polyline([*a, a[0]], 0.1)
        inner = a.mean(0) + (edge - a.mean(0)) * 0.55
        strokes = (line(edge), line(inner, 0.7))
        parts.append(
            Part("clothes.buckle", buckle, (edge[:-1], inner[:-1]), strokes, (), Inflated(), 0.12, layer + 0.02)
        )
    return parts


def epaulets(tailor: Tailor, paint: Paint, trunk: Trunk, layer: float) -> list[Part]:
    """Straps or boards on the shoulders."""
    parts: list[Part] = []
    for side in (0, 1):
        slope = trunk.slope(side)
        spine = cut(slope, 0.42, 1.0, 6) + (0.0, 0.05)
        ring = ribbon(spine, 0.24 * tailor.size)
        parts += piece("clothes.epaulet", Cloth(paint), ring, [line(joined(ring, ring[:1]))], depth=0.14, layer=layer)
    return parts


def side_stripes(tailor: Tailor, paint: Paint, sleeve: Sleeve) -> list[Part]:
    """One to three stripes along the outside of both sleeves."""
    parts: list[Part] = []
    count = int(tailor.random.integers(1, 4))
    for side in (0, 1):
        tube = sleeve.tube(tailor, side)
        if tube.folded:
            continue
        s = np.linspace(0.0, sleeve.reach - sleeve.cuff, 16)
        rings = []
        for i in range(count):
            u = 0.62 - 0.3 * i
            rings.append(ring_of(tube.at(s, np.full(16, u)), tube.at(s, np.full(16, u - 0.17))))
        layer = max(tube.limb.layers[0], tube.limb.layers[1]) + 0.31 + sleeve.over
        strokes = tuple(Stroke(half, 0.5, (0, 0), inside=True) for ring in rings for half in (ring[:16], ring[16:]))
        parts.append(
            Part("clothes.sleeve.stripe", paint, tuple(rings), strokes, (), Inflated(), 0.08, layer, (tube.rings[0],))
        )
    return parts


def panels(trunk: Trunk, paint: Paint, layer: float) -> list[Part]:
    """The sides of a sports suit in another color."""
    parts: list[Part] = []
    for sign in (-1, 1):
        v = np.linspace(1.9, 5.4, 10)
        inner = trunk.chest(sign * (0.72 + 0.12 * np.cos((v - 1.9) / 3.5 * 2 * np.pi)), v)
        outer = trunk.edge(int(sign > 0), v)
        ring = ring_of(inner, outer)
        parts.append(
            Part(
                "clothes.panel", paint, (ring,), (Stroke(inner, 0.7, (0, 0)), line(outer)), (), trunk.ball, 0.06, layer
            )
        )
    return parts


def sash_end(tailor: Tailor, cloth: Cloth, spot: Points, long: float, layer: float, side: int) -> list[Part]:
    """An end of a sash or belt that hangs from its knot."""
    end = spot + (side * tailor.near(0.2, 0.15) * long, long)
    spine = spline(np.stack([spot, (spot + end) / 2 + (side * 0.08, 0), end]), 6)
    ring = ribbon(spine, np.linspace(0.16, 0.3, len(spine)) * tailor.size)
    folds = [Fold(offset(spine[:-4], 0.02), 0.05 * side)]
    return piece("clothes.sash", cloth, ring, [line(joined(ring, ring[:1]))], folds, depth=0.13, layer=layer)


def knot(tailor: Tailor, cloth: Cloth, spot: Points, size: float, layer: float) -> list[Part]:
    """A small tied knot."""
    ring = spot + loop(np.array([(-1, -0.5), (0, -0.7), (1, -0.5), (1.1, 0.4), (0, 0.7), (-1.1, 0.4)]) * size, 4)
    return piece("clothes.knot", cloth, ring, [line(joined(ring, ring[:1]))], depth=0.15, layer=layer)


def braid(trunk: Trunk, paint: Paint, level: float, half: float, layer: float) -> list[Part]:
    """A bar of braid across the front with a knob at either end."""
    u = np.linspace(-half, half, 7)
    high, low = trunk.chest(u, np.full(7, level)), trunk.chest(u, np.full(7, level + 0.16))
    ring = ring_of(high, low)
    ends = np.stack([(high[0] + low[0]) / 2, (high[-1] + low[-1]) / 2])
    part = Part("clothes.braid", paint, (ring,), (line(joined(ring, ring[:1]), 0.7),), (), Inflated(), 0.1, layer)
    return [part, *studs(ends, paint, 0.1, layer + 0.01, "braid.knob")]
