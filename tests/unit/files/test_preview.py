"""Flats under lines, against the formula in exact arithmetic."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hintpen.files.layers import Blend
from hintpen.files.preview import STRIP, compose_preview, line_blend, overlaid
from hypothesis import given, settings
from hypothesis import strategies as st

pixels = st.tuples(*[st.integers(0, 255)] * 4)

MIX = {
    Blend.NORMAL: lambda below, above: above,
    Blend.MULTIPLY: lambda below, above: below * above,
    Blend.SCREEN: lambda below, above: below + above - below * above,
}


def _exact(below: tuple[int, ...], above: tuple[int, ...], blend: Blend) -> list[Fraction]:
    *b, ba = (Fraction(v, 255) for v in below)
    *s, sa = (Fraction(v, 255) for v in above)
    alpha = sa + ba - sa * ba
    if not alpha:
        return [Fraction(0)] * 4
    mixed = (
        (1 - ba) * sa * cs + ba * sa * MIX[blend](cb, cs) + (1 - sa) * ba * cb for cb, cs in zip(b, s, strict=True)
    )
    return [*(255 * color / alpha for color in mixed), 255 * alpha]


@settings(max_examples=200, deadline=None)
@given(pixels, pixels, st.sampled_from(Blend))
def test_a_pixel_is_the_formula_s(below: tuple[int, ...], above: tuple[int, ...], blend: Blend) -> None:
    got = overlaid(np.array([[below]], np.uint8), np.array([[above]], np.uint8), blend)[0, 0]
    for value, exact in zip(got.tolist(), _exact(below, above, blend), strict=True):
        assert abs(value - exact) <= Fraction(51, 100)


def test_flats_stay_as_they_are_where_there_is_no_ink() -> None:
    rng = np.random.default_rng(1)
    flat = rng.integers(0, 256, (STRIP + 3, 5, 4), np.uint8)
    flat[..., 3] = 255
    assert np.array_equal(compose_preview(flat, np.zeros_like(flat)), flat)


@pytest.mark.parametrize(
    ("paper", "ink", "blend"),
    [
        ((255, 255, 255, 255), (0, 0, 0, 255), Blend.MULTIPLY),
        ((0, 0, 0, 0), (0, 0, 0, 255), Blend.NORMAL),
        ((0, 0, 0, 0), (90, 40, 30, 255), Blend.NORMAL),
        ((255, 255, 255, 1), (0, 0, 0, 255), Blend.NORMAL),
    ],
)
def test_lines_with_paper_are_multiplied(paper: tuple[int, ...], ink: tuple[int, ...], blend: Blend) -> None:
    line_art = np.full((20, 20, 4), paper, np.uint8)
    line_art[9:11] = ink
    assert line_blend(line_art) is blend


def test_a_cut_out_with_white_paper_is_multiplied() -> None:
    line_art = np.zeros((20, 20, 4), np.uint8)
    line_art[5:15, 5:15] = 255
    line_art[5, 5:15] = (0, 0, 0, 255)
    assert line_blend(line_art) is Blend.MULTIPLY
