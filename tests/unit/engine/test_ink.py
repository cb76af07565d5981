"""What counts as line: black ink, light pencil, colored lines, scans, hairlines; and what does not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from drawings import on_paper
from hintpen.engine.ink import find_ink
from hintpen.engine.regions import find_regions
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


def ring(thick: int = 3, color: tuple[int, ...] = (0, 0, 0), paper: tuple[int, ...] = (255, 255, 255)) -> Pixels:
    """A closed ring on a page of 200 x 240 pixels, (200, 240, 4)."""
    page = np.zeros((200, 240, 4), np.uint8)
    page[:] = (*paper, 255)
    cv2.circle(page, (120, 100), 60, (*color, 255), thick, cv2.LINE_AA)
    return page


def rooms(line_art: Pixels) -> int:
    return find_regions(find_ink(line_art)).room_count


@pytest.mark.parametrize(
    "line_art",
    [
        ring(),
        ring(thick=1),
        ring(color=(250, 240, 120)),
        ring(color=(200, 220, 255)),
        ring(color=(255, 255, 255), paper=(20, 20, 30)),
        ring(color=(90, 60, 40), paper=(240, 225, 200)),
        ring(color=(205, 205, 205)),
    ],
    ids=["black", "hairline", "yellow", "light blue", "white on black", "sepia", "light pencil"],
)
def test_a_closed_line_parts_inside_from_outside(line_art: Pixels) -> None:
    assert rooms(line_art) == 2


@pytest.mark.parametrize("color", [(0, 0, 0), (255, 255, 255), (255, 240, 100)])
def test_on_transparent_paper_a_line_counts_whatever_its_color(color: tuple[int, int, int]) -> None:
    layer = on_paper(ring()[..., 0], opaque=False)
    layer[..., :3] = color
    assert rooms(layer) == 2


def test_a_hairline_between_two_pixel_rows_is_a_line() -> None:
    luma = np.full((60, 60), 255, np.uint8)
    luma[29:31] = 190
    luma[5, 5:50] = 0
    ink = find_ink(luma)
    assert find_regions(ink).labels[10, 30] != find_regions(ink).labels[50, 30]


def test_an_unevenly_lit_scan_with_grain_is_paper_and_line() -> None:
    rng = np.random.default_rng(1)
    light = np.linspace(235, 150, 240)[None, :] * np.linspace(1, 0.9, 200)[:, None]
    scan = light + rng.normal(0, 3, light.shape)
    drawn = ring()[..., 0] / 255
    ink = find_ink(np.clip(scan * (0.35 + 0.65 * drawn), 0, 255).astype(np.uint8))
    assert find_regions(ink).room_count == 2
    assert ink.wall[drawn > 0.99].mean() < 0.01, "paper grain became line"
    assert ink.wall[drawn < 0.1].mean() > 0.99


def test_a_gray_tone_is_no_line() -> None:
    luma = ring()[..., 0].copy()
    cv2.rectangle(luma, (0, 0), (60, 199), 205, -1)
    assert rooms(luma) == 2


def test_solid_blacks_are_ink() -> None:
    luma = ring()[..., 0].copy()
    luma[90:110, 100:140] = 0
    assert find_ink(luma).wall[90:110, 100:140].all()


def test_paper_among_solid_blacks_is_paper_though_black_is_most_of_the_page() -> None:
    luma = ring()[..., 0].copy()
    luma[:, 190:], luma[:30], luma[:, :45] = 0, 0, 0
    assert (luma < 128).mean() > 0.5
    ink = find_ink(luma)
    assert not ink.wall[100, 120]
    assert ink.wall[100, 200]
    assert find_regions(ink).labels[100, 120] != find_regions(ink).labels[180, 60]


def test_only_an_opaque_cut_out_has_an_outside() -> None:
    layer = np.zeros((80, 80, 4), np.uint8)
    cv2.circle(layer, (40, 40), 30, (255, 255, 255, 255), -1)
    cv2.circle(layer, (40, 40), 30, (0, 0, 0, 255), 2)
    outside = find_ink(layer).outside
    assert outside is not None
    assert np.array_equal(outside, layer[..., 3] == 0)
    assert find_ink(ring()).outside is None
    assert find_ink(on_paper(ring()[..., 0], opaque=False)).outside is None
