"""The face: its outline, ears, eyes, brows, nose and mouth."""

from __future__ import annotations

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.beards import beard_parts, choose_beard, draw_stubble, moustache_parts
from hintpen.training.artist.figure.brows import brow_parts, choose_brows
from hintpen.training.artist.figure.complexion import draw_complexion, drop_parts
from hintpen.training.artist.figure.ears import ear_parts
from hintpen.training.artist.figure.expressions import Expression, choose_expression
from hintpen.training.artist.figure.eye_styles import choose_eyes
from hintpen.training.artist.figure.eyes import eye_parts
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.irises import choose_gaze
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.mouths import choose_mouth
from hintpen.training.artist.figure.nose import choose_nose, draw_nose
from hintpen.training.artist.figure.open_mouths import mouth_parts
from hintpen.training.artist.figure.sitter import OnSkin, Sitter
from hintpen.training.artist.records import Part, Random, Stroke


def face_parts(
    random: Random, head: Head, looks: Looks, scale: float = 0.2, mood: Expression | None = None
) -> list[Part]:
    """The head without its hair, in figure units.

    `scale`: the cranium's radius in canvas units; small faces are drawn with fewer details. `mood`: the expression,
    None to choose one.
    """
    # A stream for each room: one that asks for more numbers leaves the others' choices alone.
    feel, see, look, brow, smell, speak, hear, cheek, shave, weep = random.spawn(10)
    sitter = Sitter(head, looks, scale)
    mood = mood or choose_expression(feel)
    eyes, gaze = choose_eyes(see, looks), choose_gaze(look, sitter)
    brows, mouth, beard = choose_brows(brow, looks, eyes), choose_mouth(speak, looks), choose_beard(shave, looks)
    skin = OnSkin()
    draw_nose(smell, sitter, skin, choose_nose(smell, looks), gaze.light)
    draw_complexion(cheek, sitter, skin, eyes, mood)
    draw_stubble(shave, sitter, skin, beard)
    spoken = mouth_parts(speak, sitter, skin, mouth, mood)
    return [
        *ear_parts(hear, sitter),
        _face(sitter, skin),
        *beard_parts(shave, sitter, beard),
        *spoken,
        *moustache_parts(shave, sitter, beard),
        *(part for side in (-1.0, 1.0) for part in eye_parts(see, sitter, eyes, mood, gaze, side)),
        *(part for side in (-1.0, 1.0) for part in brow_parts(sitter, brows, mood, side)),
        *drop_parts(weep, sitter, eyes, mood),
    ]


def _face(sitter: Sitter, skin: OnSkin) -> Part:
    outline = sitter.outline
    contour = Stroke(outline.face, 1.0, (0.25, 0.3), (0.7, 0.95, 1.1, 1.2, 1.0, 0.8))
    return Part(
        "head.face",
        sitter.looks.paint("skin", "skin"),
        (outline.ring,),
        (contour, Stroke(outline.skull, 0.9), *skin.strokes),
        tuple(skin.marks),
        form=sitter.form,
        depth=0.3,
        layer=layers.HEAD,
        region=sitter.region,
    )
