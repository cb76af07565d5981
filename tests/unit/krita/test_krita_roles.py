"""Layers are found by name, then by what is at hand."""

from __future__ import annotations

import pytest
from fake_page import Desk, page
from krita_plugin.host import LayerInfo
from krita_plugin.roles import Role, find_by_name


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Hints", "Line art", "Paper"], "Line art"),
        (["Sketch", "Inks"], "Inks"),
        (["sketch 2", "Paper"], "sketch 2"),
        (["Pink", "Blinking", "Paper"], None),
        (["Hints for the lines", "clean_line"], "clean_line"),
        (["Outline", "Lines"], "Outline"),
    ],
)
def test_lines_by_name(names: list[str], expected: str | None) -> None:
    assert find_by_name([LayerInfo(name, name) for name in names], Role.LINES) == expected


def test_a_layer_goes_before_a_group() -> None:
    layers = [LayerInfo("group", "Line art", is_group=True), LayerInfo("layer", "lines", depth=1)]
    assert find_by_name(layers, Role.LINES) == "layer"


def test_hints_are_not_hintpens_own_group() -> None:
    assert find_by_name([LayerInfo("1", "Hintpen copy")], Role.HINTS) is None


def test_lines_without_a_telling_name_are_the_current_layer() -> None:
    document = page("Hints", "Layer 1", "Layer 2", active="Layer 2")
    desk = Desk(document)
    assert desk.model.view.layer_name(Role.LINES) == "Layer 2"
    document.active = "Layer 1"
    desk.model.refresh()
    assert desk.model.view.layer_name(Role.LINES) == "Layer 1"


def test_the_current_layer_stays_the_lines_once_hints_are_added_above_it() -> None:
    document = page("Layer 1", "Layer 2", active="Layer 2")
    desk = Desk(document)
    desk.model.add_layer(Role.HINTS)
    assert document.names == ["Layer 1", "Hints", "Layer 2"]
    assert document.active == "Hints"
    document.active = "Layer 1"
    desk.model.refresh()
    assert desk.model.view.layer_name(Role.LINES) == "Layer 2"


def test_the_lines_of_the_last_run_go_before_the_current_layer() -> None:
    desk = Desk(page("Hints", "Layer 1", "Layer 2", active="Layer 1", lines_of_last_run="Layer 2"))
    assert desk.model.view.layer_name(Role.LINES) == "Layer 2"


def test_a_choice_goes_before_names_until_its_layer_is_gone() -> None:
    document = page("Hints", "Lines", "Layer 1")
    desk = Desk(document)
    desk.model.choose(Role.LINES, "Layer 1")
    assert desk.model.view.found[Role.LINES] == "Layer 1"
    document.names.remove("Layer 1")
    desk.model.refresh()
    assert desk.model.view.found[Role.LINES] == "Lines"


def test_none_is_a_choice() -> None:
    desk = Desk(page("Hints", "Keep transparent", "Lines"))
    assert desk.model.view.found[Role.TRANSPARENT] == "Keep transparent"
    desk.model.choose(Role.TRANSPARENT, "")
    assert Role.TRANSPARENT not in desk.model.view.found
    desk.model.choose(Role.TRANSPARENT, None)
    assert Role.TRANSPARENT in desk.model.view.found


def test_a_second_hint_layer_gets_a_name_of_its_own() -> None:
    document = page()
    desk = Desk(document)
    desk.model.add_layer(Role.HINTS)
    assert document.names == ["Hints", "Hints 2", "Lines", "Background"]
    assert desk.model.view.found[Role.HINTS] == "Hints 2"
