"""Our client against grpcio servers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

FAKES = Path(__file__).resolve().parents[2] / "fakes"
sys.path.insert(0, str(FAKES))

from hintpen_client.client import Client  # noqa: E402
from hintpen_client.launcher import Launcher  # noqa: E402
from hintpen_client.types import ColorizeJob, HintKind, HintLayer, Picture, PixelFormat  # noqa: E402
from scripted_server import ScriptedServer, flat_script  # noqa: E402

SCRIPTED = [sys.executable, str(FAKES / "scripted_server.py")]


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


def a_job(width: int = 9, height: int = 7) -> ColorizeJob:
    line_art = Picture(width, height, PixelFormat.GRAY8, bytes(range(width)) * height)
    hint = Picture(width, height, PixelFormat.RGBA8, bytes((1, 2, 3, 255)) * (width * height))
    return ColorizeJob(line_art, (HintLayer(HintKind.COLOR, hint),))
