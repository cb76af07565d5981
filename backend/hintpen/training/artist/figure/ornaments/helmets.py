"""Helmets: a knight's, open at the face, and a pilot's with goggles."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import loop, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.ornaments.eyewear import goggles
from hintpen.training.artist.figure.ornaments.fitting import (
    SHELL,
    Place,
    Wearer,
    around,
    band,
    dome,
    hull,
    inner,
    near_arc,
    outer,
    piece,
    shade,
    solid,
)
from hintpen.training.artist.figure.ornaments.hats import ROUND, cuff, meridian, rounded, scaled
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.records import Part, Stroke

LAYER = layers.HAT


def knight(wearer: Wearer) -> list[Part]:
    """A steel helmet open at the face: a ridge, a brow band, cheek plates, at times wings or a plume."""
    r = wearer.random
    steel = wearer.looks.paint("helmet", "metal")
    trim = wearer.looks.paint("helmet.trim", "gold") if r.random() < 0.6 else steel
    place = wearer.put(0, -0.26, 0.0, wearer.near(5, 0.6))
    wide, high = SHELL + 0.06, 1.08
    crown = dome(place, solid(scaled(ROUND, wide, high)), wide)
    lines = [outer(crown.over, 1.15)]
    ridge, seen = meridian(place, 0.0, wide, high)
    if seen:
        lines.append(inner(ridge, 0.7, 0.02, 0.1))
    parts: list[Part] = []
    if r.random() < 0.5:
        parts.append(_crest(wearer, place, wide, high))
    parts.append(piece("helmet", steel, crown.ring, lines, layer=LAYER, form=rounded(place, wide, 0.9)))
    for side in (-1.0, 1.0):
        plate = _cheek(wearer, side)
        if plate is None:
            continue
        far = side == wearer.far and wearer.turn > 0.2
        parts.append(
            piece(
                "helmet.cheek",
                steel,
                plate,
                [outer(around(plate), 1.05)],
                layer=LAYER - 0.1 if not far else layers.BANGS + 2,
                form=Inflated(0.35, 0.8),
            )
        )
    ring, upper, lower = cuff(place, wide + 0.02, 0.04, -0.17, 0.0)
    ends = [outer(ring[[0, -1]], 1, 0), outer(ring[[len(upper) - 1, len(upper)]], 1, 0)]
    parts.append(
        piece(
            "helmet.band",
            trim,
            ring,
            [outer(upper, 0.9), outer(lower, 1.05), *ends],
            layer=LAYER + 0.2,
            depth=0.54,
            form=Inflated(0.1),
        )
    )
    if r.random() < 0.4:
        parts += _wings(wearer)
    return parts


def _cheek(wearer: Wearer, side: float) -> np.ndarray | None:
    """A plate from the band down over the ear to the jaw."""
    wide = SHELL + 0.04
    # Of the far plate only what does not turn away is seen.
    last = 94 - abs(wearer.head.yaw) if side == wearer.far else 180
    if last < 66:
        return None
    angles = np.radians(np.minimum([98, 74, 56, 60, 70, 84, 104, 112], last))
    y = np.array([-0.3, -0.3, -0.26, 0.2, 0.72, 0.98, 0.8, 0.2])
    r = wide * np.array([1, 1, 1, 0.98, 0.92, 0.88, 0.95, 1])
    space = np.stack([side * r * np.sin(angles), y, r * np.cos(angles)], 1)
    seen = wearer.head.turned(space)
    return loop(seen[:, :2] + np.array(wearer.head.origin), 5)


def _crest(wearer: Wearer, place: Place, r: float, high: float) -> Part:
    """A brush of horsehair that stands along the ridge."""
    a = np.radians(np.linspace(-52, 88, 41))
    tall = wearer.random.uniform(0.3, 0.5) * np.sin(np.linspace(0.55, np.pi - 0.12, 41)) ** 0.5
    foot = np.stack([0 * a, -high * np.cos(a), -r * np.sin(a)], 1)
    tip = np.stack([0 * a, -(high + tall) * np.cos(a), -(r + tall) * np.sin(a)], 1)
    thick = np.array([0.1, 0.0, 0.0])
    low, up = place.seen(foot), place.seen(tip)
    ring = hull(place.seen(np.concatenate([foot + thick, foot - thick, tip + thick, tip - thick])))
    flat = wearer.turn > 0.2
    outline = band(up, low) if flat else ring
    lines = [outer(around(outline), 1.1)]
    lines += [
        inner(np.stack([low[i] * 0.7 + up[i] * 0.3, low[i] * 0.1 + up[i] * 0.9]), 0.5, 0.3, 0.2)
        for i in range(3, 39, 4)
        if flat and wearer.fine(0.08)
    ]
    paint = wearer.looks.paint("plume", "cloth")
    marks = [shade(band(low, low * 0.6 + up * 0.4), 0.6)] if flat else []
    layer = LAYER + 0.1 if flat else LAYER - 0.1
    return piece("helmet.crest", paint, outline, lines, marks, layer=layer, depth=0.55, form=Inflated(0.3))


def _wings(wearer: Wearer) -> list[Part]:
    """A small wing at each temple."""
    white = wearer.looks.paint("helmet.wing", "feather")
    parts: list[Part] = []
    for side in (-1.0, 1.0):
        place = wearer.put(side * (SHELL + 0.1), -0.2, 0.1, 0, side * 22, side * 62)
        if place.near < -0.6:
            continue
        knots = [
            (0.0, 0.2),
            (-0.25, -0.1),
            (-0.2, -0.5),
            (0.1, -0.95),
            (0.32, -1.25),
            (0.4, -0.85),
            (0.56, -0.88),
            (0.5, -0.5),
            (0.64, -0.45),
            (0.5, -0.1),
            (0.3, 0.15),
        ]
        lines_of = ([(0.02, 0.0), (0.16, -0.4), (0.38, -0.82)], [(0.15, 0.02), (0.3, -0.25), (0.5, -0.48)])
        turn = np.array([(-side * wearer.far) if wearer.turn > 0.3 else side, 1.0])
        ring = place.flat(spline(np.array(knots) * turn, 4), 0.55)
        lines: list[Stroke] = [outer(around(ring), 1.0)]
        lines += [inner(place.flat(spline(np.array(k) * turn, 4), 0.55), 0.55, 0.1, 0.2) for k in lines_of]
        layer = LAYER + 0.4 if place.near > -0.2 else layers.BACK_HAIR - 1
        parts.append(piece("helmet.wing", white, ring, lines, layer=layer, depth=0.56, form=Inflated(0.3, 0.6)))
    return parts


def pilot(wearer: Wearer) -> list[Part]:
    """A pilot's cap of leather with goggles on it and flaps over the ears."""
    leather = wearer.looks.paint("helmet", "leather")
    place = wearer.put(0, -0.3, 0.0, wearer.near(7, 0.5))
    wide, high = SHELL + 0.05, 1.02
    crown = dome(place, solid(scaled(ROUND, wide, high)), wide)
    lines = [outer(crown.over, 1.1), outer(crown.front, 1.05)]
    for azimuth in (-42.0, 42.0):
        line, seen = meridian(place, azimuth, wide, high)
        if seen:
            lines.append(inner(line, 0.5, 0.02, 0.1))
    low = band(crown.front, near_arc(place, wide, -0.14))
    parts: list[Part] = []
    for side in (-1.0, 1.0):
        a = np.radians([112, 90, 62, 66, 84, 104])
        y = np.array([-0.3, -0.32, -0.3, 0.35, 0.75, 0.45])
        flap = np.stack([side * wide * np.sin(a), y, wide * np.cos(a)], 1)
        seen3 = wearer.head.turned(flap)
        if side == wearer.far and wearer.turn > 0.6:
            continue
        ring = loop(seen3[:, :2] + np.array(wearer.head.origin), 5)
        ring = hull(ring)
        parts.append(piece("helmet.flap", leather, ring, [outer(around(ring), 1.0)], layer=LAYER - 0.2))
    parts.append(piece("helmet", leather, crown.ring, lines, [shade(low, 0.4)], layer=LAYER, form=rounded(place, wide)))
    return [*parts, *goggles(wearer, 0.98)]
