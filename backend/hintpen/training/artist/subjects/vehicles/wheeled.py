"""Vehicles from the side, bound to the right: bicycle, scooter, steam engine, tank; about 1 high, on y = 0."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, ribbon, spline
from hintpen.training.artist.forms import Ball, Inflated, Plane
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.drafting import FLAT, SQUARE, bar, box_corners, inner, shape


def spoked(x: float, r: float, thing: str, random: Random, spokes: int = 10, thick: float = 0.16) -> list[Part]:
    """A wheel about (x, -r) that one can see through: tire, rim and spokes."""
    tire, steel = Paint(f"{thing}.tire", "rubber"), Paint(f"{thing}.spokes", "metal")
    turn = random.uniform(0, 1)
    lines = [
        Stroke(np.array([(x, -r)]) + np.array([[0.1], [0.86]]) * r * np.array([math.cos(a), math.sin(a)]), 0.4, SQUARE)
        for a in turn + np.arange(spokes) * 2 * math.pi / spokes
    ]
    outer, hole = ellipse(x, -r, r, r, count=40), ellipse(x, -r, r * (1 - thick), r * (1 - thick), count=36)
    rim = (
        Stroke(np.concatenate([outer, outer[:1]]), 1.0, SQUARE),
        Stroke(np.concatenate([hole, hole[:1]]), 0.6, SQUARE),
    )
    hub = ellipse(x, -r, r * 0.12, r * 0.12, count=14)
    return [
        Part("vehicle.tire", tire, (outer, hole), rim, (), Inflated(), -0.01),
        Part("vehicle.spokes", steel, strokes=tuple(lines)),
        shape("vehicle.hub", steel, hub, weight=0.7),
    ]


def solid_wheel(x: float, r: float, thing: str, depth: float = 0.03) -> list[Part]:
    """A closed wheel with its cap."""
    tire, hub = Paint(f"{thing}.tire", "rubber"), Paint(f"{thing}.hub", "metal")
    return [
        shape("vehicle.tire", tire, ellipse(x, -r, r, r, count=36), form=Inflated(r * 0.4), depth=depth),
        shape(
            "vehicle.hub",
            hub,
            ellipse(x, -r, r * 0.55, r * 0.55, count=28),
            form=Inflated(),
            weight=0.8,
            depth=depth + 0.004,
        ),
        shape("vehicle.cap", hub, ellipse(x, -r, r * 0.16, r * 0.16, count=14), weight=0.6, depth=depth + 0.006),
    ]


def bicycle(random: Random, thing: str = "bicycle") -> list[Part]:
    """A city or a racing bicycle, perhaps with a basket."""
    frame, black, steel = (
        Paint(f"{thing}.frame", "paint"),
        Paint(f"{thing}.saddle", "leather"),
        Paint(f"{thing}.steel", "metal"),
    )
    r, back, front = 0.34, -0.52, 0.56
    crank, seat, head = (-0.08, -r + 0.02), (-0.2, -0.82), (0.36, -0.86)
    parts = [*spoked(back, r, thing, random, 12, 0.12), *spoked(front, r, thing, random, 12, 0.12)]
    tubes = [
        ((back, -r), crank),
        ((back, -r), (-0.17, -0.7)),
        (crank, (head[0] + 0.02, -0.7)),
        ((-0.17, -0.72), (head[0], -0.78)),
        (crank, seat),
        ((head[0] - 0.015, -0.9), (front, -r)),
    ]
    for i, (a, b) in enumerate(tubes):
        parts.append(
            shape(
                "vehicle.frame",
                frame,
                bar(a, b, 0.042 if i > 1 else 0.03),
                weight=0.8,
                form=Inflated(),
                depth=0.01,
                region=f"{thing}.frame",
            )
        )
    saddle = loop([(-0.34, -0.88), (-0.2, -0.89), (-0.06, -0.85), (-0.1, -0.83), (-0.24, -0.82), (-0.35, -0.83)], 5)
    grip = ribbon(spline([(0.345, -0.92), (0.36, -1.0), (0.46, -1.02), (0.5, -0.95)], 6), 0.035)
    ring = ellipse(crank[0], crank[1], 0.1, 0.1, count=24)
    chain = [
        Stroke(np.array([(back, -r - 0.04), (crank[0], crank[1] - 0.1)]), 0.5, SQUARE),
        Stroke(np.array([(back, -r + 0.04), (crank[0], crank[1] + 0.1)]), 0.5, SQUARE),
    ]
    a = random.uniform(0, math.pi)
    arm = np.array([math.cos(a), math.sin(a)]) * 0.17
    pedals = [Stroke(np.array([np.array(crank) - arm, np.array(crank) + arm]), 1.4, SQUARE)]
    pedals += [
        Stroke(np.array([np.array(crank) + s * arm - (0.05, 0), np.array(crank) + s * arm + (0.05, 0)]), 2.0, SQUARE)
        for s in (-1, 1)
    ]
    parts += [
        shape("vehicle.saddle", black, saddle, form=Inflated(), depth=0.02),
        shape("vehicle.handlebar", steel, grip, weight=0.8, form=Inflated(), depth=0.02),
        Part("vehicle.chain", steel, strokes=tuple(chain)),
        shape("vehicle.crank", steel, ring, weight=0.7, depth=0.014),
        Part("vehicle.pedals", steel, strokes=tuple(pedals)),
    ]
    for x in (back, front):
        guard = ribbon(ellipse(x, -r, r * 1.1, r * 1.1, 0, (200, 320), 18), 0.03)
        parts.append(shape("vehicle.mudguard", frame, guard, weight=0.7, depth=0.012))
    if random.random() < 0.5:
        wicker = Paint(f"{thing}.basket", "sand")
        k = np.array([(0.42, -0.94), (0.78, -0.94), (0.72, -0.7), (0.47, -0.7)])
        weave = [
            inner((0.43 + 0.01 * i, -0.94 + 0.06 * i), (0.77 - 0.012 * i, -0.94 + 0.06 * i), weight=0.5, taper=SQUARE)
            for i in range(1, 4)
        ]
        weave += [
            inner((x, -0.94), (0.6 + (x - 0.6) * 0.75, -0.7), weight=0.5, taper=SQUARE)
            for x in (0.48, 0.55, 0.62, 0.69)
        ]
        parts.append(shape("vehicle.basket", wicker, k, strokes=weave, depth=0.03))
    return parts


def scooter(random: Random, thing: str = "scooter") -> list[Part]:
    """A motor scooter."""
    body, seat, steel, light = (
        Paint(f"{thing}.body", "paint"),
        Paint(f"{thing}.seat", "leather"),
        Paint(f"{thing}.steel", "metal"),
        Paint(f"{thing}.light", "glass"),
    )
    parts = [*solid_wheel(-0.5, 0.2, thing, 0.0), *solid_wheel(0.55, 0.2, thing, 0.0)]
    tail = loop(
        [
            (-0.78, -0.42),
            (-0.7, -0.56),
            (-0.3, -0.58),
            (-0.1, -0.5),
            (-0.06, -0.24),
            (-0.2, -0.14),
            (-0.4, -0.24),
            (-0.62, -0.3),
        ],
        6,
    )
    floor = np.array([(-0.2, -0.26), (0.3, -0.24), (0.34, -0.15), (-0.2, -0.15)])
    shield = loop(
        [
            (0.24, -0.78),
            (0.34, -0.82),
            (0.46, -0.5),
            (0.5, -0.26),
            (0.36, -0.15),
            (0.26, -0.22),
            (0.34, -0.4),
            (0.3, -0.6),
        ],
        6,
    )
    guard = ribbon(ellipse(0.55, -0.2, 0.25, 0.25, 0, (185, 340), 18), 0.08)
    saddle = loop([(-0.72, -0.6), (-0.45, -0.66), (-0.12, -0.62), (-0.1, -0.56), (-0.4, -0.56), (-0.7, -0.54)], 5)
    bars = ribbon(spline([(0.2, -0.92), (0.28, -0.95), (0.36, -0.92)], 5), 0.06)
    lines = [inner((-0.7, -0.42), (-0.4, -0.44), (-0.12, -0.36)), inner((-0.3, -0.56), (-0.26, -0.4), (-0.24, -0.2))]
    parts += [
        shape("vehicle.fork", steel, bar((0.34, -0.8), (0.55, -0.2), 0.05), weight=0.8),
        shape("vehicle.guard", body, guard, form=Inflated(), depth=0.02),
        shape("vehicle.body", body, tail, strokes=lines, form=Inflated(0.1), depth=0.03),
        shape("vehicle.floor", body, floor, form=FLAT, depth=0.025),
        shape("vehicle.shield", body, shield, form=Inflated(0.06), depth=0.03),
        shape("vehicle.seat", seat, saddle, form=Inflated(), depth=0.04),
        shape("vehicle.head", body, ellipse(0.33, -0.9, 0.1, 0.08, count=24), form=Inflated(), depth=0.03),
        shape("vehicle.handlebar", steel, bars, weight=0.8, depth=0.04),
        shape("vehicle.light", light, ellipse(0.42, -0.9, 0.04, 0.06, count=16), weight=0.7, depth=0.04),
    ]
    mirror = Stroke(spline([(0.3, -0.96), (0.25, -1.05), (0.2, -1.1)], 4), 0.8, SQUARE)
    parts.append(
        shape("vehicle.mirror", light, ellipse(0.18, -1.13, 0.05, 0.04, count=14), weight=0.7, strokes=[mirror])
    )
    if random.random() < 0.5:
        parts.append(
            shape(
                "vehicle.box",
                Paint(f"{thing}.box", "paint"),
                box_corners(-0.92, -0.92, -0.52, -0.6),
                form=Inflated(0.04),
                depth=0.03,
            )
        )
    return parts


def engine(random: Random, thing: str = "engine") -> list[Part]:
    """A steam engine with its cab, boiler, wheels, rods and smoke; about twice as long as high."""
    body, trim, dark, brass = (
        Paint(f"{thing}.boiler", "paint"),
        Paint(f"{thing}.trim", "paint"),
        Paint(f"{thing}.chassis", "rubber"),
        Paint(f"{thing}.brass", "gold"),
    )
    form = Ball(0, -0.56, 1e3, 0.2)
    hoops = [inner((x, -0.74), (x, -0.38), weight=0.6, taper=SQUARE) for x in (-0.1, 0.2, 0.5)]
    gleam = Mark(MarkKind.SHINE, box_corners(-0.3, -0.7, 0.85, -0.66), 0.7)
    rail = np.array([(-1.05, -0.34), (0.95, -0.34), (0.95, -0.24), (-1.05, -0.24)])
    cow = np.array([(0.9, -0.3), (1.18, -0.02), (0.92, -0.02)])
    parts = [
        shape(
            "vehicle.chimney",
            dark,
            np.array([(0.56, -0.72), (0.52, -1.0), (0.76, -1.0), (0.7, -0.72)]),
            form=Ball(0.64, 0, 0.12, 1e3),
        ),
        shape(
            "vehicle.dome",
            brass,
            np.concatenate([ellipse(0.2, -0.76, 0.1, 0.12, 0, (180, 360), 14), [(0.3, -0.7), (0.1, -0.7)]]),
            form=Inflated(),
        ),
        shape(
            "vehicle.boiler",
            body,
            box_corners(-0.35, -0.76, 0.84, -0.34),
            strokes=hoops,
            marks=[gleam],
            form=form,
            depth=0.01,
        ),
        shape("vehicle.smokebox", dark, box_corners(0.8, -0.78, 0.92, -0.32), form=form, depth=0.012),
        shape("vehicle.lamp", brass, ellipse(0.86, -0.84, 0.06, 0.06, count=18), weight=0.8),
        shape("vehicle.cab", trim, box_corners(-0.95, -0.96, -0.33, -0.3), form=Plane(-0.1, 0), depth=0.02),
        shape(
            "vehicle.window",
            Paint(f"{thing}.glass", "glass"),
            box_corners(-0.82, -0.86, -0.52, -0.62),
            weight=0.7,
            depth=0.022,
        ),
        shape(
            "vehicle.roof",
            dark,
            np.concatenate(
                [spline([(-1.02, -0.95), (-0.64, -1.06), (-0.26, -0.95)], 6), [(-0.26, -0.92), (-1.02, -0.92)]]
            ),
            depth=0.03,
        ),
        shape("vehicle.chassis", dark, rail, depth=0.03),
        shape(
            "vehicle.cowcatcher",
            trim,
            cow,
            strokes=[inner((0.91, -0.28 + 0.09 * i), (0.95 + 0.09 * i, -0.03)) for i in range(3)],
            depth=0.03,
        ),
    ]
    for x in (-0.72, -0.24, 0.24):
        parts += spoked(x, 0.23, thing, random, 10, 0.2)
    for x in (0.62, 0.85):
        parts += spoked(x, 0.13, f"{thing}.small", random, 8, 0.24)
    parts.append(shape("vehicle.rod", brass, bar((-0.76, -0.18), (0.28, -0.18), 0.05), weight=0.8, depth=0.06))
    x, y, r = 0.64, -1.08, 0.09
    for _ in range(int(random.integers(2, 5))):
        puff = ellipse(x, y, r * 1.25, r, count=22)
        parts.insert(
            0, shape("smoke", Paint(f"{thing}.smoke", "cloud"), puff, weight=0.7, form=Inflated(), depth=-0.03)
        )
        x, y, r = x - r * 1.3, y - r * 0.7, r * 1.3
    ties = tuple(Stroke(np.array([(a, 0.03), (a + 0.08, 0.03)]), 1.4, SQUARE) for a in np.arange(-1.15, 1.2, 0.2))
    return [
        *parts,
        Part(
            "ground.rail",
            Paint("rail.steel", "metal"),
            strokes=(Stroke(np.array([(-1.3, 0.005), (1.35, 0.005)]), 1.0, SQUARE), *ties),
        ),
    ]


def tank(random: Random, thing: str = "tank") -> list[Part]:
    """A battle tank; about twice as long as high."""
    armor, dark, steel = (
        Paint(f"{thing}.armor", "paint"),
        Paint(f"{thing}.track", "rubber"),
        Paint(f"{thing}.wheel", "metal"),
    )
    track = loop(
        [
            (-0.95, -0.3),
            (-0.8, -0.46),
            (0.8, -0.46),
            (1.02, -0.34),
            (0.96, -0.16),
            (0.7, 0),
            (-0.72, 0),
            (-0.98, -0.14),
        ],
        6,
    )
    links = [Stroke(np.stack([p, p * 0.94 + (0.0, -0.014)]), 0.5, SQUARE, inside=True) for p in track[::2]]
    hull = np.array([(-1.0, -0.42), (-0.92, -0.62), (0.7, -0.62), (1.1, -0.46), (1.0, -0.36), (-0.98, -0.36)])
    turret = loop([(-0.5, -0.6), (-0.46, -0.82), (-0.2, -0.92), (0.25, -0.9), (0.42, -0.76), (0.44, -0.6)], 6)
    panels = [
        inner((-0.3, -0.9), (-0.26, -0.62)),
        inner((0.2, -0.88), (0.24, -0.62)),
        inner((-0.9, -0.5), (1.0, -0.47), taper=SQUARE),
    ]
    parts = [
        shape("vehicle.barrel", armor, bar((0.3, -0.76), (1.25, -0.84), 0.08, 0.06), form=Ball(0.7, -0.78, 1e3, 0.06)),
        shape("vehicle.muzzle", armor, bar((1.2, -0.835), (1.34, -0.846), 0.1), weight=0.9),
        shape("vehicle.turret", armor, turret, strokes=panels[:2], form=Inflated(0.15), depth=0.02),
        shape(
            "vehicle.hatch",
            armor,
            np.concatenate([ellipse(-0.08, -0.92, 0.14, 0.08, 0, (180, 360), 12), [(0.06, -0.9), (-0.22, -0.9)]]),
            weight=0.8,
        ),
        shape("vehicle.track", dark, track, strokes=links, depth=0.02),
        shape("vehicle.hull", armor, hull, strokes=panels[2:], form=Plane(0, -0.2), depth=0.04),
    ]
    for x in np.linspace(-0.68, 0.68, 6).tolist():
        parts.append(
            shape(
                "vehicle.wheel",
                steel,
                ellipse(x, -0.15, 0.115, 0.115, count=24),
                weight=0.8,
                form=Inflated(0.03),
                depth=0.03,
            )
        )
        parts.append(shape("vehicle.hub", dark, ellipse(x, -0.15, 0.035, 0.035, count=12), weight=0.6, depth=0.034))
    whip = Stroke(spline([(-0.4, -0.84), (-0.5, -1.05), (-0.56, -1.25)], 5), 0.6, (0, 0.5))
    return [*parts, Part("vehicle.antenna", steel, strokes=(whip,))]
