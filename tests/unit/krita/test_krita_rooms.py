"""Only the adapter knows Krita, and only the docker and the shim know Qt's widgets."""

from __future__ import annotations

import ast
from pathlib import Path

PLUGIN = Path(__file__).parents[3] / "plugins" / "krita" / "hintpen"


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." + (node.module or "") if node.level else (node.module or "").partition(".")[0])
    return found


def importers(module: str) -> set[str]:
    return {path.name for path in PLUGIN.glob("*.py") if module in imports(path)}


def test_only_the_adapter_imports_krita() -> None:
    assert importers("krita") == {"__init__.py", "krita_host.py", "krita_pixels.py"}


def test_only_the_shim_imports_qt() -> None:
    assert importers("PyQt5") == importers("PyQt6") == {"qt.py"}
    assert importers(".qt") == {"__init__.py", "docker.py", "krita_host.py"}
