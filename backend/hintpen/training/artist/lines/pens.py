"""The hands that ink: what kind of line each one draws."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hintpen.training.artist.records import Random, Scene

MOST_INK = 0.27
"""Lines cover at most about this share of the canvas: for many lines an artist takes a finer pen."""


@dataclass(frozen=True)
class Pen:
    """How strokes become ink. Lengths in canvas units, shares 0..1 unless said.

    The line: `width` of a contour; `contrast`: how much thinner light strokes get (0: all alike); `taper`: how far ends
    thin out; `belly`: how much a stroke swells toward its middle; `swell`: how much pressure wanders; `nib`: how much
    thinner a broad nib draws along its edge, which lies at `angle` degrees; `rough`: unevenness of the edges, share of
    the width; `cap`: how far ends bulge out, in half widths.

    The hand: `wobble`: how far it sways; `tremor`: how far it trembles; `lift`: the longest line drawn in one go, 0 for
    any; `overshoot`: how far ends run on; `gaps`: how often a line is left open, and `gap` sizes from and to; `breaks`:
    how often a contour breaks off on the light side; `doubles`: how often a stroke is drawn again beside itself.

    The eye: `outline`: how many times heavier the outlines of whole things are; `light`: how much lines thin toward the
    light and swell in the shade; `overlap`: how much heavier a line is where a near thing covers a far one; `far`: how
    much thinner distant things are.

    What it leaves: `opacity` of one pass; `grain`: how much of the paper's tooth shows; `pool`: how far ink runs
    together in the corners of lines.
    """

    name: str
    width: float
    contrast: float = 0.6
    taper: float = 1.0
    belly: float = 0.0
    swell: float = 0.15
    nib: float = 0.0
    angle: float = 40.0
    rough: float = 0.0
    cap: float = 1.0
    wobble: float = 0.0
    tremor: float = 0.0
    lift: float = 0.0
    overshoot: float = 0.0
    gaps: float = 0.0
    gap: tuple[float, float] = (0.001, 0.04)
    breaks: float = 0.0
    doubles: float = 0.0
    outline: float = 1.0
    light: float = 0.0
    overlap: float = 0.0
    far: float = 0.0
    opacity: float = 1.0
    grain: float = 0.0
    pool: float = 0.0


PENS: tuple[tuple[Pen, tuple[float, float], float], ...] = (
    (Pen("G-pen", 0, 0.5, 0.9, 0.2, 0.15, wobble=4e-4, tremor=1e-4, lift=0.6, light=0.25, overlap=0.3), (0.8, 1.2), 24),
    (Pen("tapered pen", 0, 0.35, 0.8, 0.08, 0.08, wobble=4e-4, lift=0.9, light=0.1, overlap=0.15), (0.7, 1.1), 24),
    (Pen("vector", 0, 0.15, 0.0, 0.0, 0.0), (0.8, 1.6), 10),
    (Pen("technical pen", 0, 0.25, 0.0, 0.0, 0.05, wobble=5e-4, tremor=1.5e-4, overshoot=0.004), (0.6, 1.0), 10),
    (
        Pen("brush", 0, 0.6, 0.95, 0.4, 0.25, rough=0.07, cap=1.6, wobble=6e-4, light=0.35, overlap=0.4),
        (1.0, 1.6),
        9,
    ),
    (Pen("fountain pen", 0, 0.35, 0.3, 0.0, 0.1, nib=0.4, rough=0.04, wobble=5e-4, tremor=2e-4), (0.8, 1.2), 4),
    (
        Pen("ball pen", 0, 0.2, 0.2, 0.0, 0.1, wobble=6e-4, tremor=2e-4, overshoot=0.005, opacity=0.92, grain=0.1),
        (0.55, 0.8),
        3,
    ),
    (
        Pen(
            "pencil",
            0,
            0.35,
            0.4,
            0.1,
            0.2,
            rough=0.12,
            wobble=7e-4,
            tremor=2e-4,
            overshoot=0.008,
            opacity=0.75,
            grain=0.5,
        ),
        (0.7, 1.2),
        6,
    ),
    (
        Pen("sketch", 0, 0.3, 0.85, 0.15, 0.2, rough=0.08, wobble=1.4e-3, lift=0.25, overshoot=0.02, opacity=0.85),
        (0.55, 0.8),
        4,
    ),
    (Pen("marker", 0, 0.25, 0.1, 0.0, 0.08, rough=0.05, wobble=7e-4, tremor=2e-4, overshoot=0.004), (1.2, 2.0), 6),
)
"""Each hand with the range of its width, in usual widths, and how often it is chosen."""

WIDTHS: tuple[tuple[float, float, float], ...] = (
    (0.0017, 0.0028, 0.05),
    (0.0028, 0.0044, 0.26),
    (0.0044, 0.0068, 0.32),
    (0.0068, 0.0110, 0.20),
    (0.0110, 0.0200, 0.17),
)
"""Usual widths, from and to, and how often: hairlines, fine, middle, bold, the outlines of cartoons."""


def choose_pen(random: Random) -> Pen:
    """One of the hands, with its habits varied."""
    pick, habits, wide = random.spawn(3)
    weights = [often for _, _, often in PENS]
    pen, (thin, thick), _ = PENS[pick.choice(len(PENS), p=[w / sum(weights) for w in weights])]
    low, high, _ = WIDTHS[wide.choice(len(WIDTHS), p=[often for _, _, often in WIDTHS])]
    width = float(wide.uniform(low, high) * wide.uniform(thin, thick))
    free = pen.name != "vector"
    vary = habits.uniform(0.6, 1.4, 8)
    often, breaks, doubles, outline, pool, far = habits.random(6)
    return replace(
        pen,
        width=width,
        contrast=min(1.0, pen.contrast * vary[0]),
        belly=pen.belly * vary[1],
        swell=pen.swell * vary[2],
        rough=pen.rough * vary[3],
        # A thick line hides an unsteady hand, a child's or a shaking one shows.
        wobble=pen.wobble * vary[4] * (2.0 if free and vary[7] > 1.3 else 1.0),
        tremor=pen.tremor * vary[5],
        angle=float(habits.uniform(20, 70)),
        light=pen.light * vary[6],
        gaps=float(habits.uniform(0.04, 0.35)) if often < 0.5 else 0.0,
        breaks=float(habits.uniform(0.1, 0.5)) if free and breaks < 0.12 else 0.0,
        doubles={"sketch": 0.9, "pencil": 0.35, "ball pen": 0.25}.get(pen.name, 0.15 if doubles < 0.05 else 0.0),
        outline=float(habits.uniform(1.2, 1.7)) if outline < 0.25 else 1.0,
        pool=float(habits.uniform(0.2, 0.6)) * width if free and pool < 0.6 else 0.0,
        far=float(habits.uniform(0.2, 0.6)) if far < 0.5 else 0.0,
    )


def suited(pen: Pen, scene: Scene) -> Pen:
    """The pen, or a finer one of its kind where a scene has so many lines that it would blacken the page."""
    curves = [stroke.points for part in scene.parts for stroke in part.strokes if len(stroke.points) > 1]
    if not curves:
        return pen
    points = np.concatenate(curves)
    steps = np.hypot(*np.diff(points, axis=0).T)
    x, y = points.T
    inside = (x >= 0) & (x <= scene.width) & (y >= 0) & (y <= scene.height)
    seen = inside[1:] & inside[:-1]
    seen[np.cumsum([len(curve) for curve in curves[:-1]]) - 1] = False
    share = float(steps[seen].sum()) * pen.width * scene.pen_scale / (scene.width * scene.height)
    finer = min(1.0, MOST_INK / max(share, 1e-9))
    return replace(pen, width=pen.width * finer, pool=pen.pool * finer)
