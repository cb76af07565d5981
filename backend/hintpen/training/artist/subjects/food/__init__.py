"""Food: dishes, sweets, fruit and drinks, alone and as still lifes.

Each `..._parts` gives a thing from back to front that is about 1 wide and stands at (0, 0).
"""

from __future__ import annotations

from hintpen.training.artist.subjects.food.fruits import fruit_parts
from hintpen.training.artist.subjects.food.stills import food, food_parts
from hintpen.training.artist.subjects.food.vessels import bottle, cup, glass, plate, pot, vase

__all__ = ["bottle", "cup", "food", "food_parts", "fruit_parts", "glass", "plate", "pot", "vase"]
