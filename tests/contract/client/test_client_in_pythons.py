"""The client as it stands runs in every Python that a host may bring, without one compiled module of others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hintpen_client
import pytest
from scripted_server import ScriptedServer

PLUGINS = Path(hintpen_client.__file__).parent.parent
ONE_JOB = Path(__file__).with_name("one_job.py")


def environment() -> dict[str, str]:
    """With pyenv, every version that it holds answers to its own name."""
    versions = ""
    if shutil.which("pyenv"):
        listed = subprocess.run(["pyenv", "versions", "--bare"], capture_output=True, text=True, check=True).stdout
        versions = ":".join(name for name in listed.split() if name.startswith("3."))
    return {**os.environ, "PYENV_VERSION": versions} if versions else dict(os.environ)


def interpreters() -> list[str]:
    """This one, and those of python3.9 to python3.14 that this machine has."""
    found = [sys.executable]
    for name in (f"python3.{minor}" for minor in range(9, 15)):
        path = shutil.which(name)
        if path and subprocess.run([path, "-c", ""], env=environment(), capture_output=True).returncode == 0:
            found.append(name)
    return found


@pytest.mark.parametrize("python", interpreters(), ids=lambda python: Path(python).name)
def test_a_job(serve: Callable[..., ScriptedServer], runtime_file: Path, python: str) -> None:
    serve()
    command = [python, "-I", "-B", "-W", "error", "-X", "dev", str(ONE_JOB), str(PLUGINS), str(runtime_file)]
    ended = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=60)
    assert (ended.stdout, ended.stderr) == ("colored 0.1.0\n", "")
