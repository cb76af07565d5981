"""What is wrong with a file, as one type, and the guard that every reader stands behind."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

MAX_PIXELS = 2**27
"""Of one canvas: 11585 x 11585, or 512 MiB of RGBA. More is taken for a decompression bomb."""


class InvalidFile(ValueError):
    """A file cannot be read or written; the message is one sentence that says what to do."""


@contextmanager
def reading(path: Path, way_out: str) -> Generator[None]:
    """Turns whatever goes wrong while `path` is read into `InvalidFile`.

    The decoders were not written for hostile files and raise errors of many types on them (`SyntaxError`,
    `struct.error`, `RecursionError` and more), so this names no list. `way_out`: what to do about a damaged file.
    """
    try:
        yield
    except InvalidFile:
        raise
    except FileNotFoundError as error:
        raise InvalidFile(f"{path} does not exist: check its name and folder") from error
    except IsADirectoryError as error:
        raise InvalidFile(f"{path} is a folder: name a file in it") from error
    except PermissionError as error:
        raise InvalidFile(f"{path} may not be read: change its permissions") from error
    except MemoryError as error:
        raise InvalidFile(f"{path} is too large for this machine's memory: scale it down") from error
    except Exception as error:
        raise InvalidFile(f"{path} cannot be read: {way_out}") from error


def check_canvas(path: Path, width: int, height: int) -> None:
    """Raises `InvalidFile` for a canvas without pixels or with more than `MAX_PIXELS`."""
    if width < 1 or height < 1:
        raise InvalidFile(f"{path} has a canvas without pixels: save it again from the drawing program")
    if width * height > MAX_PIXELS:
        raise InvalidFile(f"{path} is {width}x{height}, more than {MAX_PIXELS} pixels: scale it down")
