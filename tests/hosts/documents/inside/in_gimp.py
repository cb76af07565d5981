"""Runs in GIMP's batch Python: opens the documents and says what GIMP sees in them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gegl", "0.4")
from gi.repository import Gegl, Gimp, Gio  # noqa: E402


def main(folder: str, names: list[str]) -> None:
    """Looks at the documents `names` in `folder`."""
    Gegl.init(None)
    seen = {}
    for name in names:
        image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, Gio.File.new_for_path(f"{folder}/{name}"))
        seen[name] = _layers(image.get_layers(), "", image)
    Path(folder, "seen.json").write_text(json.dumps(seen))


def _layers(layers: list[Any], group: str, image: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    blends = {Gimp.LayerMode.NORMAL: "normal", Gimp.LayerMode.MULTIPLY: "multiply"}
    found = []
    for layer in layers:
        if layer.is_group_layer():
            found += _layers(layer.get_children(), layer.get_name(), image)
            continue
        _, left, top = layer.get_offsets()
        canvas = Gegl.Rectangle.new(-left, -top, image.get_width(), image.get_height())
        pixels = layer.get_buffer().get(canvas, 1.0, "R'G'B'A u8", Gegl.AbyssPolicy.NONE)
        blend = blends.get(layer.get_mode(), str(layer.get_mode()))
        row = {"group": group, "name": layer.get_name(), "blend": blend, "visible": layer.get_visible()}
        found.append({**row, "sha": hashlib.sha256(pixels).hexdigest()})
    return found
