"""What the server's tests drive it with: a blocking client, drawings, and engines that misbehave on purpose."""

from __future__ import annotations

import asyncio
import hashlib
import queue
import threading
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import grpc
import numpy as np
from google.rpc.error_details_pb2 import ErrorInfo
from grpc_status import rpc_status
from hintpen.engine.drawing import Drawing, Layers, Options, Pixels, ProgressCallback
from hintpen.server.limits import Limits
from hintpen.server.listening import choose_listening
from hintpen.server.serving import Server
from hintpen.server.worker import ColorizerFactory
from hintpen.v1 import colorizer_pb2 as pb
from hintpen.v1.colorizer_pb2_grpc import ColorizerServiceStub

RED = (200, 30, 40, 255)
TIMEOUT = 20.0


def picture(pixels: Pixels) -> pb.Picture:
    height, width = pixels.shape[:2]
    layout = pb.PIXEL_FORMAT_GRAY8 if pixels.ndim == 2 else pb.PIXEL_FORMAT_RGBA8
    return pb.Picture(sha256=hashlib.sha256(pixels.tobytes()).digest(), width=width, height=height, format=layout)


@dataclass
class Job:
    """A drawing as a client sends it."""

    line_art: Pixels
    hints: list[Pixels] = field(default_factory=list)
    flats: tuple[Pixels, Pixels] | None = None

    def header(self) -> pb.ColorizeHeader:
        header = pb.ColorizeHeader(
            protocol_version=1,
            line_art=picture(self.line_art),
            hints=[pb.HintLayer(kind=pb.HINT_KIND_COLOR, picture=picture(hint)) for hint in self.hints],
            fill=pb.FILL_MODE_HINTED,
        )
        if self.flats is not None:
            header.delivered_flat.CopyFrom(picture(self.flats[0]))
            header.current_flat.CopyFrom(picture(self.flats[1]))
        return header

    def pixels(self, sha256: bytes) -> bytes:
        named = {picture(pixels).sha256: pixels for pixels in (self.line_art, *self.hints, *(self.flats or ()))}
        return named[sha256].tobytes()


def room_job(width: int = 40, height: int = 30, color: tuple[int, ...] = RED) -> Job:
    """Two rooms with a wall between them, a hint in the left one."""
    line_art = np.full((height, width), 255, np.uint8)
    line_art[:, width // 2] = 0
    hints = np.zeros((height, width, 4), np.uint8)
    hints[height // 2, width // 4] = color
    return Job(line_art, [hints])


def chunks(sha256: bytes, pixels: bytes, size: int = 1 << 20) -> Iterator[pb.ColorizeRequest]:
    stream = zlib.compress(pixels, 1)
    for start in range(0, len(stream), size):
        yield chunk(sha256, stream[start : start + size])


def chunk(sha256: bytes, data: bytes) -> pb.ColorizeRequest:
    return pb.ColorizeRequest(chunk=pb.PictureChunk(sha256=sha256, data=data))


def reason_of(error: grpc.RpcError) -> str:
    """The ErrorInfo reason, and a check that all else about the error is as the contract says."""
    status = rpc_status.from_call(error)
    assert status is not None, f"{error.code()} {error.details()} has no details"
    info = ErrorInfo()
    assert status.details[0].Unpack(info)
    assert info.domain == "hintpen"
    assert error.details().endswith(".")
    return info.reason


@dataclass
class Answer:
    flat: Pixels
    layer: pb.Layer
    done: pb.Done
    progress: list[pb.Progress]
    missing: list[bytes]
    chunk_sizes: list[int]


class Talk:
    """One Colorize call, message by message."""

    def __init__(
        self, stub: ColorizerServiceStub, metadata: tuple[tuple[str, str], ...], timeout: float | None
    ) -> None:
        self._requests: queue.Queue[pb.ColorizeRequest | None] = queue.Queue()
        self.call = stub.Colorize(iter(self._requests.get, None), metadata=metadata, timeout=timeout)

    def send(self, *requests: pb.ColorizeRequest) -> None:
        for request in requests:
            self._requests.put(request)

    def end(self) -> None:
        self._requests.put(None)

    def send_job(self, job: Job) -> list[bytes]:
        """Sends all of a job; returns what the server asked for."""
        self.send(pb.ColorizeRequest(header=job.header()))
        missing = list(next(self.call).accepted.missing_sha256)
        for sha256 in missing:
            self.send(*chunks(sha256, job.pixels(sha256)))
        self.end()
        return missing

    def wait_for_progress(self) -> None:
        """Returns once the engine has spoken."""
        while not next(self.call).progress.fraction:
            pass

    def cancel(self) -> None:
        self.call.cancel()
        self.end()


class Backend:
    """A client of one server."""

    def __init__(self, port: int, token: str, channel: grpc.Channel | None = None) -> None:
        self.port = port
        self.metadata = (("authorization", f"Bearer {token}"),)
        self.channel = channel or grpc.insecure_channel(f"127.0.0.1:{port}")
        self.stub = ColorizerServiceStub(self.channel)

    def talk(self, timeout: float | None = TIMEOUT) -> Talk:
        return Talk(self.stub, self.metadata, timeout)

    def say(self, requests: Iterable[pb.ColorizeRequest]) -> list[pb.ColorizeResponse]:
        """Sends `requests` whatever is answered; returns the answers. Raises: grpc.RpcError."""
        return list(self.stub.Colorize(iter(list(requests)), metadata=self.metadata, timeout=TIMEOUT))

    def refusal(self, requests: Iterable[pb.ColorizeRequest]) -> str:
        """The reason for which `requests` are refused."""
        try:
            answers = self.say(requests)
        except grpc.RpcError as error:
            return reason_of(error)
        raise AssertionError(f"was served: {answers}")

    def colorize(self, job: Job) -> Answer:
        talk = self.talk()
        missing = talk.send_job(job)
        layer, done, progress, pieces = None, None, [], []
        for response in talk.call:
            match response.WhichOneof("content"):
                case "progress":
                    progress.append(response.progress)
                case "layer":
                    layer = response.layer
                case "chunk":
                    assert layer is not None and response.chunk.sha256 == layer.picture.sha256
                    pieces.append(response.chunk.data)
                case "done":
                    done = response.done
        assert layer is not None and done is not None
        raw = zlib.decompress(b"".join(pieces))
        assert hashlib.sha256(raw).digest() == layer.picture.sha256
        flat = np.frombuffer(raw, np.uint8).reshape(layer.picture.height, layer.picture.width, 4)
        return Answer(flat, layer, done, progress, missing, [len(piece) for piece in pieces])

    def assert_serves(self) -> None:
        """A sound call is answered."""
        job = room_job()
        assert tuple(self.colorize(job).flat[0, 0]) == RED


class InProcessServer:
    """A server on an event loop of another thread."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, make_colorizer: ColorizerFactory, limits: Limits, warm: bool
    ) -> None:
        self._loop = loop
        self._make = (make_colorizer, limits)
        self._warm = warm

    def __enter__(self) -> Backend:
        self._server, port, token = self._run(self._start())
        self._backend = Backend(port, token)
        return self._backend

    def __exit__(self, *error: object) -> None:
        self._backend.channel.close()
        self._run(self._server.stop())

    async def _start(self) -> tuple[Server, int, str]:
        listening = choose_listening("127.0.0.1", 0)
        server = Server(listening, *self._make)
        port = await server.start()
        try:
            if self._warm:
                await server.warm_up()
        except BaseException:
            await server.stop()
            raise
        return server, port, listening.token

    def _run(self, work):  # noqa: ANN001, ANN202, any coroutine and its result
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(TIMEOUT)


def layers_of(flat: Pixels, **report: Any) -> Layers:  # noqa: ANN401, any field of the record
    """`flat` as the engine's answer, one region."""
    one_cell = np.zeros(flat.shape[:2], np.int32)
    return Layers(flat=flat, cells=one_cell, region_of_cell=np.zeros(1, np.int32), region_count=1, **report)


def plain_layers(drawing: Drawing) -> Layers:
    """Every pixel red."""
    return layers_of(np.full((*drawing.line_art.shape[:2], 4), RED, np.uint8))


class PatientEngine:
    """Tells progress over and over until it is cancelled or let go; drawings of 8x8, the warm-up, pass at once."""

    def __init__(self) -> None:
        self.started = threading.Semaphore(0)
        self.ended = threading.Semaphore(0)
        self.let_go = threading.Event()

    def __call__(self) -> PatientEngine:
        return self

    def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
        if drawing.line_art.shape == (8, 8):
            return plain_layers(drawing)
        self.started.release()
        try:
            self.work(progress)
        finally:
            self.ended.release()
        return plain_layers(drawing)

    def work(self, progress: ProgressCallback) -> None:
        while not self.let_go.wait(0.005):
            progress("painting", 0.5)


class StuckEngine(PatientEngine):
    """As an engine in the middle of one long array operation: deaf until it is let go."""

    def work(self, progress: ProgressCallback) -> None:
        progress("painting", 0.5)
        assert self.let_go.wait(TIMEOUT)
        progress("painting", 0.9)
