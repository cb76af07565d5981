"""Finds the Kritas of this machine, and runs scenario scripts inside them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = sorted(path for path in (HERE / "scenarios").glob("*.py") if path.name != "support.py")
OWN_HOME = HERE.parents[2] / ".cache" / "hosts" / "krita" / "home"
ROOTS = Path(os.environ.get("HINTPEN_HOSTS_CACHE", "/var/cache/hintpen"))
SECONDS = 240


@dataclass(frozen=True)
class Host:
    """A Krita, the machine's own or one in another Debian's root.

    `home`: one in which Krita has started once, which takes 20 to 30 s; prepare_krita.sh makes it.
    """

    name: str
    home: Path
    root: Path | None = None

    @property
    def folder(self) -> Path | None:
        """Where what it shall see must lie; None for anywhere."""
        return self.root / "tmp" if self.root else None

    def inside(self, path: Path) -> str:
        """The path as this Krita sees it."""
        return f"/{path.relative_to(self.root)}" if self.root else str(path)

    def scenario_names(self, script: Path) -> list[str]:
        """In a root the server cannot be started, for Hintpen is not installed there: one is given from outside."""
        names = re.findall(r"^def scenario_(\w+)", script.read_text("utf-8"), re.MULTILINE)
        return [name for name in names if not (self.root and "server" in name)]


@dataclass(frozen=True)
class Outcome:
    """What one run of Krita came to. `failures`: by scenario, "" for those that passed."""

    failures: dict[str, str]
    exit_code: int
    output: str
    server_log: str

    def failure(self, name: str) -> str:
        """Why the scenario failed; "" when it passed."""
        missing = f"Krita ended with {self.exit_code} before it: {self.output[-3000:]}"
        failure = self.failures.get(f"scenario_{name}", missing)
        return failure and f"{failure}\nthe last server's log:\n{self.server_log[-3000:]}"


def find_hosts() -> list[Host]:
    """The machine's own Krita, and with HINTPEN_HOSTS_MATRIX=1 those in roots."""
    hosts = [Host("system", OWN_HOME)] if shutil.which("krita") else []
    if os.environ.get("HINTPEN_HOSTS_MATRIX") == "1":
        for root in sorted(ROOTS.glob("krita-*-root")):
            hosts.append(Host(root.name.split("-")[1], root / "opt" / "hintpen" / "home", root))
    return [host for host in hosts if shutil.which("Xvfb") and (host.home / ".config" / "kritarc").exists()]


def run_script(host: Host, script: Path) -> Outcome:
    """Runs the script's scenarios in a Krita of its own, with the plugin as `hintpen install krita` leaves it.

    The server that the plugin starts ends with Krita.
    """
    with tempfile.TemporaryDirectory(prefix="hintpen-krita-", dir=host.folder) as name:
        folder = Path(name)
        home, run, scenarios = folder / "home", folder / "run", folder / "scenarios"
        shutil.copytree(host.home, home, symlinks=True)
        shutil.copytree(script.parent, scenarios)
        (run / "hintpen").mkdir(mode=0o700, parents=True)
        install = [sys.executable, "-m", "hintpen", "install", "krita"]
        subprocess.run(install, env={**os.environ, "HOME": str(home)}, check=True, timeout=60)
        with _server_from_outside(host, run), _screen() as display:
            krita = _run_krita(host, folder, scenarios / script.name, display)
        report, log = folder / "report.json", run / "hintpen" / "server.log"
        failures = json.loads(report.read_text("utf-8")) if report.exists() else {}
        return Outcome(failures, krita.returncode, krita.stdout, log.read_text("utf-8") if log.exists() else "")


@contextmanager
def _screen() -> Iterator[str]:
    """A display of its own. The X server itself looks for a free number: xvfb-run does not see displays in roots."""
    read, write = os.pipe()
    # -ac: a root does not see the file with a display's key.
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-ac", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def _run_krita(host: Host, folder: Path, script: Path, display: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "DISPLAY": display,
        "LANG": "C.UTF-8",
        "HOME": host.inside(folder / "home"),
        "XDG_RUNTIME_DIR": host.inside(folder / "run"),
        "HINTPEN_DRIVER_SCRIPT": host.inside(script),
        "HINTPEN_DRIVER_REPORT": host.inside(folder / "report.json"),
    }
    krita = [*(["chroot", str(host.root)] if host.root else []), "krita", "--nosplash"]
    return subprocess.run(
        ["timeout", "-k", "5", str(SECONDS), *krita],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


@contextmanager
def _server_from_outside(host: Host, run: Path) -> Iterator[None]:
    if host.root is None:
        yield
        return
    command = [sys.executable, "-m", "hintpen", "serve", "--owner-pid", str(os.getpid())]
    with (run / "hintpen" / "server.log").open("wb") as log:
        runtime_file = str(run / "hintpen" / "server.json")
        server = subprocess.Popen([*command, "--runtime-file", runtime_file], stdout=log, stderr=log)
    try:
        yield
    finally:
        server.terminate()
        server.wait(10)
