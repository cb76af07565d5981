"""Tied hair: tails, braids, buns, drills, and the bands that hold them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, normals, offset, profile, resample, ring_of, spline, tangents
from hintpen.training.artist.figure.hair.locks import (
    COUNT,
    Finish,
    Mass,
    Sheet,
    Values,
    backing,
    clump_parts,
    cut_up,
    waved,
)
from hintpen.training.artist.figure.hair.skull import Skull
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke


def tail_spine(random: Random, skull: Skull, root: Values, out: Values, length: float, sway: float) -> Points:
    """(n, 2) how a tail falls from `root` (3,): first along `out` (3,), both in the viewer's axes, then down; it swings
    by `sway` sideways and blows in the wind.
    """
    rise = max(0.0, -float(out[1]))
    arc = min(0.5, 0.3 + 0.1 * length)
    side = np.array([np.clip(skull.wind[0] * 1.5, -0.25, 0.25) + sway, 0.0])
    knots = [
        root[:2],
        root[:2] + arc * out[:2],
        root[:2] + arc * 1.7 * out[:2] * (1, 0.5) + (0, 0.22 * length + 0.1 * rise),
        root[:2] + arc * 1.6 * out[:2] * (1, 0.2) + 0.3 * length * side + (0, 0.55 * length),
        root[:2] + arc * 1.3 * out[:2] * (1, 0.0) + 0.7 * length * side + (random.normal(0, 0.08), 0.85 * length),
        root[:2] + arc * 1.1 * out[:2] * (1, 0.0) + length * side + (random.normal(0, 0.18), length),
    ]
    return resample(spline(np.stack(knots)), COUNT)


def tail_sheet(spine: Points, width: float, swell: tuple[float, ...] = (0.35, 0.9, 1.0, 0.85, 0.6)) -> Sheet:
    """The sheet of a tail along a spine: `swell` is its width from the root to the tip."""
    half = profile(swell, len(spine)) * width / 2
    across = np.linspace(-1, 1, 7)
    side = normals(spine)
    # The right hand of someone who walks down is on the viewer's left.
    curves = spine[None] - across[:, None, None] * half[None, :, None] * side[None]
    return Sheet(curves, np.zeros(curves.shape[:2]))


def tail(
    random: Random, mass: Mass, spine: Points, width: float, strands: float, wave: float = 0.0, blunt: float = 0.0
) -> list[Part]:
    """A tail of hair that ends in a few points."""
    of = tail_sheet(spine, width, (0.3, 0.85, 1.0, 0.9, 0.75) if wave == 0 else (0.4, 0.9, 1.1, 1.1, 0.9))
    of = waved(of, wave, 0.7 * of.length, random.uniform(0, 1), 0.15, 0.2) if wave > 0 else of
    clumps = cut_up(random, int(random.integers(2, 5)), 0.4, 0.25, lean=float(random.normal(0, 0.3)), blunt=blunt)
    finish = Finish(strands, edges=(True, True), fade=0.2)
    return [backing(mass, of, clumps), *clump_parts(random, mass, of, clumps, finish)]


def band(mass: Mass, paint: Paint, at: Points, along: Points, width: float, thick: float = 0.09) -> Part:
    """What ties: a small roll across the root of a tail that runs `along` (2,)."""
    turn = float(np.degrees(np.arctan2(along[1], along[0])))
    ring = ellipse(at[0], at[1], thick, width / 2, turn, count=24)
    mid = ellipse(at[0], at[1], thick * 0.25, width / 2, turn, (100, 260), count=10)
    return Part(
        "hair.tie",
        paint,
        (ring,),
        (Stroke(ring, 0.9, (0.1, 0.1)), Stroke(mid, 0.5, (0.3, 0.3), inside=True)),
        form=Inflated(),
        depth=mass.depth + 0.03,
        layer=mass.layer + 0.95,
    )


def braid(random: Random, mass: Mass, spine: Points, width: float, strands: float) -> list[Part]:
    """A plait of three: drops that lie over each other from side to side, down to a tuft."""
    length = float(np.hypot(*np.diff(spine, axis=0).T).sum())
    count = max(4, round(length / (width * 0.55)))
    body = resample(spine, 8 * count)
    t, n = tangents(body), normals(body)
    parts: list[Part] = []
    taper = np.interp(np.arange(count), [0, 1.5, 0.8 * count, count], [0.7, 1.0, 0.85, 0.6])
    for i in range(count):
        at, along, side = body[8 * i + 4], t[8 * i + 4], n[8 * i + 4] * (1 if i % 2 else -1)
        w = width * taper[i] / 2
        step = length / count
        knots = np.array(
            [(-1.0, 0.2), (-0.5, 0.95), (0.25, 1.02), (0.8, 0.4), (1.15, -0.35), (0.4, -0.3), (-0.4, -0.2)]
        )
        ring = loop(at + knots[:, :1] * along * step + knots[:, 1:] * side * w, 5)
        lines: list[Stroke] = [Stroke(ring, 1.0, (0.05, 0.05))]
        for _ in range(random.poisson(strands * 0.9)):
            a, b = random.uniform(0.3, 0.7), random.uniform(-0.2, 0.2)
            way = np.array([(-0.7, a + 0.1), (0.0, a), (0.8, b)])
            lines.append(
                Stroke(spline(at + way[:, :1] * along * step + way[:, 1:] * side * w, 4), 0.5, (0.4, 0.4), inside=True)
            )
        deep = np.array([(1.15, -0.35), (0.4, -0.3), (-0.5, -0.15), (0.2, 0.1), (0.85, 0.05)])
        shade = loop(at + deep[:, :1] * along * step + deep[:, 1:] * side * w, 4)
        parts.append(mass.part(ring, lines, [Mark(MarkKind.SHADE, shade, 0.8)], 0.5 * (count - i) / count))
    return parts


def tuft(random: Random, mass: Mass, spine: Points, width: float, strands: float) -> list[Part]:
    """The loose end below a braid's band."""
    end, way = spine[-1], tangents(spine)[-1]
    knots = np.stack([end - 0.05 * way, end + 0.15 * way, end + 0.34 * way + (random.normal(0, 0.05), 0)])
    of = tail_sheet(resample(spline(knots), COUNT), width, (0.5, 1.0, 0.9))
    clumps = cut_up(random, 3, 0.3, 0.25)
    return clump_parts(random, mass, of, clumps, Finish(strands, edges=(True, True), fade=0.2))


def bun(random: Random, mass: Mass, at: Points, size: float, strands: float) -> Part:
    """A knot of wound hair, with the windings as arcs."""
    squash = random.uniform(0.8, 1.0)
    turn = random.uniform(-30, 30)
    ring = ellipse(at[0], at[1], size, size * squash, turn, count=40)
    ring = ring + (ring - at) * (0.03 * np.sin(np.linspace(0, 2 * np.pi, 40, endpoint=False) * 3 + 1))[:, None]
    lines = [Stroke(np.concatenate([ring, ring[:1]]), 1.0, (0.04, 0.04))]
    start = random.uniform(0, 360)
    for i in range(round(2 + 2 * strands)):
        r = random.uniform(0.3, 0.85)
        arc = ellipse(
            at[0] + random.normal(0, 0.05) * size,
            at[1] + random.normal(0, 0.05) * size,
            size * r,
            size * r * squash,
            turn,
            (start + 77 * i, start + 77 * i + random.uniform(80, 190)),
            14,
        )
        lines.append(Stroke(arc, random.uniform(0.45, 0.7), (0.4, 0.4), inside=True))
    low = np.concatenate([ring[2:20], (ring[2:20] + (0.0, -0.3 * size))[::-1]])
    form = replace(mass, relief=0.85, bevel=size)
    return form.part(ring, lines, [Mark(MarkKind.SHADE, low, 0.7)], 0.5)


def drill(random: Random, mass: Mass, inner: Paint, spine: Points, width: float) -> list[Part]:
    """A ringlet: a ribbon wound around a spine, its inside seen between the windings."""
    length = float(np.hypot(*np.diff(spine, axis=0).T).sum())
    count = max(3, round(length / (width * 0.5)))
    body = resample(spine, 10 * count + 1)
    way, side = tangents(body), normals(body)
    taper = np.interp(np.linspace(0, 1, len(body)), [0, 0.12, 0.6, 1], [0.7, 1.0, 0.9, 0.35]) * width / 2
    inside = replace(mass, paint=inner, region=mass.region and mass.region + ".inner", name="hair.inner")
    turn = random.choice((-1.0, 1.0))
    core = ring_of(offset(body, taper * 0.8), offset(body, -taper * 0.8))
    parts = [inside.part(core, [], [Mark(MarkKind.SHADE, core, 1.0)], -0.1)]
    for i in range(count):
        j = 10 * i + 5
        at, w, step = body[j], taper[j], length / count
        across, down = side[j] * turn * w, way[j] * step
        knots = np.array(
            [(-0.6, 0.98), (-0.2, 1.08), (0.22, 1.0), (0.62, 0.55), (0.88, 0.0), (1.0, -0.55), (1.02, -0.98)]
            + [(0.6, -1.08), (0.12, -0.98), (0.1, -0.5), (-0.02, 0.0), (-0.3, 0.55)]
        )
        ring = loop(at + knots[:, :1] * down + knots[:, 1:] * across, 4)
        lines = [Stroke(np.concatenate([ring, ring[:1]]), 1.0, (0.04, 0.04))]
        for s in random.uniform(0.15, 0.8, random.poisson(1.3)):
            line = np.array([(-0.4 + 0.6 * s, 0.9), (0.05 + 0.75 * s, 0.1), (0.2 + 0.8 * s, -0.5)])
            lines.append(
                Stroke(spline(at + line[:, :1] * down + line[:, 1:] * across, 5), 0.5, (0.2, 0.6), inside=True)
            )
        parts.append(replace(mass, relief=0.6).part(ring, lines, (), 0.01 * i))
    return parts


def ahoge(random: Random, skull: Skull, mass: Mass, lift: float) -> list[Part]:
    """The cowlick: one or two thin locks that stand up from the crown in a curve."""
    root = skull.plain(skull.wrap(np.array([random.normal(0, 0.1), -1.0, 0.12]), lift - 0.05))[:2]
    side = random.choice((-1, 1))
    parts: list[Part] = []
    for i in range(1 + int(random.random() < 0.2)):
        high = random.uniform(0.25, 0.6) * (1 - 0.4 * i)
        knots = root + np.array(
            [
                (0, 0),
                (side * 0.06, -0.5 * high),
                (side * 0.3, -high),
                (side * random.uniform(0.5, 0.8), -random.uniform(0.4, 0.9) * high),
            ]
        ) * (1 - 2 * (i % 2) * 0.8, 1)
        spine = resample(spline(knots), 20)
        half = 0.5 * random.uniform(0.09, 0.16) * np.array(profile((0.7, 1.0, 0.75, 0.35, 0.0), 20))
        right, left = offset(spine, half), offset(spine, -half)
        strokes = [Stroke(right, 1.0, (0.1, 0.1)), Stroke(left, 1.0, (0.1, 0.1))]
        parts.append(replace(mass, shine=()).part(ring_of(right, left), strokes, (), 0.97))
    return parts
