"""Our client against grpcio servers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from client_driver import FAKES, a_job
from hintpen_client.client import Client
from hintpen_client.launcher import Launcher
from hintpen_client.types import ColorizeJob

sys.path.insert(0, str(FAKES))

from scripted_server import ScriptedServer, flat_script


@pytest.fixture
def runtime_file(tmp_path: Path) -> Path:
    return tmp_path / "run" / "server.json"


@pytest.fixture
def serve(runtime_file: Path) -> Iterator[Callable[..., ScriptedServer]]:
    """Starts a ScriptedServer that announces itself in `runtime_file`."""
    with ExitStack() as stack:

        def start(script: Any = flat_script, **options: Any) -> ScriptedServer:  # noqa: ANN401
            return stack.enter_context(ScriptedServer(runtime_file, script, **options))

        yield start


@pytest.fixture
def client(runtime_file: Path) -> Iterator[Client]:
    """A client that may only use a server that runs: its own command fails."""
    with Client(Launcher([sys.executable, "-c", "raise SystemExit(7)"], runtime_file=runtime_file)) as client:
        yield client


@pytest.fixture
def job() -> ColorizeJob:
    return a_job()
