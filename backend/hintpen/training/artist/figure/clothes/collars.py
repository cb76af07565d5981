"""Collars: shirt, sailor, turtleneck, hood, lapels, kimono. Each lies about the neck and over the shoulders."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import cut, joined, offset, polyline, ring_of, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes.folds import Fold, fold
from hintpen.training.artist.figure.clothes.necklines import inside
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, line, piece
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.forms import Blend, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Stroke


def _spot(trunk: Trunk, u: float, v: float) -> Points:
    """(2,) a point of the chest."""
    return trunk.chest(np.array([u]), np.array([v]))[0]


def shirt_collar(
    tailor: Tailor, cloth: Cloth, trunk: Trunk, open_to: float = 0.0, size: float = 1.0, round_tip: bool = False
) -> list[Part]:
    """Two leaves that stand up about the neck and fold over. `open_to`: the level where they meet, 0 buttoned up."""
    rise = tailor.near(0.42, 0.08)
    parts = inside(cloth, trunk, rise, 0.16)
    meet = _spot(trunk, 0.0, open_to) if open_to > 0 else trunk.neck(0, 0.06, 0.14)[0]
    reach = tailor.near(0.62, 0.12) * size
    spread = tailor.near(0.3, 0.08)
    for side in (0, 1):
        sign = 2 * side - 1
        rim = sign * 90 - trunk.pose.turn
        # The crease along which it folds over: from where the leaves meet up and round to the nape.
        phi = np.linspace(sign * (14 if open_to <= 0 else 40), rim, 7)
        height = np.linspace(0.1 if open_to <= 0 else 0.16, rise, 7)
        crease = spline(np.concatenate([meet[None], trunk.neck(phi, height, 0.16)]), 4)
        back = crease[-1]
        tip = meet + (_spot(trunk, sign * spread, open_to + 0.9 * reach) - _spot(trunk, 0, open_to))
        shoulder = trunk.nape(side, 0.02, 0.42) + (0.0, 0.1 * trunk.pose.neck_radius)
        low = spline([back, shoulder, (shoulder + tip) / 2 + (sign * 0.06, -0.02), tip], 5)
        if round_tip:
            inner = spline([tip, (tip + meet) / 2 + (-sign * 0.05, 0.12), meet], 6)
        else:
            inner = spline([tip, (tip + meet) / 2 + (sign * 0.01, 0.02), meet], 4)
        ring = joined(crease, low, inner)[:-1]
        contours = [line(crease), line(low), line(inner)]
        parts += piece(
            "clothes.collar",
            cloth,
            ring,
            contours,
            form=Blend(trunk.ball, Inflated(0.25, 0.7), 0.5),
            depth=0.12,
            layer=tailor.collar + 0.1 * (side == (trunk.pose.turn < 0)),
            tangled=True,
        )
    return parts


def sailor_collar(tailor: Tailor, cloth: Cloth, stripe: Paint | None, trunk: Trunk, depth: float) -> list[Part]:
    """The wide square collar of a sailor's blouse, its fronts meeting in a V at the level `depth`."""
    rise = 0.2
    parts = inside(cloth, trunk, rise, 0.25)
    tip = _spot(trunk, 0.0, depth)
    wide = tailor.near(0.72, 0.05)
    full = tailor.near(0.12, 0.06)
    for side in (0, 1):
        sign = 2 * side - 1
        rim = sign * 90 - trunk.pose.turn
        neck = trunk.neck(np.linspace(sign * 62, rim, 5), np.linspace(0.03, rise, 5), 0.25)
        inner = spline(np.concatenate([tip[None], tip[None] * 0.5 + neck[:1] * 0.5 + (sign * 0.03, 0.02), neck]), 5)
        slope = trunk.slope(side)
        edge = cut(slope, 0.0, wide, 2)[-1]
        normal = np.array([0.0, -0.07])
        over = spline([neck[-1], cut(slope, 0.0, wide * 0.5, 2)[-1] + normal, edge + normal * 0.7], 5)
        corner = _spot(trunk, sign * (wide + 0.02), 1.15)
        outer = spline(
            [
                over[-1],
                (over[-1] + corner) / 2 + (sign * 0.04, 0),
                corner * 0.75 + tip * 0.25 + (sign * full, -0.02),
                (corner + tip * 2) / 3 + (sign * 0.06, 0.03),
                tip,
            ],
            6,
        )
        ring = joined(inner, over, outer)[:-1]
        contours = [line(inner), line(over), line(outer)]
        form = Blend(trunk.ball, Inflated(0.2, 0.6), 0.35)
        layer = tailor.collar + 0.1 * side
        parts += piece("clothes.collar", cloth, ring, contours, form=form, depth=0.12, layer=layer, tangled=True)
        if stripe is not None:
            parts += _trim(outer, ring, stripe, form, layer, 1.0 * (1 - 2 * side) * -1)
    return parts


def _trim(outer: Points, ring: Points, stripe: Paint, form: Blend, layer: float, hand: float) -> list[Part]:
    """One or two bands along a collar's outer edge."""
    inward = hand
    trims = []
    for start, end in ((0.075, 0.13), (0.165, 0.195)):
        a, b = offset(outer, inward * start), offset(outer, inward * end)
        strokes = (Stroke(a, 0.45, (0, 0)), Stroke(b, 0.45, (0, 0)))
        trims.append(
            Part("clothes.collar.trim", stripe, (ring_of(a, b),), strokes, (), form, 0.12, layer + 0.01, (ring,))
        )
    return trims


def turtleneck(tailor: Tailor, cloth: Cloth, trunk: Trunk, height: float, rolled: bool) -> list[Part]:
    """A tube about the neck, rolled over or not."""
    turn = trunk.pose.turn
    out_top, out_low = tailor.near(0.2, 0.06), 0.3
    parts = inside(cloth, trunk, height, out_top)
    phi = np.linspace(-90, 90, 13) - turn
    top = trunk.neck(phi, height, out_top)
    low = trunk.neck(phi, 0.02 if rolled else -0.06, out_low)
    left, right = (spline([top[i], trunk.neck(phi[i], height * 0.45, out_low + 0.06)[0], low[i]], 5) for i in (0, -1))
    ring = joined(top, right, low[::-1], left[::-1])[:-1]
    folds = []
    for _ in range(int(tailor.random.integers(1, 5))):
        at, side = tailor.near(0.45, 0.3) * height, 1 if tailor.chance(0.5) else -1
        knots = trunk.neck(
            np.array([84, 40, 5 + tailor.near(0, 25)]) * side - turn, at + np.array([0, -0.05, -0.02]), 0.28
        )
        folds.append(fold(knots, -side * 0.06))
    contours = [line(top), line(left), line(right)]
    if rolled:
        contours.append(line(low, 0.9))
    return parts + piece(
        "clothes.collar",
        cloth,
        ring,
        contours,
        folds,
        form=Inflated(0.6, 0.8),
        depth=0.1,
        layer=tailor.collar - 1,
        tangled=True,
    )


def hood(tailor: Tailor, cloth: Cloth, trunk: Trunk, depth: float, gap: float = 0.0) -> list[Part]:
    """A hood that lies on the back: two thick folds come over the shoulders and end before the chest at the level
    `depth`, `gap` beside the middle.
    """
    r = trunk.pose.neck_radius
    full = tailor.near(0.85, 0.15)
    height = tailor.near(0.62, 0.12)
    turn = trunk.pose.turn
    phi = np.linspace(90, 270, 13) - turn
    crown = trunk.neck(phi, height, full + 0.25) + (0.0, -0.12)
    skirt = trunk.neck(phi, -0.1, full + 0.1)
    behind = spline(crown, 2)
    parts = piece(
        "clothes.hood",
        cloth,
        np.concatenate([behind, skirt[::-1] + (0.0, 0.5)]),
        [line(behind)],
        [Fold(offset(behind, 0.0), 0.0, False), fold(trunk.neck(np.array([150, 180, 215]) - turn, height * 0.7, full))],
        depth=-0.22,
        layer=layers.TORSO - 0.8,
        tangled=True,
    )
    parts += inside(cloth, trunk, height * 0.75, full * 0.75, 0.6)
    for side in (0, 1):
        sign = 2 * side - 1
        # Closed, the wearer's left side lies over the right one.
        tip = _spot(trunk, sign * gap, depth) if gap > 0 else _spot(trunk, 0.07 - 0.1 * side, depth + 0.09 * side)
        rim = sign * 90 - turn
        inner = spline(
            np.concatenate(
                [
                    tip[None],
                    trunk.neck(np.array([sign * 38]), -0.02, 0.32),
                    trunk.neck(np.array([sign * 75]), 0.16, 0.4),
                    trunk.neck(np.array([rim + sign * 8]), height * 0.75, full * 0.72),
                ]
            ),
            6,
        )
        outer = spline(
            [
                inner[-1],
                trunk.neck(np.array([rim + sign * 10]), height, full + 0.25)[0] + (0.0, -0.12),
                trunk.nape(side, height * 0.5, full + 0.75),
                cut(trunk.slope(side), 0, tailor.near(0.55, 0.06), 2)[-1] + (0.0, 0.02),
                _spot(trunk, sign * 0.42, 1.05),
                _spot(trunk, sign * (0.12 + gap), depth + 0.25),
                tip,
            ],
            6,
        )
        ring = joined(inner, outer)[:-1]
        folds = [
            fold(
                [
                    inner[int(len(inner) * t)],
                    (inner[int(len(inner) * t)] + outer[int(len(outer) * q)]) / 2 + (0, 0.06),
                    outer[int(len(outer) * q)] * 0.7 + inner[int(len(inner) * t)] * 0.3,
                ],
                -sign * 0.08 * r,
            )
            for t, q in ((0.95, 0.42), (0.75, 0.5), (0.5, 0.62))
            if tailor.chance(0.75)
        ]
        parts += piece(
            "clothes.hood",
            cloth,
            ring,
            [line(inner), line(outer)],
            folds,
            form=Inflated(0.5, 0.9),
            depth=0.14,
            layer=tailor.collar + 0.1 * side,
            tangled=True,
        )
    return parts


def lapels(
    tailor: Tailor,
    cloth: Cloth,
    collar: Cloth,
    trunk: Trunk,
    depth: float,
    wide: float,
    notch: float,
    layer: float,
    gap: float = 0.03,
) -> list[Part]:
    """The collar and the folded-back fronts of a jacket that closes at the level `depth`, `gap` beside the middle."""
    parts = inside(collar, trunk, 0.3, 0.3)
    for side in (0, 1):
        sign = 2 * side - 1
        rim = sign * 90 - trunk.pose.turn
        foot = _spot(trunk, sign * gap, depth)
        neck = trunk.neck(np.linspace(sign * 60, rim, 5), np.linspace(0.0, 0.3, 5), 0.3)
        crease = spline(np.concatenate([foot[None], foot[None] * 0.5 + neck[:1] * 0.5 + (sign * 0.05, 0), neck]), 5)
        mid = _spot(trunk, sign * (wide + 0.02), depth * 0.36)
        gorge = cut(crease, 0.45, 0.62, 2)[-1]
        peak = mid + (sign * 0.04, -notch * 0.4)
        lapel_edge = spline([foot, foot * 0.5 + mid * 0.5 + (sign * 0.1, 0.06), mid], 6)
        top = np.stack([mid, peak]) if notch > 0.1 else mid[None]
        lapel = joined(crease[: int(len(crease) * 0.62)], polyline([gorge, peak], 0.1), top[::-1], lapel_edge[::-1])
        form = Blend(trunk.ball, Inflated(0.25, 0.6), 0.4)
        back = crease[-1]
        shoulder = trunk.nape(side, 0.0, 0.55) + (sign * 0.02, 0.08 * trunk.pose.neck_radius)
        leaf_tip = gorge * 0.3 + peak * 0.7 + (sign * 0.03, -0.2)
        leaf_low = gorge * 0.35 + peak * 0.65
        outer = spline([back, shoulder, (shoulder + leaf_tip) / 2 + (sign * 0.05, 0), leaf_tip], 5)
        upper = joined(crease[int(len(crease) * 0.58) :], outer, polyline([leaf_tip, leaf_low, gorge], 0.1))
        parts += piece(
            "clothes.lapel",
            cloth,
            lapel,
            [line(crease), line(lapel_edge), line(joined(polyline([gorge, peak], 0.1), top[:1]))],
            form=form,
            depth=0.11,
            layer=layer + 0.1 * side,
            tangled=True,
        )
        parts += piece(
            "clothes.collar",
            collar,
            upper,
            [line(crease[int(len(crease) * 0.58) :]), line(outer), line(polyline([leaf_tip, leaf_low, gorge], 0.1))],
            form=form,
            depth=0.13,
            layer=layer + 0.1 * side + 0.05,
            tangled=True,
        )
    return parts


def kimono_collar(
    tailor: Tailor, cloth: Cloth, under: Cloth | None, trunk: Trunk, depth: float, width: float, layer: float
) -> list[Part]:
    """Two bands that cross before the chest, the wearer's left one on top; another collar peeps out under them."""
    parts = inside(under or cloth, trunk, 0.22, 0.42)
    bands = [(cloth, width, 0.0)] if under is None else [(under, width * 1.05, -0.055), (cloth, width, 0.045)]
    for side in (0, 1):
        sign = 2 * side - 1
        rim = sign * 90 - trunk.pose.turn
        for order, (made, wide, shift) in enumerate(bands):
            phi, height = np.linspace(rim, sign * 62, 4), np.linspace(0.26, 0.05, 4)
            stand = 0.4 + shift * 3
            lie = wide / trunk.pose.neck_radius
            cross = _spot(trunk, sign * 0.02, depth * 0.38 + 0.1) + (sign * shift, shift)
            foot = _spot(trunk, -sign * 0.42, depth)
            inner = spline(
                np.concatenate(
                    [
                        trunk.neck(phi, height, stand),
                        cross[None],
                        (cross + foot)[None] / 2 + (sign * shift, shift),
                        foot[None],
                    ]
                ),
                6,
            )
            across = np.array([sign, -0.35]) * wide
            low = np.stack([cross + across * 0.95, (cross + foot) / 2 + (sign * shift, shift) + across, foot + across])
            outer = spline(
                np.concatenate(
                    [trunk.neck(phi, height - np.linspace(0.12, 0.3, 4), stand + lie * np.linspace(0.55, 0.8, 4)), low]
                ),
                6,
            )
            ring = ring_of(inner, outer)
            parts += piece(
                "clothes.collar",
                made,
                ring,
                [line(inner), line(outer), line(np.stack([inner[0], outer[0]]))],
                form=Blend(trunk.ball, Inflated(0.15, 0.6), 0.4),
                depth=0.1 + 0.02 * order,
                layer=layer + 0.2 * side + 0.05 * order,
                tangled=True,
            )
    return parts


def standing(tailor: Tailor, cloth: Cloth, trunk: Trunk, height: float, out: float, split: float) -> list[Part]:
    """A collar that stands about the neck and opens in front, `split` degrees to either side of the middle."""
    parts = inside(cloth, trunk, height, out)
    turn = trunk.pose.turn
    flare = tailor.near(0.06, 0.08)
    for side in (0, 1):
        sign = 2 * side - 1
        phi = np.linspace(sign * split, sign * 90 - turn, 7)
        high = height * np.linspace(0.82 if split < 10 else 0.62, 1.0, 7)
        top, low = trunk.neck(phi, high, out + flare), trunk.neck(phi, -0.05, out + 0.08)
        if split > 15:
            # Standing open, it goes on into the edges of the fronts.
            low[:3] = spline(np.stack([_spot(trunk, sign * 0.34, 0.62), low[3]]), 2)[:3]
        ends = [np.stack([top[i], low[i]]) for i in (0, -1)]
        ring = ring_of(spline(top, 3), spline(low, 3))
        lines = [line(spline(top, 3)), line(spline(low, 3), 0.9), *(line(end) for end in ends)]
        parts += piece(
            "clothes.collar",
            cloth,
            ring,
            lines,
            form=Blend(trunk.ball, Inflated(0.3, 0.8), 0.6),
            depth=0.12,
            layer=tailor.collar + 0.1 * side,
            tangled=True,
        )
    return parts


def round_collar(tailor: Tailor, cloth: Cloth, trunk: Trunk, wide: float) -> list[Part]:
    """Two round leaves that lie flat, as on a dress."""
    parts = inside(cloth, trunk, 0.16, 0.2)
    for side in (0, 1):
        sign = 2 * side - 1
        rim = sign * 90 - trunk.pose.turn
        top = trunk.neck(np.linspace(0, rim, 8), np.linspace(0.0, 0.16, 8), 0.18)
        knots = [
            top[-1],
            trunk.nape(side, 0.0, 0.5),
            cut(trunk.slope(side), 0, 0.22 + 0.3 * wide, 2)[-1] + (0, 0.06),
            _spot(trunk, sign * (0.3 + 0.2 * wide), 0.5 + wide),
            _spot(trunk, sign * 0.12, 0.35 + 1.25 * wide),
            top[0],
        ]
        low = spline(np.stack(knots), 5)
        ring = joined(spline(top, 3), low)[:-1]
        parts += piece(
            "clothes.collar",
            cloth,
            ring,
            [line(spline(top, 3)), line(low)],
            form=Blend(trunk.ball, Inflated(0.2, 0.6), 0.4),
            depth=0.12,
            layer=tailor.collar + 0.1 * side,
            tangled=True,
        )
    return parts
