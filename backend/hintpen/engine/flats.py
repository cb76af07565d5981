"""Flat: one color per region, exact at every hint."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.engine.drawing import FillMode, Pixels
from hintpen.engine.hints import Mask, Paints, Strokes
from hintpen.engine.owners import COLOR, NOBODY, PROTECT, SAME, SEVERAL, Owners, extend, find_owners
from hintpen.engine.raster import Labels
from hintpen.engine.regions import Regions
from hintpen.engine.repainting import Repainting
from hintpen.engine.territory import share_out


def paint_flat(
    regions: Regions,
    strokes: Strokes,
    fill: FillMode,
    repainting: Repainting | None = None,
    checkpoint: Callable[[], None] = lambda: None,
) -> Pixels:
    """Colors every region that a hint owns and, with `FillMode.EXTEND`, the others too.

    Returns (height, width, 4) uint8 RGBA in which every opaque hint pixel has its very color.
    """
    owners = find_owners(strokes, regions)
    checkpoint()
    paint = owners.paint[np.maximum(owners.of_region, NOBODY)]
    flat = paint[regions.labels].ravel()
    protected = (
        owners.protects[np.maximum(owners.of_region, NOBODY)][regions.labels].ravel() if owners.protects.any() else None
    )
    checkpoint()
    split = owners.of_region == SEVERAL
    if split.any():
        _split(flat, protected, split, owners, strokes, regions, checkpoint)
    if fill is FillMode.EXTEND and len(owners.paint) > 1:
        _extend(flat, paint, split, owners, regions)
    checkpoint()
    _put_hints(flat, protected, strokes)
    if repainting is not None:
        _put_back(flat, protected, repainting, strokes, owners, regions)
    return flat.view(np.uint8).reshape(*regions.labels.shape, 4)


def _split(
    flat: Paints,
    protected: Mask | None,
    split: Mask,
    owners: Owners,
    strokes: Strokes,
    regions: Regions,
    checkpoint: Callable[[], None],
) -> None:
    """Shares each region that has several owners out among them, in place."""
    seed, seed_owner, seed_region = _seeds(split, owners, strokes, regions)
    width = regions.labels.shape[1]
    shared = np.flatnonzero(split)
    starts, ends = np.searchsorted(seed_region, shared), np.searchsorted(seed_region, shared, "right")
    inked = np.zeros(regions.labels.shape, bool)
    inked.ravel()[regions.ink] = True
    flat_2d = flat.reshape(regions.labels.shape)
    for region, start, end in zip(shared, starts, ends, strict=True):
        checkpoint()
        box = regions.boxes[region]
        inside = (regions.labels[box] == region) & ~inked[box]
        seeds = np.zeros(inside.shape, np.int32)
        row, column = np.divmod(seed[start:end], width)
        seeds[row - box[0].start, column - box[1].start] = seed_owner[start:end]
        territory = share_out(inside, seeds)
        flat_2d[box][inside] = owners.paint[territory[inside]]
        if protected is not None:
            protected.reshape(flat_2d.shape)[box][inside] = owners.protects[territory[inside]]
    under = split[regions.labels.ravel()[regions.ink]]
    ink, nearest = regions.ink[under], regions.nearest[under]
    flat[ink] = flat[nearest]
    if protected is not None:
        protected[ink] = protected[nearest]


def _seeds(split: Mask, owners: Owners, strokes: Strokes, regions: Regions) -> tuple[Labels, Labels, Labels]:
    """Where owners stand in regions that they share: flat indices on paper, owners and regions, sorted by region.

    Hints on a line stand on the nearest paper; those that were put on paper come last and so have the last word.
    """
    claimed = np.unique(owners.claims.stroke.astype(np.int64) * regions.count + owners.claims.region)
    region = regions.labels.ravel()[strokes.pixel]
    key = strokes.stroke.astype(np.int64) * regions.count + region
    here = np.flatnonzero(split[region] & np.isin(key, claimed))
    pixel = strokes.pixel[here].astype(np.int32)
    place = np.minimum(np.searchsorted(regions.ink, pixel), max(0, len(regions.ink) - 1))
    on_ink = regions.ink[place] == pixel if len(regions.ink) else np.zeros(len(pixel), bool)
    if len(regions.ink):
        pixel = np.where(on_ink, regions.nearest[place], pixel)
    order = np.lexsort((~on_ink, region[here]))
    return pixel[order], owners.of_stroke[strokes.stroke[here]][order], region[here][order]


def _extend(flat: Paints, paint: Paints, split: Mask, owners: Owners, regions: Regions) -> None:
    """Lets colors flow into the regions that nobody owns, in place."""
    protecting = owners.protects[np.maximum(owners.of_region, NOBODY)]
    known = owners.of_region != NOBODY
    barred = (protecting | regions.outside) & ~(known & ~protecting & ~regions.outside)
    reached = extend(paint, known, barred, flat, split, regions.borders)
    if reached.any():
        labels = regions.labels.ravel()
        np.copyto(flat, paint[labels], where=reached[labels])


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
        renewed = np.zeros(regions.count, bool)
        renewed[owners.claims.region[said_anew[owners.claims.stroke]]] = True
        kept = repainting.kept(regions, renewed)
        np.copyto(flat, repainting.current, where=kept)
