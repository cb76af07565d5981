"""Still lifes: food on a table, on a plate, or strewn as stickers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from hintpen.training.artist.curves import ellipse, spline
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Scene, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, line, scalloped
from hintpen.training.artist.subjects.food.fruits import FRUITS, fruit_parts
from hintpen.training.artist.subjects.food.ramen import ramen
from hintpen.training.artist.subjects.food.rice import bento, curry, onigiri, sushi
from hintpen.training.artist.subjects.food.snacks import bread, burger, fries, pizza
from hintpen.training.artist.subjects.food.sweets import SWEETS
from hintpen.training.artist.subjects.food.vessels import FLAT, bottle, cup, front, glass, plate, rim, turned
from hintpen.training.artist.subjects.staging import (
    Box,
    backdrop,
    box_of,
    fitted,
    floor,
    pen_scale,
    warped,
    with_weights,
)

DISHES: dict[str, Callable[[Random, str], list[Part]]] = {
    "onigiri": onigiri,
    "sushi": sushi,
    "ramen": ramen,
    "burger": burger,
    "pizza": pizza,
    "bread": bread,
    "bento": bento,
    "curry": curry,
    "fries": fries,
    **SWEETS,
}
"""By name: what a plate is full of."""

DRINKS: dict[str, Callable[[Random, str], list[Part]]] = {"cup": cup, "bottle": bottle, "glass": glass}


def food_parts(random: Random, name: str = "food", kind: str = "") -> list[Part]:
    """Something to eat or drink, standing at (0, 0). `kind`: a key of `DISHES`, `DRINKS` or `FRUITS`, or "" for any."""
    every = {**DISHES, **DISHES, **DRINKS, **FRUITS, "bowl": fruit_bowl}
    names = list(every)
    return warped(every[kind or names[random.integers(len(names))]](random, name), random)


def fruit_bowl(random: Random, name: str) -> list[Part]:
    """A bowl heaped with fruit."""
    paint = Paint(f"{name}.bowl", str(random.choice(("tile", "wood", "glass"))))
    parts = rim(random, "bowl", paint, -0.55, 1.0, 0.05, -0.05)
    kinds = ("apple", "orange", "pear", "apple", "banana", "grapes")
    spots = ((-0.5, -0.62), (0.5, -0.64), (0.0, -0.72), (-0.25, -0.42), (0.3, -0.4), (0.66, -0.42), (-0.68, -0.42))
    for i, (x, y) in enumerate(spots[: int(random.integers(5, 8))]):
        fruit = fruit_parts(random, f"{name}.fruit{i}", str(random.choice(kinds)))
        size = random.uniform(0.5, 0.6)
        parts += placed(fruit, Frame.at(x, y + 0.15, size, random.normal(0, 14)), 0.02 + 0.015 * i)
    bands = [line(front(0, -0.42, 0.93), 0.5, 0.05, 0.05)] if random.random() < 0.5 else []
    curve = [(1.0, -0.55), (0.88, -0.3), (0.55, -0.07), (0.42, -0.05), (0.4, 0.0)]
    return [*parts, turned(random, "bowl", paint, curve, strokes=bands, depth=0.2)]


def food(random: Random, width: float, height: float) -> Scene:
    """One thing large, a laid table, or many things strewn about."""
    way = random.choice(3, p=(0.4, 0.4, 0.2))
    parts = (_alone, _table, _strewn)[way](random, width, height)
    return Scene("food", width, height, tuple(parts), pen_scale(parts))


def _alone(random: Random, width: float, height: float) -> list[Part]:
    m = random.uniform(0.08, 0.16)
    parts = fitted(food_parts(random), (m, m, width - m, height - m), random)
    lift = (box_of(parts)[1] - m) * random.uniform(0.2, 0.5)
    parts = placed(parts, Frame.at(0, -lift))
    shade = [_shadow(box_of(parts))] if random.random() < 0.7 else []
    return [backdrop(width, height, shade), *parts]


def _shadow(box: Box) -> Mark:
    left, _, right, bottom = box
    wide = (right - left) / 2
    ring = ellipse((left + right) / 2 + wide * 0.08, bottom - wide * 0.08, wide, wide * FLAT * 0.7, count=30)
    return Mark(MarkKind.SHADE, ring, 0.85, 0.008)


MAIN = (
    "ramen",
    "cake",
    "cake slice",
    "pancakes",
    "pudding",
    "sushi",
    "bento",
    "curry",
    "dango",
    "cup",
    "bowl",
    "parfait",
)
"""What a table is laid around."""

PLATED = ("burger", "bread", "onigiri", "doughnut")
"""What is put on a plate for that."""

BESIDE: dict[str, float] = {
    "cup": 0.17,
    "glass": 0.11,
    "bottle": 0.09,
    "apple": 0.1,
    "orange": 0.1,
    "strawberry": 0.05,
    "cherries": 0.07,
    "macarons": 0.15,
    "cupcake": 0.11,
    "onigiri": 0.11,
    "pear": 0.1,
    "dango": 0.2,
    "pudding": 0.14,
}
"""What stands beside it, and half how wide each is against a main dish of 0.36."""


def _table(random: Random, width: float, height: float) -> list[Part]:
    """A table's top with a cloth or a mat; the largest thing in the middle, smaller ones beside and before it."""
    horizon = height * random.uniform(0.3, 0.55)
    middle, bottom = width * random.uniform(0.42, 0.58), height * random.uniform(0.76, 0.88)
    main = fitted(_served(random), (middle - 0.36, 0.1, middle + 0.36, bottom), random)
    things = [(bottom, main)]
    shadows = [_shadow(box_of(main))]
    names = random.permutation(list(BESIDE))
    for i, side in enumerate((-1, 1, -1)[: int(random.integers(1, 4))]):
        half = BESIDE[str(names[i])] * random.uniform(0.95, 1.15)
        x = middle + side * (0.36 + half * random.uniform(0.2, 0.9))
        y = bottom + (random.uniform(0.03, 0.1) if i == 2 else random.uniform(-0.2, 0.06))
        box = (x - half, y - 5 * half, x + half, min(y, height - 0.03))
        thing = fitted(food_parts(random, f"food{i + 1}", str(names[i])), box, random)
        shadows.append(_shadow(box_of(thing)))
        things.append((box[3], with_weights(thing, 0.85)))
    wood = Paint("table.top", str(random.choice(("wood", "cloth", "tile"))))
    top = floor(random, width, height, horizon, wood, shadows)
    if wood.material == "wood":
        top = replace(top, strokes=(*top.strokes, *_boards(random, width, height, horizon)))
    cloth = _mat(random, middle, bottom, shadows) if random.random() < 0.55 else []
    things.sort(key=lambda thing: thing[0])
    laid = [part for i, (_, parts) in enumerate(things) for part in placed(parts, Frame.at(0, 0), 0.1 * i)]
    return [backdrop(width, height), top, *cloth, *laid]


def _served(random: Random) -> list[Part]:
    """A main dish in its bowl or on a plate."""
    if random.random() < 0.7:
        return food_parts(random, "food0", MAIN[random.integers(len(MAIN))])
    inner = food_parts(random, "food0", PLATED[random.integers(len(PLATED))])
    left, _, right, _ = box_of(inner)
    return [*plate(random, "food0.plate"), *placed(inner, Frame.at(0, -0.1, 1.3 / (right - left)), 0.02)]


def _boards(random: Random, width: float, height: float, horizon: float) -> list[Stroke]:
    """Joints between a table's boards, and some grain."""
    strokes: list[Stroke] = []
    y, step = horizon, 0.05
    while (y := y + step) < height:
        step *= 1.5
        strokes.append(line(spline([(0, y), (width / 2, y + random.normal(0, 0.003)), (width, y)], 6), 0.5, 0.02, 0.02))
        x = random.uniform(0, width * 0.7)
        strokes.append(line(spline([(x, y + 0.02), (x + 0.12, y + 0.025), (x + 0.2, y + 0.018)], 4), 0.4, 0.4, 0.5))
    return strokes


def _mat(random: Random, x: float, y: float, shadows: Sequence[Mark]) -> list[Part]:
    """A round doily or a woven mat under the main thing."""
    paint = Paint("table.mat", "cloth")
    y -= 0.06
    if random.random() < 0.5:
        ring, arcs = scalloped(ellipse(x, y, 0.45, 0.15, count=44), random, 18, 0.02, hook=0.0)
        strokes = tuple(Stroke(a, 0.8, (0.1, 0.1)) for a in arcs)
        inner = line(ellipse(x, y, 0.4, 0.13, count=40), 0.5, 0.1, 0.1)
        return [Part("table.mat", paint, (ring,), (*strokes, inner), tuple(shadows), Plane(0, -0.5), -0.45)]
    quad = np.array(
        [(x - 0.4, y - 0.12), (x + 0.4, y - 0.12), (x + 0.5, y + 0.13), (x - 0.5, y + 0.13)]
    ) + random.normal(0, 0.008, (4, 2))
    hems = [
        line(np.array([quad[0] * (1 - t) + quad[1] * t, quad[3] * (1 - t) + quad[2] * t]), 0.5, 0, 0)
        for t in (0.06, 0.94)
    ]
    stripe = [
        line(np.array([quad[0] * (1 - t) + quad[3] * t, quad[1] * (1 - t) + quad[2] * t]), 0.4, 0, 0)
        for t in (0.15, 0.85)
    ]
    return [
        drawn(
            random,
            "table.mat",
            paint,
            quad,
            weight=0.9,
            strokes=(*hems, *stripe),
            marks=shadows,
            form=Plane(0, -0.5),
            depth=-0.45,
        )
    ]


def _strewn(random: Random, width: float, height: float) -> list[Part]:
    """Six to twelve things in loose rows, as on a sheet of stickers; now and then all of one sort."""
    rows = int(random.integers(2, 4))
    cell = height / rows
    columns = max(2, round(width / cell))
    table = (DISHES, SWEETS, FRUITS, {**DISHES, **DRINKS, **FRUITS})[random.choice(4, p=(0.2, 0.3, 0.2, 0.3))]
    names = random.permutation(list(table))
    parts = [backdrop(width, height)]
    step = width / columns
    for i in range(rows * columns):
        row, column = divmod(i, columns)
        x, y = (column + 0.5) * step + random.normal(0, 0.012), (row + 0.5) * cell + random.normal(0, 0.012)
        half = min(step, cell) * random.uniform(0.38, 0.44)
        thing = fitted(
            table[str(names[i % len(names)])](random, f"food{i}"), (x - half, y - half, x + half, y + half), random
        )
        box = box_of(thing)
        drop = (box[1] - (y - half)) / 2
        parts += with_weights(placed(thing, Frame.at(0, -drop)), 0.75)
    return parts
