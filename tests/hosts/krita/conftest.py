"""One Krita for each script of scenarios, started when the first of its scenarios is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from krita_session import Host, Outcome, run_script


@pytest.fixture(scope="session")
def outcome_of() -> Callable[[Host, Path], Outcome]:
    return cache(run_script)
