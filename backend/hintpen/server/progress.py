"""The newest word of a running job: told by the worker's thread, read by the call's coroutine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator


class ProgressRelay:
    """Hands progress to one slow reader: words that were overtaken are dropped, the fraction never falls."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self._stage = ""
        self._fraction = 0.0
        self._closed = False

    def report(self, stage: str, fraction: float) -> None:
        """Tells where the job is, 0..1; from any thread."""
        self._loop.call_soon_threadsafe(self._set, stage, fraction)

    def close(self) -> None:
        """Ends the reading once the last word is read."""
        self._closed = True
        self._news.set()

    async def words(self) -> AsyncIterator[tuple[str, float]]:
        """Yields (stage, fraction) until closed."""
        told = ("", 0.0)
        while True:
            if (self._stage, self._fraction) != told:
                told = (self._stage, self._fraction)
                yield told
            elif self._closed:
                return
            else:
                await self._news.wait()
                self._news.clear()

    def _set(self, stage: str, fraction: float) -> None:
        self._stage = stage
        self._fraction = max(self._fraction, min(fraction, 1.0))
        self._news.set()
