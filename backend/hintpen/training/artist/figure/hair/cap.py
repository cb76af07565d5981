"""The hair that lies on the skull: its silhouette, its hairline, and the ring of light around it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.figure.hair.locks import Mass
from hintpen.training.artist.figure.hair.skull import HAIRLINE, Skull, smoothing
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke


def hairline(recede: float = 0.0, low: float = 0.0, high: float = 0.0) -> NDArray[np.float64]:
    """(n, 3) where hair begins, closed, on the bare skull. `recede` 0..1: temples and forehead go back; `low`: how far
    the sideburns reach below the ear's middle; `high`: how much higher the forehead is.
    """
    half = np.array(HAIRLINE)
    half[:3, 1] -= recede * np.array([0.12, 0.16, 0.34])
    half[3, 1] -= recede * 0.2
    half[:3, 1] -= high * np.array([1.0, 0.85, 0.3])
    half[5, 1] += low
    half = half / np.linalg.norm(half, axis=1, keepdims=True)
    ring = np.concatenate([half, (half * (-1, 1, 1))[-2:0:-1]])
    closed = np.concatenate([ring, ring[:1]])
    return smoothing(len(closed), 120) @ closed


def silhouette(random: Random, skull: Skull, lift: float, start: float, end: float, part: float | None) -> Points:
    """(n, 2) the outer border of the hair on the skull between two angles, livelier than an ellipse: a dip where the
    hair is parted, low swellings where locks come round."""
    angles = np.linspace(start, end, 60)
    # It rises from the skin at both ends.
    rise = np.sqrt(np.clip(np.minimum(np.arange(60), np.arange(60)[::-1]) / 9, 0, 1))[:, None]
    curve = skull.outline(0.01, angles) * (1 - rise) + skull.outline(lift, angles) * rise
    middle = np.array(skull.head.origin)
    knots = 7
    swell = np.interp(np.linspace(0, 1, 60), np.linspace(0, 1, knots), random.normal(0, 0.012, knots))
    smooth = np.convolve(np.pad(swell, 4, mode="edge"), np.ones(9) / 9, mode="valid")
    if part is not None:
        top = skull.view(skull.hug(np.array([[part, -1.0, 0.1]]), lift))[0, :2]
        away = np.hypot(*(curve - top).T)
        smooth -= 0.035 * np.exp(-((away / 0.09) ** 2))
        smooth += 0.018 * np.exp(-(((away - 0.3) / 0.2) ** 2))
    fade = np.sin(np.pi * np.linspace(0, 1, 60)) ** 0.4
    return middle + (curve - middle) * (1 + smooth * fade)[:, None]


def cap_part(
    random: Random,
    skull: Skull,
    mass: Mass,
    lift: float,
    line: NDArray[np.float64],
    part: float | None = None,
    bare: float = 0.45,
) -> Part:
    """All hair on the skull before any lock: `bare` is the weight of its hairline's stroke."""
    seen = skull.plain(line * skull.axes * 1.01)
    front = _longest_run(seen[:, 2] > -0.05)
    visible = seen[front, :2]
    start, end = skull.angle_of(lift, visible[-1]), skull.angle_of(lift, visible[0])
    crown = skull.angle_of(lift, skull.view(np.array([[0.0, -0.75, -0.5]]))[0, :2])
    # Of the two ways round from the one end to the other, the one over the crown.
    end = start + (end - start) % (2 * np.pi)
    if not start <= start + (crown - start) % (2 * np.pi) <= end:
        end -= 2 * np.pi
    arc = silhouette(random, skull, lift, start, end, part)
    strokes = (Stroke(arc, 1.0, (0.1, 0.1)), Stroke(visible, bare, (0.2, 0.2)))
    return mass.part(np.concatenate([visible, arc]), strokes)


def _longest_run(seen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Indices, in order around the ring, of its longest run that is seen."""
    n = len(seen)
    first = int(np.argmin(seen))
    turned = np.roll(seen, -first)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], turned.astype(int), [0]])))
    starts, stops = edges[::2], edges[1::2]
    best = int(np.argmax(stops - starts))
    return (np.arange(starts[best], stops[best]) + first) % n


def flyaways(random: Random, skull: Skull, mass: Mass, lift: float, count: int) -> list[Part]:
    """Single hairs that leave the silhouette near the crown."""
    strokes: list[Stroke] = []
    for _ in range(count):
        a = random.uniform(-150, -30)
        away = random.choice((-1, 1)) * random.uniform(0.15, 0.4)
        at = np.radians(a) + np.linspace(0, away, 8)
        rise = random.uniform(0.04, 0.1) * np.linspace(0, 1, 8) ** 2
        base = skull.outline(lift - 0.01, at)
        middle = np.array(skull.head.origin)
        strokes.append(Stroke(middle + (base - middle) * (1 + rise)[:, None], 0.5, (0.1, 0.8)))
    return [Part(mass.name, mass.paint, (), tuple(strokes), layer=mass.layer + 0.95, depth=mass.depth)] if count else []


def ring_of_light(random: Random, skull: Skull, lift: float, strength: float = 0.7) -> tuple[Mark, ...]:
    """The band of light around the head, in jagged pieces that follow the locks."""
    height = random.uniform(-0.66, -0.42)
    thick = random.uniform(0.05, 0.11)
    count = int(random.integers(2, 6))
    edges = np.sort(random.uniform(-100, 100, 2 * count))
    out: list[Mark] = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        if right - left < 8:
            continue
        # Each lock takes the light a little higher or lower: the band steps from lock to lock, its ends are ragged.
        steps = max(1, round((right - left) / random.uniform(7, 16)))
        a = np.linspace(left, right, 4 * steps + 1)
        body = np.sin(np.pi * np.linspace(0.05, 0.95, len(a))) ** 0.5
        lock = np.repeat(random.uniform(0.5, 1.4, steps + 1), 4)[: len(a)]
        step = thick * np.repeat(random.normal(0, 0.3, steps + 1), 4)[: len(a)]
        upper = height + step - thick * body * lock * np.tile((0.2, 0.45, 1.0, 0.45), steps + 1)[: len(a)]
        lower = height + step + thick * body * lock * np.tile((1.1, 0.5, 0.25, 0.5), steps + 1)[: len(a)]
        # Farther from the front the ring sinks, as the skull is seen from a little above.
        sink = 0.08 * (a / 90) ** 2
        seen = [skull.view(skull.hug(skull.spot(a, y + sink), lift)) for y in (upper, lower)]
        front = (seen[0][:, 2] > 0.1) & (seen[1][:, 2] > 0.1)
        if front.sum() >= 4:
            ring = np.concatenate([seen[0][front, :2], seen[1][front, :2][::-1]])
            out.append(Mark(MarkKind.SHINE, ring, strength))
    return tuple(out)


def flow_lines(
    random: Random, skull: Skull, line: NDArray[np.float64], goal: NDArray[np.float64], lift: float, count: int
) -> list[Stroke]:
    """Strands of hair that is combed from the hairline to `goal` (3,), a place on the bare skull."""
    out: list[Stroke] = []
    for at in random.permutation(len(line))[:count]:
        root = line[at] * skull.axes
        stop = random.uniform(0.45, 0.9)
        s = np.linspace(0.02, stop, 12)[:, None]
        way = skull.hug(root * (1 - s) + goal * s, lift * np.sqrt(s[:, 0]))
        seen = skull.view(way)
        if (seen[:, 2] > 0.05).all():
            out.append(Stroke(seen[:, :2], random.uniform(0.4, 0.6), (0.15, 0.7), inside=True))
    return out
