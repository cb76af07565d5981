"""Creatures: pets, wild animals, birds, fish, monsters, robots.

Each `..._parts` gives a creature from back to front that is 1 high, stands at (0, 0) and looks to the right.
"""

from __future__ import annotations

from hintpen.training.artist.subjects.creatures.birds import bird_parts
from hintpen.training.artist.subjects.creatures.critters import critter_parts
from hintpen.training.artist.subjects.creatures.mammals import mammal_parts
from hintpen.training.artist.subjects.creatures.monsters import monster_parts
from hintpen.training.artist.subjects.creatures.robots import robot_parts
from hintpen.training.artist.subjects.creatures.scenes import creature, creature_parts
from hintpen.training.artist.subjects.creatures.sea import sea_parts

__all__ = [
    "bird_parts",
    "creature",
    "creature_parts",
    "critter_parts",
    "mammal_parts",
    "monster_parts",
    "robot_parts",
    "sea_parts",
]
