"""Beards: stubble, moustaches, goatees and full beards of a man's own hair."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import closed, normals, resample, spline, tangents
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.sitter import OnSkin, Sitter
from hintpen.training.artist.figure.skull import Skull
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import MarkKind, Part, Random, Stroke


def choose_beard(random: Random, looks: Looks) -> tuple[str, ...]:
    """None for women, children and most young men; of "stubble", "moustache", "goatee", "full"."""
    if looks.masculine < 0.6 or looks.age < 20:
        return ()
    often = min(0.12 + (looks.age - 20) / 55, 0.6)
    if random.random() > often:
        return ()
    kinds = (("stubble",), ("moustache",), ("goatee",), ("moustache", "goatee"), ("full", "moustache"))
    return kinds[random.choice(5, p=(0.34, 0.14, 0.12, 0.12, 0.28))]


def beard_parts(random: Random, sitter: Sitter, kinds: tuple[str, ...]) -> list[Part]:
    """What lies under the mouth's line: all but stubble and moustache."""
    parts: list[Part] = []
    if "full" in kinds:
        parts.append(_full(random, sitter))
    if "goatee" in kinds:
        parts.append(_goatee(random, sitter))
    return parts


def _hair(sitter: Sitter, name: str, ring: Points, strokes: list[Stroke], clip: bool, layer: float) -> Part:
    return Part(
        name,
        sitter.looks.paint("hair", "hair"),
        (ring,),
        tuple(strokes),
        depth=0.33,
        layer=layer,
        clips=(sitter.outline.ring,) if clip else (),
    )


def draw_stubble(random: Random, sitter: Sitter, skin: OnSkin, kinds: tuple[str, ...]) -> None:
    """A shadow over jaw and lip, with short strokes in ink."""
    if "stubble" not in kinds:
        return
    skull = sitter.skull
    line = _cheek_line(skull)
    y = np.linspace(skull.chin + 0.05, line[-1, 1], 16)
    edge = np.stack([np.interp(y, skull.y, skull.width) * 1.05 + 0.02, y], 1)
    for side in (-1.0, 1.0):
        shape = np.concatenate([line, edge[::-1], [(0.0, skull.chin + 0.05)]])
        skin.mark(MarkKind.SHADE, sitter.at(shape * (side, 1.0)), 0.35, 0.04)
    if sitter.fine(0.13):
        count = int(random.integers(20, 45))
        at = random.uniform(skull.mouth - 0.02, skull.chin - 0.03, count)
        x = random.choice((-1.0, 1.0), count) * np.interp(at, skull.y, skull.width) * random.uniform(0.3, 0.92, count)
        start = sitter.at(np.stack([x, at], 1))
        end = sitter.at(np.stack([x * 0.98, at + 0.022], 1))
        for a, b in zip(start, end, strict=True):
            skin.line(np.stack([a, b]), 0.45, (0.2, 0.6))


def _cheek_line(skull: Skull) -> Points:
    """(n, 2) where a beard begins, from above the mouth over the right cheek to the ear, as drawn straight ahead."""
    top = skull.nose + 0.1
    side = float(np.interp(skull.eye, skull.y, skull.width))
    low = [(0.0, skull.mouth - 0.06), (0.1, top - 0.015), (0.26, top + 0.03), (0.42, top + 0.1)]
    return spline([*low, (0.6, top - 0.08), (side - 0.16, skull.eye + 0.16), (side - 0.09, skull.eye - 0.06)], 6)


def _full(random: Random, sitter: Sitter) -> Part:
    """From ear to ear under the mouth, with tufts along its lower edge."""
    skull = sitter.skull
    length = float(random.choice((0.06, random.uniform(0.12, 0.4)), p=(0.55, 0.45)))
    line = _cheek_line(skull)
    both = np.concatenate([line[::-1] * (-1, 1), line[1:]])
    hem = sitter.at(_kept(sitter, both, 0.05))
    outer = _tufted(random, sitter, length, int(random.integers(7, 13)))
    strokes = [Stroke(outer, 1.0, (0.1, 0.1)), Stroke(hem, 0.6, (0.2, 0.2), (1.0, 0.6, 0.4, 0.6, 1.0))]
    if sitter.fine(0.1):
        for share in random.uniform(0.2, 0.8, int(random.integers(4, 9))):
            a, b = outer[int(share * (len(outer) - 1))], hem[int((1 - share) * (len(hem) - 1))]
            lock = np.linspace(a, b, 12)[1 : int(random.integers(5, 9))]
            bend = np.sin(np.linspace(0, np.pi, len(lock)))[:, None] * random.uniform(-0.02, 0.02)
            strokes.append(Stroke(lock + bend, 0.55, (0.3, 0.6)))
    return _hair(sitter, "hair.beard", np.concatenate([outer, hem]), strokes, False, layers.HEAD + 0.6)


def _kept(sitter: Sitter, knots: Points, over: float) -> Points:
    """The knots drawn back to the far contour; of a far cheek that is turned away nothing is left above the mouth."""
    kept = sitter.skull.within(sitter.head, knots, over * (1 - sitter.turn))
    if sitter.turn > 0.6:
        away = kept[:, 0] * sitter.far > 0
        kept[away, 1] = np.maximum(kept[away, 1], sitter.skull.nose + 0.1)
    return kept


def _tufted(random: Random, sitter: Sitter, length: float, tufts: int) -> Points:
    """The lower edge of a beard as seen, from the viewer's right ear round the chin to the left one."""
    skull = sitter.skull
    y = np.linspace(skull.eye - 0.06, skull.chin, 40)
    share = (y - y[0]) / (y[-1] - y[0])
    half = np.stack([np.interp(y, skull.y, skull.width) + 0.03 * share, y + length * share**4], 1)
    way = np.concatenate([half, half[::-1][1:] * (-1, 1)])
    edge = resample(sitter.at(_kept(sitter, way, 0.08)), 24 * tufts)
    t = np.linspace(0, 1, len(edge))
    # Each tuft swells slowly and ends in a point that hangs over the next one, toward the chin.
    place = np.minimum(t, 1 - t) * tufts
    swell = (place % 1.0) ** 1.5 * np.sin(np.pi * t) ** 0.7
    swell *= random.uniform(0.03, 0.1, tufts + 2)[place.astype(np.intp) * 2 + (t > 0.5)]
    down = tangents(edge) * np.where(t < 0.5, 1.0, -1.0)[:, None]
    side = normals(edge)
    outward = np.sign(float((side * (edge - edge.mean(0))).sum()))
    return edge + side * (outward * swell)[:, None] + down * (0.9 * swell)[:, None]


def _goatee(random: Random, sitter: Sitter) -> Part:
    skull = sitter.skull
    low, half = skull.mouth + 0.1, random.uniform(0.12, 0.2)
    tip = skull.chin + random.uniform(-0.02, 0.2)
    right = spline(
        [(0.04, low), (half * 0.7, low + 0.05), (half, skull.chin - 0.1), (half * 0.6, skull.chin + 0.01), (0.0, tip)]
    )
    ring = sitter.at(np.concatenate([right, (right * (-1, 1))[::-1]]))
    strokes = [Stroke(closed(ring), 0.8, (0.1, 0.1))]
    if sitter.fine(0.12):
        for x in (-0.4, 0.1, 0.5):
            strokes.append(
                Stroke(sitter.at([(x * half, skull.chin - 0.08), (x * half * 0.8, skull.chin + 0.0)]), 0.5, (0.3, 0.6))
            )
    return _hair(sitter, "hair.beard", ring, strokes, False, layers.HEAD + 0.6)


def moustache_parts(random: Random, sitter: Sitter, kinds: tuple[str, ...]) -> list[Part]:
    """What lies over the mouth's line."""
    if "moustache" not in kinds:
        return []
    skull = sitter.skull
    top, low = skull.nose + 0.075, skull.mouth - 0.015
    reach, droop = random.uniform(0.2, 0.34), random.uniform(-0.1, 0.16)
    upper = spline([(0.0, top + 0.03), (0.08, top), (0.2, top + 0.055), (reach, low + droop)])
    lower = spline([(reach, low + droop), (0.18, low + 0.01), (0.07, low - 0.005), (0.0, low - 0.03)])
    right = np.concatenate([upper, lower[1:]])
    x = np.concatenate([right, (right * (-1, 1))[::-1]])
    ring = sitter.at(x, 0.05 - 0.4 * np.abs(x[:, 0]))
    strokes = [Stroke(closed(ring), 0.75, (0.1, 0.1))]
    if sitter.fine(0.11):
        for way in (-1.0, 1.0):
            hair = spline([(way * 0.06, top + 0.04), (way * 0.16, (top + low) / 2 + 0.03), (way * 0.24, low)])
            strokes.append(Stroke(sitter.at(hair, 0.05 - 0.4 * np.abs(hair[:, 0])), 0.5, (0.4, 0.6)))
    return [_hair(sitter, "hair.moustache", ring, strokes, True, layers.FACE)]
