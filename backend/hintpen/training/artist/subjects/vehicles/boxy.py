"""Vehicles as solids in meters: cars, vans, buses, trucks, trams; they stand on y = 0 and drive toward x."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.records import Paint, Random
from hintpen.training.artist.subjects.scenes.walls import Board
from hintpen.training.artist.subjects.solids import Detail, Face, Solid, box, cylinder, rectangle


def wheels(thing: str, places: tuple[float, ...], radius: float, half: float) -> list[Solid]:
    """Pairs of wheels under a body that is 2 `half` broad."""
    tire, hub = Paint(f"{thing}.tire", "rubber"), Paint(f"{thing}.hub", "metal")
    solids: list[Solid] = []
    for x in places:
        for s in (-1, 1):
            # Beside the body, not under it: so it is clear which hides which.
            z, edge = (-half - 0.12, -half - 0.125) if s < 0 else (half, half + 0.115)
            solids.append(cylinder("vehicle.tire", tire, (x, radius, z), 0.12, radius, axis="z"))
            solids.append(cylinder("vehicle.hub", hub, (x, radius, edge), 0.01, radius * 0.55, axis="z", weight=0.7))
    return solids


def cabin(
    name: str,
    paint: Paint,
    foot: tuple[float, float, float, float],
    roof: tuple[float, float, float, float],
    low: float,
    high: float,
    details: dict[str, list[Detail]],
) -> Solid:
    """A body that narrows upward: `foot` and `roof` are (x0, x1, z0, z1) at the heights `low` and `high`."""
    a0, a1, b0, b1 = foot
    c0, c1, d0, d1 = roof
    k = np.array(
        [
            (a0, low, b1),
            (a1, low, b1),
            (c1, high, d1),
            (c0, high, d1),
            (a0, low, b0),
            (a1, low, b0),
            (c1, high, d0),
            (c0, high, d0),
        ]
    )
    sides = {
        "left": (0, 4, 7, 3),
        "right": (5, 1, 2, 6),
        "top": (7, 6, 2, 3),
        "front": (4, 5, 6, 7),
        "back": (1, 0, 3, 2),
    }
    return Solid(name, paint, tuple(Face(k[list(i)], tuple(details.get(side, []))) for side, i in sides.items()))


def _gleam() -> np.ndarray:
    return np.array([(0.15, 1), (0.35, 1), (0.2, 0), (0.0, 0)])


def car(random: Random, thing: str = "car") -> list[Solid]:
    """A saloon, a hatchback or a jeep."""
    body, glass = Paint(f"{thing}.body", "paint"), Paint(f"{thing}.glass", "glass")
    light, trim = Paint(f"{thing}.light", "glass"), Paint(f"{thing}.trim", "plastic")
    style = random.integers(3)
    half, long = 0.85, random.uniform(1.75, 2.1)
    r = random.uniform(0.3, 0.36) + (0.05 if style == 2 else 0)
    belt, high = r + random.uniform(0.5, 0.58), r + random.uniform(1.0, 1.25)
    front, back = long * random.uniform(0.3, 0.42), -long * (0.95 if style else random.uniform(0.5, 0.7))
    slant = 0.12 if style == 2 else random.uniform(0.3, 0.5)
    side = Board(2 * long, belt - 0.2)
    doors = [side.line((long + x, 0.02), (long + x, belt - 0.22)) for x in (front - 0.1, front - 1.0, back + 0.45)]
    handles = [side.line((long + x, belt - 0.36), (long + x + 0.2, belt - 0.36)) for x in (front - 0.9, front - 1.7)]
    arches = [
        np.stack([(long + x + (r + 0.06) * np.cos(a)), np.clip(r - 0.2 + (r + 0.06) * np.sin(a), 0, None)], 1)
        / (side.long, side.high)
        for x in (-long * 0.6, long * 0.62)
        for a in [np.linspace(0, np.pi, 14)]
    ]
    panel = [
        Detail("vehicle.arch", trim, tuple(arches), weight=0.7),
        Detail(lines=(*doors, *handles, side.line((0, 0.12), (2 * long, 0.12)))),
    ]
    face = [
        Detail("vehicle.light", light, (rectangle(0.05, 0.5, 0.28, 0.8), rectangle(0.72, 0.5, 0.95, 0.8))),
        Detail(
            "vehicle.grille",
            trim,
            (rectangle(0.32, 0.45, 0.68, 0.8),),
            tuple(np.array([(0.32, v), (0.68, v)]) for v in (0.55, 0.65, 0.72)),
        ),
        Detail(
            "vehicle.plate",
            Paint(f"{thing}.plate", "paper"),
            (rectangle(0.4, 0.15, 0.6, 0.32),),
            (np.array([(0.43, 0.23), (0.57, 0.24)]),),
        ),
        Detail(lines=(np.array([(0, 0.4), (1, 0.4)]),)),
    ]
    rear = [
        Detail(
            "vehicle.taillight",
            Paint(f"{thing}.taillight", "plastic"),
            (rectangle(0.04, 0.5, 0.2, 0.8), rectangle(0.8, 0.5, 0.96, 0.8)),
        )
    ]
    panes = [
        Detail(
            "vehicle.window",
            glass,
            (
                np.array([(0.07, 0.1), (0.46, 0.1), (0.46, 0.88), (0.1, 0.88)]),
                np.array([(0.52, 0.1), (0.93, 0.1), (0.9, 0.88), (0.52, 0.88)]),
            ),
            shines=(_gleam(),),
            weight=0.7,
        )
    ]
    shield = [
        Detail(
            "vehicle.window",
            glass,
            (np.array([(0.08, 0.08), (0.92, 0.08), (0.9, 0.9), (0.1, 0.9)]),),
            (np.array([(0.2, 0.1), (0.5, 0.3)]),),
            shines=(_gleam(),),
            weight=0.7,
        )
    ]
    solids = [
        cabin(
            "vehicle.body",
            body,
            (-long, long, -half, half),
            (-long + 0.06, long - 0.08, -half + 0.03, half - 0.03),
            0.2,
            belt,
            {
                "front": panel,
                "back": panel,
                "right": face,
                "left": rear,
                "top": [Detail(lines=(np.array([(0.72, 0.12), (0.97, 0.2)]), np.array([(0.72, 0.88), (0.97, 0.8)])))],
            },
        ),
        cabin(
            "vehicle.cabin",
            body,
            (back, front, -half + 0.06, half - 0.06),
            (back + slant * (0.3 if style else 0.9), front - slant, -half + 0.2, half - 0.2),
            belt,
            high,
            {"front": panes, "back": panes, "right": shield, "left": shield},
        ),
        *wheels(thing, (-long * 0.6, long * 0.62), r, half),
        box("vehicle.bumper", trim, (long - 0.05, 0.22, -half - 0.01), (long + 0.08, 0.36, half + 0.01)),
        box("vehicle.bumper", trim, (-long - 0.08, 0.22, -half - 0.01), (-long + 0.05, 0.36, half + 0.01)),
    ]
    if random.random() < 0.15:
        solids.append(box("vehicle.beacon", light, (-0.2, high, -0.3), (0.0, high + 0.15, 0.3)))
    return solids


def bus(random: Random, thing: str = "bus") -> list[Solid]:
    """A bus, a van or a tram: a long box with a row of windows."""
    body, glass, stripe = (
        Paint(f"{thing}.body", "paint"),
        Paint(f"{thing}.glass", "glass"),
        Paint(f"{thing}.stripe", "paint"),
    )
    light, trim = Paint(f"{thing}.light", "glass"), Paint(f"{thing}.trim", "rubber")
    kind = random.integers(3)
    long, half, high = ((4.2, 1.15, 2.9), (2.3, 0.95, 2.1), (5.5, 1.2, 3.3))[kind]
    n = (6, 3, 8)[kind]
    r = (0.48, 0.36, 0.3)[kind]
    side = Board(2 * long, high - 0.35)
    low, top = (high - 0.35) * 0.5, (high - 0.35) * 0.88
    pitch = (2 * long - 0.5) / n
    boxes = [side.box(0.25 + i * pitch, low, 0.25 + (i + 0.86) * pitch, top) for i in range(n)]
    gleam = tuple(
        b[[3, 2, 1, 0]] * (0.0, 1.0) + np.array([[b[0, 0] + (b[1, 0] - b[0, 0]) * u, 0] for u in (0.1, 0.4, 0.2, -0.1)])
        for b in boxes
    )
    x = 0.25 + (n - 1) * pitch
    door = Detail(
        "vehicle.door",
        body,
        (side.box(x, 0.1, x + pitch * 0.86, top),),
        (side.line((x + pitch * 0.43, 0.1), (x + pitch * 0.43, top)),),
    )
    band = Detail("vehicle.stripe", stripe, (side.box(0, low - 0.45, 2 * long, low - 0.2),), weight=0.6)
    panes = [Detail("vehicle.window", glass, (b,), shines=(g,), weight=0.7) for b, g in zip(boxes, gleam, strict=True)]
    flat = [band, *panes[:-1], door, panes[-1]]
    mirrored = [band, *panes]
    face = [
        Detail(
            "vehicle.window",
            glass,
            (rectangle(0.06, 0.45, 0.94, 0.86),),
            (np.array([(0.5, 0.45), (0.5, 0.86)]),),
            shines=(_gleam(),),
        ),
        Detail(
            "sign",
            Paint(f"{thing}.sign", "paint"),
            (rectangle(0.2, 0.88, 0.8, 0.98),),
            (np.array([(0.3, 0.93), (0.7, 0.93)]),),
        ),
        Detail("vehicle.light", light, (rectangle(0.06, 0.14, 0.22, 0.26), rectangle(0.78, 0.14, 0.94, 0.26))),
        Detail(
            lines=(
                np.array([(0, 0.36), (1, 0.36)]),
                np.array([(0.3, 0.15), (0.7, 0.15)]),
                np.array([(0.3, 0.22), (0.7, 0.22)]),
            )
        ),
    ]
    solids = [
        cabin(
            "vehicle.body",
            body,
            (-long, long, -half, half),
            (-long + 0.05, long - 0.15, -half + 0.04, half - 0.04),
            0.35,
            high,
            {
                "front": flat,
                "back": mirrored,
                "right": face,
                "left": [Detail("vehicle.window", glass, (rectangle(0.15, 0.5, 0.85, 0.85),))],
            },
        ),
        *wheels(
            thing,
            (-long * 0.55, long * 0.6) if kind < 2 else (-long * 0.7, -long * 0.45, long * 0.45, long * 0.7),
            r,
            half,
        ),
        box("vehicle.bumper", trim, (long - 0.03, 0.32, -half - 0.01), (long + 0.1, 0.5, half + 0.01)),
    ]
    if kind == 2:
        solids.append(
            box(
                "vehicle.pantograph",
                Paint(f"{thing}.steel", "metal"),
                (-0.6, high + 0.5, -0.6),
                (-0.5, high + 0.56, 0.6),
            )
        )
        solids.append(
            box("vehicle.pantograph", Paint(f"{thing}.steel", "metal"), (-0.6, high, -0.05), (-0.5, high + 0.5, 0.05))
        )
    elif random.random() < 0.4:
        bag = Paint(f"{thing}.luggage", "leather")
        for x0 in (-1.2, -0.2, 0.6):
            solids.append(
                box("thing.luggage", bag, (x0, high, -0.5), (x0 + 0.7, high + random.uniform(0.25, 0.5), 0.4))
            )
    return solids


def truck(random: Random, thing: str = "truck") -> list[Solid]:
    """A truck with a box, a tank or an open bed."""
    cab, load = Paint(f"{thing}.cab", "paint"), Paint(f"{thing}.load", "paint")
    glass, trim, light = (
        Paint(f"{thing}.glass", "glass"),
        Paint(f"{thing}.trim", "rubber"),
        Paint(f"{thing}.light", "glass"),
    )
    half = 1.05
    window = Detail(
        "vehicle.window", glass, (np.array([(0.3, 0.5), (0.9, 0.5), (0.86, 0.88), (0.3, 0.88)]),), shines=(_gleam(),)
    )
    side = [
        window,
        Detail(
            lines=(
                np.array([(0.22, 0.06), (0.22, 0.94)]),
                np.array([(0.94, 0.1), (0.94, 0.5)]),
                np.array([(0.3, 0.42), (0.42, 0.42)]),
            )
        ),
    ]
    face = [
        Detail("vehicle.window", glass, (rectangle(0.06, 0.5, 0.94, 0.88),), shines=(_gleam(),)),
        Detail(
            "vehicle.grille",
            trim,
            (rectangle(0.25, 0.14, 0.75, 0.38),),
            tuple(np.array([(0.25, v), (0.75, v)]) for v in (0.2, 0.26, 0.32)),
        ),
        Detail("vehicle.light", light, (rectangle(0.04, 0.14, 0.2, 0.3), rectangle(0.8, 0.14, 0.96, 0.3))),
    ]
    solids = [
        box("vehicle.chassis", trim, (-3.2, 0.45, -0.5), (2.4, 0.62, 0.5)),
        cabin(
            "vehicle.cab",
            cab,
            (1.0, 2.5, -half, half),
            (1.05, 2.3, -half + 0.05, half - 0.05),
            0.5,
            2.4,
            {"front": side, "back": [window], "right": face},
        ),
        *wheels(thing, (-2.4, 1.75), 0.48, half - 0.05),
    ]
    style = random.integers(3)
    if style == 0:
        ribs = [Detail(lines=tuple(np.array([(u, 0.05), (u, 0.95)]) for u in np.linspace(0.1, 0.9, 8)), weight=0.5)]
        solids.append(box("vehicle.load", load, (-3.2, 0.65, -half), (0.85, 3.0, half), {"front": ribs, "back": ribs}))
    elif style == 1:
        solids.append(cylinder("vehicle.tank", load, (-3.2, 1.55, 0), 4.0, 0.95, axis="x", lines=(0.25, 0.5, 0.75)))
    else:
        planks = [Detail(lines=tuple(np.array([(0, v), (1, v)]) for v in (0.33, 0.66)))]
        sides = {"front": planks, "back": planks, "left": planks}
        solids.append(box("vehicle.bed", load, (-3.2, 0.65, -half), (0.85, 1.3, half), sides))
        wood = Paint(f"{thing}.crate", "wood")
        for x in (-2.6, -1.3, -0.2):
            s = random.uniform(0.3, 0.5)
            solids.append(box("thing.crate", wood, (x - s, 1.3, -s), (x + s, 1.3 + 1.6 * s, s), {"front": planks}))
    return solids
