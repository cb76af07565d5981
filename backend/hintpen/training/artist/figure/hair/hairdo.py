"""Which hairdo a character has: a choice by age and looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from hintpen.training.artist.figure.hair import long_styles, short_styles, tied_styles
from hintpen.training.artist.figure.hair.context import Context, begin
from hintpen.training.artist.figure.hair.skull import Skull
from hintpen.training.artist.figure.hair.tied import ahoge
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Part, Random

Hairdo = Callable[[Context], list[Part]]

HAIRDOS: dict[str, tuple[Hairdo, float, float, float, float]] = {
    "long": (long_styles.long, 10, 1.5, 6, 2),
    "wavy": (long_styles.wavy, 6, 1, 3, 2),
    "hime": (long_styles.hime, 3, 0.1, 3, 0.2),
    "bob": (long_styles.bob, 7, 0.5, 8, 3),
    "shaggy": (long_styles.shaggy, 3, 3, 2, 1),
    "ponytail": (tied_styles.ponytail, 6, 1.5, 4, 1),
    "twin tails": (tied_styles.twin_tails, 4, 0, 7, 0.2),
    "buns": (tied_styles.buns, 3, 0.5, 3, 5),
    "half-up": (tied_styles.half_up, 3, 0.2, 3, 0.5),
    "crown braid": (tied_styles.crown_braid, 0.7, 0, 0.7, 0.5),
    "pixie": (short_styles.pixie, 3, 3, 2, 3),
    "messy": (short_styles.messy, 1, 9, 4, 1),
    "hero": (short_styles.hero, 0.3, 4, 2, 0.3),
    "bowl": (short_styles.bowl, 0.3, 0.7, 2.5, 0.3),
    "slick": (short_styles.slick, 0.3, 4, 0.3, 3),
    "undercut": (short_styles.undercut, 0.4, 2.5, 0.2, 0.3),
    "buzz": (short_styles.buzz, 0.15, 2, 0.5, 1.5),
    "bald": (short_styles.rim, 0, 0.2, 0, 3),
    "curly": (short_styles.curly, 1.2, 1.5, 1.5, 2),
    "afro": (short_styles.afro, 0.8, 0.8, 0.8, 0.3),
    "dreads": (short_styles.dreads, 0.5, 0.8, 0.2, 0.2),
}
"""By name: who draws it, and how often women, men, children and the old wear it."""


def hair_parts(random: Random, head: Head, looks: Looks, detail: float = 1.0, kind: str = "") -> list[Part]:
    """The hair in figure units, with the layers that put it behind and before the head.

    `detail` multiplies the number of strands: below 1 for small figures. `kind` asks for one of `HAIRDOS`. Raises
    `ValueError` when there is no such hairdo.
    """
    if kind and kind not in HAIRDOS:
        raise ValueError(f"there is no hairdo {kind!r}: choose among {', '.join(HAIRDOS)}")
    breeze = random.normal(0, 0.04) if random.random() < 0.7 else random.normal(0, 0.25)
    skull = Skull(head, (float(breeze), -0.1 * abs(float(breeze))))
    c = begin(random, skull, looks, detail)
    name = kind or _choose(random, looks)
    parts = HAIRDOS[name][0](c)
    if name not in ("bald", "buzz", "afro", "dreads", "curly") and random.random() < 0.1 * (1 - looks.old):
        parts += ahoge(random, skull, c.bangs, c.lift)
    return dyed(c, parts) if random.random() < 0.05 else parts


def dyed(c: Context, parts: list[Part]) -> list[Part]:
    """One or two locks of the bangs in the second color."""
    locks = [i for i, part in enumerate(parts) if part.name == "hair.bangs" and part.rings and part.strokes]
    chosen = c.random.permutation(locks)[:2] if locks else []
    for i in chosen:
        parts[i] = replace(parts[i], paint=c.second, region=f"{c.bangs.region}.streak")
    return parts


def _choose(random: Random, looks: Looks) -> str:
    names = list(HAIRDOS)
    women, men, children, old = np.array([HAIRDOS[name][1:] for name in names]).T
    m, k = looks.masculine**1.5, looks.child
    grown = (1 - m) * women + m * men
    # Girls' twin tails are not boys'.
    young = children * np.where(women > 4 * men, 1 - m, 1.0) * np.where(men > 3 * women, m, 1.0)
    aged = old * np.where(men > 2 * women, m, 1.0) * np.where(women > 2 * men, 1 - m, 1.0)
    weights = grown / grown.sum() * (1 - k) * (1 - looks.old) + k * young / young.sum() + looks.old * aged / aged.sum()
    return names[random.choice(len(names), p=weights / weights.sum())]
