"""Streets in perspective: houses on both sides, poles and wires, fences, trees, cars, and the town beyond."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from hintpen.training.artist.records import Paint, Part, Random, Scene
from hintpen.training.artist.subjects.camera import Camera, Space
from hintpen.training.artist.subjects.drafting import choose_hand
from hintpen.training.artist.subjects.plants import bush_parts, tree_parts
from hintpen.training.artist.subjects.scenes import houses, sky
from hintpen.training.artist.subjects.solids import Detail, Face, Solid, box, rectangle
from hintpen.training.artist.subjects.stage import Stage
from hintpen.training.artist.subjects.vehicles import boxy


def street(random: Random, width: float, height: float) -> Scene:
    """A street."""
    return Scene("scene.street", width, height, tuple(street_parts(random, width, height)), pen_scale=0.55)


def street_parts(random: Random, width: float, height: float) -> list[Part]:
    """A street's parts from back to front."""
    high = random.random() < 0.25
    camera = Camera(
        (random.uniform(-1.5, 1.5), random.uniform(4.5, 8) if high else random.uniform(1.4, 2.2), 0.0),
        random.uniform(-24, 24),
        random.uniform(6, 14) if high else random.uniform(-6, 2),
        random.uniform(0.75, 1.1),
        (width / 2, height * random.uniform(0.48, 0.6)),
        (width, height),
        reach=9.0,
    )
    stage = Stage(camera, choose_hand(random), random)
    horizon = float(
        camera.flat(
            camera.seen([(np.sin(np.radians(camera.yaw)) * 1e4, camera.eye[1], np.cos(np.radians(camera.yaw)) * 1e4)])
        )[0, 1]
    )
    time = str(random.choice(("sky", "dusk", "night"), p=(0.75, 0.17, 0.08)))
    stage.parts += sky.clear_sky(width, height, random, time)
    stage.parts += sky.clouds(width, max(0.15, horizon * 0.9), random, int(random.integers(1, 4)))
    if random.random() < 0.7:
        stage.parts += sky.skyline(width, horizon + 0.03, random, sky.FAR, "town", random.uniform(0.1, 0.3))
    else:
        stage.parts.append(sky.tree_line(width, horizon + 0.01, random, sky.FAR, "far", 0.08, 0.5))
    half = random.uniform(2.4, 3.6)
    _ground(stage, half)
    _sides(stage, half)
    return stage.parts


def _strip(name: str, paint: Paint, left: float, right: float, y: float, details: tuple[Detail, ...] = ()) -> Solid:
    """A strip of ground along the street."""
    k = np.array([(left, y, 0.3), (right, y, 0.3), (right, y, 90), (left, y, 90)])
    return Solid(name, paint, (Face(k, details, only_front=False),), weight=1.6)


def _ground(stage: Stage, half: float) -> None:
    """Ground, road with its markings, sidewalks with their curbs."""
    low = -0.55
    dashes = tuple(rectangle(0.49, v, 0.51, v + 0.02) for v in np.arange(0.0, 0.5, 0.045))
    road = Detail("street.marking", Paint("street.marking", "paper"), dashes, weight=0.5)
    ground = Paint("street.ground", str(stage.random.choice(("stone", "grass", "earth"))))
    stage.parts += stage.solid(_strip("street.ground", ground, -60, 60, -0.02), low)
    stage.parts += stage.solid(
        _strip("street.road", Paint("street.road", "road"), -half, half, 0, (road,)), low + 0.004
    )
    walk = Paint("street.walk", "stone")
    for s in (-1, 1):
        a, b = sorted((s * half, s * (half + 1.8)))
        joints = tuple(np.array([(0, v), (1, v)]) for v in np.arange(0.01, 0.3, 0.0167))
        strip = _strip("street.walk", walk, a, b, 0.12, (Detail(lines=joints, weight=0.35),))
        stage.parts += stage.solid(strip, low + 0.008)
        curb = np.array([(s * half, 0, 0.3), (s * half, 0, 90), (s * half, 0.12, 90), (s * half, 0.12, 0.3)])
        stage.parts += stage.solid(Solid("street.curb", walk, (Face(curb, only_front=False),)), low + 0.01)


def _sides(stage: Stage, half: float) -> None:
    """Everything that stands along the street, from far to near."""
    random = stage.random
    rows: list[tuple[float, list[Solid], float, tuple[float, float, float]]] = []
    plants: list[tuple[float, list[Part], tuple[float, float, float], float]] = []
    makers = ((houses.house, houses.shop, houses.block)[i] for i in random.integers(0, 3, 40))
    urban = random.random()
    for s in (-1, 1):
        z, i = random.uniform(3.0, 7.0), 0
        while z < 55:
            maker = next(makers, houses.house)
            if maker is houses.block and urban < 0.4:
                maker = houses.house
            solids = maker(random, f"house{i % 4}{'l' if s < 0 else 'r'}")
            points = np.concatenate([solid.points for solid in solids])
            wide, deep = float(np.ptp(points[:, 0])), float(np.ptp(points[:, 2]))
            setback = random.uniform(0.2, 3.0) if urban < 0.5 else 0.2
            x = s * (half + 2.0 + setback + deep / 2)
            rows.append((z + wide / 2, solids, s * 90.0, (x, 0.0, z + wide / 2)))
            if setback > 1.2 and z < 25:
                along = houses.fence(wide * 0.9, random)
                turn = s * 90.0
                rows.append((z, along, turn, (s * (half + 2.0), 0.0, z if s < 0 else z + wide * 0.9)))
            z += wide + random.uniform(0.0, 2.5 if urban < 0.6 else 0.6)
            i += 1
            if z > 18 and i > 2:
                break
    wires = _roadside(random, half, rows, plants)
    items = [(at[2], 0, n) for n, (_, _, _, at) in enumerate(rows)] + [
        (at[2], 1, n) for n, (_, _, at, _) in enumerate(plants)
    ]
    eye = stage.camera.eye
    order = sorted(items, key=lambda item: -_away(rows[item[2]][3] if item[1] == 0 else plants[item[2]][2], eye))
    for _, kind, n in order:
        if kind == 0:
            _, solids, turn, at = rows[n]
            stage.add(solids, turn, at)
        else:
            _, parts, at, size = plants[n]
            stage.sprite(parts, at, size)
    for x, tall, poles in wires:
        _hang_wires(stage, x, tall, poles)


def _away(at: tuple[float, float, float], eye: tuple[float, float, float]) -> float:
    return float(np.hypot(at[0] - eye[0], at[2] - eye[2]))


def _roadside(
    random: Random,
    half: float,
    rows: list[tuple[float, list[Solid], float, tuple[float, float, float]]],
    plants: list[tuple[float, list[Part], tuple[float, float, float], float]],
) -> list[tuple[float, float, list[float]]]:
    """Poles, lamps, trees, bins and cars. Gives the rows of poles that carry wires: where, how high, at which z."""
    wires: list[tuple[float, float, list[float]]] = []
    s = float(random.choice((-1, 1)))
    style = random.integers(3)
    if style < 2:
        tall = random.uniform(6.5, 8.5)
        poles = np.arange(random.uniform(4, 8), 38, 11.0).tolist()
        if style == 0:
            wires.append((s * (half + 0.5), tall, poles))
        for z in poles:
            solids = houses.pole(tall) if style == 0 else houses.street_lamp(random)
            rows.append((z, solids, 0.0, (s * (half + 0.5), 0.1, z)))
    if random.random() < 0.7:
        kind = tree_parts(random, "street tree")
        for z in np.arange(random.uniform(5, 9), 28, random.uniform(6, 10)).tolist():
            fresh = kind if z > 14 else tree_parts(random, "street tree")
            plants.append((z, fresh, (-s * (half + 1.0), 0.1, z), random.uniform(3.5, 6.0)))
    for z in random.uniform(4, 16, int(random.integers(0, 3))).tolist():
        plants.append(
            (
                z,
                bush_parts(random, "bush"),
                (float(random.choice((-1, 1))) * (half + 1.9), 0.1, z),
                random.uniform(0.8, 1.4),
            )
        )
    for i in range(int(random.integers(0, 4))):
        z = 8.0 + 9.0 * i + random.uniform(0, 3)
        lane = float(random.choice((-1, 1)))
        maker = (boxy.car, boxy.car, boxy.bus, boxy.truck)[int(random.integers(4))]
        # The near lane drives away from the viewer or toward him.
        rows.append((z, maker(random, f"car{i}"), 90.0 * lane, (lane * half * 0.55, 0.0, z)))
    if random.random() < 0.4:
        bin_ = box("street.bin", Paint("street.bin", "plastic"), (-0.3, 0, -0.3), (0.3, 0.9, 0.3))
        lid = box("street.bin.lid", Paint("street.bin", "plastic"), (-0.34, 0.9, -0.34), (0.34, 1.0, 0.34))
        rows.append((4.0, [bin_, lid], 0.0, (-s * (half + 1.3), 0.12, random.uniform(4, 8))))
    return wires


def _hang_wires(stage: Stage, x: float, tall: float, poles: list[float]) -> None:
    """Wires from pole to pole, sagging."""
    ends = ((-0.8, tall - 0.5), (0.0, tall - 0.5), (0.8, tall - 0.5), (0.5, tall - 1.2))
    for a, b in pairwise([poles[0] - 11.0, *poles]):
        lines = [_sag(np.array([x + dx, y, a]), np.array([x + dx, y, b])) for dx, y in ends]
        stage.lines("street.wires", Paint("street.wires", "rubber"), lines, 0.6)


def _sag(a: Space, b: Space) -> Space:
    t = np.linspace(0, 1, 9)[:, None]
    return a + (b - a) * t - np.array([0, 0.5, 0]) * 4 * t * (1 - t)
