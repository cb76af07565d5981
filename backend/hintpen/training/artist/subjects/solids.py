"""Solids in space as faces with details: boxes, prisms, cylinders, and which of them hides which."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike

from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint
from hintpen.training.artist.subjects.camera import Space, normal_of


@dataclass(frozen=True)
class Detail:
    """What is drawn on a face, in shares of it: (0, 0) at its first corner, x toward the second, y toward the last.

    `rings` are filled with `paint`, one part each; with no paint they are only drawn. `lines`: polylines, (n, 2).
    `shades` and `shines` are marks on the face itself, or on the ring when there is a paint.
    """

    name: str = ""
    paint: Paint | None = None
    rings: tuple[Points, ...] = ()
    lines: tuple[Points, ...] = ()
    shades: tuple[Points, ...] = ()
    shines: tuple[Points, ...] = ()
    weight: float = 0.6


@dataclass(frozen=True)
class Face:
    """A flat polygon: `corners` (n, 3); `only_front`: hidden when seen from behind (its corners run counterclockwise
    as seen from the front).
    """

    corners: Space
    details: tuple[Detail, ...] = ()
    paint: Paint | None = None
    only_front: bool = True


@dataclass(frozen=True)
class Solid:
    """A convex body of faces, or a `round` one (a cylinder or cone: two rings of points, foot and top)."""

    name: str
    paint: Paint
    faces: tuple[Face, ...] = ()
    round: tuple[Space, Space] | None = None
    top: Paint | None = None
    weight: float = 1.0
    lines: tuple[Space, ...] = field(default=())

    @property
    def points(self) -> Space:
        """(n, 3) all its corners."""
        if self.round is not None:
            return np.concatenate(self.round)
        return np.concatenate([face.corners for face in self.faces])

    def moved(self, turn: float, at: Sequence[float]) -> Solid:
        """Turned about the upright axis by `turn` degrees, counterclockwise from above, then moved."""
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        matrix, to = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]), np.asarray(at, np.float64)

        def go(points: Space) -> Space:
            return points @ matrix.T + to

        return replace(
            self,
            faces=tuple(replace(face, corners=go(face.corners)) for face in self.faces),
            round=None if self.round is None else (go(self.round[0]), go(self.round[1])),
            lines=tuple(go(line) for line in self.lines),
        )


SIDES = ("left", "right", "bottom", "top", "front", "back")
_FACES = ((0, 4, 7, 3), (5, 1, 2, 6), (0, 1, 5, 4), (7, 6, 2, 3), (4, 5, 6, 7), (1, 0, 3, 2))
"""Corners of a box: 0-3 at the back's lower left, lower right, upper right, upper left; 4-7 at the front. The front is
nearest (least z). Every face starts at its lower left as seen from outside, and runs counterclockwise."""


def box(
    name: str,
    paint: Paint,
    low: Sequence[float],
    high: Sequence[float],
    details: Mapping[str, Sequence[Detail]] | None = None,
    paints: Mapping[str, Paint] | None = None,
    weight: float = 1.0,
) -> Solid:
    """An upright box between two corners. `details` and `paints` by side (`SIDES`); on top the front edge is first."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    k = np.array(
        [(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1), (x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)]
    )
    return Solid(
        name,
        paint,
        tuple(
            Face(k[list(corners)], tuple((details or {}).get(side, ())), (paints or {}).get(side))
            for side, corners in zip(SIDES, _FACES, strict=True)
        ),
        weight=weight,
    )


def prism(
    name: str,
    paint: Paint,
    outline: ArrayLike,
    low: float,
    high: float,
    along: str = "z",
    details: Mapping[int, Sequence[Detail]] | None = None,
    paints: Mapping[int, Paint] | None = None,
    weight: float = 1.0,
) -> Solid:
    """A convex outline drawn out along an axis.

    Along "z" the outline is (x, y), counterclockwise as seen from the front; along "x" it is (z, y), along "y" (x, z).
    Faces: -1 is the end at `low`, -2 the end at `high`, i the side between the corners i and i + 1.
    """
    o = np.asarray(outline, np.float64)

    def put(at: float) -> Space:
        level = np.full(len(o), at)
        return np.column_stack({"z": (o, level), "x": (level, o[:, 1], o[:, 0]), "y": (o[:, 0], level, o[:, 1])}[along])

    near, far = put(low), put(high)
    n = len(o)
    rings = {-1: near, -2: far[::-1]}
    for i in range(n):
        j = (i + 1) % n
        rings[i] = np.stack([near[j], near[i], far[i], far[j]])
    middle = np.concatenate([near, far]).mean(0)
    faces = []
    for i, ring in rings.items():
        # Whichever way the outline ran: faces are seen from outside.
        outward = float(normal_of(ring) @ (ring.mean(0) - middle)) > 0
        faces.append(Face(ring if outward else ring[::-1], tuple((details or {}).get(i, ())), (paints or {}).get(i)))
    return Solid(name, paint, tuple(faces), weight=weight)


def cylinder(
    name: str,
    paint: Paint,
    foot: Sequence[float],
    height: float,
    radius: float,
    top_radius: float | None = None,
    axis: str = "y",
    top: Paint | None = None,
    weight: float = 1.0,
    lines: Sequence[float] = (),
) -> Solid:
    """A cylinder or a cone's stump from the middle of its foot along an axis. `lines`: heights (shares) of rings."""
    a = np.arange(28) * 2 * np.pi / 28
    r1 = radius if top_radius is None else top_radius

    def ring(at: float, r: float) -> Space:
        u, v, w = r * np.cos(a), r * np.sin(a), np.full_like(a, at)
        columns = {"y": (u, w, v), "x": (w, u, v), "z": (u, v, w)}[axis]
        return np.stack(columns, 1) + np.asarray(foot, np.float64)

    rings = tuple(ring(height * t, radius + (r1 - radius) * t) for t in lines)
    return Solid(name, paint, round=(ring(0.0, radius), ring(height, r1)), top=top, weight=weight, lines=rings)


def ordered(solids: Sequence[Solid], eye: Sequence[float]) -> list[Solid]:
    """The solids from back to front for somebody at `eye`, in the axes in which they are boxes.

    Where a plane across an axis parts two of them, the one on the eye's side is in front; this settles all that can
    hide one another unless they stand in a ring.
    """
    boxes = [(s.points.min(0) + 1e-6, s.points.max(0) - 1e-6) for s in solids]
    low, high = np.array([b[0] for b in boxes]), np.array([b[1] for b in boxes])
    at = np.asarray(eye, np.float64)
    apart = high[:, None] <= low[None, :] + 2e-6
    near_second = (apart & (at >= high[:, None])).any(-1)
    near_first = (apart & (at <= low[None, :])).any(-1)
    # behind[i, j]: i is behind j, so it must be drawn before j.
    behind = (near_second | near_first.T) & ~(near_first | near_second.T)
    waits = behind.sum(0)
    away = np.linalg.norm((low + high) / 2 - at, axis=1)
    order: list[int] = []
    for _ in solids:
        # Of those that nothing has to precede the farthest goes first.
        first = int(np.lexsort((-away, np.maximum(waits, 0)))[0])
        order.append(first)
        waits = waits - behind[first]
        waits[first] = len(solids) ** 2
    return [solids[i] for i in order]


def rectangle(left: float, bottom: float, right: float, top: float) -> Points:
    """A rectangle in shares of a face."""
    return np.array([(left, bottom), (right, bottom), (right, top), (left, top)], np.float64)


def disc(x: float, y: float, rx: float, ry: float, count: int = 24) -> Points:
    """An ellipse in shares of a face."""
    a = np.arange(count) * 2 * np.pi / count
    return np.stack([x + rx * np.cos(a), y + ry * np.sin(a)], 1)
