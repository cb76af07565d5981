"""The client with the real server, as a host uses them: found, started, killed and started again."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hintpen_client.client import Client
from hintpen_client.errors import HintpenError
from hintpen_client.launcher import Launcher
from hintpen_client.runtime_file import read_runtime_file
from hintpen_client.types import ColorizeJob, HintKind, HintLayer, Picture, PixelFormat

SERVE = [sys.executable, "-m", "hintpen", "serve"]
SIDE = 40
RED = bytes((200, 30, 20, 255))


@pytest.fixture
def backend(runtime_file: Path) -> Iterator[Client]:
    with Client(Launcher(SERVE, runtime_file=runtime_file)) as client:
        yield client
    server = read_runtime_file(runtime_file)
    assert server
    os.kill(server.pid, signal.SIGTERM)


def framed_job() -> ColorizeJob:
    """A room of 40x40 px with a wall around it and one 3x3 hint in its middle."""
    line_art = bytearray(b"\xff" * SIDE * SIDE)
    for i in range(SIDE):
        for x, y in ((i, 0), (i, SIDE - 1), (0, i), (SIDE - 1, i)):
            line_art[y * SIDE + x] = 0
    hints = bytearray(4 * SIDE * SIDE)
    for y in range(19, 22):
        for x in range(19, 22):
            hints[4 * (y * SIDE + x) : 4 * (y * SIDE + x) + 4] = RED
    hint = HintLayer(HintKind.COLOR, Picture(SIDE, SIDE, PixelFormat.RGBA8, bytes(hints)))
    return ColorizeJob(Picture(SIDE, SIDE, PixelFormat.GRAY8, bytes(line_art)), (hint,))


def test_a_hint_colors_its_room(backend: Client) -> None:
    (flat,) = backend.colorize(framed_job()).layers
    middle = 4 * (20 * SIDE + 20)
    assert flat.kind == "flat"
    assert flat.picture.pixels[middle : middle + 4] == RED


def test_a_second_run_with_the_artists_changes(backend: Client) -> None:
    job = framed_job()
    (flat,) = backend.colorize(job).layers
    answer = backend.colorize(
        ColorizeJob(job.line_art, job.hints, delivered_flat=flat.picture, current_flat=flat.picture)
    )
    assert answer.layers[0].picture == flat.picture


def test_a_drawing_that_the_server_refuses(backend: Client) -> None:
    other = Picture(SIDE, SIDE - 1, PixelFormat.RGBA8, bytes(4 * SIDE * (SIDE - 1)))
    job = ColorizeJob(framed_job().line_art, (HintLayer(HintKind.COLOR, other),))
    with pytest.raises(HintpenError) as caught:
        backend.colorize(job)
    assert caught.value.reason == "PICTURE_INVALID"
    assert backend.colorize(framed_job()).layers


def test_a_killed_server_is_replaced(backend: Client, runtime_file: Path) -> None:
    backend.colorize(framed_job())
    first = read_runtime_file(runtime_file)
    assert first
    os.kill(first.pid, signal.SIGKILL)
    assert backend.colorize(framed_job()).layers
    second = read_runtime_file(runtime_file)
    assert second
    assert second.pid != first.pid
