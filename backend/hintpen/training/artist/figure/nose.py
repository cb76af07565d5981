"""Noses, from a dot to bridge, wings and nostrils."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.sitter import OnSkin, Sitter
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import MarkKind, Random

Spots = tuple[tuple[float, float, float], ...]
"""(x to the drawn side, y below the tip, height as a share of the nose's): y above the tip in lengths of the nose."""

LINES: dict[str, tuple[Spots, float, tuple[float, float]]] = {
    "dot": (((0.02, -0.03, 1.0), (0.0, 0.006, 1.0), (-0.014, 0.014, 0.9)), 0.9, (0.3, 0.6)),
    "tick": (((0.028, -0.1, 0.95), (0.005, 0.012, 1.0), (-0.03, 0.035, 0.7)), 0.75, (0.4, 0.7)),
    "wedge": (((-0.04, 0.03, 0.6), (0.0, 0.04, 0.8), (0.03, 0.025, 0.8)), 0.65, (0.5, 0.5)),
    "hook": (
        ((0.035, -0.22, 0.7), (0.02, -0.06, 1.0), (0.01, 0.015, 0.98), (0.0, 0.05, 0.6), (-0.035, 0.055, 0.45)),
        0.75,
        (0.6, 0.5),
    ),
    "bridge": (
        ((0.07, -0.72, 0.15), (0.055, -0.45, 0.5), (0.02, -0.12, 0.95), (0.0, 0.0, 1.0), (0.015, 0.042, 0.75))
        + ((-0.03, 0.065, 0.4),),
        0.75,
        (0.8, 0.3),
    ),
    "whole": (
        ((0.085, -0.9, 0.05), (0.06, -0.5, 0.5), (0.035, -0.15, 0.95), (0.005, 0.0, 1.0), (0.015, 0.045, 0.75))
        + ((-0.03, 0.07, 0.4),),
        0.8,
        (0.7, 0.3),
    ),
}
"""What is drawn of the nose's middle, by kind: the line, its weight and taper."""

WING: Spots = ((0.075, 0.0, 0.35), (0.1, 0.03, 0.15), (0.09, 0.06, 0.1), (0.055, 0.055, 0.3))
NOSTRIL: Spots = ((0.018, 0.062, 0.5), (0.042, 0.05, 0.5), (0.068, 0.064, 0.35))
UNDER: Spots = ((-0.05, 0.045, 0.5), (0, 0.035, 0.8), (0.055, 0.04, 0.5), (0.035, 0.085, 0.15), (-0.01, 0.1, 0.1))
SIDE: Spots = ((0.03, -0.4, 0.6), (0.02, -0.08, 0.95), (0.0, 0.02, 1.0), (0.045, 0.055, 0.45), (0.075, 0.02, 0.2))
GLOSS: Spots = ((-0.02, -0.11, 1.0), (0.004, -0.12, 1.0), (0.008, -0.04, 1.0), (-0.014, -0.03, 1.0))


def choose_nose(random: Random, looks: Looks) -> str:
    """Tiny on the stylized and the young, whole on the grown and the old."""
    grown = 1 - looks.child
    wishes = {
        "dot": 1.6 * looks.stylized + looks.child,
        "tick": 1.8,
        "hook": 1.5,
        "wedge": 0.9,
        "bridge": (0.3 + 1.6 * looks.masculine) * grown * (1.25 - 0.7 * looks.stylized),
        "whole": (0.1 + 1.2 * looks.masculine * (1 - looks.stylized) + 4.0 * looks.old) * grown,
        "nostrils": 0.4,
    }
    weights = np.array(list(wishes.values()))
    return list(wishes)[random.choice(len(wishes), p=weights / weights.sum())]


def draw_nose(random: Random, sitter: Sitter, skin: OnSkin, kind: str, light: float) -> None:
    """The nose as lines and shadows on the face; `light` is the side from which light comes, -1 or 1."""
    # The line runs on the shaded side when seen from the front, on the far side when turned.
    side = sitter.far if sitter.turn > 0.2 else -light
    profile = sitter.turn > 0.9
    if sitter.turn > 0.6 and kind not in ("bridge", "whole"):
        # From the side even the smallest nose has a shape.
        kind = "hook"
    if kind in LINES and not profile:
        spots, weight, taper = LINES[kind]
        skin.line(_on(sitter, spots, side), weight, taper)
    if (kind in ("whole", "nostrils") or profile) and sitter.fine(0.08):
        for way in (-1.0, 1.0):
            if sitter.turn > 0.55 and way == sitter.far:
                continue
            if kind == "whole":
                skin.line(_on(sitter, WING, way), 0.65, (0.5, 0.6))
            skin.line(_on(sitter, NOSTRIL, way), 0.7, (0.5, 0.5))
    if sitter.fine(0.06):
        u = random.random(3)
        if u[0] < 0.7:
            skin.mark(MarkKind.SHADE, _on(sitter, UNDER, side), 0.75)
        if u[1] < 0.35 and kind in ("wedge", "dot", "tick") and not profile:
            skin.mark(MarkKind.SHADE, _on(sitter, SIDE, side), 0.7)
        if u[2] < 0.45:
            skin.mark(MarkKind.SHINE, _on(sitter, GLOSS, side), 0.5)


def _on(sitter: Sitter, spots: Spots, side: float) -> Points:
    """A curve through spots of the nose, as seen."""
    skull = sitter.skull
    k = np.array(spots)
    # The middle of the nose does not grow with its length, its bridge does.
    k[:, 1] = np.where(k[:, 1] < 0, k[:, 1] * (skull.nose - skull.eye), k[:, 1])
    curve = spline(k[:, :2])
    lift = np.interp(np.linspace(0, len(k) - 1, len(curve)), np.arange(len(k)), k[:, 2])
    return sitter.at(curve * (side, 1.0) + (0.0, skull.nose), lift * skull.nose_out)
