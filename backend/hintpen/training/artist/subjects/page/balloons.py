"""What is written into comics: balloons, captions, sounds. Balloons and captions must stay paper."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import closed, ellipse, loop, spline, uneven
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, placed
from hintpen.training.artist.subjects import lettering
from hintpen.training.artist.subjects.drafting import FLAT, SQUARE, box_corners, scalloped
from hintpen.training.artist.subjects.scenes.grounds import flash_ring

PAPER = Paint("page.paper", "paper")
BEHIND = -5.0
"""A depth so far behind that what lies on the page throws no shadow on the picture, nor the picture on it."""


def paper(name: str, ring: Points, strokes: list[Stroke], weight: float = 0.9, clips: tuple[Points, ...] = ()) -> Part:
    """A piece of the page that is not colored, with its outline and what is written on it."""
    outline = [Stroke(closed(ring), weight, SQUARE)] if weight > 0 else []
    return Part(name, PAPER, (ring,), (*strokes, *outline), (), FLAT, BEHIND, clips=clips, colored=False)


def balloon(
    random: Random,
    middle: tuple[float, float],
    radii: tuple[float, float],
    target: tuple[float, float],
    clips: tuple[Points, ...] = (),
) -> list[Part]:
    """A balloon about `middle` that is spoken by whoever is at `target`."""
    (x, y), (rx, ry) = middle, radii
    style = str(random.choice(("oval", "cloud", "burst", "square", "whisper"), p=(0.55, 0.13, 0.12, 0.12, 0.08)))
    strokes = writing(random, x, y, rx * 0.72, ry * 0.7)
    if style == "cloud":
        n = int(random.integers(9, 15))
        ring = scalloped(
            closed(ellipse(x, y, rx * 0.92, ry * 0.9, count=60)), uneven(n, random, 0.3), random.uniform(0.25, 0.4, n)
        )[:-1]
        return [paper("balloon", ring, strokes, clips=clips), *_thoughts(x, y, radii, target, clips)]
    if style == "burst":
        return [paper("balloon", flash_ring(x, y, rx, ry, random, int(random.integers(12, 20))), strokes, 1.1, clips)]
    if style == "square":
        body = loop(_squarish(x, y, rx, ry), 6)
    else:
        body = ellipse(x, y, rx, ry, random.uniform(-4, 4), count=56)
    ring = _with_tail(body, np.array([x, y]), np.array(target), random) if random.random() < 0.85 else body
    if style != "whisper":
        return [paper("balloon", ring, strokes, clips=clips)]
    loose = closed(ring)
    steps = np.linspace(0, len(loose) - 1, 37).astype(int)
    dashes = [Stroke(loose[a : b + 1], 0.8, SQUARE) for a, b in zip(steps[:-1:2], steps[1::2], strict=True) if b > a]
    return [paper("balloon", ring, strokes + dashes, 0.0, clips)]


def _squarish(x: float, y: float, rx: float, ry: float) -> Points:
    a = np.arange(16) * np.pi / 8
    c, s = np.cos(a), np.sin(a)
    return np.stack([x + rx * np.sign(c) * np.abs(c) ** 0.35, y + ry * np.sign(s) * np.abs(s) ** 0.35], 1)


def _with_tail(body: Points, middle: Points, target: Points, random: Random) -> Points:
    """The outline with a tail that points some way toward the target."""
    run = target - middle
    angle = math.atan2(run[1], run[0])
    around = np.arctan2(body[:, 1] - middle[1], body[:, 0] - middle[0])
    nearest = int(np.argmin(np.abs(np.angle(np.exp(1j * (around - angle))))))
    rolled = np.roll(body, -nearest, 0)
    wide = max(1, round(len(body) * random.uniform(0.015, 0.035)))
    edge = rolled[0]
    reach = min(float(np.hypot(*run)) * 0.5, float(np.hypot(*(edge - middle))) * random.uniform(0.35, 0.8))
    tip = edge + run / max(float(np.hypot(*run)), 1e-9) * reach
    bend = np.array([-run[1], run[0]]) * random.normal(0, 0.05)
    side_a = spline([tuple(rolled[-wide]), tuple((rolled[-wide] + tip) / 2 + bend), tuple(tip)], 5)
    side_b = spline([tuple(tip), tuple((rolled[wide] + tip) / 2 + bend), tuple(rolled[wide])], 5)
    return np.concatenate([side_a, side_b[1:], rolled[wide + 1 : -wide]])


def _thoughts(
    x: float, y: float, radii: tuple[float, float], target: tuple[float, float], clips: tuple[Points, ...]
) -> list[Part]:
    """The bubbles from a thinker's head to a cloud."""
    a = math.atan2(target[1] - y, target[0] - x)
    edge = np.array([x + radii[0] * 1.05 * math.cos(a), y + radii[1] * 1.1 * math.sin(a)])
    run, r = np.array([math.cos(a), math.sin(a)]), min(radii) * 0.2
    bubbles: list[Part] = []
    for i in range(3):
        px, py = (edge + run * r * (1.2 + 2.4 * i)).tolist()
        ring = ellipse(px, py, r * (0.9 - 0.25 * i), r * (0.75 - 0.2 * i), count=18)
        bubbles.append(paper("balloon.bubble", ring, [], 0.8, clips))
    return bubbles


def writing(random: Random, x: float, y: float, rx: float, ry: float) -> list[Stroke]:
    """Text that fills an oval: words in rows, signs in columns, or nothing yet."""
    style = random.random()
    if style < 0.12:
        return []
    size = float(np.clip(ry * random.uniform(0.3, 0.6), 0.016, 0.05))
    if style < 0.4:
        n = max(1, int(2 * rx / (size * 1.5)))
        columns: list[Stroke] = []
        for i in range(n):
            u = (i + 0.5) / n * 2 - 1
            tall = 2 * ry * math.sqrt(max(0.1, 1 - u * u)) * 0.85
            columns += lettering.column(
                x - u * rx,
                y - tall / 2,
                size * 0.8,
                max(1, int(tall / (size * 0.95)) - int(random.integers(0, 2))),
                random,
                0.6,
            )
        return columns
    words = lettering.WORDS[int(random.integers(len(lettering.WORDS)))].split()
    rows, fit = [""], max(4, int(2 * rx / (size * 0.9)))
    for word in words:
        if rows[-1] and len(rows[-1]) + len(word) >= fit:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    # Smaller when it would not fit.
    size = min(size, 2 * ry / (1.45 * len(rows)), 2 * rx / (0.86 * max(len(row) for row in rows)))
    strokes: list[Stroke] = []
    for i, row in enumerate(rows):
        strokes += lettering.written(row, x, y + (i - (len(rows) - 1) / 2) * size * 1.45, size, random, 0.65)
    return strokes


def caption(random: Random, left: float, top: float, wide: float, clips: tuple[Points, ...] = ()) -> Part:
    """A box with a line or two of narration."""
    rows, size = int(random.integers(1, 3)), random.uniform(0.018, 0.028)
    high = (rows + 0.6) * size * 1.7
    strokes: list[Stroke] = []
    fit = max(3, int(wide / (size * 0.9)))
    for i in range(rows):
        text = " ".join(lettering.WORDS[int(j)] for j in random.integers(0, len(lettering.WORDS), 2))[:fit]
        strokes += lettering.written(text, left + wide / 2, top + (i + 0.8) * size * 1.7, size, random, 0.6)
    return paper("caption", box_corners(left, top, left + wide, top + high), strokes, 0.9, clips)


def sound(random: Random, middle: tuple[float, float], size: float, clips: tuple[Points, ...] = ()) -> list[Part]:
    """A sound in fat letters, each larger or smaller and turned a little; colored, or left as paper."""
    word = lettering.SOUNDS[int(random.integers(len(lettering.SOUNDS)))]
    paint, colored = Paint("sound.letters", "paint"), random.random() < 0.75
    parts: list[Part] = []
    step, bow = size * 0.98, random.uniform(-0.4, 0.4)
    black = random.random() < 0.2
    for i, letter in enumerate(word):
        u = i - (len(word) - 1) / 2
        rings = tuple(ring - 0.5 for ring in lettering.outlined(letter, random.uniform(0.22, 0.3), random))
        strokes = tuple(Stroke(closed(ring), 0.8, SQUARE) for ring in rings)
        inked = tuple(Mark(MarkKind.INK, ring) for ring in rings[:1]) if black else ()
        part = Part(
            "sound", paint if colored else PAPER, rings, strokes, inked, Inflated(0.1, 0.6), 0.0, colored=colored
        )
        x, y = middle[0] + u * step, middle[1] + bow * step * (u * u) * 0.15 + random.normal(0, size * 0.05)
        tall = size * random.uniform(0.85, 1.15)
        parts += placed([part], Frame.at(x, y, tall, bow * u * 12 + random.normal(0, 6)))
    if random.random() < 0.3:
        reach = step * len(word) * 0.62 + size * 0.3
        ring = flash_ring(middle[0], middle[1], reach, size * 1.1, random, 16)
        back = Part(
            "sound.flash",
            Paint("sound.flash", "paint"),
            (ring,),
            (Stroke(closed(ring), 1.0, SQUARE),),
            (),
            FLAT,
            BEHIND,
        )
        parts.insert(0, back)
    return [
        Part(p.name, p.paint, p.rings, p.strokes, p.marks, p.form, BEHIND, clips=clips, colored=p.colored)
        for p in parts
    ]


def tone(random: Random, ring: Points, clips: tuple[Points, ...] = ()) -> Part:
    """A ground of screentone dots that grow toward one side; it stays paper."""
    (left, top), (right, bottom) = ring.min(0), ring.max(0)
    pitch = max(random.uniform(0.014, 0.026), math.sqrt((right - left) * (bottom - top) / 900))
    x, y = np.meshgrid(np.arange(left, right + pitch, pitch), np.arange(top, bottom + pitch, pitch))
    x = x + (np.arange(len(x)) % 2)[:, None] * pitch / 2
    share = (y - top) / (bottom - top) if random.random() < 0.5 else np.full_like(y, 0.5)
    radius = (pitch * (0.12 + 0.3 * share)).ravel()
    a = np.arange(9) * 2 * np.pi / 8
    dots = np.stack(
        [x.ravel()[:, None] + radius[:, None] * np.cos(a), y.ravel()[:, None] + radius[:, None] * np.sin(a)], -1
    )
    # One ring for all: every dot comes back to its first point, and the ways between them are gone twice.
    there = dots.reshape(-1, 2)
    mark = Mark(MarkKind.INK, np.concatenate([there, dots[::-1, 0]]), random.uniform(0.6, 1.0))
    return Part("tone", PAPER, (ring,), (), (mark,), FLAT, BEHIND, clips=clips, colored=False)
