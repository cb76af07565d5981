"""What pens leave: closed contours where no gap is told, gaps where one is, weight by place, the same at any size."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hintpen.training.artist.curves import ellipse
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.lines.gaps import open_gaps
from hintpen.training.artist.lines.pens import PENS, Pen
from hintpen.training.artist.raster import Raster, rasterize
from hintpen.training.artist.records import Paint, Part, Scene, Stroke, canvas_ring
from numpy.typing import NDArray

PEN = Pen("test", 0.006, taper=0.0, swell=0.0)
SIZE = 256
SQUARE = np.array([(0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75)], np.float64)
ROUND = ellipse(0.5, 0.5, 0.25, 0.2, count=60)


def scene_of(ring: Points, stroke: Stroke | None = None, cover: Points | None = None) -> Scene:
    """A shape on a ground, its contour one stroke; `cover` lies over it."""
    contour = stroke or Stroke(np.concatenate([ring, ring[:1]]), taper=(0, 0))
    parts = [
        Part("backdrop", Paint("ground.plain", "backdrop"), (canvas_ring(1, 1),), form=Plane(), depth=-0.5),
        Part("shape", Paint("shape.main", "paint"), (ring,), (contour,)),
    ]
    if cover is not None:
        parts.append(Part("cover", Paint("cover.main", "paint"), (cover,), depth=0.2))
    return Scene("test", 1.0, 1.0, tuple(parts))


def inked(scene: Scene, pen: Pen, seed: int = 0, size: int = SIZE, toward: tuple[float, float] = (0.0, -1.0)) -> Raster:
    """The scene's lines and part numbers."""
    return rasterize(scene, size, size, pen, np.random.default_rng(seed), toward)


def leaks(ink: NDArray[np.uint8]) -> bool:
    """Whether paint poured outside reaches the middle of the canvas."""
    wall = np.where(ink > 100, 1, 0).astype(np.uint8)
    cv2.floodFill(wall, None, (0, 0), (2,), flags=4)
    return bool(wall[ink.shape[0] // 2, ink.shape[1] // 2] == 2)


@pytest.mark.parametrize("ring", [SQUARE, ROUND], ids=["square", "round"])
@pytest.mark.parametrize("pen", [pen for pen, _, _ in PENS if not pen.grain], ids=lambda pen: pen.name)
def test_contours_close(pen: Pen, ring: Points) -> None:
    """A pen that leaves no gaps draws a contour through which no paint leaks, around corners too."""
    for seed in range(5):
        assert not leaks(inked(scene_of(ring), replace(pen, width=0.014), seed).ink)


@pytest.mark.parametrize("ring", [SQUARE, ROUND], ids=["square", "round"])
def test_gaps_are_where_they_are_said_to_be(ring: Points) -> None:
    """Paint leaks through the contour just when a gap is told, and nowhere else."""
    leaky = 0
    for seed in range(40):
        raster = inked(scene_of(ring), replace(PEN, gaps=0.12, gap=(0.012, 0.04)), seed)
        gaps = open_gaps(raster.gaps, raster.parts, raster.ink)
        assert leaks(raster.ink) == bool(gaps)
        leaky += bool(gaps)
        shut = raster.ink.copy()
        for gap in gaps:
            assert 0.9 <= gap.width <= 0.11 * SIZE  # two gaps may make one
            cv2.circle(shut, (int(gap.x), int(gap.y)), int(gap.width / 2 + 2), (255,), cv2.FILLED)
        assert not leaks(shut)
    assert 5 < leaky < 40


def test_what_is_covered_is_not_inked() -> None:
    """Neither lines nor gaps of what lies behind something."""
    over = canvas_ring(1, 1)
    raster = inked(scene_of(SQUARE, cover=over), replace(PEN, gaps=1.0))
    assert not raster.ink.any()
    assert not open_gaps(raster.gaps, raster.parts, raster.ink)


def test_width_is_the_pens() -> None:
    """An even pen's ink is as long as the stroke and as wide as it says, times the stroke's weight."""
    line = np.array([(0.2, 0.5), (0.8, 0.5)])
    for width, weight in ((0.004, 1.0), (0.012, 1.0), (0.006, 1.5)):
        ink = inked(scene_of(SQUARE, Stroke(line, weight, (0, 0))), replace(PEN, width=width)).ink
        across = ink[:, SIZE // 2].sum() / 255 / SIZE
        assert across == pytest.approx(width * weight, rel=0.1)
        along = np.flatnonzero(ink.max(0) > 60)
        assert (along[-1] - along[0] + 1) / SIZE == pytest.approx(0.6 + width * weight, abs=0.01)


def test_tapered_ends_are_thin() -> None:
    """A line that tapers is full in its middle and fine at its ends."""
    line = np.array([(0.2, 0.5), (0.8, 0.5)])
    ink = inked(scene_of(SQUARE, Stroke(line, 1.0, (0.4, 0.4))), replace(PEN, width=0.012, taper=1.0)).ink
    across = ink.sum(0) / 255 / SIZE
    assert across[SIZE // 2] == pytest.approx(0.012, rel=0.1)
    assert across[int(0.215 * SIZE)] < 0.004 > across[int(0.785 * SIZE)]


def test_lines_swell_in_the_shade() -> None:
    """The side of a contour that faces the light is thinner."""
    ink = inked(scene_of(SQUARE), replace(PEN, light=0.5), toward=(0.0, -1.0)).ink
    top, bottom = (ink[half, SIZE // 2].sum() for half in (slice(0, SIZE // 2), slice(SIZE // 2, SIZE)))
    assert bottom > 1.3 * top


def test_short_strokes_of_thick_pens_stay_lines() -> None:
    """A thing is never drawn with a line as thick as itself."""
    small = 0.5 + 0.02 * (SQUARE - 0.5) / 0.25
    ink = inked(scene_of(small), replace(PEN, width=0.03)).ink
    assert not leaks(ink)
    assert ink[SIZE // 2, SIZE // 2] < 60


@pytest.mark.parametrize("pen", [pen for pen, _, _ in PENS if not pen.grain], ids=lambda pen: pen.name)
def test_another_size_is_the_same_drawing(pen: Pen) -> None:
    """Lines lie at the same places at two and four times the size."""
    pen = replace(pen, width=0.012, gaps=0.5, gap=(0.01, 0.04))
    small, large = (inked(scene_of(ROUND), pen, 3, size).ink.astype(np.float64) for size in (SIZE, 4 * SIZE))
    shrunk = cv2.resize(large, (SIZE, SIZE), interpolation=cv2.INTER_AREA)
    assert np.abs(shrunk - small).mean() < 0.06 * small.mean()


def test_same_dice_same_ink() -> None:
    """Nothing but the generator decides; other dice draw otherwise."""
    pen = replace(next(pen for pen, _, _ in PENS if pen.name == "pencil"), width=0.006, doubles=0.5, gaps=0.5)
    first, second, other = (inked(scene_of(ROUND), pen, seed).ink for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, second)
    assert (first != other).any()


def test_what_lies_off_the_canvas_costs_nothing() -> None:
    """A line that runs for miles is, on the canvas, as one that ends just beyond it."""
    pen = replace(PEN, wobble=1e-3, tremor=1e-4, swell=0.2, taper=1.0)
    near, far = (
        inked(scene_of(SQUARE, Stroke(np.array([(-x, 0.3), (1 + x, 0.3)]), 1.0, (0.3, 0.3))), pen).ink
        for x in (0.5, 300.0)
    )
    np.testing.assert_array_equal(near, far)
    assert near[:, [2, SIZE // 2, SIZE - 3]].max(0).min() > 200
