"""Where Krita and GIMP keep an artist's plugins on Linux, Windows and macOS."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

GIMP_VERSIONS = ("3.0", "3.2")
"""Those that the plug-in is tested with; a newer one is found as soon as it has run once."""


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
    """The `plug-ins` folder of every GIMP 3 that has run here.

    Where none ever has, that of the installed one. It is not made beside the settings of an older GIMP: GIMP takes
    those over only while it has no folder of its own. Empty when no GIMP 3 is known.
    """
    root = _gimp_root()
    versions = sorted(path.name for path in root.glob("3.*") if re.fullmatch(r"3\.\d+", path.name))
    if not versions and not any(root.glob("*")):
        versions = [version for version in GIMP_VERSIONS if shutil.which(f"gimp-{version}")]
    return [root / version / "plug-ins" for version in versions]


def _gimp_root() -> Path:
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"]) / "GIMP"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "GIMP"
    return _xdg("XDG_CONFIG_HOME", ".config") / "GIMP"


def _xdg(variable: str, default: str) -> Path:
    value = os.environ.get(variable)
    return Path(value) if value else Path.home() / default
