"""What every hairdo starts from: the head, the paints and the masses that hair is drawn in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.bangs import Fringe
from hintpen.training.artist.figure.hair.cap import ring_of_light
from hintpen.training.artist.figure.hair.locks import Mass
from hintpen.training.artist.figure.hair.skull import Draped, Skull
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Paint, Random


@dataclass(frozen=True)
class Context:
    """`lift`: of the hair above the skull; `strands`: how many lines are drawn inside of locks, about 1.

    `top`, `side`, `bangs`, `back`: masses that lie on the skull, beside the face, over the forehead, behind the neck.
    """

    random: Random
    skull: Skull
    looks: Looks
    lift: float
    strands: float
    top: Mass
    side: Mass
    bangs: Mass
    back: Mass

    @property
    def tie(self) -> Paint:
        """What bands and ribbons of the hairdo are painted with."""
        return self.looks.paint("tie", "cloth")

    @property
    def second(self) -> Paint:
        """A second color of the hair: its inner side, or dyed."""
        return self.looks.paint("hair2", "hair", of="hair")

    def fringe(self, *kinds: str, low: float = 0.0) -> Fringe:
        """Bangs of one of the kinds, `low` lower than usual."""
        r = self.random
        # A head that looks down shows bangs lower before its eyes.
        down = 0.005 * max(self.skull.head.pitch, 0.0)
        part = float(r.choice((-0.42, 0.0, 0.42), p=(0.38, 0.24, 0.38)) + r.normal(0, 0.06))
        return Fringe(
            str(r.choice(kinds)),
            part,
            r.uniform(0.02, 0.28) + low - down,
            self.lift + r.uniform(0.0, 0.04),
            int(r.integers(4, 9)),
            r.uniform(54, 66),
        )


def begin(random: Random, skull: Skull, looks: Looks, detail: float) -> Context:
    """The masses and paints for one character."""
    lift = random.uniform(0.09, 0.19) * (1 - 0.5 * looks.old)
    hair = looks.paint("hair", "hair")
    inner = looks.paint("hair2", "hair", of="hair") if random.random() < 0.3 else hair
    form = Draped(skull.ball(lift))
    # Some artists leave the light off, some make it strong.
    shine = ring_of_light(random, skull, lift, random.uniform(0.45, 0.9)) if random.random() < 0.75 else ()
    region = f"{looks.name}.hair"
    side = Mass("hair.side", hair, layers.SIDE_HAIR, 0.34, form, region, shine=shine)
    return Context(
        random,
        skull,
        looks,
        lift,
        detail * random.uniform(0.7, 2.2),
        top=replace(side, name="hair.top", layer=layers.SIDE_HAIR - 0.5, depth=0.33, relief=0.15),
        side=side,
        bangs=replace(side, name="hair.bangs", layer=layers.BANGS, depth=0.42),
        back=Mass("hair.back", inner, layers.BACK_HAIR, -0.15, form, f"{region}.back"),
    )
