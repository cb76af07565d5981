"""How eyes are drawn: the handful of habits by which one illustrator's eyes differ from another's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Random


@dataclass(frozen=True)
class EyeStyle:
    """Lengths in head units, shares 0..1.

    `width` from corner to corner; `top`, `bottom`: how high the upper lid arches and how deep the lower one hangs;
    `peak`: where along the eye the upper lid is highest, -1 inner, 1 outer; `box`: how full the upper lid's shoulders
    are; `tilt` in degrees, positive lifts the outer corner. `lash`: thickness of the upper lash line; `wing`: how far
    it runs on past the outer corner, `flick`: how much that end turns up; `spikes`: lashes that part from it; `under`:
    which share of the lower lid has a line; `low_lashes`: how many below; `fold`: how far above the lash the crease
    runs, 0 for none. `iris`: its width as a share of the eye's; `cover`, `sink`: how much of it the upper and the lower
    lid hide, below 0 for white that shows. `pupil`: "ink", "zone", "shade", "ring", "slit" or "none"; `pupil_size`: as
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
    cover: float = 0.12
    sink: float = 0.1
    pupil: str = "ink"
    pupil_size: float = 0.42
    lights: str = "two"
    dark: float = 0.7
    glow: float = 0.4
    soft: bool = False
    rays: int = 0


_BISHOJO = EyeStyle("bishojo", width=0.47, top=0.2, bottom=0.12, lash=0.058, wing=0.07, spikes=2, iris=0.66)


def _styles() -> dict[str, EyeStyle]:
    """By name, each as what it does otherwise than the first."""
    others: dict[str, dict[str, Any]] = {
        "bishojo": {},
        "moe": {
            "top": 0.26,
            "bottom": 0.15,
            "peak": 0.0,
            "box": 0.75,
            "tilt": -1,
            "spikes": 1,
            "iris": 0.74,
            "cover": 0.1,
        },
        "shojo": {"top": 0.24, "bottom": 0.14, "tilt": 5, "wing": 0.085, "flick": 0.6, "spikes": 3, "under": 0.8}
        | {"low_lashes": 4, "iris": 0.72, "cover": 0.06, "lights": "three", "rays": 7},
        "glossy": {"top": 0.22, "bottom": 0.13, "box": 0.65, "lash": 0.07, "wing": 0.05, "flick": 0.1, "pupil": "shade"}
        | {"under": 0.4, "iris": 0.72, "lights": "big", "soft": True},
        "shonen": {"top": 0.15, "bottom": 0.1, "peak": -0.15, "box": 0.75, "tilt": 6, "lash": 0.05, "wing": 0.03}
        | {"flick": 0.0, "spikes": 0, "iris": 0.5, "cover": 0.14, "sink": 0.04},
        "seinen": {"width": 0.44, "top": 0.105, "bottom": 0.06, "peak": -0.1, "box": 0.5, "lash": 0.038, "wing": 0.03}
        | {
            "flick": 0.0,
            "spikes": 0,
            "under": 0.8,
            "fold": 0.045,
            "iris": 0.46,
            "cover": 0.3,
            "sink": 0.15,
            "lights": "one",
        },
        "sanpaku": {
            "top": 0.14,
            "bottom": 0.1,
            "box": 0.7,
            "tilt": 7,
            "lash": 0.05,
            "spikes": 0,
            "iris": 0.4,
            "cover": 0.2,
        }
        | {"sink": -0.18, "under": 0.8, "lights": "one"},
        "tsurime": {
            "top": 0.17,
            "bottom": 0.09,
            "peak": 0.2,
            "box": 0.5,
            "tilt": 12,
            "wing": 0.08,
            "flick": 0.4,
            "iris": 0.56,
        },
        "tareme": {
            "top": 0.19,
            "bottom": 0.11,
            "peak": -0.2,
            "tilt": -9,
            "wing": 0.07,
            "flick": -0.3,
            "spikes": 1,
            "iris": 0.64,
        },
        "jitome": {
            "top": 0.09,
            "bottom": 0.14,
            "peak": 0.0,
            "box": 1.0,
            "tilt": 1,
            "spikes": 1,
            "fold": 0.04,
            "iris": 0.62,
        }
        | {"cover": 0.45, "sink": 0.04},
        "painted": {"width": 0.46, "top": 0.145, "bottom": 0.08, "box": 0.45, "tilt": 5, "lash": 0.045, "under": 0.9}
        | {"low_lashes": 3, "fold": 0.055, "iris": 0.54, "cover": 0.22, "sink": 0.12, "pupil": "zone", "soft": True},
        "retro": {"width": 0.42, "top": 0.26, "bottom": 0.15, "box": 0.85, "tilt": 2, "flick": 0.5, "under": 0.35}
        | {
            "low_lashes": 2,
            "fold": 0.08,
            "iris": 0.66,
            "cover": 0.04,
            "pupil": "zone",
            "pupil_size": 0.5,
            "lights": "big",
        },
        "sharp": {
            "top": 0.115,
            "bottom": 0.06,
            "peak": 0.15,
            "box": 0.4,
            "tilt": 11,
            "lash": 0.048,
            "wing": 0.06,
            "spikes": 0,
        }
        | {"under": 0.7, "fold": 0.045, "iris": 0.48, "cover": 0.25, "pupil": "slit", "lights": "one"},
        "small": {
            "width": 0.4,
            "top": 0.1,
            "bottom": 0.07,
            "peak": 0.0,
            "tilt": 0,
            "lash": 0.038,
            "wing": 0.02,
            "spikes": 0,
        }
        | {"under": 0.4, "fold": 0.045, "iris": 0.52, "cover": 0.2, "lights": "one"},
        "button": {
            "width": 0.26,
            "top": 0.15,
            "bottom": 0.13,
            "peak": 0.0,
            "box": 0.8,
            "tilt": 0,
            "lash": 0.04,
            "wing": 0.03,
        }
        | {"fold": 0.0, "under": 0.2, "iris": 0.96, "cover": 0.1, "spikes": 1, "pupil": "shade", "pupil_size": 0.7},
    }
    return {name: replace(_BISHOJO, name=name, **habits) for name, habits in others.items()}


STYLES = _styles()
"""By name. What varies beside them is in `choose_eyes`."""


SPARKLE = {"one": 0.25, "two": 0.35, "three": 0.14, "big": 0.13, "bar": 0.11, "none": 0.02}
"""Arrangements of catchlights, and how often one is taken instead of the style's own."""


def choose_eyes(random: Random, looks: Looks) -> EyeStyle:
    """A style that becomes the looks: large and round for the young, narrow for the grown and the old."""
    wishes = {
        "bishojo": 3.0 * (1 - looks.masculine),
        "moe": 2.5 * (1 - looks.masculine) * looks.stylized + 3.0 * looks.child,
        "shojo": 1.5 * (1 - looks.masculine) * looks.stylized,
        "shonen": 0.4 + 2.4 * looks.masculine * (0.3 + looks.stylized),
        "seinen": 0.2 + 2.2 * looks.masculine * (1.2 - looks.stylized) + 4 * looks.old,
        "glossy": 1.8 * (1 - looks.masculine),
        "sanpaku": 0.35 + 0.5 * looks.masculine,
        "button": 0.5 * looks.stylized * (0.2 + looks.child) * float(looks.age < 30),
        "tsurime": 1.0,
        "tareme": 0.8,
        "jitome": 0.5,
        "painted": 1.6 * (1.2 - looks.stylized),
        "retro": 0.5 * looks.stylized,
        "sharp": 0.3 + 0.9 * looks.masculine,
        "small": 0.2 + 0.5 * looks.masculine + 1.5 * looks.old,
    }
    grown = {"seinen", "sharp", "small", "painted"}
    fits = {True: 1 - 0.85 * min(looks.child * 2.5, 1.0), False: 1 - 0.8 * min(looks.old * 2, 1.0)}
    weights = np.array([w * fits[name in grown] for name, w in wishes.items()])
    style = STYLES[list(wishes)[random.choice(len(wishes), p=weights / weights.sum())]]
    grow = (0.97 + 0.38 * looks.stylized) * (1 - 0.08 * looks.masculine) * (1 + 0.05 * looks.child)
    narrow = 1 - 0.4 * looks.old
    pupils = ("ink", "zone", "shade", "ring", "none")
    return replace(
        style,
        width=style.width * (1.02 + 0.08 * looks.stylized) * random.uniform(0.95, 1.05),
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
        cover=style.cover + random.uniform(-0.04, 0.06),
        pupil=style.pupil if random.random() < 0.5 else str(random.choice(pupils, p=(0.42, 0.24, 0.2, 0.08, 0.06))),
        pupil_size=style.pupil_size * random.uniform(0.8, 1.2),
        lights=style.lights if random.random() < 0.5 else str(random.choice(list(SPARKLE), p=list(SPARKLE.values()))),
        dark=random.uniform(0.4, 0.95),
        glow=random.uniform(0.15, 0.6) * float(random.random() > 0.15),
        soft=style.soft or bool(random.random() < 0.35),
        rays=style.rays if random.random() < 0.6 else 0,
    )
