"""Stand-ins for a poor artist: circles, curves and straight strokes laid at random, as a check that the judge sees."""

from __future__ import annotations

import cv2
import numpy as np

from bench.line_drawings import Drawing, normalized

SIDE = 512


def naive_drawings(count: int, way: str, source: str, rng: np.random.Generator) -> list[Drawing]:
    """`count` drawings of shapes that mean nothing, with pens from 2 to 7 pixels."""
    found: list[Drawing] = []
    for number in range(count):
        ink = normalized(_scribble(rng))
        if ink is not None:
            found.append(Drawing(ink, source, f"{source}/{number}", way))
    return found


def _scribble(rng: np.random.Generator) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    luma = np.full((SIDE, SIDE), 255, np.uint8)
    pen = int(rng.integers(2, 8))
    for _ in range(rng.integers(10, 30)):
        center, axes = rng.integers(0, SIDE, 2).tolist(), rng.integers(8, SIDE // 4, 2).tolist()
        first = int(rng.integers(0, 360))
        last = first + int(rng.integers(60, 361))
        cv2.ellipse(luma, center, axes, int(rng.integers(0, 360)), first, last, 0, pen, cv2.LINE_AA)
        cv2.line(luma, rng.integers(0, SIDE, 2).tolist(), rng.integers(0, SIDE, 2).tolist(), 0, pen, cv2.LINE_AA)
    return luma
