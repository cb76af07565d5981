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


@dataclass(frozen=True)
class Ornament:
    """How one is made; `where` it is worn: no two share a place; how often women and men wear it; from and to which
    `ages`. `hides`: hair goes under it.
    """

    make: Maker
    where: str
    women: float
    men: float
    ages: tuple[float, float] = (4, 80)
    hides: bool = False


ORNAMENTS: dict[str, Ornament] = {
    "glasses": Ornament(eyewear.glasses, "eyes", 5, 5, (8, 80)),
    "sunglasses": Ornament(eyewear.sunglasses, "eyes", 0.6, 1.0, (12, 80)),
    "monocle": Ornament(eyewear.monocle, "eyes", 0.1, 0.4, (20, 80)),
    "eye patch": Ornament(eyewear.eye_patch, "eyes", 0.5, 0.7, (10, 70)),
    "mask": Ornament(eyewear.mask, "mouth", 0.5, 0.5, (8, 80)),
    "headphones": Ornament(headphones.headphones, "crown", 1.6, 2.2, (8, 40)),
    "clips": Ornament(hairwear.clips, "side", 4.5, 0.4, (4, 45)),
    "side bow": Ornament(bows.side_bow, "side", 2.5, 0, (4, 30)),
    "top bow": Ornament(bows.top_bow, "crown", 2.2, 0, (4, 26)),
    "hair band": Ornament(hairwear.hair_band, "crown", 3, 0.1, (4, 60)),
    "maid band": Ornament(hairwear.maid_band, "crown", 1.4, 0, (14, 35)),
    "ear band": Ornament(hairwear.ear_band, "crown", 0.9, 0.1, (4, 35)),
    "flower": Ornament(hairwear.hair_flower, "side", 3, 0.2),
    "wreath": Ornament(hairwear.wreath, "crown", 0.9, 0.3),
    "kerchief": Ornament(hats.kerchief, "crown", 0.8, 0.7, (6, 80), True),
    "tiara": Ornament(jewels.tiara, "crown", 0.9, 0, (5, 50)),
    "crown": Ornament(jewels.crown, "crown", 0.7, 0.9),
    "halo": Ornament(jewels.halo, "crown", 0.7, 0.4, (4, 40)),
    "earrings": Ornament(jewels.earrings, "ears", 5, 1.2, (14, 80)),
    "choker": Ornament(jewels.choker, "neck", 2.6, 0.4, (13, 40)),
    "necklace": Ornament(jewels.necklace, "neck", 2, 0.7, (12, 80)),
    "antennae": Ornament(jewels.antennae, "crown", 0.3, 0.2, (4, 25)),
    **{
        f"{kind} ears": Ornament(partial(beasts.grown_ears, kind=kind), "crown", women, men, (4, 45))
        for kind, women, men in (
            ("cat", 2.6, 0.9),
            ("fox", 1.2, 0.6),
            ("wolf", 0.6, 0.9),
            ("bear", 0.5, 0.3),
            ("mouse", 0.3, 0.1),
            ("rabbit", 1.1, 0.2),
            ("dog", 0.8, 0.6),
            ("lop", 0.5, 0.1),
        )
    },
    **{
        f"{kind} horns": Ornament(partial(horns.horns, kind=kind), "crown", women, men, (8, 70))
        for kind, women, men in (
            ("devil", 0.9, 0.8),
            ("goat", 0.4, 0.6),
            ("ram", 0.5, 0.5),
            ("dragon", 0.6, 0.7),
            ("unicorn", 0.2, 0.05),
            ("antler", 0.3, 0.3),
        )
    },
    "cap": Ornament(hats.cap, "crown", 1.6, 3.6, (4, 70), True),
    "beanie": Ornament(hats.beanie, "crown", 1.6, 2.2, (4, 60), True),
    "beret": Ornament(hats.beret, "crown", 1.8, 0.6, (6, 70), True),
    "sailor cap": Ornament(hats.sailor, "crown", 0.6, 0.6, (5, 40), True),
    "chef's hat": Ornament(hats.chef, "crown", 0.3, 0.5, (14, 70), True),
    "santa hat": Ornament(hats.santa, "crown", 0.5, 0.5, (4, 80), True),
    "straw hat": Ornament(brims.straw, "crown", 1.8, 1.2, (4, 80), True),
    "witch hat": Ornament(brims.witch, "crown", 1.5, 0.5, (8, 80), True),
    "small top hat": Ornament(brims.small_top_hat, "crown", 0.5, 0.2, (10, 40)),
    "top hat": Ornament(brims.top_hat, "crown", 0.5, 1.0, (12, 80), True),
    "party hat": Ornament(brims.party, "crown", 0.3, 0.3),
    "knight's helmet": Ornament(helmets.knight, "crown", 0.4, 1.0, (14, 60), True),
    "pilot's cap": Ornament(helmets.pilot, "crown", 0.4, 0.6, (10, 50), True),
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


def ornament_parts(
    random: Random,
    head: Head,
    looks: Looks,
    scale: float = 0.2,
    hair: Sequence[Part] = (),
    pose: Pose | None = None,
    kinds: Sequence[str] | None = None,
) -> list[Part]:
    """The hair as it is worn and none to three ornaments, in figure units.

    `scale`: the cranium's radius in canvas units; small figures are drawn with fewer details. `hair`: its parts; what
    would stand out above a hat is tucked away. `pose`: for what lies about the neck, None for nothing there. `kinds`:
    which of `ORNAMENTS` to wear, None to choose. Raises `ValueError` when there is no such ornament.
    """
    unknown = [kind for kind in kinds or () if kind not in ORNAMENTS]
    if unknown:
        raise ValueError(f"there is no ornament {unknown[0]!r}: choose among {', '.join(ORNAMENTS)}")
    which, make = random.spawn(2)
    chosen = _choose(which, looks, _bushy(hair, head)) if kinds is None else kinds
    wearer = Wearer(make, head, looks, scale, pose)
    worn: list[Part] = []
    kept = list(hair)
    for kind in chosen:
        ornament = ORNAMENTS[kind]
        made = ornament.make(wearer)
        worn += made
        if ornament.hides:
            crown = max((part for part in made if part.layer == layers.HAT), key=lambda part: area(part.rings[0]))
            kept = tucked(kept, head, crown.rings[0])
    return [*kept, *worn]


def _bushy(hair: Sequence[Part], head: Head) -> float:
    """How far hair stands out from the middle of the cranium, upward."""
    up = -head.rotation[:2, 1]
    tops = [float(((ring - head.origin) @ up).max()) for part in hair for ring in part.rings]
    return max(tops, default=0.0)


def _choose(random: Random, looks: Looks, bushy: float) -> tuple[str, ...]:
    count = random.choice(3, p=(0.45, 0.35, 0.2))
    if count == 0:
        return ()
    weights = {name: _often(ornament, looks, bushy) for name, ornament in ORNAMENTS.items()}
    if count == 2:
        pairs = [pair for pair in PAIRS if all(weights.get(name, 0.0) > 0.15 for name in pair)]
        if pairs:
            p = np.array([np.prod([weights[name] for name in pair]) ** (1 / len(pair)) for pair in pairs])
            return pairs[random.choice(len(pairs), p=p / p.sum())]
    names = list(weights)
    p = np.array(list(weights.values()))
    return (names[random.choice(len(names), p=p / p.sum())],)


def _often(ornament: Ornament, looks: Looks, bushy: float) -> float:
    if not ornament.ages[0] <= looks.age <= ornament.ages[1]:
        return 0.0
    if ornament.where == "crown" and bushy > 1.55 and ornament.hides:
        return 0.0
    m = looks.masculine**1.5
    return ornament.women * (1 - m) + ornament.men * m


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
    far = [over[-1] + right * 9, over[-1] + right * 9 - up * 15, over[0] - right * 9 - up * 15, over[0] - right * 9]
    below: Points = np.concatenate([over, far])
    line, way = over[0], (over[-1] - over[0]) / np.hypot(*(over[-1] - over[0]))
    above = np.array([way[1], -way[0]])
    kept: list[Part] = []
    for part in hair:
        heights = [(curve - line) @ above for curve in (*part.rings, *(stroke.points for stroke in part.strokes))]
        if not heights or max(float(h.max()) for h in heights) <= 0:
            kept.append(part)
        else:
            kept.append(replace(part, clips=(*part.clips, below)))
    return kept
