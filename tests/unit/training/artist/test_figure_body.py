"""Skeletons, hands and framings keep what they promise, in every pose."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hintpen.training.artist.curves import area
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.body import body_parts
from hintpen.training.artist.figure.hands import HANDS, hand_parts
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.person import choose_person
from hintpen.training.artist.figure.pose import CROTCH, Limb, Pose
from hintpen.training.artist.figure.poses import STANCES, UPRIGHT, choose_pose
from hintpen.training.artist.figure.proportions import build_of
from hintpen.training.artist.figure.skeleton import turned
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint
from hintpen.training.artist.subjects.framing import CROPS, Placed, composed
from hintpen.training.artist.subjects.groups import choose_group

ADULT = Looks("a", age=25, masculine=0.4, stylized=0.4, slim=0.6)
SKIN = Paint("a.skin", "skin")


def posed(seed: int, stance: str = "", looks: Looks = ADULT) -> Pose:
    random = np.random.default_rng(seed)
    return choose_pose(random, Head(float(random.uniform(-60, 60)), 0.0, 0.0), looks, stance)


@pytest.mark.parametrize("stance", sorted(STANCES))
def test_bones_keep_their_length_in_every_stance(stance: str) -> None:
    for seed in range(6):
        pose = posed(seed, stance)
        build = build_of(ADULT, 0.0)
        for limbs, bones in ((pose.arms, (build.upper_arm, build.forearm)), (pose.legs, (build.thigh, build.shin))):
            for limb in limbs:
                lengths = np.linalg.norm(np.diff(limb.joints, axis=0), axis=1)
                np.testing.assert_allclose(lengths, bones, rtol=1e-6)


@pytest.mark.parametrize("stance", sorted(STANCES))
def test_hands_and_feet_have_axes_at_right_angles(stance: str) -> None:
    pose = posed(3, stance)
    for limb in (*pose.arms, *pose.legs):
        np.testing.assert_allclose(limb.frame @ limb.frame.T, np.eye(3), atol=1e-9)


def test_thumbs_of_hanging_hands_point_ahead_and_big_toes_inward() -> None:
    pose = choose_pose(np.random.default_rng(0), Head(0.0, 0.0, 0.0), ADULT, "walking")
    for leg in pose.legs:
        assert leg.frame[1, 0] * leg.side < 0
    for arm in pose.arms:
        assert arm.frame[0, 1] > 0.5
        assert arm.frame[1, 2] > 0


@pytest.mark.parametrize("stance", UPRIGHT)
def test_who_stands_has_both_feet_near_the_floor_and_the_head_on_top(stance: str) -> None:
    for seed in range(8):
        pose = posed(seed, stance)
        ankles = [float(leg.joints[2, 1]) for leg in pose.legs]
        assert math.isfinite(pose.floor)
        assert max(ankles) < pose.floor < max(ankles) + 1.5
        assert pose.neck_top[1] < pose.neck[1] < pose.chest[1] < pose.waist[1] < pose.hips[1] < min(ankles)


def test_the_young_are_shorter_and_have_shorter_legs() -> None:
    heights, shares = [], []
    for age in (4, 9, 14, 25):
        build = build_of(Looks("a", age=age, masculine=0.5, stylized=0.3, slim=0.5), 0.0)
        leg = build.thigh + build.shin
        heights.append(build.trunk + leg)
        shares.append(leg / build.trunk)
    assert heights == sorted(heights)
    assert shares == sorted(shares)


def test_the_trunks_edge_is_the_widest_of_what_is_around_it() -> None:
    pose = posed(5, "contrapposto")
    angles = np.linspace(-180, 180, 181)
    for level in (2.0, 3.5, 5.0, CROTCH):
        around = pose.on_trunk(level, angles)
        assert pose.edge(level, -1)[0, 0] == pytest.approx(around[:, 0].min(), abs=1e-3)
        assert pose.edge(level, 1)[0, 0] == pytest.approx(around[:, 0].max(), abs=1e-3)


def test_a_far_arm_lies_behind_the_trunk_and_a_near_one_before_it() -> None:
    for seed in range(30):
        pose = choose_pose(np.random.default_rng(seed), Head(60.0, 0.0, 0.0), ADULT, "walking")
        if abs(pose.turn) < 30 or any(arm.hand not in ("relaxed", "fist", "open") for arm in pose.arms):
            continue
        near, far = pose.arms
        assert near.layers[0] > layers.TORSO > far.layers[0]
        return
    raise AssertionError("no arm hung in thirty walks")


@pytest.mark.parametrize("name", sorted(HANDS))
def test_hands_have_five_fingers_from_every_side(name: str) -> None:
    for yaw in range(0, 360, 45):
        for pitch in (-60, 0, 60):
            frame = np.array([(0, -1, 0), (1, 0, 0), (0, 0, -1)]) @ turned(yaw, pitch, 0).T
            joints = np.stack([-frame[0] * 4, -frame[0] * 2, np.zeros(3)])
            limb = Limb(
                joints=joints,
                radii=np.array([0.3, 0.22, 0.17]),
                end=np.array([0.0, -1.0]),
                near=True,
                swells=np.array([0.3, 0.24]),
                side=-1.0,
                layers=(1.0, 2.0, 3.0),
                facing=np.zeros((2, 2)),
                frame=frame,
                size=1.6,
                hand=name,
            )
            parts = hand_parts(np.random.default_rng(0), limb, SKIN, "a.skin", 0.0)
            names = [part.name for part in parts]
            assert names.count("body.hand.palm") == 1
            assert "body.hand.thumb" in names
            assert names.count("body.hand.finger") >= 4
            assert all(area(part.rings[0]) > 1e-3 and part.strokes for part in parts)
            palm = next(part for part in parts if part.name == "body.hand.palm")
            assert palm.layer == 3.0


def test_a_hidden_hand_is_not_drawn() -> None:
    for seed in range(60):
        pose = posed(seed, "standing")
        for arm in pose.arms:
            if not arm.hand:
                assert hand_parts(np.random.default_rng(0), arm, SKIN, "", 0.0) == []
                return
    raise AssertionError("nobody hid a hand in sixty poses")


@pytest.mark.parametrize("stance", sorted(STANCES))
def test_bodies_have_finite_outlines_and_cover_their_hips(stance: str) -> None:
    for seed, age in enumerate((5, 12, 25, 70)):
        looks = Looks("a", age=age, masculine=0.2, stylized=0.5, slim=0.4)
        parts = body_parts(np.random.default_rng(seed), posed(seed, stance, looks), looks)
        assert all(np.isfinite(ring).all() for part in parts for ring in part.rings)
        assert any(part.name == "clothes.shorts" for part in parts)
        assert any(part.name == "clothes.undershirt" for part in parts)


@pytest.mark.parametrize("crop", CROPS[1:])
@pytest.mark.parametrize(("width", "height"), [(1.0, 1.0), (1.0, 1.6), (1.7, 1.0)])
def test_heads_are_whole_and_large_in_every_crop(crop: str, width: float, height: float) -> None:
    for seed in range(10):
        random = np.random.default_rng(seed)
        if seed % 2:
            group = choose_group(random, crop)
        else:
            group = [Placed(choose_person(random, "a", UPRIGHT[0]), Frame.at(0, 0))]
        frame = composed(random, group, crop, width, height)
        for place in group:
            seen = place.frame.then(frame)
            x, y = seen.points(np.zeros((1, 2)))[0]
            r = 0.95 * seen.scale
            assert r < x < width - r
            assert r < y < height - r
        if crop == "full":
            soles = [
                place.frame.then(frame).points(np.stack([leg.joints[2, :2] for leg in place.person.pose.legs]))
                for place in group
            ]
            assert np.concatenate(soles)[:, 1].max() < height


def test_the_same_seed_poses_alike() -> None:
    first, second = posed(7), posed(7)
    np.testing.assert_array_equal(first.rings, second.rings)
    for a, b in zip((*first.arms, *first.legs), (*second.arms, *second.legs), strict=True):
        np.testing.assert_array_equal(a.joints, b.joints)
