"""What is made of rice: rice balls, sushi, lunch boxes, curry. About 1 wide, standing at (0, 0)."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated, Plane
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects.contours import drawn, line, scalloped, tufted
from hintpen.training.artist.subjects.food.fruits import gloss
from hintpen.training.artist.subjects.food.vessels import board, disc, plate, turned

Region = tuple[float, float, float, float]


def _grains(random: Random, area: Region, count: int, size: float = 0.035) -> list[Stroke]:
    """Grains of rice, where a few suffice to say rice."""
    out: list[Stroke] = []
    for x, y in random.uniform(area[:2], area[2:], (count, 2)):
        a = random.uniform(0, np.pi)
        d = np.array([np.cos(a), np.sin(a)]) * size
        p = np.array([x, y])
        out.append(line(spline([p - d, p + (d[1] * 0.3, -d[0] * 0.3), p + d], 3), 0.5, 0.2, 0.3))
    return out


def onigiri(random: Random, name: str) -> list[Part]:
    """A rounded triangle of rice in its sheet of seaweed; at times with a bite taken or a face."""
    rice, nori = Paint(f"{name}.rice", "rice"), Paint(f"{name}.nori", "seaweed")
    ring = loop(
        [
            (0, -0.92),
            (0.2, -0.84),
            (0.46, -0.4),
            (0.5, -0.14),
            (0.34, -0.01),
            (0, 0.0),
            (-0.35, -0.01),
            (-0.5, -0.15),
            (-0.46, -0.42),
            (-0.2, -0.84),
        ],
        6,
    )
    form = Blend(Ball(0, -0.4, 0.6, 0.6), Inflated(), 0.5)
    parts = [drawn(random, "rice", rice, ring, strokes=_grains(random, (-0.3, -0.75, 0.3, -0.42), 9), form=form)]
    w = random.uniform(0.2, 0.3)
    sheet = np.array([(-w, -0.42), (w, -0.44), (w * 1.05, 0.05), (-w * 1.05, 0.05)])
    parts.append(drawn(random, "nori", nori, sheet, weight=0.9, form=form, depth=0.03, clips=(ring,), pieces=1))
    if random.random() < 0.35:
        x = 0.09
        eyes = tuple(ellipse(s * x * 1.6, -0.52, 0.028, 0.036, count=10) for s in (-1, 1))
        mouth = Stroke(
            spline([(-0.06, -0.47), (-0.03, -0.44), (0, -0.465), (0.03, -0.44), (0.06, -0.47)], 4), 0.7, (0.2, 0.2)
        )
        marks = tuple(Mark(MarkKind.INK, e) for e in eyes)
        blush = tuple(Mark(MarkKind.BLUSH, ellipse(s * 0.24, -0.47, 0.05, 0.03, count=12), 0.9, 0.01) for s in (-1, 1))
        first = parts[0]
        parts[0] = Part(first.name, rice, first.rings, (*first.strokes[:-9], mouth), (*marks, *blush), form)
    return parts


def sushi(random: Random, name: str) -> list[Part]:
    """Two or three pieces on a board: fish on rice, rolls."""
    parts = board(random, f"{name}.board")
    for i, x in enumerate((-0.6, 0.02, 0.62)):
        piece = _nigiri(random, f"{name}{i}") if random.random() < 0.6 else _maki(random, f"{name}{i}")
        parts += placed(piece, Frame.at(x, -0.12 + random.uniform(0, 0.05), 0.62), 0.05 + 0.01 * i)
    return parts


def _nigiri(random: Random, name: str) -> list[Part]:
    rice, fish = Paint(f"{name}.rice", "rice"), Paint(f"{name}.fish", str(random.choice(("fish", "fish", "yolk"))))
    bed = loop([(-0.48, -0.2), (-0.3, -0.34), (0.3, -0.34), (0.48, -0.2), (0.42, 0.0), (0, 0.04), (-0.42, 0.0)], 6)
    top = loop(
        [(-0.56, -0.2), (-0.4, -0.42), (0, -0.52), (0.42, -0.44), (0.58, -0.16), (0.4, -0.2), (0, -0.26), (-0.4, -0.2)],
        6,
    )
    stripes = [
        line(spline([(x - 0.04, -0.5), (x + 0.02, -0.36), (x + 0.1, -0.2)], 5), 0.55, 0.2, 0.4)
        for x in (-0.34, -0.14, 0.06, 0.26)
    ]
    parts = [
        drawn(
            random,
            "rice",
            rice,
            bed,
            strokes=_grains(random, (-0.35, -0.16, 0.35, -0.02), 8),
            form=Inflated(),
            pieces=1,
        ),
        drawn(
            random,
            "fish",
            fish,
            top,
            strokes=stripes,
            marks=(gloss(-0.25, -0.42, 0.12, 0.03, -15),),
            form=Inflated(),
            depth=0.03,
        ),
    ]
    if fish.material == "yolk":
        band = np.array([(-0.09, -0.6), (0.09, -0.6), (0.09, 0.1), (-0.09, 0.1)])
        both = np.concatenate([top[:25], bed[24:42]])
        parts.append(
            drawn(
                random,
                "nori",
                Paint(f"{name}.nori", "seaweed"),
                band,
                weight=0.8,
                pieces=1,
                form=Inflated(),
                depth=0.04,
                clips=(loop(both[::4], 4),),
            )
        )
    return parts


def _maki(random: Random, name: str) -> list[Part]:
    nori, rice = Paint(f"{name}.nori", "seaweed"), Paint(f"{name}.rice", "rice")
    parts = [turned(random, "nori", nori, [(0.4, -0.42), (0.41, -0.2), (0.4, 0.0)], smooth=3, gloss=False)]
    parts.append(
        drawn(
            random, "nori", nori, disc(0, -0.42, 0.4, flat=0.5), weight=0.9, pieces=1, form=Plane(0, -0.5), depth=0.01
        )
    )
    bed = disc(0, -0.42, 0.34, flat=0.5)
    parts.append(
        drawn(
            random,
            "rice",
            rice,
            bed,
            weight=0.7,
            strokes=_grains(random, (-0.22, -0.52, 0.22, -0.32), 7),
            pieces=1,
            form=Plane(0, -0.5),
            depth=0.02,
        )
    )
    heart = loop(disc(0.01, -0.42, 0.14, 7, 0.6) + random.normal(0, 0.01, (7, 2)), 4)
    parts.append(
        drawn(
            random,
            "filling",
            Paint(f"{name}.heart", str(random.choice(("fish", "yolk", "leaf")))),
            heart,
            weight=0.7,
            pieces=1,
            form=Plane(0, -0.5),
            depth=0.03,
        )
    )
    return parts


def bento(random: Random, name: str) -> list[Part]:
    """A lunch box seen from above: rice with a plum, rolls, sausages, greens."""
    box, well = Paint(f"{name}.box", "paint"), Paint(f"{name}.inside", "plastic")
    outer = _rounded(-1.0, -1.15, 1.0, 0.0, 0.18)
    front_side = np.concatenate([_rounded(-1.0, -1.15, 1.0, 0.14, 0.18)])
    parts = [
        drawn(random, "box", box, front_side, form=Plane(0, 0.4)),
        drawn(random, "box", box, outer, weight=0.9, form=Plane(0, -0.5), depth=0.01),
    ]
    inner = _rounded(-0.92, -1.08, 0.92, -0.08, 0.14)
    parts.append(drawn(random, "box.inside", well, inner, weight=0.7, pieces=1, form=Plane(), depth=0.0))
    rice = loop(
        [
            (-0.88, -1.02),
            (-0.3, -1.04),
            (0.02, -0.98),
            (-0.02, -0.6),
            (0.03, -0.15),
            (-0.4, -0.11),
            (-0.88, -0.14),
            (-0.9, -0.6),
        ],
        6,
    )
    parts.append(
        drawn(
            random,
            "rice",
            Paint(f"{name}.rice", "rice"),
            rice,
            weight=0.8,
            strokes=_grains(random, (-0.8, -0.95, -0.1, -0.2), 18),
            form=Inflated(bevel=0.15),
            depth=0.03,
            clips=(inner,),
        )
    )
    plum = ellipse(-0.44, -0.58, 0.13, 0.12, count=18)
    parts.append(
        drawn(
            random,
            "plum",
            Paint(f"{name}.plum", "berry"),
            plum,
            weight=0.8,
            pieces=1,
            marks=(gloss(-0.48, -0.63, 0.03, 0.02),),
            form=Ball(-0.44, -0.58, 0.14, 0.13),
            depth=0.05,
        )
    )
    fence = spline([(0.02, -1.05), (0.06, -0.6), (0.02, -0.12)], 8)
    jag, strokes = tufted(fence[::-1], random, 9, 0.1, 0.5, 0.1)
    divider = np.concatenate([jag, fence[::3] - (0.04, 0)])
    parts.append(
        Part(
            "divider",
            Paint(f"{name}.grass", "leaf"),
            (divider,),
            tuple(strokes),
            form=Plane(),
            depth=0.04,
            clips=(inner,),
        )
    )
    for x, y in ((0.28, -0.88), (0.6, -0.86)):
        parts += placed(_omelet(random, name), Frame.at(x, y, 1, random.normal(0, 8)), 0.05)
    for x, y in ((0.34, -0.52), (0.68, -0.5)):
        parts += placed(_octopus(random, name), Frame.at(x, y, 1, random.normal(0, 12)), 0.06)
    for x, y in ((0.3, -0.24), (0.55, -0.22), (0.76, -0.25)):
        base = ellipse(x, y, 0.12, 0.09, span=(0, 359), count=24)
        crown, arcs = scalloped(base, random, 8, 0.04)
        parts.append(
            Part(
                "broccoli",
                Paint(f"{name}.broccoli", "leaf"),
                (crown,),
                tuple(Stroke(k, 0.8, (0.1, 0.3)) for k in arcs),
                form=Ball(x, y, 0.14, 0.12),
                depth=0.06,
            )
        )
    return parts


def _rounded(left: float, top: float, right: float, bottom: float, r: float) -> Points:
    corners = [
        (right - r, top + r, -90),
        (right - r, bottom - r, 0),
        (left + r, bottom - r, 90),
        (left + r, top + r, 180),
    ]
    return np.concatenate([ellipse(x, y, r, r, span=(a, a + 90), count=7) for x, y, a in corners])


def _omelet(random: Random, name: str) -> list[Part]:
    ring = _rounded(-0.15, -0.12, 0.15, 0.12, 0.06)
    a = np.radians(np.linspace(0, 480, 30))
    curl = np.stack([np.linspace(0.01, 0.1, 30) * np.cos(a), np.linspace(0.01, 0.08, 30) * np.sin(a)], 1)
    return [
        drawn(
            random,
            "omelet",
            Paint(f"{name}.omelet", "yolk"),
            ring,
            weight=0.85,
            pieces=1,
            strokes=(line(curl, 0.5),),
            form=Inflated(bevel=0.06),
        )
    ]


def _octopus(random: Random, name: str) -> list[Part]:
    """A sausage cut into an octopus, with a face."""
    ring = loop(
        [
            (-0.12, 0.0),
            (-0.1, -0.14),
            (0, -0.19),
            (0.1, -0.14),
            (0.12, 0.0),
            (0.17, 0.1),
            (0.09, 0.13),
            (0.04, 0.07),
            (0.0, 0.14),
            (-0.05, 0.07),
            (-0.1, 0.13),
            (-0.17, 0.09),
        ],
        5,
    )
    marks = tuple(Mark(MarkKind.INK, ellipse(x, -0.05, 0.014, 0.02, count=9)) for x in (-0.04, 0.045))
    return [
        drawn(
            random,
            "sausage",
            Paint(f"{name}.sausage", "tomato"),
            ring,
            weight=0.85,
            pieces=1,
            marks=(*marks, gloss(-0.05, -0.13, 0.03, 0.015)),
            form=Inflated(),
        )
    ]


def curry(random: Random, name: str) -> list[Part]:
    """Rice and curry on a deep plate, with carrots, potatoes and a spoon."""
    parts = plate(random, f"{name}.plate", 1.15)
    rice = loop([(-0.75, -0.16), (-0.6, -0.42), (-0.25, -0.55), (0.05, -0.42), (0.08, -0.2), (-0.2, -0.06)], 7)
    sauce = loop(
        [(-0.1, -0.36), (0.3, -0.34), (0.72, -0.22), (0.6, -0.02), (0.15, 0.06), (-0.35, 0.03), (-0.2, -0.15)], 7
    )
    parts.append(
        drawn(
            random,
            "curry",
            Paint(f"{name}.curry", "broth"),
            sauce,
            form=Inflated(bevel=0.1),
            depth=0.02,
            marks=(gloss(0.35, -0.22, 0.12, 0.025, 0),),
        )
    )
    parts.append(
        drawn(
            random,
            "rice",
            Paint(f"{name}.rice", "rice"),
            rice,
            strokes=_grains(random, (-0.55, -0.42, -0.05, -0.15), 12),
            form=Inflated(),
            depth=0.04,
        )
    )
    for x, y in ((0.2, -0.2), (0.42, -0.1), (0.05, -0.05), (0.52, -0.22)):
        chunk = loop(ellipse(x, y, 0.09, 0.06, random.uniform(0, 90), count=5) + random.normal(0, 0.008, (5, 2)), 4)
        kind = str(random.choice(("fish", "cheese")))
        parts.append(
            drawn(
                random, "chunk", Paint(f"{name}.{kind}", kind), chunk, weight=0.8, pieces=1, form=Inflated(), depth=0.05
            )
        )
    handle = spline([(0.72, 0.05), (1.0, -0.22), (1.3, -0.42)], 6)
    half = np.linspace(0.03, 0.05, len(handle))
    spoon = Paint(f"{name}.spoon", "metal")
    bowl = ellipse(0.62, 0.1, 0.17, 0.1, -35, count=22)
    return [
        *parts,
        drawn(random, "spoon", spoon, ring_of(offset(handle, half), offset(handle, -half)), depth=0.06, pieces=1),
        drawn(random, "spoon", spoon, bowl, depth=0.07, pieces=1, form=Ball(0.62, 0.1, 0.2, 0.12)),
    ]
