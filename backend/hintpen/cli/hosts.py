"""Where Krita and GIMP keep an artist's plugins on Linux, Windows and macOS."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

NEWEST_GIMP = "3.0"
"""The folder to make when GIMP has not run yet; later versions take it over when they first start."""


def krita_folder() -> Path:
    """Krita's `pykrita` folder: https://docs.krita.org/en/user_manual/python_scripting/install_custom_python_plugins.html"""
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"]) / "krita" / "pykrita"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "krita" / "pykrita"
    return _xdg("XDG_DATA_HOME", ".local/share") / "krita" / "pykrita"


def krita_settings() -> Path:
    """Krita's settings file, `kritarc`."""
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"]) / "kritarc"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "kritarc"
    return _xdg("XDG_CONFIG_HOME", ".config") / "kritarc"


def gimp_folders() -> list[Path]:
    """The `plug-ins` folder of every GIMP 3 that has run here, or the one that the next will use."""
    if sys.platform == "win32":
        root = Path(os.environ["APPDATA"]) / "GIMP"
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Application Support" / "GIMP"
    else:
        root = _xdg("XDG_CONFIG_HOME", ".config") / "GIMP"
    versions = sorted(path.name for path in root.glob("3.*") if path.is_dir() and re.fullmatch(r"3\.\d+", path.name))
    return [root / version / "plug-ins" for version in versions or [NEWEST_GIMP]]


def _xdg(variable: str, default: str) -> Path:
    value = os.environ.get(variable)
    return Path(value) if value else Path.home() / default
