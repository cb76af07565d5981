"""Trousers and shorts, socks and stockings: what goes around the legs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import joined, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.body import depth_of
from hintpen.training.artist.figure.clothes.folds import Fold, fold, sleeve_folds, some
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, around, line, piece, trunk_form
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.figure.pose import CROTCH, Limb
from hintpen.training.artist.forms import Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part, Stroke


@dataclass(frozen=True)
class Trousers:
    """Trousers or shorts. `reach`: where the legs end, 1 the knee, 2 the ankle; `ease`: (5,) as in `Tube`, for an
    adult; `waist`: the level of their upper edge; `tucked`: a top goes into them.
    """

    cloth: Cloth
    reach: float = 1.97
    ease: tuple[float, ...] = (0.1, 0.12, 0.12, 0.12, 0.16)
    waist: float = 4.8
    tucked: bool = False
    jeans: bool = False
    name: str = "trousers"

    def parts(self, tailor: Tailor) -> list[Part]:
        """Both legs and the hips."""
        if not tailor.sees(float(tailor.pose.waist[1])):
            return []
        region = f"{tailor.looks.name}.{self.name}"
        trunk = tailor.trunk(1.0, self.ease[0] * 0.8)
        parts: list[Part] = []
        for leg in tailor.pose.legs:
            parts += self._leg(tailor, leg, trunk, region)
        return parts + self._hips(tailor, trunk, region)

    def _leg(self, tailor: Tailor, leg: Limb, trunk: Trunk, region: str) -> list[Part]:
        tube = Tube(leg, self.reach, tuple(e * tailor.size for e in self.ease))
        crotch = trunk.at(0, CROTCH)[0]
        parts: list[Part] = []
        for number, ring in enumerate(tube.rings):
            if tube.folded and number == 1:
                lines = [line(ring[:27], 1.0, (0.1, 0.1)), line(ring[27:], 0.8, (0.3, 0.3))]
            else:
                end = 1.0 if tube.folded else self.reach
                inner, outer = tube.contour(-1, end), tube.contour(1, end)
                start = int(np.argmin(np.hypot(*(inner - crotch).T)))
                lines = [line(outer, 1.0, (0.05, 0)), line(inner[min(start, len(inner) - 3) :], 1.0, (0.1, 0))]
                if not tube.folded:
                    lines.append(line(tube.mouth(self.reach), 0.9))
            span = ((0.0, 1.0), (1.0, self.reach))[number] if tube.folded else (0.0, self.reach)
            parts += piece(
                f"clothes.{self.name}",
                self.cloth,
                ring,
                lines,
                sleeve_folds(tube, tailor.random, self.cloth.loose, span),
                depth=0.04 + depth_of(leg, number if tube.folded else 1),
                layer=leg.layers[number if tube.folded else int(self.reach > 1)] + 0.25,
                region=region,
                surface=around(tube, trunk, span),
            )
        return parts if leg.folded else parts[::-1] if tube.folded and self.cloth.pattern is None else parts

    def _hips(self, tailor: Tailor, trunk: Trunk, region: str) -> list[Part]:
        v = np.linspace(self.waist, 6.7, 8)
        left, right = trunk.edge(0, v), trunk.edge(1, v)
        belt = trunk.hem(self.waist)
        crotch = trunk.at(np.zeros(1), CROTCH + 0.15)
        low = spline(np.concatenate([right[-1:], crotch, left[-1:]]), 6)
        ring = joined(belt, right, low, left[::-1])
        contours: list[Stroke] = [line(belt), line(left, 1.0, (0, 0.15)), line(right, 1.0, (0, 0.15))]
        contours += [Stroke(one, 0.7, (0, 0.4), inside=True) for one in self._seams(trunk)]
        folds = some(tailor.random, _crotch_folds(tailor, trunk), 0.8)
        return piece(
            f"clothes.{self.name}",
            self.cloth,
            ring,
            contours,
            folds,
            form=trunk_form(trunk),
            depth=0.03,
            layer=layers.CLOTHES + 0.5 if self.tucked else layers.TORSO + 1.0,
            tangled=True,
            region=region,
        )

    def _seams(self, trunk: Trunk) -> list[Points]:
        seams = [trunk.at(np.zeros(9), np.linspace(self.waist, CROTCH + 0.1, 9))]
        if self.jeans:
            v = np.array([self.waist + 0.35, self.waist + 0.75, self.waist + 0.85])
            seams += [spline(trunk.at(sign * np.array([30, 48, 75]), v), 5) for sign in (-1, 1)]
            seams.append(trunk.hem(self.waist + 0.28))
            seams.append(spline(trunk.at(np.array([9, 9, 5, 0]), np.linspace(self.waist + 0.3, CROTCH - 0.5, 4)), 5))
        return seams


def _crotch_folds(tailor: Tailor, trunk: Trunk) -> list[Fold]:
    folds = []
    for sign in (-1, 1):
        for _ in range(int(tailor.random.integers(1, 4))):
            end = tailor.near(45, 25) * sign
            knots = trunk.at(
                np.array([3 * sign, end * 0.5, end]),
                np.array([6.9, 6.55, 6.5]) - np.array([0, 0.1, tailor.near(0.2, 0.4)]),
            )
            folds.append(fold(knots, -sign * 0.07))
    return folds


def stockings(tailor: Tailor, cloth: Cloth, start: float, band: Cloth | None = None) -> list[Part]:
    """Socks (`start` above 1) or stockings (below 1, to the middle of a thigh and higher), down into the shoes."""
    parts: list[Part] = []
    for leg in tailor.pose.legs:
        thin = 0.02 * tailor.size
        tube = Tube(leg, 2.05, (thin,) * 5)
        region = f"{tailor.looks.name}.stocking.{leg.side:+.0f}"
        parted = tube.folded or leg.layers[0] > layers.CLOTHES
        spans = [(start, 1.0), (1.0, 2.05)] if parted and start < 1 else [(start, 2.05)]
        for number, (first, last) in enumerate(spans):
            lower = number == 1 or start >= 1 or len(spans) == 1
            ring = tube.sheath(first, last) if number == 0 else tube.piece(first, last)
            contour = line(joined(ring, ring[:1]))
            parts += piece(
                "clothes.stocking",
                cloth,
                ring,
                [contour],
                depth=0.02 + depth_of(leg, int(lower)),
                layer=leg.layers[int(lower)] + 0.15,
                region=region,
            )
        if band is not None:
            ring = tube.sheath(start, start + 0.09)
            parts += piece(
                "clothes.stocking.band",
                band,
                ring,
                [line(joined(ring, ring[:1]), 0.8)],
                form=Inflated(),
                depth=0.03 + depth_of(leg, int(start >= 1)),
                layer=leg.layers[int(start >= 1)] + 0.17,
            )
    return parts
