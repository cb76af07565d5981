"""Flat: one color per region, exact at every hint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.drawing import FillMode, Pixels
from hintpen.engine.hints import Paints, Strokes
from hintpen.engine.owners import COLOR, NO_IDENTITY, NOBODY, PROTECT, SAME, SEVERAL, Owners, find_owners
from hintpen.engine.raster import Distance, Labels, Mask, by_strips
from hintpen.engine.regions import Regions
from hintpen.engine.repainting import Repainting
from hintpen.engine.spread import fill_slivers, spread
from hintpen.engine.territory import share_out

Value = TypeVar("Value", np.uint32, np.bool_)


@dataclass(frozen=True, eq=False)
class Claim:
    """What decides how a cell is shared out.

    `seed`, `speaker`: flat indices of the hint pixels on its paper, and for each the identity of its owner. `intruder`:
    the identity of another owner, who takes all that lies further from ink than `depth`, or NO_IDENTITY.
    """

    seed: Labels
    speaker: NDArray[np.int64]
    intruder: int
    depth: float

    def same_as(self, other: Claim) -> bool:
        """Whether both come to the same territory."""
        return (
            (self.intruder, self.depth) == (other.intruder, other.depth)
            and np.array_equal(self.seed, other.seed)
            and np.array_equal(self.speaker, other.speaker)
        )


@dataclass(frozen=True)
class Territory:
    """How a cell that has several owners was shared out.

    `identity`: the owners' identities, ascending. `box`: the cell's bounding box; `owner`: in it the place in
    `identity` plus 1 of each pixel of paper, 0 elsewhere.
    """

    claim: Claim
    identity: NDArray[np.int64]
    box: tuple[slice, slice]
    owner: NDArray[np.unsignedinteger[Any]]

    def of_place(self, owners: Owners) -> Labels:
        """This run's owner ids for the values of `owner`."""
        return np.append(NOBODY, np.searchsorted(owners.identity, self.identity)).astype(np.int32)


FIRM = 2.0
"""A hint keeps its cell against another owner who comes through an opening, half as wide as this many times the hint's
own distance to ink, or less. One in a nook holds the nook."""

Territories = dict[tuple[int, int], Territory]
"""Of one line art, by cell and the identity of the intruder."""


def paint_flat(
    regions: Regions,
    strokes: Strokes,
    fill: FillMode,
    repainting: Repainting | None = None,
    territories: Territories | None = None,
    checkpoint: Callable[[], None] = lambda: None,
) -> Pixels:
    """Colors every region that a hint owns and, with `FillMode.EXTEND`, the others too.

    `territories`, of the last run on this line art, spare the work on cells in which no hint has changed; they are
    brought up to date in place.

    Returns (height, width, 4) uint8 RGBA in which every opaque hint pixel has its very color.
    """
    owners = find_owners(strokes, regions)
    checkpoint()
    memory = territories if territories is not None else {}
    of_cell, shared = _settle(memory, owners, strokes, fill, regions, checkpoint)
    checkpoint()
    flat = _at_pixels(owners.paint, of_cell, shared, owners, regions)
    protected = _at_pixels(owners.protects, of_cell, shared, owners, regions) if owners.protects.any() else None
    checkpoint()
    _put_hints(flat, protected, strokes)
    if repainting is not None:
        _put_back(flat, protected, repainting, strokes, owners, regions)
    return flat.view(np.uint8).reshape(*regions.labels.shape, 4)


def _settle(
    memory: Territories,
    owners: Owners,
    strokes: Strokes,
    fill: FillMode,
    regions: Regions,
    checkpoint: Callable[[], None],
) -> tuple[Labels, dict[int, Territory]]:
    """Lets owners take the rest of their rooms and, with `FillMode.EXTEND`, the rooms that nobody owns.

    Returns (cells,) owner ids, NOBODY or SEVERAL, and the territories of the latter by cell; leaves in `memory` what
    this run has used.
    """
    of_cell = owners.of_cell.copy()
    seeds = _Seeds.of(owners, strokes, regions)
    shared: dict[int, Territory] = {}
    known = dict(memory)
    memory.clear()

    def share(cell: int, intruder: int = NOBODY) -> None:
        checkpoint()
        seed, speaker = seeds.of_cell(cell)
        claim = Claim(seed, speaker, int(owners.identity[intruder]), float(seeds.depth[cell]))
        before = known.get((cell, claim.intruder))
        shared[cell] = before if before and before.claim.same_as(claim) else _territory(cell, claim, regions)
        memory[cell, claim.intruder] = shared[cell]

    def owner_at(cell: int, pixel: int) -> int:
        row, column = divmod(int(_on_paper(np.array([pixel], np.int32), regions)[0]), regions.labels.shape[1])
        part = shared[cell]
        place = part.owner[row - part.box[0].start, column - part.box[1].start]
        return int(part.of_place(owners)[place])

    for cell in np.flatnonzero(of_cell == SEVERAL).tolist():
        share(cell)
    borders = regions.borders
    nowhere, everywhere = np.zeros(regions.count, bool), np.ones(len(borders.first), bool)
    taken = spread(of_cell, FIRM * seeds.depth, nowhere, borders.way, borders, owner_at)
    for cell in np.flatnonzero(taken & (of_cell != owners.of_cell)).tolist():
        share(cell, of_cell[cell])
        of_cell[cell] = SEVERAL
    fill_slivers(of_cell, regions.host, borders, owner_at)
    if fill is FillMode.EXTEND:
        barred = regions.outside | owners.protects[np.maximum(of_cell, NOBODY)]
        spread(of_cell, np.full(regions.count, np.inf, np.float32), barred, everywhere, borders, owner_at)
    return of_cell, shared


def _territory(cell: int, claim: Claim, regions: Regions) -> Territory:
    box = regions.boxes[cell]
    inside = (regions.labels[box] == cell) & regions.paper[box]
    identity, place = np.unique(np.append(claim.intruder, claim.speaker), return_inverse=True)
    row, column = np.divmod(claim.seed, regions.labels.shape[1])
    seeds = np.zeros(inside.shape, np.int32)
    if claim.intruder != NO_IDENTITY:
        seeds[inside & (regions.depth[box] > claim.depth)] = place[0] + 1
    seeds[row - box[0].start, column - box[1].start] = place[1:] + 1
    owner = share_out(inside, seeds).astype(np.min_scalar_type(len(identity)))
    return Territory(claim, identity, box, owner)


@dataclass(frozen=True)
class _Seeds:
    """Where owners stand in the cells that they claim, sorted by cell.

    `pixel`: flat indices on paper; `speaker`: identity of the owner. `depth`: (cells,) float32, how far from ink the
    hints in a cell come.
    """

    pixel: Labels
    speaker: NDArray[np.int64]
    cell: Labels
    depth: Distance

    @classmethod
    def of(cls, owners: Owners, strokes: Strokes, regions: Regions) -> _Seeds:
        """Hints on a line stand on the nearest paper; those that were put on paper come last and have the last word."""
        claims = owners.claims
        depth = np.zeros(regions.count, np.float32)
        np.maximum.at(depth, claims.cell, claims.depth)
        claimed = np.unique(claims.stroke.astype(np.int64) * regions.count + claims.cell)
        cell = regions.labels.ravel()[strokes.pixel]
        here = np.flatnonzero(np.isin(strokes.stroke.astype(np.int64) * regions.count + cell, claimed))
        pixel = strokes.pixel[here].astype(np.int32)
        on_paper = _on_paper(pixel, regions)
        order = np.lexsort((on_paper == pixel, cell[here]))
        speaker = owners.identity[owners.of_stroke[strokes.stroke[here]]]
        return cls(on_paper[order], speaker[order], cell[here][order], depth)

    def of_cell(self, cell: int) -> tuple[Labels, NDArray[np.int64]]:
        """The seeds in one cell and who speaks there."""
        start, end = np.searchsorted(self.cell, cell), np.searchsorted(self.cell, cell, "right")
        return self.pixel[start:end], self.speaker[start:end]


def _on_paper(pixel: Labels, regions: Regions) -> Labels:
    """Each pixel itself, or for an inked one the paper nearest to it."""
    if len(regions.ink) == 0:
        return pixel
    place = np.minimum(np.searchsorted(regions.ink, pixel), len(regions.ink) - 1)
    return np.where(regions.ink[place] == pixel, regions.nearest[place], pixel)


def _at_pixels(
    of_owner: NDArray[Value], of_cell: Labels, shared: dict[int, Territory], owners: Owners, regions: Regions
) -> NDArray[Value]:
    """(pixels,) what `of_owner`, (owners + 1,), holds for the owner of each pixel."""
    canvas = np.empty(regions.labels.shape, of_owner.dtype)
    _look_up(of_owner[np.maximum(of_cell, NOBODY)], regions.labels, canvas, NOBODY)
    for part in shared.values():
        _look_up(of_owner[part.of_place(owners)], part.owner, canvas[part.box], 1)
    values = canvas.ravel()
    if shared:
        under = (of_cell == SEVERAL)[regions.labels.ravel()[regions.ink]]
        values[regions.ink[under]] = values[regions.nearest[under]]
    return values


def _look_up(values: NDArray[Value], places: NDArray[Any], out: NDArray[Value], least: int) -> None:
    """Writes the value at each place that is at least `least`."""

    def strip(top: int, bottom: int) -> None:
        rows = places[top:bottom]
        np.copyto(out[top:bottom], values[rows], where=rows >= least)

    by_strips(places.shape, strip)


def _put_hints(flat: Paints, protected: Mask | None, strokes: Strokes) -> None:
    """Writes each opaque hint pixel's very color, in place: the last word over any region."""
    kind = strokes.kind[strokes.stroke]
    said = strokes.exact & (kind != SAME) & (kind != PROTECT)
    pixel = strokes.pixel[said]
    flat[pixel] = np.where(kind[said] == COLOR, strokes.paint[said], 0)
    if protected is not None:
        protected[pixel] = False
        protected[strokes.pixel[strokes.exact & (kind == PROTECT)]] = True


def _put_back(
    flat: Paints, protected: Mask | None, repainting: Repainting, strokes: Strokes, owners: Owners, regions: Regions
) -> None:
    """Brings back, in place, what the artist protected or repainted."""
    if protected is not None:
        np.copyto(flat, repainting.current, where=protected)
    if repainting.changed.any():
        said_anew = repainting.said_anew(strokes)
        renewed = np.zeros(regions.room_count, bool)
        renewed[regions.room[owners.claims.cell[said_anew[owners.claims.stroke]]]] = True
        np.copyto(flat, repainting.current, where=repainting.kept(regions, renewed[regions.room]))
