"""Every hairdo on heads turned every way: on the skull, off the face, of this person, and the same again."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hintpen.training.artist.figure.hair.hairdo import HAIRDOS, hair_parts
from hintpen.training.artist.figure.hair.locks import Finish, Mass, Sheet, backing, clump_parts, cut_up
from hintpen.training.artist.figure.hair.skull import Skull, smoothing
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Paint, Part

SCALE = 60
"""Pixels to a figure unit."""

YAWS = (-75.0, -30.0, 0.0, 20.0, 60.0)
HAIRED = [name for name in HAIRDOS if name != "bald"]


def grown(name: str, yaw: float, seed: int, pitch: float = 0.0) -> list[Part]:
    """One hairdo on a young head."""
    looks = Looks("girl", age=18, masculine=0.3, stylized=0.7, slim=0.6)
    return hair_parts(np.random.default_rng([5, seed]), Head(yaw, pitch, 4.0), looks, kind=name)


def mask(parts: list[Part]) -> np.ndarray:
    """(900, 900) where the parts lie, the middle of the head at (450, 450)."""
    canvas = np.zeros((900, 900), np.uint8)
    for part in parts:
        own = np.zeros_like(canvas)
        cv2.fillPoly(own, [np.rint(ring * SCALE + 450).astype(np.int32) for ring in part.rings], 255)
        canvas |= own
    return canvas > 0


def covered(parts: list[Part], spots: Points) -> np.ndarray:
    """(n,) whether a part lies over each of the points."""
    x, y = np.rint(spots * SCALE + 450).astype(int).T
    return mask(parts)[y, x]


@pytest.mark.parametrize("name", HAIRDOS)
def test_parts_can_be_drawn(name: str) -> None:
    for seed, yaw in enumerate(YAWS):
        parts = grown(name, yaw, seed, pitch=8.0 * (seed - 2))
        assert parts
        for part in parts:
            assert part.name.startswith("hair.")
            assert part.paint.key.startswith("girl.")
            curves = [*part.rings, *(s.points for s in part.strokes), *(m.outline for m in part.marks)]
            for curve in curves:
                assert curve.ndim == 2
                assert curve.shape[1] == 2
                assert np.isfinite(curve).all()
                assert np.abs(curve).max() < 8


@pytest.mark.parametrize("name", HAIRED)
@pytest.mark.parametrize("yaw", YAWS)
def test_hair_lies_on_the_crown_whichever_way_the_head_turns(name: str, yaw: float) -> None:
    head = Head(yaw, 0.0, 4.0)
    back = -np.sign(yaw) * 0.4
    for seed in range(3):
        spots = head.seen([(0, -0.9, 0), (0, -0.8, -0.4)])
        spots = np.concatenate([spots, spots + (back, 0.15)])
        assert covered(grown(name, yaw, seed), spots).all()


@pytest.mark.parametrize("name", HAIRDOS)
def test_nose_and_mouth_stay_free(name: str) -> None:
    for seed in range(6):
        before = [part for part in grown(name, 0.0, seed) if part.layer > 50]
        spots = Head(0.0, 0.0, 4.0).seen([(0, 0.95, 0.9), (-0.15, 1.1, 0.85), (0.15, 1.1, 0.85)])
        assert not covered(before, spots).any()


def test_the_same_seed_gives_the_same_hair() -> None:
    first, again, other = (grown("long", 20, seed) for seed in (1, 1, 2))
    rings = [[part.rings for part in parts] for parts in (first, again, other)]
    assert all(np.array_equal(x, y) for a, b in zip(rings[0], rings[1], strict=True) for x, y in zip(a, b, strict=True))
    assert len(rings[0]) != len(rings[2]) or not np.array_equal(rings[0][0][0], rings[2][0][0])


def test_less_detail_draws_fewer_strands() -> None:
    looks = Looks("girl", age=18, masculine=0.3, stylized=0.7, slim=0.6)
    counts = [
        sum(
            len(part.strokes)
            for seed in range(6)
            for part in hair_parts(np.random.default_rng(seed), Head(0, 0, 0), looks, detail, "long")
        )
        for detail in (0.1, 1.0)
    ]
    assert counts[0] < 0.8 * counts[1]


def test_an_unknown_hairdo_is_named() -> None:
    with pytest.raises(ValueError, match="mullet"):
        grown("mullet", 0, 0)


def test_smoothing_passes_through_its_knots() -> None:
    knots = np.random.default_rng(0).normal(size=(5, 3))
    assert np.allclose((smoothing(5, 17) @ knots)[::4], knots)


def test_hair_hugs_the_skull_above_and_hangs_below() -> None:
    skull = Skull(Head(0, 0, 0))
    high = skull.hug(skull.spot([0, 60, 180], -0.5), 0.1)
    assert np.allclose(np.linalg.norm(high / skull.axes, axis=1), 1.1)
    low = skull.hug(skull.spot([0, 90], 1.5), 0.1)
    assert np.allclose(low[:, 1], 1.5)
    assert np.allclose(np.hypot(low[:, 0], low[:, 2] / 1.05), 1.1)


def test_nothing_shows_between_the_roots_of_clumps() -> None:
    x, t = np.meshgrid(np.linspace(-2, 2, 7), np.linspace(0, 4, 30), indexing="ij")
    of = Sheet(np.stack([x, t], -1), np.zeros_like(x))
    mass = Mass("hair.test", Paint("girl.hair", "hair"), 1.0, 0.0, Plane())
    for seed in range(8):
        random = np.random.default_rng(seed)
        clumps = cut_up(random, 5)
        base = backing(mass, of, clumps)
        locks = clump_parts(random, mass, of, clumps, Finish())
        roots = np.array([(u, 0.3) for u in np.linspace(-1.8, 1.8, 30)])
        assert covered([base, *locks], roots).all()
        # The base ends where the clumps part: it never peeps out below a notch.
        inner = cv2.erode(mask([base]).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        assert not (inner & ~mask(locks))[455:].any()
