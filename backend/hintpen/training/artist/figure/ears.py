"""Ears: a shell on each side of the head, with the folds inside."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke

_RIM = [
    (0.02, 0.3),
    (-0.02, 0.08),
    (0.05, -0.06),
    (0.2, -0.1),
    (0.38, 0.0),
    (0.42, 0.22),
    (0.38, 0.46),
    (0.28, 0.66),
    (0.21, 0.86),
    (0.1, 0.96),
    (0.0, 0.88),
    (-0.01, 0.7),
]
_FOLD = [(0.07, 0.22), (0.12, 0.06), (0.24, 0.05), (0.32, 0.2), (0.28, 0.42), (0.19, 0.6)]
_CUP = [(0.06, 0.42), (0.14, 0.36), (0.18, 0.46), (0.12, 0.62), (0.05, 0.66)]


def ear_parts(random: Random, sitter: Sitter) -> list[Part]:
    """Both ears as far as they are seen."""
    spread = math.radians(random.uniform(30, 42))
    size = random.uniform(0.82, 1.0) * (1 + 0.12 * sitter.looks.old)
    folds = str(random.choice(("one", "two", "y"), p=(0.3, 0.5, 0.2)))
    return [part for side in (-1.0, 1.0) for part in _ear(sitter, side, spread, size, folds)]


def _ear(sitter: Sitter, side: float, spread: float, size: float, folds: str) -> list[Part]:
    skull = sitter.skull
    far = side == sitter.far
    if far and sitter.turn > 0.35:
        return []
    height = (skull.ear_bottom - skull.ear_top) * size
    x, y, z = skull.ears[0 if side < 0 else 1]
    top = y - height / 2

    def on(knots: list[tuple[float, float]]) -> Points:
        """A curve of (backward, down) in heights of the ear; an ear leans back and stands off the head."""
        k = spline(knots, 6) * height
        back = k[:, 0] + 0.16 * (height * 0.5 - k[:, 1])
        at = top + k[:, 1]
        # The lobe follows the cheek where the face grows narrower.
        root = side * np.minimum(np.interp(at, skull.y, skull.width), abs(x))
        points = np.stack(
            [
                root + side * (math.sin(spread) * k[:, 0] * (1.25 - 0.5 * k[:, 1] / height) - 0.015),
                at,
                z + 0.04 - math.cos(spread) * back,
            ],
            1,
        )
        return sitter.head.seen(points)

    rim = on(_RIM)
    near = not far and sitter.turn > 0.3
    strokes = [Stroke(rim[4:] if near else rim, 0.9, (0.3, 0.3) if near else (0.1, 0.1))]
    if sitter.fine(0.07):
        strokes.append(Stroke(on(_FOLD), 0.6, (0.3, 0.5)))
        if folds != "one":
            strokes.append(Stroke(on(_CUP), 0.6, (0.4, 0.4)))
        if folds == "y":
            strokes.append(Stroke(on([(0.28, 0.3), (0.2, 0.28), (0.14, 0.36)]), 0.55, (0.2, 0.6)))
    hollow = on(
        [(0.08, 0.25), (0.14, 0.12), (0.25, 0.14), (0.28, 0.3), (0.2, 0.5), (0.13, 0.62), (0.06, 0.64), (0.1, 0.4)]
    )
    return [
        Part(
            "head.ear",
            sitter.looks.paint("skin", "skin"),
            (rim,),
            tuple(strokes),
            (Mark(MarkKind.SHADE, hollow, 0.7), Mark(MarkKind.BLUSH, hollow, 0.4)),
            depth=0.12 if not near else 0.3,
            layer=layers.HEAD + 0.5 if near else layers.EAR,
            region=sitter.region if near else "",
        )
    ]
