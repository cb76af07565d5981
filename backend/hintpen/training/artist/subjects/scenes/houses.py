"""Buildings as solids in meters: houses, shops, blocks and towers; they stand on y = 0, their front toward least z."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.records import Paint, Random
from hintpen.training.artist.subjects.scenes.walls import Board, bricks
from hintpen.training.artist.subjects.solids import Detail, Face, Solid, box, cylinder, prism, rectangle

Maker = Callable[[Random, str], list[Solid]]


def pane(board: Board, x: float, y: float, w: float, h: float, thing: str, random: Random, style: int) -> list[Detail]:
    """A window of a house with its lower left corner at (x, y) meters."""
    frame, glass = Paint(f"{thing}.frame", "paint"), Paint(f"{thing}.glass", "glass")
    gleam = board.line((x + 0.1 * w, y + h), (x + 0.4 * w, y + h), (x + 0.2 * w, y), (x - 0.1 * w, y))
    cross = [(board.line((x + w / 2, y), (x + w / 2, y + h)))]
    if style != 1:
        cross.append(board.line((x, y + h * 0.55), (x + w, y + h * 0.55)))
    e = 0.12
    details = [
        Detail("window.frame", frame, (board.box(x - e, y - e, x + w + e, y + h + e),), weight=0.6),
        Detail("window.pane", glass, (board.box(x, y, x + w, y + h),), tuple(cross), shines=(gleam,), weight=0.5),
    ]
    if style == 2:
        shutter = Paint(f"{thing}.shutter", "paint")
        for a in (x - e - w * 0.45, x + w + e):
            slats = tuple(board.line((a, v), (a + w * 0.45, v)) for v in np.linspace(y, y + h, 6)[1:-1])
            details.append(
                Detail("window.shutter", shutter, (board.box(a, y - e, a + w * 0.45, y + h + e),), slats, weight=0.5)
            )
    if style == 3:
        details.append(Detail("window.sill", frame, (board.box(x - 0.2, y - 0.25, x + w + 0.2, y - 0.1),)))
    return details


def _floors(board: Board, floors: int, start: int, thing: str, random: Random) -> list[Detail]:
    """Windows on each floor from `start` on, of one kind for the house."""
    style, n = int(random.integers(4)), max(1, int(board.long / random.uniform(2.0, 2.8)))
    pitch, w = board.long / n, random.uniform(0.8, 1.1)
    details: list[Detail] = []
    for floor in range(start, floors):
        for i in range(n):
            if random.random() < 0.92:
                details += pane(board, (i + 0.5) * pitch - w / 2, floor * 2.8 + 0.95, w, 1.3, thing, random, style)
    return details


def _door(board: Board, x: float, thing: str, random: Random) -> list[Detail]:
    wood, frame = Paint(f"{thing}.door", "wood"), Paint(f"{thing}.frame", "paint")
    knob = Detail("door.knob", Paint(f"{thing}.knob", "metal"), (board.disc(x + 0.35, 1.0, 0.06),), weight=0.4)
    light = Detail(
        "door.light", Paint(f"{thing}.glass", "glass"), (board.box(x - 0.25, 1.35, x + 0.25, 1.85),), weight=0.5
    )
    return [
        Detail("door.frame", frame, (board.box(x - 0.62, 0, x + 0.62, 2.25),), weight=0.6),
        Detail("door", wood, (board.box(x - 0.5, 0, x + 0.5, 2.12),), weight=0.6),
        knob,
        *([light] if random.random() < 0.6 else []),
    ]


def _wall_texture(board: Board, random: Random) -> list[Detail]:
    style = random.integers(4)
    if style == 0:
        return [Detail(lines=tuple(bricks(board, random, 7)), weight=0.35)]
    if style == 1:
        levels = np.arange(0.3, board.high, 0.25)
        lines = []
        for y in levels[random.random(len(levels)) < 0.5]:
            a = random.uniform(0, board.long * 0.7)
            lines.append(board.line((a, y), (min(board.long, a + random.uniform(0.5, 3)), y)))
        return [Detail(lines=tuple(lines), weight=0.35)]
    return []


def _tiles(random: Random, rows: int) -> list[Detail]:
    """Rows of roof tiles: whole lines at the eaves, patches above."""
    lines = [np.array([(0, 0.06), (1, 0.06)])]
    for v in np.linspace(0.15, 0.92, rows):
        if random.random() < 0.65:
            a = random.uniform(0, 0.5)
            lines.append(np.array([(a, v), (a + random.uniform(0.2, 0.5), v)]))
        for u in random.uniform(0, 1, int(random.integers(0, 5))):
            lines.append(np.array([(u, v), (u, v + 0.07)]))
    return [Detail(lines=tuple(lines), weight=0.4)]


def house(random: Random, thing: str) -> list[Solid]:
    """A house with a pitched roof, a door, windows, perhaps a chimney and a porch."""
    w, d, floors = random.uniform(5, 8), random.uniform(5, 8), int(random.integers(1, 4))
    h = floors * 2.8 + random.uniform(0.0, 0.6)
    wall = Paint(f"{thing}.wall", str(random.choice(("plaster", "brick", "wood", "paint"), p=(0.5, 0.15, 0.15, 0.2))))
    roof = Paint(f"{thing}.roof", str(random.choice(("brick", "paint", "stone"))))
    front, side = Board(w, h), Board(d, h)
    at = w * random.choice((0.25, 0.5, 0.72))
    ground = [x for x in pane_places(w, at)]
    style = int(random.integers(4))
    details = {
        "front": [
            *_wall_texture(front, random),
            *_door(front, at, thing, random),
            *(p for x in ground for p in pane(front, x, 0.95, 1.0, 1.2, thing, random, style)),
            *_floors(front, floors, 1, thing, random),
        ],
        "left": _wall_texture(side, random) + _floors(side, floors, 0, thing, random),
        "right": _floors(side, floors, 0, thing, random),
    }
    solids = [box("building.house", wall, (-w / 2, 0, -d / 2), (w / 2, h, d / 2), details)]
    solids += _pitched(random, thing, w, d, h, roof, wall)
    if random.random() < 0.4:
        s = -w / 2 + at
        solids.append(
            prism("building.porch", roof, [(-d / 2 - 1.1, 2.4), (-d / 2, 2.4), (-d / 2, 3.0)], s - 1.0, s + 1.0, "x")
        )
        solids.append(
            box("building.step", Paint("street.curb", "stone"), (s - 0.9, 0, -d / 2 - 0.9), (s + 0.9, 0.18, -d / 2))
        )
    return solids


def pane_places(w: float, door: float) -> list[float]:
    """Where windows fit beside a door on the ground floor."""
    return [x for x in np.arange(0.6, w - 1.4, 1.9).tolist() if abs(x + 0.5 - door) > 1.3]


def _pitched(random: Random, thing: str, w: float, d: float, h: float, roof: Paint, wall: Paint) -> list[Solid]:
    """A roof with its ridge along the street or across it, and a chimney."""
    rise, over = random.uniform(1.4, 2.8), 0.35
    rows = int(random.integers(5, 9))
    if random.random() < 0.5:
        outline = [(-d / 2 - over, h), (d / 2 + over, h), (0, h + rise)]
        slopes = {i: _tiles(random, rows) for i in (1, 2)}
        top = prism("building.roof", roof, outline, -w / 2 - over, w / 2 + over, "x", slopes, {-1: wall, -2: wall})
        chimney = (random.uniform(-0.35, 0.35) * w, h + rise * 0.2, d * 0.2)
    else:
        outline = [(-w / 2 - over, h), (w / 2 + over, h), (0, h + rise)]
        slopes = {i: _tiles(random, rows) for i in (1, 2)}
        top = prism("building.roof", roof, outline, -d / 2 - over, d / 2 + over, "z", slopes, {-1: wall, -2: wall})
        chimney = (w * 0.22, h + rise * 0.2, random.uniform(-0.3, 0.3) * d)
    solids = [top]
    if random.random() < 0.6:
        x, y, z = chimney
        brick = Paint(f"{thing}.chimney", "brick")
        solids.append(box("building.chimney", brick, (x - 0.3, y, z - 0.3), (x + 0.3, h + rise + 0.5, z + 0.3)))
        solids.append(
            box("building.chimney", brick, (x - 0.38, h + rise + 0.5, z - 0.38), (x + 0.38, h + rise + 0.65, z + 0.38))
        )
    return solids


def scribbles(board: Board, left: float, right: float, y: float, high: float, random: Random) -> tuple[np.ndarray, ...]:
    """Lettering that says nothing: a few signs of strokes."""
    n = max(2, int((right - left) / (high * 1.1)))
    lines = []
    for i in range(n):
        x = left + (i + 0.15) * (right - left) / n
        s = (right - left) / n * 0.7
        for _ in range(int(random.integers(2, 5))):
            a, b = random.uniform((x, y), (x + s, y + high), (2, 2))
            lines.append(board.line((a[0], a[1]), (b[0], b[1]) if random.random() < 0.5 else (a[0], b[1])))
    return tuple(lines)


def shop(random: Random, thing: str) -> list[Solid]:
    """A shop with a large window, an awning, a sign, and floors above."""
    w, d, floors = random.uniform(4.5, 7.5), random.uniform(6, 8), int(random.integers(1, 4))
    h = 3.4 + (floors - 1) * 2.8 + 0.5
    wall = Paint(f"{thing}.wall", str(random.choice(("plaster", "brick", "paint"))))
    front, side = Board(w, h), Board(d, h)
    glass, sign = Paint(f"{thing}.glass", "glass"), Paint(f"{thing}.sign", "paint")
    at = w * random.choice((0.2, 0.8))
    a, b = (0.5, at - 0.9) if at > w / 2 else (at + 0.9, w - 0.5)
    split = tuple(front.line((x, 0.5), (x, 2.4)) for x in np.linspace(a, b, int(random.integers(2, 5)))[1:-1])
    gleam = front.line((a + 0.3, 2.4), (a + 0.9, 2.4), (a + 0.4, 0.5), (a - 0.2, 0.5))
    details = {
        "front": [
            *_door(front, at, thing, random),
            Detail("window.shop", glass, (front.box(a, 0.5, b, 2.4),), split, shines=(gleam,)),
            Detail(
                "sign", sign, (front.box(0.3, 2.7, w - 0.3, 3.4),), scribbles(front, 0.6, w - 0.6, 2.82, 0.45, random)
            ),
            *_upper(front, floors, thing, random),
        ],
        "left": _floors(side, floors, 1, thing, random),
        "right": _floors(side, floors, 1, thing, random),
    }
    solids = [box("building.shop", wall, (-w / 2, 0, -d / 2), (w / 2, h, d / 2), details)]
    if random.random() < 0.7:
        cloth, second = Paint(f"{thing}.awning", "cloth"), Paint(f"{thing}.stripe", "cloth")
        n = int(random.integers(4, 9))
        stripes = [
            Detail(
                "building.awning", second, tuple(rectangle(i / n, 0, (i + 0.5) / n, 1) for i in range(n)), weight=0.5
            )
        ]
        z = -d / 2
        outline = [(z, 2.75), (z - 1.1, 2.3), (z - 1.1, 2.2), (z, 2.6)]
        solids.append(prism("building.awning", cloth, outline, -w / 2 + 0.3, w / 2 - 0.3, "x", {0: stripes}))
    if random.random() < 0.5:
        board = Board(0.8, 2.2)
        marks = [Detail(lines=scribbles(board, 0.1, 0.7, 0.15, 1.9, random))]
        plate = box(
            "sign",
            Paint(f"{thing}.plate", "paint"),
            (w / 2 - 0.5, 3.7, -d / 2 - 0.9),
            (w / 2 - 0.4, 5.6, -d / 2 - 0.1),
            {"left": marks, "right": marks},
        )
        if h > 5.6:
            solids.append(plate)
    over = 0.15
    solids.append(
        box("building.cornice", wall, (-w / 2 - over, h, -d / 2 - over), (w / 2 + over, h + 0.3, d / 2 + over))
    )
    return solids


def _upper(front: Board, floors: int, thing: str, random: Random) -> list[Detail]:
    style, n = int(random.integers(4)), max(1, int(front.long / 2.3))
    pitch = front.long / n
    return [
        p
        for floor in range(1, floors)
        for i in range(n)
        for p in pane(front, (i + 0.5) * pitch - 0.45, 3.9 + (floor - 1) * 2.8, 0.9, 1.3, thing, random, style)
    ]


def block(random: Random, thing: str) -> list[Solid]:
    """A block of flats or offices with a flat roof: its windows in bands or in a grid."""
    w, d, floors = random.uniform(6, 11), random.uniform(6, 10), int(random.integers(4, 9))
    h = floors * 3.0 + 0.6
    wall, glass = Paint(f"{thing}.wall", "plaster"), Paint(f"{thing}.glass", "glass")
    band = random.random() < 0.4

    def sheet(board: Board) -> list[Detail]:
        rings = []
        for floor in range(floors):
            y = floor * 3.0 + 1.1
            if band:
                rings.append(board.box(0.4, y, board.long - 0.4, y + 1.5))
                continue
            n = max(2, int(board.long / 1.9))
            rings += [board.box((i + 0.22) * board.long / n, y, (i + 0.78) * board.long / n, y + 1.4) for i in range(n)]
        posts = tuple(board.line((x, 1.1), (x, h - 1.0)) for x in np.arange(1.6, board.long - 0.5, 1.6)) if band else ()
        return [
            Detail("window.pane", glass, tuple(rings), weight=0.5),
            Detail(lines=posts if random.random() < 0.5 else ()),
        ]

    details = {"front": sheet(Board(w, h)), "left": sheet(Board(d, h)), "right": []}
    details["right"] = details["left"]
    tank = Paint(f"{thing}.tank", "metal")
    return [
        box("building.block", wall, (-w / 2, 0, -d / 2), (w / 2, h, d / 2), details),
        box("building.parapet", wall, (-w / 2 - 0.1, h, -d / 2 - 0.1), (w / 2 + 0.1, h + 0.5, d / 2 + 0.1)),
        cylinder("building.tank", tank, (w * 0.2, h + 0.5, 0), 1.6, 0.9, 0.9),
    ]


def pole(height: float) -> list[Solid]:
    """A wooden pole with crossbars and a transformer, for wires."""
    wood, steel = Paint("street.pole", "wood"), Paint("street.steel", "metal")
    return [
        box("street.pole", wood, (-0.12, 0, -0.12), (0.12, height, 0.12), weight=0.8),
        box("street.crossbar", steel, (-0.9, height - 0.6, -0.22), (0.9, height - 0.48, -0.12), weight=0.7),
        box("street.crossbar", steel, (-0.7, height - 1.3, -0.22), (0.7, height - 1.18, -0.12), weight=0.7),
        cylinder("street.transformer", steel, (0.35, height - 2.5, 0), 0.8, 0.22, weight=0.7),
    ]


def street_lamp(random: Random) -> list[Solid]:
    """A lamp post."""
    steel, light = Paint("street.lamp", "metal"), Paint("street.light", "glass")
    h = random.uniform(3.4, 4.4)
    return [
        cylinder("street.lamp.foot", steel, (0, 0, 0), 0.5, 0.16, 0.1),
        cylinder("street.lamp.post", steel, (0, 0.5, 0), h - 0.5, 0.06),
        cylinder("street.lamp.light", light, (0, h, 0), 0.5, 0.14, 0.24),
        cylinder("street.lamp.cap", steel, (0, h + 0.5, 0), 0.22, 0.3, 0.03),
    ]


def fence(length: float, random: Random) -> list[Solid]:
    """A fence or wall along x, beginning at 0."""
    style = random.integers(3)
    if style == 0:
        board = Board(length, 1.5)
        wall = Paint("street.wall", str(random.choice(("plaster", "brick", "stone"))))
        return [
            box(
                "street.wall",
                wall,
                (0, 0, -0.1),
                (length, 1.5, 0.1),
                {"front": [Detail(lines=tuple(bricks(board, random, 4)), weight=0.4)]},
            ),
            box("street.wall.cap", wall, (-0.05, 1.5, -0.15), (length, 1.62, 0.15)),
        ]
    wood = Paint("street.fence", "wood" if style == 1 else "paint")
    n = int(length / 0.45)
    tips = 0.12 if style == 1 else 0.0
    pickets = []
    for i in range(n):
        x = i * 0.45
        k = np.array(
            [
                (x, 0, -0.06),
                (x + 0.26, 0, -0.06),
                (x + 0.26, 1.0, -0.06),
                (x + 0.13, 1.0 + tips, -0.06),
                (x, 1.0, -0.06),
            ]
        )
        pickets.append(Solid("street.fence", wood, (Face(k, only_front=False),), weight=0.7))
    rails = [box("street.fence.rail", wood, (0, y, -0.04), (length, y + 0.1, 0.0), weight=0.7) for y in (0.3, 0.75)]
    return [*rails, *pickets]
