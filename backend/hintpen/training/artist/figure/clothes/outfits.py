"""Which outfit a character wears."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.figure.clothes import dresses, everyday, fantasy, traditional, uniforms
from hintpen.training.artist.figure.clothes.tailor import Tailor
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.records import Part, Random


@dataclass(frozen=True)
class Outfit:
    """How an outfit is sewn, and how often it is chosen: by a `woman`, by a `man`, between two `ages` (years); beyond
    them a tenth as often.
    """

    sew: Callable[[Tailor], list[Part]]
    woman: float
    man: float
    ages: tuple[float, float] = (0.0, 99.0)

    def weight(self, looks: Looks) -> float:
        """How often these looks wear it."""
        fits = self.ages[0] <= looks.age <= self.ages[1]
        return (self.woman + (self.man - self.woman) * looks.masculine) * (1.0 if fits else 0.1)


OUTFITS: dict[str, Outfit] = {
    "t-shirt": Outfit(everyday.t_shirt, 1.2, 1.6),
    "tank top": Outfit(everyday.tank_top, 0.6, 0.6, (14, 45)),
    "shirt": Outfit(everyday.shirt, 1.0, 1.5),
    "sweater": Outfit(everyday.sweater, 1.2, 1.0),
    "hoodie": Outfit(everyday.hoodie, 1.2, 1.4, (6, 40)),
    "jacket": Outfit(everyday.open_jacket, 1.3, 1.7),
    "overalls": Outfit(everyday.overalls, 0.4, 0.4, (4, 30)),
    "pajama": Outfit(everyday.pajama, 0.3, 0.3),
    "jersey": Outfit(everyday.jersey, 0.5, 0.7, (8, 40)),
    "sports": Outfit(everyday.sports, 0.4, 0.4, (6, 40)),
    "scarf": Outfit(everyday.wrapped, 0.6, 0.5),
    "sailor": Outfit(uniforms.sailor, 2.2, 0.15, (9, 22)),
    "blazer": Outfit(uniforms.blazer, 1.4, 1.0, (10, 24)),
    "vest": Outfit(uniforms.vest, 0.8, 0.7, (8, 70)),
    "standing collar": Outfit(uniforms.standing_collar, 0.15, 1.3, (12, 50)),
    "suit": Outfit(uniforms.suit, 0.4, 1.4, (17, 99)),
    "coat": Outfit(uniforms.coat, 0.7, 0.8, (12, 99)),
    "summer dress": Outfit(dresses.summer_dress, 1.5, 0.03),
    "evening dress": Outfit(dresses.evening_dress, 0.6, 0.02, (16, 80)),
    "lolita": Outfit(dresses.lolita, 0.8, 0.02, (8, 30)),
    "maid": Outfit(dresses.maid, 0.8, 0.03, (12, 40)),
    "apron": Outfit(dresses.kitchen_apron, 0.3, 0.25, (12, 99)),
    "kimono": Outfit(traditional.kimono, 1.0, 0.6),
    "gi": Outfit(traditional.martial_arts, 0.3, 0.8),
    "shrine maiden": Outfit(traditional.shrine_maiden, 0.6, 0.02, (12, 35)),
    "qipao": Outfit(traditional.qipao, 0.5, 0.02, (12, 45)),
    "knight": Outfit(fantasy.knight, 0.7, 1.1, (14, 70)),
    "wizard": Outfit(fantasy.wizard, 0.8, 0.9),
    "adventurer": Outfit(fantasy.adventurer, 0.8, 1.0),
    "noble": Outfit(fantasy.noble, 0.35, 0.8, (10, 80)),
    "cloak": Outfit(fantasy.cloaked, 0.5, 0.7),
}
"""By name."""


def clothes_parts(random: Random, pose: Pose, looks: Looks, low: float = math.inf) -> list[Part]:
    """One outfit that hides what should be hidden, in figure units. Below `low` nothing is in the picture, so that
    trousers and shoes may be left away.
    """
    weights = np.array([outfit.weight(looks) for outfit in OUTFITS.values()])
    names = list(OUTFITS)
    return dressed(names[random.choice(len(names), p=weights / weights.sum())], random, pose, looks, low)


def dressed(name: str, random: Random, pose: Pose, looks: Looks, low: float = math.inf) -> list[Part]:
    """The outfit `name`, a key of `OUTFITS`."""
    return OUTFITS[name].sew(Tailor(random, pose, looks, low))
