"""The face: its outline, ears, eyes, brows, nose and mouth."""

from __future__ import annotations

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.beards import beard_parts, choose_beard, moustache_parts
from hintpen.training.artist.figure.brows import brow_parts, choose_brows
from hintpen.training.artist.figure.complexion import complexion_parts
from hintpen.training.artist.figure.ears import ear_parts
from hintpen.training.artist.figure.expressions import Expression, choose_expression
from hintpen.training.artist.figure.eye_styles import choose_eyes
from hintpen.training.artist.figure.eyes import eye_parts
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.irises import choose_gaze
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.mouths import choose_mouth, mouth_parts
from hintpen.training.artist.figure.nose import choose_nose, nose_parts
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.records import Part, Random, Stroke


def face_parts(
    random: Random, head: Head, looks: Looks, scale: float = 0.2, mood: Expression | None = None
) -> list[Part]:
    """The head without its hair, in figure units.

    `scale`: the cranium's radius in canvas units; small faces are drawn with fewer details. `mood`: the expression,
    None to choose one.
    """
    # A stream for each room: one that asks for more numbers leaves the others' choices alone.
    feel, see, look, brow, smell, speak, hear, skin, shave = random.spawn(9)
    sitter = Sitter(head, looks, scale)
    mood = mood or choose_expression(feel, looks)
    eyes, gaze = choose_eyes(see, looks), choose_gaze(look, sitter)
    brows, mouth, beard = choose_brows(brow, looks, eyes), choose_mouth(speak, looks), choose_beard(shave, looks)
    return [
        *ear_parts(hear, sitter),
        _skin(sitter),
        *complexion_parts(skin, sitter, eyes, mood),
        *beard_parts(shave, sitter, beard),
        *nose_parts(smell, sitter, choose_nose(smell, looks), gaze.light),
        *mouth_parts(speak, sitter, mouth, mood),
        *moustache_parts(shave, sitter, beard),
        *(part for side in (-1.0, 1.0) for part in eye_parts(see, sitter, eyes, mood, gaze, side)),
        *(part for side in (-1.0, 1.0) for part in brow_parts(brow, sitter, brows, mood, side)),
    ]


def _skin(sitter: Sitter) -> Part:
    outline = sitter.outline
    return Part(
        "head.face",
        sitter.looks.paint("skin", "skin"),
        (outline.ring,),
        (Stroke(outline.face, 1.0, (0.25, 0.3), (0.7, 0.95, 1.1, 1.2, 1.0, 0.8)), Stroke(outline.skull, 0.9)),
        form=sitter.form,
        depth=0.3,
        layer=layers.HEAD,
        region=sitter.region,
    )
