"""A camera for drawn places: points in space to points on the canvas, with right perspective.

Space is in meters: x to the right, y up, z away from the viewer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Points

Space = NDArray[np.float64]
"""(n, 3) points in space."""

NEAR = 0.15
"""Nothing nearer than this is drawn, in meters."""


@dataclass(frozen=True)
class Camera:
    """Stands at `eye` (3,), turned by `yaw` degrees to the right and `pitch` degrees down.

    `focal`: the focal length in canvas units (1 sees about 53 degrees across the short side); `middle`: where on the
    canvas it looks. `reach`: how far away, in meters, lines are drawn at their full weight.
    """

    eye: tuple[float, float, float]
    yaw: float
    pitch: float
    focal: float
    middle: tuple[float, float]
    canvas: tuple[float, float]
    reach: float = 4.0

    @cached_property
    def rotation(self) -> Space:
        """(3, 3): from space to the camera's axes (x right, y up, z away)."""
        y, p = math.radians(self.yaw), math.radians(self.pitch)
        turn = np.array([[math.cos(y), 0, -math.sin(y)], [0, 1, 0], [math.sin(y), 0, math.cos(y)]])
        nod = np.array([[1, 0, 0], [0, math.cos(p), math.sin(p)], [0, -math.sin(p), math.cos(p)]])
        return nod @ turn

    def seen(self, points: ArrayLike) -> Space:
        """(n, 3) the points in the camera's axes."""
        return (np.asarray(points, np.float64).reshape(-1, 3) - self.eye) @ self.rotation.T

    def flat(self, seen: Space) -> Points:
        """(n, 2) where points in the camera's axes fall on the canvas; they must lie before it."""
        scale = self.focal / np.maximum(seen[:, 2], NEAR)
        return np.stack([self.middle[0] + seen[:, 0] * scale, self.middle[1] - seen[:, 1] * scale], 1)

    def project(self, points: ArrayLike) -> Points:
        """(n, 2) where the (n, 3) points fall on the canvas."""
        return self.flat(self.seen(points))

    def distance(self, points: ArrayLike) -> float:
        """How far the middle of the points is, in meters."""
        return float(np.linalg.norm(np.mean(self.seen(points), 0)))

    def sees(self, seen: Space) -> bool:
        """Whether anything between points in the camera's axes may fall onto the canvas."""
        ahead = seen[:, 2] > NEAR
        if not ahead.any():
            return False
        if not ahead.all():
            return True
        (left, top), (right, bottom) = (flat := self.flat(seen)).min(0), flat.max(0)
        return bool(right > 0 and bottom > 0 and left < self.canvas[0] and top < self.canvas[1])

    def weight(self, away: float) -> float:
        """What multiplies the weight of lines so far away: far things are drawn with a finer line."""
        return min(1.0, max(0.35, (self.reach / max(away, 0.1)) ** 0.6))

    def depth(self, away: float) -> float:
        """The depth of parts so far away, in canvas units: 0 at two meters, lower beyond."""
        return -0.14 * math.log(max(away, 0.3) / 2)

    def plane(self, normal: Space) -> Plane:
        """The form of a flat face whose normal in the camera's axes is `normal` (3,), turned to the viewer."""
        n = normal / max(float(np.linalg.norm(normal)), 1e-12)
        x, y = float(n[0]), float(-n[1])
        length = math.hypot(x, y)
        if length > 0.98 or (n[2] > 0 and length > 0):
            # Edge on or beyond for the axis of the camera, yet seen: perspective looks at it from the side.
            x, y = x / length * 0.98, y / length * 0.98
        return Plane(x, y)


def before(seen: Space) -> Space:
    """The part of a polygon, (n, 3) in the camera's axes, that lies before the camera; empty where none does."""
    inside = seen[:, 2] >= NEAR
    if inside.all():
        return seen
    if not inside.any():
        return seen[:0]
    out = []
    for a, b, a_in, b_in in zip(seen, np.roll(seen, -1, 0), inside, np.roll(inside, -1), strict=True):
        if a_in:
            out.append(a)
        if a_in != b_in:
            out.append(a + (b - a) * ((NEAR - a[2]) / (b[2] - a[2])))
    return np.array(out)


def line_before(seen: Space) -> Space:
    """The part of a line, (n, 3) in the camera's axes, that lies before the camera; empty where none does."""
    inside = np.flatnonzero(seen[:, 2] >= NEAR)
    if len(inside) == len(seen) or not len(inside):
        return seen[inside]
    kept = [seen[inside[0] : inside[-1] + 1]]
    for end, beyond in ((int(inside[0]), int(inside[0]) - 1), (int(inside[-1]), int(inside[-1]) + 1)):
        if 0 <= beyond < len(seen):
            a, b = seen[end], seen[beyond]
            crossing = (a + (b - a) * ((NEAR - a[2]) / (b[2] - a[2])))[None]
            kept = [crossing, *kept] if beyond < end else [*kept, crossing]
    return np.concatenate(kept)


def normal_of(corners: Space) -> Space:
    """(3,) the normal of a flat polygon by Newell's method, not unit: toward those who see its corners run
    counterclockwise (z runs away from the viewer, so the axes are left-handed).
    """
    x, y, z = corners.T
    after = np.roll(corners, -1, 0)
    u, v, w = after.T
    return np.array([float(z @ v - y @ w), float(x @ w - z @ u), float(y @ u - x @ v)])
