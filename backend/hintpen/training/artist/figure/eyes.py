"""Eyes: lashes, creases and closed eyes here; `lids` has their form, `irises` what lies between."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import joined, offset, profile, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.eye_styles import EyeStyle
from hintpen.training.artist.figure.irises import Gaze, iris_parts
from hintpen.training.artist.figure.lids import ACROSS, Lids, lids_of
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke


def eye_parts(random: Random, sitter: Sitter, style: EyeStyle, mood: Expression, gaze: Gaze, side: float) -> list[Part]:
    """One eye; `side` is -1 for the viewer's left one."""
    far = side == sitter.far
    if far and sitter.skull.behind(sitter.head, side * (sitter.skull.eye_x + style.width * 0.02), sitter.skull.eye):
        return []
    lids = lids_of(style, mood, sitter, side)
    if mood.shut and (far or not mood.wink):
        return _shut(lids, style, mood)
    ring = np.concatenate([lids.seen(ACROSS, lids.upper), lids.seen(ACROSS[::-1], lids.lower[::-1])])
    shadow = np.concatenate(
        [lids.seen(ACROSS, lids.upper), lids.seen(ACROSS[::-1], (lids.upper + 0.28 * (lids.lower - lids.upper))[::-1])]
    )
    clips = (sitter.outline.ring,) if far and sitter.turn > 0.4 else ()
    white = Part(
        "eye.sclera",
        sitter.looks.paint("sclera", "sclera"),
        (ring,),
        marks=(Mark(MarkKind.SHADE, shadow, 0.7, 0.02 if style.soft else 0.0),),
        form=Plane(),
        depth=0.3,
        layer=layers.FACE,
        clips=clips,
    )
    within = (ring, *clips)
    return [white, *iris_parts(random, lids, style, mood, gaze, within), _lines(lids, style, mood)]


def _lines(lids: Lids, style: EyeStyle, mood: Expression) -> Part:
    """Lash line, lashes, lower lid and crease. The lash line is solid ink on skin."""
    sitter = lids.sitter
    shape = lash_shape(lids, style)
    strokes = [*_under(lids, style), *_spikes(lids, style)]
    if style.fold and sitter.fine(0.045):
        height = style.fold * (1 + 0.25 * max(0.0, 1 - mood.lid))
        u = np.linspace(-0.55, 0.8, 15)
        crease = lids.seen(u, lids.up(u) - style.lash * 0.6 - height * (0.75 + 0.25 * np.cos(u * 1.6)))
        strokes.append(Stroke(crease, 0.6, (0.4, 0.5)))
    return Part(
        "eye.lash",
        sitter.looks.paint("skin", "skin"),
        (shape,),
        strokes=tuple(strokes),
        marks=(Mark(MarkKind.INK, shape),),
        form=sitter.form,
        depth=0.3,
        layer=layers.FACE,
        region=sitter.region,
    )


def lash_shape(lids: Lids, style: EyeStyle) -> Points:
    """The ring of the upper lash line with its wing."""
    u = np.linspace(-1.0, 0.8, 20)
    wing = style.wing / lids.half
    corner = float(lids.up(0.86)) * 0.62
    spine = spline(
        [
            *np.stack([u, lids.up(u)], 1)[::3],
            (0.97, corner),
            (1.02 + wing, corner + style.wing * (0.55 - style.flick)),
        ],
        4,
    ) * (lids.half, 1.0)
    n = len(spine)
    above = style.lash * profile((0.12, 0.4, 0.66, 0.85, 1.0, 1.02, 0.8, 0.0), n)
    below = style.lash * profile((0.1, 0.22, 0.28, 0.3, 0.35, 0.55, 0.5, 0.0), n)
    top, bottom = offset(spine, -above), offset(spine, below)
    ring = np.concatenate([top, bottom[::-1]])
    return lids.seen(ring[:, 0] / lids.half, ring[:, 1])


def _under(lids: Lids, style: EyeStyle) -> list[Stroke]:
    """The lower lid's line, from the outer corner inward, and its lashes."""
    u = np.linspace(0.98, 0.98 - 1.9 * style.under, 16)
    strokes = [Stroke(lids.seen(u, lids.low(u)), 0.75, (0.1, 0.6))]
    if lids.sitter.fine(0.12):
        for at in np.linspace(0.85, 0.3, style.low_lashes):
            v = float(lids.low(at))
            tip = lids.seen(np.array([at, at + 0.07, at + 0.16]), np.array([v, v + 0.025, v + 0.04]))
            strokes.append(Stroke(tip, 0.7, (0.0, 0.8)))
    return strokes


def _spikes(lids: Lids, style: EyeStyle) -> list[Stroke]:
    """Lashes that part from the lash line near its outer end."""
    if not lids.sitter.fine(0.09):
        return []
    strokes: list[Stroke] = []
    for number in range(style.spikes):
        u = 0.88 - 0.2 * number
        v = float(lids.up(u)) - style.lash * 0.5
        reach = style.wing * (1.25 - 0.2 * number)
        knots = np.array([(0.0, 0.0), (0.55, -0.25), (1.0, -0.8)]) * reach
        strokes.append(Stroke(lids.seen(u + knots[:, 0] / lids.half, v + knots[:, 1]), 1.5, (0.0, 0.9)))
    return strokes


def _shut(lids: Lids, style: EyeStyle, mood: Expression) -> list[Part]:
    """A closed eye: one swelling arc, with lashes at its outer end."""
    sitter = lids.sitter
    u = np.linspace(-0.95, 1.02, 25)
    strokes: list[Stroke] = []
    if mood.shut == "tight":
        knots = np.array([(0.75, -style.top * 0.75), (-0.55, 0.0), (0.75, style.bottom * 0.9)])
        leg = joined(spline(knots[:2], 6), spline(knots[1:], 6)) * (lids.half, 1)
        shape = _thick(leg, style.lash * 0.8, (0.2, 0.9, 1.0, 0.9, 0.2))
    else:
        if mood.shut == "happy":
            height = 0.55 * (style.top + style.bottom)
            v = style.bottom * 0.45 - height * np.cos(u * np.pi / 2 * 0.96) ** 0.85
        else:
            v = style.bottom * 0.25 + style.bottom * 0.65 * (1 - np.abs(u) ** 2.2)
        shape = _thick(np.stack([u * lids.half, v], 1), style.lash, (0.15, 0.6, 0.8, 0.95, 1.0, 0.25))
        for number in range(style.spikes if sitter.fine(0.09) else 0):
            at = len(u) - 2 - 3 * number
            knots = np.array([(0, 0), (0.6, 0.18), (1.1, 0.28 if mood.shut == "calm" else -0.1)]) * style.wing
            strokes.append(Stroke(lids.seen(u[at] + knots[:, 0] / lids.half, v[at] + knots[:, 1]), 1.3, (0.0, 0.9)))
        if style.fold and mood.shut == "calm" and sitter.fine(0.09):
            crease = lids.seen(u[4:-4], v[4:-4] - style.top * 0.5 - 0.3 * style.fold)
            strokes.append(Stroke(crease, 0.55, (0.5, 0.5)))
    ring = lids.seen(shape[:, 0] / lids.half, shape[:, 1])
    return [
        Part(
            "eye.closed",
            sitter.looks.paint("skin", "skin"),
            (ring,),
            strokes=tuple(strokes),
            marks=(Mark(MarkKind.INK, ring),),
            form=sitter.form,
            depth=0.3,
            layer=layers.FACE,
            region=sitter.region,
        )
    ]


def _thick(spine: Points, width: float, pressure: tuple[float, ...]) -> Points:
    half = width / 2 * profile(pressure, len(spine))
    return np.concatenate([offset(spine, half), offset(spine, -half)[::-1]])
