"""What every drawing of the synthetic artist promises: its layers are the truth about one another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import cv2
import numpy as np
import pytest
from hintpen.engine.compose import compose, under_lines
from hintpen.training.artist.artist import draw
from hintpen.training.artist.drawing import Drawing
from hintpen.training.artist.subjects import KINDS

SIZE = 160
EACH = 3
"""Drawings of every kind."""


@cache
def drawings(kind: str) -> tuple[Drawing, ...]:
    """Some drawings of a kind; tall, wide and square ones."""
    sizes = ((SIZE, SIZE), (SIZE, SIZE * 3 // 2), (SIZE * 4 // 3, SIZE))
    return tuple(draw(11, index, *sizes[index % 3], kind) for index in range(EACH))


def every_drawing(test: Callable[[Drawing], None]) -> Callable[[str, int], None]:
    """Runs a test on each drawing of each kind."""

    @pytest.mark.parametrize("index", range(EACH))
    @pytest.mark.parametrize("kind", sorted(KINDS))
    def run(kind: str, index: int) -> None:
        test(drawings(kind)[index])

    run.__doc__ = test.__doc__
    return run


@every_drawing
def test_recomposes(drawing: Drawing) -> None:
    """Flat x Shade, screened with Highlight, under the lines, is the picture, to the byte."""
    painted = compose(drawing.albedo, drawing.shade, drawing.highlight)
    np.testing.assert_array_equal(under_lines(painted, drawing.ink, drawing.line_color), drawing.composite)


@every_drawing
def test_a_region_has_one_color(drawing: Drawing) -> None:
    """Albedo is the table of the regions' colors, looked up by region."""
    table = np.array([thing.color for thing in drawing.things], np.uint8)
    np.testing.assert_array_equal(table[drawing.regions], drawing.albedo)


@every_drawing
def test_what_is_paper_is_left_white(drawing: Drawing) -> None:
    """Balloons and bare paper are white, and no light colors them."""
    bare = ~np.array([thing.colored for thing in drawing.things])[drawing.regions]
    assert (drawing.albedo[bare] == 255).all()
    assert (drawing.shade[bare] == 255).all()


@every_drawing
def test_normals_are_unit_vectors_that_face_the_viewer(drawing: Drawing) -> None:
    """To four digits."""
    np.testing.assert_allclose(np.linalg.norm(drawing.normals, axis=2), 1, atol=1e-4)
    assert drawing.normals[..., 2].min() > 0


@every_drawing
def test_a_gap_is_open_and_parts_two_regions(drawing: Drawing) -> None:
    """No ink in the middle of a gap, and it lies on the border of two regions."""
    height, width = drawing.regions.shape
    for gap in drawing.gaps:
        x, y = round(gap.x - 0.5), round(gap.y - 0.5)
        assert drawing.ink[y, x] < 64
        reach = int(np.ceil(gap.width / 2)) + 3
        window = drawing.regions[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1]
        assert len(np.unique(window)) > 1
        assert 0 <= x < width and 0 <= y < height


@every_drawing
def test_hints_have_the_color_of_where_they_lie(drawing: Drawing) -> None:
    """Each hint pixel is opaque or absent, in a region to be colored, of that region's very color."""
    put = drawing.hints[..., 3] == 255
    assert ((drawing.hints[..., 3] == 0) | put).all()
    np.testing.assert_array_equal(drawing.hints[put][:, :3], drawing.albedo[put])
    assert np.array([thing.colored for thing in drawing.things])[drawing.regions[put]].all()


@every_drawing
def test_there_is_something_to_see(drawing: Drawing) -> None:
    """Ink, at least two regions, and light that is not the same everywhere."""
    # The faintest pencil covers a quarter of the paper.
    assert 0.002 < (drawing.ink > 50).mean() < 0.7
    assert len(np.unique(drawing.regions)) >= 2
    assert set(np.unique(drawing.hard_ink)) == {0, 255}
    assert 0.002 < (drawing.hard_ink > 0).mean() < 0.7
    assert drawing.ink[drawing.hard_ink > 0].min() > drawing.ink[drawing.hard_ink == 0].max() - 1


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_seed_reproduces_to_the_byte(kind: str) -> None:
    """Every layer."""
    first, again = drawings(kind)[0], draw(11, 0, SIZE, SIZE, kind)
    for name, layer in vars(first).items():
        if isinstance(layer, np.ndarray):
            np.testing.assert_array_equal(layer, getattr(again, name), err_msg=name)
        else:
            assert layer == getattr(again, name), name


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_another_size_is_the_same_drawing(kind: str) -> None:
    """At twice the size the regions are where they were, and nearly all have the same color."""
    small, large = drawings(kind)[0], draw(11, 0, 2 * SIZE, 2 * SIZE, kind)
    names = [thing.name for thing in small.things]
    assert names == [thing.name for thing in large.things]
    half = cv2.resize(large.regions.astype(np.float32), (SIZE, SIZE), interpolation=cv2.INTER_NEAREST)
    assert (half == small.regions).mean() > 0.9
    ink = cv2.resize(large.ink, (SIZE, SIZE), interpolation=cv2.INTER_AREA).astype(float)
    assert np.corrcoef(ink.ravel(), small.ink.ravel())[0, 1] > 0.8


def test_no_two_are_alike() -> None:
    """Of sixty small drawings."""
    pictures = {draw(5, index, 48, 48).composite.tobytes() for index in range(60)}
    assert len(pictures) == 60


def test_an_unknown_kind_is_named() -> None:
    """With what there is."""
    with pytest.raises(ValueError, match="portrait"):
        draw(0, 0, 64, 64, "no such thing")
