"""A vehicle in its picture: on a road, on nothing, on the sea, in the air, in space."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, Scene, placed
from hintpen.training.artist.subjects.camera import Camera
from hintpen.training.artist.subjects.drafting import choose_hand
from hintpen.training.artist.subjects.scenes import sky, terrain
from hintpen.training.artist.subjects.scenes.backdrop import backdrop
from hintpen.training.artist.subjects.stage import Stage
from hintpen.training.artist.subjects.staging import fitted
from hintpen.training.artist.subjects.vehicles import afloat, aloft, boxy, wheeled

LAND = (wheeled.bicycle, wheeled.scooter, wheeled.engine, wheeled.tank)
SOLID = (boxy.car, boxy.car, boxy.bus, boxy.truck)
WATER = (afloat.sailboat, afloat.ship, afloat.rowboat)
AIR = (aloft.plane, aloft.helicopter, aloft.balloon, aloft.rocket, aloft.saucer)


def vehicle(random: Random, width: float, height: float) -> Scene:
    """One vehicle, large, where it belongs or on a plain ground."""
    kind = random.choice(4, p=(0.36, 0.22, 0.18, 0.24))
    m = random.uniform(0.05, 0.12)
    box = (m, m, width - m, height * random.uniform(0.8, 0.92))
    plain = random.random() < 0.4
    ground = backdrop(
        random, width, height, str(random.choice(("bare", "plain", "two-tone", "speed"), p=(0.4, 0.35, 0.15, 0.1)))
    )
    if kind == 0:
        made = _turned(random, width, height)
        parts = [*(ground if plain else _road(random, width, box[3])), *fitted(made, box, random)]
    elif kind == 1:
        made = LAND[int(random.integers(len(LAND)))](random, "vehicle")
        parts = [*(ground if plain else _road(random, width, box[3])), *fitted(made, box, random)]
    elif kind == 2:
        made = WATER[int(random.integers(len(WATER)))](random, "vehicle")
        parts = [*ground, *fitted(made, box, random)] if plain else _at_sea(random, width, height, made)
    else:
        made = AIR[int(random.integers(len(AIR)))](random, "vehicle")
        turn = random.uniform(-14, 14)
        parts = [
            *(ground if plain else _in_air(random, width, height)),
            *fitted(made, (m, m, width - m, height - m), random, turn),
        ]
    return Scene("vehicle", width, height, tuple(parts), pen_scale=0.85)


def _turned(random: Random, width: float, height: float) -> list[Part]:
    """A vehicle of solids seen over its corner."""
    solids = SOLID[int(random.integers(len(SOLID)))](random, "vehicle")
    long = float(np.ptp(np.concatenate([solid.points for solid in solids])[:, 0]))
    away = long * random.uniform(1.1, 1.7)
    high = random.uniform(0.9, 1.6) if random.random() < 0.6 else long * 0.6
    camera = Camera(
        (0.0, high, -away),
        0.0,
        float(np.degrees(np.arctan2(high - 0.7, away))),
        away / long,
        (width / 2, height / 2),
        (width, height),
        12.0,
    )
    stage = Stage(camera, choose_hand(random), random)
    stage.add(solids, float(random.choice((1, -1))) * random.uniform(15, 62) + float(random.choice((0, 180))))
    return stage.parts


def _road(random: Random, width: float, foot: float) -> list[Part]:
    """A road before hills or a town."""
    top = foot - random.uniform(0.12, 0.2)
    parts = sky.clear_sky(width, foot + 0.3, random) + sky.clouds(width, top * 0.8, random)
    if random.random() < 0.5:
        parts += sky.skyline(width, top, random, sky.FAR, "town", 0.3)
    else:
        parts.append(sky.tree_line(width, top - 0.03, random, sky.FAR, "far", 0.1, 0.5))
    verge = np.array([(-0.05, top), (width + 0.05, top)])
    grass = terrain.tufts(random, width, top, foot, 12)
    parts.append(sky.ridge("ground.verge", Paint("verge.grass", "grass"), verge, 3.0, sky.MIDDLE, strokes=grass))
    line = np.array([(-0.05, foot - 0.07), (width + 0.05, foot - 0.07)])
    return [
        *parts,
        sky.ridge(
            "street.road",
            Paint("street.road", "road"),
            line,
            3.0,
            sky.NEAR,
            strokes=terrain.tufts(random, width, foot, foot + 0.1, 0),
        ),
    ]


def _at_sea(random: Random, width: float, height: float, made: list[Part]) -> list[Part]:
    """The sea, its near waves before the hull."""
    low = height * random.uniform(0.5, 0.62)
    parts = sky.clear_sky(width, height, random) + sky.clouds(width, low, random) + sky.birds(width, low, random)
    for i, y in enumerate((low, height * 0.78)):
        line = np.array([(-0.05, low), (width + 0.05, low)]) if i == 0 else sky.hill_line(width, y, 0.02, random, 7)
        ripples = tuple(sky.waves(width, y + 0.02, height, random, 14))
        paint = Paint(f"sea.water{i}", "water", "sea.water0" if i else "")
        parts.append(sky.ridge("water.sea", paint, line, height + 0.05, sky.FAR + 0.2 * i, strokes=ripples))
        if i == 0:
            size = min(0.85 * height, 0.85 * width) * random.uniform(0.6, 0.75)
            parts += placed(
                made, Frame.at(width / 2, height * 0.8, size * 0.8, random.uniform(-4, 4), random.random() < 0.5), -0.45
            )
    return parts


def _in_air(random: Random, width: float, height: float) -> list[Part]:
    if random.random() < 0.35:
        return sky.clear_sky(width, height, random, "night") + sky.stars(width, height, random, 30)
    parts = sky.clear_sky(width, height, random) + sky.clouds(width, height, random, int(random.integers(2, 6)))
    if random.random() < 0.4:
        parts.append(
            sky.ridge(
                "ground.hill",
                Paint("hills.grass0", "grass"),
                sky.hill_line(width, height * 0.9, 0.04, random),
                height + 0.05,
                sky.FAR,
            )
        )
    return parts
