"""Pages to measure on: seeded line drawings whose right coloring is known."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
from hintpen.cli.demo import INDEX, KIND, SEED
from hintpen.training.artist.artist import draw
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Color = tuple[int, int, int]

SUPERSAMPLING = 2


@dataclass
class Page:
    """Line art as (height, width) luma and hints as (height, width, 4) RGBA; `truth` colors where `known`."""

    luma: Pixels
    hints: Pixels
    truth: Pixels
    known: NDArray[np.bool_]
    dots: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    @classmethod
    def blank(cls, width: int, height: int) -> Page:
        """White paper without hints."""
        return cls(
            np.full((height, width), 255, np.uint8),
            np.zeros((height, width, 4), np.uint8),
            np.zeros((height, width, 4), np.uint8),
            np.zeros((height, width), np.bool_),
        )

    def hint(self, x: int, y: int, color: Color, side: int = 3) -> None:
        """Puts a square dot centered at a pixel."""
        low = side // 2
        self.hints[max(0, y - low) : y - low + side, max(0, x - low) : x - low + side] = (*color, 255)
        self.dots.append((x, y))

    def expect(self, where: NDArray[np.bool_], color: Color) -> None:
        """Says that these pixels should have this color."""
        self.truth[where] = (*color, 255)
        self.known |= where


def cell(width: int, height: int, side: int) -> Page:
    """A closed cell of `side` x `side` pixels in the middle of a canvas, with one 3x3 dot in it."""
    page = Page.blank(width, height)
    left, top = width // 2 - side // 2, height // 2 - side // 2
    cv2.rectangle(page.luma, (left - 2, top - 2), (left + side + 1, top + side + 1), 0, 2)
    page.luma[top - 2 : top + side + 2, left - 2 : left + side + 2] = 0
    page.luma[top : top + side, left : left + side] = 255
    inside = np.zeros(page.luma.shape, np.bool_)
    inside[top : top + side, left : left + side] = True
    page.expect(inside, (230, 40, 40))
    page.hint(width // 2, height // 2, (230, 40, 40))
    return page


def halves(width: int, height: int) -> Page:
    """A canvas cut in two by one line, a 3x3 dot on either side."""
    page = Page.blank(width, height)
    middle = width // 2
    page.luma[:, middle - 2 : middle + 2] = 0
    for sign, color in ((-1, (230, 40, 40)), (1, (40, 60, 230))):
        where = np.zeros(page.luma.shape, np.bool_)
        where[:, slice(0, middle - 2) if sign < 0 else slice(middle + 2, None)] = True
        page.expect(where, color)
        page.hint(middle + sign * width // 3, height // 3, color)
    return page


def broken_wall(gap: int, side: int = 1024) -> Page:
    """Two rooms and a wall between them with a break of `gap` pixels."""
    page = Page.blank(side, side)
    cv2.rectangle(page.luma, (20, 20), (side - 21, side - 21), 0, 4)
    wall = side // 2
    page.luma[20 : side - 20, wall - 2 : wall + 2] = 0
    top = side // 3
    page.luma[top : top + gap, wall - 2 : wall + 2] = 255
    rows = np.zeros(page.luma.shape, np.bool_)
    rows[24 : side - 24] = True
    columns = np.arange(side)
    page.expect(rows & (page.luma == 255) & ((columns > 24) & (columns < wall - 2)), (230, 40, 40))
    page.expect(rows & (page.luma == 255) & ((columns > wall + 2) & (columns < side - 25)), (40, 60, 230))
    page.hint(side // 4, side // 2, (230, 40, 40))
    page.hint(3 * side // 4, side // 2, (40, 60, 230))
    return page


def broken_ring(gap: int, side: int = 1024) -> Page:
    """A ring with a break of `gap` pixels at its upper right, hinted inside and outside."""
    page = Page.blank(side, side)
    radius, center = side // 4, (side // 2, side // 2)
    half = float(np.degrees(np.arcsin(min(1.0, (gap + 4) / 2 / radius))))
    cv2.ellipse(page.luma, center, (radius, radius), -50, half, 360 - half, 0, 4, cv2.LINE_AA)
    y, x = np.mgrid[:side, :side]
    away = np.hypot(x - center[0], y - center[1])
    page.expect(away < radius - 4, (230, 40, 40))
    page.expect(away > radius + 4, (40, 60, 230))
    page.hint(*center, (230, 40, 40))
    page.hint(60, 60, (40, 60, 230))
    return page


def blobs(width: int, height: int, seed: int = 7, gaps: bool = True) -> Page:
    """A page of overlapping closed shapes in antialiased lines of 2 to 5 pixels, a few with small breaks.

    No truth: for wall time and memory. Every larger shape has a dot near its middle.
    """
    rng = np.random.default_rng(seed)
    page = Page.blank(width, height)
    large = np.full((height * SUPERSAMPLING, width * SUPERSAMPLING), 255, np.uint8)
    unit = min(width, height)
    turn = np.linspace(0, 2 * np.pi, 240)
    for _ in range(40):
        center = rng.uniform((0, 0), (width, height))
        wave = 1 + 0.25 * np.sin(3 * turn + rng.uniform(0, 6)) + 0.15 * np.sin(5 * turn + rng.uniform(0, 6))
        radius = unit * rng.uniform(0.02, 0.14) * wave
        outline = np.stack([center[0] + radius * np.cos(turn), center[1] + radius * np.sin(turn)], axis=1)
        skip = int(rng.integers(0, 3)) if gaps else 0
        outline = np.roll(outline, int(rng.integers(240)), axis=0)[: len(turn) - skip]
        thick = int(rng.uniform(2, 5) * SUPERSAMPLING * max(1.0, unit / 2048))
        points = np.rint(outline * SUPERSAMPLING * 16).astype(np.int32)
        cv2.polylines(large, [points], skip == 0, 0, thick, cv2.LINE_AA, 4)
        x, y = (int(v) for v in center)
        if 3 <= x < width - 3 and 3 <= y < height - 3:
            red, green, blue = (int(v) for v in rng.integers(0, 256, 3))
            page.hint(x, y, (red, green, blue))
    page.luma = np.asarray(cv2.resize(large, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    return page


def portrait(width: int, height: int) -> Page:
    """The drawing of `hintpen demo` with its hints, drawn anew for the canvas."""
    page = Page.blank(width, height)
    drawing = draw(SEED, INDEX, width, height, KIND)
    page.luma, page.hints = 255 - drawing.ink, drawing.hints
    return page


def as_layer(luma: Pixels) -> Pixels:
    """A scan as an opaque RGBA layer, as a plugin sends it."""
    return np.dstack([luma, luma, luma, np.full_like(luma, 255)])
