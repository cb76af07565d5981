"""Everyday clothes: T-shirts, shirts, sweaters, hoodies, cardigans, jackets, overalls, pajamas, sports."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import joined, polyline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes import capes, collars, fastenings, necklines
from hintpen.training.artist.figure.clothes.basics import (
    JACKET,
    LOOSE,
    SHIRT,
    TIGHT,
    bottoms,
    cloth_of,
    feet,
    full_shirt,
    inner_shirt,
    neckwear,
    region,
    trousers,
)
from hintpen.training.artist.figure.clothes.jackets import OpenTop
from hintpen.training.artist.figure.clothes.legwear import Trousers
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, Top, line, piece
from hintpen.training.artist.records import Part


def _shirt_only(tailor: Tailor) -> list[Part]:
    """A T-shirt without bottoms."""
    cloth = cloth_of(tailor, "shirt", ("stripes", "dots", "band", "emblem", "emblem"), 0.5)
    trunk = tailor.trunk(tailor.near(0.45, 0.3), 0.08)
    dice = tailor.random.random()
    if dice < 0.25:
        neckline = necklines.v_neck(trunk, tailor.near(1.1, 0.25), 0.08)
    else:
        neckline = necklines.round_neck(trunk, tailor.random.uniform(0, 0.5))
    seam, name = tailor.chance(0.55), region(tailor, "shirt")
    parts = Top(cloth, trunk, neckline, 5.2, region="" if seam else name).parts(tailor)
    trim = Cloth(tailor.paint("trim")) if tailor.chance(0.4) else Cloth(cloth.paint)
    sleeves = trim if seam and tailor.chance(0.25) else cloth
    cuff = 0.06 if tailor.chance(0.3) else 0.0
    parts += Sleeve(
        sleeves, tailor.near(0.6, 0.14), (0.1, 0.17, 0.22, 0.2, 0.2), seam=seam, region=name, cuff=cuff, cuff_cloth=trim
    ).parts(tailor, trunk)
    parts += necklines.inside(cloth, trunk)
    if tailor.chance(0.8):
        parts += necklines.band(tailor, trim, neckline, 0.13 * tailor.size, tailor.chance(0.3), layers.CLOTHES + 0.2)
    return parts


def t_shirt(tailor: Tailor) -> list[Part]:
    """A T-shirt."""
    return _shirt_only(tailor) + bottoms(tailor)


def tank_top(tailor: Tailor) -> list[Part]:
    """A sleeveless top."""
    cloth = cloth_of(tailor, "shirt", ("stripes", "band", "emblem"), 0.35)
    trunk = tailor.trunk(0.7, 0.04, 0.5)
    neckline = necklines.round_neck(trunk, tailor.near(0.8, 0.25))
    parts = Top(cloth, trunk, neckline, 5.1, sleeveless=tailor.near(0.55, 0.15)).parts(tailor)
    parts += necklines.inside(cloth, trunk)
    return parts + bottoms(tailor)


def shirt(tailor: Tailor) -> list[Part]:
    """A shirt, tucked in or not, with a tie at times."""
    cloth = cloth_of(tailor, "shirt", ("checks", "pinstripes", "stripes"), 0.35)
    buttoned = tailor.chance(0.5)
    parts = full_shirt(tailor, cloth, 0.0 if buttoned else tailor.near(0.9, 0.35), tailor.chance(0.65))
    if buttoned and tailor.chance(0.55):
        parts += neckwear(tailor, tailor.trunk(0.5, 0.08), tailor.collar - 0.5)
    if tailor.chance(0.25):
        parts += _suspenders(tailor)
    return parts + bottoms(tailor, tailor.chance(0.6))


def _suspenders(tailor: Tailor) -> list[Part]:
    trunk = tailor.trunk(0.6, 0.1)
    cloth, parts = Cloth(tailor.paint("leather", "leather")), []
    for sign in (-1, 1):
        v = np.linspace(0.05, 4.7, 9)
        a, b = (trunk.chest(np.full(9, sign * u), v) for u in (0.46, 0.58))
        ring = joined(a, b[::-1])
        parts += piece("clothes.suspender", cloth, ring, [line(a), line(b)], depth=0.09, layer=layers.CLOTHES + 0.4)
    return parts


def sweater(tailor: Tailor) -> list[Part]:
    """A sweater: turtleneck, crew, V over a shirt's collar."""
    cloth = cloth_of(tailor, "sweater", ("stripes", "band"), 0.25, 0.7)
    trunk, name = tailor.trunk(0.3, 0.15), region(tailor, "sweater")
    kind = tailor.random.choice(3, p=(0.45, 0.3, 0.25))
    parts: list[Part] = []
    if kind == 2:
        parts += inner_shirt(tailor)
    neckline = necklines.v_neck(trunk, tailor.near(1.5, 0.2), 0.03) if kind == 2 else necklines.round_neck(trunk)
    parts += Top(cloth, trunk, neckline, 5.3, layer=layers.CLOTHES + 0.3, region=name).parts(tailor)
    parts += Sleeve(
        cloth, tailor.near(2.0, 0.06), (0.12, 0.18, 0.22, 0.26, 0.18), region=name, cuff=0.14, ribbed=tailor.chance(0.7)
    ).parts(tailor, trunk)
    plain = Cloth(cloth.paint)
    if kind == 0:
        parts += collars.turtleneck(tailor, plain, trunk, tailor.near(0.55, 0.12), tailor.chance(0.7))
    else:
        ribbed = tailor.chance(0.6)
        parts += necklines.band(tailor, plain, neckline, 0.17 * tailor.size, ribbed, layers.CLOTHES + 0.4)
        parts += necklines.inside(plain, trunk, 0.05)
    return parts + bottoms(tailor)


def hoodie(tailor: Tailor) -> list[Part]:
    """A hoodie with drawstrings and a pouch, closed or with its zip open over a T-shirt."""
    cloth, name = Cloth(tailor.paint("hoodie"), None, 0.8), region(tailor, "hoodie")
    trunk = tailor.trunk(0.1, 0.2, 0.3)
    zipped = tailor.chance(0.4)
    parts: list[Part] = []
    if zipped and tailor.chance(0.6):
        parts += _shirt_body(tailor)
        parts += OpenTop(
            cloth, trunk, tailor.near(0.22, 0.12), 5.3, "hoodie", band=0.06, region=name, narrow=0.3
        ).parts(tailor)
        depth = tailor.near(1.3, 0.2)
        parts += collars.hood(tailor, cloth, trunk, depth, 0.26)
    else:
        line_ = fastenings.placket(trunk, trunk.neck(0)[0], 5.3, 0.02) if zipped else ()
        parts += Top(cloth, trunk, necklines.round_neck(trunk, 0.3), 5.3, "hoodie", region=name, extra=line_).parts(
            tailor
        )
        depth = tailor.near(1.0, 0.2)
        parts += collars.hood(tailor, cloth, trunk, depth)
        if not zipped and tailor.chance(0.8):
            parts += fastenings.pouch(tailor, cloth, trunk)
    parts += Sleeve(
        cloth, tailor.near(2.0, 0.05), LOOSE, region=name, over=0.05, cuff=0.14, cuff_ease=-0.03, ribbed=True
    ).parts(tailor, trunk)
    if tailor.chance(0.75):
        parts += fastenings.drawstrings(tailor, tailor.paint("string"), trunk, depth, 0.26 if zipped else 0.1)
    return parts + bottoms(tailor)


def _shirt_body(tailor: Tailor) -> list[Part]:
    """The trunk of a T-shirt under something open."""
    cloth = cloth_of(tailor, "shirt", ("stripes", "emblem"), 0.35)
    trunk = tailor.trunk(0.5, 0.06)
    neckline = necklines.round_neck(trunk, tailor.random.uniform(0, 0.6))
    parts = Top(cloth, trunk, neckline, 5.1, folded=tailor.chance(0.5)).parts(tailor)
    return parts + necklines.band(tailor, Cloth(cloth.paint), neckline, 0.12 * tailor.size, False, layers.CLOTHES + 0.2)


def open_jacket(tailor: Tailor) -> list[Part]:
    """A jacket or cardigan that stands open over a T-shirt or shirt."""
    leather = tailor.chance(0.3)
    cloth = cloth_of(tailor, "jacket", () if leather else ("checks",), 0.2, 0.45, "leather" if leather else "cloth")
    name = region(tailor, "jacket")
    parts = inner_shirt(tailor, 5.0, tailor.near(0.8, 0.3)) if tailor.chance(0.35) else _shirt_body(tailor)
    trunk = tailor.trunk(0.35, 0.16, 0.32)
    gap = tailor.near(0.3, 0.15)
    hem = tailor.near(5.1, 0.6)
    kind = tailor.random.choice(3, p=(0.4, 0.3, 0.3))
    depth = tailor.near(2.6, 0.4)
    parts += OpenTop(cloth, trunk, gap, hem, "jacket", band=0.09 if kind == 1 else 0.0, region=name, meet=depth).parts(
        tailor
    )
    cuff = 0.13 if tailor.chance(0.5) else 0.0
    parts += Sleeve(
        cloth, tailor.near(1.92, 0.08), JACKET, region=name, over=0.05, cuff=cuff, ribbed=tailor.chance(0.4)
    ).parts(tailor, trunk)
    if kind == 0:
        collar = Cloth(tailor.paint("jacket.collar", of="jacket")) if tailor.chance(0.3) else Cloth(cloth.paint)
        parts += collars.lapels(
            tailor, Cloth(cloth.paint), collar, trunk, depth, 0.6, tailor.near(0.18, 0.1), layers.CLOTHES + 2, gap
        )
    elif kind == 1:
        parts += necklines.inside(cloth, trunk, 0.15, 0.32)
    else:
        parts += collars.standing(tailor, Cloth(cloth.paint), trunk, tailor.near(0.42, 0.1), 0.34, split=42)
    return parts + bottoms(tailor)


def overalls(tailor: Tailor) -> list[Part]:
    """Overalls over a T-shirt."""
    parts = _shirt_only(tailor)
    trunk = tailor.trunk(0.6, 0.12)
    denim = Cloth(tailor.paint("trousers", "denim"), None, 0.6)
    top = trunk.chest(np.linspace(-0.42, 0.42, 7), np.full(7, tailor.near(1.9, 0.2)))
    v = np.linspace(1.9, 4.6, 6)
    sides = [trunk.chest(sign * np.linspace(0.42, 0.95, 6), v) for sign in (-1, 1)]
    low = trunk.hem(4.9)
    ring = joined(top, sides[1], low[::-1], sides[0][::-1])
    contours = [line(top), *(line(one) for one in sides)]
    for sign, corner in ((-1, top[0]), (1, top[-1])):
        strap = trunk.chest(np.array([sign * 0.5, sign * 0.62]), np.array([0.0, 0.0]))
        quad = np.stack([strap[0], strap[1], corner + (0.16 * sign * 0 + 0.09, 0.1), corner + (-0.09, 0.1)])
        quad = quad[[0, 1, 2, 3]] if sign > 0 else quad[[1, 0, 2, 3]]
        edge = polyline([*quad, quad[0]], 0.1)
        parts += piece("clothes.overalls.strap", denim, edge[:-1], [line(edge)], depth=0.1, layer=layers.CLOTHES + 0.6)
    parts += piece(
        "clothes.overalls",
        denim,
        ring,
        contours,
        depth=0.1,
        layer=layers.CLOTHES + 0.62,
        region=region(tailor, "trousers"),
    )
    parts += fastenings.pocket(denim, trunk, 0.0, 2.6, layers.CLOTHES + 0.64, 0.8)
    spots = np.stack([top[0] + (0.08, 0.1), top[-1] + (-0.08, 0.1)])
    parts += fastenings.studs(spots, tailor.paint("metal", "metal"), 0.08 * tailor.size, layers.CLOTHES + 0.7)
    loose = float(tailor.random.uniform(0.05, 0.2))
    legs = Trousers(
        denim, tailor.near(1.85, 0.1), (0.1, 0.1 + loose, 0.08 + loose, 0.1 + loose, 0.12 + loose), 4.6, True
    )
    return parts + legs.parts(tailor) + feet(tailor)


def pajama(tailor: Tailor) -> list[Part]:
    """Pajamas: a loose shirt with an open collar, piping, trousers of the same cloth."""
    cloth = cloth_of(tailor, "shirt", ("dots", "stripes", "pinstripes"), 0.7, 0.8)
    trunk, name = tailor.trunk(0.1, 0.16, 0.25), region(tailor, "shirt")
    depth = tailor.near(1.4, 0.2)
    neckline = necklines.v_neck(trunk, depth, 0.02)
    parts = Top(
        cloth,
        trunk,
        neckline,
        5.7,
        region=name,
        extra=fastenings.placket(trunk, neckline[len(neckline) // 2], 5.7, 0.08),
    ).parts(tailor)
    parts += Sleeve(cloth, 1.9, LOOSE, region=name, cuff=0.1, cuff_cloth=Cloth(tailor.paint("trim"))).parts(
        tailor, trunk
    )
    parts += collars.shirt_collar(tailor, Cloth(tailor.paint("trim")), trunk, depth, 1.1, round_tip=True)
    parts += fastenings.buttons(
        trunk, tailor.paint("button", "plastic"), np.arange(depth + 0.5, 5.6, 0.9), 0.0, 0.08, layers.CLOTHES + 0.1
    )
    legs = Trousers(cloth, 1.9, (0.12, 0.2, 0.2, 0.2, 0.22), 4.8)
    return parts + legs.parts(tailor)


def jersey(tailor: Tailor) -> list[Part]:
    """A track suit: a zipped jacket with a standing collar, stripes along sleeves."""
    cloth, trim = Cloth(tailor.paint("jersey"), None, 0.6), Cloth(tailor.paint("trim"))
    trunk, name = tailor.trunk(0.25, 0.15, 0.25), region(tailor, "jersey")
    shut = tailor.near(0.9, 0.6)
    neckline = necklines.v_neck(trunk, max(shut, 0.3), 0.04)
    parts = _shirt_body(tailor)
    middle = fastenings.zip_line(trunk, neckline[len(neckline) // 2], 5.2)
    parts += Top(cloth, trunk, neckline, 5.2, "jersey", layers.CLOTHES + 1, 0.08, region=name, extra=middle).parts(
        tailor
    )
    sleeve = Sleeve(
        cloth,
        1.95,
        SHIRT,
        region=name,
        over=0.05,
        cuff=0.12,
        cuff_cloth=trim if tailor.chance(0.4) else None,
        ribbed=True,
    )
    parts += sleeve.parts(tailor, trunk)
    if tailor.chance(0.8):
        parts += fastenings.side_stripes(tailor, trim.paint, sleeve)
    parts += collars.standing(
        tailor, trim if tailor.chance(0.5) else cloth, trunk, tailor.near(0.4, 0.1), 0.3, split=22
    )
    return parts + trousers(tailor, False, "jersey.trousers", 0.3) + feet(tailor, ("sneaker",), 1.75)


def sports(tailor: Tailor) -> list[Part]:
    """What one runs or swims in: a close sleeveless or short-sleeved suit, or a top and shorts."""
    cloth, trim = Cloth(tailor.paint("sport"), None, 0.15), Cloth(tailor.paint("trim"))
    trunk = tailor.trunk(1.0, 0.03, 0.45)
    neckline = necklines.round_neck(trunk, tailor.near(0.6, 0.2))
    whole = tailor.chance(0.4)
    sleeveless = tailor.chance(0.6)
    parts = Top(
        cloth, trunk, neckline, 5.5 if whole else 5.0, sleeveless=0.6 if sleeveless else 1.0, folded=not whole
    ).parts(tailor)
    parts += necklines.band(tailor, trim, neckline, 0.09 * tailor.size, False, layers.CLOTHES + 0.1)
    parts += necklines.inside(cloth, trunk)
    if not sleeveless:
        parts += Sleeve(cloth, 0.5, TIGHT, seam=True, cuff=0.06, cuff_cloth=trim).parts(tailor, trunk)
    if tailor.chance(0.5):
        parts += fastenings.panels(trunk, trim.paint, layers.CLOTHES + 0.05)
    ease = (0.03,) * 5 if whole else (0.05, 0.1, 0.12, 0.1, 0.1)
    bottom = cloth if whole else Cloth(tailor.paint("shorts"), None, 0.5)
    legs = Trousers(bottom, tailor.near(0.35, 0.1), ease, 4.9)
    return parts + legs.parts(tailor) + (feet(tailor, ("sneaker",), 1.8) if not whole else [])


def wrapped(tailor: Tailor) -> list[Part]:
    """A sweater or coat with a scarf."""
    parts = sweater(tailor) if tailor.chance(0.5) else open_jacket(tailor)
    cloth = cloth_of(tailor, "scarf", (), 0.0, 0.7)
    tail = tailor.random.uniform(1.5, 3.5) * tailor.size if tailor.chance(0.75) else 0.0
    return parts + capes.scarf(tailor, cloth, tailor.trunk(0.3, 0.15), float(tail))
