"""Pictures of creatures: who is seen, how near, and on what ground."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import ellipse
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Scene, placed
from hintpen.training.artist.subjects.contours import drawn, line
from hintpen.training.artist.subjects.creatures.birds import bird_parts
from hintpen.training.artist.subjects.creatures.critters import critter_parts
from hintpen.training.artist.subjects.creatures.mammals import mammal_parts
from hintpen.training.artist.subjects.creatures.monsters import monster_parts
from hintpen.training.artist.subjects.creatures.robots import robot_parts
from hintpen.training.artist.subjects.creatures.sea import sea_parts
from hintpen.training.artist.subjects.plants import flower_parts, grass_tuft_parts, mushroom_parts
from hintpen.training.artist.subjects.staging import (
    Box,
    backdrop,
    box_of,
    contact_shadow,
    fitted,
    floor,
    ground_line,
    inner_box,
    pen_scale,
    stood,
    warped,
    with_weights,
)

CREATURES: dict[str, tuple[Callable[[Random, str], list[Part]], float]] = {
    "mammal": (mammal_parts, 6.0),
    "bird": (bird_parts, 1.8),
    "sea": (sea_parts, 1.6),
    "monster": (monster_parts, 1.4),
    "robot": (robot_parts, 1.0),
    "critter": (critter_parts, 1.3),
}
"""By sort, with how often each is drawn."""

BUSTS = ("mammal", "monster", "robot")
"""Whose heads are on top, so that the canvas may cut off what is below."""


def creature_parts(random: Random, name: str = "creature", sort: str = "") -> list[Part]:
    """A creature of any sort: 1 high, standing at (0, 0)."""
    names = list(CREATURES)
    weights = np.array([CREATURES[n][1] for n in names])
    make = CREATURES[sort or names[random.choice(len(names), p=weights / weights.sum())]][0]
    return stood(warped(make(random, name), random))


def creature(random: Random, width: float, height: float) -> Scene:
    """One creature large, two or three together, a bust, or a swimmer in its water."""
    names = list(CREATURES)
    weights = np.array([CREATURES[n][1] for n in names])
    sort = names[random.choice(len(names), p=weights / weights.sum())]
    if sort == "sea" and random.random() < 0.75:
        parts = _sea(random, width, height)
    elif sort in BUSTS and random.random() < 0.25:
        parts = [backdrop(width, height), *_closeup(random, sort, width, height)]
    else:
        count = min(int(random.choice((1, 2, 3), p=(0.72, 0.2, 0.08))), 2 if width < 1.2 else 3)
        things = _group(random, sort, inner_box(random, width, height), count)
        parts = [*_ground(random, width, height, things), *things]
    return Scene("creature", width, height, tuple(parts), pen_scale(parts))


def _group(random: Random, sort: str, box: Box, count: int) -> list[Part]:
    """Creatures side by side, each in its own share of the canvas; every next one is nearer."""
    left, top, right, bottom = box
    step = (right - left) / count
    parts: list[Part] = []
    for i in range(count):
        rise = (bottom - top) * random.uniform(0, 0.35) if i else 0.0
        spread = step * 0.08 if count > 1 else 0
        drop = random.uniform(0, 0.03) if count > 1 else 0
        own = (left + i * step - spread, top + rise, left + (i + 1) * step + spread, bottom - drop)
        thing = fitted(creature_parts(random, f"creature{i}", "" if i and random.random() < 0.5 else sort), own, random)
        parts += with_weights(placed(thing, Frame.at(0, 0), 0.05 * i), 1.0 if count == 1 else 0.8)
    return parts


def _closeup(random: Random, sort: str, width: float, height: float) -> list[Part]:
    """A bust: the canvas cuts the body off, and what stands out on both sides."""
    parts = placed(
        creature_parts(random, "creature", sort), Frame.at(0, 0, 1, random.normal(0, 4), random.random() < 0.5)
    )
    left, top, right, _ = box_of(parts)
    scale = height * random.uniform(1.2, 1.6)
    middle = (left + right) / 2 if (right - left) < 1.1 else 0.0
    return placed(parts, Frame.at(width * random.uniform(0.46, 0.54) - scale * middle, 0.06 - scale * top, scale))


def _sea(random: Random, width: float, height: float) -> list[Part]:
    """Swimmers among bubbles, over a sea floor with weeds at times."""
    parts: list[Part] = [backdrop(width, height)]
    if random.random() < 0.6:
        y = height * random.uniform(0.82, 0.92)
        parts.append(floor(random, width, height, y, Paint("ground.floor", "sand")))
        for x in random.uniform(0.05, width - 0.05, int(random.integers(2, 6))):
            frame = Frame.at(float(x), y + random.uniform(0.01, 0.07), random.uniform(0.14, 0.34))
            parts += placed(grass_tuft_parts(random, "weed"), frame, -0.3)
    school = random.random() < 0.3
    left, top, right, bottom = inner_box(random, width, height)
    m = height * 0.12
    parts += fitted(
        sea_parts(random, "creature"), (left, top + m, right, bottom - m * 1.6), random, random.normal(0, 8)
    )
    for i, x in enumerate(np.linspace(0.15, width - 0.15, int(random.integers(2, 5))) if school else ()):
        y = float(random.choice((random.uniform(0.12, 0.24), random.uniform(0.76, 0.88)))) * height
        box = (float(x) - 0.1, y - 0.1, float(x) + 0.1, y + 0.06)
        parts += with_weights(fitted(sea_parts(random, f"small{i % 2}", "fish"), box, random), 0.6)
    return [*parts, *_bubbles(random, width, height)]


def _bubbles(random: Random, width: float, height: float) -> list[Part]:
    """Rising bubbles, each with its glint."""
    parts: list[Part] = []
    for x, y in random.uniform((0.04, 0.04), (width - 0.04, height * 0.8), (int(random.integers(3, 10)), 2)):
        r = random.uniform(0.01, 0.035)
        glint = Mark(MarkKind.SHINE, ellipse(x - r * 0.35, y - r * 0.4, r * 0.3, r * 0.18, -35, count=10), 0.9)
        ring = ellipse(float(x), float(y), r, r, count=18)
        arc = line(ellipse(float(x), float(y), r * 0.7, r * 0.7, span=(190, 260), count=7), 0.5)
        bubble = Paint("water.bubble", "glass")
        parts.append(
            drawn(random, "bubble", bubble, ring, weight=0.7, pieces=1, strokes=(arc,), marks=(glint,), depth=0.2)
        )
    return parts


def _ground(random: Random, width: float, height: float, things: list[Part]) -> list[Part]:
    """Nothing, a shadow, a few strokes, or a meadow."""
    box = box_of(things)
    way = random.choice(4, p=(0.25, 0.3, 0.2, 0.25))
    if way == 0:
        return [backdrop(width, height)]
    shade = contact_shadow(box, 0.035)
    if way == 1:
        return [backdrop(width, height, [shade])]
    if way == 2:
        paint = Paint("ground.plain", "backdrop")
        return [backdrop(width, height, [shade]), Part("ground.line", paint, (), ground_line(random, box, width))]
    y = box[3] - random.uniform(0.05, 0.2)
    kind = str(random.choice(("grass", "earth", "sand", "wood")))
    ground = floor(random, width, height, y, Paint("ground.floor", kind), [shade])
    return [backdrop(width, height), ground, *(_growth(random, width, height, y) if kind == "grass" else ())]


def _growth(random: Random, width: float, height: float, horizon: float) -> list[Part]:
    """Tufts and small flowers, the far ones first."""
    parts: list[Part] = []
    for y in np.sort(random.uniform(horizon + 0.01, height, int(random.integers(3, 8)))):
        make = (grass_tuft_parts, flower_parts, mushroom_parts)[random.choice(3, p=(0.7, 0.22, 0.08))]
        size = random.uniform(0.07, 0.14)
        frame = Frame.at(random.uniform(0.03, width - 0.03), float(y), size)
        parts += with_weights(placed(make(random, f"growth{len(parts)}"), frame, -0.3), 0.7)
    return parts
