"""What pets and mascots wear: collars, scarves, bows, hats, flowers. In head units, the head a ball of radius 1."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.curves import cut, ellipse, loop, offset, ring_of, spline
from hintpen.training.artist.forms import Ball, Blend, Inflated
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, placed
from hintpen.training.artist.subjects.contours import drawn, edge, line
from hintpen.training.artist.subjects.creatures.coats import Coat
from hintpen.training.artist.subjects.plants.blooms import bloom_parts


def neckwear(random: Random, coat: Coat, x: float) -> list[Part]:
    """A collar with a bell, a scarf, or a bow; it lies on the chest, under the chin at (`x`, 0.9)."""
    makers: tuple[Callable[[Random, Coat], list[Part]], ...] = (_collar, _scarf, _bow)
    return placed(
        makers[random.choice(3, p=(0.5, 0.28, 0.22))](random, coat), Frame.at(x, 0.92, 1.0, random.normal(0, 3)), 0.22
    )


def headwear(random: Random, coat: Coat, s: float, high: float) -> list[Part]:
    """A bow, a flower, a crown or a hat on a head of half height `high`; `s` is the sine of the yaw."""
    makers: tuple[Callable[[Random, Coat], list[Part]], ...] = (_ribbon, _flower, _crown, _hat)
    way = random.choice(4, p=(0.35, 0.25, 0.15, 0.25))
    side = random.choice((-1, 1)) if way < 2 else 0
    frame = Frame.at(side * 0.5 - 0.1 * s, -high * (0.78 if side else 0.9), 1.0, side * 24 + random.normal(0, 5))
    return placed(makers[way](random, coat), frame, 0.5)


def _band(random: Random, paint: Paint, wide: float, thick: float) -> Part:
    """A band around the neck, seen from the front."""
    top = spline([(-wide, -0.12), (-wide * 0.5, 0.02), (0, 0.06), (wide * 0.5, 0.02), (wide, -0.12)], 5)
    ring = ring_of(top, top + (0, thick))
    return drawn(
        random,
        "collar",
        paint,
        ring,
        weight=0.95,
        form=Blend(Ball(0, -0.2, wide * 1.2, 1.0), Inflated(), 0.4),
        depth=0.0,
    )


def _collar(random: Random, coat: Coat) -> list[Part]:
    """A strap with a bell or a tag."""
    strap = Paint(f"{coat.name}.collar", "leather" if random.random() < 0.5 else "cloth")
    parts = [_band(random, strap, 0.52, 0.14)]
    gold = Paint(f"{coat.name}.bell", "gold")
    bell = ellipse(0, 0.3, 0.15, 0.15, count=26)
    if random.random() < 0.65:
        belt = line(spline([(-0.15, 0.3), (0, 0.34), (0.15, 0.3)], 5), 0.7, 0, 0)
        hole = Mark(MarkKind.INK, ellipse(0, 0.385, 0.03, 0.03, count=10))
        slot = line(np.array([(0, 0.39), (0, 0.45)]), 0.8, 0, 0)
        parts.append(
            drawn(
                random,
                "bell",
                gold,
                bell,
                strokes=(belt, slot),
                marks=(hole,),
                form=Ball(0, 0.3, 0.16, 0.16),
                depth=0.03,
                pieces=1,
            )
        )
    else:
        heart = loop(np.array([(0, 0.22), (0.12, 0.17), (0.17, 0.28), (0, 0.46), (-0.17, 0.28), (-0.12, 0.17)]), 5)
        parts.append(drawn(random, "tag", gold, heart, form=Inflated(), depth=0.03, pieces=1))
    return parts


def _scarf(random: Random, coat: Coat) -> list[Part]:
    """A knitted scarf with a hanging end and a fringe."""
    cloth = Paint(f"{coat.name}.scarf", "cloth")
    side = random.choice((-1, 1))
    fall = spline([(side * 0.22, 0.1), (side * 0.34, 0.45), (side * 0.3, 0.85)], 7)
    right, left = offset(fall, 0.17), offset(fall, -0.17)
    bands = [line(np.stack([right[i], left[i]]), 0.55, 0, 0) for i in (6, 8, 10)]
    end = right[-1] * np.linspace(1, 0, 6)[:, None] + left[-1] * np.linspace(0, 1, 6)[:, None]
    fringe = [line(np.stack([p, p + (0.0, 0.1)]), 0.7, 0, 0.4, inside=False) for p in end]
    fold = line(spline([(-0.5, 0.06), (-0.1, 0.16), (0.4, 0.1)], 6), 0.6)
    wrap = _band(random, cloth, 0.62, 0.27)
    tail = drawn(random, "scarf", cloth, ring_of(right, left), strokes=(*bands, *fringe), form=Inflated(), depth=-0.01)
    return [tail, Part("scarf", cloth, wrap.rings, (*wrap.strokes, fold), (), wrap.form, 0.02)]


def _bow(random: Random, coat: Coat) -> list[Part]:
    """A bow tie under the chin."""
    return placed(bow(random, Paint(f"{coat.name}.bow", "silk"), 0.5), Frame.at(0, 0.18))


def bow(random: Random, paint: Paint, wide: float) -> list[Part]:
    """Two loops and a knot about (0, 0), `wide` to each side."""
    parts: list[Part] = []
    for side in (-1, 1):
        knots = np.array(
            [(0.08, 0.0), (0.5, -0.52), (0.95, -0.45), (1.02, 0.02), (0.92, 0.46), (0.48, 0.44)]
        ) + random.normal(0, 0.025, (6, 2))
        ring = loop(knots * (side * wide, wide * 0.85), 6)
        folds = [
            line(
                spline(np.array([(0.14, y * 0.3), (0.34, y * 0.8), (0.6, y)]) * (side * wide, wide), 4), 0.55, 0.05, 0.6
            )
            for y in (-0.16, 0.12)
        ]
        parts.append(drawn(random, "bow", paint, ring, strokes=folds, form=Inflated(), depth=0.0))
    knot = loop(np.array([(-0.2, -0.18), (0.18, -0.2), (0.2, 0.2), (-0.18, 0.19)]) * wide, 5)
    return [*parts, drawn(random, "bow.knot", paint, knot, form=Inflated(), depth=0.03, pieces=1)]


def _ribbon(random: Random, coat: Coat) -> list[Part]:
    return bow(random, Paint(f"{coat.name}.ribbon", "silk"), random.uniform(0.4, 0.52))


def _flower(random: Random, coat: Coat) -> list[Part]:
    kind = str(random.choice(("daisy", "blossom", "rose", "poppy")))
    return placed(bloom_parts(random, f"{coat.name}.flower", kind, 0.2), Frame.at(0, 0, random.uniform(0.26, 0.34)))


def _crown(random: Random, coat: Coat) -> list[Part]:
    """A little crown with balls on its points."""
    gold = Paint(f"{coat.name}.crown", "gold")
    ring = np.array(
        [
            (-0.42, 0.05),
            (-0.5, -0.42),
            (-0.24, -0.18),
            (0.0, -0.52),
            (0.24, -0.18),
            (0.5, -0.42),
            (0.42, 0.05),
            (0, 0.13),
        ]
    )
    parts = [
        drawn(
            random,
            "crown",
            gold,
            ring,
            strokes=(line(spline([(-0.43, -0.06), (0, 0.02), (0.43, -0.06)], 5), 0.6, 0, 0),),
            form=Blend(Ball(0, 0, 0.5, 1), Inflated(), 0.3),
            pieces=1,
        )
    ]
    gem = Paint(f"{coat.name}.gem", "gem")
    for x, y in ((-0.5, -0.45), (0.0, -0.55), (0.5, -0.45)):
        parts.append(
            drawn(
                random,
                "gem",
                gem,
                ellipse(x, y, 0.07, 0.07, count=16),
                weight=0.85,
                form=Ball(x, y, 0.08, 0.08),
                depth=0.02,
                pieces=1,
            )
        )
    return parts


def _hat(random: Random, coat: Coat) -> list[Part]:
    """A top hat, a party cone or a witch's point."""
    felt, band = Paint(f"{coat.name}.hat", "cloth"), Paint(f"{coat.name}.band", "silk")
    way = random.integers(3)
    if way == 0:
        brim = ellipse(0, 0.02, 0.68, 0.17, count=34)
        tube = np.concatenate(
            [
                spline([(-0.36, 0.02), (-0.38, -0.35), (-0.42, -0.68)], 4),
                ellipse(0, -0.68, 0.42, 0.09, span=(180, 360), count=14)[1:-1],
                spline([(0.42, -0.68), (0.38, -0.35), (0.36, 0.02)], 4),
                ellipse(0, 0.02, 0.36, 0.1, span=(0, 180), count=12)[1:-1],
            ]
        )
        sash = np.concatenate(
            [spline([(-0.37, -0.18), (0, -0.08), (0.37, -0.18)], 5), spline([(0.36, 0.0), (0, 0.11), (-0.36, 0.0)], 5)]
        )
        lid = line(ellipse(0, -0.68, 0.42, 0.09, span=(5, 175), count=14), 0.7, 0.05, 0.05)
        return [
            drawn(random, "hat.brim", felt, brim, form=Inflated(height=0.5)),
            drawn(
                random,
                "hat",
                felt,
                tube,
                strokes=(lid,),
                form=Blend(Ball(0, -0.3, 0.46, 2), Inflated(), 0.2),
                depth=0.02,
            ),
            drawn(random, "hat.band", band, sash, weight=0.8, form=Ball(0, -0.1, 0.45, 2), depth=0.03, pieces=1),
        ]
    tip = (random.normal(0, 0.1), -1.05) if way == 1 else (random.uniform(0.25, 0.5), -0.98)
    left, right = spline([(-0.44, 0.04), (-0.26, -0.45), tip], 6), spline([tip, (0.28, -0.42), (0.44, 0.04)], 6)
    foot = spline([(0.44, 0.04), (0, 0.16), (-0.44, 0.04)], 6)
    cone = np.concatenate([left, right[1:], foot[1:-1]])
    form = Blend(Ball(0, -0.2, 0.5, 2), Inflated(), 0.3)
    if way == 1:
        spots = [
            drawn(
                random,
                "hat.spot",
                band,
                ellipse(float(x), float(y), 0.07, 0.07, count=14),
                weight=0.6,
                pieces=1,
                form=form,
                depth=0.03,
                clips=(cone,),
            )
            for x, y in ((-0.2, -0.12), (0.16, -0.2), (-0.02, -0.45), (0.3, 0.0), (0.06, -0.72))
        ]
        ball = ellipse(tip[0], tip[1], 0.12, 0.12, count=18)
        return [
            drawn(random, "hat", felt, cone, form=form),
            *spots,
            drawn(random, "hat.ball", Paint(f"{coat.name}.ball", "cloth"), ball, form=Inflated(), depth=0.04, pieces=1),
        ]
    brim = ellipse(0, 0.05, 0.82, 0.2, random.normal(0, 3), count=36)
    sash = np.concatenate([spline([(-0.39, -0.12), (0, 0.0), (0.39, -0.12)], 5), foot])
    crease = line(cut(left, 0.55, 0.8) + (0.12, 0.02), 0.6, 0.3, 0.5)
    return [
        drawn(random, "hat.brim", felt, brim, form=Inflated(height=0.5)),
        Part("hat", felt, (cone,), (edge(left, 1.0, 0.08), edge(right, 1.0, 0.08), crease), form=form, depth=0.02),
        drawn(random, "hat.band", band, sash, weight=0.8, form=form, depth=0.03, pieces=1),
    ]
