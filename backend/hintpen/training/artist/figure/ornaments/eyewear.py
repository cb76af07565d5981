"""What is worn before the face: glasses, sunglasses, monocles, eye patches, masks."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, resample, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.ornaments.fitting import (
    Wearer,
    around,
    circle,
    inner,
    longest,
    outer,
    pen_only,
    piece,
    shade,
    shine,
)
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Stroke

LAYER = layers.SIDE_HAIR - 1.5
LIFT = 0.13
"""How far before the face lenses are."""

# The right lens, x outward from the nose, y down, in half widths and half heights.
LENSES: dict[str, tuple[tuple[float, float], ...]] = {
    "round": ((-1, 0), (-0.72, -0.72), (0, -1), (0.72, -0.72), (1, 0), (0.72, 0.72), (0, 1), (-0.72, 0.72)),
    "oval": ((-1, -0.1), (-0.7, -0.62), (0, -0.8), (0.74, -0.62), (1, 0), (0.7, 0.6), (0, 0.78), (-0.74, 0.5)),
    "square": (
        (-1, -0.5),
        (-0.9, -0.8),
        (-0.3, -0.9),
        (0.4, -0.92),
        (1.0, -0.84),
        (1.08, -0.5),
        (1.0, 0.3),
        (0.8, 0.76),
        (0.2, 0.84),
        (-0.5, 0.8),
        (-0.86, 0.6),
        (-0.97, 0.1),
    ),
    "cat eye": (
        (-1, -0.25),
        (-0.8, -0.58),
        (0, -0.72),
        (0.7, -0.95),
        (1.25, -1.12),
        (1.14, -0.5),
        (0.96, 0.2),
        (0.6, 0.68),
        (0, 0.8),
        (-0.6, 0.68),
        (-0.94, 0.3),
    ),
    "drop": (
        (-0.95, -0.5),
        (-0.6, -0.8),
        (0.2, -0.84),
        (0.9, -0.74),
        (1.06, -0.2),
        (0.9, 0.5),
        (0.4, 0.95),
        (-0.2, 0.9),
        (-0.75, 0.4),
    ),
}
"""By name."""


def _lens(wearer: Wearer, kind: str, side: float, size: tuple[float, float]) -> tuple[Points, Points]:
    """(n, 2) a lens as drawn straight ahead, and as seen."""
    skull = wearer.skull
    knots = np.array(LENSES[kind]) * (side * size[0], size[1])
    on = loop(knots, 5) + (side * (skull.eye_x + 0.01), skull.eye + 0.05)
    return on, _before(wearer, on)


def _before(wearer: Wearer, on: Points) -> Points:
    """Points of a bent plate before the eyes as seen: lenses stay whole where the face turns away."""
    bent = 0.16 * on[:, 0] ** 2
    front = float(np.interp(wearer.skull.eye, wearer.skull.y, wearer.skull.front)) + LIFT
    turned = wearer.head.turned(np.column_stack([on[:, 0], on[:, 1], front - bent]))
    # The face is nodded as illustrators do it; what sits on it goes along.
    nodded = wearer.face(np.array([(0.0, wearer.skull.eye)]), LIFT)[0]
    own = wearer.head.turned(np.array([(0.0, wearer.skull.eye, front)]))[0, :2]
    return turned[:, :2] - own + nodded


def glasses(wearer: Wearer) -> list[Part]:
    """Glasses of any make; the lines of thin frames alone, thick ones with a color of their own."""
    r = wearer.random
    kind = str(r.choice(list(LENSES), p=(0.3, 0.16, 0.34, 0.1, 0.1)))
    wide = wearer.near(0.335, 0.07)
    size = (wide, wide * (1.0 if kind == "round" else wearer.near(0.82, 0.1)))
    half = kind in ("square", "oval") and r.random() < 0.3
    thick = r.random() < 0.4 and not half and wearer.fine(0.13)
    frame = wearer.looks.paint("frames", "plastic" if thick else "metal")
    return _frames(wearer, kind, size, frame, thick, half)


def sunglasses(wearer: Wearer) -> list[Part]:
    """Dark glasses, now and then pushed up into the hair."""
    kind = str(wearer.random.choice(("drop", "square", "round", "cat eye")))
    frame = wearer.looks.paint("frames", "metal")
    size = (wearer.near(0.37, 0.06), wearer.near(0.3, 0.08))
    lens = wearer.looks.paint("lens", "plastic")
    return _frames(wearer, kind, size, frame, False, False, lens)


def _frames(
    wearer: Wearer,
    kind: str,
    size: tuple[float, float],
    frame: Paint,
    thick: bool,
    half: bool,
    dark: Paint | None = None,
) -> list[Part]:
    parts: list[Part] = []
    lines: list[Stroke] = []
    skull = wearer.skull
    glint = wearer.random.random() < 0.45 and wearer.fine(0.1)
    for side in (-1.0, 1.0):
        on, seen = _lens(wearer, kind, side, size)
        n = len(seen)
        if dark is not None:
            bars = [shine(_bar(seen, *cut), 0.55) for cut in ((0.12, 0.3), (0.38, 0.44))]
            parts.append(
                piece("glasses.lens", dark, seen, [outer(around(seen), 1.1, 0)], bars, layer=LAYER + 0.1, depth=0.5)
            )
        elif thick:
            middle = on.mean(0)
            hole = _before(wearer, middle + (on - middle) * 0.86)
            parts.append(
                piece(
                    "glasses.frame",
                    frame,
                    seen,
                    [outer(around(seen), 0.9, 0), outer(around(hole), 0.6, 0)],
                    layer=LAYER + 0.1,
                    depth=0.5,
                    hole=hole,
                    form=Inflated(0.03),
                    region=f"{frame.key}#frame",
                )
            )
        elif half:
            start = int(
                np.argmin(
                    np.abs(on[:, 0] - on[:, 0].min() * (side > 0) - on[:, 0].max() * (side < 0))
                    + 9 * (on[:, 1] > on[:, 1].mean() + 0.1)
                )
            )
            rim = np.roll(seen, -start, 0)[: n // 2 + 3]
            lines += [Stroke(rim, 1.5, (0.1, 0.1)), Stroke(np.roll(seen, -start, 0)[n // 2 :], 0.35, (0.2, 0.4))]
        else:
            lines.append(Stroke(around(seen), 1.15, (0, 0)))
        if glint and dark is None:
            lines += [
                Stroke(np.stack([seen.mean(0) + (seen[i] - seen.mean(0)) * 0.72 for i in pair]), 0.4, (0.3, 0.3))
                for pair in ((n // 8, n - 3 - n // 8),)
            ]
        lines += _temple(wearer, on, side)
    nose = size[0] * 0.98
    x = skull.eye_x + 0.01 - nose
    bridge = np.array(
        [(-x, skull.eye + 0.02), (-x * 0.5, skull.eye - 0.05), (x * 0.5, skull.eye - 0.05), (x, skull.eye + 0.02)]
    )
    lines.append(Stroke(_before(wearer, spline(bridge, 4)), 1.2 if thick else 0.9, (0.02, 0.02)))
    return [*parts, pen_only("glasses.wire", frame, lines, layer=LAYER + 0.2)]


def _bar(seen: Points, a: float, b: float) -> Points:
    """A slanting bar of light across a lens."""
    (left, top), (right, bottom) = seen.min(0), seen.max(0)
    w, h = right - left, bottom - top
    lean = 0.35 * w
    x0, x1 = left + w * (0.25 + a), left + w * (0.25 + b)
    return np.array(
        [(x0 + lean, top - 0.1 * h), (x1 + lean, top - 0.1 * h), (x1 - lean, bottom + 0.1), (x0 - lean, bottom + 0.1)]
    )


def _temple(wearer: Wearer, on: Points, side: float) -> list[Stroke]:
    """The arm from the lens to the ear, on the side that is seen."""
    if side == wearer.far and wearer.turn > 0.12:
        return []
    skull = wearer.skull
    hinge = on[int(np.argmax(on[:, 0] * side))]
    start = _before(wearer, np.array([(hinge[0], skull.eye - 0.06)]))[0]
    x, _, z = skull.ears[0 if side < 0 else 1]
    ear = wearer.head.seen([(x * 1.02, skull.ear_top + 0.05, z - 0.02)])[0]
    if np.hypot(*(ear - start)) < 0.1:
        return []
    mid = start * 0.4 + ear * 0.6 - (0, 0.015)
    return [Stroke(spline([start, mid, ear], 6), 1.0, (0.02, 0.2))]


def monocle(wearer: Wearer) -> list[Part]:
    """One round lens with a chain that hangs from it."""
    side = -wearer.far if wearer.turn > 0.3 else float(wearer.random.choice((-1, 1)))
    gold = wearer.looks.paint("monocle", "gold")
    _, seen = _lens(wearer, "round", side, (0.33, 0.33))
    _, hole = _lens(wearer, "round", side, (0.285, 0.285))
    rim = piece(
        "glasses.monocle",
        gold,
        seen,
        [outer(around(seen), 0.95, 0), outer(around(hole), 0.6, 0)],
        layer=LAYER + 0.2,
        depth=0.5,
        hole=hole,
        form=Inflated(0.03),
    )
    start = seen[int(np.argmax(seen[:, 0] * side + seen[:, 1] * 0.5))]
    end = start + (side * 0.3, 1.1)
    chain = spline([start, start + (side * 0.12, 0.55), end + (0, 0.1), end + (side * 0.12, 0.35)], 8)
    return [pen_only("glasses.chain", gold, [Stroke(chain, 0.6, (0.05, 0.2))], layer=LAYER), rim]


def eye_patch(wearer: Wearer) -> list[Part]:
    """A patch over one eye: black leather aslant, or white gauze."""
    r = wearer.random
    side = -wearer.far if wearer.turn > 0.3 or r.random() < 0.5 else wearer.far
    skull = wearer.skull
    white = r.random() < 0.4
    paint = wearer.looks.paint("patch", "linen" if white else "leather")
    w, h = 0.36, 0.33
    if white:
        shape = [(-0.95, -0.6), (0, -0.85), (0.95, -0.6), (1.0, 0.1), (0.8, 0.8), (0, 1.0), (-0.8, 0.8), (-1.0, 0.1)]
    else:
        shape = [
            (-1.0, -0.75),
            (0, -0.9),
            (1.0, -0.8),
            (0.98, -0.1),
            (0.62, 0.8),
            (0, 1.1),
            (-0.62, 0.8),
            (-0.98, -0.1),
        ]
    on = loop(np.array(shape) * (side * w, h), 5) + (side * skull.eye_x, skull.eye + 0.03)
    seen = _before(wearer, on)
    lines = [outer(around(seen), 1.05)]
    if wearer.fine(0.1):
        lines.append(inner(around(seen.mean(0) + (seen - seen.mean(0)) * 0.84), 0.4, 0.1, 0.1))
    y = skull.eye - 0.22
    straps: list[Stroke] = []
    for knots in (
        [(side * (skull.eye_x + 0.3), y), (side * 0.85, y - 0.06), (side * 1.0, y - 0.1)],
        [(side * (skull.eye_x - 0.3), y), (0.0, y - 0.16), (-side * 0.5, y - 0.34), (-side * 0.95, y - 0.52)],
    ):
        curve = wearer.face(skull_clip(wearer, spline(knots, 6)), 0.02)
        straps += [Stroke(curve, 0.8, (0, 0.1)), Stroke(curve + (0.0, 0.055), 0.8, (0, 0.1))]
    return [
        pen_only("patch.strap", paint, straps, layer=LAYER),
        piece("patch", paint, seen, lines, layer=LAYER + 0.2, depth=0.48, form=Inflated(0.3, 0.6)),
    ]


def skull_clip(wearer: Wearer, on: Points) -> Points:
    """Points of the face, drawn back to what is seen of it."""
    return wearer.skull.within(wearer.head, on, 0.0)


def mask(wearer: Wearer) -> list[Part]:
    """A medical mask over nose, mouth and chin, with loops round the ears; some pulled down to the chin."""
    r = wearer.random
    skull = wearer.skull
    paint = wearer.looks.paint("mask", "linen" if r.random() < 0.7 else "cloth")
    top = skull.nose - 0.16 if r.random() < 0.85 else skull.mouth + 0.1
    low = skull.chin + 0.03
    y = np.linspace(top + 0.06, low - 0.1, 5)
    x = np.interp(y, skull.y, skull.width)
    wide = np.minimum(x - 0.06, 0.62 + 0 * x)
    right = np.stack([wide, y], 1)
    ring = np.concatenate([[(0.0, top), (0.28, top + 0.015)], right, [(0.2, low), (0.0, low + 0.02)]])
    left = (ring * (-1, 1))[::-1][1:-1]
    on = np.concatenate([spline(ring, 5), spline(np.concatenate([ring[-1:], left, ring[:1]]), 5)[1:-1]])
    nose = np.exp(-((on[:, 0] / 0.16) ** 2)) * np.clip((skull.mouth + 0.1 - on[:, 1]) / 0.3, 0, 1)
    seen = skull.seen(wearer.head, skull.within(wearer.head, on, 0.0), 0.05 + 0.12 * nose)
    lines = [outer(around(seen), 1.0, 0)]
    for share in (0.36, 0.55, 0.74) if wearer.fine(0.08) else ():
        at = top + (low - top) * share
        w = float(np.interp(at, skull.y, skull.width)) - 0.08
        fold = spline([(-min(w, 0.62), at - 0.05), (0.0, at + 0.02), (min(w, 0.62), at - 0.05)], 9)
        fold = skull.seen(wearer.head, skull.within(wearer.head, fold, 0.0), 0.06)
        lines.append(inner(fold, 0.5, 0.05, 0.05))
    loops: list[Stroke] = []
    for side in (-1.0, 1.0):
        if side == wearer.far and wearer.turn > 0.3:
            continue
        ex, _, ez = skull.ears[0 if side < 0 else 1]
        ends = wearer.head.seen([(ex * 1.02, skull.ear_top + 0.1, ez - 0.05), (ex, skull.ear_bottom - 0.02, ez)])
        for corner, end in zip((right[0], right[-2]), ends, strict=True):
            start = wearer.face([corner * (side, 1)], 0.04)[0]
            loops.append(Stroke(resample(np.stack([start, end]), 8), 0.8, (0, 0.1)))
    soft = resample(np.concatenate([seen, seen[:1]]), 30)
    under = soft[soft[:, 1] > np.quantile(soft[:, 1], 0.55)]
    return [
        pen_only("mask.loop", paint, loops, layer=LAYER + 0.1),
        piece("mask", paint, seen, lines, [shade(under, 0.3)], layer=LAYER + 0.2, depth=0.4, form=Inflated(0.45, 0.8)),
    ]


def goggles(wearer: Wearer, up: float = 0.85) -> list[Part]:
    """Goggles pushed up over the forehead, on a strap; `up`: how far above the eyes."""
    frame = wearer.looks.paint("goggles", "metal")
    strap, glass = wearer.looks.paint("goggles.strap", "leather"), wearer.looks.paint("goggles.glass", "glass")
    parts: list[Part] = []
    y = wearer.skull.eye - up

    r = 1.27
    level = float(np.sqrt(max(r**2 - y**2, 0.3)))
    lift = circle(level, y - 0.1), circle(level, y + 0.1)
    run = longest(wearer.head.turned(lift[0])[:, 2] > -0.1)
    ring = np.concatenate([wearer.head.seen(lift[0])[run], wearer.head.seen(lift[1])[run][::-1]])
    n = len(ring) // 2
    parts.append(
        piece(
            "goggles.strap", strap, ring, [outer(ring[:n], 0.9), outer(ring[n:], 0.9)], layer=layers.HAT + 1, depth=0.55
        )
    )
    for side in (-1.0, 1.0):
        place = wearer.on_shell(side * 22, float(np.degrees(np.arcsin(min(-y / r, 0.95)))), r + 0.08)
        if place.facing < 0.05:
            continue
        rim, lens = place.flat(ellipse(0, 0, 0.33, 0.29), 0.25), place.flat(ellipse(0, 0, 0.24, 0.21), 0.25)
        light = place.flat(ellipse(-0.05, -0.05, 0.15, 0.12, span=(170, 290), count=12), 0.25)
        parts.append(piece("goggles.rim", frame, rim, layer=layers.HAT + 1.1, depth=0.6, form=Inflated(0.08)))
        parts.append(
            piece(
                "goggles.glass",
                glass,
                lens,
                [outer(around(lens), 0.8)],
                [shine(light, 0.8)],
                layer=layers.HAT + 1.2,
                depth=0.61,
            )
        )
    return parts
