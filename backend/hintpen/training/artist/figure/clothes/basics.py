"""What many outfits share: bottoms and footwear, shirts, sleeves, choices of pattern."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes import collars, fastenings, knots, necklines
from hintpen.training.artist.figure.clothes.legwear import Trousers, stockings
from hintpen.training.artist.figure.clothes.patterns import choose_pattern
from hintpen.training.artist.figure.clothes.shoes import shoes
from hintpen.training.artist.figure.clothes.skirts import Skirt
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, Top
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part

TIGHT = (0.05, 0.06, 0.06, 0.06, 0.05)
SHIRT = (0.1, 0.16, 0.18, 0.2, 0.12)
JACKET = (0.14, 0.2, 0.2, 0.22, 0.18)
LOOSE = (0.16, 0.24, 0.26, 0.28, 0.2)
WIDE = (0.16, 0.3, 0.45, 0.65, 0.75)
"""Eases of sleeves."""


def cloth_of(
    tailor: Tailor,
    slot: str,
    kinds: tuple[str, ...] = (),
    share: float = 0.3,
    loose: float = 0.5,
    material: str = "cloth",
) -> Cloth:
    """A cloth, with one of the patterns `kinds` that often."""
    paint = tailor.paint(slot, material)
    if not kinds or not tailor.chance(share):
        return Cloth(paint, None, loose)
    first, second = tailor.paint(f"{slot}.print", material), tailor.paint(f"{slot}.print2", material)
    return Cloth(paint, choose_pattern(tailor.random, first, second, kinds), loose)


def region(tailor: Tailor, slot: str) -> str:
    """The name of the region of pieces that no line parts."""
    return f"{tailor.looks.name}.{slot}"


def bottoms(tailor: Tailor, tucked: bool = False, skirts: float = 0.62) -> list[Part]:
    """Trousers, shorts or a skirt, with what is worn on the feet."""
    if tailor.chance(skirts * (1 - tailor.looks.masculine)):
        return skirt(tailor, tucked) + feet(tailor)
    return trousers(tailor, tucked) + feet(tailor)


def trousers(tailor: Tailor, tucked: bool, slot: str = "trousers", short: float = -1.0) -> list[Part]:
    """Trousers or shorts (`short`: how often; below 0: as age has it), jeans among them."""
    loose = float(tailor.random.uniform(0.02, 0.22))
    jeans = tailor.chance(0.45) and slot == "trousers"
    cloth = Cloth(tailor.paint(slot, "denim" if jeans else "cloth"), None, tailor.near(0.55, 0.3))
    brief = tailor.chance(0.15 + 0.45 * tailor.looks.child if short < 0 else short)
    reach = float(tailor.random.uniform(0.45, 0.98) if brief else tailor.random.uniform(1.85, 1.99))
    ease = (0.08, 0.08 + loose * 0.6, 0.06 + loose, 0.08 + loose, 0.1 + loose)
    parts = Trousers(cloth, reach, ease, 4.8, tucked, jeans).parts(tailor)
    if tucked and tailor.chance(0.8):
        buckle = tailor.paint("metal", "metal")
        parts += fastenings.belt(
            tailor, tailor.paint("leather", "leather"), buckle, tailor.trunk(1.0, 0.1), 4.8, 0.3, layers.CLOTHES + 0.7
        )
    return parts


def skirt(tailor: Tailor, tucked: bool, kind: str = "", slot: str = "skirt") -> list[Part]:
    """A skirt alone."""
    kind = kind or ("flared", "pleated", "straight")[tailor.random.choice(3, p=(0.35, 0.45, 0.2))]
    cloth = cloth_of(tailor, slot, ("checks", "band", "dots", "stripes"), 0.35)
    long = {"flared": (0.6, 1.5), "pleated": (0.5, 1.0), "straight": (0.6, 1.2)}[kind]
    flare = {"flared": 0.3, "pleated": 0.24, "straight": 0.03}[kind] * tailor.near(1, 0.3)
    layer = layers.CLOTHES + 0.6 if tucked else layers.TORSO + 1.5
    length = float(tailor.random.uniform(*long))
    return Skirt(cloth, tailor.trunk(1.0, 0.06), 4.3, length, flare, kind, layer).parts(tailor)


def feet(
    tailor: Tailor, kinds: tuple[str, ...] = ("sneaker", "loafer", "boot", "ankle_boot"), sock: float | None = None
) -> list[Part]:
    """Socks or stockings (`sock`: from where on, 2 for none) and shoes."""
    if not tailor.sees(min(float(leg.joints[:, 1].min()) for leg in tailor.pose.legs)):
        return []
    kind = kinds[tailor.random.integers(len(kinds))]
    start = float(tailor.random.choice([0.55, 1.15, 1.7, 2.0], p=(0.22, 0.26, 0.27, 0.25))) if sock is None else sock
    parts: list[Part] = []
    if start < 2:
        band = Cloth(tailor.paint("sock.band")) if tailor.chance(0.3) else None
        parts = stockings(tailor, Cloth(tailor.paint("sock")), start * tailor.near(1, 0.04), band)
    return parts + shoes(tailor, kind, Cloth(tailor.paint("shoe", "leather")), Cloth(tailor.paint("sole", "rubber")))


def inner_shirt(tailor: Tailor, hem: float = 4.9, open_to: float = 0.0) -> list[Part]:
    """A shirt with its collar, worn under something: no sleeves, no folds."""
    cloth = Cloth(tailor.white("shirt", 0.65), None, 0.3)
    trunk = tailor.trunk(0.5, 0.07)
    neckline = necklines.v_neck(trunk, open_to, 0.03) if open_to > 0 else necklines.round_neck(trunk)
    meet = neckline[len(neckline) // 2]
    extra = fastenings.placket(trunk, meet, hem, 0.07)
    parts = Top(cloth, trunk, neckline, hem, folded=False, extra=extra).parts(tailor)
    levels = np.arange(open_to + 0.45, hem - 0.1, 0.8)
    parts += fastenings.buttons(trunk, tailor.paint("button", "plastic"), levels, 0.0, 0.055, layers.CLOTHES + 0.1)
    return parts + collars.shirt_collar(tailor, cloth, trunk, open_to)


def turtleneck_body(tailor: Tailor) -> list[Part]:
    """A turtleneck worn under something: no sleeves."""
    cloth, trunk = Cloth(tailor.paint("shirt"), None, 0.4), tailor.trunk(0.6, 0.07)
    parts = Top(cloth, trunk, necklines.round_neck(trunk), 4.8, folded=False).parts(tailor)
    return parts + collars.turtleneck(tailor, cloth, trunk, tailor.near(0.5, 0.1), tailor.chance(0.7))


def full_shirt(tailor: Tailor, cloth: Cloth, open_to: float, long: bool, hem: float = 5.2) -> list[Part]:
    """A shirt with sleeves."""
    trunk = tailor.trunk(0.5, 0.08)
    neckline = necklines.v_neck(trunk, open_to, 0.03) if open_to > 0 else necklines.round_neck(trunk)
    meet = neckline[len(neckline) // 2]
    seam = tailor.chance(0.6)
    name = region(tailor, "shirt")
    parts = Top(
        cloth, trunk, neckline, hem, region="" if seam else name, extra=fastenings.placket(trunk, meet, hem, 0.07)
    ).parts(tailor)
    rolled = tailor.chance(0.3)
    reach = (1.2 if rolled else 1.95) if long else tailor.near(0.62, 0.06)
    cuff = 0.16 if long else (0.07 if tailor.chance(0.4) else 0.0)
    ease = SHIRT if long else (0.1, 0.17, 0.22, 0.2, 0.2)
    parts += Sleeve(cloth, reach, ease, seam=seam, region=name, cuff=cuff, cuff_ease=0.03).parts(tailor, trunk)
    button = tailor.paint("button", "plastic")
    levels = np.arange(open_to + 0.4, hem - 0.1, tailor.near(0.8, 0.15))
    parts += fastenings.buttons(trunk, button, levels, 0.0, 0.055 * tailor.size, layers.CLOTHES + 0.1)
    if tailor.chance(0.35):
        parts += fastenings.pocket(cloth, trunk, 0.42, 2.0, layers.CLOTHES + 0.12)
    return parts + collars.shirt_collar(tailor, cloth, trunk, open_to, round_tip=tailor.chance(0.15))


def neckwear(tailor: Tailor, trunk: Trunk, layer: float, length: float = 4.2) -> list[Part]:
    """A tie, a ribbon bow or a loose cord at a closed collar."""
    tie = cloth_of(tailor, "tie", ("stripes",), 0.35, material="silk")
    dice = tailor.random.random()
    if dice < 0.55:
        return knots.tie(tailor, tie, trunk, length, layer)
    size = tailor.near(0.62, 0.15) * tailor.size
    spot: Points = trunk.neck(0, 0.0, 0.16)[0] + np.array([0.0, 0.16])
    long = size * tailor.random.uniform(0.0, 1.5)
    return knots.bow(tailor, tie, spot, size, long, tailor.collar + 0.5, tailor.pose.turn)
