"""What a person wears below the head, in layers with folds, seams and collars."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import loop
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.records import Part, Random, Stroke


def clothes_parts(random: Random, pose: Pose, looks: Looks) -> list[Part]:
    """One outfit that hides what should be hidden, in figure units."""
    x, y = pose.neck[:2]
    half = [(0.4, -0.1), (pose.shoulder, 0.2), (pose.rib, 1.4), (pose.middle, 2.6), (pose.pelvis * 1.2, 5.0)]
    ring = loop(np.array([(x + w, y + d) for w, d in half] + [(x - w, y + d) for w, d in half[::-1]]))
    return [
        Part("clothes.dress", looks.paint("dress", "cloth"), (ring,), (Stroke(ring),), depth=0.05, layer=layers.CLOTHES)
    ]
