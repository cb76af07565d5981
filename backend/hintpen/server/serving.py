"""A running server: the service with health, reflection and the token check, on one port."""

from __future__ import annotations

from typing import Any, cast

import grpc.aio
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from hintpen.server.access import CannotServe, TokenInterceptor
from hintpen.server.limits import MIB, Limits
from hintpen.server.listening import Listening
from hintpen.server.service import ColorizerService
from hintpen.server.worker import ColorizerFactory, Colorizes
from hintpen.v1 import colorizer_pb2 as pb
from hintpen.v1 import colorizer_pb2_grpc

SERVICE_NAME = pb.DESCRIPTOR.services_by_name["ColorizerService"].full_name
STOP_SECONDS = 0.2
"""What running calls are given to end when the server stops."""
MESSAGE_BYTES = 4 * MIB
"""gRPC itself turns away longer messages, unread."""

_OPTIONS = [("grpc.so_reuseport", 0), ("grpc.max_receive_message_length", MESSAGE_BYTES)]


def load_colorizer() -> Colorizes:
    """The real engine; imported here so that a server listens before it is loaded."""
    from hintpen.engine.colorizer import Colorizer

    return Colorizer()


class Server:
    """Listens from `start` on; health says SERVING once `warm_up` is done. Made inside a running event loop."""

    def __init__(
        self, listening: Listening, make_colorizer: ColorizerFactory = load_colorizer, limits: Limits | None = None
    ) -> None:
        self._listening = listening
        self._service = ColorizerService(make_colorizer, limits or Limits())
        self._health: Any = cast("Any", health).aio.HealthServicer()  # the stubs know only the threaded one
        self._grpc: grpc.aio.Server = cast("Any", grpc.aio).server(
            interceptors=[TokenInterceptor(listening.token)], options=_OPTIONS
        )
        cast("Any", colorizer_pb2_grpc).add_ColorizerServiceServicer_to_server(self._service, self._grpc)
        health_pb2_grpc.add_HealthServicer_to_server(self._health, self._grpc)
        reflection.enable_server_reflection((SERVICE_NAME, health.SERVICE_NAME, reflection.SERVICE_NAME), self._grpc)

    async def start(self) -> int:
        """Starts listening, NOT_SERVING; returns the port.

        Raises: CannotServe when the address cannot be had.
        """
        await self._tell_health(health_pb2.HealthCheckResponse.NOT_SERVING)
        address = self._listening.address
        try:
            if self._listening.credentials is None:
                port = self._grpc.add_insecure_port(address)
            else:
                port = self._grpc.add_secure_port(address, self._listening.credentials)
        except RuntimeError:
            tls = "" if self._listening.credentials is None else ", and check that the TLS key fits the certificate"
            raise CannotServe(f"{address} cannot be listened on: choose a free port, or 0 for any{tls}.") from None
        await self._grpc.start()
        return port

    async def warm_up(self) -> None:
        """Loads the engine, then tells health SERVING."""
        await self._service.warm_up()
        await self._tell_health(health_pb2.HealthCheckResponse.SERVING)

    async def stop(self) -> None:
        """Refuses new calls, gives running ones `STOP_SECONDS`, and lets go of everything."""
        self._service.stop()
        await self._health.enter_graceful_shutdown()
        await self._grpc.stop(STOP_SECONDS)
        self._service.close()

    async def _tell_health(self, status: Any) -> None:  # noqa: ANN401, the stubs know no enum
        for name in ("", SERVICE_NAME):
            await self._health.set(name, status)
