"""Heads of mammals: a skull of radius 1 about (0, 0), turned to the viewer's right by `yaw`."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import Points, cut, ellipse, loop, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import edge, scalloped, tufted, tufted_back
from hintpen.training.artist.subjects.creatures.breeds import Breed
from hintpen.training.artist.subjects.creatures.coats import Coat
from hintpen.training.artist.subjects.creatures.ears import ear_parts, horn_parts
from hintpen.training.artist.subjects.creatures.eyes import Gaze, choose_gaze, eye_parts
from hintpen.training.artist.subjects.creatures.fantasy import fan_ears, mane, unicorn_horn
from hintpen.training.artist.subjects.creatures.markings import face_markings
from hintpen.training.artist.subjects.creatures.muzzles import muzzle_parts
from hintpen.training.artist.subjects.creatures.skulls import Skull


def head_parts(
    random: Random, breed: Breed, coat: Coat, yaw: float, pitch: float = 0.0, style: str = "", mood: str = ""
) -> list[Part]:
    """A whole head from back to front. `style` and `mood` as in `eyes.Gaze`."""
    outline, strokes = _contour(random, breed, yaw)
    skull = Skull(yaw, pitch, breed.wide, breed.high, outline)
    gaze = choose_gaze(random, style, mood)
    s = math.sin(math.radians(yaw))
    form = Blend(Ball(0, 0, breed.wide * 1.1, breed.high * 1.1), Inflated(bevel=0.3), 0.25)
    cheeks = [
        Mark(
            MarkKind.BLUSH,
            ellipse(*skull.seen(side * 0.62, 0.34), 0.2 * skull.narrow(side * 0.6), 0.13, count=18),
            0.7,
            0.05,
        )
        for side in (-1, 1)
        if random.random() < 0.75
    ]
    head = Part("head", coat.main, (outline,), tuple(strokes), tuple(cheeks), form, 0.25, region=coat.region)
    behind, before = ear_parts(random, breed, coat, s)
    horns_behind, horns_before = horn_parts(random, breed, coat, s)
    if "trunk" in breed.extras:
        behind = fan_ears(random, coat, breed, s)
    hair_behind, hair_before = mane(random, breed, coat, s) if "mane" in breed.extras else ([], [])
    if "unicorn" in breed.extras:
        hair_before.append(unicorn_horn(random, coat, s))
    return [
        *(_mane(random, breed, coat, s) if breed.name == "lion" else ()),
        *hair_behind,
        *behind,
        *horns_behind,
        head,
        *(_fleece(random, breed, coat, s) if breed.name == "sheep" else ()),
        *face_markings(random, breed, coat, skull),
        *before,
        *horns_before,
        *_eyes(random, breed, coat, skull, gaze),
        *muzzle_parts(random, breed, coat, skull, gaze.mood),
        *hair_before,
    ]


def _contour(random: Random, breed: Breed, yaw: float) -> tuple[Points, list[Stroke]]:
    """Crown, cheek, chin, cheek: cheeks and brow with tufts where the breed is shaggy."""
    s = math.sin(math.radians(yaw))
    w, h, jaw = breed.wide, breed.high, breed.jaw
    knots = np.array(
        [
            (0.0, -h),
            (0.58 * w, -0.8 * h),
            (0.93 * w, -0.25 * h),
            (0.99 * w, 0.28 * h),
            (0.72 * w * (0.55 + 0.45 * jaw), 0.76 * h),
            (0.0, 0.97 * h),
            (-0.72 * w * (0.55 + 0.45 * jaw), 0.77 * h),
            (-1.0 * w, 0.3 * h),
            (-0.94 * w, -0.24 * h),
            (-0.6 * w, -0.79 * h),
        ]
    )
    knots[:, 0] += s * 0.22 * (knots[:, 1] + 0.25)
    knots[1:5, 0] *= 1 - 0.12 * s
    knots[6:, 0] *= 1 + 0.05 * s
    knots = knots + random.normal(0, 0.012, knots.shape)
    ring = loop(knots, 8)
    ring = np.concatenate([ring, ring[:1]])
    crown = np.concatenate([ring[60:-1], ring[:21]])
    right, chin, left = ring[20:31], ring[30:51], ring[50:61]
    strokes: list[Stroke] = []
    pieces: list[Points] = []
    if random.random() < breed.tufts * 0.7:
        middle = 0.5 + 0.1 * s
        brow, tufts = tufted(cut(crown, middle - 0.11, middle + 0.09, 12), random, int(random.integers(2, 4)), 0.2)
        a, b = cut(crown, 0, middle - 0.11), cut(crown, middle + 0.09, 1)
        pieces += [a, brow[1:-1], b]
        strokes += [edge(a, 1.0, 0.08), *tufts, edge(b, 1.0, 0.08)]
    else:
        pieces.append(crown)
        strokes.append(edge(crown, 1.0, 0.05))
    if breed.tufts > 0.25:
        size = 0.08 + 0.2 * breed.tufts * random.uniform(0.7, 1.2)
        far, one = tufted(right, random, int(random.integers(2, 5)), size * (1 - 0.4 * s))
        near, two = tufted_back(left, random, int(random.integers(3, 5)), size)
        pieces += [far[1:-1], chin, near[1:-1]]
        strokes += [*one, edge(chin, 1.05, 0.1), *two]
    else:
        pieces += [right[1:], chin[1:], left[1:-1]]
        strokes += [edge(np.concatenate([right, chin[1:], left[1:]]), 1.05, 0.05)]
    return np.concatenate(pieces), strokes


def _mane(random: Random, breed: Breed, coat: Coat, s: float) -> list[Part]:
    """A lion's mane: flames of hair all around."""
    base = ellipse(-0.1 * s, 0.05, breed.wide * 1.3, breed.high * 1.32, span=(90, 450), count=50)
    left, one = tufted(base[:26], random, 6, 0.22, 0.5)
    right, two = tufted_back(base[25:], random, 6, 0.22, 0.5)
    ring = np.concatenate([left, right])
    return [Part("mane", coat.dark, (ring,), (*one, *two), form=Inflated(), depth=0.12)]


def _fleece(random: Random, breed: Breed, coat: Coat, s: float) -> list[Part]:
    """A sheep's woolen cap."""
    base = ellipse(0.06 * s, -0.72, breed.wide * 0.62, 0.3, span=(160, 519), count=40)
    ring, arcs = scalloped(base, random, 8, 0.12)
    strokes = tuple(Stroke(arc, 0.95, (0.1, 0.3)) for arc in arcs)
    return [Part("fleece", coat.light, (ring,), strokes, form=Inflated(), depth=0.32)]


def _eyes(random: Random, breed: Breed, coat: Coat, skull: Skull, gaze: Gaze) -> list[Part]:
    """Both eyes with what is above them: brows and, in girls, lashes."""
    apart, y = random.uniform(0.42, 0.52), random.uniform(-0.06, 0.12)
    size = breed.eyes * random.uniform(0.9, 1.25) * (0.75 if gaze.style == "bead" else 1.0)
    parts: list[Part] = []
    wink = random.random() < 0.04
    for side in (1, -1):
        mood = "happy" if wink and side == 1 else gaze.mood
        own = Gaze(gaze.style, mood, gaze.x, gaze.y, gaze.light)
        made = eye_parts(random, coat.name, coat.main, coat.region, own, -side, skull.narrow(side * apart))
        x, ey = skull.seen(side * apart, y)
        parts += placed(made, Frame.at(x, ey, size, side * 4), 0.3)
        if mood in ("angry", "sad") or random.random() < 0.15:
            tilt = {"angry": 0.35, "sad": -0.35}.get(mood, -0.05)
            bx, by = skull.seen(side * apart, y - size * 1.75)
            w = size * 0.8 * skull.narrow(side * apart)
            brow = spline([(bx - side * w, by + tilt * w), (bx, by - 0.05), (bx + side * w, by - tilt * w)], 5)
            parts.append(Part("brow", coat.main, (), (Stroke(brow, 1.3, (0.3, 0.5)),)))
    return parts
