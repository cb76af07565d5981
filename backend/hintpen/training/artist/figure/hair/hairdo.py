"""Which hairdo a character has, and its parts."""

from __future__ import annotations

from dataclasses import dataclass

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.bangs import Fringe, bangs
from hintpen.training.artist.figure.hair.cap import cap_part, flyaways, hairline, ring_of_light
from hintpen.training.artist.figure.hair.falling import Fall, back_parts, draped, side_parts
from hintpen.training.artist.figure.hair.locks import Mass
from hintpen.training.artist.figure.hair.skull import Skull
from hintpen.training.artist.figure.head import Head
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.records import Part, Random


@dataclass(frozen=True)
class Context:
    """What every hairdo starts from. `detail` multiplies the number of strands; `lift` of the hair above the skull."""

    random: Random
    skull: Skull
    looks: Looks
    detail: float
    lift: float


def hair_parts(random: Random, head: Head, looks: Looks, detail: float = 1.0, kind: str = "") -> list[Part]:
    """The hair in figure units, with the layers that put it behind and before the head."""
    skull = Skull(head, (float(random.normal(0, 0.06)), 0.0))
    c = Context(random, skull, looks, detail, random.uniform(0.1, 0.18))
    names = list(HAIRDOS)
    return HAIRDOS[kind or names[random.integers(len(names))]](c)


def masses(c: Context) -> tuple[Mass, Mass, Mass]:
    hair = c.looks.paint("hair", "hair")
    inner = c.looks.paint("hair2", "hair", of="hair") if c.random.random() < 0.5 else hair
    form = draped(c.skull, c.lift)
    shine = ring_of_light(c.random, c.skull, c.lift)
    region = f"{c.looks.name}.hair"
    front = Mass("hair.bangs", hair, layers.BANGS, 0.42, form, region, shine=shine)
    side = Mass("hair.side", hair, layers.SIDE_HAIR, 0.34, form, region, shine=shine)
    back = Mass("hair.back", inner, layers.BACK_HAIR, -0.15, form, region + ".back")
    return front, side, back


def falling(c: Context, fringe: Fringe, fall: Fall) -> list[Part]:
    front, side, back = masses(c)
    strands = 1.4 * c.detail
    cap = Mass("hair.top", front.paint, layers.SIDE_HAIR - 0.5, 0.33, front.form, front.region, 0.15, shine=front.shine)
    return [
        *back_parts(c.random, c.skull, back, fall, strands),
        cap_part(c.random, c.skull, cap, c.lift, hairline(), fringe.part if fringe.kind != "full" else None),
        *side_parts(c.random, c.skull, side, fall, -1.0, strands),
        *side_parts(c.random, c.skull, side, fall, 1.0, strands),
        *bangs(c.random, c.skull, front, fringe, strands),
        *flyaways(c.random, c.skull, front, c.lift, int(c.random.integers(0, 4))),
    ]


def choose_fringe(c: Context, kinds: tuple[str, ...]) -> Fringe:
    r = c.random
    part = float(r.choice((-0.42, 0.0, 0.42)) + r.normal(0, 0.06))
    return Fringe(
        str(r.choice(kinds)),
        part,
        r.uniform(0.12, 0.4),
        c.lift + r.uniform(0.0, 0.04),
        int(r.integers(4, 9)),
        r.uniform(54, 66),
    )


def long(c: Context) -> list[Part]:
    r = c.random
    low = r.uniform(2.6, 4.5)
    fall = Fall(low, r.uniform(1.3, low), r.uniform(50, 62), c.lift, r.uniform(0.0, 0.3), over=r.random() < 0.5)
    return falling(c, choose_fringe(c, ("full", "parted", "swept", "blunt")), fall)


def wavy(c: Context) -> list[Part]:
    r = c.random
    low = r.uniform(2.2, 3.8)
    fall = Fall(
        low,
        r.uniform(1.8, low),
        52,
        c.lift + 0.03,
        r.uniform(0.2, 0.5),
        wave=r.uniform(0.05, 0.1),
        waves=r.uniform(0.6, 0.9),
    )
    return falling(c, choose_fringe(c, ("full", "parted", "curtain", "swept")), fall)


def hime(c: Context) -> list[Part]:
    r = c.random
    low = r.uniform(2.6, 4.5)
    fall = Fall(low, r.uniform(1.0, 1.35), 52, c.lift, 0.05, blunt=0.85, ragged=0.02)
    return falling(c, choose_fringe(c, ("blunt",)), fall)


def bob(c: Context) -> list[Part]:
    r = c.random
    low = r.uniform(1.1, 1.6)
    fall = Fall(
        low,
        low + r.uniform(-0.1, 0.15),
        r.uniform(50, 58),
        c.lift + 0.03,
        r.uniform(0.05, 0.25),
        curl=r.uniform(0, 0.25),
        blunt=float(r.choice((0, 0.6))),
    )
    return falling(c, choose_fringe(c, ("full", "parted", "curtain", "swept", "veil", "blunt")), fall)


HAIRDOS = {"long": long, "wavy": wavy, "hime": hime, "bob": bob}
