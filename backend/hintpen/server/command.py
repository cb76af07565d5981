"""`hintpen serve`: reads the options, serves until asked to stop, and says in one sentence why it cannot."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import sys
import threading
from pathlib import Path

from hintpen import __version__
from hintpen.server import runtime_file
from hintpen.server.access import CannotServe
from hintpen.server.limits import PROTOCOL_VERSION
from hintpen.server.listening import Listening, choose_listening
from hintpen.server.memory import share_one_arena
from hintpen.server.owner import wait_for_end
from hintpen.server.selfcheck import run_checks
from hintpen.server.serving import Server

USAGE_ERROR = 2
log = logging.getLogger("hintpen.server")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen serve`."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="0 for any free one (default: %(default)s)")
    parser.add_argument("--owner-pid", type=int, metavar="PID", help="end when this process has ended")
    parser.add_argument("--runtime-file", type=Path, metavar="FILE", help="where to leave the port and the token")
    parser.add_argument("--tls-cert", type=Path, metavar="FILE", help="certificate chain, PEM")
    parser.add_argument("--tls-key", type=Path, metavar="FILE", help="its key, PEM")
    parser.add_argument("--token-file", type=Path, metavar="FILE", help="a token of your own instead of a new one")
    parser.add_argument("--check", action="store_true", help="color a tiny drawing through a server, say how, and end")


def run(arguments: argparse.Namespace) -> int:
    """Serves; returns the exit code: 0, 1 when a check failed, 2 when the options do not allow to serve."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    share_one_arena()
    try:
        if arguments.check:
            return asyncio.run(run_checks())
        listening = choose_listening(
            arguments.host, arguments.port, arguments.tls_cert, arguments.tls_key, arguments.token_file
        )
        asyncio.run(_serve(listening, arguments.runtime_file or runtime_file.default_path(), arguments.owner_pid))
    except CannotServe as error:
        print(f"hintpen serve: {error}", file=sys.stderr)
        return USAGE_ERROR
    return 0


async def _serve(listening: Listening, path: Path, owner_pid: int | None) -> None:
    stopping = _stop_on_signals()
    if owner_pid is not None:
        _stop_with_owner(stopping, owner_pid)
    server = Server(listening)
    port = await server.start()
    entry = runtime_file.RuntimeEntry(os.getpid(), port, listening.token, __version__, PROTOCOL_VERSION)
    try:
        runtime_file.write(path, entry)
        log.info("Hintpen %s listens on %s port %d", __version__, listening.host, port)
        await _until_stopped(server, stopping)
    finally:
        runtime_file.remove(path, entry)
        await server.stop()


async def _until_stopped(server: Server, stopping: asyncio.Event) -> None:
    running = [asyncio.create_task(_warm_up_and_stay(server)), asyncio.create_task(stopping.wait())]
    ended, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    for task in running:
        task.cancel()
    for task in ended:
        task.result()


async def _warm_up_and_stay(server: Server) -> None:
    await server.warm_up()
    log.info("ready to color")
    await asyncio.Event().wait()


def _stop_with_owner(stopping: asyncio.Event, pid: int) -> None:
    loop = asyncio.get_running_loop()

    def watch() -> None:
        wait_for_end(pid)
        loop.call_soon_threadsafe(stopping.set)

    threading.Thread(target=watch, name="hintpen-owner", daemon=True).start()


def _stop_on_signals() -> asyncio.Event:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop(number: int, frame: object) -> None:
        loop.call_soon_threadsafe(stopping.set)

    # Not `loop.add_signal_handler`, which Windows lacks.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    return stopping
