"""Clothes of tradition: kimono and yukata, martial arts dress, a shrine maiden's robes, a qipao."""

from __future__ import annotations

import numpy as np

from hintpen.training.artist.curves import spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes import collars, fastenings, knots, necklines
from hintpen.training.artist.figure.clothes.basics import WIDE, cloth_of, feet, region
from hintpen.training.artist.figure.clothes.legwear import Trousers
from hintpen.training.artist.figure.clothes.skirts import Skirt
from hintpen.training.artist.figure.clothes.tailor import Cloth, Sleeve, Tailor, Top
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.records import Part, Stroke


def _overlap(trunk: Trunk, hem: float) -> tuple[Stroke, ...]:
    v = np.linspace(3.4, hem, 6)
    return (Stroke(spline(trunk.chest(np.linspace(-0.42, -0.3, 6), v), 3), 0.85, (0, 0), inside=True),)


def kimono(tailor: Tailor) -> list[Part]:
    """A kimono or yukata with an obi."""
    cloth = cloth_of(
        tailor,
        "kimono",
        ("dots", "stripes", "pinstripes", "band"),
        0.5,
        0.35,
        "silk" if tailor.chance(0.5) else "cloth",
    )
    trunk, name = tailor.trunk(0.25, 0.12, 0.35), region(tailor, "kimono")
    parts = Top(cloth, trunk, necklines.v_neck(trunk, 1.5, 0.02), 4.4, "kimono").parts(tailor)
    under = Cloth(tailor.white("under", 0.6)) if tailor.chance(0.7) else None
    plain = Cloth(cloth.paint) if tailor.chance(0.7) else Cloth(tailor.paint("trim"))
    parts += Skirt(cloth, trunk, 4.2, 1.88, 0.02, "straight", layers.CLOTHES + 0.5, "kimono", 0.5).parts(tailor)
    parts += Sleeve(cloth, tailor.near(1.86, 0.08), WIDE, seam=True, region=name).parts(tailor, trunk)
    parts += collars.kimono_collar(tailor, plain, under, trunk, 3.4, 0.3 * tailor.size, layers.CLOTHES + 1)
    woman = tailor.chance(1 - tailor.looks.masculine)
    obi = cloth_of(tailor, "obi", (), 0, 0.3, "silk")
    width, level = (1.5, 3.9) if woman else (0.6, 4.7)
    parts += fastenings.belt(tailor, obi.paint, None, trunk, level, width, layers.CLOTHES + 2)
    if woman:
        cord = tailor.paint("cord", "silk")
        parts += fastenings.belt(tailor, cord, None, trunk, level, 0.2, layers.CLOTHES + 2.1)
        spot = trunk.at(0, level)
        parts += fastenings.knot(tailor, Cloth(cord), spot[0], 0.16 * tailor.size, layers.CLOTHES + 2.2)
    return parts + feet(tailor, ("sandal",), 1.75 if tailor.chance(0.6) else 2.0)


def martial_arts(tailor: Tailor) -> list[Part]:
    """A gi with a knotted belt, or a hakama."""
    cloth = Cloth(tailor.white("gi", 0.55), None, 0.8)
    trunk, name = tailor.trunk(0.2, 0.15, 0.35), region(tailor, "gi")
    hakama = tailor.chance(0.4)
    parts = Top(cloth, trunk, necklines.v_neck(trunk, 1.6, 0.02), 5.6, "gi", extra=_overlap(trunk, 5.6)).parts(tailor)
    parts += Sleeve(cloth, tailor.near(1.6, 0.2), (0.16, 0.26, 0.34, 0.36, 0.36), seam=True, region=name).parts(
        tailor, trunk
    )
    parts += collars.kimono_collar(tailor, cloth, None, trunk, 3.8, 0.26 * tailor.size, layers.CLOTHES + 1)
    belt = Cloth(tailor.paint("belt"))
    if hakama:
        parts += Skirt(
            Cloth(tailor.paint("hakama")), trunk, 4.2, 1.85, 0.12, "pleated", layers.CLOTHES + 1.5, "hakama"
        ).parts(tailor)
        parts += fastenings.belt(tailor, tailor.paint("hakama"), None, trunk, 4.25, 0.4, layers.CLOTHES + 2)
    else:
        parts += fastenings.belt(tailor, belt.paint, None, trunk, 4.3, 0.42, layers.CLOTHES + 2)
        spot = trunk.at(-6, 4.35)[0]
        for side in (-1, 1):
            parts += fastenings.sash_end(tailor, belt, spot, 1.2 * tailor.size, layers.CLOTHES + 2.1, side)
        parts += fastenings.knot(tailor, belt, spot, 0.2 * tailor.size, layers.CLOTHES + 2.2)
        parts += Trousers(cloth, 1.85, (0.12, 0.2, 0.24, 0.26, 0.3), 4.8).parts(tailor)
    return parts + (feet(tailor, ("sandal",), 1.75) if hakama or tailor.chance(0.3) else [])


def shrine_maiden(tailor: Tailor) -> list[Part]:
    """A white kimono top with wide sleeves and a pleated hakama."""
    cloth = Cloth(tailor.white("kimono", 0.7), None, 0.4)
    trunk, name = tailor.trunk(0.4, 0.12, 0.35), region(tailor, "kimono")
    parts = Top(cloth, trunk, necklines.v_neck(trunk, 1.5, 0.02), 4.6, "kimono").parts(tailor)
    parts += Sleeve(
        cloth, 1.88, WIDE, seam=True, region=name, cuff=0.05, cuff_cloth=Cloth(tailor.paint("hakama"))
    ).parts(tailor, trunk)
    parts += collars.kimono_collar(
        tailor, cloth, Cloth(tailor.paint("hakama")), trunk, 3.3, 0.28 * tailor.size, layers.CLOTHES + 1
    )
    hakama = Cloth(tailor.paint("hakama"))
    parts += Skirt(hakama, trunk, 3.7, 1.85, 0.14, "pleated", layers.CLOTHES + 1.5, "hakama").parts(tailor)
    parts += fastenings.belt(tailor, hakama.paint, None, trunk, 3.75, 0.5, layers.CLOTHES + 2)
    spot = trunk.at(0, 3.75)[0]
    parts += knots.bow(
        tailor, hakama, spot, 0.7 * tailor.size, 1.3 * tailor.size, layers.CLOTHES + 2.2, tailor.pose.turn
    )
    return parts + feet(tailor, ("sandal",), 1.75)


def qipao(tailor: Tailor) -> list[Part]:
    """A close dress with a standing collar and a slanting fastening."""
    cloth = Cloth(tailor.paint("dress", "silk"), None, 0.2)
    trim = tailor.paint("trim", "silk")
    trunk = tailor.trunk(1.0, 0.04, 0.16)
    u = np.array([0.0, 0.18, 0.42, 0.66, 0.85])
    slant = spline(np.concatenate([trunk.neck(0), trunk.chest(u[1:], np.array([0.7, 0.95, 1.2, 1.9]))]), 5)
    extra = (Stroke(slant, 0.9, (0, 0), inside=True), Stroke(slant + (0.03, -0.09), 0.6, (0, 0), inside=True))
    bare = tailor.chance(0.4)
    parts = Top(
        cloth, trunk, necklines.round_neck(trunk), 4.4, "dress", sleeveless=0.85 if bare else 1.0, extra=extra
    ).parts(tailor)
    if not bare:
        parts += Sleeve(
            cloth, tailor.near(0.35, 0.08), (0.07, 0.1, 0.1, 0.1, 0.1), seam=True, cuff=0.05, cuff_cloth=Cloth(trim)
        ).parts(tailor, trunk)
    parts += Skirt(cloth, trunk, 4.3, tailor.near(1.3, 0.4), 0.0, "straight", layers.CLOTHES + 0.4, "dress", 0.4).parts(
        tailor
    )
    parts += collars.standing(tailor, cloth, trunk, 0.42, 0.14, 2)
    spots = slant[[0, len(slant) // 2, len(slant) - 3]]
    parts += fastenings.studs(spots, trim, 0.085 * tailor.size, tailor.collar + 0.5, "frog")
    return parts + feet(tailor, ("pump",), 2.0)
