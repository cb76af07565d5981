"""Every scenario in scenarios/ passes in a real Krita."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from krita_session import SCRIPTS, Outcome, scenario_names

CASES = [
    pytest.param(script, name, id=f"{script.stem}-{name}") for script in SCRIPTS for name in scenario_names(script)
]


@pytest.mark.krita
@pytest.mark.parametrize(("script", "name"), CASES)
def test_scenario(outcome_of: Callable[[Path], Outcome], script: Path, name: str) -> None:
    failure = outcome_of(script).failure(name)
    assert not failure, failure
