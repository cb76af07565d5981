"""What a person wears below the head, in layers with folds, seams and collars."""

from __future__ import annotations

from hintpen.training.artist.figure.clothes.outfits import clothes_parts

__all__ = ["clothes_parts"]
