"""What a figure sits on when it does not sit on the floor: a block, a chest, a round stool."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import polyline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.figure.skeleton import turned
from hintpen.training.artist.forms import Ball, Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Random, Stroke

DEPTH = -0.3
"""Of a seat for the light, in figure units."""


def seat_parts(random: Random, pose: Pose, looks: Looks) -> list[Part]:
    """The seat of someone who sits on one, in figure units; nothing for all others."""
    if not pose.seat:
        return []
    return _stool(random, pose, looks) if random.random() < 0.4 else _block(random, pose, looks)


def _frame(pose: Pose) -> tuple[Points, Points]:
    """(3,) the middle of the top, under the thighs, and (3, 3) the seat's axes as columns."""
    axes = turned(pose.hip_turn, pose.view, 0.0)
    thigh = float(np.hypot(*(pose.legs[0].joints[1] - pose.legs[0].joints[0])[1:])) / 2
    return pose.hips + axes @ (0.0, 0.75 * float(pose.legs[0].radii[0]), 0.35 * thigh), axes


def _block(random: Random, pose: Pose, looks: Looks) -> list[Part]:
    """A box: its top, its front and the side that is seen."""
    top, axes = _frame(pose)
    wide, deep = pose.pelvis * random.uniform(1.3, 2.4), pose.pelvis * random.uniform(1.0, 1.4)
    high = pose.seat * 0.96
    paint = looks.paint("seat", ("wood", "paint", "stone", "cloth")[random.integers(4)])
    side = -1.0 if pose.hip_turn > 0 else 1.0

    def face(name: str, corners: tuple[tuple[float, float, float], ...], normal: Points) -> Part:
        ring = np.stack([(top + axes @ (x * wide, y * high, z * deep))[:2] for x, y, z in corners])
        stroke = Stroke(polyline(np.concatenate([ring, ring[:1]]), 0.2), taper=(0.05, 0.05))
        form = Plane(float(normal[0]) * 0.8, float(normal[1]) * 0.8)
        return Part(f"seat.{name}", paint, (ring,), (stroke,), form=form, depth=DEPTH, layer=layers.SEAT)

    s = side
    return [
        face("side", ((s, 0, 1), (s, 0, -1), (s, 1, -1), (s, 1, 1)), axes[:, 0] * s),
        face("front", ((-1, 0, 1), (1, 0, 1), (1, 1, 1), (-1, 1, 1)), axes[:, 2]),
        face("top", ((-1, 0, -1), (1, 0, -1), (1, 0, 1), (-1, 0, 1)), -axes[:, 1]),
    ]


def _stool(random: Random, pose: Pose, looks: Looks) -> list[Part]:
    """A round cushion on a drum or on three legs."""
    top, axes = _frame(pose)
    wide, thick = pose.pelvis * random.uniform(1.15, 1.5), pose.pelvis * random.uniform(0.2, 0.45)
    cushion = looks.paint("cushion", ("leather", "cloth", "paint")[random.integers(3)])
    frame = looks.paint("seat", ("wood", "metal")[random.integers(2)])
    drum = random.random() < 0.35
    parts: list[Part] = []
    if drum:
        parts.append(_drum(top, axes, wide * 0.92, thick, pose.seat * 0.96, "seat.drum", frame))
    else:
        for angle in (200.0, 330.0, 90.0):
            a = np.radians(angle)
            out = axes @ (np.cos(a), 0.0, np.sin(a)) * wide * 0.75
            start, end = top + out, top + out * 1.25 + axes @ (0.0, pose.seat * 0.96, 0.0)
            w = 0.16 * pose.size
            ring = np.stack([start[:2] - (w, 0), start[:2] + (w, 0), end[:2] + (w * 0.7, 0), end[:2] - (w * 0.7, 0)])
            stroke = Stroke(polyline(np.concatenate([ring, ring[:1]]), 0.2), weight=0.9, taper=(0, 0))
            x, y = (start + end)[:2] / 2
            form = Ball(float(x), float(y), w * 1.2, pose.seat)
            parts.append(Part("seat.leg", frame, (ring,), (stroke,), form=form, depth=DEPTH, layer=layers.SEAT))
    parts.append(_drum(top, axes, wide, 0.0, thick, "seat.cushion", cushion))
    return parts


def _drum(top: Points, axes: Points, wide: float, start: float, end: float, name: str, paint: Paint) -> Part:
    """A cylinder that stands upright, from `start` to `end` under the top."""
    a = np.radians(np.linspace(0, 360, 36, endpoint=False))
    circle = (axes @ np.stack([np.cos(a), np.zeros(36), np.sin(a)]) * wide).T[:, :2]
    low, high = (top + axes @ (0.0, end, 0.0))[:2], (top + axes @ (0.0, start, 0.0))[:2]
    front = circle[:19]
    ring = np.concatenate([low + front, (high + circle)[18:], high + front[:1]])
    rim = Stroke(np.concatenate([high + circle, high + circle[:1]]), weight=0.8, taper=(0, 0), inside=True)
    x, y = (low + high) / 2
    form = Ball(float(x), float(y), wide * 1.05, wide * 5)
    outline = Stroke(np.concatenate([ring, ring[:1]]), taper=(0, 0))
    return Part(name, paint, (ring,), (outline, rim), form=form, depth=DEPTH, layer=layers.SEAT)
