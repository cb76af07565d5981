"""Whatever a server does, a job ends with an answer or with one typed error, and the next job is served."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import grpc
import hintpen_client.colorize
import pytest
from client_driver import SCRIPTED
from hintpen.v1 import colorizer_pb2 as pb
from hintpen_client.client import Client
from hintpen_client.errors import HintpenError
from hintpen_client.failures import SENTENCES
from hintpen_client.launcher import Launcher
from hintpen_client.runtime_file import read_runtime_file
from hintpen_client.types import ColorizeJob, Picture, PixelFormat
from scripted_server import ScriptedServer, chunks, done, flat_script, layer, receive, refuse, stalling_script

Serve = Callable[..., ScriptedServer]
WIDTH, HEIGHT = 9, 7
PIXELS = bytes(range(252))

REASONS = {
    "TOKEN_MISSING_OR_WRONG": grpc.StatusCode.UNAUTHENTICATED,
    "VERSION_MISMATCH": grpc.StatusCode.FAILED_PRECONDITION,
    "REQUEST_MALFORMED": grpc.StatusCode.INVALID_ARGUMENT,
    "PICTURE_INVALID": grpc.StatusCode.INVALID_ARGUMENT,
    "PICTURE_TOO_LARGE": grpc.StatusCode.INVALID_ARGUMENT,
    "PICTURE_CORRUPT": grpc.StatusCode.INVALID_ARGUMENT,
    "QUEUE_FULL": grpc.StatusCode.RESOURCE_EXHAUSTED,
    "NOT_SERVING": grpc.StatusCode.UNAVAILABLE,
    "INTERNAL": grpc.StatusCode.INTERNAL,
    "TOO_SLOW": grpc.StatusCode.DEADLINE_EXCEEDED,
}


def failing(client: Client, job: ColorizeJob) -> HintpenError:
    with pytest.raises(HintpenError) as caught:
        client.colorize(job)
    return caught.value


def test_every_reason_of_the_contract_has_a_sentence() -> None:
    names = {name.removeprefix("ERROR_REASON_") for name in pb.ErrorReason.keys()} - {"UNSPECIFIED"}
    assert names == REASONS.keys()
    assert names <= SENTENCES.keys()


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("accepts", [False, True], ids=["at the header", "after the pictures"])
def test_a_refusal_arrives_with_its_reason_and_sentence(
    serve: Serve, client: Client, job: ColorizeJob, reason: str, accepts: bool
) -> None:
    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        if accepts:
            yield from receive(server, next(requests).header, requests)
        refuse(context, REASONS[reason], reason, "The server's own sentence.")

    serve(script)
    error = failing(client, job)
    assert (error.reason, str(error)) == (reason, "The server's own sentence.")


def test_a_refusal_in_the_middle_of_the_upload(serve: Serve, client: Client) -> None:
    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        header = next(requests).header
        yield pb.ColorizeResponse(accepted=pb.Accepted(missing_sha256=[header.line_art.sha256]))
        next(requests)
        refuse(context, grpc.StatusCode.RESOURCE_EXHAUSTED, "QUEUE_FULL", "Too many at once.")

    serve(script)
    noise = Picture(2048, 2048, PixelFormat.RGBA8, os.urandom(2**24))
    assert failing(client, ColorizeJob(noise)).reason == "QUEUE_FULL"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (grpc.StatusCode.UNAVAILABLE, "SERVER_LOST"),
        (grpc.StatusCode.CANCELLED, "SERVER_LOST"),
        (grpc.StatusCode.UNIMPLEMENTED, "VERSION_MISMATCH"),
        (grpc.StatusCode.UNAUTHENTICATED, "TOKEN_MISSING_OR_WRONG"),
        (grpc.StatusCode.DEADLINE_EXCEEDED, "TOO_SLOW"),
        (grpc.StatusCode.UNKNOWN, "INTERNAL"),
        (grpc.StatusCode.DATA_LOSS, "INTERNAL"),
    ],
)
def test_a_bare_code_has_a_reason_too(
    serve: Serve, client: Client, job: ColorizeJob, code: grpc.StatusCode, reason: str
) -> None:
    def script(server: ScriptedServer, requests: Any, context: Any) -> None:  # noqa: ANN401
        context.abort(code, "words for programmers")

    serve(script)
    error = failing(client, job)
    assert (error.reason, str(error)) == (reason, SENTENCES[reason])


def announced(width: int = WIDTH, height: int = HEIGHT, **changes: Any) -> pb.ColorizeResponse:  # noqa: ANN401
    (message, *_) = layer(PIXELS, width, height)
    message.layer.MergeFrom(pb.Layer(**changes))
    return message


def flat_chunks(stream: bytes) -> list[pb.ColorizeResponse]:
    return list(chunks(announced().layer.picture.sha256, stream))


BOMB = zlib.compress(bytes(2**28), 9)
STREAM = zlib.compress(PIXELS)
BAD_ANSWERS: dict[str, list[pb.ColorizeResponse | bytes]] = {
    "truncated layer": [announced(), *flat_chunks(STREAM[:-9]), done()],
    "no chunks": [announced(), done()],
    "too few pixels": [announced(), *flat_chunks(zlib.compress(PIXELS[:-1])), done()],
    "too many pixels": [announced(), *flat_chunks(zlib.compress(PIXELS + b"x")), done()],
    "a zlib bomb": [announced(), *flat_chunks(BOMB), done()],
    "bytes after the stream": [announced(), *flat_chunks(STREAM + b"more"), done()],
    "a chunk after the layer": [announced(), *flat_chunks(STREAM), *flat_chunks(STREAM), done()],
    "not zlib": [announced(), *flat_chunks(b"garbage"), done()],
    "pixels of another name": [announced(), *flat_chunks(zlib.compress(PIXELS[::-1])), done()],
    "a chunk of another picture": [announced(), *chunks(b"?" * 32, STREAM), done()],
    "a chunk without a layer": [*flat_chunks(STREAM), done()],
    "two layers at once": [announced(), announced(), *flat_chunks(STREAM), done()],
    "another size": [announced(HEIGHT, WIDTH), *flat_chunks(STREAM), done()],
    "a huge size": [announced(2**31, 2**31), *flat_chunks(STREAM), done()],
    "another format": [announced(picture=pb.Picture(format=pb.PIXEL_FORMAT_GRAY8)), *flat_chunks(STREAM), done()],
    "an unknown kind": [announced(kind=99), *flat_chunks(STREAM), done()],
    "accepted twice": [pb.ColorizeResponse(accepted=pb.Accepted()), done()],
    "an empty message": [pb.ColorizeResponse()],
    "bytes that are no message": [b"\xff\xff\xff\xff"],
}


@pytest.mark.parametrize("answer", BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_a_bad_answer_never_reaches_the_host(
    serve: Serve, client: Client, job: ColorizeJob, answer: list[pb.ColorizeResponse | bytes]
) -> None:
    bad = True

    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse | bytes]:  # noqa: ANN401
        if bad:
            yield from receive(server, next(requests).header, requests)
            yield from answer
        else:
            yield from flat_script(server, requests, context)

    serve(script)
    layers: list[object] = []
    with pytest.raises(HintpenError) as caught:
        client.colorize(job, on_layer=layers.append)
    assert caught.value.reason == "INTERNAL"
    bad = False
    assert client.colorize(job).layers


def test_a_layer_that_falls_short_is_named(serve: Serve, client: Client, job: ColorizeJob) -> None:
    short = PIXELS[:-1]

    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        yield from receive(server, next(requests).header, requests)
        yield from layer(short, WIDTH, HEIGHT)
        yield done()

    serve(script)
    assert "fewer pixels" in str(failing(client, job))


def test_a_missing_picture_that_the_job_does_not_hold(serve: Serve, client: Client, job: ColorizeJob) -> None:
    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        yield pb.ColorizeResponse(accepted=pb.Accepted(missing_sha256=[b"?" * 32]))
        list(requests)

    serve(script)
    assert failing(client, job).reason == "INTERNAL"


def test_an_answer_that_ends_early(serve: Serve, client: Client, job: ColorizeJob) -> None:
    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        yield from receive(server, next(requests).header, requests)

    serve(script)
    assert failing(client, job).reason == "SERVER_LOST"


def test_a_server_that_stalls(serve: Serve, client: Client, job: ColorizeJob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hintpen_client.colorize, "IDLE_SECONDS", 0.3)
    server = serve(stalling_script)
    assert failing(client, job).reason == "TOO_SLOW"
    assert server.ended.wait(5)


def test_a_server_that_stops_reading(serve: Serve, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        yield pb.ColorizeResponse(accepted=pb.Accepted(missing_sha256=[next(requests).header.line_art.sha256]))
        while context.is_active():
            time.sleep(0.01)

    monkeypatch.setattr(hintpen_client.colorize, "IDLE_SECONDS", 0.5)
    serve(script)
    noise = Picture(4096, 2048, PixelFormat.RGBA8, os.urandom(2**25))
    assert failing(client, ColorizeJob(noise)).reason == "TOO_SLOW"


def test_a_server_that_is_killed_while_it_works(runtime_file: Path, job: ColorizeJob) -> None:
    with Client(Launcher([*SCRIPTED, "--stall"], runtime_file=runtime_file)) as client:
        begun = threading.Event()
        errors: list[HintpenError] = []
        ended = threading.Event()

        def fail(error: HintpenError) -> None:
            errors.append(error)
            ended.set()

        client.submit(
            job, on_progress=lambda stage, _: begun.set() if stage == "finding regions" else None, on_error=fail
        )
        assert begun.wait(20)
        kill(runtime_file)
        assert ended.wait(20)
        assert errors[0].reason == "SERVER_LOST"


def test_a_server_that_died_between_two_jobs_is_replaced_silently(runtime_file: Path, job: ColorizeJob) -> None:
    with Client(Launcher(SCRIPTED, runtime_file=runtime_file)) as client:
        client.colorize(job)
        first = kill(runtime_file)
        client.colorize(job)
        assert kill(runtime_file) != first


def test_a_server_that_dies_before_it_takes_the_job_is_asked_again(
    serve: Serve, client: Client, job: ColorizeJob
) -> None:
    calls: list[int] = []

    def script(server: ScriptedServer, requests: Any, context: Any) -> Iterator[pb.ColorizeResponse]:  # noqa: ANN401
        calls.append(1)
        if len(calls) == 1:
            context.abort(grpc.StatusCode.UNAVAILABLE, "going down")
        yield from flat_script(server, requests, context)

    serve(script)
    assert client.colorize(job).layers
    assert len(calls) == 2


def kill(runtime_file: Path) -> int:
    """Kills the server of the runtime file, as the system does when memory runs out; its file stays."""
    server = read_runtime_file(runtime_file)
    assert server
    os.kill(server.pid, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    end = time.monotonic() + 10
    with suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.kill(server.pid, 0)
            time.sleep(0.01)
    return server.pid
