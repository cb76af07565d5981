"""The engine's promises that concern Flat, as properties of every input."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from drawings import color_hints, dots, line_art, on_paper
from hintpen.engine.colorizer import Colorizer
from hintpen.engine.drawing import Drawing, FillMode, HintKind, HintLayer, Layers, Options
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)

many = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def colorize(line_art: Pixels, *hints: HintLayer, fill: FillMode = FillMode.HINTED) -> Layers:
    return Colorizer().colorize(Drawing(line_art, hints), Options(fill))


def paint(flat: Pixels, x: int, y: int) -> tuple[int, ...]:
    return tuple(int(v) for v in flat[y, x])


def same(a: Pixels, b: Pixels) -> NDArray[np.bool_]:
    return (a == b).all(axis=-1)


def boxes(shape: tuple[int, int], *corners: tuple[int, int, int, int], line: int = 2) -> Pixels:
    luma = np.full(shape, 255, np.uint8)
    for left, top, right, bottom in corners:
        cv2.rectangle(luma, (left, top), (right, bottom), 0, line)
    return luma


@many
@given(st.data())
def test_1_every_opaque_hint_pixel_has_its_very_color(data: st.DataObject) -> None:
    lines = data.draw(line_art())
    hints = data.draw(dots(lines.shape[:2]))
    flat = colorize(lines, HintLayer(HintKind.COLOR, hints), fill=data.draw(st.sampled_from(FillMode))).flat
    opaque = hints[..., 3] == 255
    assert np.array_equal(flat[opaque], hints[opaque])


@many
@given(
    side=st.integers(3, 40), x=st.integers(0, 60), y=st.integers(0, 60), line=st.integers(1, 3), opaque=st.booleans()
)
def test_2_one_small_hint_owns_its_whole_cell(side: int, x: int, y: int, line: int, opaque: bool) -> None:
    luma = np.full((120, 120), 255, np.uint8)
    luma[y : y + side + 2 * line, x : x + side + 2 * line] = 0
    inside = np.s_[y + line : y + line + side, x + line : x + line + side]
    luma[inside] = 255
    center = x + line + side // 2, y + line + side // 2
    flat = colorize(on_paper(luma, opaque), color_hints((*center, RED), shape=luma.shape)).flat
    assert same(flat[inside], np.array([*RED, 255])).all()
    reach = np.zeros(luma.shape, bool)
    reach[y : y + side + 2 * line, x : x + side + 2 * line] = True
    assert not flat[~reach].any(), "the color leaked out of the cell"


@pytest.mark.parametrize("at", [(3, 3), (256, 500), (509, 1000)])
def test_2_one_small_hint_owns_half_the_canvas(at: tuple[int, int]) -> None:
    luma = np.full((1024, 1024), 255, np.uint8)
    luma[:, 511:514] = 0
    flat = colorize(luma, color_hints((*at, RED), shape=luma.shape)).flat
    assert same(flat[:, :511], np.array([*RED, 255])).all()
    assert not flat[:, 514:].any()


@many
@given(st.data())
def test_3_a_hint_changes_nothing_outside_the_regions_it_stands_in(data: st.DataObject) -> None:
    lines = data.draw(line_art(least=4))
    height, width = lines.shape[:2]
    hints = data.draw(dots((height, width)))
    more = hints.copy()
    x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    more[y : y + 3, x : x + 3] = [1, 2, 3, 255]
    before = colorize(lines, HintLayer(HintKind.COLOR, hints))
    after = colorize(lines, HintLayer(HintKind.COLOR, more))
    touched = np.unique(before.regions[max(0, y - 4) : y + 7, max(0, x - 4) : x + 7])
    moved = ~same(before.flat, after.flat)
    assert np.isin(before.regions[moved], touched).all()


@many
@given(
    gap=st.integers(1, 24),
    room=st.integers(64, 90),
    line=st.integers(1, 4),
    at=st.floats(0.25, 0.75),
    turned=st.booleans(),
)
def test_4_a_gap_that_is_narrow_beside_its_rooms_bounds(
    gap: int, room: int, line: int, at: float, turned: bool
) -> None:
    height, width = 2 * room, 2 * room + line
    luma = boxes((height, width), (0, 0, width - 1, height - 1), line=line)
    luma[:, room : room + line] = 0
    top = int(at * (height - gap))
    luma[top : top + gap, room : room + line] = 255
    hints = color_hints((room // 2, 30, RED), (width - room // 2, height - 30, BLUE), shape=luma.shape)
    pixels = hints.pixels
    if turned:
        luma, pixels = np.ascontiguousarray(luma.T), np.ascontiguousarray(pixels.transpose(1, 0, 2))
    layers = colorize(luma, HintLayer(HintKind.COLOR, pixels))
    flat = layers.flat.transpose(1, 0, 2) if turned else layers.flat
    assert (same(flat[:, :room], np.array([*RED, 255]))).mean() > 0.99
    assert (same(flat[:, room + line :], np.array([*BLUE, 255]))).mean() > 0.99
    assert len(layers.gaps) == 1
    x, y = (layers.gaps[0].y, layers.gaps[0].x) if turned else (layers.gaps[0].x, layers.gaps[0].y)
    assert abs(x - room - line / 2) <= 2 + line
    assert abs(y - top - gap / 2) <= 2
    assert abs(layers.gaps[0].width - gap) <= 2


@many
@given(corridor=st.integers(6, 20), length=st.integers(60, 120))
def test_4_a_corridor_is_no_gap(corridor: int, length: int) -> None:
    luma = np.zeros((130, length + 220), np.uint8)
    luma[5:125, 5:105] = 255
    luma[5:125, length + 110 : length + 215] = 255
    luma[60 : 60 + corridor, 100 : length + 115] = 255
    layers = colorize(luma, color_hints((50, 60, RED), shape=luma.shape))
    assert not layers.gaps
    assert same(layers.flat[luma > 0], np.array([*RED, 255])).all()


@many
@given(st.data())
def test_5_flat_runs_on_under_the_ink_to_the_middle_of_the_line(data: st.DataObject) -> None:
    line = data.draw(st.integers(1, 9))
    x = data.draw(st.integers(10, 50))
    luma = np.full((64, 72), 255, np.uint8)
    luma[:, x : x + line] = 0
    if data.draw(st.booleans()):
        luma = cv2.GaussianBlur(luma, (3, 3), 0)
    hints = color_hints((4, 30, RED), (68, 30, BLUE), shape=luma.shape)
    flat = colorize(on_paper(luma, data.draw(st.booleans())), hints).flat
    middle = x + line / 2
    columns = np.arange(72) + 0.5
    assert same(flat[:, columns < middle - 0.5], np.array([*RED, 255])).all()
    assert same(flat[:, columns > middle + 0.5], np.array([*BLUE, 255])).all()
    assert (flat[..., 3] == 255).all(), "an unfilled pixel between two colored regions"


@many
@given(st.data())
def test_5_no_unfilled_pixel_in_a_colored_region(data: st.DataObject) -> None:
    lines = data.draw(line_art())
    layers = colorize(lines, HintLayer(HintKind.COLOR, data.draw(dots(lines.shape[:2]))))
    filled = np.bincount(layers.cells.ravel(), layers.flat[..., 3].ravel() == 255)
    area = np.bincount(layers.cells.ravel())
    stray = (filled > 0) & (filled < area)
    assert (filled[stray] <= 16 * 12).all(), "only stray hint pixels may stand in a cell that nobody owns"


def test_7_a_transparent_hint_keeps_its_region_transparent_in_both_fill_modes() -> None:
    luma = boxes((100, 200), (0, 0, 100, 99), (100, 0, 199, 99))
    hole = color_hints((150, 50, GREEN), shape=luma.shape).pixels
    hints = (color_hints((50, 50, RED), shape=luma.shape), HintLayer(HintKind.TRANSPARENT, hole))
    for fill in FillMode:
        flat = colorize(luma, *hints, fill=fill).flat
        assert paint(flat, 20, 20) == (*RED, 255)
        assert not flat[5:95, 105:195].any()


@many
@given(radius=st.integers(8, 30), fill=st.sampled_from(FillMode))
def test_7_outside_an_opaque_cut_out_stays_transparent(radius: int, fill: FillMode) -> None:
    lines = np.zeros((80, 80, 4), np.uint8)
    cv2.circle(lines, (40, 40), radius, (255, 255, 255, 255), -1)
    cv2.line(lines, (40, 40), (40, 40 + radius), (0, 0, 0, 255), 1)
    flat = colorize(lines, color_hints((36, 40, RED), shape=(80, 80)), fill=fill).flat
    assert not flat[lines[..., 3] == 0].any()
    assert (flat[(lines[..., 3] == 255)][:, 3] == 255).all()


@many
@given(st.data())
def test_8_same_input_same_bytes(data: st.DataObject) -> None:
    lines = data.draw(line_art())
    hints = HintLayer(HintKind.COLOR, data.draw(dots(lines.shape[:2])))
    fill = data.draw(st.sampled_from(FillMode))
    warm = Colorizer()
    drawing = Drawing(lines, (hints,), line_art_key=b"page")
    results = [
        warm.colorize(drawing, Options(fill)),
        warm.colorize(drawing, Options(fill)),
        colorize(lines, hints, fill=fill),
    ]
    for other in results[1:]:
        assert np.array_equal(results[0].flat, other.flat)
        assert np.array_equal(results[0].regions, other.regions)
        assert results[0].gaps == other.gaps


@many
@given(st.data())
def test_9_any_size_and_any_pixels(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    lines = rng.choice([0, 1, 127, 128, 254, 255], (height, width, 4)).astype(np.uint8)
    hints = rng.choice([0, 127, 128, 254, 255], (height, width, 4)).astype(np.uint8)
    kinds = data.draw(st.lists(st.sampled_from(HintKind), max_size=4))
    layers = colorize(lines, *(HintLayer(kind, np.roll(hints, i, 0)) for i, kind in enumerate(kinds)))
    assert layers.flat.shape == (height, width, 4)
    assert layers.regions.shape == (height, width)
    assert set(np.unique(layers.regions)) == set(range(layers.region_count))


@many
@given(st.data())
def test_10_what_the_artist_repainted_comes_back(data: st.DataObject) -> None:
    lines = data.draw(line_art(least=8))
    shape = lines.shape[:2]
    hints = HintLayer(HintKind.COLOR, data.draw(dots(shape)))
    fill = data.draw(st.sampled_from(FillMode))
    first = colorize(lines, hints, fill=fill)
    region = data.draw(st.integers(0, first.region_count - 1))
    mine = first.flat.copy()
    mine[first.regions == region] = [9, 8, 7, 255]
    again = Colorizer().colorize(Drawing(lines, (hints,), delivered_flat=first.flat, current_flat=mine), Options(fill))
    assert np.array_equal(again.flat, mine)


def test_10_a_new_hint_takes_a_repainted_region_back() -> None:
    luma = boxes((60, 120), (0, 0, 60, 59), (60, 0, 119, 59))
    hints = color_hints((30, 30, RED), (90, 30, BLUE), shape=luma.shape)
    first = colorize(luma, hints)
    mine = first.flat.copy()
    mine[5:55, 5:55] = [9, 8, 7, 255]
    more = color_hints((30, 30, RED), (90, 30, BLUE), (20, 20, GREEN), shape=luma.shape)
    again = Colorizer().colorize(Drawing(luma, (more,), delivered_flat=first.flat, current_flat=mine), Options())
    assert paint(again.flat, 20, 20) == (*GREEN, 255)
    assert paint(again.flat, 10, 10) == (*GREEN, 255)
    assert paint(again.flat, 50, 50) == (*RED, 255)
    assert paint(again.flat, 90, 50) == (*BLUE, 255)


@many
@given(paper=st.integers(1, 3), line=st.integers(1, 2), turned=st.booleans())
def test_3_the_paper_between_two_strokes_of_a_line_ties_no_rooms_together(paper: int, line: int, turned: bool) -> None:
    luma = np.full((60, 90), 255, np.uint8)
    luma[:, 40 : 40 + line] = 0
    luma[:, 40 + line + paper : 40 + 2 * line + paper] = 0
    hints = color_hints((20, 30, RED), shape=luma.shape).pixels
    if turned:
        luma, hints = np.ascontiguousarray(luma.T), np.ascontiguousarray(hints.transpose(1, 0, 2))
    flat = colorize(luma, HintLayer(HintKind.COLOR, hints)).flat
    far = flat[40 + 2 * line + paper :] if turned else flat[:, 40 + 2 * line + paper :]
    assert not far.any()
