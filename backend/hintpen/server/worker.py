"""The worker: one thread owns the `Colorizer`, jobs take turns, and a cancelled job holds up nobody."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import lru_cache
from queue import SimpleQueue
from typing import Protocol

from hintpen.engine.drawing import Cancelled, Drawing, InvalidDrawing, Layers, Options, ProgressCallback

GRACE_SECONDS = 0.1
"""How long a cancelled job may take to notice before its turn passes on."""
MAX_STRAGGLERS = 2
"""Cancelled jobs that may still be busy with their last array operation while a next one runs: a bound on memory."""


class Colorizes(Protocol):
    """What the server needs of the engine; one thread at a time uses it."""

    def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
        """Colors one drawing, calling `progress` often: it raises `Cancelled` to end the job.

        Reads the drawing only, and writes to what it returned never again: both are kept for the next call.
        """
        ...


ColorizerFactory = Callable[[], Colorizes]
"""Makes an engine; called on the thread that will use it."""


class EngineFault(Exception):
    """The engine failed in a way that it does not promise; the cause says how."""


class Worker:
    """Colors one drawing at a time, in the order of asking."""

    def __init__(self, make_colorizer: ColorizerFactory) -> None:
        self._make_colorizer = make_colorizer
        self._lane = _Lane(make_colorizer)
        self._turn = asyncio.Lock()
        self._stragglers: set[asyncio.Future[Layers]] = set()

    @property
    def busy(self) -> bool:
        """Whether a new job would have to wait."""
        return self._turn.locked()

    async def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
        """Colors `drawing`; `progress` is called on the worker's thread.

        Cancelling frees the worker within `GRACE_SECONDS`: the job ends at its next word of progress. When a long
        array operation keeps it from that, it goes on alone and the next job gets a new thread with a new colorizer.
        """
        async with self._turn:
            while len(self._stragglers) >= MAX_STRAGGLERS:
                await asyncio.wait(self._stragglers, return_when=asyncio.FIRST_COMPLETED)
            cancelled = threading.Event()

            def report(stage: str, fraction: float) -> None:
                if cancelled.is_set():
                    raise Cancelled
                progress(stage, fraction)

            job = asyncio.wrap_future(self._lane.submit(lambda engine: engine.colorize(drawing, options, report)))
            try:
                return await asyncio.shield(job)
            except asyncio.CancelledError:
                cancelled.set()
                await self._let_go(job)
                raise

    def close(self) -> None:
        """Ends the thread after its running job."""
        self._lane.close()

    async def _let_go(self, job: asyncio.Future[Layers]) -> None:
        job.add_done_callback(_forget)
        try:
            await asyncio.wait({job}, timeout=GRACE_SECONDS)
        finally:
            if not job.done():
                self._stragglers.add(job)
                job.add_done_callback(self._stragglers.discard)
                self._lane.close()
                self._lane = _Lane(self._make_colorizer)


def _forget(job: asyncio.Future[Layers]) -> None:
    """Nobody waits for how it ended; asyncio complains about errors that were not looked at."""
    job.exception()


_Job = tuple[Callable[[Colorizes], Layers], "Future[Layers]"]


class _Lane:
    """A thread and the colorizer that lives on it."""

    def __init__(self, make_colorizer: ColorizerFactory) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        # A daemon, so that a job in the middle of a long array operation does not outlive the server.
        threading.Thread(target=self._serve, args=(make_colorizer,), name="hintpen-worker", daemon=True).start()

    def submit(self, work: Callable[[Colorizes], Layers]) -> Future[Layers]:
        result: Future[Layers] = Future()
        self._jobs.put((work, result))
        return result

    def close(self) -> None:
        self._jobs.put(None)

    def _serve(self, make_colorizer: ColorizerFactory) -> None:
        # Made by the first job, so that a failure to make it is that job's failure.
        engine = lru_cache(maxsize=1)(make_colorizer)
        while (job := self._jobs.get()) is not None:
            _run(engine, *job)
            # Else the drawing would stay in memory until the next one comes.
            del job


def _run(engine: ColorizerFactory, work: Callable[[Colorizes], Layers], result: Future[Layers]) -> None:
    try:
        layers = work(engine())
    except (Cancelled, InvalidDrawing, MemoryError) as error:
        result.set_exception(error)
    except BaseException as error:  # as it is, a SystemExit would end the event loop
        fault = EngineFault("the engine failed")
        fault.__cause__ = error
        result.set_exception(fault)
    else:
        result.set_result(layers)
