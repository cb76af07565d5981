"""Frills and lace: gathered strips along an edge, with scallops and little pleats."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import along, lengths, normals, ring_of, tangents
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, line, piece
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Stroke


def frill(
    tailor: Tailor, cloth: Cloth, edge: Points, width: float, layer: float, depth: float, name: str = "frill"
) -> list[Part]:
    """A strip along `edge`, to the right hand of its direction, `width` wide (to the left when negative)."""
    random = tailor.random
    long = float(lengths(edge)[-1])
    count = max(3, round(long / (abs(width) * random.uniform(0.75, 1.0))))
    knots = np.linspace(0, 1, count + 1)
    knots[1:-1] += random.uniform(-0.22, 0.22, count - 1) / count
    t = np.linspace(0, 1, 6 * count + 1)
    phase = np.interp(t, knots, np.arange(count + 1))
    base, out, way = along(edge, t), normals(edge), tangents(edge)
    at = np.linspace(0, 1, len(edge))
    side = np.stack([np.interp(t, at, out[:, i]) for i in range(2)], 1)
    run = np.stack([np.interp(t, at, way[:, i]) for i in range(2)], 1)
    reach = width * (0.78 + 0.3 * np.abs(np.sin(phase * np.pi)) ** 0.6)
    lean = 0.16 * abs(width) * np.sin(phase * 2 * np.pi)
    outer = base + side * reach[:, None] + run * lean[:, None]
    ring = ring_of(base, outer)
    strokes: list[Stroke] = [line(base, 0.8), line(outer, 0.9)]
    marks: list[Mark] = []
    for knot in knots[1:-1]:
        index = int(np.argmin(np.abs(t - knot)))
        low, high = outer[index], base[index] * 0.8 + outer[index] * 0.2
        strokes.append(
            Stroke(np.stack([low, (low + high) / 2 + run[index] * 0.06 * width, high]), 0.55, (0.0, 0.7), inside=True)
        )
        wedge = np.stack([high, low + run[index] * abs(width) * 0.02, low + run[index] * abs(width) * 0.3])
        marks.append(Mark(MarkKind.SHADE, wedge, 0.85))
    parts = piece(f"clothes.{name}", cloth, ring, strokes, depth=depth, layer=layer)
    first = parts[0]
    return [Part(first.name, first.paint, first.rings, first.strokes, tuple(marks), first.form, depth, layer)]
