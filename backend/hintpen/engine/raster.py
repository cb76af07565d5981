"""OpenCV's raster operations with the types that the engine speaks."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Labels = NDArray[np.int32]
Distance = NDArray[np.float32]


def distance_to(target: Mask) -> Distance:
    """Euclidean distance, in pixels, of each pixel's center from the nearest set one; `target` has at least one."""
    return np.asarray(cv2.distanceTransform((~target).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float32)


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
    return np.asarray(site, np.int32) - np.int32(1), np.flatnonzero(target).astype(np.int32), np.asarray(distance)


def patches(mask: Mask, connectivity: int) -> tuple[Labels, int]:
    """Numbers the connected patches of a mask from 1; 0 elsewhere. Returns the labels and the count, 0 included."""
    count, labels = cv2.connectedComponents(mask.view(np.uint8), connectivity=connectivity)
    return np.asarray(labels, np.int32), count
