"""Shoes, boots and heels around the feet."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import joined, loop, spline
from hintpen.training.artist.figure.body import depth_of
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, line, piece
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.figure.feet import foot_outline, on_foot
from hintpen.training.artist.figure.pose import Limb
from hintpen.training.artist.frame import Points
from hintpen.training.artist.outlines import less, union, within
from hintpen.training.artist.records import Part, Stroke

KINDS = ("sneaker", "loafer", "pump", "boot", "ankle_boot", "sandal")


def shoes(tailor: Tailor, kind: str, cloth: Cloth, sole: Cloth) -> list[Part]:
    """A pair of shoes, one of `KINDS`."""
    return [part for leg in tailor.pose.legs for part in _shoe(tailor, leg, kind, cloth, sole)]


def _shoe(tailor: Tailor, leg: Limb, kind: str, cloth: Cloth, sole: Cloth) -> list[Part]:
    ease = 0.04 * tailor.size
    layer, depth = max(leg.layers[1:]) + 0.2, 0.04 + depth_of(leg, 2)
    foot = foot_outline(leg, ease, 0.05 * tailor.size)
    ring, opening = foot, _opening(leg)
    if kind in ("boot", "ankle_boot"):
        top = tailor.near(1.3, 0.2) if kind == "boot" else tailor.near(1.72, 0.06)
        tube = Tube(leg, 2.1, tuple(e * tailor.size for e in (0.1, 0.1, 0.1, 0.08, 0.06)))
        ring = union(foot, tube.sheath(top, 2.0))
        opening = tube.mouth(top)
    elif kind in ("pump", "loafer", "sandal"):
        ring = less(foot, _above(leg, opening))
    parts = []
    ground = _sole(leg, foot, ease, heel=kind == "pump")
    parts += piece(
        "clothes.shoe.sole", sole, ground, [line(joined(ground, ground[:1]))], depth=depth - 0.01, layer=layer
    )
    upper = within(ring, _above_sole(leg)) if leg.frame[2, 1] < -0.3 else ring
    lines = [line(joined(upper, upper[:1]))]
    if kind in ("boot", "ankle_boot"):
        lines.append(line(opening, 0.8))
    lines += _laces(leg) if kind in ("sneaker", "ankle_boot") else []
    parts += piece("clothes.shoe", cloth, upper, lines, depth=depth, layer=layer + 0.02)
    return parts


def _opening(leg: Limb) -> Points:
    """The line about the ankle below which a low shoe begins."""
    return spline(
        [
            on_foot(leg, -0.32, 0.0, 0.02),
            on_foot(leg, -0.05, 0.13, -0.05),
            on_foot(leg, 0.24, 0.12, -0.05),
            on_foot(leg, 0.34, 0.0, -0.03),
            on_foot(leg, 0.24, -0.12, -0.06),
            on_foot(leg, -0.05, -0.13, -0.05),
        ],
        5,
    )


def _above(leg: Limb, opening: Points) -> Points:
    """What a low shoe leaves bare: the instep and the ankle."""
    lift = on_foot(leg, 0.0, 0.0, 0.5) - on_foot(leg, 0.0)
    return union(loop(opening, 2), *(loop(opening, 2) + lift * t for t in (0.3, 0.7, 1.2)))


def _above_sole(leg: Limb) -> Points:
    """All that lies higher than the sole's upper edge."""
    corners = [(-0.6, -0.14), (1.2, -0.17), (1.2, 0.9), (-0.6, 0.9)]
    low = [on_foot(leg, a, across, up) for a, up in corners for across in (-0.25, 0.25)]
    hull = np.array(low)
    middle = hull.mean(0)
    order = np.argsort(np.arctan2(*(hull - middle).T))
    return hull[order]


def _sole(leg: Limb, foot: Points, ease: float, heel: bool) -> Points:
    """The foot's outline let down by a sole's thickness; with a heel's block under it."""
    down = on_foot(leg, 0.0, 0.0, -0.03) - on_foot(leg, 0.0)
    ring = union(foot, foot + down, foot + down * 1.8)
    if not heel:
        return ring
    block = [
        on_foot(leg, -0.3, 0.0, -0.12),
        on_foot(leg, -0.12, 0.0, -0.14),
        on_foot(leg, -0.2, 0.0, -0.36),
        on_foot(leg, -0.27, 0.0, -0.36),
    ]
    return union(ring, np.array(block))


def _laces(leg: Limb) -> list[Stroke]:
    if leg.frame[2, 2] < -0.2:
        return []
    return [
        Stroke(np.stack([on_foot(leg, a, -0.055, up), on_foot(leg, a + 0.02, 0.055, up)]), 0.6, (0, 0), inside=True)
        for a, up in ((0.14, 0.06), (0.22, 0.04), (0.3, 0.015), (0.37, -0.005))
    ]
