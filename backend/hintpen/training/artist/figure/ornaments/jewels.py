"""Jewelry and what hovers: tiaras, crowns, halos, earrings, chokers, necklaces."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import along, ellipse, loop, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.ornaments.bows import Bow, bow
from hintpen.training.artist.figure.ornaments.fitting import (
    Wearer,
    around,
    band,
    inner,
    longest,
    outer,
    pen_only,
    piece,
    shade,
    spot,
)
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part, Stroke


def crown(wearer: Wearer) -> list[Part]:
    """A crown: large around the brow, or small and aslant on the crown of the head."""
    r = wearer.random
    gold = wearer.looks.paint("crown", "gold" if r.random() < 0.75 else "metal")
    small = r.random() < 0.5
    side = float(r.choice((-1, 1)))
    if small:
        place = wearer.put(side * 0.4, -1.12, 0.1, 4, side * r.uniform(10, 24))
        wide, high, teeth = r.uniform(0.36, 0.5), r.uniform(0.34, 0.46), 8
    else:
        place = wearer.put(0, -0.68, 0, wearer.near(3, 0.9), wearer.near(0, 4))
        wide, high, teeth = 1.05, r.uniform(0.5, 0.75), 10
    n = teeth * 8
    a = np.linspace(-np.pi, np.pi, n, endpoint=False)
    phase = np.abs(((np.arange(n) % 8) - 4) / 4)
    flare = wide * r.uniform(1.06, 1.22)
    top = high * (0.42 + 0.58 * (1 - phase) ** 1.2)
    grow = wide + (flare - wide) * top / high
    base = np.stack([wide * np.sin(a), 0 * a, wide * np.cos(a)], 1)
    spikes = np.stack([grow * np.sin(a), -top, grow * np.cos(a)], 1)
    low, up = place.turned(base), place.turned(spikes)
    middle = place.turned(np.zeros((1, 3)))[0, 2]
    parts: list[Part] = []
    for near in (False, True):
        flags = (low[:, 2] >= middle) if near else (low[:, 2] <= middle + 0.02)
        start = int(np.flatnonzero(flags & ~np.roll(flags, 1))[0])
        index = (start + np.arange(int(flags.sum()) + 1)) % n
        edge, root = up[index, :2], low[index, :2]
        lines = [
            outer(edge, 1.0, 0),
            outer(root, 1.0),
            outer(np.stack([edge[0], root[0]]), 1, 0),
            outer(np.stack([edge[-1], root[-1]]), 1, 0),
        ]
        marks = [shade(band(edge, root), 0.8)]
        if near:
            marks = []
            for share in (0.08, 0.2) if wearer.fine(0.08 if not small else 0.14) else ():
                trim = place.turned(
                    np.stack([(wide + 0.02) * np.sin(a), 0 * a - high * share, (wide + 0.02) * np.cos(a)], 1)
                )
                lines.append(inner(trim[index, :2], 0.45, 0, 0))
        layer = layers.HAT + (0.5 if near else -0.5)
        parts.append(
            piece(
                "crown",
                gold,
                band(edge, root),
                lines,
                marks,
                layer=layer,
                depth=0.55 if near else 0.3,
                form=Inflated(0.2),
            )
        )
    if wearer.fine(0.1 if not small else 0.16):
        gem = wearer.looks.paint("gem", "gem")
        for i in range(0, n, 8):
            at, tip = place.turned(base[[(i + 4) % n]] * 1.03 + (0, -0.3 * high, 0))[0], up[(i + 4) % n]
            if at[2] > middle + 0.25 * wide:
                ring = ellipse(at[0], at[1], 0.09 * wide, 0.12 * wide, count=16)
                parts.append(
                    piece("crown.gem", gem, ring, [outer(around(ring), 0.8)], layer=layers.HAT + 0.6, depth=0.57)
                )
                ball = ellipse(tip[0], tip[1], 0.055, 0.055, count=12)
                parts.append(
                    piece("crown.pearl", gold, ball, [outer(around(ball), 0.8)], layer=layers.HAT + 0.6, depth=0.57)
                )
    return parts


def tiara(wearer: Wearer) -> list[Part]:
    """An arc of metal over the forehead with a stone in its middle."""
    r = wearer.random
    gold = wearer.looks.paint("crown", "gold" if r.random() < 0.6 else "metal")
    gem = wearer.looks.paint("gem", "gem")
    place = wearer.put(0, -0.74, 0.02, wearer.near(2, 1.0))
    n = 61
    t = np.linspace(-1, 1, n)
    a = np.radians(78) * t
    wide, high = 0.98, r.uniform(0.36, 0.56)
    rise = high * (0.22 + 0.78 * np.maximum(1 - np.abs(t) * 1.02, 0) ** 1.4) + 0.09 * np.abs(np.cos(np.pi * 3.5 * t))
    low = place.turned(np.stack([wide * np.sin(a), 0 * a, wide * np.cos(a)], 1))
    up = place.turned(np.stack([(wide - 0.2 * rise) * np.sin(a), -rise, (wide - 0.2 * rise) * np.cos(a)], 1))
    hole = place.turned(np.stack([wide * np.sin(a), -0.1 - 0.6 * (rise - 0.12), wide * np.cos(a)], 1))
    run = longest(low[:, 2] > -0.02)
    edge, root, mid = up[run, :2], low[run, :2], hole[run, :2]
    if len(edge) < 6:
        return []
    lines = [
        outer(edge, 1.0, 0.02),
        outer(root, 0.95, 0.02),
        outer(np.stack([edge[0], root[0]]), 0.9, 0),
        outer(np.stack([edge[-1], root[-1]]), 0.9, 0),
    ]
    if wearer.fine(0.1):
        lines.append(inner(mid, 0.5, 0.2, 0.2))
    parts = [piece("tiara", gold, band(edge, root), lines, layer=layers.HAT, depth=0.55, form=Inflated(0.08))]
    at = place.turned([(0.0, -0.5 * float(rise[n // 2]), wide)])[0]
    if at[2] > 0.2:
        w = 0.1 * max(0.5, at[2])
        ring = loop([(at[0], at[1] - 0.16), (at[0] + w, at[1]), (at[0], at[1] + 0.16), (at[0] - w, at[1])], 4)
        parts.append(
            piece(
                "tiara.gem",
                gem,
                ring,
                [outer(around(ring), 0.85)],
                layer=layers.HAT + 0.1,
                depth=0.58,
                form=Inflated(0.1),
            )
        )
    return parts


def halo(wearer: Wearer) -> list[Part]:
    """A ring that hovers over the head."""
    r = wearer.random
    gold = wearer.looks.paint("halo", "gold" if r.random() < 0.7 else "paint")
    place = wearer.put(0, -1.0, 0)
    up, wide = r.uniform(0.55, 0.72), r.uniform(0.62, 0.85)
    c = place.middle + place.up * up
    flat = 0.3 + 0.006 * wearer.head.pitch
    turn = math.degrees(math.atan2(place.up[0], -place.up[1]))
    thick = r.uniform(0.11, 0.17)
    ring, hole = (
        spot(c, wide, wide * flat, turn),
        spot(c + place.up * 0.015, wide - thick, (wide - thick) * flat - 0.03, turn),
    )
    lines = [outer(around(ring), 1.0, 0), outer(around(hole), 0.8, 0)]
    return [piece("halo", gold, ring, lines, layer=layers.HAT + 2, depth=0.4, hole=hole, form=Inflated(0.1))]


def earrings(wearer: Wearer) -> list[Part]:
    """Studs, hoops, drops or tassels on the lobes that are seen."""
    r = wearer.random
    kind = str(r.choice(("stud", "hoop", "drop", "long", "star"), p=(0.22, 0.26, 0.24, 0.18, 0.1)))
    metal = wearer.looks.paint("earring", "gold" if r.random() < 0.6 else "metal")
    gem = wearer.looks.paint("gem", "gem")
    skull = wearer.skull
    parts: list[Part] = []
    size = r.uniform(0.8, 1.25)
    for side in (-1.0, 1.0):
        if side == wearer.far and wearer.turn > 0.35:
            continue
        x, _, z = skull.ears[0 if side < 0 else 1]
        at = wearer.head.seen([(x * 1.04, skull.ear_bottom - 0.03, z - 0.02)])[0]
        near = side != wearer.far and wearer.turn > 0.3
        layer = layers.HEAD + 0.7 if near else layers.EAR + 0.4
        depth = 0.33 if near else 0.15
        stud = spot(at, 0.05 * size, 0.05 * size, count=14)
        first = piece(
            "earring",
            gem if kind in ("stud", "drop") else metal,
            stud,
            [outer(around(stud), 0.8)],
            layer=layer + 0.1,
            depth=depth + 0.01,
        )
        if kind == "stud":
            parts.append(first)
            continue
        if kind == "hoop":
            w = size * 0.16 * (0.35 + 0.65 * (wearer.turn if near else 0.45))
            c = at + (0, 0.17 * size)
            ring, hole = spot(c, w + 0.02, 0.18 * size), spot(c, max(w - 0.025, 0.02), 0.135 * size)
            parts.append(
                piece(
                    "earring",
                    metal,
                    ring,
                    [outer(around(ring), 0.85), outer(around(hole), 0.6)],
                    layer=layer,
                    depth=depth,
                    hole=hole,
                )
            )
            continue
        low = at + (0, (0.3 if kind == "drop" else 0.52) * size)
        parts.append(
            pen_only("earring.wire", metal, [Stroke(np.stack([at, low]), 0.8, (0, 0))], layer=layer, depth=depth)
        )
        if kind == "star":
            t = np.radians(np.arange(10) * 36 - 90)
            rad = np.where(np.arange(10) % 2, 0.06, 0.14) * size
            drop = low + np.stack([rad * np.cos(t), rad * np.sin(t)], 1)
        else:
            drop = loop(
                low + np.array([(0, -0.14), (0.075, 0.02), (0.05, 0.13), (-0.05, 0.13), (-0.075, 0.02)]) * size, 4
            )
        parts += [
            piece(
                "earring.drop",
                gem if kind == "drop" else metal,
                drop,
                [outer(around(drop), 0.85)],
                layer=layer + 0.1,
                depth=depth,
            ),
            first,
        ]
    return parts


def _neck(wearer: Wearer, share: float) -> tuple[Points, Points, float] | None:
    """The middle (2,) of the neck at a share of its length, the unit vector across it, half its width."""
    pose = wearer.pose
    if pose is None:
        return None
    top, base = pose.neck_top[:2], pose.rings[0, 0, :2]
    way = (base - top) / max(math.hypot(*(base - top)), 1e-9)
    across = np.array([way[1], -way[0]])
    across = across if across[0] > 0 else -across
    return top + (base - top) * share, across, pose.neck_radius * 0.97


def choker(wearer: Wearer) -> list[Part]:
    """A band about the neck, at times with a ring, a bell, a bow or a stone before the throat."""
    r = wearer.random
    found = _neck(wearer, r.uniform(0.62, 0.72))
    if found is None:
        return []
    middle, across, half = found
    down = np.array([-across[1], across[0]])
    down = down if down[1] > 0 else -down
    high, bow_ = r.uniform(0.08, 0.15), 0.1 + 0.005 * max(-wearer.head.pitch, -8)
    t = np.linspace(-1, 1, 17)
    way = middle + across * half * t[:, None] + down * bow_ * (1 - t[:, None] ** 2)
    paint = wearer.looks.paint("choker", str(r.choice(("cloth", "leather", "silk"))))
    ring = band(way, way + down * high)
    lines = [outer(way, 0.9), outer(way + down * high, 0.95)]
    layer = layers.NECK + 0.5
    parts = [piece("choker", paint, ring, lines, layer=layer, depth=-0.05, form=Inflated(0.3, 0.6))]
    turned = math.sin(math.radians(wearer.pose.turn if wearer.pose else 0.0))
    at = along(way, 0.5 + 0.4 * turned) + down * (high + 0.02)
    kind = str(r.choice(("", "gem", "bell", "bow", "ring"), p=(0.35, 0.2, 0.15, 0.15, 0.15)))
    if kind == "bow":
        parts += bow(wearer, Bow(at - down * high * 0.5, 0.22, paint, layer + 0.1, "choker.bow", depth=0.0), 0.0)
    elif kind == "ring":
        metal = wearer.looks.paint("buckle", "metal")
        outer_, hole = spot(at, 0.09, 0.1), spot(at, 0.055, 0.065)
        parts.append(
            piece(
                "choker.ring",
                metal,
                outer_,
                [outer(around(outer_), 0.85), outer(around(hole), 0.6)],
                layer=layer + 0.1,
                depth=0.0,
                hole=hole,
            )
        )
    elif kind:
        paint = wearer.looks.paint("bell", "gold") if kind == "bell" else wearer.looks.paint("gem", "gem")
        size = 0.13 if kind == "bell" else 0.09
        ball = spot(at + down * 0.05, size, size, count=24)
        seam = spot(at + down * 0.05, size, size * 0.25, count=24)[1:12]
        extra = [inner(seam, 0.6, 0, 0)] if kind == "bell" else []
        parts.append(
            piece(
                f"choker.{kind}",
                paint,
                ball,
                [outer(around(ball), 0.95), *extra],
                layer=layer + 0.1,
                depth=0.02,
                form=Inflated(),
            )
        )
    return parts


def necklace(wearer: Wearer) -> list[Part]:
    """A fine chain that lies on the collar bones, with a pendant."""
    r = wearer.random
    pose = wearer.pose
    if pose is None:
        return []
    level, angles = r.uniform(0.35, 0.75), np.linspace(-72, 72, 17)
    found = _neck(wearer, 0.9)
    if found is None:
        return []
    middle, across, half = found
    deep = np.cos(np.radians(angles)) ** 1.5
    low = pose.on_trunk(level, 0.0)[0]
    way = middle + across * half * np.sin(np.radians(angles))[:, None] * 1.1
    way = spline(way + (low - middle) * deep[:, None], 3)
    metal = wearer.looks.paint("chain", "gold" if r.random() < 0.6 else "metal")
    layer = layers.NECK + 0.3
    parts = [pen_only("necklace.chain", metal, [Stroke(way, 0.6, (0.1, 0.1))], layer=layer, depth=-0.05)]
    at = way[int(np.argmax(way[:, 1]))]
    size = r.uniform(0.08, 0.15)
    if r.random() < 0.5:
        knots = [(0, -0.6), (0.7, -1.0), (1.0, -0.2), (0, 1.1), (-1.0, -0.2), (-0.7, -1.0)]
    else:
        knots = [(0, -1.0), (0.75, 0.1), (0.5, 0.9), (-0.5, 0.9), (-0.75, 0.1)]
    drop = loop(at + (0, size) + np.array(knots) * size, 4)
    gem = wearer.looks.paint("gem", "gem") if r.random() < 0.6 else metal
    return [*parts, piece("necklace.pendant", gem, drop, [outer(around(drop), 0.9)], layer=layer + 0.1, depth=0.0)]


def antennae(wearer: Wearer) -> list[Part]:
    """Two feelers on springs of wire, with balls or stars."""
    r = wearer.random
    wire, ball = wearer.looks.paint("feeler", "rubber"), wearer.looks.paint("feeler.ball", "plastic")
    high, size, spread = r.uniform(0.6, 1.0), r.uniform(0.12, 0.18), r.uniform(0.3, 0.75)
    parts: list[Part] = []
    for side in (-1.0, 1.0):
        knots = [
            (side * 0.3, -1.14, 0.15),
            (side * 0.36, -1.2 - high * 0.55, 0.18),
            (side * (0.36 + spread), -1.2 - high, 0.25),
        ]
        seen = spline(wearer.head.seen(knots), 8)
        tip = seen[-1]
        stem = band(seen + (0.035, 0), seen - (0.035, 0))
        parts.append(
            piece(
                "feeler",
                wire,
                stem,
                [outer(seen + (0.035, 0), 0.9), outer(seen - (0.035, 0), 0.9)],
                layer=layers.HAT - 3,
            )
        )
        ring = spot(tip, size, size, count=24)
        parts.append(piece("feeler.ball", ball, ring, layer=layers.HAT - 2.9, form=Inflated()))
    return parts
