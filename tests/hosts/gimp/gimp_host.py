"""A real GIMP 3 for the tests: the machine's own, or one in a root that `make hosts` made."""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
INSIDE = Path(__file__).resolve().parent / "inside"
SCREEN = "-screen 0 1400x900x24"
MODULES = ("first_run", "color_spaces", "second_run", "refusals", "meanwhile")
"""Scenarios that need no screen."""


@dataclass(frozen=True)
class Host:
    """Where a GIMP lies: `root` is `/` for the machine's own."""

    root: Path
    version: str

    def command(self, *words: str) -> list[str]:
        """`words`, to be run where GIMP is."""
        if self.root == Path("/"):
            return list(words)
        if self.version == "3.0":
            return ["chroot", str(self.root), *words]
        # From 3.2 on, GIMP's window needs /proc: its icons are drawn by helper processes.
        enter = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'
        return ["unshare", "--mount", "sh", "-c", enter, str(self.root), *words]


def scenario_names(modules: tuple[str, ...] = MODULES) -> list[str]:
    """`module.function` of everything in these modules of inside/ that GIMP is to run."""
    return [
        f"{module}.{node.name}"
        for module in modules
        for node in ast.parse((INSIDE / f"{module}.py").read_text()).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def cache_folder() -> Path:
    """Where prepare_gimp.sh keeps its roots."""
    default = Path("/var/cache/hintpen") if os.getuid() == 0 else CHECKOUT / ".cache/hosts"
    return Path(os.environ.get("HINTPEN_HOSTS_CACHE") or default)


def find_hosts() -> list[Host]:
    """The GIMPs that the tests run in, as prepare_gimp.sh has them."""
    roots = [Path("/"), cache_folder() / "gimp3-root"]
    own = _version(roots[0])
    found = [Host(roots[0], own)] if own else [Host(root, version) for root in roots[1:] if (version := _version(root))]
    if os.environ.get("HINTPEN_HOSTS_MATRIX") == "1":
        newer = cache_folder() / "gimp32-root"
        found += [Host(newer, version) for version in [_version(newer)] if version]
    return found


def _version(root: Path) -> str:
    """`3.0` for a root with GIMP 3 and a home in which it has started; empty when there is none."""
    programs = sorted((root / "usr/bin").glob("gimp-console-3.*"))
    ready = root == Path("/") or (root / "opt/hintpen/home").is_dir()
    return programs[-1].name.removeprefix("gimp-console-") if programs and ready else ""


class Session:
    """A home of its own in a GIMP host, with the plug-in installed as an artist installs it."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.folder = Path(tempfile.mkdtemp(prefix="hintpen-", dir=host.root / "tmp"))
        self.home = f"/{self.folder.relative_to(host.root)}"
        self.runtime_file = self.folder / "run/hintpen/server.json"
        self._gimp: subprocess.Popen[bytes] | None = None
        self._prepare_home()
        self._install()

    def _prepare_home(self) -> None:
        started = self.host.root / "opt/hintpen/home"
        if started.is_dir():
            shutil.copytree(started, self.folder, dirs_exist_ok=True)
        (self.folder / "run").mkdir(mode=0o700)
        shutil.copytree(INSIDE, self.folder / "inside", ignore=shutil.ignore_patterns("__pycache__"))

    def _install(self) -> None:
        if self.host.root == Path("/"):
            self.python = sys.executable
        else:
            self.python = self._make_environment()
        subprocess.run(
            [*self._env(), *self.host.command(self.python, "-m", "hintpen", "install", "gimp")], check=True, timeout=60
        )
        plug_ins = self.folder / f".config/GIMP/{self.host.version}/plug-ins"
        self.plug_in = plug_ins / "hintpen"
        (self.folder / "inside/hintpen-actor").rename(plug_ins / "hintpen-actor")

    def _make_environment(self) -> str:
        """The project and its packages for the root's Python; nothing of it is in the Python that GIMP runs."""
        ignored = shutil.ignore_patterns("__pycache__")
        for part in ("backend", "plugins"):
            shutil.copytree(CHECKOUT / part, self.folder / "project" / part, ignore=ignored)
        shutil.copy(CHECKOUT / "pyproject.toml", self.folder / "project")
        subprocess.run(self.host.command("python3", "-m", "venv", "--without-pip", f"{self.home}/venv"), check=True)
        paths = ["/opt/hintpen/packages", f"{self.home}/project/backend", f"{self.home}/project/plugins/client"]
        packages = next((self.folder / "venv/lib").glob("python3*/site-packages"))
        (packages / "hintpen.pth").write_text("\n".join(paths) + "\n")
        return f"{self.home}/venv/bin/python"

    def _env(self) -> list[str]:
        variables = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": self.home,
            "XDG_RUNTIME_DIR": f"{self.home}/run",
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
        }
        return ["env", "-i", *(f"{name}={value}" for name, value in variables.items())]

    def start(self, scenarios: list[str], screen: bool = False) -> None:
        """Starts a GIMP that runs `module.function` scenarios of inside/ and then quits."""
        program = [f"gimp-{self.host.version}", "-d"] if screen else [f"gimp-console-{self.host.version}", "-id"]
        display = ["xvfb-run", "-a", "-s", SCREEN] if screen else []
        run = f"import driver; driver.run({scenarios!r}, '{self.home}/results.json')"
        code = f"import sys; sys.path.insert(0, '{self.home}/inside'); {run}"
        batch = ["-fs", "--batch-interpreter=python-fu-eval", "-b", code, "--quit"]
        command = [*self._env(), *self.host.command(*display, *program, *batch)]
        # In a session of its own, so that all of it can be ended: xvfb-run is a shell with children.
        with (self.folder / "gimp.log").open("w") as log:
            self._gimp = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)

    def outcomes(self, seconds: float = 120) -> dict[str, str]:
        """Each scenario's failure, or an empty text, once GIMP has ended; under `""` GIMP's own words."""
        assert self._gimp, "no GIMP was started"
        self._gimp.wait(seconds)
        results = self.folder / "results.json"
        outcomes = json.loads(results.read_text()) if results.exists() else {}
        return outcomes | {"": (self.folder / "gimp.log").read_text(errors="replace")}

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_error: object) -> None:
        """Removes the home, and ends what still runs in it."""
        if self._gimp and self._gimp.poll() is None:
            os.killpg(self._gimp.pid, signal.SIGKILL)
            self._gimp.wait()
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def processes(self, word: str = "") -> list[int]:
        """Processes whose command names this home and `word`."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if self.home in command and word in command:
                found.append(int(folder.name))
        return found


def succeeded(outcomes: dict[str, str], scenario: str) -> None:
    """AssertionError with the scenario's failure, if it failed."""
    failure = outcomes.get(scenario, f"GIMP ended before it came to this scenario:\n{outcomes[''][-4000:]}")
    assert not failure, failure


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 30.0) -> None:
    """Polls `condition()`; AssertionError when it stays false."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"{what} did not come about in {seconds} s"
        time.sleep(0.02)
