"""The relief of a face, from which its shading comes: brow, sockets, nose, cheeks, lips and chin on the skull."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.skull import Skull
from hintpen.training.artist.forms import Array
from hintpen.training.artist.frame import Frame

Values = NDArray[np.floating[Any]]

ROWS, COLUMNS = 60, 56
REACH = 1.15
"""The relief spans -REACH..REACH across."""


@dataclass(frozen=True)
class Relief:
    """Normals as a small picture, laid onto the canvas: `picture` (rows, columns, 2) float32; `to_picture` takes canvas
    units to its pixels.
    """

    picture: Array
    to_picture: Frame

    def normals(self, x: Array, y: Array, mask: NDArray[np.uint8]) -> Array:
        """As `forms.Form` says."""
        (a, b), (c, d) = self.to_picture.matrix.astype(np.float32)
        u, v = self.to_picture.origin.astype(np.float32)
        across, down = (a * x + b * y + u).astype(np.float32), (c * x + d * y + v).astype(np.float32)
        laid = cv2.remap(self.picture, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(laid, np.float32)

    def placed(self, frame: Frame) -> Relief:
        """Moved and turned with the frame."""
        inverse = np.asarray(np.linalg.inv(frame.matrix), np.float64)
        back = Frame(inverse, -inverse @ frame.origin)
        turned = self.picture @ (frame.matrix.T / frame.scale).astype(np.float32)
        return Relief(turned, back.then(self.to_picture))


def face_relief(skull: Skull, head: Head) -> Relief:
    """The form of the whole head without hair, as seen."""
    rows = np.linspace(-0.99, skull.chin - 0.005, ROWS)
    width, jaw, front, back, power = (
        np.interp(rows, skull.y, a)[:, None] for a in (skull.width, skull.jaw, skull.front, skull.back, skull.power)
    )
    t = np.radians(np.linspace(-165, 165, 67))[None]
    c, s = np.cos(t), np.sin(t)
    e = np.where(c > 0, 2 / power, 1.0)
    x = width * np.sign(s) * np.abs(s) ** e
    z = jaw + np.where(c > 0, (front - jaw) * np.abs(c) ** e, np.maximum(back, 0.15) * c)
    z = z + np.where(c > 0, _features(skull, x, rows[:, None]), 0.0)
    p = np.stack([x, np.broadcast_to(rows[:, None], x.shape), z], -1)
    n = np.cross(np.gradient(p, axis=1), np.gradient(p, axis=0))
    n /= np.maximum(np.linalg.norm(n, axis=-1, keepdims=True), 1e-9)
    # As painters do, the head counts as steep from side to side, but hardly from brow to chin.
    n[..., 1] *= np.where(rows > 0, 0.6, 1.0)[:, None]
    upright = Head(head.yaw, head.pitch, 0.0)
    n, seen = n @ upright.rotation.T, p @ upright.rotation.T
    picture = _picture(n, seen[..., 0])
    a = math.radians(head.roll)
    lean = np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])
    cos, sin = math.cos(math.radians(head.pitch)), math.sin(math.radians(head.pitch))
    # The rows' heights as seen: nodding moves the front of the face, which is about 0.9 before the axis.
    step = (rows[-1] - rows[0]) / (ROWS - 1)
    to_rows = Frame(
        np.array([[(COLUMNS - 1) / (2 * REACH), 0.0], [0.0, 1 / (cos * step)]]),
        np.array([(COLUMNS - 1) / 2, -(rows[0] * cos + 0.8 * sin) / (cos * step)]),
    )
    unlean = Frame(lean.T, -lean.T @ np.array(head.origin))
    return Relief((picture @ lean.T).astype(np.float32), unlean.then(to_rows))


def _features(skull: Skull, x: Values, y: Values) -> Values:
    """How far brow, sockets, nose, cheeks, lips and chin stand out, at (x, y) as drawn straight ahead."""

    def bump(height: float, cx: float, cy: float, sx: float, sy: float) -> Values:
        return height * np.exp(-(((np.abs(x) - cx) / sx) ** 2)) * np.exp(-(((y - cy) / sy) ** 2))

    ridge = np.interp(y, skull.y, skull.midline - skull.front)
    return (
        ridge * np.exp(-((x / 0.09) ** 2))
        + bump(-0.05, skull.eye_x, skull.eye, 0.25, 0.14)
        + bump(0.035, skull.eye_x + 0.1, skull.nose - 0.03, 0.2, 0.14)
        + bump(0.03, 0.0, skull.mouth, 0.22, 0.14)
        + bump(0.03, 0.0, skull.chin - 0.1, 0.16, 0.08)
    )


def _picture(normals: Values, x: Values) -> Array:
    """(ROWS, COLUMNS, 2): the normals that face the viewer, row by row at even places across."""
    # The rows lie one after another on one axis, so that all are read at once.
    row = np.arange(ROWS)[:, None] * 8.0
    facing = normals[..., 2] > np.minimum(0.02, normals[..., 2].max(1, keepdims=True) - 0.01)
    place = (x + row)[facing]
    order = np.argsort(place)
    at = (np.linspace(-REACH, REACH, COLUMNS) + row).ravel()
    read = [np.interp(at, place[order], normals[..., axis][facing][order]) for axis in (0, 1)]
    picture = np.stack(read, -1).reshape(ROWS, COLUMNS, 2).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), np.float32)
