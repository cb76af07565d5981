"""Drawing solids as an illustrator does: visible faces, each edge once, far things in fewer lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from hintpen.training.artist.curves import closed
from hintpen.training.artist.forms import Ball, Form
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.camera import NEAR, Camera, Space, before, line_before, normal_of
from hintpen.training.artist.subjects.drafting import SQUARE, Hand, overshot, ring_from, straight
from hintpen.training.artist.subjects.solids import Detail, Face, Solid, ordered
from hintpen.training.artist.subjects.staging import with_weights

FINE, TINY, THIN = 0.014, 0.02, 0.012
"""In canvas units: details smaller than the first are only lines, faces narrower than the second have none, and bodies
narrower than the third show one face."""

Edge = tuple[tuple[float, float], tuple[float, float]]
"""The two ends of an edge on the canvas."""


@dataclass
class Stage:
    """A place that is being drawn: what it is seen by and drawn with, and the parts so far, from back to front.

    `shift` is added to all depths.
    """

    camera: Camera
    hand: Hand
    random: Random
    shift: float = 0.0
    parts: list[Part] = field(default_factory=list[Part])

    def add(self, solids: Sequence[Solid], turn: float = 0.0, at: Sequence[float] = (0.0, 0.0, 0.0)) -> None:
        """A thing made of solids in its own axes, turned about the upright axis and put on its place."""
        if not solids:
            return
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        eye = (np.array(self.camera.eye) - at) @ np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
        placed = [solid.moved(turn, at) for solid in ordered(solids, eye.tolist())]
        away = self.camera.distance(np.concatenate([solid.points for solid in placed]))
        depth = self.camera.depth(away) + self.shift
        for i, solid in enumerate(placed):
            self.parts += self.solid(solid, depth + 0.004 * i)

    def lines(self, name: str, paint: Paint, lines: Sequence[Space], weight: float) -> None:
        """Lines in space, thinner the farther they are: wires, ropes."""
        strokes = []
        for line in lines:
            seen = line_before(self.camera.seen(line))
            if len(seen) > 1 and self.camera.sees(seen):
                fine = self.camera.weight(float(np.linalg.norm(seen.mean(0))))
                strokes.append(Stroke(self.camera.flat(seen), weight * fine, SQUARE))
        self.parts.append(Part(name, paint, strokes=tuple(strokes)))

    def sprite(self, parts: Sequence[Part], at: Sequence[float], size: float) -> None:
        """Parts drawn flat in units of their own, whose (0, 0) stands at a place; one unit is `size` meters."""
        seen = self.camera.seen(at)
        if seen[0, 2] < NEAR * 3:
            return
        (x, y), scale = self.camera.flat(seen)[0], self.camera.focal * size / float(seen[0, 2])
        away = float(np.linalg.norm(seen))
        self.parts += placed(
            with_weights(parts, self.camera.weight(away)), Frame.at(x, y, scale), self.camera.depth(away) + self.shift
        )

    def footprint(self, solids: Sequence[Solid], turn: float, at: Sequence[float], strength: float = 0.8) -> list[Mark]:
        """The shadow that a thing leaves on the floor about its foot."""
        points = np.concatenate([solid.points for solid in solids])
        (x0, _, z0), (x1, _, z1) = points.min(0), points.max(0)
        m = 0.06 * min(x1 - x0, z1 - z0) + 0.03
        ring = np.array([(x0 - m, 0, z0 - m), (x1 + m, 0, z0 - m), (x1 + m, 0, z1 + m), (x0 - m, 0, z1 + m)])
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        ring = ring @ np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]).T + np.asarray(at, np.float64)
        flat = self.camera.flat(before(self.camera.seen(ring)))
        return [Mark(MarkKind.SHADE, flat, strength)] if len(flat) else []

    def solid(self, solid: Solid, depth: float) -> list[Part]:
        """The parts of one body that is already in its place; none when it is not seen."""
        seen = self.camera.seen(solid.points)
        if not self.camera.sees(seen):
            return []
        weight = self.camera.weight(float(np.linalg.norm(seen.sum(0) / len(seen)))) * solid.weight
        if solid.round is not None:
            return self._round(solid, seen, weight, depth)
        if float(seen[:, 2].min()) > NEAR and float(np.ptp(flat := self.camera.flat(seen), 0).min()) < THIN:
            ring = _hull(flat)
            normal = self.camera.plane(-seen.mean(0))
            return [Part(solid.name, solid.paint, (ring,), (Stroke(closed(ring), weight, SQUARE),), (), normal, depth)]
        shown: list[tuple[Face, Space, Space]] = []
        start = 0
        for face in solid.faces:
            own = seen[start : start + len(face.corners)]
            start += len(face.corners)
            normal = normal_of(own)
            toward = float(normal @ own[0]) < 0
            if (toward or not face.only_front) and len(ahead := before(own)):
                shown.append((face, ahead, normal if toward else -normal))
        return self._faces(solid, shown, weight, depth)

    def _faces(
        self, solid: Solid, shown: Sequence[tuple[Face, Space, Space]], weight: float, depth: float
    ) -> list[Part]:
        """Faces that are seen, with what they have before the camera and their normals. Each edge is drawn once."""
        curves: dict[Edge, Points] = {}
        last: dict[Edge, int] = {}
        single: dict[Edge, bool] = {}
        sides: list[list[tuple[Edge, bool]]] = []
        for number, (_, ahead, _) in enumerate(shown):
            row: list[tuple[Edge, bool]] = []
            corners = [(x, y) for x, y in np.round(self.camera.flat(ahead), 6).tolist()]
            for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
                edge, forward = ((a, b), True) if a <= b else ((b, a), False)
                if edge not in curves:
                    curves[edge] = straight(edge[0], edge[1], self.hand, self.random)
                # With the face that is painted last, which would cover half of the line else.
                last[edge], single[edge] = number, edge not in single
                row.append((edge, forward))
            sides.append(row)
        parts: list[Part] = []
        for number, (face, _, normal) in enumerate(shown):
            ring = ring_from([curves[edge] if forward else curves[edge][::-1] for edge, forward in sides[number]])
            strokes = [
                Stroke(overshot(curves[edge], self.hand, self.random), weight * (1.0 if single[edge] else 0.75), SQUARE)
                for edge, _ in sides[number]
                if last[edge] == number
            ]
            parts += self._faced(solid, face, ring, strokes, self.camera.plane(normal), weight, depth)
        return parts

    def _faced(
        self, solid: Solid, face: Face, ring: Points, strokes: list[Stroke], form: Form, weight: float, depth: float
    ) -> list[Part]:
        """A face and what is drawn on it."""
        inner: list[Stroke] = []
        marks: list[Mark] = []
        over: list[Part] = []
        small = float(np.ptp(ring, 0).min()) < TINY
        for detail in () if small else face.details:
            if detail.paint is None:
                inner += [self._line(face, line, detail.weight * weight) for line in detail.lines]
                marks += self._marks(face, detail)
            elif (size := self._size(face, detail)) < FINE:
                # Far away a window is a few strokes on the wall.
                if size > TINY / 3:
                    inner += [self._line(face, closed(r), detail.weight * weight) for r in detail.rings]
            else:
                over += self._inlays(solid, face, detail, form, weight, depth + 0.002)
        main = Part(solid.name, face.paint or solid.paint, (ring,), (*inner, *strokes), tuple(marks), form, depth)
        return [main, *over]

    def _size(self, face: Face, detail: Detail) -> float:
        """How small the first ring of a detail is seen, in canvas units."""
        flat = self._flat_ring(face, detail.rings[0]) if detail.rings else np.zeros((0, 2))
        return float(np.ptp(flat, 0).min()) if len(flat) else 0.0

    def _line(self, face: Face, line: Points, weight: float) -> Stroke:
        flat = self.camera.flat(line_before(self._on(face, line)))
        if len(flat) == 2:
            flat = straight(flat[0], flat[1], self.hand, self.random)
        return Stroke(flat, weight, (0.03, 0.12), inside=True)

    def _marks(self, face: Face, detail: Detail) -> list[Mark]:
        shades = [Mark(MarkKind.SHADE, self._flat_ring(face, r), 0.8) for r in detail.shades]
        return shades + [Mark(MarkKind.SHINE, self._flat_ring(face, r), 0.4) for r in detail.shines]

    def _inlays(self, solid: Solid, face: Face, detail: Detail, form: Form, weight: float, depth: float) -> list[Part]:
        parts = []
        marks = tuple(self._marks(face, detail))
        lines = [self._line(face, line, detail.weight * weight * 0.8) for line in detail.lines]
        for ring in detail.rings:
            flat = self._flat_ring(face, ring)
            if not len(flat):
                continue
            if len(flat) == 4:
                edges = [
                    straight(a, b, self.hand, self.random) for a, b in zip(flat, np.roll(flat, -1, 0), strict=True)
                ]
                flat = ring_from(edges)
                strokes = [Stroke(edge, detail.weight * weight, SQUARE) for edge in edges]
            else:
                strokes = [Stroke(closed(flat), detail.weight * weight, SQUARE)]
            paint = detail.paint or solid.paint
            name = detail.name or solid.name
            parts.append(Part(name, paint, (flat,), (*lines, *strokes), marks, form, depth))
        return parts

    def _flat_ring(self, face: Face, shares: Points) -> Points:
        """Where a ring given in shares of a face falls on the canvas; empty where it lies behind the viewer."""
        return self.camera.flat(before(self._on(face, shares)))

    def _on(self, face: Face, shares: Points) -> Space:
        """Points given in shares of a face, in the camera's axes."""
        origin, u, v = face.corners[0], face.corners[1] - face.corners[0], face.corners[-1] - face.corners[0]
        s = np.asarray(shares, np.float64)
        return self.camera.seen(origin + s[:, :1] * u + s[:, 1:] * v)

    def _round(self, solid: Solid, both: Space, weight: float, depth: float) -> list[Part]:
        """A cylinder or cone: its side as far as it is seen, and the end that faces the viewer."""
        if float(both[:, 2].min()) < NEAR:
            return []
        seen = np.split(both, 2)
        foot, top = (self.camera.flat(ring) for ring in seen)
        hull = _hull(np.concatenate([foot, top]))
        axis = top.mean(0) - foot.mean(0)
        half = max(float(np.ptp(foot, 0).max()), float(np.ptp(top, 0).max())) / 2
        middle = (foot.mean(0) + top.mean(0)) / 2
        turn = math.degrees(math.atan2(axis[1], axis[0]))
        form = Ball(float(middle[0]), float(middle[1]), 1e3, max(half, 1e-3), turn)
        lines = [Stroke(self._near_half(line), 0.6 * weight, (0.1, 0.1), inside=True) for line in solid.lines]
        parts = [
            Part(solid.name, solid.paint, (hull,), (*lines, Stroke(closed(hull), weight, SQUARE)), (), form, depth)
        ]
        for s, flat, outward in (
            (seen[1], top, seen[1].mean(0) - seen[0].mean(0)),
            (seen[0], foot, seen[0].mean(0) - seen[1].mean(0)),
        ):
            if float(outward @ s.mean(0)) < 0:
                cap = self.camera.plane(outward)
                stroke = Stroke(closed(flat), weight * 0.8, SQUARE)
                parts.append(Part(solid.name, solid.top or solid.paint, (flat,), (stroke,), (), cap, depth + 0.002))
        return parts

    def _near_half(self, ring: Space) -> Points:
        """The half of a ring about a round body that the viewer sees."""
        seen = self.camera.seen(ring)
        middle = seen.mean(0)
        outward = ((seen - middle) * middle).sum(1) < 0
        start = int(np.flatnonzero(outward & ~np.roll(outward, 1))[0]) if outward.any() and not outward.all() else 0
        return self.camera.flat(np.roll(seen, -start, 0)[: max(2, int(outward.sum()))])


def _hull(points: Points) -> Points:
    return np.asarray(cv2.convexHull(points.astype(np.float32)), np.float64).reshape(-1, 2)
