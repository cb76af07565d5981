"""`hintpen install`: copies a plugin, and the client that it uses, to where the drawing program looks for it."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from hintpen import __version__
from hintpen.cli.checkout import client_source, plugin_source
from hintpen.cli.failure import CommandFailed
from hintpen.cli.hosts import gimp_folders, krita_folder, krita_settings

IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc", "*.pyi")
MARK = "INSTALLED_BY_HINTPEN"
"""A file in every folder that we made, and so may remove."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen install`."""
    parser.add_argument("hosts", metavar="krita|gimp", nargs="+", choices=tuple(INSTALLERS), help="one of them or both")
    parser.add_argument(
        "--to", metavar="FOLDER", type=Path, help="the program's plugin folder, where it is not the usual one"
    )


def run(arguments: argparse.Namespace) -> int:
    """Installs, or updates, the plugin. Raises `CommandFailed`."""
    if arguments.to and len(set(arguments.hosts)) > 1:
        raise CommandFailed("--to names the plugin folder of one program: install one at a time")
    try:
        for host in arguments.hosts:
            INSTALLERS[host](arguments.to)
    except OSError as error:
        raise CommandFailed(
            f"the plugin cannot be copied ({error}): close the program, or name another folder with --to", code=1
        ) from error
    return 0


def install_krita(to: Path | None) -> None:
    """Copies into `pykrita` and switches the plugin on, which an artist would do in Krita's Python Plugin Manager."""
    folder = to or krita_folder()
    source = plugin_source("krita")
    _replace(source / "hintpen", folder / "hintpen")
    _replace(client_source(), folder / "hintpen_client")
    shutil.copy(source / "hintpen.desktop", folder / "hintpen.desktop")
    write_backend(folder)
    print(f"Installed Hintpen {__version__} for Krita in {folder}")
    if to is None:
        enable_in_krita(krita_settings())
    print("Restart Krita, then open Settings > Dockers > Hintpen.")


def install_gimp(to: Path | None) -> None:
    """Copies into the `plug-ins` folder of every GIMP 3; each plugin there stands in a folder of its own."""
    folders = [to] if to else gimp_folders()
    if not folders:
        raise CommandFailed(
            "GIMP 3 has not run here yet: start it once, or name its plug-ins folder with --to (Edit > Preferences > "
            "Folders > Plug-ins)",
            code=1,
        )
    for plug_ins in folders:
        folder = plug_ins / "hintpen"
        _replace(plugin_source("gimp") / "hintpen", folder)
        _replace(client_source(), folder / "hintpen_client")
        (folder / "hintpen.py").chmod(0o755)
        write_backend(folder)
        print(f"Installed Hintpen {__version__} for GIMP in {folder}")
    print("Restart GIMP, then open Filters > Hintpen.")


INSTALLERS: dict[str, Callable[[Path | None], None]] = {"krita": install_krita, "gimp": install_gimp}


def _replace(source: Path, target: Path) -> None:
    """Copies a folder; nothing of an older version stays, and nothing that is not ours is touched."""
    if target.exists() and not (target / MARK).exists():
        raise CommandFailed(f"{target} is there, but Hintpen did not put it there: move it away, or use --to", code=1)
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(source, fresh, ignore=IGNORED)
    (fresh / MARK).write_text(f"{__version__}\n", encoding="utf-8")
    if target.exists():
        shutil.rmtree(target)
    fresh.rename(target)


def write_backend(folder: Path) -> None:
    """Tells the client in `folder` which command starts the backend that belongs to it."""
    command = [sys.executable, "-m", "hintpen", "serve"]
    text = json.dumps({"command": command, "version": __version__}, indent=2)
    (folder / "backend.json").write_text(text + "\n", encoding="utf-8")


def enable_in_krita(settings: Path) -> None:
    """Sets `enable_hintpen=true` under `[python]` in kritarc and leaves every other line of it as it is."""
    text = settings.read_text("utf-8") if settings.exists() else ""
    changed = with_plugin_enabled(text)
    if changed != text:
        settings.parent.mkdir(parents=True, exist_ok=True)
        partial = settings.with_name("kritarc.hintpen")
        partial.write_text(changed, encoding="utf-8")
        partial.replace(settings)


def with_plugin_enabled(text: str) -> str:
    """The text of a kritarc, an INI file of KDE's, with the plugin switched on."""
    if text and not text.endswith("\n"):
        text += "\n"
    lines = text.splitlines(keepends=True)
    bare = [line.strip() for line in lines]
    if "[python]" not in bare:
        return "".join([text, "\n" if text else "", "[python]\n", "enable_hintpen=true\n"])
    start = bare.index("[python]") + 1
    end = next((i for i in range(start, len(bare)) if bare[i].startswith("[")), len(bare))
    kept = [line for line, word in zip(lines[start:end], bare[start:end], strict=True) if not _is_switch(word)]
    return "".join([*lines[:start], "enable_hintpen=true\n", *kept, *lines[end:]])


def _is_switch(line: str) -> bool:
    return line.partition("=")[0].strip() == "enable_hintpen"
