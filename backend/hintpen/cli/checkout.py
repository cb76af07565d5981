"""What stands beside the package: the source tree, or what a wheel carries of it."""

from __future__ import annotations

from pathlib import Path

import hintpen_client

import hintpen

PACKAGE = Path(hintpen.__path__[0]).resolve()


def checkout() -> Path | None:
    """The source tree's root when the package runs from it (`pip install --editable`), else None."""
    root = PACKAGE.parents[1]
    return root if (root / "pyproject.toml").is_file() and (root / "plugins").is_dir() else None


def plugin_source(host: str) -> Path:
    """The folder that holds the plugin for "krita" or "gimp": in the source tree, or in the wheel (see setup.py)."""
    root = checkout()
    return root / "plugins" / host if root else PACKAGE / "plugins" / host


def client_source() -> Path:
    """The folder of the `hintpen_client` package, which every plugin brings along."""
    return Path(hintpen_client.__path__[0]).resolve()
