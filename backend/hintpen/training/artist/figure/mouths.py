"""Mouths: closed lines, open mouths with teeth and tongue, painted lips."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke


@dataclass(frozen=True)
class MouthStyle:
    """`width` in head units from corner to corner; `lips`: "none", "shade" (a touch under the lip) or "painted";
    `teeth`, `tongue`: what an open mouth shows.
    """

    width: float
    lips: str
    teeth: bool
    tongue: bool


def choose_mouth(random: Random, looks: Looks) -> MouthStyle:
    """Small on the stylized, wider on men; painted lips on some grown women."""
    painted = 0.3 * float(looks.age > 17) * (1 - looks.masculine) * (1.2 - looks.stylized)
    kind = random.random()
    return MouthStyle(
        width=(0.46 - 0.13 * looks.stylized - 0.04 * looks.child + 0.08 * looks.masculine) * random.uniform(0.85, 1.15),
        lips="painted" if kind < painted else "shade" if kind < painted + 0.6 else "none",
        teeth=bool(random.random() < 0.6),
        tongue=bool(random.random() < 0.7),
    )


@dataclass(frozen=True)
class _Place:
    sitter: Sitter
    half: float

    def at(self, u: np.ndarray, v: np.ndarray) -> Points:
        """(n, 2) seen points of u across in half widths and v down in head units. Mouths bend round the teeth."""
        x = np.asarray(u) * self.half
        return self.sitter.at(np.stack([x, self.sitter.skull.mouth + np.asarray(v)], 1), 0.03 - 0.55 * np.abs(x))

    def curve(self, knots: list[tuple[float, float]]) -> Points:
        """A smooth curve through (u, v)."""
        curve = spline(knots)
        return self.at(curve[:, 0], curve[:, 1])


def mouth_parts(random: Random, sitter: Sitter, style: MouthStyle, mood: Expression) -> list[Part]:
    """The mouth of an expression."""
    kind = mood.mouth[random.integers(len(mood.mouth))]
    if kind in ("open", "o", "shout", "grin", "grit", "parted"):
        return _open(random, sitter, style, mood, kind)
    return _closed(random, sitter, style, mood, kind)


def _closed(random: Random, sitter: Sitter, style: MouthStyle, mood: Expression, kind: str) -> list[Part]:
    half = style.width / 2 * {"pout": 0.55, "cat": 0.8, "wavy": 0.85}.get(kind, 1.0)
    place = _Place(sitter, half)
    lift = mood.smile * 0.2 * half
    if kind == "cat":
        knots = [
            (-1, -0.03),
            (-0.75, 0.02),
            (-0.4, 0.035),
            (-0.1, 0.01),
            (0, -0.012),
            (0.1, 0.01),
            (0.4, 0.035),
            (0.75, 0.02),
            (1, -0.03),
        ]
    elif kind == "wavy":
        knots = [(-1, 0.01), (-0.6, -0.02), (-0.2, 0.015), (0.2, -0.015), (0.6, 0.02), (1, -0.005)]
    elif kind == "smirk":
        way = 1.0 if random.random() < 0.5 else -1.0
        knots = [(-1 * way, 0.02), (-0.4 * way, 0.02), (0.3 * way, 0.005), (0.9 * way, -0.05), (1.05 * way, -0.075)]
    elif kind == "pout":
        knots = [(-1, 0.015), (-0.4, -0.01), (0, 0.004), (0.4, -0.01), (1, 0.015)]
    else:
        dip = random.uniform(0.0, 0.008)
        knots = [
            (-1, -lift),
            (-0.55, lift * 0.3),
            (-0.12, lift * 0.55 - dip),
            (0, lift * 0.55),
            (0.12, lift * 0.55 - dip),
            (0.55, lift * 0.3),
            (1, -lift),
        ]
    line = place.curve(knots)
    # The pen rests in the corners and hardly touches the middle.
    strokes = [Stroke(line, 0.85, (0.12, 0.12), (1.1, 0.8, 0.65, 0.8, 1.1))]
    parts: list[Part] = []
    marks: list[Mark] = []
    if style.lips == "painted" and kind in ("line", "pout", "smirk"):
        parts.append(_lips(place, knots, sitter))
    elif style.lips != "none" and sitter.fine(0.07):
        low = 0.075 + 0.02 * float(kind == "pout")
        strokes.append(Stroke(place.curve([(-0.24, low), (0, low + 0.012), (0.24, low)]), 0.55, (0.5, 0.5)))
        if random.random() < 0.6:
            marks.append(
                Mark(
                    MarkKind.SHADE,
                    place.curve([(-0.32, low), (0, low + 0.01), (0.32, low), (0.15, low + 0.04), (-0.15, low + 0.04)]),
                    0.6,
                )
            )
    if kind == "line" and mood.smile > 0.4 and random.random() < 0.4 and sitter.fine(0.08):
        for way in (-1.0, 1.0):
            strokes.append(
                Stroke(
                    place.curve([(way * 1.04, -lift - 0.03), (way * 1.1, -lift), (way * 1.06, -lift + 0.03)]),
                    0.6,
                    (0.5, 0.5),
                )
            )
    return [*parts, _on_skin(sitter, "face.mouth", strokes, marks)]


def _lips(place: _Place, knots: list[tuple[float, float]], sitter: Sitter) -> Part:
    line = spline(knots)
    u = np.linspace(-0.97, 0.97, 25)
    line = line if line[0, 0] < line[-1, 0] else line[::-1]
    v = np.interp(u, line[:, 0], line[:, 1])
    bow = 0.045 * (1 - np.abs(u) ** 1.6) * (1 - 0.3 * np.exp(-((u / 0.14) ** 2)))
    full = 0.062 * (1 - np.abs(u) ** 2.4)
    top, bottom = place.at(u, v - bow), place.at(u, v + full)
    gloss = place.at(np.array([-0.3, 0.05, 0.1, -0.25]), np.interp(0.0, u, v) + np.array([0.025, 0.022, 0.04, 0.042]))
    return Part(
        "face.lips",
        sitter.looks.paint("lip", "lip", "skin"),
        (np.concatenate([top, bottom[::-1]]),),
        (Stroke(top, 0.5, (0.3, 0.3)), Stroke(bottom, 0.55, (0.5, 0.5))),
        (Mark(MarkKind.SHINE, gloss, 0.6), Mark(MarkKind.SHADE, np.concatenate([top, place.at(u, v)[::-1]]), 0.45)),
        form=sitter.form,
        depth=0.32,
        layer=layers.FACE,
        clips=(sitter.outline.ring,),
    )


def _on_skin(sitter: Sitter, name: str, strokes: list[Stroke], marks: list[Mark]) -> Part:
    ring = sitter.outline.ring
    return Part(
        name,
        sitter.looks.paint("skin", "skin"),
        strokes=tuple(strokes),
        marks=tuple(marks),
        layer=layers.FACE,
        depth=0.3,
        clips=(ring,),
        region=sitter.region,
    )


def _open(random: Random, sitter: Sitter, style: MouthStyle, mood: Expression, kind: str) -> list[Part]:
    wide, deep = {
        "open": (1.0, 0.08 + 0.15 * mood.open),
        "o": (0.42, 0.13),
        "shout": (1.05, 0.25),
        "grin": (1.2, 0.1),
        "grit": (1.1, 0.1),
        "parted": (0.62, 0.035),
    }[kind]
    half, deep = style.width / 2 * wide * random.uniform(0.9, 1.1), deep * random.uniform(0.85, 1.15)
    place = _Place(sitter, half)
    lift = mood.smile * 0.22 * half
    u = np.linspace(-1, 1, 25)
    if kind == "o":
        top, bottom = -0.5 * deep * np.sqrt(1 - u**2), 0.5 * deep * np.sqrt(1 - u**2)
    else:
        top = (
            -lift * np.abs(u) ** 1.7
            + 0.012 * np.exp(-((u / 0.2) ** 2)) * float(kind != "shout")
            - 0.03 * (1 - u**2) * float(kind == "shout")
        )
        sharp = 1.5 if mood.smile > 0.3 else 2.6
        bottom = -lift * np.abs(u) ** 1.7 + deep * (1 - np.abs(u) ** sharp) ** (0.62 if mood.smile > 0.3 else 0.5)
    upper, lower = place.at(u, top), place.at(u, bottom)
    ring = np.concatenate([upper, lower[::-1]])
    looks, clips = sitter.looks, (sitter.outline.ring,)

    def inner(name: str, paint: str, material: str, shape: Points, line: Points | None, weight: float = 0.5) -> Part:
        strokes = (Stroke(line, weight, (0.2, 0.2)),) if line is not None else ()
        return Part(
            name,
            looks.paint(paint, material),
            (shape,),
            strokes,
            form=Plane(),
            depth=0.29,
            layer=layers.FACE,
            clips=(ring, *clips),
        )

    toothy = kind in ("grin", "grit")
    inside = ("tooth", "tooth") if toothy else ("mouth", "mouth")
    parts = [
        Part("face.mouth", looks.paint(*inside), (ring,), form=Plane(), depth=0.29, layer=layers.FACE, clips=clips)
    ]
    if toothy and sitter.fine(0.06):
        bite = place.at(u, top + (bottom - top) * 0.52)
        parts.append(
            inner("face.teeth", "tooth", "tooth", ring, bite if kind == "grit" or random.random() < 0.4 else None)
        )
        if kind == "grit" and sitter.fine(0.1):
            for at in np.linspace(-0.6, 0.6, 5):
                leg = place.at(np.array([at, at]), np.interp(at, u, top) + np.array([0.0, 1.0]) * deep)
                parts.append(
                    Part(
                        "face.teeth",
                        looks.paint("tooth", "tooth"),
                        strokes=(Stroke(leg, 0.4, (0.1, 0.1)),),
                        layer=layers.FACE,
                        clips=(ring, *clips),
                    )
                )
    elif kind != "parted" and sitter.fine(0.05):
        if style.tongue:
            hill = bottom - (0.5 * (bottom - top)) * np.clip(1 - (u / 0.75) ** 2, 0, 1) ** 0.6
            tongue = place.at(u, hill)
            parts.append(inner("face.tongue", "tongue", "tongue", np.concatenate([tongue, lower[::-1]]), tongue[4:-4]))
        if style.teeth and kind != "o":
            edge = top + min(0.3 * deep, 0.05) * np.clip(1.15 - np.abs(u), 0, 1) ** 0.4
            teeth = place.at(u, edge)
            parts.append(inner("face.teeth", "tooth", "tooth", np.concatenate([upper, teeth[::-1]]), teeth))
    strokes = [Stroke(upper, 0.9, (0.15, 0.15), (1.15, 0.9, 0.8, 0.9, 1.15)), Stroke(lower, 0.75, (0.2, 0.2))]
    low = float(bottom.max()) + 0.06
    if style.lips != "none" and kind != "shout" and sitter.fine(0.08):
        strokes.append(Stroke(place.curve([(-0.22, low), (0, low + 0.01), (0.22, low)]), 0.5, (0.5, 0.5)))
    return [*parts, _on_skin(sitter, "face.mouth", strokes, [])]
