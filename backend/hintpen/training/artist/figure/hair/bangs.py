"""Bangs: clumps over the forehead, falling straight or from a parting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.figure.hair.locks import Clump, Finish, Mass, Sheet, backing, clump_parts, cut_up, sheet
from hintpen.training.artist.figure.hair.skull import Skull
from hintpen.training.artist.records import Part, Random


@dataclass(frozen=True)
class Fringe:
    """How bangs fall. `kind`: "full", "blunt", "parted", "curtain", "swept", "veil" (over one eye), "wisps" or "none".

    `part`: x of the parting on the bare skull, -1..1. `low`: y of the tips in front; `lift` above the skull;
    `clumps`: how many; `edge` in degrees: how far round the bangs reach.
    """

    kind: str
    part: float
    low: float
    lift: float
    clumps: int
    edge: float

    @property
    def forehead(self) -> float:
        """How much higher the hairline is where bangs part over it."""
        return 0.22 if self.kind in ("parted", "curtain", "swept", "veil") else 0.0


def bangs(random: Random, skull: Skull, mass: Mass, fringe: Fringe, strands: float) -> list[Part]:
    """The parts of the bangs, from back to front."""
    if fringe.kind == "none":
        return []
    if fringe.kind in ("full", "blunt"):
        return _full(random, skull, mass, fringe, strands)
    if fringe.kind == "wisps":
        return _wisps(random, skull, mass, fringe, strands)
    return [part for side in _sides(fringe) for part in _parted(random, skull, mass, fringe, side, strands)]


def _full(random: Random, skull: Skull, mass: Mass, fringe: Fringe, strands: float) -> list[Part]:
    u = np.linspace(-1, 1, 7)
    a = fringe.edge * u
    blunt = fringe.kind == "blunt"
    round_off = random.uniform(0.1, 0.3)
    low = min(fringe.low, 0.17 if blunt else 1.0) + round_off * np.abs(u) ** 2.5
    root = np.stack([0.22 * u + 0.5 * fringe.part, np.full(7, -0.95), np.full(7, 0.2) - 0.1 * np.abs(u)], -1)
    knots = np.stack([root, skull.spot(a * 0.8, -0.66), skull.spot(a, -0.2 * np.ones(7)), skull.spot(a, low)], 1)
    v = fringe.lift
    lifts = np.array([v - 0.02, v + 0.02, v, v - 0.05])
    of = sheet(skull, knots, np.broadcast_to(lifts, (7, 4)))
    clumps = cut_up(
        random,
        fringe.clumps,
        uneven=0.35 if blunt else 0.55,
        ragged=0.02 if blunt else 0.16,
        lean=float(random.normal(0, 0.3)),
        blunt=0.75 if blunt else 0.0,
    )
    clumps = of.spread(clumps)
    return [backing(mass, of, clumps), *clump_parts(random, mass, of, clumps, Finish(strands, order="any"))]


def _sides(fringe: Fringe) -> list[float]:
    """The side that is drawn last lies on top: the larger one."""
    return [1.0, -1.0] if fringe.part > 0 else [-1.0, 1.0]


def _parted(random: Random, skull: Skull, mass: Mass, fringe: Fringe, side: float, strands: float) -> list[Part]:
    """The half of parted bangs that falls to `side`."""
    u = np.linspace(0, 1, 5)
    start = np.degrees(np.arcsin(np.clip(fringe.part, -0.9, 0.9)))
    reach = side * fringe.edge
    large = abs(reach - start) > fringe.edge
    first = start + side * {"curtain": 24.0, "swept": 30.0}.get(fringe.kind, 14.0)
    if fringe.kind == "veil" and large:
        first = start + side * 22.0
    tips = first + (reach - first) * u ** (0.8 if large else 1.0)
    low = fringe.low + 0.28 * u**1.5
    if fringe.kind == "curtain":
        low = fringe.low + 0.12 * np.sin(np.pi * u * 0.7) + 0.15
    if fringe.kind == "veil" and large:
        low = fringe.low + 0.6 - 0.15 * np.abs(u - 0.35)
    # The parting runs back from the forehead to the crown; the foremost hair grows nearest to the brow.
    back = u**0.7
    root = np.stack([fringe.part * (1 - 0.4 * back), -0.78 - 0.2 * back, 0.62 - 0.75 * back], -1)
    middle = start + (tips - start) * (0.62 if fringe.kind != "curtain" else 0.8)
    knots = np.stack(
        [
            root,
            skull.spot(middle * 0.9, -0.62 - 0.08 * back),
            skull.spot(middle * 0.4 + tips * 0.6, -0.15),
            skull.spot(tips, low),
        ],
        1,
    )
    v = fringe.lift
    lifts = np.stack([v - 0.03 + 0 * u, v + 0.05 - 0.02 * u, v + 0.03 + 0 * u, v - 0.06 + 0.03 * u], 1)
    of = sheet(skull, knots, lifts)
    if side < 0:
        of = Sheet(of.curves[::-1], of.near[::-1])
    share = abs(reach - start) / (2 * fringe.edge)
    clumps = cut_up(random, max(2, round(fringe.clumps * share)), 0.5, 0.16, lean=-side * random.uniform(-0.2, 0.6))
    order = "left" if side > 0 else "right"
    edge = (side > 0, side < 0)
    clumps = of.spread(clumps)
    return [backing(mass, of, clumps), *clump_parts(random, mass, of, clumps, Finish(strands, order=order, edges=edge))]


def _wisps(random: Random, skull: Skull, mass: Mass, fringe: Fringe, strands: float) -> list[Part]:
    """Two or three locks that have come loose over the forehead."""
    parts: list[Part] = []
    at = fringe.part * 60 + random.normal(0, 10)
    for _ in range(int(random.integers(1, 4))):
        a = at + random.normal(0, 14)
        u = np.linspace(-1, 1, 3)
        knots = np.stack(
            [
                skull.spot(a + 3 * u, -0.62),
                skull.spot(a + 6 * u + random.normal(0, 6), -0.5),
                skull.spot(a + 7 * u + random.normal(0, 10), -0.1),
                skull.spot(a + 6 * u + random.normal(0, 16), fringe.low + random.normal(0.1, 0.12)),
            ],
            1,
        )
        of = sheet(skull, knots, np.array([[0.04, 0.2, 0.16, 0.08]] * 3))
        clump = Clump(0.0, 1.0, random.uniform(0.2, 0.8), 1.0, (2.0, 2.6), (0.02, 0.02))
        parts += clump_parts(random, mass, of, [clump], Finish(strands * 0.5, shade=0.0, fade=0.1))
    return parts
