"""What is worn on the head and grows from it: hats, ribbons, glasses, jewelry; horns and animal ears."""

from __future__ import annotations

from hintpen.training.artist.figure.ornaments.wardrobe import choose_ornaments, height_of, ornament_parts

__all__ = ["choose_ornaments", "height_of", "ornament_parts"]
