"""What a figure does: stances for trunk and legs, with gestures that go with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np

from hintpen.training.artist.figure import gestures
from hintpen.training.artist.figure.gestures import Gesture
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.figure.proportions import build_of
from hintpen.training.artist.figure.skeleton import ArmPlan, LegPlan, Plan, assemble
from hintpen.training.artist.records import Random

_T = TypeVar("_T")

Stance = Callable[[Random, float], Plan]
"""A plan for a figure whose chest is turned so far to the viewer's right, in degrees."""


def choose_pose(random: Random, head: Head, looks: Looks, kind: str = "") -> Pose:
    """A pose of `kind` (a key of `STANCES`), or one chosen as often as illustrators have it.

    The chest follows the head's turn by about half.
    """
    names = list(STANCES)
    weights = np.array([STANCES[name][1] for name in names])
    name = kind or names[random.choice(len(names), p=weights / weights.sum())]
    turn = float(np.clip(head.yaw * random.uniform(0.3, 0.9) + random.normal(0, 6), -55, 55))
    plan = STANCES[name][0](random, turn)
    # A head that is seen from above stands on a body that is.
    plan = replace(plan, view=plan.view + 0.4 * head.pitch)
    return assemble(plan, head, build_of(looks, float(random.beta(2, 2))))


def _arms(random: Random) -> tuple[ArmPlan, ArmPlan]:
    """Both arms of someone who stands, sits or is seen to the waist."""
    roll = random.random()
    if roll < 0.09:
        left = bool(random.random() < 0.5)
        return gestures.crossed(random, left), gestures.crossed(random, not left)
    if roll < 0.17:
        return gestures.behind_back(random), gestures.behind_back(random)
    if roll < 0.24:
        return gestures.on_hip(random), gestures.on_hip(random)
    if roll < 0.44:
        return gestures.hanging(random), gestures.hanging(random)
    one = _one(random, _LIVELY)
    other = _one(random, _QUIET)
    return _either(random, (one, other))


_LIVELY: tuple[tuple[Gesture, float], ...] = (
    (gestures.on_hip, 2.0),
    (gestures.waving, 1.5),
    (gestures.peace, 1.0),
    (gestures.pointing, 1.0),
    (gestures.thumb_up, 0.4),
    (gestures.fist_up, 0.7),
    (gestures.raised, 0.5),
    (gestures.at_chin, 1.2),
    (gestures.at_cheek, 0.8),
    (gestures.behind_head, 0.8),
    (gestures.to_chest, 1.6),
    (gestures.holding, 1.6),
    (gestures.carrying, 1.2),
    (gestures.reaching, 0.8),
)

_QUIET: tuple[tuple[Gesture, float], ...] = (
    (gestures.hanging, 4.0),
    (gestures.on_hip, 1.3),
    (gestures.pocket, 1.2),
    (gestures.behind_back, 0.8),
    (gestures.to_chest, 0.3),
)


def _one(random: Random, table: tuple[tuple[Gesture, float], ...]) -> ArmPlan:
    weights = np.array([weight for _, weight in table])
    return table[random.choice(len(table), p=weights / weights.sum())][0](random)


def standing(random: Random, turn: float) -> Plan:
    """Upright, both feet on the ground."""
    wide = random.uniform(0.08, 0.17)
    leg = LegPlan((wide, 0.99, random.uniform(-0.04, 0.04)), out=random.uniform(8, 30))
    other = LegPlan((wide, 0.99, random.uniform(-0.04, 0.08)), out=random.uniform(8, 30))
    return Plan(
        "standing",
        _arms(random),
        (leg, other),
        turn,
        lean=random.normal(0, 1.5),
        stoop=random.normal(-2, 2),
        tilt=random.normal(0, 3),
        view=random.uniform(-4, 8),
    )


def contrapposto(random: Random, turn: float) -> Plan:
    """The weight on one leg: hips and shoulders tilted against each other."""
    side = -1.0 if random.random() < 0.5 else 1.0
    much = random.uniform(0.5, 1.2)
    firm = LegPlan((-0.02 - 0.02 * much, 1.0, 0.0), out=random.uniform(5, 25))
    free = LegPlan(
        (random.uniform(0.14, 0.3), 0.965, random.uniform(0.02, 0.14)), knee=(0.35, 0, 1), out=random.uniform(20, 45)
    )
    return Plan(
        "contrapposto",
        _arms(random),
        (free, firm) if side > 0 else (firm, free),
        turn,
        twist=random.normal(0, 6),
        lean=-side * 2.5 * much,
        tilt=side * 8 * much,
        hip_tilt=-side * 7 * much,
        stoop=random.normal(-3, 2),
        view=random.uniform(-4, 8),
    )


def wide_stand(random: Random, turn: float) -> Plan:
    """Legs apart, sure of oneself."""
    leg = LegPlan((random.uniform(0.26, 0.38), 0.93, 0.0), out=random.uniform(15, 40))
    other = LegPlan((random.uniform(0.26, 0.38), 0.93, random.uniform(0.0, 0.15)), out=random.uniform(15, 40))
    return Plan("standing wide", _arms(random), (leg, other), turn, stoop=-4, view=random.uniform(-6, 8))


def walking(random: Random, turn: float) -> Plan:
    """A step, arms swinging against it."""
    turn = _aside(turn, 22)
    ahead = random.uniform(0.18, 0.3)
    step = LegPlan((0.05, 0.94, ahead), out=8, down=-12)
    push = LegPlan((0.04, 0.92, -ahead), out=8, down=38)
    arms = (gestures.hanging(random), gestures.hanging(random))
    if random.random() < 0.3:
        arms = _arms(random)
    return Plan("walking", arms, _either(random, (step, push)), turn, stoop=3, view=random.uniform(0, 8))


def running(random: Random, turn: float) -> Plan:
    """Running, leaning ahead."""
    turn = _aside(turn, 42)
    ahead = LegPlan(None, (0.02, 0.62, 0.85), (0.0, 1.0, -0.25), out=4, down=-8)
    push = LegPlan(None, (0.05, 0.9, -0.42), (0.0, 0.35, -1.0), out=4, down=70)
    first = random.random() < 0.5
    arms = gestures.swung(random, -1), gestures.swung(random, 1)
    return Plan(
        "running",
        arms if first else (arms[1], arms[0]),
        (ahead, push) if first else (push, ahead),
        turn,
        twist=random.normal(0, 5),
        stoop=random.uniform(8, 18),
        view=random.uniform(0, 6),
        airborne=bool(random.random() < 0.5),
    )


def jumping(random: Random, turn: float) -> Plan:
    """In the air, arms up."""
    one = LegPlan(None, (0.25, 0.75, 0.65), (-0.1, 0.8, -0.75), out=10, down=60)
    two = LegPlan(None, (0.15, 1.0, 0.1), (0.05, 0.7, -0.75), out=10, down=65)
    arms = (gestures.raised(random), gestures.raised(random))
    if random.random() < 0.4:
        arms = (gestures.raised(random), gestures.spread_out(random))
    return Plan(
        "jumping",
        arms,
        _either(random, (one, two)),
        turn,
        lean=random.normal(0, 8),
        tilt=random.normal(0, 6),
        hip_tilt=random.normal(0, 6),
        stoop=-6,
        airborne=True,
    )


def sitting(random: Random, turn: float) -> Plan:
    """On a chair, a wall, a stool."""
    turn = _aside(turn, 12)
    out = random.uniform(0.0, 0.22)
    leg = LegPlan(None, (out, 0.12, 1.0), (-out * 0.5, 1.0, random.uniform(-0.15, 0.3)), out=10, before=True)
    other = LegPlan(None, (out, 0.12, 1.0), (-out * 0.4, 1.0, random.uniform(-0.2, 0.2)), out=10, before=True)
    if random.random() < 0.35:
        other = LegPlan(None, (-0.22, -0.05, 1.0), (-0.12, 1.0, 0.35), out=10, down=15, before=True)
    return Plan(
        "sitting",
        _sat(random),
        _either(random, (leg, other)),
        turn,
        stoop=random.uniform(-4, 8),
        lean=random.normal(0, 3),
        tilt=random.normal(0, 4),
        view=random.uniform(16, 28),
        seat=1.0,
    )


def _sat(random: Random) -> tuple[ArmPlan, ArmPlan]:
    roll = random.random()
    if roll < 0.4:
        return gestures.in_lap(random), gestures.in_lap(random)
    if roll < 0.55:
        return gestures.propped(random), gestures.in_lap(random)
    one = _one(random, _LIVELY)
    return _either(random, (one, gestures.in_lap(random)))


def cross_legged(random: Random, turn: float) -> Plan:
    """On the floor with crossed legs."""
    one = LegPlan(None, (0.85, 0.14, 0.62), (-1.0, 0.12, 0.28), out=-70, down=5, before=True)
    two = LegPlan(None, (0.85, 0.14, 0.62), (-1.0, 0.08, -0.05), out=-70, down=5, before=True)
    arms = (gestures.in_lap(random), gestures.in_lap(random)) if random.random() < 0.6 else _sat(random)
    return Plan("cross-legged", arms, (one, two), turn * 0.5, stoop=random.uniform(0, 8), view=random.uniform(14, 24))


def floor_sitting(random: Random, turn: float) -> Plan:
    """On the floor, knees up or legs out."""
    turn = _aside(turn, 35)
    up = LegPlan(None, (0.1, -0.72, 0.72), (0.0, 1.0, 0.35), out=8, before=True)
    flat = LegPlan(None, (0.18, -0.1, 1.0), (0.0, 0.18, 1.0), out=15, down=-60, before=True)
    pairs = ((up, up), (up, flat), (flat, up))
    return Plan(
        "floor",
        (gestures.propped(random), gestures.propped(random) if random.random() < 0.4 else gestures.in_lap(random)),
        pairs[random.integers(len(pairs))],
        turn,
        stoop=random.uniform(-12, 4),
        view=random.uniform(8, 18),
    )


def kneeling(random: Random, turn: float) -> Plan:
    """Sitting on one's heels."""
    leg = LegPlan(None, (random.uniform(0.05, 0.25), 0.42, 0.95), (0.02, 0.12, -1.0), down=165, before=True)
    return Plan("kneeling", _sat(random), (leg, leg), turn, stoop=random.uniform(-3, 5), view=random.uniform(12, 22))


def one_knee(random: Random, turn: float) -> Plan:
    """On one knee."""
    turn = _aside(turn, 30)
    up = LegPlan(None, (0.18, 0.05, 1.0), (0.0, 1.0, 0.05), out=8, before=True)
    down = LegPlan(None, (0.08, 1.0, 0.1), (0.0, 0.12, -1.0), out=5, down=60)
    return Plan(
        "kneeling",
        _sat(random),
        (up, down) if turn < 0 else (down, up),
        turn,
        stoop=random.uniform(0, 8),
        view=random.uniform(6, 14),
    )


def fighting(random: Random, turn: float) -> Plan:
    """A stance to fight from: knees bent, fists up."""
    turn = _aside(turn, 26)
    front = LegPlan((0.24, 0.84, 0.26), knee=(0.4, 0, 1), out=20)
    rear = LegPlan((0.34, 0.84, -0.24), knee=(0.5, 0, 1), out=45)
    arms = (gestures.guarding(random), gestures.guarding(random))
    if random.random() < 0.35:
        arms = (gestures.carrying(random), gestures.guarding(random))
    return Plan(
        "fighting",
        arms,
        (front, rear) if turn > 0 else (rear, front),
        turn,
        stoop=random.uniform(5, 14),
        lean=random.normal(0, 4),
        view=random.uniform(0, 8),
    )


def dancing(random: Random, turn: float) -> Plan:
    """On one leg, arms flying."""
    side = -1.0 if random.random() < 0.5 else 1.0
    firm = LegPlan((-0.03, 0.99, 0.0), out=20, down=random.choice((0.0, 35.0)))
    free = LegPlan(None, (0.35, 0.9, 0.45), (-0.25, 0.7, -0.7), out=20, down=60)
    arms = (gestures.spread_out(random), gestures.raised(random))
    if random.random() < 0.4:
        arms = (gestures.spread_out(random), gestures.spread_out(random))
    return Plan(
        "dancing",
        _either(random, arms),
        (free, firm) if side > 0 else (firm, free),
        turn,
        twist=random.normal(0, 10),
        lean=-side * random.uniform(2, 8),
        tilt=side * random.uniform(4, 14),
        hip_tilt=-side * random.uniform(4, 10),
    )


def casting(random: Random, turn: float) -> Plan:
    """Throwing magic, feet apart."""
    front = LegPlan((0.28, 0.9, 0.15), knee=(0.4, 0, 1), out=25)
    rear = LegPlan((0.3, 0.92, -0.12), out=35)
    other = gestures.raised(random) if random.random() < 0.3 else gestures.spread_out(random)
    arms = (gestures.casting(random), other)
    first = random.random() < 0.5
    return Plan(
        "casting",
        arms if first else (arms[1], arms[0]),
        (front, rear) if first else (rear, front),
        turn,
        lean=random.normal(0, 5),
        tilt=random.normal(0, 7),
    )


def cheering(random: Random, turn: float) -> Plan:
    """Both arms up, standing."""
    plan = standing(random, turn)
    return Plan("cheering", (gestures.raised(random), gestures.raised(random)), plan.legs, turn, stoop=-5)


def bending(random: Random, turn: float) -> Plan:
    """Bent forward to look at somebody, hands behind the back or on the knees."""
    leg = LegPlan((0.09, 0.96, 0.1), out=12)
    other = LegPlan((0.11, 0.95, 0.14), knee=(-0.1, 0, 1), out=16)
    arms = gestures.behind_back(random), gestures.behind_back(random)
    if random.random() < 0.5:
        arms = gestures.on_knee(random), gestures.on_knee(random)
    return Plan(
        "bending",
        arms,
        _either(random, (leg, other)),
        _aside(turn, 18),
        stoop=random.uniform(26, 40),
        lean=random.normal(0, 5),
        view=random.uniform(-2, 6),
    )


def crouching(random: Random, turn: float) -> Plan:
    """Squatting, arms on the knees."""
    out = random.uniform(0.1, 0.5)
    leg = LegPlan(None, (out, -0.18, 1.0), (-out * 0.3, 1.0, -0.45), out=14, down=8, before=True)
    return Plan(
        "crouching",
        _sat(random),
        (leg, leg),
        _aside(turn, 15),
        stoop=random.uniform(6, 18),
        lean=random.normal(0, 3),
        view=random.uniform(8, 18),
    )


def floating(random: Random, turn: float) -> Plan:
    """Hanging in the air, or falling softly."""
    one = LegPlan(None, (0.12, 0.9, 0.4), (0.0, 0.85, -0.5), out=10, down=55)
    two = LegPlan(None, (0.2, 0.8, 0.75), (-0.1, 0.6, -0.8), out=10, down=60)
    arms = (gestures.spread_out(random), gestures.spread_out(random))
    if random.random() < 0.5:
        arms = _either(random, (gestures.reaching(random), gestures.hanging(random)))
    return Plan(
        "floating",
        arms,
        _either(random, (one, two)),
        turn,
        twist=random.normal(0, 8),
        lean=random.normal(0, 14),
        tilt=random.normal(0, 6),
        hip_tilt=random.normal(0, 6),
        stoop=random.uniform(-14, 6),
        airborne=True,
    )


def _either(random: Random, pair: tuple[_T, _T]) -> tuple[_T, _T]:
    """The pair, or the pair turned round."""
    return pair if random.random() < 0.5 else (pair[1], pair[0])


def _aside(turn: float, least: float) -> float:
    """At least so far turned, to the side to which it is turned already."""
    return max(turn, least) if turn >= 0 else min(turn, -least)


STANCES: dict[str, tuple[Stance, float]] = {
    "standing": (standing, 3.0),
    "contrapposto": (contrapposto, 4.5),
    "standing wide": (wide_stand, 1.2),
    "walking": (walking, 1.3),
    "running": (running, 0.9),
    "jumping": (jumping, 0.7),
    "sitting": (sitting, 1.3),
    "cross-legged": (cross_legged, 0.4),
    "floor": (floor_sitting, 0.5),
    "kneeling": (kneeling, 0.5),
    "one knee": (one_knee, 0.3),
    "fighting": (fighting, 0.8),
    "dancing": (dancing, 0.6),
    "casting": (casting, 0.6),
    "cheering": (cheering, 0.4),
    "bending": (bending, 0.5),
    "crouching": (crouching, 0.4),
    "floating": (floating, 0.4),
}
"""By name: how trunk and legs are held, and how often."""

UPRIGHT = ("standing", "contrapposto")
"""Those that are fit for who is seen only to the waist or the thighs."""
