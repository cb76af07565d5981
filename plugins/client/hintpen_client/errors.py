"""What can go wrong, as one type: a reason to switch on and a sentence to show."""

from __future__ import annotations


class HintpenError(Exception):
    """A job failed.

    `reason`: the contract's ErrorReason without its prefix ("PICTURE_TOO_LARGE"), or one of the client's own:
    "SERVER_NOT_INSTALLED", "SERVER_DID_NOT_START", "SERVER_LOST", "CANCELLED".
    `str(error)`: one sentence that says what to do.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
