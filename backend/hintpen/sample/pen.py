"""A pen on transparent paper: tapered strokes through given points, in antialiased ink."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.engine.drawing import Pixels

Points = Sequence[tuple[float, float]]

SCALE = 3
"""Drawn so many times larger, then averaged: that is the antialiasing."""

SUBPIXEL_BITS = 4
STEPS = 24
"""Straight pieces between two points of a curve."""


class Pen:
    """Draws on a canvas of `width` x `height` pixels; coordinates are pixels of it, y down."""

    def __init__(self, width: int, height: int, seed: int = 0) -> None:
        self._coverage = np.zeros((height * SCALE, width * SCALE), np.uint8)
        self._hand = np.random.default_rng(seed)
        self._turn = (0.0, np.zeros(2))

    def turn(self, degrees: float, pivot: tuple[float, float] = (0, 0)) -> None:
        """Turns all that follows clockwise around `pivot`."""
        self._turn = (math.radians(degrees), np.array(pivot))

    def stroke(
        self, points: Points, width: float = 5.0, taper: tuple[float, float] = (0.35, 0.35), begin: float = 0.0
    ) -> None:
        """Inks a smooth curve through `points`.

        `taper`: the share of its length over which each end thins out; `begin`: the share that is left out at first.
        """
        line = curve(points)
        line = line[int(begin * len(line)) :]
        along = _arc_length(line)
        pressure = np.minimum(_ramp(along, taper[0]), _ramp(1 - along, taper[1]))
        pressure *= 1 + 0.08 * np.sin(2 * np.pi * (along * self._hand.uniform(0.7, 1.6) + self._hand.uniform()))
        half = width / 2 * (0.16 + 0.84 * pressure)
        normal = _normals(line) * half[:, None]
        self._fill(np.concatenate((line + normal, (line - normal)[::-1])), 255)
        for end, radius in ((line[0], half[0]), (line[-1], half[-1])):
            self.disc((end[0], end[1]), (radius, radius), 255)

    def shape(
        self, *edges: Points, width: float, unseen: Sequence[int] = (), taper: tuple[float, float] = (0.25, 0.25)
    ) -> None:
        """Draws a closed shape that hides what lies behind it.

        `edges`: smooth curves, each from where the one before it ends; `unseen`: those that are not inked.
        """
        self.fill(*edges, value=0)
        for i, edge in enumerate(edges):
            if i not in unseen:
                self.stroke(edge, width, taper)

    def fill(self, *edges: Points, value: int = 255) -> None:
        """Fills a closed shape with solid ink, or with 0 for paper."""
        self._fill(np.concatenate([curve(edge) for edge in edges]), value)

    def disc(self, center: tuple[float, float], radii: tuple[float, float], value: int = 0) -> None:
        """Fills an ellipse with paper, or with 255 for ink."""
        self._fill(_ellipse(center, radii), value)

    def ring(self, center: tuple[float, float], radii: tuple[float, float], width: float) -> None:
        """Inks the outline of an ellipse."""
        outline = _ellipse(center, radii)
        normal = _normals(outline) * width / 2
        self._fill(np.concatenate((outline + normal, (outline - normal)[::-1])), 255)

    def _fill(self, polygon: NDArray[np.float64], value: int) -> None:
        fixed = np.rint(self._turned(polygon) * SCALE * 2**SUBPIXEL_BITS).astype(np.int32)
        cv2.fillPoly(self._coverage, [fixed], value, cv2.LINE_8, SUBPIXEL_BITS)

    def _turned(self, polygon: NDArray[np.float64]) -> NDArray[np.float64]:
        angle, pivot = self._turn
        c, s = math.cos(angle), math.sin(angle)
        return (polygon - pivot) @ np.array(((c, s), (-s, c))) + pivot

    def picture(self, ink: tuple[int, int, int]) -> Pixels:
        """(height, width, 4) uint8 RGBA: ink of one color whose alpha is the coverage."""
        height, width = self._coverage.shape
        alpha = cv2.resize(self._coverage, (width // SCALE, height // SCALE), interpolation=cv2.INTER_AREA)
        picture = np.zeros((*alpha.shape, 4), np.uint8)
        picture[alpha > 0, :3] = ink
        picture[..., 3] = alpha
        return picture


def curve(points: Points) -> NDArray[np.float64]:
    """A Catmull-Rom spline through the points, (n, 2)."""
    knots = np.asarray(points, np.float64)
    padded = np.vstack((2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]))
    t = np.linspace(0, 1, STEPS, endpoint=False)[:, None]
    p0, p1, p2, p3 = (padded[i : len(padded) - 3 + i, None] for i in range(4))
    pieces = p1 + t / 2 * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)))
    return np.vstack((pieces.reshape(-1, 2), knots[-1:]))


def _ellipse(center: tuple[float, float], radii: tuple[float, float]) -> NDArray[np.float64]:
    turn = np.linspace(0, 2 * np.pi, 97)
    return np.stack((center[0] + radii[0] * np.cos(turn), center[1] + radii[1] * np.sin(turn)), axis=1)


def _arc_length(line: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share, 0..1, of the length up to each point."""
    total = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
    return total / max(total[-1], 1e-9)


def _ramp(along: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """0 at the start to 1 where `share` of the length is reached, rounded as a hand does it."""
    return np.sin(np.pi / 2 * np.clip(along / max(share, 1e-9), 0, 1)) if share else np.ones_like(along)


def _normals(line: NDArray[np.float64]) -> NDArray[np.float64]:
    tangent = np.gradient(line, axis=0)
    tangent /= np.maximum(np.hypot(*tangent.T), 1e-9)[:, None]
    return np.stack((-tangent[:, 1], tangent[:, 0]), axis=1)
