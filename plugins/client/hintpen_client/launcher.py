"""Finds the running server, or starts one."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from hintpen_client.connection import PROTOCOL_VERSION, Connection
from hintpen_client.errors import HintpenError
from hintpen_client.failures import failure
from hintpen_client.runtime_file import RunningServer, read_runtime_file, runtime_file_path
from hintpen_client.start import only_starter, spawn
from hintpen_client.types import ServerInfo

# Beside the package: `hintpen install` writes there which backend belongs to these plugins.
BACKEND_FILE = Path(__file__).resolve().parent.parent / "backend.json"
# Seconds. A server is ready within 2; a cold disk and a busy machine get their time.
START_SECONDS = 30.0

_Reached = tuple[Connection, ServerInfo]


class Launcher:
    """Args:
    command: Starts a server that serves until its owner ends; by default what backend.json says.
    owner_pid: With this process the server ends; by default this one.
    runtime_file: Where servers announce themselves; by default where they do.
    """

    def __init__(
        self, command: Sequence[str] | None = None, owner_pid: int | None = None, runtime_file: Path | None = None
    ) -> None:
        self._command = command
        self._owner_pid = owner_pid or os.getpid()
        self._runtime_file = runtime_file or runtime_file_path()

    async def connect(self) -> _Reached:
        """A connection to a server that serves. Raises HintpenError."""
        folder = self._runtime_file.parent
        try:
            server = read_runtime_file(self._runtime_file)
            found = await self._reach(server)
            if found is None:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                async with only_starter(folder / "server.lock", START_SECONDS):
                    found = await self._reach_other_than(server) or await self._start()
        except OSError as error:
            raise failure("SERVER_DID_NOT_START", f"Hintpen cannot write in {folder}: {error.strerror}.") from error
        return found

    async def _reach_other_than(self, gone: RunningServer | None) -> _Reached | None:
        """The server that the runtime file names by now."""
        server = read_runtime_file(self._runtime_file)
        return await self._reach(server) if server != gone else None

    async def _reach(self, server: RunningServer | None) -> _Reached | None:
        """None when that server is gone, or the port is another's by now."""
        if server is None:
            return None
        connection = Connection(server)
        try:
            await _until_serving(connection)
            if server.protocol_version != PROTOCOL_VERSION:
                raise _mismatch(server)
            return connection, await connection.server_info()
        except HintpenError as error:
            connection.close()
            if error.reason == "VERSION_MISMATCH":
                raise _mismatch(server) from error
            return None
        except BaseException:
            connection.close()
            raise

    async def _start(self) -> _Reached:
        before = read_runtime_file(self._runtime_file)
        log = self._runtime_file.parent / "server.log"
        arguments = ["--owner-pid", str(self._owner_pid), "--runtime-file", str(self._runtime_file)]
        process = spawn([*(self._command or _installed_command()), *arguments], log)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            ended = process.poll() is not None
            found = await self._reach_other_than(before)
            if found:
                return found
            if ended:
                break
            await asyncio.sleep(0.02)
        raise _did_not_start(process, log)


async def _until_serving(connection: Connection) -> None:
    end = time.monotonic() + START_SECONDS
    while not await connection.is_serving():
        if time.monotonic() > end:
            raise failure("NOT_SERVING")
        await asyncio.sleep(0.05)


def _installed_command() -> list[str]:
    try:
        command = json.loads(BACKEND_FILE.read_text(encoding="utf-8"))["command"]
        return [str(part) for part in command]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise failure(
            "SERVER_NOT_INSTALLED",
            "Hintpen's plugin does not know its server: run `hintpen install krita` or `hintpen install gimp`, then "
            "restart this program.",
        ) from error


def _mismatch(server: RunningServer) -> HintpenError:
    if server.protocol_version > PROTOCOL_VERSION:
        advice = "run `hintpen install krita` or `hintpen install gimp` to update the plugin, then restart this program"
    else:
        advice = "update Hintpen, then close every program that uses the old server and try again"
    return failure(
        "VERSION_MISMATCH", f"The running Hintpen server {server.version} does not fit this plugin: {advice}."
    )


def _did_not_start(process: subprocess.Popen[bytes], log: Path) -> HintpenError:
    code = process.poll()
    if code is None:
        process.terminate()
        return failure("SERVER_DID_NOT_START", f"Hintpen's server was not ready in {START_SECONDS:.0f} s: see {log}.")
    return failure("SERVER_DID_NOT_START", f"Hintpen's server ended with code {code} as it started: see {log}.")
