"""Territory: how several hints in one region share it."""

from __future__ import annotations

import numpy as np

from hintpen.engine.raster import Labels, Mask, distance_to, nearest_in, patches

GENERATIONS = 64
"""Bends that a way from a hint may take before the rest goes to whoever is nearest as the crow flies."""


FEW = 4
"""Owners up to which each gets a distance map of its own."""


def share_out(inside: Mask, seeds: Labels) -> Labels:
    """Gives each pixel of a region to the hint that is nearest by a way that stays inside.

    Straight ways first: a pixel goes to the nearest seed if its patch of such pixels holds that seed. What is left lies
    round a corner and goes, generation by generation, to the nearest pixel that is already given away. Territories
    are thus connected, and their borders are straight wherever the hints see each other.

    Args:
        inside: (height, width) bool, the region's paper.
        seeds: (height, width) int32, owner ids from 1 at hint pixels inside, else 0; at least one.

    Returns:
        (height, width) int32 owner ids, one at every pixel inside, 0 elsewhere.
    """
    owner = np.where(inside, seeds, 0)
    for _ in range(GENERATIONS):
        left = inside & (owner == 0)
        window = _around(left)
        if window is None:
            return owner
        here, known = inside[window], owner[window]
        if not known.any():
            break
        nearest = np.where(here, _nearest(known), 0)
        patch, count = _patches(nearest)
        reached = np.zeros(count, bool)
        reached[patch[known > 0]] = True
        reached[0] = False
        grown = np.where(reached[patch], nearest, 0)
        if np.array_equal(grown > 0, known > 0):
            break
        owner[window] = grown
    return np.where(inside, np.where(owner > 0, owner, _nearest(owner)), 0)


def _around(mask: Mask) -> tuple[slice, slice] | None:
    """The bounding box of a mask and one pixel more on each side, or None when it is empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if len(rows) == 0:
        return None
    return slice(max(0, rows[0] - 1), rows[-1] + 2), slice(max(0, columns[0] - 1), columns[-1] + 2)


def _nearest(owner: Labels) -> Labels:
    """The owner of the pixel nearest to each pixel, as the crow flies.

    Among few owners by exact distances; among many by a chamfer distance, whose cost is the same for any number.
    """
    ids = np.unique(owner[owner > 0])
    if len(ids) <= FEW:
        nearest, shortest = np.full(owner.shape, ids[0], np.int32), distance_to(owner == ids[0])
        for each in ids[1:]:
            distance = distance_to(owner == each)
            np.copyto(nearest, each, where=distance < shortest)
            np.minimum(shortest, distance, out=shortest)
        return nearest
    site, seeds, _ = nearest_in(owner > 0)
    return owner.ravel()[seeds][site]


def _patches(values: Labels) -> tuple[Labels, int]:
    """Numbers the 4-connected patches of equal value from 1; 0 where the value is 0.

    Works on a grid of twice the size, in which the pixel between two neighbors is set when they are equal.
    """
    height, width = values.shape
    grid = np.zeros((2 * height - 1, 2 * width - 1), bool)
    grid[::2, ::2] = values > 0
    grid[::2, 1::2] = (values[:, :-1] == values[:, 1:]) & (values[:, 1:] > 0)
    grid[1::2, ::2] = (values[:-1] == values[1:]) & (values[1:] > 0)
    patch, count = patches(grid, 4)
    return patch[::2, ::2], count
