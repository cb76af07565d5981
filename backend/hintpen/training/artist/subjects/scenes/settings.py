"""Simple places behind figures: skies, trees, a town, a window, shelves, the corner of a room."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import along, closed, spline
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, canvas_ring, placed
from hintpen.training.artist.subjects.drafting import FLAT, Hand, board, box_corners, choose_hand, ring_from, straight
from hintpen.training.artist.subjects.scenes import sky
from hintpen.training.artist.subjects.scenes.landscapes import landscape
from hintpen.training.artist.subjects.scenes.rooms import classroom_parts, room_parts
from hintpen.training.artist.subjects.scenes.sky import FAR, MIDDLE, NEAR, SKY
from hintpen.training.artist.subjects.scenes.streets import street_parts
from hintpen.training.artist.subjects.staging import with_weights

WALL = -0.9
"""Depth of a wall behind a figure."""


def day(random: Random, width: float, height: float) -> list[Part]:
    """Sky and clouds, sometimes over hills or the sea."""
    parts = sky.clear_sky(width, height, random)
    low = height * random.uniform(0.55, 0.9)
    parts += sky.clouds(width, low, random)
    if random.random() < 0.3:
        parts += sky.birds(width, low, random)
    foot = random.integers(4)
    if foot == 1:
        line = np.array([(-0.05, low), (width + 0.05, low)])
        ripples = tuple(sky.waves(width, low, height, random))
        parts.append(sky.ridge("water", Paint("sea.water", "water"), line, height + 0.05, FAR, strokes=ripples))
    elif foot == 2:
        for i, y in enumerate((low, low + 0.1)):
            hill = sky.hill_line(width, y, 0.05, random)
            paint = Paint(f"hills.grass{i}", "grass", "hills.grass0" if i else "")
            parts.append(sky.ridge("ground.hill", paint, hill, height + 0.05, FAR + 0.05 * i))
    return parts


def sunset(random: Random, width: float, height: float) -> list[Part]:
    """A low sun among long clouds and bands of sky, before a dark horizon."""
    low = height * random.uniform(0.6, 0.85)
    parts = sky.clear_sky(width, height, random, "dusk")
    for i in range(int(random.integers(1, 4))):
        parts.append(sky.sky_band(width, height, low * (0.35 + 0.25 * i), random, f"band{i}"))
    radius = random.uniform(0.08, 0.2)
    x = width * random.choice((0.22, 0.75, 0.5))
    parts += sky.sun(x, low - radius * random.uniform(-0.3, 1.5), radius, random)
    parts += sky.wisps(width, low, random)
    if random.random() < 0.5:
        parts += sky.birds(width, low, random)
    if random.random() < 0.5:
        line = sky.hill_line(width, low, 0.03, random)
        return [*parts, sky.ridge("ground.hill", Paint("hills.far", "earth"), line, height + 0.05, FAR)]
    return parts + sky.skyline(width, low + 0.08, random, FAR, "town", 0.25)


def night(random: Random, width: float, height: float) -> list[Part]:
    """Moon and stars, perhaps over roofs or trees."""
    parts = sky.clear_sky(width, height, random, "night")
    radius = random.uniform(0.06, 0.16)
    parts += sky.moon(width * random.choice((0.2, 0.8)), height * random.uniform(0.12, 0.25), radius, random)
    low = height * random.uniform(0.6, 0.9)
    parts += sky.stars(width, low, random)
    if random.random() < 0.4:
        parts += sky.wisps(width, low, random)
    foot = random.integers(3)
    if foot == 1:
        parts += sky.skyline(width, height * 0.98, random, FAR, "town", 0.35)
    elif foot == 2:
        parts.append(sky.tree_line(width, height * 0.92, random, FAR, "trees"))
    return parts


def trees(random: Random, width: float, height: float) -> list[Part]:
    """Rows of trees behind one another under the sky, and a meadow."""
    parts = sky.clear_sky(width, height, random)
    parts += sky.clouds(width, height * 0.5, random, int(random.integers(0, 3)))
    y = height * random.uniform(0.4, 0.6)
    for i in range(int(random.integers(1, 4))):
        size, depth = 0.1 + 0.05 * i, FAR + 0.05 * i
        if random.random() < 0.3:
            parts += sky.firs(width, y + 0.05, random, depth, f"row{i}", size * 1.6)
        else:
            parts.append(sky.tree_line(width, y, random, depth, f"row{i}", size, 0.5 + 0.15 * i))
        y += height * 0.12
    meadow = sky.hill_line(width, y, 0.02, random)
    tufts = tuple(_tufts(width, y, height, random))
    return [
        *parts,
        sky.ridge("ground.meadow", Paint("meadow.grass", "grass"), meadow, height + 0.05, NEAR, strokes=tufts),
    ]


def _tufts(width: float, top: float, bottom: float, random: Random) -> list[Stroke]:
    """Tufts of grass, a few blades each, larger toward the viewer."""
    strokes = []
    for _ in range(int(random.integers(5, 16))):
        share = random.random()
        x, y, r = random.uniform(0, width), top + (bottom - top) * (0.15 + 0.85 * share), 0.015 + 0.03 * share
        for lean in random.uniform(-0.6, 0.6, int(random.integers(2, 5))):
            blade = spline([(x + lean * r * 0.5, y), (x + lean * r, y - r * 0.6), (x + lean * r * 2, y - r)], 4)
            strokes.append(Stroke(blade, 0.55, (0.0, 0.8), inside=True))
    return strokes


def town(random: Random, width: float, height: float) -> list[Part]:
    """The roofs of a town in two rows."""
    parts = sky.clear_sky(width, height, random)
    parts += sky.clouds(width, height * 0.5, random, int(random.integers(1, 4)))
    foot = height * random.uniform(0.75, 1.0)
    parts += sky.skyline(width, foot - 0.1, random, FAR, "far", height * 0.5)
    parts += sky.skyline(width, foot, random, MIDDLE, "near", height * 0.35)
    if foot < height * 0.9:
        parts += [sky.tree_line(width, foot + 0.05, random, NEAR, "hedge", 0.08)]
        ground = np.array([(-0.05, foot + 0.08), (width + 0.05, foot + 0.08)])
        parts.append(sky.ridge("ground.plaza", Paint("plaza.stone", "stone"), ground, height + 0.05, NEAR))
    return parts


def window(random: Random, width: float, height: float) -> list[Part]:
    """A wall with a window, its view, and curtains at its sides."""
    hand = choose_hand(random)
    wall = Paint("room.wall", "plaster")
    parts = [Part("room.wall", wall, (canvas_ring(width, height),), form=FLAT, depth=WALL)]
    half = random.uniform(0.3, 0.44) * width
    x, top = width * random.uniform(0.42, 0.58), height * random.uniform(0.06, 0.16)
    bottom = height * random.uniform(0.66, 0.85)
    outer = box_corners(x - half, top, x + half, bottom)
    parts.append(board("window.frame", Paint("window.frame", "paint"), outer, hand, random, depth=WALL + 0.01))
    parts += panes(outer, hand, random, WALL + 0.012)
    sill = box_corners(x - half * 1.08, bottom - 0.004, x + half * 1.08, bottom + 0.035)
    parts.append(board("window.sill", Paint("window.frame", "paint"), sill, hand, random, depth=WALL + 0.03))
    if random.random() < 0.8:
        parts += _curtains(x, half, top, height * random.uniform(0.85, 1.1), random, hand)
    return parts


def panes(outer: Points, hand: Hand, random: Random, depth: float) -> list[Part]:
    """The glass of a window in an upright frame: two by one to three panes, with what is seen through them."""
    (left, top), (right, bottom) = outer[0], outer[2]
    rows, edge = int(random.integers(1, 4)), 0.06 * (right - left)
    w, h = (right - left - 3 * edge) / 2, (bottom - top - (rows + 1) * edge) / rows
    parts: list[Part] = []
    skyline = random.random() < 0.4
    clouds_behind = [
        sky.cloud(left + (right - left) * u, top + (bottom - top) * v, (right - left) * 0.4, random)
        for u, v in ((0.3, 0.35), (0.75, 0.6))
    ]
    for i in range(2):
        for j in range(rows):
            x, y = left + edge + i * (w + edge), top + edge + j * (h + edge)
            pane = box_corners(x, y, x + w, y + h)
            slant = [(x + w * 0.15, y), (x + w * 0.45, y), (x + w * 0.1, y + h), (x - w * 0.2, y + h)]
            gleam = Mark(MarkKind.SHINE, np.array(slant), 0.35)
            lines = [
                Stroke(np.array([(x + w * u, y + h * v), (x + w * (u + 0.16), y + h * (v - 0.22))]), 0.4, inside=True)
                for u, v in ((0.62, 0.72), (0.7, 0.74))
            ]
            glass = Paint("window.view", "sky")
            parts.append(
                board("window.pane", glass, pane, hand, random, weight=0.7, depth=depth, strokes=lines, marks=[gleam])
            )
            seen = clouds_behind if not skyline else [_roofs(left, right, bottom, random)]
            for part in seen:
                box = np.concatenate([ring for ring in part.rings])
                if (
                    (box[:, 0].max() > x)
                    & (box[:, 0].min() < x + w)
                    & (box[:, 1].min() < y + h)
                    & (box[:, 1].max() > y)
                ):
                    parts.append(
                        Part(
                            part.name, part.paint, part.rings, part.strokes, part.marks, part.form, depth, clips=(pane,)
                        )
                    )
                    parts.append(Part("window.edge", glass, strokes=(Stroke(closed(pane), 0.7, (0, 0)),), depth=depth))
    return parts


def _roofs(left: float, right: float, bottom: float, random: Random) -> Part:
    x, steps = left, [(left, bottom)]
    while x < right:
        w, y = (right - left) * random.uniform(0.1, 0.25), bottom - (right - left) * random.uniform(0.15, 0.5)
        steps += [(x, y), (x + w, y)]
        x += w
    steps.append((x, bottom))
    ring = np.array(steps)
    return Part("building.roofs", Paint("town.far", "plaster"), (ring,), (Stroke(ring, 0.5, (0, 0)),), form=FLAT)


def curtain(
    name: str, paint: Paint, inner: Points, outer: Points, random: Random, depth: float, folds: int = 0
) -> Part:
    """Cloth that hangs between two curves which both run from the rod down, with folds that follow them."""
    n = folds or int(random.integers(4, 8))
    u = np.linspace(0, 1, 2 * n + 1)
    a, b = along(inner, np.linspace(0, 1, 12)), along(outer, np.linspace(0, 1, 12))
    lanes = a[None] + (b - a)[None] * u[:, None, None]
    hem = lanes[:, -1] + np.stack([0 * u, 0.012 * np.cos(np.arange(2 * n + 1) * np.pi)], 1)
    foot = spline(hem, 4)
    ring = np.concatenate([a, foot[1:-1], b[::-1]])
    strokes = []
    for i in range(1, 2 * n):
        start, end = (0, 12) if i % 2 else (int(random.integers(0, 5)), int(random.integers(5, 11)))
        strokes.append(Stroke(spline(lanes[i, start:end], 2), 0.6 if i % 2 else 0.45, (0.1, 0.5), inside=True))
    marks = [
        Mark(MarkKind.SHADE, np.concatenate([lanes[i], lanes[i - 1][::-1] * 0.5 + lanes[i][::-1] * 0.5]), 0.8)
        for i in range(1, 2 * n, 2)
    ]
    outline = Stroke(np.concatenate([a, foot[1:-1], b[::-1], a[:1]]), 0.9, (0, 0))
    return Part(name, paint, (ring,), (*strokes, outline), tuple(marks), FLAT, depth)


def _curtains(x: float, half: float, top: float, bottom: float, random: Random, hand: Hand) -> list[Part]:
    cloth, rod = Paint("curtain.cloth", "cloth"), top - 0.035
    tied, parts = random.random() < 0.5, []
    for s in (-1, 1):
        wide, out = half * random.uniform(0.3, 0.42), x + s * half * 1.12
        inner = [(out - s * wide, rod), (out - s * wide * (1.0 if not tied else 0.8), rod + (bottom - rod) * 0.35)]
        if tied:
            inner.append((out - s * wide * 0.22, rod + (bottom - rod) * 0.62))
        inner.append((out - s * wide * (1.0 if not tied else 0.75), bottom))
        outer = [(out, rod), (out + s * 0.01, (rod + bottom) / 2), (out, bottom)]
        parts.append(curtain("room.curtain", cloth, spline(inner, 6), spline(outer, 6), random, WALL + 0.08))
    bar = box_corners(x - half * 1.2, rod - 0.012, x + half * 1.2, rod + 0.008)
    parts.append(board("room.rod", Paint("curtain.rod", "wood"), bar, hand, random, depth=WALL + 0.1, weight=0.8))
    return parts


def books(random: Random, width: float, height: float) -> list[Part]:
    """Shelves of books from floor to ceiling."""
    hand = choose_hand(random)
    wood, back = Paint("shelf.wood", "wood"), Paint("shelf.back", "wood", "shelf.wood")
    parts = [Part("furniture.shelf.back", back, (canvas_ring(width, height),), form=FLAT, depth=WALL)]
    rows = int(random.integers(3, 6))
    pitch, y = height / rows, height * random.uniform(-0.03, 0.05)
    for _ in range(rows + 1):
        parts += book_row(-0.03, width + 0.03, y + pitch, pitch * 0.86, random, hand, WALL + 0.03)
        plank = box_corners(-0.05, y + pitch, width + 0.05, y + pitch * 1.08)
        parts.append(board("furniture.shelf.board", wood, plank, hand, random, depth=WALL + 0.04, weight=0.9))
        y += pitch
    for x in np.arange(random.uniform(-0.2, 0.3), width, random.uniform(0.5, 0.8)):
        post = box_corners(x, -0.05, x + 0.035, height + 0.05)
        parts.append(board("furniture.shelf.post", wood, post, hand, random, depth=WALL + 0.05, weight=0.9))
    return parts


def book_row(
    left: float, right: float, foot: float, tall: float, random: Random, hand: Hand, depth: float, thing: str = "books"
) -> list[Part]:
    """Books that stand on a board from `left` to `right`: upright, leaning, or with room between them."""
    parts, x, hue = [], left, int(random.integers(5))
    while x < right:
        wide, high = tall * random.uniform(0.1, 0.26), tall * random.uniform(0.68, 0.97)
        if x + wide > right:
            break
        if random.random() < 0.06:
            x += tall * random.uniform(0.2, 0.6)
            continue
        lean = tall * random.uniform(0.1, 0.25) if random.random() < 0.08 else 0.0
        spine = np.array(
            [(x + lean, foot - high), (x + lean + wide, foot - high + lean * 0.12)] + [(x + wide, foot), (x, foot)]
        )
        hue = int(hue + random.integers(1, 4)) % 5
        bands = []
        for v in random.uniform(0.08, 0.92, int(random.integers(0, 4))):
            line = np.stack([spine[0] * (1 - v) + spine[3] * v, spine[1] * (1 - v) + spine[2] * v])
            bands.append(Stroke(line, 0.5, (0, 0), inside=True))
        paint = Paint(f"{thing}.cover{hue}", "leather")
        shade = Mark(MarkKind.SHADE, spine + np.array([(wide * 0.7, 0), (0, 0), (0, 0), (wide * 0.7, 0)]), 0.6)
        parts.append(board("book", paint, spine, hand, random, weight=0.7, depth=depth, strokes=bands, marks=[shade]))
        x += wide + lean * (1.0 if lean else 0.0)
    return parts


def indoors(random: Random, width: float, height: float) -> list[Part]:
    """A room or a class in perspective, with finer lines than what stands before it."""
    furnished = room_parts if random.random() < 0.6 else classroom_parts
    return _set_back(furnished(random, width, height))


def outdoors(random: Random, width: float, height: float) -> list[Part]:
    """A street or a landscape in perspective, with finer lines than what stands before it."""
    if random.random() < 0.5:
        return _set_back(street_parts(random, width, height))
    return _set_back(list(landscape(random, width, height).parts))


def _set_back(parts: list[Part]) -> list[Part]:
    """The parts behind a figure: none nearer than -0.42, so that nothing far away takes its shadow."""
    nearest = max(part.depth for part in parts)
    return placed(with_weights(parts, 0.6), Frame.at(0, 0), min(0.0, -0.42 - nearest))


def corner(random: Random, width: float, height: float) -> list[Part]:
    """Two walls that meet, the floor before them, and a picture."""
    hand = choose_hand(random)
    x = width * random.choice((random.uniform(0.12, 0.3), random.uniform(0.7, 0.88)))
    y, fall = height * random.uniform(0.72, 0.85), random.uniform(0.08, 0.2)
    left_foot, right_foot = (-0.05, y + fall * x / width), (width + 0.05, y + fall * (1 - x / width))
    wall, floor = Paint("room.wall", "plaster"), Paint("room.floor", "wood")
    edges = [
        straight((x, -0.05), (x, y), hand, random),
        straight((x, y), left_foot, hand, random),
        straight(right_foot, (x, y), hand, random),
    ]
    far = ring_from([edges[0], edges[1], np.array([left_foot, (-0.05, -0.05)]), np.array([(-0.05, -0.05), (x, -0.05)])])
    near = np.concatenate([edges[0], [right_foot, (width + 0.05, -0.05)]])
    ground = np.concatenate([edges[2], edges[1][1:], [(-0.05, height + 0.05), (width + 0.05, height + 0.05)]])
    lines = [Stroke(edge, 0.7, (0, 0)) for edge in edges]
    boards = [
        Stroke(np.array([(x + (u - x) * 0.1, y), (x + (u - x) * 4, y + (height - y) * 4)]), 0.4, inside=True)
        for u in np.linspace(-1.5, 2.5 * width, 14)
    ]
    skirt = [Stroke(edge - (0, 0.03), 0.5, (0, 0), inside=True) for edge in edges[1:]]
    return [
        Part("room.wall.left", wall, (far,), (skirt[0],), form=Plane(0.55, 0), depth=SKY),
        Part("room.wall.right", wall, (near,), (skirt[1],), form=Plane(-0.45, 0), depth=SKY),
        Part("room.floor", floor, (ground,), (*boards, *lines), form=Plane(0, -0.7), depth=WALL),
    ]
