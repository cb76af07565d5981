"""The face: its outline, ears, eyes, brows, nose and mouth."""

from __future__ import annotations

from hintpen.training.artist.curves import loop
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Part, Random, Stroke


def face_parts(random: Random, head: Head, looks: Looks) -> list[Part]:
    """The head without its hair, in figure units."""
    ring = loop(head.seen(head.front([(-0.95, -0.2), (-0.85, 0.6), (0, 1.35), (0.85, 0.6), (0.95, -0.2), (0, -0.98)])))
    return [
        Part(
            "head.face",
            looks.paint("skin", "skin"),
            (ring,),
            (Stroke(ring),),
            form=head.ball,
            depth=0.3,
            layer=layers.HEAD,
        )
    ]
