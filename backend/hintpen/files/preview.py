"""How flats look under the lines: the picture that promise 6 is about."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.drawing import Pixels
from hintpen.engine.ink import has_paper
from hintpen.files.layers import Blend

STRIP = 256
"""Rows at a time, so that the float copies stay small beside the pictures."""


def line_blend(line_art: Pixels) -> Blend:
    """How (height, width, 4) uint8 line art has to be laid over its flats to let them be seen.

    Multiply where it brings its own paper. Ink on nothing is laid over as it is, which keeps the colors of the lines.
    """
    return Blend.MULTIPLY if has_paper(line_art) else Blend.NORMAL


def compose_preview(flat: Pixels, line_art: Pixels) -> Pixels:
    """Lays line art over its flats as `line_blend` says; see `overlaid`."""
    return overlaid(flat, line_art, line_blend(line_art))


def overlaid(below: Pixels, above: Pixels, blend: Blend = Blend.NORMAL) -> Pixels:
    """Lays one picture over another, both (height, width, 4) uint8 RGBA with straight alpha; so is the result.

    With colors C and alphas a in 0..1 of the picture above (s), the one below (b) and the result
    (https://www.w3.org/TR/compositing-1/, sections 5 and 10), rounded to the nearest:

        a = a_s + a_b (1 - a_s)
        C = ((1 - a_b) a_s C_s  +  a_b a_s B(C_b, C_s)  +  (1 - a_s) a_b C_b) / a

    where B(C_b, C_s) is C_s for a normal layer, C_b C_s for multiply and C_b + C_s - C_b C_s for screen.
    """
    result = np.empty_like(below)
    for row in range(0, len(below), STRIP):
        rows = slice(row, row + STRIP)
        result[rows] = _over(_unit(below[rows]), _unit(above[rows]), blend)
    return result


def _unit(pixels: Pixels) -> NDArray[np.float32]:
    return np.divide(pixels, 255, dtype=np.float32)


def _over(below: NDArray[np.float32], above: NDArray[np.float32], blend: Blend) -> Pixels:
    backdrop, backdrop_alpha = below[..., :3], below[..., 3:]
    source, source_alpha = above[..., :3], above[..., 3:]
    mixed = {
        Blend.NORMAL: lambda: source,
        Blend.MULTIPLY: lambda: backdrop * source,
        Blend.SCREEN: lambda: backdrop + source - backdrop * source,
    }[blend]()
    alpha = source_alpha + backdrop_alpha * (1 - source_alpha)
    color = source_alpha * ((1 - backdrop_alpha) * source + backdrop_alpha * mixed)
    color += (1 - source_alpha) * backdrop_alpha * backdrop
    color /= np.where(alpha > 0, alpha, 1)
    return np.rint(np.concatenate((color, alpha), axis=-1) * 255).astype(np.uint8)
