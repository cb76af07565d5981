"""Regions: the rooms that an artist sees between lines, lines that do not quite meet included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import find_objects

from hintpen.engine.basins import distance_to_ink, find_basins, find_passages
from hintpen.engine.borders import Borders, find_borders
from hintpen.engine.drawing import Gap
from hintpen.engine.ink import Ink
from hintpen.engine.raster import Distance, Labels, Mask, nearest_in, patches
from hintpen.engine.rooms import components, join_basins

SLIVER = 1.5
"""Half width in pixels up to which a closed room is the paper between two strokes of one line, not a room."""


@dataclass(frozen=True)
class Regions:
    """All that is known of a line drawing before any hint.

    `labels`: (height, width) int32, region ids 0..count-1; ink belongs to the region on its side of the line's middle.
    `area`: (count,) int64 pixels; `boxes`: the bounding box of each region, as slices.
    `ink`: flat indices of the inked pixels; `nearest`: of the paper pixel nearest to each of them.
    `depth`: (height, width) float32, distance to ink in pixels. `half_width`: (count,) float32, the largest depth in
    each region. `outside`: (count,) bool, regions beyond the silhouette of an opaque cut-out.
    `borders`: how regions meet. `gaps`: breaks in lines that bound regions, widest first.
    """

    labels: Labels
    count: int
    area: NDArray[np.int64]
    boxes: list[tuple[slice, slice]]
    ink: Labels
    nearest: Labels
    depth: Distance
    half_width: Distance
    outside: Mask
    borders: Borders
    gaps: tuple[Gap, ...]


def find_regions(ink: Ink, checkpoint: Callable[[], None] = lambda: None) -> Regions:
    """Divides a drawing into regions; every pixel belongs to one.

    `checkpoint` is called between steps and may raise to end the work.
    """
    closed = ink.wall if ink.outside is None else ink.wall | ink.outside
    depth = distance_to_ink(closed)
    if closed.all():
        return _all_ink(ink, depth)
    checkpoint()
    inked, nearest, line_width = _under_ink(ink.wall, ~closed)
    checkpoint()
    labels, half_width = _rooms(depth, line_width, checkpoint)
    outside = np.zeros(len(half_width), bool)
    if ink.outside is not None:
        beyond, count = patches(ink.outside, 4)
        labels = np.where(ink.outside, beyond - 1 + len(half_width), labels)
        outside = np.append(outside, np.ones(count - 1, bool))
        half_width = np.append(half_width, np.zeros(count - 1, np.float32))
    labels.ravel()[inked] = labels.ravel()[nearest]
    borders = find_borders(labels, depth, ink.darkness)
    checkpoint()
    table, count = _without_slivers(borders, half_width, outside)
    if count < len(half_width):
        labels = table[labels]
        half_width, merged = np.zeros(count, np.float32), half_width
        np.maximum.at(half_width, table, merged)
        outside = outside[np.unique(table, return_index=True)[1]]
        borders = borders.renamed(table)
    checkpoint()
    return Regions(
        labels=labels,
        count=count,
        area=np.bincount(labels.ravel(), minlength=count),
        boxes=find_objects(labels + 1),
        ink=inked,
        nearest=nearest,
        depth=depth,
        half_width=half_width,
        outside=outside,
        borders=borders,
        gaps=_find_gaps(labels, depth),
    )


def _rooms(depth: Distance, line_width: float, checkpoint: Callable[[], None]) -> tuple[Labels, Distance]:
    """(height, width) int32 room ids from 0 in reading order, -1 on ink; and each room's half width."""
    basins, heights = find_basins(depth, checkpoint)
    checkpoint()
    rooms, count = join_basins(find_passages(basins, depth), heights, depth, line_width)
    half_width = np.zeros(count, np.float32)
    np.maximum.at(half_width, rooms, heights)
    return np.append(rooms, np.int32(-1))[basins], half_width


def _all_ink(ink: Ink, depth: Distance) -> Regions:
    """A page without any paper is one region, to be treated like paper."""
    labels = np.zeros(depth.shape, np.int32)
    nothing = np.zeros(0, np.int32)
    return Regions(
        labels=labels,
        count=1,
        area=np.array([depth.size]),
        boxes=find_objects(labels + 1),
        ink=nothing,
        nearest=nothing,
        depth=depth,
        half_width=np.zeros(1, np.float32),
        outside=np.zeros(1, bool),
        borders=find_borders(labels, depth, ink.darkness),
        gaps=(),
    )


def _under_ink(wall: Mask, paper: Mask) -> tuple[Labels, Labels, float]:
    """Flat indices of the inked pixels and of the paper nearest to each, by which regions meet in the middle of a line;
    and the drawing's line width in pixels: across a line the distance to paper has its median at a quarter of it.
    """
    inked = np.flatnonzero(wall).astype(np.int32)
    if len(inked) == 0:
        return inked, inked, 1.0
    site, places, inward = nearest_in(paper)
    return inked, places[site.ravel()[inked]], 4 * float(np.median(inward.ravel()[inked])) - 1


def _without_slivers(borders: Borders, half_width: Distance, outside: Mask) -> tuple[Labels, int]:
    """Lets each sliver join the region that it is most open to or, walled in, shares the longest line with."""
    sliver = (half_width <= SLIVER) & ~outside
    inner = ~(outside[borders.first] | outside[borders.second])
    first, second = borders.first[inner], borders.second[inner]
    tie = np.where(borders.opening[inner] > 0, 1e9 * borders.opening[inner], borders.length[inner])
    best = np.zeros(len(half_width))
    np.maximum.at(best, first, tie)
    np.maximum.at(best, second, tie)
    joins = (sliver[first] & (tie == best[first])) | (sliver[second] & (tie == best[second]))
    return components(first[joins], second[joins], len(half_width))


def _find_gaps(labels: Labels, depth: Distance) -> tuple[Gap, ...]:
    """One gap for each stretch of open paper along which two regions meet."""
    height, width = labels.shape
    meets = np.zeros((height, width), bool)
    meets[:, :-1] |= (labels[:, :-1] != labels[:, 1:]) & (depth[:, :-1] > 0) & (depth[:, 1:] > 0)
    meets[:-1] |= (labels[:-1] != labels[1:]) & (depth[:-1] > 0) & (depth[1:] > 0)
    if not meets.any():
        return ()
    stretch, _ = patches(meets, 8)
    pixel = np.flatnonzero(meets)
    order = np.lexsort((pixel, -depth.ravel()[pixel], stretch.ravel()[pixel]))
    widest = pixel[order[np.unique(stretch.ravel()[pixel[order]], return_index=True)[1]]]
    half = depth.ravel()[widest]
    by_width = np.lexsort((widest, -half))
    return tuple(
        Gap(float(p % width) + 0.5, float(p // width) + 0.5, float(max(1.0, 2 * h - 1)))
        for p, h in zip(widest[by_width], half[by_width], strict=True)
    )
