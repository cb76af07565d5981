"""The file in which a running server says how to reach it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RunningServer:
    """What the runtime file holds; the server that wrote it may be gone."""

    pid: int
    port: int
    token: str
    version: str
    protocol_version: int


def runtime_file_path(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the file lies; the server follows the same rule."""
    if environment.get("HINTPEN_RUNTIME_FILE"):
        return Path(environment["HINTPEN_RUNTIME_FILE"])
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "hintpen" / "run" / "server.json"
    if environment.get("XDG_RUNTIME_DIR"):
        return Path(environment["XDG_RUNTIME_DIR"]) / "hintpen" / "server.json"
    return Path.home() / ".cache" / "hintpen" / "run" / "server.json"


def read_runtime_file(path: Path) -> RunningServer | None:
    """None when there is no such file, or it holds something else."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return RunningServer(
            pid=int(content["pid"]),
            port=int(content["port"]),
            token=str(content["token"]),
            version=str(content["version"]),
            protocol_version=int(content["protocol_version"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
