"""Robots: boxes, tubes and lenses that have a character."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, line
from hintpen.training.artist.subjects.staging import stood


def robot_parts(random: Random, name: str = "robot") -> list[Part]:
    """A robot, 1 high, standing at (0, 0)."""
    shell, joint = (
        Paint(f"{name}.shell", str(random.choice(("paint", "metal", "plastic")))),
        Paint(f"{name}.joint", "metal"),
    )
    trim = Paint(f"{name}.trim", "paint")
    wide, high = random.uniform(0.45, 0.7), random.uniform(0.55, 0.85)
    parts: list[Part] = []
    for side in (-1, 1):
        parts += _arm(random, name, shell, joint, side, wide, high)
    parts += _wheels(random, name, joint, wide) if random.random() < 0.25 else _legs(random, shell, joint, trim, wide)
    parts += _trunk(random, name, shell, trim, wide, high)
    neck = _box(-0.12, -high - 0.14, 0.12, -high + 0.04, 0.02)
    rings = [line(np.array([(-0.12, y), (0.12, y)]), 0.6, 0, 0) for y in (-high - 0.09, -high - 0.04)]
    parts.append(drawn(random, "neck", joint, neck, strokes=rings, depth=0.02, pieces=1))
    head = _head(random, name, shell, joint, trim)
    return stood([*parts, *placed(head, Frame.at(0, -high - 0.12, 1, random.normal(0, 6)), 0.08)])


def _box(left: float, top: float, right: float, bottom: float, r: float) -> Points:
    """A box with round corners, clockwise."""
    corners = (
        (right - r, top + r, -90),
        (right - r, bottom - r, 0),
        (left + r, bottom - r, 90),
        (left + r, top + r, 180),
    )
    return np.concatenate([ellipse(x, y, r, r, span=(a, a + 90), count=6) for x, y, a in corners])


def _bolt(random: Random, paint: Paint, x: float, y: float, r: float) -> Part:
    a = random.uniform(0, np.pi)
    slot = np.array(
        [(x - r * 0.6 * np.cos(a), y - r * 0.6 * np.sin(a)), (x + r * 0.6 * np.cos(a), y + r * 0.6 * np.sin(a))]
    )
    return drawn(
        random,
        "bolt",
        paint,
        ellipse(x, y, r, r, count=14),
        weight=0.7,
        strokes=(line(slot, 0.5, 0, 0),),
        form=Ball(x, y, r, r),
        depth=0.08,
        pieces=1,
    )


def _gloss(x: float, y: float, w: float, h: float) -> Mark:
    return Mark(MarkKind.SHINE, np.array([(x, y), (x + w, y), (x + w * 0.7, y + h), (x - w * 0.3, y + h)]), 0.7)


def _trunk(random: Random, name: str, shell: Paint, trim: Paint, wide: float, high: float) -> list[Part]:
    """A box or a barrel with a panel of lamps, a gauge or a heart."""
    if random.random() < 0.5:
        ring = _box(-wide, -high, wide, 0.0, random.uniform(0.05, 0.2))
    else:
        ring = loop(
            np.array(
                [
                    (-wide * 0.8, -high),
                    (wide * 0.8, -high),
                    (wide * 1.05, -high * 0.5),
                    (wide * 0.7, 0.02),
                    (-wide * 0.7, 0.02),
                    (-wide * 1.05, -high * 0.5),
                ]
            ),
            6,
        )
    seams = (
        [line(spline([(-wide, -high * 0.24), (0, -high * 0.22), (wide, -high * 0.24)], 5), 0.6, 0, 0)]
        if random.random() < 0.6
        else []
    )
    form = Blend(Ball(0, -high / 2, wide * 1.2, high * 1.4), Inflated(bevel=0.12), 0.5)
    parts = [
        drawn(
            random,
            "body",
            shell,
            ring,
            weight=1.05,
            strokes=seams,
            marks=(_gloss(-wide * 0.75, -high * 0.85, wide * 0.2, high * 0.3),),
            form=form,
            depth=0.03,
        )
    ]
    panel = _box(-wide * 0.55, -high * 0.8, wide * 0.55, -high * 0.34, 0.04)
    parts.append(drawn(random, "panel", trim, panel, weight=0.8, form=Plane(), depth=0.04, pieces=1))
    way = random.integers(3)
    if way == 0:
        for i, x in enumerate(np.linspace(-0.36, 0.36, 4) * wide):
            lamp = ellipse(float(x), -high * 0.66, wide * 0.09, wide * 0.09, count=16)
            parts.append(
                drawn(
                    random,
                    "lamp",
                    Paint(f"{name}.lamp{i % 3}", "gem"),
                    lamp,
                    weight=0.7,
                    form=Ball(x, -high * 0.66, 0.06, 0.06),
                    depth=0.05,
                    pieces=1,
                )
            )
        grid = [
            line(np.array([(-wide * 0.4, y), (wide * 0.4, y)]), 0.6, 0, 0)
            for y in (-high * 0.5, -high * 0.44, -high * 0.39)
        ]
        parts.append(Part("grille", trim, (), tuple(grid), depth=0.05))
    elif way == 1:
        dial = ellipse(0, -high * 0.57, wide * 0.26, wide * 0.26, count=24)
        needle = line(np.array([(0, -high * 0.57), (wide * 0.15, -high * 0.57 - wide * 0.13)]), 0.9, 0, 0.4)
        marks = [
            line(
                np.array(
                    [
                        (wide * 0.2 * np.cos(a), -high * 0.57 + wide * 0.2 * np.sin(a)),
                        (wide * 0.25 * np.cos(a), -high * 0.57 + wide * 0.25 * np.sin(a)),
                    ]
                ),
                0.6,
                0,
                0,
            )
            for a in np.radians(np.arange(160, 390, 30))
        ]
        parts.append(
            drawn(
                random,
                "gauge",
                Paint(f"{name}.gauge", "cream"),
                dial,
                weight=0.85,
                strokes=(needle, *marks),
                form=Plane(),
                depth=0.05,
                pieces=1,
            )
        )
    else:
        heart = loop(
            np.array([(0, -0.1), (0.14, -0.18), (0.22, -0.06), (0, 0.18), (-0.22, -0.06), (-0.14, -0.18)]) * wide * 0.9
            + (0, -high * 0.57),
            5,
        )
        parts.append(
            drawn(
                random,
                "heart",
                Paint(f"{name}.heart", "gem"),
                heart,
                weight=0.85,
                form=Inflated(),
                depth=0.05,
                pieces=1,
            )
        )
    parts += [_bolt(random, trim, side * wide * 0.8, -high * 0.1, 0.035) for side in (-1, 1)]
    return parts


def _tube(random: Random, paint: Paint, knots: list[tuple[float, float]], thick: float, depth: float) -> Part:
    """A ribbed hose."""
    path = spline(knots, 8)
    right, left = offset(path, thick / 2), offset(path, -thick / 2)
    ribs = [
        line(spline([right[i], path[i] + (path[min(len(path) - 1, i + 1)] - path[i]) * 0.6, left[i]], 3), 0.55, 0, 0)
        for i in range(2, len(path) - 1, 2)
    ]
    return drawn(random, "tube", paint, ring_of(right, left), weight=0.9, strokes=ribs, form=Inflated(), depth=depth)


def _arm(random: Random, name: str, shell: Paint, joint: Paint, side: int, wide: float, high: float) -> list[Part]:
    lift = random.uniform(-0.75, 0.35)
    elbow = (side * (wide + 0.3), -high * 0.7 + 0.18 + lift * 0.15)
    hand = (side * (wide + random.uniform(0.25, 0.5)), -high * 0.7 + 0.45 + lift)
    parts = [_tube(random, joint, [(side * wide * 0.95, -high * 0.75), elbow, hand], 0.12, 0.0)]
    shoulder = ellipse(side * wide * 1.02, -high * 0.75, 0.14, 0.14, count=20)
    cuff = placed(
        [drawn(random, "cuff", shell, _box(-0.13, -0.12, 0.13, 0.1, 0.03), depth=0.05)],
        Frame.at(hand[0], hand[1], 1, float(np.degrees(np.arctan2(hand[1] - elbow[1], hand[0] - elbow[0]))) - 90),
    )
    turn = float(np.degrees(np.arctan2(hand[1] - elbow[1], hand[0] - elbow[0]))) - 90
    claw = [
        drawn(
            random,
            "claw",
            joint,
            loop(
                np.array([(s * 0.03, 0.08), (s * 0.16, 0.16), (s * 0.14, 0.34), (s * 0.04, 0.38), (s * 0.07, 0.22)]), 5
            ),
            depth=0.04,
            pieces=1,
        )
        for s in (-1, 1)
    ]
    return [
        *parts,
        drawn(
            random,
            "shoulder",
            shell,
            shoulder,
            form=Ball(side * wide * 1.02, -high * 0.75, 0.16, 0.16),
            depth=0.02,
            pieces=1,
        ),
        *placed(claw, Frame.at(hand[0], hand[1], 1, turn)),
        *cuff,
    ]


def _legs(random: Random, shell: Paint, joint: Paint, trim: Paint, wide: float) -> list[Part]:
    parts: list[Part] = []
    long = random.uniform(0.2, 0.45)
    for side in (-1, 1):
        x = side * wide * 0.5
        parts.append(
            _tube(random, joint, [(x, -0.05), (x + side * 0.02, long * 0.5), (x + side * 0.03, long)], 0.15, 0.0)
        )
        boot = loop(
            np.array(
                [
                    (x - 0.17, long + 0.24),
                    (x - 0.17, long + 0.04),
                    (x + side * 0.02, long - 0.08),
                    (x + 0.17, long + 0.04),
                    (x + 0.2, long + 0.24),
                ]
            ),
            5,
        )
        sole = _box(x - 0.22 + side * 0.02, long + 0.2, x + 0.22 + side * 0.02, long + 0.3, 0.03)
        parts.append(drawn(random, "boot", shell, boot, form=Ball(x, long + 0.15, 0.25, 0.25), depth=0.02))
        parts.append(drawn(random, "sole", trim, sole, depth=0.03, pieces=1))
    return parts


def _wheels(random: Random, name: str, joint: Paint, wide: float) -> list[Part]:
    """Three wheels in a rubber track."""
    rubber = Paint(f"{name}.track", "rubber")
    ring = _box(-wide * 1.1, 0.06, wide * 1.1, 0.46, 0.2)
    inner = _box(-wide * 1.02, 0.13, wide * 1.02, 0.39, 0.13)
    tread = [line(np.array([(x, 0.39), (x + 0.03, 0.46)]), 0.7, 0, 0) for x in np.linspace(-wide, wide, 11)]
    parts = [
        drawn(random, "track", rubber, ring, strokes=tread, depth=0.0),
        drawn(random, "track.side", joint, inner, weight=0.8, depth=0.01, pieces=1),
    ]
    for x in (-0.68, 0.0, 0.68):
        hub = ellipse(x * wide, 0.26, 0.12, 0.12, count=20)
        parts.append(
            drawn(
                random, "wheel", rubber, hub, weight=0.85, form=Ball(x * wide, 0.26, 0.14, 0.14), depth=0.02, pieces=1
            )
        )
        parts.append(_bolt(random, joint, x * wide, 0.26, 0.05))
    return parts


def _head(random: Random, name: str, shell: Paint, joint: Paint, trim: Paint) -> list[Part]:
    """A box, a dome or a television with lenses or a visor, an antenna and ears."""
    w, h = random.uniform(0.42, 0.66), random.uniform(0.5, 0.72)
    parts: list[Part] = []
    sway = random.normal(0, 0.06)
    wire = spline([(0, -h), (sway * 0.4, -h - 0.14), (sway, -h - 0.25)], 5)
    parts.append(
        Part(
            "antenna",
            joint,
            (ring_of(offset(wire, 0.016), offset(wire, -0.016)),),
            (Stroke(offset(wire, 0.016), 0.7, (0, 0)), Stroke(offset(wire, -0.016), 0.7, (0, 0))),
        )
    )
    parts.append(
        drawn(
            random,
            "antenna.tip",
            Paint(f"{name}.tip", "gem"),
            ellipse(sway, -h - 0.29, 0.065, 0.065, count=18),
            form=Ball(sway, -h - 0.29, 0.07, 0.07),
            pieces=1,
        )
    )
    for side in (-1, 1):
        parts.append(
            drawn(
                random,
                "ear",
                joint,
                _box(min(side * w, side * (w + 0.12)), -h * 0.68, max(side * w, side * (w + 0.12)), -h * 0.34, 0.03),
                depth=-0.01,
                pieces=1,
            )
        )
    dome = random.random() < 0.4
    ring = _box(-w, -h, w, 0.0, random.uniform(0.06, 0.2))
    if dome:
        ring = np.concatenate(
            [
                spline(
                    [
                        (-w, 0),
                        (-w, -h * 0.5),
                        (-w * 0.6, -h * 0.93),
                        (0, -h),
                        (w * 0.6, -h * 0.93),
                        (w, -h * 0.5),
                        (w, 0),
                    ],
                    6,
                ),
                spline([(w, 0), (0, 0.03), (-w, 0)], 4)[1:-1],
            ]
        )
    form = Blend(Ball(0, -h / 2, w * 1.2, h * 0.8), Inflated(bevel=0.15), 0.4)
    parts.append(
        drawn(
            random,
            "head",
            shell,
            ring,
            weight=1.05,
            marks=(_gloss(-w * 0.7, -h * 0.9, w * 0.25, h * 0.16),),
            form=form,
            depth=0.02,
        )
    )
    eye = Paint(f"{name}.lens", "gem")
    if random.random() < 0.4:
        screen = _box(-w * 0.8, -h * 0.8, w * 0.8, -h * 0.2, 0.1)
        parts.append(
            drawn(
                random,
                "screen",
                Paint(f"{name}.screen", "pupil"),
                screen,
                weight=0.85,
                form=Plane(),
                depth=0.03,
                pieces=1,
            )
        )
        for side in (-1, 1):
            lamp = ellipse(side * w * 0.36, -h * 0.55, 0.07, 0.1 if random.random() < 0.8 else 0.03, count=18)
            parts.append(drawn(random, "eye", eye, lamp, weight=0.6, form=Plane(), depth=0.04, pieces=1))
        smile = spline([(-w * 0.2, -h * 0.36), (0, -h * 0.3), (w * 0.2, -h * 0.36)], 5)
        band = ring_of(offset(smile, 0.014), offset(smile, -0.014))
        return [*parts, drawn(random, "mouth", eye, band, weight=0.5, form=Plane(), depth=0.04, pieces=1)]
    for side in (-1, 1):
        x, y, r = side * w * 0.42, -h * 0.58, min(w * 0.3, h * 0.24)
        parts.append(
            drawn(random, "eye.rim", joint, ellipse(x, y, r, r, count=26), form=Ball(x, y, r, r), depth=0.03, pieces=1)
        )
        pupil = Mark(MarkKind.INK, ellipse(x + r * 0.1, y, r * 0.32, r * 0.36, count=16))
        light = Mark(MarkKind.SHINE, ellipse(x - r * 0.3, y - r * 0.35, r * 0.2, r * 0.14, -30, count=12), 0.9)
        parts.append(
            drawn(
                random,
                "eye",
                eye,
                ellipse(x, y, r * 0.72, r * 0.72, count=24),
                weight=0.7,
                marks=(pupil, light),
                form=Ball(x, y, r, r),
                depth=0.04,
                pieces=1,
            )
        )
    slot = _box(-w * 0.45, -h * 0.24, w * 0.45, -h * 0.09, 0.03)
    teeth = [line(np.array([(x, -h * 0.24), (x, -h * 0.09)]), 0.6, 0, 0) for x in np.linspace(-w * 0.3, w * 0.3, 5)]
    parts.append(drawn(random, "mouth", trim, slot, weight=0.8, strokes=teeth, form=Plane(), depth=0.03, pieces=1))
    return parts
