"""The command line as a user meets it: what it writes, its exit codes, one sentence on bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hintpen import __version__
from hintpen.cli import COMMANDS, bench, main
from hintpen.files.picture import read_picture, write_picture

RED = (200, 30, 40, 255)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A folder with a box of lines, line.png, and a red dot inside it, hints.png."""
    lines = np.zeros((60, 80, 4), np.uint8)
    lines[10:50, 10:70] = (0, 0, 0, 255)
    lines[13:47, 13:67] = 0
    hints = np.zeros_like(lines)
    hints[28:31, 38:41] = RED
    write_picture(tmp_path / "line.png", lines)
    write_picture(tmp_path / "hints.png", hints)
    return tmp_path


def _colorize(page: Path, output: str, *words: str) -> int:
    hints = ["--hints", str(page / "hints.png")]
    return main(["colorize", str(page / "line.png"), *hints, *words, "-o", str(page / output)])


def test_a_drawing_becomes_a_preview(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _colorize(page, "out.png") == 0
    preview = read_picture(page / "out.png")
    assert tuple(preview[20, 20]) == RED
    assert tuple(preview[11, 11]) == (0, 0, 0, 255)
    assert not preview[0, 0].any()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("ending", ["ora", "psd"])
def test_a_layered_result_is_an_input_again(page: Path, ending: str) -> None:
    assert _colorize(page, f"out.{ending}") == 0
    assert main(["colorize", str(page / f"out.{ending}"), "-o", str(page / "again.png")]) == 0
    assert _colorize(page, "out.png") == 0
    assert np.array_equal(read_picture(page / "again.png"), read_picture(page / "out.png"))


def test_a_folder_gets_every_part(page: Path) -> None:
    assert _colorize(page, "parts", "--fill", "extend") == 0
    assert tuple(read_picture(page / "parts" / "flat.png")[0, 0]) == RED
    report = json.loads((page / "parts" / "report.json").read_text())
    assert report["regions"] == 2 and report["seconds"]


def test_what_a_transparent_hint_touches_stays_transparent(page: Path) -> None:
    assert _colorize(page, "out.png", "--fill", "extend", "--transparent", str(page / "hints.png")) == 0
    assert not read_picture(page / "out.png")[20, 20].any()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["colorize", "none.png", "-o", "a.png"], "none.png does not exist"),
        (["colorize", "line.png", "-o", "a.gif"], "end it in .png, .ora or .psd"),
        (["colorize", "line.png", "-o", "line.png"], "is one of the inputs"),
        (["colorize", "line.png", "--hints", "small.png", "-o", "a.png"], "export both from the same canvas"),
        (["colorize", "text.png", "-o", "a.png"], "cannot be read"),
        (["colorize", "line.png", "-o", "missing/a.png"], "cannot be written"),
        (["bench", "nonsense"], "there is no bench 'nonsense'"),
        (["install", "krita", "gimp", "--to", "folder"], "install one at a time"),
    ],
)
def test_bad_input_ends_in_one_sentence_and_code_2(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    monkeypatch.chdir(page)
    write_picture(page / "small.png", np.zeros((2, 2, 4), np.uint8))
    (page / "text.png").write_text("not a picture")
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert not out and sentence in err
    assert err.startswith(f"hintpen {words[0]}: ") and err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["paint"], ["colorize"], ["colorize", "a", "-o", "b", "--fill", "some"]])
def test_bad_usage_is_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit:
        main(words)
    assert exit.value.code == 2
    assert capsys.readouterr().err.startswith("usage: hintpen")


def test_the_module_says_its_version() -> None:
    run = subprocess.run([sys.executable, "-m", "hintpen", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"hintpen {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit:
        main([command, "--help"])
    assert exit.value.code == 0
    assert f"hintpen {command}" in capsys.readouterr().out


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from hintpen.cli import _parser; _parser([]); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "cv2", "PIL", "grpc", "tensorflow"} & set(modules)


def test_a_bench_prints_its_rows_and_says_when_one_is_not_met(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "__init__.py").touch()
    row = {"id": "S5", "metric": "exact", "value": 0.99871, "peer": None, "target": ">= 0.999", "met": False}
    (tmp_path / "bench" / "trial.py").write_text(f"\ndef run(options):\n    return [{row!r}]\n")
    monkeypatch.setattr(bench, "checkout", lambda: tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.delitem(sys.modules, "bench", raising=False)
    assert main(["bench", "trial", "--json", str(tmp_path / "rows.json")]) == 1
    assert "| S5 | exact  | 0.9987 | -    | >= 0.999 | NO  |" in capsys.readouterr().out
    assert json.loads((tmp_path / "rows.json").read_text()) == {"rows": [row]}
    monkeypatch.delitem(sys.modules, "bench", raising=False)


def test_without_a_source_tree_bench_says_where_benches_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "checkout", lambda: None)
    assert main(["bench", "flats"]) == 2
    assert "source tree" in capsys.readouterr().err
