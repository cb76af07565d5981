"""One Krita for each script of scenarios, started when the first of its scenarios is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from krita_session import Outcome, krita_is_ready, run_script


@pytest.fixture(scope="session")
def outcome_of() -> Callable[[Path], Outcome]:
    if not krita_is_ready():
        message = "no Krita on this machine: `make hosts` prepares one"
        if os.environ.get("HINTPEN_REQUIRE_HOSTS") == "1":
            pytest.fail(message)
        pytest.skip(message)
    return cache(run_script)
