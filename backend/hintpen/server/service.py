"""ColorizerService: receives a drawing's pictures, has them colored in turn, sends the layers back."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar, cast

import numpy as np

from hintpen import __version__
from hintpen.engine.drawing import Drawing, InvalidDrawing, Layers, Options, Pixels
from hintpen.server.conversation import Conversation
from hintpen.server.header import Order, read_header, require_version
from hintpen.server.limits import PROTOCOL_VERSION, Limits
from hintpen.server.packing import deflate, pack_chunk, pack_done, pack_flat
from hintpen.server.pictures import HeldMemory, Lease, PictureCache, PictureReceiver
from hintpen.server.progress import ProgressRelay
from hintpen.server.refusal import Context, Refusal, abort
from hintpen.server.worker import ColorizerFactory, Worker
from hintpen.v1 import colorizer_pb2 as pb
from hintpen.v1.colorizer_pb2_grpc import ColorizerServiceServicer

T = TypeVar("T")
log = logging.getLogger(__name__)


class ColorizerService(ColorizerServiceServicer):
    """The contract's one service.

    `make_colorizer` makes the engine, on the worker's own thread.
    """

    def __init__(self, make_colorizer: ColorizerFactory, limits: Limits) -> None:
        self._limits = limits
        self._worker = Worker(make_colorizer)
        self._cache = PictureCache(limits.cache_bytes)
        self._memory = HeldMemory(limits.held_bytes)
        # Inflating, hashing and deflating release the interpreter's lock: the event loop stays free.
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="hintpen-pictures")
        self._calls = 0
        self._stopping = False

    async def warm_up(self) -> None:
        """Loads the engine by coloring a tiny drawing; calls that come meanwhile wait for their turn."""
        blank = Drawing(np.full((8, 8), 255, np.uint8))
        await self._worker.colorize(blank, Options(), lambda stage, fraction: None)

    def stop(self) -> None:
        """Refuses every new call."""
        self._stopping = True

    def close(self) -> None:
        """Lets go of the threads once the last call has ended."""
        self._worker.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def GetServerInfo(self, request: pb.GetServerInfoRequest, context: Context) -> pb.GetServerInfoResponse:
        """Says what this server is and what it accepts."""
        if request.protocol_version:
            try:
                require_version(request.protocol_version)
            except Refusal as refusal:
                await abort(context, refusal)
        limits = self._limits
        return pb.GetServerInfoResponse(
            server_version=__version__,
            protocol_version=PROTOCOL_VERSION,
            device="cpu",
            limits=pb.ServerLimits(
                max_side=limits.max_side,
                max_pixels=limits.max_pixels,
                max_hint_layers=limits.max_hint_layers,
                chunk_bytes=limits.chunk_bytes,
                max_queue=limits.max_queue,
            ),
        )

    async def Colorize(self, request_iterator: object, context: Context) -> None:
        """Colors one drawing, or answers with a typed error."""
        try:
            conversation = Conversation(context, self._limits.idle_seconds)
            await asyncio.wait_for(self._colorize(conversation), self._seconds_for(context))
        except asyncio.CancelledError:
            log.info("a call was cancelled")
            raise
        except Exception as error:
            refusal = _refusal_for(error)
            log.info("a call was refused: %s", refusal.reason)
            await abort(context, refusal)

    def _seconds_for(self, context: Context) -> float:
        asked = cast("float | None", context.time_remaining())  # None without a deadline, whatever the stubs say
        return self._limits.call_seconds if asked is None else min(asked, self._limits.call_seconds)

    async def _colorize(self, conversation: Conversation) -> None:
        started = time.perf_counter()
        order = read_header(await conversation.receive_header(), self._limits)
        with self._admitted(), Lease(self._memory) as lease:
            drawing = order.drawing(await self._collect(order, lease, conversation))
            received = time.perf_counter()
            layers = await self._color(drawing, order.options, conversation)
            colored = time.perf_counter()
            await self._deliver(layers, conversation)
        log.info(
            "colored %dx%d: %d regions, %.2f s (receiving %.2f, coloring %.2f, sending %.2f)",
            order.line_art.width,
            order.line_art.height,
            layers.region_count,
            time.perf_counter() - started,
            received - started,
            colored - received,
            time.perf_counter() - colored,
        )

    @contextmanager
    def _admitted(self) -> Generator[None]:
        """Counts a call for as long as it lasts: it bounds the queue, and uploads as well."""
        if self._stopping:
            raise Refusal("NOT_SERVING", "The server is stopping: start it again.")
        if self._calls > self._limits.max_queue:
            raise Refusal("QUEUE_FULL", f"{self._calls} drawings are being colored: try again when one is done.")
        self._calls += 1
        try:
            yield
        finally:
            self._calls -= 1

    async def _collect(self, order: Order, lease: Lease, conversation: Conversation) -> dict[bytes, Pixels]:
        """The pictures of `order` by SHA-256, (size,) uint8 each: from the cache, the rest from the client."""
        pictures: dict[bytes, Pixels] = {}
        receivers: dict[bytes, PictureReceiver] = {}
        for sha256, size in order.sizes().items():
            if (known := self._cache.get(sha256, size)) is not None:
                lease.take(size)
                pictures[sha256] = known
            else:
                receivers[sha256] = PictureReceiver(sha256, size, lease)
        await conversation.send(pb.ColorizeResponse(accepted=pb.Accepted(missing_sha256=list(receivers))))
        while (chunk := await conversation.receive_chunk()) is not None:
            await self._receive(chunk, receivers)
        return pictures | {sha256: receiver.pixels() for sha256, receiver in receivers.items()}

    async def _receive(self, chunk: pb.PictureChunk, receivers: dict[bytes, PictureReceiver]) -> None:
        receiver = receivers.get(chunk.sha256)
        if receiver is None:
            raise Refusal(
                "REQUEST_MALFORMED", "A chunk belongs to no missing picture: send those that `accepted` named."
            )
        if len(chunk.data) > self._limits.chunk_bytes:
            raise Refusal(
                "REQUEST_MALFORMED", f"A chunk is too long: send at most {self._limits.chunk_bytes} bytes each."
            )
        await self._offload(lambda: receiver.feed(chunk.data))
        if receiver.complete:
            # At once, so that a call that fails later need not send it again.
            self._cache.put(chunk.sha256, receiver.pixels())

    async def _color(self, drawing: Drawing, options: Options, conversation: Conversation) -> Layers:
        relay = ProgressRelay()
        if self._worker.busy:
            relay.report("waiting for an earlier drawing", 0.0)
        telling = asyncio.create_task(_tell(relay, conversation))
        try:
            layers = await self._worker.colorize(drawing, options, relay.report)
            relay.close()
            await telling
        finally:
            telling.cancel()
        return layers

    async def _deliver(self, layers: Layers, conversation: Conversation) -> None:
        pixels = np.ravel(layers.flat)
        pixels.flags.writeable = False
        pieces = deflate(pixels.data, self._limits.chunk_bytes)
        # The name goes first, but the first piece, often the only one, need not wait for it.
        sha256, piece = await asyncio.gather(
            self._offload(lambda: hashlib.sha256(pixels.data).digest()), self._offload(lambda: next(pieces, None))
        )
        await conversation.send(pack_flat(layers.flat, sha256))
        while piece is not None:
            await conversation.send(pack_chunk(piece, sha256))
            piece = await self._offload(lambda: next(pieces, None))
        # The next run names it as `delivered_flat`.
        self._cache.put(sha256, pixels)
        await conversation.send(pack_done(layers))

    async def _offload(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


async def _tell(relay: ProgressRelay, conversation: Conversation) -> None:
    async for stage, fraction in relay.words():
        await conversation.send(pb.ColorizeResponse(progress=pb.Progress(stage=stage, fraction=fraction)))


def _refusal_for(error: Exception) -> Refusal:
    if isinstance(error, Refusal):
        return error
    if isinstance(error, InvalidDrawing):
        return Refusal("PICTURE_INVALID", str(error))
    if isinstance(error, asyncio.TimeoutError):
        return Refusal(
            "TOO_SLOW", "The drawing took longer than the call's deadline: scale the canvas down or wait longer."
        )
    if isinstance(error, MemoryError):
        return Refusal(
            "PICTURE_TOO_LARGE", "This machine has too little memory for the drawing: scale the canvas down."
        )
    log.error("a call failed", exc_info=error)
    return Refusal("INTERNAL", "The server failed on this drawing; its log says more: please report it.")
