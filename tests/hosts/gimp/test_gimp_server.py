"""The server's life, seen from GIMP: who starts it, what ends it, and what is lost when it is killed."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest
from gimp_host import Session, succeeded, wait_until

pytestmark = pytest.mark.gimp

WORKING_SECONDS = 0.3
"""Of CPU time that a server has spent on a job for certain: it had been idle before."""


def test_server_is_started_by_the_plugin_and_ends_with_gimp(session: Session) -> None:
    session.start(["lost.the_plug_in_starts_a_server"])
    wait_until(session.runtime_file.exists, "a server")
    server = running_server(session)
    succeeded(session.outcomes(), "lost.the_plug_in_starts_a_server")
    wait_until(lambda: not Path(f"/proc/{server}").exists(), "the server's end", 5)
    assert not session.runtime_file.exists()


def test_server_that_cannot_be_started_is_explained(session: Session) -> None:
    session.start(["lost.the_server_cannot_be_started"])
    succeeded(session.outcomes(), "lost.the_server_cannot_be_started")


def test_server_killed_while_it_works(session: Session) -> None:
    session.start(["lost.the_server_is_killed"])
    os.kill(working_server(session), signal.SIGKILL)
    succeeded(session.outcomes(), "lost.the_server_is_killed")


def test_plugin_killed_while_it_waits_frees_the_server(session: Session) -> None:
    session.start(["lost.the_plug_in_is_killed"])
    server = working_server(session)
    (plugin,) = session.processes("plug-ins/hintpen/hintpen.py")
    os.kill(plugin, signal.SIGKILL)
    wait_until(lambda: is_idle(server), "an idle server", 5)
    succeeded(session.outcomes(), "lost.the_plug_in_is_killed")


def running_server(session: Session) -> int:
    return json.loads(session.runtime_file.read_text())["pid"]


def working_server(session: Session) -> int:
    """The server's process, once it works on the large drawing."""
    wait_until((session.folder / "ready").exists, "the large drawing")
    server = running_server(session)
    before = cpu_seconds(server)
    wait_until(lambda: cpu_seconds(server) - before > WORKING_SECONDS, "work for the server")
    return server


def is_idle(process: int) -> bool:
    before = cpu_seconds(process)
    time.sleep(0.5)
    return cpu_seconds(process) - before < 0.1


def cpu_seconds(process: int) -> float:
    """Of all threads of a process."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
