"""The fitting room: places on a head that turn with it, and the outlines of round things seen from there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.curves import ellipse, points, resample, spline
from hintpen.training.artist.figure.head import Head, Points3D
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.figure.skull import Skull, skull_of
from hintpen.training.artist.forms import Form, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke

SHELL = 1.2
"""How far out hair lies on the cranium: what sits on hair sits there."""


@dataclass(frozen=True)
class Wearer:
    """Whose head it is. `scale`: the cranium's radius in canvas units; `pose`: for the neck, or None."""

    random: Random
    head: Head
    looks: Looks
    scale: float
    pose: Pose | None = None

    @cached_property
    def skull(self) -> Skull:
        """The face that glasses sit on."""
        return skull_of(self.looks)

    @property
    def far(self) -> float:
        """-1 or 1: on which side of the page the face looks, where its far half is."""
        return math.copysign(1.0, self.head.yaw)

    @property
    def turn(self) -> float:
        """0 straight on .. 1 in profile."""
        return abs(math.sin(math.radians(self.head.yaw)))

    def fine(self, least: float = 0.1) -> bool:
        """Whether the head is so large that a detail may be drawn which needs a radius of `least` canvas units."""
        return self.scale >= least

    def near(self, value: float, share: float) -> float:
        """About `value`, up to `share` of it away (or `share` itself when it is 0)."""
        return float(value + self.random.uniform(-1, 1) * share * (abs(value) or 1.0))

    def face(self, knots: ArrayLike, lift: float = 0.0) -> Points:
        """(n, 2) where points of the face, drawn straight ahead, are seen, brought forward by `lift`."""
        return self.skull.seen(self.head, knots, lift)

    def put(self, x: float, y: float, z: float, tip: float = 0.0, lean: float = 0.0, yaw: float = 0.0) -> Place:
        """A place at (x, y, z) of the head: turned by `yaw`, tipped back by `tip`, leaning to the viewer's right by
        `lean`, all in degrees.
        """
        a, t, r = (math.radians(v) for v in (yaw, tip, lean))
        turn = np.array([[math.cos(a), 0, math.sin(a)], [0, 1, 0], [-math.sin(a), 0, math.cos(a)]])
        back = np.array([[1, 0, 0], [0, math.cos(t), -math.sin(t)], [0, math.sin(t), math.cos(t)]])
        side = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
        return Place(self.head, np.array([x, y, z]), side @ turn @ back)

    def on_shell(self, azimuth: float, up: float, r: float = SHELL) -> Place:
        """A place on the hair: `azimuth` in degrees, 0 in front, 90 on the viewer's right; `up` degrees above the
        cranium's middle. It looks out of the head.
        """
        a, u = math.radians(azimuth), math.radians(up)
        x, y, z = math.sin(a) * math.cos(u), -math.sin(u), math.cos(a) * math.cos(u)
        return replace(self.put(0, 0, 0, up, 0, azimuth), origin=np.array([x, y, z]) * r)


@dataclass(frozen=True)
class Place:
    """A place on a head: its `origin` (3,) in the head's axes; the columns of `axes` point right, down and out."""

    head: Head
    origin: NDArray[np.float64]
    axes: NDArray[np.float64]

    def turned(self, points: ArrayLike) -> Points3D:
        """(n, 3) its (n, 3) points as seen, in figure units; z tells what is nearer."""
        own = np.asarray(points, np.float64).reshape(-1, 3) @ self.axes.T + self.origin
        return self.head.turned(own) + np.array([*self.head.origin, 0.0])

    def seen(self, points: ArrayLike) -> Points:
        """(n, 2) where its (n, 3) points are seen."""
        return self.turned(points)[:, :2]

    def flat(self, knots: ArrayLike, least: float = 0.0) -> Points:
        """(n, 2) where (n, 2) points of its own plane are seen, never thinner than the share `least`."""
        k = np.asarray(knots, np.float64).reshape(-1, 2)
        to = (self.head.rotation @ self.axes)[:2, :2]
        if least > 0:
            u, s, v = np.linalg.svd(to)
            to = u @ np.diag(np.maximum(s, least)) @ v
        return k @ to.T + self.middle

    @property
    def middle(self) -> Points:
        """(2,) where its origin is seen."""
        return self.seen(np.zeros((1, 3)))[0]

    @property
    def facing(self) -> float:
        """1 when its plane looks at the viewer, -1 when away."""
        return float((self.head.rotation @ self.axes)[2, 2])

    @property
    def near(self) -> float:
        """How near its origin is: about -1.2..1.2 on a head."""
        return float(self.head.turned(self.origin)[0, 2])

    @property
    def up(self) -> Points:
        """(2,) which way is up for it as seen, a unit vector."""
        up = -(self.head.rotation @ self.axes)[:2, 1]
        return up / max(float(np.hypot(*up)), 1e-6)


def circle(r: float, y: float = 0.0, span: tuple[float, float] = (-180.0, 180.0), count: int = 48) -> Points3D:
    """(count, 3) a level circle or an arc of it: azimuth 0 in front, 90 on the right."""
    a = np.radians(np.linspace(span[0], span[1], count))
    return np.stack([r * np.sin(a), np.full(count, y), r * np.cos(a)], 1)


def solid(profile: Sequence[tuple[float, float]], count: int = 40) -> Points3D:
    """The circles of a solid of revolution, (n, 3); `profile`: (radius, height) with y down, through which a smooth
    curve goes.
    """
    smooth = spline(points(profile), 5)
    return np.concatenate([circle(r, y, count=count) for r, y in smooth.tolist()])


def hull(cloud: Points) -> Points:
    """(n, 2) the convex outline of (m, 2) points, clockwise as seen."""
    found = cv2.convexHull(np.asarray(cloud * 1000, np.float32), clockwise=False)
    return np.asarray(found, np.float64).reshape(-1, 2) / 1000


def near_arc(place: Place, r: float, y: float = 0.0, count: int = 73) -> Points:
    """(n, 2) the half of a level circle that lies toward the viewer, from left to right on the head."""
    seen = place.turned(circle(r, y, count=count)[:-1])
    middle = place.turned([(0.0, y, 0.0)])[0, 2]
    front = seen[:, 2] > middle
    start = int(np.flatnonzero(front & ~np.roll(front, 1))[0])
    rolled = np.roll(seen, -start, 0)[: int(front.sum()), :2]
    # Circles that are seen from straight above would have no ends.
    return rolled


@dataclass(frozen=True)
class Dome:
    """A convex crown over a round opening as seen: `over` runs from left to right over the top, `front` from left to
    right along the near half of the opening.
    """

    over: Points
    front: Points

    @property
    def ring(self) -> Points:
        """Both as one outline."""
        return np.concatenate([self.over, self.front[::-1]])


def dome(place: Place, body: Points3D, r: float, y: float = 0.0) -> Dome:
    """The dome of a `body` (points of its surface, from which its convex outline is taken) over an opening."""
    front = near_arc(place, r, y)
    outline = hull(place.seen(np.concatenate([body, circle(r, y)])))
    a, b = (int(np.argmin(np.hypot(*(outline - end).T))) for end in (front[0], front[-1]))
    n = len(outline)
    one = outline[[(a + i) % n for i in range((b - a) % n + 1)]]
    two = outline[[(a - i) % n for i in range((a - b) % n + 1)]]
    over = max((one, two), key=lambda path: float(np.max((path - front[0]) @ place.up)))
    return Dome(resample(np.concatenate([front[:1], over, front[-1:]]), 64), front)


def along_shell(
    wearer: Wearer, way: Points3D, half: float, r: float = SHELL, lift: ArrayLike = 0.0
) -> tuple[Points, Points]:
    """Both edges, (n, 2) each, of a band `half` wide to each side of a `way` (m, 3) of directions over the head, as far
    as it is seen. `lift` raises the second edge: (m,) or one number.
    """
    unit = way / np.linalg.norm(way, axis=1, keepdims=True)
    across = np.cross(np.gradient(unit, axis=0), unit)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    run = longest(wearer.head.turned(unit)[:, 2] > -0.28)
    edges: list[Points] = []
    for side in (-1.0, 1.0):
        edge = unit + side * half * across
        edge = edge / np.linalg.norm(edge, axis=1, keepdims=True)
        high = r + (np.asarray(lift) if side > 0 else 0.0)
        edges.append(wearer.head.seen(edge * np.reshape(np.broadcast_to(high, len(edge)), (-1, 1)))[run])
    return edges[0], edges[1]


def longest(flags: NDArray[np.bool_]) -> slice:
    """The longest run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    if not len(edges):
        return slice(0, 0)
    starts, stops = edges[::2], edges[1::2]
    best = int(np.argmax(stops - starts))
    return slice(int(starts[best]), int(stops[best]))


def outer(curve: Points, weight: float = 1.05, taper: float = 0.08) -> Stroke:
    """A contour."""
    return Stroke(curve, weight, (taper, taper), (0.85, 1.0, 1.05, 0.9))


def inner(curve: Points, weight: float = 0.5, start: float = 0.2, end: float = 0.5) -> Stroke:
    """A line inside a part: it sets down softly and lifts off slowly."""
    return Stroke(curve, weight, (start, end), inside=True)


def around(ring: Points) -> Points:
    """A ring as a line that closes."""
    return np.concatenate([ring, ring[:2]])


def shade(ring: Points, strength: float = 0.8, blur: float = 0.0) -> Mark:
    """In shadow."""
    return Mark(MarkKind.SHADE, ring, strength, blur)


def shine(ring: Points, strength: float = 0.8, blur: float = 0.0) -> Mark:
    """Lit."""
    return Mark(MarkKind.SHINE, ring, strength, blur)


def band(a: Points, b: Points) -> Points:
    """The outline between two curves that run the same way."""
    return np.concatenate([a, b[::-1]])


def piece(
    name: str,
    paint: Paint,
    ring: Points,
    strokes: Sequence[Stroke] | None = None,
    marks: Sequence[Mark] = (),
    *,
    layer: float,
    depth: float = 0.5,
    form: Form | None = None,
    hole: Points | None = None,
    region: str = "",
    clips: tuple[Points, ...] = (),
) -> Part:
    """One thing that is worn; without `strokes` its whole outline is drawn."""
    lines = [outer(around(ring))] if strokes is None else strokes
    rings = (ring,) if hole is None else (ring, hole)
    return Part(name, paint, rings, tuple(lines), tuple(marks), form or Inflated(0.25), depth, layer, clips, region)


def spot(at: Points, rx: float, ry: float = 0.0, turn: float = 0.0, count: int = 20) -> Points:
    """A round (`ry` 0) or oval ring about a point (2,)."""
    return ellipse(float(at[0]), float(at[1]), rx, ry or rx, turn, count=count)


def pen_only(name: str, paint: Paint, strokes: Sequence[Stroke], *, layer: float, depth: float = 0.45) -> Part:
    """Nothing but lines: wires, cords."""
    return Part(name, paint, (), tuple(strokes), depth=depth, layer=layer)
