"""Contours of limbs: muscles make the outer curve high and the inner one low, a bent joint folds one side."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.curves import ellipse, profile, resample
from hintpen.training.artist.figure.pose import Limb
from hintpen.training.artist.frame import Points
from hintpen.training.artist.outlines import union

Values = NDArray[np.float64]

COUNT = 15
"""Points along one side of a piece of a limb."""

BENT = 0.82
"""A joint whose pieces make less than the angle of this cosine is drawn straight on."""


@dataclass(frozen=True)
class Muscles:
    """Half widths along a piece against those of its radii, from joint to joint: seen from the front the `outer` and
    the `inner` side, seen from the side the `front` and the `rear`.
    """

    outer: tuple[float, ...]
    inner: tuple[float, ...]
    front: tuple[float, ...]
    rear: tuple[float, ...]


UPPER_ARM = Muscles(
    (1.0, 1.12, 1.02, 0.9, 0.95, 1.0),
    (0.9, 0.86, 1.0, 1.14, 1.04, 1.0),
    (0.95, 1.0, 1.1, 1.2, 1.06, 0.9),
    (1.05, 1.1, 1.05, 0.9, 0.88, 1.05),
)
FOREARM = Muscles(
    (1.0, 1.22, 1.16, 0.98, 0.95, 1.0),
    (1.0, 1.04, 1.16, 1.1, 1.0, 0.95),
    (0.95, 1.12, 1.12, 1.02, 0.96, 1.0),
    (1.05, 1.1, 1.08, 1.0, 0.98, 1.0),
)
THIGH = Muscles(
    (1.0, 1.1, 1.08, 1.0, 0.94, 0.98),
    (0.95, 1.04, 0.98, 0.92, 0.98, 1.06),
    (1.0, 1.1, 1.16, 1.12, 1.0, 1.06),
    (1.12, 1.04, 0.96, 0.92, 0.94, 0.95),
)
SHIN = Muscles(
    (0.96, 1.14, 1.16, 1.0, 0.92, 1.0),
    (1.04, 1.04, 1.2, 1.1, 0.9, 1.0),
    (1.05, 0.88, 0.86, 0.86, 0.88, 0.95),
    (0.95, 1.3, 1.38, 1.12, 0.92, 1.05),
)


@dataclass(frozen=True)
class Piece:
    """One piece of a limb as seen. `outer`, `inner`: (n, 2) its sides from the upper joint to the lower one; `ring`:
    the whole shape with round ends; `axis`: (2, 2) its ends; `seen`: its length in half widths: small when seen end on.
    """

    outer: Points
    inner: Points
    ring: Points
    axis: Points
    seen: float


def hull(points: ArrayLike) -> Points:
    """(n, 2) the convex outline around points."""
    return cv2.convexHull(np.asarray(points, np.float32)).reshape(-1, 2).astype(np.float64)


@lru_cache(maxsize=8)
def _circle(count: int) -> Points:
    a = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.stack([np.cos(a), np.sin(a)], 1)


def balls(middles: Points, radii: ArrayLike, count: int = 16) -> Points:
    """(n, 2) the convex outline around balls: what is seen of a thing that is stretched between them."""
    around = middles[:, None] + np.asarray(radii, np.float64).reshape(-1, 1, 1) * _circle(count)
    return hull(around.reshape(-1, 2))


def chain(middles: Points, radii: Values) -> Points:
    """(n, 2) the outline around balls that are stretched each to the next one: a finger, a tail."""
    if len(middles) == 2:
        return balls(middles, radii, 14)
    ways = middles[1:] - middles[:-1]
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    ways = ways / np.maximum(lengths, 1e-9)[:, None]
    if lengths.min() > radii.max() * 0.7 and (ways[1:] * ways[:-1]).sum(1).min() > 0.6:
        return _sleeve(middles, ways, radii)
    return union(*(balls(middles[i : i + 2], radii[i : i + 2], 14) for i in range(len(middles) - 1)))


def _sleeve(middles: Points, ways: Points, radii: Values) -> Points:
    """The outline of a chain that hardly bends: its sides and its round ends."""
    mean = np.concatenate([ways[:1], ways[1:] + ways[:-1], ways[-1:]])
    mean /= np.hypot(mean[:, 0], mean[:, 1])[:, None]
    out = np.stack([-mean[:, 1], mean[:, 0]], 1) * radii[:, None]
    a = np.linspace(0, np.pi, 9)[1:-1, None]
    tip = middles[-1] + np.cos(a) * out[-1] + np.sin(a) * mean[-1] * radii[-1]
    root = middles[0] - np.cos(a) * out[0] - np.sin(a) * mean[0] * radii[0]
    right, left = _eased(middles + out), _eased(middles - out)
    return np.concatenate([right, tip, left[::-1], root])


def _eased(side: Points) -> Points:
    """A side with its corners cut (Chaikin), its ends kept."""
    for _ in range(2):
        a, b = side[:-1], side[1:]
        cut = np.stack([a * 0.75 + b * 0.25, a * 0.25 + b * 0.75], 1).reshape(-1, 2)
        side = np.concatenate([side[:1], cut[1:-1], side[-1:]])
    return side


def piece_of(limb: Limb, number: int, muscles: Muscles, ease: float = 0.0) -> Piece:
    """The upper (0) or lower (1) piece; `ease` is added to its half widths."""
    start, end = limb.joints[number, :2], limb.joints[number + 1, :2]
    way = end - start
    length = math.hypot(way[0], way[1])
    ends = limb.radii[number : number + 2] + ease
    seen = length / float(ends.max())
    d = way / length if length > 1e-6 else np.array([0.0, 1.0])
    out = np.array([d[1], -d[0]]) * limb.side
    width = profile((float(ends[0]), float(limb.swells[number] + ease), float(ends[1])), COUNT)
    facing = limb.facing[number]
    along = float(facing @ out)
    outer = width * _side(muscles.outer, muscles.front if along > 0 else muscles.rear, abs(along))
    inner = width * _side(muscles.inner, muscles.rear if along > 0 else muscles.front, abs(along))
    axis = start + way * np.linspace(0, 1, COUNT)[:, None]
    right, left = axis + out * outer[:, None], axis - out * inner[:, None]
    if seen < 1.1:
        ring = balls(np.stack([start, end]), ends * 1.05)
        return Piece(right, left, ring, np.stack([start, end]), seen)
    turn = math.degrees(math.atan2(out[1], out[0]))
    spin = -1.0 if limb.side > 0 else 1.0
    foot = ellipse(0.0, 0.0, 1.0, 1.0, turn, (0.0, -180.0 * spin), 9)[1:-1]
    head = ellipse(0.0, 0.0, 1.0, 1.0, turn, (180.0 * spin, 0.0), 9)[1:-1]
    low, high = np.linspace(outer[-1], inner[-1], 7)[:, None], np.linspace(inner[0], outer[0], 7)[:, None]
    ring = np.concatenate([right, end + foot * low, left[::-1], start + head * high])
    return Piece(right, left, ring, np.stack([start, end]), seen)


def _side(front_view: tuple[float, ...], side_view: tuple[float, ...], share: float) -> Values:
    return _profile(front_view) * (1 - share) + _profile(side_view) * share


@lru_cache(maxsize=32)
def _profile(values: tuple[float, ...]) -> Values:
    return profile(values, COUNT)


def joined_sides(first: Piece, second: Piece) -> tuple[Points, Points]:
    """The sides of a straight limb, each one curve through the joint."""
    return _through(first.outer, second.outer), _through(first.inner, second.inner)


def _through(upper: Points, lower: Points) -> Points:
    middle = (upper[-1] + lower[0]) / 2
    return np.concatenate([upper[:-2], [middle * 0.5 + (upper[-2] + lower[1]) / 4], lower[2:]])


def straight(first: Piece, second: Piece) -> bool:
    """The two pieces go on in one line as seen."""
    a, b = first.axis[1] - first.axis[0], second.axis[1] - second.axis[0]
    if min(first.seen, second.seen) < 1.6:
        return False
    return float(a @ b) / (math.hypot(*a) * math.hypot(*b)) > BENT


def elbow_arc(first: Piece, second: Piece, radius: float) -> tuple[Points, bool]:
    """The bend's outside, from the upper piece to the lower one, and whether that is the outer side."""
    a, b = first.axis[1] - first.axis[0], second.axis[1] - second.axis[0]
    joint = first.axis[1]
    away = a / max(math.hypot(*a), 1e-9) - b / max(math.hypot(*b), 1e-9)
    away /= max(math.hypot(*away), 1e-9)
    on_outer = float((first.outer[-1] - joint) @ away) > 0
    start, end = (first.outer[-1], second.outer[0]) if on_outer else (first.inner[-1], second.inner[0])
    knots = np.stack([start, joint + away * radius * 1.12, end])
    t = np.linspace(0, 1, 7)[:, None]
    # A quadratic through the three: the bone makes a soft corner.
    middle = 2 * knots[1] - (knots[0] + knots[2]) / 2
    return (1 - t) ** 2 * knots[0] + 2 * t * (1 - t) * middle + t**2 * knots[2], on_outer


def smooth_ring(ring: Points, count: int = 40) -> Points:
    """A convex outline with its corners rounded."""
    closed = resample(np.concatenate([ring, ring[:1]]), count + 1)[:-1]
    return (np.roll(closed, 1, 0) + 2 * closed + np.roll(closed, -1, 0)) / 4
