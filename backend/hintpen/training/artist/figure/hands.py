"""Hands in space: a palm and five fingers of three joints each, so that every pose reads from every side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.figure.anatomy import balls, smooth_ring
from hintpen.training.artist.figure.pose import Limb
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Random, Stroke

Curl = tuple[float, float, float, float]
"""How far a finger is bent at its three joints, and spread toward the thumb's side, in degrees."""


@dataclass(frozen=True)
class Hand:
    """A shape of the hand: `fingers` from the index to the little one; the thumb's two pieces as directions along,
    across to the thumb's side, and out of the back.
    """

    fingers: tuple[Curl, Curl, Curl, Curl]
    thumb: tuple[tuple[float, float, float], tuple[float, float, float]]


_REST = ((0.6, 0.62, -0.45), (0.92, 0.18, -0.35))
_OUT = ((0.45, 0.85, -0.2), (0.7, 0.7, -0.1))
_OVER = ((0.75, 0.35, -0.6), (0.4, -0.75, -0.5))

HANDS: dict[str, Hand] = {
    "relaxed": Hand(((14, 20, 10, 5), (24, 28, 14, 1), (30, 32, 16, -3), (32, 30, 14, -8)), _REST),
    "open": Hand(((2, 6, 4, 9), (3, 5, 3, 2), (4, 7, 4, -6), (6, 10, 6, -16)), _OUT),
    "spread": Hand(
        ((-4, 10, 6, 16), (-2, 6, 4, 4), (0, 8, 6, -10), (-2, 14, 8, -26)), ((0.3, 0.95, -0.1), (0.6, 0.8, 0.0))
    ),
    "on hip": Hand(
        ((8, 14, 8, 4), (10, 16, 8, 1), (14, 18, 8, -2), (18, 20, 8, -6)), ((0.1, 0.8, -0.6), (0.3, 0.6, -0.7))
    ),
    "curled": Hand(
        ((52, 52, 26, 2), (58, 58, 28, 0), (62, 62, 30, -2), (64, 62, 30, -5)), ((0.8, 0.5, -0.4), (0.85, 0.0, -0.5))
    ),
    "fist": Hand(((78, 98, 50, 0), (80, 100, 50, 0), (82, 100, 50, 0), (84, 98, 50, -2)), _OVER),
    "grip": Hand(
        ((58, 84, 40, 2), (62, 86, 40, 0), (66, 86, 40, -2), (68, 86, 40, -4)), ((0.75, 0.4, -0.65), (0.6, -0.4, -0.7))
    ),
    "pointing": Hand(((4, 8, 4, 2), (76, 98, 50, 0), (80, 98, 50, 0), (82, 96, 50, -2)), _OVER),
    "peace": Hand(
        ((2, 4, 4, 14), (2, 4, 4, -8), (74, 98, 50, 0), (78, 96, 50, 0)), ((0.75, 0.2, -0.65), (0.35, -0.85, -0.45))
    ),
    "thumb": Hand(
        ((76, 98, 50, 0), (78, 100, 50, 0), (80, 100, 50, 0), (82, 98, 50, 0)), ((0.3, 0.92, -0.1), (0.05, 1.0, 0.15))
    ),
}
"""By name."""

_KNUCKLES = np.array(((0.5, 0.145, 0.0), (0.525, 0.045, 0.02), (0.505, -0.055, 0.012), (0.46, -0.145, -0.005)))
_LENGTHS = (0.43, 0.48, 0.45, 0.35)
_SHARES = (0.44, 0.31, 0.25)
_RADII = np.array((0.058, 0.052, 0.046, 0.034))
_PALM = np.array(
    (
        (0.0, 0.085, 0.0, 0.075),
        (0.0, -0.085, 0.0, 0.075),
        (0.2, 0.13, -0.05, 0.085),
        (0.2, -0.14, -0.03, 0.075),
        (0.49, 0.145, 0.0, 0.058),
        (0.525, 0.045, 0.01, 0.055),
        (0.45, -0.145, 0.0, 0.052),
    )
)
_THUMB_ROOT = np.array((0.13, 0.1, -0.04))
_THUMB = (0.2, 0.19, 0.14)
_THUMB_RADII = np.array((0.085, 0.066, 0.058, 0.038))


@dataclass(frozen=True)
class _Digit:
    """`joints`: (4, 3) as placed, the root first; `radii`: (4,)."""

    joints: NDArray[np.float64]
    radii: NDArray[np.float64]


def _finger(knuckle: NDArray[np.float64], length: float, curl: Curl, noise: float) -> NDArray[np.float64]:
    """(4, 3) a finger's joints in the hand's own axes."""
    bends = np.radians(np.cumsum(np.array(curl[:3]) + noise))
    spread = np.radians(curl[3])
    flat = np.cos(bends)
    ways = np.stack([flat * np.cos(spread), np.sin(spread) * flat, -np.sin(bends)], 1)
    steps = ways * (length * np.array(_SHARES))[:, None]
    return np.concatenate([knuckle[None], knuckle + np.cumsum(steps, 0)])


def _thumb(ways: tuple[tuple[float, float, float], tuple[float, float, float]]) -> NDArray[np.float64]:
    first, last = (np.array(w) / np.linalg.norm(w) for w in ways)
    steps = np.stack([first * _THUMB[0], (first + last) / np.linalg.norm(first + last) * _THUMB[1], last * _THUMB[2]])
    return np.concatenate([_THUMB_ROOT[None], _THUMB_ROOT + np.cumsum(steps, 0)])


def _digits(random: Random, limb: Limb) -> list[_Digit]:
    """The thumb, then the fingers."""
    hand = HANDS[limb.hand]

    def placed(joints: NDArray[np.float64], radii: NDArray[np.float64]) -> _Digit:
        return _Digit(limb.joints[2] + limb.size * (joints @ limb.frame), radii * limb.size)

    noise = random.normal(0, 3, 4)
    fingers = [
        placed(_finger(knuckle, length, curl, n), _RADII * (0.88 if i == 3 else 1.0))
        for i, (knuckle, length, curl, n) in enumerate(zip(_KNUCKLES, _LENGTHS, hand.fingers, noise, strict=True))
    ]
    return [placed(_thumb(hand.thumb), _THUMB_RADII), *fingers]


def hand_parts(random: Random, limb: Limb, skin: Paint, region: str, depth: float) -> list[Part]:
    """The hand at the end of an arm, from back to front within its layer; nothing when it is hidden."""
    if not limb.hand:
        return []
    digits = _digits(random, limb)
    palm = _palm(limb)
    middle = float(palm[2])
    shapes: list[tuple[float, Points, Points | None, str]] = [(0.0, palm[0], palm[1], "palm")]
    for number, digit in enumerate(digits):
        shapes += _shapes_of(digit, middle, limb.size, "thumb" if number == 0 else "finger")
    parts: list[Part] = []
    for order, (_, ring, contour, name) in enumerate(sorted(shapes, key=lambda shape: shape[0])):
        strokes = () if contour is None else (Stroke(contour, weight=0.85, taper=(0.15, 0.15)),)
        parts.append(
            Part(
                f"body.hand.{name}",
                skin,
                (ring,),
                strokes,
                depth=depth + 0.004 * order,
                layer=limb.layers[2] + 0.004 * order,
                region=region,
            )
        )
    return parts


def _palm(limb: Limb) -> tuple[Points, Points, float]:
    """Its ring, its contour (open at the wrist), and its depth."""
    spots = limb.joints[2] + limb.size * (_PALM[:, :3] @ limb.frame)
    ring = smooth_ring(balls(spots[:, :2], _PALM[:, 3] * limb.size), 36)
    wrist = limb.joints[2, :2]
    return ring, _open(ring, wrist + limb.end * 0.01, limb.size * 0.17), float(spots[:, 2].mean())


def _open(ring: Points, at: Points, radius: float) -> Points:
    """The ring as a curve that leaves out what is nearer to `at` than `radius`."""
    keep = np.hypot(*(ring - at).T) > radius
    if keep.all() or not keep.any():
        return np.concatenate([ring, ring[:1]])
    start = int(np.argmax(keep & ~np.roll(keep, 1)))
    rolled, kept = np.roll(ring, -start, 0), np.roll(keep, -start)
    return rolled[: int(np.argmin(kept)) if not kept.all() else len(rolled)]


def _shapes_of(digit: _Digit, middle: float, size: float, name: str) -> list[tuple[float, Points, Points | None, str]]:
    """A digit as shapes with their order: a straight one is one shape, a bent one is two."""
    joints, radii = digit.joints, digit.radii
    bones = np.diff(joints, axis=0)
    lengths = np.sqrt((bones * bones).sum(1))
    bend = float(bones[0] @ bones[1]) / (lengths[0] * lengths[1])
    root_away = bones[0, 2] / lengths[0] < -0.45
    base = -1.0 if root_away else 1.0
    if bend > 0.35:
        ring = _tube(joints[:, :2], radii)
        order = base + (joints[:, 2].mean() - middle) / size
        return [(order, ring, _open(ring, joints[0, :2], radii[0] * 1.12), name)]
    root = _tube(joints[:2, :2], radii[:2])
    tip = _tube(joints[1:, :2], radii[1:])
    high = (joints[:2, 2].mean() - middle) / size
    low = (joints[1:, 2].mean() - middle) / size
    tip_base = base if low > high else base - 0.5
    return [
        (base + high, root, _open(root, joints[0, :2], radii[0] * 1.12), name),
        (tip_base + low, tip, np.concatenate([tip, tip[:1]]), name),
    ]


def _tube(joints: Points, radii: NDArray[np.float64]) -> Points:
    """The outline around a chain of balls."""
    from hintpen.training.artist.figure.clothes.outline import union

    return union(*(balls(joints[i : i + 2], radii[i : i + 2], 14) for i in range(len(joints) - 1)))
