"""Skirts: flared, pleated, gathered; with frills and bands. They hang from the waist over the legs of any pose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from hintpen.training.artist.curves import joined
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.clothes.folds import Fold, some
from hintpen.training.artist.figure.clothes.tailor import Cloth, Tailor, line, piece, trunk_form
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.figure.pose import Pose
from hintpen.training.artist.forms import Blend, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.outlines import union
from hintpen.training.artist.records import Part


@dataclass(frozen=True)
class Skirt:
    """A skirt. `waist`: the level where it begins; `length` along the legs, 1 to the knees, 2 to the ankles; `flare`:
    how far its hem stands out at either side, as a share of its length. `kind`: "flared", "pleated", "straight".
    """

    cloth: Cloth
    trunk: Trunk
    waist: float
    length: float
    flare: float
    kind: str
    layer: float = layers.CLOTHES + 0.6
    name: str = "skirt"
    waved: float = 1.0

    @property
    def pose(self) -> Pose:
        """Whose legs it covers."""
        return self.trunk.pose

    @property
    def _in_front(self) -> bool:
        """Whether the legs lie before the trunk, as someone's who sits."""
        return any(leg.layers[0] > layers.CLOTHES for leg in self.pose.legs)

    @property
    def seen_layer(self) -> float:
        """Its layer: over the lap; a long skirt hides the shins as well."""
        if not self._in_front:
            return self.layer
        pieces = 2 if self.length > 1 else 1
        return max(self.layer, *(max(leg.layers[:pieces]) + 0.4 for leg in self.pose.legs))

    @cached_property
    def _hem_ends(self) -> tuple[Points, Points, Points]:
        """Left and right end of the hem, and how far its middle hangs lower."""
        top = self.trunk.middle_at(self.waist)
        tubes = [Tube(leg, 2.0, (0.05,) * 5) for leg in self.pose.legs]
        spots = np.concatenate([tube.at(np.full(2, self.length), np.array([-1.0, 1.0])) for tube in tubes])
        hips = self.pose.hips[:2]
        bones = np.mean([np.linalg.norm(np.diff(leg.joints, axis=0), axis=1) for leg in self.pose.legs], 0)
        fall = float(bones @ np.clip([self.length, self.length - 1], 0, 1))
        seen = float(np.mean([tube.axis(self.length)[0, 1] for tube in tubes])) - float(hips[1])
        low = float(hips[1]) + max(seen, 0.25 * fall)
        long = low - float(top[1])
        pelvis = float(np.hypot(*(self.trunk.edge(1, 6.0) - self.trunk.edge(0, 6.0))[0])) / 2
        out = pelvis * 1.02 + self.flare * long
        middle = float(hips[0]) * 0.6 + float(np.mean(spots[:, 0])) * 0.4
        left = min(middle - out, float(spots[:, 0].min()) - 0.05 - 0.2 * self.flare * long)
        right = max(middle + out, float(spots[:, 0].max()) + 0.05 + 0.2 * self.flare * long)
        sag = np.array([0.0, 0.1 * (right - left) * (0.5 + 0.5 * min(1.0, long / max(right - left, 1e-6)))])
        return np.array([left, low]), np.array([right, low]), sag

    def at(self, across: ArrayLike, down: ArrayLike) -> Points:
        """(n, 2) points: across -1..1 around the seen half, down 0..1."""
        a, d = np.broadcast_arrays(np.asarray(across, np.float64), np.asarray(down, np.float64))
        a, d = np.atleast_1d(a), np.atleast_1d(d)
        left, right, sag = self._hem_ends
        turn = np.sin(np.clip(a, -1.3, 1.3) * np.pi / 2)[:, None]
        round_ = np.cos(np.clip(a, -1, 1) * np.pi / 2)[:, None]
        low = (left + right) / 2 + (right - left) / 2 * turn + sag * round_
        rim = self.trunk.hem(self.waist, 3)
        top = (rim[0] + rim[2]) / 2 + (rim[2] - rim[0]) / 2 * turn + (rim[1] - (rim[0] + rim[2]) / 2) * round_
        hips = self.trunk.hem(5.7, 3)
        hip = (hips[0] + hips[2]) / 2 + (hips[2] - hips[0]) / 2 * turn + (hips[1] - (hips[0] + hips[2]) / 2) * round_
        d = d[:, None]
        span = low[:, 1:] - top[:, 1:]
        share = np.clip((hip[:, 1:] - top[:, 1:]) / np.maximum(span, 1e-6), 0.05, 0.95)
        straight = top + (low - top) * d
        # It lies on the hips and falls free from there.
        bulge = (hip - (top + (low - top) * share)) * np.sin(np.clip(d / share, 0, 2) * np.pi / 2)
        wide = np.abs(bulge) * np.sign(turn) * [1.0, 0.0]
        return straight + np.where(np.sign(bulge * turn) > 0, wide, 0.0) * 0.8

    def parts(self, tailor: Tailor) -> list[Part]:
        """The skirt with its lines."""
        if not tailor.sees(float(self.trunk.middle_at(self.waist)[1])):
            return []
        hem, folds = self._pleats(tailor) if self.kind == "pleated" else self._waves(tailor)
        d = np.linspace(0, 1, 10)
        left, right = self.at(np.full(10, -1.0), d), self.at(np.full(10, 1.0), d)
        left[-1], right[-1] = hem[0], hem[-1]
        top = self.at(np.linspace(-1, 1, 11), 0.0)
        ring = joined(top, right, hem[::-1], left[::-1])
        contours = [line(top), line(left), line(right), line(hem)]
        if self._in_front:
            legs = [Tube(leg, self.length, (0.12 * tailor.size,) * 5) for leg in self.pose.legs]
            thighs = [leg.piece(0.0, min(self.length, 1.0)) for leg in legs]
            thighs += [leg.piece(1.0, self.length) for leg in legs if self.length > 1]
            ring = union(ring, *thighs)
            contours = [line(top), line(joined(ring, ring[:1]))]
        return piece(
            f"clothes.{self.name}",
            self.cloth,
            ring,
            contours,
            folds,
            form=Blend(trunk_form(self.trunk), Inflated(), 0.3),
            depth=0.07,
            layer=self.seen_layer,
            surface=self.at,
        )

    def _waves(self, tailor: Tailor) -> tuple[Points, list[Fold]]:
        random = tailor.random
        count = int(random.integers(4, 8)) if self.kind == "flared" else 2
        cuts = np.cumsum(random.uniform(0.6, 1.4, count))
        cuts = np.concatenate([[0.0], cuts / cuts[-1]]) * 2 - 1
        t = np.linspace(-1, 1, 61)
        phase = np.interp(t, cuts, np.arange(count + 1))
        high = (0.04 if self.kind == "flared" else 0.012) * self.waved
        hem = self.at(t, 1 - high + high * np.abs(np.sin(phase * np.pi)) ** 0.7)
        folds = []
        for a in cuts[1:-1]:
            reach = random.uniform(0.3, 0.95)
            d = 1 - high - reach * np.linspace(0, 1, 8)
            knots = self.at(a * (1 - 0.12 * (1 - d)) + 0.01, d)
            folds.append(Fold(knots, float(np.sign(a) or 1) * random.uniform(0.08, 0.2) * tailor.size, True, 0.7))
        if self.kind == "flared":
            for a in random.uniform(-0.85, 0.85, int(random.integers(2, 6))):
                d = np.linspace(0.02, random.uniform(0.15, 0.4), 6)
                folds.append(Fold(self.at(a * (1 + 0.08 * d), d), 0.05 * float(np.sign(a)) * tailor.size, True, 0.55))
        return hem, some(random, folds, 0.9)

    def _pleats(self, tailor: Tailor) -> tuple[Points, list[Fold]]:
        random = tailor.random
        count = int(random.integers(9, 16))
        step = 0.035
        edges = np.linspace(-1, 1, count + 1)
        a = np.repeat(edges, 2)[1:-1]
        d = np.tile([1.0 + step, 1.0], count)
        hem = self.at(a, d)
        folds = []
        for edge in edges[1:-1]:
            down = np.linspace(1.0 + step, 0.0, 10)
            one = self.at(np.full(10, edge), down)
            folds.append(Fold(one, 0.1 * tailor.size * (1 if random.random() < 0.85 else 0.0), True, 0.75))
        return hem, folds
