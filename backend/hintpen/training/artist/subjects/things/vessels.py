"""Vessels turned on a lathe: vases, bottles, cups, teapots, jars, flasks, candles; 1 high, their foot at (0, 0)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hintpen.training.artist.curves import closed, ellipse, ribbon, spline
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.drafting import SQUARE, blob, inner, rosette, shape, star_ring

TILT = 0.22
"""How round the rims of vessels are seen: their height as a share of their width."""

Profile = Sequence[tuple[float, float]]
"""(radius, height) from the rim down to the foot."""


def turned(
    name: str,
    paint: Paint,
    profile: Profile,
    *,
    inside: Paint | None = None,
    bands: Sequence[float] = (),
    shine: float = 0.8,
    depth: float = 0.0,
    round_foot: bool = True,
) -> list[Part]:
    """A body of revolution; `inside` shows in its mouth. `bands`: heights at which lines go round it."""
    p = np.asarray(profile, np.float64)
    side = spline(np.stack([p[:, 0], -p[:, 1]], 1), 6) if len(p) > 2 else np.stack([p[:, 0], -p[:, 1]], 1)
    (mouth, top), (foot, low) = side[0], side[-1]
    rim = ellipse(0, top, mouth, mouth * TILT, count=30)
    base = (
        ellipse(0, low, foot, foot * TILT * 0.8, 0, (0, 180), 14)
        if round_foot
        else np.array([(foot, low), (-foot, low)])
    )
    crown = ellipse(0, top, mouth, mouth * TILT, 0, (180, 360), 14)
    ring = np.concatenate([crown, side[1:-1], base, (side * (-1, 1))[::-1][1:-1]])
    level, radius = side[:, 1], side[:, 0]
    order = np.argsort(level)

    def at(y: float) -> float:
        return float(np.interp(y, level[order], radius[order]))

    strokes = []
    for height in bands:
        r = at(-height)
        strokes.append(Stroke(ellipse(0, -height, r, r * TILT * 0.8, 0, (180, 0), 18), 0.55, (0.05, 0.05), inside=True))
    a, b = level.min() * 0.85 + level.max() * 0.15, level.min() * 0.35 + level.max() * 0.65
    ys = np.linspace(a, b, 8)
    rs = np.array([at(float(y)) for y in ys])
    gleam = np.concatenate([np.stack([-0.72 * rs, ys], 1), np.stack([-0.5 * rs, ys], 1)[::-1]])
    shadow = np.concatenate([side * (0.45, 1.0), (side * (1.3, 1.0))[::-1]])
    parts = [
        shape(
            name,
            paint,
            ring,
            strokes=strokes,
            marks=[Mark(MarkKind.SHINE, gleam, shine), Mark(MarkKind.SHADE, shadow, 0.7)],
            form=Inflated(),
            depth=depth,
        )
    ]
    if inside is not None:
        parts.append(shape(f"{name}.mouth", inside, rim, weight=0.8, depth=depth + 0.004))
        back = Stroke(ellipse(0, top, mouth * 0.86, mouth * TILT * 0.8, 0, (190, 350), 14), 0.45)
        parts.append(Part(f"{name}.rim", paint, strokes=(back,), depth=depth))
    return parts


def vase(random: Random, thing: str = "vase") -> list[Part]:
    """A vase with bands, dots or a flower on its belly."""
    clay, dark = Paint(f"{thing}.body", "tile"), Paint(f"{thing}.inside", "tile", f"{thing}.body")
    belly, neck = random.uniform(0.26, 0.42), random.uniform(0.1, 0.2)
    profile = [(neck * 1.5, 1.0), (neck, 0.84), (belly, random.uniform(0.4, 0.55)), (belly * 0.75, 0.16), (0.17, 0.0)]
    parts = turned("thing.vase", clay, profile, inside=dark, bands=(0.8, 0.2) if random.random() < 0.6 else ())
    style = random.integers(3)
    if style == 0:
        parts += rosette("thing.vase", f"{thing}", 0, -0.45, belly * 0.5, random, 0.01)
    elif style == 1:
        accent = Paint(f"{thing}.accent", "paint")
        for i in range(4):
            x = belly * (-0.6 + 0.4 * i)
            parts.append(
                shape("thing.vase.dot", accent, ellipse(x, -0.45 + 0.02 * abs(x), 0.05, 0.06, count=14), weight=0.6)
            )
    return parts


def bottle(random: Random, thing: str = "bottle") -> list[Part]:
    """A bottle with a label, a cork or a cap."""
    glass, w = Paint(f"{thing}.glass", str(random.choice(("glass", "plastic")))), random.uniform(0.13, 0.2)
    neck, shoulder = w * random.uniform(0.32, 0.5), random.uniform(0.5, 0.68)
    profile = [(neck, 0.94), (neck, shoulder + 0.14), (w, shoulder - 0.03), (w, 0.3), (w, 0.06), (w * 0.9, 0.0)]
    parts = turned("thing.bottle", glass, profile)
    top = ellipse(0, -0.94, neck * 1.25, neck * 0.3, 0, (0, 180), 10)
    cap = np.concatenate(
        [
            [(neck * 1.25, -1.02)],
            top,
            [(-neck * 1.25, -1.02)],
            ellipse(0, -1.02, neck * 1.25, neck * 0.3, 0, (180, 360), 10),
        ]
    )
    parts.append(shape("thing.bottle.cap", Paint(f"{thing}.cap", "metal"), cap, weight=0.8, depth=0.01))
    if random.random() < 0.75:
        a, b = shoulder - 0.12, random.uniform(0.12, 0.25)
        sides = [np.array([(w * s, -y) for y in ((a, b) if s > 0 else (b, a))]) for s in (1, -1)]
        upper = ellipse(0, -a, w, w * TILT * 0.8, 0, (180, 0), 12)
        lower = ellipse(0, -b, w, w * TILT * 0.8, 0, (0, 180), 12)
        ring = np.concatenate([upper, sides[0][1:], lower, sides[1][1:]])
        rows = [
            inner((-w * 0.6, -y), (0, -y + w * 0.14), (w * random.uniform(0.2, 0.6), -y + w * 0.1), weight=0.5)
            for y in np.linspace(b + 0.05, a - 0.06, 4)
        ]
        parts.append(
            shape(
                "thing.bottle.label",
                Paint(f"{thing}.label", "cloth"),
                ring,
                strokes=rows,
                weight=0.6,
                depth=0.004,
                form=Inflated(w, 0.5),
            )
        )
    return parts


def cup(random: Random, thing: str = "cup") -> list[Part]:
    """A cup with a handle on a saucer, steam over it."""
    china, drink = (
        Paint(f"{thing}.china", "tile"),
        Paint(f"{thing}.drink", str(random.choice(("earth", "bread", "leaf")))),
    )
    r = random.uniform(0.42, 0.55)
    saucer = ellipse(0, -0.03, r * 1.45, r * 0.34, count=36)
    parts = [
        shape("thing.saucer", china, saucer, depth=-0.02),
        Part(
            "thing.saucer",
            china,
            strokes=(Stroke(ellipse(0, -0.05, r * 1.0, r * 0.2, 0, (0, 180), 16), 0.5),),
            depth=-0.02,
        ),
    ]
    handle = ribbon(spline([(r * 0.85, -0.6), (r * 1.45, -0.62), (r * 1.4, -0.34), (r * 0.7, -0.22)], 7), 0.09)
    parts.append(shape("thing.cup.handle", china, handle, form=Inflated(), depth=-0.01))
    profile = [(r, 0.75), (r * 0.95, 0.5), (r * 0.7, 0.18), (r * 0.5, 0.02)]
    parts += turned("thing.cup", china, profile, inside=drink, bands=(0.66,) if random.random() < 0.5 else ())
    if random.random() < 0.5:
        steam = [
            Stroke(spline([(x, -0.84), (x + 0.06, -0.95), (x - 0.04, -1.08), (x + 0.03, -1.2)], 6), 0.6, (0.5, 0.7))
            for x in (-0.15, 0.05, 0.22)
        ]
        parts.append(Part("steam", Paint(f"{thing}.steam", "cloud"), strokes=tuple(steam)))
    return parts


def teapot(random: Random, thing: str = "teapot") -> list[Part]:
    """A teapot with its spout, handle and lid."""
    china = Paint(f"{thing}.china", "tile")
    r = random.uniform(0.45, 0.55)
    spout = np.concatenate(
        [
            spline([(r * 0.8, -0.2), (r * 1.3, -0.32), (r * 1.45, -0.62), (r * 1.75, -0.74)], 6),
            spline([(r * 1.62, -0.8), (r * 1.25, -0.66), (r * 1.05, -0.52), (r * 0.75, -0.5)], 6),
        ]
    )
    handle = ribbon(spline([(-r * 0.75, -0.62), (-r * 1.5, -0.74), (-r * 1.6, -0.34), (-r * 0.85, -0.2)], 8), 0.1)
    parts = [
        shape("thing.teapot.spout", china, spout, form=Inflated(), depth=-0.01),
        shape(
            "thing.teapot.handle",
            Paint(f"{thing}.handle", "wood") if random.random() < 0.4 else china,
            handle,
            form=Inflated(),
            depth=-0.01,
        ),
    ]
    profile = [(r * 0.55, 0.74), (r * 0.92, 0.58), (r, 0.4), (r * 0.8, 0.12), (r * 0.55, 0.0)]
    parts += turned("thing.teapot", china, profile, bands=(0.6,) if random.random() < 0.6 else ())
    lid = np.concatenate(
        [
            ellipse(0, -0.74, r * 0.6, r * 0.3, 0, (180, 360), 16),
            ellipse(0, -0.74, r * 0.6, r * 0.13, 0, (0, 180), 16)[1:-1],
        ]
    )
    parts.append(shape("thing.teapot.lid", china, lid, form=Inflated(), depth=0.01))
    parts.append(
        shape(
            "thing.teapot.knob", china, ellipse(0, -0.74 - r * 0.36, 0.07, 0.07, count=16), form=Inflated(), depth=0.012
        )
    )
    if random.random() < 0.6:
        parts += rosette("thing.teapot", thing, 0, -0.36, r * 0.42, random, 0.014)
    return parts


def jar(random: Random, thing: str = "jar") -> list[Part]:
    """A jar of sweets or preserves with a cloth or screw lid."""
    glass, lid = Paint(f"{thing}.glass", "glass"), Paint(f"{thing}.lid", "metal")
    w = random.uniform(0.28, 0.36)
    parts = turned("thing.jar", glass, [(w * 0.8, 0.86), (w, 0.72), (w, 0.4), (w, 0.08), (w * 0.85, 0.0)])
    for i in range(int(random.integers(5, 11))):
        x, y, r = random.uniform(-0.62, 0.62) * w, -random.uniform(0.1, 0.55), random.uniform(0.05, 0.08)
        parts.append(
            shape(
                "thing.sweet",
                Paint(f"{thing}.sweet{i % 3}", "fruit"),
                blob(x, y, r, r, random, 0.08),
                weight=0.6,
                form=Inflated(),
            )
        )
    cap = np.concatenate(
        [
            ellipse(0, -0.98, w * 0.86, w * 0.19, 0, (180, 360), 14),
            ellipse(0, -0.86, w * 0.86, w * 0.19, 0, (0, 180), 14),
        ]
    )
    ribs = [inner((w * u, -0.9 + w * 0.15), (w * u, -0.84 + w * 0.15), weight=0.45) for u in np.linspace(-0.7, 0.7, 9)]
    return [*parts, shape("thing.jar.lid", lid, cap, strokes=ribs, depth=0.01, form=Inflated())]


def flask(random: Random, thing: str = "flask") -> list[Part]:
    """A potion: a round or conical flask with a fluid, bubbles, a cork and a star."""
    glass, fluid = Paint(f"{thing}.glass", "glass"), Paint(f"{thing}.fluid", "gem")
    style = random.integers(3)
    r = (0.36, 0.4, 0.3)[style]
    profile: Profile = (
        [(0.1, 0.92), (0.1, 0.72), (r * 0.8, 0.56), (r, 0.34), (r * 0.75, 0.08), (r * 0.4, 0.0)],
        [(0.1, 0.92), (0.11, 0.66), (r * 0.7, 0.3), (r, 0.08), (r * 0.95, 0.0)],
        [(0.1, 0.92), (0.12, 0.78), (r, 0.64), (r, 0.36), (r, 0.1), (r * 0.9, 0.0)],
    )[style]
    parts = turned("thing.flask", glass, profile, shine=0.9)
    body = parts[0].rings[0]
    level = -random.uniform(0.3, 0.52)
    under = np.array([(-0.6, level), (0.6, level), (0.6, 0.2), (-0.6, 0.2)])
    wave = spline([(-0.5, level), (-0.15, level + 0.02), (0.15, level - 0.01), (0.5, level)], 6)
    pool = np.concatenate([wave, under[2:]])
    parts.append(
        Part(
            "thing.potion",
            fluid,
            (pool,),
            (Stroke(wave, 0.7, SQUARE),),
            parts[0].marks,
            Inflated(),
            0.002,
            clips=(body,),
        )
    )
    for _ in range(int(random.integers(2, 7))):
        x, y, b = random.uniform(-0.6, 0.6) * r, random.uniform(level + 0.05, -0.06), random.uniform(0.015, 0.04)
        parts.append(
            shape(
                "thing.bubble",
                Paint(f"{thing}.bubble", "glass"),
                ellipse(x, y, b, b, count=12),
                weight=0.5,
                depth=0.003,
            )
        )
    parts.append(Part("thing.flask", glass, strokes=(Stroke(closed(body), 1.0, SQUARE),), depth=0.003))
    cork = np.array([(-0.11, -1.02), (0.11, -1.02), (0.085, -0.88), (-0.085, -0.88)])
    parts.append(shape("thing.cork", Paint(f"{thing}.cork", "wood"), cork, weight=0.8, depth=0.01))
    if random.random() < 0.5:
        tag: Points = star_ring(0, level * 0.55, 0.11)
        parts.append(shape("thing.tag", Paint(f"{thing}.tag", "gold"), tag, weight=0.7, depth=0.01))
    return parts


def candle(random: Random, thing: str = "candle") -> list[Part]:
    """A candle with its flame on a dish."""
    wax, dish = Paint(f"{thing}.wax", "cream"), Paint(f"{thing}.dish", "metal")
    w = random.uniform(0.12, 0.2)
    parts = [shape("thing.dish", dish, ellipse(0, -0.03, w * 2.3, w * 0.55, count=30), depth=-0.01)]
    parts += turned("thing.candle", wax, [(w, 0.66), (w, 0.4), (w * 1.05, 0.04)], inside=wax)
    drip = spline(
        [
            (-w, -0.64),
            (-w * 0.8, -0.5),
            (-w * 0.55, -0.48),
            (-w * 0.5, -0.6),
            (-w * 0.1, -0.62),
            (0.0, -0.4),
            (w * 0.25, -0.38),
            (w * 0.3, -0.6),
            (w, -0.64),
        ],
        5,
    )
    parts.append(Part("thing.drips", wax, strokes=(Stroke(drip, 0.6, (0.1, 0.1)),), depth=0.004))
    wick = Stroke(np.array([(0, -0.66), (0.01, -0.74)]), 1.0, SQUARE)
    flame = np.concatenate(
        [
            spline([(0.01, -1.0), (0.09, -0.82), (0.05, -0.72), (0.0, -0.7)], 6),
            spline([(0, -0.7), (-0.06, -0.74), (-0.06, -0.84), (0.01, -1.0)], 6)[1:-1],
        ]
    )
    core = ellipse(0.008, -0.77, 0.028, 0.05, count=14)
    return [
        *parts,
        Part("thing.wick", wax, strokes=(wick,)),
        shape("thing.flame", Paint(f"{thing}.flame", "fire"), flame, weight=0.8, depth=0.01),
        shape("thing.flame.core", Paint(f"{thing}.core", "sand"), core, weight=0.4, depth=0.012),
    ]
