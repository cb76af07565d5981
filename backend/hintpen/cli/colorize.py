"""`hintpen colorize`: files in, the engine, files out."""

from __future__ import annotations

import argparse
from pathlib import Path

from hintpen.cli.failure import CommandFailed

HINT_OPTIONS = {
    "hints": ("color", "dots and strokes of color, on transparent"),
    "transparent": ("transparent", "what these strokes touch stays transparent"),
    "protect": ("protect", "what these strokes touch is left alone"),
    "same": ("same", "what strokes of one color touch is colored alike"),
}
"""Option: the hint kind, and a line of help."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen colorize`."""
    parser.add_argument(
        "line",
        metavar="LINE",
        type=Path,
        help='the line art: a picture, or an .ora or .psd with "line" and "hint" layers',
    )
    for option, (_, line) in HINT_OPTIONS.items():
        parser.add_argument(f"--{option}", metavar="FILE", type=Path, help=line)
    parser.add_argument(
        "--fill",
        choices=("hinted", "extend"),
        default="hinted",
        help="what has no hint stays transparent, or takes its neighbor's color (default: %(default)s)",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="a .png, .ora or .psd, or a folder for all parts",
    )


def run(arguments: argparse.Namespace) -> int:
    """Colors one drawing. Raises `CommandFailed`."""
    from hintpen.cli.progress import progress_bar
    from hintpen.engine.colorizer import Colorizer
    from hintpen.engine.drawing import FillMode, HintKind, InvalidDrawing, Options
    from hintpen.files.drawing_files import read_drawing
    from hintpen.files.invalid_file import InvalidFile
    from hintpen.files.results import check_output, write_result

    hint_files = {
        HintKind(kind): path for option, (kind, _) in HINT_OPTIONS.items() if (path := getattr(arguments, option))
    }
    try:
        check_output(arguments.output, [arguments.line, *hint_files.values()])
        with progress_bar() as progress:
            progress("reading", 0.0)
            drawing = read_drawing(arguments.line, hint_files)
            layers = Colorizer().colorize(drawing, Options(FillMode(arguments.fill)), progress)
        write_result(arguments.output, drawing, layers)
    except (InvalidFile, InvalidDrawing) as error:
        raise CommandFailed(str(error)) from error
    except MemoryError as error:
        raise CommandFailed(f"{arguments.line} is too large for this machine's memory: scale it down") from error
    return 0
