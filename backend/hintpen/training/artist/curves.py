"""Curves as arrays of points: splines, arcs, tapered locks, offsets. All are (n, 2) float64, y down."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.frame import Points

Knots = Sequence[tuple[float, float]] | Sequence[Points] | Points
Values = NDArray[np.float64]


def points(knots: Knots) -> Points:
    """The knots as an array, (n, 2)."""
    return np.asarray(knots, np.float64).reshape(-1, 2)


def spline(knots: Knots, per_span: int = 8) -> Points:
    """An open smooth curve through the knots (Catmull-Rom; its ends run straight out)."""
    k = points(knots)
    if len(k) < 3:
        return resample(k, per_span + 1)
    padded = np.concatenate([2 * k[:1] - k[1:2], k, 2 * k[-1:] - k[-2:-1]])
    return np.concatenate([_spans(padded, per_span), k[-1:]])


def loop(knots: Knots, per_span: int = 8) -> Points:
    """A closed smooth curve through the knots; the first point is not repeated."""
    k = points(knots)
    return _spans(np.concatenate([k[-1:], k, k[:2]]), per_span)


def _spans(padded: Points, per_span: int) -> Points:
    t = (np.arange(per_span) / per_span)[None, :, None]
    a, b, c, d = (padded[i : len(padded) - 3 + i, None, :] for i in range(4))
    curve = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    return curve.reshape(-1, 2)


def polyline(knots: Knots, step: float) -> Points:
    """A path of straight legs whose points lie about `step` apart: corners stay corners."""
    k = points(knots)
    legs = [
        a + (b - a) * np.linspace(0, 1, max(2, math.ceil(float(np.hypot(*(b - a))) / step) + 1))[:-1, None]
        for a, b in pairwise(k)
    ]
    return np.concatenate([*legs, k[-1:]])


def joined(*pieces: Points) -> Points:
    """Curves end to end; where one begins at the last one's end the point is kept once."""
    out = [pieces[0]]
    for piece in pieces[1:]:
        out.append(piece[1:] if np.abs(piece[0] - out[-1][-1]).max() < 1e-6 else piece)
    return np.concatenate(out)


def ellipse(
    x: float,
    y: float,
    rx: float,
    ry: float,
    turn: float = 0.0,
    span: tuple[float, float] = (0.0, 360.0),
    count: int = 40,
) -> Points:
    """An ellipse or an arc of it; angles in degrees, clockwise as seen from the right, `turn` turns the axes.

    A full span gives a ring (the first point is not repeated).
    """
    whole = abs(span[1] - span[0]) >= 360.0
    a = np.radians(np.linspace(span[0], span[1], count, endpoint=not whole))
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    u, v = rx * np.cos(a), ry * np.sin(a)
    return np.stack([x + c * u - s * v, y + s * u + c * v], 1)


def lengths(curve: Points) -> Values:
    """(n,) the way along the curve to each of its points."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])


def resample(curve: Points, count: int) -> Points:
    """`count` points evenly along the curve."""
    s = lengths(curve)
    at = np.linspace(0.0, s[-1], count)
    return np.stack([np.interp(at, s, curve[:, 0]), np.interp(at, s, curve[:, 1])], 1)


def along(curve: Points, t: float | Values) -> Points:
    """Points at the shares `t` (0..1) of the curve's length: (2,) for a number, (n, 2) for n of them."""
    s = lengths(curve)
    at = np.asarray(t) * s[-1]
    return np.stack([np.interp(at, s, curve[:, 0]), np.interp(at, s, curve[:, 1])], -1)


def cut(curve: Points, start: float, end: float, count: int = 0) -> Points:
    """The piece between the shares `start` and `end` (0..1) of the length, `count` points (0: as dense as before)."""
    n = count or max(2, math.ceil(abs(end - start) * len(curve)))
    return along(curve, np.linspace(start, end, n))


def tangents(curve: Points) -> Points:
    """(n, 2) unit vectors along the curve."""
    d = np.gradient(curve, axis=0)
    return d / np.maximum(np.hypot(d[:, 0], d[:, 1]), 1e-12)[:, None]


def normals(curve: Points) -> Points:
    """(n, 2) unit vectors to the right hand of someone who walks along the curve on the page."""
    t = tangents(curve)
    return np.stack([-t[:, 1], t[:, 0]], 1)


def offset(curve: Points, by: float | Values) -> Points:
    """The curve moved to the right hand of its direction by a distance, or by one distance for each point."""
    return curve + normals(curve) * np.reshape(by, (-1, 1))


def profile(values: Sequence[float], count: int) -> Values:
    """(count,) numbers that run smoothly through `values`."""
    knots = np.stack([np.linspace(0, 1, len(values)), np.asarray(values, np.float64)], 1)
    curve = spline(knots, 12)
    return np.interp(np.linspace(0, 1, count), curve[:, 0], curve[:, 1])


def ribbon(spine: Points, widths: float | Values) -> Points:
    """A closed ring around a spine, `widths` wide at each of its points: a limb, a lock of hair, a stalk.

    It goes down the right side and back up the left one: the first half of its points is the right side.
    """
    half = normals(spine) * np.reshape(np.broadcast_to(np.asarray(widths) / 2, (len(spine),)), (-1, 1))
    return np.concatenate([spine + half, (spine - half)[::-1]])


def lock(
    spine: Points, width: float, belly: float = 0.35, root: float = 0.55, count: int = 14
) -> tuple[Points, Points]:
    """A pointed lock of hair along a spine: its two sides, each from the root to the tip, (count, 2).

    `root` is the share of the width at the root, `belly` where it is widest (0..1).
    """
    spine = resample(spine, count)
    t = np.linspace(0, 1, count)
    rise = root + (1 - root) * np.sin(np.clip(t / belly, 0, 1) * np.pi / 2)
    fall = np.cos(np.clip((t - belly) / (1 - belly), 0, 1) * np.pi / 2) ** 0.8
    half = width / 2 * rise * fall
    return offset(spine, half), offset(spine, -half)


def ring_of(right: Points, left: Points) -> Points:
    """Two sides that run the same way as one ring."""
    return np.concatenate([right, left[::-1]])


def closed(ring: Points) -> Points:
    """The ring as a line that comes back to where it began, and a little on, so that no notch is left."""
    return np.concatenate([ring, ring[:2]])


def uneven(count: int, random: np.random.Generator, unrest: float = 0.35) -> Values:
    """(count + 1,) shares from 0 to 1 whose steps differ by about `unrest`: what a hand spaces by eye."""
    steps = random.uniform(1 - unrest, 1 + unrest, count)
    return np.concatenate([[0.0], np.cumsum(steps) / steps.sum()])


def mirrored(curve: Points, x: float = 0.0) -> Points:
    """Mirrored about a vertical line."""
    return np.stack([2 * x - curve[:, 0], curve[:, 1]], 1)


def wobbled(curve: Points, amount: float, waves: float, random: np.random.Generator) -> Points:
    """A hand's unsteadiness: moved sideways by smooth noise of about `amount`, some `waves` along the curve."""
    if amount <= 0 or len(curve) < 3:
        return curve
    knots = max(2, round(waves) + 2)
    noise = np.interp(np.linspace(0, 1, len(curve)), np.linspace(0, 1, knots), random.normal(0, 1, knots))
    smooth = np.convolve(np.pad(noise, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    return offset(curve, amount * smooth)


def area(ring: Points) -> float:
    """The area inside a ring, without sign."""
    x, y = ring.T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2
