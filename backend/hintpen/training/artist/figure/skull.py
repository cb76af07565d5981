"""The form of the head below the hair: what its contour is from each side, and where on it things sit.

A head is cut into level slices. The front of each slice is a superellipse about the line that runs from the ear along
the jaw to the chin, so its outermost point toward any side is known in closed form: one shape holds from straight on to
profile. What illustrators add to a three-quarter contour, the hollow of the eye and the cheek, is added on top.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure.head import Head, Points3D
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.frame import Points

Values = NDArray[np.float64]

LEAVES_BALL = 0.12
"""Above this height the head is the ball of the cranium."""
SLICES = 120


@dataclass(frozen=True)
class Outline:
    """A head's contour as seen. `ring`: closed. `face`: the line that is drawn, from the far temple (straight on: the
    right one) over the chin to the near ear. `skull`: the rest of the ring, from the near ear over the crown.
    """

    ring: Points
    face: Points
    skull: Points


@dataclass(frozen=True, eq=False)
class Skull:
    """One character's head, in head units (the cranium's radius is 1, x right, y down, z to the front).

    Heights: `eye`, `brow`, `nose` (its tip), `mouth`, `chin`. `eye_x`: middle of an eye from the midline. `nose_out`:
    how far the nose's tip stands out. By slice, (SLICES,): `y`, half `width`, `jaw` (z of the ear-jaw-chin line),
    `front` (z of the midline without the nose), `midline` (with nose and lips), `back` (depth behind the jaw line),
    `power` of the superellipse.
    """

    eye: float
    brow: float
    nose: float
    mouth: float
    chin: float
    eye_x: float
    nose_out: float
    ear_top: float
    ear_bottom: float
    y: Values
    width: Values
    jaw: Values
    front: Values
    midline: Values
    back: Values
    power: Values

    @property
    def crown(self) -> Points3D:
        """(1, 3) the top of the head."""
        return np.array([[0.0, -1.0, 0.0]])

    @property
    def eyes(self) -> Points3D:
        """(2, 3) the middles of the eyes, the viewer's left one first."""
        return self.on_face([(-self.eye_x, self.eye), (self.eye_x, self.eye)])

    @property
    def ears(self) -> Points3D:
        """(2, 3) where the ears grow from the head, at half their height; the viewer's left one first."""
        y = (self.ear_top + self.ear_bottom) / 2
        width, jaw = float(np.interp(y, self.y, self.width)), float(np.interp(y, self.y, self.jaw))
        return np.array([(-width, y, jaw - 0.06), (width, y, jaw - 0.06)])

    def hairline(self, count: int = 33) -> Points3D:
        """(count, 3) where hair begins: from the viewer's left ear over the forehead to the right ear."""
        top, side = -0.42, self.ear_top - 0.04
        half = spline([(0.0, top), (0.35, top + 0.02), (0.68, top + 0.16), (0.8, top + 0.42), (0.93, side)])
        knots = np.concatenate([half[::-1] * (-1, 1), half[1:]])
        t = np.linspace(0, len(knots) - 1, count)
        at = np.arange(len(knots))
        return self.on_face(np.stack([np.interp(t, at, knots[:, 0]), np.interp(t, at, knots[:, 1])], 1))

    def on_face(self, knots: ArrayLike, lift: ArrayLike = 0.0) -> Points3D:
        """(n, 3) points on the face from (n, 2) x, y as drawn straight ahead; `lift` brings them forward."""
        k = np.asarray(knots, np.float64).reshape(-1, 2)
        width, jaw, front, power = (
            np.interp(k[:, 1], self.y, a) for a in (self.width, self.jaw, self.front, self.power)
        )
        out = np.clip(np.abs(k[:, 0]) / np.maximum(width, 1e-6), 0, 1)
        z = jaw + (front - jaw) * (1 - out**power) ** (1 / power)
        return np.column_stack([k, z + np.asarray(lift)])

    def seen(self, head: Head, knots: ArrayLike, lift: ArrayLike = 0.0) -> Points:
        """(n, 2) where points of the face, drawn straight ahead, are seen.

        What lies behind the far contour is laid out beyond it instead of folding back, so that it can be clipped.
        """
        k = np.asarray(knots, np.float64).reshape(-1, 2)
        yaw, side = abs(math.radians(head.yaw)), math.copysign(1.0, head.yaw)
        width, jaw, depth, power, horizon, reach, drawn = self._read(_turned(self, yaw), k[:, 1])
        x = k[:, 0] * side
        out = np.minimum(np.abs(x) / np.maximum(width, 1e-6), 1.0)
        z = jaw + depth * (1 - out**power) ** (1 / power) + lift
        beyond = x - horizon
        # What illustrators do to the contour goes on, less and less, toward the middle of the face.
        pulled = drawn * np.clip(x / np.maximum(horizon, 1e-3), 0.0, 1.0) ** 2
        across = np.where(beyond > 0, reach + 0.4 * beyond, x * math.cos(yaw) + z * math.sin(yaw) + pulled)
        toward = z * math.cos(yaw) - x * math.sin(yaw)
        return head.nodded(np.column_stack([across * side, k[:, 1], toward]))

    def _read(self, table: Values, y: Values) -> Values:
        """(columns, n) a table by slice, (columns, SLICES), between its slices at heights `y`."""
        i = np.clip(np.searchsorted(self.y, y) - 1, 0, SLICES - 2)
        f = np.clip((y - self.y[i]) / (self.y[i + 1] - self.y[i]), 0.0, 1.0)
        return table[:, i] * (1 - f) + table[:, i + 1] * f

    def within(self, head: Head, knots: ArrayLike, over: float) -> Points:
        """(n, 2) points of the face, drawn straight ahead, drawn back to at most `over` behind the far contour."""
        k = np.asarray(knots, np.float64).reshape(-1, 2)
        side = math.copysign(1.0, head.yaw)
        horizon = np.interp(k[:, 1], self.y, _turned(self, abs(math.radians(head.yaw)))[4])
        return np.stack([np.minimum(k[:, 0] * side, horizon + over) * side, k[:, 1]], 1)

    def behind(self, head: Head, x: float, y: float) -> bool:
        """Whether a point of the face is hidden behind its far contour."""
        horizon = _turned(self, abs(math.radians(head.yaw)))[4]
        return x * math.copysign(1.0, head.yaw) > float(np.interp(y, self.y, horizon))

    def outline(self, head: Head) -> Outline:
        """The contour as seen, hair left out."""
        yaw, side = abs(math.radians(head.yaw)), math.copysign(1.0, head.yaw)
        c, s = math.cos(yaw), math.sin(yaw)
        across, toward = self.reach(yaw)[1:]
        # Nose and lips grow out of the contour as the head turns to profile.
        middle = self.front + (self.midline - self.front) * np.clip((s - 0.6) / 0.35, 0, 1)
        nose = middle * s > across
        across, toward = np.where(nose, middle * s, across), np.where(nose, middle * c, toward)
        a, b = self.width * c, self.back * s
        near = self.jaw * s - np.hypot(a, b)
        # The jaw line itself below the ear, the silhouette of the skull above it.
        below = np.clip((self.y - self.ear_top) / (self.ear_bottom - self.ear_top), 0, 1)
        near_toward = (self.jaw * c + self.width * s) * below
        far = head.nodded(np.column_stack([across * side, self.y, toward]))
        back = head.nodded(np.column_stack([near * side, self.y, near_toward]))[::-1]
        temple = int(np.searchsorted(self.y, -0.45))
        ear = len(self.y) - int(np.searchsorted(self.y, self.ear_bottom + 0.01 if yaw > 0.3 else self.ear_top - 0.1))
        return Outline(
            ring=np.concatenate([far, back[1:]]),
            face=np.concatenate([far[temple:], back[1:ear]]),
            skull=np.concatenate([back[ear - 1 :], far[1 : temple + 1]]),
        )

    def reach(self, yaw: float) -> tuple[Values, Values, Values]:
        """By slice, for a head turned by `yaw` radians: x of the points on the far contour (before turning), how far
        out they are seen, and how near.
        """
        depth = np.maximum(self.front - self.jaw, 0.0)
        dual = self.power / (self.power - 1)
        a, b = self.width * math.cos(yaw), depth * math.sin(yaw)
        h = np.maximum((a**dual + b**dual) ** (1 / dual), 1e-9)
        x = self.width * (a / h) ** (dual - 1)
        z = self.jaw + depth * (b / h) ** (dual - 1)
        return x, self.jaw * math.sin(yaw) + h + self.drawn(yaw), z * math.cos(yaw) - x * math.sin(yaw)

    def drawn(self, yaw: float) -> Values:
        """By slice: how much farther out than the form's the contour is drawn: hollow at the eye, full at the cheek."""
        return math.sin(2 * yaw) * (
            -0.05 * _bell(self.y, self.eye - 0.04, 0.13)
            + 0.035 * _bell(self.y, self.eye + 0.3, 0.16)
            - 0.012 * _bell(self.y, self.mouth + 0.03, 0.1)
            + 0.015 * _bell(self.y, self.chin - 0.07, 0.08)
        )


@lru_cache(maxsize=32)
def _turned(skull: Skull, yaw: float) -> Values:
    """(7, SLICES) width, jaw, depth, power; at a yaw in radians: the far contour's x and reach, what is drawn to it."""
    horizon, reach, _ = skull.reach(yaw)
    return np.stack([skull.width, skull.jaw, skull.front - skull.jaw, skull.power, horizon, reach, skull.drawn(yaw)])


def _bell(y: Values, middle: float, spread: float) -> Values:
    return np.exp(-(((y - middle) / spread) ** 2))


@lru_cache(maxsize=32)
def skull_of(looks: Looks) -> Skull:
    """The head that belongs to these looks."""
    child, old, masculine, stylized = looks.child, looks.old, looks.masculine * (1 - looks.child), looks.stylized
    chin = 1.46 - 0.23 * child + 0.08 * masculine - 0.06 * stylized + 0.1 * (looks.chin - 0.5)
    eye = 0.28 + 0.15 * stylized + 0.07 * child
    drop = chin - eye
    nose, mouth = eye + drop * (0.5 + 0.03 * stylized), eye + drop * (0.725 + 0.025 * stylized)
    brow = eye - 0.3 - 0.02 * stylized + 0.05 * masculine
    width, y = _jaw_curve(looks, chin)
    even = np.linspace(0, 1, SLICES)
    # Denser toward the crown and the chin, where the contour runs level.
    slices = -1 + (chin + 1) * (even - 0.8 * np.sin(2 * np.pi * even) / (2 * np.pi))
    ball = np.sqrt(np.maximum(1 - slices**2, 0.0))
    below = np.clip((slices - LEAVES_BALL) / (chin - LEAVES_BALL), 0, 1)
    half = np.where(slices < LEAVES_BALL, ball * 0.985, np.interp(slices, y, width))
    tip = 0.81 + 0.06 * masculine - 0.03 * child
    jaw = np.interp(below, (0, 0.3, 0.5, 0.64, 0.74, 0.86, 0.95, 1), (0, -0.05, -0.04, 0.0, 0.1, 0.42, 0.7, tip - 0.02))
    jaw = np.convolve(np.pad(jaw, 4, mode="edge"), np.ones(9) / 9, mode="valid")
    jaw[-1] = tip - 0.02
    bone = 0.03 * masculine
    profile = spline(
        [
            (-1.0, 0.0),
            (-0.94, 0.36),
            (-0.78, 0.64),
            (-0.5, 0.88),
            (-0.2, 0.99),
            (brow - 0.03, 1.005 + bone),
            (eye - 0.03, 0.94 - 0.01 * child),
            ((eye + nose) / 2, 0.945),
            (nose + 0.08, 0.945),
            (mouth, 0.925),
            (mouth + 0.1 * drop, 0.875),
            (chin - 0.09, tip + 0.03),
            (chin, tip - 0.03),
        ]
    )
    front = np.interp(slices, profile[:, 0], profile[:, 1])
    nose_out = (0.17 + 0.05 * masculine - 0.05 * child + 0.02 * old) * (1.1 - 0.3 * stylized)
    wing = [
        (eye - 0.02, 0.0),
        ((eye * 0.6 + nose * 0.4), nose_out * 0.3),
        (nose - 0.05, nose_out * 0.86),
        (nose, nose_out),
        (nose + 0.045, nose_out * 0.72),
        (nose + 0.085, 0.0),
    ]
    bump = spline(wing)
    lips = 0.03 * _bell(slices, mouth - 0.05, 0.04) + 0.025 * _bell(slices, mouth + 0.05, 0.035)
    midline = front + np.interp(slices, bump[:, 0], bump[:, 1]) + lips
    ear_bottom = nose + 0.02
    back = np.where(
        slices < 0.25,
        ball,
        math.sqrt(1 - 0.0625)
        * np.sqrt(np.maximum(1 - (np.clip((slices - 0.25) / (ear_bottom - 0.03 - 0.25), 0, 1)) ** 2, 0)),
    )
    return Skull(
        eye=eye,
        brow=brow,
        nose=nose,
        mouth=mouth,
        chin=chin,
        eye_x=0.43 - 0.015 * masculine + 0.01 * child,
        nose_out=nose_out,
        ear_top=eye - 0.1,
        ear_bottom=ear_bottom,
        y=slices,
        width=half,
        jaw=jaw,
        front=front,
        midline=midline,
        back=back,
        power=2 + 0.35 * np.clip((slices - LEAVES_BALL) / 0.3, 0, 1),
    )


def _jaw_curve(looks: Looks, chin: float) -> tuple[Values, Values]:
    """Half widths and their heights from the temple to the chin: round for children, pointed or square later."""
    share = np.array([0.0, 0.22, 0.42, 0.6, 0.74, 0.86, 0.945, 0.99, 1.0])
    pointed = np.array([0.975, 0.945, 0.865, 0.725, 0.555, 0.35, 0.18, 0.06, 0.0])
    square = np.array([0.97, 0.94, 0.89, 0.83, 0.74, 0.52, 0.29, 0.12, 0.0])
    rounded = np.array([0.985, 0.985, 0.945, 0.825, 0.64, 0.42, 0.23, 0.085, 0.0])
    angular = looks.jaw * (1 - looks.child)
    soft = max(looks.child * 0.85, 0.5 * (1 - looks.slim) * (1 - angular))
    half = pointed + (square - pointed) * angular
    half = half + (rounded - half) * soft
    half[1:] *= 1.03 - 0.06 * looks.slim
    heights = LEAVES_BALL + (chin - LEAVES_BALL) * share
    curve = spline(np.stack([half, heights], 1), 6)
    return curve[:, 0], curve[:, 1]
