"""Headphones and headsets."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.ornaments.fitting import SHELL, Wearer, around, hull, outer, piece, shine, spot
from hintpen.training.artist.figure.ornaments.hairwear import hoop, strip_parts
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part


def headphones(wearer: Wearer) -> list[Part]:
    """Headphones: a band over the crown and a cup on each ear, at times with a microphone."""
    r = wearer.random
    main = wearer.looks.paint("phones", "plastic")
    pad = wearer.looks.paint("phones.pad", "leather") if r.random() < 0.6 else main
    mark = wearer.looks.paint("phones.mark", "plastic")
    parts = strip_parts(wearer, "phones.band", main, hoop(4, 92), r.uniform(0.07, 0.1), SHELL + 0.07, layers.HAT)
    y, size, out = wearer.skull.ear_top + 0.12, r.uniform(0.34, 0.42), 1.1

    a = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    disc = np.stack([0 * a, size * 1.12 * np.sin(a), size * np.cos(a)], 1)
    for side in (-1.0, 1.0):
        middle = np.array([side * out, y, 0.02])
        z = float(wearer.head.turned(middle)[0, 2])
        # The far cup is behind the face.
        base = layers.HAT + 0.3 if z > -0.25 else layers.EAR - 4
        depth = 0.5 if z > -0.25 else -0.1
        shapes = [(0.0, 0.98, 0.14, pad), (0.14, 1.0, 0.2, main)]
        order = shapes if float(wearer.head.rotation[2, 0]) * side > 0 else shapes[::-1]
        for i, (start, wide, deep, paint) in enumerate(order):
            cup = np.concatenate([middle + disc * wide + (side * s, 0, 0) for s in (start, start + deep)])
            small = middle + disc * wide * 0.85 + (side * (start + deep + 0.05), 0, 0)
            ring = hull(wearer.head.seen(np.concatenate([cup, small]) if paint is main else cup))
            parts.append(piece("phones.cup", paint, ring, layer=base + 0.1 * i, depth=depth, form=Inflated(0.15)))
        if float(wearer.head.rotation[2, 0]) * side > 0.25:
            plate = wearer.head.seen(middle + disc * 0.6 + (side * 0.4, 0, 0))
            light = wearer.head.seen(middle + disc[18:28] * 0.75 + (side * 0.4, 0, 0))
            parts.append(
                piece(
                    "phones.mark",
                    mark,
                    plate,
                    [outer(around(plate), 0.8)],
                    [shine(light, 0.6)],
                    layer=base + 0.3,
                    depth=depth,
                )
            )
    if r.random() < 0.3:
        side = -wearer.far if wearer.turn > 0.15 else float(r.choice((-1, 1)))
        parts += _microphone(wearer, np.array([side * (out + 0.2), y + 0.2, 0.1]), side, main)
    return parts


def _microphone(wearer: Wearer, start: Points, side: float, paint: Paint) -> list[Part]:
    way = np.stack([start, start + (0, 0.4, 0.35), (side * 0.5, wearer.skull.mouth + 0.08, 0.98)])
    seen = spline(wearer.head.seen(way), 8)
    tip = seen[-1]
    boom = np.concatenate([seen + (0, 0.03), (seen - (0, 0.03))[::-1]])
    end = spot(tip, 0.11, 0.08)
    foam = wearer.looks.paint("phones.foam", "rubber")
    return [
        piece(
            "phones.boom",
            paint,
            boom,
            [outer(seen + (0, 0.03), 0.8), outer(seen - (0, 0.03), 0.8)],
            layer=layers.HAT + 1,
        ),
        piece("phones.foam", foam, end, layer=layers.HAT + 1.1, depth=0.55),
    ]
