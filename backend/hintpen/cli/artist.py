"""`hintpen artist`: drawings by the synthetic artist, with every truth layer behind them."""

from __future__ import annotations

import argparse
from pathlib import Path

from hintpen.cli.failure import CommandFailed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen artist`."""
    parser.add_argument("--seed", type=int, default=0, help="another seed draws other pictures; default: %(default)s")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first drawing")
    parser.add_argument("--count", type=int, default=12, metavar="N", help="how many; default: %(default)s")
    parser.add_argument("--size", default="384", metavar="S", help="side in pixels, or WIDTHxHEIGHT")
    parser.add_argument("--kind", default="", help="only this kind of drawing, such as portrait")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=Path, default=Path("out"), help="default: %(default)s")
    parser.add_argument("--sheet", action="store_true", help="one contact sheet, sheet.png, instead of the layers")


def run(arguments: argparse.Namespace) -> int:
    """Writes the drawings. Raises `CommandFailed`."""
    import cv2

    from hintpen.training.artist.artist import draw
    from hintpen.training.artist.sheet import sheet_of

    words = str(arguments.size).split("x")
    width, height = int(words[0]), int(words[-1])
    try:
        drawings = [
            draw(arguments.seed, arguments.first + i, width, height, arguments.kind) for i in range(arguments.count)
        ]
    except ValueError as error:
        raise CommandFailed(str(error)) from error
    arguments.output.mkdir(parents=True, exist_ok=True)
    if arguments.sheet:
        sheet = sheet_of(drawings, columns=max(1, min(3, 1600 // (4 * width))))
        cv2.imwrite(str(arguments.output / "sheet.png"), cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR))
        return 0
    for drawing in drawings:
        cv2.imwrite(str(arguments.output / f"{drawing.index:06d}.line.png"), drawing.line)
    return 0
