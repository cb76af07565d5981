"""One call's messages, each waited for only so long."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar, cast

import grpc.aio
from google.protobuf.message import DecodeError

from hintpen.server.refusal import Context, Refusal
from hintpen.v1 import colorizer_pb2 as pb

T = TypeVar("T")
END_OF_STREAM = cast("Any", grpc.aio).EOF


class Conversation:
    """Reads a client's requests and sends it responses.

    A client that sends or takes nothing for `idle_seconds` is refused as TOO_SLOW.
    """

    def __init__(self, context: Context, idle_seconds: float) -> None:
        self._context = context
        self._idle_seconds = idle_seconds

    async def receive_header(self) -> pb.ColorizeHeader:
        """Raises: Refusal when the first message is none."""
        request = await self._receive()
        if request is None or request.WhichOneof("content") != "header":
            raise Refusal("REQUEST_MALFORMED", "A call begins with its header: send that first.")
        return request.header

    async def receive_chunk(self) -> pb.PictureChunk | None:
        """The next chunk; None once the client has closed its side.

        Raises: Refusal when the message is none.
        """
        request = await self._receive()
        if request is None:
            return None
        if request.WhichOneof("content") != "chunk":
            raise Refusal("REQUEST_MALFORMED", "After its one header a call holds only chunks of pictures.")
        return request.chunk

    async def send(self, response: pb.ColorizeResponse) -> None:
        """Raises: Refusal when the client takes nothing."""
        await self._in_time(self._context.write(response), "took nothing")

    async def _receive(self) -> pb.ColorizeRequest | None:
        try:
            request = await self._in_time(self._context.read(), "sent nothing")
        except DecodeError:
            raise Refusal("REQUEST_MALFORMED", "A message is not a ColorizeRequest.") from None
        return None if request is END_OF_STREAM else request

    async def _in_time(self, exchange: Awaitable[T], fault: str) -> T:
        try:
            return await asyncio.wait_for(exchange, self._idle_seconds)
        except asyncio.TimeoutError:
            raise Refusal(
                "TOO_SLOW", f"The client {fault} for {self._idle_seconds:g} s: start the job again."
            ) from None
