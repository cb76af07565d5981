"""How much of people is seen, and where they stand on the canvas: large, with heads whole and room before the eyes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.figure.person import Person
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Random

CROPS = ("face", "bust", "half", "cowboy", "full")
"""From the closest to the widest: to the collar, the chest, the hips, the thighs, the soles."""


@dataclass(frozen=True)
class Placed:
    """A person and the frame, in units of the group's grown-up figures, in which they stand."""

    person: Person
    frame: Frame


def choose_crop(random: Random, width: float, height: float) -> str:
    """One of `CROPS`: tall canvases show more of a figure."""
    tall = min(max((height / width - 0.7) / 0.9, 0.0), 1.0)
    close, far = np.array((2.0, 4.0, 2.2, 0.9, 0.7)), np.array((0.7, 2.4, 2.4, 2.2, 4.5))
    weights = close * (1 - tall) + far * tall
    return CROPS[random.choice(len(CROPS), p=weights / weights.sum())]


def outline_of(placed: Placed, crop: str) -> Points:
    """(n, 2) points that should be inside the canvas, in the group's units; sides are less strict than heights."""
    pose = placed.person.pose
    middle = np.array(placed.person.head.origin)
    spots = [middle + (0, -placed.person.top), middle + (-1.25, 0.0), middle + (1.25, 0.0), middle + (0, 1.4)]
    low = {"face": 0.4, "bust": 2.4, "half": 5.5}.get(crop, 0.0)
    if low:
        base = pose.neck[:2] if crop == "face" else pose.on_trunk(low, 0.0)[0]
        spots.append(np.array([middle[0], base[1] + (0.1 if crop == "face" else 0.0)]))
        if crop != "face":
            reach = 0.85 if crop == "bust" else 1.05
            spots += [arm.joints[0, :2] + (arm.side * reach * arm.radii[0], 0) for arm in pose.arms]
    hands = [arm.joints[2, :2] + arm.end * arm.size * 0.95 for arm in pose.arms]
    if crop in ("half", "cowboy", "full"):
        spots += hands if crop != "half" else [hand for hand in hands if hand[1] < pose.on_trunk(6.2, 0.0)[0, 1]]
        spots += [arm.joints[1, :2] for arm in pose.arms]
    elif crop == "bust":
        spots += [hand for hand in hands if hand[1] < pose.neck[1] + 0.8]
    if crop == "cowboy":
        thighs = [leg.joints[0, :2] * 0.35 + leg.joints[1, :2] * 0.65 for leg in pose.legs]
        spots += [np.array([hip[0], max(thigh[1] for thigh in thighs)]) for hip in thighs]
    if crop == "full":
        for leg in pose.legs:
            toes = leg.joints[2, :2] + leg.frame[0, :2] * leg.size * 0.75
            spots += [leg.joints[1, :2], leg.joints[2, :2] + (0, 0.2 * leg.size), toes + (0, 0.15 * leg.size)]
    return placed.frame.points(np.stack(spots))


def composed(random: Random, group: Sequence[Placed], crop: str, width: float, height: float) -> Frame:
    """The frame that sets a group onto a canvas of `width` x `height` canvas units."""
    people = [place.person for place in group]
    tilt = float(random.normal(0, 5)) if random.random() < 0.3 else 0.0
    if all(math.isinf(person.pose.floor) for person in people):
        tilt = float(random.normal(0, 12))
    tilted = Frame.at(0, 0, 1, tilt)
    spots = tilted.points(np.concatenate([outline_of(place, crop) for place in group]))
    (left, top), (right, bottom) = spots.min(0), spots.max(0)
    above, below = random.uniform(0.01, 0.07), random.uniform(0.02, 0.06) if crop == "full" else 0.0
    aside = (
        random.uniform(0.03, 0.08) if crop in ("full", "cowboy") else random.uniform(-0.04 * (len(group) == 1), 0.05)
    )
    if crop == "face" and random.random() < 0.35:
        # So close that the top of the hair is cut off.
        above = random.uniform(-0.12, 0.0)
    across, down = width * (1 - 2 * aside), height * (1 - above - below)
    scale = min(across / (right - left), down / (bottom - top))
    if crop == "full" or crop == "cowboy":
        scale *= random.uniform(0.92, 1.0)
    room = width - scale * (right - left)
    looking = float(np.mean([math.sin(math.radians(person.head.yaw)) for person in people]))
    share = 0.5 - 0.3 * looking + random.normal(0, 0.08)
    if room > 0.45 * width:
        share = random.choice((0.3, 0.5, 0.7), p=(0.2, 0.6, 0.2)) - 0.15 * looking
    x = room * float(np.clip(share, 0.15, 0.85)) - scale * left
    spare = height * (1 - above - below) - scale * (bottom - top)
    y = height * above - scale * top
    if crop == "full":
        y += spare * random.uniform(0.4, 0.9)
    elif crop != "face":
        y += min(spare, 0.12 * height) * random.uniform(0.0, 1.0)
    else:
        y += spare * random.uniform(0.3, 0.6)
    return tilted.then(Frame.at(x, y, scale))
