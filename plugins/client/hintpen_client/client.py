"""What a host adapter talks to: jobs that run beside it and call back."""

from __future__ import annotations

import asyncio
import queue
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from hintpen_client.errors import HintpenError
from hintpen_client.types import Answer, ColorizeJob, Layer, ServerInfo
from hintpen_client.worker import Worker

if TYPE_CHECKING:
    from hintpen_client.session import Connector, Session

OnProgress = Callable[[str, float], None]
OnLayer = Callable[[Layer], None]
OnDone = Callable[[Answer], None]
OnError = Callable[[HintpenError], None]


def _ignore(*_: object) -> None:
    pass


class Job:
    """A submitted job. Its callbacks arrive on the client's thread; after on_done or on_error none follows."""

    def __init__(
        self, worker: Worker, on_progress: OnProgress, on_layer: OnLayer, on_done: OnDone, on_error: OnError
    ) -> None:
        self._worker = worker
        self._on_progress = on_progress
        self._on_layer = on_layer
        self._on_done = on_done
        self._on_error = on_error
        self._cancelled = False
        self._settled = False
        self._task: asyncio.Task[Any] | None = None

    def cancel(self) -> None:
        """Ends the job with on_error(CANCELLED) at once, and frees the server's worker; from any thread.

        Once this has returned, no callback but that one begins.
        """
        self._cancelled = True
        self._worker.call(self._cancel)

    async def run(self, work: Callable[[OnProgress, OnLayer], Awaitable[Answer]]) -> None:
        """On the client's thread."""
        if self._settled:
            return
        self._task = asyncio.current_task()
        try:
            answer = await work(self._progress, self._layer)
        except HintpenError as error:
            self._settle(self._on_error, error)
        except asyncio.CancelledError:
            self._settle(self._on_error, _cancelled())
        except Exception as error:
            message = f"Hintpen's plugin failed ({type(error).__name__}: {error}): install it again."
            self._settle(self._on_error, HintpenError("INTERNAL", message))
        else:
            self._settle(self._on_done, answer)

    def _cancel(self) -> None:
        self._settle(self._on_error, _cancelled())
        if self._task:
            self._task.cancel()

    def _progress(self, stage: str, fraction: float) -> None:
        if not self._cancelled:
            _tell(self._on_progress, stage, fraction)

    def _layer(self, layer: Layer) -> None:
        if not self._cancelled:
            _tell(self._on_layer, layer)

    def _settle(self, callback: Callable[[Any], None], result: object) -> None:
        if self._settled:
            return
        self._settled = True
        if self._cancelled:
            callback, result = self._on_error, _cancelled()
        _tell(callback, result)


def _cancelled() -> HintpenError:
    return HintpenError("CANCELLED", "The job was cancelled.")


def _tell(callback: Callable[..., None], *arguments: object) -> None:
    """A callback that fails is the host's fault: it is reported, and the job goes on."""
    try:
        callback(*arguments)
    except Exception as error:
        report = {"message": "a callback of a Hintpen job failed", "exception": error}
        asyncio.get_running_loop().call_exception_handler(report)


class Client:
    """Owns one worker thread. Nothing runs before the first job.

    Args:
        launcher: Finds or starts the server; by default the one that `hintpen install` wrote down.
    """

    def __init__(self, launcher: Connector | None = None) -> None:
        self._launcher = launcher
        self._worker = Worker(on_end=self._close_session)
        self._session: Session | None = None

    def submit(
        self,
        job: ColorizeJob,
        on_progress: OnProgress = _ignore,
        on_layer: OnLayer = _ignore,
        on_done: OnDone = _ignore,
        on_error: OnError = _ignore,
    ) -> Job:
        """Starts a job and returns at once; callbacks arrive on the client's own thread.

        Args:
            on_progress: Hears of a stage, for people, and of how much of the whole is done: 0 to 1.
            on_layer: Gets each layer as soon as it is complete.
            on_done, on_error: Exactly one of them is called, last.
        """
        submitted = Job(self._worker, on_progress, on_layer, on_done, on_error)

        async def work(on_progress: OnProgress, on_layer: OnLayer) -> Answer:
            return await self._opened_session().colorize(job, on_progress, on_layer)

        self._worker.run(submitted.run(work))
        return submitted

    def colorize(self, job: ColorizeJob, on_progress: OnProgress = _ignore, on_layer: OnLayer = _ignore) -> Answer:
        """Runs a job and waits for it; callbacks arrive on the calling thread. Raises HintpenError."""
        events: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()

        def fail(error: HintpenError) -> None:
            raise error

        submitted = self.submit(
            job,
            on_progress=lambda stage, fraction: events.put(lambda: on_progress(stage, fraction)),
            on_layer=lambda layer: events.put(lambda: on_layer(layer)),
            on_done=lambda answer: events.put(lambda: answer),
            on_error=lambda error: events.put(lambda: fail(error)),
        )
        try:
            while True:
                answer = events.get()()
                if isinstance(answer, Answer):
                    return answer
        except BaseException:
            submitted.cancel()
            raise

    def server_info(self) -> ServerInfo:
        """What the server is; starts one when none runs. Raises HintpenError."""

        async def ask() -> ServerInfo:
            return await self._opened_session().server_info()

        return self._worker.run(ask()).result()

    def close(self) -> None:
        """Cancels what still runs and joins the thread; not from a callback. The server stays, for the next client."""
        self._worker.close()

    def _opened_session(self) -> Session:
        """On the worker thread, which alone imports the transport: a quarter of a second of the host's start."""
        if self._session is None:
            from hintpen_client.launcher import Launcher
            from hintpen_client.session import Session

            self._session = Session(self._launcher or Launcher())
        return self._session

    def _close_session(self) -> None:
        if self._session:
            self._session.close()
        self._session = None

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
