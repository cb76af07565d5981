"""`hintpen bench`: runs one of the source tree's benches and prints its table."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from hintpen.cli.checkout import checkout
from hintpen.cli.failure import CommandFailed

COLUMNS = ("id", "metric", "value", "peer", "target", "met")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen bench`."""
    parser.add_argument("name", metavar="NAME", help="which bench, such as flats")
    parser.add_argument(
        "options", metavar="...", nargs=argparse.REMAINDER, help="its options; `NAME --help` says which"
    )


def run(arguments: argparse.Namespace) -> int:
    """Runs a bench and prints its rows; returns 1 when one of them is not met. Raises `CommandFailed`."""
    root = checkout()
    if root is None:
        raise CommandFailed("the benches are in Hintpen's source tree: install it from there with pip's --editable")
    names = sorted(path.stem for path in (root / "bench").glob("*.py") if "\ndef run(" in path.read_text("utf-8"))
    if arguments.name not in names:
        raise CommandFailed(f"there is no bench {arguments.name!r}: choose among {', '.join(names) or 'none yet'}")
    sys.path.insert(0, str(root))
    bench = import_module(f"bench.{arguments.name}")
    options = _options(bench, arguments)
    rows: Sequence[Mapping[str, object]] = bench.run(options)
    print(table(rows))
    if options.json:
        options.json.write_text(json.dumps({"rows": rows}, indent=2) + "\n", encoding="utf-8")
    return 1 if any(row["met"] is False for row in rows) else 0


def _options(bench: ModuleType, arguments: argparse.Namespace) -> argparse.Namespace:
    """What follows the bench's name, by the options that all benches have and those that this one adds."""
    parser = argparse.ArgumentParser(prog=f"hintpen bench {arguments.name}", description=bench.__doc__)
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the rows to this file as well")
    if hasattr(bench, "add_arguments"):
        bench.add_arguments(parser)
    return parser.parse_args(arguments.options)


def table(rows: Sequence[Mapping[str, object]]) -> str:
    """The rows as a Markdown table whose columns line up."""
    cells = [COLUMNS, *(tuple(_cell(row.get(column)) for column in COLUMNS) for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(COLUMNS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "NO"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
