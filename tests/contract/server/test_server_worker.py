"""One worker, a bounded queue, and calls that end before their job does."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import grpc
import pytest
from hintpen.engine.drawing import Drawing, InvalidDrawing, Layers, Options, ProgressCallback
from hintpen.server.limits import Limits
from hintpen.server.worker import MAX_STRAGGLERS
from server_driver import RED, TIMEOUT, Backend, PatientEngine, StuckEngine, Talk, plain_layers, reason_of, room_job

JOB = room_job()


def test_the_next_job_waits_its_turn_and_is_told_so(serve) -> None:  # noqa: ANN001
    engine = PatientEngine()
    backend: Backend = serve(engine)
    first, second = backend.talk(), backend.talk()
    first.send_job(JOB)
    assert engine.started.acquire(timeout=TIMEOUT)
    second.send_job(JOB)
    assert next(second.call).progress.stage == "waiting for an earlier drawing"
    assert not engine.started.acquire(timeout=0.2)
    engine.let_go.set()
    for talk in (first, second):
        assert list(talk.call)[-1].HasField("done")


def test_a_full_queue_refuses_and_serves_again(serve) -> None:  # noqa: ANN001
    engine = PatientEngine()
    backend: Backend = serve(engine, Limits(max_queue=1))
    running, waiting = backend.talk(), backend.talk()
    running.send_job(JOB)
    running.wait_for_progress()
    waiting.send_job(JOB)
    assert next(waiting.call).progress.stage
    with pytest.raises(grpc.RpcError) as caught:
        backend.colorize(JOB)
    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert reason_of(caught.value) == "QUEUE_FULL"
    engine.let_go.set()
    for talk in (running, waiting):
        assert list(talk.call)[-1].HasField("done")
    backend.assert_serves()


def talk_once_admitted(backend: Backend) -> Talk:
    while True:
        talk = backend.talk()
        try:
            talk.send_job(JOB)
        except grpc.RpcError as error:
            talk.end()
            assert reason_of(error) == "QUEUE_FULL"
        else:
            return talk


def test_a_waiting_call_may_be_cancelled(serve) -> None:  # noqa: ANN001
    engine = PatientEngine()
    backend: Backend = serve(engine, Limits(max_queue=1))
    running, waiting = backend.talk(), backend.talk()
    running.send_job(JOB)
    running.wait_for_progress()
    waiting.send_job(JOB)
    next(waiting.call)
    waiting.cancel()
    next_one = talk_once_admitted(backend)
    engine.let_go.set()
    for talk in (running, next_one):
        assert list(talk.call)[-1].HasField("done")
    assert [engine.started.acquire(blocking=False) for _ in range(3)] == [True, True, False]


def test_a_cancelled_job_ends_and_the_same_engine_goes_on(serve) -> None:  # noqa: ANN001
    made: list[PatientEngine] = []

    def make() -> PatientEngine:
        made.append(PatientEngine())
        return made[-1]

    backend: Backend = serve(make)
    talk = backend.talk()
    talk.send_job(JOB)
    talk.wait_for_progress()
    talk.cancel()
    assert made[0].ended.acquire(timeout=TIMEOUT)
    made[0].let_go.set()
    backend.assert_serves()
    assert len(made) == 1


def test_a_call_that_passes_its_deadline_frees_the_worker(serve) -> None:  # noqa: ANN001
    engine = PatientEngine()
    backend: Backend = serve(engine)
    talk = backend.talk(timeout=0.3)
    talk.send_job(JOB)
    with pytest.raises(grpc.RpcError) as caught:
        list(talk.call)
    assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
    assert engine.ended.acquire(timeout=TIMEOUT)
    engine.let_go.set()
    backend.assert_serves()


def test_a_call_without_a_deadline_has_the_servers(serve) -> None:  # noqa: ANN001
    engine = PatientEngine()
    backend: Backend = serve(engine, Limits(call_seconds=0.3))
    talk = backend.talk(timeout=None)
    talk.send_job(JOB)
    with pytest.raises(grpc.RpcError) as caught:
        list(talk.call)
    assert reason_of(caught.value) == "TOO_SLOW"
    engine.let_go.set()
    backend.assert_serves()


def test_a_job_deep_in_an_array_operation_holds_up_nobody(serve) -> None:  # noqa: ANN001
    made: list[StuckEngine] = []

    def make() -> StuckEngine:
        made.append(StuckEngine())
        if len(made) > 1:
            made[-1].let_go.set()
        return made[-1]

    backend: Backend = serve(make)
    talk = backend.talk()
    talk.send_job(JOB)
    talk.wait_for_progress()
    talk.cancel()
    backend.assert_serves()
    assert not made[0].ended.acquire(blocking=False), "the first job should still be at work"
    made[0].let_go.set()
    assert made[0].ended.acquire(timeout=TIMEOUT)
    assert len(made) == 2


def test_jobs_left_behind_are_bounded(serve) -> None:  # noqa: ANN001
    made: list[StuckEngine] = []

    def make() -> StuckEngine:
        made.append(StuckEngine())
        return made[-1]

    backend: Backend = serve(make)
    for number in range(MAX_STRAGGLERS):
        talk = backend.talk()
        talk.send_job(JOB)
        talk.wait_for_progress()
        assert len(made) == number + 1
        talk.cancel()
    talk = backend.talk()
    talk.send_job(JOB)
    assert not made[-1].ended.acquire(timeout=0.3)
    assert len(made) == MAX_STRAGGLERS
    made[0].let_go.set()
    talk.wait_for_progress()
    assert len(made) == MAX_STRAGGLERS + 1
    for engine in made:
        engine.let_go.set()
    assert list(talk.call)[-1].HasField("done")


def test_a_client_that_is_killed_frees_the_worker(serve) -> None:  # noqa: ANN001
    engine = PatientEngine()
    backend: Backend = serve(engine)
    script = (
        "import sys; from server_driver import Backend, room_job\n"
        "talk = Backend(int(sys.argv[1]), sys.argv[2]).talk(); talk.send_job(room_job()); list(talk.call)"
    )
    token = backend.metadata[0][1].removeprefix("Bearer ")
    client = subprocess.Popen([sys.executable, "-c", script, str(backend.port), token], cwd=Path(__file__).parent)
    assert engine.started.acquire(timeout=TIMEOUT)
    client.send_signal(signal.SIGKILL)
    assert engine.ended.acquire(timeout=TIMEOUT)
    client.wait()
    engine.let_go.set()
    backend.assert_serves()


def test_calls_wait_while_the_engine_loads(serve) -> None:  # noqa: ANN001
    may_load = threading.Event()

    def make() -> PatientEngine:
        assert may_load.wait(TIMEOUT)
        engine = PatientEngine()
        engine.let_go.set()
        return engine

    backend: Backend = serve(make, warm=False)
    talk = backend.talk()
    talk.send_job(JOB)
    may_load.set()
    assert list(talk.call)[-1].HasField("done")


class Failing:
    """Fails as it is told to, once."""

    def __init__(self, error: BaseException) -> None:
        self.error: BaseException | None = error

    def __call__(self) -> Failing:
        return self

    def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
        if drawing.line_art.shape != (8, 8) and self.error is not None:
            error, self.error = self.error, None
            raise error
        return plain_layers(drawing)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ZeroDivisionError("secret"), "INTERNAL"),
        (SystemExit(3), "INTERNAL"),
        (StopIteration(), "INTERNAL"),
        (MemoryError(), "PICTURE_TOO_LARGE"),
        (InvalidDrawing("Draw lines first."), "PICTURE_INVALID"),
    ],
)
def test_an_engine_that_fails_is_one_calls_failure(serve, error: BaseException, reason: str) -> None:  # noqa: ANN001
    backend: Backend = serve(Failing(error))
    with pytest.raises(grpc.RpcError) as caught:
        backend.colorize(JOB)
    assert reason_of(caught.value) == reason
    assert "secret" not in caught.value.details()
    assert (backend.colorize(JOB).flat == RED).all()
