"""Two or three people together: side by side, turned to each other, grown-ups with children, one behind another."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.figure.person import Person, choose_person
from hintpen.training.artist.figure.poses import UPRIGHT
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Random
from hintpen.training.artist.subjects.framing import Placed

STANDING = (*UPRIGHT, "standing wide", "walking")
"""Stances of people who stand on one floor."""


def choose_group(random: Random, crop: str) -> list[Placed]:
    """Two or three people, from back to front, in units of a grown-up figure."""
    count = 3 if random.random() < 0.25 else 2
    family = random.random() < 0.25
    talking = random.random() < 0.55
    style = float(random.beta(3, 2))
    people: list[Person] = []
    for i, own in enumerate(random.spawn(count)):
        stances = STANDING if crop == "full" else UPRIGHT
        looking = 0.0
        if talking:
            looking = 1.0 if i == 0 else -1.0 if i == count - 1 else 0.0
        age = 0.0
        if family:
            age = float(own.uniform(4, 12) if i == count - 1 else own.uniform(24, 60))
        stance = stances[own.integers(len(stances))]
        people.append(choose_person(own, f"person{i + 1}", stance, looking, age, style))
    if crop in ("bust", "half") and not family and random.random() < 0.3:
        return _behind(random, people)
    return _side_by_side(random, people, crop)


def _side_by_side(random: Random, people: list[Person], crop: str) -> list[Placed]:
    """On one floor; half of the time the first one stands in front."""
    closeness = random.uniform(0.8, 1.25)
    places: list[Placed] = []
    x = 0.0
    for i, person in enumerate(people):
        scale = head_size(person)
        wide = person.pose.shoulder * scale
        if i:
            last = people[i - 1]
            apart = closeness * (wide + last.pose.shoulder * head_size(last))
            # Heads do not hide one another.
            x += max(apart, 1.3 * (scale + head_size(last)))
        y = -person.pose.floor * scale if math.isfinite(person.pose.floor) else 0.0
        places.append(Placed(person, Frame.at(x - person.pose.neck[0] * scale, y, scale)))
    order = np.arange(len(places)) if random.random() < 0.5 else np.arange(len(places))[::-1]
    if len({round(head_size(person), 2) for person in people}) > 1:
        # Children stand in front.
        order = np.argsort([-head_size(person) for person in people], kind="stable")
    return [places[i] for i in order.tolist()]


def _behind(random: Random, people: list[Person]) -> list[Placed]:
    """Each one farther back stands to the side of the one before, smaller, the head a little higher."""
    side = 1.0 if random.random() < 0.5 else -1.0
    places: list[Placed] = []
    x, y, scale = 0.0, 0.0, 1.0
    for person in people:
        places.append(Placed(person, Frame.at(x, y, scale)))
        x += side * person.pose.shoulder * scale * random.uniform(1.3, 1.7)
        y -= random.uniform(-0.2, 0.7)
        scale *= random.uniform(0.75, 0.92)
        if len(people) == 3 and len(places) == 1:
            side = -side
            x = side * person.pose.shoulder * random.uniform(1.3, 1.7)
    return places[::-1]


def head_size(person: Person) -> float:
    """The size of the head against a grown-up's."""
    return 1.0 - 0.14 * person.looks.child
