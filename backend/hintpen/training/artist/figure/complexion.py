"""What lies on the skin of a face: blush, freckles, moles, wrinkles, make-up, scars, tears and sweat."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import closed, ellipse, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.eye_styles import EyeStyle
from hintpen.training.artist.figure.sitter import OnSkin, Sitter
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Part, Random, Stroke

Knots = list[tuple[float, float]]


def draw_complexion(random: Random, sitter: Sitter, skin: OnSkin, eyes: EyeStyle, mood: Expression) -> None:
    """Marks and lines on the face."""
    rosy, lined, spots = random.spawn(3)
    _blush(rosy, sitter, skin, eyes, mood)
    _makeup(rosy, sitter, skin, eyes)
    _wrinkles(lined, sitter, skin, eyes, mood)
    _freckles(spots, sitter, skin)
    _mole(spots, sitter, skin, eyes)
    _scar(spots, sitter, skin)


def _both(sitter: Sitter, knots: Knots, per_span: int = 6) -> list[Points]:
    """A curve on each half of the face as seen, without those behind the far contour."""
    curve = spline(knots, per_span)
    middle = curve[len(curve) // 2]
    return [
        sitter.at(curve * (side, 1.0))
        for side in (-1.0, 1.0)
        if not (side == sitter.far and sitter.skull.behind(sitter.head, side * float(middle[0]), float(middle[1])))
    ]


def _blush(random: Random, sitter: Sitter, skin: OnSkin, eyes: EyeStyle, mood: Expression) -> None:
    """Rosy cheeks, and the slanting lines that stand for them in ink."""
    young = 1 - sitter.looks.masculine * 0.6
    strength = mood.blush * random.uniform(0.5, 1.0) + 0.35 * float(random.random() < 0.55 * young)
    if strength < 0.1:
        return
    x, y = sitter.skull.eye_x + 0.09, sitter.skull.eye + eyes.bottom + random.uniform(0.1, 0.16)
    width, height = random.uniform(0.16, 0.24), random.uniform(0.07, 0.11)
    blur = 0.0 if random.random() < 0.2 else 0.06
    for side in (-1.0, 1.0):
        skin.mark(MarkKind.BLUSH, sitter.at(ellipse(side * x, y, width, height)), min(strength, 1.0), blur)
    if mood.blush > 0.8 and random.random() < 0.5:
        bridge = ellipse(0, (sitter.skull.eye + sitter.skull.nose) / 2 + 0.03, 0.4, 0.06)
        skin.mark(MarkKind.BLUSH, sitter.at(bridge), 0.55, 0.06)
    if sitter.fine(0.09) and random.random() < 0.08 + 0.25 * mood.blush:
        count = int(random.integers(2, 5))
        for number in range(count):
            at = x + (number - (count - 1) / 2) * 0.07
            for line in _both(sitter, [(at + 0.025, y - 0.05), (at - 0.025, y + 0.04)]):
                skin.line(line, 0.45, (0.3, 0.6))


def _makeup(random: Random, sitter: Sitter, skin: OnSkin, eyes: EyeStyle) -> None:
    """Eye shadow, and the gloss that some put on every cheek."""
    looks, skull = sitter.looks, sitter.skull
    if looks.age > 16 and random.random() < 0.2 * (1 - looks.masculine):
        for side in (-1.0, 1.0):
            lid = ellipse(side * (skull.eye_x + 0.03), skull.eye - eyes.top * 0.9, eyes.width * 0.48, eyes.top * 0.45)
            skin.mark(MarkKind.BLUSH, sitter.at(lid), 0.8, 0.03)
    if random.random() < 0.12 and sitter.fine(0.12):
        for side in (-1.0, 1.0):
            spot = ellipse(side * (skull.eye_x + 0.04), skull.eye + eyes.bottom + 0.1, 0.05, 0.022, side * 20)
            skin.mark(MarkKind.SHINE, sitter.at(spot), 0.55)


def _wrinkles(random: Random, sitter: Sitter, skin: OnSkin, eyes: EyeStyle, mood: Expression) -> None:
    """Folds of age, tired eyes, and the furrow of anger."""
    skull, looks = sitter.skull, sitter.looks
    old, low = looks.old, skull.eye + eyes.bottom
    lines: list[tuple[float, Knots]] = []
    if looks.age > 30 and sitter.fine(0.06):
        depth = min((looks.age - 30) / 30, 1.0)
        fold: Knots = [(0.17, skull.nose), (0.25, skull.nose + 0.09), (0.3, skull.nose + 0.1 + 0.16 * depth)]
        if random.random() < depth * (0.6 + 0.4 * looks.masculine):
            lines.append((0.6, fold))
    if (old > 0.15 or random.random() < 0.12 * looks.masculine) and sitter.fine(0.08):
        x = skull.eye_x
        lines.append((0.5, [(x - 0.18, low + 0.03), (x - 0.04, low + 0.085), (x + 0.1, low + 0.075)]))
    if old > 0.3 and sitter.fine(0.1):
        corner = skull.eye_x + eyes.width / 2 + 0.05
        for way in (-0.07, 0.0, 0.07)[: 1 + int(old * 3)]:
            lines.append((0.5, [(corner, skull.eye + way * 0.4), (corner + 0.1, skull.eye + way * 1.6 + 0.02)]))
        lines.append((0.5, [(0.45, skull.nose + 0.12), (0.5, skull.mouth + 0.02), (0.46, skull.mouth + 0.14)]))
    if mood.brow[0] < -0.06 and (looks.masculine > 0.4 or old > 0) and sitter.fine(0.09):
        lines.append((0.55, [(0.055, skull.brow), (0.045, skull.brow + 0.1)]))
    for weight, knots in lines:
        for line in _both(sitter, knots):
            skin.line(line, weight, (0.4, 0.6))
    if old > 0.35 and sitter.fine(0.09):
        for number in range(1 + int(old * 2.5)):
            y, half = skull.brow - 0.2 - 0.1 * number, random.uniform(0.28, 0.42)
            wave = [(-half, 0.02), (-half / 2, -0.01), (0, 0.015), (half / 2, -0.01), (half, 0.02)]
            skin.line(sitter.at(spline(wave) + (0.0, y)), 0.5, (0.3, 0.3))


def _freckles(random: Random, sitter: Sitter, skin: OnSkin) -> None:
    """Dots over nose and cheeks: some in ink, some only painted."""
    if random.random() > 0.05 or not sitter.fine(0.13):
        return
    skull = sitter.skull
    count = int(random.integers(8, 22))
    x = np.clip(random.normal(0, 0.32, count), -0.75, 0.75)
    y = (skull.eye + skull.nose) / 2 + 0.08 + random.normal(0, 0.07, count)
    inked, sizes = random.random() < 0.5, random.uniform(0.008, 0.016, count)
    for dot, size in zip(sitter.at(np.stack([x, y], 1)), sizes, strict=True):
        if inked:
            skin.line(dot + np.array([(-0.008, 0.0), (0.008, 0.004)]), 0.6, (0, 0))
        else:
            skin.mark(MarkKind.SHADE, ellipse(dot[0], dot[1], size, size, count=8), 0.6)


def _mole(random: Random, sitter: Sitter, skin: OnSkin, eyes: EyeStyle) -> None:
    if random.random() > 0.07 or not sitter.fine(0.1):
        return
    skull, side = sitter.skull, -sitter.far
    x, y = (
        (skull.eye_x + 0.16, skull.eye + eyes.bottom + 0.09),
        (0.24, skull.mouth + 0.09),
        (0.27, skull.mouth - 0.09),
    )[random.choice(3, p=(0.55, 0.3, 0.15))]
    dot = sitter.at([(side * x, y)])[0]
    skin.line(dot + np.array([(-0.008, 0.0), (0.008, 0.002)]), 1.3, (0, 0))


def _scar(random: Random, sitter: Sitter, skin: OnSkin) -> None:
    """Down the cheek, sometimes with stitches."""
    if random.random() > 0.025 or sitter.looks.age < 15 or not sitter.fine(0.08):
        return
    skull, side = sitter.skull, -sitter.far
    x, y = side * (skull.eye_x + random.uniform(-0.05, 0.15)), skull.nose + random.uniform(-0.08, 0.1)
    lean = random.uniform(-0.15, 0.15)
    cut = sitter.at(spline([(x - lean, y - 0.14), (x + 0.015, y), (x + lean, y + 0.14)]))
    skin.line(cut, 0.8, (0.5, 0.5))
    if random.random() < 0.5:
        for share in (0.25, 0.5, 0.75):
            at = cut[int(share * (len(cut) - 1))]
            skin.line(at + np.array([(-0.045, -0.008), (0.045, 0.008)]), 0.6, (0.3, 0.3))


def drop_parts(random: Random, sitter: Sitter, eyes: EyeStyle, mood: Expression) -> list[Part]:
    """Tears of those who cry, a bead of sweat now and then."""
    skull = sitter.skull
    spots: list[tuple[float, float, float]] = []
    if mood.name == "crying" or (mood.name in ("sad", "laughing") and random.random() < 0.15):
        low = skull.eye + eyes.bottom * 0.6
        sides = (-1.0, 1.0) if random.random() < 0.6 else (-sitter.far,)
        spots.extend((side * (skull.eye_x + eyes.width * 0.28), low + 0.12, 0.1) for side in sides)
    if mood.name in ("shy", "surprised", "smug", "wincing") and random.random() < 0.12:
        spots.append((-sitter.far * 0.72, skull.eye - 0.18, 0.13))
    if not sitter.fine(0.07):
        return []
    return [
        _drop(sitter, x, y, size)
        for x, y, size in spots
        if not (x * sitter.far > 0 and skull.behind(sitter.head, x * 1.15, y))
    ]


def _drop(sitter: Sitter, x: float, y: float, size: float) -> Part:
    ring = spline(
        [(0, -1), (0.34, -0.2), (0.5, 0.35), (0.36, 0.85), (0, 1), (-0.36, 0.85), (-0.5, 0.35), (-0.34, -0.2), (0, -1)]
    )
    ring = sitter.at(ring * size + (x, y))
    gleam = sitter.at(ellipse(x - size * 0.15, y + size * 0.4, size * 0.12, size * 0.22))
    return Part(
        "face.tear",
        sitter.looks.paint("tear", "water"),
        (ring,),
        (Stroke(closed(ring), 0.6, (0.1, 0.1)),),
        (Mark(MarkKind.SHINE, gleam, 0.9),),
        depth=0.32,
        layer=layers.FACE,
        clips=(sitter.outline.ring,),
    )
