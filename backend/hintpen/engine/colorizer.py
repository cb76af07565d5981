"""Ties the stages of the engine together: a drawing in, layers out."""

from __future__ import annotations

import time
from collections import OrderedDict

import numpy as np

from hintpen.engine.drawing import Drawing, InvalidDrawing, Layers, Options, Pixels, ProgressCallback
from hintpen.engine.flats import Territories, paint_flat
from hintpen.engine.hints import find_strokes
from hintpen.engine.ink import find_ink
from hintpen.engine.regions import Regions, find_regions
from hintpen.engine.repainting import Repainting

MOST_PIXELS_A_SIDE = 32767

REMEMBERED_PIXELS = 1 << 25
"""Of line art whose regions are kept; about 10 bytes each. The latest drawing is kept whatever its size."""


class Colorizer:
    """Colors drawings. One instance serves one thread at a time; it remembers the regions of recent line art."""

    def __init__(self) -> None:
        self._remembered: OrderedDict[bytes, tuple[Regions, Territories]] = OrderedDict()

    def colorize(
        self, drawing: Drawing, options: Options, progress: ProgressCallback = lambda stage, fraction: None
    ) -> Layers:
        """Colors one drawing.

        Args:
            drawing: the page; all its pictures have one size.
            options: how it is to be colored.
            progress: called between steps, at most some tenths of a second apart; it may raise `Cancelled`.

        Raises:
            InvalidDrawing: the pictures do not fit together.
            Cancelled: raised by `progress`.
        """
        _check(drawing)
        watch = _Stopwatch(progress)
        regions, territories = self._regions(drawing, watch)
        watch.begin("reading hints", 0.8)
        strokes = find_strokes(drawing.hints, regions.labels.shape[1])
        watch.begin("coloring", 0.85)
        repainting = None
        if drawing.delivered_flat is not None and drawing.current_flat is not None:
            repainting = Repainting.of(drawing.delivered_flat, drawing.current_flat)
        flat = paint_flat(regions, strokes, options.fill, repainting, territories, watch.checkpoint)
        watch.end()
        return Layers(flat, regions.labels, regions.room, regions.room_count, regions.gaps, watch.seconds)

    def _regions(self, drawing: Drawing, watch: _Stopwatch) -> tuple[Regions, Territories]:
        key = drawing.line_art_key
        if key is not None and key in self._remembered:
            self._remembered.move_to_end(key)
            return self._remembered[key]
        watch.begin("finding lines", 0.0)
        ink = find_ink(drawing.line_art)
        watch.begin("finding regions", 0.1)
        found: tuple[Regions, Territories] = find_regions(ink, watch.checkpoint), {}
        if key is not None:
            self._remembered[key] = found
            while len(self._remembered) > 1 and self._remembered_pixels() > REMEMBERED_PIXELS:
                self._remembered.popitem(last=False)
        return found

    def _remembered_pixels(self) -> int:
        return sum(regions.labels.size for regions, _ in self._remembered.values())


class _Stopwatch:
    """Times stages and reports them; `checkpoint` lets the caller end the job within a stage."""

    def __init__(self, progress: ProgressCallback) -> None:
        self.seconds: dict[str, float] = {}
        self._progress = progress
        self._stage = ""
        self._fraction = 0.0
        self._since = 0.0

    def begin(self, stage: str, fraction: float) -> None:
        self.end()
        self._stage, self._fraction, self._since = stage, fraction, time.perf_counter()
        self.checkpoint()

    def checkpoint(self) -> None:
        self._progress(self._stage, self._fraction)

    def end(self) -> None:
        if self._stage:
            self.seconds[self._stage] = time.perf_counter() - self._since


def _check(drawing: Drawing) -> None:
    size = drawing.line_art.shape[:2]
    if max(size) > MOST_PIXELS_A_SIDE:
        raise InvalidDrawing(
            f"the line art is {size[1]}x{size[0]}: scale it to {MOST_PIXELS_A_SIDE} pixels a side or less"
        )
    if drawing.line_art.ndim != 2:
        _check_rgba("the line art", drawing.line_art, size)
    elif drawing.line_art.dtype != np.uint8 or drawing.line_art.size == 0:
        raise InvalidDrawing(f"the line art must be 8-bit pixels, at least one, not {drawing.line_art.dtype} of {size}")
    for number, layer in enumerate(drawing.hints, 1):
        _check_rgba(f"hint layer {number}", layer.pixels, size)
    if (drawing.delivered_flat is None) != (drawing.current_flat is None):
        raise InvalidDrawing("only one of the delivered and the current Flat was given: give both or none")
    if drawing.delivered_flat is not None and drawing.current_flat is not None:
        _check_rgba("the delivered Flat", drawing.delivered_flat, size)
        _check_rgba("the current Flat", drawing.current_flat, size)


def _check_rgba(name: str, pixels: Pixels, size: tuple[int, ...]) -> None:
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 4 or pixels.size == 0:
        raise InvalidDrawing(f"{name} must be 8-bit RGBA pixels, at least one, not {pixels.dtype} of {pixels.shape}")
    if pixels.shape[:2] != size:
        raise InvalidDrawing(
            f"{name} is {pixels.shape[1]}x{pixels.shape[0]}, the line art is {size[1]}x{size[0]}: "
            "export both from the same canvas"
        )
