"""Irises and pupils: the colored disc between the lids, its dark top, its glow and its catchlights."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from hintpen.training.artist.curves import closed, ellipse
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.eye_styles import EyeStyle
from hintpen.training.artist.figure.lids import Lids
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke

LIGHTS: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "none": (),
    "one": ((-0.36, -0.4, 0.27, 0.3),),
    "two": ((-0.36, -0.4, 0.3, 0.33), (0.38, 0.42, 0.15, 0.15)),
    "three": ((-0.36, -0.42, 0.3, 0.34), (0.36, 0.36, 0.17, 0.18), (0.05, 0.62, 0.09, 0.09)),
    "big": ((-0.3, -0.36, 0.4, 0.36), (0.4, 0.38, 0.19, 0.2)),
    "bar": ((-0.3, -0.42, 0.42, 0.2), (0.42, 0.3, 0.12, 0.2)),
}
"""Catchlights as (x, y, rx, ry) in halves of the iris, with the light at the upper left."""


@dataclass(frozen=True)
class Gaze:
    """Where both eyes look: `x` to the viewer's right and `y` down, -1..1; `light`: on which side catchlights are, -1
    or 1; `paints`: slots of the iris' paint on the viewer's left and right.
    """

    x: float
    y: float
    light: float
    paints: tuple[str, str]


def choose_gaze(random: Random, sitter: Sitter) -> Gaze:
    """Mostly toward the viewer, sometimes ahead or aside; now and then two colors of eyes."""
    yaw, pitch = math.radians(sitter.head.yaw), math.radians(sitter.head.pitch)
    back = random.uniform(0.2, 0.75) if random.random() < 0.75 else 0.0
    aside = random.normal(0, 0.5) if random.random() < 0.15 else 0.0
    return Gaze(
        x=float(np.clip(aside - back * math.sin(yaw) * 0.9, -1, 1)),
        y=float(np.clip(random.normal(0, 0.12) - back * math.sin(pitch) * 0.8, -0.7, 0.7)),
        light=-1.0 if random.random() < 0.6 else 1.0,
        paints=("iris", "iris2") if random.random() < 0.025 else ("iris", "iris"),
    )


@dataclass(frozen=True)
class _Disc:
    """An iris in its eye: middle (`u` in half widths of the eye outward, `v` down) and halves, in head units."""

    lids: Lids
    u: float
    v: float
    rx: float
    ry: float

    def at(self, curve: Points) -> Points:
        """Seen points of a curve in halves of the iris, x to the viewer's right."""
        lids = self.lids
        return lids.seen(self.u + lids.side * curve[:, 0] * self.rx / lids.half, self.v + curve[:, 1] * self.ry)

    def oval(self, x: float, y: float, width: float, height: float, count: int = 24) -> Points:
        """A ring."""
        return self.at(ellipse(x, y, width, height, count=count))


def _disc_of(lids: Lids, style: EyeStyle, mood: Expression, gaze: Gaze) -> _Disc:
    # Irises reach from lid to lid of the open eye, a little under both.
    height = style.top + style.bottom
    ry = height * (1 + style.cover) / (2 * (1 - style.sink)) * mood.iris
    rx = min(style.iris * lids.half * mood.iris, ry * 1.05)
    floor = style.bottom - mood.lower * height
    rest = floor + 2 * ry * style.sink - ry
    middle = (style.bottom - style.top) / 2
    # Small irises of wide eyes stand free; the others rest on the lower lid.
    v = rest + (middle - rest) * min(max((1 - mood.iris) * 4, 0.0), 1.0) + gaze.y * style.top * 0.4
    return _Disc(lids, lids.side * gaze.x * 0.38 + 0.02, v, rx, ry)


def iris_parts(
    random: Random, lids: Lids, style: EyeStyle, mood: Expression, gaze: Gaze, clips: tuple[Points, ...]
) -> list[Part]:
    """Iris, pupil and catchlights of one eye, clipped by the lids."""
    sitter = lids.sitter
    disc = _disc_of(lids, style, mood, gaze)
    slot = gaze.paints[0 if lids.side < 0 else 1]
    ring = disc.oval(0, 0, 1, 1, 36)
    pupil = _pupil(disc, style)
    soft = 0.14 * disc.ry if style.soft else 0.0
    marks = [Mark(MarkKind.SHADE, disc.oval(0, -0.62, 1.25, 0.72), style.dark, soft)]
    strokes = [Stroke(closed(ring), 0.8, (0.0, 0.0), inside=True)]
    if style.glow:
        marks.append(Mark(MarkKind.SHINE, disc.oval(0, 0.62, 0.62, 0.3), style.glow, soft))
    if style.pupil in ("ink", "slit"):
        marks.append(Mark(MarkKind.INK, pupil))
    elif style.pupil == "shade":
        marks.append(Mark(MarkKind.SHADE, pupil, 0.95))
    elif style.pupil == "ring" and sitter.fine(0.09):
        strokes.append(Stroke(closed(pupil), 0.6, (0.0, 0.0)))
    if style.rays and sitter.fine(0.17):
        strokes.extend(_rays(random, disc, style.rays))
    iris = Part(
        "eye.iris",
        sitter.looks.paint(slot, "iris"),
        (ring,),
        tuple(strokes),
        tuple(marks),
        form=Plane(),
        depth=0.3,
        layer=layers.FACE,
        clips=clips,
        region=f"{sitter.looks.name}.{slot}.{'left' if lids.side < 0 else 'right'}",
    )
    parts = [iris]
    if style.pupil == "zone":
        line = (Stroke(closed(pupil), 0.5, (0.0, 0.0)),) if sitter.fine(0.12) else ()
        paint = sitter.looks.paint("pupil", "pupil")
        parts.append(replace(iris, name="eye.pupil", paint=paint, rings=(pupil,), strokes=line, marks=(), region=""))
    return [*parts, *_catchlights(disc, style, gaze, replace(iris, name="eye.catchlight", clips=(*clips, ring)))]


def _pupil(disc: _Disc, style: EyeStyle) -> Points:
    if style.pupil == "slit":
        return disc.oval(0, 0.02, 0.16, 0.74)
    return disc.oval(0, 0.02, style.pupil_size, style.pupil_size * 1.1)


def _rays(random: Random, disc: _Disc, count: int) -> list[Stroke]:
    """Short lines in the lower half, toward the middle."""
    angles = np.radians(np.linspace(25, 155, count) + random.normal(0, 5, count))
    ways = np.stack([np.cos(angles), np.sin(angles)], 1)
    return [Stroke(disc.at(way * np.array([[0.6], [0.92]])), 0.45, (0.1, 0.6)) for way in ways]


def _catchlights(disc: _Disc, style: EyeStyle, gaze: Gaze, blank: Part) -> list[Part]:
    """They hide what lies under them, the pupil's ink too."""
    fine = disc.lids.sitter.fine
    parts: list[Part] = []
    for x, y, width, height in LIGHTS[style.lights]:
        if fine(0.035 / width):
            spot = disc.oval(-x * gaze.light, y, width, height, 18)
            lines = (Stroke(closed(spot), 0.4, (0.0, 0.0)),) if fine(0.14) and width > 0.2 else ()
            parts.append(replace(blank, rings=(spot,), strokes=lines, marks=(Mark(MarkKind.SHINE, spot),)))
    return parts
