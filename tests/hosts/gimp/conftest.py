"""One GIMP session for the scenarios, another for those that end servers and programs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from gimp_host import Host, Session, find_hosts, scenario_names


@pytest.fixture(scope="session", params=find_hosts() or [None], ids=lambda host: host.version if host else "none")
def host(request: pytest.FixtureRequest) -> Host:
    if request.param:
        return request.param
    message = "no GIMP 3 on this machine: `make hosts` prepares one"
    if os.environ.get("HINTPEN_REQUIRE_HOSTS") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def session(host: Host) -> Iterator[Session]:
    session = Session(host)
    yield session
    session.close()


@pytest.fixture(scope="session")
def outcomes(host: Host) -> Iterator[dict[str, str]]:
    """What became of every scenario, all run in one GIMP."""
    session = Session(host)
    results = Path(session.folder / "results.json")
    output = session.run(f"import driver; driver.run({scenario_names()!r}, '{session.home}/results.json')", seconds=240)
    yield json.loads(results.read_text()) | {"output": output}
    session.close()
