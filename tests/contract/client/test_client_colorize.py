"""A job's way to a grpcio server and back."""

from __future__ import annotations

import hashlib
import os
import queue
import threading
from collections.abc import Callable
from typing import Any

import pytest
from hintpen.v1 import colorizer_pb2 as pb
from hintpen_client.client import Client
from hintpen_client.errors import HintpenError
from hintpen_client.types import (
    Answer,
    BlendMode,
    ColorizeJob,
    FillMode,
    Gap,
    HintKind,
    HintLayer,
    Layer,
    Picture,
    PixelFormat,
)
from scripted_server import ScriptedServer, flat_script, stalling_script

Serve = Callable[..., ScriptedServer]


def test_an_answer_holds_the_layers_and_the_report(serve: Serve, client: Client, job: ColorizeJob) -> None:
    serve()
    answer = client.colorize(job)
    (layer,) = answer.layers
    assert (layer.kind, layer.name, layer.blend_mode) == ("flat", "Flat", BlendMode.NORMAL)
    assert layer.picture == Picture(9, 7, PixelFormat.RGBA8, bytes((200, 60, 50, 255)) * 63)
    assert answer.report.region_count == 1
    assert answer.report.gaps == (Gap(3, 4, 2.5),)
    assert answer.report.seconds == {"finding regions": 0.25}


def test_the_header_says_what_the_job_says(serve: Serve, client: Client) -> None:
    server = serve()
    kinds = [HintKind.COLOR, HintKind.TRANSPARENT, HintKind.PROTECT, HintKind.SAME]
    pictures = [Picture(3, 2, PixelFormat.RGBA8, bytes([i]) * 24) for i in range(6)]
    hints = tuple(HintLayer(kind, picture) for kind, picture in zip(kinds, pictures, strict=False))
    line_art = Picture(3, 2, PixelFormat.GRAY8, bytes(6))
    client.colorize(ColorizeJob(line_art, hints, FillMode.EXTEND, pictures[4], pictures[5]))
    (header,) = server.headers
    assert header.protocol_version == 1
    assert header.line_art == pb.Picture(
        sha256=hashlib.sha256(bytes(6)).digest(), width=3, height=2, format=pb.PIXEL_FORMAT_GRAY8
    )
    assert [hint.kind for hint in header.hints] == [
        pb.HINT_KIND_COLOR,
        pb.HINT_KIND_TRANSPARENT,
        pb.HINT_KIND_PROTECT,
        pb.HINT_KIND_SAME,
    ]
    assert header.fill == pb.FILL_MODE_EXTEND
    sent = [*(hint.picture for hint in header.hints), header.delivered_flat, header.current_flat]
    assert [server.pictures[picture.sha256] for picture in sent] == [picture.pixels for picture in pictures]


def test_a_first_run_names_no_flat(serve: Serve, client: Client, job: ColorizeJob) -> None:
    server = serve()
    client.colorize(job)
    assert not server.headers[0].HasField("delivered_flat")
    assert not server.headers[0].HasField("current_flat")


def test_only_what_changed_is_sent_again(serve: Serve, client: Client, job: ColorizeJob) -> None:
    server = serve()
    client.colorize(job)
    server.pictures = dict.fromkeys(server.pictures, b"kept")
    changed = Picture(9, 7, PixelFormat.RGBA8, bytes(252))
    client.colorize(ColorizeJob(job.line_art, (HintLayer(HintKind.COLOR, changed),)))
    assert [pixels for pixels in server.pictures.values() if pixels != b"kept"] == [bytes(252)]


def test_pictures_that_do_not_compress_travel_in_chunks(serve: Serve, client: Client) -> None:
    server = serve()
    noise = Picture(1024, 1536, PixelFormat.RGBA8, os.urandom(1024 * 1536 * 4))
    client.colorize(ColorizeJob(noise))
    assert list(server.pictures.values()) == [noise.pixels]


def test_callbacks_come_in_order_and_on_the_callers_thread(serve: Serve, client: Client, job: ColorizeJob) -> None:
    serve()
    heard: list[tuple[object, threading.Thread]] = []
    client.colorize(
        job,
        on_progress=lambda stage, fraction: heard.append(((stage, fraction), threading.current_thread())),
        on_layer=lambda layer: heard.append((layer.kind, threading.current_thread())),
    )
    assert [what for what, _ in heard] == [
        ("connecting to the server", 0.0),
        ("sending the drawing", 0.0),
        ("finding regions", 0.5),
        "flat",
    ]
    assert {thread for _, thread in heard} == {threading.current_thread()}


def test_a_submitted_job_answers_once_and_beside_the_caller(serve: Serve, client: Client, job: ColorizeJob) -> None:
    serve()
    ended = threading.Event()
    heard: list[object] = []

    def done(answer: Answer) -> None:
        heard.extend([answer, threading.current_thread().name])
        ended.set()

    client.submit(job, on_layer=heard.append, on_done=done, on_error=heard.append)
    assert ended.wait(20)
    layer, answer, thread = heard
    assert isinstance(layer, Layer)
    assert isinstance(answer, Answer)
    assert answer.layers == (layer,)
    assert thread == "hintpen"


def test_jobs_run_beside_each_other(serve: Serve, client: Client, job: ColorizeJob) -> None:
    together = threading.Barrier(3)

    def script(server: ScriptedServer, requests: Any, context: Any) -> Any:  # noqa: ANN401
        together.wait(20)
        yield from flat_script(server, requests, context)

    serve(script)
    ended: queue.SimpleQueue[object] = queue.SimpleQueue()
    for _ in range(3):
        client.submit(job, on_done=ended.put, on_error=ended.put)
    assert all(isinstance(ended.get(timeout=20), Answer) for _ in range(3))


def test_a_callback_that_fails_does_not_end_the_client(
    serve: Serve, client: Client, job: ColorizeJob, caplog: pytest.LogCaptureFixture
) -> None:
    serve()
    ended = threading.Event()

    def fail(_: object) -> None:
        raise RuntimeError("a fault of the host")

    client.submit(job, on_layer=fail, on_done=lambda _: ended.set())
    assert ended.wait(20)
    assert "a callback of a Hintpen job failed" in caplog.text


def test_a_callback_of_a_blocking_job_ends_it(serve: Serve, client: Client, job: ColorizeJob) -> None:
    serve()

    def interrupt(stage: str, fraction: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        client.colorize(job, on_progress=interrupt)
    assert client.colorize(job).layers


def test_the_server_says_what_it_is(serve: Serve, client: Client) -> None:
    serve()
    info = client.server_info()
    assert (info.version, info.device, info.chunk_bytes, info.max_side) == ("0.1.0", "cpu", 2**20, 16384)


def test_a_client_that_was_closed_can_be_used_again(serve: Serve, client: Client, job: ColorizeJob) -> None:
    serve()
    client.colorize(job)
    client.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "hintpen"]
    assert client.colorize(job).layers


def test_closing_cancels_what_runs(serve: Serve, client: Client, job: ColorizeJob) -> None:
    server = serve(stalling_script)
    begun, errors = threading.Event(), list[HintpenError]()
    client.submit(
        job, on_progress=lambda stage, _: begun.set() if stage == "finding regions" else None, on_error=errors.append
    )
    assert begun.wait(20)
    client.close()
    assert [error.reason for error in errors] == ["CANCELLED"]
    assert server.ended.wait(5)
