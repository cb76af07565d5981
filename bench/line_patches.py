"""Patches of line drawings: chosen with enough ink, each source in its share, worn alike so that strokes count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from bench.line_drawings import Drawing, Pixels

Shares = dict[tuple[str, str], float]
"""Each (way, source), and how much of a set it makes up."""

SIDE = 128
"""Pixels of a patch's side: a third of a drawing's, a face or a hand with what is around it."""

RIM = 8
"""Pixels around a patch that go through the wear with it, so that no patch has a border of its own."""

STEP = 48
"""Distance of the places at which patches are looked for: neighbors share five eighths of their sides."""

LEAST, MOST = 0.04, 0.5
"""Mean ink of a patch: below, there is nothing to judge; above, it is a black surface."""

FROM_ONE = 20
"""Patches that one drawing gives at most."""


@dataclass(frozen=True)
class Patch:
    """`ink`: (SIDE + 2 RIM, SIDE + 2 RIM) uint8, 0 paper to 255 full ink, of `drawing`."""

    ink: Pixels
    drawing: Drawing


def choose_patches(drawings: Sequence[Drawing], shares: Shares, count: int, rng: np.random.Generator) -> list[Patch]:
    """About `count` patches; each (way, source) of `shares` gives its share, evenly over groups of its drawings.

    A source whose drawings are too few gives less.
    """
    whole = sum(shares.values())
    chosen: list[Patch] = []
    for (way, source), share in shares.items():
        some = [drawing for drawing in drawings if (drawing.way, drawing.source) == (way, source)]
        wanted = round(count * share / whole)
        chosen += _in_turn([_cut(drawing, rng) for drawing in _groups_in_turn(some, rng)], wanted)
    return chosen


def _groups_in_turn(drawings: Sequence[Drawing], rng: np.random.Generator) -> list[Drawing]:
    """One drawing of each group, then a second of each that has one, ..., at random otherwise."""
    groups: dict[str, list[Drawing]] = defaultdict(list)
    for i in rng.permutation(len(drawings)):
        groups[drawings[i].group].append(drawings[i])
    ranked = [(rank, drawing) for group in groups.values() for rank, drawing in enumerate(group)]
    return [drawing for _, drawing in sorted(ranked, key=lambda pair: pair[0])]


def _in_turn(sheets: Sequence[list[Patch]], wanted: int) -> list[Patch]:
    """The first patch of each sheet, then the second of each, ..., up to `wanted`."""
    turns = [sheet[turn] for turn in range(FROM_ONE) for sheet in sheets if turn < len(sheet)]
    return turns[:wanted]


def _cut(drawing: Drawing, rng: np.random.Generator) -> list[Patch]:
    """Up to FROM_ONE inked patches at places of a grid that begins anywhere, in random order."""
    side = SIDE + 2 * RIM
    short = [max(0, side - length) for length in drawing.ink.shape]
    ink = np.pad(drawing.ink, [(extra // 2, extra - extra // 2) for extra in short])
    spare = [length - side for length in ink.shape]
    starts = [np.arange(rng.integers(0, min(room, STEP) + 1), room + 1, STEP) for room in spare]
    places = [(y, x) for y in starts[0] for x in starts[1]]
    patches: list[Patch] = []
    for i in rng.permutation(len(places)):
        y, x = places[i]
        patch = ink[y : y + side, x : x + side]
        if LEAST <= patch[RIM:-RIM, RIM:-RIM].mean() / 255 <= MOST:
            patches.append(Patch(patch, drawing))
    return patches[:FROM_ONE]


def bare(patches: Sequence[Patch]) -> Pixels:
    """(count, SIDE, SIDE) uint8, the patches as they are."""
    return np.stack([patch.ink[RIM:-RIM, RIM:-RIM] for patch in patches])


def worn(patches: Sequence[Patch], rng: np.random.Generator) -> Pixels:
    """(count, SIDE, SIDE) uint8, each patch differently worn: turned and scaled a little, mirrored, blurred, its levels
    bent, noise and JPEG added; what tells one file's pixels from another's goes, what tells hands apart stays."""
    return np.stack([_worn(patch.ink, rng) for patch in patches])


def _worn(ink: Pixels, rng: np.random.Generator) -> Pixels:
    middle = ink.shape[0] / 2
    turn = cv2.getRotationMatrix2D((middle, middle), rng.uniform(-8, 8), rng.uniform(0.9, 1.1))
    turned = cv2.warpAffine(ink, turn, ink.shape, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    if rng.random() < 0.5:
        turned = turned[:, ::-1]
    soft = cv2.GaussianBlur(turned, (0, 0), rng.uniform(0.6, 1.2)) / np.float32(255)
    black = rng.uniform(0.6, 0.95)
    bent = np.clip(soft / black, 0, 1) ** rng.uniform(0.7, 1.4)
    noisy = 255 * bent + rng.normal(0, rng.uniform(1, 5), bent.shape)
    code = cv2.imencode(
        ".jpg", np.clip(noisy, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(50, 95))]
    )
    return np.asarray(cv2.imdecode(code[1], cv2.IMREAD_GRAYSCALE), np.uint8)[RIM:-RIM, RIM:-RIM]
