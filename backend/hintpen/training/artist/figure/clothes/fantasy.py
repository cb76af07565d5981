"""Clothes of other worlds: knights, wizards, adventurers, nobles."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes import armor, capes, collars, fastenings, necklines
from hintpen.training.artist.figure.clothes.basics import (
    JACKET,
    SHIRT,
    WIDE,
    cloth_of,
    feet,
    full_shirt,
    region,
    trousers,
)
from hintpen.training.artist.figure.clothes.jackets import OpenTop
from hintpen.training.artist.figure.clothes.legwear import Trousers
from hintpen.training.artist.figure.clothes.skirts import Skirt
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, Top
from hintpen.training.artist.records import Part


def knight(tailor: Tailor) -> list[Part]:
    """Plate armor over a padded tunic, with a cape at times."""
    steel = Cloth(tailor.paint("metal", "metal"))
    trim = Cloth(tailor.paint("gold", "gold"))
    tunic = Cloth(tailor.paint("tunic"), None, 0.5)
    under = tailor.trunk(0.7, 0.06, 0.14)
    name = region(tailor, "tunic")
    parts = Top(tunic, under, necklines.round_neck(under), 5.0, "tunic", region=name).parts(tailor)
    parts += Sleeve(tunic, 1.9, (0.08, 0.12, 0.12, 0.1, 0.08), region=name).parts(tailor, under)
    below = Skirt(tunic, under, 4.2, tailor.near(0.5, 0.15), 0.16, "flared", layers.CLOTHES + 0.3, "tunic")
    parts += below.parts(tailor)
    plate = tailor.trunk(0.85, 0.14, 0.35)
    neckline = necklines.round_neck(plate, tailor.near(0.4, 0.2))
    parts += armor.breastplate(tailor, steel, trim, plate, neckline)
    if tailor.chance(0.6):
        parts += collars.standing(tailor, steel, plate, tailor.near(0.35, 0.1), 0.32, 4)
    else:
        parts += collars.turtleneck(tailor, tunic, under, 0.35, False)
    parts += armor.pauldrons(
        tailor, steel, trim.paint if tailor.chance(0.7) else None, int(tailor.random.integers(1, 4))
    )
    if tailor.chance(0.8):
        parts += armor.plates(tailor, steel, tailor.pose.arms, 1.12, 1.9, 0.12, "gauntlet")
    parts += Trousers(Cloth(tailor.paint("trousers"), None, 0.4), 1.95, (0.06,) * 5, 4.9).parts(tailor)
    parts += armor.plates(tailor, steel, tailor.pose.legs, 1.02, 1.95, 0.1, "greave")
    if tailor.chance(0.6):
        parts += capes.cape(tailor, Cloth(tailor.paint("cape")), plate, tailor.near(0.85, 0.12), trim.paint, False)
    return parts + feet(tailor, ("ankle_boot",), 2.0)


def wizard(tailor: Tailor) -> list[Part]:
    """A long robe with wide sleeves, a sash, a mantle or a hood."""
    cloth = cloth_of(tailor, "robe", ("band",), 0.5, 0.6)
    trunk, name = tailor.trunk(0.3, 0.16, 0.35), region(tailor, "robe")
    trim = Cloth(tailor.paint("trim"))
    neckline = necklines.v_neck(trunk, tailor.near(1.0, 0.4), 0.05)
    parts = full_shirt(tailor, Cloth(tailor.paint("shirt"), None, 0.3), 0.0, True) if tailor.chance(0.3) else []
    parts += Top(cloth, trunk, neckline, 4.5, "robe", layers.CLOTHES + 0.6, region=name).parts(tailor)
    parts += Skirt(cloth, trunk, 4.3, 1.95, tailor.near(0.16, 0.06), "flared", layers.CLOTHES + 0.7, "robe").parts(
        tailor
    )
    parts += Sleeve(cloth, 1.9, WIDE, region=name, over=0.1, cuff=0.08, cuff_cloth=trim, seam=tailor.chance(0.4)).parts(
        tailor, trunk
    )
    kind = tailor.random.choice(3, p=(0.4, 0.3, 0.3))
    if kind == 0:
        parts += capes.mantle(tailor, Cloth(tailor.paint("mantle")), trunk, tailor.near(2.3, 0.4))
        parts += collars.standing(tailor, trim, trunk, 0.4, 0.3, 10)
    elif kind == 1:
        parts += collars.hood(tailor, cloth, trunk, tailor.near(1.1, 0.2))
    else:
        parts += necklines.band(tailor, trim, neckline, 0.2 * tailor.size, False, layers.CLOTHES + 1)
    parts += fastenings.belt(
        tailor,
        tailor.paint("sash"),
        tailor.paint("gold", "gold") if tailor.chance(0.5) else None,
        trunk,
        4.2,
        0.4,
        layers.CLOTHES + 1.2,
    )
    return parts + feet(tailor, ("boot", "loafer"), 2.0)


def adventurer(tailor: Tailor) -> list[Part]:
    """A shirt, a leather vest, belts, boots, a bag; a scarf or a cape."""
    plain = Cloth(tailor.paint("shirt"), None, 0.7)
    parts = full_shirt(tailor, plain, tailor.near(1.1, 0.3), True, 5.4)
    leather = Cloth(tailor.paint("leather", "leather"), None, 0.3)
    trunk = tailor.trunk(0.7, 0.13, 0.4)
    gap = tailor.near(0.3, 0.2)
    parts += OpenTop(
        leather, trunk, gap, 5.2, "vest", layers.CLOTHES + 0.6, 0.42, tailor.near(0.85, 0.08), 0.07, meet=3.0
    ).parts(tailor)
    parts += fastenings.belt(
        tailor, tailor.paint("belt", "leather"), tailor.paint("metal", "metal"), trunk, 4.7, 0.4, layers.CLOTHES + 1
    )
    if tailor.chance(0.5):
        parts += capes.shoulder_bag(tailor, Cloth(tailor.paint("bag", "leather")), trunk)
    if tailor.chance(0.5):
        parts += armor.plates(tailor, leather, tailor.pose.arms, 1.25, 1.92, 0.1, "bracer")
    if tailor.chance(0.35):
        parts += armor.pauldrons(tailor, leather, None, 2)
    if tailor.chance(0.45):
        parts += capes.cape(
            tailor, Cloth(tailor.paint("cape")), trunk, tailor.near(0.7, 0.2), tailor.paint("gold", "gold")
        )
    elif tailor.chance(0.4):
        parts += capes.scarf(
            tailor,
            Cloth(tailor.paint("scarf"), None, 0.6),
            tailor.trunk(0.5, 0.1),
            tailor.random.uniform(1, 3) * tailor.size,
        )
    return parts + trousers(tailor, False, "breeches", 0.1) + feet(tailor, ("boot",), 2.0)


def noble(tailor: Tailor) -> list[Part]:
    """A coat with braid and epaulets over a frilled shirt, a cape at times."""
    cloth, name = Cloth(tailor.paint("jacket"), None, 0.35), region(tailor, "jacket")
    gold = tailor.paint("gold", "gold")
    trunk = tailor.trunk(0.6, 0.15, 0.22)
    hem = tailor.near(6.0, 0.4)
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
        cloth, 1.92, JACKET, region=name, over=0.05, cuff=0.28, cuff_cloth=Cloth(tailor.paint("trim")), cuff_ease=0.07
    ).parts(tailor, trunk)
    for level in np.arange(1.2, 4.2, 0.75):
        parts += fastenings.braid(trunk, gold, float(level), 0.45 - 0.05 * level, layers.CLOTHES + 1.2)
    parts += collars.standing(tailor, Cloth(tailor.paint("trim")), trunk, 0.45, 0.22, 5)
    if tailor.chance(0.6):
        parts += fastenings.epaulets(tailor, gold, trunk, layers.ARM + 1)
    parts += fastenings.belt(tailor, tailor.paint("sash", "silk"), gold, trunk, 4.3, 0.4, layers.CLOTHES + 1.4)
    if tailor.chance(0.4):
        parts += capes.cape(tailor, Cloth(tailor.paint("cape")), trunk, tailor.near(0.85, 0.1), gold)
    return parts + trousers(tailor, False, "breeches", 0.0) + feet(tailor, ("boot",), 2.0)


def cloaked(tailor: Tailor) -> list[Part]:
    """A hooded traveler: a plain tunic with a belt under a cape or a mantle."""
    tunic, name = Cloth(tailor.paint("tunic"), None, 0.6), region(tailor, "tunic")
    trunk = tailor.trunk(0.4, 0.12, 0.25)
    neckline = necklines.v_neck(trunk, tailor.near(0.9, 0.3), 0.05)
    parts = Top(tunic, trunk, neckline, 4.6, "tunic", region=name).parts(tailor)
    parts += Skirt(tunic, trunk, 4.4, tailor.near(0.5, 0.2), 0.15, "flared", layers.CLOTHES + 0.2, "tunic").parts(
        tailor
    )
    parts += Sleeve(tunic, tailor.near(1.85, 0.1), SHIRT, region=name).parts(tailor, trunk)
    parts += fastenings.belt(
        tailor, tailor.paint("leather", "leather"), tailor.paint("metal", "metal"), trunk, 4.4, 0.36, layers.CLOTHES + 1
    )
    cloak = Cloth(tailor.paint("cape"), None, 0.6)
    if tailor.chance(0.5):
        parts += capes.cape(tailor, cloak, trunk, tailor.near(0.9, 0.08), tailor.paint("gold", "gold"))
    else:
        parts += capes.mantle(tailor, cloak, trunk, tailor.near(2.6, 0.4)) + collars.hood(tailor, cloak, trunk, 0.8)
    return parts + trousers(tailor, False, "breeches", 0.1) + feet(tailor, ("boot", "ankle_boot"), 2.0)
