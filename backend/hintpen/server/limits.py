"""How much a server takes on: checked on a call's header, before any memory is spent on it."""

from __future__ import annotations

from dataclasses import dataclass

PROTOCOL_VERSION = 1
"""Of the contract in proto/hintpen/v1."""

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What a server accepts; the first five are told to clients as ServerLimits."""

    max_side: int = 16384
    """Pixels."""
    max_pixels: int = 1 << 27
    """Pixels a picture: 16384x8192."""
    max_hint_layers: int = 8
    chunk_bytes: int = MIB
    """Bytes of one PictureChunk's data."""
    max_queue: int = 8
    """Calls beside the one that is being colored: receiving, waiting or sending."""
    held_bytes: int = 4096 * MIB
    """Raw pixels that all running calls hold together."""
    cache_bytes: int = 1024 * MIB
    """Raw pixels kept for clients that run again."""
    idle_seconds: float = 20.0
    """A client that sends or takes nothing for so long is let go."""
    call_seconds: float = 600.0
    """The longest a call may last; a client's own deadline may be shorter."""
