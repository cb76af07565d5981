"""Locks: sheets of hair whose curves flow from root to tip, cut into clumps with tapered lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.figure.hair.skull import Grid, Skull, smoothing
from hintpen.training.artist.forms import Blend, Form, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke

Values = NDArray[np.float64]
COUNT = 30
"""Points of each curve of a sheet."""


@dataclass(frozen=True)
class Sheet:
    """A patch of hair. `curves`: (g, n, 2) seen, from root to tip, side by side; `near`: (g, n) toward the viewer.

    A place on it is (u, t): u 0..1 across the curves, t 0..1 from root to tip; beyond them it runs straight on.
    """

    curves: NDArray[np.float64]
    near: NDArray[np.float64]

    def at(self, u: ArrayLike, t: ArrayLike) -> Points:
        """(n, 2) seen places."""
        g, n = self.curves.shape[:2]
        x, y = np.asarray(u, np.float64) * (g - 1), np.asarray(t, np.float64) * (n - 1)
        i = np.minimum(np.maximum(x, 0), g - 2).astype(np.int64)
        j = np.minimum(np.maximum(y, 0), n - 2).astype(np.int64)
        a, b, k, c = x - i, y - j, i * n + j, self._flat
        first, second = c[k], c[k + 1]
        z = (first + (c[k + n] - first) * a) * (1 - b) + (second + (c[k + n + 1] - second) * a) * b
        return np.ascontiguousarray(z).view(np.float64).reshape(-1, 2)

    @cached_property
    def _flat(self) -> NDArray[np.complex128]:
        # As x + iy one interpolation does for both.
        return (self.curves[..., 0] + 1j * self.curves[..., 1]).ravel()

    def spread(self, clumps: Sequence[Clump]) -> list[Clump]:
        """The clumps moved so that they look as wide as they were meant to, where the sheet turns away as well."""
        g, n = self.curves.shape[:2]
        steps = np.hypot(*np.diff(self.curves[:, (3 * n) // 5], axis=0).T)
        seen = np.concatenate([[0.0], np.cumsum(steps + 0.25 * steps.mean() + 1e-6)])
        u = np.linspace(0, 1, g)

        def moved(v: float) -> float:
            inside = min(max(v, 0.0), 1.0)
            return float(np.interp(inside, seen / seen[-1], u)) + v - inside

        return [replace(c, left=moved(c.left), right=moved(c.right), tip=moved(c.tip)) for c in clumps]

    @cached_property
    def width(self) -> float:
        """Across its middle, in figure units."""
        middle = self.curves[:, self.curves.shape[1] // 2]
        return float(np.hypot(*np.diff(middle, axis=0).T).sum())

    @cached_property
    def length(self) -> float:
        """Along its middle curve, in figure units."""
        middle = self.curves[self.curves.shape[0] // 2]
        return float(np.hypot(*np.diff(middle, axis=0).T).sum())


def sheet(skull: Skull, knots: Grid, lift: ArrayLike, across: int = 11, count: int = COUNT) -> Sheet:
    """A sheet that hugs the skull: `knots` (g, k, 3) on the bare skull in the head's axes, `lift` (g, k) above it."""
    g, k = knots.shape[:2]
    to, along = smoothing(g, across), smoothing(k, count)
    on = np.einsum("ag,nk,gkc->anc", to, along, knots)
    high = to @ np.broadcast_to(np.asarray(lift, np.float64), (g, k)) @ along.T
    seen = skull.view(skull.hug(on, high))
    return Sheet(seen[..., :2], seen[..., 2])


def waved(source: Sheet, amount: float, waves: float, phase: float, start: float = 0.2, lag: float = 0.6) -> Sheet:
    """The sheet with its curves swung from side to side, more toward the tips; `lag` in turns from side to side."""
    g, n = source.curves.shape[:2]
    t = np.linspace(0, 1, n)
    grow = np.clip((t - start) / 0.35, 0, 1)
    swing = np.sin(2 * np.pi * (waves * t + phase + lag * np.linspace(0, 1, g)[:, None])) * grow * amount
    along = np.gradient(source.curves, axis=1)
    along /= np.maximum(np.linalg.norm(along, axis=-1, keepdims=True), 1e-9)
    side = np.stack([-along[..., 1], along[..., 0]], -1)
    return replace(source, curves=source.curves + side * swing[..., None])


@dataclass(frozen=True)
class Mass:
    """What the parts of one mass of hair have in common."""

    name: str
    paint: Paint
    layer: float
    depth: float
    form: Form
    region: str = ""
    relief: float = 0.35
    bevel: float = 0.2
    shine: tuple[Mark, ...] = ()

    def part(self, ring: Points, strokes: Sequence[Stroke], marks: Sequence[Mark] = (), nearer: float = 0.0) -> Part:
        """One part of the mass; `nearer` is added to its layer, and a trifle of it to its depth."""
        return Part(
            self.name,
            self.paint,
            (ring,),
            tuple(strokes),
            (*self.shine, *marks),
            form=Blend(self.form, Inflated(self.bevel), self.relief),
            depth=self.depth + 0.01 * nearer,
            layer=self.layer + nearer,
            region=self.region,
        )


@dataclass(frozen=True)
class Clump:
    """A clump on a sheet: roots from `left` to `right`, its tip at (`tip`, `end`).

    `bulge`: how long each side (left, right) keeps away from the tip: 1 runs straight to it, 4 bends late. `root`:
    where its lines begin (left, right), as a share of `end`: 0 is the root. `blunt`: width of a cut end as a share.
    """

    left: float
    right: float
    tip: float
    end: float
    bulge: tuple[float, float] = (2.5, 2.5)
    root: tuple[float, float] = (0.2, 0.2)
    blunt: float = 0.0
    belly: float = 0.06

    def sides(self, of: Sheet) -> tuple[Points, Points]:
        """(16, 2) its left and its right side from root to tip."""
        t = np.linspace(0, self.end, 16)
        both = of.at(np.stack([self.edge(False, t), self.edge(True, t)]), t)
        return both[:16], both[16:]

    def within(self, across: ArrayLike, s: Values) -> Values:
        """u of places inside: `across` 0..1 from the left side to the right one at the root, `s` 0..1 to the tip."""
        base = self.left + (self.right - self.left) * np.asarray(across, np.float64)
        return base + (self.tip - base) * (1 - self.blunt) * s**2.5

    def edge(self, right: bool, t: Values) -> Values:
        """(n,) u of one side at (n,) t; below the tip the sides have changed places."""
        s = t / self.end
        start, power = (self.right, self.bulge[1]) if right else (self.left, self.bulge[0])
        goal = self.tip + (start - self.tip) * self.blunt
        out = (1 if right else -1) * self.belly * (self.right - self.left) * np.sin(np.pi * np.minimum(s, 1)) * 2
        return start + (goal - start) * s**power + out


def cut_up(
    random: Random,
    count: int,
    uneven: float = 0.5,
    ragged: float = 0.12,
    lean: float = 0.0,
    blunt: float = 0.0,
    ends: tuple[float, float] = (0.0, 1.0),
) -> list[Clump]:
    """Clumps side by side from `ends[0]` to `ends[1]` of a sheet, of uneven width.

    `ragged`: how much the tips' heights differ; `lean` -1..1: to which side the tips hook.
    """
    widths = np.exp(random.normal(0, uneven, count))
    edges = ends[0] + (ends[1] - ends[0]) * np.concatenate([[0], np.cumsum(widths) / widths.sum()])
    out: list[Clump] = []
    for left, right in pairwise(edges.tolist()):
        hook = np.clip(lean + random.normal(0, 0.35), -0.9, 0.9)
        wide = right - left
        overlap = 0.1 * wide
        taper = random.uniform(1.25, 2.3)
        out.append(
            Clump(
                left - overlap,
                right + overlap,
                (left + right) / 2 + 0.5 * hook * wide,
                # A wide clump reaches lower than a thin one.
                1 - ragged * random.uniform(0, 1.6) * (1 - 0.4 * min(wide * count, 1.5)),
                (taper + 1.3 * max(hook, 0), taper - 1.3 * min(hook, 0)),
                (random.uniform(0.25, 0.7), random.uniform(0.25, 0.7)),
                blunt,
            )
        )
    return out


@dataclass(frozen=True)
class Finish:
    """How a sheet is drawn. `strands`: about how many lines inside each clump; `shade`: strength of its shade marks;
    `edges`: whether its outermost sides (left, right) are contours to the root; `order`: which clumps lie on top:
    "any", "left", "right", "middle" or "sides"; `fade`: how long the clumps' lines grow out of nothing; `extra`: marks
    on all of it.
    """

    strands: float = 1.2
    shade: float = 0.8
    edges: tuple[bool, bool] = (False, False)
    order: str = "any"
    fade: float = 0.35
    extra: tuple[Mark, ...] = field(default=())


def clump_parts(random: Random, mass: Mass, of: Sheet, clumps: Sequence[Clump], finish: Finish) -> list[Part]:
    """Every clump as a part, overlapping."""
    order = _order(random, clumps, finish.order)
    parts: list[Part] = []
    for rank, which in enumerate(order):
        clump = clumps[which]
        if which == 0 and finish.edges[0]:
            clump = replace(clump, root=(0.0, clump.root[1]))
        if which == len(clumps) - 1 and finish.edges[1]:
            clump = replace(clump, root=(clump.root[0], 0.0))
        left, right = clump.sides(of)
        strokes = _contour(right, left, clump, finish.fade)
        wide = float(np.hypot(*(right[9] - left[9])))
        # Where a lock is seen from its edge there is no room for lines in it.
        strokes += strands(random, of, clump, finish.strands * min(1.0, wide / 0.15)) if wide > 0.06 else []
        marks = [*finish.extra, *_shades(random, of, clump, finish.shade)]
        parts.append(mass.part(np.concatenate([right, left[::-1]]), strokes, marks, rank * 0.9 / len(clumps)))
    return parts


def _order(random: Random, clumps: Sequence[Clump], order: str) -> list[int]:
    """Numbers of the clumps from the bottom to the top."""
    n = len(clumps)
    middle = np.array([(c.left + c.right) / 2 for c in clumps])
    keys = {
        "any": np.zeros(n),
        "left": -middle,
        "right": middle,
        "middle": -np.abs(middle - 0.5),
        "sides": np.abs(middle - 0.5),
    }[order]
    return [int(i) for i in np.argsort(keys * n + random.normal(0, 0.8 if order != "any" else 1.0, n))]


def _contour(right: Points, left: Points, clump: Clump, fade: float) -> list[Stroke]:
    n = len(right)
    out: list[Stroke] = []
    for side, root in ((left, clump.root[0]), (right, clump.root[1])):
        piece = side[min(int(root * n), n - 3) :]
        out.append(Stroke(piece, 1.0 if root < 0.15 else 0.85, (fade if root > 0 else 0.05, 0.12)))
    if clump.blunt > 0:
        out.append(Stroke(np.stack([left[-1], right[-1]]), 0.8, (0.1, 0.1)))
    return out


def strands(random: Random, of: Sheet, clump: Clump, amount: float) -> list[Stroke]:
    """A few thin lines inside a clump, some from the root and some from the tip, some in pairs."""
    wide = (clump.right - clump.left) * of.width
    lines: list[tuple[float, float, float, bool]] = []
    for _ in range(random.poisson(amount * min(2.0, 0.3 + wide * 2.0))):
        across, from_tip = random.uniform(0.12, 0.88), random.random() < 0.6
        start = random.uniform(0.35, 0.7) if from_tip else random.uniform(0.0, 0.15)
        stop = random.uniform(0.85, 0.97) if from_tip else random.uniform(0.25, 0.6)
        lines.append((across, start, stop, from_tip))
        if random.random() < 0.3:
            shift = random.uniform(0.06, 0.14)
            lines.append((min(across + shift, 0.92), start + shift, stop - shift / 2, from_tip))
    if not lines:
        return []
    across, start, stop, _ = (np.array(column)[:, None] for column in zip(*lines, strict=True))
    s = start + (stop - start) * np.linspace(0, 1, 12)
    curves = of.at(clump.within(across, s), s * clump.end).reshape(-1, 12, 2)
    return [
        Stroke(curve, weight, (0.7, 0.12) if line[3] else (0.1, 0.75), inside=True)
        for curve, weight, line in zip(curves, random.uniform(0.4, 0.6, len(lines)).tolist(), lines, strict=True)
    ]


_SWELL = np.sin(np.pi * np.linspace(0, 1, 9)) ** 0.8


def _shades(random: Random, of: Sheet, clump: Clump, strength: float) -> list[Mark]:
    """Long wedges of shade, pointed at both ends: one along a side, at times one between the strands at the root."""
    if strength <= 0:
        return []
    along = (*random.uniform((0.05, 0.75, -0.06, 0.12), (0.3, 0.98, 0.02, 0.3)).tolist(),)
    between = (*random.uniform((0.0, 0.3, 0.25, 0.08), (0.1, 0.55, 0.6, 0.18)).tolist(),)
    out: list[Mark] = []
    right = random.random() < 0.5
    for start, stop, edge, thick in (along, between)[: 1 + int(random.random() < 0.5)]:
        s = np.linspace(start, stop, 9)
        across = np.stack([np.full(9, edge), edge + thick * _SWELL])
        both = of.at(clump.within(1 - across if right else across, s), s * clump.end)
        out.append(Mark(MarkKind.SHADE, np.concatenate([both[:9], both[:8:-1]]), strength))
    return out


def backing(mass: Mass, of: Sheet, clumps: Sequence[Clump], marks: Sequence[Mark] = ()) -> Part:
    """The sheet without lines, down to where its clumps part, so that nothing shows between their roots."""
    t = np.linspace(0, 1, 26)
    left, right = (np.stack([clump.edge(side, t) for clump in clumps]) for side in (False, True))
    # Each clump's right side against the left side of the next one; the outermost ones against the sheet's border.
    apart = np.concatenate([left[:1] > 0.03, right[:-1] < left[1:], right[-1:] < 0.97])
    apart[:, -1] = True
    low = np.maximum(t[apart.argmax(1)] - 0.06, 0.02)
    at = np.array([0.02, *((a.right + b.left) / 2 for a, b in pairwise(clumps)), 0.98])
    down = np.linspace(0, 1, 10)
    ring = [of.at(0.02, down * low[0]), of.at(at, low), of.at(0.98, down[::-1] * low[-1])]
    return mass.part(np.concatenate([*ring, of.at(np.linspace(0.98, 0.02, 9), 0.0)]), (), marks, -0.2)


def hull(sheets: Sequence[Sheet], across: int = 9) -> Sheet:
    """A sheet between the leftmost and the rightmost curves of the sheets at each height, all of one length."""
    curves = np.concatenate([s.curves for s in sheets])
    near = np.concatenate([s.near for s in sheets])
    at = np.arange(curves.shape[1])
    left, right = curves[..., 0].argmin(0), curves[..., 0].argmax(0)
    u = np.linspace(0, 1, across)[:, None, None]
    wide = curves[left, at] * (1 - u) + curves[right, at] * u
    return Sheet(wide, np.broadcast_to(near.mean(0), wide.shape[:2]))
