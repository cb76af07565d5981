"""Fronts that stand open: jackets, cardigans, coats, vests, over what is worn beneath."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import cut, joined, offset, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes.folds import some, top_folds
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, Top, front, line, piece, trunk_form
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.frame import Points
from hintpen.training.artist.records import Part, Stroke


@dataclass(frozen=True)
class OpenTop:
    """Two fronts, `gap` (-1..1 across) beside the middle at the hem and `narrow` at the collar; `hem`: its level.

    `band`: how wide the border along its edges is (zip, button strip, ribbing), 0 for none.
    """

    cloth: Cloth
    trunk: Trunk
    gap: float
    hem: float
    name: str = "jacket"
    layer: float = layers.CLOTHES + 1
    narrow: float = 0.32
    sleeveless: float = 1.0
    band: float = 0.0
    region: str = ""
    meet: float = 2.5
    """The level from which its edges hang straight."""

    def edge(self, side: int) -> Points:
        """The front edge from the nape down to the hem."""
        sign = 2 * side - 1
        v = np.array([0.7, 0.7 + 0.5 * (self.meet - 0.7), self.meet, (self.meet + self.hem) / 2, self.hem])
        share = np.clip(v / self.meet, 0, 1)
        u = sign * (self.narrow + (self.gap - self.narrow) * share)
        return spline(np.concatenate([self.trunk.nape(side)[None], self.trunk.chest(u, v)]), 6)

    def parts(self, tailor: Tailor) -> list[Part]:
        """Both fronts."""
        t = self.trunk
        folds = top_folds(t, tailor.random, self.cloth.loose, self.hem)
        shape = Top(self.cloth, t, self.edge(0), self.hem, sleeveless=self.sleeveless)
        parts: list[Part] = []
        for side in (0, 1):
            sign = 2 * side - 1
            edge, flank, hole = self.edge(side), shape.flank(side), shape.armhole(side)
            slope = cut(t.slope(side), 0, self.sleeveless, 7)
            low = self._hem(edge[-1], flank[-1])
            ring = joined(slope, hole, flank, low[::-1], edge[::-1])
            contours = [line(edge), line(slope), line(low), line(flank, 1.0, (0.12, 0.0))]
            if self.sleeveless < 0.999 or t.pose.arms[side].layers[0] < layers.CLOTHES:
                contours.append(line(hole))
            if self.band > 0:
                contours.append(Stroke(offset(edge, -sign * self.band), 0.6, (0, 0), inside=True))
            parts += piece(
                f"clothes.{self.name}",
                self.cloth,
                ring,
                contours,
                some(tailor.random, folds, 0.9),
                form=trunk_form(t),
                depth=0.09,
                layer=self.layer,
                region=f"{self.region}" if self.region else "",
                surface=front(t, self.hem),
                tangled=True,
            )
        return parts

    def _hem(self, inner: Points, outer: Points) -> Points:
        t = np.linspace(0, 1, 7)[:, None]
        sag = 0.12 * abs(float(outer[0] - inner[0]))
        return inner + (outer - inner) * t + np.array([0.0, 1.0]) * sag * np.sin(t * np.pi)
