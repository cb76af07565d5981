"""Cancelling answers at once, wherever the job is, and frees the server."""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from client_driver import SCRIPTED
from hintpen.v1 import colorizer_pb2 as pb
from hintpen_client.client import Client
from hintpen_client.errors import HintpenError
from hintpen_client.launcher import Launcher
from hintpen_client.types import Answer, ColorizeJob, Picture, PixelFormat
from scripted_server import ScriptedServer, flat_script, stalling_script

Serve = Callable[..., ScriptedServer]


def test_while_the_server_works(serve: Serve, client: Client, job: ColorizeJob) -> None:
    server = serve(stalling_script)
    begun = threading.Event()
    ends: queue.SimpleQueue[object] = queue.SimpleQueue()
    submitted = client.submit(
        job,
        on_progress=lambda stage, _: begun.set() if stage == "finding regions" else None,
        on_done=ends.put,
        on_error=ends.put,
    )
    assert begun.wait(20)
    submitted.cancel()
    error = ends.get(timeout=5)
    assert isinstance(error, HintpenError)
    assert error.reason == "CANCELLED"
    assert server.ended.wait(5)
    submitted.cancel()
    client.server_info()
    assert ends.empty()


def test_while_pictures_go_out(serve: Serve, client: Client) -> None:
    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        yield pb.ColorizeResponse(accepted=pb.Accepted(missing_sha256=[next(requests).header.line_art.sha256]))
        while context.is_active():
            time.sleep(0.01)

    server = serve(script)
    noise = Picture(4096, 2048, PixelFormat.RGBA8, os.urandom(2**25))
    sending = threading.Event()
    ends: queue.SimpleQueue[object] = queue.SimpleQueue()
    submitted = client.submit(
        ColorizeJob(noise),
        on_progress=lambda stage, _: sending.set() if stage == "sending the drawing" else None,
        on_error=ends.put,
    )
    assert sending.wait(20)
    time.sleep(0.3)
    submitted.cancel()
    assert isinstance(ends.get(timeout=5), HintpenError)
    assert server.ended.wait(5)


def test_while_the_server_starts(runtime_file: Path, job: ColorizeJob) -> None:
    slow = [sys.executable, "-c", "import time; time.sleep(2)"]
    with Client(Launcher(slow, runtime_file=runtime_file)) as client:
        connecting = threading.Event()
        ends: queue.SimpleQueue[object] = queue.SimpleQueue()
        submitted = client.submit(job, on_progress=lambda *_: connecting.set(), on_error=ends.put)
        assert connecting.wait(20)
        submitted.cancel()
        error = ends.get(timeout=1)
        assert isinstance(error, HintpenError)
        assert error.reason == "CANCELLED"


def test_a_start_that_another_job_waits_for_goes_on(runtime_file: Path, tmp_path: Path, job: ColorizeJob) -> None:
    count = tmp_path / "starts"
    program = (
        f"import runpy, time; open({str(count)!r}, 'a').write('x'); time.sleep(0.5); "
        f"runpy.run_path({SCRIPTED[1]!r}, run_name='__main__')"
    )
    with Client(Launcher([sys.executable, "-c", program], runtime_file=runtime_file)) as client:
        ends: queue.SimpleQueue[object] = queue.SimpleQueue()
        first = client.submit(job, on_error=ends.put)
        client.submit(job, on_done=ends.put, on_error=ends.put)
        while not count.exists():
            time.sleep(0.01)
        first.cancel()
        assert isinstance(ends.get(timeout=5), HintpenError)
        assert isinstance(ends.get(timeout=20), Answer)
    assert count.read_text() == "x"


def test_before_it_began(serve: Serve, client: Client, job: ColorizeJob) -> None:
    """A job that is cancelled while the thread is busy never reaches the server."""
    server = serve()
    client.colorize(job)
    busy, free = threading.Event(), threading.Event()
    first = threading.Event()

    def hold(_: object) -> None:
        busy.set()
        free.wait(20)
        first.set()

    client.submit(job, on_layer=hold)
    assert busy.wait(20)
    ends: queue.SimpleQueue[object] = queue.SimpleQueue()
    client.submit(job, on_done=ends.put, on_error=ends.put).cancel()
    calls = server.calls
    free.set()
    error = ends.get(timeout=5)
    assert isinstance(error, HintpenError)
    assert error.reason == "CANCELLED"
    assert first.wait(5)
    client.server_info()
    assert server.calls == calls


def test_nothing_follows_a_cancel(serve: Serve, client: Client, job: ColorizeJob) -> None:
    """A layer and the end that are already on their way are not told any more."""
    serve(flat_script)
    heard: list[str] = []
    ended = threading.Event()

    def let_the_rest_arrive(stage: str, fraction: float) -> None:
        if stage == "finding regions":
            time.sleep(0.3)

    def layer(_: object) -> None:
        heard.append("layer")
        submitted.cancel()

    def error(error: HintpenError) -> None:
        heard.append(error.reason)
        ended.set()

    submitted = client.submit(
        job,
        on_progress=let_the_rest_arrive,
        on_layer=layer,
        on_done=lambda _: (heard.append("done"), ended.set()) and None,
        on_error=error,
    )
    assert ended.wait(20)
    client.server_info()
    assert heard == ["layer", "CANCELLED"]
