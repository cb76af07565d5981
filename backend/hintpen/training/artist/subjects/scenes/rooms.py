"""Rooms in one- and two-point perspective: bedrooms, living rooms, kitchens, studies, classes."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.records import Paint, Part, Random, Scene, canvas_ring
from hintpen.training.artist.subjects.camera import Camera
from hintpen.training.artist.subjects.drafting import FLAT, choose_hand
from hintpen.training.artist.subjects.plants import flower_parts, shrub_parts
from hintpen.training.artist.subjects.scenes import furniture, walls
from hintpen.training.artist.subjects.scenes.walls import Board, Hall
from hintpen.training.artist.subjects.solids import Detail, Face, Solid
from hintpen.training.artist.subjects.stage import Stage

Placed = tuple[list[Solid], float, tuple[float, float, float]]
"""A thing, how far it is turned, and where it stands."""


def room(random: Random, width: float, height: float) -> Scene:
    """A furnished room."""
    return Scene("scene.room", width, height, tuple(room_parts(random, width, height)), pen_scale=0.62)


def room_parts(random: Random, width: float, height: float, furnished: bool = True) -> list[Part]:
    """A room's parts from back to front; depths from about 0 down to -0.4."""
    hall = Hall(random.uniform(1.6, 2.8), -1.0, random.uniform(4.2, 6.0), random.uniform(2.4, 2.9))
    stage = Stage(_viewpoint(random, width, height, hall), choose_hand(random), random)
    plaster = Paint("room.wall", "plaster")
    floor = Paint("room.floor", str(random.choice(("wood", "tile", "cloth"), p=(0.6, 0.2, 0.2))))
    ceiling = Paint("room.ceiling", "plaster", "room.wall")
    things = _furnish(random, hall) if furnished else []
    stage.parts.append(
        Part("room.wall", plaster, (canvas_ring(width, height),), form=FLAT, depth=stage.camera.depth(12))
    )
    _build(stage, hall, _dressed_walls(random, hall), things, (plaster, floor, ceiling))
    if random.random() < 0.4:
        stage.parts += stage.solid(_rug(random, hall), stage.camera.depth(hall.far + 3) + 0.004)
    for solids, turn, at in sorted(things, key=lambda thing: -stage.camera.distance(np.array([thing[2]]))):
        stage.add(solids, turn, at)
        if solids[0].name == "thing.pot":
            plant = shrub_parts(random, "houseplant") if random.random() < 0.6 else flower_parts(random, "houseplant")
            stage.sprite(plant, (at[0], 0.3, at[2]), random.uniform(0.5, 0.9))
    return stage.parts


def _viewpoint(random: Random, width: float, height: float, hall: Hall) -> Camera:
    """Straight on with one vanishing point, or into a corner with two."""
    corner = random.random() < 0.5
    yaw = random.choice((-1, 1)) * random.uniform(22, 42) if corner else random.uniform(-3, 3)
    x = -np.sign(yaw) * hall.half * random.uniform(0.3, 0.7) if corner else random.uniform(-0.4, 0.4) * hall.half
    return Camera(
        (float(x), random.uniform(1.1, 1.7), random.uniform(-0.6, 0.2)),
        float(yaw),
        random.uniform(0, 10),
        random.uniform(0.75, 1.05),
        (width / 2, height * random.uniform(0.42, 0.5)),
        (width, height),
        reach=3.5,
    )


def _build(
    stage: Stage, hall: Hall, on: dict[str, list[Detail]], things: list[Placed], paints: tuple[Paint, Paint, Paint]
) -> None:
    """The shell, the floor last, with the shadows of what stands on it."""
    *sides, floor = walls.shell(hall, on, stage.random, *paints)
    lowest = stage.camera.depth(hall.far + 3) + stage.shift
    for solid in sides:
        stage.parts += stage.solid(solid, lowest + 0.02)
    ground = stage.solid(floor, lowest)
    for i, part in enumerate(ground):
        if part.name == floor.name:
            marks = [mark for solids, turn, at in things for mark in stage.footprint(solids, turn, at)]
            ground[i] = Part(
                part.name, part.paint, part.rings, part.strokes, (*part.marks, *marks), part.form, part.depth
            )
    stage.parts += ground


def _rug(random: Random, hall: Hall) -> Solid:
    w, d = hall.half * random.uniform(0.4, 0.65), random.uniform(0.6, 1.0)
    z = hall.far * random.uniform(0.45, 0.6)
    if random.random() < 0.4:
        a = np.arange(36) * 2 * np.pi / 36
        ring = np.stack([w * np.cos(a), np.full(36, 0.005), z + d * np.sin(a)], 1)
        return Solid("room.rug", Paint("rug.field", "cloth"), (Face(ring, only_front=False),), weight=0.8)
    k = np.array([(-w, 0.005, z - d), (w, 0.005, z - d), (w, 0.005, z + d), (-w, 0.005, z + d)])
    inner = Detail("room.rug.field", Paint("rug.inner", "cloth", "rug.field"), (walls.rectangle(0.08, 0.1, 0.92, 0.9),))
    return Solid("room.rug", Paint("rug.field", "cloth"), (Face(k, (inner,), only_front=False),), weight=0.8)


def _dressed_walls(random: Random, hall: Hall) -> dict[str, list[Detail]]:
    """What is on the walls: paneling, then a window, a door, pictures and boards in places of their own."""
    dressed: dict[str, list[Detail]] = {}
    window_on = str(random.choice(("back", "left", "right")))
    for side in ("back", "left", "right"):
        board = Board(2 * hall.half if side == "back" else hall.far - hall.near, hall.high)
        details = walls.paneling(board, random)
        details.append(walls.skirting(board))
        # On side walls only what is a good way off is seen: the left one ends at the back, the right one begins there.
        start, end = {
            "back": (0.3, board.long - 0.3),
            "left": (2.4, board.long - 0.4),
            "right": (0.4, board.long - 2.4),
        }[side]
        x = start
        while x < end - 0.8:
            what = random.integers(5)
            if what == 0 or (side == window_on and what < 3):
                wide = min(end - x, random.uniform(1.0, 2.0))
                details += walls.window(board, x + wide / 2, wide * 0.8, random)
                x += wide + 0.3
            elif what == 1:
                details += walls.door(board, x + 0.55, random)
                x += 1.3
            elif what == 2:
                details += walls.shelf_board(board, x + 0.6, random.uniform(1.4, 1.6), random)
                x += 1.4
            else:
                details += walls.picture(board, x + 0.4, random.uniform(1.5, 1.75), random)
                x += random.uniform(0.9, 1.5)
        dressed[side] = details
    return dressed


def _furnish(random: Random, hall: Hall) -> list[Placed]:
    """Furniture along the walls, and something in the middle; the fronts look into the room."""
    a, far = hall.half, hall.far
    things: list[Placed] = []
    large = (furniture.bed, furniture.sofa, furniture.desk, furniture.television, furniture.wardrobe)
    tall = (
        furniture.bookcase,
        furniture.wardrobe,
        furniture.desk,
        furniture.floor_lamp,
        furniture.pot,
        furniture.crate,
    )

    def choose(makers: tuple[object, ...], count: int) -> list[int]:
        return random.permutation(len(makers))[:count].tolist()

    first, second = choose(large, 2)
    for slot, i in enumerate((first, second)):
        maker = large[i]
        if slot == 0:
            deep = 1.15 if maker is furniture.bed else 0.5
            x = random.uniform(-0.4, 0.4) * a
            things.append((maker(random), 0.0, (x, 0, far - deep)))
            if maker is furniture.desk:
                things.append((furniture.chair(random), random.uniform(150, 210), (x, 0, far - 1.25)))
        else:
            s = float(random.choice((-1, 1)))
            if maker is furniture.bed:
                things.append((maker(random), 0.0, (s * (a - 0.8), 0, random.uniform(2.6, far - 1.2))))
            else:
                things.append((maker(random), s * 90.0, (s * (a - 0.45), 0, random.uniform(2.4, far - 1.6))))
    taken = things[0][2][0]
    for s, i in zip((-1.0, 1.0), choose(tall, 2), strict=True):
        x = s * (a - 0.55)
        if abs(x - taken) > 1.3:
            things.append((tall[i](random, f"corner{i}"), 0.0, (x, 0, far - 0.45)))
    if random.random() < 0.6 and large[first] is not furniture.bed:
        z = random.uniform(2.2, far - 2.0)
        low = random.random() < 0.4
        things.append((furniture.table(random, "table", low), random.uniform(-8, 8), (0.0, 0, z)))
        if not low:
            for x, dz, turn in ((-0.6, 0.1, 90.0), (0.15, 0.75, 0.0), (0.7, 0.0, -90.0)):
                if random.random() < 0.7:
                    things.append((furniture.chair(random), turn + random.uniform(-20, 20), (x * 1.5, 0, z + dz)))
    if random.random() < 0.5:
        s = float(random.choice((-1, 1)))
        things.append((furniture.pot(random), 0.0, (s * (a - 0.4), 0, random.uniform(1.8, 3.0))))
    return things


def classroom(random: Random, width: float, height: float) -> Scene:
    """A class with desks in rows."""
    return Scene("scene.class", width, height, tuple(classroom_parts(random, width, height)), pen_scale=0.58)


def classroom_parts(random: Random, width: float, height: float) -> list[Part]:
    """The class seen from behind its desks, or along its windows."""
    hall = Hall(3.2, -1.0, 7.5, 2.9)
    yaw = random.uniform(-22, 22)
    camera = Camera(
        (random.uniform(-1.2, 1.2), random.uniform(1.2, 1.7), -0.3),
        float(yaw),
        random.uniform(2, 9),
        random.uniform(0.75, 1.0),
        (width / 2, height * 0.45),
        (width, height),
        reach=3.5,
    )
    stage = Stage(camera, choose_hand(random), random)
    plaster = Paint("room.wall", "plaster")
    back, side = Board(2 * hall.half, hall.high), Board(hall.far - hall.near, hall.high)
    s = "left" if random.random() < 0.5 else "right"
    other = "right" if s == "left" else "left"
    chalk = tuple(
        back.line(*[(2.0 + 0.05 * i, y + random.uniform(-0.03, 0.05)) for i in range(int(random.integers(5, 30)))])
        for y in (1.9, 1.65, 1.4)
    )
    slate = Paint("board.slate", "paint")
    blackboard = [
        Detail("room.board.frame", Paint("board.frame", "wood"), (back.box(1.2, 0.85, 5.2, 2.25),), weight=0.8),
        Detail("room.board", slate, (back.box(1.26, 0.91, 5.14, 2.19),), chalk),
    ]
    view = Paint("window.view", "sky")
    rows = [
        d
        for i in range(3)
        for d in walls.window(side, 2.6 + 1.9 * i if s == "left" else 1.2 + 1.9 * i, 1.5, random, view)
    ]
    dressed = {
        "back": [walls.skirting(back), *blackboard, *walls.picture(back, 5.7, 1.9, random)],
        s: [walls.skirting(side), *rows],
        other: [walls.skirting(side), *walls.door(side, 7.4 if other == "left" else 1.0, random)],
    }
    things: list[Placed] = []
    for z in (5.4, 3.9, 2.4):
        for x in (-2.1, -0.7, 0.7, 2.1):
            if random.random() < 0.9:
                things.append((_school_desk(), random.uniform(-3, 3), (x, 0, z)))
                things.append((_school_chair(), 180 + random.uniform(-12, 12), (x, 0, z - 0.5)))
    stage.parts.append(Part("room.wall", plaster, (canvas_ring(width, height),), form=FLAT, depth=camera.depth(12)))
    _build(
        stage,
        hall,
        dressed,
        things,
        (plaster, Paint("room.floor", "wood"), Paint("room.ceiling", "plaster", "room.wall")),
    )
    for solids, turn, at in sorted(things, key=lambda thing: -camera.distance(np.array([thing[2]]))):
        stage.add(solids, turn, at)
    return stage.parts


def _school_desk() -> list[Solid]:
    wood, steel = Paint("desks.wood", "wood"), Paint("desks.steel", "metal")
    legs = [
        furniture.box("furniture.desk.leg", steel, (x, 0, z), (x + 0.03, 0.66, z + 0.03), weight=0.7)
        for x in (-0.3, 0.27)
        for z in (-0.2, 0.17)
    ]
    tray = furniture.box("furniture.desk.tray", steel, (-0.28, 0.56, -0.19), (0.28, 0.68, 0.19))
    return [*legs, tray, furniture.box("furniture.desk.top", wood, (-0.34, 0.68, -0.24), (0.34, 0.71, 0.24))]


def _school_chair() -> list[Solid]:
    wood, steel = Paint("desks.seat", "wood", "desks.wood"), Paint("desks.steel", "metal")
    legs = [
        furniture.box("furniture.chair.leg", steel, (x, 0, z), (x + 0.025, h, z + 0.025), weight=0.7)
        for x in (-0.18, 0.155)
        for z, h in ((-0.18, 0.42), (0.155, 0.78))
    ]
    seat = furniture.box("furniture.chair.seat", wood, (-0.2, 0.42, -0.2), (0.2, 0.445, 0.15))
    return [*legs, seat, furniture.box("furniture.chair.back", wood, (-0.2, 0.6, 0.15), (0.2, 0.8, 0.18))]
