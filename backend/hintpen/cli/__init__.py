"""The command line: which commands there are; each one's module is imported only when it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from hintpen import __version__
from hintpen.cli.failure import CommandFailed

USAGE_ERROR = 2
"""Exit code for bad input, as argparse has it."""

COMMANDS = {
    "colorize": ("hintpen.cli.colorize", "color a drawing"),
    "install": ("hintpen.cli.install", "install the plugin for Krita or GIMP"),
    "doctor": ("hintpen.cli.doctor", "say what works on this machine and what is missing"),
    "demo": ("hintpen.cli.demo", "draw a sample and color it through the server"),
    "artist": ("hintpen.cli.artist", "draw pictures for training, with every layer behind them"),
    "bench": ("hintpen.cli.bench", "measure Hintpen beside its peers"),
    "serve": ("hintpen.server.command", "serve the plugins; they start it by themselves"),
}
"""Name: the module, which has `add_arguments(parser)` and `run(arguments) -> exit code`, and a line of help."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; `words` are those after the program's name. Returns the exit code."""
    words = sys.argv[1:] if words is None else words
    arguments = _parser(words).parse_args(words)
    try:
        return import_module(COMMANDS[arguments.command][0]).run(arguments)
    except CommandFailed as error:
        print(f"hintpen {arguments.command}: {error}", file=sys.stderr)
        return error.code
    except KeyboardInterrupt:
        return 130


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows the options of those commands only that `words` can mean."""
    parser = argparse.ArgumentParser(
        prog="hintpen", description="Colors line art from a few dots of color, on your own machine."
    )
    parser.add_argument("--version", action="version", version=f"hintpen {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (module, line) in COMMANDS.items():
        command = commands.add_parser(name, help=line, description=f"{line[0].upper()}{line[1:]}.")
        if name in words:
            import_module(module).add_arguments(command)
    return parser
