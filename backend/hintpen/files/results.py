"""A colored drawing into files: a picture, a layered document or a folder with everything."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.drawing import Drawing, HintKind, Layers, Pixels
from hintpen.files.atomic import replacing
from hintpen.files.invalid_file import InvalidFile
from hintpen.files.layers import Document, Group, PaintLayer
from hintpen.files.openraster import write_openraster
from hintpen.files.picture import write_numbers, write_picture
from hintpen.files.preview import compose_preview, line_blend
from hintpen.files.psd import write_psd

DOCUMENT_WRITERS = {".ora": write_openraster, ".psd": write_psd}
MAX_REGION_ID = 65535
FOLDER_FILES = ("flat.png", "preview.png", "regions.png", "report.json")

HINT_NAMES = {
    HintKind.COLOR: "Hints",
    HintKind.TRANSPARENT: "Keep transparent",
    HintKind.PROTECT: "Do not touch",
    HintKind.SAME: "Same color",
}
"""The names by which the plugins, and `read_drawing`, know the layers again."""


def check_output(path: Path, inputs: Iterable[Path]) -> None:
    """Raises `InvalidFile` where `path` cannot be an output, so that nobody waits for a result that has no place."""
    if not _is_folder(path) and path.suffix.lower() not in (".png", *DOCUMENT_WRITERS):
        raise InvalidFile(f"{path} is of no kind that Hintpen writes: end it in .png, .ora or .psd, or name a folder")
    outputs = [path / name for name in FOLDER_FILES] if _is_folder(path) else [path]
    for output in outputs:
        if any(output.exists() and input.exists() and output.samefile(input) for input in inputs):
            raise InvalidFile(f"{output} is one of the inputs, which stay as they are: choose another output")


def write_result(path: Path, drawing: Drawing, layers: Layers) -> None:
    """Writes to the folder `path`, or what `write_flat` writes. Raises `InvalidFile`."""
    if _is_folder(path):
        _write_folder(path, compose_preview(layers.flat, drawing.line_art), layers)
    else:
        write_flat(path, drawing, layers.flat)


def write_flat(path: Path, drawing: Drawing, flat: Pixels) -> None:
    """Writes to the .png (the preview), .ora or .psd `path`. Raises `InvalidFile`."""
    preview = compose_preview(flat, drawing.line_art)
    if path.suffix.lower() == ".png":
        write_picture(path, preview)
    else:
        DOCUMENT_WRITERS[path.suffix.lower()](path, _document(drawing, flat, preview))


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix


def _document(drawing: Drawing, flat: Pixels, preview: Pixels) -> Document:
    """Hidden hints above the lines above the flats."""
    hints = [PaintLayer(HINT_NAMES[hint.kind], hint.pixels, visible=False) for hint in drawing.hints]
    lines = PaintLayer("Lines", drawing.line_art, line_blend(drawing.line_art))
    return Document((*hints, lines, Group("Hintpen", (PaintLayer("Flat", flat),))), preview)


def _write_folder(path: Path, preview: Pixels, layers: Layers) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidFile(f"{path} cannot be made ({error.strerror}): choose another folder") from error
    flat_file, preview_file, regions_file, report_file = (path / name for name in FOLDER_FILES)
    write_picture(flat_file, layers.flat)
    write_picture(preview_file, preview)
    write_numbers(regions_file, region_numbers(layers.regions, layers.region_count))
    with replacing(report_file) as partial:
        partial.write_text(json.dumps(_report(layers), indent=2) + "\n", encoding="utf-8")


def _report(layers: Layers) -> dict[str, object]:
    return {
        "regions": layers.region_count,
        "regions_in_png": min(layers.region_count, MAX_REGION_ID + 1),
        "gaps": [[gap.x, gap.y, gap.width] for gap in layers.gaps],
        "seconds": layers.seconds,
    }


def region_numbers(regions: NDArray[np.int32], count: int) -> NDArray[np.uint16]:
    """Region ids that fit into 16 bits, (height, width).

    Up to 65536 regions keep the ids that they have. Of more, the 65535 largest get 0 to 65534, largest first (of equal
    ones the lower id), and all others share 65535.
    """
    if count <= MAX_REGION_ID + 1:
        return regions.astype(np.uint16)
    largest_first = np.argsort(-np.bincount(regions.ravel(), minlength=count), kind="stable")
    numbers = np.full(count, MAX_REGION_ID, np.uint16)
    numbers[largest_first[:MAX_REGION_ID]] = np.arange(MAX_REGION_ID)
    return numbers[regions]
