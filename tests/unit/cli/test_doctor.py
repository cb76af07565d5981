"""The doctor finds what is wrong and says how to mend it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hintpen.cli import doctor, main

CHEAP = ("check_server", "check_gpu", "check_krita", "check_gimp")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and no program or server looked for."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    for name in CHEAP:
        monkeypatch.setattr(doctor, name, lambda: iter(()))
    return tmp_path


def test_a_machine_without_plugins_is_healthy(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "--  no Krita plugin" in capsys.readouterr().out


def test_an_installed_plugin_is_found_with_its_version(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["install", "krita"])
    assert main(["doctor"]) == 0
    assert f"ok  the Krita plugin {doctor.__version__} is in {home}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("backend", "complaint"),
    [
        ('{"command": ["/gone/python"], "version": "%s"}', "which is gone"),
        ('{"command": ["%s"], "version": "0.0.1"}', "of version 0.0.1"),
        ("{", "is damaged"),
        ('{"command": []}', "is damaged"),
    ],
)
def test_a_broken_plugin_is_named_with_the_way_out(
    home: Path, capsys: pytest.CaptureFixture[str], backend: str, complaint: str
) -> None:
    main(["install", "krita"])
    file = home / ".local/share/krita/pykrita/backend.json"
    file.write_text(backend.replace("%s", doctor.__version__))
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert complaint in out and "run `hintpen install krita`" in out


def test_a_plugin_that_krita_has_switched_off_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["install", "krita"])
    (home / ".config/kritarc").write_text("[python]\nenable_hintpen=false\n")
    assert main(["doctor"]) == 1
    assert "switched off" in capsys.readouterr().out


def test_the_doctor_starts_a_real_server_and_leaves_none_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HINTPEN_RUNTIME_FILE", str(tmp_path / "plugin's" / "server.json"))
    (finding,) = doctor.check_server()
    assert finding.verdict is doctor.Verdict.GOOD
    assert not (tmp_path / "plugin's").exists()


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "requires", lambda name: ["numpy>=2.2", "nonsense-xyz<2,>=1", 'pytest; extra == "dev"'])
    (finding,) = doctor.check_packages()
    assert finding.text == "missing packages: nonsense-xyz; install Hintpen again"


def test_json_is_what_the_client_reads(home: Path) -> None:
    main(["install", "krita"])
    backend = json.loads((home / ".local/share/krita/pykrita/backend.json").read_text())
    assert backend["command"][1:] == ["-m", "hintpen", "serve"]
