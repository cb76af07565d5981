"""Drawings to compare: lines found in pictures, one scale and paper for all, patches in their shares."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from bench.line_drawings import DELIVERED, EXTRACTED, SIDE, Drawing, normalized, own_drawings, read_rgb
from bench.line_extraction import extract_lines
from bench.line_patches import FROM_ONE, LEAST, RIM, bare, choose_patches, worn
from bench.naive_lines import naive_drawings
from bench.real_lines import AT_MOST, read_real

Pixels = NDArray[np.uint8]


def face(size: int = 512, paper: int = 255, ink: int = 0) -> Pixels:
    """Two rings and a stroke, (size, size)."""
    large = np.full((1024, 1024), paper, np.uint8)
    cv2.circle(large, (512, 512), 400, ink, 14, cv2.LINE_AA)
    cv2.circle(large, (400, 450), 60, ink, 14, cv2.LINE_AA)
    cv2.line(large, (350, 700), (650, 680), ink, 14, cv2.LINE_AA)
    return np.asarray(cv2.resize(large, (size, size), interpolation=cv2.INTER_AREA), np.uint8)


def painted(lines: Pixels) -> Pixels:
    """A picture in two colors under those lines, one of them fading, (height, width, 3)."""
    height, width = lines.shape
    picture = np.zeros((height, width, 3), np.float64)
    picture[:] = (90, 120, 200)
    picture[:, : width // 2] = (230, 190, 160)
    picture[: height // 2] *= np.linspace(0.6, 1, height // 2)[:, None, None]
    return np.rint(picture * (lines[..., None] / 255)).astype(np.uint8)


def test_lines_are_found_under_colors_and_edges_of_colors_are_not() -> None:
    found = extract_lines(painted(face())).line < 128
    truth = face() < 128
    assert (found & truth).sum() > 0.95 * truth.sum()
    assert (found & ~cv2.dilate(truth.view(np.uint8), np.ones((3, 3), np.uint8)).view(np.bool_)).sum() == 0


def test_a_picture_with_outlines_is_crisp_and_one_without_is_not() -> None:
    assert extract_lines(painted(face())).crisp
    assert not extract_lines(painted(np.full((512, 512), 255, np.uint8))).crisp
    assert not extract_lines(cv2.GaussianBlur(painted(face()), (0, 0), 6)).crisp


@settings(deadline=None, max_examples=20)
@given(paper=st.integers(150, 255), ink=st.integers(0, 60), size=st.integers(512, 1000))
def test_neither_paper_nor_ink_nor_size_is_left_after_normalizing(paper: int, ink: int, size: int) -> None:
    plain, other = normalized(face()), normalized(face(size, paper, ink))
    assert plain is not None and other is not None
    assert abs(plain.shape[0] - other.shape[0]) <= 2
    other = cv2.resize(other, plain.shape[::-1], interpolation=cv2.INTER_LINEAR)
    soft = [cv2.GaussianBlur(each, (0, 0), 2) for each in (plain, other)]
    assert np.abs(soft[0].astype(int) - soft[1]).max() < 64
    assert other[:4].max() == 0 and np.percentile(other[other > 0], 90) > 240


def test_white_on_black_with_white_surfaces_is_the_same_drawing() -> None:
    page = face()
    page[260:, :120] = 0
    plain, dark = normalized(page), normalized(np.where(page < 128, 240, 20).astype(np.uint8))
    assert plain is not None and dark is not None and plain.shape == dark.shape
    assert np.mean((plain > 128) != (dark > 128)) < 0.02


def test_the_box_of_the_ink_has_the_common_size_and_small_drawings_are_left_out() -> None:
    ink = normalized(np.pad(face(900), ((0, 700), (300, 0)), constant_values=255))
    assert ink is not None and abs((ink.size**0.5) - SIDE) < 20
    assert normalized(face(200)) is None
    assert normalized(np.full((500, 500), 255, np.uint8)) is None


def test_transparent_pictures_lie_on_white(tmp_path: Path) -> None:
    pixels = np.zeros((4, 4, 4), np.uint8)
    pixels[0, 0] = (10, 20, 30, 255)
    cv2.imwrite(str(tmp_path / "a.png"), pixels)
    read = read_rgb(tmp_path / "a.png")
    assert tuple(read[0, 0]) == (30, 20, 10) and (read[1:] == 255).all()


def test_our_drawings_come_both_ways_with_what_they_are(tmp_path: Path) -> None:
    for name in ("000000", "000001"):
        cv2.imwrite(str(tmp_path / f"{name}.line.png"), face())
    cv2.imwrite(str(tmp_path / "000000.composite.png"), painted(face()))
    (tmp_path / "000000.json").write_text(json.dumps({"kind": "portrait", "pen": "G-pen"}))
    found = own_drawings(tmp_path)
    assert [(drawing.group, drawing.way, drawing.kind) for drawing in found] == [
        ("000000", DELIVERED, "portrait, G-pen"),
        ("000000", EXTRACTED, "portrait, G-pen"),
        ("000001", DELIVERED, ""),
        ("000001", EXTRACTED, ""),
    ]
    with pytest.raises(FileNotFoundError, match=r"no \*\.line\.png"):
        own_drawings(tmp_path / "nowhere")


def test_patches_come_in_shares_with_ink_and_few_from_one_drawing() -> None:
    rng = np.random.default_rng(1)
    drawings = naive_drawings(30, DELIVERED, "many", rng) + naive_drawings(2, EXTRACTED, "few", rng)
    shares = {(DELIVERED, "many"): 3.0, (EXTRACTED, "few"): 1.0}
    patches = choose_patches(drawings, shares, 80, rng)
    assert Counter(patch.drawing.source for patch in patches) == {"many": 60, "few": 20}
    assert set(Counter(id(patch.drawing) for patch in patches if patch.drawing.source == "many").values()) == {2}
    assert (bare(patches).mean(axis=(1, 2)) >= LEAST * 255).all()
    most = choose_patches(drawings, shares, 4000, rng)
    assert max(Counter(id(patch.drawing) for patch in most).values()) <= FROM_ONE


def test_drawings_of_one_group_share_its_patches() -> None:
    rng = np.random.default_rng(2)
    alike = [Drawing(drawing.ink, "a", "one", DELIVERED) for drawing in naive_drawings(9, DELIVERED, "a", rng)]
    alone = naive_drawings(3, DELIVERED, "a", rng)
    patches = choose_patches([*alike, *alone], {(DELIVERED, "a"): 1.0}, 4, rng)
    assert sorted(Counter(patch.drawing.group for patch in patches).values()) == [1, 1, 1, 1]


def test_wear_changes_pixels_and_keeps_the_strokes() -> None:
    rng = np.random.default_rng(3)
    patches = choose_patches(naive_drawings(8, DELIVERED, "a", rng), {(DELIVERED, "a"): 1.0}, 24, rng)
    first, second = worn(patches, rng), worn(patches, rng)
    assert first.shape == bare(patches).shape == (24, 128, 128) and (first != second).any(axis=(1, 2)).all()
    ink = [(each > 100).mean(axis=(1, 2)) for each in (first, bare(patches))]
    assert np.corrcoef(*ink)[0, 1] > 0.9
    assert patches[0].ink.shape == (128 + 2 * RIM,) * 2


def test_real_art_is_read_by_its_index(tmp_path: Path) -> None:
    lines = ("mulberry", "asp_lineart")
    stems = [(source, f"{source}_{i}") for source in (*lines, "renpy", "asp") for i in range(3)] + [("else", "else_1")]
    records = [
        {"source": source, "stem": stem, "author": "A. Hand", "file": f"{stem}.png", "lineness": 0.05}
        | {"line": f"{stem}.png" if source in lines else None}
        for source, stem in stems
    ]
    records.append({"source": "asp", "stem": "asp_9", "author": "B", "file": "gone.png", "lineness": 0.01})
    (tmp_path / "index.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    for source, stem in stems:
        cv2.imwrite(str(tmp_path / f"{stem}.png"), face() if source in lines else painted(face())[..., ::-1])
    groups = {source: {d.group for d in read_real(tmp_path, 0) if d.source == source} for source, _ in stems}
    assert {source: len(of) for source, of in groups.items()} == {
        "mulberry": 3,
        "asp_lineart": 3,
        "renpy": 1,
        "asp": 1,
        "else": 0,
    }
    assert AT_MOST >= 3
    with pytest.raises(FileNotFoundError, match=r"index\.jsonl"):
        read_real(tmp_path / "nowhere", 0)
