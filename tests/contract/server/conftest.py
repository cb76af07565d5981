"""Servers for the tests: one event loop in a thread of its own runs them in process."""

from __future__ import annotations

import asyncio
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hintpen.server.limits import Limits
from hintpen.server.serving import load_colorizer
from hintpen.server.worker import ColorizerFactory
from server_driver import Backend, InProcessServer

Serve = Callable[..., Backend]


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield loop
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def serve(loop: asyncio.AbstractEventLoop) -> Iterator[Serve]:
    """Starts a server in process, with an engine and limits of the test's choice."""
    with ExitStack() as servers:

        def start(
            make_colorizer: ColorizerFactory = load_colorizer, limits: Limits | None = None, warm: bool = True
        ) -> Backend:
            return servers.enter_context(InProcessServer(loop, make_colorizer, limits or Limits(), warm))

        yield start


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate of 127.0.0.1 and its key."""
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    request = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 2"
    request += " -addext subjectAltName=IP:127.0.0.1"
    subprocess.run(
        [*request.split(), "-subj", "/CN=127.0.0.1", "-out", str(cert), "-keyout", str(key)],
        check=True,
        capture_output=True,
    )
    return cert, key


@pytest.fixture
def backend(serve: Serve) -> Backend:
    """A server with the real engine."""
    return serve()
