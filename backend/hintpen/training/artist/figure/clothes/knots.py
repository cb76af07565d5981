"""What is tied: ribbon bows, neckties, the kerchief of a sailor's blouse."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import joined, loop, polyline, spline
from hintpen.training.artist.figure.clothes.folds import Fold, fold
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, line, piece
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Part


def bow(
    tailor: Tailor, cloth: Cloth, at: Points, size: float, tails: float, layer: float, turn: float = 0.0
) -> list[Part]:
    """A ribbon bow of half width `size` about `at`: two loops, two tails of the length `tails`, a knot."""
    frame = Frame.at(float(at[0]), float(at[1]), size, tailor.near(0, 7))
    squeeze = np.array([np.cos(np.radians(turn)), 1.0])
    parts: list[Part] = []

    def made(name: str, ring: Points, strokes: list[Points], folds: list[Fold], depth: float) -> list[Part]:
        return piece(
            name,
            cloth,
            frame.points(ring * squeeze),
            [line(frame.points(stroke * squeeze)) for stroke in strokes],
            [Fold(frame.points(one.line * squeeze), one.shade * size, one.inked) for one in folds],
            depth=depth,
            layer=layer,
        )

    droop, fat = tailor.near(0.12, 0.2), tailor.near(0.42, 0.1)
    for sign in (-1, 1):
        if tails > 0:
            t = tails / size * tailor.near(1, 0.12)
            spread = tailor.near(0.45, 0.2) * t**0.5
            a = spline([(sign * 0.02, 0), (sign * (0.08 + spread * 0.3), t * 0.5), (sign * (spread - 0.16), t)], 6)
            b = spline(
                [(sign * 0.14, 0), (sign * (0.3 + spread * 0.6), t * 0.45), (sign * (spread + 0.26), t * 0.93)], 6
            )
            end = polyline([a[-1], (a[-1] + b[-1]) / 2 + (0, -0.12 * t**0.3), b[-1]], 0.2)
            folds = [
                fold(
                    [(sign * 0.08, 0.1), (sign * (0.18 + spread * 0.4), t * 0.4), (sign * (spread * 0.7), t * 0.75)],
                    0.07 * sign,
                )
            ]
            parts += made("clothes.bow.tail", joined(a, end, b[::-1])[:-1], [a, end, b], folds, 0.14)
    for sign in (-1, 1):
        knots = [
            (0.1, -0.1),
            (0.5, -fat * 0.9),
            (0.95, -fat + droop),
            (1.05, droop),
            (0.98, fat * 0.9 + droop),
            (0.5, fat * 0.55 + droop * 0.4),
            (0.1, 0.1),
        ]
        edge = spline(np.array(knots) * (sign, 1), 6)
        folds = [
            fold(
                [(sign * 0.12, -0.04), (sign * 0.42, -0.1 + droop * 0.3), (sign * 0.72, -0.16 + droop * 0.8)],
                0.1 * sign,
            ),
            fold(
                [(sign * 0.12, 0.05), (sign * 0.4, 0.1 + droop * 0.4), (sign * 0.62, 0.12 + droop * 0.7)], 0.08 * sign
            ),
        ]
        parts += made("clothes.bow", edge, [edge], folds, 0.16)
    knot = loop(
        [(-0.17, -0.15), (0, -0.2), (0.17, -0.15), (0.19, 0.02), (0.15, 0.19), (0, 0.21), (-0.15, 0.19), (-0.19, 0.02)],
        4,
    )
    return parts + made(
        "clothes.bow.knot",
        knot,
        [np.concatenate([knot, knot[:1]])],
        [fold([(-0.05, -0.18), (-0.02, 0), (-0.07, 0.12)])],
        0.18,
    )


def tie(tailor: Tailor, cloth: Cloth, trunk: Trunk, length: float, layer: float, loose: float = 0.0) -> list[Part]:
    """A necktie that hangs down the middle of the chest to the level `length`."""
    r = trunk.pose.neck_radius
    top = trunk.neck(0, 0.08 - 0.25 * loose, 0.16)[0]
    u = tailor.near(0, 0.04)
    spine = trunk.chest(np.linspace(0, u, 9), np.linspace(0.3, length, 9))
    spine = np.concatenate([top[None] + (0, 0.34 * r), spine[2:]])
    width = (0.16 + 0.34 * r) * tailor.near(1.0, 0.2)
    across = trunk.chest(np.array([-0.1, 0.1]), np.array([1.5, 1.5]))
    right = (across[1] - across[0]) / max(float(np.hypot(*(across[1] - across[0]))), 1e-9)
    half = np.linspace(0.35, 1.0, len(spine))[:, None] * width * right
    end = spine[-1] + (spine[-1] - spine[-2]) * 0.6
    ring = np.concatenate([spine - half, end[None], (spine + half)[::-1]])
    blade = piece(
        "clothes.tie",
        cloth,
        ring,
        [line(np.concatenate([ring, ring[:1]]))],
        [fold([spine[0] - half[0] * 0.4, spine[1] - half[1] * 0.2, spine[3]], 0.05)],
        form=Inflated(0.2, 0.5),
        depth=0.13,
        layer=layer,
        surface=lambda a, d: (
            spine[0]
            + (end - spine[0]) * np.asarray(d)[:, None]
            + right * width * (np.asarray(a) + 0.6 * (np.asarray(d) - 0.5))[:, None]
        ),
    )
    a, b = 0.1 + 0.26 * r, 0.06 + 0.17 * r
    knot = (
        np.array([(-a, -0.1 * r), (a, -0.1 * r), (b, 0.36 * r), (-b, 0.36 * r)])
        @ np.array([right, (-right[1], right[0])])
        + top
    )
    knot = polyline([*knot, knot[0]], 0.1)
    return blade + piece("clothes.tie.knot", cloth, knot[:-1], [line(knot)], depth=0.15, layer=layer + 0.02)


def sailor_scarf(tailor: Tailor, cloth: Cloth, at: Points, size: float, layer: float) -> list[Part]:
    """A kerchief pulled through a knot: two long blown tails."""
    frame = Frame.at(float(at[0]), float(at[1]), size)
    parts: list[Part] = []
    for sign in (-1, 1):
        long, out = tailor.near(1.5, 0.25), tailor.near(0.55, 0.15)
        a = spline([(-sign * 0.02, 0.02), (sign * 0.12, long * 0.45), (sign * (out - 0.28), long * 0.9)], 6)
        b = spline([(sign * 0.14, -0.02), (sign * (out + 0.12), long * 0.4), (sign * (out + 0.32), long)], 6)
        end = spline([a[-1], (a[-1] + b[-1]) / 2 + (0, 0.14), b[-1]], 4)
        ring = joined(a, end, b[::-1])[:-1]
        folds = [
            Fold(
                frame.points(
                    spline([(sign * 0.05, 0.1), (sign * (out * 0.5), long * 0.4), (sign * out, long * 0.8)], 5)
                ),
                sign * 0.09 * size,
            )
        ]
        parts += piece(
            "clothes.scarf",
            cloth,
            frame.points(ring),
            [line(frame.points(p)) for p in (a, b, end)],
            folds,
            depth=0.15,
            layer=layer,
        )
    knot = frame.points(
        loop([(-0.16, -0.14), (0.16, -0.14), (0.19, 0.08), (0.1, 0.24), (-0.1, 0.24), (-0.19, 0.08)], 5)
    )
    return parts + piece(
        "clothes.scarf.knot", cloth, knot, [line(np.concatenate([knot, knot[:1]]))], depth=0.18, layer=layer + 0.02
    )
