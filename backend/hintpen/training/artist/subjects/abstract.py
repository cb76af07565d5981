"""Shapes that mean nothing: for hints and light that must not depend on knowing what a thing is."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import cut, loop
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.records import Paint, Part, Random, Scene, Stroke, canvas_ring


def blobs(random: Random, width: float, height: float) -> Scene:
    """Round shapes over one another."""
    parts = [
        Part("backdrop", Paint("ground.plain", "backdrop"), (canvas_ring(width, height),), form=Plane(), depth=-0.5)
    ]
    for i in range(int(random.integers(4, 14))):
        angles = np.sort(random.uniform(0, 2 * np.pi, int(random.integers(5, 10))))
        radius = random.uniform(0.06, 0.25) * random.uniform(0.7, 1.3, len(angles))
        middle = random.uniform((0.1, 0.1), (width - 0.1, height - 0.1))
        ring = loop(middle + radius[:, None] * np.stack([np.cos(angles), np.sin(angles)], 1))
        contour = Stroke(cut(np.concatenate([ring, ring[:1]]), 0.0, 1.0), taper=(0.05, 0.05))
        parts.append(Part("shape", Paint(f"shape{i}.main", "paint"), (ring,), (contour,), depth=0.03 * i))
    return Scene("abstract", width, height, tuple(parts))
