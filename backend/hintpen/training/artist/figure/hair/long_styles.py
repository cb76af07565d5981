"""Hairdos that hang: long, medium and bobbed, straight and wavy."""

from __future__ import annotations

from hintpen.training.artist.figure.hair.bangs import Fringe, bangs
from hintpen.training.artist.figure.hair.cap import cap_part, flyaways, hairline
from hintpen.training.artist.figure.hair.context import Context
from hintpen.training.artist.figure.hair.falling import Fall, back_parts, forelock_parts, side_parts
from hintpen.training.artist.records import Part


def hanging(c: Context, fringe: Fringe, fall: Fall, forelocks: Fall | None = None) -> list[Part]:
    """A hairdo of back, top, sides and bangs; `forelocks` are locks of their own before the ears."""
    r, parting = c.random, None if fringe.kind in ("full", "blunt", "none") else fringe.part
    out = [
        *back_parts(r, c.skull, c.back, fall, c.strands),
        cap_part(r, c.skull, c.top, c.lift, hairline(high=fringe.forehead), parting),
        *side_parts(r, c.skull, c.side, fall, -1.0, c.strands),
        *side_parts(r, c.skull, c.side, fall, 1.0, c.strands),
    ]
    if forelocks:
        out += [p for side in (-1.0, 1.0) for p in forelock_parts(r, c.skull, c.side, forelocks, side, c.strands)]
    out += bangs(r, c.skull, c.bangs, fringe, c.strands)
    return [*out, *flyaways(r, c.skull, c.bangs, c.lift, int(r.integers(0, 4)))]


def long(c: Context) -> list[Part]:
    """Straight, to the shoulder blades or the hips."""
    r = c.random
    low = r.uniform(2.4, 4.6)
    over = r.random() < 0.5
    fall = Fall(
        low,
        r.uniform(1.6, low) if over else low,
        r.uniform(50, 64),
        c.lift,
        r.uniform(0.0, 0.35),
        pinch=r.uniform(0.0, 0.14),
        over=over,
        sway=r.uniform(0.02, 0.1),
    )
    fringe = c.fringe("full", "full", "parted", "swept", "blunt", "curtain", "veil")
    lock = Fall(r.uniform(1.1, 2.2), 0, r.uniform(48, 56), c.lift + 0.03, 0.05, sway=0.06)
    return hanging(c, fringe, fall, lock if r.random() < 0.45 else None)


def wavy(c: Context) -> list[Part]:
    """Long or medium, in waves that grow toward the tips."""
    r = c.random
    low = r.uniform(1.9, 3.8)
    over = r.random() < 0.6
    fall = Fall(
        low,
        r.uniform(1.7, low) if over else low,
        r.uniform(50, 60),
        c.lift + 0.03,
        r.uniform(0.25, 0.55),
        wave=r.uniform(0.05, 0.11),
        waves=r.uniform(0.5, 0.9),
        over=over,
        ragged=0.2,
    )
    return hanging(c, c.fringe("full", "parted", "curtain", "swept"), fall)


def hime(c: Context) -> list[Part]:
    """The princess cut: straight bangs, locks cut at the jaw, long straight back."""
    r = c.random
    fall = Fall(r.uniform(2.4, 4.6), 2.4, 70, c.lift, r.uniform(0.0, 0.12), blunt=0.85, ragged=0.03, over=False)
    lock = Fall(r.uniform(0.95, 1.4), 0, 50, c.lift + 0.02, 0.0, blunt=0.9, ragged=0.02, sway=0.0)
    return hanging(c, c.fringe("blunt"), fall, lock)


def bob(c: Context) -> list[Part]:
    """To the chin or the neck, turned in or out, cut straight or ragged."""
    r = c.random
    low = r.uniform(1.1, 1.75)
    fall = Fall(
        low,
        low + r.uniform(-0.1, 0.2),
        r.uniform(50, 60),
        c.lift + r.uniform(0.0, 0.06),
        r.uniform(0.0, 0.28),
        curl=r.uniform(-0.12, 0.25),
        blunt=float(r.choice((0.0, 0.6))),
        ragged=r.uniform(0.04, 0.2),
        pinch=0.0,
    )
    fringe = c.fringe("full", "parted", "curtain", "swept", "veil", "blunt")
    return hanging(c, fringe, fall)


def shaggy(c: Context) -> list[Part]:
    """Medium length, layered and ragged: for anybody."""
    r = c.random
    low = r.uniform(1.3, 2.1)
    fall = Fall(
        low,
        low - r.uniform(0.1, 0.4),
        r.uniform(50, 60),
        c.lift + 0.03,
        r.uniform(0.1, 0.3),
        curl=r.uniform(-0.2, 0.05),
        ragged=r.uniform(0.25, 0.4),
        wave=float(r.choice((0.0, 0.04))),
    )
    lock = Fall(r.uniform(0.9, 1.4), 0, 50, c.lift + 0.05, 0.08, ragged=0.3)
    return hanging(c, c.fringe("full", "parted", "swept", "veil"), fall, lock)
