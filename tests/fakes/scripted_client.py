"""A twin of hintpen_client.client.Client without thread, network or server: the test says what the server answers.

client = ScriptedClient()
docker.colorize()                                  # the host code under test calls client.submit(...)
client.jobs[-1].progress("finding regions", 0.5)   # its callbacks arrive at once, on the test's own thread
client.jobs[-1].layer(layer)
client.jobs[-1].done()
"""

from __future__ import annotations

from collections.abc import Callable

from hintpen_client.errors import HintpenError
from hintpen_client.types import Answer, BlendMode, ColorizeJob, Layer, Picture, PixelFormat, Report, ServerInfo


def flat_layer(width: int, height: int, color: tuple[int, int, int, int] = (200, 60, 50, 255)) -> Layer:
    """A Flat layer of one color."""
    picture = Picture(width, height, PixelFormat.RGBA8, bytes(color) * (width * height))
    return Layer("flat", "Flat", BlendMode.NORMAL, picture)


class ScriptedJob:
    """A submitted job that the test moves on."""

    def __init__(
        self,
        job: ColorizeJob,
        on_progress: Callable[[str, float], None],
        on_layer: Callable[[Layer], None],
        on_done: Callable[[Answer], None],
        on_error: Callable[[HintpenError], None],
    ) -> None:
        self.job = job
        self.settled = False
        self._layers: list[Layer] = []
        self._on_progress, self._on_layer = on_progress, on_layer
        self._on_done, self._on_error = on_done, on_error

    def progress(self, stage: str, fraction: float) -> None:
        if not self.settled:
            self._on_progress(stage, fraction)

    def layer(self, layer: Layer) -> None:
        if not self.settled:
            self._layers.append(layer)
            self._on_layer(layer)

    def done(self, report: Report | None = None) -> None:
        if not self.settled:
            self.settled = True
            self._on_done(Answer(tuple(self._layers), report or Report(region_count=1)))

    def fail(self, reason: str, message: str = "it failed: try again") -> None:
        if not self.settled:
            self.settled = True
            self._on_error(HintpenError(reason, message))

    def cancel(self) -> None:
        self.fail("CANCELLED", "The job was cancelled.")


def _ignore(*_: object) -> None:
    pass


class ScriptedClient:
    """Keeps every submitted job in `jobs`; `colorize` plays `script` on its job and returns what came of it."""

    def __init__(self, script: Callable[[ScriptedJob], None] | None = None) -> None:
        self.jobs: list[ScriptedJob] = []
        self.closed = False
        self._script = script or answer_flat

    def submit(
        self,
        job: ColorizeJob,
        on_progress: Callable[[str, float], None] = _ignore,
        on_layer: Callable[[Layer], None] = _ignore,
        on_done: Callable[[Answer], None] = _ignore,
        on_error: Callable[[HintpenError], None] = _ignore,
    ) -> ScriptedJob:
        self.jobs.append(ScriptedJob(job, on_progress, on_layer, on_done, on_error))
        return self.jobs[-1]

    def colorize(
        self,
        job: ColorizeJob,
        on_progress: Callable[[str, float], None] = _ignore,
        on_layer: Callable[[Layer], None] = _ignore,
    ) -> Answer:
        answers: list[Answer] = []
        errors: list[HintpenError] = []
        self._script(self.submit(job, on_progress, on_layer, answers.append, errors.append))
        if errors:
            raise errors[0]
        return answers[0]

    def server_info(self) -> ServerInfo:
        return ServerInfo("0.1.0", "cpu", (), 16384, 2**28, 16, 2**20, 8)

    def close(self) -> None:
        for job in self.jobs:
            job.cancel()
        self.closed = True


def answer_flat(job: ScriptedJob) -> None:
    """What a good server does."""
    job.progress("finding regions", 0.5)
    job.layer(flat_layer(job.job.line_art.width, job.job.line_art.height))
    job.done()
