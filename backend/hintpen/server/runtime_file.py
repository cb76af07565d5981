"""The runtime file: how a plugin on this machine finds the running server and its token."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from hintpen.server.access import CannotServe


@dataclass(frozen=True)
class RuntimeEntry:
    """What the file says, as one JSON object."""

    pid: int
    port: int
    token: str
    version: str
    protocol_version: int


def default_path(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the file is on this machine; the client computes the same."""
    if explicit := environment.get("HINTPEN_RUNTIME_FILE"):
        return Path(explicit)
    if platform == "win32":
        return Path(
            environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "hintpen", "run", "server.json"
        )
    if runtime := environment.get("XDG_RUNTIME_DIR"):
        return Path(runtime, "hintpen", "server.json")
    return Path.home() / ".cache" / "hintpen" / "run" / "server.json"


def write(path: Path, entry: RuntimeEntry) -> None:
    """Writes `entry` in one step: 0600, in a folder that is made 0700 when it is missing.

    Raises: CannotServe when the folder cannot be made, or when other users may write to it.
    """
    fresh = path.with_name(f"{path.name}.{entry.pid}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _require_private(path.parent)
        fresh.unlink(missing_ok=True)
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(asdict(entry), file)
        fresh.replace(path)
    except OSError as error:
        raise CannotServe(
            f"The runtime file {path} cannot be written ({error}): name another with --runtime-file."
        ) from error


def remove(path: Path, entry: RuntimeEntry) -> None:
    """Removes the file at the end, unless a later server has written its own there."""
    try:
        if json.loads(path.read_text("utf-8")) == asdict(entry):
            path.unlink()
    except (OSError, ValueError):
        return


def _require_private(folder: Path) -> None:
    if os.name != "posix":
        return
    status = folder.stat()
    if status.st_uid != os.getuid() or status.st_mode & 0o022:
        raise CannotServe(
            f"Other users may write to {folder}, where the runtime file belongs: "
            "name a file in a folder of your own with --runtime-file."
        )
