"""Hints: which strokes an artist has put down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.cells import components
from hintpen.engine.drawing import HintKind, HintLayer
from hintpen.engine.raster import Labels, Mask

Indices = NDArray[np.int64]
Paints = NDArray[np.uint32]

COVERED = 128
"""Alpha from which a hint pixel belongs to a stroke; only pixels of alpha 255 promise their very color."""

SEAM = 4
"""Strokes of fewer pixels that touch another are the antialiased seam between two colors and own nothing."""

ALIKE = 8
"""Difference in a channel up to which a translucent pixel has the color of its neighbor: programs round there."""

ALPHA_SHIFT = 24
"""Where alpha is in a pixel that is read as one uint32: last in memory, highest on every processor in use here."""

OPAQUE_BLACK = 255 << ALPHA_SHIFT

KINDS = tuple(HintKind)
"""A stroke's kind is kept as its place in this tuple."""


@dataclass(frozen=True)
class Strokes:
    """The hints of a drawing; a stroke is a connected patch of one kind and color.

    Per pixel, in reading order: `pixel` flat index; `paint` RGBA in memory order as one uint32; `exact`, whether it is
    opaque; `stroke` id. Per stroke: `kind`, place in `KINDS`; `color`, its opaque paint; `owns`, false for mere seams.
    """

    pixel: Indices
    paint: Paints
    exact: Mask
    stroke: Labels
    kind: NDArray[np.uint8]
    color: Paints
    owns: Mask


def find_strokes(layers: Sequence[HintLayer], width: int) -> Strokes:
    """Reads hint layers of a canvas `width` pixels wide; where layers overlap, the later lies on top."""
    pixel, paint, kind = _hint_pixels(layers)
    exact = paint >= OPAQUE_BLACK
    here, there = _neighbors(pixel, width)
    same = (kind[here] == kind[there]) & (paint[here] == paint[there])
    doubtful = np.flatnonzero(~same & (kind[here] == kind[there]) & ~(exact[here] & exact[there]))
    same[doubtful] = _alike(paint[here[doubtful]], paint[there[doubtful]])
    stroke, count = components(here[same], there[same], len(pixel))
    stroke_kind = np.zeros(count, np.uint8)
    stroke_kind[stroke] = kind
    owns = _owning(stroke, count, stroke[here[~same]], stroke[there[~same]])
    return Strokes(pixel, paint, exact, stroke, stroke_kind, _colors(stroke, paint, exact, count), owns)


def _hint_pixels(layers: Sequence[HintLayer]) -> tuple[Indices, Paints, NDArray[np.uint8]]:
    """Flat index, paint and kind of every covered pixel, sorted by index; the topmost where layers overlap."""
    pixels, paints, kinds = [np.zeros(0, np.int64)], [np.zeros(0, np.uint32)], [np.zeros(0, np.uint8)]
    for layer in layers:
        paint = np.ascontiguousarray(layer.pixels).view(np.uint32).ravel()
        pixel = np.flatnonzero(paint >= COVERED << ALPHA_SHIFT)
        pixels.append(pixel)
        paints.append(paint[pixel])
        kinds.append(np.full(len(pixel), KINDS.index(layer.kind), np.uint8))
    pixel, paint, kind = np.concatenate(pixels), np.concatenate(paints), np.concatenate(kinds)
    if len(layers) > 1:
        order = np.argsort(pixel, kind="stable")
        topmost = np.append(pixel[order][1:] != pixel[order][:-1], True)[: len(order)]
        top = order[topmost]
        return pixel[top], paint[top], kind[top]
    return pixel, paint, kind


def _neighbors(pixel: Indices, width: int) -> tuple[Indices, Indices]:
    """Places in `pixel`, which is sorted, of every two pixels that touch, corners included."""
    pairs: list[tuple[Indices, Indices]] = []
    column = pixel % width
    for step, fits in (
        (1, column < width - 1),
        (width - 1, column > 0),
        (width, None),
        (width + 1, column < width - 1),
    ):
        here = np.arange(len(pixel)) if fits is None else np.flatnonzero(fits)
        target = pixel[here] + step
        there = np.searchsorted(pixel, target)
        found = np.append(pixel, -1)[there] == target
        pairs.append((here[found], there[found]))
    return np.concatenate([pair[0] for pair in pairs]), np.concatenate([pair[1] for pair in pairs])


def _alike(a: Paints, b: Paints) -> Mask:
    difference = a.view(np.uint8).reshape(-1, 4)[:, :3].astype(np.int16) - b.view(np.uint8).reshape(-1, 4)[:, :3]
    return np.abs(difference).max(axis=1, initial=0) <= ALIKE


def _colors(stroke: Labels, paint: Paints, exact: Mask, count: int) -> Paints:
    """Each stroke's commonest color, of its opaque pixels if it has any."""
    order = np.lexsort((paint, exact, stroke))
    run = np.append(True, (np.diff(stroke[order]) != 0) | (np.diff(paint[order]) != 0) | np.diff(exact[order]))
    start = np.flatnonzero(run[: len(order)])
    length = np.diff(np.append(start, len(order)))
    head = order[start]
    best = np.lexsort((-start, length, exact[head], stroke[head]))
    last = np.append(np.diff(stroke[head][best]) != 0, True)[: len(best)]
    return paint[head[best[last]]] | np.uint32(OPAQUE_BLACK)


def _owning(stroke: Labels, count: int, touching: Labels, touched: Labels) -> Mask:
    """All strokes but seams; where strokes that touch each other are all seams, as in a gradient, the largest owns."""
    size = np.bincount(stroke, minlength=count)
    seam = np.zeros(count, bool)
    seam[touching] = True
    seam[touched] = True
    seam &= size < SEAM
    blot, blots = components(touching, touched, count)
    owned = np.bincount(blot[~seam], minlength=blots) > 0
    order = np.lexsort((np.arange(count), -size, blot))
    largest = order[np.unique(blot[order], return_index=True)[1]]
    owns = ~seam
    owns[largest[~owned]] = True
    return owns
