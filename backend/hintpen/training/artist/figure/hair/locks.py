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

    @property
    def width(self) -> float:
        """Across its middle, in figure units."""
        middle = self.curves[:, self.curves.shape[1] // 2]
        return float(np.hypot(*np.diff(middle, axis=0).T).sum())

    @property
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

    def side(self, of: Sheet, right: bool, count: int = 16) -> Points:
        """(count, 2) one side from root to tip."""
        t = np.linspace(0, self.end, count)
        return of.at(self.edge(right, t), t)

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
        right, left = clump.side(of, True), clump.side(of, False)
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
    out: list[Stroke] = []
    wide = (clump.right - clump.left) * of.width
    for _ in range(random.poisson(amount * min(2.0, 0.3 + wide * 2.0))):
        v = random.uniform(0.12, 0.88)
        from_tip = random.random() < 0.6
        start = random.uniform(0.35, 0.7) if from_tip else random.uniform(0.0, 0.15)
        stop = random.uniform(0.85, 0.97) if from_tip else random.uniform(0.25, 0.6)
        pair = random.random() < 0.3
        for shift in (0.0, random.uniform(0.06, 0.14)) if pair else (0.0,):
            s = np.linspace(start + shift, stop - shift * 0.5, 12)
            base = clump.left + (clump.right - clump.left) * min(v + shift, 0.92)
            u = base + (clump.tip - base) * s**2.6
            taper = (0.7, 0.12) if from_tip else (0.1, 0.75)
            out.append(Stroke(of.at(u, s * clump.end), random.uniform(0.4, 0.6), taper, inside=True))
    return out


def _shades(random: Random, of: Sheet, clump: Clump, strength: float) -> list[Mark]:
    """Long wedges of shade along one side and between strands, pointed at both ends."""
    if strength <= 0:
        return []
    out: list[Mark] = []
    right = random.random() < 0.5
    for wedge in range(1 + int(random.random() < 0.5)):
        start, stop = (
            (random.uniform(0.05, 0.3), random.uniform(0.75, 0.98))
            if wedge == 0
            else (
                random.uniform(0.0, 0.1),
                random.uniform(0.3, 0.55),
            )
        )
        s = np.linspace(start, stop, 9)
        edge = random.uniform(-0.06, 0.02) if wedge == 0 else random.uniform(0.25, 0.6)
        thick = random.uniform(0.12, 0.3) if wedge == 0 else random.uniform(0.08, 0.18)
        swell = np.sin(np.pi * np.linspace(0, 1, 9)) ** 0.8
        v = np.stack([np.full(9, edge), edge + thick * swell])
        if right:
            v = 1 - v
        base = clump.left + (clump.right - clump.left) * v
        u = base + (clump.tip - base) * s**2.4
        a, b = of.at(u[0], s * clump.end), of.at(u[1], s * clump.end)
        out.append(Mark(MarkKind.SHADE, np.concatenate([a, b[::-1]]), strength))
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
