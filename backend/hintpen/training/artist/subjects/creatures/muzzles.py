"""Noses and mouths of mammals, in a head's own units."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, loop, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, edge, line
from hintpen.training.artist.subjects.creatures.breeds import Breed
from hintpen.training.artist.subjects.creatures.coats import Coat, whiskers
from hintpen.training.artist.subjects.creatures.fantasy import trunk
from hintpen.training.artist.subjects.creatures.skulls import Skull


def muzzle_parts(random: Random, breed: Breed, coat: Coat, skull: Skull, mood: str) -> list[Part]:
    """The muzzle with nose, mouth and whiskers."""
    s = math.sin(math.radians(skull.yaw))
    x, y = skull.seen(0.0, 0.4)
    c = math.cos(math.radians(skull.yaw))
    if breed.muzzle == "trunk":
        return trunk(random, coat, x + 0.06 * s, y - 0.1)
    if breed.muzzle == "beast":
        return _beast(random, coat, x + 0.12 * s, y + 0.02, s)
    parts: list[Part] = []
    size = 1.0
    if breed.muzzle in ("round", "broad", "pointed"):
        x += 0.04 * s
        parts.append(_snout(random, breed, coat, x, y, s))
        size = {"round": 1.25, "broad": 1.4, "pointed": 1.05}[breed.muzzle]
        x, y = x + 0.1 * s, y - {"round": 0.14, "broad": 0.06, "pointed": 0.08}[breed.muzzle]
    elif breed.muzzle == "disc" and breed.name == "pig":
        return [*_pig(random, coat, x, y, s), *_mouth(random, coat, x, y + 0.32, 0.8, c, mood, 0.0)]
    elif random.random() < 0.4:
        ring = loop(
            [
                (x - 0.34 * c, y + 0.16),
                (x - 0.2, y - 0.1),
                (x, y - 0.14),
                (x + 0.2, y - 0.1),
                (x + 0.34 * c, y + 0.16),
                (x, y + 0.42),
            ],
            5,
        )
        parts.append(_patch(coat.light, ring, coat))
    parts += _mouth(random, coat, x, y + 0.11 * size, size, c, mood, s)
    if breed.muzzle == "rabbit":
        parts += _incisors(coat, x, y + 0.24, c)
    parts += _nose(random, breed, coat, x, y, size, c)
    if breed.foot == "paw" and breed.tufts > 0 and breed.muzzle != "broad" and random.random() < 0.6:
        strokes = [w for side in (-1, 1) for w in whiskers(x + side * 0.36 * c, y + 0.16, side, 0.62, random)]
        parts.append(Part("whiskers", coat.main, (), tuple(strokes)))
    return parts


def _patch(paint: Paint, ring: Points, coat: Coat) -> Part:
    return Part(
        "muzzle",
        paint,
        (ring,),
        (Stroke(np.concatenate([ring, ring[:1]]), 0.45, (0, 0)),),
        form=Ball(0, 0, 1.15, 1.1),
        depth=0.26,
    )


def _snout(random: Random, breed: Breed, coat: Coat, x: float, y: float, s: float) -> Part:
    """A muzzle that stands out from the face; its outline is open toward the brow."""
    if breed.muzzle == "pointed":
        ring = loop(
            [
                (x - 0.06 * s, y - 0.24),
                (x + 0.26, y - 0.06),
                (x + 0.36 + 0.08 * s, y + 0.14),
                (x + 0.16, y + 0.42),
                (x - 0.16, y + 0.42),
                (x - 0.4, y + 0.2),
                (x - 0.28, y - 0.06),
            ],
            6,
        )
    else:
        w = 0.5 if breed.muzzle == "broad" else 0.44
        ring = loop(
            [
                (x, y - 0.3),
                (x + 0.7 * w, y - 0.2),
                (x + w, y + 0.08),
                (x + 0.6 * w, y + 0.4),
                (x, y + 0.47),
                (x - 0.62 * w, y + 0.4),
                (x - w, y + 0.08),
                (x - 0.7 * w, y - 0.2),
            ],
            6,
        )
    light = random.random() < 0.65 or breed.name in ("fox", "wolf", "tiger", "panda")
    n = len(ring)
    rim = ring[n // 14 : -n // 5] if not light else np.concatenate([ring, ring[:1]])
    form = Blend(Ball(x, y, 0.55, 0.5), Inflated(), 0.4)
    paint, region = (coat.light, "") if light else (coat.main, coat.region)
    return Part("muzzle", paint, (ring,), (edge(rim, 0.75, 0.25),), form=form, depth=0.36, region=region)


def _nose(random: Random, breed: Breed, coat: Coat, x: float, y: float, size: float, c: float) -> list[Part]:
    w, h = 0.13 * size, 0.095 * size
    if breed.muzzle in ("small", "rabbit", "disc"):
        w, h = w * 0.8, h * 0.8
    if breed.muzzle == "broad":
        w, h = w * 1.3, h * 0.9
    ring = loop(
        [
            (x - w * c, y - h * 0.6),
            (x - 0.2 * w, y - h),
            (x + 0.3 * w, y - h),
            (x + w * c, y - h * 0.55),
            (x + 0.45 * w, y + h * 0.6),
            (x, y + h),
            (x - 0.5 * w, y + h * 0.55),
        ],
        5,
    )
    strokes: list[Stroke] = []
    if breed.muzzle in ("round", "broad", "pointed") and size > 1.1:
        strokes = [
            line(ellipse(x + side * w * 0.45, y + h * 0.1, w * 0.25, h * 0.3, span=(200, 380), count=8), 0.6)
            for side in (-1, 1)
        ]
    shine = Mark(MarkKind.SHINE, ellipse(x - w * 0.2, y - h * 0.45, w * 0.4, h * 0.22, count=12), 0.9)
    return [
        drawn(
            random,
            "nose",
            coat.nose,
            ring,
            weight=0.9,
            pieces=1,
            strokes=strokes,
            marks=(shine,),
            form=Ball(x, y, w * 1.2, h * 1.2),
            depth=0.4,
        )
    ]


def _mouth(random: Random, coat: Coat, x: float, y: float, size: float, c: float, mood: str, s: float) -> list[Part]:
    """A cat's double arc under the nose, open or shut."""
    w = random.uniform(0.15, 0.23) * size
    low = random.uniform(0.08, 0.14) * size
    if mood in ("sad", "angry") and random.random() < 0.7:
        arc = spline([(x - w * c, y + low * 1.6), (x, y + low * 0.7), (x + w * c, y + low * 1.5)], 6)
        stem = np.array([(x, y), (x, y + low * 0.7)])
        return [Part("mouth", coat.main, (), (Stroke(arc, 0.85, (0.3, 0.3)), Stroke(stem, 0.6, (0, 0.1))), depth=0.38)]
    left = spline(
        [
            (x, y + low * 0.4),
            (x - w * 0.4, y + low * 1.3),
            (x - w * c, y + low * 0.8),
            (x - w * 1.15 * c, y + low * 0.1),
        ],
        6,
    )
    right = spline(
        [
            (x, y + low * 0.4),
            (x + w * 0.45, y + low * 1.25),
            (x + w * c, y + low * 0.75),
            (x + w * 1.1 * c, y + low * 0.05),
        ],
        6,
    )
    lips = (
        Stroke(left, 0.85, (0.05, 0.4)),
        Stroke(right, 0.85, (0.05, 0.4)),
        Stroke(np.array([(x, y - low * 0.3), (x, y + low * 0.5)]), 0.65, (0, 0)),
    )
    open_wide = {"happy": 0.6, "wide": 0.75, "open": 0.35, "sad": 0.3}.get(mood, 0.12)
    parts: list[Part] = []
    if random.random() < open_wide:
        parts += _jaw(random, coat, x, y + low * 1.0, w * 0.75, random.uniform(0.14, 0.34) * size, c)
    return [*parts, Part("mouth", coat.main, (), lips, depth=0.38)]


def _jaw(random: Random, coat: Coat, x: float, y: float, w: float, deep: float, c: float) -> list[Part]:
    ring = np.concatenate(
        [
            spline([(x - w * c, y - 0.01), (x, y - 0.035), (x + w * c, y - 0.01)], 5),
            spline(
                [
                    (x + w * c, y),
                    (x + w * 0.6, y + deep * 0.8),
                    (x, y + deep),
                    (x - w * 0.62, y + deep * 0.78),
                    (x - w * c, y),
                ],
                6,
            )[1:-1],
        ]
    )
    tongue = ellipse(x, y + deep * 0.95, w * 0.62, deep * 0.45, count=18)
    parts = [
        Part(
            "mouth",
            Paint(f"{coat.name}.mouth", "mouth"),
            (ring,),
            (Stroke(ring[10:], 0.85, (0.1, 0.1)),),
            form=Plane(),
            depth=0.34,
        ),
        Part(
            "tongue",
            Paint(f"{coat.name}.tongue", "tongue"),
            (tongue,),
            (Stroke(tongue[8:], 0.5, (0.1, 0.1)),),
            form=Ball(x, y + deep, w, deep),
            depth=0.35,
            clips=(ring,),
        ),
    ]
    if random.random() < 0.4:
        fang = np.array([(x - w * 0.62, y - 0.02), (x - w * 0.3, y - 0.02), (x - w * 0.45, y + deep * 0.4)])
        parts.append(
            Part(
                "tooth",
                Paint(f"{coat.name}.tooth", "tooth"),
                (fang,),
                (Stroke(fang[[0, 2, 1]], 0.55, (0, 0)),),
                form=Plane(),
                depth=0.36,
                clips=(ring,),
            )
        )
    return parts


def _beast(random: Random, coat: Coat, x: float, y: float, s: float) -> list[Part]:
    """A dragon's broad snout: nostrils on top, a long mouth with fangs that stand out."""
    upper = [(x + 0.05 * s, y - 0.26), (x + 0.4, y - 0.2), (x + 0.62, y + 0.06)]
    lower = [
        (x + 0.48, y + 0.38),
        (x + 0.04, y + 0.47),
        (x - 0.5, y + 0.38),
        (x - 0.62, y + 0.06),
        (x - 0.42, y - 0.18),
    ]
    ring = loop([*upper, *lower], 6)
    nostrils = [
        Mark(MarkKind.INK, ellipse(x + 0.14 * s + d, y - 0.08, 0.045, 0.028, 25 * d, count=12)) for d in (-0.16, 0.17)
    ]
    lids = [line(ellipse(x + 0.14 * s + d, y - 0.09, 0.08, 0.06, span=(190, 350), count=8), 0.6) for d in (-0.16, 0.17)]
    grin = random.uniform(-0.02, 0.08)
    mouth = spline(
        [
            (x - 0.56, y + 0.16 - grin),
            (x - 0.3, y + 0.26),
            (x + 0.05, y + 0.27 + grin),
            (x + 0.36, y + 0.24),
            (x + 0.57, y + 0.14 - grin),
        ],
        6,
    )
    form = Blend(Ball(x, y + 0.1, 0.72, 0.5), Inflated(), 0.4)
    rim = np.concatenate([ring[3:], ring[:1]])[: -len(ring) // 6]
    strokes = (edge(rim, 0.85, 0.3), Stroke(mouth, 0.95, (0.2, 0.2)), *lids)
    parts = [Part("muzzle", coat.main, (ring,), strokes, tuple(nostrils), form, 0.36, region=coat.region)]
    tooth = Paint(f"{coat.name}.tooth", "tooth")
    for d in (-0.34, 0.36)[: int(random.integers(0, 3))]:
        fang = np.array([(x + d - 0.05, y + 0.235), (x + d + 0.05, y + 0.235), (x + d, y + 0.37)])
        parts.append(drawn(random, "tooth", tooth, fang, weight=0.7, pieces=1, form=Plane(), depth=0.37))
    return parts


def _incisors(coat: Coat, x: float, y: float, c: float) -> list[Part]:
    w = 0.075
    ring = np.array([(x - w * c, y), (x + w * c, y), (x + w * 0.9 * c, y + 0.14), (x - w * 0.9 * c, y + 0.14)])
    gap = Stroke(np.array([(x, y), (x, y + 0.14)]), 0.5, (0, 0))
    return [
        Part(
            "tooth",
            Paint(f"{coat.name}.tooth", "tooth"),
            (ring,),
            (Stroke(np.concatenate([ring, ring[:1]]), 0.6, (0, 0)), gap),
            form=Plane(),
            depth=0.37,
        )
    ]


def _pig(random: Random, coat: Coat, x: float, y: float, s: float) -> list[Part]:
    disc = ellipse(x + 0.1 * s, y, 0.32 * (1 - 0.3 * abs(s)), 0.25, random.normal(0, 3), count=30)
    holes = [Mark(MarkKind.INK, ellipse(x + 0.1 * s + side * 0.12, y, 0.045, 0.075, count=12)) for side in (-1, 1)]
    part = drawn(random, "nose", coat.skin, disc, marks=holes, form=Ball(x, y, 0.5, 0.4), depth=0.4, pieces=1)
    return placed([part], Frame.at(0, 0))
