"""Drawings of every kind, colored in a real GIMP; what is checked stands in inside/."""

from __future__ import annotations

import pytest
from gimp_host import scenario_names

pytestmark = pytest.mark.gimp


@pytest.mark.parametrize("name", scenario_names())
def test_scenario(outcomes: dict[str, str], name: str) -> None:
    missing = f"GIMP ended before it came to this scenario:\n{outcomes['output'][-4000:]}"
    failure = outcomes.get(name, missing)
    assert not failure, failure
