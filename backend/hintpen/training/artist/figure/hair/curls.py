"""Curly hair: clouds of curls, an afro's puffed outline, dreadlocks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hintpen.training.artist.curves import normals, resample, ribbon, wobbled
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.locks import Mass, Sheet
from hintpen.training.artist.figure.hair.short import nearness
from hintpen.training.artist.figure.hair.skull import Skull
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke


def puffed(random: Random, curve: Points, size: float, closed: bool = False) -> Points:
    """The curve with a row of rounded bulges about `size` long to its left hand."""
    length = float(np.hypot(*np.diff(curve, axis=0).T).sum())
    count = max(2, round(length / size))
    per = 9
    even = resample(curve, count * per + 1)
    knots = np.linspace(0, 1, count + 1)
    knots[1:-1] += random.normal(0, 0.22 / count, count - 1)
    at = np.interp(np.linspace(0, 1, count * per + 1), knots, np.arange(count + 1))
    bulge = np.abs(np.sin(np.pi * at)) ** 0.6
    high = np.repeat(random.uniform(0.15, 0.34, count), per)
    out = even - normals(even) * (bulge * np.append(high, high[-1]) * size)[:, None]
    return out[:-1] if closed else out


def curl(random: Random, mass: Mass, at: Points, size: float, away: float, nearer: float) -> Part:
    """One curl: a rounded blob, open where `away` (radians) points, with a hook inside."""
    a = away + np.pi * 0.25 + np.linspace(0, 2 * np.pi, 22, endpoint=False)
    squash = random.uniform(0.75, 1.0)
    lumps = 1 + 0.1 * np.sin(3 * a + random.uniform(0, 6)) + 0.05 * np.sin(5 * a + random.uniform(0, 6))
    turn = random.uniform(0, np.pi)
    shape = np.stack([np.cos(a), squash * np.sin(a)], 1) * (size * lumps)[:, None]
    c, s = np.cos(turn * 0.2), np.sin(turn * 0.2)
    ring = at + shape @ np.array([[c, s], [-s, c]])
    spin = random.choice((-1.0, 1.0))
    b = away + random.uniform(-0.6, 0.6) + spin * np.linspace(0, random.uniform(3.2, 5.4), 16)
    r = size * np.linspace(0.8, random.uniform(0.2, 0.45), 16)
    hook = at + np.stack([np.cos(b) * r, squash * np.sin(b) * r], 1)
    shade = np.concatenate([ring[11:20], (at + 0.72 * (ring - at))[11:20][::-1]])
    return mass.part(
        ring,
        [
            Stroke(ring[: random.integers(15, 21)], 1.0, (0.3, 0.3)),
            Stroke(hook, random.uniform(0.5, 0.7), (0.15, 0.6), inside=True),
        ],
        [Mark(MarkKind.SHADE, shade, 0.8)],
        nearer,
    )


def curl_cloud(random: Random, mass: Mass, of: Sheet, skull: Skull, rows: int, per_row: int, size: float) -> list[Part]:
    """Curls all over a sheet, the far ones behind the head."""
    u = (np.arange(per_row)[None] + 0.5 * (np.arange(rows)[:, None] % 2)) / per_row
    u = (u + random.normal(0, 0.2 / per_row, u.shape)) % 1.0
    t = np.linspace(0.12, 0.97, rows)[:, None] + random.normal(0, 0.04, u.shape)
    # The whorl holds fewer curls than the rim.
    spots = [(float(a), float(b)) for a, b in zip(u.ravel(), t.ravel(), strict=True) if random.random() < 0.5 + b]
    spots.sort(key=lambda spot: nearness(of, *spot) - 0.3 * spot[1])
    middle = np.array(skull.head.origin)
    parts: list[Part] = []
    for rank, (a, b) in enumerate(spots):
        z = nearness(of, a, b)
        if z < -0.5:
            continue
        at = of.at(a, b)[0]
        here = mass if z > 0.05 else replace(mass, layer=layers.BACK_HAIR, depth=-0.1)
        away = float(np.arctan2(*(middle - at)[::-1]))
        parts.append(curl(random, here, at, size * random.uniform(0.75, 1.25), away, 0.9 * rank / len(spots)))
    return parts


def hooks(random: Random, skull: Skull, lift: float, count: int, size: float) -> list[Stroke]:
    """Little C-shaped strokes scattered over the skull: the texture of an afro."""
    out: list[Stroke] = []
    for _ in range(count):
        p = random.normal(0, 1, 3)
        p = p / np.linalg.norm(p)
        seen = skull.plain(skull.wrap(p, lift))
        if seen[2] < -0.1:
            continue
        a = random.uniform(0, 2 * np.pi) + np.linspace(0, random.uniform(2, 4), 9)
        ring = seen[:2] + np.stack([np.cos(a), np.sin(a)], 1) * size * random.uniform(0.6, 1.2)
        out.append(Stroke(ring, random.uniform(0.4, 0.6), (0.4, 0.4), inside=True))
    return out


def dread(random: Random, mass: Mass, spine: Points, width: float, nearer: float) -> Part:
    """One dreadlock: a rope with a rounded end and ticks across."""
    n = len(spine)
    spine = wobbled(spine, 0.02, 5, random)
    widths = width * (1 + 0.1 * random.normal(0, 1, n)) * np.clip((1.05 - np.linspace(0, 1, n)) / 0.12, 0.35, 1) ** 0.5
    ring = ribbon(spine, widths)
    right, left = ring[:n], ring[n:][::-1]
    strokes = [Stroke(np.concatenate([right[1:], left[1:][::-1]]), 1.0, (0.1, 0.1))]
    for t in np.sort(random.uniform(0.25, 0.95, random.integers(3, 7))):
        i = int(t * (n - 1))
        j = min(i + 1, n - 1)
        share = random.uniform(0.4, 0.8)
        a, b = right[i], right[i] + (left[j] - right[i]) * share
        strokes.append(
            Stroke(np.stack([a, (a + b) / 2 + (spine[j] - spine[i]) * 0.6, b]), 0.5, (0.1, 0.6), inside=True)
        )
    shade = np.concatenate([right, (right * 0.62 + left * 0.38)[::-1]])
    return mass.part(ring, strokes, [Mark(MarkKind.SHADE, shade, 0.6)], nearer)
