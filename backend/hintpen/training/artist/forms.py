"""The form behind the lines: which way a part's surface faces at each of its pixels.

Normals are (x to the right, y down, z toward the viewer) while a drawing is made; `Drawing.normals` has y up.
Inflating an outline follows Scott Johnston, "Lumo: Illumination for Cel Animation" (NPAR 2002).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.frame import Frame

Array = NDArray[np.float32]


class Form(Protocol):
    """A surface that can be asked for its normals."""

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """(h, w, 2) float32: x and y of the normals where a part's `mask` (h, w, 0 or 255) is painted.

        `x` (1, w) and `y` (h, 1) are the pixels' middles in canvas units. Lengths above 1 are cut off by the caller;
        z follows from x and y.
        """
        ...

    def placed(self, frame: Frame) -> Form:
        """The form seen through a frame."""
        ...


@dataclass(frozen=True)
class Plane:
    """Flat: it faces one way. `x`, `y`: of its normal; (0, 0) faces the viewer."""

    x: float = 0.0
    y: float = 0.0

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """As `Form` says."""
        return np.broadcast_to(np.array([self.x, self.y], np.float32), (*mask.shape, 2))

    def placed(self, frame: Frame) -> Plane:
        """Turned with the frame."""
        n = frame.matrix @ np.array([self.x, self.y]) / frame.scale
        return Plane(float(n[0]), float(n[1]))


@dataclass(frozen=True)
class Ball:
    """An ellipsoid seen from the front: a head, an arm's joint, a pot. `rx`, `ry` are its half axes, `turn` in degrees.

    A very long axis makes it a rolled one (a limb, a tree's trunk).
    """

    x: float
    y: float
    rx: float
    ry: float
    turn: float = 0.0

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """As `Form` says."""
        c, s = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        dx, dy = x - np.float32(self.x), y - np.float32(self.y)
        u, v = (c * dx + s * dy) / self.rx, (c * dy - s * dx) / self.ry
        # The gradient of (u^2 + v^2 + w^2) with the depth axis as long as the shorter half axis.
        r = min(self.rx, self.ry)
        u, v = u * (r / self.rx), v * (r / self.ry)
        return np.stack([c * u - s * v, s * u + c * v], -1).astype(np.float32)

    def placed(self, frame: Frame) -> Ball:
        """Moved, scaled and turned with the frame."""
        (x, y), m = frame.points(np.array([[self.x, self.y]]))[0], frame.matrix
        c, s = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        axis = m @ np.array([c, s])
        turn = math.degrees(math.atan2(axis[1], axis[0]))
        return Ball(float(x), float(y), self.rx * frame.scale, self.ry * frame.scale, turn)


@dataclass(frozen=True)
class Inflated:
    """Blown up from its outline: steep at the border, facing the viewer in the middle.

    `bevel`: how far in from the border the surface rounds off, in canvas units; inf rounds the whole part. `height`:
    1 stands upright at the border like a ball, less is flatter.
    """

    bevel: float = math.inf
    height: float = 0.9

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """As `Form` says."""
        h, w = mask.shape
        step = float(x[0, 1] - x[0, 0]) if w > 1 else 1.0
        # At a quarter of the pixels: forms are smooth, and this is the costly part of a drawing.
        half = cv2.resize(np.pad(mask, 2), ((w + 4 + 1) // 2, (h + 4 + 1) // 2), interpolation=cv2.INTER_AREA)
        inside = cv2.distanceTransform((half > 127).astype(np.uint8), cv2.DIST_L2, 3) * 2.0
        radius = max(1.0, min(float(inside.max()), float(self.bevel) / step))
        t = np.minimum(inside / radius, 1.0)
        up = np.sqrt(t * (2.0 - t)) * np.float32(radius)
        soft = cv2.GaussianBlur(up, (0, 0), max(0.6, radius * 0.12))
        dx = cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=-float(self.height) / 16.0)
        dy = cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=-float(self.height) / 16.0)
        steep = np.dstack([dx, dy]) / np.sqrt(1.0 + dx * dx + dy * dy)[..., None]
        return np.asarray(cv2.resize(steep, (w + 4, h + 4), interpolation=cv2.INTER_LINEAR)[2:-2, 2:-2], np.float32)

    def placed(self, frame: Frame) -> Inflated:
        """Its bevel scaled with the frame."""
        return replace(self, bevel=self.bevel * frame.scale)


@dataclass(frozen=True)
class Blend:
    """Two forms mixed: `share` of the second, the rest of the first. A lock of hair on the ball of a head."""

    first: Form
    second: Form
    share: float = 0.5

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """As `Form` says."""
        a, b = self.first.normals(x, y, mask), self.second.normals(x, y, mask)
        return np.asarray(a * np.float32(1 - self.share) + b * np.float32(self.share), np.float32)

    def placed(self, frame: Frame) -> Blend:
        """Both placed."""
        return Blend(self.first.placed(frame), self.second.placed(frame), self.share)
