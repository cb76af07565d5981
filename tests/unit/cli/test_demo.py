"""The demo, through a real server."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hintpen.cli import main
from hintpen.cli.demo import sample
from hintpen.files.drawing_files import read_drawing
from hintpen.files.openraster import read_openraster
from hintpen.files.picture import read_picture


def test_the_demo_colors_its_sample_through_a_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "-o", str(tmp_path)]) == 0
    assert "install krita gimp" in capsys.readouterr().out
    lines, hints = sample()
    flat = read_openraster(tmp_path / "demo.ora")[-1].read()
    marked = hints[..., 3] == 255
    assert np.array_equal(flat[marked], hints[marked])
    assert (flat[..., 3] == 255).all()
    assert read_picture(tmp_path / "demo.png").shape == (1600, 1200, 4)
    for name in ("demo.ora", "demo.psd"):
        assert np.array_equal(read_drawing(tmp_path / name, {}).line_art, lines)


def test_the_sample_is_the_same_every_time_and_leaves_room_for_colors() -> None:
    (lines, hints), (again, _) = sample(), sample()
    assert np.array_equal(lines, again)
    assert 0.02 < (lines[..., 3] > 0).mean() < 0.2
    assert 0 < (hints[..., 3] == 255).mean() < 0.05
