"""The skeleton: where a body's joints are seen, and how thick it is at each of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Random

Joint = NDArray[np.float64]
"""(3,) x, y and depth in figure units: x to the viewer's right, y down, depth toward the viewer from the chest's."""


@dataclass(frozen=True)
class Limb:
    """An arm (shoulder, elbow, wrist) or a leg (hip, knee, ankle).

    `joints`: (3, 3); `radii`: (3,) half the width of the bare limb at each joint, and half way it swells between them;
    `end`: (2,) unit vector in which the hand or foot points; `near`: it lies before the torso.
    """

    joints: NDArray[np.float64]
    radii: NDArray[np.float64]
    end: NDArray[np.float64]
    near: bool


@dataclass(frozen=True)
class Pose:
    """A body in figure units (the cranium's radius is 1), hanging from its head.

    `turn` in degrees: how far the chest is turned to the viewer's right; `neck_top`, `neck`: where the neck leaves the
    skull and where it meets the chest; `chest`, `waist`, `hips`: middles of the trunk. `shoulder`, `rib`, `middle`,
    `pelvis`: half widths as seen. `arms` and `legs`: the one on the viewer's left first.
    """

    turn: float
    neck_top: Joint
    neck: Joint
    chest: Joint
    waist: Joint
    hips: Joint
    neck_radius: float
    shoulder: float
    rib: float
    middle: float
    pelvis: float
    arms: tuple[Limb, Limb]
    legs: tuple[Limb, Limb]


def choose_pose(random: Random, head: Head, looks: Looks) -> Pose:
    """Standing with hanging arms. Proportions follow age: a child is four heads tall, an adult seven."""
    x, y = head.seen([(0, 0.95, -0.3)])[0]
    grown = 1 - looks.child
    trunk = 1.6 + 2.4 * grown
    broad = (1.05 + 0.75 * grown) * (1 + 0.25 * looks.masculine) * (1.12 - 0.24 * looks.slim)
    neck = np.array([x, y + 0.55 + 0.35 * grown, 0.0])
    hips = neck + (0.0, trunk, 0.0)

    def limb(side: float, top: Joint, parts: float, radii: tuple[float, float, float], spread: float) -> Limb:
        joints = np.stack([top, top + (side * spread, parts, 0), top + (side * spread * 1.3, 2 * parts, 0.05)])
        return Limb(joints, np.array(radii), np.array([side * 0.1, 1.0]), near=False)

    arm, leg = 0.9 + 0.9 * grown, 1.2 + 1.9 * grown
    return Pose(
        turn=head.yaw * 0.5,
        neck_top=np.array([x, y, 0.0]),
        neck=neck,
        chest=neck + (0.0, trunk * 0.3, 0.0),
        waist=neck + (0.0, trunk * 0.62, 0.0),
        hips=hips,
        neck_radius=0.32 + 0.14 * looks.masculine,
        shoulder=broad,
        rib=broad * 0.78,
        middle=broad * (0.58 + 0.14 * looks.masculine),
        pelvis=broad * (0.84 - 0.14 * looks.masculine),
        arms=(
            limb(-1, neck + (-broad, 0.25, 0.0), arm, (0.34, 0.26, 0.18), 0.2),
            limb(1, neck + (broad, 0.25, 0.0), arm, (0.34, 0.26, 0.18), 0.2),
        ),
        legs=(
            limb(-1, hips + (-broad * 0.4, 0.1, 0.0), leg, (0.52, 0.36, 0.22), 0.08),
            limb(1, hips + (broad * 0.4, 0.1, 0.0), leg, (0.52, 0.36, 0.22), 0.08),
        ),
    )
