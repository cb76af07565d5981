"""Runs inside GIMP: calls scenarios one after the other and writes down how each went."""

from __future__ import annotations

import importlib
import json
import traceback

from gi.repository import Gegl, Gimp


def run(names: list[str], results: str) -> None:
    """Runs `module.scenario` names; `results` becomes {name: "" or a traceback}."""
    Gegl.init(None)
    outcome = {}
    for name in names:
        module, scenario = name.split(".")
        try:
            getattr(importlib.import_module(module), scenario)()
            outcome[name] = ""
        except Exception:
            outcome[name] = traceback.format_exc()
        for image in Gimp.get_images():
            image.delete()
        with open(results, "w") as file:
            json.dump(outcome, file)
