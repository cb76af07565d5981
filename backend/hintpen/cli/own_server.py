"""A server of one's own on loopback, which ends with the command; a plugin's server is left alone."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hintpen_client.client import Client
from hintpen_client.errors import HintpenError
from hintpen_client.launcher import Launcher
from hintpen_client.runtime_file import read_runtime_file


@dataclass(frozen=True)
class OwnServer:
    """A server that starts with the client's first call."""

    client: Client
    runtime_file: Path

    @property
    def pid(self) -> int | None:
        """Of its process, or None when none runs."""
        server = read_runtime_file(self.runtime_file)
        return server.pid if server else None


@contextmanager
def own_server() -> Generator[OwnServer]:
    """Gives a server that is gone at the end. Raises `HintpenError`."""
    with tempfile.TemporaryDirectory(prefix="hintpen-", ignore_cleanup_errors=True) as folder:
        runtime_file = Path(folder) / "server.json"
        launcher = Launcher([sys.executable, "-m", "hintpen", "serve"], runtime_file=runtime_file)
        server = None
        try:
            with Client(launcher) as client:
                server = OwnServer(client, runtime_file)
                yield server
        except HintpenError as error:
            raise HintpenError(error.reason, f"{error}{_last_words(Path(folder) / 'server.log')}") from error
        finally:
            pid = server and server.pid
            if pid:
                os.kill(pid, signal.SIGTERM)


def _last_words(log: Path) -> str:
    """What the server said last; its log goes with the folder."""
    lines = log.read_text("utf-8", errors="replace").splitlines() if log.exists() else []
    return f" Its last words were: {lines[-1]}" if lines else ""
