"""Ink that tells of light: solid blacks, hatching and screentone laid over parts and shadows."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.records import Random, Scene

Gray = NDArray[np.uint8]


@dataclass(frozen=True)
class Tones:
    """`hatch`: angle in degrees of the hatching of shadows, None for none; `pitch` between its lines, canvas units."""

    hatch: float | None
    pitch: float


def choose_tones(random: Random, scene: Scene) -> Tones:
    """Mostly none: most line art that is to be colored has clean insides."""
    hatched = scene.hatchable and random.random() < 0.06
    return Tones(random.uniform(20, 70) if hatched else None, random.uniform(0.008, 0.016))


def add_tones(
    ink: Gray, shadow: NDArray[np.float32], parts: NDArray[np.int32], scene: Scene, tones: Tones, random: Random
) -> Gray:
    """The ink with its tones, (h, w) uint8."""
    if tones.hatch is None:
        return ink
    height, width = ink.shape
    size = min(height, width)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / size
    a = math.radians(tones.hatch)
    phase = (x * math.sin(a) + y * math.cos(a)) / tones.pitch
    distance = np.abs(phase - np.rint(phase)) * tones.pitch
    line = np.clip((0.0016 - distance) * size + 0.5, 0, 1)
    where = cv2.GaussianBlur((shadow > 0.5).astype(np.float32), (0, 0), 0.8) * (parts > 0)
    return np.maximum(ink, (line * where * 220).astype(np.uint8))
