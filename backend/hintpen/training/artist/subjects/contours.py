"""Outlines as a hand draws them: heavier below, in several strokes, with tufts and scallops.

Rings run clockwise as seen, so that the outside lies to the left hand of someone who walks along them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.curves import along, cut, normals, uneven
from hintpen.training.artist.forms import Form, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, Paint, Part, Random, Stroke

Values = NDArray[np.float64]


def clockwise(ring: Points) -> Points:
    """The ring, running clockwise as seen."""
    x, y = ring.T
    return ring if float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) >= 0 else ring[::-1]


def edge(curve: Points, weight: float = 1.0, taper: float = 0.15, heavy: float = 0.3, inside: bool = False) -> Stroke:
    """A piece of a clockwise outline: thicker where it faces the ground, by the share `heavy`."""
    n = normals(along(curve, np.linspace(0, 1, 9)))
    pressure = 1 - heavy * (0.3 * n[:, 0] + 0.9 * n[:, 1])
    return Stroke(curve, weight, (taper, taper), tuple(pressure.tolist()), inside)


def line(curve: Points, weight: float = 0.5, start: float = 0.3, end: float = 0.6, inside: bool = True) -> Stroke:
    """A line within a shape: it sets down softly and lifts off slowly."""
    return Stroke(curve, weight, (start, end), (), inside)


def outline(ring: Points, random: Random, weight: float = 1.0, pieces: int = 2) -> tuple[Stroke, ...]:
    """A closed outline in a few strokes that meet at places of the hand's own choosing."""
    ring = clockwise(ring)
    closed = np.concatenate([ring, ring[:1]])
    if pieces <= 1:
        return (edge(closed, weight, 0.05),)
    shares = np.sort((np.arange(pieces) + random.uniform(0, 0.6, pieces)) / pieces)
    start = round(float(shares[0]) * len(ring))
    rolled = np.concatenate([ring[start:], ring[: start + 1]])
    cuts = [0.0, *(shares[1:] - shares[0]).tolist(), 1.0]
    return tuple(edge(cut(rolled, a, b), weight * random.uniform(0.9, 1.1), 0.1) for a, b in pairwise(cuts))


def drawn(
    random: Random,
    name: str,
    paint: Paint,
    ring: Points,
    *,
    weight: float = 1.0,
    pieces: int = 2,
    strokes: Sequence[Stroke] = (),
    marks: Sequence[Mark] = (),
    form: Form | None = None,
    depth: float = 0.0,
    layer: float = 0.0,
    clips: tuple[Points, ...] = (),
    region: str = "",
) -> Part:
    """A part with its whole outline drawn. `weight` 0 leaves the outline out."""
    contour = outline(ring, random, weight, pieces) if weight > 0 else ()
    return Part(
        name,
        paint,
        (ring,),
        (*contour, *strokes),
        tuple(marks),
        form or Inflated(),
        depth,
        layer,
        clips,
        region,
    )


def bezier(start: Points, middle: Points, end: Points, count: int = 8) -> Points:
    """(..., count, 2) quadratic curves between (..., 2) points."""
    t = np.linspace(0, 1, count)[:, None]
    a, b, c = (np.asarray(p)[..., None, :] for p in (start, middle, end))
    return (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c


def tufted(
    curve: Points, random: Random, count: int, size: float, lean: float = 0.9, bow: float = 0.5
) -> tuple[Points, list[Stroke]]:
    """Pointed tufts of fur or leaves along a piece of clockwise outline: the new outline, and a stroke for each tuft.

    `size`: how far tips stand out; `lean`: how far they point onward along the curve, as a share of a tuft's length;
    `bow`: how round their backs are.
    """
    s = uneven(count, random, 0.5)
    base = along(curve, s)
    step = base[1:] - base[:-1]
    length = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)[:, None]
    out = np.stack([step[:, 1], -step[:, 0]], 1) / length
    # Tufts are small where they begin and end, so that the fur grows out of the contour.
    swell = np.sin((s[1:] + s[:-1]) / 2 * np.pi)[:, None] ** 0.5 * random.uniform(0.6, 1.3, (count, 1)) * size
    tip = base[:-1] + step * (lean + random.uniform(-0.15, 0.15, (count, 1))) + out * swell
    back = bezier(base[:-1], base[:-1] + (tip - base[:-1]) * 0.45 + out * swell * bow, tip, 9)
    front = bezier(tip, base[1:] + (tip - base[1:]) * 0.3 - step * 0.12, base[1:], 5)
    ring = np.concatenate([back, front[:, 1:]], 1).reshape(-1, 2)
    strokes = [Stroke(np.concatenate([b, f[1:4]]), 1.0, (0.15, 0.3)) for b, f in zip(back, front, strict=True)]
    return ring, strokes


def scalloped(
    curve: Points, random: Random, count: int, size: float, hook: float = 0.35
) -> tuple[Points, list[Points]]:
    """Round lobes along a piece of clockwise outline: the new outline, and the arc of each lobe.

    `size`: how far lobes stand out; `hook`: how far an arc runs on inward behind the next lobe, as a share of a lobe.
    """
    s = uneven(count, random, 0.5)
    base = along(curve, s)
    step = base[1:] - base[:-1]
    length = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)[:, None]
    out = np.stack([step[:, 1], -step[:, 0]], 1) / length
    t = np.linspace(0, 1, 11)
    # Lobes hang over a little: the arc is wider than its foot.
    across = t + 0.16 * np.sin(2 * np.pi * t) * -1
    rise = np.sin(np.pi * t) ** 0.8
    high = random.uniform(0.65, 1.25, (count, 1)) * size
    skew = random.uniform(-0.12, 0.12, (count, 1))
    shift = across[None] + skew * rise[None]
    arcs = base[:-1, None] + step[:, None] * shift[..., None] + out[:, None] * (high * rise[None])[..., None]
    ring = arcs[:, :-1].reshape(-1, 2)
    inward = base[1:] - out * length * hook * random.uniform(0, 1, (count, 1)) - step * hook * 0.5
    tails = bezier(base[1:], base[1:] - out * length * hook * 0.4, inward, 4)
    return ring, [np.concatenate([a, b[1:]]) for a, b in zip(arcs, tails, strict=True)]


def tufted_back(
    curve: Points, random: Random, count: int, size: float, lean: float = 0.9, bow: float = 0.5
) -> tuple[Points, list[Stroke]]:
    """As `tufted`, with tips that point back to where the clockwise outline comes from."""
    flip = np.array([-1.0, 1.0])
    ring, strokes = tufted(curve[::-1] * flip, random, count, size, lean, bow)
    return (ring * flip)[::-1], [replace(stroke, points=stroke.points * flip) for stroke in strokes]


def knots(text: str) -> Points:
    """(n, 2) points written as SVG writes them: "x,y x,y ..."."""
    return np.array(text.replace(",", " ").split(), np.float64).reshape(-1, 2)
