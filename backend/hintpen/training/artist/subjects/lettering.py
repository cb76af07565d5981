"""Hand lettering as strokes: capitals, signs that say nothing, and big letters with an outline for sounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import skia

from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Random, Stroke
from hintpen.training.artist.subjects.drafting import SQUARE

Path = Any
"""Skia's binding has no types."""

_GLYPHS = {
    "A": "04 20 44,12 32",
    "B": "04 00 30 41 32 02,32 43 34 04",
    "C": "41 30 10 01 03 14 34 43",
    "D": "04 00 20 41 43 24 04",
    "E": "40 00 04 44,02 32",
    "F": "40 00 04,02 32",
    "G": "41 30 10 01 03 14 34 43 42 22",
    "H": "00 04,40 44,02 42",
    "I": "20 24",
    "K": "00 04,40 02 44",
    "L": "00 04 44",
    "M": "04 00 22 40 44",
    "N": "04 00 44 40",
    "O": "10 01 03 14 34 43 41 30 10",
    "P": "04 00 30 41 32 02",
    "R": "04 00 30 41 32 02,22 44",
    "S": "41 30 10 01 12 32 43 34 14 03",
    "T": "00 40,20 24",
    "U": "00 03 14 34 43 40",
    "V": "00 24 40",
    "W": "00 14 22 34 40",
    "Y": "00 22 40,22 24",
    "Z": "00 40 04 44",
    "!": "20 23,24 24",
    "?": "01 10 30 41 22 23,24 24",
    ".": "24 24",
}
"""Polylines on a grid of 5 x 5, "xy" from the upper left; strokes are parted by commas."""

WORDS = (
    "WHAT ARE YOU DOING", "HEY!", "I SEE...", "WAIT FOR ME!", "NO WAY!", "THAT WAS CLOSE", "LET US GO", "REALLY?",
    "HELP!", "I KNEW IT", "LOOK OVER THERE", "IT IS LATE", "HAHAHA", "...", "WHO IS IT?", "GOOD MORNING",
    "WE MADE IT!", "WHERE IS SHE?", "RUN!", "NOT AGAIN", "THANK YOU", "LEAVE IT TO ME",
)  # fmt: skip
SOUNDS = ("BAM", "POW", "WHAM", "CRASH", "ZOOM", "BOOM", "SPLASH", "KRAK", "TAP", "DON", "VROOM", "GASP", "SNAP")


def glyph(letter: str, random: Random) -> list[Points]:
    """The polylines of a letter in a box of 1 x 1, unsteady as by hand; one that is not known is a scribble."""
    known = _GLYPHS.get(letter)
    if known is None:
        return _sign(random)
    lines = [np.array([(int(p[0]), int(p[1])) for p in line.split()], np.float64) / 4 for line in known.split(",")]
    return [_dot(line) if np.ptp(line, 0).max() == 0 else line + random.normal(0, 0.025, line.shape) for line in lines]


def _sign(random: Random) -> list[Points]:
    """A sign of strokes across, down and slanted that says nothing."""
    lines = [np.array([(random.uniform(0, 0.2), y), (random.uniform(0.75, 1), y)]) for y in random.uniform(0.1, 0.9, 2)]
    lines.append(np.array([(x := random.uniform(0.2, 0.8), 0.0), (x + random.normal(0, 0.1), 1.0)]))
    if random.random() < 0.6:
        lines.append(np.array([(random.uniform(0.3, 0.6), 0.5), (random.choice((0.0, 1.0)), 1.0)]))
    return [lines[i] for i in random.permutation(len(lines))[: int(random.integers(2, 5))]]


def _dot(at: Points) -> Points:
    return at[:1] + np.array([(-0.02, -0.03), (0.02, 0.03)])


def written(text: str, x: float, y: float, size: float, random: Random, weight: float = 0.7) -> list[Stroke]:
    """A line of text whose middle is at (x, y); `size` is the height of its letters."""
    step, strokes = size * 0.86, list[Stroke]()
    start = x - step * len(text) / 2
    for i, letter in enumerate(text):
        if letter != " ":
            box = np.array([start + i * step, y - size / 2])
            strokes += [
                Stroke(box + line * (size * 0.66, size), weight, SQUARE, inside=True) for line in glyph(letter, random)
            ]
    return strokes


def column(x: float, y: float, size: float, count: int, random: Random, weight: float = 0.7) -> list[Stroke]:
    """A column of signs that say nothing, as in vertical writing; its upper end is at (x, y)."""
    strokes: list[Stroke] = []
    for i in range(count):
        box = np.array([x - size / 2, y + i * size * 1.15])
        strokes += [Stroke(box + line * size, weight, SQUARE, inside=True) for line in glyph("", random)]
    return strokes


def outlined(letter: str, width: float, random: Random) -> list[Points]:
    """The rings of a fat letter in a box of 1 x 1 whose strokes are `width` wide."""
    path = skia.Path()
    for line in glyph(letter, random):
        path.moveTo(*line[0].tolist())
        for point in line[1:]:
            path.lineTo(*point.tolist())
    pen = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width, StrokeJoin=skia.Paint.kMiter_Join)
    fat = skia.Path()
    pen.getFillPath(path, fat)
    return rings_of(skia.Simplify(fat))


def rings_of(path: Path) -> list[Points]:
    """The closed outlines of a path as points about every 0.03."""
    rings: list[Points] = []
    measure = skia.PathMeasure(path, True)
    while True:
        length = float(measure.getLength())
        if length > 0:
            at: Sequence[float] = np.linspace(0, length, max(8, int(length / 0.03)), endpoint=False).tolist()
            rings.append(np.array([tuple(measure.getPosTan(s)[0]) for s in at], np.float64))
        if not measure.nextContour():
            return rings
