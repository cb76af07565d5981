"""School uniforms and work clothes: sailor, blazer, vest, standing collar, suit, coat, maid's helpers."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes import collars, fastenings, knots, necklines
from hintpen.training.artist.figure.clothes.basics import (
    JACKET,
    bottoms,
    cloth_of,
    feet,
    full_shirt,
    inner_shirt,
    neckwear,
    region,
    skirt,
    trousers,
    turtleneck_body,
)
from hintpen.training.artist.figure.clothes.jackets import OpenTop
from hintpen.training.artist.figure.clothes.skirts import Skirt
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, Top
from hintpen.training.artist.records import Part


def school_bottoms(tailor: Tailor, tucked: bool = False) -> list[Part]:
    """A pleated skirt and socks, or trousers; loafers."""
    if tailor.chance(1 - tailor.looks.masculine):
        sock = float(tailor.random.choice([0.5, 1.15, 1.65]))
        return skirt(tailor, tucked, "pleated") + feet(tailor, ("loafer", "sneaker"), sock)
    return trousers(tailor, tucked, "uniform", 0.2 * tailor.looks.child) + feet(tailor, ("loafer", "sneaker"), 2.0)


def sailor(tailor: Tailor) -> list[Part]:
    """The sailor uniform."""
    blouse = Cloth(tailor.white("shirt", 0.6), None, 0.45)
    collar = Cloth(tailor.paint("collar")) if tailor.chance(0.85) else blouse
    trunk, name = tailor.trunk(tailor.near(0.4, 0.25), 0.08, 0.2), region(tailor, "shirt")
    depth = tailor.near(1.75, 0.3)
    neckline = necklines.v_neck(trunk, depth, 0.02)
    parts = Top(blouse, trunk, neckline, tailor.near(5.0, 0.2), region=name).parts(tailor)
    long = tailor.chance(0.5)
    ease = (0.1, 0.16, 0.16, 0.2, 0.14) if long else (0.1, 0.18, 0.2, 0.2, 0.2)
    reach, cuff = (1.96, 0.18) if long else (tailor.near(0.58, 0.06), 0.08)
    parts += Sleeve(blouse, reach, ease, region=name, cuff=cuff, cuff_cloth=collar, cuff_ease=0.02).parts(tailor, trunk)
    parts += necklines.inside(blouse, trunk)
    if tailor.chance(0.5):
        parts += necklines.dickey(tailor, blouse if tailor.chance(0.5) else collar, trunk, depth)
    stripe = tailor.paint("stripe") if tailor.chance(0.8) else None
    parts += collars.sailor_collar(tailor, collar, stripe, trunk, depth)
    spot = trunk.chest(np.zeros(1), np.array([depth]))[0]
    tie = Cloth(tailor.paint("tie", "silk"))
    if tailor.chance(0.5):
        size = tailor.near(0.75, 0.2) * tailor.size
        parts += knots.bow(tailor, tie, spot, size, size * tailor.near(1.2, 0.4), tailor.collar + 1, tailor.pose.turn)
    else:
        parts += knots.sailor_scarf(tailor, tie, spot, tailor.near(0.9, 0.15) * tailor.size, tailor.collar + 1)
    return parts + school_bottoms(tailor, tailor.chance(0.2))


def blazer(tailor: Tailor) -> list[Part]:
    """A blazer, closed or open, over a shirt, with tie or ribbon."""
    parts = inner_shirt(tailor)
    inner = tailor.trunk(0.5, 0.07)
    parts += neckwear(tailor, inner, layers.CLOTHES + 0.5)
    if tailor.chance(0.3):
        parts += _vest(tailor, Cloth(tailor.paint("vest"), None, 0.3), 0.2)
    cloth, name = cloth_of(tailor, "jacket", ("checks", "pinstripes"), 0.1, 0.4), region(tailor, "jacket")
    trunk = tailor.trunk(0.5, 0.16, 0.3)
    depth = tailor.near(3.1, 0.5)
    gap, hem = 0.02, tailor.near(5.9, 0.4)
    if tailor.chance(0.3):
        gap = tailor.near(0.22, 0.1)
        parts += OpenTop(cloth, trunk, gap, hem, region=name, meet=depth).parts(tailor)
    else:
        parts += Top(
            cloth,
            trunk,
            necklines.v_neck(trunk, depth, 0.0),
            hem,
            "jacket",
            layers.CLOTHES + 1,
            0.08,
            region=name,
            extra=fastenings.front_edge(trunk, depth, hem),
        ).parts(tailor)
        levels = depth + np.array([0.25, 0.95, 1.65])[: int(tailor.random.integers(1, 4))]
        metal = tailor.paint("gold", "gold" if tailor.chance(0.5) else "metal")
        parts += fastenings.buttons(trunk, metal, levels, 0.1, 0.085 * tailor.size, layers.CLOTHES + 1.2)
    cuffed = tailor.chance(0.4)
    parts += Sleeve(
        cloth,
        1.92,
        JACKET,
        region=name,
        over=0.05,
        cuff=0.12 if cuffed else 0.0,
        cuff_cloth=Cloth(tailor.paint("trim")),
    ).parts(tailor, trunk)
    collar = Cloth(tailor.paint("trim")) if tailor.chance(0.2) else Cloth(cloth.paint)
    parts += collars.lapels(
        tailor,
        Cloth(cloth.paint),
        collar,
        trunk,
        depth,
        tailor.near(0.55, 0.08),
        tailor.near(0.18, 0.12),
        layers.CLOTHES + 2,
        gap + 0.01,
    )
    if tailor.chance(0.4):
        parts += fastenings.pocket(Cloth(cloth.paint), trunk, 0.5, 2.3, layers.CLOTHES + 1.1, 0.7)
    return parts + school_bottoms(tailor)


def _vest(tailor: Tailor, cloth: Cloth, over: float) -> list[Part]:
    trunk = tailor.trunk(0.6, 0.1, 0.4)
    depth = tailor.near(2.0, 0.3)
    neckline = necklines.v_neck(trunk, depth, 0.02)
    trim = Cloth(tailor.paint("trim")) if tailor.chance(0.4) else Cloth(cloth.paint)
    parts = Top(cloth, trunk, neckline, 5.1, "vest", layers.CLOTHES + over, 0.07, tailor.near(0.8, 0.05)).parts(tailor)
    return parts + necklines.band(tailor, trim, neckline, 0.11 * tailor.size, False, layers.CLOTHES + over + 0.05)


def vest(tailor: Tailor) -> list[Part]:
    """A shirt with a sweater vest or waistcoat over it."""
    plain = Cloth(tailor.white("shirt", 0.7), None, 0.45)
    parts = full_shirt(tailor, plain, 0.0, tailor.chance(0.6))
    parts += neckwear(tailor, tailor.trunk(0.5, 0.08), layers.CLOTHES + 0.25)
    parts += _vest(tailor, cloth_of(tailor, "vest", ("checks", "stripes"), 0.25, 0.4), 0.3)
    return parts + school_bottoms(tailor)


def standing_collar(tailor: Tailor) -> list[Part]:
    """A closed jacket with a standing collar and a row of buttons, as schoolboys and officers wear."""
    cloth, name = Cloth(tailor.paint("jacket"), None, 0.4), region(tailor, "jacket")
    trunk = tailor.trunk(0.4, 0.15, 0.2)
    trim = tailor.paint("gold", "gold")
    double = tailor.chance(0.3)
    hem = tailor.near(5.8, 0.3)
    parts = Top(
        cloth,
        trunk,
        necklines.round_neck(trunk),
        hem,
        "jacket",
        layers.CLOTHES + 1,
        0.08,
        region=name,
        extra=fastenings.front_edge(trunk, 0.0, hem),
    ).parts(tailor)
    parts += Sleeve(
        cloth,
        1.95,
        JACKET,
        region=name,
        over=0.05,
        cuff=0.2 if tailor.chance(0.4) else 0.0,
        cuff_cloth=Cloth(tailor.paint("trim")),
        cuff_ease=0.04,
    ).parts(tailor, trunk)
    for u in (-0.2, 0.22) if double else (0.05,):
        parts += fastenings.buttons(
            trunk, trim, np.arange(0.75, hem - 0.4, 0.95), u, 0.09 * tailor.size, layers.CLOTHES + 1.2
        )
    collar = Cloth(tailor.paint("trim")) if tailor.chance(0.3) else cloth
    parts += collars.standing(tailor, collar, trunk, tailor.near(0.42, 0.08), 0.2, split=3)
    if tailor.chance(0.3):
        parts += fastenings.epaulets(tailor, trim, trunk, layers.ARM + 1)
    if tailor.chance(0.3):
        parts += fastenings.belt(
            tailor, tailor.paint("leather", "leather"), trim, trunk, 4.1, 0.35, layers.CLOTHES + 1.3
        )
    return parts + trousers(tailor, False, "uniform", 0.0) + feet(tailor, ("loafer", "boot"), 2.0)


def suit(tailor: Tailor) -> list[Part]:
    """A suit with a tie, at times with a vest."""
    parts = inner_shirt(tailor)
    parts += knots.tie(
        tailor,
        cloth_of(tailor, "tie", ("stripes",), 0.4, material="silk"),
        tailor.trunk(0.5, 0.07),
        4.3,
        layers.CLOTHES + 0.15,
    )
    cloth, name = cloth_of(tailor, "jacket", ("pinstripes",), 0.2, 0.3), region(tailor, "jacket")
    plain = Cloth(cloth.paint)
    if tailor.chance(0.3):
        parts += _vest(tailor, plain, 0.2)
    trunk = tailor.trunk(0.5, 0.17, 0.3)
    depth, hem = tailor.near(3.3, 0.4), tailor.near(6.4, 0.3)
    parts += Top(
        cloth,
        trunk,
        necklines.v_neck(trunk, depth, 0.0),
        hem,
        "jacket",
        layers.CLOTHES + 1,
        0.08,
        region=name,
        extra=fastenings.front_edge(trunk, depth, hem),
    ).parts(tailor)
    parts += Sleeve(cloth, 1.92, JACKET, region=name, over=0.05, seam=tailor.chance(0.5)).parts(tailor, trunk)
    parts += collars.lapels(
        tailor, plain, plain, trunk, depth, tailor.near(0.56, 0.08), tailor.near(0.2, 0.1), layers.CLOTHES + 2
    )
    parts += fastenings.buttons(
        trunk,
        tailor.paint("button", "plastic"),
        depth + np.array([0.2, 0.9]),
        0.08,
        0.07 * tailor.size,
        layers.CLOTHES + 1.2,
    )
    if tailor.chance(0.5):
        parts += fastenings.welt(trunk, tailor.white("handkerchief", 0.7), 0.5, 2.1, layers.CLOTHES + 1.3)
    return parts + trousers(tailor, False, "jacket.trousers", 0.0) + feet(tailor, ("loafer",), 2.0)


def coat(tailor: Tailor) -> list[Part]:
    """A trench coat or overcoat, belted or hanging."""
    cloth, name = cloth_of(tailor, "coat", ("checks",), 0.12, 0.5), region(tailor, "coat")
    trunk = tailor.trunk(0.45, 0.22, 0.35)
    depth = tailor.near(1.9, 0.5)
    parts = inner_shirt(tailor) if tailor.chance(0.5) else turtleneck_body(tailor)
    parts += Top(
        cloth,
        trunk,
        necklines.v_neck(trunk, depth, 0.02),
        4.6,
        "coat",
        layers.CLOTHES + 1.2,
        0.09,
        region=name,
        extra=fastenings.front_edge(trunk, depth, 4.6),
    ).parts(tailor)
    flare = tailor.near(0.14, 0.08)
    parts += Skirt(
        cloth, trunk, 4.4, tailor.near(1.0, 0.4), flare, "straight", layers.CLOTHES + 1.15, "coat", 0.7
    ).parts(tailor)
    parts += Sleeve(
        cloth,
        1.93,
        (0.2, 0.28, 0.3, 0.32, 0.28),
        region=name,
        over=0.1,
        cuff=0.14 if tailor.chance(0.6) else 0.0,
        cuff_ease=0.05,
    ).parts(tailor, trunk)
    plain = Cloth(cloth.paint)
    parts += collars.lapels(tailor, plain, plain, trunk, depth, tailor.near(0.66, 0.08), 0.2, layers.CLOTHES + 2)
    for u in (-0.28, 0.28) if tailor.chance(0.6) else (0.08,):
        parts += fastenings.buttons(
            trunk,
            tailor.paint("button", "plastic"),
            depth + np.array([0.4, 1.3]),
            u,
            0.1 * tailor.size,
            layers.CLOTHES + 1.4,
        )
    if tailor.chance(0.6):
        parts += fastenings.belt(
            tailor, cloth.paint, tailor.paint("metal", "metal"), trunk, 4.3, 0.42, layers.CLOTHES + 1.5
        )
    if tailor.chance(0.3):
        parts += fastenings.epaulets(tailor, cloth.paint, trunk, layers.ARM + 1)
    return parts + bottoms(tailor)
