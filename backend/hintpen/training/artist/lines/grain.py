"""What paper and wet ink do to lines: the tooth breaks a pencil's line up, ink runs together in corners."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.lines.pens import Pen
from hintpen.training.artist.records import Array, Random

Gray = NDArray[np.uint8]


def dried(ink: Gray, shine: Gray, pen: Pen, random: Random) -> Gray:
    """The (h, w) coverage as it is when dry. Where `shine` is, the paper was left white on purpose."""
    if pen.pool > 0:
        ink = _pooled(ink, shine, pen.pool * min(ink.shape))
    if pen.grain > 0:
        ink = _grained(ink, pen.grain, random)
    return ink


def _pooled(ink: Gray, shine: Gray, reach: float) -> Gray:
    """Ink fills the narrow corners that lines make: where much of the surroundings is ink, so is the place itself."""
    if reach < 0.3:
        return ink
    around = cv2.GaussianBlur(ink, (0, 0), reach)
    filled = cv2.LUT(around, _FILLED)
    filled[shine > 32] = 0
    return np.maximum(ink, filled)


_FILLED = np.clip((np.arange(256) / 255 - 0.58) / 0.14 * 255, 0, 255).astype(np.uint8)


def _grained(ink: Gray, grain: float, random: Random) -> Gray:
    """Graphite stays on the peaks of the paper; a light touch leaves its valleys white."""
    tooth = tooth_of(ink.shape, random)
    # Pressure comes and goes over a few centimeters.
    press = cv2.resize(
        random.uniform(0.75, 1.1, (6, 6)).astype(np.float32), ink.shape[::-1], interpolation=cv2.INTER_CUBIC
    )
    share = ink.astype(np.float32) * (press / 255)
    left = np.clip((share - grain * tooth * 0.8) / (1 - 0.45 * grain), 0, 1)
    return np.rint(left * 255).astype(np.uint8)


def tooth_of(shape: tuple[int, ...], random: Random) -> Array:
    """(h, w) 0..1: the depth of the paper's valleys, as fine as pixels but not independent."""
    fine = random.integers(0, 256, shape, np.uint8)
    soft = cv2.GaussianBlur(fine, (0, 0), 0.8).astype(np.float32)
    return np.clip((soft - 127.5) / 130 + 0.5, 0, 1).astype(np.float32)
