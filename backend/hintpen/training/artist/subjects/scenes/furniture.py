"""Furniture as solids in meters: it stands on y = 0 about (0, 0), its front toward the viewer (least z)."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import uneven
from hintpen.training.artist.records import Paint, Random
from hintpen.training.artist.subjects.solids import Detail, Solid, box, cylinder, disc, prism, rectangle


def bed(random: Random, thing: str = "bed") -> list[Solid]:
    """A single bed whose head is away from the viewer."""
    wood, sheet = Paint(f"{thing}.frame", "wood"), Paint(f"{thing}.sheet", "cloth")
    blanket, pillow = Paint(f"{thing}.blanket", "cloth"), Paint(f"{thing}.pillow", "cloth")
    w, long, fold = random.uniform(0.45, 0.7), 1.0, random.uniform(0.3, 0.5)
    quilt = tuple(np.array([(u, 0), (u, 1)]) for u in uneven(int(random.integers(2, 5)), random)[1:-1])
    if random.random() < 0.5:
        quilt += tuple(np.array([(0, v), (1, v)]) for v in uneven(5, random)[1:-1])
    drape = [
        Detail(lines=tuple(np.array([(u, 1), (u + 0.02, random.uniform(0, 0.4))]) for u in uneven(7, random)[1:-1]))
    ]
    return [
        box(f"furniture.{thing}.frame", wood, (-w, 0.12, -long), (w, 0.3, long)),
        *(
            box(f"furniture.{thing}.leg", wood, (x, 0, z), (x + 0.08, 0.12, z + 0.08))
            for x in (-w, w - 0.08)
            for z in (-long, long - 0.08)
        ),
        box(f"furniture.{thing}.mattress", sheet, (-w + 0.02, 0.3, -long + 0.02), (w - 0.02, 0.45, long)),
        box(f"furniture.{thing}.head", wood, (-w - 0.03, 0, long), (w + 0.03, random.uniform(0.8, 1.1), long + 0.07)),
        box(
            f"furniture.{thing}.blanket",
            blanket,
            (-w - 0.03, 0.22, -long - 0.03),
            (w + 0.03, 0.5, fold),
            {"top": [Detail(lines=quilt, weight=0.5)], "left": drape, "right": drape, "front": drape},
        ),
        box(f"furniture.{thing}.fold", sheet, (-w - 0.03, 0.45, fold), (w + 0.03, 0.52, fold + 0.12)),
        _cushion(f"furniture.{thing}.pillow", pillow, (-w * 0.7, 0.45, long - 0.4), (w * 0.7, 0.6, long - 0.04)),
    ]


def _cushion(name: str, paint: Paint, low: tuple[float, float, float], high: tuple[float, float, float]) -> Solid:
    """A soft box: its profile from the side is rounded."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    h, d = y1 - y0, z1 - z0
    outline = [(z0, y0 + 0.3 * h), (z0 + 0.1 * d, y0), (z1 - 0.1 * d, y0), (z1, y0 + 0.3 * h)]
    outline += [
        (z1 - 0.08 * d, y1 - 0.1 * h),
        (z1 - 0.3 * d, y1),
        (z0 + 0.25 * d, y1 - 0.06 * h),
        (z0 + 0.05 * d, y1 - 0.35 * h),
    ]
    solid = prism(name, paint, outline, x0, x1, "x")
    # A cushion has no hard edges across: only its ends are outlined.
    return solid


def desk(random: Random, thing: str = "desk") -> list[Solid]:
    """A desk with drawers on one side, and what lies on it."""
    wood, metal = Paint(f"{thing}.wood", "wood"), Paint(f"{thing}.handle", "metal")
    w, d, h = random.uniform(0.5, 0.75), random.uniform(0.28, 0.36), random.uniform(0.68, 0.76)
    side = 1 if random.random() < 0.5 else -1
    x0, x1 = sorted((side * (w - 0.03), side * (w - 0.4)))
    drawers = [
        Detail(f"furniture.{thing}.drawer", wood, (rectangle(0.06, v + 0.02, 0.94, v + 0.31),))
        for v in (0.02, 0.345, 0.67)
    ]
    knobs = [Detail(f"furniture.{thing}.knob", metal, (disc(0.5, v, 0.06, 0.03, 10),)) for v in (0.19, 0.515, 0.84)]
    solids = [
        box(f"furniture.{thing}.top", wood, (-w, h - 0.04, -d), (w, h, d), {"top": _grain(random)}),
        box(
            f"furniture.{thing}.drawers",
            wood,
            (x0, 0.06, -d + 0.03),
            (x1, h - 0.04, d - 0.02),
            {"front": drawers + knobs},
        ),
        *(
            box(
                f"furniture.{thing}.leg",
                wood,
                (-side * (w - 0.05) - 0.03, 0, z),
                (-side * (w - 0.05) + 0.03, h - 0.04, z + 0.05),
            )
            for z in (-d + 0.02, d - 0.07)
        ),
    ]
    return solids + _on_desk(random, w, d, h, thing)


def _on_desk(random: Random, w: float, d: float, h: float, thing: str) -> list[Solid]:
    solids: list[Solid] = []
    places = [-w * 0.65, 0.0, w * 0.62]
    for x, what in zip(places, random.permutation(4).tolist(), strict=False):
        if what == 0:
            screen = Paint(f"{thing}.screen", "glass")
            case = Paint(f"{thing}.case", "plastic")
            face = [Detail("thing.screen", screen, (rectangle(0.05, 0.1, 0.95, 0.95),), shines=(_slant(),))]
            solids += [
                box("thing.monitor.foot", case, (x - 0.1, h, d * 0.3), (x + 0.1, h + 0.02, d * 0.7)),
                box("thing.monitor.neck", case, (x - 0.02, h + 0.02, d * 0.45), (x + 0.02, h + 0.1, d * 0.55)),
                box(
                    "thing.monitor", case, (x - 0.24, h + 0.1, d * 0.4), (x + 0.24, h + 0.42, d * 0.55), {"front": face}
                ),
            ]
        elif what == 1:
            y = h
            for i in range(int(random.integers(1, 4))):
                cover, half = Paint(f"{thing}.book{i}", "leather"), random.uniform(0.09, 0.13)
                thick = random.uniform(0.025, 0.05)
                pages = [Detail(lines=(np.array([(0.03, 0.5), (0.97, 0.5)]),), weight=0.4)]
                solids.append(box("book", cover, (x - half, y, -0.1), (x + half, y + thick, 0.1), {"front": pages}))
                y += thick
        elif what == 2:
            shade = Paint(f"{thing}.lampshade", "cloth")
            stem = Paint(f"{thing}.lampstem", "metal")
            solids += [
                cylinder("thing.lamp.foot", stem, (x, h, 0.1), 0.02, 0.08),
                cylinder("thing.lamp.stem", stem, (x, h + 0.02, 0.1), 0.24, 0.012),
                cylinder("thing.lamp.shade", shade, (x, h + 0.24, 0.1), 0.16, 0.13, 0.08),
            ]
        else:
            mug = Paint(f"{thing}.mug", "plastic")
            solids.append(cylinder("thing.mug", mug, (x, h, -d * 0.3), 0.09, 0.04, 0.042, lines=(0.8,)))
    return solids


def _slant() -> np.ndarray:
    return np.array([(0.15, 0.95), (0.4, 0.95), (0.15, 0.1), (-0.1, 0.1)])


def _grain(random: Random) -> list[Detail]:
    lines = []
    for v in random.uniform(0.1, 0.9, int(random.integers(1, 5))):
        a = random.uniform(0, 0.6)
        lines.append(np.array([(a, v), (a + random.uniform(0.1, 0.4), v)]))
    return [Detail(lines=tuple(lines), weight=0.4)]


def chair(random: Random, thing: str = "chair") -> list[Solid]:
    """A kitchen chair; its back is away from the viewer."""
    wood = Paint(f"{thing}.wood", "wood")
    seat = Paint(f"{thing}.seat", "cloth") if random.random() < 0.5 else wood
    w, h, top = random.uniform(0.19, 0.24), random.uniform(0.42, 0.48), random.uniform(0.85, 1.05)
    t = 0.035
    legs = [(x, z) for x in (-w, w - t) for z in (-w, w - t)]
    solids = [box(f"furniture.{thing}.leg", wood, (x, 0, z), (x + t, h, z + t)) for x, z in legs]
    solids.append(box(f"furniture.{thing}.seat", seat, (-w - 0.01, h, -w - 0.01), (w + 0.01, h + 0.045, w)))
    solids += [box(f"furniture.{thing}.post", wood, (x, h + 0.045, w - t), (x + t, top, w)) for x in (-w, w - t)]
    if random.random() < 0.5:
        rails = np.linspace(h + 0.18, top - 0.08, int(random.integers(2, 4)))
        solids += [
            box(f"furniture.{thing}.rail", wood, (-w + t, y, w - t + 0.005), (w - t, y + 0.06, w - 0.005))
            for y in rails
        ]
    else:
        solids.append(box(f"furniture.{thing}.rail", wood, (-w + t, top - 0.1, w - t), (w - t, top - 0.01, w)))
        solids.append(box(f"furniture.{thing}.rail", wood, (-w + t, h + 0.12, w - t), (w - t, h + 0.16, w)))
        solids += [
            box(f"furniture.{thing}.slat", wood, (x - 0.012, h + 0.16, w - t + 0.01), (x + 0.012, top - 0.1, w - 0.01))
            for x in np.linspace(-w * 0.6, w * 0.6, int(random.integers(2, 5)))
        ]
    return solids


def table(random: Random, thing: str = "table", low: bool = False) -> list[Solid]:
    """A table on four legs, round ones on a column; `low` for a tea table."""
    wood = Paint(f"{thing}.wood", "wood")
    h, w, d = (0.4, 0.5, 0.32) if low else (0.72, random.uniform(0.5, 0.8), random.uniform(0.35, 0.45))
    if random.random() < 0.3:
        return [
            cylinder(f"furniture.{thing}.foot", wood, (0, 0, 0), 0.03, 0.22),
            cylinder(f"furniture.{thing}.column", wood, (0, 0.03, 0), h - 0.07, 0.05, 0.04),
            cylinder(f"furniture.{thing}.top", wood, (0, h - 0.04, 0), 0.04, w * 0.8),
        ]
    t = 0.05
    solids = [
        box(f"furniture.{thing}.leg", wood, (x, 0, z), (x + t, h - 0.05, z + t))
        for x in (-w + 0.03, w - t - 0.03)
        for z in (-d + 0.03, d - t - 0.03)
    ]
    solids.append(box(f"furniture.{thing}.top", wood, (-w, h - 0.05, -d), (w, h, d), {"top": _grain(random)}))
    return solids + _on_table(random, h, thing)


def _on_table(random: Random, h: float, thing: str) -> list[Solid]:
    """A vase, bowls and cups."""
    solids: list[Solid] = []
    for i, x in enumerate(np.linspace(-0.3, 0.3, int(random.integers(1, 4)))):
        paint, z = Paint(f"{thing}.ware{i}", "tile"), random.uniform(-0.12, 0.12)
        if random.random() < 0.4:
            solids.append(
                cylinder("thing.bowl", paint, (x, h, z), 0.07, 0.05, 0.11, top=Paint(f"{thing}.food", "bread"))
            )
        else:
            solids.append(cylinder("thing.cup", paint, (x, h, z), 0.1, 0.04, 0.045, lines=(0.75,)))
    return solids


def sofa(random: Random, thing: str = "sofa") -> list[Solid]:
    """A sofa with arms and cushions."""
    cloth, cushion = Paint(f"{thing}.cloth", "cloth"), Paint(f"{thing}.cushion", "cloth", f"{thing}.cloth")
    seats = int(random.integers(1, 4))
    w, d, arm = 0.33 * seats, 0.4, random.uniform(0.12, 0.2)
    top = random.uniform(0.7, 0.9)
    wood = Paint(f"{thing}.foot", "wood")
    solids = [
        box(f"furniture.{thing}.base", cloth, (-w, 0.08, -d), (w, 0.28, d - 0.2)),
        box(f"furniture.{thing}.back", cloth, (-w, 0.08, d - 0.2), (w, top, d)),
        *(
            box(
                f"furniture.{thing}.arm",
                cloth,
                (min(s * w, s * (w + arm)), 0.08, -d - 0.02),
                (max(s * w, s * (w + arm)), 0.56, d),
            )
            for s in (-1, 1)
        ),
        *(box(f"furniture.{thing}.foot", wood, (x, 0, -d + 0.02), (x + 0.06, 0.08, -d + 0.08)) for x in (-w, w - 0.06)),
    ]
    for i in range(seats):
        x = -w + 0.66 * i
        solids.append(box(f"furniture.{thing}.seat", cushion, (x + 0.01, 0.28, -d - 0.03), (x + 0.65, 0.42, d - 0.2)))
        if random.random() < 0.4:
            soft = Paint(f"{thing}.pillow", "cloth")
            solids.append(_cushion("thing.cushion", soft, (x + 0.12, 0.42, d - 0.42), (x + 0.5, 0.74, d - 0.22)))
    return solids


def bookcase(random: Random, thing: str = "shelf") -> list[Solid]:
    """A case of boards with books, boxes and pots."""
    wood, inner = Paint(f"{thing}.wood", "wood"), Paint(f"{thing}.inner", "wood", f"{thing}.wood")
    w, h, rows = random.uniform(0.4, 0.6), random.uniform(1.2, 2.0), int(random.integers(3, 6))
    details = []
    for row in range(rows):
        low, high = (row + 0.12) / rows, (row + 0.98) / rows
        details.append(
            Detail(
                f"furniture.{thing}.inner",
                inner,
                (rectangle(0.06, low, 0.94, high),),
                shades=(rectangle(0.06, high - 0.2 / rows, 0.94, high),),
            )
        )
        details += _books(random, 0.07, 0.93, low, high, thing)
    return [box(f"furniture.{thing}", wood, (-w, 0, -0.15), (w, h, 0.15), {"front": details})]


def _books(random: Random, left: float, right: float, low: float, high: float, thing: str) -> list[Detail]:
    """Books along a board, in shares of the case's front."""
    details, x, i = [], left, int(random.integers(5))
    while x < right - 0.05:
        wide = random.uniform(0.045, 0.1)
        if random.random() < 0.12:
            x += random.uniform(0.05, 0.25)
            continue
        tall = low + (high - low) * random.uniform(0.62, 0.93)
        i = int(i + random.integers(1, 4)) % 5
        spine = rectangle(x, low, min(x + wide, right), tall)
        bands = tuple(
            np.array([(x, v), (min(x + wide, right), v)])
            for v in (low + (tall - low) * random.uniform(0.1, 0.9, int(random.integers(0, 3))))
        )
        details.append(Detail("book", Paint(f"{thing}.book{i}", "leather"), (spine,), bands))
        x += wide
    return details


def wardrobe(random: Random, thing: str = "wardrobe") -> list[Solid]:
    """A chest with two doors, or with drawers."""
    wood, metal = Paint(f"{thing}.wood", "wood"), Paint(f"{thing}.knob", "metal")
    w = random.uniform(0.4, 0.55)
    if random.random() < 0.5:
        h = random.uniform(1.6, 2.0)
        doors = [
            Detail(
                f"furniture.{thing}.door",
                wood,
                (rectangle(a, 0.06, a + 0.44, 0.96),),
                (rectangle(a + 0.07, 0.5, a + 0.37, 0.9), rectangle(a + 0.07, 0.12, a + 0.37, 0.44)),
            )
            for a in (0.05, 0.51)
        ]
        knobs = [Detail("", metal, (disc(x, 0.5, 0.018, 0.012, 10),)) for x in (0.46, 0.54)]
    else:
        h, n = random.uniform(0.7, 1.0), int(random.integers(3, 5))
        doors = [
            Detail(f"furniture.{thing}.drawer", wood, (rectangle(0.05, (i + 0.1) / n, 0.95, (i + 0.94) / n),))
            for i in range(n)
        ]
        knobs = [Detail("", metal, (disc(x, (i + 0.52) / n, 0.02, 0.025, 10),)) for i in range(n) for x in (0.25, 0.75)]
    return [
        box(f"furniture.{thing}", wood, (-w, 0, -0.25), (w, h, 0.25), {"front": doors + knobs}),
        box(f"furniture.{thing}.cornice", wood, (-w - 0.03, h, -0.28), (w + 0.03, h + 0.05, 0.28)),
    ]


def floor_lamp(random: Random, thing: str = "floorlamp") -> list[Solid]:
    """A standing lamp."""
    metal, shade = Paint(f"{thing}.metal", "metal"), Paint(f"{thing}.shade", "cloth")
    h = random.uniform(1.2, 1.5)
    return [
        cylinder("furniture.lamp.foot", metal, (0, 0, 0), 0.03, 0.14),
        cylinder("furniture.lamp.pole", metal, (0, 0.03, 0), h - 0.03, 0.015),
        cylinder("furniture.lamp.shade", shade, (0, h, 0), 0.26, 0.2, random.uniform(0.1, 0.17)),
    ]


def crate(random: Random, thing: str = "crate") -> list[Solid]:
    """A box of boards or cardboard, perhaps two on one another."""
    wood = Paint(f"{thing}.wood", "wood")
    s = random.uniform(0.2, 0.35)
    slats = [Detail(lines=tuple(np.array([(0, v), (1, v)]) for v in (0.25, 0.5, 0.75)), weight=0.5)]
    sides = {side: slats for side in ("front", "left", "right")}
    solids = [box(f"furniture.{thing}", wood, (-s, 0, -s), (s, 1.6 * s, s), sides)]
    if random.random() < 0.4:
        t = s * 0.7
        solids.append(box(f"furniture.{thing}", wood, (-t, 1.6 * s, -t), (t, 1.6 * s + 1.3 * t, t), sides))
    return solids


def pot(random: Random, thing: str = "pot") -> list[Solid]:
    """A flower pot with earth."""
    clay, earth = Paint(f"{thing}.clay", "brick"), Paint(f"{thing}.earth", "earth")
    return [
        cylinder("thing.pot", clay, (0, 0, 0), 0.26, 0.11, 0.15),
        cylinder("thing.pot.rim", clay, (0, 0.26, 0), 0.06, 0.17, 0.17, top=earth),
    ]


def television(random: Random, thing: str = "tv") -> list[Solid]:
    """A low board with a screen on it."""
    wood, case, screen = (
        Paint(f"{thing}.wood", "wood"),
        Paint(f"{thing}.case", "plastic"),
        Paint(f"{thing}.screen", "glass"),
    )
    doors = [Detail(f"furniture.{thing}.door", wood, (rectangle(a, 0.12, a + 0.29, 0.9),)) for a in (0.03, 0.355, 0.68)]
    face = [Detail("thing.screen", screen, (rectangle(0.04, 0.06, 0.96, 0.95),), shines=(_slant(),))]
    return [
        box(f"furniture.{thing}.board", wood, (-0.7, 0, -0.2), (0.7, 0.42, 0.2), {"front": doors}),
        box("thing.tv.foot", case, (-0.2, 0.42, -0.06), (0.2, 0.45, 0.06)),
        box("thing.tv", case, (-0.5, 0.47, -0.03), (0.5, 1.02, 0.03), {"front": face}),
    ]
