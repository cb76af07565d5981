"""Hands in space: a palm and five fingers of three joints each, so that every pose reads from every side."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.figure.anatomy import balls, chain, smooth_ring
from hintpen.training.artist.figure.pose import Limb
from hintpen.training.artist.forms import Ball, Form
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Random, Stroke

FINGER = 0.004
"""How far the layers of a hand's pieces lie apart; the palm has the hand's own."""

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
_OVER = ((0.8, 0.33, -0.5), (0.42, -0.85, -0.36))

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
        ((58, 84, 40, 2), (62, 86, 40, 0), (66, 86, 40, -2), (68, 86, 40, -4)), ((0.82, 0.34, -0.55), (0.6, -0.6, -0.5))
    ),
    "pointing": Hand(((4, 8, 4, 2), (76, 98, 50, 0), (80, 98, 50, 0), (82, 96, 50, -2)), _OVER),
    "peace": Hand(
        ((2, 4, 4, 14), (2, 4, 4, -8), (74, 98, 50, 0), (78, 96, 50, 0)), ((0.8, 0.25, -0.5), (0.35, -0.9, -0.34))
    ),
    "thumb": Hand(
        ((76, 98, 50, 0), (78, 100, 50, 0), (80, 100, 50, 0), (82, 98, 50, 0)), ((0.3, 0.92, -0.1), (0.05, 1.0, 0.15))
    ),
}
"""By name."""

_KNUCKLES = np.array(((0.465, 0.145, 0.0), (0.485, 0.045, 0.02), (0.47, -0.055, 0.012), (0.43, -0.145, -0.005)))
_LENGTHS = (0.46, 0.51, 0.48, 0.375)
_SHARES = (0.44, 0.31, 0.25)
_RADII = np.array((0.058, 0.052, 0.046, 0.034))
_PALM = np.array(
    (
        (0.0, 0.085, 0.0, 0.075),
        (0.0, -0.085, 0.0, 0.075),
        (0.2, 0.13, -0.05, 0.085),
        (0.2, -0.14, -0.03, 0.075),
        (0.455, 0.145, 0.0, 0.058),
        (0.485, 0.045, 0.01, 0.055),
        (0.42, -0.145, 0.0, 0.052),
    )
)
_THUMB_ROOT = np.array((0.13, 0.1, -0.04))
_THUMB = (0.2, 0.2, 0.16)
_THUMB_RADII = np.array((0.095, 0.07, 0.06, 0.04))


@dataclass(frozen=True)
class _Digit:
    """`joints`: (4, 3) as placed, the root first; `radii`: (4,); `flat`: it goes on from the palm; `bend`: the cosine
    between its first two bones.
    """

    joints: NDArray[np.float64]
    radii: NDArray[np.float64]
    flat: bool
    bend: float


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
        first, second = joints[1] - joints[0], joints[2] - joints[1]
        bend = float(first @ second / np.sqrt(float(first @ first) * float(second @ second)))
        flat = float(first[0]) > 0.72 * math.sqrt(float(first @ first))
        return _Digit(limb.joints[2] + limb.size * (joints @ limb.frame), radii * limb.size, flat, bend)

    noise = random.normal(0, 3, 4)
    fingers = [
        placed(_finger(knuckle, length, curl, n), _RADII * (0.88 if i == 3 else 1.0))
        for i, (knuckle, length, curl, n) in enumerate(zip(_KNUCKLES, _LENGTHS, hand.fingers, noise, strict=True))
    ]
    return [placed(_thumb(hand.thumb), _THUMB_RADII), *fingers]


@dataclass(frozen=True)
class _Shape:
    """One piece of a hand: `order` sorts from back to front; `contours` are the parts of its ring that are drawn."""

    order: float
    name: str
    ring: Points
    contours: tuple[Points, ...]
    form: Form
    lines: tuple[Points, ...] = ()


def hand_parts(random: Random, limb: Limb, skin: Paint, region: str, depth: float, scale: float = 0.2) -> list[Part]:
    """The hand at the end of an arm, from back to front within its layer; nothing when it is hidden.

    `scale`: the cranium's radius in canvas units; small hands have thinner lines and no nails.
    """
    if not limb.hand:
        return []
    digits = _digits(random, limb)
    shapes = [_palm(limb, digits)]
    for number, digit in enumerate(digits):
        shapes += _shapes_of(digit, limb, "thumb" if number == 0 else "finger")
    weight = min(0.85, 0.5 + 3.0 * scale)
    shapes.sort(key=lambda shape: shape.order)
    palm = next(i for i, shape in enumerate(shapes) if shape.name == "palm")
    return [
        Part(
            f"body.hand.{shape.name}",
            skin,
            (shape.ring,),
            (
                *(Stroke(contour, weight=weight, taper=(0.12, 0.12)) for contour in shape.contours),
                *(
                    Stroke(line, weight=0.4, taper=(0.3, 0.3), inside=True)
                    for line in (shape.lines if scale > 0.13 else ())
                ),
            ),
            form=shape.form,
            depth=depth + 0.004 * order,
            layer=limb.layers[2] + FINGER * (order - palm),
            region=region,
        )
        for order, shape in enumerate(shapes)
    ]


def _palm(limb: Limb, digits: list[_Digit]) -> _Shape:
    """Its contour is open at the wrist and where fingers go on from it."""
    wrist, size = limb.joints[2], limb.size
    balls_of = _PALM.copy()
    # As wide at the wrist as the arm that it goes on.
    balls_of[:2, 1] = np.array((1, -1)) * max(limb.radii[2] / size - 0.06, 0.02)
    balls_of[:2, 3] = 0.06
    spots = wrist + size * (balls_of[:, :3] @ limb.frame)
    ring = smooth_ring(balls(spots[:, :2], balls_of[:, 3] * size), 40)
    below = (ring - wrist[:2]) @ limb.frame[0, :2] < 0.0
    bare = below & (np.hypot(*(ring - wrist[:2]).T) < 1.3 * limb.radii[2])
    for digit in digits[1:]:
        if digit.flat:
            bare |= np.hypot(*(ring - digit.joints[0, :2]).T) < 1.35 * digit.radii[0]
    middle = spots[:, :2].mean(0)
    form = Ball(float(middle[0]), float(middle[1]), 0.42 * size, 0.42 * size)
    return _Shape(0.0, "palm", ring, _kept(ring, ~bare), form)


def _kept(ring: Points, keep: NDArray[np.bool_]) -> tuple[Points, ...]:
    """The runs of a ring's points that are kept, as curves."""
    if keep.all() or not keep.any():
        return (np.concatenate([ring, ring[:1]]),)
    runs: list[Points] = []
    for start in np.flatnonzero(keep & ~np.roll(keep, 1)).tolist():
        count = int(np.argmin(np.roll(keep, -start)))
        if count > 1:
            runs.append(np.roll(ring, -start, 0)[:count])
    return tuple(runs)


def _open(ring: Points, at: Points, radius: float) -> tuple[Points, ...]:
    """The ring as curves that leave out what is nearer to `at` than `radius`."""
    return _kept(ring, np.hypot(*(ring - at).T) > radius)


def _shapes_of(digit: _Digit, limb: Limb, name: str) -> list[_Shape]:
    """A digit as pieces: a straight one is one piece, a bent one is two."""
    joints, radii = digit.joints, digit.radii
    middle = float(limb.joints[2, 2] + 0.3 * limb.size * limb.frame[0, 2])
    behind = not digit.flat and float(joints[1, 2] - joints[0, 2]) < 0.0
    base = -1.0 if behind else 1.0
    if digit.bend > 0.35:
        ring = chain(joints[:, :2], radii)
        order = base + (float(joints[:, 2].mean()) - middle) / limb.size
        contour = _open(ring, joints[0, :2], float(radii[0]) * 1.12)
        return [_Shape(order, name, ring, contour, _form(joints, radii), _nail(digit, limb))]
    root, tip = chain(joints[:2, :2], radii[:2]), chain(joints[1:, :2], radii[1:])
    high = (float(joints[:2, 2].mean()) - middle) / limb.size
    low = (float(joints[1:, 2].mean()) - middle) / limb.size
    closed = (np.concatenate([tip, tip[:1]]),)
    return [
        _Shape(base + high, name, root, _open(root, joints[0, :2], float(radii[0]) * 1.12), _form(joints[:2], radii)),
        _Shape(base + low - (0.0 if low > high else 0.5), name, tip, closed, _form(joints[1:], radii)),
    ]


def _form(joints: NDArray[np.float64], radii: NDArray[np.float64]) -> Ball:
    way = joints[-1, :2] - joints[0, :2]
    middle = joints[:, :2].mean(0)
    length, width = math.hypot(*way), float(radii[0]) * 1.35
    return Ball(float(middle[0]), float(middle[1]), max(length, width), width, math.degrees(math.atan2(way[1], way[0])))


def _nail(digit: _Digit, limb: Limb) -> tuple[Points, ...]:
    """The nail of a stretched finger whose back is seen."""
    back = limb.frame[2, 2]
    if back < 0.35 or not digit.flat:
        return ()
    tip, before = digit.joints[3, :2], digit.joints[2, :2]
    way = tip - before
    length = math.hypot(*way)
    if length < digit.radii[3]:
        return ()
    way = way / length
    across, r = np.array([-way[1], way[0]]), float(digit.radii[3])
    return (np.stack([tip + way * (u * r) + across * (v * r) for u, v in _NAIL]),)


_NAIL = ((0.75, -0.6), (0.1, -0.68), (-0.45, -0.5), (-0.65, 0.0), (-0.45, 0.5), (0.1, 0.68), (0.75, 0.6))
