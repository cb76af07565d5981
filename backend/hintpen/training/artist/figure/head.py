"""The head's place in space: a ball with three angles, onto which face, hair and ornaments are put in 3D."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.forms import Ball
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Random

Points3D = NDArray[np.float64]
"""(n, 3): x to the viewer's right when the head looks straight ahead, y down, z toward the viewer."""


@dataclass(frozen=True)
class Head:
    """A head in figure units: its cranium is a ball of radius 1 about `origin`.

    `yaw` in degrees, positive looks to the viewer's right; `pitch` positive looks down; `roll` positive leans clockwise
    as seen. The eyes of an adult lie near y = 0.45, the chin near y = 1.35, the ears at x = +-0.98.
    """

    yaw: float
    pitch: float
    roll: float
    origin: tuple[float, float] = (0.0, 0.0)

    @property
    def rotation(self) -> NDArray[np.float64]:
        """(3, 3): from the head's own axes to the viewer's."""
        y, p, r = (math.radians(a) for a in (self.yaw, self.pitch, self.roll))
        turn = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
        nod = np.array([[1, 0, 0], [0, math.cos(p), math.sin(p)], [0, -math.sin(p), math.cos(p)]])
        lean = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
        return lean @ nod @ turn

    def seen(self, points: ArrayLike) -> Points:
        """(n, 2) where the (n, 3) points of the head are seen, in figure units."""
        return self.turned(points)[:, :2] + np.array(self.origin)

    def turned(self, points: ArrayLike) -> Points3D:
        """(n, 3) the points in the viewer's axes, about the middle of the cranium; z tells what is nearer."""
        return np.asarray(points, np.float64).reshape(-1, 3) @ self.rotation.T

    def nodded(self, points: ArrayLike) -> Points:
        """(n, 2) where (n, 3) points are seen that already are turned by the yaw: pitch, roll and origin follow.

        Above the middle of the cranium heights stay as they are: a ball looks the same however it nods.
        """
        k = np.asarray(points, np.float64).reshape(-1, 3)
        p, r = math.radians(self.pitch), math.radians(self.roll)
        y = np.where(k[:, 1] > 0, k[:, 1] * math.cos(p), k[:, 1]) + k[:, 2] * math.sin(p)
        c, s = math.cos(r), math.sin(r)
        return np.stack([c * k[:, 0] - s * y, s * k[:, 0] + c * y], 1) + np.array(self.origin)

    def front(self, knots: ArrayLike, bulge: float = 1.0) -> Points3D:
        """(n, 3) points on the front of the head from (n, 2) x, y as drawn straight ahead: they lie on the ball, which
        `bulge` flattens (0 is a plane), as far as it goes; below it on a cylinder.
        """
        k = np.asarray(knots, np.float64).reshape(-1, 2)
        y = np.clip(k[:, 1], -1.0, 0.35)
        z = np.sqrt(np.maximum(0.02, 1.0 - np.minimum(k[:, 0] ** 2 + y**2, 0.98)))
        return np.column_stack([k, 1 + (z - 1) * bulge])

    @property
    def ball(self) -> Ball:
        """The form of the cranium."""
        return Ball(*self.origin, 1.06, 1.06)


def choose_head(random: Random) -> Head:
    """Mostly three-quarter views, some straight on, few profiles."""
    side = 1 if random.random() < 0.5 else -1
    yaw = float(
        random.choice(
            [random.uniform(0, 8), random.uniform(12, 42), random.uniform(42, 70), random.uniform(70, 90)],
            p=(0.3, 0.52, 0.1, 0.08),
        )
    )
    return Head(side * yaw, float(np.clip(random.normal(2, 8), -12, 18)), float(random.normal(0, 7)))
