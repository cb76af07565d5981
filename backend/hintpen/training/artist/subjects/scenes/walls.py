"""The shell of a room: floor, walls and ceiling as faces seen from inside, with windows, doors, pictures and boards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import uneven
from hintpen.training.artist.records import Paint, Random
from hintpen.training.artist.subjects.solids import Detail, Face, Solid, disc, rectangle


@dataclass(frozen=True)
class Hall:
    """A room in meters: x from -`half` to `half`, z from `near` to `far`, `high` to the ceiling."""

    half: float
    near: float
    far: float
    high: float


@dataclass(frozen=True)
class Board:
    """A wall as a sheet: how long and how high it is, to turn meters into shares."""

    long: float
    high: float

    def box(self, left: float, bottom: float, right: float, top: float) -> np.ndarray:
        """A rectangle given in meters from the lower left corner."""
        return rectangle(left / self.long, bottom / self.high, right / self.long, top / self.high)

    def disc(self, x: float, y: float, r: float) -> np.ndarray:
        """A circle in meters."""
        return disc(x / self.long, y / self.high, r / self.long, r / self.high)

    def line(self, *points: tuple[float, float]) -> np.ndarray:
        """A polyline in meters."""
        return np.array(points, np.float64) / (self.long, self.high)


def shell(
    hall: Hall, walls: dict[str, list[Detail]], random: Random, wall: Paint, floor: Paint, ceiling: Paint
) -> list[Solid]:
    """Back, left and right wall, ceiling and floor; `walls` has what is on "back", "left" and "right"."""
    a, n, f, h = hall.half, hall.near, hall.far, hall.high
    corners = {
        "back": [(-a, 0, f), (a, 0, f), (a, h, f), (-a, h, f)],
        "left": [(-a, 0, n), (-a, 0, f), (-a, h, f), (-a, h, n)],
        "right": [(a, 0, f), (a, 0, n), (a, h, n), (a, h, f)],
        "ceiling": [(-a, h, f), (a, h, f), (a, h, n), (-a, h, n)],
        "floor": [(-a, 0, n), (a, 0, n), (a, 0, f), (-a, 0, f)],
    }
    details = {**walls, "floor": _flooring(hall, random), "ceiling": []}
    paints = {"floor": floor, "ceiling": ceiling}
    return [
        Solid(
            f"room.{'wall' if side in walls else side}",
            paints.get(side, wall),
            (Face(np.array(k, np.float64), tuple(details.get(side, []))),),
        )
        for side, k in corners.items()
    ]


def _flooring(hall: Hall, random: Random) -> list[Detail]:
    """Boards, tiles or mats; a part of the lines is left out, as one draws only some of them."""
    style, wide, long = random.integers(4), 2 * hall.half, hall.far - hall.near
    if style == 0:
        return []
    if style == 3:
        n, m = max(2, round(wide / 0.5)), max(2, round(long / 0.5))
        lines = [np.array([(i / n, 0), (i / n, 1)]) for i in range(1, n)]
        return [Detail(lines=tuple(lines + [np.array([(0, j / m), (1, j / m)]) for j in range(1, m)]), weight=0.45)]
    n = max(3, round(wide / random.uniform(0.18, 0.4)))
    lines = []
    for i in range(1, n):
        if style == 1 or random.random() < 0.75:
            lines.append(np.array([(i / n, 0), (i / n, 1)]))
    for _ in range(n):
        i, v = int(random.integers(0, n)), random.uniform(0.1, 0.95)
        lines.append(np.array([(i / n, v), ((i + 1) / n, v)]))
    return [Detail(lines=tuple(lines), weight=0.45)]


def skirting(board: Board) -> Detail:
    """The board along the foot of a wall."""
    return Detail(lines=(board.line((0, 0.1), (board.long, 0.1)),), weight=0.6)


def paneling(board: Board, random: Random) -> list[Detail]:
    """Wood up to the hip, or strips of wall paper, or a row of bricks laid bare."""
    style = random.integers(5)
    if style == 0:
        lines = [board.line((0, 0.95), (board.long, 0.95)), board.line((0, 0.9), (board.long, 0.9))]
        n = max(3, round(board.long / 0.35))
        lines += [board.line((board.long * u, 0.1), (board.long * u, 0.9)) for u in np.arange(1, n) / n]
        return [Detail(lines=tuple(lines), weight=0.4)]
    if style == 1:
        n = max(3, round(board.long / 0.3))
        strips = [board.box(board.long * i / n, 0.1, board.long * (i + 0.5) / n, board.high) for i in range(n)]
        return [Detail("room.wall.stripe", Paint("room.stripe", "plaster", "room.wall"), tuple(strips), weight=0.35)]
    if style == 2:
        return [Detail(lines=tuple(bricks(board, random)), weight=0.4)]
    return []


def bricks(board: Board, random: Random, patches: int = 5) -> list[np.ndarray]:
    """A few bricks here and there, not the whole wall."""
    lines: list[np.ndarray] = []
    w, h = 0.24, 0.09
    for _ in range(patches):
        x, y = random.uniform(0, board.long - 0.5), random.uniform(0.1, board.high - 0.3)
        for j in range(int(random.integers(1, 4))):
            for i in range(int(random.integers(1, 4))):
                left = x + (i + 0.5 * (j % 2)) * w
                box = board.box(left, y + j * h, left + w, y + (j + 1) * h)
                lines.append(np.concatenate([box, box[:1]]))
    return lines


def window(board: Board, x: float, wide: float, random: Random, view: Paint | None = None) -> list[Detail]:
    """A window about `x` meters along the wall: frame, panes with a view, curtains or blinds."""
    low, high = random.uniform(0.75, 1.0), min(board.high - 0.25, random.uniform(1.9, 2.2))
    frame, glass = Paint("window.frame", "paint"), view or Paint("window.view", "sky")
    left, right = x - wide / 2, x + wide / 2
    details = [Detail("window.frame", frame, (board.box(left, low, right, high),), weight=0.8)]
    columns, rows, edge = (3 if wide > 1.6 else 2), int(random.integers(1, 4)), 0.05
    w, h = (wide - edge) / columns, (high - low - edge) / rows
    blinds = random.random() < 0.15
    for i in range(columns):
        for j in range(rows):
            a, b = left + edge + i * w, low + edge + j * h
            c, d = a + w - edge, b + h - edge
            gleam = board.line((a + 0.1 * w, d), (a + 0.4 * w, d), (a + 0.15 * w, b), (a - 0.15 * w, b))
            ticks = tuple(
                board.line((a + w * u, b + h * 0.2), (a + w * (u + 0.15), b + h * 0.42)) for u in (0.45, 0.55)
            )
            lines = tuple(board.line((a, y), (c, y)) for y in np.arange(b, d, 0.06)) if blinds else ticks
            details.append(Detail("window.pane", glass, (board.box(a, b, c, d),), lines, shines=(gleam,), weight=0.7))
            if j == 0 and not blinds and random.random() < 0.6:
                details.append(_outside(board, a, b, c, b + h * random.uniform(0.2, 0.4), random))
    details.append(Detail("window.sill", frame, (board.box(left - 0.06, low - 0.06, right + 0.06, low + 0.01),)))
    if not blinds and random.random() < 0.6:
        details += drapes(board, left, right, high + 0.08, random)
    return details


def _outside(board: Board, left: float, bottom: float, right: float, top: float, random: Random) -> Detail:
    """Bushes that are seen through a pane."""
    n = int(random.integers(2, 5))
    t = np.linspace(0, n * np.pi, 6 * n + 1)
    x, y = left + (right - left) * t / t[-1], bottom + (top - bottom) * (0.55 + 0.45 * np.abs(np.sin(t)))
    ring = board.line((left, bottom), (right, bottom), *zip(x[::-1].tolist(), y[::-1].tolist(), strict=True))
    return Detail("plant.outside", Paint("outside.leaves", "leaf"), (ring,), weight=0.45)


def drapes(board: Board, left: float, right: float, top: float, random: Random) -> list[Detail]:
    """Curtains at both sides of a window and their rod."""
    cloth, foot = Paint("curtain.cloth", "cloth"), random.choice((0.15, 0.6))
    details = []
    for inner, outer in ((left + 0.16, left - 0.14), (right - 0.16, right + 0.14)):
        a, b = sorted((inner, outer))
        n = int(random.integers(3, 6))
        hem = [(float(a + (b - a) * t), foot + 0.03 * (i % 2)) for i, t in enumerate(np.linspace(0, 1, 2 * n + 1))]
        ring = board.line((b, top), (a, top), *hem)
        folds = tuple(
            board.line(
                (a + (b - a) * u, top - random.uniform(0, 0.2)),
                (a + (b - a) * (u + random.normal(0, 0.03)), foot + 0.06),
            )
            for u in uneven(n, random)[1:-1]
        )
        shade = tuple(board.box(a + (b - a) * u, foot, a + (b - a) * (u + 0.12), top) for u in uneven(n, random)[1:-1])
        details.append(Detail("room.curtain", cloth, (ring,), folds, shade, weight=0.7))
    rod = board.box(left - 0.22, top - 0.015, right + 0.22, top + 0.02)
    return [*details, Detail("room.rod", Paint("curtain.rod", "wood"), (rod,))]


def door(board: Board, x: float, random: Random) -> list[Detail]:
    """A door about `x` meters along the wall."""
    wood, metal, frame = Paint("door.wood", "wood"), Paint("door.knob", "metal"), Paint("door.frame", "paint")
    panels = (
        [board.box(x - 0.3, a, x + 0.3, b) for a, b in ((0.15, 0.85), (1.0, 1.85))] if random.random() < 0.7 else []
    )
    if random.random() < 0.3:
        panels = [board.box(x + s * 0.04, a, x + s * 0.32, a + 0.4) for s in (-1, 1) for a in (0.2, 0.75, 1.35)]
    return [
        Detail("door.frame", frame, (board.box(x - 0.5, 0, x + 0.5, 2.1),), weight=0.8),
        Detail(
            "door", wood, (board.box(x - 0.42, 0, x + 0.42, 2.02),), tuple(np.concatenate([p, p[:1]]) for p in panels)
        ),
        Detail("door.knob", metal, (board.disc(x + 0.34, 0.98, 0.035),)),
    ]


def picture(board: Board, x: float, y: float, random: Random) -> list[Detail]:
    """A framed picture, a poster, a clock or a calendar about (x, y) meters."""
    style = random.integers(4)
    if style == 3:
        face = Paint("clock.face", "plastic")
        hands = (
            board.line((x, y), (x + random.uniform(-0.06, 0.06), y + 0.08)),
            board.line((x, y), (x + 0.06, y - 0.02)),
        )
        return [
            Detail("thing.clock", Paint("clock.rim", "wood"), (board.disc(x, y, 0.16),)),
            Detail("thing.clock.face", face, (board.disc(x, y, 0.13),), hands),
        ]
    w, h = random.uniform(0.15, 0.35), random.uniform(0.15, 0.3)
    sheet = board.box(x - w, y - h, x + w, y + h)
    inner = board.box(x - w + 0.05, y - h + 0.05, x + w - 0.05, y + h - 0.05)
    hill = [(x + w * u - 0.0, y - h * 0.3 + h * 0.35 * float(np.sin(3 * u + style))) for u in np.linspace(0.8, -0.8, 9)]
    land = board.line((x - w + 0.05, y - h + 0.05), (x + w - 0.05, y - h + 0.05), *hill)
    sky, ground = Paint("picture.sky", "sky"), Paint("picture.land", "grass")
    if style == 2:
        rows = tuple(
            board.line((x - w * 0.7, y - h * v), (x + w * random.uniform(0.0, 0.7), y - h * v))
            for v in (0.1, 0.35, 0.6)
        )
        return [
            Detail(
                "thing.poster",
                Paint("poster.sheet", "backdrop"),
                (sheet,),
                (*rows, board.box(x - w * 0.6, y + h * 0.15, x + w * 0.6, y + h * 0.75)),
            )
        ]
    return [
        Detail("thing.picture.frame", Paint("picture.frame", "wood"), (sheet,)),
        Detail("thing.picture", sky, (inner,)),
        Detail("thing.picture.land", ground, (land,), weight=0.4),
    ]


def shelf_board(board: Board, x: float, y: float, random: Random) -> list[Detail]:
    """A board on the wall with books, boxes and a ball, drawn flat."""
    w, details, at = random.uniform(0.35, 0.6), [], x
    at = x - w + 0.04
    i = int(random.integers(5))
    while at < x + w - 0.12:
        wide, tall = random.uniform(0.035, 0.07), random.uniform(0.16, 0.26)
        if random.random() < 0.15:
            details.append(
                Detail("thing.ball", Paint("shelf.ball", "plastic"), (board.disc(at + 0.07, y + 0.075, 0.07),))
            )
            at += 0.17
            continue
        i = int(i + random.integers(1, 4)) % 5
        details.append(Detail("book", Paint(f"shelf.book{i}", "leather"), (board.box(at, y, at + wide, y + tall),)))
        at += wide
    plank = board.box(x - w, y - 0.04, x + w, y)
    return [*details, Detail("furniture.shelf.board", Paint("shelf.plank", "wood"), (plank,), weight=0.8)]
