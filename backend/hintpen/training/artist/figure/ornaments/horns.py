"""Horns: a devil's, a ram's, a dragon's, a unicorn's, and antlers."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import offset, ring_of, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.head import Points3D
from hintpen.training.artist.figure.ornaments.fitting import Wearer, inner, outer, piece, shade
from hintpen.training.artist.records import Paint, Part

LAYER = layers.BANGS + 2


def horns(wearer: Wearer, kind: str) -> list[Part]:
    """The horns of a kind: "devil", "goat", "ram", "dragon", "unicorn" or "antler"."""
    paint = wearer.looks.paint("horn", "horn")
    size = wearer.near(1.0, 0.2)
    if kind == "unicorn":
        way = np.array([(0.0, -0.62, 0.92), (0.0, -0.95, 1.3), (0.0, -1.32, 1.7)])
        return [_horn(wearer, paint, way, 0.2 * size, 0.0, 6)]
    parts: list[Part] = []
    for side in (-1.0, 1.0):
        way = np.array(_WAYS[kind]) if kind in _WAYS else _ram()
        root = way[0]
        way = (root + (way - root) * size) * (side, 1, 1)
        thick, tip, rings = _THICK[kind]
        parts.append(_horn(wearer, paint, way, thick * size, tip, rings))
        if kind == "antler":
            for at, out in ((0.45, (0.1, -0.5, 0.25)), (0.7, (0.42, -0.18, 0.1))):
                start = resample3(way, 21)[round(at * 20)]
                tine = np.stack(
                    [start, start + np.array(out) * (side * 0.6, 0.5, 1), start + np.array(out) * (side, 1, 1)]
                )
                parts.append(_horn(wearer, paint, tine, thick * 0.62, 0.2, 0))
    return parts


_WAYS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "devil": ((0.5, -0.88, 0.4), (0.68, -1.14, 0.48), (0.74, -1.4, 0.46), (0.66, -1.62, 0.4)),
    "goat": ((0.48, -0.9, 0.38), (0.66, -1.3, 0.3), (0.86, -1.62, 0.0), (1.16, -1.8, -0.4)),
    "dragon": ((0.62, -0.82, 0.1), (0.98, -1.06, -0.1), (1.3, -1.1, -0.5), (1.5, -1.4, -0.95)),
    "antler": ((0.46, -0.92, 0.2), (0.66, -1.35, 0.16), (1.0, -1.7, 0.1), (1.0, -2.2, 0.1)),
}
_THICK: dict[str, tuple[float, float, int]] = {
    "devil": (0.26, 0.05, 2),
    "goat": (0.27, 0.08, 5),
    "ram": (0.36, 0.15, 8),
    "dragon": (0.3, 0.08, 4),
    "antler": (0.17, 0.3, 0),
}
"""Width at the root, the tip's share of it, how many rings."""


def _ram() -> Points3D:
    """Back, down and forward again beside the face, outward."""
    a = np.radians(np.linspace(-100, 205, 22))
    r = np.linspace(0.5, 0.3, 22)
    x = np.linspace(0.66, 1.32, 22)
    return np.stack([x, -0.42 + r * np.sin(a), -0.02 - r * np.cos(a) * 1.0], 1)


def resample3(way: Points3D, count: int) -> Points3D:
    """(count, 3) a smooth curve through knots in space."""
    a = spline(way[:, :2], 8)
    b = spline(way[:, 1:], 8)
    t, s = np.linspace(0, len(a) - 1, count), np.arange(len(a))
    return np.stack([np.interp(t, s, c) for c in (a[:, 0], a[:, 1], b[:, 1])], 1)


def _horn(wearer: Wearer, paint: Paint, way: Points3D, thick: float, tip: float, rings: int) -> Part:
    space = resample3(way, 30)
    turned = wearer.head.turned(space)
    seen = turned[:, :2] + np.array(wearer.head.origin)
    half = thick / 2 * (tip + (1 - tip) * (1 - np.linspace(0, 1, 30)) ** 0.75)
    half[-1] = 0.004
    right, left = offset(seen, half), offset(seen, -half)
    # What points at the viewer is as thick as it is, never a thread.
    layer = LAYER if turned[:6, 2].mean() > -0.15 else layers.BACK_HAIR - 1
    lines = [outer(right, 1.0, 0.05), outer(left, 1.0, 0.05)]
    bulge = np.diff(seen, axis=0).mean(0)
    foot = spline([right[0], seen[0] - bulge * 0.8, left[0]], 4)
    lines.append(outer(foot, 0.8, 0.1))
    if rings and wearer.fine(0.06):
        for i in np.linspace(3, 20, rings).astype(int).tolist():
            arc = spline([right[i], seen[i] + (seen[i + 2] - seen[i]) * 0.6, left[i]], 4)
            lines.append(inner(arc, 0.5, 0.02, 0.35))
    dark = ring_of(right[:24], seen[:24])
    ring = np.concatenate([ring_of(right, left), foot[::-1][1:-1]])
    return piece("horn", paint, ring, lines, [shade(dark, 0.45)], layer=layer, depth=0.5)
