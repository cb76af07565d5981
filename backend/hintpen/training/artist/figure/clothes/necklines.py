"""Necklines: where the cloth of a top ends about the neck, and the bands that border it."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import offset, profile, resample, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, line, piece
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.forms import Blend, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Stroke


def round_neck(trunk: Trunk, drop: float = 0.0) -> Points:
    """About the neck; `drop` levels lower in front."""
    phi = np.linspace(-90, 90, 15) - trunk.pose.turn
    ring = trunk.neck(phi)
    low = trunk.chest(np.zeros(1), np.array([drop]))[0] - trunk.chest(np.zeros(1), np.zeros(1))[0]
    return ring + np.maximum(np.cos(np.radians(phi)), 0)[:, None] ** 0.8 * low


def v_neck(trunk: Trunk, depth: float, bow: float = 0.1) -> Points:
    """Down to the level `depth`; `bow` above 0 rounds its sides outward."""
    tip = trunk.chest(np.zeros(1), np.array([depth]))[0]
    return _down_to(trunk, tip[None], bow)


def _down_to(trunk: Trunk, low: Points, bow: float) -> Points:
    """From either nape to the points `low`, bowed outward."""
    sides = []
    for side, tip in ((0, low[0]), (1, low[-1])):
        a = trunk.nape(side)
        sign = 2 * side - 1
        out = np.array([sign * 1.0, 0.35]) * bow * float(np.hypot(*(tip - a)))
        sides.append(spline([a, a * 0.55 + tip * 0.45 + out, tip], 7))
    return np.concatenate([sides[0], low[1:-1], sides[1][::-1]])


def square_neck(trunk: Trunk, depth: float, half: float = 0.45) -> Points:
    """A straight front between upright sides."""
    low = trunk.chest(np.linspace(-half, half, 7), np.full(7, depth))
    return _down_to(trunk, low, -0.03)


def band(tailor: Tailor, cloth: Cloth, neckline: Points, width: float, ribbed: bool, layer: float) -> list[Part]:
    """A border along a neckline, `width` wide in figure units, over the top's edge."""
    thin = profile((0.75, 1.0, 1.0, 1.0, 0.75), len(neckline)) * width
    # A neckline runs from the viewer's left over the front: outward is to its right hand.
    outer = offset(neckline, thin)
    ring = np.concatenate([neckline, outer[::-1]])
    strokes: list[Stroke] = [line(neckline), line(outer, 0.8)]
    if ribbed:
        a, b = resample(neckline, 26), resample(outer, 26)
        strokes += [
            line(np.stack([p * 0.9 + q * 0.1, p * 0.15 + q * 0.85]), 0.4, (0.2, 0.3), True)
            for p, q in zip(a, b, strict=True)
        ]
    return piece("clothes.top.band", cloth, ring, strokes, depth=0.07, layer=layer)


def inside(cloth: Cloth, trunk: Trunk, height: float = 0.0, out: float | None = None, drop: float = 0.25) -> list[Part]:
    """The inner side of a collar, seen behind the neck, in shadow: from the nape's edge down."""
    phi = np.linspace(90, 270, 11) - trunk.pose.turn
    top = trunk.neck(phi, height, out)
    low = top + (0.0, drop * trunk.pose.neck_radius + 0.25)
    low[:, 0] = top[:, 0] * 0.9 + trunk.pose.neck[0] * 0.1
    ring = np.concatenate([top, low[::-1]])
    part = Part(
        "clothes.collar.inside",
        cloth.paint,
        (ring,),
        (line(top),),
        (Mark(MarkKind.SHADE, ring, 0.9),),
        Blend(trunk.ball, Inflated(), 0.3),
        -0.2,
        layers.TORSO - 0.6,
    )
    return [part]


def dickey(tailor: Tailor, cloth: Cloth, trunk: Trunk, depth: float) -> list[Part]:
    """The piece of cloth behind the V of a sailor's collar."""
    high = tailor.near(0.35, 0.2)
    v = np.linspace(high, depth + 0.1, 6)
    sides = [trunk.chest(sign * 0.45 * (1 - (v - high) / (depth - high + 0.1)) + 0.0, v) for sign in (-1, 1)]
    top = trunk.chest(np.linspace(-0.45, 0.45, 7), np.full(7, high))
    ring = np.concatenate([top, sides[1], sides[0][::-1]])
    return piece("clothes.dickey", cloth, ring, [line(top)], depth=0.05, layer=layers.CLOTHES + 0.3)
