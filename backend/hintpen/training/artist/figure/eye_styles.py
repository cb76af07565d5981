"""How eyes are drawn: the handful of habits by which one illustrator's eyes differ from another's."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Random


@dataclass(frozen=True)
class EyeStyle:
    """Lengths in head units, shares 0..1.

    `width` from corner to corner; `top`, `bottom`: how high the upper lid arches and how deep the lower one hangs;
    `peak`: where along the eye the upper lid is highest, -1 inner, 1 outer; `box`: how full the upper lid's shoulders
    are; `tilt` in degrees, positive lifts the outer corner. `lash`: thickness of the upper lash line; `wing`: how far
    it runs on past the outer corner, `flick`: how much that end turns up; `spikes`: lashes that part from it;
    `under`: which share of the lower lid has a line; `low_lashes`: how many below; `fold`: how far above the lash the
    crease runs, 0 for none. `iris`: its width as a share of the eye's; `tall`: its height to its width; `sink`: how
    much of its bottom the lower lid hides. `pupil`: "ink", "zone", "shade", "ring", "slit" or "none"; `pupil_size`: as
    a share of the iris. `lights`: name of the catchlights' arrangement; `dark`: strength of the dark top; `glow`: of
    the light at the bottom; `soft`: whether those are airbrushed; `rays`: lines in the iris.
    """

    name: str
    width: float
    top: float
    bottom: float
    peak: float = 0.1
    box: float = 0.5
    tilt: float = 3.0
    lash: float = 0.05
    wing: float = 0.06
    flick: float = 0.3
    spikes: int = 1
    under: float = 0.5
    low_lashes: int = 0
    fold: float = 0.07
    iris: float = 0.6
    tall: float = 1.2
    sink: float = 0.1
    pupil: str = "ink"
    pupil_size: float = 0.42
    lights: str = "two"
    dark: float = 0.7
    glow: float = 0.4
    soft: bool = False
    rays: int = 0


STYLES: dict[str, EyeStyle] = {
    "bishojo": EyeStyle("bishojo", 0.47, 0.2, 0.13, 0.05, 0.6, 4, 0.055, 0.07, 0.3, 2, 0.5, 0, 0.07, 0.66, 1.2, 0.1),
    "moe": EyeStyle("moe", 0.48, 0.27, 0.17, 0.0, 0.75, -1, 0.06, 0.05, 0.2, 1, 0.45, 0, 0.06, 0.72, 1.25, 0.08),
    "shojo": EyeStyle(
        "shojo",
        0.49,
        0.24,
        0.16,
        0.1,
        0.6,
        5,
        0.055,
        0.08,
        0.6,
        3,
        0.8,
        4,
        0.07,
        0.7,
        1.2,
        0.08,
        lights="three",
        rays=7,
    ),
    "shonen": EyeStyle("shonen", 0.45, 0.15, 0.11, -0.15, 0.75, 6, 0.05, 0.03, 0.0, 0, 0.5, 0, 0.06, 0.5, 1.15, 0.06),
    "seinen": EyeStyle(
        "seinen", 0.44, 0.105, 0.065, -0.1, 0.5, 4, 0.035, 0.03, 0.0, 0, 0.8, 0, 0.045, 0.46, 1.05, 0.15, lights="one"
    ),
    "tsurime": EyeStyle("tsurime", 0.48, 0.17, 0.1, 0.2, 0.5, 12, 0.055, 0.08, 0.4, 2, 0.5, 0, 0.06, 0.56, 1.2, 0.1),
    "tareme": EyeStyle("tareme", 0.47, 0.2, 0.12, -0.2, 0.6, -9, 0.05, 0.07, -0.3, 1, 0.55, 0, 0.06, 0.62, 1.15, 0.1),
    "jitome": EyeStyle("jitome", 0.47, 0.12, 0.14, 0.0, 0.95, 1, 0.05, 0.05, 0.1, 1, 0.5, 0, 0.04, 0.62, 1.2, 0.06),
    "painted": EyeStyle(
        "painted",
        0.46,
        0.145,
        0.085,
        0.1,
        0.45,
        5,
        0.04,
        0.06,
        0.3,
        2,
        0.9,
        3,
        0.055,
        0.53,
        1.1,
        0.12,
        "zone",
        soft=True,
    ),
    "retro": EyeStyle(
        "retro",
        0.44,
        0.25,
        0.15,
        0.0,
        0.85,
        2,
        0.06,
        0.05,
        0.5,
        2,
        0.35,
        2,
        0.08,
        0.62,
        1.45,
        0.05,
        "zone",
        0.55,
        "big",
    ),
    "sharp": EyeStyle(
        "sharp",
        0.47,
        0.11,
        0.06,
        0.15,
        0.4,
        11,
        0.045,
        0.06,
        0.2,
        0,
        0.7,
        0,
        0.045,
        0.47,
        1.15,
        0.12,
        "slit",
        lights="one",
    ),
    "small": EyeStyle("small", 0.4, 0.1, 0.07, 0.0, 0.6, 0, 0.035, 0.02, 0.0, 0, 0.4, 0, 0.045, 0.5, 1.1, 0.08),
}
"""By name. What jitter adds to them is in `choose_eyes`."""


def choose_eyes(random: Random, looks: Looks) -> EyeStyle:
    """A style that becomes the looks: large and round for the young, narrow for the grown and the old."""
    wishes = {
        "bishojo": 3.0 * (1 - looks.masculine),
        "moe": 2.5 * (1 - looks.masculine) * looks.stylized + 3.0 * looks.child,
        "shojo": 1.5 * (1 - looks.masculine) * looks.stylized,
        "shonen": 0.4 + 2.4 * looks.masculine * (0.3 + looks.stylized),
        "seinen": 0.2 + 2.2 * looks.masculine * (1.2 - looks.stylized) + 4 * looks.old,
        "tsurime": 1.0,
        "tareme": 0.8,
        "jitome": 0.5,
        "painted": 1.6 * (1.2 - looks.stylized),
        "retro": 0.5 * looks.stylized,
        "sharp": 0.3 + 0.9 * looks.masculine,
        "small": 0.2 + 0.5 * looks.masculine + 1.5 * looks.old,
    }
    grown = {"seinen", "sharp", "small", "painted"}
    weights = np.array([w * (0.15 if name in grown and looks.child > 0.4 else 1.0) for name, w in wishes.items()])
    style = STYLES[list(wishes)[random.choice(len(wishes), p=weights / weights.sum())]]
    grow = (0.95 + 0.32 * looks.stylized) * (1 - 0.08 * looks.masculine) * (1 + 0.05 * looks.child)
    narrow = 1 - 0.3 * looks.old
    pupils = ("ink", "zone", "shade", "ring", "none")
    return replace(
        style,
        width=style.width * (0.98 + 0.1 * looks.stylized) * random.uniform(0.95, 1.05),
        top=style.top * grow * narrow * random.uniform(0.88, 1.12),
        bottom=style.bottom * grow * narrow * random.uniform(0.88, 1.12),
        peak=style.peak + random.normal(0, 0.08),
        box=float(np.clip(style.box + random.normal(0, 0.1), 0.2, 1.0)),
        tilt=style.tilt + random.normal(0, 2.0),
        lash=style.lash * (1 - 0.4 * looks.masculine) * random.uniform(0.7, 1.3),
        wing=style.wing * (1 - 0.5 * looks.masculine) * random.uniform(0.6, 1.4),
        spikes=0 if looks.masculine > 0.6 else style.spikes + int(random.integers(-1, 2)),
        low_lashes=0 if looks.masculine > 0.5 else style.low_lashes,
        under=float(np.clip(style.under + random.normal(0, 0.2), 0.2, 1.0)),
        fold=style.fold * random.uniform(0.7, 1.3) * float(random.random() > 0.12),
        iris=style.iris * random.uniform(0.94, 1.06),
        tall=style.tall * random.uniform(0.94, 1.06),
        pupil=style.pupil if random.random() < 0.5 else str(random.choice(pupils, p=(0.42, 0.24, 0.2, 0.08, 0.06))),
        pupil_size=style.pupil_size * random.uniform(0.8, 1.2),
        lights=style.lights
        if random.random() < 0.5
        else str(random.choice(("one", "two", "three", "big", "bar", "none"), p=(0.25, 0.35, 0.14, 0.13, 0.1, 0.03))),
        dark=random.uniform(0.4, 0.95),
        glow=random.uniform(0.15, 0.6) * float(random.random() > 0.15),
        soft=style.soft or bool(random.random() < 0.35),
        rays=style.rays if random.random() < 0.6 else 0,
    )
