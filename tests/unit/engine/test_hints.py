"""Which strokes own which regions: crossing strokes, slips over a line, seams, kinds, sharing, extension."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from drawings import color_hints, dots, line_art, on_paper
from hintpen.engine.colorizer import Colorizer
from hintpen.engine.drawing import Cancelled, Drawing, FillMode, HintKind, HintLayer, InvalidDrawing, Options
from hintpen.engine.territory import share_out
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def row_of_rooms(count: int, width: int = 40, height: int = 60) -> Pixels:
    """Closed rooms side by side, their walls 2 pixels thick; the middle of room i is at x = i * width + width // 2."""
    luma = np.full((height, count * width + 2), 255, np.uint8)
    for i in range(count + 1):
        luma[:, i * width : i * width + 2] = 0
    luma[:2], luma[-2:] = 0, 0
    return luma


def flat(luma: Pixels, *hints: HintLayer, fill: FillMode = FillMode.HINTED) -> Pixels:
    return Colorizer().colorize(Drawing(luma, hints), Options(fill)).flat


def colors_along(pixels: Pixels, count: int, width: int = 40) -> list[tuple[int, ...]]:
    return [tuple(int(v) for v in pixels[10, i * width + width // 2]) for i in range(count)]


def stroke(shape: tuple[int, int], start: tuple[int, int], end: tuple[int, int], thick: int) -> Pixels:
    layer = np.zeros((*shape, 4), np.uint8)
    cv2.line(layer, start, end, (*RED, 255), thick)
    return layer


def test_a_stroke_across_rooms_owns_them_all() -> None:
    luma = row_of_rooms(4)
    hint = HintLayer(HintKind.COLOR, stroke(luma.shape, (20, 30), (100, 30), 5))
    assert colors_along(flat(luma, hint), 4) == [(*RED, 255)] * 3 + [(0, 0, 0, 0)]


def test_a_slip_over_the_line_owns_nothing_there() -> None:
    luma = row_of_rooms(2)
    hint = HintLayer(HintKind.COLOR, stroke(luma.shape, (10, 30), (45, 30), 5))
    pixels = flat(luma, hint)
    assert colors_along(pixels, 2) == [(*RED, 255), (0, 0, 0, 0)]
    assert tuple(pixels[30, 45]) == (*RED, 255), "the slip itself keeps its color"


def test_a_room_s_own_hint_beats_a_stroke_that_crosses() -> None:
    luma = row_of_rooms(3)
    layer = stroke(luma.shape, (15, 40), (100, 40), 5)
    layer[12:15, 58:61] = (*GREEN, 255)
    assert colors_along(flat(luma, HintLayer(HintKind.COLOR, layer)), 3)[1] == (*GREEN, 255)


def test_a_dot_on_a_line_owns_the_side_on_which_more_of_it_lies() -> None:
    luma = row_of_rooms(2)
    left, right = (
        flat(luma, color_hints((40, 30, RED), shape=luma.shape)),
        flat(luma, color_hints((42, 30, RED), shape=luma.shape)),
    )
    assert colors_along(left, 2) == [(*RED, 255), (0, 0, 0, 0)]
    assert colors_along(right, 2) == [(0, 0, 0, 0), (*RED, 255)]


def test_the_antialiased_seam_of_two_strokes_owns_nothing() -> None:
    luma = row_of_rooms(1, width=80)
    layer = np.zeros((*luma.shape, 4), np.uint8)
    layer[20:40, 20:40] = (*RED, 255)
    layer[20:40, 41:60] = (*BLUE, 255)
    for row in range(20, 40):
        layer[row, 40] = (120 + row, 7, 130 - row, 255)
    pixels = flat(luma, HintLayer(HintKind.COLOR, layer))
    outside_the_strokes = pixels[layer[..., 3] == 0]
    assert {tuple(p) for p in outside_the_strokes.reshape(-1, 4)} == {(*RED, 255), (*BLUE, 255)}


def test_a_translucent_stroke_still_owns_its_room_with_its_own_color() -> None:
    luma = row_of_rooms(2)
    layer = np.zeros((*luma.shape, 4), np.uint8)
    layer[20:30, 10:25] = (*RED, 150)
    assert colors_along(flat(luma, HintLayer(HintKind.COLOR, layer)), 2) == [(*RED, 255), (0, 0, 0, 0)]


def test_rooms_called_the_same_take_the_color_of_the_hinted_one() -> None:
    luma = row_of_rooms(5)
    names = np.zeros((*luma.shape, 4), np.uint8)
    for room, name in ((0, 1), (2, 1), (3, 2), (4, 1)):
        names[40:45, room * 40 + 15 : room * 40 + 25] = (name, 0, 0, 255)
    hints = color_hints((20, 20, RED), (4 * 40 + 20, 20, BLUE), shape=luma.shape)
    result = colors_along(flat(luma, hints, HintLayer(HintKind.SAME, names)), 5)
    assert result[0] == (*RED, 255)
    assert result[1] == (0, 0, 0, 0)
    assert result[2] in {(*RED, 255), (*BLUE, 255)}
    assert result[3] == (0, 0, 0, 0)
    assert result[4] == (*BLUE, 255)


def test_a_protected_room_comes_back_as_it_is_and_lends_its_color_to_nobody() -> None:
    luma = row_of_rooms(3)
    mine = np.zeros((*luma.shape, 4), np.uint8)
    mine[5:50, 45:75] = (9, 8, 7, 200)
    protect = HintLayer(HintKind.PROTECT, color_hints((60, 30, GREEN), shape=luma.shape).pixels)
    drawing = Drawing(
        luma, (color_hints((20, 30, RED), shape=luma.shape), protect), delivered_flat=mine, current_flat=mine
    )
    pixels = Colorizer().colorize(drawing, Options(FillMode.EXTEND)).flat
    assert np.array_equal(pixels[4:56, 44:78], mine[4:56, 44:78])
    assert not pixels[4:56, 86:116].any(), "behind the protected room no color arrives"


def test_extension_takes_the_neighbor_behind_the_faintest_line() -> None:
    luma = row_of_rooms(3)
    luma[2:-2, 80:82] = 140
    hints = color_hints((20, 30, RED), (100, 30, BLUE), shape=luma.shape)
    assert colors_along(flat(luma, hints, fill=FillMode.EXTEND), 3) == [(*RED, 255), (*BLUE, 255), (*BLUE, 255)]


def test_extension_reaches_every_room_and_changes_no_hinted_one() -> None:
    luma = row_of_rooms(6)
    hints = color_hints((20, 30, RED), (220, 30, BLUE), shape=luma.shape)
    hinted, extended = flat(luma, hints), flat(luma, hints, fill=FillMode.EXTEND)
    assert (extended[..., 3] == 255).all()
    assert np.array_equal(extended[hinted[..., 3] == 255], hinted[hinted[..., 3] == 255])


def double_line() -> Pixels:
    """Two rooms; the line between them is drawn twice, with three pixels of paper between the strokes."""
    luma = np.full((60, 90), 255, np.uint8)
    luma[:, 40:44] = 0
    luma[:, 47:51] = 0
    return luma


def test_the_paper_between_two_strokes_of_a_line_takes_the_color_beside_it() -> None:
    luma = double_line()
    pixels = flat(luma, color_hints((20, 30, RED), (70, 30, BLUE), shape=luma.shape))
    assert (pixels[..., 3] == 255).all()


def test_a_hint_between_two_strokes_of_a_line_stays_there() -> None:
    luma = double_line()
    pixels = flat(luma, color_hints((45, 30, RED), shape=luma.shape))
    assert (pixels[:, 44:47] == (*RED, 255)).all()
    assert not pixels[:, :40].any()
    assert not pixels[:, 51:].any()


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_territories_are_whole_and_each_in_one_piece(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(3, 60)), data.draw(st.integers(3, 60))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    inside = np.ones((height, width), np.bool_)
    for _ in range(int(rng.integers(0, 6))):
        x, y = int(rng.integers(width)), int(rng.integers(height))
        if rng.random() < 0.5:
            inside[y, : max(1, width - 2)] = False
        else:
            inside[: max(1, height - 2), x] = False
    _, patch = cv2.connectedComponents(inside.astype(np.uint8), connectivity=4)
    places = np.argwhere(inside)
    inside &= np.asarray(patch) == patch[tuple(places[0])] if len(places) else inside
    places = np.argwhere(inside)
    if len(places) == 0:
        return
    seeds = np.zeros((height, width), np.int32)
    for owner in range(1, data.draw(st.integers(1, 8)) + 1):
        seeds[tuple(places[rng.integers(len(places))])] = owner
    shared = share_out(inside, seeds)
    assert np.array_equal(shared > 0, inside)
    assert np.array_equal(shared[seeds > 0], seeds[seeds > 0])
    for owner in np.unique(seeds[seeds > 0]):
        pieces, _ = cv2.connectedComponents((shared == owner).astype(np.uint8), connectivity=4)
        assert pieces == 2


def test_two_hints_that_see_each_other_meet_on_the_line_halfway() -> None:
    seeds = np.zeros((41, 81), np.int32)
    seeds[20, 20], seeds[20, 60] = 1, 2
    shared = share_out(np.ones((41, 81), np.bool_), seeds)
    assert (shared[:, :40] == 1).all()
    assert (shared[:, 41:] == 2).all()


def test_hints_share_a_room_round_a_corner_by_the_way_not_by_the_crow() -> None:
    luma = np.full((120, 120), 255, np.uint8)
    luma[:, :3], luma[:, -3:], luma[:3], luma[-3:] = 0, 0, 0, 0
    luma[:90, 58:61] = 0
    hints = color_hints((20, 20, RED), (100, 100, BLUE), shape=luma.shape)
    pixels = flat(on_paper(luma, opaque=True), hints)
    assert tuple(pixels[10, 64]) == (*BLUE, 255), "near the red hint as the crow flies, but behind the wall"


def test_a_picture_of_another_size_is_refused_with_both_sizes() -> None:
    with pytest.raises(InvalidDrawing, match=r"20x10.*30x40"):
        Colorizer().colorize(
            Drawing(np.zeros((40, 30), np.uint8), (color_hints(shape=(10, 20)),)),
            Options(),
        )


def test_a_progress_callback_ends_the_job() -> None:
    seen: list[str] = []

    def stop(stage: str, fraction: float) -> None:
        seen.append(stage)
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        Colorizer().colorize(Drawing(row_of_rooms(3)), Options(), stop)
    assert seen == ["finding lines", "finding regions"]


def test_a_hint_in_a_nook_holds_the_nook_and_not_the_room() -> None:
    luma = np.full((160, 300), 255, np.uint8)
    cv2.rectangle(luma, (10, 10), (290, 150), 0, 3)
    cv2.circle(luma, (150, 10), 45, 0, 3)
    cv2.circle(luma, (150, 150), 45, 0, 3)
    cv2.line(luma, (270, 10), (250, 45), 0, 3)
    hints = color_hints((60, 80, RED), (281, 18, BLUE), shape=luma.shape)
    pixels = flat(luma, hints)
    assert tuple(pixels[80, 220]) == (*RED, 255), "the wide way from the left wins the middle of the right half"
    assert tuple(pixels[15, 284]) == (*BLUE, 255), "the nook keeps its hint's color"
    alone = flat(luma, color_hints((281, 18, BLUE), shape=luma.shape))
    assert tuple(alone[80, 220]) == (*BLUE, 255), "a room's only hint owns it whole, wherever it stands"


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_what_is_remembered_of_the_last_hints_changes_nothing(data: st.DataObject) -> None:
    lines = data.draw(line_art(least=8))
    fill = Options(data.draw(st.sampled_from(FillMode)))
    warm = Colorizer()
    for _ in range(3):
        hints = HintLayer(HintKind.COLOR, data.draw(dots(lines.shape[:2])))
        drawing = Drawing(lines, (hints,), line_art_key=b"page")
        assert np.array_equal(warm.colorize(drawing, fill).flat, Colorizer().colorize(drawing, fill).flat)
