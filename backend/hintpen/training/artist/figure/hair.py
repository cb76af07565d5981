"""Hair in layered locks: back, sides, bangs, tails."""

from __future__ import annotations

from hintpen.training.artist.curves import loop
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Part, Random, Stroke


def hair_parts(random: Random, head: Head, looks: Looks) -> list[Part]:
    """The hair in figure units, with the layers that put it behind and before the head."""
    ring = loop(
        head.seen(
            [
                (-1.1, 0.2, 0),
                (-0.6, -0.3, 0.8),
                (0.6, -0.3, 0.8),
                (1.1, 0.2, 0),
                (0.8, -0.9, 0),
                (0, -1.2, 0),
                (-0.8, -0.9, 0),
            ]
        )
    )
    return [
        Part(
            "hair.bangs",
            looks.paint("hair", "hair"),
            (ring,),
            (Stroke(ring),),
            form=head.ball,
            depth=0.42,
            layer=layers.BANGS,
        )
    ]
