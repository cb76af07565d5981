"""Hair that hangs: the sides that frame the face and the mass behind the neck, of any length."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.locks import (
    Clump,
    Finish,
    Mass,
    Sheet,
    Values,
    backing,
    clump_parts,
    cut_up,
    hull,
    sheet,
    waved,
)
from hintpen.training.artist.figure.hair.skull import Skull
from hintpen.training.artist.records import Mark, MarkKind, Part, Random

FAR_SIDE = 46.0
"""Layer of hair beside the far cheek: before the shoulders, behind the ear and the face."""


@dataclass(frozen=True)
class Fall:
    """How hair hangs. Heights are y of the head: the chin is near 1.35, shoulders near 2.

    `back`, `side`: where the tips are; `front`: azimuth in degrees of the edge that frames the face; `lift` above the
    skull, `flare` more at the tips; `curl`: how far the tips turn in (below 0: out); `wave`: amount; `waves` per
    unit of length; `blunt` 0..1; `over`: it falls before the shoulders; `pinch`: how much narrower it is
    at the neck; `sway`: how far it swings as one.
    """

    back: float
    side: float
    front: float
    lift: float
    flare: float = 0.08
    curl: float = 0.0
    wave: float = 0.0
    waves: float = 0.8
    blunt: float = 0.0
    over: bool = True
    ragged: float = 0.12
    pinch: float = 0.05
    sway: float = 0.05


def guides(skull: Skull, fall: Fall, azimuths: Values, low: float | Values, across: int = 11) -> Sheet:
    """A sheet of hanging hair, from the crown over the skull at `azimuths` (g,) down to `low`."""
    g = len(azimuths)
    low = np.broadcast_to(np.asarray(low, np.float64), (g,))
    half = 0.15 + 0.45 * (low - 0.15)
    knots = np.stack(
        [
            skull.spot(azimuths, -0.9),
            skull.spot(azimuths, -0.5),
            skull.spot(azimuths, 0.05),
            skull.spot(azimuths, half),
            skull.spot(azimuths, 0.2 * half + 0.8 * low),
            skull.spot(azimuths, low),
        ],
        1,
    )
    v, f = fall.lift, fall.flare
    lift = np.array(
        [v - 0.01, v, v + 0.02, v + 0.3 * f - fall.pinch, v + 0.8 * f - 0.4 * fall.pinch, v + f - fall.curl]
    )
    return sheet(skull, knots, np.broadcast_to(lift, (g, 6)), across)


def _lively(random: Random, of: Sheet, fall: Fall, phase: float) -> Sheet:
    sway = waved(
        of, fall.sway * random.uniform(0.3, 1.0), random.uniform(0.5, 0.9), phase, 0.35, random.uniform(0.0, 0.3)
    )
    return waved(sway, fall.wave, fall.waves * of.length, phase, 0.3, 0.25) if fall.wave > 0 else sway


def side_parts(random: Random, skull: Skull, mass: Mass, fall: Fall, side: float, strands: float) -> list[Part]:
    """The hair on one side of the face (-1: on the viewer's left when the head looks straight ahead)."""
    edge = skull.azimuth_of_edge(side)
    front = fall.front + _drawn_back(skull)
    near = edge - front > 14
    first, last = (front, edge + 3) if near else (min(front, edge - 10), 118.0)
    azimuths = side * np.linspace(first, last, 5)
    # Toward the back it grows as long as the back hair.
    low = fall.side + (fall.back - fall.side) * np.clip((np.abs(azimuths) - front - 30) / 50, 0, 1)
    of = guides(skull, fall, azimuths, low)
    if not near:
        of = hull([of])
    elif side < 0:
        of = Sheet(of.curves[::-1], of.near[::-1])
    of = _lively(random, of, fall, random.uniform(0, 1))
    count = int(np.clip(round(of.width * 3.5 * random.uniform(0.7, 1.3)), 1, 6))
    clumps = cut_up(random, count, 0.5, fall.ragged, lean=side * random.uniform(-0.5, 0.3), blunt=fall.blunt)
    here = replace(mass, layer=layers.SIDE_HAIR if near else FAR_SIDE, depth=0.34 if near else 0.1)
    parts = _hanging(random, here, of, clumps, strands, side)
    if fall.over or abs(skull.head.yaw) > 40:
        return parts
    # What lies behind the clothes is drawn behind them once more, whole.
    x, y = skull.head.origin
    above = np.array([(x - 9, y - 9), (x + 9, y - 9), (x + 9, y + 1.2), (x - 9, y + 1.2)])
    rest = [replace(part, layer=part.layer - here.layer + layers.NECK + 1, depth=-0.02) for part in parts]
    # Of one depth, so that neither throws a shadow on the other where they meet.
    return [*rest, *(replace(part, clips=(above,), depth=-0.02) for part in parts)]


def forelock_parts(random: Random, skull: Skull, mass: Mass, fall: Fall, side: float, strands: float) -> list[Part]:
    """A lock of its own before the ear; `fall.back` is its tip."""
    first = fall.front + 0.7 * _drawn_back(skull)
    last = first + random.uniform(16, 26)
    near = skull.azimuth_of_edge(side) > first + 6
    of = guides(skull, fall, side * np.linspace(first, last, 4), fall.back)
    if side < 0:
        of = Sheet(of.curves[::-1], of.near[::-1])
    of = _lively(random, of, fall, random.uniform(0, 1))
    clumps = cut_up(random, int(random.integers(1, 3)), 0.4, fall.ragged, side * random.uniform(-0.6, 0.4), fall.blunt)
    here = replace(mass, layer=layers.SIDE_HAIR + 1 if near else FAR_SIDE + 1, depth=0.38 if near else 0.12)
    return _hanging(random, here, of, clumps, strands * 0.7, side)


def _hanging(random: Random, mass: Mass, of: Sheet, clumps: list[Clump], strands: float, side: float) -> list[Part]:
    """Clumps beside the face; their lines begin where the skull turns down, so that the top stays calm."""
    start = min(random.uniform(0.8, 1.2) / of.length, 0.4)
    clumps = [replace(c, root=(max(c.root[0], start), max(c.root[1], start))) for c in clumps]
    # The edge at the face is drawn as soon as it leaves the bangs; the outer contour goes on from that of the skull.
    outer, inner = (-1, 0) if side > 0 else (0, -1)
    for which, share in ((inner, start), (outer, 0.14)):
        left, right = clumps[which].root
        at_right = (which == outer) == (side > 0)
        clumps[which] = replace(clumps[which], root=(left, share) if at_right else (share, right))
    clumps = of.spread(clumps)
    finish = Finish(strands, order="right" if side < 0 else "left", fade=0.25)
    return [backing(mass, of, clumps), *clump_parts(random, mass, of, clumps, finish)]


def _drawn_back(skull: Skull) -> float:
    """Degrees by which hair leaves a head free that is nearly in profile, or there would be no face to see."""
    return 0.45 * max(0.0, abs(skull.head.yaw) - 30)


def back_parts(random: Random, skull: Skull, mass: Mass, fall: Fall, strands: float) -> list[Part]:
    """The mass behind the neck and the shoulders, with its shadowed inner side."""
    azimuths = np.linspace(fall.front + 25, 335 - fall.front, 9)
    of = hull([guides(skull, fall, azimuths, fall.back, 9)])
    of = _lively(random, of, fall, random.uniform(0, 1))
    count = int(np.clip(round(of.width * 2.2 * random.uniform(0.8, 1.3)), 4, 9))
    clumps = cut_up(random, count, 0.45, fall.ragged, blunt=fall.blunt)
    shadow = inner_shadow(random, of, skull)
    finish = Finish(strands, edges=(True, True), order="any", fade=0.3, extra=(shadow,), shade=0.7)
    return [backing(mass, of, clumps, (shadow,)), *clump_parts(random, mass, of, clumps, finish)]


def inner_shadow(random: Random, of: Sheet, skull: Skull) -> Mark:
    """The head's and the front hair's shadow on the hair behind the neck, with a jagged lower border."""
    u = np.linspace(0.0, 1.0, 15)
    low = 1.5 + skull.head.origin[1]
    t = np.linspace(0, 1, 40)
    depth = float(np.interp(low, of.at(0.5, t)[:, 1], t))
    teeth = np.where(np.arange(15) % 2 == 0, 0.0, random.choice((0.0, 0.03, 0.08, 0.2), 15)) * random.uniform(
        0.5, 1.2, 15
    )
    lower = of.at(u, np.clip(depth + teeth - 0.04, 0, 1))
    return Mark(MarkKind.SHADE, np.concatenate([of.at(u, 0.0), lower[::-1]]), 1.0)
