"""What a drawing's lines measure: regions and their sizes, widths of lines, ink; of two sets beside each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from hintpen.engine.ink import INK_THRESHOLD, find_ink
from hintpen.engine.regions import find_regions
from matplotlib.figure import Figure
from numpy.typing import NDArray
from scipy.stats import wasserstein_distance

from bench.line_drawings import Drawing, Pixels
from bench.line_patches import Shares

Samples = NDArray[np.float64]
Statistics = dict[str, Samples]
"""By the names of LABELS: what one drawing measures, one value, or one for each region."""

ZOOM = 3
"""Times that a drawing is enlarged before its lines' widths are measured: one pixel is too coarse for thin lines."""

SOBEL_OF_ONE = 8
"""What OpenCV's 3x3 Sobel makes of a slope of one."""

SOLID = 12
"""Pixels; what is broader is a black surface, not a line."""

SMALLEST = 12
"""Pixels; a region with fewer is a speck between strokes."""

LABELS = {
    "region count": "regions, log10",
    "region size": "share of the drawing, log10",
    "line width": "median width, px at 384 px",
    "width variation": "80th / 20th percentile of width",
    "ink density": "mean ink",
    "solid black": "share of ink in black surfaces",
}
"""Each statistic and the axis it is drawn on."""


@dataclass(frozen=True)
class Weighed:
    """Each statistic over a set of drawings: values and their weights, whose sum is 1."""

    values: dict[str, Samples]
    weights: dict[str, Samples]


def statistics_of(ink: Pixels) -> Statistics:
    """The statistics of LABELS of one normalized drawing, (height, width) uint8: one value each, sizes one a region."""
    regions = find_regions(find_ink(255 - ink))
    sizes = np.bincount(regions.room, regions.area, minlength=regions.room_count)
    sizes = sizes[sizes >= SMALLEST]
    widths, solid = _widths(ink)
    low, middle, high = np.percentile(widths, [20, 50, 80]) if len(widths) else (0.0, 0.0, 0.0)
    found = {
        "region count": np.log10(max(1, len(sizes))),
        "region size": np.log10(sizes / ink.size),
        "line width": middle,
        "width variation": high / max(low, 1 / ZOOM),
        "ink density": ink.mean() / 255,
        "solid black": solid,
    }
    return {name: np.atleast_1d(np.asarray(value, np.float64)) for name, value in found.items()}


def _widths(ink: Pixels) -> tuple[Samples, float]:
    """Widths in pixels along the middle of the lines, and the share of ink that lies in surfaces instead."""
    large = cv2.resize(ink, None, fx=ZOOM, fy=ZOOM, interpolation=cv2.INTER_LINEAR)
    wall = (large > round(255 * INK_THRESHOLD)).astype(np.uint8)
    depth = cv2.distanceTransform(wall, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    # Up a line's flank the distance rises by one a pixel, along its middle it does not rise at all.
    slope = np.hypot(cv2.Sobel(depth, cv2.CV_32F, 1, 0), cv2.Sobel(depth, cv2.CV_32F, 0, 1)) / SOBEL_OF_ONE
    middle = (slope < 0.5) & (wall > 0)
    width = (2 * depth[middle] - 1) / ZOOM
    reach = np.ones((SOLID * ZOOM, SOLID * ZOOM), np.uint8)
    solid = cv2.morphologyEx(wall, cv2.MORPH_OPEN, reach, borderValue=0)
    return width[width < SOLID].astype(np.float64), float(solid.sum() / max(1, wall.sum()))


def measure(drawings: Sequence[Drawing]) -> list[Statistics]:
    """The statistics of each drawing, on all cores."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(statistics_of, [drawing.ink for drawing in drawings]))


def weigh(drawings: Sequence[Drawing], measured: Sequence[Statistics], shares: Shares) -> Weighed:
    """The statistics of a set in which each (way, source) has its share, its drawings alike."""
    of_source = Counter((drawing.way, drawing.source) for drawing in drawings)
    values: dict[str, list[Samples]] = defaultdict(list)
    weights: dict[str, list[Samples]] = defaultdict(list)
    for drawing, statistics in zip(drawings, measured, strict=True):
        key = (drawing.way, drawing.source)
        for name, value in statistics.items() if key in shares else ():
            values[name].append(value)
            weights[name].append(np.full(len(value), shares[key] / of_source[key] / max(1, len(value))))
    joined = {name: np.concatenate(parts) for name, parts in weights.items()}
    return Weighed(
        {name: np.concatenate(parts) for name, parts in values.items()},
        {name: part / part.sum() for name, part in joined.items()},
    )


def distances(ours: Weighed, real: Weighed) -> dict[str, float]:
    """Of each statistic, the Wasserstein distance between two sets in standard deviations of the real one."""
    found: dict[str, float] = {}
    for name in LABELS:
        value, weight = real.values[name], real.weights[name]
        mean = np.average(value, weights=weight)
        spread = np.sqrt(np.average((value - mean) ** 2, weights=weight))
        distance = wasserstein_distance(ours.values[name], value, ours.weights[name], weight)
        found[name] = float(distance / max(spread, 1e-9))
    return found


def plot(ours: Weighed, real: Weighed, file: Path) -> None:
    """Writes the distributions of both sets, one field for each statistic, to a PNG or SVG. Raises `OSError`."""
    figure = Figure(figsize=(12, 6.5), layout="constrained")
    apart = distances(ours, real)
    for field, (name, label) in zip(figure.subplots(2, 3).flat, LABELS.items(), strict=True):
        both = np.concatenate([ours.values[name], real.values[name]])
        low, high = np.percentile(both, [0.5, 99.5])
        bins = np.linspace(low, high, 31)
        for weighed, color, title in ((real, "0.6", "real"), (ours, "tab:blue", "ours")):
            inside = np.clip(weighed.values[name], bins[0], bins[-1])
            style = "stepfilled" if title == "real" else "step"
            field.hist(inside, bins, weights=weighed.weights[name], histtype=style, color=color, label=title, lw=1.8)
        field.set(title=f"{name}: {apart[name]:.2f} apart", xlabel=label, yticks=[])
    figure.axes[0].legend()
    figure.savefig(file, dpi=110)
