"""Feet as they are seen from any side: the outline that shoes follow, and bare toes."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.figure.anatomy import balls, smooth_ring
from hintpen.training.artist.figure.pose import Limb
from hintpen.training.artist.frame import Points

SOLE = 0.2
"""How far the sole is below the ankle joint, in lengths of the foot."""

_BALLS = np.array(
    (
        (-0.2, 0.03, -0.09, 0.11),
        (-0.2, -0.03, -0.09, 0.11),
        (0.0, 0.02, 0.03, 0.1),
        (0.2, 0.04, -0.03, 0.12),
        (0.46, 0.1, -0.12, 0.08),
        (0.42, -0.1, -0.125, 0.075),
        (0.66, 0.07, -0.145, 0.055),
        (0.58, -0.07, -0.15, 0.05),
    )
)
"""(8, 4): along, across to the big toe, up from the ankle, radius: heel, ankle, instep, balls, toes."""


def on_foot(limb: Limb, along: float, across: float = 0.0, up: float = 0.0) -> Points:
    """(2,) a place of the foot as seen, in lengths of the foot from the ankle."""
    return (limb.joints[2] + limb.size * (np.array([along, across, up]) @ limb.frame))[:2]


def foot_outline(limb: Limb, ease: float = 0.0, toe: float = 0.0) -> Points:
    """(n, 2) the foot as seen, a ring; `ease` is added all around, `toe` in front (figure units)."""
    spots = _BALLS[:, :3].copy()
    spots[6:, 0] += toe / limb.size
    middles = limb.joints[2, :2] + limb.size * (spots @ limb.frame)[:, :2]
    return smooth_ring(balls(middles, _BALLS[:, 3] * limb.size + ease))


def toe_lines(limb: Limb) -> list[Points]:
    """The gaps between the toes, when they can be seen."""
    if limb.frame[2, 2] < -0.1 and limb.frame[0, 2] < 0.2:
        return []
    lines = []
    for across, start in ((0.055, 0.56), (0.01, 0.555), (-0.03, 0.53), (-0.065, 0.5)):
        lines.append(
            np.stack([on_foot(limb, start + s, across, -0.1 - 0.1 * s / 0.14) for s in (0.0, 0.05, 0.1, 0.14)])
        )
    return lines
