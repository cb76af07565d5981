"""One person: who it is, how it stands, and all its parts together."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from hintpen.training.artist.figure.body import body_parts
from hintpen.training.artist.figure.clothes import clothes_parts
from hintpen.training.artist.figure.face import face_parts
from hintpen.training.artist.figure.hair import hair_parts
from hintpen.training.artist.figure.head import Head, choose_head
from hintpen.training.artist.figure.looks import Looks, choose_looks
from hintpen.training.artist.figure.ornaments import choose_ornaments, height_of, ornament_parts
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.figure.poses import choose_pose
from hintpen.training.artist.figure.props import prop_parts
from hintpen.training.artist.figure.seats import seat_parts
from hintpen.training.artist.records import Part, Random, in_order

LARGE = 0.16
"""From this radius of the cranium on, in canvas units, hair is drawn with all its strands."""


@dataclass(frozen=True)
class Person:
    """Someone before anything is drawn, so that a picture can be composed around them. `worn`: names of ornaments."""

    looks: Looks
    head: Head
    pose: Pose
    worn: tuple[str, ...] = ()

    @property
    def top(self) -> float:
        """How far hair and what is worn reach above the middle of the cranium, in figure units."""
        return height_of(self.worn)


def choose_person(
    random: Random, name: str, stance: str = "", looking: float = 0.0, age: float = 0.0, style: float | None = None
) -> Person:
    """A person whose paints begin with `name`.

    `stance` is a key of `poses.STANCES`, "" to choose one; `looking` -1 or 1: to which side of the picture the head is
    turned, 0 for any; `age` in years, 0 for any; `style`: how `stylized` they are, None for any: people
    of one picture are alike in that.
    """
    who, turn, hold, worn = random.spawn(4)
    looks, head = choose_looks(name, who), choose_head(turn)
    if age:
        looks = replace(looks, age=age, gray=looks.gray and age > 45)
    if style is not None:
        looks = replace(looks, stylized=style)
    if looking:
        head = replace(head, yaw=looking * float(np.clip(abs(head.yaw), 14, 60)))
    return Person(looks, head, choose_pose(hold, head, looks, stance), choose_ornaments(worn, looks))


def person_parts(random: Random, person: Person, scale: float, low: float = math.inf) -> list[Part]:
    """All parts of a person in figure units, from back to front.

    `scale`: the cranium's radius in canvas units: small people are drawn with fewer details. Below `low` nothing is in
    the picture.
    """
    # A stream for each room: one that asks for more numbers leaves the others' choices alone.
    body, outfit, face, hair, worn, under, held = random.spawn(7)
    looks, head, pose = person.looks, person.head, person.pose
    grown = hair_parts(hair, head, looks, min(1.0, 0.35 + 0.65 * scale / LARGE))
    return in_order(
        [
            *seat_parts(under, pose, looks),
            *body_parts(body, pose, looks, scale),
            *prop_parts(held, pose, looks),
            *clothes_parts(outfit, pose, looks, low),
            *face_parts(face, head, looks, scale),
            *ornament_parts(worn, head, looks, person.worn, scale, grown, pose),
        ]
    )
