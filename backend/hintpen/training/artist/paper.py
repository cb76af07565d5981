"""What the line art lies on and how it comes out of the scanner."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.lines.grain import tooth_of
from hintpen.training.artist.records import Array, Random

Color = NDArray[np.uint8]
Gray = NDArray[np.uint8]

BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Paper:
    """`ink` and `ground`: sRGB 0..1; `own`: how much of the color beside them lines take.

    `fiber`, `uneven`, `noise`: how much the paper's texture, the lamp and the sensor show; `blur` of the lens in canvas
    units; `white`: what of the ground's brightness the scanner calls white; `under`: strength of a blue pencil's
    drawing under the ink; `jpeg`: quality of the file, 0 for one without loss.
    """

    ink: tuple[float, float, float] = BLACK
    ground: tuple[float, float, float] = WHITE
    own: float = 0.0
    fiber: float = 0.0
    uneven: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    white: float = 1.0
    under: float = 0.0
    jpeg: int = 0

    @property
    def clean(self) -> bool:
        """Whether every pixel follows from ink and ground alone."""
        return self.fiber + self.uneven + self.noise + self.blur + self.under == 0 and self.white == 1


INKS = (
    (0.16, 0.1, 0.12),
    (0.1, 0.1, 0.2),
    (0.28, 0.28, 0.28),
    (0.24, 0.14, 0.08),
    (0.15, 0.2, 0.42),
    (0.45, 0.2, 0.25),
)
"""Digital line colors beside black: warm and cold darks, gray, sepia, ball pen blue, red."""


def choose_paper(random: Random, pen: str = "") -> Paper:
    """Mostly black on white, as digital artists deliver; `pen` names the hand, since pencils are seldom digital."""
    kind, more = random.random(2)
    by_hand = pen in ("pencil", "ball pen", "sketch", "fountain pen", "marker", "brush")
    paper = Paper()
    if kind < (0.3 if by_hand else 0.1):
        paper = _scanned(random)
    elif kind < (0.36 if by_hand else 0.15):
        paper = _photographed(random)
    elif kind > 0.98:
        paper = Paper((0.95, 0.95, 0.95), (0.08, 0.08, 0.1))
    elif kind > 0.92:
        paper = Paper(INKS[0], own=float(random.uniform(0.6, 1.0)))
    elif kind > 0.78:
        paper = Paper(INKS[random.choice(len(INKS), p=(0.36, 0.14, 0.22, 0.14, 0.1, 0.04))])
    if pen == "pencil" and paper.ink == BLACK:
        paper = replace(paper, ink=_gray(random.uniform(0.1, 0.45)))
    if pen == "ball pen" and more < 0.5:
        paper = replace(paper, ink=(0.13, 0.17, 0.45))
    return replace(paper, jpeg=int(random.integers(35, 92)) if random.random() < 0.12 else 0)


def _gray(value: float) -> tuple[float, float, float]:
    return value, value, value


def _scanned(random: Random) -> Paper:
    white = np.array([1.0, 1.0, 1.0]) - random.uniform(0, 0.09) * np.array([0.25, 0.45, 1.0])
    return Paper(
        ink=_gray(random.uniform(0.03, 0.18)),
        ground=(float(white[0]), float(white[1]), float(white[2])),
        fiber=float(random.uniform(0.0, 0.05)),
        uneven=float(random.uniform(0.0, 0.05)),
        noise=float(random.uniform(0.0, 0.015)),
        blur=float(random.uniform(0.0, 0.0013)),
        white=float(random.choice((1.0, random.uniform(0.86, 0.97)))),
        under=float(random.choice((0.0, random.uniform(0.2, 0.5)), p=(0.8, 0.2))),
    )


def _photographed(random: Random) -> Paper:
    bright = random.uniform(0.72, 0.92)
    tint = random.uniform((0.97, 0.94, 0.86), (1.0, 0.99, 1.0))
    return Paper(
        ink=_gray(random.uniform(0.08, 0.25)),
        ground=(float(tint[0] * bright), float(tint[1] * bright), float(tint[2] * bright)),
        fiber=float(random.uniform(0.01, 0.05)),
        uneven=float(random.uniform(0.08, 0.25)),
        noise=float(random.uniform(0.005, 0.02)),
        blur=float(random.uniform(0.0006, 0.0018)),
    )


def deliver(coverage: Gray, flat: Color, paper: Paper, random: Random) -> tuple[Color, Color]:
    """The line art on its paper, and the color of the ink at each pixel: both (h, w, 3) uint8.

    `coverage`: (h, w) of the ink; `flat`: (h, w, 3) the colors that lines of their own color are shades of.
    """
    ink = np.rint(np.array(paper.ink, np.float32) * 255)
    color = np.broadcast_to(ink.astype(np.uint8), flat.shape)
    if paper.own > 0:
        color = _own_color(flat, ink, paper.own)
    if not paper.clean:
        sheet = _sheet(coverage, color, paper, random)
    elif paper.own > 0:
        share = coverage[..., None].astype(np.float32) / 255
        sheet = np.rint(np.array(paper.ground, np.float32) * 255 * (1 - share) + color * share).astype(np.uint8)
    else:
        ground = np.array(paper.ground) * 255
        share = np.arange(256)[:, None] / 255
        sheet = np.rint(ground * (1 - share) + ink * share).astype(np.uint8)[coverage]
    if paper.jpeg:
        _, packed = cv2.imencode(".jpg", sheet, [cv2.IMWRITE_JPEG_QUALITY, paper.jpeg])
        sheet = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
    return sheet, color


def _own_color(flat: Color, ink: Array, share: float) -> Color:
    """Dark, rich shades of the colors beside the lines."""
    rich = np.rint((np.arange(256) / 255) ** 1.8 * 150).astype(np.uint8)
    own = cv2.blur(cv2.LUT(flat, rich), (3, 3))
    return cv2.addWeighted(own, share, np.broadcast_to(ink, flat.shape).astype(np.uint8), 1 - share, 0).astype(np.uint8)


def _sheet(coverage: Gray, color: Color, paper: Paper, random: Random) -> Color:
    """Ink on real paper under a real lamp."""
    height, width = coverage.shape
    size = min(height, width)
    sheet = np.empty((height, width, 3), np.float32)
    sheet[:] = np.array(paper.ground, np.float32)
    if paper.under > 0:
        blue = _loose(coverage, size, random)[..., None] * np.float32(paper.under)
        sheet *= 1 - blue * np.array([0.62, 0.3, 0.08], np.float32)
    share = coverage[..., None].astype(np.float32) / 255
    sheet += (color.astype(np.float32) / 255 - sheet) * share
    if paper.blur * size > 0.2:
        sheet = cv2.GaussianBlur(sheet, (0, 0), paper.blur * size)
    light = np.ones((height, width), np.float32)
    if paper.uneven > 0:
        # One lamp: brighter toward some side, with soft clouds.
        spots = random.uniform(-1, 0, (4, 4)).astype(np.float32) * np.float32(paper.uneven)
        light += cv2.resize(spots, (width, height), interpolation=cv2.INTER_CUBIC)
    if paper.fiber > 0:
        light += (tooth_of(coverage.shape, random) - 0.5) * np.float32(1.6 * paper.fiber)
    if paper.noise > 0:
        light += random.standard_normal(coverage.shape, np.float32) * np.float32(paper.noise)
    sheet *= light[..., None]
    return np.clip(np.rint(sheet * np.float32(255 / paper.white)), 0, 255).astype(np.uint8)


def _loose(coverage: Gray, size: int, random: Random) -> Array:
    """(h, w) 0..1: what a first sketch of the drawing looks like, lines drawn twice and somewhat elsewhere."""
    height, width = coverage.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sketch = np.zeros((height, width), np.uint8)
    for _ in range(2):
        away = random.normal(0, 0.005 * size, (2, 7, 7)).astype(np.float32)
        dx, dy = (cv2.resize(a, (width, height), interpolation=cv2.INTER_CUBIC) for a in away)
        sketch = np.maximum(sketch, cv2.remap(coverage, x + dx, y + dy, cv2.INTER_LINEAR))
    tooth = tooth_of(coverage.shape, random)
    return np.clip(sketch.astype(np.float32) / 255 - 0.5 * tooth, 0, 1).astype(np.float32)
