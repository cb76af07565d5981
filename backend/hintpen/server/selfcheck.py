"""`hintpen serve --check`: starts a server, colors a tiny drawing through gRPC, prints one line per check."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

import grpc.aio
import numpy as np
from grpc_health.v1 import health_pb2, health_pb2_grpc

from hintpen.engine.drawing import Pixels
from hintpen.server.limits import PROTOCOL_VERSION
from hintpen.server.listening import choose_listening
from hintpen.server.serving import Server
from hintpen.v1 import colorizer_pb2 as pb
from hintpen.v1.colorizer_pb2_grpc import ColorizerServiceStub

TIMEOUT_SECONDS = 30.0
SIDE = 24
WALL = 12
"""The column of the tiny drawing's one line; the hint stands left of it."""
HINT = (4, 4)
COLOR = (200, 60, 20, 255)

Metadata = tuple[tuple[str, str], ...]
Check = Callable[[grpc.aio.Channel, Metadata], Awaitable[str]]


class CheckFailed(Exception):
    """What a check found wrong."""


async def run_checks() -> int:
    """Runs every check on a free port of loopback; returns 0 when all are well, else 1."""
    listening = choose_listening("127.0.0.1", 0)
    server = Server(listening)
    port = await server.start()
    token: Metadata = (("authorization", f"Bearer {listening.token}"),)
    try:
        await server.warm_up()
        async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
            results = [await _passes(name, check, channel, token) for name, check in CHECKS.items()]
    finally:
        await server.stop()
    return 0 if all(results) else 1


async def _passes(name: str, check: Check, channel: grpc.aio.Channel, token: Metadata) -> bool:
    try:
        print(f"ok    {name}: {await check(channel, token)}", flush=True)
    except grpc.aio.AioRpcError as error:
        print(f"FAIL  {name}: {error.code().name}: {error.details()}")
        return False
    except Exception as error:
        print(f"FAIL  {name}: {type(error).__name__}: {error}")
        return False
    return True


async def _check_health(channel: grpc.aio.Channel, token: Metadata) -> str:
    request = health_pb2.HealthCheckRequest()
    answer = await health_pb2_grpc.HealthStub(channel).Check(request, timeout=TIMEOUT_SECONDS)
    if answer.status != health_pb2.HealthCheckResponse.SERVING:
        raise CheckFailed("the server does not say SERVING")
    return "SERVING"


async def _check_token(channel: grpc.aio.Channel, token: Metadata) -> str:
    try:
        await _stub(channel).GetServerInfo(pb.GetServerInfoRequest(), timeout=TIMEOUT_SECONDS)
    except grpc.aio.AioRpcError as error:
        if error.code() is grpc.StatusCode.UNAUTHENTICATED:
            return "a call without it is refused"
        raise
    raise CheckFailed("a call without it is served")


async def _check_info(channel: grpc.aio.Channel, token: Metadata) -> str:
    request = pb.GetServerInfoRequest(protocol_version=PROTOCOL_VERSION)
    info = await _stub(channel).GetServerInfo(request, metadata=token, timeout=TIMEOUT_SECONDS)
    return f"Hintpen {info.server_version} on {info.device}, contract {info.protocol_version}"


async def _check_coloring(channel: grpc.aio.Channel, token: Metadata) -> str:
    line_art = np.full((SIDE, SIDE), 255, np.uint8)
    line_art[:, WALL] = 0
    hints = np.zeros((SIDE, SIDE, 4), np.uint8)
    hints[HINT] = COLOR
    flat, done = await _color(channel, token, line_art, hints)
    if tuple(flat[HINT]) != COLOR or tuple(flat[SIDE - 1, 0]) != COLOR:
        raise CheckFailed("the hinted room does not have the hint's color")
    if flat[:, -1].any():
        raise CheckFailed("the color left its room")
    return f"{done.region_count} regions, the hint's color exact"


CHECKS: dict[str, Check] = {
    "health": _check_health,
    "token": _check_token,
    "server info": _check_info,
    "coloring": _check_coloring,
}


async def _color(channel: grpc.aio.Channel, token: Metadata, line_art: Pixels, hints: Pixels) -> tuple[Pixels, pb.Done]:
    """A whole call with pictures that fit one chunk each."""
    sent = {_name(pixels).sha256: pixels for pixels in (line_art, hints)}
    header = pb.ColorizeHeader(
        protocol_version=PROTOCOL_VERSION,
        line_art=_name(line_art),
        hints=[pb.HintLayer(kind=pb.HINT_KIND_COLOR, picture=_name(hints))],
        fill=pb.FILL_MODE_HINTED,
    )
    call = _stub(channel).Colorize(metadata=token, timeout=TIMEOUT_SECONDS)
    await call.write(pb.ColorizeRequest(header=header))
    stream, done = b"", pb.Done()
    async for response in call:
        if response.HasField("accepted"):
            for sha256 in response.accepted.missing_sha256:
                chunk = pb.PictureChunk(sha256=sha256, data=zlib.compress(sent[sha256].tobytes()))
                await call.write(pb.ColorizeRequest(chunk=chunk))
            await call.done_writing()
        stream += response.chunk.data
        done.MergeFrom(response.done)
    return np.reshape(np.frombuffer(zlib.decompress(stream), np.uint8), hints.shape), done


def _stub(channel: grpc.aio.Channel) -> Any:  # noqa: ANN401, generated without types
    return ColorizerServiceStub(channel)


def _name(pixels: Pixels) -> pb.Picture:
    height, width = pixels.shape[:2]
    layout = pb.PIXEL_FORMAT_GRAY8 if pixels.ndim == 2 else pb.PIXEL_FORMAT_RGBA8
    return pb.Picture(sha256=hashlib.sha256(pixels.tobytes()).digest(), width=width, height=height, format=layout)
