"""What a hand holds: a sword, a staff, an umbrella, a cup, a book, a phone, a flower."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import Knots, ellipse, loop, points, polyline, ribbon, spline
from hintpen.training.artist.figure.hands import FINGER
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Limb, Pose
from hintpen.training.artist.forms import Ball, Form, Inflated, Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part, Random, Stroke


@dataclass(frozen=True)
class Grasp:
    """The place of a thing in a hand, and the paints for it.

    The thing's own axes: `along` (2,) up out of the hand on the thumb's side, `across` (2,) unit vector to its right;
    `origin` (2,) in the middle of the fist; `size`: the length of the hand; `layer`, `depth` of its parts.
    """

    random: Random
    looks: Looks
    origin: Points
    along: Points
    across: Points
    size: float
    layer: float
    depth: float

    def at(self, knots: Knots) -> Points:
        """(n, 2) points given as (across, along) in lengths of the hand."""
        k = points(knots) * self.size
        return self.origin + k[:, :1] * self.across + k[:, 1:] * self.along

    def part(
        self,
        name: str,
        material: str,
        ring: Points,
        *lines: Points,
        closed: bool = True,
        form: Form | None = None,
        weight: float = 0.9,
    ) -> Part:
        """A part of the thing; `ring` and `lines` in figure units; lines are drawn inside."""
        outline = np.concatenate([ring, ring[:1]]) if closed else ring
        return Part(
            f"prop.{name}",
            self.looks.paint(f"prop.{name}", material),
            (ring,),
            (
                Stroke(outline, weight=weight, taper=(0.03, 0.03)),
                *(Stroke(line, weight=0.55, taper=(0.2, 0.2), inside=True) for line in lines),
            ),
            form=form or Inflated(),
            depth=self.depth,
            layer=self.layer,
        )

    def rod(self, name: str, material: str, low: float, high: float, width: float) -> Part:
        """A straight stick from `low` to `high` along the hand's axis."""
        spine = self.at([(0.0, low + (high - low) * t) for t in np.linspace(0, 1, 9)])
        way = spine[-1] - spine[0]
        x, y = (spine[0] + spine[-1]) / 2
        turn = math.degrees(math.atan2(way[1], way[0]))
        form = Ball(float(x), float(y), 50.0 * self.size, 0.62 * width * self.size, turn)
        return self.part(name, material, ribbon(spine, width * self.size), form=form)


Prop = Callable[[Grasp], list[Part]]


def sword(g: Grasp) -> list[Part]:
    """A blade with guard, grip and pommel."""
    r = g.random
    long, wide = r.uniform(3.0, 4.6), r.uniform(0.13, 0.24)
    curve = float(r.choice((0.0, r.uniform(0.1, 0.35))))
    t = np.linspace(0, 1, 12)
    bend = curve * t**2
    sides = [(wide * 0.5 * (1 - u**6) + b, 0.4 + long * u) for u, b in zip(t, bend, strict=True)]
    back = [(-wide * 0.5 * (1 - u**6) + b, 0.4 + long * u) for u, b in zip(t, bend, strict=True)]
    blade = g.at([*sides, (curve + 0.0, 0.55 + long), *back[::-1]])
    ridge = g.at([(b, 0.4 + long * u * 0.93) for u, b in zip(t, bend, strict=True)])
    guard = loop(g.at([(-0.42, 0.34), (0.0, 0.3), (0.42, 0.34), (0.44, 0.44), (0.0, 0.46), (-0.44, 0.44)]), 4)
    x, y = g.at([(0.0, -0.62)])[0].tolist()
    return [
        g.part("blade", "metal", blade, ridge, form=Plane(float(g.across[0]) * 0.4, float(g.across[1]) * 0.4)),
        g.rod("grip", "leather", -0.55, 0.36, 0.15),
        g.part("guard", "gold", guard),
        g.part("guard", "gold", ellipse(x, y, 0.13 * g.size, 0.13 * g.size, count=16)),
    ]


def staff(g: Grasp) -> list[Part]:
    """A mage's staff with a stone, or a plain stick."""
    r = g.random
    high, low = r.uniform(1.6, 3.0), -r.uniform(2.2, 3.6)
    parts = [g.rod("staff", "wood", low, high, 0.16)]
    kind = r.integers(3)
    x, y = g.at([(0.0, high + 0.32)])[0].tolist()
    s = g.size
    if kind == 0:
        hook = spline(g.at([(0.0, high - 0.1), (-0.42, high + 0.3), (-0.1, high + 0.85), (0.4, high + 0.55)]), 8)
        hook = ribbon(hook, np.linspace(0.17, 0.07, len(hook)) * s)
        parts += [g.part("staff", "wood", hook), g.part("stone", "gem", ellipse(x, y, 0.24 * s, 0.24 * s))]
    elif kind == 1:
        rays = [(0.45 if i % 2 else 0.2) for i in range(10)]
        star = [
            (q * math.cos(math.pi * i / 5 + math.pi / 2), high + 0.4 + q * math.sin(math.pi * i / 5 + math.pi / 2))
            for i, q in enumerate(rays[::-1])
        ]
        parts.append(g.part("star", "gold", polyline(g.at([*star, star[0]]), 0.3 * s)[:-1]))
    else:
        parts.append(g.part("stone", "gem", ellipse(x, y, 0.34 * s, 0.34 * s)))
    return parts


def umbrella(g: Grasp) -> list[Part]:
    """Open over the head."""
    high = g.random.uniform(2.2, 3.0)
    wide, tall = g.random.uniform(2.0, 2.7), g.random.uniform(0.9, 1.2)
    count = 5
    t = np.linspace(0, math.pi, 24)
    dome = [(wide * math.cos(a), high + tall * math.sin(a)) for a in t]
    hem: list[tuple[float, float]] = []
    ribs: list[Points] = []
    for i in range(count):
        a, b = -wide + 2 * wide * i / count, -wide + 2 * wide * (i + 1) / count
        hem += [(a + (b - a) * u, high + 0.32 * math.sin(math.pi * u)) for u in np.linspace(0, 1, 7)[:-1]]
        if i:
            side = a / wide
            ribs.append(spline(g.at([(a, high), (side * wide * 0.72, high + tall * 0.62), (0.0, high + tall)]), 8))
    canopy = g.at([*dome, *hem])
    x, y = g.at([(0.0, high)])[0].tolist()
    return [
        g.rod("umbrella.stick", "metal", -0.4, high + tall * 0.9, 0.07),
        g.part("umbrella", "cloth", canopy, *ribs, form=Ball(x, y, wide * g.size * 1.05, wide * g.size * 1.05)),
    ]


def cup(g: Grasp) -> list[Part]:
    """A mug or a paper cup, upright whatever the hand does."""
    x, y = g.origin.tolist()
    s = g.size
    r = g.random
    top, low, tall = r.uniform(0.3, 0.38), r.uniform(0.24, 0.36), r.uniform(0.7, 1.0)
    up, down = y - 0.5 * tall * s, y + 0.5 * tall * s
    front = ellipse(x, down, low * s, 0.09 * s, span=(0, 180), count=12)
    rim = ellipse(x, up, top * s, 0.1 * s, count=24)
    body = np.concatenate([np.array([(x + top * s, up)]), front, np.array([(x - top * s, up)]), rim[12:]])
    return [
        g.part("cup", "plastic", body, form=Ball(x, y, top * 1.05 * s, 4 * s)),
        g.part("drink", "earth", rim, form=Plane(0.0, -0.5)),
    ]


def book(g: Grasp) -> list[Part]:
    """A closed book or notebook, seen on its cover."""
    w, h = g.random.uniform(0.7, 0.95), g.random.uniform(1.0, 1.35)
    low = -0.35
    cover = polyline(g.at([(-w, low), (w, low), (w, low + 2 * h * 0.75), (-w, low + 2 * h * 0.75), (-w, low)]), 0.3)
    top = low + 2 * h * 0.75
    pages = polyline(g.at([(-w, top), (w, top), (w + 0.1, top + 0.16), (-w + 0.1, top + 0.16), (-w, top)]), 0.3)
    spine = g.at([(-w + 0.16, low + u * (top - low)) for u in (0.0, 0.5, 1.0)])
    left, right = -0.3 * w, 0.6 * w
    title = g.at([(left, top - 0.6), (right, top - 0.6), (right, top - 0.35), (left, top - 0.35), (left, top - 0.6)])
    flat, cloth = Plane(0.0, 0.1), ("leather", "cloth", "paint")[g.random.integers(3)]
    return [
        g.part("pages", "plaster", pages[:-1], form=flat),
        g.part(
            "book",
            cloth,
            cover[:-1],
            spine,
            polyline(title, 0.3),
            form=flat,
        ),
    ]


def phone(g: Grasp) -> list[Part]:
    """A telephone with its screen or its back to the viewer."""
    w, low, top = 0.3, -0.25, 0.85
    a, low_a, top_a = w - 0.08, low + 0.08, top - 0.08
    corners = [(-w, low_a), (-a, low), (a, low), (w, low_a), (w, top_a), (a, top), (-a, top), (-w, top_a)]
    shape = loop(g.at(corners), 3)
    screen = g.at([(-w + 0.07, low + 0.1), (w - 0.07, low + 0.1), (w - 0.07, top - 0.1), (-w + 0.07, top - 0.1)])
    parts = [g.part("phone", "plastic", shape, form=Plane())]
    if g.random.random() < 0.5:
        parts.append(g.part("screen", "glass", screen, form=Plane(), weight=0.6))
    else:
        x, y = g.at([(-w + 0.14, top - 0.16)])[0].tolist()
        parts.append(g.part("lens", "glass", ellipse(x, y, 0.06 * g.size, 0.06 * g.size, count=14), weight=0.6))
    return parts


def flower(g: Grasp) -> list[Part]:
    """A single bloom on its stem, with a leaf."""
    r = g.random
    high = r.uniform(0.9, 1.5)
    stem = spline(g.at([(0.1, -0.8), (0.0, 0.0), (0.08, high * 0.6), (0.0, high)]), 8)
    x, y = g.at([(0.0, high)])[0].tolist()
    leaf = loop(g.at([(0.04, 0.45), (0.3, 0.5), (0.52, 0.78), (0.22, 0.7)]), 5)
    count, size = int(r.integers(5, 9)), r.uniform(0.26, 0.4) * g.size
    parts = [g.part("stem", "leaf", ribbon(stem, 0.07 * g.size)), g.part("leaf", "leaf", leaf)]
    for i in range(count):
        a = 360 * i / count + r.uniform(-6, 6)
        c, d = math.cos(math.radians(a)), math.sin(math.radians(a))
        petal = ellipse(x + c * size * 0.8, y + d * size * 0.8, size * 0.62, size * 0.4, a, count=18)
        parts.append(g.part("petal", "petal", petal))
    return [*parts, g.part("pistil", "sand", ellipse(x, y, size * 0.4, size * 0.4, count=18))]


def microphone(g: Grasp) -> list[Part]:
    """A singer's microphone."""
    x, y = g.at([(0.0, 0.72)])[0].tolist()
    s = 0.2 * g.size
    mesh = ellipse(x, y, s, s * 1.1, count=24)
    band = spline(g.at([(-0.2, 0.7), (0.0, 0.64), (0.2, 0.7)]), 6)
    return [g.rod("handle", "plastic", -0.6, 0.58, 0.17), g.part("mesh", "metal", mesh, band)]


def lollipop(g: Grasp) -> list[Part]:
    """A sweet on a stick with its spiral."""
    x, y = g.at([(0.0, 0.95)])[0].tolist()
    s = g.random.uniform(0.3, 0.42) * g.size
    a = np.linspace(0, 5 * math.pi, 40)
    coil = np.stack([x + s * a / a[-1] * np.cos(a), y + s * a / a[-1] * np.sin(a)], 1)
    return [g.rod("stick", "plaster", -0.4, 0.8, 0.06), g.part("sweet", "plastic", ellipse(x, y, s, s), coil)]


def pen(g: Grasp) -> list[Part]:
    """A brush or a large pencil."""
    low, high = -0.5, g.random.uniform(0.8, 1.2)
    tip = g.at([(-0.06, high), (0.06, high), (0.0, high + 0.3)])
    return [g.rod("pen", "wood", low, high, 0.12), g.part("tip", "paint", tip)]


SMALL: dict[str, tuple[Prop, float]] = {
    "cup": (cup, 2.0),
    "book": (book, 1.2),
    "phone": (phone, 2.0),
    "flower": (flower, 1.6),
    "microphone": (microphone, 0.8),
    "lollipop": (lollipop, 0.9),
    "pen": (pen, 0.9),
}
"""What is held before the body."""

LONG: dict[str, tuple[Prop, float]] = {
    "sword": (sword, 2.0),
    "staff": (staff, 1.6),
    "umbrella": (umbrella, 1.2),
}
"""What is held at the side, upright."""


def prop_parts(random: Random, pose: Pose, looks: Looks) -> list[Part]:
    """What the figure holds, in figure units, between its palm and its fingers; nothing for empty hands."""
    parts: list[Part] = []
    for arm, own in zip(pose.arms, random.spawn(2), strict=True):
        if arm.holds:
            table = SMALL if arm.joints[2, 1] < pose.waist[1] and not _aside(arm, pose) else LONG
            weights = np.array([weight for _, weight in table.values()])
            name = list(table)[own.choice(len(table), p=weights / weights.sum())]
            parts += table[name][0](_grasp(own, arm, looks))
    return parts


def _aside(arm: Limb, pose: Pose) -> bool:
    """The hand is well away from the trunk."""
    return float((arm.joints[2, 0] - pose.chest[0]) * arm.side) > 1.25 * pose.shoulder


def _grasp(random: Random, arm: Limb, looks: Looks) -> Grasp:
    along = arm.rod[:2]
    length = math.hypot(*along)
    way = along / length if length > 0.2 else np.array([0.0, -1.0])
    if way[1] > 0:
        # Nobody lets it hang head down.
        way = -way
    # Seen end on it would be a dot: illustrators turn it until it reads.
    along = way * max(length, 0.75)
    front = arm.frame[2, 2] < 0
    return Grasp(
        random=random,
        looks=looks,
        origin=arm.grip[:2],
        along=along,
        across=np.array([-way[1], way[0]]),
        size=arm.size,
        layer=arm.layers[2] + FINGER * (0.5 if front else -0.5),
        depth=float(np.clip(arm.joints[2, 2] * 0.12, -0.25, 0.3)) + 0.1,
    )
