"""A client with a server of its own on loopback, which ends with it; a plugin's server is left alone."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from hintpen_client.client import Client
from hintpen_client.launcher import Launcher
from hintpen_client.runtime_file import read_runtime_file


@contextmanager
def own_client() -> Generator[Client]:
    """Gives a client; the server starts with its first call and is gone at the end. Raises `HintpenError`."""
    with tempfile.TemporaryDirectory(prefix="hintpen-") as folder:
        runtime_file = Path(folder) / "server.json"
        launcher = Launcher([sys.executable, "-m", "hintpen", "serve"], runtime_file=runtime_file)
        try:
            with Client(launcher) as client:
                yield client
        finally:
            server = read_runtime_file(runtime_file)
            if server:
                os.kill(server.pid, signal.SIGTERM)
