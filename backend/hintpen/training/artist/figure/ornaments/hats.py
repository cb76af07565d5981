"""Hats without a brim all round: caps, beanies, berets, those of sailors, cooks and Santa Claus."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import Values, ellipse, loop, points, resample, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.ornaments.fitting import (
    SHELL,
    Dome,
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
    solid,
    spot,
)
from hintpen.training.artist.forms import Ball, Blend, Form, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Stroke

LAYER = layers.HAT
ROUND = tuple((np.cos(a), -np.sin(a)) for a in np.linspace(0, np.pi / 2 * 0.99, 5).tolist())
"""The profile of a half ball, (radius, height)."""


def rounded(place: Place, size: float, share: float = 0.75) -> Form:
    """A ball about the place, with a little of the outline's own form."""
    x, y = place.middle
    return Blend(Ball(float(x), float(y), size, size), Inflated(0.3), 1 - share)


def scaled(profile: tuple[tuple[float, float], ...], r: float, high: float) -> list[tuple[float, float]]:
    """A profile of other measures."""
    return [(r * a, high * b) for a, b in profile]


def cuff(place: Place, r: float, low: float, high: float, flare: float = 0.03) -> tuple[Points, Points, Points]:
    """A strip around a head between two heights: its outline, its upper and its lower edge."""
    lower, upper = near_arc(place, r, low), near_arc(place, r + flare, high)
    return band(upper, lower), upper, lower


def meridian(place: Place, azimuth: float, r: float, high: float, stop: float = 1.0) -> tuple[Points, bool]:
    """A seam from the opening up to the top of a half ball, (n, 2), and whether it lies toward the viewer."""
    a, t = np.radians(azimuth), np.linspace(0, np.pi / 2 * stop, 12)
    line = np.stack([r * np.cos(t) * np.sin(a), -high * np.sin(t), r * np.cos(t) * np.cos(a)], 1)
    seen = place.turned(line)
    middle = place.turned(np.zeros((1, 3)))[0, 2]
    return seen[:, :2], bool(seen[4, 2] > middle + 0.05)


def folds(wearer: Wearer, crown: Dome, count: int, long: float = 0.35) -> list[Stroke]:
    """Short folds that rise from the opening's edge."""
    out: list[Stroke] = []
    top = crown.over[len(crown.over) // 2]
    for _ in range(count if wearer.fine(0.09) else 0):
        at = crown.front[int(wearer.random.integers(8, len(crown.front) - 8))]
        way = (top - at) * wearer.random.uniform(0.5, 1.0) * long
        bend = np.array([-way[1], way[0]]) * wearer.random.uniform(-0.25, 0.25)
        out.append(inner(spline([at + way * 0.06, at + way * 0.5 + bend, at + way], 5), 0.5, 0.1, 0.7))
    return out


def cap(wearer: Wearer) -> list[Part]:
    """A baseball cap, its peak in front, at times to the side or behind."""
    r = wearer.random
    aside = float(r.choice((0.0, r.normal(0, 28)), p=(0.7, 0.3)))
    place = wearer.put(0, -0.32, -0.02, wearer.near(10, 0.5), wearer.near(0, 3), aside)
    main = wearer.looks.paint("hat", "cloth")
    other = wearer.looks.paint("hat.peak", "cloth") if r.random() < 0.55 else main
    wide, high = SHELL + 0.06, wearer.near(1.06, 0.06)
    crown = dome(place, solid(scaled(ROUND, wide, high)), wide)
    seams: list[Stroke] = []
    panel: list[Part] = []
    for azimuth in (-90, -30, 30, 90, 150, -150):
        line, seen = meridian(place, azimuth, wide, high)
        if seen and wearer.fine(0.08):
            seams.append(inner(line, 0.5, 0.05, 0.1))
    stitched = near_arc(place, wide, -0.1)
    if wearer.fine(0.12):
        seams.append(inner(stitched, 0.4, 0.2, 0.2))
    low = band(crown.front, near_arc(place, wide, -0.16))
    parts = [
        piece(
            "hat.cap",
            main,
            crown.ring,
            [outer(crown.over, 1.1), outer(crown.front, 0.95), *seams],
            [shade(low, 0.5)],
            layer=LAYER,
            form=rounded(place, wide),
        )
    ]
    if r.random() < 0.35:
        front = _patch(place, (-34, 34), (0.05, 0.62), wide * 1.005, high)
        if front is not None:
            second = wearer.looks.paint("hat.front", "cloth")
            panel = [piece("hat.cap.front", second, front, [inner(around(front), 0.6, 0, 0)], layer=LAYER + 0.1)]
    if r.random() < 0.4 and wearer.fine(0.1):
        badge = _patch(place, (-13, 13), (0.22, 0.5), wide * 1.01, high)
        if badge is not None:
            sign = wearer.looks.paint("hat.badge", "cloth")
            panel.append(piece("hat.cap.badge", sign, loop(resample(badge, 10), 4), layer=LAYER + 0.15))
    x, y = place.seen([(0.0, -high - 0.02, 0.0)])[0]
    button = ellipse(x, y, 0.1, 0.06, float(np.degrees(np.arctan2(place.up[0], -place.up[1]))) + 180, count=18)
    parts += [*panel, piece("hat.cap.button", other, button, layer=LAYER - 0.05, depth=0.45)]
    return [*parts, _peak(wearer, place, other, wide)]


def _patch(
    place: Place, azimuths: tuple[float, float], heights: tuple[float, float], r: float, high: float
) -> Points | None:
    """A piece of a half ball between azimuths and shares of its height, None when it is turned away."""
    a = np.radians(np.linspace(*azimuths, 9))
    low, top = (np.pi / 2 * h for h in heights)

    def at(azimuth: Values | float, t: Values | float) -> Points:
        azimuth, t = np.broadcast_arrays(azimuth, t)
        line = [r * np.cos(t) * np.sin(azimuth), -high * np.sin(t), r * np.cos(t) * np.cos(azimuth)]
        return np.stack(line, 1)

    up = np.linspace(low, top, 7)
    ring = np.concatenate([at(a, low), at(a[-1], up), at(a[::-1], top), at(a[0], up[::-1])])
    seen = place.turned(ring)
    if float(seen[:, 2].min()) < place.turned(np.zeros((1, 3)))[0, 2] + 0.02:
        return None
    return seen[:, :2]


def _peak(wearer: Wearer, place: Place, paint: Paint, wide: float) -> Part:
    """The peak of a cap: it bends down to both sides and juts out in front."""
    span, out = wearer.near(62, 0.1), wearer.near(0.72, 0.12)
    a = np.linspace(-1, 1, 31)
    angle = np.radians(span * a)
    root = np.stack([wide * np.sin(angle), 0.02 + 0.0 * a, wide * np.cos(angle)], 1)
    jut = out * np.maximum(1 - np.abs(a) ** 2.4, 0) ** 0.75
    edge = root + np.stack([0.1 * np.sin(angle) * jut, (0.3 + 0.12 * a**2) * jut, jut], 1)
    seen, rim = place.seen(root), place.seen(edge)
    above = place.turned(edge)[15, 2] > 0 and float((rim[15] - seen[15]) @ place.up) < 0
    ring = hull(np.concatenate([seen, rim])) if wearer.turn < 0.5 and above else np.concatenate([seen, rim[::-1]])
    under = [] if above else [shade(ring, 0.7)]
    lines = [outer(rim, 1.15), outer(seen, 0.9)]
    if wearer.fine(0.1) and above:
        mid = place.seen(root + (edge - root) * 0.8)
        lines.append(inner(mid[3:-3], 0.4, 0.2, 0.2))
    return piece("hat.peak", paint, ring, lines, under, layer=LAYER + 0.3, depth=0.62, form=Inflated(0.3, 0.5))


def beanie(wearer: Wearer) -> list[Part]:
    """A knitted hat with a ribbed cuff, often with a pompon."""
    r = wearer.random
    place = wearer.put(0, -0.26, -0.03, wearer.near(13, 0.4), wearer.near(0, 4))
    main = wearer.looks.paint("hat", "cloth")
    edge = wearer.looks.paint("hat.cuff", "cloth") if r.random() < 0.4 else main
    slack = r.uniform(0.05, 0.4)
    wide, high = SHELL + 0.05, 1.02 + slack
    body = [(wide, 0.0), (wide + 0.03, -0.35), (wide * 0.88, -0.7 * high), (wide * 0.5, -0.95 * high), (0.02, -high)]
    crown = dome(place, solid(body), wide)
    ribs: list[Stroke] = []
    if wearer.fine(0.08):
        for azimuth in np.arange(-84, 85, 24) + r.uniform(-6, 6):
            line, seen = meridian(place, float(azimuth), wide, high, 0.96)
            if seen:
                ribs.append(inner(line[3:], 0.45, 0.4, 0.3))
    parts: list[Part] = []
    if r.random() < 0.6:
        parts.append(_pompon(wearer, place.seen([(0.0, -high - 0.12, -0.05)])[0], r.uniform(0.2, 0.32)))
    parts.append(
        piece("hat.beanie", main, crown.ring, [outer(crown.over, 1.1), *ribs], layer=LAYER, form=rounded(place, wide))
    )
    ring, upper, lower = cuff(place, wide + 0.04, 0.06, -0.26)
    lines = [outer(upper, 0.95), outer(lower, 1.1), outer(ring[[len(upper) - 1, len(upper)]], 1, 0)]
    lines.append(outer(ring[[0, -1]], 1, 0))
    if wearer.fine(0.07):
        n = 15 if wearer.fine(0.14) else 9
        at = np.linspace(0.06, 0.94, n)
        lines += [
            inner(np.stack([_on(upper, t) * 0.96 + _on(lower, t) * 0.04, _on(lower, t)]), 0.5, 0.1, 0.35)
            for t in at.tolist()
        ]
    marks = [shade(band(lower, near_arc(place, wide + 0.04, -0.04)), 0.6)]
    parts.append(piece("hat.cuff", edge, ring, lines, marks, layer=LAYER + 0.2, depth=0.54, form=Inflated(0.16)))
    return parts


def _on(curve: Points, t: float) -> Points:
    """(2,) a point of an arc by its share of the points."""
    return curve[round(t * (len(curve) - 1))]


def _pompon(wearer: Wearer, at: Points, size: float) -> Part:
    """A ball of wool."""
    n = 26
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    rough = size * (1 + wearer.random.normal(0, 0.035, n) + 0.05 * (np.arange(n) % 2))
    ring = loop(at + np.stack([rough * np.cos(a), rough * np.sin(a)], 1), 3)
    lines = [outer(around(ring), 1.0)]
    for _ in range(7 if wearer.fine(0.1) else 0):
        b, s = wearer.random.uniform(0, 2 * np.pi), wearer.random.uniform(0.25, 0.75) * size
        spot = at + s * np.array([np.cos(b), np.sin(b)])
        lines.append(inner(spline([spot, spot + 0.2 * (spot - at) + (0.02, 0.03), spot + 0.4 * (spot - at)], 3), 0.45))
    paint = wearer.looks.paint("hat.pompon", "cloth")
    return piece("hat.pompon", paint, ring, lines, layer=LAYER - 0.1, form=Inflated())


def beret(wearer: Wearer) -> list[Part]:
    """A soft round cap that leans to one side, with its little stalk."""
    r = wearer.random
    side = float(r.choice((-1, 1)))
    place = wearer.put(side * 0.04, -0.5, -0.05, wearer.near(14, 0.4), side * wearer.near(9, 0.5))
    paint = wearer.looks.paint("hat", "cloth")
    open_, wide = SHELL - 0.04, wearer.near(1.4, 0.05)
    high = r.uniform(0.72, 0.95)
    puff = spline([(0.84, 0.04), (0.97, 0.24), (1.0, 0.48), (0.9, 0.74), (0.66, 0.92), (0.3, 1.0)], 4)
    body = np.concatenate(
        [circle(wide * share, -high * up) + (side * (0.04 + 0.14 * up), 0, -0.06 * up) for share, up in puff.tolist()]
    )
    crown = dome(place, body, open_)
    lines = [outer(crown.over, 1.1), *folds(wearer, crown, int(r.integers(2, 5)), 0.45)]
    low = band(crown.front, near_arc(place, wide * 0.95, -0.22))
    parts = [
        piece("hat.beret", paint, crown.ring, lines, [shade(low, 0.65)], layer=LAYER, form=Inflated(0.9)),
    ]
    if r.random() < 0.7:
        foot = place.seen([(side * 0.18, -high - 0.01, -0.06)])[0]
        tip = foot + place.up * 0.16 + (0.05 * side, 0)
        stalk = hull(np.concatenate([spot(foot, 0.05, 0.05, count=8), spot(tip, 0.035, 0.035, count=8)]))
        parts.append(piece("hat.stalk", paint, stalk, layer=LAYER - 0.1))
    ring, upper, lower = cuff(place, open_ + 0.01, 0.05, -0.1, 0.04)
    edge = wearer.looks.paint("hat.band", "leather") if r.random() < 0.5 else paint
    parts.append(piece("hat.band", edge, ring, [outer(upper, 0.8), outer(lower, 1.05)], layer=LAYER + 0.2, depth=0.53))
    return parts


def sailor(wearer: Wearer) -> list[Part]:
    """A sailor's cap: a flat plate of cloth over a band, with two ribbons behind, or the round white one."""
    r = wearer.random
    place = wearer.put(0, -0.52, 0.0, wearer.near(12, 0.4), wearer.near(0, 7))
    white = wearer.looks.paint("hat", "linen")
    dark = wearer.looks.paint("hat.band", "cloth")
    if r.random() < 0.4:
        wide = SHELL - 0.02
        crown = dome(place, solid(scaled(ROUND, wide * 0.95, 0.72)), wide)
        ring, upper, lower = cuff(place, wide + 0.02, 0.08, -0.3, 0.12)
        parts = [piece("hat.sailor", white, crown.ring, [outer(crown.over)], layer=LAYER, form=rounded(place, wide))]
        lines = [outer(upper, 1.0), outer(lower, 1.05), *(outer(ring[[i, j]], 1, 0) for i, j in _ends(upper))]
        if wearer.fine(0.1):
            lines.append(inner(near_arc(place, wide + 0.1, -0.23), 0.4, 0.2, 0.2))
        return [*parts, piece("hat.cuff", white, ring, lines, layer=LAYER + 0.2, depth=0.54, form=Inflated(0.2))]
    band_, wide = SHELL - 0.12, wearer.near(1.42, 0.05)
    body = np.concatenate([circle(band_, -0.16), circle(wide, -0.38), circle(wide * 0.96, -0.46), circle(0.6, -0.58)])
    crown = dome(place, body, band_, -0.16)
    lines = [outer(crown.over, 1.1)]
    edge = near_arc(place, wide * 0.985, -0.36)
    lines.append(inner(edge[4:-4], 0.5, 0.3, 0.3))
    lines += folds(wearer, crown, 3, 0.3)
    marks = [shade(band(crown.front, edge), 0.7)]
    parts = [piece("hat.sailor", white, crown.ring, lines, marks, layer=LAYER, form=Inflated(0.5))]
    ring, upper, lower = cuff(place, band_ + 0.01, 0.06, -0.18, 0.0)
    parts.append(piece("hat.band", dark, ring, [outer(upper, 0.8), outer(lower, 1.05)], layer=LAYER + 0.2, depth=0.53))
    side = -wearer.far
    root = place.seen([(side * band_ * 0.8, 0.0, -band_ * 0.6)])[0]
    for i, drift in enumerate((0.25, 0.5)):
        way = spline([root, root + (side * drift * 0.6, 0.45), root + (side * (drift + 0.1), 1.0 - 0.2 * i)], 6)
        ribbon = np.concatenate([way + (0.07, 0), (way - (0.07, 0))[::-1]])
        parts.append(piece("hat.ribbon", dark, ribbon, layer=layers.BACK_HAIR - 1 + 0.1 * i, depth=-0.1))
    return parts


def _ends(upper: Points) -> tuple[tuple[int, int], tuple[int, int]]:
    """Indices of the short sides of a strip."""
    return (len(upper) - 1, len(upper)), (0, -1)


def chef(wearer: Wearer) -> list[Part]:
    """A cook's tall hat: puffs of white over a high band."""
    r = wearer.random
    place = wearer.put(0, -0.55, 0.0, wearer.near(9, 0.5), wearer.near(0, 4))
    white = wearer.looks.paint("hat", "linen")
    wide, high = SHELL - 0.12, r.uniform(0.45, 0.75)
    puffs = int(r.integers(4, 7))
    a = np.linspace(np.pi, 2 * np.pi, 60)
    bumps = 1 + 0.07 * np.abs(np.sin(puffs * (a + 0.2)))
    top = place.seen([(0.0, -high - 0.25, 0.0)])[0]
    right = np.array([-place.up[1], place.up[0]])
    cloud = [
        top + right * 1.34 * b * np.cos(t) - place.up * 0.62 * b * np.sin(t) for t, b in zip(a, bumps, strict=True)
    ]
    upper = near_arc(place, wide + 0.03, -high)
    over = spline(np.concatenate([upper[:1], points(cloud)[2:-2:2], upper[-1:]]), 3)
    crown = Dome(over, upper)
    pleats: list[Stroke] = []
    for t in np.linspace(0.12, 0.88, 6) if wearer.fine(0.08) else ():
        at, to = _on(upper, float(t)), over[round(float(0.2 + 0.6 * t) * (len(over) - 1))]
        way = (to - at) * r.uniform(0.4, 0.85)
        pleats.append(inner(spline([at, at + way * 0.5 + right * 0.08 * (t - 0.5), at + way], 5), 0.5, 0.05, 0.6))
    marks = [shade(band(upper, upper + place.up * 0.12), 0.6)]
    cloth = piece("hat.chef", white, crown.ring, [outer(over, 1.1), *pleats], marks, layer=LAYER, form=Inflated(0.6))
    ring, upper, lower = cuff(place, wide, 0.06, -high)
    sides = [outer(ring[[i, j]], 1.05, 0) for i, j in _ends(upper)]
    strip = piece(
        "hat.band", white, ring, [outer(upper, 0.8), outer(lower, 1.05), *sides], layer=LAYER + 0.2, form=Inflated(0.9)
    )
    return [cloth, strip]


def santa(wearer: Wearer) -> list[Part]:
    """A red cap with a white seam, its tip falls to one side."""
    r = wearer.random
    side = float(r.choice((-1, 1)))
    place = wearer.put(0, -0.44, 0.0, wearer.near(9, 0.5), wearer.near(0, 4))
    red, white = wearer.looks.paint("hat", "cloth"), wearer.looks.paint("hat.fur", "linen")
    wide = SHELL + 0.0
    front = near_arc(place, wide)
    right = np.array([-place.up[1], place.up[0]])
    c = place.middle
    fall = r.uniform(0.0, 0.5)

    def at(x: float, y: float) -> Points:
        return c + right * x * side + place.up * y

    left, end = (front[0], front[-1]) if side > 0 else (front[-1], front[0])
    tip = at(1.55 + 0.2 * fall, 0.35 - fall)
    away = [
        left,
        at(-1.1, 0.55),
        at(-0.62, 1.12),
        at(0.1, 1.45),
        at(0.9, 1.25),
        at(1.5, 0.75),
        tip + right * 0.1 * side,
    ]
    back = [tip - right * 0.1 * side, at(1.16, 0.62), at(0.98, 0.8), at(1.04, 0.4), end]
    ring = np.concatenate([spline(away, 7), spline(back, 7)])
    ring = np.concatenate([ring, front[::-1] if side > 0 else front])
    n = len(spline(away, 7)) + len(spline(back, 7))
    lines = [outer(ring[:n], 1.1)]
    lines += [
        inner(spline([at(0.95, 0.85), at(0.72, 1.0), at(0.35, 1.05)], 5), 0.6, 0.05, 0.7),
        inner(spline([at(1.0, 0.6), at(0.75, 0.72), at(0.55, 0.62)], 5), 0.5, 0.05, 0.7),
    ]
    under = loop([at(0.98, 0.8), at(0.6, 0.95), at(0.75, 0.55), at(1.05, 0.3)], 5)
    hat = piece("hat.santa", red, ring, lines, [shade(under, 0.8)], layer=LAYER, form=Inflated(0.7))
    strip = cuff(place, wide + 0.06, 0.1, -0.2)[0]
    fluffy = _fluffy(wearer, strip, 0.035)
    ball = loop(tip - place.up * 0.15 + _cloud(wearer, 0.24), 3)
    return [
        hat,
        piece("hat.fur", white, fluffy, layer=LAYER + 0.2, depth=0.55, form=Inflated(0.18)),
        piece("hat.pompon", white, ball, layer=LAYER + 0.3, depth=0.55, form=Inflated()),
    ]


def _cloud(wearer: Wearer, size: float) -> Points:
    """(n, 2) knots of a woolly ball about (0, 0)."""
    a = np.linspace(0, 2 * np.pi, 22, endpoint=False)
    rough = size * (1 + 0.06 * (np.arange(22) % 2) + wearer.random.normal(0, 0.03, 22))
    return np.stack([rough * np.cos(a), rough * np.sin(a)], 1)


def _fluffy(wearer: Wearer, ring: Points, amount: float) -> Points:
    """A ring with the ragged border of fur."""
    knots = resample(np.concatenate([ring, ring[:1]]), 61)[:-1]
    middle = knots.mean(0)
    out = knots - middle
    out /= np.maximum(np.hypot(out[:, 0], out[:, 1]), 1e-6)[:, None]
    push = amount * ((np.arange(60) % 2) * 2 - 1) * wearer.random.uniform(0.4, 1.0, 60)
    return loop(knots + out * push[:, None], 3)


def kerchief(wearer: Wearer) -> list[Part]:
    """A scarf tied over the hair, its knot with two ends behind."""
    paint = wearer.looks.paint("kerchief", "cloth")

    place = wearer.put(0, -0.1, -0.08, wearer.near(20, 0.2), wearer.near(0, 4))
    wide = SHELL + 0.06
    crown = dome(place, solid(scaled(ROUND, wide, 1.16)), wide)
    hem = near_arc(place, wide * 0.995, -0.09)
    lines: list[Stroke] = [outer(crown.over, 1.1), outer(crown.front, 1.05), *folds(wearer, crown, 4, 0.4)]
    if wearer.fine(0.1):
        lines.append(inner(hem, 0.4, 0.1, 0.1))
    parts = [piece("hat.kerchief", paint, crown.ring, lines, layer=layers.HAT, form=rounded(place, wide))]
    back = place.turned([(0.0, 0.02, -wide)])[0]
    side = -wearer.far
    root = back[:2] + (0.0, 0.05)
    for i, (dx, dy) in enumerate(((0.35, 0.75), (0.65, 0.5))):
        tip = root + (side * (0.3 + dx), dy)
        a = spline([root + (0, -0.08), root + (side * (0.2 + dx * 0.4), dy * 0.2), tip], 6)
        b = spline([root + (0, 0.12), root + (side * dx * 0.4, dy * 0.6), tip - (side * 0.2, -0.08)], 6)
        parts.append(
            piece("hat.knot", paint, band(a, b), layer=layers.BACK_HAIR - 1 + 0.1 * i, depth=-0.2, form=Inflated(0.2))
        )
    return parts
