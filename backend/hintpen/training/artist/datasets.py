"""The artist's drawings as batches for Keras: drawn ahead by other processes, or read from shards."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.archive import SHARD_LAYERS, Layers, Shard, layers_of
from hintpen.training.artist.crew import Crew
from hintpen.training.artist.drawing import Drawing

Batch = dict[str, NDArray[np.uint8]]
"""Layer's name: (batch, height, width, channels) uint8; "regions" is uint16."""

NAMES = (*SHARD_LAYERS, "flat")


class FreshDrawings(keras.utils.PyDataset):
    """Batches that nobody has seen: `batches` of them an epoch, every epoch new ones, the same for the same seed.

    Some batches are always being drawn ahead of the one that is asked for. `close` it when done.
    """

    def __init__(
        self, seed: int, size: int, batch: int, batches: int, workers: int = 0, ahead: int = 4, first: int = 0
    ) -> None:
        """`size` of the square drawings in pixels; `workers`: processes, 0 for one on each core; `first`: number of the
        first drawing, to go on where an earlier run stopped.
        """
        super().__init__(workers=1, use_multiprocessing=False)
        self._crew = Crew(seed, size, size, workers=workers)
        self._batch, self._batches, self._ahead, self._first = batch, batches, ahead, first
        self._epoch = 0
        self._under_way: dict[int, list[Future[Drawing]]] = {}

    def __len__(self) -> int:
        """Batches an epoch."""
        return self._batches

    def __getitem__(self, index: int) -> Batch:
        """The `index`-th batch of this epoch."""
        wanted = self._epoch * self._batches + index
        for number in range(wanted, wanted + 1 + self._ahead):
            if number not in self._under_way:
                start = self._first + number * self._batch
                self._under_way[number] = [self._crew.begin(i) for i in range(start, start + self._batch)]
        drawings = [future.result() for future in self._under_way.pop(wanted)]
        return stacked([layers_of(drawing) for drawing in drawings])

    def on_epoch_end(self) -> None:
        """The next epoch has other drawings."""
        self._epoch += 1

    def close(self) -> None:
        """Ends the processes that draw."""
        self._crew.close()


class ShardedDrawings(keras.utils.PyDataset):
    """Batches read from shards on disk, in a new order every epoch, the same for the same seed."""

    def __init__(self, files: Sequence[Path], batch: int, seed: int = 0, workers: int = 2) -> None:
        """`workers`: threads that read ahead. Raises `ValueError` without drawings, `OSError`, `zipfile.BadZipFile`."""
        super().__init__(workers=workers, use_multiprocessing=False, max_queue_size=8)
        self._shards = [Shard(file) for file in files]
        self._starts = np.cumsum([0, *(len(shard) for shard in self._shards)]).tolist()
        if self._starts[-1] < batch:
            raise ValueError(f"Argument `files` must hold at least one batch. Received: {self._starts[-1]} drawings")
        self._batch, self._seed, self._epoch = batch, seed, 0
        self._order = self._shuffled()

    def __len__(self) -> int:
        """Whole batches an epoch."""
        return self._starts[-1] // self._batch

    def __getitem__(self, index: int) -> Batch:
        """The `index`-th batch of this epoch."""
        numbers = self._order[index * self._batch : (index + 1) * self._batch]
        return stacked([self._read(int(number)) for number in numbers])

    def on_epoch_end(self) -> None:
        """Another order."""
        self._epoch += 1
        self._order = self._shuffled()

    def close(self) -> None:
        """Closes the shards."""
        for shard in self._shards:
            shard.close()

    def _read(self, number: int) -> Layers:
        which = bisect.bisect_right(self._starts, number) - 1
        return self._shards[which].read(number - self._starts[which])[0]

    def _shuffled(self) -> NDArray[np.int64]:
        return np.random.default_rng([self._seed, self._epoch]).permutation(self._starts[-1])


def stacked(drawings: Sequence[Layers]) -> Batch:
    """One array a layer, with a channel axis."""
    return {name: np.stack([np.atleast_3d(drawing[name]) for drawing in drawings]) for name in NAMES}
