"""A contact sheet: drawings as rows of line art, albedo, shade and composite, to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.drawing import Drawing


def sheet_of(drawings: Sequence[Drawing], columns: int = 3) -> NDArray[np.uint8]:
    """(h, w, 3) uint8: `columns` drawings side by side, each as line | albedo | shade and highlight | composite."""
    strips = [strip_of(drawing) for drawing in drawings]
    blank = np.full_like(strips[0], 255)
    strips += [blank] * (-len(strips) % columns)
    return np.vstack([np.hstack(strips[i : i + columns]) for i in range(0, len(strips), columns)])


def strip_of(drawing: Drawing) -> NDArray[np.uint8]:
    """One drawing's layers side by side with a white edge."""
    light = np.clip(drawing.shade * 0.8 + drawing.highlight * 0.6, 0, 255).astype(np.uint8)
    return np.pad(
        np.hstack([drawing.line, drawing.albedo, light, drawing.composite]),
        ((2, 2), (2, 2), (0, 0)),
        constant_values=255,
    )
