"""Grounds without a place: plain colors, bands, patterns, bursts, frames, as manga puts them behind a head."""

from __future__ import annotations

import math

import numpy as np

from hintpen.training.artist.curves import closed, ellipse, loop, polyline, spline
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Mark, MarkKind, Paint, Part, Random, Stroke, canvas_ring
from hintpen.training.artist.subjects.drafting import (
    FLAT,
    blob,
    choose_hand,
    heart_ring,
    leaf,
    rosette,
    scalloped,
    shape,
    star_ring,
    straight,
)

GROUND, MOTIF = -0.9, -0.85
"""Depths of the ground and of what is drawn on it."""

BASE = Paint("ground.base", "backdrop")
SECOND = Paint("ground.second", "backdrop", "ground.base")
ACCENT = Paint("ground.accent", "backdrop")


def bare(random: Random, width: float, height: float) -> list[Part]:
    """Nothing: the paper."""
    return []


def plain(random: Random, width: float, height: float) -> list[Part]:
    """One color, now and then with a soft darkness toward an edge."""
    marks: list[Mark] = []
    if random.random() < 0.4:
        x = random.uniform(0, width)
        dark = ellipse(x, height + random.uniform(-0.1, 0.3), width * 0.8, 0.5)
        marks.append(Mark(MarkKind.SHADE, dark, random.uniform(0.3, 0.7), 0.15))
    return [Part("backdrop", BASE, (canvas_ring(width, height),), marks=tuple(marks), form=FLAT, depth=GROUND)]


def two_tone(random: Random, width: float, height: float) -> list[Part]:
    """Two or three tones that meet along lines: a slant, a horizon, a wave, a panel behind the figure."""
    parts = plain(random, width, height)
    hand = choose_hand(random)
    style = random.integers(4)
    if style == 0:
        for i in range(int(random.integers(1, 3))):
            a = (-0.05, random.uniform(0.3, 0.9) * height + 0.1 * i)
            b = (width + 0.05, random.uniform(0.1, 0.9) * height + 0.1 * i)
            parts.append(_below(straight(a, b, hand, random), height, (SECOND, ACCENT)[i % 2]))
    elif style == 1:
        y = height * random.uniform(0.6, 0.85)
        parts.append(_below(straight((-0.05, y), (width + 0.05, y), hand, random), height, SECOND))
    elif style == 2:
        x = np.linspace(-0.06, width + 0.06, 6)
        for i in range(int(random.integers(1, 4))):
            y = height * (0.35 + 0.22 * i) + random.normal(0, 0.05, 6)
            parts.append(_below(spline(np.stack([x, y], 1), 8), height, (SECOND, ACCENT, BASE)[i % 3]))
    else:
        left = width * random.uniform(0.1, 0.35)
        right = left + width * random.uniform(0.3, 0.55)
        tilt = random.uniform(-0.12, 0.12)
        ring = np.array([(left + tilt, -0.05), (right + tilt, -0.05), (right, height + 0.05), (left, height + 0.05)])
        parts.append(shape("backdrop.panel", SECOND, ring, weight=0.6, depth=MOTIF))
    return parts


def _below(line: Points, height: float, paint: Paint) -> Part:
    ring = np.concatenate([line, [(line[-1, 0], height + 0.05), (line[0, 0], height + 0.05)]])
    return Part("backdrop.band", paint, (ring,), (Stroke(line, 0.6, (0.0, 0.0)),), form=FLAT, depth=MOTIF)


def pattern(random: Random, width: float, height: float) -> list[Part]:
    """Stripes, dots, checks, lozenges or scales, in one second color."""
    parts = plain(random, width, height)
    pitch = float(np.exp(random.uniform(math.log(0.07), math.log(0.26))))
    turn = float(random.choice((0, 45, -45, 30, -20)))
    style = random.integers(6)
    reach = math.hypot(width, height) / 2 + pitch
    n = math.ceil(reach / pitch)
    cells = [(i, j) for i in range(-n, n + 1) for j in range(-n, n + 1)]
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    matrix, middle = np.array([[c, -s], [s, c]]), np.array([width / 2, height / 2])

    def put(ring: Points) -> None:
        """Adds a motif when any of it is seen."""
        seen = ring @ matrix.T + middle
        (x0, y0), (x1, y1) = seen.min(0), seen.max(0)
        if x1 > 0 and y1 > 0 and x0 < width and y0 < height:
            parts.append(shape("backdrop.motif", SECOND, seen, weight=0.5, depth=MOTIF))

    if style == 0:
        broad = pitch * random.uniform(0.3, 0.6)
        for i in range(-n, n + 1):
            at = i * pitch
            put(np.array([(at, -reach), (at + broad, -reach), (at + broad, reach), (at, reach)]))
    elif style == 5:
        for j in range(-n, n + 1):
            x = np.linspace(-reach, reach, 2 * n + 1)
            wave = spline(np.stack([x, j * pitch + 0.25 * pitch * np.where(np.arange(len(x)) % 2, 1, -1)], 1), 5)
            put(np.concatenate([wave, wave[::-1] + (0, pitch * 0.45)]))
    else:
        pitch = max(pitch, 0.09)
        r = pitch * random.uniform(0.22, 0.36)
        for i, j in cells:
            x, y = (i + 0.5 * (j % 2)) * pitch, j * pitch
            if style == 1:
                put(ellipse(x, y, r, r, count=20))
            elif style == 2 and (i + j) % 2:
                put(np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * pitch + (i * pitch, j * pitch))
            elif style == 3:
                put(np.array([(0, -0.46), (0.36, 0), (0, 0.46), (-0.36, 0)]) * pitch + (x, y))
            elif style == 4:
                put(star_ring(x, y, r * 1.2) if random.random() < 0.8 else heart_ring(x, y, r))
    return parts


def burst(random: Random, width: float, height: float) -> list[Part]:
    """Rays of two colors from behind the figure to the borders, with a disc or a ragged flash around it."""
    parts = plain(random, width, height)
    x, y = width * random.uniform(0.35, 0.65), height * random.uniform(0.3, 0.6)
    n, reach = int(random.integers(9, 22)), math.hypot(width, height) * 1.1
    turn = random.uniform(0, 2 * np.pi)
    for i in range(n):
        a, b = turn + (2 * np.pi / n) * (i + np.array([0.0, random.uniform(0.35, 0.6)]))
        ring = np.array(
            [(x, y), (x + reach * math.cos(a), y + reach * math.sin(a))]
            + [(x + reach * math.cos(b), y + reach * math.sin(b))]
        )
        parts.append(shape("backdrop.ray", SECOND, ring, weight=0.6, depth=MOTIF))
    style = random.integers(3)
    r = random.uniform(0.25, 0.42)
    if style == 1:
        parts.append(shape("backdrop.disc", ACCENT, ellipse(x, y, r, r, count=60), depth=MOTIF + 0.01))
    elif style == 2:
        ring = flash_ring(x, y, r, r * random.uniform(0.8, 1.1), random)
        parts.append(shape("backdrop.flash", ACCENT, ring, depth=MOTIF + 0.01))
    return parts


def flash_ring(x: float, y: float, rx: float, ry: float, random: Random, tips: int = 0) -> Points:
    """A ragged star whose tips differ in length: a flash, a shout."""
    n = tips or int(random.integers(14, 26))
    a = (np.arange(2 * n) + random.uniform(-0.3, 0.3, 2 * n)) * np.pi / n
    r = np.where(np.arange(2 * n) % 2 == 0, random.uniform(1.0, 1.35, 2 * n), random.uniform(0.75, 0.88, 2 * n))
    return np.stack([x + rx * r * np.cos(a), y + ry * r * np.sin(a)], 1)


def speed(random: Random, width: float, height: float) -> list[Part]:
    """Speed lines: toward a point, or all one way; the middle stays open."""
    parts = plain(random, width, height)
    x, y = width * random.uniform(0.4, 0.6), height * random.uniform(0.35, 0.6)
    n, reach = int(random.integers(50, 130)), math.hypot(width, height) * 0.75
    strokes = []
    if random.random() < 0.65:
        open_x, open_y = random.uniform(0.26, 0.4) * width, random.uniform(0.26, 0.4) * height
        for a in np.sort(random.uniform(0, 2 * np.pi, n)):
            run = np.array([math.cos(a), math.sin(a)])
            inner = random.uniform(1.0, 1.7)
            start = np.array([x, y]) + run * reach
            end = np.array([x + open_x * inner * run[0], y + open_y * inner * run[1]])
            fat = random.choice((0.5, 0.8, 1.4, 3.0), p=(0.4, 0.35, 0.18, 0.07))
            strokes.append(Stroke(polyline([start, end], 0.2), float(fat), (0.0, 0.95)))
    else:
        tilt = random.choice((0.0, random.uniform(-0.3, 0.3)))
        for level in np.sort(random.uniform(-0.2, height + 0.2, n // 2)):
            if abs(level - height / 2) < 0.16 * height and random.random() < 0.8:
                continue
            a, b = sorted(random.uniform(-0.2, width + 0.2, 2))
            if b - a > 0.2:
                line = np.array([(a, level + tilt * a), (b, level + tilt * b)])
                fat = random.choice((0.4, 0.8, 1.6), p=(0.5, 0.35, 0.15))
                strokes.append(Stroke(polyline(line, 0.2), float(fat), (0.3, 0.8)))
    return [*parts, Part("backdrop.speed", BASE, strokes=tuple(strokes), depth=MOTIF)]


def bokeh(random: Random, width: float, height: float) -> list[Part]:
    """Discs of light out of focus, thinly outlined, the large ones near the borders."""
    parts = plain(random, width, height)
    n = int(random.integers(8, 22))
    sides = int(random.choice((0, 0, 6)))
    for i in range(n):
        x, y = random.uniform(0, width), random.uniform(0, height)
        off = math.hypot(x / width - 0.5, y / height - 0.5)
        r = random.uniform(0.02, 0.05) + 0.13 * off * random.random()
        ring = ellipse(x, y, r, r, random.uniform(0, 60), count=sides or 36)
        parts.append(shape("backdrop.bokeh", (SECOND, ACCENT)[i % 2], ring, weight=0.35, depth=MOTIF))
    return parts


def framed(random: Random, width: float, height: float) -> list[Part]:
    """A medallion, arch or window shape behind the figure, with rings, ticks or lace."""
    parts = plain(random, width, height)
    x, y = width * random.uniform(0.46, 0.54), height * random.uniform(0.42, 0.55)
    r = random.uniform(0.34, 0.46)
    style = random.integers(5)
    if style == 4:
        for i, k in enumerate((1.0, 0.88)):
            ring = _arch(x, y, r * k, height * 0.5 * k)
            parts.append(shape("backdrop.arch", (SECOND, ACCENT)[i], ring, depth=MOTIF + 0.002 * i))
        return parts
    if style == 0:
        circle = closed(ellipse(x, y, r * 1.06, r * 1.06, count=90))
        lace = scalloped(circle[::-1] if random.random() < 0 else circle, np.linspace(0, 1, 25), -0.5)
        parts.append(shape("backdrop.lace", SECOND, lace[:-1], weight=0.6, depth=MOTIF))
    elif style == 1:
        n = int(random.choice((6, 8, 12)))
        parts.append(shape("backdrop.star", SECOND, star_ring(x, y, r * 1.2, n, 0.8), depth=MOTIF))
    elif style == 2:
        sides = int(random.choice((4, 6, 8)))
        turn = 45.0 if sides == 4 and random.random() < 0.5 else 0.0
        parts.append(shape("backdrop.panel", SECOND, ellipse(x, y, r * 1.15, r * 1.15, turn, count=sides), depth=MOTIF))
    parts.append(shape("backdrop.disc", ACCENT, ellipse(x, y, r, r, count=72), depth=MOTIF + 0.002))
    if style == 3 or random.random() < 0.4:
        inner = ellipse(x, y, r * 0.9, r * 0.9, count=72)
        parts.append(shape("backdrop.disc", BASE, inner, weight=0.6, depth=MOTIF + 0.004))
        ticks = [
            Stroke(np.array([x, y]) + r * np.array([[0.92], [0.98]]) * np.array([math.cos(a), math.sin(a)]), 0.5)
            for a in np.arange(int(random.integers(24, 72))) * 2 * np.pi / 48
        ]
        parts.append(Part("backdrop.ticks", ACCENT, strokes=tuple(ticks), depth=MOTIF + 0.004))
    return parts


def _arch(x: float, y: float, half: float, down: float) -> Points:
    top = ellipse(x, y - 0.05, half, half * 1.05, 0, (180, 360), 30)
    return np.concatenate([top, [(x + half, y + down + 0.2), (x - half, y + down + 0.2)]])


def flowers(random: Random, width: float, height: float) -> list[Part]:
    """Flowers and leaves along the borders or in the corners."""
    parts = plain(random, width, height)
    green = Paint("leaves.leaf", "leaf")
    n = int(random.integers(7, 18))
    corner = random.random() < 0.5
    for i in range(n):
        if corner:
            cx, cy = ((0.0, 0.0), (width, height), (width, 0.0), (0.0, height))[i % (2 if n < 12 else 4)]
            x, y = cx + random.normal(0, 0.14), cy + random.normal(0, 0.14)
        else:
            t = (i + random.uniform(-0.2, 0.2)) / n * 2 * np.pi
            x = width / 2 + width * 0.5 * math.cos(t) * random.uniform(0.86, 1.06)
            y = height / 2 + height * 0.5 * math.sin(t) * random.uniform(0.86, 1.06)
        r = random.uniform(0.05, 0.12)
        base = np.array([x, y])
        for a in random.uniform(0, 2 * np.pi, int(random.integers(1, 4))):
            run = np.array([math.cos(a), math.sin(a)]) * r * random.uniform(1.4, 2.1)
            parts.append(leaf("plant.leaf", green, base, base + run, r * 0.8, MOTIF, veins=int(random.integers(0, 4))))
        parts += rosette("plant.flower", f"flower{i % 2}", x, y, r, random, MOTIF + 0.01)
    return parts


def scatter(random: Random, width: float, height: float) -> list[Part]:
    """Small motifs strewn about: stars, hearts, bubbles, petals, notes, feathers of light."""
    parts = plain(random, width, height)
    style = random.integers(5)
    for i in range(int(random.integers(10, 26))):
        x, y, r = random.uniform(0, width), random.uniform(0, height), random.uniform(0.015, 0.05)
        paint = (SECOND, ACCENT)[i % 2]
        turn = random.uniform(-25, 25)
        if style == 0:
            parts.append(shape("backdrop.star", paint, star_ring(x, y, r, turn=turn), weight=0.6, depth=MOTIF))
        elif style == 1:
            parts.append(shape("backdrop.heart", paint, heart_ring(x, y, r, turn), weight=0.6, depth=MOTIF))
        elif style == 2:
            gleam = Stroke(ellipse(x, y, r * 0.7, r * 0.7, 0, (190, 260), 8), 0.5, (0.4, 0.4), inside=True)
            bubble = ellipse(x, y, r, r, count=28)
            shine = Mark(MarkKind.SHINE, blob(x + r * 0.35, y + r * 0.35, r * 0.2, r * 0.15, random))
            parts.append(
                shape("backdrop.bubble", paint, bubble, weight=0.6, strokes=[gleam], marks=[shine], depth=MOTIF)
            )
        elif style == 3:
            run = np.array([math.cos(turn), math.sin(turn)]) * r * 1.5
            side = np.array([-run[1], run[0]])
            p = np.array([x, y])
            petal = loop(
                [p - run, p + side * 0.5, p + run * 0.8 + side * 0.2, p + run * 0.7, p + run - side * 0.2]
                + [p - side * 0.45],
                5,
            )
            parts.append(shape("backdrop.petal", Paint("petals.petal", "petal"), petal, weight=0.6, depth=MOTIF))
        else:
            parts.append(shape("backdrop.spark", paint, star_ring(x, y, r * 1.3, 4, 0.22), weight=0.6, depth=MOTIF))
    return parts
