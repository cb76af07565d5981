"""Noses, from a dot to bridge, wings and nostrils."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke


def choose_nose(random: Random, looks: Looks) -> str:
    """Tiny on the stylized and the young, whole on the grown and the old."""
    wishes = {
        "dot": 1.6 * looks.stylized + looks.child,
        "tick": 1.8,
        "hook": 1.5,
        "wedge": 0.9,
        "bridge": (0.3 + 1.6 * looks.masculine) * (1 - looks.child),
        "whole": (0.1 + 1.2 * looks.masculine * (1 - looks.stylized) + 4.0 * looks.old) * (1 - looks.child),
        "nostrils": 0.5,
    }
    weights = np.array(list(wishes.values()))
    return list(wishes)[random.choice(len(wishes), p=weights / weights.sum())]


def nose_parts(random: Random, sitter: Sitter, kind: str, light: float) -> list[Part]:
    """The nose as lines and a shadow on the face; `light` is the side from which light comes, -1 or 1."""
    skull = sitter.skull
    out = skull.nose_out
    # The line runs on the shaded side when seen from the front, on the far side when turned.
    side = sitter.far if sitter.turn > 0.2 else -light

    def on(points: list[tuple[float, float, float]]) -> Points:
        """A curve through (x to the drawn side, y below the tip, height as a share of the nose's)."""
        k = np.array(points)
        curve = spline(k[:, :2]) * (side, 1.0) + (0.0, skull.nose)
        return sitter.at(curve, spline(np.stack([k[:, 2], k[:, 2]], 1))[:, 0] * out)

    profile = sitter.turn > 0.9
    lines: list[Stroke] = []
    size = (skull.nose - skull.eye) / 0.55
    if kind in ("bridge", "whole") and not profile:
        top = -0.42 if kind == "bridge" else -0.5
        lines.append(
            Stroke(
                on(
                    [
                        (0.075, top * size, 0.1),
                        (0.045, -0.25 * size, 0.5),
                        (0.02, -0.06, 0.95),
                        (0.0, 0.0, 1.0),
                        (0.02, 0.045, 0.75),
                        (-0.03, 0.07, 0.4),
                    ]
                ),
                0.75,
                (0.7, 0.3),
            )
        )
    if kind == "hook" and not profile:
        lines.append(
            Stroke(
                on(
                    [
                        (0.035, -0.11, 0.7),
                        (0.02, -0.03, 1.0),
                        (0.01, 0.015, 0.98),
                        (0.0, 0.05, 0.6),
                        (-0.035, 0.055, 0.45),
                    ]
                ),
                0.75,
                (0.6, 0.5),
            )
        )
    if kind == "tick" and not profile:
        lines.append(Stroke(on([(0.028, -0.05, 0.95), (0.005, 0.012, 1.0), (-0.03, 0.035, 0.7)]), 0.75, (0.4, 0.7)))
    if kind == "dot" and not profile:
        lines.append(Stroke(on([(0.018, -0.014, 1.0), (0.0, 0.006, 1.0), (-0.014, 0.014, 0.9)]), 0.9, (0.3, 0.6)))
    if kind == "wedge" and not profile:
        lines.append(Stroke(on([(-0.04, 0.03, 0.6), (0.0, 0.04, 0.8), (0.03, 0.025, 0.8)]), 0.65, (0.5, 0.5)))
    if (kind in ("whole", "nostrils") or profile) and sitter.fine(0.08):
        near = -sitter.far
        wing = [(0.075, 0.0, 0.35), (0.1, 0.03, 0.15), (0.09, 0.06, 0.1), (0.055, 0.055, 0.3)]
        hole = [(0.02, 0.062, 0.5), (0.04, 0.05, 0.5), (0.065, 0.062, 0.35)]
        for way in (1.0, -1.0):
            if (profile and way != near) or (sitter.turn > 0.55 and way != near):
                continue
            flip = way * side
            if kind == "whole":
                lines.append(Stroke(on([(flip * x, y, z) for x, y, z in wing]), 0.65, (0.5, 0.6)))
            lines.append(Stroke(on([(flip * x, y, z) for x, y, z in hole]), 0.7, (0.5, 0.5)))
    shade = on(
        [
            (-0.05, 0.045, 0.5),
            (0.0, 0.035, 0.8),
            (0.055, 0.04, 0.5),
            (0.035, 0.085, 0.15),
            (0.0, 0.1, 0.1),
            (-0.03, 0.075, 0.2),
        ]
    )
    marks = [Mark(MarkKind.SHADE, shade, 0.75)] if random.random() < 0.7 and sitter.fine(0.06) else []
    if kind in ("wedge", "dot") and random.random() < 0.6 and not profile:
        plane = on(
            [(0.03, -0.2 * size, 0.6), (0.02, -0.04, 0.95), (0.0, 0.02, 1.0), (0.045, 0.055, 0.45), (0.075, 0.02, 0.2)]
        )
        marks.append(Mark(MarkKind.SHADE, plane, 0.7))
    if random.random() < 0.5:
        spot = on([(-0.02, -0.05, 1.0), (0.005, -0.055, 1.0), (0.008, -0.02, 1.0), (-0.015, -0.015, 1.0)])
        marks.append(Mark(MarkKind.SHINE, spot, 0.5))
    return [face_marks(sitter, "face.nose", lines, marks)]


def face_marks(sitter: Sitter, name: str, lines: list[Stroke], marks: list[Mark]) -> Part:
    """Lines and marks on the face that stay within its contour."""
    ring = sitter.outline.ring
    return Part(
        name,
        sitter.looks.paint("skin", "skin"),
        strokes=tuple(lines),
        marks=tuple(marks),
        form=sitter.form,
        depth=0.3,
        layer=layers.FACE,
        clips=(ring,),
        region=sitter.region,
    )
