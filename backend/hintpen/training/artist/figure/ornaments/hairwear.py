"""What holds and decks hair: bands, maids' frills, clips, pins, flowers, wreaths, kerchiefs."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import loop, resample, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.head import Points3D
from hintpen.training.artist.figure.ornaments.beasts import ears
from hintpen.training.artist.figure.ornaments.bows import Bow, bow
from hintpen.training.artist.figure.ornaments.fitting import (
    SHELL,
    Place,
    Wearer,
    along_shell,
    around,
    band,
    inner,
    outer,
    piece,
    shade,
    spot,
)
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part

BAND = layers.BANGS + 1.5


def hoop(forward: float, reach: float = 98.0, count: int = 61) -> Points3D:
    """(count, 3) the way of a band over the head from ear to ear, tipped `forward` by degrees from the crown."""
    a, f = np.radians(np.linspace(-reach, reach, count)), np.radians(forward)
    return np.stack([np.sin(a), -np.cos(a) * np.cos(f), np.cos(a) * np.sin(f)], 1)


def strip_parts(
    wearer: Wearer, name: str, paint: Paint, way: Points3D, half: float, r: float, layer: float
) -> list[Part]:
    a, b = along_shell(wearer, way, half, r)
    if len(a) < 4:
        return []
    ring = band(a, b)
    ends = [outer(np.stack([a[i], b[i]]), 0.9, 0) for i in (0, -1)]
    lines = [outer(a, 1.0), outer(b, 1.0), *ends]
    return [piece(name, paint, ring, lines, layer=layer, depth=0.52, form=Inflated(half * 1.2))]


def hair_band(wearer: Wearer) -> list[Part]:
    """A plain band, at times with a bow at one side."""
    r = wearer.random
    paint = wearer.looks.paint("ribbon", str(r.choice(("cloth", "silk", "plastic"))))
    way, half = hoop(r.uniform(16, 30)), r.uniform(0.05, 0.12)
    parts = strip_parts(wearer, "ornament.band", paint, way, half, SHELL + 0.03, BAND)
    if r.random() < 0.4:
        at = way[int(r.choice((14, 18, 42, 46)))] * (SHELL + 0.06)
        z = float(wearer.head.turned(at)[0, 2])
        if z > 0.05:
            turn = wearer.head.roll + (30 if at[0] > 0 else -30)
            parts += bow(wearer, Bow(wearer.head.seen(at)[0], r.uniform(0.26, 0.42), paint, BAND + 0.3, turn=turn), 0.0)
    return parts


def maid_band(wearer: Wearer) -> list[Part]:
    """A maid's band: white frills over a ribbon, tied with small bows."""
    r = wearer.random
    white = wearer.looks.paint("frill", "linen")
    ribbon = wearer.looks.paint("ribbon", "cloth")
    way = hoop(r.uniform(20, 28), r.uniform(52, 74), 81)
    a, b = along_shell(wearer, way, 0.06, SHELL + 0.03)
    parts: list[Part] = []
    if len(a) < 8:
        return parts
    unit = way / np.linalg.norm(way, axis=1, keepdims=True)
    n = int(r.integers(7, 11))
    t = np.linspace(0, n * np.pi, 81)
    high = r.uniform(0.2, 0.3) * (0.55 + 0.45 * np.abs(np.sin(t))) * np.sin(np.linspace(0.35, np.pi - 0.35, 81)) ** 0.5
    axis = np.cross(np.gradient(unit, axis=0), unit)
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    sign = 1.0 if float(axis[40, 2]) < 0 else -1.0
    for lean, layer in ((0.6, BAND - 0.1), (-0.5, BAND + 0.1)):
        rise = unit * (SHELL + 0.03 + high[:, None]) + sign * lean * axis * high[:, None]
        foot = unit * (SHELL + 0.03)
        seen = wearer.head.turned(unit)[:, 2] > -0.25
        edge, low = wearer.head.seen(rise)[seen], wearer.head.seen(foot)[seen]
        if len(edge) < 8:
            continue
        ring = band(edge, low)
        lines = [
            outer(edge, 1.0),
            outer(np.stack([edge[0], low[0]]), 0.9, 0),
            outer(np.stack([edge[-1], low[-1]]), 0.9, 0),
        ]
        dips = [i for i in range(1, len(edge) - 1) if high[seen][i] <= min(high[seen][i - 1], high[seen][i + 1])]
        if wearer.fine(0.07):
            lines += [inner(np.stack([low[i], edge[i]]), 0.5, 0.1, 0.2) for i in dips]
        if wearer.fine(0.1):
            peaks = [i for i in range(1, len(edge) - 1) if high[seen][i] >= max(high[seen][i - 1], high[seen][i + 1])]
            lines += [inner(np.stack([low[i], low[i] * 0.4 + edge[i] * 0.6]), 0.4, 0.1, 0.7) for i in peaks]
        dark = band(low, low * 0.6 + edge * 0.4)
        parts.append(piece("ornament.frill", white, ring, lines, [shade(dark, 0.5)], layer=layer, depth=0.53))
    ring = band(a, b)
    parts.append(piece("ornament.band", ribbon, ring, [outer(a, 0.9), outer(b, 0.9)], layer=BAND + 0.2, depth=0.54))
    if r.random() < 0.5:
        for i, end in ((0, -1.0), (-1, 1.0)):
            at = way[i] * (SHELL + 0.04)
            if wearer.head.turned(at)[0, 2] > -0.15:
                where = Bow(wearer.head.seen(at)[0], 0.24, ribbon, BAND + 0.3, turn=end * 60 + wearer.head.roll)
                parts += bow(wearer, where, 1.6)
    return parts


def ear_band(wearer: Wearer) -> list[Part]:
    """A band with the ears of a cat or a rabbit on it."""
    r = wearer.random
    coat, inside = wearer.looks.paint("bandear", "fur"), wearer.looks.paint("innerear", "inner ear")
    paint = wearer.looks.paint("ribbon", "plastic")
    kind = str(r.choice(("cat", "rabbit", "bear", "mouse"), p=(0.4, 0.35, 0.1, 0.15)))
    grown = [part for part in ears(wearer, kind, coat, inside) if part.name != "ear.tuft"]
    return [*grown, *strip_parts(wearer, "ornament.band", paint, hoop(12), 0.05, SHELL + 0.03, BAND + 4)]


def clips(wearer: Wearer) -> list[Part]:
    """Pins and clips in the bangs or at the side: bars, crossed bars, hearts, stars, small flowers."""
    r = wearer.random
    side = float(r.choice((-1, 1)))
    kind = str(r.choice(("bar", "bars", "cross", "star", "heart", "snap"), p=(0.2, 0.28, 0.14, 0.14, 0.1, 0.14)))
    paint = wearer.looks.paint("clip", str(r.choice(("plastic", "metal", "gold"), p=(0.7, 0.15, 0.15))))
    azimuth, up = side * r.uniform(32, 58), r.uniform(6, 26)
    place = wearer.on_shell(azimuth, up, SHELL + 0.03)
    if place.near < 0.1:
        place = wearer.on_shell(-azimuth, up, SHELL + 0.03)
        side = -side
    turn = side * r.uniform(15, 50)
    layer = layers.BANGS + 1.2

    def put(knots: Points, at: tuple[float, float] = (0, 0), more: float = 0.0) -> Points:
        t = np.radians(turn + more)
        spin = np.array([[np.cos(t), np.sin(t)], [-np.sin(t), np.cos(t)]])
        return place.flat((np.asarray(knots) + at) @ spin, 0.35)

    def bar(at: tuple[float, float], more: float = 0.0) -> Part:
        ring = put(
            loop([(-0.2, -0.035), (0.18, -0.045), (0.22, 0), (0.18, 0.045), (-0.2, 0.035), (-0.23, 0)], 4), at, more
        )
        return piece(
            "ornament.clip", paint, ring, [outer(around(ring), 0.8)], layer=layer, depth=0.5, form=Inflated(0.05)
        )

    if kind == "bar":
        return [bar((0, 0))]
    if kind == "bars":
        return [bar((0, -0.08)), bar((0.02, 0.08))]
    if kind == "cross":
        return [bar((0, 0), 35), bar((0, 0), -35)]
    if kind == "snap":
        ring = put(loop([(-0.26, 0), (0.0, -0.085), (0.2, -0.07), (0.24, 0), (0.2, 0.07), (0.0, 0.085)], 5))
        hole = put(loop([(-0.14, 0), (0.02, -0.035), (0.14, 0), (0.02, 0.035)], 5))
        return [piece("ornament.clip", paint, ring, [outer(around(ring), 0.85), outer(around(hole), 0.5)], layer=layer)]
    if kind == "star":
        a = np.radians(np.arange(10) * 36 - 90)
        rad = np.where(np.arange(10) % 2, 0.1, 0.2)
        ring = put(resample(np.stack([rad * np.cos(a), rad * np.sin(a)], 1)[[*range(10), 0]], 41)[:-1])
    else:
        ring = put(
            loop(
                [
                    (0, -0.1),
                    (0.12, -0.17),
                    (0.2, -0.06),
                    (0.12, 0.08),
                    (0, 0.2),
                    (-0.12, 0.08),
                    (-0.2, -0.06),
                    (-0.12, -0.17),
                ],
                4,
            )
        )
    return [piece("ornament.clip", paint, ring, layer=layer, depth=0.52, form=Inflated(0.12))]


def flower(
    wearer: Wearer, at: Points, size: float, paint: Paint, layer: float, place: Place | None = None
) -> list[Part]:
    """One blossom of five or more petals about its heart; `place` squeezes it as it turns away."""
    r = wearer.random
    count = int(r.choice((5, 6, 8), p=(0.6, 0.25, 0.15)))
    squeeze = 1.0 if place is None else max(0.55, place.facing)
    start, notch = r.uniform(0, 360), r.random() < 0.35
    plump = r.uniform(0.5, 0.62) * 5 / count + 0.1
    parts: list[Part] = []
    for i in range(count):
        knots = [
            (0.12, -0.1),
            (0.5, -plump),
            (0.9, -plump * 0.62),
            (0.86 if notch else 1.02, 0.0),
            (0.9, plump * 0.62),
            (0.5, plump),
            (0.12, 0.1),
        ]
        petal = spline(np.array(knots) * size, 4)
        t = np.radians(start + 360 / count * i + r.normal(0, 4))
        c, s = np.cos(t), np.sin(t)
        ring = (petal @ np.array([[c, s], [-s, c]])) * (squeeze, 1) + at
        lines = [outer(ring, 0.95, 0.05)]
        if wearer.scale * size > 0.03:
            vein = np.array([(0.25, 0.0), (0.55, 0.03)]) * size @ np.array([[c, s], [-s, c]]) * (squeeze, 1) + at
            lines.append(inner(vein, 0.4, 0.1, 0.7))
        dark = at + (ring - at) * 0.5
        parts.append(
            piece(
                "ornament.petal",
                paint,
                ring,
                lines,
                [shade(dark, 0.4)],
                layer=layer + 0.01 * i,
                depth=0.55,
                form=Inflated(0.12, 0.6),
            )
        )
    heart = wearer.looks.paint("pollen", "pollen")
    disc = spot(at, size * 0.24 * squeeze, size * 0.24, count=20)
    return [*parts, piece("ornament.pollen", heart, disc, [outer(around(disc), 0.8)], layer=layer + 0.2, depth=0.57)]


def leaf(wearer: Wearer, at: Points, way: Points, size: float, layer: float) -> Part:
    """A leaf that points along `way` (2,)."""
    side = np.array([-way[1], way[0]])
    knots = [at, at + (0.35 * way + 0.26 * side) * size, at + (0.75 * way + 0.16 * side) * size, at + way * size]
    back = [at + way * size, at + (0.75 * way - 0.16 * side) * size, at + (0.35 * way - 0.26 * side) * size, at]
    ring = np.concatenate([spline(knots, 4), spline(back, 4)[1:-1]])
    rib = [inner(np.stack([at + 0.1 * way * size, at + 0.8 * way * size]), 0.45, 0.05, 0.5)]
    lines = [outer(around(ring), 0.95), *(rib if wearer.scale * size > 0.02 else [])]
    return piece(
        "ornament.leaf",
        wearer.looks.paint("leaf", "leaf"),
        ring,
        lines,
        layer=layer,
        depth=0.53,
        form=Inflated(0.1, 0.6),
    )


def hair_flower(wearer: Wearer) -> list[Part]:
    """One to three blossoms at the side of the head, with leaves."""
    r = wearer.random
    side = float(r.choice((-1, 1)))
    if side == wearer.far and wearer.turn > 0.5:
        side = -side
    paint = wearer.looks.paint("blossom", "petal")
    place = wearer.on_shell(side * r.uniform(48, 66), r.uniform(8, 34))
    size = r.uniform(0.26, 0.42)
    count = int(r.choice((1, 2, 3), p=(0.6, 0.2, 0.2)))
    parts: list[Part] = []
    for angle in r.uniform(-60, 60, int(r.integers(0, 4))).tolist():
        t = np.radians(angle + (0 if side > 0 else 180))
        way = np.array([np.cos(t), np.sin(t)])
        parts.append(leaf(wearer, place.middle + way * size * 0.5, way, size * 0.95, layers.BANGS + 1.3))
    for i in range(count):
        shift = np.array([(0, 0), (-0.75 * side, -0.85), (0.1 * side, 1.15)][i]) * size
        parts += flower(
            wearer, place.middle + shift, size * (1, 0.75, 0.65)[i], paint, layers.BANGS + 1.6 - 0.3 * min(i, 1), place
        )
    return parts


def wreath(wearer: Wearer) -> list[Part]:
    """Flowers and leaves all round the head, or leaves alone."""
    r = wearer.random
    place = wearer.put(0, -0.5, 0, wearer.near(5, 0.6), wearer.near(0, 4))
    only_leaves = r.random() < 0.3
    paint = wearer.looks.paint("blossom", "petal")
    wide = 1.14
    parts: list[Part] = []
    count = 22 if wearer.fine(0.07) else 14
    for i, azimuth in enumerate(np.linspace(-180, 180, count, endpoint=False) + r.uniform(-6, 6)):
        a = np.radians(azimuth)
        here = place.turned(
            [
                (wide * np.sin(a), 0, wide * np.cos(a)),
                (wide * np.sin(a + 0.1), -0.03 * (-1) ** i, wide * np.cos(a + 0.1)),
            ]
        )
        if here[0, 2] < 0.05:
            continue
        way = here[1, :2] - here[0, :2]
        way = way / max(float(np.hypot(*way)), 1e-6) + (0, 0.5 * (-1) ** i)
        parts.append(leaf(wearer, here[0, :2], way / np.hypot(*way), r.uniform(0.26, 0.36), layers.HAT + 0.01 * i))
    if only_leaves:
        return parts
    step = 30 if wearer.fine(0.07) else 45
    for azimuth in np.arange(-180, 180, step) + r.uniform(-8, 8):
        a = np.radians(azimuth)
        at = place.turned([(wide * np.sin(a), r.uniform(-0.04, 0.04), wide * np.cos(a))])[0]
        if at[2] > 0.0:
            tangent = wearer.on_shell(float(azimuth), 25)
            parts += flower(wearer, at[:2], r.uniform(0.17, 0.26), paint, layers.HAT + 1 + 0.3 * at[2], tangent)
    return parts
