"""Eyebrows: a thin line, a tapered stroke or a shape of hair."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hintpen.training.artist.curves import closed, offset, profile, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.eye_styles import EyeStyle
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke


@dataclass(frozen=True)
class BrowStyle:
    """`kind`: "line", "ink" (solid) or "hair" (outlined, colored); `thick` in head units; `arch`: how far the middle
    stands above the ends, `peak`: where along its length; `slope`: how much higher the outer end is; `drop`: how far it
    comes down behind the peak; `gap`: height above the eye; `through`: drawn through the bangs too.
    """

    kind: str
    thick: float
    arch: float
    peak: float
    drop: float
    slope: float
    gap: float
    length: float
    through: bool


def choose_brows(random: Random, looks: Looks, eyes: EyeStyle) -> BrowStyle:
    """Thicker, straighter and lower on men."""
    kind = str(random.choice(("line", "ink", "hair"), p=(0.42, 0.13, 0.45)))
    if looks.masculine > 0.6 and kind == "line" and random.random() < 0.6:
        kind = "hair"
    return BrowStyle(
        kind=kind,
        thick=random.uniform(0.028, 0.055) + 0.04 * looks.masculine * random.uniform(0.4, 1.2) + 0.015 * looks.old,
        arch=random.uniform(0.03, 0.09) * (1 - 0.5 * looks.masculine),
        peak=random.uniform(0.42, 0.74),
        drop=random.uniform(0.0, 0.05) * (1 - 0.5 * looks.masculine),
        slope=random.normal(0.015, 0.02) + 0.02 * looks.masculine,
        gap=eyes.top + eyes.lash + random.uniform(0.09, 0.16) * (1 - 0.3 * looks.masculine),
        length=random.uniform(0.4, 0.5) * (1 - 0.25 * float(kind == "line" and random.random() < 0.2)),
        through=bool(random.random() < 0.32),
    )


def brow_parts(sitter: Sitter, style: BrowStyle, mood: Expression, side: float) -> list[Part]:
    """One eyebrow, and if it shows through the bangs, its line over them."""
    skull = sitter.skull
    inner, middle, outer = mood.brow
    away = skull.eye_x - 0.22
    knots = np.array(
        [
            (away, skull.eye - style.gap + 0.02 - inner),
            (away + style.length * style.peak * 0.5, skull.eye - style.gap - style.arch * 0.72 - (inner + middle) / 2),
            (away + style.length * style.peak, skull.eye - style.gap - style.arch - style.slope * 0.7 - middle),
            (away + style.length, skull.eye - style.gap - style.slope + style.drop - outer),
        ]
    )
    if side == sitter.far and skull.behind(sitter.head, side * (away + 0.1), skull.eye - style.gap):
        return []
    spine = spline(knots, 6) * (side, 1)
    paint, clips = sitter.looks.paint("brow", "hair", "hair"), ()
    if side == sitter.far and sitter.turn > 0.4:
        clips = (sitter.outline.ring,)
    spot = Part("face.brow", paint, form=sitter.form, depth=0.31, layer=layers.FACE, clips=clips)
    if style.kind == "line":
        line = Stroke(sitter.at(spine), 1.15, (0.3, 0.6))
        parts = [replace(spot, strokes=(line,))]
    else:
        half = style.thick / 2 * profile((0.62, 0.95, 1.0, 0.8, 0.45, 0.05), len(spine))
        ring = sitter.at(np.concatenate([offset(spine, half), offset(spine, -half)[::-1]]))
        solid = style.kind == "ink"
        marks = (Mark(MarkKind.INK, ring),) if solid else ()
        strokes = () if solid else (Stroke(closed(ring), 0.6, (0.1, 0.1)),)
        line = Stroke(closed(ring), 0.5, (0.1, 0.1))
        parts = [replace(spot, rings=(ring,), strokes=strokes, marks=marks)]
    if style.through:
        parts.append(replace(spot, strokes=(line,), layer=layers.OVER_HAIR))
    return parts
