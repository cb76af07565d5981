"""What turns an animal into a fabulous one: wings, spikes, manes of hair, belly plates, a trunk."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, lock, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.records import Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import drawn, edge, line, scalloped
from hintpen.training.artist.subjects.creatures.breeds import Breed
from hintpen.training.artist.subjects.creatures.coats import Coat, limb_outline
from hintpen.training.artist.subjects.creatures.monsters import bat_wings

BACKS: dict[str, tuple[tuple[float, float], ...]] = {
    "sitting": ((-0.45, -0.05), (-0.72, 0.4), (-1.02, 1.0), (-1.12, 1.62)),
    "standing": ((-0.3, -0.2), (-0.9, -0.03), (-1.5, -0.08), (-1.95, 0.2)),
    "lying": ((-0.4, -0.2), (-0.95, -0.12), (-1.7, 0.05), (-2.1, 0.6)),
    "curled": ((0.0, -0.25), (-0.9, -0.42), (-1.75, -0.15), (-2.1, 0.4)),
}
"""The line of the back in body units, by pose; poses that are seen from the front show none."""


def behind(random: Random, breed: Breed, coat: Coat, pose: str) -> list[Part]:
    """What a fabulous animal wears behind its trunk, in body units."""
    parts: list[Part] = []
    if "wings" in breed.extras:
        parts += wings(random, coat, pose)
    if "spikes" in breed.extras and pose in BACKS:
        parts += spikes(random, coat, spline(BACKS[pose], 8))
    return parts


def wings(random: Random, coat: Coat, pose: str) -> list[Part]:
    """Leathery or feathered wings behind the shoulders."""
    leather = Paint(f"{coat.name}.wing", coat.main.material, coat.main.key if random.random() < 0.6 else "")
    x, y = (0.0, 0.4) if pose in ("facing", "upright") else (-0.6, 0.3)
    if random.random() < 0.6:
        return bat_wings(random, leather, x, y, random.uniform(0.8, 1.15))
    return feathered_wings(random, Paint(f"{coat.name}.feathers", "cream"), x, y, random.uniform(0.9, 1.2))


def feathered_wings(random: Random, paint: Paint, x: float, y: float, span: float) -> list[Part]:
    """A pair of bird's wings, half spread: long quills under two rows of coverts."""
    parts: list[Part] = []
    for side in (-1, 1):
        flip = np.array([side * span, span])
        for row, (count, long, depth) in enumerate(((6, 0.95, -0.12), (5, 0.62, -0.11), (4, 0.36, -0.1))):
            for t in np.linspace(0, 1, count):
                root = np.array([0.18 + 0.55 * (1 - t) * (1 - 0.15 * row), -0.25 - 0.42 * (1 - t)])
                a = np.radians(-38 + 105 * t + random.normal(0, 2))
                tip = root + long * (1 - 0.25 * t) * np.array([np.cos(a), np.sin(a)])
                bend = (root + tip) / 2 + (0.04, -0.05)
                right, left = lock(spline([root, bend, tip], 6) * flip + (x, y), 0.3 * span, 0.6, 0.5)
                ring = ring_of(right, left)
                parts.append(
                    drawn(random, "wing", paint, ring, weight=0.85, pieces=1, form=Inflated(height=0.6), depth=depth)
                )
    return parts


def spikes(random: Random, coat: Coat, back: Points) -> list[Part]:
    """A row of plates or thorns along the back, the largest in the middle."""
    paint = Paint(f"{coat.name}.spike", "horn")
    parts: list[Part] = []
    outward = offset(back, 1.0) - back
    if outward[len(back) // 2][1] > 0 and outward[len(back) // 2][0] >= 0:
        outward = -outward
    n = len(back)
    count = int(random.integers(4, 8))
    for t in np.linspace(0.06, 0.92, count):
        i = int(t * (n - 2))
        high = 0.3 * (0.5 + 0.6 * np.sin(np.pi * t)) * random.uniform(0.85, 1.1)
        base = (back[i + 1] - back[i]) * n / count * 0.55
        tip = back[i] + outward[i] * high + base * 0.25
        ring = np.concatenate(
            [
                spline([back[i] - base - outward[i] * 0.08, back[i] - base * 0.6 + outward[i] * high * 0.5, tip], 4),
                spline([tip, back[i] + base * 0.8 + outward[i] * high * 0.35, back[i] + base - outward[i] * 0.08], 4)[
                    1:
                ],
            ]
        )
        parts.append(drawn(random, "spike", paint, ring, weight=0.9, pieces=1, form=Inflated(), depth=-0.02))
    return parts


def mane(random: Random, breed: Breed, coat: Coat, s: float) -> tuple[list[Part], list[Part]]:
    """A horse's hair: locks down the neck behind the head, a forelock before it."""
    hair = Paint(f"{coat.name}.hair", "hair")

    def tress(
        root: tuple[float, float], bend: tuple[float, float], tip: tuple[float, float], wide: float, depth: float
    ) -> Part:
        spine = spline([root, bend, tip], 8)
        right, left = lock(spine, wide, 0.45, 0.7)
        inner = line(offset(spine, wide * 0.1)[2:-3], 0.5, 0.3, 0.6)
        return Part(
            "hair",
            hair,
            (ring_of(right, left),),
            (edge(right[::-1], 0.95, 0.1), edge(left, 0.95, 0.1), inner),
            form=Inflated(),
            depth=depth,
        )

    back = [
        tress(
            (-0.35 - 0.1 * i, -0.75 + 0.3 * i),
            (-1.15 - 0.05 * i, -0.5 + 0.42 * i),
            (-1.0 - random.uniform(0, 0.3), 0.35 + 0.36 * i),
            0.55,
            0.1 + 0.01 * i,
        )
        for i in range(3)
    ]
    front = [
        tress(
            (0.05 * s + x * 0.3, -0.98),
            (x * 0.9 + 0.1, -0.8),
            (x + 0.12 * s, -0.25 + random.uniform(-0.1, 0.1)),
            0.34,
            0.34,
        )
        for x in (-0.35, 0.3, 0.02)
    ]
    return back, front


def unicorn_horn(random: Random, coat: Coat, s: float) -> Part:
    """A spiral horn on the brow."""
    a = np.array([0.22 * s, -0.78])
    b = a + (0.16 + 0.35 * s, -0.95)
    spine = spline([a, b], 10)
    half = np.linspace(0.12, 0.012, len(spine))
    right, left = offset(spine, half), offset(spine, -half)
    turns = [line(np.stack([right[i], left[i + 1]]), 0.6, 0, 0.1) for i in range(1, len(spine) - 2, 2)]
    return drawn(
        random,
        "horn",
        Paint(f"{coat.name}.horn", "gold"),
        ring_of(right, left),
        weight=0.95,
        strokes=turns,
        form=Inflated(),
        depth=0.36,
        pieces=1,
    )


def trunk(random: Random, coat: Coat, x: float, y: float) -> list[Part]:
    """An elephant's trunk and tusks, from the middle of the face."""
    side = random.choice((-1, 1))
    lift = random.random() < 0.35
    path = [
        (x, y - 0.2),
        (x + 0.06, y + 0.3),
        (x + 0.12 * side, y + 0.75),
        (x + 0.45 * side, y + (0.6 if lift else 0.98)),
    ]
    if lift:
        path.append((x + 0.62 * side, y + 0.25))
    ring, outline = limb_outline(path, (0.46, 0.4, 0.32, 0.24, 0.2), 0.18)
    spine = spline(path, 8)
    widths = np.interp(np.linspace(0, 1, len(spine)), np.linspace(0, 1, 5), (0.46, 0.4, 0.32, 0.24, 0.2)) * 0.5
    right, left = offset(spine, widths), offset(spine, -widths)
    rings = [
        line(
            spline(
                [
                    right[i] * 0.7 + spine[i] * 0.3,
                    spine[i] + (spine[i + 1] - spine[i]) * 0.8,
                    left[i] * 0.6 + spine[i] * 0.4,
                ],
                3,
            ),
            0.5,
            0.3,
            0.3,
        )
        for i in range(9, len(spine) - 2, 3)
    ]
    parts: list[Part] = []
    for s in (-1, 1):
        tusk = spline([(x + s * 0.24, y + 0.12), (x + s * 0.4, y + 0.42), (x + s * 0.56, y + 0.44)], 6)
        half = np.linspace(0.085, 0.012, len(tusk))
        parts.append(
            drawn(
                random,
                "tusk",
                Paint(f"{coat.name}.tusk", "tooth"),
                ring_of(offset(tusk, half), offset(tusk, -half)),
                weight=0.9,
                pieces=1,
                form=Inflated(),
                depth=0.34,
            )
        )
    body = Part(
        "trunk", coat.main, (ring,), (edge(outline, 1.05, 0.1), *rings), form=Inflated(), depth=0.38, region=coat.region
    )
    return [*parts, body]


def plates(random: Random, coat: Coat, belly: Points, ring: Points, form: Ball | Blend, depth: float) -> Part:
    """A dragon's belly in overlapping bands."""
    (left, top), (right, bottom) = belly.min(0), belly.max(0)
    bands = [
        line(spline([(right, y), ((left + right) / 2, y + 0.07), (left, y)], 5), 0.6, 0.05, 0.05)
        for y in np.arange(top + 0.14, bottom, 0.19)
    ]
    closed = Stroke(np.concatenate([belly, belly[:1]]), 0.6, (0, 0))
    return Part("belly", coat.light, (belly,), (closed, *bands), form=form, depth=depth, clips=(ring,))


def fan_ears(random: Random, coat: Coat, breed: Breed, s: float) -> list[Part]:
    """An elephant's ears, spread behind the head."""
    parts: list[Part] = []
    for side in (-1, 1):
        x = side * breed.wide * 0.75 - 0.1 * s
        base = ellipse(x + side * 0.5, 0.0, 0.62 * (1 - 0.2 * side * s), 0.72, span=(-90, 270), count=40)
        rim, arcs = scalloped(base, random, 7, 0.05, hook=0.1)
        inner = ellipse(x + side * 0.46, 0.02, 0.42 * (1 - 0.2 * side * s), 0.52, count=30)
        parts.append(
            Part(
                "ear",
                coat.main,
                (rim,),
                tuple(Stroke(arc, 1.0, (0.1, 0.15)) for arc in arcs),
                form=Inflated(bevel=0.2),
                depth=0.1,
                region=coat.region,
            )
        )
        parts.append(
            drawn(random, "ear.inner", coat.skin, inner, weight=0.6, pieces=1, form=Inflated(height=0.4), depth=0.11)
        )
    return parts
