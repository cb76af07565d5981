"""Pages of two to five panels, each with a picture of its own, and single pictures with something said in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from hintpen.training.artist.frame import Frame, Points
from hintpen.training.artist.records import Part, Random, Scene, Stroke, canvas_ring, placed
from hintpen.training.artist.subjects.drafting import SQUARE, choose_hand, edges_of, ring_from
from hintpen.training.artist.subjects.page.balloons import PAPER, balloon, caption, paper, sound, tone
from hintpen.training.artist.subjects.staging import with_weights

Builder = Callable[[Random, float, float], Scene]


def page(random: Random, width: float, height: float, choose: Builder) -> Scene:
    """A page whose panels are drawn by `choose`."""
    parts = [paper("page", canvas_ring(width, height), [], 0.0)]
    hand, weight = choose_hand(random), random.uniform(1.1, 2.0)
    margin = random.uniform(0.0, 0.04)
    corners = np.array(
        [(margin, margin), (width - margin, margin), (width - margin, height - margin), (margin, height - margin)]
    )
    for number, quad in enumerate(
        _split(
            random, corners, int(random.choice((2, 3, 4, 5), p=(0.3, 0.35, 0.22, 0.13))), random.uniform(0.012, 0.035)
        )
    ):
        edges = edges_of(quad, hand, random)
        ring = ring_from(edges)
        parts += _filled(random, ring, number, choose)
        border = tuple(Stroke(edge, weight, SQUARE) for edge in edges)
        parts.append(Part("page.border", PAPER, strokes=border, colored=False))
    if random.random() < 0.3:
        parts += sound(
            random, (width * random.uniform(0.3, 0.7), height * random.uniform(0.3, 0.7)), random.uniform(0.1, 0.16)
        )
    return Scene("page", width, height, tuple(parts), pen_scale=0.8)


def _split(random: Random, quad: Points, count: int, gutter: float) -> list[Points]:
    """A quadrangle cut into `count` panels with gutters between them, some of them slanted. Corners run clockwise."""
    if count <= 1:
        return [quad]
    wide = float(np.hypot(*(quad[1] - quad[0])) + np.hypot(*(quad[2] - quad[3])))
    high = float(np.hypot(*(quad[3] - quad[0])) + np.hypot(*(quad[2] - quad[1])))
    if wide > high * random.uniform(0.8, 1.3):
        # Turned by a corner a cut across becomes a cut down.
        quad = np.roll(quad, -1, 0)
        wide, high = high, wide
    first = count // 2 + (int(random.integers(0, 2)) if count % 2 else 0)
    share = np.clip(first / count + random.uniform(-0.1, 0.1), 0.3, 0.7)
    slant = random.uniform(-0.08, 0.08) if random.random() < 0.35 else 0.0
    half = gutter / high
    (a, b, c, d), (s, t) = quad, (share + slant, share - slant)

    def at(start: Points, end: Points, u: float) -> Points:
        return start + (end - start) * u

    upper = np.stack([a, b, at(b, c, t - half), at(a, d, s - half)])
    lower = np.stack([at(a, d, s + half), at(b, c, t + half), c, d])
    return _split(random, upper, first, gutter) + _split(random, lower, count - first, gutter)


def _filled(random: Random, ring: Points, number: int, choose: Builder) -> list[Part]:
    """What is in a panel: a picture, or tone; and what is said."""
    (left, top), (right, bottom) = ring.min(0), ring.max(0)
    wide, high = float(right - left), float(bottom - top)
    side = min(wide, high)
    if random.random() < 0.06:
        parts = [tone(random, ring)]
    else:
        scene = choose(random, wide / side, high / side)
        fine = scene.pen_scale * max(0.5, side**0.45) / 0.8
        frame = Frame.at(float(left), float(top), side)
        parts = [_owned(part, number, ring) for part in placed(with_weights(scene.parts, fine), frame)]
    return parts + said(random, (float(left), float(top), float(right), float(bottom)), parts, (ring,))


def _owned(part: Part, number: int, ring: Points) -> Part:
    """A part within a panel's border, with paints and regions of its own."""
    paint = replace(
        part.paint, key=f"panel{number}.{part.paint.key}", of=part.paint.of and f"panel{number}.{part.paint.of}"
    )
    region = f"panel{number}.{part.region}" if part.region else ""
    return replace(part, paint=paint, region=region, clips=(*part.clips, ring))


def _hides(picture: Sequence[Part], x: float, y: float, rx: float, ry: float) -> bool:
    """Whether a balloon would lie over somebody's eyes or mouth."""
    for part in picture:
        if part.rings and any(word in part.name for word in ("eye", "iris", "mouth", "nose", "muzzle")):
            (left, top), (right, bottom) = part.rings[0].min(0), part.rings[0].max(0)
            if left < x + rx and right > x - rx and top < y + ry and bottom > y - ry:
                return True
    return False


def said(
    random: Random,
    box: tuple[float, float, float, float],
    picture: Sequence[Part],
    clips: tuple[Points, ...] = (),
    busy: float = 0.75,
) -> list[Part]:
    """Balloons in the upper corners of a picture where they hide no face, a caption, or a sound; often nothing."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    parts: list[Part] = []
    if random.random() < busy:
        sides: Sequence[int] = random.permutation(2).tolist()[: int(random.integers(1, 3))]
        for row, s in enumerate(sides):
            rx = float(np.clip(wide * random.uniform(0.13, 0.21), 0.05, 0.19))
            ry = float(np.clip(high * random.uniform(0.1, 0.18), 0.045, 0.16))
            x = (
                left + rx + wide * random.uniform(0.01, 0.05)
                if s == 0
                else right - rx - wide * random.uniform(0.01, 0.05)
            )
            y = top + ry + high * random.uniform(0.0, 0.06) + row * high * random.uniform(0.05, 0.35)
            if _hides(picture, float(x), float(y), rx, ry):
                continue
            target = (left + wide * random.uniform(0.4, 0.6), top + high * random.uniform(0.5, 0.65))
            parts += balloon(random, (float(x), float(y)), (rx, ry), target, clips)
    if random.random() < 0.2:
        at_top = random.random() < 0.4 and not parts
        parts.append(
            caption(
                random,
                left + wide * 0.03,
                top + high * 0.02 if at_top else bottom - high * 0.03 - 0.1,
                wide * random.uniform(0.4, 0.7),
                clips,
            )
        )
    if random.random() < 0.12:
        size = min(wide, high) * random.uniform(0.14, 0.24)
        parts += sound(
            random, (left + wide * random.uniform(0.35, 0.65), bottom - size * random.uniform(0.8, 1.6)), size, clips
        )
    return parts


def spoken(random: Random, width: float, height: float, choose: Builder) -> Scene:
    """A picture by `choose` with something said, narrated or heard in it."""
    scene = choose(random, width, height)
    over = said(random, (0.0, 0.0, width, height), scene.parts, busy=0.95) or sound(
        random, (width / 2, height * 0.8), 0.18
    )
    return replace(scene, kind=f"{scene.kind}.spoken", parts=(*scene.parts, *over))
