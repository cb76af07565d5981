"""Batches for Keras: fresh ones differ between epochs and not between runs; sharded ones hold each drawing once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hintpen.training.artist.archive import layers_of, write_shard
from hintpen.training.artist.artist import draw
from hintpen.training.artist.datasets import FreshDrawings, ShardedDrawings

SIZE = 32


def test_fresh_drawings_are_those_of_their_numbers() -> None:
    """Two epochs of two batches are the drawings 10..17; asked for out of order too."""
    data = FreshDrawings(seed=2, size=SIZE, batch=2, batches=2, workers=1, first=10)
    try:
        numbers = []
        for epoch in range(2):
            for index in (1, 0):
                numbers.append((10 + 4 * epoch + 2 * index, data[index]))
            data.on_epoch_end()
    finally:
        data.close()
    for first, batch in numbers:
        for offset in range(2):
            layers = layers_of(draw(2, first + offset, SIZE, SIZE))
            for name, pixels in batch.items():
                np.testing.assert_array_equal(pixels[offset], np.atleast_3d(layers[name]), err_msg=name)


def test_sharded_drawings_come_once_an_epoch(tmp_path: Path) -> None:
    """In another order each time, the same one for the same seed."""
    drawings = [draw(2, index, SIZE, SIZE) for index in range(6)]
    write_shard(drawings[:2], tmp_path / "0.shard")
    write_shard(drawings[2:], tmp_path / "1.shard")
    files = [tmp_path / "0.shard", tmp_path / "1.shard"]
    data, again = (ShardedDrawings(files, batch=2, seed=1) for _ in range(2))
    assert len(data) == 3
    orders = []
    for _ in range(2):
        lines = np.concatenate([data[index]["line"] for index in range(3)])
        np.testing.assert_array_equal(lines, np.concatenate([again[index]["line"] for index in range(3)]))
        orders.append([next(i for i, d in enumerate(drawings) if np.array_equal(d.line, line)) for line in lines])
        data.on_epoch_end()
        again.on_epoch_end()
    assert sorted(orders[0]) == sorted(orders[1]) == list(range(6))
    assert orders[0] != orders[1]
    data.close()
    again.close()


def test_too_few_drawings_are_named(tmp_path: Path) -> None:
    """A batch must fit."""
    write_shard([draw(2, 0, SIZE, SIZE)], tmp_path / "0.shard")
    with pytest.raises(ValueError, match="1 drawings"):
        ShardedDrawings([tmp_path / "0.shard"], batch=2)
