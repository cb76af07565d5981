"""Files appear whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from hintpen.files.invalid_file import InvalidFile


@contextmanager
def replacing(path: Path) -> Generator[Path]:
    """Gives a new name beside `path` to write to; what is there at the end takes the place of `path` at once.

    On an error nothing is left behind and an older `path` stays as it was. Raises `InvalidFile` where the folder is
    missing, full or not writable.
    """
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield partial
        os.replace(partial, path)
    except OSError as error:
        raise InvalidFile(f"{path} cannot be written ({error.strerror or error}): choose another output") from error
    finally:
        partial.unlink(missing_ok=True)
