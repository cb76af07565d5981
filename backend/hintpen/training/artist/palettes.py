"""Which color each paint gets: harmonies and moods for what may be any color, natural ranges for what may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.oklab import from_lch, to_lch
from hintpen.training.artist.records import Paint, Random

Color = np.ndarray
"""(3,) sRGB, 0..1."""

HARMONIES: tuple[tuple[float, ...], ...] = (
    (0, 0, 15),
    (0, 30, -30),
    (0, 180, 20),
    (0, 150, 210),
    (0, 120, 240),
    (0, 90, 180, 270),
    (0, 180),
)
"""Hues away from the first one, in degrees: one hue, neighbors, complements, split complements, triad, tetrad."""


@dataclass(frozen=True)
class Mood:
    """Which lightness and chroma the free colors have, and what tints everything a little."""

    hues: tuple[float, ...]
    lightness: tuple[float, float]
    chroma: tuple[float, float]


Range = tuple[float, float, float, float, float, float, float]
"""Lightness from and to, chroma from and to, hue from and to (degrees), and how often among its fellows."""

NATURAL: dict[str, tuple[Range, ...]] = {
    "skin": (
        (0.86, 0.94, 0.03, 0.055, 45, 70, 4),
        (0.76, 0.86, 0.05, 0.08, 50, 70, 2),
        (0.62, 0.76, 0.06, 0.1, 50, 68, 1.5),
        (0.45, 0.62, 0.06, 0.09, 48, 65, 1.2),
        (0.32, 0.45, 0.04, 0.065, 45, 60, 0.8),
        (0.7, 0.85, 0.05, 0.1, 130, 320, 0.25),
    ),
    "hair": (
        (0.16, 0.3, 0.005, 0.03, 20, 300, 2),
        (0.3, 0.48, 0.03, 0.07, 40, 70, 2),
        (0.5, 0.7, 0.06, 0.1, 55, 80, 1),
        (0.78, 0.92, 0.04, 0.11, 80, 100, 1.5),
        (0.45, 0.65, 0.11, 0.18, 30, 55, 1),
        (0.8, 0.95, 0.0, 0.02, 0, 360, 0.8),
        (0.4, 0.85, 0.07, 0.17, 0, 360, 3),
    ),
    "iris": ((0.35, 0.55, 0.04, 0.08, 45, 80, 1.5), (0.4, 0.7, 0.08, 0.18, 0, 360, 3)),
    "sclera": ((0.95, 0.99, 0.0, 0.01, 0, 360, 1),),
    "pupil": ((0.1, 0.25, 0.0, 0.05, 0, 360, 1),),
    "tooth": ((0.94, 0.99, 0.0, 0.015, 90, 110, 1),),
    "mouth": ((0.35, 0.5, 0.08, 0.13, 15, 30, 1),),
    "tongue": ((0.62, 0.74, 0.09, 0.14, 10, 28, 1),),
    "metal": ((0.55, 0.85, 0.0, 0.02, 200, 280, 1),),
    "gold": ((0.72, 0.86, 0.1, 0.15, 80, 100, 1),),
    "glass": ((0.8, 0.95, 0.01, 0.05, 180, 260, 1),),
    "wood": ((0.4, 0.72, 0.05, 0.1, 50, 75, 1),),
    "bark": ((0.32, 0.55, 0.02, 0.06, 45, 80, 1),),
    "leaf": ((0.45, 0.78, 0.09, 0.17, 115, 160, 1),),
    "grass": ((0.6, 0.85, 0.09, 0.17, 110, 145, 1),),
    "earth": ((0.45, 0.7, 0.04, 0.08, 50, 80, 1),),
    "sand": ((0.8, 0.92, 0.04, 0.08, 75, 95, 1),),
    "stone": ((0.5, 0.8, 0.0, 0.025, 0, 360, 1),),
    "brick": ((0.45, 0.65, 0.08, 0.13, 30, 50, 1),),
    "plaster": ((0.82, 0.96, 0.005, 0.04, 30, 120, 1),),
    "road": ((0.4, 0.65, 0.0, 0.02, 220, 300, 1),),
    "water": ((0.5, 0.8, 0.06, 0.12, 200, 245, 1),),
    "sky": (
        (0.75, 0.92, 0.04, 0.1, 215, 250, 4),
        (0.6, 0.85, 0.06, 0.12, 20, 60, 1),
        (0.25, 0.4, 0.06, 0.1, 260, 290, 1),
    ),
    "cloud": ((0.92, 0.99, 0.0, 0.02, 0, 360, 1),),
    "snow": ((0.94, 0.99, 0.0, 0.015, 220, 260, 1),),
    "fire": ((0.65, 0.85, 0.14, 0.2, 40, 85, 1),),
    "bread": ((0.6, 0.8, 0.08, 0.13, 60, 80, 1),),
    "meat": ((0.45, 0.65, 0.1, 0.16, 20, 45, 1),),
    "cream": ((0.93, 0.98, 0.01, 0.03, 70, 100, 1),),
    "horn": ((0.6, 0.9, 0.02, 0.06, 60, 95, 2), (0.2, 0.4, 0.01, 0.05, 0, 360, 1)),
    "fur": ((0.3, 0.9, 0.0, 0.1, 40, 80, 1),),
    "denim": ((0.3, 0.6, 0.05, 0.1, 245, 270, 1),),
    "leather": ((0.25, 0.55, 0.03, 0.09, 35, 70, 1),),
    "paper": ((1.0, 1.0, 0.0, 0.0, 0, 0, 1),),
}
"""Materials whose colors the world has settled; all others take theirs from the mood."""


def choose_mood(random: Random) -> Mood:
    """A harmony with its lightness and chroma: pastel, vivid, muted, dark."""
    base = random.uniform(0, 360)
    hues = tuple((base + h) % 360 for h in HARMONIES[random.integers(len(HARMONIES))])
    lightness, chroma = (
        ((0.72, 0.93), (0.03, 0.1)),
        ((0.5, 0.85), (0.1, 0.22)),
        ((0.4, 0.8), (0.03, 0.09)),
        ((0.22, 0.6), (0.05, 0.15)),
    )[random.choice(4, p=(0.28, 0.34, 0.22, 0.16))]
    return Mood(hues, lightness, chroma)


def choose_colors(paints: Sequence[Paint], touching: Mapping[str, Sequence[str]], random: Random) -> dict[str, Color]:
    """A color for each paint's key. `touching`: keys of the paints that each one's parts border on."""
    mood = choose_mood(random)
    colors: dict[str, Color] = {}
    for paint in sorted(paints, key=lambda p: bool(p.of)):
        if paint.of and paint.of in colors:
            colors[paint.key] = _shade_of(colors[paint.of], paint, random)
            continue
        beside = [colors[key] for key in touching.get(paint.key, ()) if key in colors]
        tries = [_pick(paint, mood, random) for _ in range(4)]
        colors[paint.key] = max(tries, key=lambda color: _contrast(color, beside))
    return colors


def _contrast(color: Color, beside: Sequence[Color]) -> float:
    lightness = to_lch(color)[0]
    return min((abs(lightness - to_lch(other)[0]) for other in beside), default=0.0)


def _pick(paint: Paint, mood: Mood, random: Random) -> Color:
    ranges = NATURAL.get(paint.material)
    if ranges is None:
        hue = mood.hues[random.integers(len(mood.hues))] + random.normal(0, 8)
        chroma = random.uniform(*mood.chroma) if random.random() > 0.2 else random.uniform(0, 0.02)
        return from_lch(random.uniform(*mood.lightness), chroma, hue)
    weights = np.array([r[6] for r in ranges])
    r = ranges[random.choice(len(ranges), p=weights / weights.sum())]
    return from_lch(random.uniform(r[0], r[1]), random.uniform(r[2], r[3]), random.uniform(r[4], r[5]))


def _shade_of(color: Color, paint: Paint, random: Random) -> Color:
    lightness, chroma, hue = to_lch(color)
    if paint.material in ("lip", "nail"):
        return from_lch(
            lightness * random.uniform(0.72, 0.9), chroma + random.uniform(0.03, 0.08), 20 + random.normal(0, 6)
        )
    step = random.uniform(0.06, 0.16) * (-1 if lightness > 0.35 else 1)
    return from_lch(lightness + step, chroma * random.uniform(0.9, 1.15), hue + random.normal(0, 8))
