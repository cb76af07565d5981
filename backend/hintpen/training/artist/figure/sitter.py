"""The one whose face is drawn: head, form and looks together, and how its features come onto the page."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property

from numpy.typing import ArrayLike

from hintpen.training.artist.figure.face_form import Relief, face_relief
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.skull import Outline, Skull, skull_of
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Stroke


@dataclass
class OnSkin:
    """Lines and marks on the skin of the face, gathered from its rooms, so that all of it is one part."""

    strokes: list[Stroke] = field(default_factory=list[Stroke])
    marks: list[Mark] = field(default_factory=list[Mark])

    def line(self, points: Points, weight: float, taper: tuple[float, float]) -> None:
        """Adds a line that ends at the contour."""
        self.strokes.append(Stroke(points, weight, taper, inside=True))

    def mark(self, kind: MarkKind, outline: Points, strength: float, blur: float = 0.0) -> None:
        """Adds a mark."""
        self.marks.append(Mark(kind, outline, strength, blur))


@dataclass(frozen=True)
class Sitter:
    """`scale`: the cranium's radius in canvas units, which tells how much detail the face can bear."""

    head: Head
    looks: Looks
    scale: float

    @cached_property
    def skull(self) -> Skull:
        """The form of the head."""
        return skull_of(self.looks)

    @cached_property
    def outline(self) -> Outline:
        """The contour as seen."""
        return self.skull.outline(self.head)

    @cached_property
    def form(self) -> Relief:
        """The relief of the skin."""
        return face_relief(self.skull, self.head)

    @property
    def far(self) -> float:
        """-1 or 1: on which side of the page the face looks, where its far half is."""
        return math.copysign(1.0, self.head.yaw)

    @property
    def turn(self) -> float:
        """0 straight on .. 1 in profile."""
        return abs(math.sin(math.radians(self.head.yaw)))

    @property
    def region(self) -> str:
        """The region of all of the head's skin that no line parts."""
        return f"{self.looks.name}.face"

    def fine(self, least: float = 0.1) -> bool:
        """Whether the head is so large that a detail may be drawn which needs a radius of `least` canvas units."""
        return self.scale >= least

    def at(self, knots: ArrayLike, lift: ArrayLike = 0.0) -> Points:
        """(n, 2) where points of the face are seen, given as drawn straight ahead, brought forward by `lift`."""
        return self.skull.seen(self.head, knots, lift)
