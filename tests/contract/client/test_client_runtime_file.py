"""Client and server find the runtime file by the same rule, and read what the other writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hintpen.server import runtime_file as server_side
from hintpen_client import runtime_file as client_side

ENVIRONMENTS = [
    {},
    {"XDG_RUNTIME_DIR": "/run/user/1000"},
    {"XDG_RUNTIME_DIR": ""},
    {"LOCALAPPDATA": "/c/local"},
    {"LOCALAPPDATA": "", "XDG_RUNTIME_DIR": "/run/user/1000"},
    {"HINTPEN_RUNTIME_FILE": "/elsewhere/server.json", "XDG_RUNTIME_DIR": "/run/user/1000", "LOCALAPPDATA": "/c/local"},
    {"HINTPEN_RUNTIME_FILE": "", "XDG_RUNTIME_DIR": "/run/user/1000"},
]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_one_rule(environment: dict[str, str], platform: str) -> None:
    expected = server_side.default_path(environment, platform)
    assert client_side.runtime_file_path(environment, platform) == expected


def test_one_format(tmp_path: Path) -> None:
    path = tmp_path / "run" / "server.json"
    server_side.write(path, server_side.RuntimeEntry(5, 6, "ab" * 32, "0.1.0", 1))
    assert client_side.read_runtime_file(path) == client_side.RunningServer(5, 6, "ab" * 32, "0.1.0", 1)
