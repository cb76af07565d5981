"""Dresses: summer, evening, gothic lolita, maid; aprons."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import cut, joined, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.body import depth_of
from hintpen.training.artist.figure.clothes import collars, fastenings, knots, necklines
from hintpen.training.artist.figure.clothes.basics import SHIRT, TIGHT, bottoms, cloth_of, feet, full_shirt, region
from hintpen.training.artist.figure.clothes.frills import frill
from hintpen.training.artist.figure.clothes.skirts import Skirt
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, Top, line, piece
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part

PUFF = (0.22, 0.42, 0.3, 0.2, 0.2)


def _below(tailor: Tailor, cloth: Cloth, trunk: Trunk, length: float, flare: float, kind: str, waist: float) -> Skirt:
    return Skirt(cloth, trunk, waist, length, flare, kind, layers.CLOTHES + 0.4)


def _hem_of(made: Skirt) -> Points:
    t = np.linspace(-1, 1, 40)
    return made.at(t, np.full(40, 0.985))


def puffed(tailor: Tailor, cloth: Cloth, trunk: Trunk, cuff: Cloth, over: float = 0.0) -> list[Part]:
    """Short sleeves gathered at shoulder and cuff."""
    reach = tailor.near(0.42, 0.06)
    return Sleeve(
        cloth, reach, PUFF, seam=True, over=over, cuff=0.09, cuff_cloth=cuff, cuff_ease=-0.2, bulge=0.5
    ).parts(tailor, trunk)


def summer_dress(tailor: Tailor) -> list[Part]:
    """A light dress, sleeveless or with short sleeves, a sash or bow at the waist."""
    cloth = cloth_of(tailor, "dress", ("dots", "stripes", "band", "checks"), 0.45, 0.45)
    trunk = tailor.trunk(0.9, 0.05, 0.4)
    dice = tailor.random.random()
    if dice < 0.4:
        neckline = necklines.round_neck(trunk, tailor.near(0.75, 0.25))
    elif dice < 0.7:
        neckline = necklines.square_neck(trunk, tailor.near(1.35, 0.15), 0.42)
    else:
        neckline = necklines.v_neck(trunk, tailor.near(1.5, 0.15), 0.06)
    waist = tailor.near(3.9, 0.3)
    sleeves = tailor.random.choice(3, p=(0.4, 0.35, 0.25))
    bare = tailor.near(0.42, 0.12) if sleeves == 0 else 1.0
    parts = Top(cloth, trunk, neckline, waist + 0.15, "dress", sleeveless=bare).parts(tailor)
    parts += necklines.inside(cloth, trunk)
    if sleeves == 1:
        parts += puffed(tailor, cloth, trunk, Cloth(cloth.paint))
    elif sleeves == 2:
        parts += Sleeve(cloth, tailor.near(0.5, 0.15), (0.1, 0.2, 0.3, 0.2, 0.2), seam=True).parts(tailor, trunk)
    below = _below(tailor, cloth, trunk, tailor.near(1.05, 0.45), tailor.near(0.32, 0.1), "flared", waist)
    parts += below.parts(tailor)
    trim = Cloth(tailor.paint("trim"))
    if tailor.chance(0.6):
        parts += fastenings.belt(tailor, trim.paint, None, trunk, waist + 0.05, 0.35, layers.CLOTHES + 0.8)
        if tailor.chance(0.5):
            spot = trunk.at(tailor.near(20, 40), waist)[0]
            parts += knots.bow(tailor, trim, spot, 0.65 * tailor.size, 1.1 * tailor.size, layers.CLOTHES + 0.9)
    if tailor.chance(0.3):
        parts += frill(tailor, trim, neckline, 0.24 * tailor.size, layers.CLOTHES + 0.3, 0.09)
    if tailor.chance(0.25):
        parts += frill(tailor, trim, _hem_of(below)[::-1], -0.3 * tailor.size, below.seen_layer + 0.1, 0.08)
    return parts + feet(tailor, ("sandal", "pump", "loafer", "boot"), None if tailor.chance(0.3) else 2.0)


def evening_dress(tailor: Tailor) -> list[Part]:
    """A long dress of silk, close above and falling below; gloves at times."""
    cloth = Cloth(tailor.paint("dress", "silk"), None, 0.25)
    trunk = tailor.trunk(1.0, 0.03, 0.6)
    neckline = (
        necklines.v_neck(trunk, tailor.near(1.7, 0.15), 0.1)
        if tailor.chance(0.5)
        else necklines.square_neck(trunk, 1.45, 0.5)
    )
    bare = tailor.chance(0.7)
    parts = Top(cloth, trunk, neckline, 4.3, "dress", sleeveless=tailor.near(0.5, 0.12) if bare else 1.0).parts(tailor)
    if not bare:
        parts += Sleeve(cloth, 1.9, TIGHT, region=region(tailor, "sleeve"), seam=True).parts(tailor, trunk)
    elif tailor.chance(0.5):
        parts += gloves(tailor, Cloth(tailor.paint("glove", "silk")), tailor.near(0.75, 0.15))
    parts += _below(tailor, cloth, trunk, 1.92, tailor.near(0.14, 0.08), "flared", 4.2).parts(tailor)
    if tailor.chance(0.5):
        parts += fastenings.belt(tailor, tailor.paint("gold", "gold"), None, trunk, 4.1, 0.2, layers.CLOTHES + 0.8)
    return parts + feet(tailor, ("pump",), 2.0)


def gloves(tailor: Tailor, cloth: Cloth, start: float) -> list[Part]:
    """Long gloves up the arms; the hands themselves stay as they are drawn."""
    parts: list[Part] = []
    for arm in tailor.pose.arms:
        tube = Tube(arm, 2.0, (0.03 * tailor.size,) * 5)
        spans = [(start, 1.0), (1.0, 2.0)] if tube.folded and start < 1 else [(start, 2.0)]
        for first, last in spans:
            number = int(last > 1)
            ring = tube.sheath(first, last)
            parts += piece(
                "clothes.glove",
                cloth,
                ring,
                [line(joined(ring, ring[:1]))],
                depth=0.03 + depth_of(arm, number),
                layer=arm.layers[number] + 0.15,
            )
    return parts


def lolita(tailor: Tailor) -> list[Part]:
    """A gothic lolita dress: high collar or round one, ribbons, puffed sleeves, frills everywhere, a bell skirt."""
    cloth = cloth_of(tailor, "dress", ("checks", "stripes", "band"), 0.2, 0.3)
    lace = Cloth(tailor.white("lace", 0.65))
    trunk = tailor.trunk(1.0, 0.04, 0.18)
    waist = tailor.near(3.95, 0.15)
    parts = Top(
        cloth,
        trunk,
        necklines.round_neck(trunk),
        waist + 0.15,
        "dress",
        extra=fastenings.placket(trunk, trunk.neck(0)[0], waist, 0.16) if tailor.chance(0.5) else (),
    ).parts(tailor)
    parts += puffed(tailor, cloth, trunk, lace)
    if tailor.chance(0.5):
        parts += Sleeve(cloth, 1.75, (0.02, 0.03, 0.06, 0.16, 0.3), over=-0.08, cuff=0.1, cuff_cloth=lace).parts(
            tailor, trunk
        )
    below = _below(tailor, cloth, trunk, tailor.near(0.9, 0.15), tailor.near(0.5, 0.1), "flared", waist)
    parts += below.parts(tailor)
    for share in (1.0, 0.86)[: int(tailor.random.integers(1, 3))]:
        t = np.linspace(-0.98, 0.98, 40)
        edge = below.at(t, np.full(40, share - 0.02))
        parts += frill(tailor, lace, edge[::-1], -0.34 * tailor.size, below.seen_layer + 0.1, 0.09)
    if tailor.chance(0.5):
        parts += collars.round_collar(tailor, lace, trunk, tailor.near(0.55, 0.15))
    else:
        parts += collars.standing(tailor, lace, trunk, 0.35, 0.14, 2)
        edge = trunk.chest(np.linspace(-0.85, 0.85, 24), 1.2 - 0.55 * np.linspace(-1, 1, 24) ** 2)
        parts += frill(tailor, lace, edge[::-1], -0.3 * tailor.size, layers.CLOTHES + 0.3, 0.09)
    ribbon = Cloth(tailor.paint("ribbon", "silk"))
    spot = trunk.neck(0, -0.02, 0.2)[0] + np.array([0.0, 0.12])
    parts += knots.bow(
        tailor,
        ribbon,
        spot,
        tailor.near(0.75, 0.15) * tailor.size,
        1.0 * tailor.size,
        tailor.collar + 0.6,
        tailor.pose.turn,
    )
    parts += fastenings.belt(tailor, ribbon.paint, None, trunk, waist, 0.4, layers.CLOTHES + 0.8)
    return parts + feet(tailor, ("loafer", "boot", "pump"), float(tailor.random.choice([0.5, 1.15, 2.0])))


def maid(tailor: Tailor) -> list[Part]:
    """A maid: a dark dress with puffed sleeves, a white apron with frilled straps, a collar with a bow."""
    cloth, white = Cloth(tailor.paint("dress"), None, 0.4), Cloth(tailor.white("apron", 0.8))
    trunk = tailor.trunk(0.9, 0.05, 0.16)
    waist = 4.0
    parts = Top(cloth, trunk, necklines.round_neck(trunk), waist + 0.15, "dress").parts(tailor)
    if tailor.chance(0.6):
        parts += puffed(tailor, cloth, trunk, white)
    else:
        parts += Sleeve(cloth, 1.92, SHIRT, seam=True, cuff=0.14, cuff_cloth=white, cuff_ease=0.03).parts(tailor, trunk)
    below = _below(tailor, cloth, trunk, tailor.near(1.1, 0.45), tailor.near(0.36, 0.1), "flared", waist)
    parts += below.parts(tailor) + apron(tailor, white, trunk, below, waist)
    parts += (
        collars.round_collar(tailor, white, trunk, 0.35)
        if tailor.chance(0.6)
        else collars.shirt_collar(tailor, white, trunk)
    )
    spot = trunk.neck(0, -0.02, 0.2)[0] + np.array([0.0, 0.12])
    parts += knots.bow(
        tailor,
        Cloth(tailor.paint("ribbon", "silk")),
        spot,
        0.55 * tailor.size,
        0.7 * tailor.size,
        tailor.collar + 0.6,
        tailor.pose.turn,
    )
    return parts + feet(tailor, ("loafer", "boot"), float(tailor.random.choice([0.5, 1.15, 2.0])))


def apron(tailor: Tailor, cloth: Cloth, trunk: Trunk, below: Skirt, waist: float) -> list[Part]:
    """A bib with frilled straps, a skirt with a frilled edge, a waistband."""
    size = tailor.size
    top = trunk.chest(np.linspace(-0.4, 0.4, 7), np.full(7, tailor.near(1.75, 0.15)))
    low = trunk.chest(np.linspace(-0.5, 0.5, 7), np.full(7, waist))
    bib = joined(top, low[::-1])
    layer = layers.CLOTHES + 1
    parts = piece(
        "clothes.apron.bib", cloth, bib, [line(joined(bib, bib[:1]))], form=trunk.ball, depth=0.1, layer=layer
    )
    for side in (0, 1):
        sign = 2 * side - 1
        start = cut(trunk.slope(side), 0, 0.42, 2)[-1]
        v = np.linspace(0.5, waist, 8)
        edge = spline(
            np.concatenate([start[None], trunk.chest(sign * np.interp(v, (0.5, 1.75, waist), (0.62, 0.5, 0.45)), v)]), 3
        )
        inner = edge - np.array([sign * 0.16 * size, 0.0])
        ring = joined(edge, inner[::-1])
        parts += frill(tailor, cloth, edge[: len(edge) * 2 // 3 + 1], -sign * 0.36 * size, layers.ARM + 0.6, 0.13)
        parts += piece(
            "clothes.apron.strap",
            cloth,
            ring,
            [line(edge), line(inner)],
            form=trunk.ball,
            depth=0.11,
            layer=layer + 0.1,
        )
    a = np.linspace(-0.42, 0.42, 15)
    d = np.linspace(0, 0.8, 8)
    sides = [below.at(np.full(8, sign * 0.42), d) for sign in (-1, 1)]
    hem = below.at(a, 0.8 + 0.06 * np.cos(a / 0.42 * np.pi / 2))
    skirt = joined(below.at(a, 0.0), sides[1], hem[::-1], sides[0][::-1])
    parts += frill(tailor, cloth, joined(sides[0], hem, sides[1][::-1])[::-1], -0.3 * size, below.seen_layer + 0.3, 0.1)
    parts += piece(
        "clothes.apron", cloth, skirt, [line(joined(skirt, skirt[:1]), 0.8)], depth=0.11, layer=below.seen_layer + 0.35
    )
    return parts + fastenings.belt(tailor, cloth.paint, None, trunk, waist + 0.05, 0.32, layer + 0.1)


def kitchen_apron(tailor: Tailor) -> list[Part]:
    """A plain apron over a shirt."""
    parts = full_shirt(tailor, cloth_of(tailor, "shirt", ("checks", "stripes"), 0.3), tailor.near(0.6, 0.3), True)
    trunk = tailor.trunk(0.6, 0.14)
    cloth = cloth_of(tailor, "apron", ("emblem",), 0.3)
    v = np.linspace(1.9, 4.0, 6)
    half = np.interp(v, (1.9, 3.4, 4.0), (0.4, 0.75, 0.9))
    below = Skirt(cloth, trunk, 4.0, tailor.near(0.7, 0.15), 0.04, "straight", layers.CLOTHES + 1, "apron", 0.5)
    sides = [trunk.chest(sign * half, v) for sign in (-1, 1)]
    top = trunk.chest(np.linspace(-0.4, 0.4, 7), np.full(7, 1.9))
    ring = joined(top, sides[1], trunk.hem(4.0)[::-1], sides[0][::-1])
    parts += below.parts(tailor)
    parts += piece(
        "clothes.apron.bib",
        Cloth(cloth.paint),
        ring,
        [line(top), *(line(one) for one in sides)],
        form=trunk.ball,
        depth=0.1,
        layer=layers.CLOTHES + 1,
    )
    for sign, corner in ((-1, top[0]), (1, top[-1])):
        high = trunk.chest(np.array([sign * 0.4, sign * 0.52]), np.zeros(2))
        strap = np.stack(
            [
                high[0],
                high[1],
                corner + (0.02 if sign > 0 else 0.12, 0.04),
                corner + (-0.12 if sign > 0 else -0.02, 0.04),
            ]
        )
        strap = strap if sign > 0 else strap[[1, 0, 2, 3]]
        parts += piece(
            "clothes.apron.strap",
            Cloth(cloth.paint),
            strap,
            [line(joined(strap, strap[:1]))],
            depth=0.1,
            layer=layers.CLOTHES + 0.95,
        )
    parts += fastenings.belt(tailor, cloth.paint, None, trunk, 4.05, 0.22, layers.CLOTHES + 1.1)
    return parts + bottoms(tailor, False, 0.3)
