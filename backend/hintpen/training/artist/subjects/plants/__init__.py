"""Plants: trees, bushes, grass, flowers, and what grows in pots.

Each `..._parts` gives a plant from back to front that is 1 high and stands at (0, 0); a bloom's radius is 1.
"""

from __future__ import annotations

from hintpen.training.artist.subjects.plants.blooms import bloom_parts
from hintpen.training.artist.subjects.plants.gardens import bouquet_parts, plants, potted_parts
from hintpen.training.artist.subjects.plants.growing import (
    bush_parts,
    cactus_parts,
    flower_parts,
    grass_tuft_parts,
    mushroom_parts,
    shrub_parts,
    vine_parts,
)
from hintpen.training.artist.subjects.plants.trees import tree_parts

__all__ = [
    "bloom_parts",
    "bouquet_parts",
    "bush_parts",
    "cactus_parts",
    "flower_parts",
    "grass_tuft_parts",
    "mushroom_parts",
    "plants",
    "potted_parts",
    "shrub_parts",
    "tree_parts",
    "vine_parts",
]
