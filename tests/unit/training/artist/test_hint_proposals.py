"""Proposed hints: every pixel of one lies in the region whose color it has, whatever the regions look like."""

from __future__ import annotations

import cv2
import numpy as np
from hintpen.training.artist.hints import propose_hints
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

Picture = tuple[NDArray[np.int32], NDArray[np.uint8], NDArray[np.uint8]]


def picture(seed: int, height: int, width: int, count: int) -> Picture:
    """Regions of all sizes, their ink and their colors; no two regions of one color."""
    random = np.random.default_rng(seed)
    regions = np.zeros((height, width), np.int32)
    for number in range(1, count):
        x, y = random.integers(0, (width, height)).tolist()
        size = random.integers(1, max(2, min(height, width) // 2), 2).tolist()
        cv2.ellipse(regions, (x, y), size, float(random.uniform(0, 180)), 0, 360, (number,), cv2.FILLED)
    edges = np.zeros((height, width), np.uint8)
    edges[:, 1:] = 255 * (regions[:, 1:] != regions[:, :-1])
    colors = np.stack([np.arange(count), 255 - np.arange(count), random.integers(0, 256, count)], 1).astype(np.uint8)
    return regions, cv2.GaussianBlur(edges, (0, 0), 0.7).astype(np.uint8), colors[regions]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**32 - 1), st.integers(8, 200), st.integers(8, 200), st.integers(1, 60), st.integers(0, 2**32 - 1)
)
def test_every_pixel_has_its_regions_color(seed: int, height: int, width: int, count: int, dice: int) -> None:
    """Alpha is 0 or 255, and where it is 255 the color is that of the region; what stays paper gets no hint."""
    regions, ink, flat = picture(seed, height, width, count)
    colored = [number % 5 != 3 for number in range(count)]
    hints = propose_hints(regions, ink, flat, colored, np.random.default_rng(dice))
    put = hints[..., 3] > 0
    assert set(np.unique(hints[..., 3])) <= {0, 255}
    np.testing.assert_array_equal(hints[put, :3], flat[put])
    assert np.array(colored)[regions[put]].all()
    assert not hints[~put].any()


def test_large_regions_are_hinted_first() -> None:
    """Over many drawings the largest regions are hinted, and more than once, oftener than small ones."""
    regions, ink, flat = picture(4, 160, 160, 30)
    area = np.bincount(regions.ravel(), minlength=30)
    large, small = np.argsort(-area)[:2], np.flatnonzero((area > 9) & (area < 0.01 * regions.size))
    dots = np.zeros(30)
    for dice in range(40):
        hints = propose_hints(regions, ink, flat, [True] * 30, np.random.default_rng(dice))
        for number in range(30):
            mask = ((regions == number) & (hints[..., 3] > 0)).astype(np.uint8)
            dots[number] += cv2.connectedComponents(mask)[0] - 1
    assert dots[large].min() > 1.5 * 40
    assert dots[large].min() > 1.5 * dots[small].max()


def test_some_touch_the_ink() -> None:
    """A hand is not exact: some hints lie on a line's edge, most do not."""
    regions, ink, flat = picture(4, 200, 200, 20)
    share = []
    for dice in range(30):
        put = propose_hints(regions, ink, flat, [True] * 20, np.random.default_rng(dice))[..., 3] > 0
        share.append((ink[put] > 60).mean())
    assert 0.01 < np.mean(share) < 0.3


def test_same_dice_same_hints() -> None:
    """Nothing but the generator decides."""
    regions, ink, flat = picture(9, 90, 120, 12)
    first, second = (propose_hints(regions, ink, flat, [True] * 12, np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(first, second)
