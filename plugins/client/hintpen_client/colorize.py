"""The Colorize call: header, the pictures that the server lacks, then its progress and its layers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from hintpen_client._vendor.grpclib.client import Stream
from hintpen_client._vendor.grpclib.exceptions import ProtocolError, StreamTerminatedError
from hintpen_client._vendor.h2.exceptions import StreamClosedError
from hintpen_client.connection import PROTOCOL_VERSION, Connection
from hintpen_client.download import LayerReceiver
from hintpen_client.failures import damaged, failure, typed_errors
from hintpen_client.time_limit import TimeLimit
from hintpen_client.types import Answer, ColorizeJob, FillMode, Gap, HintKind, Layer, PixelFormat, Report
from hintpen_client.upload import Names, deflated
from hintpen_client.v1 import colorizer_pb2 as pb

# Seconds in which a server that works says something, or takes something.
IDLE_SECONDS = 120.0

_FORMATS = {PixelFormat.RGBA8: pb.PIXEL_FORMAT_RGBA8, PixelFormat.GRAY8: pb.PIXEL_FORMAT_GRAY8}
_HINT_KINDS = {
    HintKind.COLOR: pb.HINT_KIND_COLOR,
    HintKind.TRANSPARENT: pb.HINT_KIND_TRANSPARENT,
    HintKind.PROTECT: pb.HINT_KIND_PROTECT,
    HintKind.SAME: pb.HINT_KIND_SAME,
}
_FILL_MODES = {FillMode.HINTED: pb.FILL_MODE_HINTED, FillMode.EXTEND: pb.FILL_MODE_EXTEND}

_Stream = Stream[pb.ColorizeRequest, pb.ColorizeResponse]


class Listener(NamedTuple):
    """Who hears of a job while it runs."""

    on_accepted: Callable[[], None]
    on_progress: Callable[[str, float], None]
    on_layer: Callable[[Layer], None]


class Prepared(NamedTuple):
    """A job that is ready to be sent: its header, and every picture's pixels under their name."""

    header: pb.ColorizeHeader
    pixels: dict[bytes, bytes]


async def colorize(
    connection: Connection, chunk_bytes: int, job: ColorizeJob, prepared: Prepared, listener: Listener
) -> Answer:
    """Runs one job. Raises HintpenError."""
    with typed_errors():
        async with connection.open_colorize() as stream:
            await _send(stream, pb.ColorizeRequest(header=prepared.header))
            accepted = await _receive(stream)
            if accepted.WhichOneof("content") != "accepted":
                raise damaged("an answer out of order")
            listener.on_accepted()
            for name in accepted.accepted.missing_sha256:
                await _send_picture(stream, name, prepared.pixels[name], chunk_bytes)
            await _end(stream)
            answer = await _receive_answer(stream, job, listener)
            await _receive_status(stream)
            return answer


async def prepare(job: ColorizeJob, known: Names) -> Prepared:
    """Names a job's pictures; needs no server."""
    flats = [flat for flat in (job.delivered_flat, job.current_flat) if flat]
    pictures = [job.line_art, *(hint.picture for hint in job.hints), *flats]
    line_art, *others = pictures
    names = await asyncio.gather(known.of_line_art(line_art.pixels), *(known.of(picture.pixels) for picture in others))
    named = (
        pb.Picture(sha256=names[i], width=picture.width, height=picture.height, format=_FORMATS[picture.format])
        for i, picture in enumerate(pictures)
    )
    header = pb.ColorizeHeader(
        protocol_version=PROTOCOL_VERSION,
        line_art=next(named),
        hints=[pb.HintLayer(kind=_HINT_KINDS[hint.kind], picture=next(named)) for hint in job.hints],
        fill=_FILL_MODES[job.fill],
        delivered_flat=next(named) if job.delivered_flat else None,
        current_flat=next(named) if job.current_flat else None,
    )
    return Prepared(header, {names[i]: picture.pixels for i, picture in enumerate(pictures)})


async def _send_picture(stream: _Stream, name: bytes, pixels: bytes, chunk_bytes: int) -> None:
    async for data in deflated(pixels, chunk_bytes):
        await _send(stream, pb.ColorizeRequest(chunk=pb.PictureChunk(sha256=name, data=data)))


async def _receive_answer(stream: _Stream, job: ColorizeJob, listener: Listener) -> Answer:
    layers: list[Layer] = []
    receiver: LayerReceiver | None = None
    while True:
        message = await _receive(stream)
        content = message.WhichOneof("content")
        if content == "progress":
            listener.on_progress(message.progress.stage, message.progress.fraction)
        elif content == "chunk" and receiver:
            await receiver.feed(message.chunk)
            if receiver.complete:
                layers.append(receiver.layer())
                listener.on_layer(layers[-1])
                receiver = None
        elif content == "layer" and not receiver:
            receiver = LayerReceiver(message.layer, job.line_art.width, job.line_art.height)
        elif content == "done" and not receiver:
            return Answer(tuple(layers), _report(message.done))
        else:
            raise damaged("an answer out of order")


def _report(done: pb.Done) -> Report:
    return Report(
        region_count=done.region_count,
        gaps=tuple(Gap(gap.x, gap.y, gap.width) for gap in done.gaps),
        seconds={stage.stage: stage.seconds for stage in done.stages},
    )


async def _send(stream: _Stream, message: pb.ColorizeRequest) -> None:
    with TimeLimit(IDLE_SECONDS):
        await stream.send_message(message)


async def _receive(stream: _Stream) -> pb.ColorizeResponse:
    with TimeLimit(IDLE_SECONDS):
        message = await stream.recv_message()
    if message is None:
        with suppress(ProtocolError):  # which says that our side is closed already
            await _end(stream)
        await _receive_status(stream)
        raise failure("SERVER_LOST")
    return message


async def _end(stream: _Stream) -> None:
    """Closes our side of the call."""
    with TimeLimit(IDLE_SECONDS):
        try:
            await stream.end()
        except StreamClosedError as error:
            # The server closed all of it; for this error grpclib looks up the server's reason.
            raise StreamTerminatedError from error


async def _receive_status(stream: _Stream) -> None:
    """Raises what the server says went wrong, if anything."""
    with TimeLimit(IDLE_SECONDS):
        await stream.recv_trailing_metadata()
