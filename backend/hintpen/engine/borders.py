"""How regions meet: through openings, or across a line."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.raster import Distance, Indices, Labels, Mask

FAINT_SHARE = 0.1
"""A line's darkness is read at the faintest tenth of a border: its weakest spot would be noise, its mean no barrier."""


@dataclass(frozen=True)
class Borders:
    """Every two regions that meet, as columns sorted by `first`, then `second`.

    `first`, `second`: region ids, first < second. `opening`: half the width in pixels of the widest way from one to the
    other, 0 where a line parts them everywhere. `darkness`: 0..255 of the line between them. `length`: of the border,
    in pixels. `first_pixel`, `second_pixel`: flat indices of two neighbors across the border, at its widest opening or
    where the darkness was read. `way`: bool, whether the two are one room, that is, an opening is no gap.
    """

    first: Labels
    second: Labels
    opening: Distance
    darkness: NDArray[np.uint8]
    length: Indices
    first_pixel: Indices
    second_pixel: Indices
    way: Mask

    def opened(self, first: Labels, second: Labels) -> Borders:
        """The borders with ways, in any order, between these regions."""
        way = np.minimum(first, second).astype(np.int64) << 32 | np.maximum(first, second)
        return replace(self, way=np.isin(self.first.astype(np.int64) << 32 | self.second, way))


def find_borders(
    labels: Labels, pairs: tuple[Indices, Indices], depth: Distance, darkness: NDArray[np.uint8]
) -> Borders:
    """Looks at every two 4-neighbors of different regions.

    Args:
        labels: (height, width) int32 region ids.
        pairs: their `edges`.
        depth: (height, width) float32, distance to ink, 0 on ink.
        darkness: (height, width) uint8 ink map.
    """
    here, there = pairs
    a, b = labels.ravel()[here], labels.ravel()[there]
    swap = a > b
    flat_depth, flat_darkness = depth.ravel(), darkness.ravel()
    return _summed_up(
        np.where(swap, b, a),
        np.where(swap, a, b),
        np.minimum(flat_depth[here], flat_depth[there]),
        np.maximum(flat_darkness[here], flat_darkness[there]),
        np.ones(len(here), np.int64),
        np.where(swap, there, here),
        np.where(swap, here, there),
    )


def _summed_up(
    first: Labels,
    second: Labels,
    opening: Distance,
    darkness: NDArray[np.uint8],
    length: Indices,
    first_pixel: Indices,
    second_pixel: Indices,
) -> Borders:
    """One row for each pair of regions, from many stretches of border."""
    if len(first) == 0:
        return Borders(first, second, opening, darkness, length, first_pixel, second_pixel, np.zeros(0, bool))
    order = np.argsort((first.astype(np.int64) << 40) | (second.astype(np.int64) << 8) | darkness, kind="stable")
    first, second, opening = first[order], second[order], opening[order]
    darkness, length = darkness[order], length[order]
    fresh = np.append(True, (first[1:] != first[:-1]) | (second[1:] != second[:-1]))
    start = np.flatnonzero(fresh)
    row = np.cumsum(fresh) - 1
    widest = np.maximum.reduceat(opening, start)
    total = np.add.reduceat(length, start)
    so_far = np.cumsum(length)
    so_far -= (so_far[start] - length[start])[row]
    place = np.arange(len(row))
    faint = np.minimum.reduceat(np.where(so_far >= FAINT_SHARE * total[row], place, len(row)), start)
    wide = np.minimum.reduceat(np.where(opening == widest[row], place, len(row)), start)
    chosen = order[np.where(widest > 0, wide, faint)]
    return Borders(
        first=first[start],
        second=second[start],
        opening=widest,
        darkness=darkness[faint],
        length=total,
        first_pixel=first_pixel[chosen],
        second_pixel=second_pixel[chosen],
        way=np.zeros(len(start), bool),
    )
