"""What is written comes back, byte for byte."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hintpen.engine.drawing import Drawing, Gap, HintKind, HintLayer, Layers
from hintpen.files.drawing_files import read_drawing
from hintpen.files.layers import placed
from hintpen.files.openraster import read_openraster
from hintpen.files.picture import read_picture, write_picture
from hintpen.files.psd import read_psd
from hintpen.files.results import region_numbers, write_flat, write_result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import BlendMode

quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
sides = st.integers(1, 24)


@st.composite
def pictures(draw: st.DrawFn, count: int) -> list[np.ndarray]:
    """Some RGBA pictures of one size."""
    shape = (draw(sides), draw(sides), 4)
    return [draw(hnp.arrays(np.uint8, shape)) for _ in range(count)]


@quick
@given(pictures(1))
def test_a_png_keeps_every_byte(tmp_path: Path, drawn: list[np.ndarray]) -> None:
    write_picture(tmp_path / "a.png", drawn[0])
    assert np.array_equal(read_picture(tmp_path / "a.png"), drawn[0])


@quick
@given(pictures(6), st.sampled_from([".ora", ".psd"]))
def test_a_layered_result_is_read_as_the_same_drawing(tmp_path: Path, drawn: list[np.ndarray], ending: str) -> None:
    lines, flat, *hints = drawn
    drawing = Drawing(lines, tuple(HintLayer(kind, pixels) for kind, pixels in zip(HintKind, hints, strict=True)))
    path = tmp_path / f"a{ending}"
    write_flat(path, drawing, flat)
    again = read_drawing(path, {})
    assert np.array_equal(again.line_art, lines)
    assert [hint.kind for hint in again.hints] == list(HintKind)
    assert all(np.array_equal(hint.pixels, pixels) for hint, pixels in zip(again.hints, hints, strict=True))
    layers = (read_openraster if ending == ".ora" else read_psd)(path)
    assert [(layer.path, layer.visible) for layer in layers[-2:]] == [(("Lines",), True), (("Hintpen", "Flat"), True)]
    assert not any(layer.visible for layer in layers[:-2])
    assert np.array_equal(layers[-1].read(), flat)


@pytest.mark.parametrize("ending", [".png", ".ora", ".psd"])
def test_the_same_layers_make_the_same_bytes(tmp_path: Path, ending: str) -> None:
    rng = np.random.default_rng(0)
    drawing, flat = Drawing(rng.integers(0, 256, (9, 7, 4), np.uint8)), rng.integers(0, 256, (9, 7, 4), np.uint8)
    contents: list[bytes] = []
    for _ in range(2):
        write_flat(tmp_path / f"a{ending}", drawing, flat)
        contents.append((tmp_path / f"a{ending}").read_bytes())
    assert contents[0] == contents[1]


def test_an_ora_is_laid_out_as_the_specification_says(tmp_path: Path) -> None:
    paper = np.full((300, 600, 4), 255, np.uint8)
    write_flat(tmp_path / "a.ora", Drawing(paper), paper)
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"image/openraster"
        assert Image.open(archive.open("mergedimage.png")).size == (600, 300)
        assert Image.open(archive.open("Thumbnails/thumbnail.png")).size == (256, 128)
        assert b'name="Lines"' in archive.read("stack.xml") and b'"svg:multiply"' in archive.read("stack.xml")


def test_a_psd_multiplies_lines_that_have_paper_and_carries_the_preview(tmp_path: Path) -> None:
    paper, flat = np.full((4, 5, 4), (200, 220, 240, 255), np.uint8), np.full((4, 5, 4), (250, 10, 20, 255), np.uint8)
    write_flat(tmp_path / "a.psd", Drawing(paper), flat)
    document = PSDImage.open(tmp_path / "a.psd")
    assert [(layer.name, layer.blend_mode) for layer in document] == [
        ("Hintpen", BlendMode.PASS_THROUGH),
        ("Lines", BlendMode.MULTIPLY),
    ]
    merged = document.topil()
    assert merged is not None
    assert merged.convert("RGBA").getpixel((2, 2)) == (196, 9, 19, 255)


def _gray16() -> np.ndarray:
    return np.arange(256, dtype=np.uint16).reshape(16, 16) * 257


@pytest.mark.parametrize(
    ("image", "pixel", "expected"),
    [
        (Image.fromarray(_gray16()), (3, 2), (35, 35, 35, 255)),
        (Image.new("L", (4, 4), 7), (3, 2), (7, 7, 7, 255)),
        (Image.new("LA", (4, 4), (7, 90)), (3, 2), (7, 7, 7, 90)),
        (Image.new("1", (4, 4), 1), (3, 2), (255, 255, 255, 255)),
        (Image.new("RGB", (4, 4), (1, 2, 3)), (3, 2), (1, 2, 3, 255)),
        (Image.new("RGB", (4, 4), (1, 2, 3)).quantize(4), (3, 2), (1, 2, 3, 255)),
    ],
    ids=["gray 16 bit", "gray", "gray with alpha", "1 bit", "RGB", "palette"],
)
def test_every_kind_of_png_becomes_rgba(
    tmp_path: Path, image: Image.Image, pixel: tuple[int, int], expected: tuple[int, ...]
) -> None:
    image.save(tmp_path / "a.png")
    assert tuple(read_picture(tmp_path / "a.png")[pixel[1], pixel[0]]) == expected


def test_transparent_colors_of_gray_and_palette_pngs_are_transparent(tmp_path: Path) -> None:
    Image.fromarray(_gray16()).save(tmp_path / "gray.png", transparency=257 * 35)
    assert read_picture(tmp_path / "gray.png")[2, 3, 3] == 0
    assert read_picture(tmp_path / "gray.png")[2, 4, 3] == 255
    Image.new("P", (4, 4), 0).save(tmp_path / "palette.png", transparency=0)
    assert not read_picture(tmp_path / "palette.png")[..., 3].any()


@pytest.mark.parametrize("ending", ["jpg", "webp", "tiff"])
def test_other_pictures_of_line_art_are_read(tmp_path: Path, ending: str) -> None:
    Image.new("RGB", (8, 6), (255, 255, 255)).save(tmp_path / f"a.{ending}")
    assert (read_picture(tmp_path / f"a.{ending}") == 255).all()


@quick
@given(pictures(1), st.integers(-30, 30), st.integers(-30, 30), sides, sides)
def test_a_layer_stands_where_its_offset_says(
    drawn: list[np.ndarray], left: int, top: int, width: int, height: int
) -> None:
    canvas = placed(drawn[0], left, top, width, height)
    assert canvas.shape == (height, width, 4)
    for y in range(height):
        for x in range(width):
            inside = 0 <= y - top < drawn[0].shape[0] and 0 <= x - left < drawn[0].shape[1]
            assert tuple(canvas[y, x]) == (tuple(drawn[0][y - top, x - left]) if inside else (0, 0, 0, 0))


def test_a_folder_holds_flat_preview_regions_and_report(tmp_path: Path) -> None:
    lines = np.zeros((2, 3, 4), np.uint8)
    flat = np.full((2, 3, 4), 255, np.uint8)
    cells = np.array([[0, 1, 3], [0, 1, 2]], np.int32)
    region_of_cell = np.array([0, 1, 2, 300], np.int32)
    gaps, seconds = (Gap(1.5, 2, 3),), {"coloring": 0.5}
    write_result(tmp_path / "all", Drawing(lines), Layers(flat, cells, region_of_cell, 301, gaps, seconds))
    assert np.array_equal(read_picture(tmp_path / "all" / "flat.png"), flat)
    assert np.array_equal(read_picture(tmp_path / "all" / "preview.png"), flat)
    assert np.array_equal(np.asarray(Image.open(tmp_path / "all" / "regions.png")), region_of_cell[cells])
    report = json.loads((tmp_path / "all" / "report.json").read_text())
    assert report == {"regions": 301, "regions_in_png": 301, "gaps": [[1.5, 2, 3]], "seconds": {"coloring": 0.5}}


def test_more_regions_than_16_bits_keep_the_largest_apart() -> None:
    count = 70_000
    regions = np.concatenate((np.arange(count), np.full(5, 69_999), np.full(3, 66_000))).astype(np.int32)[None]
    numbers = region_numbers(regions, count)[0]
    assert (numbers[69_999], numbers[66_000]) == (0, 1)
    assert (numbers[:65_533] == np.arange(2, 65_535)).all()
    assert (numbers[65_533:66_000] == 65_535).all()
