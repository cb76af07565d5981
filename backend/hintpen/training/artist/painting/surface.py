"""The surfaces that are seen: the normal, and how near, at each pixel."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.raster import part_mask
from hintpen.training.artist.records import Array, Part, Scene

STEEPEST = 0.985
"""No surface that is seen stands more upright than this sine of its angle to the viewer."""


def normals_of(scene: Scene, parts: NDArray[np.int32]) -> Array:
    """(h, w, 3) float32 unit normals facing the viewer, x right, y down; (0, 0, 1) where there is no part."""
    height, width = parts.shape
    scale = min(width, height)
    flat = np.zeros((height, width, 2), np.float32)
    for index, (top, left, bottom, right) in windows(parts, len(scene.parts)):
        part = scene.parts[index - 1]
        window = (slice(top, bottom), slice(left, right))
        seen = parts[window] == index
        normals = _part_normals(part, left, top, right - left, bottom - top, scale)
        np.copyto(flat[window], normals, where=seen[..., None])
    x, y = flat[..., 0], flat[..., 1]
    flat /= np.maximum(1.0, np.sqrt(x * x + y * y) * np.float32(1 / STEEPEST))[..., None]
    return np.dstack([flat, np.sqrt(1.0 - x * x - y * y)])


def _part_normals(part: Part, left: int, top: int, width: int, height: int, scale: float) -> Array:
    x = ((left + np.arange(width, dtype=np.float32) + 0.5) / scale)[None]
    y = ((top + np.arange(height, dtype=np.float32) + 0.5) / scale)[:, None]
    return part.form.normals(x, y, part_mask(part, left, top, width, height, scale))


def windows(parts: NDArray[np.int32], count: int) -> list[tuple[int, tuple[int, int, int, int]]]:
    """For each part that is seen: its number and the window (top, left, bottom, right) in pixels that holds it."""
    height, width = parts.shape
    tops, lefts = np.full(count + 1, height), np.full(count + 1, width)
    bottoms, rights = np.zeros(count + 1, np.int64), np.zeros(count + 1, np.int64)
    # Runs of equal numbers in a row are few, so their ends say it all.
    flat = parts.ravel()
    change = np.flatnonzero(np.concatenate([[True], flat[1:] != flat[:-1]]) | (np.arange(flat.size) % width == 0))
    ends = np.concatenate([change[1:], [flat.size]]) - 1
    which, rows = flat[change], change // width
    np.minimum.at(tops, which, rows)
    np.maximum.at(bottoms, which, rows + 1)
    np.minimum.at(lefts, which, change % width)
    np.maximum.at(rights, which, ends % width + 1)
    return [
        (i, (int(tops[i]), int(lefts[i]), int(bottoms[i]), int(rights[i]))) for i in range(1, count + 1) if bottoms[i]
    ]


def depths_of(scene: Scene, parts: NDArray[np.int32]) -> Array:
    """(h, w) float32: how near the seen part is, in canvas units; -inf where there is none."""
    table = np.array([-math.inf, *(part.depth for part in scene.parts)], np.float32)
    return table[parts]
