"""A grpcio server that speaks the contract and colors nothing: it plays the script that a test gives it.

As a program it serves `flat_script` until its owner ends, as `hintpen serve` does, so that launchers can start it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import secrets
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import grpc
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_status import rpc_status
from hintpen.v1 import colorizer_pb2 as pb

CHUNK = 2**20
Answers = Iterable["pb.ColorizeResponse | bytes"]
Script = Callable[["ScriptedServer", Iterator[pb.ColorizeRequest], grpc.ServicerContext], Answers]


def refuse(context: grpc.ServicerContext, code: grpc.StatusCode, reason: str, message: str) -> NoReturn:
    """Ends the call as the contract says: a canonical code and the reason in an ErrorInfo."""
    detail = any_pb2.Any()
    detail.Pack(error_details_pb2.ErrorInfo(domain="hintpen", reason=reason))
    status = status_pb2.Status(code=code.value[0], message=message, details=[detail])
    context.abort_with_status(rpc_status.to_status(status))
    raise AssertionError("abort_with_status raises")


def flat_script(
    server: ScriptedServer, requests: Iterator[pb.ColorizeRequest], context: grpc.ServicerContext
) -> Iterator[pb.ColorizeResponse]:
    """Takes the drawing as the contract says and answers one opaque color as the Flat layer."""
    header = next(requests).header
    yield from receive(server, header, requests)
    yield progress("finding regions", 0.5)
    picture = header.line_art
    yield from layer(bytes((200, 60, 50, 255)) * (picture.width * picture.height), picture.width, picture.height)
    yield done()


def stalling_script(
    server: ScriptedServer, requests: Iterator[pb.ColorizeRequest], context: grpc.ServicerContext
) -> Iterator[pb.ColorizeResponse]:
    """Takes the drawing, begins, and says nothing more until the client gives up."""
    yield from receive(server, next(requests).header, requests)
    yield progress("finding regions", 0.25)
    while context.is_active():
        time.sleep(0.01)


def receive(
    server: ScriptedServer, header: pb.ColorizeHeader, requests: Iterator[pb.ColorizeRequest]
) -> Iterator[pb.ColorizeResponse]:
    """Keeps the header in `server.headers`, says what is missing and keeps in `server.pictures` what comes."""
    server.headers.append(header)
    named = [header.line_art, *(hint.picture for hint in header.hints), header.delivered_flat, header.current_flat]
    missing = {picture.sha256 for picture in named if picture.sha256} - server.pictures.keys()
    yield pb.ColorizeResponse(accepted=pb.Accepted(missing_sha256=sorted(missing)))
    streams: dict[bytes, bytearray] = {name: bytearray() for name in missing}
    for request in requests:
        if len(request.chunk.data) > CHUNK:
            raise AssertionError("a chunk larger than ServerLimits.chunk_bytes")
        streams[request.chunk.sha256] += request.chunk.data
    for name, stream in streams.items():
        pixels = zlib.decompress(stream)
        if hashlib.sha256(pixels).digest() != name:
            raise AssertionError("pixels that do not hash to their name")
        server.pictures[name] = pixels


def layer(pixels: bytes, width: int, height: int, name: bytes | None = None) -> Iterator[pb.ColorizeResponse]:
    """A Flat layer and its chunks; `name` in place of its true sha256."""
    name = name or hashlib.sha256(pixels).digest()
    picture = pb.Picture(sha256=name, width=width, height=height, format=pb.PIXEL_FORMAT_RGBA8)
    yield pb.ColorizeResponse(
        layer=pb.Layer(kind=pb.LAYER_KIND_FLAT, name="Flat", blend_mode=pb.BLEND_MODE_NORMAL, picture=picture)
    )
    yield from chunks(name, zlib.compress(pixels, 1))


def chunks(name: bytes, stream: bytes) -> Iterator[pb.ColorizeResponse]:
    for start in range(0, len(stream), CHUNK):
        yield pb.ColorizeResponse(chunk=pb.PictureChunk(sha256=name, data=stream[start : start + CHUNK]))


def progress(stage: str, fraction: float) -> pb.ColorizeResponse:
    return pb.ColorizeResponse(progress=pb.Progress(stage=stage, fraction=fraction))


def done() -> pb.ColorizeResponse:
    gaps = [pb.Gap(x=3, y=4, width=2.5)]
    return pb.ColorizeResponse(
        done=pb.Done(region_count=1, gaps=gaps, stages=[pb.StageTime(stage="finding regions", seconds=0.25)])
    )


class ScriptedServer:
    """Serves on loopback and announces itself in a runtime file, from the `with` on until its end.

    Args:
        runtime_file: Where it announces itself.
        script: Plays each Colorize call.
        protocol_version, accepted_token: Other than the usual to play another server.
        warming_seconds: NOT_SERVING for so long.
    """

    def __init__(
        self,
        runtime_file: Path,
        script: Script = flat_script,
        protocol_version: int = 1,
        accepted_token: str | None = None,
        warming_seconds: float = 0.0,
    ) -> None:
        self.pictures: dict[bytes, bytes] = {}
        self.calls = 0
        self.headers: list[pb.ColorizeHeader] = []
        self.ended = threading.Event()
        self._runtime_file = runtime_file
        self._script = script
        self._protocol_version = protocol_version
        self._token = secrets.token_hex(32)
        self._accepted_token = accepted_token or self._token
        self._warming_seconds = warming_seconds

    def __enter__(self) -> ScriptedServer:
        unlimited = [("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)]
        self._server = grpc.server(ThreadPoolExecutor(8), options=unlimited)
        self._server.add_generic_rpc_handlers([self._handlers()])
        self._health = health.HealthServicer()
        health_pb2_grpc.add_HealthServicer_to_server(self._health, self._server)
        self._health.set("", health_pb2.HealthCheckResponse.NOT_SERVING)
        self.port = self._server.add_insecure_port("127.0.0.1:0")
        self._server.start()
        warm = threading.Timer(self._warming_seconds, self._health.set, ("", health_pb2.HealthCheckResponse.SERVING))
        warm.daemon = True
        warm.start()
        self.announce()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._runtime_file.unlink(missing_ok=True)

    def stop(self) -> None:
        """Ends at once, as if killed: calls in progress are lost and the runtime file stays."""
        self._server.stop(grace=None).wait()

    def announce(self) -> None:
        self._runtime_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        content = {
            "pid": os.getpid(),
            "port": self.port,
            "token": self._token,
            "version": "0.1.0",
            "protocol_version": self._protocol_version,
        }
        fresh = self._runtime_file.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(content))
        fresh.replace(self._runtime_file)

    def _handlers(self) -> grpc.GenericRpcHandler:
        """The contract's methods; a script may answer raw bytes in place of a message."""
        methods = {
            "GetServerInfo": grpc.unary_unary_rpc_method_handler(
                self._get_server_info, pb.GetServerInfoRequest.FromString, pb.GetServerInfoResponse.SerializeToString
            ),
            "Colorize": grpc.stream_stream_rpc_method_handler(
                self._colorize,
                pb.ColorizeRequest.FromString,
                lambda answer: answer if isinstance(answer, bytes) else answer.SerializeToString(),
            ),
        }
        return grpc.method_handlers_generic_handler("hintpen.v1.ColorizerService", methods)

    def _get_server_info(
        self, request: pb.GetServerInfoRequest, context: grpc.ServicerContext
    ) -> pb.GetServerInfoResponse:
        self._check_token(context)
        limits = pb.ServerLimits(max_side=16384, max_pixels=2**28, max_hint_layers=16, chunk_bytes=CHUNK, max_queue=8)
        return pb.GetServerInfoResponse(
            server_version="0.1.0", protocol_version=self._protocol_version, device="cpu", limits=limits
        )

    def _colorize(self, requests: Iterator[pb.ColorizeRequest], context: grpc.ServicerContext) -> Answers:
        self._check_token(context)
        self.calls += 1
        context.add_callback(self.ended.set)
        yield from self._script(self, requests, context)

    def _check_token(self, context: grpc.ServicerContext) -> None:
        if ("authorization", f"Bearer {self._accepted_token}") not in context.invocation_metadata():
            refuse(context, grpc.StatusCode.UNAUTHENTICATED, "TOKEN_MISSING_OR_WRONG", "the token is wrong")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--owner-pid", type=int, required=True)
    parser.add_argument("--runtime-file", type=Path, required=True)
    parser.add_argument("--stall", action="store_true")
    arguments = parser.parse_args()
    with ScriptedServer(arguments.runtime_file, stalling_script if arguments.stall else flat_script):
        while os.path.exists(f"/proc/{arguments.owner_pid}"):
            time.sleep(0.2)


if __name__ == "__main__":
    main()
