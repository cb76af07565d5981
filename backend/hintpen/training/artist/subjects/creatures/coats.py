"""The colors of a coat, and the shapes that coats are drawn with: limbs, tails, tufts of fur."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import Knots, Points, ellipse, offset, profile, spline
from hintpen.training.artist.forms import Ball, Blend, Form, Inflated
from hintpen.training.artist.records import Mark, Paint, Part, Random, Stroke
from hintpen.training.artist.subjects.contours import clockwise, edge, line


@dataclass(frozen=True)
class Coat:
    """`main` all over; `light` on belly and muzzle; `dark` for stripes, socks and masks; `skin` of ears and pads;
    `limbs`: that of the legs, mostly `main`."""

    name: str
    main: Paint
    light: Paint
    dark: Paint
    skin: Paint
    nose: Paint
    limbs: Paint

    @property
    def region(self) -> str:
        """Parts of the main color that no line parts are one region."""
        return f"{self.main.key}#coat"


def coat_of(name: str, random: Random, material: str = "fur") -> Coat:
    """A coat whose light parts are white or a tint of its main color."""
    main = Paint(f"{name}.{material}", material)
    own = material == "fur" and random.random() < 0.3
    return Coat(
        name,
        main,
        Paint(f"{name}.light", material if own else "cream", main.key if own else ""),
        Paint(f"{name}.dark", material, main.key),
        Paint(f"{name}.ear", "inner ear"),
        Paint(f"{name}.nose", "snout"),
        main,
    )


def coated(
    name: str,
    coat: Coat,
    ring: Points,
    strokes: Sequence[Stroke],
    marks: Sequence[Mark] = (),
    form: Form | None = None,
    depth: float = 0.0,
    layer: float = 0.0,
) -> Part:
    """A piece of the body in the main color."""
    return Part(
        name, coat.main, (ring,), tuple(strokes), tuple(marks), form or Inflated(), depth, layer, region=coat.region
    )


def limb_outline(knots: Knots, widths: Sequence[float], root: float = 0.0) -> tuple[Points, Points]:
    """A rounded limb along knots from its root to its end: the ring, and its outline open at the root.

    `root`: the share of its length over which the outline is left out, so that it grows out of the body.
    """
    spine = spline(knots, 8)
    half = profile(widths, len(spine)) / 2
    right, left = offset(spine, half), offset(spine, -half)
    d = spine[-1] - spine[-2]
    turn = float(np.degrees(np.arctan2(d[1], d[0])))
    x, y = spine[-1]
    cap = ellipse(float(x), float(y), float(half[-1]), float(half[-1]), turn, (90, -90), 9)
    skip = int(root * len(spine))
    ring = np.concatenate([right, cap[1:-1], left[::-1]])
    drawn_edge = np.concatenate([right[skip:], cap[1:-1], left[skip:][::-1]])
    return clockwise(ring), drawn_edge if ring is clockwise(ring) else drawn_edge[::-1]


def limb(
    name: str,
    coat: Coat,
    knots: Knots,
    widths: Sequence[float],
    root: float = 0.0,
    depth: float = 0.0,
    layer: float = 0.0,
) -> Part:
    """A furred limb whose outline is open at its root, unless its color is not the body's."""
    own = coat.limbs != coat.main
    ring, outline = limb_outline(knots, widths, 0.0 if own else root)
    region = "" if own else coat.region
    return Part(name, coat.limbs, (ring,), (edge(outline, 1.0, 0.12),), depth=depth, layer=layer, region=region)


def paw(
    random: Random,
    name: str,
    coat: Coat,
    x: float,
    y: float,
    size: float,
    foot: str,
    toward: float = 0.3,
    depth: float = 0.0,
) -> list[Part]:
    """A foot that stands at (x, y): a paw with toes that point `toward` (-1 left .. 1 right), or a hoof."""
    if foot == "hoof":
        w, h = size * 0.9, size * 0.75
        ring = np.array(
            [
                (x - w * 0.75, y - h),
                (x + w * 0.8, y - h),
                (x + w * (1 + 0.3 * toward), y),
                (x - w * (1 - 0.2 * toward), y),
            ]
        )
        split = line(np.array([(x + w * 0.25 * toward, y - h), (x + w * 0.3 * toward, y)]), 0.6, 0.0, 0.2)
        closed = np.concatenate([ring, ring[:1]])
        hoof = Paint(f"{coat.name}.hoof", "horn")
        return [
            Part(
                "hoof", hoof, (ring,), (Stroke(closed, 0.95, (0.02, 0.02)), split), form=Inflated(), depth=depth + 0.02
            )
        ]
    w, h = size * 1.12, size * 0.74
    cx = x + toward * size * 0.4
    ring = spline(
        [
            (cx + w, y - h * 0.5),
            (cx + w * 0.82, y),
            (cx, y + h * 0.05),
            (cx - w * 0.9, y),
            (cx - w, y - h * 0.6),
            (cx - w * 0.45, y - h * 1.3),
            (cx + w * 0.5, y - h * 1.25),
            (cx + w, y - h * 0.5),
        ],
        5,
    )[:-1]
    count = int(random.integers(2, 4)) if random.random() < 0.9 else 0
    toes = [
        line(
            spline(
                [
                    (cx + w * (s + 0.12 * toward), y - h * 0.62),
                    (cx + w * (s + 0.2 * toward + 0.03), y - h * 0.3),
                    (cx + w * (s + 0.16 * toward), y),
                ],
                4,
            ),
            0.7,
            0.4,
            0.1,
        )
        for s in np.linspace(-0.4, 0.45, count)
    ]
    # Open above, where the leg comes down into it.
    rim = np.concatenate([ring[-9:], ring[:29]])[6:36]
    form = Blend(Ball(cx, y - h * 0.4, w * 1.1, h), Inflated(), 0.4)
    return [
        Part(
            "paw",
            coat.limbs,
            (ring,),
            (edge(rim, 1.0, 0.12), *toes),
            form=form,
            depth=depth + 0.02,
            region=coat.region if coat.limbs == coat.main else "",
        )
    ]


def whiskers(x: float, y: float, side: float, length: float, random: Random) -> list[Stroke]:
    """Three whiskers that spring from (x, y) to one side."""
    out: list[Stroke] = []
    for i, rise in enumerate((-0.22, 0.02, 0.24)):
        long = length * random.uniform(0.85, 1.1)
        start = (x + side * 0.02 * i, y + rise * 0.25)
        mid = (x + side * long * 0.5, y + rise * 0.6 - 0.06)
        end = (x + side * long, y + rise * 1.4 + 0.02)
        out.append(Stroke(spline([start, mid, end], 5), 0.5, (0.1, 0.8)))
    return out
