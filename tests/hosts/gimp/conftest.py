"""One GIMP session for the scenarios, another for those that end servers and programs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

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
    with Session(host) as session:
        yield session


@pytest.fixture(scope="session")
def outcomes(host: Host) -> dict[str, str]:
    """What became of every scenario that needs no screen, all run in one GIMP."""
    with Session(host) as session:
        session.start(scenario_names())
        return session.outcomes(seconds=200)


@pytest.fixture(scope="session")
def outcomes_on_screen(host: Host, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same for those that need one; a picture of the dialog is left in pytest's folder."""
    with Session(host) as session:
        session.start(scenario_names(("screen",)), screen=True)
        outcomes = session.outcomes(seconds=200)
        shutil.copy(session.folder / "dialog.png", tmp_path_factory.mktemp("gimp"))
        return outcomes
