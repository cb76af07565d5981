"""Patterns of cloth, printed onto a garment's surface: stripes, checks, dots, bands at the hem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from hintpen.training.artist.curves import ellipse
from hintpen.training.artist.forms import Form
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.raster import path_of
from hintpen.training.artist.records import Array, Paint, Random

Surface = Callable[[NDArray[np.float64], NDArray[np.float64]], Points]
"""Points of a garment's surface from (n,) across, -1..1, and (n,) down, 0..1."""

ACROSS = np.linspace(-1.4, 1.4, 17)
DOWN = np.linspace(0.0, 1.02, 17)


@dataclass(frozen=True)
class Worn:
    """The form of a pattern: that of the piece of cloth with outlines `rings` on which it is printed."""

    rings: tuple[Points, ...]
    form: Form

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """As `Form` says; asked where the pattern is, answered for the whole piece."""
        step = float(x[0, 1] - x[0, 0]) if x.shape[1] > 1 else 1.0
        corners = np.concatenate(self.rings)
        low = np.floor((corners.min(0) - (x[0, 0], y[0, 0])) / step).astype(int) - 2
        high = np.ceil((corners.max(0) - (x[0, 0], y[0, 0])) / step).astype(int) + 2
        low, high = np.minimum(low, 0), np.maximum(high, (x.shape[1], y.shape[0]))
        # Of a piece that goes far beyond the picture only what is near it counts.
        reach = max(mask.shape)
        low, high = np.maximum(low, -reach), np.minimum(high, reach + np.array([x.shape[1], y.shape[0]]))
        whole = _mask(self.rings, x[0, 0] + (low[0] - 0.5) * step, y[0, 0] + (low[1] - 0.5) * step, high - low, step)
        wide = x[0, 0] + np.arange(low[0], high[0], dtype=np.float32)[None] * step
        tall = y[0, 0] + np.arange(low[1], high[1], dtype=np.float32)[:, None] * step
        normals = self.form.normals(wide, tall, whole)
        return normals[-low[1] : -low[1] + mask.shape[0], -low[0] : -low[0] + mask.shape[1]]

    def placed(self, frame: Frame) -> Worn:
        """Both placed."""
        return replace(self, rings=tuple(frame.points(ring) for ring in self.rings), form=self.form.placed(frame))


def _mask(rings: tuple[Points, ...], x: float, y: float, size: NDArray[np.int64], step: float) -> NDArray[np.uint8]:
    pixels = np.zeros((int(size[1]), int(size[0])), np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(*pixels.shape[::-1]), pixels, pixels.strides[0])
    canvas = surface.getCanvas()
    canvas.scale(1 / step, 1 / step)
    canvas.translate(-x, -y)
    canvas.drawPath(path_of(rings), skia.Paint(Color=skia.ColorBLACK, AntiAlias=False))
    return pixels


@dataclass(frozen=True)
class Pattern:
    """What is printed. `pitch`: from one stripe or dot to the next, as a share of the garment's length; `share`: of it
    that is printed; `lined`: its edges are drawn. `kind`: "stripes", "pinstripes", "checks", "dots", "band", "emblem".
    """

    kind: str
    paint: Paint
    second: Paint
    pitch: float
    share: float
    lined: bool = False

    def printed(self, surface: Surface) -> list[tuple[Paint, tuple[Points, ...]]]:
        """Each paint with the outlines that it fills."""
        if self.kind == "stripes":
            return [(self.paint, _level(surface, self.pitch, self.share))]
        if self.kind == "pinstripes":
            return [(self.paint, _upright(surface, self.pitch, self.share))]
        if self.kind == "checks":
            level, upright = _level(surface, self.pitch, self.share), _upright(surface, self.pitch * 1.6, self.share)
            return [(self.paint, level), (self.second, upright)]
        if self.kind == "dots":
            return [(self.paint, _dots(surface, self.pitch, self.share))]
        if self.kind == "emblem":
            return [(self.paint, (_emblem(surface, self.share, self.pitch),))]
        return [(self.paint, (_band(surface, 0.9, 0.955), _band(surface, 0.97, 0.985)))]


def _band(surface: Surface, top: float, low: float) -> Points:
    upper, lower = surface(ACROSS, np.full_like(ACROSS, top)), surface(ACROSS, np.full_like(ACROSS, low))
    return np.concatenate([upper, lower[::-1]])


def _level(surface: Surface, pitch: float, share: float) -> tuple[Points, ...]:
    top = np.arange(0.06, 1.0, pitch)
    edges = np.stack([top, top + pitch * share], 1).ravel()
    lines = surface(np.tile(ACROSS, len(edges)), np.repeat(edges, len(ACROSS))).reshape(-1, 2, len(ACROSS), 2)
    return tuple(np.concatenate([upper, lower[::-1]]) for upper, lower in lines)


def _upright(surface: Surface, pitch: float, share: float) -> tuple[Points, ...]:
    left = np.arange(-1.3, 1.3, pitch)
    edges = np.stack([left, left + pitch * share], 1).ravel()
    lines = surface(np.repeat(edges, len(DOWN)), np.tile(DOWN, len(edges))).reshape(-1, 2, len(DOWN), 2)
    return tuple(np.concatenate([one, other[::-1]]) for one, other in lines)


def _dots(surface: Surface, pitch: float, share: float) -> tuple[Points, ...]:
    rows = np.arange(0.05, 1.0, pitch)
    spots = [(u + pitch * 0.9 * (i % 2), t) for i, t in enumerate(rows) for u in np.arange(-1.3, 1.3, pitch * 1.8)]
    middles = surface(*np.array(spots).T)
    unit = surface(np.zeros(2), np.array([0.4, 0.6]))
    size = 5 * float(np.hypot(*(unit[1] - unit[0]))) * pitch * share * 0.5
    return tuple(ellipse(x, y, size, size, count=12) for x, y in middles.tolist())


def _emblem(surface: Surface, size: float, kind: float) -> Points:
    """A star, a heart, a bolt or a plain shape on the chest."""
    a = np.linspace(0, 2 * np.pi, 41)[:-1]
    points = int(kind)
    if points == 0:
        x, y = np.sin(a) ** 3, -(13 * np.cos(a) - 5 * np.cos(2 * a) - 2 * np.cos(3 * a) - np.cos(4 * a)) / 16
    elif points == 1:
        bolt = np.array([(0.2, -1), (-0.5, 0.15), (-0.05, 0.15), (-0.25, 1), (0.5, -0.2), (0.05, -0.2)])
        x, y = bolt.T
    elif points == 2:
        x, y = np.cos(a), np.sin(a)
    else:
        corner = np.arange(2 * points) * np.pi / points
        r = np.where(np.arange(2 * points) % 2 == 0, 1.0, 0.45)
        x, y = r * np.sin(corner), -r * np.cos(corner)
    return surface(size * x, 0.42 + size * 0.42 * y)


def choose_pattern(random: Random, paint: Paint, second: Paint, kinds: tuple[str, ...]) -> Pattern:
    """One of the kinds in a common size."""
    kind = kinds[random.integers(len(kinds))]
    pitch = {
        "stripes": random.uniform(0.07, 0.16),
        "pinstripes": random.uniform(0.12, 0.3),
        "checks": random.uniform(0.11, 0.22),
        "dots": random.uniform(0.07, 0.13),
        "band": 1.0,
        "emblem": random.integers(0, 7),
    }[kind]
    share = {
        "stripes": random.uniform(0.3, 0.55),
        "pinstripes": random.uniform(0.08, 0.3),
        "emblem": random.uniform(0.15, 0.4),
    }.get(kind, random.uniform(0.2, 0.5))
    return Pattern(
        kind, paint, second, float(pitch), float(share), bool(random.random() < (0.6 if kind == "emblem" else 0.3))
    )
