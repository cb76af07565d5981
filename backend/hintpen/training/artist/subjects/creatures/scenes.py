"""Pictures of creatures: who is seen, how near, and on what ground."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, Scene, placed
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


def creature_parts(random: Random, name: str = "creature", sort: str = "") -> list[Part]:
    """A creature of any sort: 1 high, standing at (0, 0)."""
    names = list(CREATURES)
    weights = np.array([CREATURES[n][1] for n in names])
    make = CREATURES[sort or names[random.choice(len(names), p=weights / weights.sum())]][0]
    return stood(warped(make(random, name), random))


def creature(random: Random, width: float, height: float) -> Scene:
    """One creature large, or two or three together."""
    count = int(random.choice((1, 2, 3), p=(0.76, 0.17, 0.07)))
    if width < 1.2:
        count = min(count, 2)
    box = inner_box(random, width, height)
    close = count == 1 and random.random() < 0.22
    things = _group(random, box, count) if not close else _closeup(random, width, height)
    parts = (*_ground(random, width, height, things, close), *things)
    return Scene("creature", width, height, parts, pen_scale(parts))


def _group(random: Random, box: Box, count: int) -> list[Part]:
    """Creatures side by side, each in its own share of the canvas; the middle one stands farthest back."""
    left, top, right, bottom = box
    step = (right - left) / count
    parts: list[Part] = []
    for i in range(count):
        rise = (bottom - top) * random.uniform(0, 0.35) if i else 0.0
        spread = step * 0.08 if count > 1 else 0
        own = (
            left + i * step - spread,
            top + rise,
            left + (i + 1) * step + spread,
            bottom - random.uniform(0, 0.03) * (count > 1),
        )
        thing = fitted(creature_parts(random, f"creature{i}"), own, random)
        parts += with_weights(placed(thing, Frame.at(0, 0), 0.05 * i), 1.0 if count == 1 else 0.8)
    return parts


def _closeup(random: Random, width: float, height: float) -> list[Part]:
    """A bust: the canvas cuts the body off."""
    parts = creature_parts(random, "creature")
    over = random.uniform(0.15, 0.5)
    return fitted(parts, (-0.1 * over, 0.06, width + 0.1 * over, height * (1 + over)), random, random.normal(0, 4))


def _ground(random: Random, width: float, height: float, things: list[Part], close: bool) -> list[Part]:
    """Nothing, a shadow, a few strokes, or a meadow."""
    box = box_of(things)
    way = random.choice(4, p=(0.25, 0.3, 0.2, 0.25))
    if close or way == 0:
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
