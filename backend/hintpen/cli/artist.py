"""`hintpen artist`: drawings by the synthetic artist, with every layer of truth behind them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from hintpen.cli.failure import CommandFailed

if TYPE_CHECKING:
    from hintpen.training.artist.drawing import Drawing

LARGEST = 8192
ON_A_SHEET = 24
IN_A_SHARD = 256


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen artist`."""
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another seed draws other pictures")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first drawing")
    parser.add_argument("--count", type=int, default=12, metavar="N", help="how many; default: %(default)s")
    parser.add_argument(
        "--size", default="384", metavar="S", help="side in pixels, or WIDTHxHEIGHT; default: %(default)s"
    )
    parser.add_argument("--kind", default="", help="only this kind of drawing, such as portrait")
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="processes; default: one on each core")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=Path, default=Path("out"), help="default: %(default)s")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--sheet", action="store_true", help="contact sheets instead of layers: line, flat, light, picture"
    )
    form.add_argument("--shards", action="store_true", help="shards for training instead of single files")


def run(arguments: argparse.Namespace) -> int:
    """Writes the drawings. Raises `CommandFailed`."""
    from tqdm import tqdm

    from hintpen.training.artist.archive import write_folder
    from hintpen.training.artist.crew import Crew
    from hintpen.training.artist.subjects import KINDS

    width, height = _size(arguments.size)
    if arguments.kind and arguments.kind not in KINDS:
        raise CommandFailed(f"there is no kind of drawing {arguments.kind!r}: choose among {', '.join(sorted(KINDS))}")
    if arguments.seed < 0 or arguments.first < 0 or arguments.count < 1 or arguments.workers < 0:
        raise CommandFailed("--seed, --first and --workers are 0 or more, --count is 1 or more")
    numbers = range(arguments.first, arguments.first + arguments.count)
    try:
        with Crew(arguments.seed, width, height, arguments.kind, arguments.workers) as crew:
            drawings = tqdm(crew.draw(numbers), "artist", len(numbers), unit="drawing", disable=not sys.stderr.isatty())
            if arguments.sheet:
                _write_sheets(drawings, arguments.output, max(1, 1600 // (4 * width)))
            elif arguments.shards:
                _write_shards(drawings, arguments.output)
            else:
                for _ in write_folder(drawings, arguments.output):
                    pass
    except OSError as error:
        raise CommandFailed(str(error), code=1) from error
    return 0


def _size(text: str) -> tuple[int, int]:
    """Width and height of "384" or "512x768". Raises `CommandFailed`."""
    words = text.lower().split("x")
    if not (1 <= len(words) <= 2 and all(word.isdecimal() and 16 <= int(word) <= LARGEST for word in words)):
        raise CommandFailed(f"--size {text!r} is not a size: write 384 or 512x768, from 16 to {LARGEST} pixels a side")
    return int(words[0]), int(words[-1])


def _write_sheets(drawings: Iterable[Drawing], folder: Path, columns: int) -> None:
    import cv2

    from hintpen.training.artist.sheet import sheet_of

    folder.mkdir(parents=True, exist_ok=True)
    for number, some in enumerate(_chunks(drawings, ON_A_SHEET)):
        file = folder / f"sheet-{number:03d}.png"
        if not cv2.imwrite(str(file), cv2.cvtColor(sheet_of(some, columns), cv2.COLOR_RGB2BGR)):
            raise OSError(f"{file} cannot be written: is the folder writable?")
        print(file)


def _write_shards(drawings: Iterable[Drawing], folder: Path) -> None:
    from hintpen.training.artist.archive import write_shard

    folder.mkdir(parents=True, exist_ok=True)
    for some in _chunks(drawings, IN_A_SHARD):
        file = folder / f"{some[0].seed}-{some[0].index:06d}.shard"
        write_shard(some, file)
        print(file)


def _chunks(drawings: Iterable[Drawing], count: int) -> Iterator[list[Drawing]]:
    rest = iter(drawings)
    while some := list(islice(rest, count)):
        yield some
