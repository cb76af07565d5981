"""Folds as artists draw them: tapered lines from where cloth is pulled or pushed, with a sliver of shade beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import Knots, lengths, offset, ring_of, spline
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Random, Stroke


@dataclass(frozen=True)
class Fold:
    """A crease. `line`: (n, 2) from where it is deepest to where it runs out. `shade`: how wide its shadow is, to the
    right hand of its direction when above 0. `inked`: its line is drawn too.
    """

    line: Points
    shade: float = 0.0
    inked: bool = True
    weight: float = 0.6

    def strokes(self) -> tuple[Stroke, ...]:
        """The line of the crease."""
        return (Stroke(self.line, self.weight, (0.08, 0.75), inside=True),) if self.inked else ()

    def marks(self) -> tuple[Mark, ...]:
        """Its shadow."""
        if self.shade == 0:
            return ()
        t = np.linspace(0, 1, len(self.line))
        width = 0.85 * self.shade * np.sin(np.pi * np.clip(t * 0.86 + 0.14, 0, 1)) ** 0.9
        return (Mark(MarkKind.SHADE, ring_of(self.line, offset(self.line, width)), 0.9),)


def fold(knots: Knots, shade: float = 0.0, inked: bool = True, weight: float = 0.6) -> Fold:
    """A fold along a smooth line."""
    return Fold(spline(knots, 6), shade, inked, weight)


def some(random: Random, folds: Sequence[Fold], share: float) -> list[Fold]:
    """Some of the folds, each with its shadow or its line left out now and then."""
    kept = []
    for one in folds:
        dice = random.random(3)
        if dice[0] < share and lengths(one.line)[-1] > 0.15:
            kept.append(Fold(one.line, one.shade if dice[1] < 0.8 else 0.0, one.inked and dice[2] < 0.94, one.weight))
    return kept


def _sway(random: Random, amount: float) -> float:
    return float(random.uniform(-amount, amount))


Span = tuple[float, float]
"""From one `s` of a tube to another."""


def sleeve_folds(tube: Tube, random: Random, loose: float, span: Span = (0.0, 2.0)) -> list[Fold]:
    """Folds of the `span` of a tube: pulled from the armpit, pushed together in the bend, stacked above the cuff."""
    r = float(tube.radius(0.8)[0])
    folds: list[Fold] = []
    if span[0] < 1:
        folds += _pulled(tube, random, r)
    if tube.folded:
        folds += _crook(tube, random, r, int(span[0] >= 1))
    elif tube.reach > 1.3:
        folds += _bent(tube, random, r) if abs(tube.bend) > 0.3 else _zigzag(tube, random, r)
    if tube.reach > 1.3 and span[1] > 1.1 and tube.seen(1) > 1.5 * r:
        folds += _stacked(tube, random, r, loose)
    return some(random, folds, 0.5 + 0.5 * loose)


def _crook(tube: Tube, random: Random, r: float, number: int) -> list[Fold]:
    """Where the lower piece lies before the upper one: creases run from the inside of the bend around either piece."""
    long = tube.seen(number)
    if long < 1.2 * r:
        return []
    inside = -1.0 if tube.bend > 0 else 1.0
    way = 1.0 if number else -1.0
    folds = []
    for i in range(int(random.integers(2, 4))):
        s = 1 + way * (np.array([0.14, 0.24, 0.28]) + 0.17 * i + _sway(random, 0.03))
        u = inside * np.array([0.97, 0.4, -0.15 + 0.2 * i + _sway(random, 0.2)])
        folds.append(fold(tube.at(s, u), 0.14 * r * way * inside * tube.limb.side, weight=0.7))
    return folds


def _pulled(tube: Tube, random: Random, r: float) -> list[Fold]:
    long = 0.3 if tube.reach > 1 else 0.5 * tube.reach
    folds = []
    for i in range(int(random.integers(1, 4))):
        start = 0.16 + 0.09 * i + _sway(random, 0.03)
        s = np.array([start, start + long * 0.4, start + long * random.uniform(0.7, 1.1)])
        u = np.array([-0.98, -0.55 + 0.1 * i, random.uniform(-0.2, 0.35)])
        folds.append(fold(tube.at(s, u), 0.16 * r * tube.limb.side))
    return folds


def _bent(tube: Tube, random: Random, r: float) -> list[Fold]:
    """The crook: creases run out from the inside of the bend over both pieces, and pull around the tip of the elbow."""
    inside = -1.0 if tube.bend > 0 else 1.0
    turn = tube.limb.side * -inside
    folds = []
    spread = random.uniform(0.75, 1.15)
    for reach, far in ((-0.34, 0.45), (-0.16, 0.75), (0.02, 0.55), (0.2, 0.7), (0.38, 0.35)):
        s = 1 + np.array([reach * 0.25, reach * 0.6, reach]) * spread + _sway(random, 0.03)
        u = inside * np.array([0.97, 0.55, 0.97 - 1.55 * far + _sway(random, 0.12)])
        folds.append(fold(tube.at(s, u), (0.2 if reach < 0.1 else -0.2) * r * turn, weight=0.7))
    return folds


def _zigzag(tube: Tube, random: Random, r: float) -> list[Fold]:
    """A hanging sleeve buckles to either side in turn."""
    side = 1.0 if random.random() < 0.5 else -1.0
    folds, s = [], 0.78 + _sway(random, 0.06)
    for _ in range(int(random.integers(2, 5))):
        step = random.uniform(0.08, 0.16)
        knots = tube.at(
            np.array([s, s + step * 0.7, s + step]), side * np.array([1.0, 0.35, -0.3 + _sway(random, 0.3)])
        )
        folds.append(fold(knots, 0.14 * r * side * tube.limb.side))
        s, side = s + step * 0.9, -side
    return folds


def _stacked(tube: Tube, random: Random, r: float, loose: float) -> list[Fold]:
    """Cloth too long for the arm piles up above the cuff."""
    folds, s = [], tube.reach - 0.12
    for _ in range(int(random.integers(1, 3 + round(3 * loose)))):
        side = 1.0 if random.random() < 0.5 else -1.0
        u = side * np.array([1.0, 0.3, -0.25 + _sway(random, 0.3)])
        knots = tube.at(np.array([s, s + 0.03, s - 0.01 + _sway(random, 0.04)]), u)
        folds.append(fold(knots, 0.12 * r * side * tube.limb.side))
        s -= random.uniform(0.06, 0.13)
    return folds


def top_folds(trunk: Trunk, random: Random, loose: float, hem: float) -> list[Fold]:
    """Folds of a top: from the armpits over the chest, from the shoulders, at the waist, up from the hem."""
    size = trunk.pose.rings[2, 1]
    r = 0.07 * float(np.hypot(*size[:2]))
    folds: list[Fold] = []
    for side in (0, 1):
        sign = 2 * side - 1
        pit = trunk.armpit(side)
        # Down toward the waist, across below the bust, up toward the collar.
        for u, v, sag in ((0.5, 3.3, 0.2), (0.34, 2.25, 0.8), (0.42, 1.35, 0.5))[: int(random.integers(1, 4))]:
            end = trunk.chest(sign * (u + _sway(random, 0.1)), v + _sway(random, 0.3))[0]
            start = pit * 0.94 + end * 0.06
            bow = start * 0.55 + end * 0.45 + (0.0, sag * r * random.uniform(0.6, 1.5))
            folds.append(fold([start, bow, end], -sign * r))
        for _ in range(int(random.integers(1, 4))):
            v = random.uniform(2.4, 4.2)
            phi = trunk.rim(side, v)[0]
            knots = trunk.at(
                phi * np.array([0.98, 0.75, 0.45 + _sway(random, 0.12)]),
                v + np.array([0, 0.22, 0.3]) * random.uniform(0.4, 1.6),
            )
            folds.append(fold(knots, sign * r))
    if hem > 4.2:
        for _ in range(int(random.integers(1, 4))):
            phi = random.uniform(-70, 70) - trunk.pose.turn
            rise = random.uniform(0.5, 1.3)
            knots = trunk.at(phi + np.array([0.0, 2.0, 8.0]) * random.normal(), hem - np.array([0.02, 0.5, 1.0]) * rise)
            folds.append(fold(knots, r * (1 if phi < 0 else -1)))
    if trunk.pose.bust > 0.15:
        folds += _bust_folds(trunk, random, r)
    return some(random, folds, 0.5 + 0.5 * loose)


def _bust_folds(trunk: Trunk, random: Random, r: float) -> list[Fold]:
    folds = []
    for side in (-1, 1):
        u = side * np.array([0.62, 0.45, 0.2])
        folds.append(
            fold(trunk.chest(u, np.array([2.3, 2.62, 2.6])), -side * 1.1 * r * trunk.pose.bust, random.random() < 0.5)
        )
    if random.random() < 0.6:
        folds.append(fold(trunk.chest(np.array([-0.25, 0.0, 0.24]), np.array([2.2, 2.3, 2.2]))))
    return folds
