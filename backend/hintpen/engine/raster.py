"""OpenCV's raster operations with the types that the engine speaks."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Labels = NDArray[np.int32]
Distance = NDArray[np.float32]
Places = NDArray[np.int16]
"""(height, width, 2): a column and a row for each pixel, as OpenCV orders them; so no side exceeds 32767 pixels."""

Indices = NDArray[np.int64]

STRIP_PIXELS = 1 << 17
"""Pixels of a strip: what is computed on one stays in the processor's cache from step to step."""

AnyImage = TypeVar("AnyImage", Labels, Places)


Result = TypeVar("Result")


def by_strips(shape: tuple[int, ...], work: Callable[[int, int], Result]) -> list[Result]:
    """Calls `work(first_row, last_row + 1)` for strips of a picture, on all cores; the results in reading order.

    NumPy and OpenCV let go of Python's lock, so threads run side by side.
    """
    rows = max(1, STRIP_PIXELS // shape[1])
    starts = range(0, shape[0], rows)
    ends = [min(start + rows, shape[0]) for start in starts]
    if len(starts) == 1:
        return [work(0, shape[0])]
    return list(_cores().map(work, starts, ends))


@cache
def _cores() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="hintpen-strip")


def edges(labels: Labels) -> tuple[Indices, Indices]:
    """Flat indices of every two 4-neighbors with different labels: first all that lie side by side, then the others."""
    height, width = labels.shape

    def strip(top: int, bottom: int) -> tuple[Indices, Indices]:
        above, below = labels[top:bottom], labels[top + 1 : min(bottom + 1, height)]
        row, column = np.divmod(np.flatnonzero(above[:, :-1] != above[:, 1:]), max(1, width - 1))
        return (top + row) * width + column, top * width + np.flatnonzero(above[: len(below)] != below)

    strips = by_strips(labels.shape, strip)
    beside = np.concatenate([strip[0] for strip in strips])
    over = np.concatenate([strip[1] for strip in strips])
    return np.concatenate([beside, over]), np.concatenate([beside + 1, over + width])


def distance_to(target: Mask) -> Distance:
    """Euclidean distance, in pixels, of each pixel's center from the nearest set one; `target` has at least one.

    OpenCV's result depends in its last bit on where its buffers begin. They are aligned here, and distances up to 2000
    pixels are set right: their squares are whole numbers.
    """
    away, distance = _aligned(target.shape, np.uint8), _aligned(target.shape, np.float32)
    np.logical_not(target, out=away.view(bool))
    cv2.distanceTransform(away, cv2.DIST_L2, cv2.DIST_MASK_PRECISE, dst=distance)

    def strip(top: int, bottom: int) -> None:
        rows = distance[top:bottom]
        np.square(rows, out=rows)
        np.rint(rows, out=rows)
        np.sqrt(rows, out=rows)

    by_strips(distance.shape, strip)
    return distance


def _aligned(shape: tuple[int, ...], dtype: type[np.generic]) -> NDArray[Any]:
    """An uninitialized array that begins at a multiple of 64 bytes."""
    size = int(np.prod(shape)) * np.dtype(dtype).itemsize
    raw = np.empty(size + 64, np.uint8)
    start = -raw.ctypes.data % 64
    return raw[start : start + size].view(dtype).reshape(shape)


def nearest_in(target: Mask) -> tuple[Labels, Labels, Distance]:
    """The set pixel nearest to each pixel, by a 5x5 chamfer distance; `target` has at least one set pixel.

    Returns:
        (height, width) int32 places in the second array; (set pixels,) int32 flat indices in reading order; and
        (height, width) float32, the distance in pixels.
    """
    distance, site = cv2.distanceTransformWithLabels(
        (~target).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    # OpenCV numbers the sites from 1 in reading order.
    return (
        np.asarray(site, np.int32) - np.int32(1),
        np.flatnonzero(target).astype(np.int32),
        np.asarray(distance, np.float32),
    )


def grown(mask: Mask) -> Mask:
    """The mask and all eight neighbors of its pixels."""
    return np.asarray(cv2.dilate(mask.view(np.uint8), np.ones((3, 3), np.uint8))).view(bool)


def highest_around(image: Distance) -> Distance:
    """The highest value of each pixel and its eight neighbors."""
    return np.asarray(cv2.dilate(image, np.ones((3, 3), np.uint8)), np.float32)


def patches(mask: Mask, connectivity: int) -> tuple[Labels, int]:
    """Numbers the connected patches of a mask from 1; 0 elsewhere. Returns the labels and the count, 0 included."""
    count, labels = cv2.connectedComponents(mask.view(np.uint8), connectivity=connectivity)
    return np.asarray(labels, np.int32), count


def look_up(image: AnyImage, places: Places) -> AnyImage:
    """The image's value at the place that is given for each pixel."""
    return cv2.remap(image, places, None, cv2.INTER_NEAREST)  # pyright: ignore[reportReturnType, reportCallIssue, reportArgumentType]
