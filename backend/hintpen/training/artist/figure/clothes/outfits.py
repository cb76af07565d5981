"""Which outfit a character wears, and how garments are put together to make it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes import collars, knots, necklines
from hintpen.training.artist.figure.clothes.legwear import Trousers, stockings
from hintpen.training.artist.figure.clothes.patterns import choose_pattern
from hintpen.training.artist.figure.clothes.shoes import shoes
from hintpen.training.artist.figure.clothes.skirts import Skirt
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, Top
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.records import Part, Random


def bottoms(tailor: Tailor, tucked: bool = False) -> list[Part]:
    """Trousers, shorts or a skirt, with what is worn on the feet."""
    if tailor.chance(0.62 * (1 - tailor.looks.masculine)):
        parts = skirt(tailor, tucked)
    else:
        loose = tailor.random.uniform(0.02, 0.22)
        jeans = tailor.chance(0.5)
        cloth = Cloth(tailor.paint("trousers", "denim" if jeans else "cloth"), None, tailor.near(0.55, 0.3))
        short = tailor.chance(0.2 + 0.4 * tailor.looks.child)
        reach = tailor.random.uniform(0.45, 0.98) if short else tailor.random.uniform(1.85, 1.99)
        ease = (0.08, 0.08 + loose * 0.6, 0.06 + loose, 0.08 + loose, 0.1 + loose)
        parts = Trousers(cloth, reach, ease, 4.8, tucked, jeans).parts(tailor)
        if tucked:
            parts += knots.belt(
                tailor,
                tailor.paint("leather", "leather"),
                tailor.paint("metal", "metal"),
                tailor.trunk(1.0, 0.1),
                4.8,
                0.3,
                layers.CLOTHES + 0.7,
            )
    return parts + feet(tailor)


def skirt(tailor: Tailor, tucked: bool) -> list[Part]:
    """A skirt alone."""
    kind = ("flared", "pleated", "straight")[tailor.random.choice(3, p=(0.35, 0.45, 0.2))]
    cloth = Cloth(tailor.paint("skirt"), None, 0.5)
    trunk = tailor.trunk(1.0, 0.06)
    length = {
        "flared": tailor.random.uniform(0.6, 1.5),
        "pleated": tailor.random.uniform(0.5, 1.0),
        "straight": tailor.random.uniform(0.6, 1.2),
    }[kind]
    flare = {"flared": 0.3, "pleated": 0.24, "straight": 0.03}[kind] * tailor.near(1, 0.3)
    layer = layers.CLOTHES + 0.6 if tucked else layers.TORSO + 1.5
    return Skirt(cloth, trunk, 4.3, length, flare, kind, layer).parts(tailor)


def feet(tailor: Tailor, kinds: tuple[str, ...] = ("sneaker", "loafer", "boot", "ankle_boot")) -> list[Part]:
    """Socks or stockings and shoes."""
    kind = kinds[tailor.random.integers(len(kinds))]
    parts = []
    if tailor.chance(0.75):
        start = tailor.random.choice([0.55, 1.15, 1.7], p=(0.3, 0.35, 0.35)) * tailor.near(1, 0.05)
        parts = stockings(tailor, Cloth(tailor.paint("sock")), float(start))
    return parts + shoes(tailor, kind, Cloth(tailor.paint("shoe", "leather")), Cloth(tailor.paint("sole", "rubber")))


def t_shirt(tailor: Tailor) -> list[Part]:
    random = tailor.random
    pattern = (
        choose_pattern(random, tailor.paint("trim"), tailor.paint("trim2"), ("stripes", "band", "dots"))
        if tailor.chance(0.4)
        else None
    )
    cloth = Cloth(tailor.paint("shirt"), pattern, 0.5)
    trunk = tailor.trunk(tailor.near(0.45, 0.25), 0.08)
    neckline = (
        necklines.v_neck(trunk, 1.2, 0.08)
        if tailor.chance(0.25)
        else necklines.round_neck(trunk, tailor.near(0.15, 0.15))
    )
    region = f"{tailor.looks.name}.shirt"
    seam = tailor.chance(0.5)
    parts = Top(cloth, trunk, neckline, 5.2, region="" if seam else region).parts(tailor)
    parts += Sleeve(cloth, tailor.near(0.6, 0.12), (0.1, 0.16, 0.2, 0.2, 0.2), seam=seam, region=region).parts(
        tailor, trunk
    )
    parts += necklines.inside(cloth, trunk)
    trim = Cloth(tailor.paint("trim")) if tailor.chance(0.4) else cloth
    if tailor.chance(0.8):
        parts += necklines.band(tailor, trim, neckline, 0.13 * tailor.size, tailor.chance(0.3), layers.CLOTHES + 0.2)
    return parts


def sailor(tailor: Tailor) -> list[Part]:
    shirt, collar = Cloth(tailor.paint("shirt"), None, 0.4), Cloth(tailor.paint("trim"))
    trunk = tailor.trunk(0.5, 0.08, 0.2)
    depth = tailor.near(1.75, 0.25)
    neckline = necklines.v_neck(trunk, depth, 0.02)
    region = f"{tailor.looks.name}.shirt"
    parts = Top(shirt, trunk, neckline, 4.9, region=region).parts(tailor)
    long = tailor.chance(0.5)
    parts += Sleeve(
        shirt,
        1.95 if long else 0.6,
        (0.1, 0.16, 0.16, 0.2, 0.16),
        region=region,
        cuff=0.16 if long else 0.08,
        cuff_cloth=collar,
        cuff_ease=0.03,
    ).parts(tailor, trunk)
    parts += necklines.inside(shirt, trunk)
    parts += collars.sailor_collar(tailor, collar, tailor.paint("stripe"), trunk, depth)
    spot = trunk.chest(np.zeros(1), np.array([depth]))[0]
    tie = Cloth(tailor.paint("tie", "silk"))
    if tailor.chance(0.5):
        parts += knots.bow(
            tailor, tie, spot, 0.75 * tailor.size, 0.9 * tailor.size, layers.COLLAR + 1, tailor.pose.turn
        )
    else:
        parts += knots.sailor_scarf(tailor, tie, spot, 0.9 * tailor.size, layers.COLLAR + 1)
    return parts


def hoodie(tailor: Tailor) -> list[Part]:
    cloth = Cloth(tailor.paint("shirt"), None, 0.8)
    trunk = tailor.trunk(0.1, 0.2, 0.3)
    region = f"{tailor.looks.name}.shirt"
    parts = Top(cloth, trunk, necklines.round_neck(trunk, 0.3), 5.3, region=region).parts(tailor)
    parts += Sleeve(
        cloth, 1.98, (0.16, 0.24, 0.26, 0.26, 0.2), region=region, cuff=0.14, cuff_ease=-0.03, ribbed=True
    ).parts(tailor, trunk)
    return parts + collars.hood(tailor, cloth, trunk, tailor.near(1.0, 0.2))


def shirt(tailor: Tailor) -> list[Part]:
    cloth = Cloth(tailor.paint("shirt"), None, 0.45)
    trunk = tailor.trunk(0.5, 0.08)
    region = f"{tailor.looks.name}.shirt"
    open_to = 0.0 if tailor.chance(0.5) else tailor.near(0.9, 0.3)
    neckline = necklines.v_neck(trunk, open_to, 0.03) if open_to > 0 else necklines.round_neck(trunk)
    meet = neckline[len(neckline) // 2]
    parts = Top(cloth, trunk, neckline, 5.2, region=region, extra=knots.placket(trunk, meet, 5.2, 0.07)).parts(tailor)
    parts += Sleeve(cloth, 1.95, (0.1, 0.16, 0.18, 0.2, 0.12), region=region, cuff=0.16, cuff_ease=0.03).parts(
        tailor, trunk
    )
    parts += knots.buttons(
        trunk, tailor.paint("button", "plastic"), np.arange(open_to + 0.4, 5.1, 0.8), 0.0, 0.06, layers.CLOTHES + 0.1
    )
    parts += collars.shirt_collar(tailor, cloth, trunk, open_to)
    if open_to == 0 and tailor.chance(0.7):
        parts += knots.tie(tailor, Cloth(tailor.paint("tie", "silk")), trunk, 4.2, layers.COLLAR - 0.5)
    return parts


def blazer(tailor: Tailor) -> list[Part]:
    inner = Cloth(tailor.paint("shirt"), None, 0.3)
    trunk = tailor.trunk(0.5, 0.08)
    parts = Top(
        inner,
        trunk,
        necklines.round_neck(trunk),
        4.8,
        folded=False,
        extra=knots.placket(trunk, trunk.neck(0)[0], 4.5, 0.07),
    ).parts(tailor)
    parts += collars.shirt_collar(tailor, inner, trunk)
    tie = Cloth(tailor.paint("tie", "silk"))
    if tailor.chance(0.5):
        parts += knots.tie(tailor, tie, trunk, 4.2, layers.CLOTHES + 0.5)
    else:
        parts += knots.bow(
            tailor,
            tie,
            trunk.neck(0, 0.0, 0.16)[0] + (0, 0.16),
            0.6 * tailor.size,
            0.6 * tailor.size,
            layers.COLLAR + 0.5,
            tailor.pose.turn,
        )
    cloth = Cloth(tailor.paint("jacket"), None, 0.4)
    outer = tailor.trunk(0.55, 0.16, 0.3)
    depth = tailor.near(3.2, 0.4)
    region = f"{tailor.looks.name}.jacket"
    parts += Top(
        cloth, outer, necklines.v_neck(outer, depth, 0.0), 6.0, "jacket", layers.CLOTHES + 1, 0.08, region=region
    ).parts(tailor)
    parts += Sleeve(cloth, 1.95, (0.14, 0.2, 0.2, 0.22, 0.18), region=region).parts(tailor, outer)
    parts += collars.lapels(tailor, cloth, cloth, outer, depth, 0.55, 0.2, layers.CLOTHES + 2)
    return parts


def kimono(tailor: Tailor) -> list[Part]:
    cloth = Cloth(tailor.paint("kimono", "silk"), None, 0.4)
    trunk = tailor.trunk(0.2, 0.12, 0.35)
    parts = Top(cloth, trunk, necklines.v_neck(trunk, 1.6, 0.02), 6.0).parts(tailor)
    parts += Sleeve(cloth, 1.9, (0.14, 0.3, 0.5, 0.7, 0.8), seam=True).parts(tailor, trunk)
    parts += collars.kimono_collar(tailor, cloth, Cloth(tailor.paint("under")), trunk, 3.4, 0.3, layers.CLOTHES + 1)
    return parts + knots.belt(tailor, tailor.paint("obi", "silk"), None, trunk, 4.0, 1.3, layers.CLOTHES + 2)


def sweater(tailor: Tailor) -> list[Part]:
    cloth = Cloth(tailor.paint("shirt"), None, 0.6)
    trunk = tailor.trunk(0.3, 0.14)
    region = f"{tailor.looks.name}.shirt"
    parts = Top(cloth, trunk, necklines.round_neck(trunk), 5.3, region=region).parts(tailor)
    parts += Sleeve(cloth, 1.98, (0.12, 0.18, 0.22, 0.24, 0.16), region=region, cuff=0.14, ribbed=True).parts(
        tailor, trunk
    )
    return parts + collars.turtleneck(tailor, cloth, trunk, tailor.near(0.55, 0.1), tailor.chance(0.7))


OUTFITS: dict[str, Callable[[Tailor], list[Part]]] = {
    "t_shirt": t_shirt,
    "sailor": sailor,
    "hoodie": hoodie,
    "shirt": shirt,
    "blazer": blazer,
    "kimono": kimono,
    "sweater": sweater,
}


def clothes_parts(random: Random, pose: Pose, looks: Looks) -> list[Part]:
    """One outfit that hides what should be hidden, in figure units."""
    names = list(OUTFITS)
    tailor = Tailor(random, pose, looks)
    return [*OUTFITS[names[random.integers(len(names))]](tailor), *bottoms(tailor)]
