"""Markings on a coat: stripes, patches, masks, bibs, cut off at the outline of what they lie on."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import Points, ellipse, loop, offset, spline
from hintpen.training.artist.forms import Ball, Form
from hintpen.training.artist.records import Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import tufted
from hintpen.training.artist.subjects.creatures.breeds import Breed
from hintpen.training.artist.subjects.creatures.coats import Coat
from hintpen.training.artist.subjects.creatures.skulls import Skull


def marking(
    name: str, paint: Paint, ring: Points, clip: Points, form: Form, depth: float, weight: float = 0.45
) -> Part:
    """A patch of another color with a light outline."""
    strokes = (Stroke(np.concatenate([ring, ring[:1]]), weight, (0, 0)),)
    return Part(name, paint, (ring,), strokes, form=form, depth=depth, clips=(clip,))


def stripe(name: str, paint: Paint, spine: Points, thick: float, clip: Points, form: Form, depth: float) -> Part:
    """A wedge that thins out toward its end."""
    half = np.linspace(1, 0.05, len(spine)) ** 0.7 * thick / 2
    ring = np.concatenate([offset(spine, half), offset(spine, -half)[::-1]])
    return marking(name, paint, ring, clip, form, depth)


def choose_marks(random: Random, breed: Breed) -> str:
    """One of the breed's markings."""
    return breed.marks[random.integers(len(breed.marks))]


def face_markings(random: Random, breed: Breed, coat: Coat, skull: Skull) -> list[Part]:
    """What a breed wears in its face."""
    kind = choose_marks(random, breed)
    form = Ball(0, 0, skull.wide * 1.1, skull.high * 1.1)
    ring, depth = skull.ring, 0.26
    if kind == "tabby":
        return _tabby(random, coat, skull, form)
    if kind in ("mask", "bandit"):
        parts = [marking("face.mask", coat.light, _cheeks(random, skull, side), ring, form, depth) for side in (-1, 1)]
        if kind == "bandit":
            parts += [
                marking("face.mask", coat.dark, _eye_patch(random, skull, side, 0.42, 0.26), ring, form, depth)
                for side in (-1, 1)
            ]
        return parts
    if kind == "panda":
        dark = Paint(f"{coat.name}.dark", "pupil")
        return [
            marking("face.patch", dark, _eye_patch(random, skull, side, 0.27, 0.33), ring, form, depth, 0.7)
            for side in (-1, 1)
        ]
    if kind == "patch":
        side = 1 if random.random() < 0.5 else -1
        x, y = skull.seen(side * 0.55, -0.3)
        n = 8
        blob = loop(ellipse(x, y, 0.55, 0.6, random.uniform(0, 90), count=n) + random.normal(0, 0.05, (n, 2)), 6)
        return [marking("face.patch", coat.dark, blob, ring, form, depth)]
    if kind == "blaze":
        top, nose = skull.seen(0, -0.95), skull.seen(0, 0.3)
        w = random.uniform(0.1, 0.2)
        blaze = loop(
            [
                (top[0], top[1] - 0.2),
                (top[0] + w * 0.7, top[1] + 0.3),
                (nose[0] + w * 1.6, nose[1]),
                (nose[0] + w * 2.6, nose[1] + 0.7),
                (nose[0] - w * 2.6, nose[1] + 0.7),
                (nose[0] - w * 1.6, nose[1]),
                (top[0] - w * 0.7, top[1] + 0.3),
            ],
            6,
        )
        return [marking("face.blaze", coat.light, blaze, ring, form, depth)]
    return []


def _tabby(random: Random, coat: Coat, skull: Skull, form: Form) -> list[Part]:
    """Three wedges on the brow and two or three on each cheek."""
    parts: list[Part] = []
    for x in (-0.24, 0.02, 0.26):
        a, b = skull.seen(x * 1.3, -1.0), skull.seen(x, -0.45 - (0.12 if abs(x) < 0.1 else 0))
        spine = spline([(a[0], a[1] - 0.15), ((a[0] + b[0]) / 2 - x * 0.1, (a[1] + b[1]) / 2), b], 5)
        parts.append(stripe("face.stripe", coat.dark, spine, 0.17, skull.ring, form, 0.26))
    for side in (-1, 1):
        for i, y in enumerate((0.12, 0.34, 0.54)[: int(random.integers(2, 4))]):
            a, b = (side * skull.wide * 1.25, y * 1.1 - 0.05), skull.seen(side * (0.74 - 0.02 * i), y)
            spine = spline([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 0.03), b], 5)
            parts.append(stripe("face.stripe", coat.dark, spine, 0.15, skull.ring, form, 0.26))
    return parts


def _cheeks(random: Random, skull: Skull, side: int) -> Points:
    """The white cheek of a fox: from beside the nose out to the tufts, its upper edge swung."""
    bridge, rim = skull.seen(0.06 * side, 0.08), (side * skull.wide * 1.5, -0.12)
    top = spline(
        [bridge, skull.seen(side * 0.3, 0.32), skull.seen(side * 0.66, 0.3), skull.seen(side * 0.9, 0.02), rim], 6
    )
    return np.concatenate([top, [(side * skull.wide * 1.5, 1.6), (bridge[0], 1.6)]])


def _eye_patch(random: Random, skull: Skull, side: int, rx: float, ry: float) -> Points:
    x, y = skull.seen(side * 0.52, 0.08)
    return ellipse(x, y, rx * skull.narrow(side * 0.5), ry, side * random.uniform(20, 40), count=24)


def bib(random: Random, coat: Coat, ring: Points, clip: Points, form: Form, depth: float) -> Part:
    """A light chest or belly with a furry lower edge."""
    n = len(ring)
    fringe, _ = tufted(ring[n // 5 : -n // 5], random, 7, 0.07)
    whole = np.concatenate([ring[: n // 5], fringe, ring[-n // 5 :]])
    return marking("belly", coat.light, whole, clip, form, depth, 0.5)


def bands(
    coat: Coat, spine: Points, width: float, at: tuple[float, ...], clip: Points, form: Form, depth: float
) -> list[Part]:
    """Rings around a limb or a tail."""
    parts: list[Part] = []
    for t in at:
        i = round(t * (len(spine) - 1))
        j = min(len(spine) - 1, i + max(1, round(0.09 * len(spine))))
        d = spine[j] - spine[i]
        length = max(1e-6, math.hypot(float(d[0]), float(d[1])))
        n = np.array([-d[1], d[0]]) / length * width
        ring = np.array(
            [spine[i] + n, spine[i] + d * 0.3, spine[i] - n, spine[j] - n, spine[j] + d * 0.3, spine[j] + n]
        )
        parts.append(marking("band", coat.dark, ring, clip, form, depth, 0.55))
    return parts
