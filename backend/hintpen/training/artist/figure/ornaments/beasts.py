"""The ears of animals on a human head, grown or worn on a band: cats, foxes, wolves, bears, dogs, rabbits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import resample, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.ornaments.fitting import (
    Place,
    Wearer,
    around,
    hull,
    inner,
    outer,
    piece,
    shade,
)
from hintpen.training.artist.forms import Inflated, Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Stroke

LAYER = layers.OVER_HAIR + 1


@dataclass(frozen=True)
class Ear:
    """The right ear as seen from before it: `rim` from its inner foot (toward the middle of the head) over the tip to
    the outer foot, x outward, y down, about 1 high. `azimuth`, `up` in degrees: where it stands; `lean` outward; `yaw`:
    how far its hollow looks to the side; `size`; `back`: how thick it is; `tufts` at the inner foot.
    """

    rim: tuple[tuple[float, float], ...]
    azimuth: float
    up: float
    lean: float
    yaw: float
    size: float
    back: float = 0.3
    tufts: int = 3
    inset: float = 0.66


EARS: dict[str, Ear] = {
    "cat": Ear(
        ((-0.5, 0.1), (-0.44, -0.35), (-0.22, -0.82), (0.0, -1.0), (0.2, -0.78), (0.45, -0.3), (0.55, 0.15)),
        90,
        54,
        24,
        22,
        0.82,
    ),
    "fox": Ear(
        ((-0.46, 0.1), (-0.42, -0.4), (-0.2, -0.95), (0.06, -1.25), (0.28, -0.88), (0.52, -0.3), (0.56, 0.15)),
        90,
        54,
        22,
        26,
        0.86,
        0.34,
        4,
    ),
    "wolf": Ear(
        ((-0.44, 0.1), (-0.46, -0.35), (-0.26, -0.9), (-0.02, -1.12), (0.24, -0.76), (0.44, -0.3), (0.46, 0.15)),
        90,
        58,
        16,
        18,
        0.78,
        0.3,
        4,
    ),
    "bear": Ear(
        (
            (-0.42, 0.1),
            (-0.56, -0.24),
            (-0.5, -0.62),
            (-0.2, -0.88),
            (0.2, -0.88),
            (0.52, -0.58),
            (0.56, -0.15),
            (0.4, 0.15),
        ),
        90,
        50,
        34,
        12,
        0.62,
        0.3,
        0,
        0.6,
    ),
    "mouse": Ear(
        (
            (-0.3, 0.1),
            (-0.66, -0.3),
            (-0.66, -0.8),
            (-0.3, -1.16),
            (0.2, -1.2),
            (0.62, -0.85),
            (0.66, -0.35),
            (0.36, 0.1),
        ),
        90,
        48,
        36,
        14,
        0.72,
        0.1,
        0,
        0.72,
    ),
    "rabbit": Ear(
        (
            (-0.2, 0.1),
            (-0.27, -0.4),
            (-0.33, -1.1),
            (-0.22, -1.75),
            (0.0, -2.02),
            (0.2, -1.72),
            (0.28, -1.0),
            (0.22, -0.4),
            (0.2, 0.1),
        ),
        90,
        66,
        10,
        14,
        0.88,
        0.16,
        1,
        0.62,
    ),
}
"""By name."""


def _place(wearer: Wearer, ear: Ear, side: float, more: float) -> Place:
    u = np.radians(ear.up)
    r = 1.1
    return wearer.put(side * np.cos(u) * r, -np.sin(u) * r, -0.05, 6, side * ear.lean + more, side * ear.yaw + more)


def _coat(wearer: Wearer) -> Paint:
    return wearer.looks.paint("hair", "hair")


def ears(wearer: Wearer, kind: str, coat: Paint, inside: Paint) -> list[Part]:
    """Both standing ears of a kind."""
    ear = EARS[kind]
    size = ear.size * wearer.near(1, 0.12)
    flick = wearer.random.normal(0, 7, 2)
    parts: list[Part] = []
    for side, more in zip((-1.0, 1.0), flick.tolist(), strict=True):
        place = _place(wearer, ear, side, more)
        parts += _ear(wearer, ear, place, side, size, coat, inside)
    return parts


def _ear(wearer: Wearer, ear: Ear, place: Place, side: float, size: float, coat: Paint, inside: Paint) -> list[Part]:
    r = wearer.random
    rim = spline(np.array(ear.rim) * (side * size, size), 7)
    n = len(rim)
    # Its sides bend forward, so that it is a shell and not a board.
    foot = max(abs(rim[0, 0]), 1e-6)
    bend = 0.16 * size * (rim[:, 0] / foot) ** 2 * np.clip(1 + rim[:, 1] / (1.4 * size), 0, 1)
    front = place.seen(np.column_stack([rim, bend]))
    t = np.linspace(-1, 1, 9)
    tall = -rim[:, 1].min()
    behind = np.stack([t * foot * 0.75, np.full(9, 0.0), -ear.back * size * (1.4 - t**2)], 1)
    ridge = np.stack([np.zeros(6), -tall * np.linspace(0, 0.9, 6), -ear.back * size * np.linspace(1.3, 0.15, 6)], 1)
    whole = hull(place.seen(np.concatenate([np.column_stack([rim, bend]), behind, ridge])))
    foot_line = place.seen([(rim[0, 0], rim[0, 1], 0.0), (rim[-1, 0], rim[-1, 1], 0.0)])
    layer = LAYER if place.near > -0.2 else layers.SIDE_HAIR - 1
    tip = front[n // 2]
    # In the hair's color its line leaves the foot open: there fur and hair are one.
    one = _of_hair(wearer, coat)
    start = int(np.argmin((whole - foot_line.mean(0)) @ (tip - foot_line.mean(0))))
    open_ring = np.roll(whole, -start, 0)
    contour = resample(np.concatenate([open_ring, open_ring[:1]]), 90)
    lines = [outer(contour[7:-7], 1.1, 0.15)] if one else [outer(contour, 1.1, 0.0)]
    parts = [piece("ear.beast", coat, whole, lines, layer=layer, form=Inflated(0.4), region=one)]
    if place.facing < 0.05:
        return parts
    middle = np.array([(rim[0, 0] + rim[-1, 0]) / 2 * 0.6, -0.3 * tall])
    small = middle + (rim - middle) * ear.inset + (0.03 * side * size, 0.12 * size * (ear.tufts == 0))
    hollow = place.seen(np.column_stack([small, bend * 0.6]))
    strokes = [Stroke(around(hollow), 0.65, (0.05, 0.05), inside=True)]
    deep = place.seen(np.column_stack([middle + (small - middle) * (0.62, 0.8) - (side * 0.1 * size, 0), bend * 0.3]))
    parts.append(
        piece(
            "ear.inside",
            inside,
            hollow,
            strokes,
            [shade(deep, 0.6)],
            layer=layer + 0.1,
            depth=0.51,
            form=Plane(0.2 * place.facing, -0.2),
        )
    )
    if ear.tufts and wearer.fine(0.05):
        parts.append(_tuft(wearer, place, side, size, coat, ear, layer + 0.2))
    if r.random() < 0.15 and _tipped(ear):
        parts += _tip(wearer, front, coat, layer + 0.05)
    return parts


def _of_hair(wearer: Wearer, coat: Paint) -> str:
    """The region of the hair when the ears are of its color, else none."""
    return f"{wearer.looks.name}.hair" if coat.key == _coat(wearer).key else ""


def _tipped(ear: Ear) -> bool:
    """Whether an ear of this kind may have a tip of another color."""
    return ear.tufts >= 4


def _tip(wearer: Wearer, front: Points, coat: Paint, layer: float) -> list[Part]:
    """A dark tip, with a jagged border."""
    n = len(front)
    a, b = front[int(n * 0.36)], front[int(n * 0.64)]
    cap = front[int(n * 0.36) : int(n * 0.64) + 1]
    base = (a + b) / 2
    jag = np.stack([b, base * 0.4 + b * 0.6 + (base - cap[len(cap) // 2]) * 0.25, base, base * 0.4 + a * 0.6, a])
    paint = (
        wearer.looks.paint("eartip", "hair", of="hair")
        if coat.key.endswith(".hair")
        else wearer.looks.paint("eartip", "fur")
    )
    ring = np.concatenate([cap, jag[1:-1]])
    return [piece("ear.tip", paint, ring, [outer(cap, 1.1), inner(jag, 0.6, 0, 0)], layer=layer)]


def _tuft(wearer: Wearer, place: Place, side: float, size: float, coat: Paint, ear: Ear, layer: float) -> Part:
    """Long hairs that grow from the inner foot over the hollow."""
    r = wearer.random
    foot = np.array(ear.rim[0]) * (side * size, size)
    last = np.array(ear.rim[-1]) * (side * size, size)
    along = np.linspace(0, 1, 2 * ear.tufts + 1)
    base = foot + (last - foot) * along[:, None] * 0.75 + (0, 0.03)
    reach = size * np.where(np.arange(len(along)) % 2, 1, 0.12) * (0.62 - 0.25 * along)
    reach *= r.uniform(0.8, 1.2, len(along))
    tips = base + np.stack([side * 0.35 * reach, -reach], 1)
    edge = place.seen(np.column_stack([np.concatenate([foot[None], tips, last[None]]), np.full(len(along) + 2, 0.05)]))
    low = place.seen(np.column_stack([np.stack([last + (0, 0.12), foot + (0, 0.12)]), np.zeros(2)]))
    one = _of_hair(wearer, coat)
    ring = np.concatenate([edge, low])
    lines = [outer(edge[:-1] if one else around(ring), 0.7, 0.1 if one else 0.0)]
    return piece("ear.tuft", coat, ring, lines, layer=layer, depth=0.52, region=one)


def lop_ears(wearer: Wearer, coat: Paint, inside: Paint, long: float, wide: float) -> list[Part]:
    """Ears that hang down beside the face: a dog's, or a lop rabbit's."""
    r = wearer.random
    parts: list[Part] = []
    swing = r.uniform(-0.08, 0.16)
    for side in (-1.0, 1.0):
        root = np.array([side * 0.72, -0.86, -0.08])
        down = long * r.uniform(0.92, 1.08)
        knots = np.array(
            [
                (-0.1, 0.05, 0.2),
                (0.16, -0.14, 0.34 * wide),
                (0.42, 0.02, 0.5 * wide),
                (0.62 + swing, 0.4 * down, 0.56 * wide),
                (0.66 + swing * 1.6, 0.75 * down, 0.5 * wide),
                (0.62 + swing * 2, down, 0.1),
                (0.56 + swing * 1.6, 0.75 * down, -0.3 * wide),
                (0.48 + swing, 0.4 * down, -0.36 * wide),
                (0.26, 0.1, -0.34 * wide),
                (-0.02, 0.1, -0.2),
            ]
        )
        curve = np.column_stack([spline(knots[:, :2], 5), spline(knots[:, [0, 2]], 5)[:, 1]])
        seen = wearer.head.turned(root + curve * (side, 1, 1))
        flat = seen[:, :2] + np.array(wearer.head.origin)
        far = side == wearer.far and wearer.turn > 0.35
        layer = layers.EAR - 6 if far else LAYER
        n = len(flat)
        one = _of_hair(wearer, coat)
        lines = [outer(flat if one else around(flat), 1.1, 0.1 if one else 0.0)]
        if wearer.fine(0.08):
            fold = np.stack([flat[8], flat[12] * 0.5 + flat[n - 10] * 0.5, flat[18] * 0.6 + flat[n - 14] * 0.4])
            lines.append(inner(spline(fold, 5), 0.5, 0.05, 0.7))
        dark = np.concatenate([flat[n // 2 :], (flat[n // 2 :] * 0.7 + flat[: n - n // 2][::-1] * 0.3)[::-1]])
        parts.append(
            piece(
                "ear.beast", coat, flat, lines, [shade(dark, 0.6)], layer=layer, depth=0.1 if far else 0.5, region=one
            )
        )
    return parts


def grown_ears(wearer: Wearer, kind: str) -> list[Part]:
    """Ears that grow from the head, in the hair's color or white."""
    r = wearer.random
    hanging = kind in ("dog", "lop")
    coat = _coat(wearer) if r.random() < (0.5 if hanging else 0.82) else wearer.looks.paint("ear", "fur")
    inside = wearer.looks.paint("innerear", "inner ear") if r.random() < 0.7 else wearer.looks.paint("earfur", "linen")
    if kind == "dog":
        return lop_ears(wearer, coat, inside, wearer.near(1.15, 0.2), 1.05)
    if kind == "lop":
        return lop_ears(wearer, coat, inside, wearer.near(1.75, 0.15), 0.8)
    return ears(wearer, kind, coat, inside)
