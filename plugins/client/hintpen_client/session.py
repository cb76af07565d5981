"""The server as the worker thread knows it: found or started for the first job, kept for the next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from hintpen_client.colorize import Listener, colorize, prepare
from hintpen_client.connection import Connection
from hintpen_client.errors import HintpenError
from hintpen_client.types import Answer, ColorizeJob, Layer, ServerInfo
from hintpen_client.upload import Names

_Reached = tuple[Connection, ServerInfo]


class Connector(Protocol):
    """What a session asks of a launcher."""

    async def connect(self) -> tuple[Connection, ServerInfo]: ...


class Session:
    """Belongs to one asyncio loop."""

    def __init__(self, launcher: Connector) -> None:
        self._launcher = launcher
        self._reached: _Reached | None = None
        self._connecting: asyncio.Future[_Reached] | None = None
        self._connections: list[Connection] = []
        self._names = Names()

    async def colorize(
        self, job: ColorizeJob, on_progress: Callable[[str, float], None], on_layer: Callable[[Layer], None]
    ) -> Answer:
        """Runs one job; once more, on a new server, when the server was lost before it took the job."""
        accepted = False

        def on_accepted() -> None:
            nonlocal accepted
            accepted = True
            on_progress("sending the drawing", 0.0)

        async def attempt() -> Answer:
            (connection, info), prepared = await asyncio.gather(self._reach(), prepare(job, self._names))
            listener = Listener(on_accepted, on_progress, on_layer)
            return await colorize(connection, info.chunk_bytes, job, prepared, listener)

        on_progress("connecting to the server", 0.0)
        try:
            return await attempt()
        except HintpenError as error:
            if accepted or error.reason not in ("SERVER_LOST", "NOT_SERVING"):
                raise
        return await attempt()

    async def server_info(self) -> ServerInfo:
        return (await self._reach())[1]

    def close(self) -> None:
        for connection in self._connections:
            connection.close()

    async def _reach(self) -> _Reached:
        """Jobs share one connecting, and cancelling a job does not stop it: a server half started helps nobody."""
        if self._reached and await _serves(self._reached[0]):
            return self._reached
        if self._connecting is None or self._connecting.done():
            self._connecting = asyncio.ensure_future(self._connect())
        return await asyncio.shield(self._connecting)

    async def _connect(self) -> _Reached:
        # The connection before it stays open until the end: another job may still be served there.
        self._reached = await self._launcher.connect()
        self._connections.append(self._reached[0])
        return self._reached


async def _serves(connection: Connection) -> bool:
    try:
        return await connection.is_serving()
    except HintpenError:
        return False
