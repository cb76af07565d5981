"""The hands that ink: what kind of line each one draws."""

from __future__ import annotations

from dataclasses import dataclass

from hintpen.training.artist.records import Random


@dataclass(frozen=True)
class Pen:
    """How strokes become ink. Lengths in canvas units, shares 0..1.

    `width` of a contour; `contrast`: how much thinner light strokes get (0: all alike); `taper`: how far ends thin out;
    `swell`: how much the width varies along a line; `wobble`: unsteadiness of the hand, as a share of the width;
    `overshoot`: how far ends run on; `gaps`: how often a stroke is broken, and `gap` sizes from and to;
    `doubles`: how often a stroke is drawn again beside itself; `opacity` of one pass; `grain`: how much of the paper's
    tooth shows in the line.
    """

    name: str
    width: float
    contrast: float = 0.7
    taper: float = 1.0
    swell: float = 0.15
    wobble: float = 0.15
    overshoot: float = 0.0
    gaps: float = 0.0
    gap: tuple[float, float] = (0.003, 0.02)
    doubles: float = 0.0
    opacity: float = 1.0
    grain: float = 0.0


def choose_pen(random: Random) -> Pen:
    """One of the hands, with its habits varied."""
    width = float(
        random.choice([random.uniform(0.0022, 0.004), random.uniform(0.004, 0.007), random.uniform(0.007, 0.013)])
    )
    gaps = float(random.choice([0.0, random.uniform(0.05, 0.4)]))
    pens = (
        Pen("G-pen", width, 0.8, 1.0, 0.35, 0.15, gaps=gaps),
        Pen("tapered pen", width, 0.6, 1.0, 0.2, 0.12, gaps=gaps),
        Pen("vector", width, 0.25, 0.0, 0.0, 0.0, gaps=gaps),
        Pen("brush", width * 1.4, 0.9, 1.0, 0.5, 0.2, gaps=gaps),
        Pen("pencil", width * 0.9, 0.5, 0.6, 0.25, 0.35, 0.01, gaps, doubles=0.2, opacity=0.75, grain=0.6),
        Pen("sketch", width * 0.7, 0.4, 0.9, 0.25, 0.9, 0.02, gaps, doubles=0.8, opacity=0.7, grain=0.2),
    )
    return pens[random.choice(len(pens), p=(0.28, 0.26, 0.14, 0.12, 0.12, 0.08))]
