"""The picture that the layers make: Flat, multiplied by Shade, screened with Highlight, under the lines."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.drawing import Pixels


def compose(flat: Pixels, shade: Pixels, highlight: Pixels) -> Pixels:
    """(h, w, 3) uint8 of three (h, w, 3) uint8 layers, as Krita, GIMP and Photoshop blend them (in sRGB)."""
    multiplied = flat.astype(np.float32) * shade / 255
    screened = 255 - (255 - multiplied) * (255 - highlight.astype(np.float32)) / 255
    return np.rint(screened).astype(np.uint8)


def under_lines(picture: Pixels, coverage: Pixels, color: NDArray[np.uint8]) -> Pixels:
    """Lines over a picture: `coverage` (h, w) uint8, 255 where the ink is opaque; `color` (3,) or (h, w, 3) uint8."""
    share = coverage.astype(np.float32)[..., None] / 255
    return np.rint(picture * (1 - share) + color.astype(np.float32) * share).astype(np.uint8)
