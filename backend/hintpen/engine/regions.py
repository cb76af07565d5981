"""Regions: cells of paper, and the rooms that an artist sees, lines that do not quite meet included."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.ndimage import find_objects

from hintpen.engine.basins import Passages, distance_to_ink, find_basins, find_passages
from hintpen.engine.borders import Borders, find_borders
from hintpen.engine.cells import best_pair, components, find_cells
from hintpen.engine.drawing import Gap
from hintpen.engine.gaps import are_gaps
from hintpen.engine.ink import Ink
from hintpen.engine.raster import Distance, Indices, Labels, Mask, edges, grown, highest_around, nearest_in, patches

SLIVER = 0.75
"""Half width, in line widths, up to which a closed cell is the paper between two strokes of one line, not a room."""

THINNEST = 1.5
"""The same in pixels, for the thinnest lines."""


@dataclass(frozen=True)
class Regions:
    """All that is known of a line drawing before any hint.

    A cell is a space without bottlenecks; a room is what cells make that no line and no gap in a line parts.

    `labels`: (height, width) int32, cell ids 0..count-1; ink belongs to the cell on its side of the line's middle.
    `room`: (count,) int32, the room of each cell, 0..room_count-1. `half_width`: (count,) float32, the largest depth in
    each cell.
    `outside`: (count,) bool, cells beyond the silhouette of an opaque cut-out. `host`: (count,) int64, for a sliver the
    row of `borders` across which it takes its neighbor's color if it has no hint; -1 for others.
    `depth`: (height, width) float32, distance to ink in pixels. `paper`: (height, width) bool, what is not ink.
    `ink`: flat indices of the inked pixels; `nearest`: of the paper nearest to each of them.
    `borders`: how cells meet. `gaps`: breaks in lines that bound rooms, widest first.
    """

    labels: Labels
    count: int
    room: Labels
    room_count: int
    half_width: Distance
    outside: Mask
    host: Indices
    depth: Distance
    paper: Mask
    ink: Labels
    nearest: Labels
    borders: Borders
    gaps: tuple[Gap, ...]

    @cached_property
    def area(self) -> Indices:
        """(count,) int64, pixels of each cell."""
        return np.bincount(self.labels.ravel(), minlength=self.count)

    @cached_property
    def boxes(self) -> list[tuple[slice, slice]]:
        """The bounding box of each cell."""
        return find_objects(self.labels + 1)


def find_regions(ink: Ink, checkpoint: Callable[[], None] = lambda: None) -> Regions:
    """Divides a drawing into cells and rooms; every pixel belongs to one of each.

    `checkpoint` is called between steps and may raise to end the work.
    """
    closed = ink.wall if ink.outside is None else ink.wall | ink.outside
    if closed.all():
        return _without_paper(ink)
    with ThreadPoolExecutor(1) as second_core:
        under_ink = second_core.submit(_under_ink, ink.wall, ~closed)
        depth = distance_to_ink(closed)
        checkpoint()
        basins, passages, heights = _basins(depth, checkpoint)
        inked, nearest, line_width = under_ink.result()
    checkpoint()
    labels, half_width, ways = _cells(basins, passages, heights, depth, line_width)
    outside = np.zeros(len(half_width), bool)
    if ink.outside is not None:
        beyond, count = patches(ink.outside, 4)
        labels = np.where(ink.outside, beyond - 1 + len(half_width), labels)
        outside = np.append(outside, np.ones(count - 1, bool))
        half_width = np.append(half_width, np.zeros(count - 1, np.float32))
    labels.ravel()[inked] = labels.ravel()[nearest]
    checkpoint()
    pairs = edges(labels)
    checkpoint()
    borders = find_borders(labels, pairs, depth, ink.darkness)
    checkpoint()
    host = _hosts(borders, half_width, outside, line_width)
    thin = host[host >= 0]
    parts = np.append(ways, np.stack([borders.first[thin], borders.second[thin]]), axis=1)
    count = len(half_width)
    room, room_count = components(parts[0], parts[1], count)
    checkpoint()
    return Regions(
        labels=labels,
        count=count,
        room=room,
        room_count=room_count,
        half_width=half_width,
        outside=outside,
        host=host,
        depth=depth,
        paper=~ink.wall,
        ink=inked,
        nearest=nearest,
        borders=borders.opened(*ways),
        gaps=_find_gaps(labels, pairs, room, depth),
    )


def _basins(depth: Distance, checkpoint: Callable[[], None]) -> tuple[Labels, Passages, Distance]:
    """(height, width) int32 basins, -1 on ink; the passages between them; and their heights."""
    basins, heights = find_basins(depth, checkpoint)
    checkpoint()
    return basins, find_passages(basins, depth), heights


def _cells(
    basins: Labels, passages: Passages, heights: Distance, depth: Distance, line_width: float
) -> tuple[Labels, Distance, Labels]:
    """(height, width) int32 cell ids from 0, -1 on ink; each cell's half width; (2, ways) cells that are one room."""
    cells, half_width = find_cells(passages, heights)
    first, second = cells[passages.first], cells[passages.second]
    between = first != second
    passages = Passages(first[between], second[between], passages.width[between], passages.pixel[between])
    open_way = ~are_gaps(passages, half_width, depth, line_width)
    ways = np.stack([passages.first[open_way], passages.second[open_way]])
    return np.append(cells, np.int32(-1))[basins], half_width, ways


def _without_paper(ink: Ink) -> Regions:
    """A page of nothing but ink is one cell, to be treated like paper."""
    labels = np.zeros(ink.wall.shape, np.int32)
    depth = np.zeros(ink.wall.shape, np.float32)
    nothing = np.zeros(0, np.int32)
    return Regions(
        labels=labels,
        count=1,
        room=np.zeros(1, np.int32),
        room_count=1,
        half_width=np.zeros(1, np.float32),
        outside=np.zeros(1, bool),
        host=np.array([-1]),
        depth=depth,
        paper=ink.wall,
        ink=nothing,
        nearest=nothing,
        borders=find_borders(labels, edges(labels), depth, ink.darkness),
        gaps=(),
    )


def _under_ink(wall: Mask, paper: Mask) -> tuple[Labels, Labels, float]:
    """Flat indices of the inked pixels and of the paper nearest to each, by which cells meet in the middle of a line;
    and the drawing's line width in pixels.
    """
    inked = np.flatnonzero(wall).astype(np.int32)
    if len(inked) == 0:
        return inked, inked, 1.0
    # The paper nearest to ink lies on the rim of the ink: with fewer sites there is less to number.
    site, places, inward = nearest_in(paper & grown(wall))
    return inked, places[site.ravel()[inked]], _line_width(np.where(wall, inward, 0))


def _line_width(inward: Distance) -> float:
    """Median over the middles of lines. `inward`: (height, width) float32, how deep each pixel lies in ink, 0 on paper.

    Solid blacks are wide, but their middles are few.
    """
    crest = inward[(inward > 0) & (inward >= highest_around(inward))]
    return 2 * float(np.median(crest)) - 1


def _hosts(borders: Borders, half_width: Distance, outside: Mask, line_width: float) -> Indices:
    """(cells,) for each sliver the row of the border to the cell that it is most open to or, walled in, shares the
    longest line with; -1 for cells that are no slivers.
    """
    sliver = (half_width <= max(THINNEST, SLIVER * line_width)) & ~outside
    inner = ~(outside[borders.first] | outside[borders.second])
    tie = inner * np.where(borders.opening > 0, 1e9 * borders.opening, borders.length)
    return np.where(sliver, best_pair(borders.first, borders.second, tie, len(half_width)), -1)


def _find_gaps(labels: Labels, pairs: tuple[Indices, Indices], room: Labels, depth: Distance) -> tuple[Gap, ...]:
    """One gap for each stretch of open paper along which two rooms meet. `pairs`: the `edges` of the labels."""
    height, width = labels.shape
    open_paper = (depth.ravel()[pairs[0]] > 0) & (depth.ravel()[pairs[1]] > 0)
    here, there = pairs[0][open_paper], pairs[1][open_paper]
    meets = np.zeros(height * width, bool)
    meets[here[room[labels.ravel()[here]] != room[labels.ravel()[there]]]] = True
    pixel = np.flatnonzero(meets)
    if len(pixel) == 0:
        return ()
    stretch, _ = patches(meets.reshape(height, width), 8)
    order = np.lexsort((pixel, -depth.ravel()[pixel], stretch.ravel()[pixel]))
    widest = pixel[order[np.unique(stretch.ravel()[pixel[order]], return_index=True)[1]]]
    half = depth.ravel()[widest]
    by_width = np.lexsort((widest, -half))
    return tuple(
        Gap(float(p % width) + 0.5, float(p // width) + 0.5, float(max(1.0, 2 * h - 1)))
        for p, h in zip(widest[by_width], half[by_width], strict=True)
    )
