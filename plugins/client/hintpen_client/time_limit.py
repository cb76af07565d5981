"""A time limit for a piece of a coroutine."""

from __future__ import annotations

import asyncio
from types import TracebackType


class TimeLimit:
    """`with TimeLimit(5): await ...` raises asyncio.TimeoutError after 5 seconds.

    Unlike `asyncio.wait_for` before Python 3.12 it never swallows a cancellation that comes from outside, and it
    needs no task of its own.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._expired = False

    def __enter__(self) -> None:
        self._task = asyncio.current_task()
        self._timer = asyncio.get_running_loop().call_later(self._seconds, self._expire)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._expired and kind is asyncio.CancelledError:
            raise asyncio.TimeoutError from error

    def _expire(self) -> None:
        self._expired = True
        if self._task is not None:
            self._task.cancel()
