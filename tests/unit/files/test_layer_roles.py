"""Which layers of a layered file are lines and which are hints."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hintpen.engine.drawing import HintKind
from hintpen.files.drawing_files import read_drawing
from hintpen.files.invalid_file import InvalidFile
from hintpen.files.layers import Document, Group, PaintLayer
from hintpen.files.openraster import write_openraster
from hintpen.files.picture import write_picture
from PIL import Image
from psd_tools import PSDImage


def _color(value: int) -> np.ndarray:
    return np.full((3, 4, 4), (value, value, value, 255), np.uint8)


def _written(tmp_path: Path, *layers: PaintLayer | Group) -> Path:
    write_openraster(tmp_path / "a.ora", Document(layers, _color(0)))
    return tmp_path / "a.ora"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hints", HintKind.COLOR),
        ("my HINT layer", HintKind.COLOR),
        ("hints on the lines", HintKind.COLOR),
        ("Keep transparent", HintKind.TRANSPARENT),
        ("Do not touch", HintKind.PROTECT),
        ("Same color", HintKind.SAME),
        ("same colour", HintKind.SAME),
    ],
)
def test_a_hint_layer_is_known_by_its_name(tmp_path: Path, name: str, kind: HintKind) -> None:
    drawing = read_drawing(_written(tmp_path, PaintLayer(name, _color(1)), PaintLayer("Line art", _color(2))), {})
    assert [hint.kind for hint in drawing.hints] == [kind]
    assert (drawing.line_art == _color(2)).all()


def test_a_group_names_the_layers_that_say_nothing_themselves(tmp_path: Path) -> None:
    lines = Group("Lines", (PaintLayer("face", _color(2)), PaintLayer("hint of a smile", _color(3))))
    drawing = read_drawing(_written(tmp_path, lines, PaintLayer("Paper", _color(4))), {})
    assert (drawing.line_art == _color(2)).all()
    assert len(drawing.hints) == 1


def test_what_hintpen_delivered_is_no_input(tmp_path: Path) -> None:
    own = Group("Hintpen", (PaintLayer("Flat under the lines", _color(2)), PaintLayer("hints", _color(2))))
    drawing = read_drawing(_written(tmp_path, PaintLayer("Ink", _color(3)), own), {})
    assert (drawing.line_art == _color(3)).all()
    assert not drawing.hints


def test_several_line_layers_are_laid_together_without_the_hidden(tmp_path: Path) -> None:
    half = _color(5)
    half[:, 2:] = 0
    path = _written(
        tmp_path,
        PaintLayer("old lines", _color(9), visible=False),
        PaintLayer("hair lines", half),
        PaintLayer("face lines", _color(6)),
    )
    line_art = read_drawing(path, {}).line_art
    assert (line_art[:, :2] == _color(5)[:, :2]).all() and (line_art[:, 2:] == _color(6)[:, 2:]).all()


def test_a_psd_layer_with_an_offset_inside_a_group(tmp_path: Path) -> None:
    document = PSDImage.new("RGBA", (8, 6))
    group = document.create_group(name="Figure")
    group.create_pixel_layer(Image.new("RGBA", (5, 5), (1, 2, 3, 200)), name="line", left=-2, top=4)
    document.save(tmp_path / "a.psd")
    line_art = read_drawing(tmp_path / "a.psd", {}).line_art
    assert line_art.shape == (6, 8, 4)
    assert (line_art[4:, :3] == (1, 2, 3, 200)).all()
    assert not line_art[:4].any() and not line_art[:, 3:].any()


def test_a_file_without_a_line_layer_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match='put "line" into the name'):
        read_drawing(_written(tmp_path, PaintLayer("Layer 1", _color(1))), {})


def test_hints_of_another_size_are_refused(tmp_path: Path) -> None:
    write_picture(tmp_path / "line.png", _color(1))
    write_picture(tmp_path / "hints.png", _color(1)[:2])
    with pytest.raises(InvalidFile, match=r"hints.png is 4x2, the line art is 4x3: export both"):
        read_drawing(tmp_path / "line.png", {HintKind.COLOR: tmp_path / "hints.png"})
