"""Places and things in space: what is behind stays behind, and what must stay paper does."""

from __future__ import annotations

import numpy as np
import pytest
from hintpen.training.artist.artist import draw
from hintpen.training.artist.records import Paint
from hintpen.training.artist.subjects.camera import Camera, before, normal_of
from hintpen.training.artist.subjects.drafting import Hand
from hintpen.training.artist.subjects.page.balloons import balloon
from hintpen.training.artist.subjects.scenes.backdrop import BACKDROPS, backdrop
from hintpen.training.artist.subjects.solids import box, ordered, prism
from hintpen.training.artist.subjects.stage import Stage

CAMERA = Camera((0.0, 1.5, 0.0), 0.0, 0.0, 1.0, (0.5, 0.5), (1.0, 1.0))
PAINT = Paint("thing.body", "paint")


@pytest.mark.parametrize("kind", sorted(BACKDROPS))
def test_backdrops_lie_behind_figures(kind: str) -> None:
    for seed in range(3):
        assert all(part.depth <= -0.4 for part in backdrop(np.random.default_rng(seed), 1.0, 1.3, kind))


def test_far_things_are_seen_smaller_and_nearer_to_the_horizon() -> None:
    near, far = CAMERA.project([(1, 0, 2), (1, 0, 8)])
    assert near == pytest.approx((1.0, 1.25))
    assert far == pytest.approx((0.625, 0.6875))


def test_a_polygon_is_cut_where_the_camera_stands() -> None:
    cut = before(CAMERA.seen([(-1, 0, -1), (1, 0, -1), (1, 0, 3), (-1, 0, 3)]))
    assert len(cut) == 4
    assert cut[:, 2].min() > 0


@pytest.mark.parametrize("along", ["x", "y", "z"])
def test_faces_of_solids_look_outward(along: str) -> None:
    outlines = ([(0, 0), (1, 0), (0.5, 1)], [(0, 0), (0.5, 1), (1, 0)])
    for solid in (*(prism("p", PAINT, o, 2.0, 3.0, along) for o in outlines), box("b", PAINT, (0, 0, 2), (1, 1, 3))):
        middle = solid.points.mean(0)
        assert all(normal_of(face.corners) @ (face.corners.mean(0) - middle) > 0 for face in solid.faces)


def test_what_is_nearer_is_drawn_later() -> None:
    floor = box("floor", PAINT, (-5, -0.1, 0), (5, 0, 20))
    shelf = box("shelf", PAINT, (-1, 1, 5), (1, 1.1, 6))
    wall = box("wall", PAINT, (-5, 0, 6), (5, 3, 6.2))
    book = box("book", PAINT, (-0.1, 1.1, 5.2), (0.1, 1.4, 5.8))
    order = [solid.name for solid in ordered([book, shelf, wall, floor], (0, 1.5, 0))]
    assert order.index("wall") < order.index("shelf") < order.index("book")
    assert order.index("floor") < order.index("shelf")


def test_a_box_shows_the_faces_toward_the_viewer_and_draws_each_edge_once() -> None:
    stage = Stage(CAMERA, Hand(0.0, 0.0), np.random.default_rng(1))
    stage.add([box("b", PAINT, (0.5, 0, 3), (1.5, 1, 4))])
    assert len(stage.parts) == 3
    assert sum(len(part.strokes) for part in stage.parts) == 9
    facing = sorted((round(part.form.x, 3), round(part.form.y, 3)) for part in stage.parts)  # pyright: ignore
    assert facing == [(-0.98, 0.0), (0.0, -0.98), (0.0, 0.0)]


def test_balloons_stay_paper() -> None:
    for seed in range(12):
        parts = balloon(np.random.default_rng(seed), (0.3, 0.2), (0.2, 0.1), (0.5, 0.8))
        assert not any(part.colored for part in parts)


def test_a_page_leaves_gutters_and_balloons_uncolored() -> None:
    page = draw(3, 1, 128, 160, "page")
    names = {thing.name for thing in page.things if not thing.colored}
    assert "page" in names
    paper = np.isin(page.regions, [i for i, thing in enumerate(page.things) if not thing.colored])
    assert (page.shade[paper] == 255).all()


@pytest.mark.parametrize("kind", ["room", "class", "street", "landscape", "thing", "vehicle", "abstract", "spoken"])
def test_scenes_reproduce_byte_for_byte(kind: str) -> None:
    first, second = draw(5, 2, 96, 96, kind), draw(5, 2, 96, 96, kind)
    assert first.line.tobytes() == second.line.tobytes()
    assert first.composite.tobytes() == second.composite.tobytes()
    assert len(np.unique(first.regions)) > 1
