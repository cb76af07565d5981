"""Pictures of plants: bouquets, pots, beds, groves, single blooms, sheets of species."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import spline
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, Scene, placed
from hintpen.training.artist.subjects.food.vessels import pot, vase
from hintpen.training.artist.subjects.plants.blooms import BLOOMS, bloom_parts
from hintpen.training.artist.subjects.plants.foliage import leaf, stalk
from hintpen.training.artist.subjects.plants.growing import (
    GROWING,
    bush_parts,
    cactus_parts,
    flower_parts,
    grass_tuft_parts,
    mushroom_parts,
    shrub_parts,
    vine_parts,
)
from hintpen.training.artist.subjects.plants.trees import tree_parts
from hintpen.training.artist.subjects.staging import (
    backdrop,
    box_of,
    contact_shadow,
    fitted,
    floor,
    inner_box,
    pen_scale,
    with_weights,
)


def plants(random: Random, width: float, height: float) -> Scene:
    """One of the ways to draw plants."""
    makers = (_bouquet, _potted, _bloom, _bed, _grove, _undergrowth, _specimens)
    way = makers[random.choice(len(makers), p=(0.2, 0.18, 0.16, 0.14, 0.16, 0.06, 0.1))]
    parts = way(random, width, height)
    return Scene("plants", width, height, tuple(parts), pen_scale(parts))


def bouquet_parts(random: Random, name: str = "bouquet") -> list[Part]:
    """Flowers of one to three species in a vase, 1 high in all or nearly, standing at (0, 0)."""
    vessel = placed(vase(random, f"{name}.vase"), Frame.at(0, 0, 0.42), 0.1)
    mouth = box_of(vessel)[1] + 0.02
    kinds = [str(kind) for kind in random.permutation(list(BLOOMS))[: int(random.integers(1, 4))] if kind != "trumpet"]
    kinds = kinds or ["rose"]
    green = Paint(f"{name}.leaf", "greens")
    parts: list[Part] = []
    heads: list[Part] = []
    count = int(random.integers(4, 9))
    # The outer flowers hang lower and lie behind; the middle ones come last.
    for i, x in enumerate(sorted(np.linspace(-1, 1, count) + random.normal(0, 0.08, count), key=lambda a: -abs(a))):
        top = np.array([x * 0.36, -0.92 + 0.26 * x * x + random.normal(0, 0.035) + (0.16 if i % 2 else 0.0)])
        path = spline([(x * 0.05, mouth + 0.15), (x * 0.12, mouth - 0.12), (float(top[0]), float(top[1]))], 7)
        parts.append(stalk(random, "flower.stem", green, path, 0.016, 0.0))
        kind = kinds[i % len(kinds)]
        radius = random.uniform(0.1, 0.145) * (0.55 if kind == "bud" else 1.0)
        tilt = min(0.9, 0.15 + 0.5 * abs(x) + random.uniform(0, 0.2))
        head = bloom_parts(random, f"{name}.{kind}", kind, tilt)
        heads += placed(head, Frame.at(float(top[0]), float(top[1]), radius, x * 40), 0.03 + 0.01 * i)
    for x in random.permutation(np.linspace(-1.1, 1.1, int(random.integers(4, 9)))):
        end = (x * 0.36, mouth - 0.2 - 0.2 * (1 - abs(x)) + random.normal(0, 0.04))
        path = spline([(x * 0.06, mouth + 0.05), (x * 0.2, mouth - 0.16), end], 7)
        shape = str(random.choice(("oval", "lance", "heart")))
        parts.append(leaf(random, "flower.leaf", green, path, 0.1, shape, 3, 0.02))
    # Rim and inside of the vase lie behind the stems, its body before them.
    return [*vessel[:-1], *parts, *heads, vessel[-1]]


def potted_parts(random: Random, name: str = "plant") -> list[Part]:
    """A plant in its pot, standing at (0, 0)."""
    vessel = pot(random, f"{name}.pot", 0.8)
    makers: tuple[Callable[[Random, str], list[Part]], ...] = (
        shrub_parts,
        flower_parts,
        cactus_parts,
        vine_parts,
        tree_parts,
    )
    made = makers[random.choice(5, p=(0.35, 0.25, 0.2, 0.1, 0.1))]
    scale = random.uniform(1.1, 1.6)
    plant: list[Part] = []
    for i, x in enumerate((0.0,) if made is not flower_parts else (-0.16, 0.16, 0.0)[: int(random.integers(1, 4))]):
        plant += placed(
            made(random, f"{name}.{i}"), Frame.at(x, -0.75, scale * random.uniform(0.85, 1.1), x * 40), 0.02 * i
        )
    return [*vessel[:3], *plant, *vessel[3:]]


def _bouquet(random: Random, width: float, height: float) -> list[Part]:
    return _stood(random, width, height, bouquet_parts(random))


def _potted(random: Random, width: float, height: float) -> list[Part]:
    return _stood(random, width, height, potted_parts(random))


def _stood(random: Random, width: float, height: float, parts: list[Part]) -> list[Part]:
    """A thing on a table, on a shadow or on nothing."""
    things = fitted(parts, inner_box(random, width, height), random)
    box = box_of(things)
    middle = (box[0] + box[2]) / 2
    shade = contact_shadow((middle - 0.16, box[1], middle + 0.2, box[3]), 0.035)
    if random.random() < 0.4:
        wood = Paint("table.top", str(random.choice(("wood", "cloth"))))
        top = floor(random, width, height, box[3] - random.uniform(0.06, 0.2), wood, [shade])
        return [backdrop(width, height), top, *things]
    return [backdrop(width, height, [shade] if random.random() < 0.7 else ()), *things]


def _bloom(random: Random, width: float, height: float) -> list[Part]:
    """One bloom or a few, as large as the canvas, with leaves behind."""
    count = int(random.choice((1, 2, 3), p=(0.5, 0.25, 0.25)))
    green = Paint("flower.leaf", "greens")
    kind = str(random.choice([name for name in BLOOMS if name != "bud"]))
    parts: list[Part] = []
    heads: list[Part] = []
    spots = ((0.5, 0.48, 0.36),) if count == 1 else ((0.36, 0.6, 0.26), (0.68, 0.36, 0.23), (0.74, 0.74, 0.17))[:count]
    for i, (x, y, r) in enumerate(spots):
        cx, cy = x * width, y * height
        for a in np.radians(random.uniform(0, 360, int(random.integers(2, 5)))):
            out = np.array([np.cos(a), np.sin(a)])
            start, end = np.array([cx, cy]) + out * r * 0.4, np.array([cx, cy]) + out * r * random.uniform(1.3, 1.6)
            bend = (start + end) / 2 + np.array([-out[1], out[0]]) * r * random.uniform(-0.25, 0.25)
            path = spline([start, bend, end], 8)
            parts.append(
                leaf(random, "flower.leaf", green, path, r * 0.6, str(random.choice(("oval", "heart"))), 5, -0.02)
            )
        head = bloom_parts(random, "flower" if random.random() < 0.8 else f"flower{i}", kind, random.uniform(0, 0.5))
        heads += placed(head, Frame.at(cx, cy, r, random.uniform(-25, 25)), 0.05 * (i + 1))
    return [backdrop(width, height), *parts, *heads]


def _bed(random: Random, width: float, height: float) -> list[Part]:
    """Flowers in a row with grass about their feet."""
    parts = [backdrop(width, height)]
    ground = height * random.uniform(0.86, 0.95)
    if random.random() < 0.6:
        parts.append(floor(random, width, height, ground - 0.05, Paint("ground.floor", "grass")))
    kind = "" if random.random() < 0.5 else str(random.choice(("tulip", "daisy", "sunflower", "poppy", "rose")))
    xs = np.linspace(0.14, width - 0.14, round(3.6 * width) + int(random.integers(0, 2)))
    for i, x in enumerate(random.permutation(xs)):
        size = random.uniform(0.6, 0.85) * min(1.0, ground)
        flower = flower_parts(random, f"flower{i}" if random.random() < 0.6 else "flower", kind)
        parts += placed(flower, Frame.at(float(x), ground, size, random.normal(0, 3), random.random() < 0.5), 0.02 * i)
    return [*parts, *_tufts(random, width, ground, 0.16, int(random.integers(4, 9)))]


def _tufts(random: Random, width: float, ground: float, size: float, count: int) -> list[Part]:
    parts: list[Part] = []
    for x in random.permutation(np.linspace(0.04, width - 0.04, count)):
        frame = Frame.at(float(x), ground + random.uniform(0, 0.04), size * random.uniform(0.8, 1.3))
        parts += with_weights(placed(grass_tuft_parts(random, "grass"), frame, 0.2), 0.8)
    return parts


def _grove(random: Random, width: float, height: float) -> list[Part]:
    """One large tree or a few at different distances, on a hill, with bushes."""
    horizon = height * random.uniform(0.62, 0.85)
    shades = []
    trees: list[tuple[float, list[Part]]] = []
    count = int(random.choice((1, 2, 3), p=(0.5, 0.25, 0.25)))
    for i in range(count):
        foot = horizon + random.uniform(0.02, height * 0.96 - horizon) if i else height * random.uniform(0.86, 0.94)
        tall = (
            (foot - 0.04)
            if i == 0
            else (0.35 + 0.5 * (foot - horizon) / (height - horizon + 1e-6)) * random.uniform(0.8, 1.1)
        )
        x = width * (
            random.uniform(0.35, 0.65)
            if i == 0
            else random.choice((random.uniform(0.08, 0.3), random.uniform(0.7, 0.92)))
        )
        frame = Frame.at(float(x), foot, tall, 0.0, random.random() < 0.5)
        shades.append(contact_shadow((float(x) - tall * 0.2, 0.0, float(x) + tall * 0.25, foot), 0.03 * tall + 0.005))
        trees.append((foot, with_weights(placed(tree_parts(random, f"tree{i}"), frame), 0.6 + 0.4 * tall)))
    for i in range(int(random.integers(0, 3))):
        foot, size = height * random.uniform(0.84, 0.98), random.uniform(0.12, 0.2)
        frame = Frame.at(width * random.uniform(0.05, 0.95), foot, size)
        trees.append((foot, with_weights(placed(bush_parts(random, f"bush{i}"), frame, 0.1), 0.8)))
    sky = Paint("sky.clear", "sky") if random.random() < 0.4 else Paint("ground.plain", "backdrop")
    back = backdrop(width, height)
    parts = [Part("sky", sky, back.rings, form=back.form, depth=-0.6)]
    parts.append(floor(random, width, height, horizon, Paint("ground.floor", "grass"), shades))
    for i, (_, thing) in enumerate(sorted(trees, key=lambda t: t[0])):
        parts += placed(thing, Frame.at(0, 0), 0.05 * i - 0.2)
    return [*parts, *_tufts(random, width, height * 0.95, 0.09, int(random.integers(2, 6)))]


def _undergrowth(random: Random, width: float, height: float) -> list[Part]:
    """Mushrooms of one family among grass."""
    parts = [backdrop(width, height)]
    ground = height * random.uniform(0.84, 0.92)
    parts.append(
        floor(random, width, height, ground - 0.1, Paint("ground.floor", str(random.choice(("grass", "earth")))))
    )
    for i, (x, size) in enumerate(((0.3, 0.45), (0.72, 0.38), (0.5, 0.68))[: int(random.integers(2, 4))]):
        frame = Frame.at(
            x * width, ground + 0.02 * i, size * random.uniform(0.9, 1.1), random.normal(0, 5), random.random() < 0.5
        )
        parts += placed(mushroom_parts(random, f"mushroom{i % 2}"), frame, 0.04 * i)
    return [*parts, *_tufts(random, width, ground + 0.05, 0.16, int(random.integers(4, 8)))]


def _specimens(random: Random, width: float, height: float) -> list[Part]:
    """Species side by side, as on a page of a flora."""
    rows = int(random.integers(1, 4))
    columns = max(2, round(width / height * rows))
    parts = [backdrop(width, height)]
    makers = {**GROWING, "tree": tree_parts, "potted": potted_parts, "bloom": bloom_parts}
    names = list(makers)
    same = names[random.integers(len(names))] if random.random() < 0.4 else ""
    w, h = width / columns, height / rows
    for i in range(rows * columns):
        row, column = divmod(i, columns)
        make = makers[same or names[random.integers(len(names))]]
        m = min(w, h) * 0.09
        box = (column * w + m, row * h + m, (column + 1) * w - m, (row + 1) * h - m)
        parts += with_weights(fitted(make(random, f"plant{i}"), box, random), 0.75)
    return parts
