"""Drawings on disk and from many hands are those that one hand draws."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from hintpen.cli import main
from hintpen.training.artist.archive import SHARD_LAYERS, Shard, labels_of, layers_of, write_shard
from hintpen.training.artist.artist import draw
from hintpen.training.artist.crew import Crew
from hintpen.training.artist.drawing import Drawing

SEED, SIZE = 3, 64


def same(one: Drawing, other: Drawing) -> bool:
    """Whether all layers and labels are equal."""
    first, second = layers_of(one), layers_of(other)
    return labels_of(one) == labels_of(other) and all(np.array_equal(first[name], second[name]) for name in first)


@pytest.mark.parametrize("workers", [1, 3])
def test_a_crew_draws_what_one_hand_draws(workers: int) -> None:
    """In order, whatever the number of processes."""
    with Crew(SEED, SIZE, SIZE, workers=workers) as crew:
        drawings = list(crew.draw([4, 1, 2, 9, 0, 3, 5, 6, 7, 8, 10, 11]))
    assert [drawing.index for drawing in drawings] == [4, 1, 2, 9, 0, 3, 5, 6, 7, 8, 10, 11]
    assert all(same(drawing, draw(SEED, drawing.index, SIZE, SIZE)) for drawing in drawings)


def test_a_crew_needs_hands() -> None:
    """A negative number of workers is named."""
    with pytest.raises(ValueError, match="workers=-1"):
        Crew(SEED, SIZE, SIZE, workers=-1)


def test_a_shard_gives_back_what_went_in(tmp_path: Path) -> None:
    """All its layers and labels, and the same bytes for the same drawings."""
    drawings = [draw(SEED, index, SIZE, SIZE) for index in range(3)]
    write_shard(drawings, tmp_path / "a.shard")
    write_shard(drawings, tmp_path / "b.shard")
    assert (tmp_path / "a.shard").read_bytes() == (tmp_path / "b.shard").read_bytes()
    shard = Shard(tmp_path / "a.shard")
    assert len(shard) == 3
    for number, drawing in enumerate(drawings):
        layers, labels = shard.read(number)
        assert labels == json.loads(json.dumps(labels_of(drawing)))
        for name in (*SHARD_LAYERS, "flat"):
            np.testing.assert_array_equal(layers[name], layers_of(drawing)[name], err_msg=name)
    shard.close()


def test_the_command_writes_every_layer(tmp_path: Path) -> None:
    """PNG of each layer and the labels."""
    assert main(["artist", "--seed", str(SEED), "--count", "2", "--size", str(SIZE), "-o", str(tmp_path)]) == 0
    drawing = draw(SEED, 1, SIZE, SIZE)
    for name, layer in layers_of(drawing).items():
        pixels = cv2.imread(str(tmp_path / f"000001.{name}.png"), cv2.IMREAD_UNCHANGED)
        if pixels.ndim == 3:
            pixels = cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB)
        np.testing.assert_array_equal(pixels, layer, err_msg=name)
    assert json.loads((tmp_path / "000001.json").read_text()) == json.loads(json.dumps(labels_of(drawing)))


def test_the_command_writes_sheets_and_shards(tmp_path: Path) -> None:
    """One of each."""
    words = ["artist", "--count", "3", "--size", "32x48", "--workers", "1", "-o"]
    assert main([*words, str(tmp_path / "sheet"), "--sheet"]) == 0
    assert main([*words, str(tmp_path / "shards"), "--shards"]) == 0
    assert cv2.imread(str(tmp_path / "sheet" / "sheet-000.png")) is not None
    assert len(Shard(tmp_path / "shards" / "0-000000.shard")) == 3


@pytest.mark.parametrize("words", [["--size", "huge"], ["--size", "9999999"], ["--kind", "nothing"], ["--count", "0"]])
def test_bad_options_are_named(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, exit code 2."""
    assert main(["artist", *words, "-o", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
