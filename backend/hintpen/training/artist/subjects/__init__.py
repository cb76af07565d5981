"""What the artist draws: kinds of scenes, and how often each is chosen."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.records import Random, Scene
from hintpen.training.artist.subjects.abstract import abstract
from hintpen.training.artist.subjects.creatures import creature
from hintpen.training.artist.subjects.figures import figure, group, portrait
from hintpen.training.artist.subjects.food import food
from hintpen.training.artist.subjects.page import panels
from hintpen.training.artist.subjects.plants import plants
from hintpen.training.artist.subjects.scenes.landscapes import landscape
from hintpen.training.artist.subjects.scenes.rooms import classroom, room
from hintpen.training.artist.subjects.scenes.streets import street
from hintpen.training.artist.subjects.things.still import potion_shop, still_life, thing
from hintpen.training.artist.subjects.vehicles.setting import vehicle

Builder = Callable[[Random, float, float], Scene]
"""A scene on a canvas of a width and a height in canvas units (short side 1)."""


def _in_panel(random: Random, width: float, height: float) -> Scene:
    """A picture for a panel of a page: anything but a page, and mostly what is quickly drawn."""
    names = [name for name in KINDS if name not in ("page", "spoken")]
    slow = ("room", "class", "street", "potion shop", "group")
    weights = np.array([KINDS[name][1] * (0.3 if name in slow else 1.0) for name in names])
    return KINDS[names[random.choice(len(names), p=weights / weights.sum())]][0](random, width, height)


def page(random: Random, width: float, height: float) -> Scene:
    """A page of a comic."""
    return panels.page(random, width, height, _in_panel)


def spoken(random: Random, width: float, height: float) -> Scene:
    """A picture in which something is said."""
    return panels.spoken(random, width, height, _in_panel)


KINDS: dict[str, tuple[Builder, float]] = {
    "portrait": (portrait, 5.0),
    "figure": (figure, 4.0),
    "group": (group, 1.6),
    "creature": (creature, 2.0),
    "food": (food, 1.0),
    "plants": (plants, 1.0),
    "abstract": (abstract, 0.8),
    "room": (room, 0.9),
    "class": (classroom, 0.3),
    "street": (street, 0.9),
    "landscape": (landscape, 1.2),
    "thing": (thing, 0.9),
    "still life": (still_life, 0.5),
    "potion shop": (potion_shop, 0.25),
    "vehicle": (vehicle, 0.8),
    "page": (page, 0.5),
    "spoken": (spoken, 0.6),
}
"""By name: who draws it, and how often it is chosen beside the others."""


def choose_scene(random: Random, width: float, height: float, kind: str = "") -> Scene:
    """A scene of `kind`, or of one chosen at random. Raises `ValueError` when there is no such kind."""
    if kind and kind not in KINDS:
        raise ValueError(f"there is no kind of drawing {kind!r}: choose among {', '.join(sorted(KINDS))}")
    names = list(KINDS)
    weights = np.array([KINDS[name][1] for name in names])
    name = kind or names[random.choice(len(names), p=weights / weights.sum())]
    return KINDS[name][0](random, width, height)
