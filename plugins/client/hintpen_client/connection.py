"""One channel to one server; each of its calls has the token and a deadline."""

from __future__ import annotations

from hintpen_client._vendor.grpclib.client import Channel, Stream, StreamStreamMethod, UnaryUnaryMethod
from hintpen_client._vendor.grpclib.config import Configuration
from hintpen_client._vendor.grpclib.health.v1.health_grpc import HealthStub
from hintpen_client._vendor.grpclib.health.v1.health_pb2 import HealthCheckRequest, HealthCheckResponse
from hintpen_client.failures import typed_errors
from hintpen_client.runtime_file import RunningServer
from hintpen_client.types import ServerInfo
from hintpen_client.v1.colorizer_pb2 import (
    ColorizeRequest,
    ColorizeResponse,
    GetServerInfoRequest,
    GetServerInfoResponse,
)

PROTOCOL_VERSION = 1

# Seconds. A server on this machine answers in milliseconds unless the machine is very busy.
ANSWER_SECONDS = 5.0
# Seconds for a whole job, its time in the queue included.
JOB_SECONDS = 1800.0
# Bytes that a server may send ahead of us: a few layers' worth, so that it never waits for acknowledgements.
WINDOW = 16 * 2**20


class Connection:
    """Opens itself at the first call, and again after it was lost. Belongs to one asyncio loop."""

    def __init__(self, server: RunningServer) -> None:
        windows = Configuration(http2_connection_window_size=WINDOW, http2_stream_window_size=WINDOW)
        self._channel = Channel("127.0.0.1", server.port, config=windows)
        self._metadata = {"authorization": f"Bearer {server.token}"}
        service = "/hintpen.v1.ColorizerService/"
        self._get_server_info = UnaryUnaryMethod(
            self._channel, f"{service}GetServerInfo", GetServerInfoRequest, GetServerInfoResponse
        )
        self._colorize = StreamStreamMethod(self._channel, f"{service}Colorize", ColorizeRequest, ColorizeResponse)

    async def is_serving(self) -> bool:
        """False while the server warms up or ends. Raises HintpenError when nothing of the kind answers."""
        with typed_errors():
            answer = await HealthStub(self._channel).Check(HealthCheckRequest(), timeout=ANSWER_SECONDS)
            return answer.status == HealthCheckResponse.SERVING

    async def server_info(self) -> ServerInfo:
        with typed_errors():
            answer = await self._get_server_info(
                GetServerInfoRequest(protocol_version=PROTOCOL_VERSION), timeout=ANSWER_SECONDS, metadata=self._metadata
            )
            return ServerInfo(
                version=answer.server_version,
                device=answer.device,
                packs=tuple(answer.packs),
                max_side=answer.limits.max_side,
                max_pixels=answer.limits.max_pixels,
                max_hint_layers=answer.limits.max_hint_layers,
                chunk_bytes=answer.limits.chunk_bytes,
                max_queue=answer.limits.max_queue,
            )

    def open_colorize(self) -> Stream[ColorizeRequest, ColorizeResponse]:
        return self._colorize.open(timeout=JOB_SECONDS, metadata=self._metadata)

    def close(self) -> None:
        self._channel.close()
