"""Mouths: their places on the face, closed lines and painted lips; `open_mouths` has the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from hintpen.training.artist.curves import Values, cut, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.sitter import OnSkin, Sitter
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke

CORNERS = (1.1, 0.8, 0.65, 0.8, 1.1)
"""The pen rests in the corners of the mouth and hardly touches its middle."""
Knots = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class MouthStyle:
    """`width` in head units from corner to corner; `lips`: "none", "shade" (a touch under the lip) or "painted";
    `teeth`, `tongue`: what an open mouth shows; `fang`: a pointed tooth stands out; `broken`: the line of the closed
    mouth is left open in its middle.
    """

    width: float
    lips: str
    teeth: bool
    tongue: bool
    fang: bool
    broken: bool


def choose_mouth(random: Random, looks: Looks) -> MouthStyle:
    """Small on the stylized, wider on men; painted lips on some grown women."""
    painted = 0.3 * float(looks.age > 17) * (1 - looks.masculine) * (1.2 - looks.stylized)
    u = random.random(5)
    return MouthStyle(
        width=(0.46 - 0.13 * looks.stylized - 0.04 * looks.child + 0.08 * looks.masculine) * random.uniform(0.85, 1.15),
        lips="painted" if u[0] < painted else "shade" if u[0] < painted + 0.6 else "none",
        teeth=bool(u[1] < 0.6),
        tongue=bool(u[2] < 0.7),
        fang=bool(u[3] < 0.08),
        broken=bool(u[4] < 0.18),
    )


@dataclass(frozen=True)
class MouthPlace:
    """Where a mouth is: `half` its width in head units. Points are (u, v): across in halves, down in head units."""

    sitter: Sitter
    half: float

    def at(self, u: ArrayLike, v: ArrayLike) -> Points:
        """(n, 2) as seen. Mouths bend round the teeth."""
        x, y = np.broadcast_arrays(np.asarray(u, np.float64) * self.half, np.asarray(v, np.float64))
        return self.sitter.at(np.stack([x, self.sitter.skull.mouth + y], 1), 0.03 - 0.55 * np.abs(x))

    def curve(self, knots: Knots) -> Points:
        """A smooth curve through (u, v)."""
        curve = spline(np.array(knots))
        return self.at(curve[:, 0], curve[:, 1])

    def lines(self, strokes: Sequence[Stroke]) -> Part:
        """Lines that no beard hides, within the face's contour."""
        sitter = self.sitter
        return Part(
            "face.mouth",
            sitter.looks.paint("skin", "skin"),
            strokes=tuple(strokes),
            layer=layers.FACE,
            depth=0.3,
            clips=(sitter.outline.ring,),
            region=sitter.region,
        )

    def under_lip(self, skin: OnSkin, low: float, shaded: bool) -> None:
        """The short line below the lip, and its shadow; `low` is v."""
        skin.line(self.curve([(-0.24, low), (0, low + 0.012), (0.24, low)]), 0.55, (0.5, 0.5))
        if shaded:
            shape = [(-0.32, low), (0, low + 0.01), (0.32, low), (0.15, low + 0.04), (-0.15, low + 0.04)]
            skin.mark(MarkKind.SHADE, self.curve(shape), 0.6)


def closed_mouth(
    random: Random, sitter: Sitter, skin: OnSkin, style: MouthStyle, mood: Expression, kind: str
) -> list[Part]:
    """A line, and lips if they are painted."""
    half = style.width / 2 * {"pout": 0.55, "cat": 0.8, "wavy": 0.85}.get(kind, 1.0)
    place = MouthPlace(sitter, half)
    lift = mood.smile * 0.2 * half
    knots = _line(random, kind, lift)
    line = place.curve(knots)
    if style.broken and kind in ("line", "smirk") and sitter.fine(0.07):
        at = 0.5 + 0.12 * float(random.uniform(-1, 1))
        strokes = [
            Stroke(cut(line, 0, at - 0.07), 0.85, (0.15, 0.5)),
            Stroke(cut(line, at + 0.07, 1), 0.85, (0.5, 0.15)),
        ]
    else:
        strokes = [Stroke(line, 0.85, (0.12, 0.12), CORNERS)]
    parts: list[Part] = []
    if style.lips == "painted" and kind in ("line", "pout", "smirk"):
        parts.append(_lips(place, knots))
    elif style.lips != "none" and sitter.fine(0.07):
        place.under_lip(skin, 0.075 + 0.02 * float(kind == "pout"), bool(random.random() < 0.6))
    if kind in ("cat", "smirk", "line") and style.fang and mood.smile > 0.2 and sitter.fine(0.09):
        at = 0.34 * float(random.choice((-1.0, 1.0)))
        v = float(np.interp(at, *_sorted(knots).T))
        parts.append(_fang(place, at, v))
    if kind == "line" and mood.smile > 0.4 and random.random() < 0.4 and sitter.fine(0.08):
        for way in (-1.0, 1.0):
            dimple = [(way * 1.04, -lift - 0.03), (way * 1.1, -lift), (way * 1.06, -lift + 0.03)]
            skin.line(place.curve(dimple), 0.6, (0.5, 0.5))
    return [*parts, place.lines(strokes)]


def _line(random: Random, kind: str, lift: float) -> list[tuple[float, float]]:
    if kind == "cat":
        half = [(0.1, 0.01), (0.4, 0.035), (0.75, 0.02), (1.0, -0.03)]
        return [*((-u, v) for u, v in half[::-1]), (0.0, -0.012), *half]
    if kind == "wavy":
        return [(-1, 0.01), (-0.6, -0.02), (-0.2, 0.015), (0.2, -0.015), (0.6, 0.02), (1, -0.005)]
    if kind == "smirk":
        way = 1.0 if random.random() < 0.5 else -1.0
        return [(-1 * way, 0.02), (-0.4 * way, 0.02), (0.3 * way, 0.005), (0.9 * way, -0.05), (1.05 * way, -0.075)]
    if kind == "pout":
        return [(-1, 0.015), (-0.4, -0.01), (0, 0.004), (0.4, -0.01), (1, 0.015)]
    dip = random.uniform(0.0, 0.008)
    half = [(0.12, lift * 0.55 - dip), (0.55, lift * 0.3), (1.0, -lift)]
    return [*((-u, v) for u, v in half[::-1]), (0.0, lift * 0.55), *half]


def _sorted(knots: Knots) -> Values:
    """The line's points from left to right, (n, 2)."""
    line = spline(np.array(knots))
    return line if line[0, 0] < line[-1, 0] else line[::-1]


def _fang(place: MouthPlace, u: float, v: float) -> Part:
    shape = place.at(np.array([-0.1, 0.1, 0.02]) + u, np.array([0.0, 0.0, 0.05]) + v)
    return Part(
        "face.tooth",
        place.sitter.looks.paint("tooth", "tooth"),
        (shape,),
        (Stroke(shape[[0, 2, 1]], 0.6, (0.1, 0.1)),),
        depth=0.3,
        layer=layers.FACE,
        clips=(place.sitter.outline.ring,),
    )


def _lips(place: MouthPlace, knots: Knots) -> Part:
    sitter, u = place.sitter, np.linspace(-0.97, 0.97, 25)
    v = np.interp(u, *_sorted(knots).T)
    bow = 0.045 * (1 - np.abs(u) ** 1.6) * (1 - 0.3 * np.exp(-((u / 0.14) ** 2)))
    full = 0.062 * (1 - np.abs(u) ** 2.4)
    middle, top, bottom = place.at(u, v), place.at(u, v - bow), place.at(u, v + full)
    gloss = place.at([-0.3, 0.05, 0.1, -0.25], v[12] + np.array([0.025, 0.022, 0.04, 0.042]))
    return Part(
        "face.lips",
        sitter.looks.paint("lip", "lip", "skin"),
        (np.concatenate([top, bottom[::-1]]),),
        (Stroke(top, 0.5, (0.3, 0.3)), Stroke(bottom, 0.55, (0.5, 0.5))),
        (Mark(MarkKind.SHINE, gloss, 0.6), Mark(MarkKind.SHADE, np.concatenate([top, middle[::-1]]), 0.45)),
        form=sitter.form,
        depth=0.32,
        layer=layers.FACE,
        clips=(sitter.outline.ring,),
    )
