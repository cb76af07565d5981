"""Hair of manga and anime figures: masses on the skull, cut into locks that flow from the crown."""

from __future__ import annotations

from hintpen.training.artist.figure.hair.hairdo import hair_parts

__all__ = ["hair_parts"]
