"""Refused calls: a reason of the contract, its canonical gRPC code, and one sentence that says what to do."""

from __future__ import annotations

from typing import Any, NoReturn, TypeAlias, cast

import grpc.aio
from google.protobuf.any_pb2 import Any as AnyMessage
from google.rpc.error_details_pb2 import ErrorInfo
from google.rpc.status_pb2 import Status
from grpc_status import rpc_status

ERROR_DOMAIN = "hintpen"

CODE_OF_REASON = {
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
"""By the name of an ErrorReason without its prefix."""

Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"


class Refusal(Exception):
    """A call cannot be served.

    `reason`: a key of `CODE_OF_REASON`. `str(refusal)`: one sentence that says what to do.
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason

    @property
    def code(self) -> grpc.StatusCode:
        """The canonical code that the contract gives this reason."""
        return CODE_OF_REASON[self.reason]


async def abort(context: Context, refusal: Refusal) -> NoReturn:
    """Ends a call with `refusal`, its reason as google.rpc.ErrorInfo in the trailing metadata."""
    detail = AnyMessage()
    detail.Pack(ErrorInfo(domain=ERROR_DOMAIN, reason=refusal.reason))
    code = cast("tuple[int, str]", refusal.code.value)[0]
    status = rpc_status.to_status(Status(code=code, message=str(refusal), details=[detail]))
    await context.abort(refusal.code, str(refusal), cast("Any", status).trailing_metadata)
