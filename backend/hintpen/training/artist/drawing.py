"""A finished drawing with every truth behind it: what `artist.draw` gives and what is written to disk."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
Color = NDArray[np.uint8]


@dataclass(frozen=True)
class Region:
    """What a region is. `name` from the general to the special ("hair.bangs"); `colored` is False for what must stay
    paper; `color`: sRGB 0..255; `thing`: the part of the paint's key before its last dot ("girl"), which tells two
    figures apart.
    """

    name: str
    material: str
    thing: str
    colored: bool
    color: tuple[int, int, int]


@dataclass(frozen=True)
class OpenGap:
    """Two regions that meet through an open place in a line: its middle (x, y) and its width, in pixels."""

    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Drawing:
    """All layers are (h, w) or (h, w, 3), pixel-aligned.

    `line`: uint8 RGB, the line art as an artist would deliver it, on its paper; `ink`: uint8, its coverage, 255 black,
    antialiased, lines and tones; `tone`: uint8, what of it is tone (solid black, hatching, screentone, wash) and no
    line; `hard_ink`: uint8, 0 or 255, without antialiasing.
    `regions`: int32, index into `things`, which region each pixel belongs to, borders under the middle of the lines.
    `albedo`: uint8 RGB, one color for each region. `normals`: float32, unit length, x right, y up, z to the viewer.
    `depth`: float32, canvas units, larger is nearer. `shade` and `highlight`: uint8 RGB, multiplied and screened onto
    albedo; `shadow`, `blush`: uint8, how much of each is in the shade. `composite`: uint8 RGB, the finished painting:
    `compose(albedo, shade, highlight)` under the ink. `line_color`: uint8 RGB, the ink's color at each pixel.
    `hints`: uint8 RGBA, proposed dots and strokes of color, alpha 0 or 255.
    """

    seed: int
    index: int
    kind: str
    pen: str
    line: Color
    ink: Gray
    tone: Gray
    hard_ink: Gray
    line_color: Color
    regions: NDArray[np.int32]
    things: tuple[Region, ...]
    albedo: Color
    normals: NDArray[np.float32]
    depth: NDArray[np.float32]
    shade: Color
    highlight: Color
    shadow: Gray
    blush: Gray
    composite: Color
    hints: NDArray[np.uint8]
    gaps: tuple[OpenGap, ...]
