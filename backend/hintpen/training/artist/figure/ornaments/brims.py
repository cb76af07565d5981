"""Hats with a brim all round, and pointed ones: straw, witch, top and party hats."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import loop, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.head import Points3D
from hintpen.training.artist.figure.ornaments.bows import Bow, bow
from hintpen.training.artist.figure.ornaments.fitting import (
    SHELL,
    Place,
    Wearer,
    around,
    band,
    circle,
    dome,
    hull,
    inner,
    near_arc,
    outer,
    piece,
    shade,
    shine,
    solid,
)
from hintpen.training.artist.figure.ornaments.hats import LAYER, ROUND, cuff, rounded, scaled
from hintpen.training.artist.forms import Inflated, Plane
from hintpen.training.artist.records import Paint, Part, Stroke

BEHIND = layers.CAPE + 2
"""The half of a brim that is behind the head, behind all hair."""


def brim(
    wearer: Wearer,
    place: Place,
    paint: Paint,
    wide: float,
    reach: float,
    sag: float,
    waves: float,
    name: str,
    curl: bool = False,
) -> list[Part]:
    """A disc around the head: all of it seen from above, from below its far half behind the head. It sinks by `sag` and
    has `waves`; `curl` turns it up at the sides instead.
    """
    r = wearer.random
    a = np.linspace(-np.pi, np.pi, 73)[:-1]
    phase = r.uniform(0, 6)
    out = reach * (1 + 0.02 * np.sin(3 * a + phase))
    drop = sag + waves * np.sin(2 * a + phase) + 0.6 * waves * np.sin(3 * a - phase)
    if curl:
        drop = sag - waves * 3 * np.sin(a) ** 2 + waves * np.cos(a) ** 2
    rim = np.stack([out * np.sin(a), drop, out * np.cos(a)], 1)
    seen = place.turned(rim)
    inner_rim = place.turned(circle(wide, 0.0, count=73)[:-1])
    # The plane of the brim looks up: whether its upper face is seen.
    above = float((place.head.rotation @ place.axes)[2, 1]) < -0.02
    region = f"{wearer.looks.name}.{name}"
    if above:
        lines = [outer(around(seen[:, :2]), 1.15)]
        lines += _rings(wearer, place, rim, wide, 0)
        ring, marks = seen[:, :2], [shade(inner_rim[:, :2] + (0.0, 0.1), 0.55)]
        return [piece(name, paint, ring, lines, marks, layer=LAYER - 0.2, depth=0.62, form=Plane(0, -0.5))]
    middle = place.turned(np.zeros((1, 3)))[0, 2]
    front = seen[:, 2] >= middle
    start = int(np.flatnonzero(front & ~np.roll(front, 1))[0])
    order = (np.arange(72) + start) % 72
    near = order[: int(front.sum())]
    arc, root = seen[near, :2], inner_rim[near, :2]
    whole = seen[:, :2]
    back = piece(
        f"{name}.under",
        paint,
        whole,
        [outer(around(whole), 1.1), *_rings(wearer, place, rim, wide, -1)],
        [shade(hull(whole), 0.45)],
        layer=BEHIND,
        depth=-0.5,
        form=Plane(0, 0.3),
        region=region,
    )
    ring = band(arc, root)
    lines = [outer(arc, 1.15), outer(root, 0.8), *_rings(wearer, place, rim, wide, 1)]
    marks = [shade(ring, 0.6)]
    return [
        back,
        piece(name, paint, ring, lines, marks, layer=LAYER + 0.25, depth=0.62, form=Plane(0, 0.3), region=region),
    ]


def _rings(wearer: Wearer, place: Place, rim: Points3D, wide: float, half: int) -> list[Stroke]:
    """The plaits of straw along a brim: broken lines on the near half (1), the far one (-1) or both (0)."""
    if not wearer.fine(0.09):
        return []
    out: list[Stroke] = []
    root = circle(wide, 0.0, count=73)[:-1]
    middle = place.turned(np.zeros((1, 3)))[0, 2]
    for share in (0.45, 0.72, 0.9):
        line = place.turned(root + (rim - root) * share)
        for _ in range(2):
            first, long = int(wearer.random.integers(0, 72)), int(wearer.random.integers(8, 20))
            run = line[(first + np.arange(long)) % 72]
            if half == 0 or ((run[:, 2] - middle) * half > 0).all():
                out.append(inner(run[:, :2], 0.4, 0.3, 0.4))
    return out


def _tipped(wearer: Wearer, y: float) -> Place:
    """Mostly pushed back, so that the brim stands behind the face; else pulled down before it."""
    r = wearer.random
    back = r.random() < 0.72
    tip = r.uniform(15, 28) if back else r.uniform(-10, -4)
    return wearer.put(
        0, y - (0.08 if not back else 0.0), -0.08 if back else 0.0, tip - wearer.head.pitch * 0.6, wearer.near(0, 5)
    )


def _plaits(wearer: Wearer, place: Place, wide: float, high: float) -> list[Stroke]:
    """Broken level lines around a crown of straw."""
    out: list[Stroke] = []
    for share in (0.4, 0.6, 0.8) if wearer.fine(0.09) else ():
        arc = near_arc(place, wide * float(np.sqrt(1 - share**2 * 0.75)), -high * share)
        n = len(arc)
        for _ in range(2):
            a = int(wearer.random.integers(3, n // 2))
            out.append(inner(arc[a : a + int(wearer.random.integers(6, n // 2))], 0.4, 0.3, 0.4))
    return out


def straw(wearer: Wearer) -> list[Part]:
    """A wide hat of straw or felt with a ribbon round it."""
    r = wearer.random
    place = _tipped(wearer, -0.46)
    paint = wearer.looks.paint("hat", "sand" if r.random() < 0.65 else "cloth")
    ribbon = wearer.looks.paint("hat.band", "cloth")
    wide, high = SHELL, wearer.near(0.86, 0.12)
    parts = brim(wearer, place, paint, wide, wearer.near(2.05, 0.14), wearer.near(0.1, 0.6), 0.06, "hat.brim")
    flat = 0.8 if r.random() < 0.5 else 1.0
    crown = dome(place, solid([(wide * min(1, a**flat * 1.04), -high * -b) for a, b in ROUND]), wide)
    lines = [outer(crown.over, 1.1), *_plaits(wearer, place, wide, high)]
    parts.append(piece("hat.straw", paint, crown.ring, lines, layer=LAYER, form=rounded(place, wide), depth=0.5))
    ring, upper, lower = cuff(place, wide + 0.01, 0.0, -0.22, -0.04)
    parts.append(piece("hat.band", ribbon, ring, [outer(upper, 0.8), outer(lower, 0.9)], layer=LAYER + 0.1, depth=0.53))
    if r.random() < 0.5:
        azimuth = float(r.choice((-1, 1)) * r.uniform(30, 80))
        at = place.turned(circle(wide + 0.05, -0.1, (azimuth, azimuth + 1), 2))[0]
        if at[2] > 0.1:
            parts += bow(wearer, Bow(at[:2], r.uniform(0.24, 0.36), ribbon, LAYER + 0.35, "hat.bow"), tails=0.45)
    return parts


def witch(wearer: Wearer) -> list[Part]:
    """A witch's hat: a wide brim and a tall point that has bent."""
    r = wearer.random
    place = _tipped(wearer, -0.48)
    paint = wearer.looks.paint("hat", "cloth")
    ribbon = wearer.looks.paint("hat.band", "cloth")
    wide, high = SHELL - 0.02, r.uniform(1.5, 2.1)
    parts = brim(wearer, place, paint, wide, wearer.near(2.1, 0.12), wearer.near(0.05, 0.9), 0.1, "hat.brim")
    front = near_arc(place, wide)
    right = np.array([-place.up[1], place.up[0]])
    c = place.middle
    side = float(r.choice((-1, 1)))
    bend = r.uniform(0.1, 0.75)
    tip = c + place.up * high * (1 - 0.25 * bend) + right * side * (0.35 + bend)
    elbow = c + place.up * high * 0.78 + right * side * 0.12
    left, end = (front[0], front[-1]) if side > 0 else (front[-1], front[0])
    rise = spline(
        [left, left * 0.62 + elbow * 0.38 - right * side * 0.05, elbow - right * side * 0.26 + place.up * 0.12, tip], 9
    )
    fall = spline(
        [tip, elbow + right * side * 0.3 - place.up * 0.12, end * 0.6 + elbow * 0.4 - right * side * 0.02, end], 9
    )
    ring = np.concatenate([rise, fall[1:], front[::-1] if side > 0 else front])
    crease = spline(
        [elbow + right * side * 0.26 - place.up * 0.1, elbow + place.up * 0.02, elbow - right * side * 0.16], 5
    )
    lines = [outer(rise, 1.1), outer(fall, 1.1), inner(crease, 0.7, 0.02, 0.7)]
    low = elbow - place.up * 0.35
    lines.append(
        inner(spline([low + right * side * 0.36, low + right * side * 0.1 + place.up * 0.06, low], 4), 0.5, 0.05, 0.7)
    )
    shadow = loop([crease[0], crease[4], crease[-1], low, low + right * side * 0.4], 4)
    parts.append(piece("hat.witch", paint, ring, lines, [shade(shadow, 0.8)], layer=LAYER, form=Inflated(0.9)))
    strip, upper, lower = cuff(place, wide + 0.01, 0.0, -0.26, -0.13)
    parts.append(
        piece("hat.band", ribbon, strip, [outer(upper, 0.8), outer(lower, 0.9)], layer=LAYER + 0.1, depth=0.53)
    )
    if r.random() < 0.55:
        parts += _buckle(wearer, place, wide)
    return parts


def _buckle(wearer: Wearer, place: Place, wide: float) -> list[Part]:
    at = place.turned([(0.0, -0.13, wide)])[0]
    if at[2] < 0.4:
        return []
    gold = wearer.looks.paint("hat.buckle", "gold")
    squeeze = max(0.4, at[2] / 1.2)
    frame = np.array([(-0.17, -0.19), (0.17, -0.19), (0.17, 0.19), (-0.17, 0.19)])
    turn = np.stack([np.array([-place.up[1], place.up[0]]) * squeeze, -place.up])
    ring, hole = at[:2] + frame @ turn, at[:2] + frame * 0.6 @ turn
    lines = [outer(around(ring), 0.9), outer(around(hole), 0.6)]
    return [piece("hat.buckle", gold, ring, lines, layer=LAYER + 0.15, depth=0.56, hole=hole, form=Inflated(0.05))]


def top_hat(wearer: Wearer) -> list[Part]:
    """A top hat, or a bowler."""
    r = wearer.random
    place = wearer.put(0, -0.52, -0.03, wearer.near(9, 0.5), wearer.near(0, 6))
    if r.random() < 0.25:
        return _topper(wearer, place, SHELL - 0.1, 0.92, SHELL + 0.32, ROUND)
    flare = r.uniform(0.96, 1.08)
    return _topper(wearer, place, SHELL - 0.1, wearer.near(1.25, 0.2), SHELL + 0.4, ((1, 0), (0.97, -0.4), (flare, -1)))


def small_top_hat(wearer: Wearer) -> list[Part]:
    """A tiny top hat, worn aslant on one side."""
    r = wearer.random
    side = float(r.choice((-1, 1)))
    place = wearer.put(side * 0.5, -1.02, 0.25, r.uniform(-14, 0), side * r.uniform(16, 26))
    shape = ((1, 0), (0.95, -0.4), (1.06, -1))
    return _topper(wearer, place, 0.44, wearer.near(0.6, 0.15), 0.72, shape)


def _topper(
    wearer: Wearer, place: Place, wide: float, high: float, reach: float, shape: tuple[tuple[float, float], ...]
) -> list[Part]:
    """A stiff hat whose brim curls up at the sides; `shape`: its profile."""
    paint, ribbon = wearer.looks.paint("hat", "cloth"), wearer.looks.paint("hat.band", "silk")
    parts = brim(wearer, place, paint, wide, reach, -0.06 * wide, 0.07 * wide, "hat.brim", curl=True)
    if wide < 0.6:
        parts = [part for part in parts if part.layer > BEHIND]
    body = solid(scaled(shape, wide, high))
    crown = dome(place, body, wide)
    lines = [outer(crown.over, 1.1)]
    top = shape[-1][0] * wide
    above = float((place.head.rotation @ place.axes)[2, 1]) < -0.02
    if shape is not ROUND and above:
        lines.append(inner(near_arc(place, top, -high), 0.7, 0.05, 0.05))
    glow = wearer.random.random() < 0.5 and wearer.fine(0.08)
    marks = [shade(band(crown.front, near_arc(place, wide, -0.3 * wide)), 0.3)]
    if glow and shape is not ROUND:
        a, b = near_arc(place, wide, -0.4 * wide), near_arc(place, wide, -0.88 * high)
        marks.append(shine(np.stack([a[8], a[13], b[13], b[8]]), 0.35))
    parts.append(piece("hat.top", paint, crown.ring, lines, marks, layer=LAYER, form=Inflated(wide)))
    strip, upper, lower = cuff(place, wide + 0.005, 0.0, -0.28 * wide, -0.01)
    lines = [outer(upper, 0.8), outer(lower, 0.9)]
    return [*parts, piece("hat.band", ribbon, strip, lines, layer=LAYER + 0.1, depth=0.53)]


def party(wearer: Wearer) -> list[Part]:
    """A cone of paper with a tuft, stripes and an elastic under the chin."""
    r = wearer.random
    side = float(r.choice((-1, 1)))
    lean = side * r.uniform(4, 18)
    x = 0.022 * lean
    place = wearer.put(x, -1.0 + 0.2 * x * x, 0.08, wearer.near(3, 0.9), lean)
    paint, other = wearer.looks.paint("hat", "cloth"), wearer.looks.paint("hat.stripe", "cloth")
    wide, high = wearer.near(0.5, 0.12), wearer.near(1.15, 0.12)
    crown = dome(place, np.array([(0.0, -high, 0.0)]), wide)
    parts = [piece("hat.party", paint, crown.ring, [outer(crown.over, 1.05), outer(crown.front, 1.0)], layer=LAYER)]
    for low in (0.2, 0.55) if r.random() < 0.7 else ():
        a, b = (
            near_arc(place, wide * (1 - low), -high * low),
            near_arc(place, wide * (0.83 - low), -high * (low + 0.17)),
        )
        parts.append(
            piece("hat.stripe", other, band(b, a), [inner(a, 0.6, 0, 0), inner(b, 0.6, 0, 0)], layer=LAYER + 0.1)
        )
    tip = place.seen([(0.0, -high, 0.0)])[0]
    a = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    spiky = 0.17 * (1 + 0.28 * (np.arange(18) % 2) * r.uniform(0.5, 1.2))
    star = tip + np.stack([spiky * np.cos(a), spiky * np.sin(a)], 1)
    tuft = wearer.looks.paint("hat.tuft", "cloth")
    return [*parts, piece("hat.tuft", tuft, star, layer=LAYER + 0.2)]
