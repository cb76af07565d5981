"""From a plan of a pose to the skeleton in space: spine, shoulders, arms that reach, legs that stand."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.pose import Joint, Joints, Limb, Pose
from hintpen.training.artist.figure.proportions import Build

Vector = tuple[float, float, float]
Matrix = NDArray[np.float64]

LEVELS = np.array((0.0, 0.07, 0.26, 0.44, 0.59, 0.73, 0.89, 1.0))
"""How far down the trunk each girth is."""

FORESHORTENING = 0.032
"""How much thicker a limb gets for each unit that it is nearer."""


@dataclass(frozen=True)
class ArmPlan:
    """What one arm does. Directions are in the chest's axes: x out to the arm's own side, y down, z to the front.

    `upper`, `fore`: where the two pieces point, or else `reach`: a place that the wrist goes to, as a level of the
    trunk and an angle (0 in front, 90 at the arm's own side, below 0 on the other one) or three coordinates on the
    head, and `elbow`, where the elbow then points. `back`: where the back of the hand looks; `bend`: what is added to
    the forearm's direction to get the hand's; `lift`: how far off the surface the wrist stays, in hands.
    `place`: "" by its depth, "behind" the trunk, "before" the trunk, "face": before the head.
    """

    hand: str
    upper: Vector = (0.15, 1.0, 0.0)
    fore: Vector = (0.1, 1.0, 0.2)
    reach: tuple[float, float] | Vector | None = None
    elbow: Vector = (1.0, 0.6, -0.3)
    back: Vector = (1.0, 0.0, 0.3)
    bend: Vector = (0.0, 0.0, 0.0)
    lift: float = 0.25
    place: str = ""
    order: float = 0.0
    holds: bool = False


@dataclass(frozen=True)
class LegPlan:
    """What one leg does. x out to its own side, y down, z to the front, in the axes of the pelvis without its tilt.

    `foot`: where the ankle goes, from the middle between the hip joints: out, down, forward, in lengths of the leg, or
    else `thigh` and `shin`: where the pieces point. `knee`: where the knee points. `out`: how far the toes are turned
    out, `down`: how far they hang, in degrees.
    """

    foot: Vector | None = (0.16, 0.985, 0.0)
    thigh: Vector = (0.1, 1.0, 0.0)
    shin: Vector = (0.0, 1.0, 0.0)
    knee: Vector = (0.15, 0.0, 1.0)
    out: float = 22.0
    down: float = 0.0
    before: bool = False


@dataclass(frozen=True)
class Plan:
    """A whole pose. Angles in degrees: `turn` of the chest to the viewer's right, `twist`: how far the pelvis is turned
    beyond it; `lean` of the trunk clockwise, `stoop` forward; `tilt` of the shoulders and `hip_tilt` clockwise; `view`:
    how far from above it is seen. `arms` and `legs`: on the viewer's left first. `seat`: height of what it sits on.
    """

    name: str
    arms: tuple[ArmPlan, ArmPlan]
    legs: tuple[LegPlan, LegPlan]
    turn: float = 0.0
    twist: float = 0.0
    lean: float = 0.0
    stoop: float = 0.0
    tilt: float = 0.0
    hip_tilt: float = 0.0
    view: float = 0.0
    seat: float = 0.0
    airborne: bool = False


def unit(v: object) -> Joint:
    """(3,) of length 1."""
    a = np.asarray(v, np.float64)
    return a / max(math.sqrt(float(a @ a)), 1e-9)


def turned(yaw: float, pitch: float, roll: float, stoop: float = 0.0) -> Matrix:
    """(3, 3) from the axes of a body that bends forward by `stoop` and turns by `yaw`, then leans by `roll` and is seen
    from above by `pitch` (degrees), to the viewer's axes.
    """
    y, p, r, s = (math.radians(a) for a in (yaw, pitch, roll, stoop))
    turn = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    lean = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    return _nod(p) @ lean @ turn @ _nod(s)


def _nod(angle: float) -> Matrix:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[1, 0, 0], [0, c, s], [0, -s, c]])


def assemble(plan: Plan, head: Head, build: Build) -> Pose:
    """The pose of a plan for a head and a build."""
    chest = turned(plan.turn, plan.view, plan.lean, plan.stoop)
    pelvis = turned(plan.turn + plan.twist, plan.view, plan.lean * 0.5 + plan.hip_tilt, plan.stoop * 0.4)
    girdle = turned(plan.turn, plan.view, plan.lean + plan.tilt, plan.stoop)
    top = head.turned([(0, 0.95, -0.32)])[0] + np.array([*head.origin, 0.0])
    base = top + (build.neck + 0.38) * unit(chest @ (0, 1, -0.12) + (0, 0.6, 0))
    rings = _spine(base, chest, pelvis, girdle, build)
    top[2] -= rings[2, 0, 2]
    rings[:, 0, 2] -= rings[2, 0, 2]
    arms = (_arm(-1, plan.arms[0], chest, rings, head, build), _arm(1, plan.arms[1], chest, rings, head, build))
    standing = turned(plan.turn + plan.twist, plan.view, 0.0)
    hips = rings[6, 0] * 0.7 + rings[7, 0] * 0.3
    legs = (
        _leg(-1, plan.legs[0], standing, pelvis, hips, rings, build),
        _leg(1, plan.legs[1], standing, pelvis, hips, rings, build),
    )
    soles = [leg.joints[2] + 0.8 * build.ankle * (standing @ (0, 1, 0)) for leg in legs]
    half = np.hypot(rings[:, 1, 0], rings[:, 2, 0])
    return Pose(
        name=plan.name,
        turn=plan.turn,
        hip_turn=plan.turn + plan.twist,
        lean=plan.lean,
        tilt=plan.lean + plan.tilt,
        neck_top=top,
        neck=rings[0, 0] + rings[0, 2] * 0.7 + chest @ (0, 0.1 * build.size, 0),
        chest=rings[2, 0],
        waist=rings[4, 0],
        hips=hips,
        neck_radius=build.neck_radius,
        shoulder=float(half[1]),
        rib=float(half[3]),
        middle=float(half[4]),
        pelvis=float(half[6]),
        arms=arms,
        legs=legs,
        rings=rings,
        size=build.size,
        bust=build.bust,
        floor=math.inf if plan.airborne else float(max(sole[1] for sole in soles)),
        seat=plan.seat * (build.shin + build.ankle),
        view=plan.view,
    )


def _spine(base: Joint, chest: Matrix, pelvis: Matrix, girdle: Matrix, build: Build) -> NDArray[np.float64]:
    """(8, 3, 3) the girths from the collar down."""
    rings = np.zeros((8, 3, 3))
    at = base
    for i, level in enumerate(LEVELS):
        share = min(max((level - 0.36) / 0.42, 0.0), 1.0)
        axes = chest * (1 - share) + pelvis * share
        axes = girdle if i == 1 else axes / np.maximum(np.sqrt((axes * axes).sum(0)), 1e-9)
        if i:
            at = at + axes[:, 1] * (level - LEVELS[i - 1]) * build.trunk
        rings[i] = at + axes[:, 2] * build.forward[i], axes[:, 0] * build.widths[i], axes[:, 2] * build.depths[i]
    return rings


def _two_bones(start: Joint, target: Joint, first: float, second: float, pole: Joint) -> tuple[Joint, Joint]:
    """The middle joint and the end of two bones that reach for a target, the middle one toward `pole`."""
    way = target - start
    far = math.sqrt(float(way @ way))
    reach = min(max(far, abs(first - second) + 1e-3), (first + second) * 0.995)
    way = way / max(far, 1e-9)
    along = (first * first - second * second + reach * reach) / (2 * reach)
    high = math.sqrt(max(first * first - along * along, 0.0))
    side = unit(pole - way * float(pole @ way))
    return start + way * along + side * high, start + way * reach


def _arm(side: float, plan: ArmPlan, chest: Matrix, rings: NDArray[np.float64], head: Head, build: Build) -> Limb:
    own = np.array([side, 1.0, 1.0])
    axes = chest * own
    across = rings[1, 1] * side
    shoulder = rings[1, 0] + across * (1 - 0.9 * build.arm[0] / build.shoulder) + axes @ (0, 0.13, 0) * build.shoulder
    upper, fore = axes @ unit(plan.upper), axes @ unit(plan.fore)
    if plan.reach is None:
        rise = max(0.0, -plan.upper[1] / math.sqrt(sum(u * u for u in plan.upper)))
        shoulder = shoulder + axes @ (-0.14 * rise, -0.3 * rise, 0) * build.shoulder
        elbow = shoulder + upper * build.upper_arm
        wrist = elbow + fore * build.forearm
        pole = -fore
    else:
        pole = axes @ unit(plan.elbow)
        target = _place(plan.reach, plan.lift, side, rings, head, build)
        elbow, wrist = _two_bones(shoulder, target, build.upper_arm, build.forearm, pole)
        fore = unit(wrist - elbow)
    tip = unit(fore + axes @ plan.bend)
    back = axes @ unit(plan.back)
    back = unit(back - tip * float(back @ tip))
    joints = np.stack([shoulder, elbow, wrist])
    front = unit(fore - unit(elbow - shoulder)) if plan.reach or abs(float(fore @ upper)) < 0.97 else axes @ (0, 0, 1)
    return _limb(
        joints,
        build.arm,
        front,
        Limb(
            joints,
            build.arm[::2],
            _seen(tip),
            near=True,
            swells=build.arm[1::2],
            side=side,
            layers=_arm_layers(plan, joints, tip, build),
            facing=np.zeros((2, 2)),
            frame=np.stack([tip, -side * np.cross(tip, back), back]),
            size=build.hand,
            hand=plan.hand,
            holds=plan.holds,
        ),
    )


def _limb(joints: Joints, radii: NDArray[np.float64], front: Joint, limb: Limb) -> Limb:
    """The limb with what follows from its place in space: thicker where it is nearer, its front as seen."""
    near = 1 + FORESHORTENING * np.array([*joints[:, 2], *(joints[1:, 2] + joints[:-1, 2]) / 2])
    facing = np.zeros((2, 2))
    for i in range(2):
        bone = unit(joints[i + 1] - joints[i])
        facing[i] = unit(front - bone * float(front @ bone))[:2]
    return replace(
        limb,
        radii=radii[::2] * near[:3],
        swells=radii[1::2] * near[3:],
        facing=facing,
        size=limb.size * float(near[2]),
        near=limb.layers[0] > layers.TORSO,
    )


def _place(
    reach: tuple[float, float] | Vector, lift: float, side: float, rings: NDArray[np.float64], head: Head, build: Build
) -> Joint:
    """Where the wrist of a reaching arm goes."""
    if len(reach) == 3:
        x, y, z = reach
        spot = head.turned([(x * side, y, z)])[0] + np.array([*head.origin, 0.0])
        return spot - np.array([0.0, 0.0, rings[2, 0, 2]]) + (0, 0.1, 0.1)
    level, angle = reach
    low = min(int(level), 6)
    middle, across, forth = rings[low] * (1 - level + low) + rings[low + 1] * (level - low)
    a = math.radians(angle)
    out = across * side * math.sin(a) + forth * math.cos(a)
    return middle + out + unit(out) * build.hand * lift


def _arm_layers(plan: ArmPlan, joints: Joints, tip: Joint, build: Build) -> tuple[float, float, float]:
    depth = (joints[1:, 2] + joints[:-1, 2]) / 2
    if plan.place == "behind":
        return layers.FAR_ARM, layers.FAR_ARM - 0.2, layers.FAR_ARM - 0.4
    upper = layers.ARM if depth[0] > -0.28 * build.shoulder or plan.place == "before" else layers.FAR_ARM
    if plan.place == "face":
        return upper, layers.NEAR_ARM + plan.order, layers.NEAR_ARM + plan.order + 0.2
    ahead = depth[1] > depth[0] - 0.05 and (depth[1] > -0.28 * build.shoulder or plan.place == "before")
    lower = max(upper, layers.ARM) + 0.5 if ahead else upper - 0.2
    lower += plan.order
    return upper, lower, lower + (0.2 if tip[2] > -0.5 else -0.2)


def _leg(
    side: float,
    plan: LegPlan,
    standing: Matrix,
    pelvis: Matrix,
    hips: Joint,
    rings: NDArray[np.float64],
    build: Build,
) -> Limb:
    own = np.array([side, 1.0, 1.0])
    axes = standing * own
    hip = hips + pelvis[:, 0] * side * build.widths[6] * 0.5
    knee_way = axes @ unit(plan.knee)
    if plan.foot is not None:
        target = hips + axes @ np.array(plan.foot) * (build.thigh + build.shin)
        knee, ankle = _two_bones(hip, target, build.thigh, build.shin, knee_way)
    else:
        knee = hip + axes @ unit(plan.thigh) * build.thigh
        ankle = knee + axes @ unit(plan.shin) * build.shin
    shin, thigh = unit(ankle - knee), unit(knee - hip)
    front = unit(thigh - shin) if float(thigh @ shin) < 0.97 else knee_way
    out, down = math.radians(plan.out), math.radians(plan.down)
    toes = axes @ (math.sin(out) * math.cos(down), math.sin(down), math.cos(out) * math.cos(down))
    up = axes @ (math.sin(out) * math.sin(down), -math.cos(down), math.cos(out) * math.sin(down))
    joints = np.stack([hip, knee, ankle])
    return _limb(
        joints,
        build.leg,
        front,
        Limb(
            joints,
            build.leg[::2],
            _seen(toes),
            near=plan.before,
            swells=build.leg[1::2],
            side=side,
            layers=_leg_layers(plan, joints),
            facing=np.zeros((2, 2)),
            frame=np.stack([toes, -side * np.cross(toes, up), up]),
            size=build.foot,
        ),
    )


def _leg_layers(plan: LegPlan, joints: Joints) -> tuple[float, float, float]:
    upper = layers.FRONT_LEG if plan.before else layers.LEG
    nearer = float(np.clip(joints[:, 2].mean() * 0.2, -0.9, 0.9))
    lower = upper + nearer + (0.3 if joints[2, 2] > joints[0, 2] - 0.3 else -0.2)
    return upper + nearer, lower, lower - 0.1


def _seen(v: Joint) -> NDArray[np.float64]:
    length = math.hypot(v[0], v[1])
    return v[:2] / length if length > 1e-6 else np.array([0.0, 1.0])
