"""What a drawing is made of before it is pixels: parts, strokes and marks, in canvas units.

Canvas units: x to the right, y down, the canvas's short side is 1 long, (0, 0) is its upper left corner; depth grows
toward the viewer. Nothing here knows how many pixels there will be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.forms import Form, Inflated
from hintpen.training.artist.frame import Frame, Points


class MarkKind(Enum):
    """What a mark that the artist puts by hand inside a part does."""

    SHADE = "shade"
    """In shadow: cast shadows, folds, the dark top of an iris."""
    SHINE = "shine"
    """Lit: catchlights, hair rings, gloss."""
    BLUSH = "blush"
    """Rosy: cheeks, knees, finger tips."""
    INK = "ink"
    """Solid black, part of the line art: pupils, spot blacks."""


@dataclass(frozen=True)
class Paint:
    """A color to be chosen. Parts of one paint have one color.

    `key` names it within the scene ("girl.hair"); `material` says what it is (a key of `materials.MATERIALS`), which
    decides from where its color is chosen and how light acts on it. `of` is the key of the paint that it is a shade of
    (brows of the hair, lips of the skin), else "".
    """

    key: str
    material: str
    of: str = ""


@dataclass(frozen=True)
class Stroke:
    """A line of the line art.

    `points`: (n, 2), dense enough to be a curve. `weight` is a share of the pen's width: 1 for contours, about 0.6
    inside, 1.5 and more for lash lines. `taper` is how much of the length thins out at (start, end), 0..1; (0, 0) for a
    line that ends bluntly or meets others. `pressure` multiplies the width along the line: (m,) values spread evenly.
    `inside` strokes end at the border of their part.
    """

    points: Points
    weight: float = 1.0
    taper: tuple[float, float] = (0.25, 0.25)
    pressure: tuple[float, ...] = ()
    inside: bool = False


@dataclass(frozen=True)
class Mark:
    """A shape put by hand inside a part: it goes no farther than the part's outline.

    `outline`: (n, 2), closed; `strength` 0..1; `blur` in canvas units, 0 for a hard edge.
    """

    kind: MarkKind
    outline: Points
    strength: float = 1.0
    blur: float = 0.0


@dataclass(frozen=True)
class Part:
    """A thing with one color. Parts are painted from back to front; each hides what lies behind it, lines too.

    `name` says what it is, from the general to the special ("hair.bangs"). `rings` are closed outlines, (n, 2) each,
    filled by the even-odd rule; none for a part that is only strokes. `clips` bound what is painted of the part and of
    its strokes and marks (an iris within the eye). `form` gives the normals. `depth` of its middle toward the viewer
    decides what throws shadows on what. `layer` orders the parts of one thing: lower is farther back; of equals the
    later is in front. Parts that share a `region` (not "") are one region, as parts of one thing that no line parts.
    `colored` is False for what must stay paper.
    """

    name: str
    paint: Paint
    rings: tuple[Points, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()
    form: Form = field(default_factory=Inflated)
    depth: float = 0.0
    layer: float = 0.0
    clips: tuple[Points, ...] = ()
    region: str = ""
    colored: bool = True

    def placed(self, frame: Frame, depth: float = 0.0, layer: float = 0.0) -> Part:
        """The part seen through `frame`; `depth` (canvas units) and `layer` are added to its own."""
        return placed((self,), frame, depth, layer)[0]


def placed(parts: Sequence[Part], frame: Frame, depth: float = 0.0, layer: float = 0.0) -> list[Part]:
    """Every part seen through `frame`; `depth` (canvas units) and `layer` are added to their own."""
    scale = frame.scale
    # All curves at once: a drawing has thousands, each of a few points.
    curves = iter(frame.each([curve for part in parts for curve in _curves(part)]))
    return [
        Part(
            part.name,
            part.paint,
            tuple(next(curves) for _ in part.rings),
            tuple(Stroke(next(curves), s.weight, s.taper, s.pressure, s.inside) for s in part.strokes),
            tuple(Mark(mark.kind, next(curves), mark.strength, mark.blur * scale) for mark in part.marks),
            part.form.placed(frame),
            part.depth * scale + depth,
            part.layer + layer,
            tuple(next(curves) for _ in part.clips),
            part.region,
            part.colored,
        )
        for part in parts
    ]


def _curves(part: Part) -> Iterator[Points]:
    yield from part.rings
    yield from (stroke.points for stroke in part.strokes)
    yield from (mark.outline for mark in part.marks)
    yield from part.clips


def in_order(parts: Sequence[Part]) -> list[Part]:
    """The parts from back to front by their layer; of equals the later stays in front."""
    return sorted(parts, key=lambda part: part.layer)


@dataclass(frozen=True)
class Scene:
    """A whole drawing: parts from back to front on a canvas of `width` x `height` canvas units (short side 1).

    `kind` names what it shows ("figure.portrait"). `pen_scale` multiplies the pen's width: below 1 where things are
    small.
    """

    kind: str
    width: float
    height: float
    parts: tuple[Part, ...]
    pen_scale: float = 1.0


def canvas_ring(width: float, height: float, margin: float = 0.02) -> Points:
    """The border of a canvas, a little outside it, as a ring."""
    m = margin
    return np.array([(-m, -m), (width + m, -m), (width + m, height + m), (-m, height + m)], np.float64)


Random = np.random.Generator
"""Where every choice comes from."""

Array = NDArray[np.float32]
