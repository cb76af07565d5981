"""Things in a picture: one alone, a few as a still life on a table, a shop full of potions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from hintpen.training.artist.curves import ellipse
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Scene, Stroke, canvas_ring, placed
from hintpen.training.artist.subjects.camera import Camera
from hintpen.training.artist.subjects.drafting import FLAT, board, box_corners, choose_hand
from hintpen.training.artist.subjects.scenes import furniture
from hintpen.training.artist.subjects.scenes.backdrop import backdrop
from hintpen.training.artist.subjects.scenes.settings import book_row, curtain
from hintpen.training.artist.subjects.solids import Solid
from hintpen.training.artist.subjects.stage import Stage
from hintpen.training.artist.subjects.staging import fitted, with_weights
from hintpen.training.artist.subjects.things import tools, toys, vessels

Maker = Callable[[Random, str], list[Part]]

VESSELS: tuple[Maker, ...] = (
    vessels.vase,
    vessels.bottle,
    vessels.cup,
    vessels.teapot,
    vessels.jar,
    vessels.flask,
    vessels.candle,
)
TOOLS: tuple[Maker, ...] = (
    tools.clock,
    tools.camera,
    tools.guitar,
    tools.sword,
    tools.umbrella,
    toys.shoe,
    toys.bag,
    toys.teddy,
    toys.ball,
    toys.chest,
    tools.lantern,
    toys.crystal,
)
SOLID: tuple[Callable[[Random], Sequence[Solid]], ...] = (
    furniture.chair,
    furniture.desk,
    furniture.sofa,
    furniture.bed,
    furniture.bookcase,
    furniture.wardrobe,
    furniture.floor_lamp,
    furniture.table,
    furniture.television,
)


def thing(random: Random, width: float, height: float) -> Scene:
    """One thing alone, large."""
    ground = _ground(random, width, height)
    if random.random() < 0.35:
        return Scene("thing", width, height, (*ground, *_piece(random, width, height)), pen_scale=0.9)
    made = (*TOOLS, *VESSELS)[int(random.integers(len(TOOLS) + len(VESSELS)))](random, "thing")
    m = random.uniform(0.06, 0.16)
    turn = random.uniform(-12, 12) if random.random() < 0.5 else 0.0
    parts = fitted(made, (m, m, width - m, height - m), random, turn)
    return Scene("thing", width, height, (*ground, *parts), pen_scale=0.95)


def _ground(random: Random, width: float, height: float) -> list[Part]:
    kind = str(random.choice(("bare", "plain", "two-tone", "pattern", "frame"), p=(0.4, 0.35, 0.12, 0.06, 0.07)))
    return backdrop(random, width, height, kind)


def _piece(random: Random, width: float, height: float) -> list[Part]:
    """A piece of furniture seen over its corner."""
    solids = SOLID[int(random.integers(len(SOLID)))](random)
    points = np.concatenate([solid.points for solid in solids])
    size = float(np.linalg.norm(np.ptp(points, 0)))
    middle = (points.min(0) + points.max(0)) / 2
    away = size * random.uniform(1.5, 2.2)
    camera = Camera(
        (float(middle[0]), float(middle[1]) + away * random.uniform(0.15, 0.45), -away),
        0.0,
        float(np.degrees(np.arctan(random.uniform(0.15, 0.4)))),
        0.8 * away / size,
        (width / 2, height / 2),
        (width, height),
        9.0,
    )
    stage = Stage(camera, choose_hand(random), random)
    stage.add(solids, random.choice((-1, 1)) * random.uniform(18, 50))
    m = random.uniform(0.06, 0.14)
    return fitted(stage.parts, (m, m, width - m, height - m), random)


def still_life(random: Random, width: float, height: float) -> Scene:
    """A few vessels and things on a table."""
    parts = backdrop(
        random,
        width,
        height,
        str(random.choice(("plain", "two-tone", "window", "bare", "pattern"), p=(0.4, 0.2, 0.25, 0.05, 0.1))),
    )
    edge = height * random.uniform(0.6, 0.74)
    hand = choose_hand(random)
    cloth = Paint("table.top", str(random.choice(("wood", "cloth"))))
    n = int(random.integers(3, 7))
    xs = (np.arange(n) + random.uniform(0.2, 0.8, n)) / n * width * 0.9 + 0.05 * width
    feet = edge + random.uniform(0.06, 0.26, n)
    order = np.argsort(feet)
    shadows = [
        Mark(MarkKind.SHADE, ellipse(float(x) + 0.04, float(y), 0.13, 0.03, count=20), 0.8)
        for x, y in zip(xs, feet, strict=True)
    ]
    parts.append(
        board(
            "furniture.table",
            cloth,
            box_corners(-0.05, edge, width + 0.05, height + 0.05),
            hand,
            random,
            marks=shadows,
            depth=-0.4,
        )
    )
    makers = (*VESSELS, *VESSELS, toys.ball, tools.clock, tools.lantern, toys.teddy, tools.camera, toys.crystal)
    for rank, i in enumerate(order.tolist()):
        made = makers[int(random.integers(len(makers)))](random, f"thing{i}")
        size = random.uniform(0.22, 0.46) * (0.8 + 0.35 * rank / n)
        parts += placed(
            with_weights(made, 0.85),
            Frame.at(float(xs[i]), float(feet[i]), size, 0, random.random() < 0.5),
            -0.3 + 0.05 * rank,
        )
    return Scene("still life", width, height, tuple(parts), pen_scale=0.85)


def potion_shop(random: Random, width: float, height: float) -> Scene:
    """Shelves of flasks, jars, books and candles behind a counter."""
    wood, wall = Paint("shop.wood", "wood"), Paint("shop.wall", str(random.choice(("plaster", "stone", "brick"))))
    hand = choose_hand(random)
    parts = [Part("room.wall", wall, (canvas_ring(width, height),), form=FLAT, depth=-0.6)]
    rows, counter = int(random.integers(2, 4)), height * random.uniform(0.74, 0.84)
    makers = (
        vessels.flask,
        vessels.flask,
        vessels.flask,
        vessels.jar,
        vessels.bottle,
        vessels.candle,
        toys.crystal,
        vessels.vase,
    )
    pitch = counter / (rows + 0.15)
    for row in range(rows):
        y = pitch * (row + 0.95)
        parts.append(
            board(
                "furniture.shelf",
                wood,
                box_corners(-0.05, y, width + 0.05, y + 0.03),
                hand,
                random,
                depth=-0.5,
                weight=0.9,
            )
        )
        x = random.uniform(0.02, 0.1)
        while x < width - 0.05:
            if random.random() < 0.18:
                long = random.uniform(0.15, 0.3)
                parts += with_weights(book_row(x, x + long, y, pitch * 0.62, random, hand, -0.46, f"books{row}"), 0.8)
                x += long + 0.03
                continue
            made = makers[int(random.integers(len(makers)))](random, f"ware{row}{int(x * 9)}")
            size = pitch * random.uniform(0.5, 0.78)
            parts += placed(with_weights(made, 0.7), Frame.at(x + size * 0.3, y, size), -0.45)
            x += size * random.uniform(0.62, 0.95)
    top = [(-0.05, counter), (width + 0.05, counter), (width + 0.05, counter + 0.07), (-0.05, counter + 0.07)]
    parts.append(
        board(
            "furniture.counter.front",
            wood,
            box_corners(-0.05, counter + 0.05, width + 0.05, height + 0.05),
            hand,
            random,
            depth=-0.3,
            strokes=[
                Stroke(np.array([(x, counter + 0.05), (x, height + 0.05)]), 0.5, inside=True)
                for x in np.arange(0.1, width, 0.22)
            ],
        )
    )
    parts.append(board("furniture.counter", Paint("shop.counter", "wood", "shop.wood"), top, hand, random, depth=-0.28))
    for i, x in enumerate(random.uniform(0.1, width - 0.1, int(random.integers(1, 4))).tolist()):
        made = (vessels.candle, vessels.flask, tools.lantern, vessels.teapot)[int(random.integers(4))](
            random, f"front{i}"
        )
        parts += placed(made, Frame.at(x, counter + 0.05, random.uniform(0.24, 0.4)), -0.2)
    if random.random() < 0.5:
        x = 0.0 if random.random() < 0.5 else width
        s = 1 if x == 0 else -1
        inner_edge = np.array([(x + s * 0.16, -0.05), (x + s * 0.12, height * 0.4), (x + s * 0.03, height * 0.75)])
        outer = np.array([(x - s * 0.03, -0.05), (x - s * 0.03, height * 0.75)])
        parts.append(curtain("room.curtain", Paint("curtain.cloth", "cloth"), inner_edge, outer, random, -0.15))
    return Scene("scene.shop", width, height, tuple(parts), pen_scale=0.65)
