"""How long and how thick a body's parts are at an age, for a build and a style."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.figure.looks import Looks

HEAD = 2.35
"""From the skull's top to the chin of an adult, in figure units."""

ADULT = 14.2
"""From the pit of the neck to the soles of a natural adult, in figure units."""

CHIBI = 0.93
"""Above this much stylization bodies shrink to three heads."""

_AGES = (4, 7, 10, 13, 16, 20, 60, 80)


@dataclass(frozen=True)
class Build:
    """Lengths and half widths in figure units.

    `size`: as in `Pose`; `neck`, `trunk` (pit of the neck to crotch), `upper_arm`, `forearm`, `hand`, `thigh`, `shin`,
    `foot`, `ankle` (its height): lengths; `neck_radius`, `shoulder`; `widths`, `depths`: (8,) half axes of the trunk at
    the levels of `Pose`, `forward`: (8,) how far the middle of each girth lies before the spine; `arm`, `leg`: (5,)
    half widths at the three joints and, second and fourth, half way between them; `bust` 0..1.
    """

    size: float
    neck: float
    trunk: float
    upper_arm: float
    forearm: float
    hand: float
    thigh: float
    shin: float
    foot: float
    ankle: float
    neck_radius: float
    shoulder: float
    widths: NDArray[np.float64]
    depths: NDArray[np.float64]
    forward: NDArray[np.float64]
    arm: NDArray[np.float64]
    leg: NDArray[np.float64]
    bust: float


def _mix(first: object, second: object, share: float) -> NDArray[np.float64]:
    return np.asarray(first, np.float64) * (1 - share) + np.asarray(second, np.float64) * share


def build_of(looks: Looks, bust: float) -> Build:
    """The body of a character. `bust` 0..1 counts as far as she is grown and feminine.

    Heads to a height follow what Loomis, Figure Drawing for All It's Worth (1943) gives for ages; stylized ones have
    up to a fifth fewer, and longer legs; the most stylized are as small as chibi figures.
    """
    man = looks.masculine
    heads = float(np.interp(looks.age, _AGES, (4.7, 5.5, 6.2, 6.7, 7.2, 7.4, 7.3, 6.9)))
    heads *= 1 + 0.03 * (man - 0.5) * (1 - looks.child)
    heads = 1 + (heads - 1) * (1 - 0.24 * looks.stylized)
    child = looks.child
    deformed = min(max((looks.stylized - CHIBI) / 0.02, 0.0), 1.0)
    heads += (2.9 - heads) * deformed
    grown = 1 - child
    length = heads * HEAD - HEAD - (0.75 - 0.4 * child)
    size = length / ADULT
    # Small bodies are thicker for their length.
    thick = size**0.85 * (1 + 0.45 * deformed)
    trunk_share = float(np.interp(looks.age, _AGES, (0.455, 0.43, 0.41, 0.4, 0.395, 0.395, 0.4, 0.42)))
    trunk_share += 0.012 * (man - 0.5) - 0.012 * looks.stylized
    trunk, leg = length * trunk_share, length * (1 - trunk_share)
    fat = 1.17 - 0.3 * looks.slim + 0.5 * max(0.0, 0.2 - looks.slim)
    belly = max(0.0, 0.3 - looks.slim) * 2.2 + 0.25 * looks.old + 0.3 * child
    muscle = man * grown * (1 - looks.old * 0.6)
    shoulder = thick * (1.6 + 0.5 * man * grown - 0.02 * child) * (0.45 + 0.55 * fat)
    woman = (1 - man) * grown
    widths = _mix((0.3, 0.93, 0.8, 0.72, 0.63, 0.66, 0.69, 0.6), (0.3, 0.93, 0.77, 0.64, 0.53, 0.72, 0.84, 0.72), woman)
    widths = _mix(widths, (0.3, 0.9, 0.8, 0.76, 0.75, 0.77, 0.78, 0.68), child * 0.85) * shoulder
    widths[3:] *= (np.array((1.0, 1.05, 1.0, 1.0, 1.0)) ** (belly * 2)) * (0.6 + 0.4 * fat)
    widths[4] *= 1 + 0.22 * belly
    depths = _mix(
        (0.28, 0.36, 0.5, 0.48, 0.4, 0.42, 0.46, 0.4), (0.28, 0.34, 0.46, 0.42, 0.36, 0.42, 0.52, 0.44), woman
    )
    depths = _mix(depths, (0.28, 0.4, 0.52, 0.54, 0.56, 0.54, 0.52, 0.45), child * 0.85) * shoulder * (0.5 + 0.5 * fat)
    depths[3:6] *= 1 + np.array((0.25, 0.5, 0.35)) * belly
    forward = np.array((-0.02, -0.06, 0.02, 0.04, 0.02, 0.0, -0.06, 0.0)) * shoulder
    forward[3:6] += np.array((0.08, 0.2, 0.14)) * belly * shoulder
    bust *= woman * min(1.0, max(0.0, (looks.age - 13) / 6))
    depths[2] *= 1 + 0.28 * bust
    forward[2] += 0.1 * bust * shoulder
    arm = _mix((0.38, 0.29, 0.225, 0.225, 0.15), (0.52, 0.42, 0.3, 0.31, 0.2), muscle) * thick * fat
    arm = _mix(arm, np.array((0.46, 0.4, 0.33, 0.32, 0.25)) * thick, child * 0.8)
    leg_widths = _mix((0.72, 0.64, 0.38, 0.41, 0.215), (0.7, 0.62, 0.42, 0.46, 0.25), man) * thick * fat
    leg_widths = _mix(leg_widths, np.array((0.72, 0.66, 0.5, 0.48, 0.33)) * thick, child * 0.8)
    return Build(
        size=size,
        neck=(0.55 - 0.33 * child) - 0.1 * looks.stylized,
        trunk=trunk,
        upper_arm=length * 0.212,
        forearm=length * 0.172,
        hand=length * (0.118 + 0.008 * man + 0.01 * child),
        thigh=leg * 0.5,
        shin=leg * 0.435,
        foot=length * (0.162 + 0.012 * man),
        ankle=leg * 0.075,
        neck_radius=(0.36 + 0.2 * muscle - 0.02 * child + 0.03 * looks.stylized * child) * (0.6 + 0.4 * thick),
        shoulder=shoulder,
        widths=widths,
        depths=depths,
        forward=forward,
        arm=arm,
        leg=leg_widths,
        bust=bust,
    )
