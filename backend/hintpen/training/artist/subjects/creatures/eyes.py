"""Animals' eyes. An eye's half height is 1 and its middle (0, 0); the nose lies toward `inner` (1 right, -1 left)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, loop, spline
from hintpen.training.artist.forms import Ball, Plane
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke


@dataclass(frozen=True)
class Gaze:
    """How a creature looks. `style`: a way to draw eyes ("bead", "manga", "cartoon", "slit"); `mood`: what lids do
    ("open", "happy", "asleep", "angry", "sad", "smug", "wide"); `x`, `y`: where it looks, -1..1; `light`: (2,) toward
    the catchlight.
    """

    style: str
    mood: str
    x: float
    y: float
    light: tuple[float, float]


STYLES = ("bead", "manga", "cartoon", "slit")
MOODS = ("open", "happy", "asleep", "angry", "sad", "smug", "wide")


def choose_gaze(random: Random, style: str = "", mood: str = "") -> Gaze:
    """Mostly open eyes that look somewhere."""
    return Gaze(
        style or STYLES[random.choice(4, p=(0.25, 0.4, 0.22, 0.13))],
        mood or MOODS[random.choice(7, p=(0.46, 0.14, 0.06, 0.1, 0.07, 0.1, 0.07))],
        random.uniform(-0.35, 0.35),
        random.uniform(-0.25, 0.25),
        (random.choice((-1.0, 1.0)) * random.uniform(0.25, 0.42), -random.uniform(0.3, 0.5)),
    )


def eye_parts(
    random: Random, name: str, skin: Paint, region: str, gaze: Gaze, inner: int, narrow: float = 1.0
) -> list[Part]:
    """One eye, `narrow` times as wide as seen from the front. `skin` and `region` are the lid's: those of the head."""
    if gaze.mood == "happy" or (gaze.mood == "asleep"):
        return [_closed(skin, gaze.mood, inner, narrow)]
    if gaze.style == "bead":
        return _bead(name, gaze, narrow)
    shape = _opening(gaze.style, inner, narrow)
    parts = _eyeball(name, gaze, shape, narrow)
    parts += _lids(skin, region, gaze, shape, inner, narrow)
    return parts


def _closed(skin: Paint, mood: str, inner: int, narrow: float) -> Part:
    """A lid shut in joy, or in sleep."""
    rise = -0.75 if mood == "happy" else 0.6
    arc = spline(
        [
            (-0.8 * narrow, 0.15 - rise * 0.2),
            (-0.35 * narrow, rise * 0.75),
            (0.35 * narrow, rise * 0.75),
            (0.8 * narrow, 0.15 - rise * 0.2),
        ],
        6,
    )
    strokes = [Stroke(arc, 1.5, (0.35, 0.35))]
    if mood == "asleep":
        x = -inner * 0.75 * narrow
        strokes.append(Stroke(np.array([(x, 0.12), (x - inner * 0.3, 0.3)]), 1.0, (0.0, 0.7)))
        strokes.append(Stroke(np.array([(x * 0.7, 0.32), (x * 0.75 - inner * 0.2, 0.58)]), 1.0, (0.0, 0.7)))
    return Part("eye.lid", skin, (), tuple(strokes), depth=0.02)


def _white(name: str, x: float, y: float, r: float, rim: float = 0.4) -> Part:
    ring = ellipse(x, y, r, r * 1.1, count=16)
    strokes = (Stroke(np.concatenate([ring, ring[:1]]), rim, (0, 0)),) if rim else ()
    return Part("eye.catchlight", Paint(f"{name}.sclera", "sclera"), (ring,), strokes, form=Plane(), depth=0.04)


def _bead(name: str, gaze: Gaze, narrow: float) -> list[Part]:
    """A black bead with a light on it."""
    wide = narrow * (0.72 if gaze.mood != "wide" else 0.85)
    ring = ellipse(0, 0, wide, 0.85, gaze.x * 10, count=28)
    ball = Part(
        "eye.pupil",
        Paint(f"{name}.pupil", "pupil"),
        (ring,),
        (Stroke(np.concatenate([ring, ring[:1]]), 0.8, (0, 0)),),
        (Mark(MarkKind.INK, ring),),
        Plane(),
        0.02,
    )
    lx, ly = gaze.light
    parts = [ball, _white(name, lx * wide, ly * 0.85, 0.26, 0)]
    if gaze.mood in ("sad", "wide"):
        parts.append(_white(name, -lx * wide, 0.4, 0.13, 0))
    return parts


def _opening(style: str, inner: int, narrow: float) -> Points:
    """The outline of the opened eye, clockwise from its left corner."""
    if style == "manga":
        knots = [
            (-0.78, 0.1),
            (-0.5, -0.72),
            (0.05, -0.98),
            (0.62, -0.62),
            (0.8, 0.12),
            (0.48, 0.8),
            (-0.02, 0.97),
            (-0.52, 0.78),
        ]
    elif style == "slit":
        knots = [
            (-0.95, 0.3),
            (-0.6, -0.38),
            (0.05, -0.8),
            (0.68, -0.62),
            (1.02, -0.3),
            (0.8, 0.3),
            (0.3, 0.68),
            (-0.4, 0.62),
        ]
    else:
        knots = [
            (-0.84, 0.0),
            (-0.56, -0.76),
            (0.02, -1.0),
            (0.6, -0.72),
            (0.86, 0.02),
            (0.58, 0.74),
            (0.0, 0.98),
            (-0.6, 0.72),
        ]
    ring = loop(np.array(knots) * (-inner, 1.0), 6) * (narrow, 1.0)
    return ring if inner < 0 else ring[::-1]


def _eyeball(name: str, gaze: Gaze, shape: Points, narrow: float) -> list[Part]:
    """White, iris, pupil and catchlights within the opening."""
    small = 0.62 if gaze.mood == "wide" else 1.0
    # How much of the opening the iris fills: nearly all, in animals.
    fill = {"manga": 0.92, "slit": 1.4, "cartoon": 0.5}[gaze.style] * (small if gaze.style != "slit" else 1.0)
    x, y = gaze.x * (1.05 - min(fill, 1.0)) * narrow * 1.2, gaze.y * (1.1 - min(fill, 1.0))
    white = Part(
        "eye.sclera",
        Paint(f"{name}.sclera", "sclera"),
        (shape,),
        (Stroke(np.concatenate([shape, shape[:1]]), 0.75, (0, 0)),),
        (Mark(MarkKind.SHADE, _top(shape, 0.3), 0.7),),
        Ball(0, 0, 1.6, 1.6),
        0.01,
    )
    ring = ellipse(x, y, 0.8 * fill * narrow, 0.98 * fill, count=30)
    if gaze.style == "slit":
        pupil = ellipse(x, y, (0.12 if gaze.mood in ("angry", "smug") else 0.24) * narrow, 0.72, count=24)
    elif gaze.style == "manga":
        pupil = ellipse(x, y + 0.02, 0.44 * fill * narrow, 0.6 * fill, count=24)
    else:
        pupil = ellipse(x, y, 0.5 * fill * narrow, 0.6 * fill, count=24)
    dark = Mark(MarkKind.SHADE, _top(ring, 0.46), 0.9)
    glow = Mark(MarkKind.SHINE, ellipse(x, y + 0.62 * fill, 0.4 * fill * narrow, 0.2 * fill, count=16), 0.55)
    iris = Part(
        "eye.iris",
        Paint(f"{name}.iris", "iris"),
        (ring,),
        (Stroke(np.concatenate([ring, ring[:1]]), 0.6, (0, 0)),),
        (dark, glow, Mark(MarkKind.INK, pupil)),
        Plane(),
        0.02,
        clips=(shape,),
    )
    lx, ly = gaze.light
    r = 0.2 * min(fill, 1.0) + 0.05
    lights = [_white(name, x + lx * fill * 0.9 * narrow, y + ly * min(fill, 1.0), r)]
    if gaze.style == "manga":
        lights.append(_white(name, x - lx * 0.8 * narrow, y + 0.42, r * 0.5))
    return [white, iris, *lights]


def _top(ring: Points, share: float) -> Points:
    """The upper `share` of a ring's height with a sagging lower edge."""
    (left, top), (right, bottom) = ring.min(0), ring.max(0)
    y = top + (bottom - top) * share
    sag = spline([(right, y - 0.12), ((left + right) / 2, y + 0.05), (left, y - 0.12)], 5)
    return np.concatenate([[(left - 0.1, top - 0.1), (right + 0.1, top - 0.1)], sag])


LIDS: dict[str, tuple[float, float]] = {
    "angry": (0.62, -0.35),
    "sad": (-0.25, -0.75),
    "smug": (-0.12, -0.2),
}
"""How far down the upper lid comes at the inner and at the outer corner: 1 is the middle of the eye's lower half."""


def _lids(skin: Paint, region: str, gaze: Gaze, shape: Points, inner: int, narrow: float) -> list[Part]:
    """The upper lash line, and the lid where the mood lowers it."""
    n = len(shape)
    top = np.concatenate([shape, shape])[n - 2 : n // 2 + n + 3] if inner < 0 else shape[n // 2 - 3 :]
    lash = Stroke(_upper(shape), 1.9, (0.3, 0.2), (0.7, 1.2, 1.2, 0.8))
    if gaze.mood not in LIDS:
        return [Part("eye.lid", skin, (), (lash,), depth=0.03)] if len(top) else []
    at_inner, at_outer = LIDS[gaze.mood]
    ys = {inner: at_inner - 0.35, -inner: at_outer - 0.0}
    y_left, y_right = ys[-1], ys[1]
    rim = spline([(-1.1 * narrow, y_left), (0, (y_left + y_right) / 2 - 0.08), (1.1 * narrow, y_right)], 8)
    ring = np.concatenate([rim, [(1.4 * narrow, -1.6), (-1.4 * narrow, -1.6)]])
    lid = Part(
        "eye.lid",
        skin,
        (ring,),
        (Stroke(rim, 1.7, (0.2, 0.2)),),
        form=Ball(0, 0.4, 1.4, 1.6),
        depth=0.05,
        clips=(shape,),
        region=region,
    )
    crown = Part("eye.lid", skin, (), (Stroke(_upper(shape), 1.0, (0.2, 0.2)),), depth=0.05)
    return [lid, crown]


def _upper(shape: Points) -> Points:
    """The upper half of the opening, from the left to the right corner."""
    start = int(np.argmin(shape[:, 0]))
    rolled = np.roll(shape, -start, 0)
    end = int(np.argmax(rolled[:, 0]))
    first = rolled[: end + 1]
    other = np.concatenate([rolled[end:], rolled[:1]])[::-1]
    return first if first[:, 1].mean() < other[:, 1].mean() else other
