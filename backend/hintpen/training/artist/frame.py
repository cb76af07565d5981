"""Where a thing stands on the canvas: turning, scaling, mirroring and moving points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(n, 2) x, y."""


@dataclass(frozen=True)
class Frame:
    """An affine map from a thing's own units to canvas units: `matrix` (2, 2) and `origin` (2,).

    Things draw themselves in units of their own (a head's radius is 1) and are placed by a frame.
    """

    matrix: NDArray[np.float64]
    origin: NDArray[np.float64]

    @staticmethod
    def at(x: float, y: float, scale: float = 1.0, turn: float = 0.0, mirrored: bool = False) -> Frame:
        """The thing's (0, 0) comes to (x, y); `turn` in degrees, clockwise as seen; mirrored left to right first."""
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        flip = -1.0 if mirrored else 1.0
        return Frame(scale * np.array([[c * flip, -s], [s * flip, c]]), np.array([x, y], np.float64))

    @property
    def scale(self) -> float:
        """How much lengths grow, as the root of the area's growth."""
        (a, b), (c, d) = self.matrix.tolist()
        return math.sqrt(abs(a * d - b * c))

    def points(self, points: Points) -> Points:
        """(n, 2) points in canvas units."""
        return np.asarray(points, np.float64) @ self.matrix.T + self.origin

    def each(self, curves: Sequence[Points]) -> list[Points]:
        """Many curves in canvas units."""
        if not curves:
            return []
        moved = self.points(np.concatenate(curves))
        ends = np.cumsum([len(curve) for curve in curves]).tolist()
        return [moved[start:end] for start, end in pairwise([0, *ends])]

    def then(self, outer: Frame) -> Frame:
        """This frame, seen through `outer`."""
        return Frame(outer.matrix @ self.matrix, outer.points(self.origin[None])[0])
