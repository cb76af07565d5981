"""Starting a server as a process of its own, by one starter at a time."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from hintpen_client.failures import failure

# What a host sets for itself and what would lead another Python, or its libraries, astray.
HOST_VARIABLES = ("PYTHON", "LD_", "DYLD_", "QT_", "GI_TYPELIB_PATH")


def spawn(command: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    """Starts the command in a session of its own, without a shell or a console window; its output goes to `log`.

    Raises HintpenError SERVER_NOT_INSTALLED when its program is not there.
    """
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        process = subprocess.Popen(  # noqa: S603
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=descriptor,
            env=cleaned(os.environ),
            start_new_session=True,
            creationflags=_NO_CONSOLE,
        )
    except OSError as error:
        raise failure(
            "SERVER_NOT_INSTALLED",
            f"Hintpen's server cannot be run ({command[0]}: {error.strerror}): install it again, then run "
            "`hintpen install krita` or `hintpen install gimp`.",
        ) from error
    finally:
        os.close(descriptor)
    # The server may outlive the job, but must not stay a zombie of a host that lives on.
    threading.Thread(target=process.wait, name="hintpen-server-end", daemon=True).start()
    return process


def cleaned(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what the host set for its own Python and libraries."""
    return {name: value for name, value in environment.items() if not name.startswith(HOST_VARIABLES)}


@asynccontextmanager
async def only_starter(lock: Path, seconds: float) -> AsyncGenerator[None]:
    """Waits until nobody else starts a server. The system drops the lock of a starter that dies."""
    with lock.open("ab") as file:
        waits = int(seconds / 0.05)
        while not _try_lock(file):
            if not waits:
                raise failure("SERVER_DID_NOT_START", f"Hintpen's server starts for too long: see {lock.parent}.")
            waits -= 1
            await asyncio.sleep(0.05)
        yield


if sys.platform == "win32":
    import msvcrt

    _NO_CONSOLE = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    _NO_CONSOLE = 0

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
