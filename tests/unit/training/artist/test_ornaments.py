"""Every ornament on heads turned every way: it can be drawn, sits where it belongs, and turns with the head."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.hairdo import hair_parts
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.ornaments import choose_ornaments, height_of, ornament_parts
from hintpen.training.artist.figure.ornaments.fitting import Wearer, circle, dome, hull, longest, solid
from hintpen.training.artist.figure.ornaments.wardrobe import ORNAMENTS, PAIRS
from hintpen.training.artist.figure.person import Person, choose_person, person_parts
from hintpen.training.artist.figure.skull import skull_of
from hintpen.training.artist.painting.materials import MATERIALS
from hintpen.training.artist.records import Part

YAWS = (-75.0, -40.0, -8.0, 0.0, 25.0, 60.0, 88.0)
LOOKS = Looks("girl", age=20, masculine=0.3, stylized=0.6, slim=0.6)
HATS = [name for name, one in ORNAMENTS.items() if one.hides]
ABOUT_THE_NECK = ("choker", "necklace")


def worn(name: str, yaw: float, seed: int = 0, pitch: float = 0.0, scale: float = 0.2) -> list[Part]:
    """One ornament, and nothing else."""
    pose = choose_person(np.random.default_rng(3), "girl", "standing").pose
    return ornament_parts(np.random.default_rng([7, seed]), Head(yaw, pitch, 4.0), LOOKS, (name,), scale, pose=pose)


def cover(parts: list[Part]) -> np.ndarray:
    """(600, 600) bool: where the parts lie; 60 pixels to a unit, the middle of the head at (300, 300)."""
    canvas = np.zeros((600, 600), np.uint8)
    for part in parts:
        if part.rings:
            cv2.fillPoly(canvas, [np.rint(ring * 60 + 300).astype(np.int32) for ring in part.rings], 1)
    return canvas > 0


@pytest.mark.parametrize("name", ORNAMENTS)
def test_parts_can_be_drawn(name: str) -> None:
    for seed, yaw in enumerate(YAWS):
        for pitch in (-12.0, 0.0, 18.0):
            for part in worn(name, yaw, seed, pitch):
                assert part.paint.key.startswith("girl.")
                assert part.paint.material in MATERIALS
                assert part.rings or part.strokes
                for curve in (*part.rings, *(s.points for s in part.strokes), *(m.outline for m in part.marks)):
                    assert curve.ndim == 2
                    assert curve.shape[1] == 2
                    assert len(curve) > 1
                    assert np.isfinite(curve).all()
                    assert np.abs(curve).max() < 8
                assert all(len(ring) > 2 for ring in part.rings)


@pytest.mark.parametrize("name", [name for name in ORNAMENTS if name not in ABOUT_THE_NECK])
def test_an_ornament_stays_at_the_head(name: str) -> None:
    for seed, yaw in enumerate(YAWS):
        for part in worn(name, yaw, seed):
            for curve in (*part.rings, *(s.points for s in part.strokes)):
                assert np.abs(curve[:, 0]).max() < 2.9
                assert -3.6 < curve[:, 1].min()
                assert curve[:, 1].max() < 2.7


@pytest.mark.parametrize("name", ORNAMENTS)
def test_heads_are_composed_with_room_for_what_they_wear(name: str) -> None:
    tops = [
        -min((float(ring[:, 1].min()) for part in worn(name, yaw, seed) for ring in part.rings), default=0.0)
        for seed, yaw in enumerate((-40.0, -8.0, 0.0, 25.0, 40.0, 10.0))
    ]
    assert np.mean(tops) < height_of((name,)) + 0.25


@pytest.mark.parametrize("name", HATS)
def test_hats_lie_on_the_crown_and_leave_the_face_free(name: str) -> None:
    for seed, yaw in enumerate(YAWS):
        head = Head(yaw, 0.0, 4.0)
        over = cover([part for part in worn(name, yaw, seed) if part.layer > layers.BANGS])
        crown = np.rint(head.seen([(0, -0.95, 0), (0.3, -0.9, 0.1), (-0.3, -0.9, 0.1)]) * 60 + 300).astype(int)
        assert over[crown[:, 1], crown[:, 0]].all()
        skull = skull_of(LOOKS)
        face = skull.seen(head, skull.within(head, [(0, skull.mouth), (0.3, skull.nose), (-0.3, skull.nose)], -0.1))
        x, y = np.rint(face * 60 + 300).astype(int).T
        assert not over[y, x].any()


@pytest.mark.parametrize("name", ["cat ears", "fox ears", "rabbit ears", "devil horns", "ram horns"])
def test_what_grows_in_pairs_stands_on_both_sides(name: str) -> None:
    for seed in range(4):
        middles = [float(part.rings[0][:, 0].mean()) for part in worn(name, 0.0, seed)]
        assert min(middles) < -0.3 < 0.3 < max(middles)


@pytest.mark.parametrize("yaw", [-70.0, 70.0])
def test_the_far_earring_is_hidden(yaw: float) -> None:
    for seed in range(6):
        lobes = np.concatenate([ring for part in worn("earrings", yaw, seed) for ring in part.rings])
        assert (lobes[:, 0] * -np.sign(yaw) > -0.35).all()


@pytest.mark.parametrize("yaw", [-60.0, 60.0])
def test_the_peak_of_a_cap_points_where_the_face_looks(yaw: float) -> None:
    peaks = [part.rings[0] for seed in range(9) for part in worn("cap", yaw, seed) if part.name == "hat.peak"]
    assert np.median([float(np.sign(yaw) * ring[:, 0].mean()) for ring in peaks]) > 0.6


def test_glasses_sit_before_the_eyes() -> None:
    skull = skull_of(LOOKS)
    for seed, yaw in enumerate((-40.0, 0.0, 40.0)):
        parts = worn("sunglasses", yaw, seed)
        eye = skull.seen(Head(yaw, 0.0, 4.0), [(-np.sign(yaw or 1) * skull.eye_x, skull.eye)])
        x, y = np.rint(eye[0] * 60 + 300).astype(int)
        assert cover(parts)[y, x]


@pytest.mark.parametrize("name", ["cap", "beanie", "knight's helmet"])
@pytest.mark.parametrize("hairdo", ["messy", "shaggy", "long", "ponytail", "twin tails"])
def test_no_hair_stands_up_out_of_a_hat(name: str, hairdo: str) -> None:
    for seed, yaw in enumerate((-30.0, 0.0, 50.0)):
        head = Head(yaw, 0.0, 0.0)
        hair = hair_parts(np.random.default_rng([5, seed]), head, LOOKS, kind=hairdo)
        dressed = ornament_parts(np.random.default_rng([6, seed]), head, LOOKS, (name,), hair=hair)
        hats = [part for part in dressed if not part.name.startswith("hair")]
        kept = [part for part in dressed if part.name.startswith("hair")]
        assert kept
        above = np.zeros((600, 600), bool)
        for part in kept:
            seen = cover([part])
            for clip in part.clips:
                seen &= cover([replace(part, rings=(clip,))])
            above |= seen
        # A fringe of the pixels that the brush of this test is coarse in.
        reach = cv2.dilate(cover(hats).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
        assert not (above & ~reach)[:240, 230:370].any()


def test_bushy_hair_goes_under_no_hat() -> None:
    head = Head(0.0, 0.0, 0.0)
    big = [part for part in hair_parts(np.random.default_rng(1), head, LOOKS, kind="afro")]
    tall = [replace(part, rings=tuple(ring * 1.5 for ring in part.rings)) for part in big]
    assert ornament_parts(np.random.default_rng(1), head, LOOKS, ("cap",), hair=tall) == tall


def test_the_same_seed_gives_the_same_ornament() -> None:
    first, again, other = (worn("beanie", 20, seed) for seed in (1, 1, 2))
    assert all(np.array_equal(a.rings[0], b.rings[0]) for a, b in zip(first, again, strict=True))
    assert not all(np.array_equal(a.rings[0], b.rings[0]) for a, b in zip(first, other, strict=False))


def test_small_heads_are_drawn_with_fewer_lines() -> None:
    small, large = (
        sum(len(part.strokes) for name in ORNAMENTS for part in worn(name, 20.0, 1, scale=scale))
        for scale in (0.04, 0.3)
    )
    assert small < 0.75 * large


def test_an_unknown_ornament_is_named() -> None:
    with pytest.raises(ValueError, match="fez"):
        worn("fez", 0.0)


def test_about_half_wear_nothing_and_no_two_things_are_in_one_place() -> None:
    random = np.random.default_rng(4)
    counts = []
    for _ in range(800):
        chosen = choose_ornaments(random, replace(LOOKS, age=float(random.uniform(6, 75)), masculine=random.random()))
        places = [ORNAMENTS[name].where for name in chosen]
        assert len(set(places)) == len(places)
        counts.append(len(chosen))
    share = np.bincount(counts, minlength=4) / len(counts)
    assert abs(share[0] - 0.45) < 0.07
    assert share[1] > 0.25
    assert share[2:].sum() > 0.1


def test_pairs_are_of_things_there_are() -> None:
    assert {name for pair in PAIRS for name in pair} <= set(ORNAMENTS)


def test_a_person_wears_what_was_chosen() -> None:
    person = choose_person(np.random.default_rng(5), "girl", "standing")
    bare, hatted = Person(person.looks, person.head, person.pose), replace(person, worn=("witch hat",))
    assert hatted.top > bare.top
    names = [{part.name for part in person_parts(np.random.default_rng(2), who, 0.2)} for who in (bare, hatted)]
    assert "hat.witch" in names[1] - names[0]


def test_a_hull_runs_clockwise_and_a_dome_over_its_opening() -> None:
    ring = hull(np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0.5, 0.5)], np.float64))
    x, y = ring.T
    assert len(ring) == 4
    assert float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) > 0
    place = Wearer(np.random.default_rng(0), Head(0, 0, 0), LOOKS, 0.2).put(0, -0.4, 0, 10)
    found = dome(place, solid([(1.0, 0.0), (0.7, -0.7), (0.0, -1.0)]), 1.0)
    assert found.over[:, 1].min() < -1.2
    assert found.front[0, 0] < -0.9 < 0.9 < found.front[-1, 0]
    assert abs(circle(2.0, 0.5)[:, 1].mean() - 0.5) < 1e-9


def test_the_longest_run_is_found() -> None:
    flags = np.array([True, False, True, True, False])
    assert longest(flags) == slice(2, 4)
    assert longest(np.zeros(3, bool)) == slice(0, 0)
