"""The ink map: what of a line layer is line, what is paper and what lies outside the paper."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import find_objects

from hintpen.engine.drawing import Pixels
from hintpen.engine.raster import Mask, by_strips, patches

OPAQUE = 128
"""Alpha from which a pixel counts as covered."""

LIGHT = 200
"""A color whose darkest channel is above this is paper rather than line."""

MID_GRAY = 128

BROAD = 9
"""Pixels across that paper is nearly everywhere and a line is not."""

SAMPLE = 65536
"""Pixels that are looked at to tell paper from line."""

INK_THRESHOLD = 0.4
"""A pixel is ink when it is darker than this share of the drawing's own line strength. Antialiased edges then fall
about half to the line and half to the paper."""

FAINT_RIDGE = 0.1
"""A thin line counts from this contrast on, as a share of the line strength: hairlines and light pencil."""

LONG = 8
"""Pixels across from which a faint crest counts though it does not continue a solid line."""

PAPER_TILE = 16
"""Side, in pixels, of the tiles in which the local paper color of a scan is looked for."""


@dataclass(frozen=True)
class Ink:
    """Where the lines are.

    `darkness`: (height, width) uint8, 0 paper to 255 the drawing's full line strength.
    `wall`: (height, width) bool, pixels that bound regions.
    `outside`: (height, width) bool, beyond the silhouette of an opaque cut-out; None when the paper has no silhouette.
    """

    darkness: NDArray[np.uint8]
    wall: Mask
    outside: Mask | None


def find_ink(line_art: Pixels) -> Ink:
    """Separates lines from paper.

    Args:
        line_art: (height, width, 4) RGBA, straight alpha, or (height, width) luma; uint8. Paper may be
            opaque and of any color, unevenly lit, dark, or transparent; lines may have any color.
    """
    contrast, outside = _contrast(line_art)
    darkness = _normalized(contrast)
    wall = _walls(darkness)
    if outside is not None:
        wall &= ~outside
    return Ink(darkness, wall, outside)


def _contrast(line_art: Pixels) -> tuple[NDArray[np.uint8], Mask | None]:
    """Distance of each pixel from its paper, (height, width) uint8, and what lies outside the paper."""
    if line_art.ndim == 2:
        return _contrast_with_paper(line_art, None), None
    covered = np.ascontiguousarray(line_art[..., 3]) >= OPAQUE
    if not has_paper(line_art):
        return np.ascontiguousarray(line_art[..., 3]), None
    if covered.all():
        return _contrast_with_paper(line_art, None), None
    contrast = _contrast_with_paper(line_art, covered)
    contrast[~covered] = 0
    return contrast, ~covered


def has_paper(line_art: Pixels) -> bool:
    """Whether a layer, (height, width, 4), brings its own paper: it is opaque everywhere, or a cut-out of which most is
    light. Ink on nothing has none.
    """
    covered = line_art[..., 3] >= OPAQUE
    if covered.all():
        return True
    sample = line_art[covered][:: max(1, np.count_nonzero(covered) // SAMPLE)]
    light = np.count_nonzero(sample[:, :3].min(axis=1) > LIGHT) / max(1, len(sample))
    if light <= 0.5:
        return False
    if light < 0.99:
        return True
    # Light lines on nothing are light as well, but they are thin.
    return _is_broad(covered)


def _contrast_with_paper(channels: NDArray[np.uint8], covered: Mask | None) -> NDArray[np.uint8]:
    """The largest difference from the paper over the channels, so that yellow lines on white count as well."""
    planes = [channels] if channels.ndim == 2 else [_channel(channels, i) for i in range(3)]
    if len(planes) == 3 and np.array_equal(planes[0], planes[1]) and np.array_equal(planes[1], planes[2]):
        planes = planes[:1]
    contrast = np.zeros(channels.shape[:2], np.uint8)
    for plane in planes:
        np.maximum(contrast, cv2.absdiff(plane, _paper(plane, covered)), out=contrast)
    return contrast


def _paper(plane: NDArray[np.uint8], covered: Mask | None) -> NDArray[np.uint8]:
    """The paper's value at every pixel: the commonest value, or a slowly varying one where a scan is unevenly lit."""
    values = plane if covered is None else plane[covered]
    histogram = _histogram(values)
    smooth = np.convolve(histogram, np.ones(5), "same")
    mode = int(smooth.argmax())
    if mode < MID_GRAY and _is_broad(plane >= MID_GRAY):
        mode = MID_GRAY + int(smooth[MID_GRAY:].argmax())
    flat = np.full_like(plane, mode)
    near = histogram[max(0, mode - 2) : mode + 3].sum() / max(1, histogram.sum())
    if near > 0.5 or min(plane.shape) < 4 * PAPER_TILE or covered is not None:
        return flat
    dark_paper = mode < MID_GRAY
    source = 255 - plane if dark_paper else plane
    size = (-(-plane.shape[1] // PAPER_TILE), -(-plane.shape[0] // PAPER_TILE))
    small = cv2.resize(source, size, interpolation=cv2.INTER_AREA)
    small = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 5)
    level = 255 - mode if dark_paper else mode
    small = np.clip(small, 0.6 * level, 255).astype(np.uint8)
    local = cv2.resize(small, plane.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(255 - local if dark_paper else local, np.uint8)


def _channel(channels: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.extractChannel(channels, number), np.uint8)


def _is_broad(light: Mask) -> bool:
    """Whether a light part is paper, among solid blacks or on nothing, rather than light lines."""
    size = max(BROAD, min(light.shape) // 50)
    kept = cv2.erode(light.view(np.uint8), np.ones((size, size), np.uint8))
    return 4 * np.count_nonzero(kept) > np.count_nonzero(light)


def _histogram(values: NDArray[np.uint8]) -> NDArray[np.float32]:
    return np.asarray(cv2.calcHist([values], [0], None, [256], [0, 256]), np.float32).ravel()


def _normalized(contrast: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Scales contrast so that the drawing's own lines reach about 255, be they black ink or light pencil."""
    histogram = _histogram(contrast)
    inked = np.flatnonzero(np.cumsum(histogram[::-1])[::-1] >= max(1, contrast.size // 500))
    strength = max(24, int(inked.max(initial=0)))
    if strength >= 250:
        return contrast
    table = np.minimum(np.arange(256) * (255 / strength), 255).astype(np.uint8)
    return np.asarray(cv2.LUT(contrast, table), np.uint8)


def _walls(darkness: NDArray[np.uint8]) -> Mask:
    """Solid ink, and the crests of lines too thin or faint to be solid."""
    solid = darkness >= round(255 * INK_THRESHOLD)
    faint = _crests(darkness, FAINT_RIDGE * 255) & ~solid
    if faint.any():
        faint = _long_enough(faint, solid)
    return solid | faint


def _crests(darkness: NDArray[np.uint8], contrast: float) -> Mask:
    """Pixels darker than both their neighbors two steps away in some direction, by at least `contrast`."""
    soft = cv2.GaussianBlur(darkness, (3, 3), 0)
    margin = max(6, round(contrast * 0.6))
    padded = cv2.copyMakeBorder(soft, 2, 2, 2, 2, cv2.BORDER_REPLICATE)
    width = darkness.shape[1]

    def strip(top: int, bottom: int) -> Mask:
        crest = np.zeros((bottom - top, width), bool)
        for dy, dx in ((0, 2), (2, 0), (2, 2), (2, -2)):
            ahead = padded[2 + top + dy : 2 + bottom + dy, 2 + dx : 2 + dx + width]
            behind = padded[2 + top - dy : 2 + bottom - dy, 2 - dx : 2 - dx + width]
            crest |= cv2.subtract(soft[top:bottom], cv2.max(ahead, behind)) >= margin
        return crest & (darkness[top:bottom] >= contrast)

    return np.concatenate(by_strips(darkness.shape, strip))


def _long_enough(faint: Mask, solid: Mask) -> Mask:
    """Keeps faint crests that continue a solid line or are long themselves: paper grain is neither."""
    labels, count = patches(faint | solid, 8)
    keep = np.zeros(count, bool)
    keep[labels[solid]] = True
    sizes = [max(box[0].stop - box[0].start, box[1].stop - box[1].start) for box in find_objects(labels)]
    keep[1:] |= np.array(sizes) >= LONG
    return faint & keep[labels]
