"""The ground of landscapes: mountains, hills, paths, cliffs, rocks, floating islands, and how things grow on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import cut, ellipse, spline
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.drafting import FLAT, scalloped, shape
from hintpen.training.artist.subjects.plants import (
    tree_parts,
)
from hintpen.training.artist.subjects.scenes import landmarks, sky
from hintpen.training.artist.subjects.staging import with_weights

Maker = Callable[[Random, str], list[Part]]


def mountain(
    random: Random, width: float, foot: float, tall: float, depth: float, thing: str, bottom: float, snowy: bool
) -> list[Part]:
    """A jagged range with its shadow sides, ribs, and snow on the peaks."""
    n = int(random.integers(2, 5))
    peaks = np.sort((np.arange(n) + random.uniform(0.15, 0.85, n)) / n) * (width + 0.2) - 0.1
    highs = tall * random.uniform(0.5, 1.0, n)
    x = np.linspace(-0.1, width + 0.1, 40)
    slope = random.uniform(0.75, 1.2)
    base = np.max(highs[:, None] - slope * np.abs(x[None] - peaks[:, None]), 0)
    x = np.sort(np.concatenate([x, peaks]))
    base = np.max(highs[:, None] - slope * np.abs(x[None] - peaks[:, None]), 0)
    rough = random.normal(0, tall * 0.025, len(x)) * ~np.isin(x, peaks)
    line = np.stack([x, foot - np.maximum(base + rough, -0.02)], 1)
    stone = Paint(f"{thing}.stone", "stone")
    strokes, marks, caps = [], [], []
    side = 1 if random.random() < 0.5 else -1
    for px, h in zip(peaks.tolist(), highs.tolist(), strict=True):
        top = np.array([px, foot - h])
        spine = [top]
        for k in range(1, 6):
            spine.append(top + (side * h * random.uniform(-0.06, 0.12), h * k / 5))
        ridge = np.array(spine)
        far = h / slope * 1.05
        others = np.abs(peaks - px)[peaks != px]
        stop = min(far, float(others.min()) * 0.6) if len(others) else far
        dark = [
            (px + side * stop, foot),
            (px + side * stop, foot - h + slope * stop - 0.01),
            (px + side * 0.01, foot - h),
        ]
        marks.append(Mark(MarkKind.SHADE, np.concatenate([ridge, dark]), 0.75))
        strokes.append(Stroke(cut(ridge, 0, random.uniform(0.45, 0.8), 12), 0.6, (0, 0.7), inside=True))
        for _ in range(int(random.integers(2, 6))):
            s, v = random.choice((-1, 1)), random.uniform(0.2, 0.75)
            a = np.array([px + s * far * v * random.uniform(0.2, 0.7), foot - h * (1 - v)])
            strokes.append(
                Stroke(
                    np.stack([a, a + (s * h * 0.05, h * 0.08), a + (s * h * 0.06, h * 0.18)]),
                    0.45,
                    (0.1, 0.7),
                    inside=True,
                )
            )
        if snowy:
            t = random.uniform(0.22, 0.38)
            zig = np.linspace(-1.15, 1.15, 9)
            hem = np.stack(
                [px + zig * h * t / slope, foot - h * (1 - t) + h * 0.07 * np.where(np.arange(9) % 2, -1, 1)], 1
            )
            cap = np.concatenate(
                [[(px - h * t * 1.3 / slope, foot - h - 0.1), (px + h * t * 1.3 / slope, foot - h - 0.1)], hem[::-1]]
            )
            caps.append(cap)
    body = sky.ridge(
        "ground.mountain", stone, line, bottom, depth, weight=0.75, strokes=tuple(strokes), marks=tuple(marks)
    )
    if not caps:
        return [body]
    paint, outline = Paint(f"{thing}.snow", "snow"), (body.rings[0],)
    white = [
        Part(
            "ground.snowcap", paint, (cap,), (Stroke(cap[2:], 0.55),), tuple(marks), FLAT, depth + 0.002, clips=outline
        )
        for cap in caps
    ]
    # The snow has covered half of the outline.
    return [body, *white, Part("ground.ridge", stone, strokes=(Stroke(line, 0.75),), depth=depth)]


def stand(
    parts: list[Part], x: float, y: float, size: float, depth: float, mirror: bool = False, fine: float = 1.0
) -> list[Part]:
    """A thing of height 1 stood at (x, y), with finer lines when it is small."""
    weight = min(1.0, 0.45 + size * 1.1) * fine
    return placed(with_weights(parts, weight), Frame.at(x, y, size, 0, mirror), depth)


def grow(
    random: Random,
    width: float,
    top: float,
    bottom: float,
    makers: tuple[Maker, ...],
    count: int,
    size: float,
    thing: str,
) -> list[Part]:
    """Plants strewn over a plain between two heights: the nearer the larger, from back to front.

    They keep off the middle of the foreground, as a composition does.
    """
    parts: list[Part] = []
    for i, share in enumerate(np.sort(random.uniform(0.0, 1.0, count)).tolist()):
        x = random.uniform(0, width)
        if share > 0.6 and abs(x / width - 0.5) < 0.25:
            x = width * (random.uniform(0, 0.2) if x < width / 2 else random.uniform(0.8, 1.0))
        y = top + (bottom - top) * share
        made = makers[int(random.integers(len(makers)))](random, f"{thing}{i % 3}")
        tall = size * (0.3 + 1.0 * share) * random.uniform(0.75, 1.25)
        parts += stand(made, x, y, tall, sky.NEAR + 0.3 * share, random.random() < 0.5)
    return parts


def winding(random: Random, width: float, top: float, bottom: float, material: str = "sand") -> Part:
    """A path or brook that winds toward the viewer and widens."""
    n = 7
    t = np.linspace(0, 1, n)
    x0, sway = random.uniform(0.3, 0.7) * width, random.uniform(0.1, 0.3) * width
    middle = np.stack(
        [
            x0 + sway * np.sin(t * random.uniform(3, 6) + random.uniform(0, 6)) * (0.25 + t),
            top + (bottom + 0.05 - top) * t**1.5,
        ],
        1,
    )
    wide = 0.012 + random.uniform(0.25, 0.5) * t**1.7
    left = spline(middle - np.stack([wide / 2, 0 * t], 1), 6)
    right = spline(middle + np.stack([wide / 2, 0 * t], 1), 6)
    ring = np.concatenate([left, right[::-1]])
    name = "water" if material == "water" else "ground.path"
    strokes = [Stroke(left, 0.7, (0.3, 0)), Stroke(right, 0.7, (0.3, 0))]
    for _ in range(7):
        i = int(random.integers(len(left) // 3, len(left) - 1))
        u = random.uniform(0.15, 0.7)
        p = left[i] * (1 - u) + right[i] * u
        strokes.append(
            Stroke(np.stack([p, p + (0.04 * (i / len(left)), random.normal(0, 0.002))]), 0.45, (0.3, 0.5), inside=True)
        )
    return Part(name, Paint("path.surface", material), (ring,), tuple(strokes), (), FLAT, sky.MIDDLE + 0.12)


def tufts(random: Random, width: float, top: float, bottom: float, count: int) -> tuple[Stroke, ...]:
    """Blades of grass and pebbles strewn over a plain."""
    strokes = []
    for _ in range(count):
        share = random.random() ** 0.7
        x, y, r = random.uniform(0, width), top + (bottom - top) * share, 0.006 + 0.03 * share
        if random.random() < 0.2:
            strokes.append(Stroke(ellipse(x, y, r * 0.5, r * 0.3, 0, (150, 380), 8), 0.5, inside=True))
            continue
        for lean in random.uniform(-0.7, 0.7, int(random.integers(2, 5))):
            blade = spline([(x + lean * r * 0.3, y), (x + lean * r * 0.7, y - r * 0.6), (x + lean * r * 1.8, y - r)], 3)
            strokes.append(Stroke(blade, 0.35 + 0.3 * share, (0, 0.8), inside=True))
    return tuple(strokes)


def hills(
    random: Random, width: float, height: float, low: float, count: int, material: str
) -> tuple[list[Part], float]:
    """Hills behind one another; gives them and the height of the nearest one."""
    parts, y = [], low
    for i in range(count):
        rough = 0.05 * (1 - 0.2 * i)
        line = sky.hill_line(width, y, rough, random, int(random.integers(4, 7)))
        paint = Paint(f"hills.{material}{i}", material, f"hills.{material}0" if i else "")
        grass = tufts(random, width, y + 0.05, y + 0.3, 4 + 4 * i)
        parts.append(
            sky.ridge(
                "ground.hill", paint, line, height + 0.05, sky.FAR + 0.06 * i, weight=0.55 + 0.12 * i, strokes=grass
            )
        )
        if random.random() < 0.5 and i < count - 1:
            for x in random.uniform(0, width, int(random.integers(1, 4))):
                parts += stand(
                    tree_parts(random, "far tree"), float(x), y + 0.03, random.uniform(0.07, 0.13), sky.FAR + 0.06 * i
                )
        y += (height - low) * random.uniform(0.14, 0.24)
    return parts, y


def cliff(random: Random, width: float, low: float, beach: float) -> list[Part]:
    """A headland at one side, perhaps with a lighthouse."""
    s, high = random.choice((-1, 1)), random.uniform(0.08, 0.2)
    edge = 0.0 if s < 0 else width
    knots = [(edge + s * 0.05, low - high), (edge - s * 0.18, low - high * 1.05), (edge - s * 0.28, low - high * 0.6)]
    knots += [(edge - s * 0.31, low - high * 0.1), (edge - s * 0.42, low + 0.05), (edge + s * 0.05, low + 0.12)]
    ring = np.array(knots) + random.normal(0, 0.006, (6, 2))
    cracks = []
    for _ in range(7):
        x, y = edge - s * random.uniform(0.02, 0.28), low - high * random.uniform(0.1, 0.9)
        cracks.append(
            Stroke(
                np.array([(x, y), (x + random.normal(0, 0.01), y + 0.04), (x + random.normal(0, 0.015), y + 0.09)]),
                0.5,
                (0.1, 0.7),
                inside=True,
            )
        )
    shade = Mark(MarkKind.SHADE, ring * (1, 1) + (-s * 0.12, 0.02), 0.7)
    parts = [
        shape("ground.cliff", Paint("cliff.stone", "stone"), ring, strokes=cracks, marks=[shade], depth=sky.FAR + 0.05)
    ]
    if random.random() < 0.6:
        parts = (
            stand(
                landmarks.lighthouse(random),
                edge - s * 0.12,
                low - high * 0.95,
                random.uniform(0.2, 0.3),
                sky.FAR + 0.02,
            )
            + parts
        )
    return parts


def rock(random: Random, name: str) -> list[Part]:
    """A boulder with a few facets."""
    n = 8
    a = np.linspace(np.pi, 2 * np.pi, n)
    r = random.uniform(0.8, 1.15, n)
    ring = np.concatenate([np.stack([0.8 * r * np.cos(a), 0.9 * r * np.sin(a)], 1), [(0.6, 0.08), (-0.6, 0.06)]])
    top = ring[3] * 0.5
    lines = [
        Stroke(np.stack([ring[i], top + random.normal(0, 0.08, 2)]), 0.6, (0, 0.5), inside=True) for i in (1, 4, 6)
    ]
    dark = Mark(MarkKind.SHADE, np.concatenate([ring[4:8], [top]]), 0.8)
    return [shape(f"{name}.rock", Paint(f"{name}.stone", "stone"), ring, strokes=lines, marks=[dark])]


def seashell(random: Random, name: str) -> list[Part]:
    """A scallop shell or a starfish that lies on the sand."""
    r = 0.25
    fan = ellipse(0, -0.1, r, r, 0, (160, 380), 14)
    ring = np.concatenate([scalloped(fan, np.linspace(0, 1, 8), 0.3, per=5), [(0.06, 0.06), (-0.06, 0.06)]])
    ribs = [Stroke(np.stack([(0, 0.03), p]), 0.5, (0, 0.2), inside=True) for p in fan[2:-2:2]]
    return [shape(f"{name}.shell", Paint(f"{name}.shell", "shell"), ring, strokes=ribs)]


def island(random: Random, x: float, y: float, half: float, depth: float) -> list[Part]:
    top = ellipse(x, y, half, half * 0.16, count=30)
    n = 9
    u = np.linspace(1, -1, n)
    hang = half * (1.3 * (1 - np.abs(u)) ** 0.8 + random.uniform(0, 0.25, n) * (np.abs(u) < 0.95))
    under: Points = np.concatenate(
        [np.stack([x + half * u, y + hang], 1), [(x - half, y - 0.001), (x + half, y - 0.001)]]
    )
    cracks = [
        Stroke(
            np.array([(x + half * a, y + half * 0.2), (x + half * a * 0.8, y + half * random.uniform(0.4, 0.9))]),
            0.5,
            (0.1, 0.6),
            inside=True,
        )
        for a in random.uniform(-0.7, 0.7, 6)
    ]
    dark = Mark(MarkKind.SHADE, under + (half * 0.5, 0), 0.75)
    return [
        shape("ground.rock", Paint("island.rock", "earth"), under, strokes=cracks, marks=[dark], depth=depth),
        shape("ground.turf", Paint("island.grass", "grass"), top, depth=depth + 0.01),
    ]
