"""Hypothesis strategies for line drawings and hints."""

from __future__ import annotations

import cv2
import numpy as np
from hintpen.engine.drawing import HintKind, HintLayer
from hypothesis import strategies as st
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


@st.composite
def line_art(draw: st.DrawFn, least: int = 1, most: int = 72) -> Pixels:
    """Circles, boxes and open strokes on white or transparent paper, with and without antialiasing; or plain noise."""
    height, width = draw(st.integers(least, most)), draw(st.integers(least, most))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    if draw(st.integers(0, 9)) == 0:
        return rng.integers(0, 256, (height, width, 4), np.uint8)
    luma = np.full((height, width), 255, np.uint8)
    antialias = cv2.LINE_AA if draw(st.booleans()) else cv2.LINE_8
    for _ in range(draw(st.integers(0, 8))):
        x, y, a, b = (int(v) for v in rng.integers(0, max(height, width), 4))
        thick = int(rng.integers(1, 4))
        shape = rng.integers(3)
        if shape == 0:
            cv2.circle(luma, (x, y), a // 2 + 1, 0, thick, antialias)
        elif shape == 1:
            cv2.rectangle(luma, (x, y), (a, b), 0, thick, antialias)
        else:
            cv2.line(luma, (x, y), (a, b), 0, thick, antialias)
    return on_paper(luma, draw(st.booleans()))


def on_paper(luma: Pixels, opaque: bool) -> Pixels:
    """A grayscale drawing as a layer: gray on opaque white, or black of that darkness on nothing."""
    layer = np.zeros((*luma.shape, 4), np.uint8)
    if opaque:
        layer[..., :3] = luma[..., None]
        layer[..., 3] = 255
    else:
        layer[..., 3] = 255 - luma
    return layer


@st.composite
def dots(draw: st.DrawFn, shape: tuple[int, int], most: int = 12) -> Pixels:
    """Square hints of 1 to 4 pixels a side and any color, anywhere, overlapping the border and each other."""
    layer = np.zeros((*shape, 4), np.uint8)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    for _ in range(draw(st.integers(0, most))):
        x, y, side = int(rng.integers(shape[1])), int(rng.integers(shape[0])), int(rng.integers(1, 5))
        layer[y : y + side, x : x + side] = [*rng.integers(0, 256, 3), 255]
    return layer


def color_hints(*placed: tuple[int, int, tuple[int, int, int]], shape: tuple[int, int], side: int = 3) -> HintLayer:
    """Square dots, `side` pixels wide, centered at (x, y)."""
    layer = np.zeros((*shape, 4), np.uint8)
    for x, y, color in placed:
        low = side // 2
        layer[max(0, y - low) : y - low + side, max(0, x - low) : x - low + side] = [*color, 255]
    return HintLayer(HintKind.COLOR, layer)
