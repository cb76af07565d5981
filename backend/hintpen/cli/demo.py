"""`hintpen demo`: a drawing of the synthetic artist, colored through gRPC by a real server, as a plugin does it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hintpen.cli.failure import CommandFailed

if TYPE_CHECKING:
    from hintpen_client.types import Answer

    from hintpen.engine.drawing import Pixels

SEED, INDEX, KIND = 7, 58, "portrait"
WIDTH, HEIGHT = 1200, 1600
"""The drawing: one of the synthetic artist's."""

PATIENCE = 6
"""So many times hints are proposed for it, one on top of the other: whoever colors for keeps leaves few areas out."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen demo`."""
    parser.add_argument("-o", "--output", metavar="FOLDER", type=Path, default=Path("out"), help="default: %(default)s")


def run(arguments: argparse.Namespace) -> int:
    """Writes the sample's two layers and demo.png, demo.ora, demo.psd. Raises `CommandFailed`."""
    import numpy as np
    from hintpen_client.errors import HintpenError

    from hintpen.cli.progress import progress_bar
    from hintpen.engine.drawing import Drawing, HintKind, HintLayer
    from hintpen.files.invalid_file import InvalidFile
    from hintpen.files.picture import write_picture
    from hintpen.files.results import write_flat

    folder: Path = arguments.output
    lines, hints = sample()
    drawing = Drawing(lines, (HintLayer(HintKind.COLOR, hints),))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, pixels in (("lines.png", lines), ("hints.png", hints)):
            write_picture(folder / name, pixels)
        with progress_bar() as progress:
            answer = color_through_server(lines, hints, progress)
        flat = np.frombuffer(answer.layers[0].picture.pixels, np.uint8).reshape(lines.shape)
        for name in ("demo.png", "demo.ora", "demo.psd"):
            write_flat(folder / name, drawing, flat)
            print(folder / name)
    except (HintpenError, InvalidFile, OSError) as error:
        raise CommandFailed(str(error), code=1) from error
    report, spent = answer.report, sum(answer.report.seconds.values())
    print(f"{report.region_count} regions, {len(report.gaps)} gaps in the lines closed, in {spent:.2f} s.")
    print(f"To color from inside Krita and GIMP: {Path(sys.executable).parent / 'hintpen'} install krita gimp")
    return 0


def sample() -> tuple[Pixels, Pixels]:
    """Lines on transparent paper and hints, each (height, width, 4) uint8, by the synthetic artist. Raises
    `CommandFailed` where its drawing library cannot start.
    """
    import numpy as np

    try:
        from hintpen.training.artist.artist import draw
    except ImportError as error:
        raise CommandFailed(f"{error}: on Debian or Ubuntu, sudo apt install libegl1 libgl1", code=1) from error
    from hintpen.training.artist.hints import propose_hints

    drawing = draw(SEED, INDEX, WIDTH, HEIGHT, KIND)
    colored = [region.colored for region in drawing.things]
    hints = np.zeros_like(drawing.hints)
    for turn in range(PATIENCE):
        more = propose_hints(drawing.regions, drawing.ink, drawing.albedo, colored, np.random.default_rng(turn))
        np.copyto(hints, more, where=more[..., 3:] > 0)
    return np.dstack([drawing.line_color, drawing.ink]), hints


def color_through_server(lines: Pixels, hints: Pixels, progress: Callable[[str, float], None]) -> Answer:
    """Colors (height, width, 4) uint8 lines and hints by a server of its own. Raises `HintpenError`."""
    from hintpen_client.types import ColorizeJob, FillMode, HintKind, HintLayer, Picture, PixelFormat

    from hintpen.cli.own_server import own_server

    def picture(pixels: Pixels) -> Picture:
        return Picture(pixels.shape[1], pixels.shape[0], PixelFormat.RGBA8, pixels.tobytes())

    job = ColorizeJob(picture(lines), (HintLayer(HintKind.COLOR, picture(hints)),), FillMode.EXTEND)
    with own_server() as server:
        return server.client.colorize(job, on_progress=progress)
