"""Where the server listens: loopback, or anywhere once TLS and a token of the owner's choice are given."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

import grpc

from hintpen.server.access import CannotServe, new_token, read_token

HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Listening:
    """An address that is safe to listen on, and the token to ask for there."""

    host: str
    port: int
    """0: any free one."""
    token: str
    credentials: grpc.ServerCredentials | None = None
    """None: plain text, on loopback only."""

    @property
    def address(self) -> str:
        """As gRPC writes it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def choose_listening(
    host: str, port: int, tls_cert: Path | None = None, tls_key: Path | None = None, token_file: Path | None = None
) -> Listening:
    """Checks that what was asked for is safe.

    Raises: CannotServe when it is not, or when a file cannot be read.
    """
    host = "127.0.0.1" if host == "localhost" else host
    if not 0 <= port <= HIGHEST_PORT:
        raise CannotServe(f"There is no port {port}: choose one up to {HIGHEST_PORT}, or 0 for any free one.")
    if (tls_cert is None) != (tls_key is None):
        raise CannotServe(
            "TLS needs both --tls-cert and --tls-key: give the certificate chain and its key, as PEM files."
        )
    if not _is_loopback(host) and (tls_cert is None or token_file is None):
        raise CannotServe(
            f"Listening on {host} would open this server to the network: "
            "give --tls-cert, --tls-key and --token-file as well, or listen on 127.0.0.1."
        )
    token = new_token() if token_file is None else read_token(token_file)
    credentials = None if tls_cert is None or tls_key is None else _read_credentials(tls_cert, tls_key)
    return Listening(host, port, token, credentials)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        # A name may mean another address tomorrow.
        return False


def _read_credentials(cert: Path, key: Path) -> grpc.ServerCredentials:
    try:
        return grpc.ssl_server_credentials([(key.read_bytes(), cert.read_bytes())])
    except OSError as error:
        raise CannotServe(f"The TLS files cannot be read ({error}): give PEM files that this user may read.") from error
