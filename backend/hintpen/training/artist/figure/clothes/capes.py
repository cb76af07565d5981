"""Capes, cloaks, mantles, scarves and bags: what is worn over everything else."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import cut, ellipse, joined, loop, ribbon, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes.folds import Fold, fold, some
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, line, piece, trunk_form
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.outlines import union
from hintpen.training.artist.records import Paint, Part, Stroke


def cape(tailor: Tailor, cloth: Cloth, trunk: Trunk, fall: float, clasp: Paint, draped: bool = True) -> list[Part]:
    """A cape that hangs from the shoulders behind the body; `fall` as a share of the way from neck to the floor.

    `draped`: it comes over the shoulders to two clasps, else something hides where it begins.
    """
    random = tailor.random
    left, right = trunk.slope(0), trunk.slope(1)
    tall = fall * 2.15 * trunk.span(0, 7)
    wide = float(np.hypot(*(right[-1] - left[-1]))) * tailor.near(0.75, 0.15)
    swing = tailor.near(0, 0.25) * tall
    middle = (left[-1] + right[-1]) / 2 + (swing, tall)
    count = int(random.integers(4, 8))
    t = np.linspace(-1, 1, 6 * count + 1)
    phase = (t + 1) / 2 * count + random.uniform(0, 1)
    hem = middle + np.stack([wide * t, 0.05 * tall * (np.abs(np.sin(phase * np.pi)) ** 0.7 - 0.3 * t**2)], 1)
    outs = []
    for slope, corner, sign in ((left, hem[0], -1), (right, hem[-1], 1)):
        tip = slope[-1] + (sign * 0.16, 0.12)
        outs.append(spline([slope[-3], tip, tip * 0.6 + corner * 0.4 + (sign * 0.12 * wide, 0), corner], 6))
    ring = joined(outs[0], hem, outs[1][::-1])
    top = (left[0] + right[0]) / 2
    folds = []
    for i in range(len(t)):
        if 0 < i < len(t) - 1 and abs(np.sin(phase[i] * np.pi)) < 0.26:
            reach = random.uniform(0.5, 0.95)
            goal = top + (hem[i] - top) * (1 - reach)
            bow = (hem[i] + goal) / 2 + (0.06 * wide * float(t[i]), 0)
            folds.append(fold([hem[i], bow, goal], 0.16 * float(np.sign(t[i]) or 1)))
    back = piece(
        "clothes.cape",
        cloth,
        ring,
        [line(outs[0]), line(outs[1]), line(hem)],
        folds,
        form=Inflated(0.8, 0.6),
        depth=-0.3,
        layer=layers.CAPE,
        tangled=True,
    )
    if not draped:
        return back
    pin = trunk.chest(np.array([-0.4, 0.4]), np.array([0.9, 0.9]))
    fronts: list[Part] = []
    for side in (0, 1):
        fronts += _over_shoulder(tailor, cloth, trunk, side, pin[side], clasp)
    cord = spline(np.stack([pin[0], (pin[0] + pin[1]) / 2 + (0, 0.14), pin[1]]), 6)
    band = ribbon(cord, 0.07 * tailor.size)
    edge = line(joined(band, band[:1]), 0.7)
    fronts.append(Part("clothes.clasp.cord", clasp, (band,), (edge,), (), Inflated(), 0.15, layers.ARM + 1.3))
    return back + fronts


def _over_shoulder(tailor: Tailor, cloth: Cloth, trunk: Trunk, side: int, pin: Points, clasp: Paint) -> list[Part]:
    """The part of a cape that comes over a shoulder to its clasp, and the clasp."""
    sign = 2 * side - 1
    arm = Tube(trunk.pose.arms[side], 1.0, (trunk.ease + 0.14 * tailor.size,) * 5)
    slope = trunk.slope(side)
    inner = spline(
        np.stack([trunk.nape(side, 0.1, 0.3), trunk.chest(np.array([sign * 0.3]), np.array([0.45]))[0], pin]), 5
    )
    knots = [
        inner[0],
        slope[4] + (0.0, -0.1),
        slope[-1] + (sign * 0.04, -0.12),
        *arm.at(np.array([0.06, 0.3]), np.array([0.97, 1.05])),
    ]
    over = spline(np.stack(knots), 5)
    hang = [over[-1], arm.at(0.4, 0.1)[0], trunk.chest(np.array([sign * 0.62]), np.array([1.6]))[0], pin]
    low = spline(np.stack(hang), 5)
    ring = joined(inner[::-1], over, low)
    folds = [
        fold(np.stack([pin, (pin + goal) / 2 + (0, 0.06), goal]), 0.08 * sign)
        for goal in (over[6] * 0.8 + pin * 0.2, over[-4], low[4])
    ]
    layer = max(layers.ARM + 1.2, trunk.pose.arms[side].layers[0] + 0.5)
    lines = [line(inner), line(over), line(low)]
    parts = piece(
        "clothes.cape.front",
        cloth,
        ring,
        lines,
        some(tailor.random, folds, 0.85),
        depth=0.14,
        layer=layer,
        tangled=True,
    )
    x, y = pin
    disk = ellipse(float(x), float(y), 0.13 * tailor.size, 0.13 * tailor.size, count=18)
    stud = Part(
        "clothes.clasp", clasp, (disk,), (line(joined(disk, disk[:1])),), (), Inflated(), 0.17, layers.ARM + 1.6
    )
    return [*parts, stud]


def mantle(tailor: Tailor, cloth: Cloth, trunk: Trunk, low: float) -> list[Part]:
    """A capelet around the shoulders and upper arms, closed before the chest, its hem at the level `low`."""
    random = tailor.random
    tubes = [Tube(arm, 0.5, (0.16 * tailor.size,) * 5).piece(0.0, 0.45) for arm in tailor.pose.arms]
    u = np.linspace(-1, 1, 9)
    front = trunk.chest(u, low - 0.4 * u**2)
    body = joined(
        trunk.slope(0)[::-1], trunk.neck(np.linspace(-90, 90, 9) - trunk.pose.turn), trunk.slope(1), front[::-1]
    )
    ring = union(body, *tubes)
    middle = trunk.chest(np.zeros(8), np.linspace(0.1, low, 8))
    folds = [Fold(middle, 0.05, True, 0.8)]
    for _ in range(int(random.integers(3, 7))):
        u = random.uniform(-0.9, 0.9)
        v = low * np.array([0.97, 0.6, random.uniform(0.1, 0.45)])
        folds.append(fold(trunk.chest(u * np.array([1.0, 0.93, 0.8]), v), 0.1 * float(np.sign(u))))
    layer = max(layers.ARM + 1.5, *(arm.layers[0] + 0.5 for arm in tailor.pose.arms))
    return piece(
        "clothes.mantle",
        cloth,
        ring,
        [line(joined(ring, ring[:1]))],
        folds,
        form=trunk_form(trunk),
        depth=0.14,
        layer=layer,
        tangled=True,
    )


def scarf(tailor: Tailor, cloth: Cloth, trunk: Trunk, tail: float) -> list[Part]:
    """A thick scarf wound about the neck, one end hanging down before the chest."""
    turn, r = trunk.pose.turn, trunk.pose.neck_radius
    parts: list[Part] = []
    side = 1 if tailor.chance(0.5) else -1
    layer = tailor.collar + 1.5
    knot = trunk.neck(28 * side, -0.02, 0.55)[0]
    if tail > 0:
        for i in range(2 if tailor.chance(0.5) else 1):
            end = knot + (side * tailor.near(0.25, 0.25), tail * (1 - 0.2 * i))
            spine = spline([knot, knot * 0.5 + end * 0.5 + (side * 0.12, 0), end], 6)
            wide = np.linspace(0.32, 0.58, len(spine)) * (0.5 + r)
            ring = ribbon(spine, wide)
            n = len(spine)
            folds = [fold([spine[0], spine[n // 2] + (0.03, 0), spine[int(n * 0.8)]], 0.07)]
            fringe = [
                Stroke(np.stack([p, p + (spine[-1] - spine[-3]) * 0.55]), 0.7, (0, 0.3))
                for p in np.linspace(ring[n - 1], ring[n], 7)
            ]
            parts += piece(
                "clothes.scarf",
                cloth,
                ring,
                [line(joined(ring, ring[:1])), *fringe],
                folds,
                depth=0.15,
                layer=layer - 0.1,
                tangled=True,
            )
    for low, high, out, order in ((-0.2, 0.34, 0.62, 0), (0.06, 0.62, 0.46, 1)):
        phi = np.linspace(-90, 90, 13) - turn
        droop = 0.1 * np.cos(np.radians(phi - 25 * side))
        top = trunk.neck(phi, high - droop, out)
        bottom = trunk.neck(phi, low - droop, out + 0.16)
        ends = [spline([top[i], trunk.neck(phi[i], (low + high) / 2, out + 0.28)[0], bottom[i]], 5) for i in (0, -1)]
        ring = joined(top, ends[1], bottom[::-1], ends[0][::-1])
        folds = []
        for _ in range(4):
            a, k = tailor.random.uniform(-80, 80), tailor.random.uniform(low + 0.08, high - 0.08)
            spread = tailor.random.uniform(25, 60) * (1 if a < 0 else -1)
            folds.append(
                fold(
                    trunk.neck(a + spread * np.array([0, 0.5, 1.0]) - turn, k + np.array([0, -0.05, 0.02]), out + 0.1),
                    0.06,
                )
            )
        parts += piece(
            "clothes.scarf",
            cloth,
            ring,
            [line(joined(ring, ring[:1]))],
            folds,
            form=Inflated(0.4, 0.9),
            depth=0.17,
            layer=layer + 0.1 * order,
            tangled=True,
        )
    return parts


def shoulder_bag(tailor: Tailor, cloth: Cloth, trunk: Trunk) -> list[Part]:
    """A strap across the chest and a bag at the hip."""
    side = int(tailor.chance(0.5))
    sign = 2 * side - 1
    start = cut(trunk.slope(1 - side), 0, 0.45, 2)[-1]
    hip = trunk.edge(side, 5.4)[0] + (sign * 0.1, 0)
    u, v = -sign * np.array([0.45, 0.1, -0.3, -0.75]), np.array([0.8, 2.0, 3.2, 4.4])
    spine = spline(np.concatenate([start[None], trunk.chest(u, v), hip[None]]), 5)
    strap = ribbon(spine, 0.2 * tailor.size)
    n = len(spine)
    parts = piece(
        "clothes.bag.strap",
        cloth,
        strap,
        [line(strap[:n]), line(strap[n:])],
        depth=0.12,
        layer=layers.CLOTHES + 3,
        tangled=True,
    )
    s = 0.75 * tailor.size
    bag = hip + loop(np.array([(-0.9, 0), (0.9, 0), (1.0, 0.9), (0.8, 1.25), (-0.8, 1.25), (-1.0, 0.9)]) * s, 4)
    flap = hip + loop(
        np.array([(-0.95, -0.05), (0.95, -0.05), (1.0, 0.5), (0.5, 0.72), (-0.5, 0.72), (-1.0, 0.5)]) * s, 4
    )
    for ring in (bag, flap):
        parts += piece(
            "clothes.bag",
            cloth,
            ring,
            [line(joined(ring, ring[:1]))],
            depth=0.16,
            layer=layers.CLOTHES + 3.1,
            tangled=True,
        )
    return parts
