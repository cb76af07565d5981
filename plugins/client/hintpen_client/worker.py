"""A thread with an asyncio loop, so that no host ever waits for the network."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class Worker:
    """Starts its thread with the first call. A daemon: a host that ends does not wait for it."""

    def __init__(self, on_end: Callable[[], None]) -> None:
        """`on_end` is called on the thread, after everything on it was cancelled."""
        self._on_end = on_end
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def run(self, coroutine: Coroutine[Any, Any, _Result]) -> Future[_Result]:
        """Runs a coroutine on the thread; from any thread."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._running_loop())

    def call(self, function: Callable[[], None]) -> None:
        """Calls a function on the thread, if it runs; from any thread."""
        with self._lock:
            if self._loop:
                self._loop.call_soon_threadsafe(function)

    def close(self) -> None:
        """Cancels what still runs and joins the thread; from any other thread."""
        with self._lock:
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        if loop and thread:
            loop.call_soon_threadsafe(loop.stop)
            thread.join()

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(
                    target=_serve, args=(self._loop, self._on_end), name="hintpen", daemon=True
                )
                self._thread.start()
            return self._loop


def _serve(loop: asyncio.AbstractEventLoop, on_end: Callable[[], None]) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        on_end()
        loop.run_until_complete(asyncio.sleep(0))  # lets closed connections say goodbye
    finally:
        loop.close()
