"""Places: rooms, streets and landscapes, and what stands behind figures."""

from hintpen.training.artist.subjects.scenes.backdrop import backdrop

__all__ = ["backdrop"]
