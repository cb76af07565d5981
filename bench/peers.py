"""Who is measured: Hintpen through its running server, G'MIC's command line, and a paint bucket."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from hintpen_client.client import Client
from hintpen_client.types import Answer, ColorizeJob, FillMode, HintKind, HintLayer, Picture, PixelFormat

from bench.pages import Page, Pixels, as_layer

GMIC_OPTIONS = "1,95,0,0,1,24,200,0,75,2,60,20,90,1,10,1,0"
"""Of the filter "Colorize Lineart [Smart Coloring]": the hints are a layer of dots, the output flat colors."""


@dataclass(frozen=True)
class Measured:
    """A coloring, (height, width, 4) RGBA, and what it cost: wall seconds and, of a whole process, peak bytes."""

    flat: Pixels
    seconds: float
    peak_bytes: int = 0


def rgba(pixels: Pixels) -> Picture:
    """Pixels as the client sends them."""
    return Picture(pixels.shape[1], pixels.shape[0], PixelFormat.RGBA8, pixels.tobytes())


def job(page: Page, fill: FillMode = FillMode.HINTED) -> ColorizeJob:
    """A page as a plugin hands it over."""
    return ColorizeJob(rgba(as_layer(page.luma)), (HintLayer(HintKind.COLOR, rgba(page.hints)),), fill)


def flat_of(answer: Answer) -> Pixels:
    """The Flat layer of an answer."""
    picture = next(layer.picture for layer in answer.layers if layer.kind == "flat")
    return np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, 4)


def hintpen(client: Client, request: ColorizeJob) -> Measured:
    """One call to a running server, from raw pixels to raw pixels, as a plugin makes it."""
    started = time.perf_counter()
    answer = client.colorize(request)
    return Measured(flat_of(answer), time.perf_counter() - started)


def has_gmic() -> bool:
    """Whether the `gmic` command is there."""
    return shutil.which("gmic") is not None


def gmic(page: Page) -> Measured:
    """The whole process of the `gmic` command, from PNG to PNG."""
    with tempfile.TemporaryDirectory() as folder:
        lines, hints, out = (str(Path(folder) / name) for name in ("lines.png", "hints.png", "out.png"))
        cv2.imwrite(lines, page.luma)
        cv2.imwrite(hints, cv2.cvtColor(page.hints, cv2.COLOR_RGBA2BGRA))
        command = ["gmic", hints, lines, "fx_colorize_lineart_smart", GMIC_OPTIONS, "-o", out]
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        peak = 0
        while process.poll() is None:
            peak = max(peak, peak_memory(process.pid))
            time.sleep(0.005)
        seconds = time.perf_counter() - started
        colors = cv2.imread(str(Path(folder) / "out_000002.png"), cv2.IMREAD_UNCHANGED)
        if colors is None:
            raise RuntimeError(f"gmic made no picture (exit status {process.returncode})")
    shape = cv2.COLOR_BGRA2RGBA if colors.shape[2] == 4 else cv2.COLOR_BGR2RGBA
    return Measured(np.asarray(cv2.cvtColor(colors, shape), np.uint8), seconds, peak)


def bucket(page: Page) -> Measured:
    """What a paint bucket does at every dot: a flood over pixels that are about as light as the one clicked."""
    started = time.perf_counter()
    flat = np.zeros((*page.luma.shape, 4), np.uint8)
    for x, y in page.dots:
        mask = np.zeros((page.luma.shape[0] + 2, page.luma.shape[1] + 2), np.uint8)
        flags = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (255 << 8)
        cv2.floodFill(page.luma, mask, (x, y), 0, 96, 96, flags)
        flat[mask[1:-1, 1:-1] > 0] = page.hints[y, x]
    return Measured(flat, time.perf_counter() - started)


def peak_memory(pid: int) -> int:
    """Peak resident bytes of a running process; 0 when it is gone.

    Not from the operating system's account of a finished child: that begins with the memory of the parent.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0) * 1024
