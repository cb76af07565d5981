"""What the line art lies on and how it comes out of the scanner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.records import Random

Color = NDArray[np.uint8]


@dataclass(frozen=True)
class Paper:
    """`ink` and `ground`: (3,) sRGB 0..1; `own`: how much of the color beside them lines take,
    0..1; `noise`: of the scan, 0..1.
    """

    ink: tuple[float, float, float]
    ground: tuple[float, float, float]
    own: float
    noise: float


def choose_paper(random: Random) -> Paper:
    """Mostly black on white."""
    ink = ((0.0, 0.0, 0.0), (0.18, 0.12, 0.14), (0.35, 0.35, 0.35), (0.2, 0.22, 0.4))[
        random.choice(4, p=(0.6, 0.2, 0.12, 0.08))
    ]
    if random.random() < 0.02:
        return Paper((0.95, 0.95, 0.95), (0.08, 0.08, 0.1), 0.0, 0.0)
    scanned = random.random() < 0.12
    return Paper(
        ink,
        (0.96, 0.95, 0.92) if scanned else (1.0, 1.0, 1.0),
        float(random.random() < 0.1) * 0.8,
        0.02 if scanned else 0.0,
    )


def deliver(coverage: NDArray[np.uint8], flat: Color, paper: Paper, random: Random) -> tuple[Color, Color]:
    """The line art on its paper, and the color of the ink at each pixel: both (h, w, 3) uint8."""
    base = np.array(paper.ink, np.float32) * 255
    color = np.broadcast_to(base, flat.shape)
    if paper.own > 0:
        color = base * (1 - paper.own) + flat * np.float32(0.35) * paper.own
    share = coverage.astype(np.float32)[..., None] / 255
    sheet = np.array(paper.ground, np.float32) * 255 * (1 - share) + color * share
    if paper.noise > 0:
        sheet = sheet + random.normal(0, paper.noise * 255, coverage.shape).astype(np.float32)[..., None]
    return np.clip(np.rint(sheet), 0, 255).astype(np.uint8), np.rint(color).astype(np.uint8)
