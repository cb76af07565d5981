"""Installing into the folders that Krita and GIMP read, and only there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from itertools import takewhile
from pathlib import Path

import pytest
from hintpen import __version__
from hintpen.cli import main
from hintpen.cli.checkout import checkout, client_source, plugin_source
from hintpen.cli.install import with_plugin_enabled
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An artist's empty home, on Linux."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def _sources(folder: Path) -> dict[str, bytes]:
    """What belongs to a plugin, by its place in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".pyi") and path.name != "INSTALLED_BY_HINTPEN"
    }


def _check_backend(folder: Path) -> None:
    backend = json.loads((folder / "backend.json").read_text())
    assert backend == {"command": [sys.executable, "-m", "hintpen", "serve"], "version": __version__}


def test_krita_gets_the_plugin_the_client_and_the_switch(home: Path) -> None:
    assert main(["install", "krita"]) == 0
    pykrita = home / ".local/share/krita/pykrita"
    assert _sources(pykrita / "hintpen") == _sources(plugin_source("krita") / "hintpen")
    assert _sources(pykrita / "hintpen_client") == _sources(client_source())
    assert (pykrita / "hintpen.desktop").read_bytes() == (plugin_source("krita") / "hintpen.desktop").read_bytes()
    assert (home / ".config/kritarc").read_text() == "[python]\nenable_hintpen=true\n"
    _check_backend(pykrita)


def test_every_gimp_3_that_has_run_gets_the_plug_in(home: Path) -> None:
    for version in ("2.10", "3.0", "3.2"):
        (home / ".config/GIMP" / version).mkdir(parents=True)
    assert main(["install", "gimp"]) == 0
    assert not (home / ".config/GIMP/2.10/plug-ins").exists()
    for version in ("3.0", "3.2"):
        folder = home / ".config/GIMP" / version / "plug-ins" / "hintpen"
        assert os.access(folder / "hintpen.py", os.X_OK)
        assert _sources(folder / "hintpen_client") == _sources(client_source())
        _check_backend(folder)


def test_an_installed_gimp_that_never_ran_gets_its_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "bin").mkdir()
    (home / "bin" / "gimp-3.2").touch(0o755)
    monkeypatch.setenv("PATH", str(home / "bin"))
    assert main(["install", "gimp"]) == 0
    assert [path.name for path in (home / ".config/GIMP").iterdir()] == ["3.2"]


@pytest.mark.parametrize("older", [[], ["2.10"]])
def test_without_a_gimp_3_it_says_to_start_it_once(
    home: Path, older: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for version in older:
        (home / ".config/GIMP" / version).mkdir(parents=True)
    assert main(["install", "gimp"]) == 1
    assert "start it once" in capsys.readouterr().err


def test_installing_again_leaves_nothing_of_an_older_version(home: Path) -> None:
    assert main(["install", "krita"]) == 0
    pykrita = home / ".local/share/krita/pykrita"
    once = _sources(pykrita)
    (pykrita / "hintpen" / "gone.py").write_text("")
    (pykrita / "hintpen_client" / "_vendor" / "gone.py").write_text("")
    (pykrita / "another.desktop").write_text("another plugin's")
    assert main(["install", "krita"]) == 0
    assert _sources(pykrita) == {**once, "another.desktop": b"another plugin's"}


def test_a_folder_of_that_name_that_is_not_ours_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "hintpen").mkdir()
    (tmp_path / "hintpen" / "novel.txt").write_text("mine")
    for host in ("krita", "gimp"):
        assert main(["install", host, "--to", str(tmp_path)]) == 1
        assert "move it away" in capsys.readouterr().err
    assert (tmp_path / "hintpen" / "novel.txt").read_text() == "mine"


def test_to_installs_there_and_touches_no_settings(home: Path) -> None:
    assert main(["install", "krita", "--to", str(home / "elsewhere")]) == 0
    assert (home / "elsewhere/hintpen.desktop").exists()
    assert [path.name for path in home.iterdir()] == ["elsewhere"]


lines = st.sampled_from(
    ["[python]", "[general]", "enable_other=true", "enable_hintpen=false", "enable_hintpen = true", "a=[python]", ""]
)


@given(st.lists(lines, max_size=12).map("\n".join), st.booleans())
def test_only_the_switch_changes_in_kritarc(text: str, ended: bool) -> None:
    text += "\n" if ended else ""
    changed = with_plugin_enabled(text)
    rows = changed.splitlines()
    section = list(takewhile(lambda row: not row.startswith("["), rows[rows.index("[python]") + 1 :]))
    assert [row for row in section if row.startswith("enable_hintpen")] == ["enable_hintpen=true"]
    assert with_plugin_enabled(changed) == changed
    kept = [line for line in text.splitlines() if line and not line.startswith("enable_hintpen")]
    assert [line for line in changed.splitlines() if line and not line.startswith("enable_hintpen")] == (
        kept if "[python]" in kept else [*kept, "[python]"]
    )


def test_a_wheel_brings_the_plugins_along(tmp_path: Path) -> None:
    root = checkout()
    assert root is not None
    (tmp_path / "setup.cfg").write_text(f"[build]\nbuild_base = {tmp_path / 'build'}\n")  # not what an older build left
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--no-build-isolation", "--wheel-dir", str(tmp_path), str(root)],
        check=True,
        env={**os.environ, "DIST_EXTRA_CONFIG": str(tmp_path / "setup.cfg")},
    )  # fmt: skip
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    for host in ("krita", "gimp"):
        for place in _sources(plugin_source(host)):
            assert f"hintpen/plugins/{host}/{place}" in names
    assert "hintpen_client/_vendor/grpclib/client.py" in names
