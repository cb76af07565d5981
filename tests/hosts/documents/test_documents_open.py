"""What we write as OpenRaster and PSD is what Krita and GIMP see: tree, blend modes and every pixel."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hintpen.engine.drawing import Drawing, HintKind, HintLayer
from hintpen.files.results import write_flat

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "gimp"), str(HERE.parent / "krita")]
import gimp_host  # noqa: E402
import krita_session  # noqa: E402

NAMES = ("ink.ora", "ink.psd", "paper.ora", "paper.psd")
HEIGHT, WIDTH = 70, 50


def _drawing(paper: bool) -> tuple[Drawing, np.ndarray]:
    """Lines on transparent or on white paper, hints and a flat, with noise: every byte has to arrive."""
    rng = np.random.default_rng(5)
    lines = np.full((HEIGHT, WIDTH, 4), 255 if paper else 0, np.uint8)
    lines[20:40] = rng.integers(0, 120, (20, WIDTH, 4), np.uint8)
    lines[20:40, :, 3] = 255
    hints, flat = np.zeros_like(lines), np.zeros_like(lines)
    hints[5:9, 6:12] = (*rng.integers(0, 256, 3, np.uint8), 255)
    flat[3:60] = rng.integers(0, 256, (57, WIDTH, 4), np.uint8)
    flat[3:60, :, 3] = 255
    return Drawing(lines, (HintLayer(HintKind.COLOR, hints), HintLayer(HintKind.SAME, hints))), flat


def _write_all(folder: Path) -> None:
    for name in NAMES:
        write_flat(folder / name, *_drawing(name.startswith("paper")))


def _sha(pixels: np.ndarray) -> str:
    return hashlib.sha256(pixels.tobytes()).hexdigest()


def _expected_layers(name: str) -> list[dict[str, Any]]:
    drawing, flat = _drawing(name.startswith("paper"))
    blend = "multiply" if name.startswith("paper") else "normal"
    rows = [
        ("", "Hints", "normal", False, drawing.hints[0].pixels),
        ("", "Same color", "normal", False, drawing.hints[1].pixels),
        ("", "Lines", blend, True, drawing.line_art),
        ("Hintpen", "Flat", "normal", True, flat),
    ]
    return [
        {"group": group, "name": layer, "blend": blend, "visible": visible, "sha": _sha(pixels)}
        for group, layer, blend, visible, pixels in rows
    ]


def _missing(message: str) -> None:
    if os.environ.get("HINTPEN_REQUIRE_HOSTS") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def seen_by_krita(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    kritas = krita_session.find_hosts()
    if not kritas:
        _missing("no Krita on this machine: `make hosts` prepares one")
    folder = tmp_path_factory.mktemp("krita")
    _write_all(folder)
    shutil.copytree(kritas[0].home, folder / "home", symlinks=True)
    (folder / "run").mkdir(mode=0o700)
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(HERE / "inside"),
    }
    words = ["timeout", "200", "kritarunner", "-s", "in_krita", "-f", "main", str(folder), *NAMES]
    run = subprocess.run(words, env=environment, capture_output=True, text=True, errors="replace")
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads((folder / "seen.json").read_text())


@pytest.fixture(scope="module")
def seen_by_gimp() -> Iterator[dict[str, Any]]:
    hosts = gimp_host.find_hosts()
    if not hosts:
        _missing("no GIMP 3 on this machine: `make hosts` prepares one")
    host = hosts[0]
    with tempfile.TemporaryDirectory(prefix="hintpen-documents-", dir=host.root / "tmp") as temporary:
        folder = Path(temporary)
        _write_all(folder)
        shutil.copytree(HERE / "inside", folder, dirs_exist_ok=True)
        started = host.root / "opt/hintpen/home"
        shutil.copytree(started, folder / "home", symlinks=True) if started.is_dir() else (folder / "home").mkdir()
        inside = f"/{folder.relative_to(host.root)}"
        code = f"import sys; sys.path.insert(0, {inside!r}); import in_gimp; in_gimp.main({inside!r}, {NAMES!r})"
        environment = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", f"HOME={inside}/home", "LANG=C.UTF-8"]
        gimp = [f"gimp-console-{host.version}", "-idf", "--batch-interpreter=python-fu-eval", "-b", code, "--quit"]
        words = ["timeout", "200", *environment, *host.command(*gimp)]
        run = subprocess.run(words, capture_output=True, text=True, errors="replace")
        assert run.returncode == 0, run.stdout + run.stderr
        yield json.loads((folder / "seen.json").read_text())


@pytest.mark.krita
@pytest.mark.parametrize("name", NAMES)
def test_krita_sees_the_layers_as_they_were_written(seen_by_krita: dict[str, Any], name: str) -> None:
    assert seen_by_krita[name] == _expected_layers(name)


@pytest.mark.gimp
@pytest.mark.parametrize("name", NAMES)
def test_gimp_sees_the_layers_as_they_were_written(seen_by_gimp: dict[str, Any], name: str) -> None:
    assert seen_by_gimp[name] == _expected_layers(name)
