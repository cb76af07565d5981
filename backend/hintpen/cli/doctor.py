"""`hintpen doctor`: a line for each thing that has to work, with the way out where it does not."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from hintpen import __version__
from hintpen.cli.hosts import gimp_folders, krita_folder, krita_settings


class Verdict(Enum):
    """What a check found; the value is what is printed."""

    GOOD = "ok"
    ABSENT = "--"
    """Not there, and only some need it."""
    BAD = "NO"


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's report."""

    verdict: Verdict
    text: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen doctor`."""
    parser.add_argument("--tensorflow", action="store_true", help="import TensorFlow as well, which takes seconds")


def run(arguments: argparse.Namespace) -> int:
    """Prints every finding; returns 1 when one of them keeps Hintpen from working."""
    checks = [
        check_python,
        check_packages,
        check_krita,
        check_krita_plugin,
        check_gimp,
        check_gimp_plugin,
        check_server,
    ]
    checks.append(check_tensorflow if arguments.tensorflow else check_gpu)
    verdicts: list[Verdict] = []
    for check in checks:
        for finding in check():
            print(f"{finding.verdict.value}  {finding.text}", flush=True)
            verdicts.append(finding.verdict)
    return 1 if Verdict.BAD in verdicts else 0


def check_python() -> Iterator[Finding]:
    """The interpreter that the plugins start."""
    fits = (3, 10) <= sys.version_info[:2] <= (3, 13)
    way_out = "" if fits else ": Hintpen needs 3.10 to 3.13"
    yield Finding(
        Verdict.GOOD if fits else Verdict.BAD,
        f"Hintpen {__version__} on Python {'.'.join(map(str, sys.version_info[:3]))} ({sys.executable}){way_out}",
    )


def check_packages() -> Iterator[Finding]:
    """What pyproject.toml asks for is installed."""
    names = [line.split(";")[0] for line in requires("hintpen") or () if "extra ==" not in line]
    bare = ["".join(c for c in name.split("<")[0].split(">")[0].split("=")[0] if c not in " ~!") for name in names]
    missing = [name for name in bare if _version(name) is None]
    if missing:
        yield Finding(Verdict.BAD, f"missing packages: {', '.join(missing)}; install Hintpen again")
    else:
        yield Finding(Verdict.GOOD, f"{len(bare)} packages are there")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def check_krita() -> Iterator[Finding]:
    """Krita, and on Debian and its kin the package without which its Python is silently dead."""
    program = shutil.which("krita")
    if program is None:
        yield Finding(Verdict.ABSENT, "Krita was not found on the PATH")
        return
    yield Finding(Verdict.GOOD, f"Krita is {program}")
    if program.startswith("/usr/bin/") and shutil.which("dpkg-query"):
        command = ["dpkg-query", "--show", "--showformat=${Status}\n", "python3-pyqt5", "python3-pyqt6"]
        status = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
        if "install ok installed" not in status:
            yield Finding(
                Verdict.BAD, "Krita has no Python without python3-pyqt5: run `sudo apt install python3-pyqt5`"
            )


def check_krita_plugin() -> Iterator[Finding]:
    """The plugin in Krita's folder."""
    folder = krita_folder()
    yield _plugin("Krita", folder, folder, "hintpen install krita")
    settings = krita_settings()
    enabled = settings.exists() and "enable_hintpen=true" in settings.read_text("utf-8", errors="replace")
    if (folder / "backend.json").exists() and not enabled:
        yield Finding(
            Verdict.BAD, "the Krita plugin is switched off: run `hintpen install krita` while Krita is closed"
        )


def check_gimp() -> Iterator[Finding]:
    """GIMP 3; 2.10 has no Python that we could use."""
    program = next(filter(None, map(shutil.which, ("gimp-3.2", "gimp-3.0", "gimp-3", "gimp"))), None)
    if program is None:
        yield Finding(Verdict.ABSENT, "GIMP was not found on the PATH")
    elif "gimp-3" in str(Path(program).resolve()):
        yield Finding(Verdict.GOOD, f"GIMP is {program}")
    else:
        yield Finding(Verdict.ABSENT, f"{program} is not GIMP 3, which the plug-in needs: install GIMP 3")


def check_gimp_plugin() -> Iterator[Finding]:
    """The plug-in in every GIMP's folder."""
    folders = gimp_folders()
    if not folders:
        yield Finding(Verdict.ABSENT, "GIMP 3 has not run here yet: start it once, then run `hintpen install gimp`")
    for folder in folders:
        yield _plugin("GIMP", folder / "hintpen", folder, "hintpen install gimp")


def _plugin(host: str, beside: Path, folder: Path, command: str) -> Finding:
    """What `backend.json` says of an installed plugin."""
    try:
        backend = json.loads((beside / "backend.json").read_text("utf-8"))
        program, installed = Path(backend["command"][0]), backend["version"]
    except FileNotFoundError:
        return Finding(Verdict.ABSENT, f"no {host} plugin in {folder}: run `{command}` if you use {host}")
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return Finding(Verdict.BAD, f"{beside / 'backend.json'} is damaged: run `{command}`")
    if installed != __version__:
        return Finding(Verdict.BAD, f"the {host} plugin in {folder} is of version {installed}: run `{command}`")
    if not program.exists():
        return Finding(Verdict.BAD, f"the {host} plugin starts {program}, which is gone: run `{command}`")
    return Finding(Verdict.GOOD, f"the {host} plugin {installed} is in {folder}")


def check_server() -> Iterator[Finding]:
    """A server of its own starts and answers, as it would for a plugin."""
    from hintpen_client.errors import HintpenError

    from hintpen.cli.own_server import own_server

    try:
        with own_server() as server:
            info = server.client.server_info()
    except HintpenError as error:
        yield Finding(Verdict.BAD, f"the server does not start: {error}")
    else:
        yield Finding(Verdict.GOOD, f"the server starts and answers: version {info.version} on {info.device}")


def check_gpu() -> Iterator[Finding]:
    """Whether there is a GPU that TensorFlow could use, asked of the driver."""
    tool = shutil.which("nvidia-smi")
    result = subprocess.run([tool, "-L"], capture_output=True, text=True, check=False) if tool else None  # noqa: S603
    if result and result.returncode == 0 and result.stdout:
        yield Finding(Verdict.GOOD, f"GPU: {result.stdout.splitlines()[0]}")
    else:
        yield Finding(Verdict.ABSENT, "no NVIDIA GPU: everything runs on the CPU")


def check_tensorflow() -> Iterator[Finding]:
    """Whether TensorFlow itself works, and with which devices."""
    code = "import tensorflow as t; print(t.__version__, *(d.device_type for d in t.config.list_physical_devices()))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode == 0:
        yield Finding(Verdict.GOOD, f"TensorFlow {result.stdout.strip()}")
    else:
        yield Finding(Verdict.BAD, f"TensorFlow cannot be imported: {result.stderr.strip().splitlines()[-1]}")
