"""Shapes that mean nothing: for hints and light that must not depend on knowing what a thing is."""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial import Voronoi

from hintpen.training.artist.curves import ellipse, loop, spline
from hintpen.training.artist.forms import Form, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part, Random, Scene, Stroke, canvas_ring
from hintpen.training.artist.subjects.drafting import (
    FLAT,
    SQUARE,
    Hand,
    box_corners,
    choose_hand,
    contour,
    edges_of,
    ring_from,
    shape,
    star_ring,
    straight,
)

MATERIALS = ("paint", "cloth", "silk", "metal", "gem", "plastic", "petal", "leather")


def abstract(random: Random, width: float, height: float) -> Scene:
    """Blobs, cells, mosaics, tangles, ornaments, scales or bands; cells from a few pixels to half of the canvas."""
    makers = (blobs, cells, mosaic, tangle, ornament, scales, bands)
    parts = makers[int(random.integers(len(makers)))](random, width, height)
    return Scene("abstract", width, height, tuple(parts), pen_scale=random.uniform(0.5, 1.0))


def _paints(random: Random, few: int, many: int) -> list[Paint]:
    """A palette of paints: of a few materials."""
    kinds = random.choice(MATERIALS, 2)
    return [Paint(f"shapes.color{i}", str(kinds[i % 2])) for i in range(int(random.integers(few, many)))]


def _ground(width: float, height: float) -> Part:
    return Part("backdrop", Paint("ground.plain", "backdrop"), (canvas_ring(width, height),), form=FLAT, depth=-0.5)


def blobs(random: Random, width: float, height: float) -> list[Part]:
    """Round shapes over one another, some with holes, of many sizes."""
    parts, paints = [_ground(width, height)], _paints(random, 3, 12)
    large = random.uniform(0.08, 0.3)
    for i in range(int(random.integers(4, 30))):
        n = int(random.integers(5, 10))
        angles = (np.arange(n) + random.uniform(-0.3, 0.3, n)) * 2 * np.pi / n
        radius = large * math.exp(random.normal(-0.4, 0.7)) * random.uniform(0.65, 1.35, n)
        middle = random.uniform((0.0, 0.0), (width, height))
        unit = np.stack([np.cos(angles), np.sin(angles)], 1)
        rings = [loop(middle + radius[:, None] * unit)]
        if random.random() < 0.15:
            rings.append(loop(middle + 0.45 * radius[:, None] * unit))
        paint = paints[int(random.integers(len(paints)))]
        parts.append(
            Part("shape", paint, tuple(rings), tuple(contour(ring) for ring in rings), depth=0.02 * i, form=Inflated())
        )
    return parts


def _voronoi(random: Random, width: float, height: float, count: int) -> list[Points]:
    """Cells of random points that are dense in places, clipped to the neighborhood of the canvas."""
    middles = random.uniform((0, 0), (width, height), (3, 2))
    spread = np.exp(random.uniform(math.log(0.03), math.log(0.5), 3))
    which = random.integers(0, 3, count)
    points = middles[which] + random.normal(0, 1, (count, 2)) * spread[which][:, None]
    points = points[((points > 0) & (points < (width, height))).all(1)]
    # Mirrored at the borders, so that the cells inside are closed there.
    mirrored = [
        points * (-1, 1),
        points * (1, -1),
        points * (-1, 1) + (2 * width, 0),
        points * (1, -1) + (0, 2 * height),
    ]
    diagram = Voronoi(np.concatenate([points, *mirrored]))
    found = [diagram.regions[diagram.point_region[i]] for i in range(len(points))]
    return [diagram.vertices[region] for region in found if region and -1 not in region]


def cells(random: Random, width: float, height: float) -> list[Part]:
    """A net of cells, as in stained glass, cracked earth or a wing; corners sharp or round."""
    paints, hand = _paints(random, 3, 14), choose_hand(random)
    soft, parts = random.random() < 0.3, [_ground(width, height)]
    form: Form = Inflated(0.03, 0.6) if random.random() < 0.4 else FLAT
    curves: dict[tuple[tuple[float, ...], ...], Points] = {}
    for corners in _voronoi(random, width, height, int(math.exp(random.uniform(math.log(10), math.log(220))))):
        paint = paints[int(random.integers(len(paints)))]
        if soft:
            middle = corners.mean(0)
            ring = loop(middle + (corners - middle) * random.uniform(0.78, 0.92), 5)
            parts.append(shape("shape.cell", paint, ring, form=form, depth=0.01))
            continue
        edges, fresh = _shared(corners, curves, hand, random)
        strokes = tuple(Stroke(edge, 1.0, SQUARE) for edge in fresh)
        parts.append(Part("shape.cell", paint, (ring_from(edges),), (), (), form))
        parts.append(Part("shape.net", paint, strokes=strokes))
    # The lines last: the next cell would cover half of each.
    return [part for part in parts if part.rings] + [part for part in parts if not part.rings]


def _shared(
    corners: Points, curves: dict[tuple[tuple[float, ...], ...], Points], hand: Hand, random: Random
) -> tuple[list[Points], list[Points]]:
    """The sides of a cell, alike for both cells that share one; and those that are new."""
    edges: list[Points] = []
    fresh: list[Points] = []
    rounded = [tuple(p) for p in np.round(corners, 6).tolist()]
    for a, b in zip(rounded, [*rounded[1:], rounded[0]], strict=True):
        key = (a, b) if a <= b else (b, a)
        if key not in curves:
            curves[key] = straight(key[0], key[1], hand, random)
            fresh.append(curves[key])
        edges.append(curves[key] if a <= b else curves[key][::-1])
    return edges, fresh


def mosaic(random: Random, width: float, height: float) -> list[Part]:
    """Rectangles cut again and again, down to tiny ones; whole, slanted or with discs in them."""
    paints, hand, parts = _paints(random, 3, 10), choose_hand(random), list[Part]()
    least = math.exp(random.uniform(math.log(0.016), math.log(0.12)))
    todo = [np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)]
    slant = random.choice((0.0, 0.12))
    done: list[Points] = []
    while todo and len(done) + len(todo) < 260:
        quad = todo.pop(0)
        sides = np.hypot(*(np.roll(quad, -1, 0) - quad).T)
        if sides.max() < 2.2 * least or (random.random() < 0.12 and sides.max() < 0.7):
            done.append(quad)
            continue
        if sides[0] + sides[2] > sides[1] + sides[3]:
            quad = np.roll(quad, -1, 0)
        u = random.uniform(0.25, 0.75) + random.uniform(-slant, slant) * np.array([1, -1])
        p, q = quad[0] + (quad[3] - quad[0]) * u[0], quad[1] + (quad[2] - quad[1]) * u[1]
        todo += [np.stack([quad[0], quad[1], q, p]), np.stack([p, q, quad[2], quad[3]])]
    for quad in done + todo:
        edges = edges_of(quad, hand, random)
        paint = paints[int(random.integers(len(paints)))]
        strokes = tuple(Stroke(edge, 1.0, SQUARE) for edge in edges)
        parts.append(Part("shape.tile", paint, (ring_from(edges),), strokes, (), FLAT))
        size = float(np.ptp(quad, 0).min())
        if size > 0.05 and random.random() < 0.2:
            x, y = quad.mean(0).tolist()
            ring = ellipse(x, y, size * 0.3, size * 0.3) if random.random() < 0.6 else star_ring(x, y, size * 0.35)
            parts.append(shape("shape.inlay", paints[int(random.integers(len(paints)))], ring, weight=0.8, depth=0.01))
    return parts


def tangle(random: Random, width: float, height: float) -> list[Part]:
    """Loops that cross themselves and one another: what lies inside an odd number of times is filled."""
    parts, paints = [_ground(width, height)], _paints(random, 3, 8)
    through = random.random() < 0.5
    lines: list[Stroke] = []
    for i in range(int(random.integers(2, 6))):
        n = int(random.integers(4, 10))
        knots = random.uniform((-0.05, -0.05), (width + 0.05, height + 0.05), (n, 2))
        ring = loop(knots, 10)
        lines.append(contour(ring))
        parts.append(Part("shape.loop", paints[i % len(paints)], (ring,), (contour(ring),), (), FLAT, 0.03 * i))
    if through:
        parts.append(Part("shape.lines", paints[0], strokes=tuple(lines)))
    return parts


def ornament(random: Random, width: float, height: float) -> list[Part]:
    """A rosette of rings of petals, tips, drops and discs about a middle."""
    parts, paints = [_ground(width, height)], _paints(random, 4, 9)
    x, y = width * random.uniform(0.4, 0.6), height * random.uniform(0.4, 0.6)
    n = int(random.choice((6, 8, 10, 12, 16, 20)))
    radius, level = random.uniform(0.42, 0.75), 0
    while radius > 0.05:
        paint, style = paints[level % len(paints)], int(random.integers(5))
        thick = radius * random.uniform(0.15, 0.35)
        turn = 0.5 * (level % 2)
        if style == 4:
            parts.append(
                shape("shape.ring", paint, ellipse(x, y, radius, radius, count=90), weight=0.9, depth=0.01 * level)
            )
        else:
            for i in range(n):
                a = 2 * math.pi * (i + turn) / n
                ring = _petal(style, radius, thick, math.pi / n)
                c, s = math.cos(a), math.sin(a)
                spun = ring @ np.array([[c, s], [-s, c]]) + (x, y)
                other = paints[(level + 1) % len(paints)] if i % 2 and n % 2 == 0 and style == 2 else paint
                parts.append(shape("shape.petal", other, spun, weight=0.8, depth=0.01 * level, form=Inflated()))
            disc = ellipse(x, y, radius - thick * 0.9, radius - thick * 0.9, count=90)
            parts.append(
                shape("shape.ring", paints[(level + 2) % len(paints)], disc, weight=0.8, depth=0.01 * level + 0.005)
            )
        radius -= thick * random.uniform(1.0, 1.3)
        level += 1
    return parts


def _petal(style: int, radius: float, thick: float, half: float) -> Points:
    """One petal on the right of (0, 0) that reaches from `radius` - `thick` to `radius`."""
    low, wide = radius - thick, radius * math.tan(half) * 0.95
    if style == 0:
        return loop(
            [(low, -wide * 0.7), (radius - thick * 0.3, -wide), (radius, 0), (radius - thick * 0.3, wide)]
            + [(low, wide * 0.7)],
            5,
        )
    if style == 1:
        return np.array([(low, -wide), (radius, 0), (low, wide)])
    if style == 2:
        return np.array([(low, -wide * low / radius), (radius, -wide), (radius, wide), (low, wide * low / radius)])
    r = min(wide * 0.85, thick / 2)
    return ellipse(radius - thick / 2, 0, r, r, count=22)


def scales(random: Random, width: float, height: float) -> list[Part]:
    """Rows of scales or waves that overlap like tiles, each of one to three rings."""
    paints, parts = _paints(random, 2, 6), [_ground(width, height)]
    pitch = math.exp(random.uniform(math.log(0.08), math.log(0.3)))
    rings = int(random.integers(1, 4)) if pitch > 0.12 else 1
    pointed = random.random() < 0.3
    for row, y in enumerate(np.arange(-0.2 * pitch, height + pitch, pitch * 0.5).tolist()):
        for column in range(-1, math.ceil(width / pitch) + 1):
            x = (column + 0.5 * (row % 2)) * pitch
            for k in range(rings):
                r = pitch * 0.5 * (1 - 0.3 * k)
                arc = (
                    ellipse(x, y, r, r, 0, (180, 360), 14)
                    if not pointed
                    else np.array([(x - r, y), (x, y - r), (x + r, y)])
                )
                ring = np.concatenate([arc, [(x + r, y + 0.1 * pitch), (x, y + 0.5 * pitch), (x - r, y + 0.1 * pitch)]])
                paint = paints[(k + row * (rings == 1)) % len(paints)]
                parts.append(
                    Part("shape.scale", paint, (ring,), (Stroke(arc, 0.9 - 0.15 * k, SQUARE),), (), FLAT, 0.002 * row)
                )
    return parts


def bands(random: Random, width: float, height: float) -> list[Part]:
    """Bands across the canvas that swell and wind, each filled with a pattern of its own."""
    paints, parts = _paints(random, 3, 9), [_ground(width, height)]
    n = int(random.integers(4, 13))
    x = np.linspace(-0.05, width + 0.05, 7)
    for i in range(n):
        y = height * i / n
        edge = spline(np.stack([x, y + random.normal(0, 0.25 * height / n, 7)], 1), 8)
        ring = np.concatenate([edge, [(width + 0.05, height + 0.1), (-0.05, height + 0.1)]])
        paint, deep = paints[i % len(paints)], height / n
        parts.append(
            Part(
                "shape.band",
                paint,
                (ring,),
                (Stroke(edge, 1.0, SQUARE), *_hatching(random, edge, deep)),
                (),
                FLAT,
                0.01 * i,
            )
        )
        if random.random() < 0.5:
            other, step = paints[int(random.integers(len(paints)))], random.uniform(0.5, 1.2) * deep
            for px in np.arange(step / 2, width, step).tolist():
                py = float(np.interp(px, edge[:, 0], edge[:, 1])) + deep * 0.5
                r = deep * random.uniform(0.16, 0.3)
                inlay = ellipse(px, py, r, r, count=20) if i % 2 else box_corners(px - r, py - r, px + r, py + r)
                parts.append(
                    shape(
                        "shape.inlay",
                        other,
                        inlay,
                        weight=0.8,
                        depth=0.01 * i + 0.004,
                        region=f"band{i}.{round(px * 1e4)}",
                    )
                )
    return parts


def _hatching(random: Random, edge: Points, deep: float) -> list[Stroke]:
    """Short lines that hang from a band's upper edge, or none."""
    if random.random() < 0.5:
        return []
    lean, step = random.normal(0, 0.3) * deep, random.uniform(0.15, 0.5) * deep
    return [
        Stroke(np.array([(px, py), (px + lean, py + deep * 0.8)]), 0.5, (0, 0.5), inside=True)
        for px, py in edge[:: max(1, int(step / 0.02))].tolist()
    ]
