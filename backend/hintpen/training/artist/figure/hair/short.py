"""Short hair: rows of locks that stand out from the skull around the crown, from spikes to a few millimeters."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.locks import (
    COUNT,
    Clump,
    Finish,
    Mass,
    Sheet,
    clump_parts,
    cut_up,
)
from hintpen.training.artist.figure.hair.skull import Points3D, Skull, smoothing
from hintpen.training.artist.records import Part, Random, Stroke

AROUND = 25
"""Curves of a sheet that goes all round the head; the first and the last are the same one, at the nape."""


@dataclass(frozen=True)
class Row:
    """One row of locks. They grow from the share `root` of the way from the crown to the hairline and end at `tip` (in
    front at `front`), `lift` above the skull; at the silhouette they stand out by `stand`. `clumps`: how many all
    round; `rise`: how much of what stands out goes up; `swirl`, `spread`: how far, in turns, the tips go around the
    whorl, and away from the parting, which is `part` turns from the middle of the brow.
    """

    root: float
    tip: float
    front: float
    lift: float
    stand: float
    clumps: int
    ragged: float = 0.2
    lean: float = 0.0
    rise: float = 0.0
    swirl: float = 0.0
    spread: float = 0.0
    part: float = 0.0


def crown_of(random: Random) -> Points3D:
    """(3,) the whorl, a little beside the middle of the upper back of the head."""
    at = np.array([random.choice((-1, 1)) * random.uniform(0.02, 0.16), -0.86, -0.42])
    return at / np.linalg.norm(at)


def around(skull: Skull, crown: Points3D, line: Points3D, row: Row) -> Sheet:
    """A sheet all round the head whose curves run from the crown to the hairline and beyond."""
    n = len(line)
    at = (np.rint(np.linspace(0, n, AROUND)).astype(int) + n // 2) % n
    goal = line[at]
    front = np.clip((goal[:, 2] - 0.4) / 0.4, 0, 1)
    tip = row.tip + (row.front - row.tip) * front
    k = np.linspace(0, 1, 5)
    s = (row.root + (tip[:, None] - row.root) * k)[..., None]
    # The locks turn around the whorl as they go, and away from the parting in front.
    u = np.linspace(0, 1, AROUND)[:, None]
    away = np.clip((u - 0.5 - row.part) / 0.1, -1, 1) * np.clip(1 - np.abs(u - 0.5) / 0.25, 0, 1)
    turned = np.rint(n * (row.swirl + row.spread * away) * k**2).astype(int)
    goals = line[(at[:, None] + turned) % n]
    # Along great circles, so that equal shares are equal ways.
    angle = np.arccos(np.clip(goals @ crown, -0.98, 0.98))[..., None]
    knots = (np.sin((1 - s) * angle) * crown + np.sin(s * angle) * goals) / np.sin(angle)
    smooth = smoothing(5, COUNT)
    seen = skull.plain(skull.wrap(np.einsum("nk,gkc->gnc", smooth, knots), row.lift))
    # Locks are drawn standing out in the picture, not toward the viewer: by how near the silhouette they grow.
    out = seen[..., :2] - np.array(skull.head.origin)
    edge = np.minimum(np.hypot(out[..., 0], out[..., 1]), 1.1)[..., None]
    grow = row.stand * np.linspace(0, 1, COUNT)[None, :, None] ** 1.2 * (1 - 0.6 * front)[:, None, None]
    curves = seen[..., :2] + grow * (out * edge + edge**2 * np.array([0.0, -row.rise]))
    return Sheet(curves, seen[..., 2])


def row_parts(random: Random, mass: Mass, of: Sheet, row: Row, strands: float) -> list[Part]:
    """The locks of one row: those on the far side behind the head, the others by how near they are."""
    clumps = cut_up(random, row.clumps, 0.4, row.ragged, lean=row.lean + random.normal(0, 0.2))
    far: list[Clump] = []
    near: list[Clump] = []
    for clump in clumps:
        z = nearness(of, (clump.left + clump.right) / 2, 0.5 * clump.end)
        if z > 0.0:
            bulge = (0.75 * clump.bulge[0], 0.75 * clump.bulge[1])
            near.append(replace(clump, bulge=bulge, root=(max(clump.root[0], 0.35), max(clump.root[1], 0.35))))
        elif nearness(of, clump.tip, clump.end) > -0.85:
            far.append(clump)
    behind = replace(mass, layer=layers.BACK_HAIR, depth=-0.1)
    near.sort(key=lambda c: nearness(of, (c.left + c.right) / 2, 0.9))
    finish = Finish(strands, order="sides", fade=0.4)
    return [
        *(clump_parts(random, behind, of, far, Finish(strands * 0.5, fade=0.1)) if far else []),
        *(clump_parts(random, mass, of, near, finish) if near else []),
    ]


def nearness(of: Sheet, u: float, t: float) -> float:
    """How near the viewer a place of a sheet is."""
    g, n = of.near.shape
    i, j = (min(max(round(v * (m - 1)), 0), m - 1) for v, m in ((u, g), (t, n)))
    return float(of.near[i, j])


@dataclass(frozen=True)
class Burst:
    """Spikes round the silhouette, drawn as seen. They begin at `inner` and end at `outer` (shares of the head's
    radius) on either side of straight up as far as `reach` degrees. `rise` turns those at the sides upward, `lean` all
    of them to one side.
    """

    inner: float
    outer: float
    reach: float
    clumps: int
    rise: float
    lean: float


def burst_parts(random: Random, skull: Skull, mass: Mass, crown: Points3D, burst: Burst, strands: float) -> list[Part]:
    """Spikes that stand out from behind the skull, or, begun farther in, over its top."""
    g = 21
    v = np.linspace(-1, 1, g)
    a = np.radians(v * burst.reach)
    aim = a * (1 - burst.rise * np.abs(v)) + burst.lean
    middle = np.array(skull.head.origin) + 0.35 * skull.head.turned(crown)[0, :2] * (1, 0.3)
    start = np.stack([np.sin(a), -np.cos(a)], 1) * burst.inner
    end = start + np.stack([np.sin(aim), -np.cos(aim)], 1) * (burst.outer - burst.inner)
    # They leave along the skull and bend to where they aim.
    bend = (start + end) / 2 + np.stack([np.sin(a), -np.cos(a)], 1) * 0.12 * (burst.outer - burst.inner)
    knots = middle + np.stack([start, bend, end], 1)
    curves = np.einsum("nk,gkc->gnc", smoothing(3, COUNT), knots)
    of = Sheet(curves, np.zeros(curves.shape[:2]))
    clumps = [
        replace(clump, root=(0.02, 0.02), bulge=(0.55 * clump.bulge[0], 0.55 * clump.bulge[1]), belly=0.0)
        for clump in cut_up(random, burst.clumps, 0.5, 0.45, lean=2 * burst.lean)
    ]
    return clump_parts(random, mass, of, clumps, Finish(strands, order="middle", fade=0.12))


def combed_back(
    random: Random, skull: Skull, mass: Mass, crown: Points3D, line: Points3D, lift: float, rise: float, strands: float
) -> list[Part]:
    """Locks that rise from the forehead and the temples and lie back toward the crown; `rise` makes a quiff."""
    n = len(line)
    reach = round(n * 0.17)
    roots = line[np.arange(-reach, reach + 1, max(1, reach // 6)) % n]
    g = len(roots)
    turn = random.uniform(-0.35, 0.35)
    goal = crown * 0.9 + np.array([turn, 0.0, 0.0]) + 0.35 * roots * np.array([1.0, 0.2, 0.2])
    s = np.array([0.0, 0.15, 0.45, 0.85])[None, :, None]
    knots = roots[:, None] * (1 - s) + goal[:, None] * s
    middle = 1 - 0.55 * np.abs(np.linspace(-1, 1, g)) ** 2
    lifts = lift + np.stack([np.full(g, -0.08), rise * middle * 0.8, rise * middle, 0.5 * rise * middle + 0.05], 1)
    along = smoothing(4, COUNT)
    high = lifts @ along.T
    seen = skull.plain(skull.wrap(np.einsum("nk,gkc->gnc", along, knots), high))
    of = Sheet(seen[..., :2], seen[..., 2])
    clumps: list[Clump] = []
    for clump in cut_up(random, int(random.integers(5, 9)), 0.4, 0.3, lean=turn):
        t = np.linspace(0.2, 1.0, 17)
        hidden = [x for x in t if nearness(of, (clump.left + clump.right) / 2, float(x)) < -0.05]
        clumps.append(replace(clump, end=min(clump.end, hidden[0] if hidden else 1.0), root=(0.02, 0.02)))
    finish = Finish(strands * 1.5, order="any", fade=0.15)
    return clump_parts(random, mass, of, clumps, finish)


def stubble(
    random: Random, skull: Skull, mass: Mass, crown: Points3D, line: Points3D, lift: float, count: int
) -> list[Part]:
    """Short dashes along the hairline and over the skull: hair of a few millimeters."""
    strokes: list[Stroke] = []
    for _ in range(count):
        root = line[random.integers(len(line))] if random.random() < 0.6 else None
        if root is None:
            s = random.uniform(0.3, 0.95)
            at = crown * (1 - s) + line[random.integers(len(line))] * s
        else:
            at = root * (1 - 0.05) + crown * 0.05
        to = at + 0.09 * (crown - at) * random.uniform(0.5, 1.3)
        seen = skull.plain(skull.wrap(np.linspace(at, to, 4), lift))
        if seen[:, 2].min() > 0.1:
            strokes.append(Stroke(seen[:, :2], random.uniform(0.35, 0.55), (0.2, 0.6)))
    return [Part(mass.name, mass.paint, (), tuple(strokes), layer=mass.layer + 0.3, depth=mass.depth)]
