"""Short hairdos: messy, spiky, swept back, clipped, curly, and what is left of hair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hintpen.training.artist.curves import ellipse
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.hair.bangs import bangs
from hintpen.training.artist.figure.hair.cap import cap_part, flow_lines, hairline
from hintpen.training.artist.figure.hair.context import Context
from hintpen.training.artist.figure.hair.curls import curl_cloud, dread, hooks, puffed
from hintpen.training.artist.figure.hair.falling import FAR_SIDE, Fall, guides
from hintpen.training.artist.figure.hair.locks import Finish, Sheet, Values, clump_parts, cut_up
from hintpen.training.artist.figure.hair.short import (
    Burst,
    Row,
    around,
    burst_parts,
    combed_back,
    crown_of,
    row_parts,
    stubble,
)
from hintpen.training.artist.figure.hair.skull import Points3D, Skull, smoothing
from hintpen.training.artist.records import Part, Stroke


def rows(c: Context, crown: Points3D, line: Points3D, plan: tuple[Row, ...]) -> list[Part]:
    """The base on the skull and rows of locks, the lowest first."""
    r = c.random
    out = [cap_part(r, c.skull, c.top, c.lift + 0.02, line)]
    for number, row in enumerate(plan):
        mass = replace(c.side, name="hair.top", layer=layers.BANGS - 2 + number, depth=0.38 + 0.02 * number)
        out += row_parts(r, mass, around(c.skull, crown, line, row), row, c.strands * 0.7)
    return out


def messy(c: Context) -> list[Part]:
    """A boy's short tousled hair."""
    r = c.random
    v, stand, lean = c.lift + 0.02, r.uniform(0.08, 0.32), r.normal(0, 0.4)
    fringe = c.fringe("full", "full", "parted", "swept", "veil", low=-0.05)
    line = hairline(0.0, r.uniform(-0.2, 0.05), fringe.forehead)
    count, crown = int(r.integers(12, 18)), crown_of(r)
    flow = dict(lean=lean, swirl=r.normal(0, 0.04), spread=r.uniform(-0.01, 0.06), part=r.normal(0, 0.05))
    plan = (
        Row(0.45, r.uniform(1.02, 1.25), 0.9, v - 0.02, stand, count, 0.25, **flow),
        Row(0.2, r.uniform(0.8, 1.05), 0.9, v, stand * 1.1, count - 2, 0.22, **flow),
    )
    out = rows(c, crown, line, plan)
    out += bangs(r, c.skull, c.bangs, fringe, c.strands)
    if r.random() < 0.6:
        # Tips that stand up behind the crown.
        mass = replace(c.top, layer=c.top.layer - 1, shine=())
        tuft = Burst(0.7, 1.12 + r.uniform(0.5, 1.1) * stand, r.uniform(30, 75), int(r.integers(4, 8)), 0.2, lean * 0.6)
        out += burst_parts(r, c.skull, mass, crown, tuft, c.strands)
    return out


def hero(c: Context) -> list[Part]:
    """Large spikes that stand out all round."""
    r = c.random
    v, stand, lean, rise = c.lift, r.uniform(0.5, 1.15), r.normal(0, 0.3), r.uniform(-0.2, 0.45)
    line, crown = hairline(0.0, r.uniform(-0.1, 0.15)), crown_of(r)
    behind = replace(c.side, name="hair.top", layer=FAR_SIDE, depth=0.15, shine=())
    over = replace(c.side, name="hair.top", layer=layers.BANGS - 3, depth=0.36)
    cap = cap_part(r, c.skull, c.top, max(0.04, v - 0.05), line)
    part = r.normal(0, 0.06)
    front = Row(
        r.uniform(0.2, 0.45),
        1.0,
        r.uniform(1.25, 1.5),
        v,
        0.15,
        int(r.integers(10, 15)),
        0.2,
        lean,
        0,
        0,
        r.uniform(0, 0.07),
        part,
    )
    bangs_mass = replace(c.bangs, layer=layers.BANGS - 1)
    return [
        *burst_parts(
            r,
            c.skull,
            behind,
            crown,
            Burst(0.5, 1.1 + stand, r.uniform(112, 135), int(r.integers(7, 11)), rise, lean),
            c.strands,
        ),
        replace(cap, strokes=cap.strokes[1:]),
        *burst_parts(
            r,
            c.skull,
            over,
            crown,
            Burst(0.35, 1.0 + 0.6 * stand, r.uniform(55, 80), int(r.integers(4, 7)), rise, lean),
            c.strands,
        ),
        *row_parts(r, bangs_mass, around(c.skull, crown, line, front), front, c.strands),
    ]


def pixie(c: Context) -> list[Part]:
    """Short and close, with bangs swept to one side."""
    r = c.random
    v, stand, lean = c.lift, r.uniform(0.0, 0.08), r.normal(0, 0.3)
    fringe = c.fringe("full", "parted", "swept", "veil")
    line = hairline(0.0, r.uniform(-0.1, 0.2), fringe.forehead)
    plan = (
        Row(0.45, r.uniform(1.0, 1.15), 0.9, v - 0.03, stand, int(r.integers(13, 18)), 0.2, lean),
        Row(0.15, r.uniform(0.7, 0.95), 0.8, v, stand, int(r.integers(10, 14)), 0.25, lean),
    )
    return [
        *rows(c, crown_of(r), line, plan),
        *bangs(r, c.skull, c.bangs, fringe, c.strands),
    ]


def bowl(c: Context) -> list[Part]:
    """Cut along one line around the head: children, and those who do not care."""
    r = c.random
    v = c.lift + 0.02
    line = hairline(0.0, -0.2)
    plan = (Row(0.0, 1.02, 1.32, v, 0.0, int(r.integers(10, 16)), 0.04, 0.0),)
    return rows(c, crown_of(r), line, plan)


def slick(c: Context) -> list[Part]:
    """Combed back from the forehead, flat or with a quiff."""
    r = c.random
    line, crown = hairline(r.uniform(0.0, 0.7), r.uniform(-0.1, 0.1)), crown_of(r)
    cap = cap_part(r, c.skull, c.top, c.lift * 0.8, line)
    strands = flow_lines(r, c.skull, line, crown * 1.0, c.lift * 0.8, round(14 * c.strands))
    rise = r.uniform(0.02, 0.32)
    out = [replace(cap, strokes=(*cap.strokes, *strands))]
    out += combed_back(r, c.skull, c.bangs, crown, line, c.lift, rise, c.strands)
    return out + (bangs(r, c.skull, c.bangs, c.fringe("wisps"), c.strands) if r.random() < 0.4 else [])


def undercut(c: Context) -> list[Part]:
    """Clipped sides under long hair on top."""
    r = c.random
    crown, line = crown_of(r), hairline(0.2, r.uniform(-0.2, 0.0))
    paint = c.second if r.random() < 0.5 else c.top.paint
    shaved = replace(c.top, name="hair.shaved", paint=paint, region=f"{c.top.region}.shaved", shine=())
    out = [cap_part(r, c.skull, shaved, 0.03, line)]
    out += stubble(r, c.skull, shaved, crown, line, 0.03, round(14 * c.strands))
    upper = line.copy()
    upper[:, 1] = np.minimum(upper[:, 1], -0.22 + 0.1 * r.normal())
    upper /= np.linalg.norm(upper, axis=1, keepdims=True)
    if r.random() < 0.5:
        row = Row(
            0.0, 1.0, r.uniform(1.2, 1.8), c.lift, r.uniform(0.0, 0.15), int(r.integers(10, 15)), 0.25, r.normal(0, 0.6)
        )
        mass = replace(c.side, name="hair.top", layer=layers.BANGS - 1, depth=0.4)
        return out + row_parts(r, mass, around(c.skull, crown, upper, row), row, c.strands)
    return out + combed_back(r, c.skull, c.bangs, crown, upper, c.lift, r.uniform(0.1, 0.35), c.strands)


def buzz(c: Context) -> list[Part]:
    """Clipped to a few millimeters."""
    r = c.random
    line = hairline(r.uniform(0.0, 0.8), r.uniform(-0.2, 0.05))
    cap = replace(c.top, shine=())
    return [
        cap_part(r, c.skull, cap, r.uniform(0.02, 0.05), line),
        *stubble(r, c.skull, cap, crown_of(r), line, 0.04, round(r.uniform(8, 34) * c.strands)),
    ]


def rim(c: Context) -> list[Part]:
    """Bald, with hair left around the ears and the nape."""
    r = c.random
    out: list[Part] = []
    stand = r.uniform(0.02, 0.14)
    for side in (-1.0, 1.0):
        edge = c.skull.azimuth_of_edge(side)
        first = r.uniform(66, 74)
        if edge < first + 8:
            continue
        a = side * np.linspace(first, min(edge + 4, 178), 7)
        high = r.uniform(-0.3, -0.1)
        behind = np.clip((np.abs(a) - 80) / 40, 0, 1)
        knots = np.stack(
            [
                c.skull.spot(a, high + 0.08 * np.cos(np.radians(3 * a))),
                c.skull.spot(a, 0.05 + 0.1 * behind),
                c.skull.spot(a, 0.25 + 0.55 * behind),
            ],
            1,
        )
        of = _stiff(c.skull, knots, np.array([0.01, 0.05 + stand, 0.04 + stand]))
        if side < 0:
            of = Sheet(of.curves[::-1], of.near[::-1])
        clumps = cut_up(r, max(3, round(of.width * 5)), 0.4, 0.25, lean=side * 0.4)
        mass = replace(c.side, shine=(), depth=0.33)
        out += clump_parts(r, mass, of, clumps, Finish(c.strands, fade=0.15, edges=(True, True)))
    return out


def _stiff(skull: Skull, knots: Points3D, lift: Values) -> Sheet:
    along = smoothing(knots.shape[1], 16)
    seen = skull.plain(skull.wrap(np.einsum("nk,gkc->gnc", along, knots), along @ lift))
    return Sheet(seen[..., :2], seen[..., 2])


def curly(c: Context) -> list[Part]:
    """Short or half-long curls all over."""
    r = c.random
    line, crown = hairline(0.0, 0.0), crown_of(r)
    size = r.uniform(0.13, 0.22)
    low = r.uniform(1.0, 1.25)
    row = Row(0.0, low, r.uniform(0.95, 1.15), c.lift, r.uniform(0.0, 0.12), 0)
    of = around(c.skull, crown, line, row)
    mass = replace(c.side, layer=layers.BANGS - 1, depth=0.38, relief=0.5, shine=())
    n = 2.2 / size
    return [
        cap_part(r, c.skull, c.top, c.lift + 0.02, line),
        *curl_cloud(r, mass, of, c.skull, max(4, round(n * 0.5)), round(n * 1.8), size),
    ]


def afro(c: Context) -> list[Part]:
    """A ball of tight curls."""
    r = c.random
    size, ball = r.uniform(0.09, 0.2), r.uniform(1.25, 1.7)
    x, y = c.skull.plain(np.array([0.0, -0.25, -0.15]))[:2]
    round_ring = ellipse(x, y, ball, ball * r.uniform(0.88, 1.0), 0.0, (90, 450), 60)
    outer = puffed(r, np.concatenate([round_ring, round_ring[:1]])[::-1], size)
    cloud = replace(
        c.side, name="hair.back", layer=FAR_SIDE, depth=0.0, form=c.skull.ball(ball - 1), shine=(), relief=0.1
    )
    inside = hooks(r, c.skull, ball - 1.08, round(r.uniform(14, 40) * c.strands), size * 0.5)
    cap = cap_part(r, c.skull, replace(cloud, layer=layers.BANGS, depth=0.4), 0.1, hairline(0.0, -0.3))
    arc = cap.strokes[0].points
    edge = puffed(r, cap.rings[0][: -len(arc)][::-1], size * 0.7)
    texture = tuple(s for s in inside if r.random() < 0.6)
    return [
        cloud.part(outer, [Stroke(outer, 1.0, (0.03, 0.03)), *inside]),
        replace(cap, rings=(np.concatenate([edge[::-1], arc]),), strokes=(Stroke(edge, 0.9, (0.1, 0.1)), *texture)),
    ]


def dreads(c: Context) -> list[Part]:
    """Ropes of hair from the crown, short or long."""
    r = c.random
    low = r.uniform(0.6, 3.0)
    fall = Fall(low, low, 50, c.lift + 0.04, r.uniform(0.05, 0.3))
    count = int(r.integers(20, 28))
    azimuths = np.linspace(-180, 180, count, endpoint=False) + r.normal(0, 4, count)
    azimuths = azimuths[np.abs(azimuths) > r.uniform(35, 52)]
    count = len(azimuths)
    lows = low * r.uniform(0.85, 1.1, count)
    of = guides(c.skull, fall, azimuths, lows, count)
    line = hairline()
    cap = cap_part(r, c.skull, c.top, c.lift, line)
    combed = flow_lines(r, c.skull, line, crown_of(r), c.lift, round(16 * c.strands) + 4)
    out = [replace(cap, strokes=(*cap.strokes, *combed))]
    width = r.uniform(0.16, 0.22)
    order = np.argsort(of.near[:, 12] + r.normal(0, 0.08, count))
    for rank, i in enumerate(order):
        near = of.near[i, 12] > 0
        over = near or abs(azimuths[i]) < 60
        mass = replace(
            c.side if over else c.back, layer=layers.SIDE_HAIR if over else layers.BACK_HAIR, shine=(), relief=0.6
        )
        out.append(dread(r, mass, of.curves[i], width * r.uniform(0.8, 1.2), 0.9 * rank / count))
    return out
