"""What the tests of the client share: the scripted server's command, and a job."""

from __future__ import annotations

import sys
from pathlib import Path

from hintpen_client.types import ColorizeJob, HintKind, HintLayer, Picture, PixelFormat

FAKES = Path(__file__).resolve().parents[2] / "fakes"
SCRIPTED = [sys.executable, str(FAKES / "scripted_server.py")]


def a_job(width: int = 9, height: int = 7) -> ColorizeJob:
    """A gray ramp and a hint layer of one color."""
    line_art = Picture(width, height, PixelFormat.GRAY8, bytes(range(width)) * height)
    hint = Picture(width, height, PixelFormat.RGBA8, bytes((1, 2, 3, 255)) * (width * height))
    return ColorizeJob(line_art, (HintLayer(HintKind.COLOR, hint),))
