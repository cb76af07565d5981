"""People: who they are, how much of them is seen, and what stands behind them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hintpen.training.artist.figure.person import choose_person, person_parts
from hintpen.training.artist.figure.poses import UPRIGHT
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, Scene, placed
from hintpen.training.artist.subjects.framing import Placed, choose_crop, composed
from hintpen.training.artist.subjects.groups import choose_group
from hintpen.training.artist.subjects.scenes import backdrop
from hintpen.training.artist.subjects.scenes.backdrop import BACKDROPS
from hintpen.training.artist.subjects.staging import Box, contact_shadow, ground_line

LAYERS = 1000.0
"""How far the layers of one person lie behind those of the next one in front."""

INDOORS = ("window", "books", "corner")
"""Backdrops that are as large as a room is behind a half figure."""

BELOW = 0.5
"""A person is dressed this far below the canvas, in figure units: frames may lean."""

APART = 0.2
"""How far one person stands behind another for the light, in canvas units."""


def portrait(random: Random, width: float, height: float) -> Scene:
    """A face, or a bust."""
    return _single(random, width, height, "face" if random.random() < 0.35 else "bust", "portrait")


def figure(random: Random, width: float, height: float) -> Scene:
    """One person, from the head to the hips, the thighs or the soles."""
    crop = choose_crop(random, width, height)
    return _single(random, width, height, crop if crop not in ("face", "bust") else "half", "figure")


def group(random: Random, width: float, height: float) -> Scene:
    """Two or three people."""
    who, how, parts, behind = random.spawn(4)
    crop = choose_crop(how, width, height)
    crop = "bust" if crop == "face" else crop
    return _scene(parts, behind, choose_group(who, crop), crop, width, height, "group")


def _single(random: Random, width: float, height: float, crop: str, kind: str) -> Scene:
    who, hold, parts, behind = random.spawn(4)
    stance = "" if crop == "full" else UPRIGHT[hold.integers(len(UPRIGHT))]
    person = choose_person(who, "person", stance)
    return _scene(parts, behind, [Placed(person, Frame.at(0, 0))], crop, width, height, kind)


def _behind(random: Random, people: Sequence[Placed], crop: str) -> str:
    """The backdrop's kind: none that is out of scale, or that contradicts someone who is in the air."""
    names = [name for name in BACKDROPS if crop != "full" or name not in INDOORS]
    if any(math.isinf(place.person.pose.floor) for place in people):
        names = [name for name in names if name not in INDOORS]
    weights = np.array([BACKDROPS[name][1] for name in names])
    return names[random.choice(len(names), p=weights / weights.sum())]


def _grounded(
    random: Random, ground: Sequence[Part], people: Sequence[Placed], frame: Frame, width: float
) -> list[Part]:
    """The backdrop with shadows where people stand on it, or with a line of ground where there is none."""
    boxes: list[Box] = []
    for place in people:
        seen, pose = place.frame.then(frame), place.person.pose
        if math.isfinite(pose.floor):
            feet = [leg.joints[2, :2] + leg.frame[0, :2] * leg.size * u for leg in pose.legs for u in (-0.2, 0.65)]
            spots = seen.points(np.stack([*feet, np.array([pose.hips[0], pose.floor])]))
            (left, _), (right, _) = spots.min(0), spots.max(0)
            bottom = float(spots[-1, 1])
            boxes.append((float(left), bottom - 0.1, float(right), bottom))
    if not boxes or random.random() < 0.25:
        return list(ground)
    if not any(part.rings and part.colored for part in ground):
        line = ground_line(random, (min(b[0] for b in boxes), 0.0, max(b[2] for b in boxes), boxes[-1][3]), width)
        return [*ground, Part("ground.line", Paint("ground.line", "paper"), strokes=line, depth=-0.6, colored=False)]
    shadows = tuple(contact_shadow(box, min(0.025, 0.12 * (box[2] - box[0]))) for box in boxes)
    # What lies behind all of the figure and where it stands: the wall, the floor, the plain ground.
    return [
        replace(part, marks=(*part.marks, *shadows))
        if part.rings and part.colored and np.ptp(part.rings[0][:, 0]) > 0.6 * width
        else part
        for part in ground
    ]


def _scene(
    random: Random, behind: Random, people: Sequence[Placed], crop: str, width: float, height: float, kind: str
) -> Scene:
    """`people` from back to front."""
    frame = composed(random, people, crop, width, height)
    parts = backdrop(behind, width, height, _behind(behind, people, crop))
    if crop == "full":
        parts = _grounded(behind, parts, people, frame, width)
    largest = 0.0
    for rank, (place, own) in enumerate(zip(people, random.spawn(len(people)), strict=True)):
        seen = place.frame.then(frame)
        back = len(people) - 1 - rank
        low = (height - float(seen.origin[1])) / seen.scale + BELOW
        parts += placed(person_parts(own, place.person, seen.scale, low), seen, -APART * back, LAYERS * rank)
        largest = max(largest, seen.scale)
    return Scene(f"{kind}.{crop}", width, height, tuple(parts), pen_scale=min(1.1, 0.5 + 2.5 * largest))
