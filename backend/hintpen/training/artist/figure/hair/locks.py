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

# Shares along a clump's sides, strands and shades; made once, for there are many.
_SIXTEEN, _TWELVE, _NINE = (np.linspace(0, 1, count) for count in (16, 12, 9))
_THERE_AND_BACK = np.concatenate([_NINE, _NINE[::-1]])
_SWELL = np.concatenate([np.zeros(9), np.sin(np.pi * _NINE) ** 0.8])


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

    def curves_at(self, places: Sequence[tuple[Values, Values]]) -> list[Points]:
        """For each (u, t) of (n,) places the curve through them, (n, 2)."""
        ends = np.cumsum([len(u) for u, _ in places]).tolist()
        whole = self.at(np.concatenate([u for u, _ in places]), np.concatenate([t for _, t in places]))
        return [whole[a:b] for a, b in pairwise([0, *ends])]

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

    def ring(self) -> tuple[Values, Values]:
        """(32,) u and t of its outline: down its left side, up its right one."""
        t = _SIXTEEN * self.end
        u = np.concatenate([self.edge(False, t), self.edge(True, t)[::-1]])
        return u, np.concatenate([t, t[::-1]])

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
        hook = min(max(lean + float(random.normal(0, 0.35)), -0.9), 0.9)
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
        # Where a lock is seen from its edge there is no room for lines in it.
        wide = abs(clump.right - clump.left) * of.width
        lines = _lines(random, clump, wide, finish.strands * min(1.0, wide / 0.15)) if wide > 0.06 else []
        wedges = _wedges(random, clump) if finish.shade > 0 else []
        ring, *inner = of.curves_at([clump.ring(), *((line.u, line.t) for line in lines), *wedges])
        strokes = [
            *_contour(ring[:16], ring[:15:-1], clump, finish.fade),
            *(Stroke(curve, line.weight, line.taper, inside=True) for curve, line in zip(inner, lines, strict=False)),
        ]
        shades = [Mark(MarkKind.SHADE, wedge, finish.shade) for wedge in inner[len(lines) :]]
        parts.append(mass.part(ring, strokes, (*finish.extra, *shades), rank * 0.9 / len(clumps)))
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


def _contour(left: Points, right: Points, clump: Clump, fade: float) -> list[Stroke]:
    n = len(right)
    out: list[Stroke] = []
    for side, root in ((left, clump.root[0]), (right, clump.root[1])):
        piece = side[min(int(root * n), n - 3) :]
        out.append(Stroke(piece, 1.0 if root < 0.15 else 0.85, (fade if root > 0 else 0.05, 0.12)))
    if clump.blunt > 0:
        out.append(Stroke(np.stack([left[-1], right[-1]]), 0.8, (0.1, 0.1)))
    return out


@dataclass(frozen=True)
class _Line:
    """A strand to be drawn: `u`, `t` (n,) its places on the sheet."""

    u: Values
    t: Values
    weight: float
    taper: tuple[float, float]


def _lines(random: Random, clump: Clump, wide: float, amount: float) -> list[_Line]:
    """A few thin strands inside a clump, some from the root and some from the tip, some in pairs."""
    out: list[_Line] = []
    for _ in range(random.poisson(amount * min(2.0, 0.3 + wide * 2.0))):
        across, where, long, pair, shift, weight = random.random(6).tolist()
        from_tip = where < 0.6
        start, stop = (0.35 + 0.35 * long, 0.9) if from_tip else (0.12 * where, 0.25 + 0.35 * long)
        taper = (0.7, 0.12) if from_tip else (0.1, 0.75)
        for step in (0.0, 0.06 + 0.08 * shift) if pair < 0.3 else (0.0,):
            s = start + step + (stop - start - 1.5 * step) * _TWELVE
            u = clump.within(min(0.12 + 0.76 * across + step, 0.92), s)
            out.append(_Line(u, s * clump.end, 0.4 + 0.2 * weight, taper))
    return out


def _wedges(random: Random, clump: Clump) -> list[tuple[Values, Values]]:
    """Outlines of long wedges of shade: one along a side, at times one between the strands at the root."""
    out: list[tuple[Values, Values]] = []
    right, both, *x = random.random(10).tolist()
    along = (0.05 + 0.25 * x[0], 0.75 + 0.23 * x[1], -0.06 + 0.08 * x[2], 0.12 + 0.18 * x[3])
    between = (0.1 * x[4], 0.3 + 0.25 * x[5], 0.25 + 0.35 * x[6], 0.08 + 0.1 * x[7])
    for start, stop, edge, thick in (along, between) if both < 0.5 else (along,):
        s = start + (stop - start) * _THERE_AND_BACK
        across = edge + thick * _SWELL
        out.append((clump.within(1 - across if right < 0.5 else across, s), s * clump.end))
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
