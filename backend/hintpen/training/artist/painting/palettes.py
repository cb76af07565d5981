"""Which color each paint gets: a mood and its harmony for what may be any color, natural ranges for what may not.

The way of an illustrator: what the world has settled first (skin, hair, leaves), then the large free things from the
mood's leading hue, small ones as accents, the ground behind last, so that everything stands off from what it touches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.painting.natural_colors import NATURAL
from hintpen.training.artist.painting.oklab import from_lch, from_oklab, to_lch, to_oklab
from hintpen.training.artist.records import Paint, Random

Color = NDArray[np.float64]
"""(3,) sRGB, 0..1."""

Borders = Mapping[str, Mapping[str, int]]
"""For each paint's key the keys that it borders on, and along how many pixels."""

HARMONIES: tuple[tuple[tuple[float, ...], float], ...] = (
    ((0, 8, -10), 1.0),
    ((0, 28, -28), 2.0),
    ((0, 180, 20), 2.0),
    ((0, 150, 210), 1.5),
    ((0, 120, 240), 1.0),
    ((0, 90, 180, 270), 0.5),
    ((0, 60, 190), 1.0),
)
"""Hues away from the leading one in degrees, and how often: one hue, neighbors, complements, split complements, triad,
tetrad, neighbors with an accent."""

MOODS: tuple[tuple[tuple[float, float], tuple[float, float], float, float], ...] = (
    ((0.74, 0.94), (0.03, 0.09), 0.3, 1.3),
    ((0.5, 0.86), (0.11, 0.23), 0.22, 1.6),
    ((0.42, 0.82), (0.04, 0.1), 0.3, 1.4),
    ((0.24, 0.62), (0.05, 0.15), 0.35, 0.9),
    ((0.3, 0.92), (0.02, 0.2), 0.3, 1.2),
    ((0.15, 0.97), (0.0, 0.03), 0.85, 0.3),
)
"""Lightness, chroma, share of neutrals, how often: pastel, vivid, muted, deep, mixed, nearly without color."""

Row = TypeVar("Row", bound=tuple[Any, ...])

ENOUGH = 0.13
"""Neighbors this far apart in Oklab are told apart at a glance; more is not better."""

TRIES = 7


@dataclass(frozen=True)
class Mood:
    """Where free colors come from: hues in degrees, the leading one first; lightness and chroma from and to.

    `neutrals`: how often a thing is white, gray or black instead; `tint`: (2,) what is added to a and b of all colors.
    """

    hues: tuple[float, ...]
    lightness: tuple[float, float]
    chroma: tuple[float, float]
    neutrals: float
    tint: NDArray[np.float64]


def choose_mood(random: Random) -> Mood:
    """A harmony at a lightness and a chroma, with a tint that holds it together."""
    lead = random.uniform(0, 360)
    away = _weighted(HARMONIES, random)[0]
    lightness, chroma, neutrals, _ = _weighted(MOODS, random)
    angle = np.radians(lead + random.normal(0, 40))
    tint = np.array([np.cos(angle), np.sin(angle)]) * abs(random.normal(0, 0.008))
    return Mood(tuple((lead + a) % 360 for a in away), lightness, chroma, neutrals, tint)


def choose_colors(
    paints: Sequence[Paint], areas: Mapping[str, int], borders: Borders, random: Random
) -> dict[str, Color]:
    """A color for each paint's key. `areas` in pixels decide what leads; paints without one are chosen last."""
    mood = choose_mood(random)
    colors: dict[str, Color] = {}
    for paint in sorted(paints, key=lambda p: (_turn(p, areas), p.key)):
        beside = [(colors[key], length) for key, length in borders.get(paint.key, {}).items() if key in colors]
        base = colors.get(paint.of)
        tries: list[Color] = []
        for _ in range(TRIES):
            color = _pick(paint, mood, random) if base is None else _shade_of(base, paint, random)
            tries.append(color)
            if _apart(color, beside) >= ENOUGH:
                break
        colors[paint.key] = max(tries, key=lambda color: _apart(color, beside))
    return {key: _tinted(color, mood) for key, color in colors.items()}


def _turn(paint: Paint, areas: Mapping[str, int]) -> tuple[int, int]:
    """When a paint's color is chosen: settled things, then large free ones, what derives from others, the ground."""
    rank = 2 if paint.of else 3 if paint.material == "backdrop" else 0 if paint.material in NATURAL else 1
    return rank, -areas.get(paint.key, 0)


def _apart(color: Color, beside: Sequence[tuple[Color, int]]) -> float:
    """How well a color stands off from its neighbors: the least distance, long borders above all."""
    if not beside:
        return ENOUGH
    longest = max(length for _, length in beside)
    lab = to_oklab(color)
    distances = (
        # Value tells things apart before hue does.
        float(np.hypot(1.3 * (lab[0] - other[0]), 0.8 * np.hypot(lab[1] - other[1], lab[2] - other[2])))
        + 0.06 * (1 - length / longest)
        for other, length in ((to_oklab(c), n) for c, n in beside)
    )
    return min(distances)


def _pick(paint: Paint, mood: Mood, random: Random) -> Color:
    ranges = NATURAL.get(paint.material)
    if ranges is None:
        return _backdrop(mood, random) if paint.material == "backdrop" else _free(mood, random)
    r = _weighted(ranges, random)
    return from_lch(random.uniform(r[0], r[1]), random.uniform(r[2], r[3]), random.uniform(r[4], r[5]))


def _free(mood: Mood, random: Random) -> Color:
    """A color of the mood: the leading hue most often; white, gray, black or navy as clothes and things often are."""
    if random.random() < mood.neutrals:
        lightness, chroma = ((0.96, 0.008), (0.88, 0.015), (0.6, 0.01), (0.36, 0.02), (0.22, 0.02), (0.32, 0.06))[
            random.choice(6, p=(0.36, 0.18, 0.12, 0.12, 0.12, 0.1))
        ]
        return from_lch(lightness + random.normal(0, 0.02), chroma, mood.hues[0] if chroma < 0.05 else 265)
    share = 0.5 ** np.arange(len(mood.hues))
    hue = mood.hues[random.choice(len(mood.hues), p=share / share.sum())] + random.normal(0, 9)
    return from_lch(random.uniform(*mood.lightness), random.uniform(*mood.chroma), hue)


def _backdrop(mood: Mood, random: Random) -> Color:
    """A ground stays behind: pale and quiet, now and then deep or loud."""
    kind = random.choice(4, p=(0.24, 0.54, 0.14, 0.08))
    hue = mood.hues[random.integers(len(mood.hues))] + random.normal(0, 10)
    if kind == 0:
        return from_lch(random.uniform(0.96, 1.0), random.uniform(0, 0.01), hue)
    if kind == 1:
        return from_lch(random.uniform(0.82, 0.95), random.uniform(0.015, 0.07), hue)
    if kind == 2:
        return from_lch(random.uniform(0.25, 0.5), random.uniform(0.02, 0.09), hue)
    return from_lch(random.uniform(0.6, 0.88), random.uniform(0.07, 0.14), hue)


def _shade_of(color: Color, paint: Paint, random: Random) -> Color:
    """A paint that is a shade of another: lips and nails of skin are rosy, brows and inner hair darker or turned."""
    lightness, chroma, hue = to_lch(color)
    if paint.material in ("lip", "nail"):
        return from_lch(
            lightness * random.uniform(0.74, 0.9), chroma + random.uniform(0.03, 0.09), random.normal(18, 7)
        )
    if paint.material == "skin":
        return from_lch(lightness * random.uniform(0.9, 0.97), chroma * random.uniform(1.0, 1.3), hue - 6)
    away = random.uniform(0.07, 0.2) * (-1 if lightness > random.uniform(0.3, 0.6) else 1)
    return from_lch(lightness + away, chroma * random.uniform(0.85, 1.2), hue + random.normal(0, 12))


def _tinted(color: Color, mood: Mood) -> Color:
    lab = to_oklab(color)
    # White stays paper white.
    return from_oklab(lab + np.array([0.0, *mood.tint]) * (1 - lab[0] ** 8))


def _weighted(rows: Sequence[Row], random: Random) -> Row:
    """One of the rows; their last number says how often."""
    weights = np.array([row[-1] for row in rows], np.float64)
    return rows[random.choice(len(rows), p=weights / weights.sum())]
