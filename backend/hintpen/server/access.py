"""Who may call: the token, and the interceptor that asks for it on every method but health."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeAlias, cast

import grpc.aio

from hintpen.server.refusal import Context, Refusal, abort

TOKEN_BITS = 256
SHORTEST_TOKEN = 32
"""Characters of a token that was chosen by hand."""

_OPEN_SERVICE = "/grpc.health.v1.Health/"
_Handler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"


class CannotServe(Exception):
    """The server cannot start as it was asked to; the message is one sentence that says what to do."""


def new_token() -> str:
    """A fresh token in hexadecimal."""
    return secrets.token_hex(TOKEN_BITS // 8)


def read_token(path: Path) -> str:
    """The token that `path` holds, one line of printable ASCII.

    Raises: CannotServe.
    """
    try:
        token = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotServe(
            f"The token file {path} cannot be read ({error}): write the token into it as plain text."
        ) from error
    if len(token) < SHORTEST_TOKEN or not token.isprintable() or " " in token:
        raise CannotServe(
            f"The token file {path} must hold one word of at least {SHORTEST_TOKEN} characters: "
            "make one with `openssl rand -hex 32`."
        )
    return token


class TokenInterceptor(grpc.aio.ServerInterceptor):  # pyright: ignore[reportMissingTypeArgument], generic in its stubs only
    """Turns away every call without `authorization: Bearer TOKEN`, health checks excepted."""

    def __init__(self, token: str) -> None:
        self._expected = f"Bearer {token}".encode()
        # On the wire every kind of call is a stream both ways, so that one handler can deny them all unread.
        self._denial: _Handler = cast("Any", grpc).stream_stream_rpc_method_handler(_deny)

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[_Handler]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> _Handler:
        """Hands the call on, or answers UNAUTHENTICATED."""
        if handler_call_details.method.startswith(_OPEN_SERVICE) or self._knows(handler_call_details):
            return await continuation(handler_call_details)
        return self._denial

    def _knows(self, call: grpc.HandlerCallDetails) -> bool:
        given = [value for key, value in call.invocation_metadata if key == "authorization"]
        if len(given) != 1:
            return False
        word = given[0]
        return hmac.compare_digest(word if isinstance(word, bytes) else word.encode(), self._expected)


async def _deny(requests: object, context: Context) -> None:
    await abort(
        context,
        Refusal(
            "TOKEN_MISSING_OR_WRONG",
            "The token is missing or not this server's: take it from the runtime file that the server wrote.",
        ),
    )
