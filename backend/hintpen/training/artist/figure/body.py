"""The bare body below the head: neck, trunk, arms, hands, legs, feet."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ribbon, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Limb, Pose
from hintpen.training.artist.records import Part, Random, Stroke


def body_parts(random: Random, pose: Pose, looks: Looks) -> list[Part]:
    """All that can be bare, in figure units; clothes are put over it."""
    skin = looks.paint("skin", "skin")
    neck = ribbon(spline([pose.neck_top[:2], pose.neck[:2]]), 2 * pose.neck_radius)
    half = [(pose.shoulder, 0.2), (pose.rib, 1.4), (pose.middle, 2.6), (pose.pelvis, 4.0)]
    x, y = pose.neck[:2]
    trunk = np.array([(x + w, y + d) for w, d in half] + [(x - w, y + d) for w, d in half[::-1]])

    def limb(limb: Limb, name: str, layer: float) -> Part:
        ring = ribbon(spline(limb.joints[:, :2]), np.interp(np.linspace(0, 2, 17), range(3), 2 * limb.radii))
        return Part(f"body.{name}", skin, (ring,), (Stroke(ring),), depth=-0.05, layer=layer)

    return [
        *(limb(leg, "leg", layers.LEG) for leg in pose.legs),
        *(limb(arm, "arm", layers.NEAR_ARM if arm.near else layers.FAR_ARM) for arm in pose.arms),
        Part("body.trunk", skin, (trunk,), (Stroke(trunk),), layer=layers.TORSO),
        Part("body.neck", skin, (neck,), (Stroke(neck),), layer=layers.NECK),
    ]
