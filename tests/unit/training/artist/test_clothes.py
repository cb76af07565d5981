"""Every outfit on many bodies and poses: decent, of this person, without holes, and the same again."""

from __future__ import annotations

import math
from collections.abc import Iterator

import cv2
import numpy as np
import pytest
from hintpen.training.artist.curves import area
from hintpen.training.artist.figure.clothes.outfits import OUTFITS, clothes_parts, dressed
from hintpen.training.artist.figure.head import choose_head
from hintpen.training.artist.figure.looks import Looks, choose_looks
from hintpen.training.artist.figure.pose import CHEST, SEAT, Pose
from hintpen.training.artist.figure.poses import choose_pose
from hintpen.training.artist.frame import Points
from hintpen.training.artist.outlines import between, less, union, within
from hintpen.training.artist.records import Part, Random

SCALE = 40
"""Pixels to a figure unit."""


def people(count: int) -> Iterator[tuple[Random, Pose, Looks]]:
    """Some people as pictures have them."""
    for seed in range(count):
        who, turn, stance, outfit = np.random.default_rng([11, seed]).spawn(4)
        looks = choose_looks("girl", who)
        yield outfit, choose_pose(stance, choose_head(turn), looks), looks


def covered(parts: list[Part], spots: Points) -> np.ndarray:
    """(n,) whether a part lies over each of the points."""
    canvas = np.zeros((1600, 1600), np.uint8)
    for part in parts:
        if part.rings:
            rings = [np.rint(ring * SCALE + (800, 300)).astype(np.int32) for ring in part.rings]
            cv2.fillPoly(canvas, rings, 255)
    x, y = np.rint(spots * SCALE + (800, 300)).astype(int).T
    return canvas[np.clip(y, 0, 1599), np.clip(x, 0, 1599)] > 0


@pytest.mark.parametrize("name", OUTFITS)
def test_trunk_and_hips_are_covered(name: str) -> None:
    for random, pose, looks in people(7):
        parts = dressed(name, random, pose, looks)
        levels, angles = np.meshgrid(np.linspace(CHEST + 0.15, SEAT, 8), np.linspace(-50, 50, 7) - pose.turn)
        spots = pose.on_trunk(levels.ravel(), angles.ravel())
        bare = spots[~covered(parts, spots)]
        assert len(bare) == 0, f"{looks} in {pose.name} is bare at {bare[:3]}"


@pytest.mark.parametrize("name", OUTFITS)
def test_parts_can_be_drawn(name: str) -> None:
    for random, pose, looks in people(3):
        for part in dressed(name, random, pose, looks):
            assert part.paint.key.startswith("girl.")
            assert part.name.startswith("clothes.")
            assert math.isfinite(part.depth) and math.isfinite(part.layer)
            for curve in (*part.rings, *(s.points for s in part.strokes), *(m.outline for m in part.marks)):
                assert curve.ndim == 2 and curve.shape[1] == 2 and len(curve) >= 2
                assert np.isfinite(curve).all()


@pytest.mark.parametrize("name", OUTFITS)
def test_a_paint_has_one_material(name: str) -> None:
    for random, pose, looks in people(5):
        materials: dict[str, str] = {}
        for part in dressed(name, random, pose, looks):
            assert materials.setdefault(part.paint.key, part.paint.material) == part.paint.material


def test_the_same_choices_dress_alike() -> None:
    first, again = (
        [part for random, pose, looks in people(6) for part in clothes_parts(random, pose, looks)] for _ in range(2)
    )
    assert [part.name for part in first] == [part.name for part in again]
    assert all(
        np.array_equal(a, b) for x, y in zip(first, again, strict=True) for a, b in zip(x.rings, y.rings, strict=True)
    )


def test_what_is_below_the_picture_is_not_sewn() -> None:
    for random, pose, looks in people(6):
        parts = dressed("t-shirt", random, pose, looks, low=float(pose.chest[1]))
        names = {part.name.split(".")[1] for part in parts}
        assert not names & {"trousers", "skirt", "shoe", "stocking"}


def _square(x: float, y: float, half: float) -> Points:
    return np.array([(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)])


def test_outlines_are_joined_cut_and_shared() -> None:
    a, b = _square(0, 0, 1), _square(1, 1, 1)
    assert area(union(a, b)) == pytest.approx(7)
    assert area(within(a, b)) == pytest.approx(1)
    assert area(less(a, b)) == pytest.approx(3)


def test_a_loop_in_an_outline_leaves_no_hole() -> None:
    twice = np.concatenate([_square(0, 0, 2), _square(-1, -1, 1)])
    assert area(union(twice)) == pytest.approx(16)


def test_between_takes_the_side_that_is_asked_for() -> None:
    ring = _square(0, 0, 1)
    left, right = np.array([-1.0, -1.0]), np.array([1.0, -1.0])
    assert len(between(ring, left, right, np.array([0.0, -1.0]))) == 2
    assert len(between(ring, left, right, np.array([0.0, 1.0]))) == 4
