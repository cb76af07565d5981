"""The bare body below the head: neck, trunk, arms, hands, legs, feet."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import cut, joined, resample, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.anatomy import (
    FOREARM,
    SHIN,
    THIGH,
    UPPER_ARM,
    Piece,
    elbow_arc,
    joined_sides,
    piece_of,
    straight,
)
from hintpen.training.artist.figure.feet import foot_outline, toe_lines
from hintpen.training.artist.figure.hands import hand_parts
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Limb, Pose
from hintpen.training.artist.forms import Ball
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke


def body_parts(random: Random, pose: Pose, looks: Looks, scale: float = 0.2) -> list[Part]:
    """All that can be bare, in figure units; clothes are put over it.

    `scale`: the cranium's radius in canvas units; small bodies are drawn without nails and toes.
    """
    skin = looks.paint("skin", "skin")
    parts = [*_trunk(random, pose, looks, skin), *_underwear(pose, looks)]
    for leg in pose.legs:
        region = f"{looks.name}.leg.{_name(leg)}"
        parts += _limb(leg, f"leg.{_name(leg)}", skin, region, leg=True)
        parts.append(_foot(leg, skin, region, scale > 0.08))
    for arm in pose.arms:
        region = f"{looks.name}.skin"
        parts += _limb(arm, f"arm.{_name(arm)}", skin, region, leg=False)
        parts += hand_parts(random, arm, skin, region, depth_of(arm, 2), scale)
    return parts


def depth_of(limb: Limb, number: int) -> float:
    """The depth for a part of the upper (0) or lower (1) piece or the end (2) of a limb, in figure units.

    Flatter than space, as light on a drawing wants it.
    """
    spots = (limb.joints[:2].mean(0), limb.joints[1:].mean(0), limb.joints[2])
    return float(np.clip(spots[number][2] * 0.12, -0.25, 0.3)) + (0.1 if limb.layers[number] > layers.CLOTHES else -0.1)


def _name(limb: Limb) -> str:
    return "left" if limb.side < 0 else "right"


def _rod(piece: Piece, width: float) -> Ball:
    """The form of a limb: a ball so long that it does not round off at its ends."""
    way = piece.axis[1] - piece.axis[0]
    middle, length = piece.axis.mean(0), math.hypot(*way)
    turn = math.degrees(math.atan2(way[1], way[0]))
    return Ball(float(middle[0]), float(middle[1]), max(length, width) * 2.5, width, turn)


def _limb(limb: Limb, name: str, skin: Paint, region: str, leg: bool) -> list[Part]:
    """An arm or a leg without its end: one part when it is straight, else two, the nearer one over the other."""
    kinds = (THIGH, SHIN) if leg else (UPPER_ARM, FOREARM)
    first, second = piece_of(limb, 0, kinds[0]), piece_of(limb, 1, kinds[1])
    if straight(first, second):
        outer, inner = joined_sides(first, second)
        ring = np.concatenate([outer, inner[::-1], _cap(first)])
        strokes = (
            Stroke(joined(_shoulder(first), outer) if not leg else outer, taper=(0.2, 0.05)),
            Stroke(cut(inner, 0.04, 1.0), weight=0.9, taper=(0.3, 0.05)),
        )
        knee = _knee(limb) if leg else None
        widths = float(limb.swells.mean()) * 1.15
        whole = Piece(outer, inner, ring, limb.joints[[0, 2], :2], 0.0)
        return [
            Part(
                f"body.{name}",
                skin,
                (ring,),
                strokes if knee is None else (*strokes, knee),
                form=_rod(whole, widths),
                depth=depth_of(limb, 1),
                layer=min(limb.layers[:2]),
                region=region,
            )
        ]
    upper = Part(
        f"body.{name}.upper",
        skin,
        (first.ring,),
        _upper_strokes(first, leg),
        form=_rod(first, float(limb.swells[0]) * 1.15),
        depth=depth_of(limb, 0),
        layer=limb.layers[0],
        region=region,
    )
    lower = Part(
        f"body.{name}.lower",
        skin,
        (second.ring,),
        _lower_strokes(first, second, float(limb.radii[1])),
        form=_rod(second, float(limb.swells[1]) * 1.15),
        depth=depth_of(limb, 1),
        layer=limb.layers[1],
        region=region,
    )
    return [upper, lower] if limb.folded else [lower, upper]


def _cap(piece: Piece) -> Points:
    """The round upper end, from the inner side to the outer one."""
    return piece.ring[len(piece.outer) + len(piece.inner) + 7 :]


def _shoulder(piece: Piece) -> Points:
    """The outer part of the cap: how far the deltoid's contour goes up."""
    return np.concatenate([_cap(piece)[-3:], piece.outer[:1]])


def _upper_strokes(piece: Piece, leg: bool) -> tuple[Stroke, ...]:
    if piece.seen < 1.1:
        return (Stroke(np.concatenate([piece.ring, piece.ring[:1]]), taper=(0.1, 0.1)),)
    outer = piece.outer if leg else joined(_shoulder(piece), piece.outer)
    return Stroke(outer, taper=(0.25, 0.0)), Stroke(cut(piece.inner, 0.06, 1.0), weight=0.9, taper=(0.3, 0.0))


def _lower_strokes(first: Piece, second: Piece, radius: float) -> tuple[Stroke, ...]:
    if second.seen < 1.1:
        return (Stroke(np.concatenate([second.ring, second.ring[:1]]), taper=(0.1, 0.1)),)
    arc, on_outer = elbow_arc(first, second, radius)
    out, fold = (second.outer, second.inner) if on_outer else (second.inner, second.outer)
    return (
        Stroke(joined(arc, out[1:]), taper=(0.0, 0.05)),
        Stroke(fold, weight=0.9, taper=(0.35, 0.05)),
    )


def _knee(limb: Limb) -> Stroke | None:
    """A hint of the kneecap where it can be seen."""
    facing = limb.facing[1]
    if math.hypot(*facing) > 0.85:
        return None
    knee, r = limb.joints[1, :2] + facing * limb.radii[1] * 0.5, float(limb.radii[1])
    inward = -limb.side
    return Stroke(
        spline(
            [
                knee + (inward * 0.45 * r, 0.2 * r),
                knee + (inward * 0.3 * r, 0.5 * r),
                knee + (-inward * 0.1 * r, 0.62 * r),
            ]
        ),
        weight=0.5,
        taper=(0.5, 0.6),
    )


def _foot(leg: Limb, skin: Paint, region: str, fine: bool) -> Part:
    ring = foot_outline(leg)
    ankle = leg.joints[2, :2]
    # Open where the shin comes in.
    far = np.hypot(*(ring - ankle).T) > leg.radii[2] * 1.25
    up = (ring - ankle) @ (leg.joints[1, :2] - ankle) < 0.25 * math.hypot(*(leg.joints[1, :2] - ankle)) * leg.radii[2]
    keep = far & up
    start = int(np.argmax(~keep & np.roll(keep, -1))) + 1 if not keep.all() else 0
    contour = np.roll(ring, -start, 0)[: int(keep.sum())]
    lines = tuple(Stroke(line, weight=0.5, taper=(0.5, 0.1), inside=True) for line in (toe_lines(leg) if fine else ()))
    return Part(
        "body.foot",
        skin,
        (ring,),
        (Stroke(contour, taper=(0.1, 0.1)), *lines),
        depth=depth_of(leg, 2),
        layer=leg.layers[2],
        region=region,
    )


def _side_of_neck(pose: Pose, side: float) -> Points:
    """From under the jaw along the neck and the slope of the trapezius to the shoulder's end."""
    arm = pose.arms[0 if side < 0 else 1]
    r = pose.neck_radius
    top, base = pose.neck_top[:2], pose.rings[0, 0, :2]
    way = (base - top) / max(math.hypot(*(base - top)), 1e-9)
    out = np.array([way[1], -way[0]]) * side
    tip = arm.joints[0, :2] + (0.1 * side * arm.radii[0], -arm.radii[0] * 0.86)
    low = base + out * r * 1.02 - way * 0.12
    knots = [
        top - way * 0.35 + out * r * 0.98,
        top + way * 0.3 + out * r * 0.92,
        low,
        low + (tip - low) * 0.28 + (0, 0.02 + 0.1 * abs(tip[1] - low[1])),
        low + (tip - low) * 0.68 + (0, -0.03),
        tip,
    ]
    return spline(knots, 6)


def _flank(pose: Pose, side: float) -> Points:
    """From the armpit down to the crotch's height."""
    levels = np.linspace(1.85, 7.0, 22)
    return resample(spline(pose.edge(levels, side), 2), 30)


def _trunk(random: Random, pose: Pose, looks: Looks, skin: Paint) -> list[Part]:
    left, right = _side_of_neck(pose, -1), _side_of_neck(pose, 1)
    flanks = _flank(pose, -1), _flank(pose, 1)
    crotch = pose.on_trunk(7.0, 0.0)
    ring = np.concatenate([right, flanks[1], crotch, flanks[0][::-1], left[::-1]])
    region = f"{looks.name}.skin"
    middle = pose.rings[3, 0, :2]
    form = Ball(float(middle[0]), float(middle[1]), pose.shoulder * 1.1, pose.shoulder * 3.5, pose.lean)
    strokes = [
        Stroke(left, taper=(0.0, 0.3)),
        Stroke(right, taper=(0.0, 0.3)),
        *(Stroke(flank, taper=(0.15, 0.05)) for flank in flanks),
        *_bones(pose),
        *_belly(pose, looks),
    ]
    shade = _neck_shade(pose)
    return [
        Part(
            "body.trunk",
            skin,
            (ring,),
            tuple(strokes),
            (shade,),
            form=form,
            depth=-0.12,
            layer=layers.TORSO,
            region=region,
        )
    ]


def _neck_shade(pose: Pose) -> Mark:
    """The shadow that the chin throws on the neck."""
    top, base, r = pose.neck_top[:2], pose.rings[0, 0, :2], pose.neck_radius
    way = (base - top) * 0.75
    return Mark(
        MarkKind.SHADE,
        np.stack(
            [top + (-1.4 * r, -0.6), top + (1.4 * r, -0.6), top + way + (0.9 * r, 0.0), top + way + (-0.3 * r, 0.16)]
        ),
        0.85,
    )


def _bones(pose: Pose) -> list[Stroke]:
    """Sternomastoids to the pit of the neck, and collar bones."""
    pit, r = pose.neck[:2], pose.neck_radius
    lines = []
    for side, arm in zip((-1.0, 1.0), pose.arms, strict=True):
        start = pose.neck_top[:2] + (side * r * 0.8, 0.35)
        end = pit + (side * r * 0.22, -0.06)
        muscle = spline([start, (start + end) / 2 + (side * 0.02, 0.03), end])
        lines.append(Stroke(cut(muscle, 0.5, 1.0), weight=0.5, taper=(0.8, 0.15)))
        tip = arm.joints[0, :2] + (0, -arm.radii[0] * 0.5)
        bone = spline([pit + (side * r * 0.3, 0.02), pit + (tip - pit) * 0.3 + (0, 0.06), pit + (tip - pit) * 0.62])
        lines.append(Stroke(bone, weight=0.55, taper=(0.1, 0.7)))
    return lines


def _belly(pose: Pose, looks: Looks) -> list[Stroke]:
    """The navel; on a grown man's chest the lower edges of its muscles and the line between them."""
    navel = pose.on_trunk([4.5, 4.62, 4.74], [0.0, 2.0, -1.0])
    lines = [Stroke(navel, weight=0.5, taper=(0.3, 0.4), inside=True)]
    muscle = looks.masculine * (1 - looks.child) * (1 - 0.5 * looks.old)
    if muscle > 0.5:
        a = np.linspace(9, 62, 9)
        low = 2.5 - 0.5 * ((a - 30) / 32) ** 2 * (a > 30) - 0.06 * (a < 16)
        lines += [Stroke(pose.on_trunk(low, side * a), weight=0.55, taper=(0.35, 0.5), inside=True) for side in (-1, 1)]
        middle = pose.on_trunk(np.linspace(2.9, 4.1, 6), 0.0)
        lines.append(Stroke(middle, weight=0.4, taper=(0.5, 0.5), inside=True))
        ribs = np.linspace(14, 40, 6)
        lines += [
            Stroke(pose.on_trunk(3.15 + 0.012 * ribs, side * ribs), weight=0.35, taper=(0.5, 0.6), inside=True)
            for side in (-1, 1)
        ]
    return lines


def _underwear(pose: Pose, looks: Looks) -> list[Part]:
    """Plain cloth where nothing else may be worn: it keeps everybody decent."""
    paint = looks.paint("underwear", "cloth")
    levels = np.linspace(1.75, 3.3, 8)
    left, right = pose.edge(levels, -1), pose.edge(levels, 1)
    a = np.linspace(-75, 75, 9)
    top = pose.on_trunk(1.75 + 0.25 * np.cos(np.radians(a * 2)), a)
    hem = pose.on_trunk(3.3, a)
    ring = np.concatenate([left[:1], top, right, hem[::-1], left[::-1][:-1]])
    parts = []
    if looks.masculine < 0.5 or looks.child > 0:
        parts.append(
            Part(
                "clothes.undershirt",
                paint,
                (ring,),
                (Stroke(joined(left[:1], top, right[:1]), 0.8), Stroke(hem, 0.7), Stroke(left), Stroke(right)),
                depth=-0.1,
                layer=layers.TORSO + 0.5,
            )
        )
    levels = np.linspace(5.0, 7.0, 9)
    left, right = pose.edge(levels, -1), pose.edge(levels, 1)
    belt, crotch = pose.on_trunk(5.0, a), pose.on_trunk(7.2, 0.0)
    ring = np.concatenate([belt, right, crotch, left[::-1]])
    lines = (Stroke(belt, 0.8), Stroke(np.concatenate([right, crotch, left[::-1]])))
    parts.append(Part("clothes.shorts", paint, (ring,), lines, depth=-0.1, layer=layers.TORSO + 0.6))
    return parts
