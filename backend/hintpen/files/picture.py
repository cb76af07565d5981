"""Plain pictures: PNG in and out, and what Pillow reads beside it; pixels are taken as sRGB."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# Pillow takes `Self` from where Python 3.10 has none, so a checker for 3.10 does not know what it returns.

from __future__ import annotations

import warnings
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from hintpen.engine.drawing import Pixels
from hintpen.files.atomic import replacing
from hintpen.files.invalid_file import MAX_PIXELS, InvalidFile, check_canvas, reading

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF")
WAY_OUT = "save it again as an 8 or 16 bit PNG"


def read_picture(path: Path) -> Pixels:
    """(height, width, 4) uint8 RGBA of a picture file; 16 bit is rounded to 8. Raises `InvalidFile`."""
    with reading(path, WAY_OUT), path.open("rb") as stream:
        return decode_picture(path, stream, FORMATS)


def decode_picture(path: Path, stream: IO[bytes], formats: tuple[str, ...]) -> Pixels:
    """(height, width, 4) uint8 RGBA of the encoded picture in `stream`, which is part of the file `path`."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # Pillow's check comes first: it looks at the header alone
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(stream, formats=formats) as image:
            check_canvas(path, *image.size)
            return _as_rgba(path, ImageOps.exif_transpose(image))


def _as_rgba(path: Path, image: Image.Image) -> Pixels:
    if image.mode.startswith("I;16"):
        gray = np.asarray(image).astype(np.uint32)
        opaque = gray != image.info.get("transparency", -1)
        luma = ((gray + 128) // 257).astype(np.uint8)
        return np.dstack((luma, luma, luma, opaque.astype(np.uint8) * 255))
    if image.mode in ("I", "F"):
        raise InvalidFile(f"{path} has 32 bits a channel: {WAY_OUT}")
    return np.asarray(image.convert("RGBA"))


def write_picture(path: Path, pixels: Pixels) -> None:
    """Writes (height, width, 4) or (height, width) uint8 pixels as a PNG. Raises `InvalidFile`."""
    with replacing(path) as partial:
        Image.fromarray(pixels).save(partial, "PNG")


def write_numbers(path: Path, numbers: NDArray[np.uint16]) -> None:
    """Writes (height, width) uint16 numbers as a 16 bit gray PNG. Raises `InvalidFile`."""
    with replacing(path) as partial:
        Image.fromarray(numbers).save(partial, "PNG")
