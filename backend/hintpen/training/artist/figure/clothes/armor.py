"""Armor: breastplate, gorget, pauldrons of several lames, plates around arms and legs."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import joined, loop, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.body import depth_of
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, Top, line, piece
from hintpen.training.artist.figure.clothes.trunk import Trunk, outward, unit
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.figure.pose import Limb
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.records import Paint, Part, Stroke


def breastplate(tailor: Tailor, cloth: Cloth, trim: Cloth, trunk: Trunk, neckline: np.ndarray) -> list[Part]:
    """A cuirass to the waist: a ridge down the middle, the plate's lower edge, a border about the neck."""
    lines: list[Stroke] = []
    v = np.linspace(0.9, 4.2, 9)
    if tailor.chance(0.7):
        lines.append(Stroke(spline(trunk.chest(np.zeros(9), v), 2), 0.7, (0.2, 0.2), inside=True))
    for sign in (-1, 1):
        u, v = sign * np.array([0.85, 0.62, 0.3, 0.04]), np.array([2.3, 3.05, 3.3, 3.0])
        lines.append(Stroke(spline(trunk.chest(u, v), 6), 0.8, (0.1, 0.2), inside=True))
    if tailor.chance(0.5):
        lines.append(Stroke(trunk.hem(3.7), 0.8, (0, 0), inside=True))
    parts = Top(
        cloth, trunk, neckline, 4.3, "armor", layers.CLOTHES + 1, 0.09, 0.86, folded=False, extra=tuple(lines)
    ).parts(tailor)
    base = parts[0]
    form = Blend(trunk.ball, Inflated(0.7, 0.95), 0.55)
    parts = [Part(base.name, base.paint, base.rings, base.strokes, (), form, base.depth, base.layer)]
    ring = joined(trunk.hem(4.05), trunk.hem(4.4)[::-1])
    return parts + piece(
        "clothes.armor.belt", trim, ring, [line(joined(ring, ring[:1]))], depth=0.11, layer=layers.CLOTHES + 1.1
    )


def pauldrons(tailor: Tailor, cloth: Cloth, trim: Paint | None, lames: int) -> list[Part]:
    """Domes over the shoulders, with lames that follow the upper arm."""
    size = tailor.near(1.55, 0.2)
    return [part for arm in tailor.pose.arms for part in _pauldron(tailor, arm, cloth, trim, lames, size)]


def _pauldron(tailor: Tailor, arm: Limb, cloth: Cloth, trim: Paint | None, lames: int, size: float) -> list[Part]:
    r = float(arm.radii[0]) * size
    out = outward(arm)
    down = unit((arm.joints[1] - arm.joints[0])[:2])
    middle = arm.joints[0, :2] + out * 0.18 * r - down * 0.1 * r
    layer = max(arm.layers[0], layers.CLOTHES + 1.5) + 0.95
    parts: list[Part] = []
    for i in reversed(range(lames)):
        a = middle + down * (0.35 + 0.36 * i) * r
        wide = r * (0.98 - 0.12 * i)
        knots = [
            a - out * wide,
            a - out * wide * 0.95 + down * 0.3 * r,
            a + down * 0.52 * r,
            a + out * wide + down * 0.3 * r,
            a + out * wide,
            a - down * 0.3 * r,
        ]
        ring = loop(np.stack(knots), 6)
        parts += piece(
            "clothes.pauldron.lame",
            cloth,
            ring,
            [line(joined(ring, ring[:1]))],
            depth=0.14 + depth_of(arm, 0),
            layer=layer - 0.01 * i,
        )
    knots = [
        middle - out * 1.05 * r + down * 0.05 * r,
        middle - out * 0.8 * r - down * 0.62 * r,
        middle - down * 0.95 * r,
        middle + out * 0.8 * r - down * 0.6 * r,
        middle + out * 1.1 * r + down * 0.12 * r,
        middle + out * 0.62 * r + down * 0.5 * r,
        middle + down * 0.62 * r,
        middle - out * 0.65 * r + down * 0.46 * r,
    ]
    dome = loop(np.stack(knots), 5)
    form = Blend(Ball(float(middle[0]), float(middle[1]), 1.15 * r, 1.0 * r), Inflated(), 0.4)
    parts += piece(
        "clothes.pauldron",
        cloth,
        dome,
        [line(joined(dome, dome[:1]))],
        form=form,
        depth=0.18 + depth_of(arm, 0),
        layer=layer + 0.05,
    )
    if trim is not None:
        low = spline(np.stack([knots[0], knots[7], knots[6], knots[5], knots[4]]), 5)
        high = low - down * 0.2 * r + (middle - low) * 0.06
        border = joined(low, high[::-1])
        parts.append(
            Part(
                "clothes.pauldron.trim",
                trim,
                (border,),
                (line(high, 0.7),),
                (),
                form,
                0.19 + depth_of(arm, 0),
                layer + 0.06,
                (dome,),
            )
        )
    return parts


def plates(
    tailor: Tailor, cloth: Cloth, limbs: tuple[Limb, Limb], start: float, end: float, ease: float, name: str
) -> list[Part]:
    """Plates around forearms or shins, flared at their upper end, with a rim."""
    parts: list[Part] = []
    thick = ease * tailor.size
    for limb in limbs:
        tube = Tube(limb, end, (thick,) * 2 + (thick * 2.2, thick, thick))
        number = int(start >= 1)
        ring = tube.sheath(start, end)
        rim = tube.mouth(start + 0.08)
        ridge = tube.at(np.linspace(start + 0.12, end - 0.1, 6), np.full(6, 0.15))
        lines = [line(joined(ring, ring[:1])), line(rim, 0.7), Stroke(ridge, 0.6, (0.2, 0.5), inside=True)]
        parts += piece(
            f"clothes.{name}", cloth, ring, lines, depth=0.1 + depth_of(limb, number), layer=limb.layers[number] + 0.4
        )
    return parts
