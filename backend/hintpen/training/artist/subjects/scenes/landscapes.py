"""Landscapes in layers: mountains, hills, lakes, the sea, paths, woods, deserts, snow, with what stands in them."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import spline, uneven
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Scene, Stroke
from hintpen.training.artist.subjects.drafting import blob, scalloped, shape
from hintpen.training.artist.subjects.plants import (
    bush_parts,
    cactus_parts,
    flower_parts,
    grass_tuft_parts,
    mushroom_parts,
    tree_parts,
)
from hintpen.training.artist.subjects.scenes import landmarks, sky, terrain
from hintpen.training.artist.subjects.scenes.terrain import Maker
from hintpen.training.artist.subjects.vehicles import afloat


def _of(species: str) -> Maker:
    """Trees of one species."""
    return lambda random, name: tree_parts(random, name, species)


def landscape(random: Random, width: float, height: float) -> Scene:
    """A place out of doors, far from towns."""
    makers = (meadow, mountains, shore, wood, desert, snow, islands)
    maker = makers[random.choice(len(makers), p=(0.24, 0.2, 0.18, 0.16, 0.07, 0.08, 0.07))]
    return Scene("scene.landscape", width, height, tuple(maker(random, width, height)), pen_scale=0.65)


def _air(random: Random, width: float, height: float, low: float) -> list[Part]:
    """Sky with what belongs to the hour."""
    hour = str(random.choice(("sky", "dusk", "night"), p=(0.72, 0.18, 0.1)))
    parts = sky.clear_sky(width, height, random, hour)
    x, r = width * random.uniform(0.1, 0.9), random.uniform(0.05, 0.11)
    if hour == "night":
        parts += sky.stars(width, low * 0.8, random) + sky.moon(x, low * random.uniform(0.2, 0.5), r, random)
    elif hour == "dusk":
        parts += sky.sun(x, low - r * random.uniform(-0.4, 1.2), r * 1.4, random)
    elif random.random() < 0.35:
        parts += sky.sun(x, low * random.uniform(0.18, 0.35), r, random, rays=random.random() < 0.5)
    if random.random() < 0.85:
        parts += sky.wisps(width, low, random) if hour == "dusk" else sky.clouds(width, low * 0.9, random)
    return parts + (sky.birds(width, low, random) if random.random() < 0.3 else [])


def meadow(random: Random, width: float, height: float) -> list[Part]:
    """Hills with trees, flowers, a path, and a house or a mill."""
    low = height * random.uniform(0.38, 0.55)
    parts = _air(random, width, height, low)
    if random.random() < 0.4:
        parts += terrain.mountain(
            random,
            width,
            low + 0.05,
            random.uniform(0.15, 0.3),
            sky.FAR - 0.04,
            "range",
            low + 0.3,
            random.random() < 0.4,
        )
    slopes, y = terrain.hills(random, width, height, low, int(random.integers(2, 4)), "grass")
    parts += slopes
    if random.random() < 0.75:
        maker = (landmarks.cottage, landmarks.windmill, landmarks.castle, landmarks.tent)[
            random.choice(4, p=(0.4, 0.2, 0.25, 0.15))
        ]
        size = random.uniform(0.16, 0.34) * (0.5 if maker is landmarks.tent else 1.0)
        parts += terrain.stand(
            maker(random, "house"), width * random.uniform(0.2, 0.8), y - 0.03, size, sky.MIDDLE, random.random() < 0.5
        )
    if random.random() < 0.6:
        parts.append(terrain.winding(random, width, y - 0.02, height, str(random.choice(("sand", "earth", "water")))))
    makers: tuple[Maker, ...] = (tree_parts, bush_parts, flower_parts, grass_tuft_parts)
    return parts + terrain.grow(
        random, width, y + 0.02, height * 1.03, makers, int(random.integers(3, 9)), 0.3, "growth"
    )


def mountains(random: Random, width: float, height: float) -> list[Part]:
    """A range over a lake, with firs on its shores."""
    low = height * random.uniform(0.48, 0.6)
    parts = _air(random, width, height, low)
    snowy = random.random() < 0.6
    for i in range(int(random.integers(1, 3))):
        parts += terrain.mountain(
            random,
            width,
            low + 0.04 * i,
            random.uniform(0.28, 0.5) * (1 - 0.35 * i),
            sky.FAR - 0.06 + 0.05 * i,
            f"range{i}",
            height,
            snowy,
        )
    parts.append(sky.tree_line(width, low + 0.06, random, sky.FAR + 0.06, "far", 0.05, 0.5))
    shore = low + 0.07
    water = np.array([(-0.05, shore), (width + 0.05, shore)])
    lines = tuple(sky.waves(width, shore + 0.02, height, random, 18))
    parts.append(sky.ridge("water", Paint("lake.water", "water"), water, height + 0.05, sky.MIDDLE, strokes=lines))
    if random.random() < 0.4:
        parts += terrain.stand(
            afloat.sailboat(random, "boat"),
            width * random.uniform(0.25, 0.75),
            shore + 0.1,
            random.uniform(0.1, 0.2),
            sky.MIDDLE + 0.05,
        )
    near = sky.hill_line(width, height * random.uniform(0.82, 0.92), 0.05, random)
    grass = terrain.tufts(random, width, height * 0.88, height, 16)
    parts.append(sky.ridge("ground.shore", Paint("shore.grass", "grass"), near, height + 0.05, sky.NEAR, strokes=grass))
    makers: tuple[Maker, ...] = (tree_parts, bush_parts)
    return parts + terrain.grow(
        random, width, height * 0.9, height * 1.04, makers, int(random.integers(2, 5)), 0.42, "growth"
    )


def shore(random: Random, width: float, height: float) -> list[Part]:
    """The sea with ships, a beach, cliffs, a lighthouse."""
    low = height * random.uniform(0.35, 0.5)
    parts = _air(random, width, height, low)
    horizon = np.array([(-0.05, low), (width + 0.05, low)])
    beach = height * random.uniform(0.68, 0.8)
    lines = tuple(sky.waves(width, low + 0.01, beach, random, 26))
    parts.append(sky.ridge("water.sea", Paint("sea.water", "water"), horizon, height + 0.05, sky.FAR, strokes=lines))
    if random.random() < 0.6:
        maker = (afloat.sailboat, afloat.ship)[int(random.integers(2))]
        parts += terrain.stand(
            maker(random, "boat"),
            width * random.uniform(0.3, 0.7),
            low + 0.06,
            random.uniform(0.1, 0.24),
            sky.FAR + 0.05,
        )
    if random.random() < 0.6:
        parts += terrain.cliff(random, width, low, beach)
    for i, material in enumerate(("water", "snow", "sand")):
        y = beach + 0.03 * i
        x = np.linspace(-0.06, width + 0.06, 8)
        edge = spline(np.stack([x, y + random.normal(0, 0.016, 8)], 1), 5)
        name = ("water.shallow", "water.foam", "ground.beach")[i]
        if i == 1:
            edge = scalloped(edge, uneven(14, random, 0.5), random.uniform(0.05, 0.25, 14), per=5)
        paint = Paint(f"shore.{material}", material)
        parts.append(sky.ridge(name, paint, edge, height + 0.05, sky.MIDDLE + 0.03 * i, weight=0.6))
    palms: tuple[Maker, ...] = (_of("palm"), grass_tuft_parts)
    makers = palms if random.random() < 0.6 else (terrain.seashell, terrain.rock)
    return parts + terrain.grow(
        random, width, beach + 0.1, height * 1.02, makers, int(random.integers(2, 6)), 0.25, "beach"
    )


def wood(random: Random, width: float, height: float) -> list[Part]:
    """A wood with a path between its trunks."""
    low = height * random.uniform(0.42, 0.55)
    parts = _air(random, width, height, low)
    parts.append(sky.tree_line(width, low, random, sky.FAR, "back", 0.2, 0.45))
    ground = sky.hill_line(width, low + 0.08, 0.02, random)
    grass = terrain.tufts(random, width, low + 0.12, height, 24)
    parts.append(
        sky.ridge(
            "ground.wood",
            Paint("wood.floor", str(random.choice(("grass", "earth")))),
            ground,
            height + 0.05,
            sky.MIDDLE,
            strokes=grass,
        )
    )
    if random.random() < 0.7:
        parts.append(terrain.winding(random, width, low + 0.08, height, str(random.choice(("sand", "earth", "water")))))
    species = str(random.choice(("broadleaf", "conifer", "")))
    for share in np.sort(random.uniform(0, 1, int(random.integers(5, 10)))).tolist():
        side = random.choice((-1, 1))
        x = width / 2 + side * width * (0.08 + 0.42 * random.random() + 0.12 * share)
        trunk = tree_parts(random, "tree", species) if species else tree_parts(random, "tree")
        parts += terrain.stand(
            trunk,
            float(x),
            low + 0.1 + (height - low) * 0.75 * share,
            0.35 + 0.55 * share,
            sky.MIDDLE + 0.05 + 0.3 * share,
            random.random() < 0.5,
        )
    makers: tuple[Maker, ...] = (bush_parts, mushroom_parts, grass_tuft_parts, flower_parts)
    return parts + terrain.grow(
        random, width, height * 0.85, height * 1.04, makers, int(random.integers(2, 6)), 0.16, "growth"
    )


def desert(random: Random, width: float, height: float) -> list[Part]:
    """Dunes or mesas with cacti."""
    low = height * random.uniform(0.45, 0.6)
    parts = _air(random, width, height, low)
    if random.random() < 0.6:
        for _ in range(int(random.integers(1, 4))):
            x, w, h = random.uniform(0, width), random.uniform(0.12, 0.3), random.uniform(0.1, 0.25)
            ring = np.array(
                [
                    (x - w * 0.7, low + 0.05),
                    (x - w / 2, low - h),
                    (x + w / 2, low - h * 1.02),
                    (x + w * 0.72, low + 0.05),
                ]
            )
            lines = [
                Stroke(
                    np.array([(x + w * u, low - h), (x + w * u * 1.05, low - h * random.uniform(0.2, 0.7))]),
                    0.45,
                    (0, 0.7),
                    inside=True,
                )
                for u in random.uniform(-0.45, 0.45, 6)
            ]
            dark = Mark(MarkKind.SHADE, ring + (w * 0.7, 0), 0.7)
            parts.append(
                shape(
                    "ground.mesa",
                    Paint("mesa.rock", "brick"),
                    ring,
                    weight=0.7,
                    strokes=lines,
                    marks=[dark],
                    depth=sky.FAR,
                )
            )
    slopes, y = terrain.hills(random, width, height, low, int(random.integers(2, 4)), "sand")
    makers: tuple[Maker, ...] = (cactus_parts, terrain.rock, grass_tuft_parts)
    kept = [part for part in slopes if not part.name.startswith("tree")]
    return (
        parts + kept + terrain.grow(random, width, y, height * 1.0, makers, int(random.integers(3, 7)), 0.28, "desert")
    )


def snow(random: Random, width: float, height: float) -> list[Part]:
    """Winter: white hills, bare trees and firs, a cottage, falling flakes."""
    low = height * random.uniform(0.42, 0.55)
    parts = _air(random, width, height, low)
    if random.random() < 0.5:
        parts += terrain.mountain(random, width, low + 0.05, 0.25, sky.FAR - 0.04, "range", low + 0.3, True)
    for i in range(2):
        line = sky.hill_line(width, low + 0.13 * i, 0.04, random)
        parts.append(
            sky.ridge("ground.snow", Paint("hills.snow", "snow"), line, height + 0.05, sky.FAR + 0.1 * i, weight=0.7)
        )
        if i == 0:
            parts += sky.firs(width, low + 0.06, random, sky.FAR + 0.05, "firs", 0.12)
    if random.random() < 0.6:
        parts += terrain.stand(
            landmarks.cottage(random, "house"),
            width * random.uniform(0.25, 0.75),
            low + 0.25,
            random.uniform(0.18, 0.3),
            sky.MIDDLE,
        )
    bare: tuple[Maker, ...] = (
        lambda r, n: tree_parts(r, n, "bare"),
        lambda r, n: tree_parts(r, n, "conifer"),
        terrain.rock,
    )
    parts += terrain.grow(random, width, low + 0.3, height * 1.02, bare, int(random.integers(2, 6)), 0.4, "growth")
    flakes = [
        shape("sky.flake", Paint("flakes.flake", "snow"), blob(x, y, r, r, random, 0.1, 6), weight=0.35, depth=-0.2)
        for x, y, r in random.uniform((0, 0, 0.003), (width, height, 0.009), (int(random.integers(0, 40)), 3))
    ]
    return parts + flakes


def islands(random: Random, width: float, height: float) -> list[Part]:
    """Islands that float in the sky, with castles, cottages and trees."""
    parts = _air(random, width, height, height * 0.9)
    for i in range(int(random.integers(2, 5))):
        half = random.uniform(0.08, 0.14) + 0.1 * i / 2
        x, y = width * random.uniform(0.15, 0.85), height * (0.3 + 0.17 * i)
        depth = sky.FAR + 0.08 * i
        parts += terrain.island(random, x, y, half, depth)
        maker = (landmarks.cottage, landmarks.castle, landmarks.windmill, tree_parts)[int(random.integers(4))]
        parts += terrain.stand(
            maker(random, f"isle{i}"),
            x + random.uniform(-0.2, 0.2) * half,
            y + 0.01,
            half * random.uniform(0.8, 1.3),
            depth + 0.03,
        )
    return parts
