"""What one arm does: a library of gestures, each varied every time."""

from __future__ import annotations

from collections.abc import Callable

from hintpen.training.artist.figure.skeleton import ArmPlan
from hintpen.training.artist.records import Random

Gesture = Callable[[Random], ArmPlan]


def _u(random: Random, low: float, high: float) -> float:
    return float(random.uniform(low, high))


def _hand(random: Random, *names: str) -> str:
    return names[random.integers(len(names))]


def hanging(random: Random) -> ArmPlan:
    """Down at the side, a little bent."""
    return ArmPlan(
        _hand(random, "relaxed", "relaxed", "relaxed", "fist", "open"),
        (_u(random, 0.1, 0.3), 1.0, _u(random, -0.18, 0.08)),
        (_u(random, -0.02, 0.16), 1.0, _u(random, 0.05, 0.4)),
        back=(1.0, 0.0, _u(random, 0.0, 0.9)),
        bend=(-0.12, 0.0, 0.05),
    )


def on_hip(random: Random) -> ArmPlan:
    """Hand on the hip, elbow out."""
    fist = random.random() < 0.3
    return ArmPlan(
        "fist" if fist else "on hip",
        reach=(_u(random, 4.6, 5.1), _u(random, 62, 84)),
        elbow=(1.0, 0.25, _u(random, -0.7, -0.1)),
        back=(0.75, -0.2, 0.65),
        bend=(-0.3, 0.3, 0.45) if fist else (-0.1, 0.9, 0.6),
        lift=0.22,
        place="before",
    )


def behind_back(random: Random) -> ArmPlan:
    """Hands clasped behind the back."""
    return ArmPlan(
        "relaxed",
        reach=(_u(random, 4.8, 5.4), 165),
        elbow=(1.0, 0.3, -0.6),
        back=(0.2, 0.0, -1.0),
        place="behind",
    )


def pocket(random: Random) -> ArmPlan:
    """Hand in the pocket: it is hidden."""
    return ArmPlan(
        "",
        reach=(_u(random, 5.3, 5.7), _u(random, 60, 78)),
        elbow=(1.0, 0.2, _u(random, -0.9, -0.3)),
        back=(0.8, 0.0, 0.5),
        lift=0.05,
        place="before",
    )


def at_chin(random: Random) -> ArmPlan:
    """Thinking, hand at the chin."""
    return ArmPlan(
        _hand(random, "curled", "pointing", "fist"),
        reach=(_u(random, 0.1, 0.4), 2.0, 0.95),
        elbow=(0.55, 1.0, 0.2),
        back=(0.45, 0.1, 1.0),
        bend=(-0.35, -0.3, -0.1),
        place="face",
    )


def at_cheek(random: Random) -> ArmPlan:
    """Cheek resting in the hand."""
    return ArmPlan(
        _hand(random, "curled", "relaxed", "fist"),
        reach=(_u(random, 0.8, 0.95), 1.75, 0.5),
        elbow=(0.75, 1.0, 0.3),
        back=(1.0, 0.2, 0.4),
        bend=(0.0, -0.3, -0.1),
        place="face",
    )


def behind_head(random: Random) -> ArmPlan:
    """Hand behind the head: shy, lazy or proud."""
    return ArmPlan(
        "relaxed",
        reach=(_u(random, 0.75, 0.95), _u(random, 0.2, 0.5), -0.85),
        elbow=(1.0, -0.35, 0.2),
        back=(0.2, -0.3, -1.0),
        place="behind",
    )


def waving(random: Random) -> ArmPlan:
    """Hand up, palm to the viewer."""
    return ArmPlan(
        "open",
        (0.75, _u(random, 0.2, 0.9), _u(random, 0.1, 0.5)),
        (_u(random, 0.0, 0.6), -1.0, _u(random, 0.0, 0.3)),
        back=(0.1, 0.0, -1.0),
        bend=(_u(random, -0.2, 0.3), 0.0, -0.1),
        place="face",
    )


def peace(random: Random) -> ArmPlan:
    """Two fingers up beside the face."""
    return ArmPlan(
        "peace",
        (0.6, 0.85, _u(random, 0.1, 0.4)),
        (_u(random, -0.1, 0.35), -1.0, _u(random, 0.2, 0.5)),
        back=(0.1, 0.0, -1.0),
        bend=(_u(random, -0.1, 0.4), 0.0, -0.2),
        place="face",
    )


def pointing(random: Random) -> ArmPlan:
    """Pointing away to the side, or up."""
    up = random.random() < 0.4
    fore = (_u(random, 0.1, 0.4), -1.0, 0.3) if up else (0.95, _u(random, -0.5, 0.1), _u(random, 0.2, 0.7))
    return ArmPlan(
        "pointing",
        (0.6, 0.7, 0.3) if up else (0.8, _u(random, 0.1, 0.7), 0.4),
        fore,
        back=(0.2, -0.3, 1.0) if up else (0.0, -1.0, 0.4),
        place="face",
    )


def thumb_up(random: Random) -> ArmPlan:
    """Thumb up before the chest."""
    return ArmPlan(
        "thumb",
        (0.4, 1.0, 0.1),
        (_u(random, -0.1, 0.5), _u(random, -0.7, -0.2), 0.8),
        back=(1.0, 0.0, 0.2),
        bend=(-0.6, 0.1, -0.1),
        place="before",
        order=1.0,
    )


def fist_up(random: Random) -> ArmPlan:
    """Fist before the shoulder: come on!"""
    return ArmPlan(
        "fist",
        (_u(random, 0.2, 0.6), 1.0, 0.1),
        (_u(random, -0.2, 0.25), -1.0, _u(random, 0.3, 0.8)),
        back=(0.2, 0.0, 1.0),
        place="face",
    )


def raised(random: Random) -> ArmPlan:
    """Up over the head: cheering, stretching."""
    return ArmPlan(
        _hand(random, "fist", "open", "peace"),
        (_u(random, 0.6, 0.95), _u(random, -1.0, -0.5), 0.1),
        (_u(random, -0.1, 0.6), -1.0, _u(random, 0.0, 0.3)),
        back=(0.1, 0.0, _hand_side(random)),
    )


def _hand_side(random: Random) -> float:
    return 1.0 if random.random() < 0.4 else -1.0


def to_chest(random: Random) -> ArmPlan:
    """Hand on the breast, or holding something to it."""
    return ArmPlan(
        _hand(random, "relaxed", "fist", "curled"),
        reach=(_u(random, 1.9, 2.7), _u(random, 8, 28)),
        elbow=(1.0, 1.0, 0.15),
        back=(0.15, 0.0, 1.0),
        bend=(-0.25, -0.15, -0.15),
        lift=0.22,
        place="before",
        order=1.0,
    )


def holding(random: Random) -> ArmPlan:
    """Holding a thing before the belly: a cup, a phone, a flower."""
    return ArmPlan(
        "grip",
        (_u(random, 0.15, 0.35), 1.0, 0.05),
        (_u(random, -0.5, 0.0), _u(random, -0.9, -0.3), _u(random, 0.6, 0.9)),
        back=(1.0, 0.1, 0.35),
        place="before",
        order=1.0,
        holds=True,
    )


def carrying(random: Random) -> ArmPlan:
    """Holding a rod at the side: a staff, a sword, an umbrella."""
    return ArmPlan(
        "grip",
        (_u(random, 0.2, 0.5), 1.0, _u(random, -0.1, 0.2)),
        (_u(random, 0.1, 0.5), _u(random, -0.2, 0.5), _u(random, 0.5, 0.9)),
        back=(1.0, 0.0, 0.25),
        place="before",
        order=1.0,
        holds=True,
    )


def reaching(random: Random) -> ArmPlan:
    """The open hand held out to the viewer or the side, palm up."""
    return ArmPlan(
        _hand(random, "open", "relaxed"),
        (_u(random, 0.2, 0.6), 1.0, 0.3),
        (_u(random, 0.2, 1.0), _u(random, -0.4, 0.3), 0.8),
        back=(-0.2, 1.0, -0.1),
        place="before",
        order=1.0,
    )


def casting(random: Random) -> ArmPlan:
    """The palm thrust out: magic."""
    return ArmPlan(
        "spread",
        (_u(random, 0.5, 1.0), _u(random, 0.0, 0.6), 0.5),
        (_u(random, 0.3, 0.9), _u(random, -0.6, 0.1), _u(random, 0.3, 0.8)),
        back=(-0.6, 0.0, -0.7),
        bend=(0.0, -0.9, 0.1),
        place="face",
    )


def in_lap(random: Random) -> ArmPlan:
    """The hand on the thigh of someone who sits."""
    return ArmPlan(
        "relaxed",
        (_u(random, 0.12, 0.3), 1.0, _u(random, 0.0, 0.2)),
        (_u(random, -0.45, -0.1), 0.62, 0.8),
        back=(0.15, -0.7, 0.6),
        place="before",
        order=1.0,
    )


def on_knee(random: Random) -> ArmPlan:
    """Leaning on the thigh of someone who bends forward."""
    return ArmPlan(
        "relaxed",
        (_u(random, 0.15, 0.35), 0.75, _u(random, 0.55, 0.75)),
        (_u(random, -0.15, 0.05), 0.95, _u(random, 0.1, 0.3)),
        back=(0.4, -0.3, 0.8),
        place="before",
    )


def propped(random: Random) -> ArmPlan:
    """Leaning on the hand beside oneself."""
    return ArmPlan(
        "open",
        (_u(random, 0.25, 0.5), 1.0, -0.3),
        (_u(random, 0.05, 0.2), 1.0, -0.25),
        back=(0.3, -0.6, 0.6),
        bend=(0.5, -0.3, 0.6),
    )


def swung(random: Random, forth: float) -> ArmPlan:
    """Bent as in running: before the body (`forth` 1) or behind it (-1)."""
    return ArmPlan(
        _hand(random, "fist", "fist", "curled"),
        (0.22, 0.85, 0.65 * forth - 0.1),
        (-0.35 if forth > 0 else 0.05, -0.15 if forth > 0 else 0.45, 1.0 if forth > 0 else 0.35),
        back=(1.0, 0.0, 0.3),
    )


def guarding(random: Random) -> ArmPlan:
    """A fist before the chin."""
    return ArmPlan(
        "fist",
        (_u(random, 0.2, 0.4), 1.0, _u(random, 0.1, 0.5)),
        (_u(random, -0.45, -0.1), _u(random, -1.0, -0.6), 0.7),
        back=(0.75, 0.0, 0.6),
        place="face",
    )


def spread_out(random: Random) -> ArmPlan:
    """Out to the side: balancing, dancing, welcoming."""
    return ArmPlan(
        _hand(random, "relaxed", "open", "spread"),
        (1.0, _u(random, -0.1, 0.5), 0.1),
        (1.0, _u(random, -0.8, 0.2), 0.2),
        back=(0.0, -1.0, 0.3),
    )


def crossed(random: Random, over: bool) -> ArmPlan:
    """Arms crossed before the chest; `over`: the one that lies on the other."""
    return ArmPlan(
        "relaxed" if over else "",
        reach=(2.95 if over else 3.1, -30 if over else -24),
        elbow=(1.0, 0.9, 0.1),
        back=(0.25, -0.35, 1.0),
        bend=(0.0, -0.25, -0.2),
        lift=0.42 if over else 0.25,
        place="before",
        order=2.0 if over else 0.6,
    )
