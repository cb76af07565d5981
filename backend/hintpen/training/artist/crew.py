"""Many hands: drawings from several processes, in order, some ahead of who asks for them."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType

from hintpen.training.artist.artist import draw
from hintpen.training.artist.drawing import Drawing

AHEAD = 3
"""Drawings begun for each process before they are asked for."""


class Crew:
    """Processes that draw for one seed. What they draw does not depend on how many there are.

    Use it in a `with`, or `close` it: the processes end with it. Raises `ValueError` for less than one worker.
    """

    def __init__(self, seed: int, width: int, height: int, kind: str = "", workers: int = 0) -> None:
        """`workers`: number of processes, 0 for one on each core. `kind`: only this kind of drawing."""
        if workers < 0:
            raise ValueError(f"Argument `workers` must be 0 or more. Received: workers={workers}")
        self.workers = workers or os.cpu_count() or 1
        self._what = (seed, width, height, kind)
        # Forking a process that runs TensorFlow or OpenCV threads can hang, so the hands start afresh.
        self._pool = ProcessPoolExecutor(
            self.workers, mp_context=multiprocessing.get_context("spawn"), initializer=_one_thread
        )

    def begin(self, index: int) -> Future[Drawing]:
        """The drawing of a number, as a promise."""
        seed, width, height, kind = self._what
        return self._pool.submit(draw, seed, index, width, height, kind)

    def draw(self, indices: Iterable[int]) -> Iterator[Drawing]:
        """The drawings of these numbers, in this order; a few more than asked for are always under way."""
        under_way: deque[Future[Drawing]] = deque()
        for index in indices:
            under_way.append(self.begin(index))
            if len(under_way) > self.workers * AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()

    def close(self) -> None:
        """Ends the processes; what is begun and not yet asked for is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Crew:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it."""
        self.close()


def _one_thread() -> None:
    """One core a process: threads of several processes would only wait for one another."""
    import cv2

    cv2.setNumThreads(1)
