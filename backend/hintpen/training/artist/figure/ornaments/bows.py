"""Ribbon bows for hair and hats: two loops, two tails and a knot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import loop, polyline, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.ornaments.fitting import SHELL, Wearer, around, inner, outer, piece, shade
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Paint, Part


@dataclass(frozen=True)
class Bow:
    """Where it is tied: `at` (2,), half as wide as `size`; `turn` in degrees; `squeeze` narrows it as it turns away."""

    at: Points
    size: float
    paint: Paint
    layer: float
    name: str = "ornament.bow"
    turn: float = 0.0
    squeeze: float = 1.0
    depth: float = 0.56


def bow(wearer: Wearer, where: Bow, tails: float = 0.8) -> list[Part]:
    """The parts of a bow; `tails`: how long its ends are, in sizes; 0 for none."""
    r = wearer.random
    frame = Frame.at(float(where.at[0]), float(where.at[1]), where.size, where.turn + r.normal(0, 3))
    thin = np.array([where.squeeze, 1.0])
    fine = wearer.scale * where.size > 0.025

    def on(knots: Points) -> Points:
        return frame.points(np.asarray(knots, np.float64) * thin)

    droop, fat, point = r.uniform(-0.12, 0.16), r.uniform(0.42, 0.66), r.uniform(0.0, 1.0)
    parts: list[Part] = []
    for side in (-1.0, 1.0) if tails > 0 else ():
        long, out = tails * r.uniform(0.85, 1.15), r.uniform(0.3, 0.75)
        a = spline([(0.0, 0.02), (side * out * 0.25, long * 0.5), (side * (out - 0.18), long)], 6)
        b = spline([(side * 0.16, 0.0), (side * (out * 0.6 + 0.16), long * 0.42), (side * (out + 0.2), long * 0.9)], 6)
        notch = (a[-1] + b[-1]) / 2 - (side * 0.02, 0.16)
        end = polyline([a[-1], notch, b[-1]], 0.3)
        lines = [outer(on(curve), 0.95, 0.03) for curve in (a, end, b)]
        if fine:
            lines.append(inner(on(a[1:9] * 0.5 + b[1:9] * 0.5), 0.45, 0.05, 0.7))
        dark = np.concatenate([a[:9], b[8::-1]])
        ring = np.concatenate([a, end[1:-1], b[::-1]])
        parts.append(
            piece(
                f"{where.name}.tail",
                where.paint,
                on(ring),
                lines,
                [shade(on(dark[: len(dark) * 2 // 3]), 0.6)],
                layer=where.layer,
                depth=where.depth,
            )
        )
    for side in (-1.0, 1.0):
        tip = fat * (0.75 + 0.25 * point)
        knots = [
            (0.06, -0.12),
            (0.45, -fat * 0.82),
            (0.9, -tip + droop),
            (1.06, -tip * 0.4 + droop),
            (1.04 - 0.08 * point, droop + 0.08),
            (1.0, tip * 0.82 + droop),
            (0.5, fat * 0.62 + droop * 0.5),
            (0.06, 0.12),
        ]
        edge = spline(np.array(knots) * (side, 1), 5)
        lines = [outer(on(edge), 1.05, 0.03)]
        hollow = loop(
            np.array([(0.1, -0.05), (0.45, -0.14 + droop * 0.3), (0.72, droop * 0.7), (0.42, 0.14), (0.1, 0.06)])
            * (side, 1),
            4,
        )
        if fine:
            lines += [
                inner(on(spline(np.array(k) * (side, 1), 5)), 0.55, 0.02, 0.7)
                for k in (
                    [(0.12, -0.05), (0.4, -0.2 + droop * 0.3), (0.66, -0.24 + droop * 0.8)],
                    [(0.12, 0.05), (0.38, 0.1 + droop * 0.4), (0.58, 0.18 + droop * 0.7)],
                )
            ]
        parts.append(
            piece(
                where.name,
                where.paint,
                on(edge),
                lines,
                [shade(on(hollow), 0.8)],
                layer=where.layer + 0.01,
                depth=where.depth + 0.01,
            )
        )
    knot = loop([(-0.17, -0.15), (0, -0.2), (0.17, -0.15), (0.2, 0.02), (0.15, 0.19), (0, 0.22), (-0.15, 0.19)], 4)
    lines = [outer(on(around(knot)), 0.95)]
    if fine:
        lines.append(inner(on(spline([(-0.05, -0.17), (-0.02, 0.0), (-0.06, 0.1)], 4)), 0.45, 0.1, 0.6))
    parts.append(
        piece(
            f"{where.name}.knot",
            where.paint,
            on(knot),
            lines,
            layer=where.layer + 0.02,
            depth=where.depth + 0.02,
        )
    )
    return parts


def top_bow(wearer: Wearer) -> list[Part]:
    """A large bow on the crown: upright before the hair, or behind the head so that its loops show on both sides."""
    r = wearer.random
    paint = wearer.looks.paint("ribbon", "silk" if r.random() < 0.4 else "cloth")
    if r.random() < 0.4:
        place = wearer.on_shell(180, 35, SHELL)
        squeeze = max(0.45, abs(place.facing))
        layer = layers.BACK_HAIR - 1 if place.near < 0.2 else layers.HAT
        where = Bow(
            place.middle, r.uniform(0.85, 1.2), paint, layer, turn=wearer.head.roll, squeeze=squeeze, depth=-0.2
        )
        return bow(wearer, where, 1.3)
    place = wearer.put(0, -SHELL - 0.12, 0.12)
    squeeze = max(0.5, abs(place.facing))
    where = Bow(place.middle, r.uniform(0.5, 0.85), paint, layers.HAT, turn=wearer.head.roll, squeeze=squeeze)
    return bow(wearer, where, 0.0 if r.random() < 0.6 else 0.6)


def side_bow(wearer: Wearer) -> list[Part]:
    """One or two smaller bows beside the face."""
    r = wearer.random
    paint = wearer.looks.paint("ribbon", "silk" if r.random() < 0.4 else "cloth")
    sides = (-1.0, 1.0) if r.random() < 0.35 else (float(r.choice((-1, 1))),)
    size, azimuth, up, tails = r.uniform(0.3, 0.5), r.uniform(48, 78), r.uniform(22, 44), r.uniform(0.6, 1.6)
    parts: list[Part] = []
    for side in sides:
        place = wearer.on_shell(side * azimuth, up)
        if place.near < -0.35:
            continue
        layer = layers.HAT if place.near > 0 else layers.BACK_HAIR - 1
        turn = side * (20 if place.near > 0.2 else 40) + wearer.head.roll
        squeeze = max(0.55, place.facing)
        parts += bow(wearer, Bow(place.middle, size, paint, layer, turn=turn, squeeze=squeeze), tails)
    return parts
