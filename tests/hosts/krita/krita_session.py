"""Finds the Kritas of this machine, and runs scenario scripts inside them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[2]
SCRIPTS = sorted(path for path in (HERE / "scenarios").glob("*.py") if path.name != "support.py")
WARM_HOME = CHECKOUT / ".cache" / "hosts" / "krita" / "home"
"""A home in which Krita has started once, which takes 20 to 30 s; made by prepare_krita.sh."""
SECONDS = 240


def scenario_names(script: Path) -> list[str]:
    return re.findall(r"^def scenario_(\w+)", script.read_text("utf-8"), re.MULTILINE)


def krita_is_ready() -> bool:
    return bool(shutil.which("krita") and shutil.which("xvfb-run")) and (WARM_HOME / ".config" / "kritarc").exists()


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


def run_script(script: Path) -> Outcome:
    """Runs the script's scenarios in a Krita of its own, with the plugin as `hintpen install krita` leaves it.

    The server that the plugin starts ends with Krita.
    """
    with tempfile.TemporaryDirectory(prefix="hintpen-krita-") as folder:
        home, run = Path(folder, "home"), Path(folder, "run")
        shutil.copytree(WARM_HOME, home, symlinks=True)
        run.mkdir(mode=0o700)
        report = Path(folder, "report.json")
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(run),
            "LANG": "C.UTF-8",
            "HINTPEN_DRIVER_SCRIPT": str(script),
            "HINTPEN_DRIVER_REPORT": str(report),
            "HINTPEN_SCREENSHOTS": os.environ.get("HINTPEN_SCREENSHOTS", ""),
        }
        subprocess.run([sys.executable, "-m", "hintpen", "install", "krita"], env=environment, check=True, timeout=60)
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
        krita = subprocess.run(
            ["timeout", "-k", "5", str(SECONDS), *screen, "krita", "--nosplash"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        failures = json.loads(report.read_text("utf-8")) if report.exists() else {}
        log = run / "hintpen" / "server.log"
        return Outcome(failures, krita.returncode, krita.stdout, log.read_text("utf-8") if log.exists() else "")
