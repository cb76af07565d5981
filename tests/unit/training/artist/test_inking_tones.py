"""Tones and paper: solid blacks keep their inner lines, hatching stays in the shadow, clean paper changes nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hintpen.training.artist.artist import draw
from hintpen.training.artist.curves import ellipse
from hintpen.training.artist.forms import Ball, Plane
from hintpen.training.artist.lines.pens import Pen
from hintpen.training.artist.lines.tones import Sitting, Tone, add_tones, choose_tones
from hintpen.training.artist.painting.light import Lit, choose_light
from hintpen.training.artist.painting.surface import normals_of
from hintpen.training.artist.paper import Paper, choose_paper, deliver
from hintpen.training.artist.raster import rasterize
from hintpen.training.artist.records import Paint, Part, Scene, Stroke, canvas_ring

SIZE = 240


def sitting() -> Sitting:
    """A ball of hair with one line inside, its lower half in shadow, nothing shining."""
    ring = ellipse(0.5, 0.5, 0.3, 0.3, count=60)
    inner = np.array([(0.35, 0.5), (0.65, 0.5)])
    parts = (
        Part("backdrop", Paint("ground.plain", "backdrop"), (canvas_ring(1, 1),), form=Plane()),
        Part(
            "hair.top",
            Paint("girl.hair", "hair"),
            (ring,),
            (Stroke(ring), Stroke(inner, inside=True)),
            form=Ball(0.5, 0.5, 0.3, 0.3),
        ),
    )
    scene = Scene("test", 1.0, 1.0, parts)
    pen = Pen("test", 0.008, taper=0.0, swell=0.0)
    raster = rasterize(scene, SIZE, SIZE, pen, np.random.default_rng(0))
    shadow = np.zeros((SIZE, SIZE), np.float32)
    shadow[SIZE // 2 :] = 1
    shadow[raster.parts != 2] = 0
    dark = np.zeros((SIZE, SIZE, 3), np.float32)
    light = choose_light(np.random.default_rng(0))
    albedo = np.array([(1, 1, 1), (0.9, 0.9, 0.9), (0.1, 0.1, 0.1)], np.float32)
    return Sitting(scene, raster, normals_of(scene, raster.parts), Lit(dark + 1, dark, shadow), light, albedo, pen)


@pytest.mark.parametrize("tone", Tone)
def test_tone_is_what_is_no_line(tone: Tone) -> None:
    """The tones' own layer says what they added; without it there are only the lines, or the lines left white."""
    on = sitting()
    ink, alone = add_tones(on, [tone], np.random.default_rng(3))
    assert alone.any()
    np.testing.assert_array_equal(ink[alone > 0], alone[alone > 0])
    assert (ink[alone == 0] <= on.raster.ink[alone == 0]).all()
    assert not alone[on.raster.parts == 1].any() or tone in (Tone.HATCH, Tone.BLACK, Tone.WASH)


def test_no_tone_is_no_change() -> None:
    """The usual case: the ink as it was."""
    on = sitting()
    ink, alone = add_tones(on, (), np.random.default_rng(3))
    np.testing.assert_array_equal(ink, on.raster.ink)
    assert not alone.any()


def test_blacks_leave_inner_lines_white() -> None:
    """Hair filled black is black but for the line inside; its contour is black."""
    ink, _ = add_tones(sitting(), [Tone.BLACK], np.random.default_rng(1))
    middle = SIZE // 2
    assert ink[int(0.4 * SIZE), middle] == 255
    assert ink[middle, middle] < 60
    assert ink[int(0.2 * SIZE), middle] > 200
    assert ink[int(0.1 * SIZE), middle] == 0


@pytest.mark.parametrize("tone", [Tone.HATCH, Tone.SPOT])
def test_shadows_are_where_the_ink_goes(tone: Tone) -> None:
    """Nothing but a stroke's end lies in the light."""
    on = sitting()
    _, alone = add_tones(on, [tone], np.random.default_rng(2))
    lit, shaded = alone[: SIZE // 2].sum(), alone[SIZE // 2 :].sum()
    assert shaded > 20 * lit


def test_most_drawings_have_no_tone() -> None:
    """About seven in ten are clean."""
    assert 250 < sum(not choose_tones(np.random.default_rng(seed)) for seed in range(400)) < 310


def test_a_tone_over_most_of_the_page_is_left_out() -> None:
    """In a scene that lies all in shadow, spotted shadows would drown the lines."""
    on = sitting()
    lit = replace(on.lit, shadow=np.ones_like(on.lit.shadow))
    ink, alone = add_tones(replace(on, lit=lit), [Tone.SPOT], np.random.default_rng(2))
    assert not alone.any()
    np.testing.assert_array_equal(ink, on.raster.ink)


def test_clean_paper_is_the_ink() -> None:
    """Black on white with nothing else: the line art is the coverage, inverted."""
    on = sitting()
    flat = np.zeros((SIZE, SIZE, 3), np.uint8)
    line, color = deliver(on.raster.ink, flat, Paper(), np.random.default_rng(0))
    np.testing.assert_array_equal(line, np.repeat(255 - on.raster.ink[..., None], 3, 2))
    assert not color.any()


@pytest.mark.parametrize("seed", range(40))
def test_ink_can_be_told_from_any_paper(seed: int) -> None:
    """However it was scanned, full ink and bare paper stay apart."""
    on = sitting()
    flat = np.full((SIZE, SIZE, 3), (210, 160, 120), np.uint8)
    paper = choose_paper(np.random.default_rng(seed), "pencil")
    line, _ = deliver(on.raster.ink, flat, paper, np.random.default_rng(seed))
    luma = line.mean(-1)
    assert abs(luma[on.raster.ink == 255].mean() - luma[on.raster.ink == 0].mean()) > 60


def test_a_drawing_knows_its_tones() -> None:
    """Some have them, and what is tone is part of the ink."""
    toned = [drawing for drawing in (draw(31, i, 96, 96, "portrait") for i in range(24)) if drawing.tone.any()]
    assert 1 <= len(toned) <= 16
    for drawing in toned:
        assert (drawing.tone <= drawing.ink).all()
