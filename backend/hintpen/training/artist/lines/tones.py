"""Ink that tells of light and color: solid blacks, hatching, screentone and gray washes. Most drawings have none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.lines.hatching import hatched
from hintpen.training.artist.lines.pens import Pen
from hintpen.training.artist.painting.light import Light, Lit
from hintpen.training.artist.raster import Raster, line_coverage
from hintpen.training.artist.records import Array, Random, Scene

Gray = NDArray[np.uint8]


class Tone(Enum):
    """What is laid over the lines."""

    BLACK = "black"
    """Hair or clothes filled black, shine and inner lines left white."""
    SPOT = "spot"
    """Shadows filled black."""
    HATCH = "hatch"
    """Strokes in the shadows."""
    DOTS = "dots"
    """Screentone over some parts or the shadows."""
    WASH = "wash"
    """Even gray over some parts or the shadows."""


USUAL = (Tone.BLACK, Tone.SPOT, Tone.HATCH, Tone.DOTS, Tone.WASH)
OFTEN = (0.48, 0.07, 0.19, 0.1, 0.16)

FILLED = frozenset(("hair", "fur", "cloth", "silk", "denim", "leather", "rubber", "bark", "wood", "feather", "paint"))
"""Materials that may be filled as a whole."""

MOST = 0.4
"""A tone that would lie on more of the canvas than this is left out: the lines would drown."""

FACES = ("head", "face", "eye")
"""Names of parts that shadows do not turn black."""


def choose_tones(random: Random) -> tuple[Tone, ...]:
    """Mostly none: line art that is to be colored has clean insides. Seldom two."""
    if random.random() < 0.7:
        return ()
    first, second = random.choice(len(USUAL), 2, p=OFTEN)
    return (USUAL[first],) if first == second or random.random() < 0.75 else (USUAL[first], USUAL[second])


@dataclass(frozen=True)
class Sitting:
    """What tones are laid upon: the inked drawing, its light and its colors.

    `albedo`: (parts + 1, 3) sRGB 0..1, by part number; `normals`: (h, w, 3).
    """

    scene: Scene
    raster: Raster
    normals: Array
    lit: Lit
    light: Light
    albedo: Array
    pen: Pen


def add_tones(on: Sitting, tones: Sequence[Tone], random: Random) -> tuple[Gray, Gray]:
    """The ink with its tones, and the tones alone where they are no line: both (h, w) uint8."""
    ink = line = on.raster.ink
    tone = np.zeros_like(ink)
    for kind in tones:
        laid = _LAY[kind](on, random)
        if np.count_nonzero(laid) > MOST * laid.size:
            continue
        if kind is Tone.BLACK:
            # Lines inside what is black are left white.
            ink = np.minimum(ink, 255 - _inner_lines(on, laid))
        tone = np.maximum(tone, laid)
    ink = np.maximum(ink, tone)
    return ink, np.where(tone > line, tone, 0).astype(np.uint8)


def _chosen(on: Sitting, random: Random, dark: float, most: int) -> NDArray[np.uint8]:
    """(h, w) 0 or 255: all parts of one to `most` paints that may be filled, dark ones first with weight `dark`."""
    names: dict[str, float] = {}
    shown = np.bincount(on.raster.parts.ravel(), minlength=len(on.scene.parts) + 1) > 0.001 * on.raster.parts.size
    for number, part in enumerate(on.scene.parts, start=1):
        if shown[number] and part.colored and part.paint.material in FILLED:
            names.setdefault(part.paint.key, float(on.albedo[number].mean()))
    draws = random.random(len(names) + 1)
    order = sorted(zip(names, draws, strict=False), key=lambda item: dark * names[item[0]] + (1 - dark) * item[1])
    taken = {name for name, _ in order[: 1 + int(draws[-1] * most)]}
    table = np.array([0, *(255 * (part.paint.key in taken) for part in on.scene.parts)], np.uint8)
    return table[on.raster.parts]


def _black(on: Sitting, random: Random) -> Gray:
    mask = _chosen(on, random, 0.7, 2)
    shine = np.maximum(on.lit.highlight.max(-1), on.raster.shine / np.float32(255))
    # A white shape with an edge, however soft the shine is.
    open_to_light = cv2.GaussianBlur((shine > 0.3).astype(np.float32), (0, 0), 0.6)
    solid = cv2.GaussianBlur(mask, (0, 0), 0.6).astype(np.float32)
    lines = _inner_lines(on, mask).astype(np.float32)
    return np.rint(np.maximum(solid * (1 - open_to_light) - lines, 0)).astype(np.uint8)


def _inner_lines(on: Sitting, filled: Gray) -> Gray:
    """The lines that lie well inside what is filled, (h, w) coverage."""
    size = min(filled.shape)
    reach = 2 * max(1, round(size * (0.004 + on.pen.width / 2))) + 1
    grown = cv2.morphologyEx((filled > 0).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    inside = cv2.erode(grown, np.ones((reach, reach), np.uint8), borderValue=1)
    return np.asarray(on.raster.ink * inside, np.uint8)


def _spot(on: Sitting, random: Random) -> Gray:
    # What is black on a face is its eyes and brows.
    faceless = np.array([True, *(not part.name.startswith(FACES) for part in on.scene.parts)])
    shadow = _soft_shadow(on, 0.003) * faceless[on.raster.parts]
    return np.rint(np.clip((shadow - random.uniform(0.6, 0.75)) * 9 + 0.5, 0, 1) * 255).astype(np.uint8)


def _soft_shadow(on: Sitting, blur: float) -> Array:
    """(h, w) 0..1, its edges smoothed over `blur` in canvas units."""
    shadow = cv2.GaussianBlur(on.lit.shadow, (0, 0), blur * min(on.lit.shadow.shape))
    return np.asarray(shadow, np.float32)


def _hatch(on: Sitting, random: Random) -> Gray:
    shadow = _soft_shadow(on, 0.002)
    lines = hatched(shadow, on.raster.parts, on.normals, on.pen, on.light.angle, random)
    return line_coverage(lines, shadow.shape)


def _dots(on: Sitting, random: Random) -> Gray:
    """Dots at 45 degrees, or sand; larger where it is darker."""
    height, width = on.raster.parts.shape
    size = min(height, width)
    pitch, sand, both = random.uniform(0.005, 0.011), random.random() < 0.15, random.random()
    level = _chosen(on, random, 0.3, 3).astype(np.float32) / 255 * np.float32(random.uniform(0.08, 0.35))
    if random.random() < 0.35:
        fade = np.linspace(0.1, 1.6, height, dtype=np.float32)[:, None]
        level *= fade if random.random() < 0.5 else fade[::-1]
    if both < 0.5:
        level = np.maximum(level, on.lit.shadow * np.float32(random.uniform(0.12, 0.4)))
    if sand:
        grains = cv2.GaussianBlur(random.integers(0, 256, (height, width), np.uint8), (0, 0), 0.5)
        return ((grains < 70 + 130 * level) & (level > 0.02)).astype(np.uint8) * np.uint8(255)
    y, x = np.arange(height, dtype=np.float32)[:, None] / size, np.arange(width, dtype=np.float32)[None] / size
    u, v = (x + y) * np.float32(math.sqrt(0.5) / pitch), (x - y) * np.float32(math.sqrt(0.5) / pitch)
    u -= np.rint(u)
    v -= np.rint(v)
    edge = np.sqrt(level / np.float32(math.pi)) - np.sqrt(u * u + v * v)
    dots = np.clip(edge * np.float32(pitch * size) + 0.5, 0, 1) * (level > 0.02)
    return np.rint(dots * 255).astype(np.uint8)


def _wash(on: Sitting, random: Random) -> Gray:
    """Grays without an edge of their own: they end where parts and shadows end."""
    strength = random.uniform(0.1, 0.3)
    shadow = np.clip((on.lit.shadow - 0.5) * 6 + 0.5, 0, 1) * np.float32(strength)
    if random.random() < 0.5:
        parts = _chosen(on, random, 0.5, 4).astype(np.float32) / 255 * np.float32(random.uniform(0.1, 0.4))
        shadow = np.maximum(parts, shadow * (random.random() < 0.5))
    return np.rint(shadow * 255).astype(np.uint8)


_LAY = {Tone.BLACK: _black, Tone.SPOT: _spot, Tone.HATCH: _hatch, Tone.DOTS: _dots, Tone.WASH: _wash}
