"""Tied hairdos: ponytails, twin tails, braids, buns, half-up, drills."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hintpen.training.artist.curves import tangents
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.bangs import bangs
from hintpen.training.artist.figure.hair.cap import cap_part, flow_lines, flyaways, hairline
from hintpen.training.artist.figure.hair.context import Context
from hintpen.training.artist.figure.hair.falling import FAR_SIDE, Fall, forelock_parts
from hintpen.training.artist.figure.hair.locks import Mass, Values
from hintpen.training.artist.figure.hair.long_styles import hanging
from hintpen.training.artist.figure.hair.tied import band, braid, bun, drill, tail, tail_spine, tuft
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part

FRINGES = ("full", "full", "parted", "swept", "blunt", "curtain", "veil", "wisps", "none")


def gathered(c: Context, goals: list[Values]) -> list[Part]:
    """The hair on the skull, combed to the places (3,) where it is tied, with bangs and locks before the ears."""
    r = c.random
    fringe = c.fringe(*FRINGES)
    line = hairline(high=fringe.forehead)
    lift = c.lift * 0.75
    cap = cap_part(r, c.skull, replace(c.top, relief=0.2), lift, line, bare=0.7)
    strokes = list(cap.strokes)
    for goal in goals:
        own = line if len(goals) == 1 else line[line[:, 0] * goal[0] > -0.02]
        strokes += flow_lines(r, c.skull, own, goal, lift, round(11 * c.strands / len(goals)) + 2)
    out = [replace(cap, strokes=tuple(strokes))]
    if r.random() < 0.75:
        lock = Fall(r.uniform(0.8, 1.9), 0, r.uniform(50, 58), c.lift, r.uniform(0, 0.1), sway=0.08, ragged=0.25)
        out += [p for side in (-1.0, 1.0) for p in forelock_parts(r, c.skull, c.side, lock, side, c.strands)]
    out += bangs(r, c.skull, c.bangs, fringe, c.strands)
    return [*out, *flyaways(r, c.skull, c.bangs, lift, int(r.integers(0, 5)))]


def placed_mass(c: Context, at: Values, name: str) -> Mass:
    """The mass of something tied at `at` (3,) in the viewer's axes: before, beside or behind the head."""
    layer, depth = (
        (layers.SIDE_HAIR + 1.5, 0.4)
        if at[2] > 0.25
        else (FAR_SIDE + 0.5, 0.1)
        if at[2] > -0.5
        else (layers.BACK_HAIR, -0.1)
    )
    return replace(c.side, name=name, layer=layer, depth=depth, shine=(), region=f"{c.side.region}.{name}.{at[0]:.3f}")


def _knot(c: Context, goal: Values, away: float) -> Values:
    """(3,) where something tied at `goal` is seen, `away` above the skull."""
    return c.skull.plain(c.skull.wrap(goal, away))


def _out(c: Context, goal: Values, up: float) -> Values:
    """(3,) unit vector in which hair leaves the skull, lifted by `up`."""
    way = c.skull.rotation @ (goal / np.linalg.norm(goal) + np.array([0.0, -up, 0.0]))
    return way / np.linalg.norm(way)


def hung(c: Context, goal: Values, style: str, length: float, width: float, up: float) -> list[Part]:
    """A tail, braid or drill that hangs from where it is tied, with its band."""
    r = c.random
    at = _knot(c, goal, c.lift * 0.9)
    if at[2] < -0.6 and abs(c.skull.head.yaw) > 50 and goal[0] != 0:
        # Behind a profile it would only clutter the face's outline.
        return []
    mass = placed_mass(c, at, "hair.tail")
    side = float(np.sign(at[0] - c.skull.head.origin[0])) or 1.0
    spine = tail_spine(
        r,
        c.skull,
        at,
        _out(c, goal, up),
        0.6 + 0.6 * length if style == "drill" else length,
        side * r.uniform(-0.04, 0.12),
    )
    tied = [band(mass, c.tie, spine[3], tangents(spine)[3], width * r.uniform(0.4, 0.6))] if r.random() < 0.85 else []
    if style == "braid":
        plait = braid(r, mass, spine, width * 0.75, c.strands)
        end = tangents(spine)[-1]
        return [
            *tuft(r, mass, spine, width * 0.6, c.strands),
            *plait,
            *tied,
            band(mass, c.tie, spine[-1], end, width * 0.45, 0.06),
        ]
    if style == "drill":
        return [*drill(r, mass, c.second, spine, width), *tied]
    wave = r.uniform(0.03, 0.08) if style == "wavy" else 0.0
    return [*tail(r, mass, spine, width, c.strands, wave), *tied]


def _style(c: Context, *weights: float) -> str:
    """Straight, wavy, braided or drilled."""
    names = ("straight", "wavy", "braid", "drill")[: len(weights)]
    return str(c.random.choice(names, p=np.array(weights) / sum(weights)))


def ponytail(c: Context) -> list[Part]:
    """One tail: high, low, or at one side."""
    r = c.random
    place = r.choice(("high", "low", "side"), p=(0.5, 0.3, 0.2))
    side = float(r.choice((-1, 1)))
    goal = {
        "high": np.array([0.0, -0.66, -0.75]),
        "low": np.array([0.0, 0.6, -0.8]),
        "side": np.array([side * 0.85, r.uniform(-0.3, 0.4), -0.5]),
    }[str(place)]
    up = {"high": r.uniform(0.0, 0.5), "low": -0.6, "side": 0.0}[str(place)]
    length, width = r.uniform(1.2, 3.2), r.uniform(0.45, 0.85)
    return [*hung(c, goal, _style(c, 5, 3, 2), length, width, up), *gathered(c, [goal])]


def twin_tails(c: Context) -> list[Part]:
    """Two tails, high or low."""
    r = c.random
    high = r.random() < 0.6
    y, z = (r.uniform(-0.7, -0.3), r.uniform(-0.3, 0.0)) if high else (r.uniform(0.4, 0.6), -0.45)
    goals = [np.array([side * 0.85, y, z]) for side in (-1.0, 1.0)]
    style = _style(c, 5, 3, 3 if not high else 1, 2.0 if high else 0.2)
    length = r.uniform(0.7, 3.0) if high else r.uniform(0.9, 2.2)
    width = r.uniform(0.4, 0.75) * (1.15 if style == "drill" else 1)
    return [
        *(p for goal in goals for p in hung(c, goal, style, length, width, 0.25 if high else -0.5)),
        *gathered(c, goals),
    ]


def buns(c: Context) -> list[Part]:
    """One bun behind or on top, or two at the sides."""
    r = c.random
    two = r.random() < 0.4
    y = r.uniform(-0.85, -0.6)
    goals = (
        [np.array([side * 0.62, y, -0.15]) for side in (-1.0, 1.0)]
        if two
        else [np.array([0.0, *((-0.9, -0.4) if r.random() < 0.6 else (0.3, -0.95))])]
    )
    size = r.uniform(0.24, 0.34) if two else r.uniform(0.3, 0.5)
    out: list[Part] = []
    for goal in goals:
        at = _knot(c, goal, c.lift + size * 0.5)
        mass = placed_mass(c, at, "hair.bun")
        out.append(bun(r, mass, at[:2], size, c.strands))
        if r.random() < 0.4:
            root = _knot(c, goal, c.lift * 0.8)
            way: Points = at[:2] - root[:2]
            if np.hypot(*way) > 0.08:
                out.append(band(mass, c.tie, root[:2], way / np.hypot(*way), size * 1.3, 0.07))
    return [*out, *gathered(c, goals)]


def half_up(c: Context) -> list[Part]:
    """Hair that hangs, its upper part tied behind or at the sides."""
    r = c.random
    low = r.uniform(2.0, 4.2)
    fall = Fall(low, low, 70, c.lift, r.uniform(0.05, 0.3), over=False, wave=float(r.choice((0.0, 0.07))))
    lock = Fall(r.uniform(0.9, 1.8), 0, 50, c.lift + 0.02, 0.05)
    base = hanging(c, c.fringe("full", "parted", "swept", "curtain"), fall, lock)
    two = r.random() < 0.5
    goals = [np.array([s * 0.75, -0.62, -0.25]) for s in (-1.0, 1.0)] if two else [np.array([0.0, -0.55, -0.85])]
    style = _style(c, 5, 2, 2)
    length, width = r.uniform(0.8, 2.0), r.uniform(0.28, 0.45)
    return [*base, *(p for goal in goals for p in hung(c, goal, style, length, width, 0.1))]


def crown_braid(c: Context) -> list[Part]:
    """A braid laid around the head like a wreath."""
    r = c.random
    line = np.array([0.0, -0.85, -0.5])
    a = np.radians(np.linspace(-105, 105, 40))
    wreath = np.stack([np.sin(a), -0.62 + 0.25 * (1 - np.cos(a)), 0.72 * np.cos(a)], -1)
    seen = c.skull.plain(c.skull.wrap(wreath, c.lift))
    front = seen[:, 2] > 0.05
    mass = replace(c.bangs, layer=layers.BANGS + 1, name="hair.braid", region=f"{c.bangs.region}.braid", shine=())
    plait = braid(r, mass, seen[front, :2], r.uniform(0.22, 0.32), c.strands)
    return [*gathered(c, [line]), *plait]
