"""What stands behind figures: from plain grounds to places, quiet in the middle."""

from __future__ import annotations

from collections.abc import Callable

from hintpen.training.artist.records import Part, Random
from hintpen.training.artist.subjects.scenes import grounds, settings

Builder = Callable[[Random, float, float], list[Part]]

BACKDROPS: dict[str, tuple[Builder, float]] = {
    "bare": (grounds.bare, 3.0),
    "plain": (grounds.plain, 4.0),
    "two-tone": (grounds.two_tone, 1.4),
    "pattern": (grounds.pattern, 1.2),
    "burst": (grounds.burst, 0.8),
    "speed": (grounds.speed, 0.8),
    "bokeh": (grounds.bokeh, 0.7),
    "frame": (grounds.framed, 1.2),
    "flowers": (grounds.flowers, 0.9),
    "scatter": (grounds.scatter, 0.8),
    "day": (settings.day, 1.4),
    "sunset": (settings.sunset, 0.8),
    "night": (settings.night, 0.8),
    "trees": (settings.trees, 1.0),
    "town": (settings.town, 1.0),
    "window": (settings.window, 1.2),
    "books": (settings.books, 0.8),
    "corner": (settings.corner, 0.8),
    "indoors": (settings.indoors, 0.7),
    "outdoors": (settings.outdoors, 0.5),
}
"""By name: who draws it, and how often it is chosen beside the others."""


def backdrop(random: Random, width: float, height: float, kind: str = "") -> list[Part]:
    """The parts behind a figure, from back to front; every depth is -0.4 or less; none for bare paper.

    `kind` asks for one of `BACKDROPS`. The canvas is `width` x `height` canvas units (short side 1).
    """
    names = list(BACKDROPS)
    total = sum(weight for _, weight in BACKDROPS.values())
    chosen = names[random.choice(len(names), p=[BACKDROPS[name][1] / total for name in names])]
    return BACKDROPS[kind or chosen][0](random, width, height)
