"""What is worn on the head: hats, ribbons, glasses, jewelry; and horns and animal ears."""

from __future__ import annotations

from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Part, Random


def ornament_parts(random: Random, head: Head, looks: Looks) -> list[Part]:
    """None to three ornaments, in figure units."""
    return []
