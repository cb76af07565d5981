"""Repainting: what the artist did to Flat by hand since it was delivered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.engine.drawing import HintKind, Pixels
from hintpen.engine.hints import KINDS, Mask, Paints, Strokes
from hintpen.engine.regions import Regions

WHOLE = 0.25
"""Share of a cell that must have been repainted for all of it to come back as it is; else just those pixels do."""


@dataclass(frozen=True)
class Repainting:
    """Flat as it was `delivered` and as it is `current`ly: (pixels,) uint32 paint; `changed`: (pixels,) bool."""

    delivered: Paints
    current: Paints
    changed: Mask

    @classmethod
    def of(cls, delivered: Pixels, current: Pixels) -> Repainting:
        """Compares two states of Flat, both (height, width, 4) uint8."""
        before, now = (np.ascontiguousarray(pixels).view(np.uint32).ravel() for pixels in (delivered, current))
        return cls(before, now, before != now)

    def said_anew(self, strokes: Strokes) -> Mask:
        """(strokes,) bool: hints that were not there when Flat was delivered, since it does not show them."""
        kind = strokes.kind[strokes.stroke]
        shown = np.where(kind == KINDS.index(HintKind.COLOR), strokes.paint, 0)
        judged = strokes.exact & ((kind == KINDS.index(HintKind.COLOR)) | (kind == KINDS.index(HintKind.TRANSPARENT)))
        anew = np.zeros(len(strokes.kind), bool)
        anew[strokes.stroke[judged & (self.delivered[strokes.pixel] != shown)]] = True
        return anew

    def kept(self, regions: Regions, renewed: Mask) -> Mask:
        """(pixels,) bool: what comes back as it is. `renewed`: (cells,) bool, of rooms that a new hint claimed."""
        labels = regions.labels.ravel()
        changed = np.bincount(labels[self.changed], minlength=regions.count)
        whole = (changed >= WHOLE * regions.area) & ~renewed
        return (self.changed & ~renewed[labels]) | whole[labels]
