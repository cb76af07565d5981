"""Open mouths, with what is seen inside them: teeth, tongue, the dark."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hintpen.training.artist.curves import Values
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.mouths import MouthPlace, MouthStyle, closed_mouth
from hintpen.training.artist.figure.sitter import OnSkin, Sitter
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part, Random, Stroke

SHAPES: dict[str, tuple[float, float, float]] = {
    "open": (1.0, 0.08, 0.15),
    "o": (0.42, 0.13, 0.0),
    "shout": (1.05, 0.2, 0.08),
    "grin": (1.2, 0.115, 0.0),
    "grit": (1.1, 0.115, 0.0),
    "parted": (0.62, 0.035, 0.0),
}
"""By kind: width as a share of the closed mouth's, how far open at least, and how much more the mood opens it."""

_U = np.linspace(-1, 1, 25)


def mouth_parts(random: Random, sitter: Sitter, skin: OnSkin, style: MouthStyle, mood: Expression) -> list[Part]:
    """The mouth of an expression, closed or open; the shadow below it goes onto the skin."""
    kind = mood.mouth[random.integers(len(mood.mouth))]
    if kind not in SHAPES:
        return closed_mouth(random, sitter, skin, style, mood, kind)
    wide, least, more = SHAPES[kind]
    place = MouthPlace(sitter, style.width / 2 * wide * random.uniform(0.9, 1.1))
    deep = (least + more * mood.open) * random.uniform(0.85, 1.15)
    top, bottom = _rims(kind, deep, mood.smile * 0.22 * place.half, mood.smile > 0.3)
    upper, lower = place.at(_U, top), place.at(_U, bottom)
    ring = np.concatenate([upper, lower[::-1]])
    # A mouth that is hardly open has thin lips, or a broad pen would fill it.
    weight = float(np.clip(deep / 0.14, 0.45, 0.9))
    strokes = [Stroke(upper, weight, (0.15, 0.15), (1.15, 0.9, 0.8, 0.9, 1.15))]
    # Many leave the lower rim of a smile open, or hardly touch it.
    strokes.append(Stroke(lower, weight * (0.85 if random.random() < 0.75 else 0.55), (0.2, 0.2)))
    if style.lips != "none" and kind != "shout" and sitter.fine(0.08):
        place.under_lip(skin, float(bottom.max()) + 0.06, bool(random.random() < 0.4))
    if kind in ("grin", "grit"):
        inside = _clenched(random, place, kind, ring, top, bottom)
    else:
        inside = [_inner(place, "face.mouth", "mouth", ring, ring, None)]
        if kind != "parted" and sitter.fine(0.05):
            inside.extend(_inside(random, place, style, ring, top, bottom, teeth=style.teeth and kind != "o"))
    return [*inside, place.lines(strokes)]


def _rims(kind: str, deep: float, lift: float, smiling: bool) -> tuple[Values, Values]:
    """v of the upper and the lower lip along u."""
    far = np.abs(_U)
    if kind == "o":
        round_ = 0.5 * deep * np.sqrt(1 - _U**2)
        return -round_, round_
    corners = -lift * far**1.7
    if kind == "shout":
        top = corners - 0.03 * (1 - _U**2)
    else:
        top = corners + 0.012 * np.exp(-((_U / 0.2) ** 2))
    if smiling:
        return top, corners + deep * (1 - far**1.5) ** 0.62
    return top, corners + deep * (1 - far**2.6) ** 0.5


def _inner(place: MouthPlace, name: str, material: str, shape: Points, ring: Points, line: Points | None) -> Part:
    """Something in the mouth, bounded by its rims."""
    sitter = place.sitter
    return Part(
        name,
        sitter.looks.paint(material, material),
        (shape,),
        (Stroke(line, 0.5, (0.2, 0.2)),) if line is not None else (),
        form=Plane(),
        depth=0.29,
        layer=layers.FACE,
        clips=(ring, sitter.outline.ring),
    )


def _inside(
    random: Random, place: MouthPlace, style: MouthStyle, ring: Points, top: Values, bottom: Values, teeth: bool
) -> list[Part]:
    """Tongue below, teeth above."""
    parts: list[Part] = []
    deep = bottom - top
    if style.tongue:
        reach = random.uniform(0.38, 0.58)
        hill = place.at(_U, bottom - reach * deep * np.clip(1 - (_U / 0.78) ** 2, 0, 1) ** 0.6)
        floor = place.at(_U, bottom + 0.01)
        parts.append(_inner(place, "face.tongue", "tongue", np.concatenate([hill, floor[::-1]]), ring, hill[3:-3]))
    if teeth:
        high = min(0.3 * float(deep.max()), 0.05)
        edge = place.at(_U, top + high * np.clip(1.15 - np.abs(_U), 0, 1) ** 0.4)
        roof = place.at(_U, top - 0.01)
        parts.append(_inner(place, "face.teeth", "tooth", np.concatenate([roof, edge[::-1]]), ring, edge))
    if style.fang:
        for way in (-1.0, 1.0):
            v = float(np.interp(way * 0.5, _U, top))
            fang = place.at(way * 0.5 + np.array([-0.13, 0.13, 0.0]), v + np.array([-0.005, -0.005, 0.055]))
            parts.append(_inner(place, "face.teeth", "tooth", fang, ring, fang[[0, 2, 1]]))
    return parts


def _clenched(random: Random, place: MouthPlace, kind: str, ring: Points, top: Values, bottom: Values) -> list[Part]:
    """All teeth, with the line of the bite and, when gritted, those between them."""
    bite = place.at(_U, top + (bottom - top) * 0.52)
    bitten = place.sitter.fine(0.1) and (kind == "grit" or random.random() < 0.4)
    teeth = _inner(place, "face.teeth", "tooth", ring, ring, bite if bitten else None)
    if kind != "grit" or not place.sitter.fine(0.14):
        return [teeth]
    gaps = [
        Stroke(place.at([u, u], [float(np.interp(u, _U, top)), float(np.interp(u, _U, bottom))]), 0.4, (0.1, 0.1))
        for u in np.linspace(-0.62, 0.62, 5)
    ]
    return [replace(teeth, strokes=(*teeth.strokes, *gaps))]
