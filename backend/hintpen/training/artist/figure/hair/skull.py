"""The skull that hair grows on: where its roots lie, how hair hugs it, and how it hangs once it has left it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.figure.head import Head, Points3D
from hintpen.training.artist.forms import Array, Ball
from hintpen.training.artist.frame import Frame, Points

Grid = NDArray[np.float64]
"""(g, k, 3): for each of g curves its k points."""

HAIRLINE = (
    (0.0, -0.42, 0.92),
    (0.33, -0.44, 0.84),
    (0.6, -0.36, 0.73),
    (0.76, -0.1, 0.65),
    (0.84, 0.2, 0.55),
    (0.92, 0.52, 0.4),
    (0.985, 0.28, 0.22),
    (1.0, 0.04, 0.04),
    (0.98, 0.2, -0.2),
    (0.9, 0.52, -0.3),
    (0.62, 0.86, -0.45),
    (0.0, 0.96, -0.55),
)
"""One half of where hair begins, from the middle of the forehead over the temple and the ear to the nape."""


@lru_cache(maxsize=64)
def smoothing(knots: int, count: int) -> NDArray[np.float64]:
    """(count, knots): the matrix that takes knots to `count` points of the smooth curve (Catmull-Rom) through them."""
    t = np.linspace(0, knots - 1, count)
    i = np.minimum(t.astype(int), max(knots - 2, 0))
    f = t - i
    weights = np.stack([-f + 2 * f**2 - f**3, 2 - 5 * f**2 + 3 * f**3, f + 4 * f**2 - 3 * f**3, -(f**2) + f**3]) / 2
    out = np.zeros((count, knots + 2))
    for j in range(4):
        np.add.at(out, (np.arange(count), i + j), weights[j])
    # The knots before the first and after the last run straight on.
    inner = out[:, 1:-1]
    inner[:, 0] += 2 * out[:, 0]
    inner[:, 1] -= out[:, 0]
    inner[:, -1] += 2 * out[:, -1]
    inner[:, -2] -= out[:, -1]
    return inner


@dataclass(frozen=True)
class Draped:
    """A ball above its middle, below it a standing roll: the form of hair that hangs from a head."""

    ball: Ball

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """As `Form` says."""
        return self.ball.normals(x, np.minimum(y, np.float32(self.ball.y + 0.12 * self.ball.ry)), mask)

    def placed(self, frame: Frame) -> Draped:
        """Placed as its ball."""
        return Draped(self.ball.placed(frame))


@dataclass(frozen=True)
class Skull:
    """The head as hair knows it. `wind`: (2,) how far hanging hair is blown for each unit that it hangs."""

    head: Head
    wind: tuple[float, float] = (0.0, 0.0)

    @cached_property
    def rotation(self) -> NDArray[np.float64]:
        """(3, 3): the head's."""
        return self.head.rotation

    @cached_property
    def axes(self) -> NDArray[np.float64]:
        """(3,) half axes of the cranium: it reaches a little farther back than wide."""
        return np.array([1.0, 1.0, 1.05])

    def spot(self, azimuth: ArrayLike, y: ArrayLike) -> Points3D:
        """(..., 3) a place on the bare skull in the head's axes: `azimuth` in degrees, 0 in front, 90 at the ear on the
        positive x side, 180 behind; `y` from -1 at the top; below 0 straight down.
        """
        a, y = np.broadcast_arrays(np.radians(np.asarray(azimuth, np.float64)), np.asarray(y, np.float64))
        r = np.sqrt(np.maximum(0.0, 1 - np.minimum(y, 0) ** 2))
        return np.stack([r * np.sin(a), y, r * np.cos(a)], -1) * self.axes

    def wrap(self, points: Points3D, lift: ArrayLike) -> Points3D:
        """(..., 3) the points moved to `lift` above the skull, all round it."""
        p = points / self.axes
        r = np.linalg.norm(p, axis=-1)
        return p * ((1 + np.asarray(lift)) / np.maximum(r, 1e-6))[..., None] * self.axes

    def plain(self, points: Points3D) -> Points3D:
        """(..., 3) in the viewer's axes and figure units, as stiff as the head itself."""
        return points @ self.rotation.T + np.array([*self.head.origin, 0.0])

    def hug(self, points: Points3D, lift: ArrayLike) -> Points3D:
        """(..., 3) the points moved to `lift` above the skull; below its middle to a cylinder around it."""
        p = points / self.axes
        above = np.minimum(p[..., 1], 0)
        r = np.sqrt(p[..., 0] ** 2 + p[..., 2] ** 2 + above**2)
        scale = ((1 + np.asarray(lift)) / np.maximum(r, 1e-6))[..., None]
        lower = np.stack([p[..., 0], np.zeros_like(r), p[..., 2]], -1)
        down = np.maximum(p[..., 1], 0)[..., None] * np.array([0.0, 1.0, 0.0])
        return (np.where(p[..., 1:2] < 0, p, lower) * scale + down) * self.axes

    def view(self, points: Points3D) -> Points3D:
        """(..., 3) in the viewer's axes and figure units; below the middle of the skull it hangs down and blows."""
        rotation = self.rotation
        down = np.maximum(points[..., 1], 0)
        on = points - down[..., None] * np.array([0.0, 1.0, 0.0])
        w = np.clip(down / 1.6, 0, 1)[..., None]
        way = (1 - w) * rotation[:, 1] + w * np.array([0.0, 1.0, 0.0])
        blown = (np.maximum(down - 0.3, 0) ** 1.4)[..., None] * np.array([*self.wind, 0.0])
        return on @ rotation.T + down[..., None] * way + blown + np.array([*self.head.origin, 0.0])

    def azimuth_of_edge(self, side: float) -> float:
        """Degrees, at least 0: how far round on that side (-1, 1) the skull is seen before it turns away."""
        return 90.0 - side * self.head.yaw

    def outline(self, lift: float, angles: NDArray[np.float64]) -> Points:
        """(n, 2) the silhouette of the shell `lift` above the skull; angles in radians on the circle it comes from."""
        return np.stack([np.cos(angles), np.sin(angles)], 1) @ self._circle(lift).T + np.array(self.head.origin)

    def angle_of(self, lift: float, point: Points) -> float:
        """The angle on the silhouette's circle nearest to a seen point (2,)."""
        x, y = np.linalg.solve(self._circle(lift), point - np.array(self.head.origin))
        return math.atan2(y, x)

    def _circle(self, lift: float) -> NDArray[np.float64]:
        across = self.rotation[:2] * (self.axes + lift)
        return np.linalg.cholesky(across @ across.T)

    def ball(self, lift: float) -> Ball:
        """The form of the hair on the skull."""
        x, y = self.head.origin
        return Ball(x, y, 1.06 + lift, 1.06 + lift)
