"""Runs under kritarunner: opens the documents and says what Krita sees in them."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from krita import Krita


def main(arguments: list[str]) -> None:
    """`arguments`: the folder, then the documents in it; kritarunner itself always ends with 0."""
    folder, *names = arguments
    code = 1
    try:
        seen = {name: _document(f"{folder}/{name}") for name in names}
        Path(folder, "seen.json").write_text(json.dumps(seen))
        code = 0
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    os._exit(code)


def _document(path: str) -> list[dict[str, Any]]:
    document = Krita.instance().openDocument(path)
    return _layers(document.rootNode(), "", document.width(), document.height())


def _layers(parent: Any, group: str, width: int, height: int) -> list[dict[str, Any]]:  # noqa: ANN401
    """Top first, as an artist sees them; Krita counts from the bottom."""
    found = []
    for node in reversed(parent.childNodes()):
        if node.type() == "grouplayer":
            found += _layers(node, node.name(), width, height)
            continue
        pixels = bytearray(bytes(node.pixelData(0, 0, width, height)))
        pixels[0::4], pixels[2::4] = pixels[2::4], pixels[0::4]  # from B, G, R, A
        row = {"group": group, "name": node.name(), "blend": node.blendingMode(), "visible": node.visible()}
        found.append({**row, "sha": hashlib.sha256(pixels).hexdigest()})
    return found
