"""The trunk, the neck and the shoulders as surfaces: garments, collars and folds are laid onto them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure.pose import CHEST, COLLAR, CROTCH, RIB, SEAT, WAIST, Limb, Pose
from hintpen.training.artist.forms import Ball
from hintpen.training.artist.frame import Points

Values = NDArray[np.float64]


def unit(v: Points) -> Points:
    """A vector of length 1 in the direction of `v`, (2,)."""
    return v / max(float(np.hypot(*v)), 1e-9)


def outward(limb: Limb) -> Points:
    """(2,) unit vector from a limb's first joint to its outer side."""
    d = unit((limb.joints[1] - limb.joints[0])[:2])
    return np.array([d[1], -d[0]]) * limb.side


def _sides(phi: ArrayLike, v: ArrayLike) -> tuple[Values, Values]:
    return np.asarray(phi, np.float64).reshape(-1), np.asarray(v, np.float64).reshape(-1)


def _between(values: Values, low: float, high: float) -> Values:
    """`numpy.clip`, which takes far longer for a few values."""
    return np.minimum(np.maximum(values, low), high)


@dataclass(frozen=True)
class Trunk:
    """The clothed trunk of a pose.

    Around it runs `phi` in degrees: 0 the middle of the chest, -90 the body's side on the viewer's left, 180 the spine.
    Down it run the levels of `pose`, `COLLAR` to `CROTCH` and a little beyond. `fit`: 1 follows the body, 0 hangs
    straight down from the chest; `ease` is added to every half width. `roomy` is how far a collar stands off the neck,
    as a share of its radius.
    """

    pose: Pose
    fit: float = 1.0
    ease: float = 0.05
    roomy: float = 0.12

    @cached_property
    def rings(self) -> NDArray[np.float64]:
        """(9, 3, 2) the girths with their ease, as seen; one more lies below the crotch."""
        girths = self.pose.rings
        girths = np.concatenate([girths, 2 * girths[-1:] - girths[-2:-1]])
        girths[-1, 1:] = girths[-2, 1:]
        width = np.linalg.norm(girths[:, 1], axis=1)
        broad = max(width[int(CHEST)], width[int(SEAT)] * 0.95)
        wanted = width.copy()
        for level in range(int(RIB), int(SEAT) + 1):
            wanted[level] += (1 - self.fit) * max(0.0, broad - width[level])
        grown = girths[:, 1:] * ((wanted + self.ease) / np.maximum(width, 1e-6))[:, None, None]
        # Seen from the height of the eyes, girths farther down show more of their upper side.
        dip = 0.05 + 0.03 * np.arange(len(girths))
        grown[..., 1] += grown[..., 2] * dip[:, None]
        return np.concatenate([girths[:, :1, :2], grown[..., :2]], 1)

    def _ring(self, v: Values) -> tuple[Points, Points, Points]:
        low = np.minimum(np.maximum(v.astype(int), 0), len(self.rings) - 2)
        t = (v - low)[:, None, None]
        mixed = self.rings[low] * (1 - t) + self.rings[low + 1] * t
        return mixed[:, 0], mixed[:, 1], mixed[:, 2]

    def at(self, phi: ArrayLike, v: ArrayLike) -> Points:
        """(n, 2) points of the surface, those of the far side too."""
        phi, v = _sides(phi, v)
        middle, across, forth = self._ring(v)
        a = np.radians(phi)[:, None]
        return middle + across * np.sin(a) + forth * np.cos(a)

    def rim(self, side: int, v: ArrayLike) -> Values:
        """(n,) the `phi` of the silhouette on the viewer's left (`side` 0) or right (1)."""
        _, across, forth = self._ring(np.atleast_1d(np.asarray(v, np.float64)))
        sign = 2 * side - 1
        return np.degrees(np.arctan2(across[:, 0] * sign, forth[:, 0] * sign))

    def edge(self, side: int, v: ArrayLike) -> Points:
        """(n, 2) points of the silhouette on one side."""
        return self.at(self.rim(side, v), v)

    def hem(self, v: float, count: int = 13, start: float = 0.0, end: float = 1.0) -> Points:
        """The seen half of the girth at `v`, from the viewer's left to the right; `start` and `end` shares of it."""
        left, right = float(self.rim(0, v)[0]), float(self.rim(1, v)[0])
        right += 360 if right < left else 0
        return self.at(left + (right - left) * np.linspace(start, end, count), v)

    def middle_at(self, v: float) -> Points:
        """(2,) the axis at a level."""
        return self._ring(np.array([v]))[0][0]

    def span(self, start: float, end: float) -> float:
        """The distance from one level to another down the middle."""
        ends = self._ring(np.array([start, end]))[0]
        return float(np.hypot(*(ends[1] - ends[0])))

    # The neck.

    def neck(self, phi: ArrayLike, height: ArrayLike = 0.0, out: ArrayLike | None = None) -> Points:
        """(n, 2) points around the neck: `height` 0 at its base, 1 at the skull; `out` is added to its radius, as a
        share of it. Its base leans forward: the pit lies lower than the nape.
        """
        p = self.pose
        base, down, length, pit = self._throat
        phi, height = _sides(phi, height)
        r = p.neck_radius * (1 + np.asarray(self.roomy if out is None else out, np.float64))
        a = np.radians(phi)
        seen = a + math.radians(p.turn)
        lean = np.cos(a) * np.minimum(np.maximum(1 - 0.6 * height, 0.25), 1) * pit
        y = r * (lean + 0.1 * np.cos(seen)) - height * (length * 0.95)
        x = r * np.sin(seen)
        return np.stack([base[0] + down[1] * x + down[0] * y, base[1] - down[0] * x + down[1] * y], 1)

    @cached_property
    def _throat(self) -> tuple[Points, Points, float, float]:
        """The neck's base, the way down it and its length, and how far the pit lies below the base, in radii."""
        p = self.pose
        base = p.rings[0, 0, :2]
        axis = base - p.neck_top[:2]
        length = float(np.hypot(*axis))
        down = axis / max(length, 1e-9)
        return base, down, length, float((p.neck[:2] - base) @ down) / p.neck_radius - 0.04

    def nape(self, side: int, height: float = 0.0, out: float | None = None) -> Points:
        """(2,) the silhouette of a collar about the neck on one side."""
        return self.neck((2 * side - 1) * 90 - self.pose.turn, height, out)[0]

    # The shoulders.

    def shoulder(self, side: int) -> Points:
        """(2,) where the line from the collar meets the round of a shoulder."""
        return self._shoulders[side]

    @cached_property
    def _shoulders(self) -> tuple[Points, Points]:
        return self._touch(0), self._touch(1)

    @cached_property
    def _roots(self) -> tuple[Points, Points]:
        return self.neck(-90)[0], self.neck(90)[0]

    def _touch(self, side: int) -> Points:
        arm = self.pose.arms[side]
        middle, radius = arm.joints[0, :2], float(arm.radii[0]) + self.ease
        d = self.nape(side) - middle
        far = max(float(np.hypot(*d)), radius * 1.05)
        a, b = math.atan2(d[1], d[0]), math.acos(radius / far)
        touch = [middle + radius * np.array([math.cos(a + s * b), math.sin(a + s * b)]) for s in (-1, 1)]
        return min(touch, key=lambda point: float(point[1]))

    def armpit(self, side: int) -> Points:
        """(2,) where the sleeve meets the side of the trunk."""
        arm = self.pose.arms[side]
        d = unit((arm.joints[1] - arm.joints[0])[:2])
        r = float(arm.radii[0]) + self.ease
        return arm.joints[0, :2] + r * (-0.8 * outward(arm) + (0.0, 0.35 + 0.85 * max(0.0, float(d[1]))))

    def slope(self, side: int, lift: float = 0.0) -> Points:
        """The line from the collar to the shoulder, (10, 2), hollow as the muscle is; `lift` pads it."""
        a, b = self.nape(side), self.shoulder(side)
        drop = abs(float(b[1] - a[1]))
        third, most = a + (b - a) * 0.3, a + (b - a) * 0.68
        up = np.array([0.0, -1.0])
        knots = [a, third + up * (0.03 + (lift - 0.07) * drop), most + up * (0.06 + 0.6 * lift * drop), b]
        return spline(np.stack(knots), 3)

    def chest(self, u: ArrayLike, v: ArrayLike) -> Points:
        """(n, 2) points of the front from the collar and shoulders down: `u` -1..1 from shoulder to shoulder; `v` 0
        lies on the collar's ring in the middle and on the line of the shoulders beside it, `CHEST` and more as in `at`.
        """
        u, v = _sides(u, v)
        ring = 0.36
        top = self.neck(np.degrees(np.arcsin(_between(u / ring, -1, 1))))
        for side in (0, 1):
            beyond = _between(((2 * side - 1) * u - ring) / (1 - ring), 0, 1.2)[:, None]
            top = top + beyond * (self._shoulders[side] - self._roots[side])
        low = self.at(np.degrees(np.arcsin(_between(u, -1, 1))), np.maximum(v, CHEST))
        t = _between(v / CHEST, 0.0, 1.0)[:, None]
        return top + (low - top) * t

    @cached_property
    def middle_of_chest(self) -> Points:
        """(2,) the middle of the chest's girth."""
        return self.rings[int(CHEST), 0]

    @cached_property
    def ball(self) -> Ball:
        """The form of the trunk as a rolled one."""
        top, low = self.at(0, COLLAR)[0], self.at(0, CROTCH)[0]
        middle, d = (top + low) / 2, low - top
        broad = max(float(np.hypot(*(self.edge(1, v) - self.edge(0, v))[0])) for v in (CHEST, WAIST, SEAT)) / 2
        turn = math.degrees(math.atan2(d[1], d[0]))
        return Ball(float(middle[0]), float(middle[1]), 0.8 * float(np.hypot(*d)), 1.15 * broad, turn)
