"""Faces: that one construction holds from straight on to profile, at every age and size."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hintpen.training.artist.figure.expressions import EXPRESSIONS
from hintpen.training.artist.figure.face import face_parts
from hintpen.training.artist.figure.face_form import face_relief
from hintpen.training.artist.figure.head import Head, choose_head
from hintpen.training.artist.figure.looks import Looks, choose_looks
from hintpen.training.artist.figure.skull import skull_of
from hintpen.training.artist.records import MarkKind, Part
from hypothesis import given, settings
from hypothesis import strategies as st

GIRL = Looks("girl", 17, 0.1, 0.7, 0.6)


def _parts(head: Head, looks: Looks = GIRL, mood: str = "neutral", seed: int = 0, scale: float = 0.2) -> list[Part]:
    return face_parts(np.random.default_rng(seed), head, looks, scale, EXPRESSIONS[mood][0])


def _inside(ring: np.ndarray, points: np.ndarray) -> np.ndarray:
    """How far each point lies inside the ring, in figure units; negative outside."""
    contour = ring.astype(np.float32)[:, None]
    return np.array([cv2.pointPolygonTest(contour, (float(x), float(y)), True) for x, y in points])


looks = st.integers(0, 500).map(lambda seed: choose_looks("who", np.random.default_rng(seed)))
heads = st.builds(Head, st.floats(-90, 90), st.floats(-20, 20), st.floats(-20, 20))


@settings(max_examples=40, deadline=None)
@given(looks, heads)
def test_the_contour_holds_the_features(looks: Looks, head: Head) -> None:
    skull = skull_of(looks)
    features = skull.seen(head, [(0, skull.eye), (0, skull.nose), (0, skull.mouth), (0, skull.brow)])
    assert _inside(skull.outline(head).ring, features).min() > -0.02


@settings(max_examples=40, deadline=None)
@given(looks, heads)
def test_what_is_behind_the_contour_is_laid_outside_of_it(looks: Looks, head: Head) -> None:
    skull = skull_of(looks)
    x = np.copysign(np.linspace(0.05, 0.8, 16), head.yaw)
    behind = np.array([skull.behind(head, float(at), skull.eye) for at in x])
    inside = _inside(skull.outline(head).ring, skull.seen(head, np.stack([x, np.full(16, skull.eye)], 1)))
    assert np.all(inside[behind] < 0.02)
    assert np.all(inside[~behind] > -0.02)


def test_the_far_eye_narrows_and_goes() -> None:
    def widths(yaw: float) -> list[float]:
        whites = [part for part in _parts(Head(yaw, 0, 0)) if part.name == "eye.sclera"]
        return sorted(float(np.ptp(part.rings[0][:, 0])) for part in whites)

    straight, turned, profile = widths(0), widths(35), widths(85)
    assert straight[0] == pytest.approx(straight[1], rel=0.05)
    assert turned[0] < 0.75 * turned[1]
    assert len(profile) == 1


def test_the_nose_stands_out_of_the_profile_only() -> None:
    skull = skull_of(GIRL)

    def jut(yaw: float) -> float:
        """How far the contour at the nose's tip stands before the contour between mouth and nose."""
        ring = skull.outline(Head(yaw, 0, 0)).ring
        near = [ring[np.abs(ring[:, 1] - y) < 0.03][:, 0].max() for y in (skull.nose, skull.nose + 0.12)]
        return near[0] - near[1]

    assert jut(90) > jut(40) + 0.05


def test_one_seed_gives_one_face_and_another_seed_another() -> None:
    def shape(seed: int) -> np.ndarray:
        return np.concatenate([ring for part in _parts(Head(20, 5, 3), seed=seed) for ring in part.rings])

    assert np.array_equal(shape(1), shape(1))
    assert shape(1).shape != shape(2).shape or not np.allclose(shape(1), shape(2))


def test_small_faces_have_fewer_lines() -> None:
    def count(scale: float) -> int:
        return sum(len(part.strokes) for seed in range(6) for part in _parts(Head(15, 0, 0), seed=seed, scale=scale))

    assert count(0.3) > count(0.08) > count(0.03)


@pytest.mark.parametrize("mood", sorted(EXPRESSIONS))
def test_shut_eyes_have_no_iris(mood: str) -> None:
    feeling = EXPRESSIONS[mood][0]
    irises = [part for part in _parts(Head(10, 0, 0), mood=mood) if part.name == "eye.iris"]
    assert len(irises) == (2 if not feeling.shut else 1 if feeling.wink else 0)


def test_moods_move_brows_and_mouths() -> None:
    def brow_slope(mood: str) -> float:
        """How much lower the inner end of the brow on the viewer's right is than its outer end."""
        brow = next(p for p in _parts(Head(0, 0, 0), mood=mood) if p.name == "face.brow" and (_x(p) > 0).all())
        points = np.concatenate([*brow.rings, *(stroke.points for stroke in brow.strokes)])
        order = np.argsort(points[:, 0])
        return float(points[order[:4], 1].mean() - points[order[-4:], 1].mean())

    assert brow_slope("angry") > brow_slope("neutral") + 0.03 > brow_slope("sad") + 0.06


def _x(part: Part) -> np.ndarray:
    return np.concatenate([*part.rings, *(stroke.points for stroke in part.strokes)])[:, 0]


def test_marks_have_a_part_with_an_outline_to_be_painted_on() -> None:
    for seed in range(40):
        random = np.random.default_rng(seed)
        who = choose_looks("who", random)
        for part in face_parts(random, choose_head(random), who, 0.3):
            assert part.rings or not part.marks, part.name
            assert all(np.isfinite(ring).all() for ring in part.rings)
            assert all(np.isfinite(stroke.points).all() for stroke in part.strokes)


def test_beards_are_for_men_and_wrinkles_for_the_old() -> None:
    man = Looks("man", 60, 0.95, 0.4, 0.5, jaw=0.7)

    def names(looks: Looks) -> set[str]:
        return {part.name for seed in range(30) for part in _parts(Head(0, 0, 0), looks, seed=seed)}

    def lines(looks: Looks) -> int:
        faces = [part for seed in range(10) for part in _parts(Head(0, 0, 0), looks, seed=seed)]
        return sum(len(part.strokes) for part in faces if part.name == "head.face")

    assert "hair.beard" in names(man)
    assert "hair.beard" not in names(replace(man, masculine=0.1)) | names(replace(man, age=10))
    assert lines(replace(man, masculine=0.1)) > lines(replace(man, masculine=0.1, age=20)) + 30


def test_relief_leans_with_the_surface() -> None:
    skull, head = skull_of(GIRL), Head(0, 0, 0)
    x = np.linspace(-1, 1, 201, dtype=np.float32)[None]
    y = np.array([[skull.nose - 0.1]], np.float32)
    across = face_relief(skull, head).normals(x, y, np.full((1, 201), 255, np.uint8))[0, :, 0]
    assert across[20] < -0.4 < 0.4 < across[180]
    # The nose: its two sides face away from each other between the cheeks.
    assert across[100 - 6] < -0.1 < 0.1 < across[100 + 6]
    turned = face_relief(skull, Head(60, 0, 0)).normals(x, y, np.full((1, 201), 255, np.uint8))[0, :, 0]
    assert turned[60] > across[60] - 0.8
    assert turned[100:160].mean() > across[60:100].mean()


def test_catchlights_are_painted_over_the_pupil() -> None:
    for seed in range(12):
        parts = _parts(Head(0, 0, 0), seed=seed)
        names = [part.name for part in parts]
        if "eye.catchlight" in names:
            light = parts[names.index("eye.catchlight")]
            assert names.index("eye.catchlight") > names.index("eye.iris")
            assert light.marks[0].kind is MarkKind.SHINE and light.marks[0].strength == 1.0
            return
    pytest.fail("no face had a catchlight")
