"""Every way in which a call can fail, as a HintpenError: a reason and a sentence that says what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import contextmanager

from hintpen_client._vendor.google.rpc.error_details_pb2 import ErrorInfo
from hintpen_client._vendor.grpclib.const import Status
from hintpen_client._vendor.grpclib.exceptions import GRPCError, StreamTerminatedError
from hintpen_client._vendor.h2.exceptions import H2Error
from hintpen_client.errors import HintpenError

DOMAIN = "hintpen"

SENTENCES = {
    "TOKEN_MISSING_OR_WRONG": "Another server answered in Hintpen's place: press Colorize again.",
    "VERSION_MISMATCH": "This plugin and Hintpen's server are of different versions: update Hintpen, then run "
    "`hintpen install krita` or `hintpen install gimp` and restart this program.",
    "REQUEST_MALFORMED": "Hintpen's server did not understand the plugin: update both to the same version.",
    "PICTURE_INVALID": "A layer does not fit the line art: use layers of one canvas.",
    "PICTURE_TOO_LARGE": "The canvas is too large for Hintpen's server: scale it down.",
    "PICTURE_CORRUPT": "A layer was damaged on its way to Hintpen's server: press Colorize again.",
    "QUEUE_FULL": "Hintpen's server is busy with other jobs: try again when one has ended.",
    "NOT_SERVING": "Hintpen's server is starting or stopping: try again in a moment.",
    "INTERNAL": "Hintpen's server failed: its log says why; `hintpen doctor` shows where it lies.",
    "TOO_SLOW": "Hintpen's server took too long to answer: try again, or try a smaller canvas.",
    "SERVER_LOST": "Hintpen's server ended while it worked: press Colorize again to start a new one.",
    "CANCELLED": "The job was cancelled.",
}

# For answers that name no reason: something between us and the server, or a server that is ending.
_REASONS = {
    Status.UNAUTHENTICATED: "TOKEN_MISSING_OR_WRONG",
    Status.UNIMPLEMENTED: "VERSION_MISMATCH",
    Status.INVALID_ARGUMENT: "REQUEST_MALFORMED",
    Status.RESOURCE_EXHAUSTED: "QUEUE_FULL",
    Status.DEADLINE_EXCEEDED: "TOO_SLOW",
    Status.UNAVAILABLE: "SERVER_LOST",
    Status.CANCELLED: "SERVER_LOST",
}


def failure(reason: str, message: str | None = None) -> HintpenError:
    return HintpenError(reason, message or SENTENCES[reason])


def damaged(what: str) -> HintpenError:
    """The server's answer cannot be used."""
    return failure("INTERNAL", f"Hintpen's server sent {what}: update Hintpen, or run `hintpen doctor`.")


@contextmanager
def typed_errors() -> Generator[None]:
    """Lets nothing but HintpenError (and cancellation) out."""
    try:
        yield
    except HintpenError:
        raise
    except asyncio.TimeoutError as error:
        raise failure("TOO_SLOW") from error
    except GRPCError as error:
        raise _from_status(error) from error
    except (OSError, StreamTerminatedError, H2Error, AssertionError) as error:
        # grpclib asserts where a connection ends in the middle of a message.
        raise failure("SERVER_LOST") from error
    except Exception as error:
        raise damaged(f"something that this plugin does not understand ({type(error).__name__})") from error


def _from_status(error: GRPCError) -> HintpenError:
    for detail in error.details or ():
        if isinstance(detail, ErrorInfo) and detail.domain == DOMAIN and detail.reason in SENTENCES:
            return failure(detail.reason, error.message)
    return failure(_REASONS.get(error.status, "INTERNAL"))
