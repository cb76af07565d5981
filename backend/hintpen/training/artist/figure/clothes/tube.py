"""Sleeves and trouser legs: tubes of cloth around a limb, with the coordinates in which their folds are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.curves import ellipse, joined
from hintpen.training.artist.figure.clothes.trunk import unit
from hintpen.training.artist.figure.pose import Limb
from hintpen.training.artist.frame import Points
from hintpen.training.artist.outlines import between, union

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Tube:
    """A tube around a limb. Along it runs `s`: 0 the first joint, 1 the second, 2 the third; across it `u`: -1 the
    side toward the body, 1 the outer one.

    `reach`: the `s` where it ends. `ease`: (5,) what is added to the limb's half width at s = 0, 0.5, 1, 1.5, 2.
    `bulge`: how round its ends are, as a share of their half width.
    """

    limb: Limb
    reach: float
    ease: tuple[float, ...]
    bulge: float = 0.16

    @cached_property
    def joints(self) -> Points:
        """(3, 2) as seen."""
        return self.limb.joints[:, :2]

    @cached_property
    def _ways(self) -> Points:
        """(2, 2) unit vectors along the upper and the lower piece; one that is seen end on goes with the other."""
        legs = self.joints[1:] - self.joints[:-1]
        long = np.hypot(legs[:, 0], legs[:, 1])
        ways = [unit(leg) for leg in legs]
        if long[0] < 0.15 * self.limb.radii[0]:
            ways[0] = np.array([0.0, 1.0])
        if long[1] < 0.15 * self.limb.radii[1]:
            ways[1] = self.limb.end if float(np.hypot(*self.limb.end)) > 0.5 else ways[0]
        return np.stack(ways)

    def outer(self, piece: int) -> Points:
        """(2,) unit vector from the axis of a piece to its outer side."""
        return self._outers[piece]

    @cached_property
    def _outers(self) -> Points:
        ways = self._ways * self.limb.side
        return np.stack([ways[:, 1], -ways[:, 0]], 1)

    @cached_property
    def raised(self) -> float:
        """0 for a limb that hangs from its first joint, 1 for one that points sideways or up."""
        return min(max(1.1 - 1.4 * float(self._ways[0][1]), 0.0), 1.0)

    def seen(self, piece: int) -> float:
        """How long a piece is seen."""
        return float(np.hypot(*(self.joints[piece + 1] - self.joints[piece])))

    def radius(self, s: ArrayLike) -> Values:
        """(n,) half width."""
        limb = self.limb
        bare = (limb.radii[0], limb.swells[0], limb.radii[1], limb.swells[1], limb.radii[2])
        widths = [r + e for r, e in zip(bare, self.ease, strict=True)]
        return np.interp(np.atleast_1d(np.asarray(s, np.float64)), (0, 0.5, 1, 1.5, 2), widths)

    def axis(self, s: ArrayLike) -> Points:
        """(n, 2) its middle; beyond the last joint it runs on."""
        s = np.atleast_1d(np.asarray(s, np.float64))[:, None]
        a, b, c = self.joints
        return np.where(s < 1, a + (b - a) * s, b + (c - b) * (s - 1))

    def at(self, s: ArrayLike, u: ArrayLike) -> Points:
        """(n, 2) points of its front."""
        s, u = np.asarray(s, np.float64).reshape(-1), np.asarray(u, np.float64).reshape(-1)
        t = np.minimum(np.maximum((s - 0.75) / 0.5, 0), 1)[:, None]
        across = self.outer(0) * (1 - t) + self.outer(1) * t
        across /= np.maximum(np.hypot(across[:, 0], across[:, 1]), 0.4)[:, None]
        return self.axis(s) + across * (u * self.radius(s))[:, None]

    def opening(self, s: float) -> float:
        """How far the end of the tube at `s` is seen into: -1..1, above 0 when it opens toward the viewer."""
        piece = 0 if s <= 1 else 1
        bone = self.limb.joints[piece + 1] - self.limb.joints[piece]
        return float(bone[2] / max(math.sqrt(float(bone @ bone)), 1e-9))

    def mouth(self, s: float, bulge: float | None = None) -> Points:
        """(11, 2) the edge of the tube at `s`, from the inner side to the outer one, round toward its end."""
        piece = 0 if s <= 1 else 1
        r = float(self.radius(s)[0])
        a = np.linspace(-90, 90, 11)
        deep = r * max(self.bulge if bulge is None else bulge, 0.9 * abs(self.opening(s)))
        across, along = self.outer(piece), self._ways[piece]
        t = np.radians(a)[:, None]
        return self.axis(s)[0] + across * r * np.sin(t) + along * deep * np.cos(t)

    def piece(self, start: float, end: float, round_start: bool = True) -> Points:
        """The ring of the tube between two `s` of one piece (both up to 1, or both from 1), its end a mouth."""
        s = np.linspace(start, end, 9)
        index = 0 if end <= 1 else 1
        across, along = self.outer(index), self._ways[index]
        r = self.radius(s)[:, None]
        inner, outer = self.axis(s) - across * r, self.axis(s) + across * r
        pieces = [inner[:-1], self.mouth(end, 1.0 if end == 1 and self.reach > 1 else None), outer[-2::-1]]
        if round_start:
            turn = math.degrees(math.atan2(along[1], along[0]))
            x, y = self.axis(start)[0]
            arc = ellipse(x, y, float(r[0, 0]), float(r[0, 0]), turn, (90, 270), 9)
            if np.hypot(*(arc[0] - outer[0])) > np.hypot(*(arc[-1] - outer[0])):
                arc = arc[::-1]
            pieces.append(arc[1:-1])
        return np.concatenate(pieces)

    @cached_property
    def folded(self) -> bool:
        """The lower piece is seen before the upper one, so one outline does not do."""
        if self.reach <= 1:
            return False
        lower = self.joints[2] - self.joints[1]
        short = float(np.hypot(*lower)) < 1.3 * float(self.radius(1.0)[0])
        apart = abs(self.limb.layers[1] - self.limb.layers[0]) > 3
        return apart or short or float(self._ways[0] @ self._ways[1]) < -0.1

    @cached_property
    def bend(self) -> float:
        """-1..1: how far the elbow or knee is bent as seen, 0 straight, above 0 when it opens to the inner side."""
        d, e = self._ways
        return float(d[0] * e[1] - d[1] * e[0]) * self.limb.side

    @cached_property
    def rings(self) -> tuple[Points, ...]:
        """Its outline; two, the upper and the lower piece, when it is `folded`."""
        upper = self.piece(0.0, min(self.reach, 1.0))
        if self.reach <= 1:
            return (upper,)
        lower = self.piece(1.0, self.reach)
        return (upper, lower) if self.folded else (union(upper, lower),)

    def contour(self, u: int, end: float) -> Points:
        """The contour on the inner (`u` -1) or outer (1) side, from the first joint to `end`."""
        start, goal = self.at(0.0, u)[0], self.at(end, u)[0]
        return between(self.rings[0], start, goal, self.at(min(end / 2, 1.0), u)[0])

    def cap(self, touch: Points) -> Points:
        """The round of the shoulder from `touch` to where the outer side begins."""
        middle, out = self.joints[0], self.outer(0)
        a, b = (math.atan2(*(v[::-1])) for v in (touch - middle, out))
        swing = (b - a + math.pi) % (2 * math.pi) - math.pi
        t = np.linspace(0, 1, 9)
        r = float(np.hypot(*(touch - middle))) * (1 - t) + float(self.radius(0.0)[0]) * t
        angle = a + swing * t
        return middle + np.stack([np.cos(angle), np.sin(angle)], 1) * r[:, None]

    def sheath(self, start: float, end: float) -> Points:
        """The ring of the tube from the edge at `start` to the edge at `end`, over the second joint or not."""
        if end <= 1 or start >= 1:
            s = np.linspace(start, end, 7)
            return joined(self.mouth(start), self.at(s, 1), self.mouth(end)[::-1], self.at(s[::-1], -1))
        return union(self.sheath(start, 1.0), self.piece(1.0, end))
