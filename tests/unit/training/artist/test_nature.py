"""Creatures, plants and food: whole, in their own units, and another one for each seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hintpen.training.artist.painting.materials import MATERIALS
from hintpen.training.artist.records import Part, Random
from hintpen.training.artist.subjects.contours import clockwise, knots, scalloped, tufted
from hintpen.training.artist.subjects.creatures.bodies import POSES
from hintpen.training.artist.subjects.creatures.breeds import BREEDS
from hintpen.training.artist.subjects.creatures.mammals import mammal_parts
from hintpen.training.artist.subjects.creatures.scenes import CREATURES, creature, creature_parts
from hintpen.training.artist.subjects.food.stills import DISHES, DRINKS, FRUITS, food, food_parts
from hintpen.training.artist.subjects.plants.blooms import BLOOMS, bloom_parts
from hintpen.training.artist.subjects.plants.gardens import bouquet_parts, plants, potted_parts
from hintpen.training.artist.subjects.plants.growing import GROWING
from hintpen.training.artist.subjects.plants.trees import TREES, tree_parts
from hintpen.training.artist.subjects.staging import box_of, fitted, pen_scale, stood, warped

MAKERS: dict[str, Callable[[Random], list[Part]]] = {
    **{f"creature {sort}": lambda random, sort=sort: creature_parts(random, "it", sort) for sort in CREATURES},
    **{f"breed {breed}": lambda random, breed=breed: mammal_parts(random, "it", breed) for breed in BREEDS},
    **{f"pose {pose}": lambda random, pose=pose: mammal_parts(random, "it", "cat", pose) for pose in POSES},
    **{
        f"food {kind}": lambda random, kind=kind: food_parts(random, "it", kind) for kind in (*DISHES, *DRINKS, *FRUITS)
    },
    **{f"bloom {species}": lambda random, species=species: bloom_parts(random, "it", species) for species in BLOOMS},
    **{f"tree {species}": lambda random, species=species: tree_parts(random, "it", species) for species in TREES},
    **{f"plant {kind}": lambda random, kind=kind: GROWING[kind](random, "it") for kind in GROWING},
    "bouquet": bouquet_parts,
    "potted": potted_parts,
}


@pytest.mark.parametrize("name", MAKERS)
def test_things_are_whole(name: str) -> None:
    for seed in range(3):
        parts = MAKERS[name](np.random.default_rng(seed))
        assert any(part.strokes for part in parts)
        for part in parts:
            assert part.paint.material in MATERIALS
            assert all(np.isfinite(points).all() for points in (*part.rings, *part.clips))
            assert all(len(stroke.points) > 1 and np.isfinite(stroke.points).all() for stroke in part.strokes)


@pytest.mark.parametrize("name", MAKERS)
def test_a_seed_draws_the_same_thing_again_and_another_seed_another(name: str) -> None:
    one, again, other = (MAKERS[name](np.random.default_rng(seed)) for seed in (5, 5, 6))
    assert all(np.array_equal(a.rings[0], b.rings[0]) for a, b in zip(one, again, strict=True) if a.rings)
    assert len(one) != len(other) or any(
        a.rings and b.rings and not np.array_equal(a.rings[0], b.rings[0]) for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("sort", CREATURES)
def test_creatures_are_one_high_and_stand_at_the_origin(sort: str) -> None:
    left, top, right, bottom = box_of(creature_parts(np.random.default_rng(3), "it", sort))
    assert (top, bottom) == pytest.approx((-1, 0))
    assert left < 0 < right


@pytest.mark.parametrize("build", [creature, food, plants])
def test_parts_of_one_region_have_one_paint(build: Callable[..., object]) -> None:
    for seed in range(12):
        scene = build(np.random.default_rng(seed), 1.4, 1.0)
        paints: dict[str, str] = {}
        for part in scene.parts:  # type: ignore[attr-defined]
            if part.region:
                assert paints.setdefault(part.region, part.paint.key) == part.paint.key


def test_fitted_things_fill_their_box_and_stand_on_it() -> None:
    parts = fitted(mammal_parts(np.random.default_rng(1)), (0.1, 0.2, 0.9, 0.8), np.random.default_rng(2))
    left, top, right, bottom = box_of(parts)
    assert bottom == pytest.approx(0.8)
    assert min(abs(top - 0.2), abs((right - left) - 0.8)) < 1e-9


def test_stood_things_keep_their_proportions() -> None:
    def aspect(parts: list[Part]) -> float:
        left, top, right, bottom = box_of(parts)
        return (right - left) / (bottom - top)

    parts = bloom_parts(np.random.default_rng(1), "it", "daisy")
    assert aspect(stood(parts)) == pytest.approx(aspect(parts))


def test_warping_moves_everything_a_little_and_keeps_what_touched() -> None:
    parts = food_parts(np.random.default_rng(1), "it", "apple")
    bent = warped(parts, np.random.default_rng(2), 0.02)
    for part, other in zip(parts, bent, strict=True):
        assert 0 < np.abs(other.rings[0] - part.rings[0]).max() < 0.2
        for stroke, moved in zip(part.strokes, other.strokes, strict=True):
            on = (stroke.points[:, None] == part.rings[0][None]).all(-1).any(1)
            assert (moved.points[on][:, None] == other.rings[0][None]).all(-1).any(1).all()


def test_the_pen_is_finer_where_more_is_drawn() -> None:
    few = fitted(food_parts(np.random.default_rng(1), "it", "onigiri"), (0, 0, 1, 1), np.random.default_rng(2))
    many = fitted(bouquet_parts(np.random.default_rng(1)), (0, 0, 1, 1), np.random.default_rng(2))
    assert pen_scale(many) < pen_scale(few)


@pytest.mark.parametrize("edge", [tufted, scalloped])
def test_tufts_and_scallops_stand_out_of_a_clockwise_outline(edge: Callable[..., tuple[np.ndarray, object]]) -> None:
    top = knots("0,0 0.5,-0.1 1,0")
    ring, strokes = edge(top, np.random.default_rng(1), 5, 0.1)
    assert ring[:, 1].min() < -0.12
    assert ring[:, 1].max() < 0.05
    assert len(strokes) == 5  # type: ignore[arg-type]


def test_clockwise_turns_rings_around_only_when_needed() -> None:
    ring = knots("0,0 1,0 1,1 0,1")
    assert clockwise(ring) is ring
    assert np.array_equal(clockwise(ring[::-1]), ring)


def test_a_picture_without_contours_has_a_pen() -> None:
    """All its lines may be fine ones, or there may be none."""
    parts = mammal_parts(np.random.default_rng(0), "it", next(iter(BREEDS)))
    bare = [replace(part, strokes=()) for part in parts]
    assert 0.35 <= pen_scale(bare) <= 0.9
