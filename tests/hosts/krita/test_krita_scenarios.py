"""Every scenario in scenarios/ passes in every real Krita of this machine."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from krita_session import SCRIPTS, Host, Outcome, find_hosts

HOSTS = find_hosts()
CASES = [
    pytest.param(host, script, name, id=f"{host.name}-{script.stem}-{name}")
    for host in HOSTS
    for script in SCRIPTS
    for name in host.scenario_names(script)
]


@pytest.mark.krita
def test_krita_is_here() -> None:
    if not HOSTS:
        message = "no Krita on this machine: `make hosts` prepares one"
        if os.environ.get("HINTPEN_REQUIRE_HOSTS") == "1":
            pytest.fail(message)
        pytest.skip(message)


@pytest.mark.krita
@pytest.mark.parametrize(("host", "script", "name"), CASES)
def test_scenario(outcome_of: Callable[[Host, Path], Outcome], host: Host, script: Path, name: str) -> None:
    failure = outcome_of(host, script).failure(name)
    assert not failure, failure
