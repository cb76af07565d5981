"""Who wears what: none, one or a few things that go together, and how hair gives way to hats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from hintpen.training.artist.curves import area
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.ornaments import (
    beasts,
    bows,
    brims,
    eyewear,
    hairwear,
    hats,
    headphones,
    helmets,
    horns,
    jewels,
)
from hintpen.training.artist.figure.ornaments.fitting import Wearer, hull
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part, Random

Maker = Callable[[Wearer], list[Part]]


HAIR = 1.5
"""How far hair reaches above the middle of the cranium, in figure units."""


@dataclass(frozen=True)
class Ornament:
    """How one is made; `where` it is worn: no two share a place; how often women and men wear it; from and to which
    `ages`. `hides`: hair goes under it. `high`: how far it
    reaches above the middle of the cranium.
    """

    make: Maker
    where: str
    women: float
    men: float
    ages: tuple[float, float] = (4, 80)
    hides: bool = False
    high: float = HAIR


ORNAMENTS: dict[str, Ornament] = {
    "glasses": Ornament(eyewear.glasses, "eyes", 5, 5, (8, 80)),
    "sunglasses": Ornament(eyewear.sunglasses, "eyes", 0.6, 1.0, (12, 80)),
    "monocle": Ornament(eyewear.monocle, "eyes", 0.1, 0.4, (20, 80)),
    "eye patch": Ornament(eyewear.eye_patch, "eyes", 0.5, 0.7, (10, 70)),
    "mask": Ornament(eyewear.mask, "mouth", 0.5, 0.5, (8, 80)),
    "headphones": Ornament(headphones.headphones, "crown", 1.6, 2.2, (8, 40)),
    "clips": Ornament(hairwear.clips, "side", 4.5, 0.4, (4, 45)),
    "side bow": Ornament(bows.side_bow, "side", 2.5, 0, (4, 30)),
    "top bow": Ornament(bows.top_bow, "crown", 2.2, 0, (4, 26), high=1.9),
    "hair band": Ornament(hairwear.hair_band, "crown", 3, 0.1, (4, 60)),
    "maid band": Ornament(hairwear.maid_band, "crown", 1.4, 0, (14, 35)),
    "ear band": Ornament(hairwear.ear_band, "crown", 0.9, 0.1, (4, 35), high=2.2),
    "flower": Ornament(hairwear.hair_flower, "side", 3, 0.2),
    "wreath": Ornament(hairwear.wreath, "crown", 0.9, 0.3),
    "kerchief": Ornament(hats.kerchief, "crown", 0.8, 0.7, (6, 80), True),
    "tiara": Ornament(jewels.tiara, "crown", 0.9, 0, (5, 50)),
    "crown": Ornament(jewels.crown, "crown", 0.7, 0.9, high=1.7),
    "halo": Ornament(jewels.halo, "crown", 0.7, 0.4, (4, 40), high=2.0),
    "earrings": Ornament(jewels.earrings, "ears", 5, 1.2, (14, 80)),
    "choker": Ornament(jewels.choker, "neck", 2.6, 0.4, (13, 40)),
    "necklace": Ornament(jewels.necklace, "neck", 2, 0.7, (12, 80)),
    "antennae": Ornament(jewels.antennae, "crown", 0.3, 0.2, (4, 25), high=2.3),
    **{
        f"{kind} ears": Ornament(partial(beasts.grown_ears, kind=kind), "crown", women, men, (4, 45), high=high)
        for kind, women, men, high in (
            ("cat", 2.6, 0.9, 1.75),
            ("fox", 1.2, 0.6, 2.0),
            ("wolf", 0.6, 0.9, 1.9),
            ("bear", 0.5, 0.3, 1.6),
            ("mouse", 0.3, 0.1, 1.75),
            ("rabbit", 1.1, 0.2, 2.6),
            ("dog", 0.8, 0.6, 1.5),
            ("lop", 0.5, 0.1, 1.5),
        )
    },
    **{
        f"{kind} horns": Ornament(partial(horns.horns, kind=kind), "crown", women, men, (8, 70), high=high)
        for kind, women, men, high in (
            ("devil", 0.9, 0.8, 1.7),
            ("goat", 0.4, 0.6, 1.9),
            ("ram", 0.5, 0.5, 1.5),
            ("dragon", 0.6, 0.7, 1.7),
            ("unicorn", 0.2, 0.05, 1.6),
            ("antler", 0.3, 0.3, 2.2),
        )
    },
    "cap": Ornament(hats.cap, "crown", 1.6, 3.6, (4, 70), True),
    "beanie": Ornament(hats.beanie, "crown", 1.6, 2.2, (4, 60), True, high=1.7),
    "beret": Ornament(hats.beret, "crown", 1.8, 0.6, (6, 70), True),
    "sailor cap": Ornament(hats.sailor, "crown", 0.6, 0.6, (5, 40), True),
    "chef's hat": Ornament(hats.chef, "crown", 0.3, 0.5, (14, 70), True, high=2.1),
    "santa hat": Ornament(hats.santa, "crown", 0.5, 0.5, (4, 80), True, high=1.95),
    "straw hat": Ornament(brims.straw, "crown", 1.8, 1.2, (4, 80), True),
    "witch hat": Ornament(brims.witch, "crown", 1.5, 0.5, (8, 80), True, high=2.3),
    "small top hat": Ornament(brims.small_top_hat, "crown", 0.5, 0.2, (10, 40), high=1.95),
    "top hat": Ornament(brims.top_hat, "crown", 0.5, 1.0, (12, 80), True, high=1.95),
    "party hat": Ornament(brims.party, "crown", 0.3, 0.3, high=2.3),
    "knight's helmet": Ornament(helmets.knight, "crown", 0.4, 1.0, (14, 60), True, high=1.8),
    "pilot's cap": Ornament(helmets.pilot, "crown", 0.4, 0.6, (10, 50), True, high=1.6),
    "goggles": Ornament(eyewear.goggles, "crown", 0.5, 0.8, (8, 50)),
}
"""By name."""

PAIRS: tuple[tuple[str, ...], ...] = (
    ("glasses", "earrings"),
    ("glasses", "clips"),
    ("glasses", "headphones"),
    ("glasses", "hair band"),
    ("maid band", "choker"),
    ("maid band", "choker", "earrings"),
    ("cat ears", "choker"),
    ("cat ears", "side bow"),
    ("fox ears", "earrings"),
    ("rabbit ears", "choker"),
    ("rabbit ears", "side bow"),
    ("wolf ears", "necklace"),
    ("dog ears", "choker"),
    ("devil horns", "choker"),
    ("devil horns", "earrings", "choker"),
    ("dragon horns", "earrings"),
    ("ram horns", "flower"),
    ("tiara", "earrings", "necklace"),
    ("crown", "earrings"),
    ("cap", "mask"),
    ("cap", "glasses"),
    ("beanie", "glasses"),
    ("beanie", "earrings"),
    ("beret", "glasses"),
    ("beret", "earrings"),
    ("straw hat", "necklace"),
    ("straw hat", "sunglasses"),
    ("witch hat", "earrings"),
    ("witch hat", "choker"),
    ("top hat", "monocle"),
    ("flower", "earrings"),
    ("flower", "necklace"),
    ("earrings", "necklace"),
    ("earrings", "choker"),
    ("hair band", "earrings"),
    ("eye patch", "choker"),
    ("clips", "earrings"),
    ("clips", "choker"),
    ("halo", "necklace"),
    ("headphones", "clips"),
)
"""What is worn together."""


BUSHY = 1.6
"""Hair that reaches higher than this goes under no hat."""


def choose_ornaments(random: Random, looks: Looks) -> tuple[str, ...]:
    """Names of none to three things that go together."""
    count = random.choice(3, p=(0.45, 0.35, 0.2))
    if count == 0:
        return ()
    m = looks.masculine**1.5
    weights = {
        name: one.women * (1 - m) + one.men * m
        for name, one in ORNAMENTS.items()
        if one.ages[0] <= looks.age <= one.ages[1]
    }
    if count == 2:
        pairs = [pair for pair in PAIRS if all(weights.get(name, 0.0) > 0.15 for name in pair)]
        if pairs:
            p = np.array([np.prod([weights[name] for name in pair]) ** (1 / len(pair)) for pair in pairs])
            return pairs[random.choice(len(pairs), p=p / p.sum())]
    names, p = list(weights), np.array(list(weights.values()))
    return (names[random.choice(len(names), p=p / p.sum())],)


def height_of(kinds: Sequence[str]) -> float:
    """How far a head with these ornaments reaches above the middle of the cranium, in figure units."""
    return max((ORNAMENTS[kind].high for kind in kinds), default=HAIR)


def ornament_parts(
    random: Random,
    head: Head,
    looks: Looks,
    kinds: Sequence[str],
    scale: float = 0.2,
    hair: Sequence[Part] = (),
    pose: Pose | None = None,
) -> list[Part]:
    """The hair as it is worn and the ornaments of the `kinds`, keys of `ORNAMENTS`, in figure units.

    `scale`: the cranium's radius in canvas units; small figures are drawn with fewer details. `hair`: its parts; what
    would stand out above a hat is tucked away, and where there is too much of it there is no hat. `pose`: for what lies
    about the neck, None for nothing there. Raises `ValueError` when there is no such ornament.
    """
    unknown = [kind for kind in kinds if kind not in ORNAMENTS]
    if unknown:
        raise ValueError(f"there is no ornament {unknown[0]!r}: choose among {', '.join(ORNAMENTS)}")
    worn: list[Part] = []
    kept = list(hair)
    bushy = _reach(hair, head) > BUSHY
    for kind, make in zip(kinds, random.spawn(len(kinds)), strict=True):
        ornament = ORNAMENTS[kind]
        if ornament.hides and bushy:
            continue
        made = ornament.make(Wearer(make, head, looks, scale, pose))
        worn += made
        if ornament.hides:
            crown = max((part for part in made if part.layer == layers.HAT), key=lambda part: area(part.rings[0]))
            kept = tucked(kept, head, crown.rings[0])
    return [*kept, *worn]


def _reach(hair: Sequence[Part], head: Head) -> float:
    """How far large masses of hair stand out from the middle of the cranium, upward."""
    up = -head.rotation[:2, 1]
    tops = [float(((ring - head.origin) @ up).max()) for part in hair if _large(part) for ring in part.rings]
    return max(tops, default=0.0)


OUT = 0.12
"""What stands out farther beside a hat is no border of hair that its line may cut."""


def tucked(hair: Sequence[Part], head: Head, crown: Points) -> list[Part]:
    """The hair with all cut away that would stand out beside or above the crown of a hat, an outline (n, 2)."""
    up = -head.rotation[:2, 1]
    up = up / np.hypot(*up)
    right = np.array([-up[1], up[0]])
    # A little within the crown's outline, which hides the cut.
    middle = crown.mean(0)
    ring = hull(middle + (crown - middle) * 0.96)
    left, end = int(np.argmin(ring @ right)), int(np.argmax(ring @ right))
    over = np.roll(ring, -left, 0)[: (end - left) % len(ring) + 1]
    first, last, wide, tall = over[0], over[-1], right * 9, up * 15
    low = [last + wide - tall, first - wide - tall]
    below: Points = np.concatenate([over, [last + wide, *low, first - wide]])
    aside: Points = np.concatenate([over, [last + tall, last + wide + tall, *low, first - wide + tall, first + tall]])
    long = float(np.hypot(*(last - first)))
    way = (last - first) / long
    axes = np.array([(way[0], way[1]), (way[1], -way[0])])
    kept: list[Part] = []
    for part in hair:
        across, high = axes @ (np.concatenate([*part.rings, *(s.points for s in part.strokes)]) - first).T
        level = np.abs(high) < 0.2
        beside = float(np.maximum(-across, across - long)[level].max()) if level.any() else -1.0
        if high.max() <= 0:
            kept.append(part)
        elif beside > OUT and high.mean() < 0 and not _large(part):
            # A tail that comes out from under the hat.
            kept.append(replace(part, clips=(*part.clips, aside)))
        elif (beside <= OUT and high.min() < 0) or _large(part):
            kept.append(replace(part, clips=(*part.clips, below)))
    return kept


def _large(part: Part) -> bool:
    """Whether a part of the hair is more than a lock."""
    return bool(part.rings) and area(part.rings[0]) > 1.5
