"""Moods of a face, which move brows, lids and mouth together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.records import Random


@dataclass(frozen=True)
class Expression:
    """`lid`: how open the upper lid is, 0 closed, 1 usual; `lower`: how far the lower lid is pushed up, 0..1 of the
    eye's height; `shut`: "" for open eyes, "happy" for arcs like ^, "calm" for lids that hang, "tight" for > <;
    `brow`: how much (inner, middle, outer) of the brows is raised, in head units; `mouth`: kinds it may have, as
    `mouths` names them; `smile`: -1..1, what the mouth's corners do; `open`: 0..1; `iris`: its size; `blush` 0..1;
    `wink`: only the eye on the far side is shut.
    """

    name: str
    lid: float = 1.0
    lower: float = 0.0
    shut: str = ""
    brow: tuple[float, float, float] = (0.0, 0.0, 0.0)
    mouth: tuple[str, ...] = ("line",)
    smile: float = 0.1
    open: float = 0.0
    iris: float = 1.0
    blush: float = 0.0
    wink: bool = False


EXPRESSIONS: dict[str, tuple[Expression, float]] = {
    "neutral": (Expression("neutral", mouth=("line", "line", "pout", "parted"), smile=0.05, open=0.25), 5),
    "gentle": (Expression("gentle", 0.92, 0.06, mouth=("line", "line", "cat"), smile=0.6, blush=0.3), 5),
    "happy": (Expression("happy", 0.97, 0.1, "", (0.02, 0.04, 0.0), ("open", "grin"), 0.9, 0.55, blush=0.4), 3.5),
    "laughing": (Expression("laughing", 0, 0, "happy", (0.05, 0.06, 0.0), ("open",), 1.0, 0.85, blush=0.5), 0.9),
    "content": (Expression("content", 0, 0, "happy", (0.03, 0.04, 0.0), ("line", "cat"), 0.7, blush=0.4), 0.45),
    "winking": (
        Expression(
            "winking", 1, 0.04, "happy", (0.0, 0.03, 0.0), ("line", "open", "grin"), 0.8, 0.4, 1, 0.3, wink=True
        ),
        0.3,
    ),
    "shy": (
        Expression("shy", 0.82, 0.05, "", (0.07, 0.02, -0.02), ("line", "wavy", "parted"), 0.15, 0.2, blush=1.0),
        1.6,
    ),
    "angry": (
        Expression("angry", 0.84, 0.08, "", (-0.1, -0.03, 0.05), ("line", "grit", "shout"), -0.6, 0.6, 0.92),
        1.4,
    ),
    "determined": (
        Expression("determined", 0.93, 0.05, "", (-0.075, -0.02, 0.04), ("line", "line", "grin"), 0.1, 0.3),
        2,
    ),
    "sad": (Expression("sad", 0.82, 0.04, "", (0.09, 0.02, -0.05), ("line", "parted"), -0.5, 0.2), 1.2),
    "crying": (Expression("crying", 0, 0, "calm", (0.1, 0.02, -0.05), ("wavy", "open"), -0.5, 0.5, blush=0.6), 0.2),
    "surprised": (
        Expression("surprised", 1.13, -0.04, "", (0.1, 0.12, 0.08), ("o", "open", "parted"), 0, 0.55, 0.82),
        1.3,
    ),
    "smug": (Expression("smug", 0.7, 0.12, "", (-0.05, 0.02, 0.05), ("smirk", "cat", "grin"), 0.7, 0.2), 1.2),
    "sleepy": (Expression("sleepy", 0.52, 0.02, "", (0.02, 0.0, -0.02), ("line", "parted", "o"), 0.0, 0.2), 0.8),
    "bored": (Expression("bored", 0.58, 0.06, "", (-0.02, -0.03, 0.0), ("line", "pout"), -0.3), 0.8),
    "asleep": (Expression("asleep", 0, 0, "calm", (0.0, 0.0, 0.0), ("line", "parted"), 0.15, 0.15), 0.45),
    "wincing": (
        Expression("wincing", 0, 0, "tight", (-0.05, -0.03, 0.0), ("grit", "wavy"), -0.2, 0.4, blush=0.5),
        0.25,
    ),
}
"""By name: the expression and how often it is chosen beside the others."""


def choose_expression(random: Random) -> Expression:
    """Mostly calm and friendly ones."""
    names = list(EXPRESSIONS)
    weights = np.array([EXPRESSIONS[name][1] for name in names])
    return EXPRESSIONS[names[random.choice(len(names), p=weights / weights.sum())]][0]
