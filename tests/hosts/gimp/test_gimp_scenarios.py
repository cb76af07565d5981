"""Drawings of every kind, colored in a real GIMP; what is checked stands in inside/."""

from __future__ import annotations

import pytest
from gimp_host import scenario_names, succeeded

pytestmark = pytest.mark.gimp


@pytest.mark.parametrize("name", scenario_names())
def test_scenario(outcomes: dict[str, str], name: str) -> None:
    succeeded(outcomes, name)


@pytest.mark.parametrize("name", scenario_names(("screen",)))
def test_scenario_on_screen(outcomes_on_screen: dict[str, str], name: str) -> None:
    succeeded(outcomes_on_screen, name)
