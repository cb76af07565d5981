"""How garments become parts: pieces of cloth with contours, folds and patterns, tops and sleeves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import cv2
import numpy as np

from hintpen.training.artist.curves import cut, joined, spline
from hintpen.training.artist.figure import layers
from hintpen.training.artist.figure.body import depth_of
from hintpen.training.artist.figure.clothes.folds import Fold, Span, sleeve_folds, top_folds
from hintpen.training.artist.figure.clothes.patterns import Pattern, Surface, Worn
from hintpen.training.artist.figure.clothes.trunk import Trunk
from hintpen.training.artist.figure.clothes.tube import Tube
from hintpen.training.artist.figure.looks import Looks
from hintpen.training.artist.figure.pose import CHEST, COLLAR, SEAT, Pose
from hintpen.training.artist.forms import Blend, Form, Inflated
from hintpen.training.artist.frame import Points
from hintpen.training.artist.outlines import union
from hintpen.training.artist.records import Paint, Part, Random, Stroke


@dataclass(frozen=True)
class Cloth:
    """What a garment is made of: its paint, its pattern if any, and how `loose` 0..1 it hangs."""

    paint: Paint
    pattern: Pattern | None = None
    loose: float = 0.5


@dataclass(frozen=True)
class Tailor:
    """Who is dressed, and the randomness of it. Below `low` (figure units) nothing is in the picture."""

    random: Random
    pose: Pose
    looks: Looks
    low: float = math.inf

    def sees(self, y: float) -> bool:
        """Whether anything at `y` or a little above it can be in the picture."""
        return y - 0.6 < self.low

    def paint(self, slot: str, material: str = "cloth", of: str = "") -> Paint:
        """A paint of the character."""
        return self.looks.paint(slot, material, of)

    def white(self, slot: str, share: float) -> Paint:
        """A paint that is white that often, as shirts, aprons and lace are, else of any color."""
        return self.looks.paint(slot, "linen" if self.chance(share) else "cloth")

    def chance(self, share: float) -> bool:
        """True that often."""
        return bool(self.random.random() < share)

    def near(self, value: float, spread: float) -> float:
        """A number within `spread` of `value`."""
        return float(self.random.uniform(value - spread, value + spread))

    def trunk(self, fit: float, ease: float, roomy: float = 0.12) -> Trunk:
        """The trunk with room for cloth; `ease` for a natural adult."""
        return Trunk(self.pose, fit, ease * self.size, roomy)

    @cached_property
    def collar(self) -> float:
        """The layer for collars and what is tied at them: over the shoulders, but under a hand before the chest."""
        pose = self.pose
        reach = 1.1 * pose.shoulder
        hands = [
            arm.joints[2] + arm.size * 0.6 * arm.frame[0]
            for arm in pose.arms
            if layers.ARM <= arm.layers[2] < layers.HEAD
        ]
        before = any(abs(hand[0] - pose.neck[0]) < reach and hand[1] < pose.rings[3, 0, 1] for hand in hands)
        return layers.ARM - 2.5 if before else layers.COLLAR

    @property
    def size(self) -> float:
        """What lengths that were thought for an adult are multiplied by."""
        return 0.35 + 0.65 * self.pose.size


def line(points: Points, weight: float = 1.0, taper: tuple[float, float] = (0.0, 0.0), inside: bool = False) -> Stroke:
    """A contour that meets others at its ends."""
    return Stroke(points, weight, taper, inside=inside)


def piece(
    name: str,
    cloth: Cloth,
    ring: Points,
    contours: Sequence[Stroke],
    folds: Sequence[Fold] = (),
    *,
    form: Form | None = None,
    depth: float = 0.05,
    layer: float = layers.CLOTHES,
    region: str = "",
    surface: Surface | None = None,
    tangled: bool = False,
) -> list[Part]:
    """One piece of cloth. With a pattern its lines are parts of their own, over the pattern. `tangled`: its outline
    may cross itself, as a turned body's does; what it goes around is filled all the same.
    """
    form = form or Inflated()
    ring = union(ring) if tangled else ring
    marks = tuple(mark for one in folds for mark in one.marks())
    creases = tuple(stroke for one in folds for stroke in one.strokes())
    base = Part(name, cloth.paint, (ring,), (*contours, *creases), marks, form, depth, layer, region=region)
    if cloth.pattern is None or surface is None:
        return [base]
    worn = Worn((ring,), form)
    printed = [
        Part(
            f"{name}.pattern",
            paint,
            rings,
            _edges(rings) if cloth.pattern.lined else (),
            marks,
            worn,
            depth,
            layer,
            (ring,),
        )
        for paint, rings in cloth.pattern.printed(surface)
    ]
    return [
        replace(base, strokes=()),
        *printed,
        Part(name, cloth.paint, (), creases, (), form, depth, layer, (ring,)),
        Part(name, cloth.paint, (), tuple(contours), (), form, depth, layer),
    ]


def _edges(rings: Sequence[Points]) -> tuple[Stroke, ...]:
    """Thin lines around what is printed."""
    return tuple(line(np.concatenate([ring, ring[:1]]), 0.5) for ring in rings)


def trunk_form(trunk: Trunk) -> Form:
    """Rolled as the trunk, rounded at its borders."""
    return Blend(trunk.ball, Inflated(0.9, 0.85), 0.45)


def front(trunk: Trunk, hem: float) -> Surface:
    """Pattern coordinates on the front of a top: across -1..1, down 0..1 to `hem`."""

    def at(across: Points, down: Points) -> Points:
        v = np.asarray(down, np.float64) * hem
        u = np.asarray(across, np.float64)
        inside = trunk.chest(np.clip(u, -0.98, 0.98), v)
        lean = (trunk.chest(np.full_like(v, 0.98), v) - trunk.chest(np.full_like(v, -0.98), v)) / 2
        return inside + lean * (u - np.clip(u, -0.98, 0.98))[:, None]

    return at


def around(tube: Tube, trunk: Trunk, span: Span) -> Surface:
    """Pattern coordinates on the `span` of a sleeve or a trouser leg, as large as on the trunk's front."""
    long = trunk.span(COLLAR, SEAT) / (float(np.linalg.norm(tube.limb.joints[2] - tube.limb.joints[0])) / 2)
    wide = float(np.hypot(*(trunk.edge(1, CHEST) - trunk.edge(0, CHEST))[0])) / 2 / float(tube.radius(0.5)[0])

    # The round of the shoulder lies above the first joint.
    start = -0.4 if span[0] == 0 else span[0]

    def at(across: Points, down: Points) -> Points:
        return tube.at(np.clip(np.asarray(down) * long - 0.4, start, span[1]), np.asarray(across) * wide)

    return at


@dataclass(frozen=True)
class Top:
    """The trunk of a top. `neckline`: (n, 2) from the nape on the viewer's left over the front to the right one.
    `hem`: the level where it ends. `sleeveless`: how far from the collar to the shoulder its armhole lies, 1 at it.
    """

    cloth: Cloth
    trunk: Trunk
    neckline: Points
    hem: float
    name: str = "top"
    layer: float = layers.CLOTHES
    depth: float = 0.05
    sleeveless: float = 1.0
    hem_line: Points | None = None
    folded: bool = True
    region: str = ""
    extra: tuple[Stroke, ...] = ()
    extra_folds: tuple[Fold, ...] = field(default=())

    def armhole(self, side: int) -> Points:
        """From the line of the shoulder down to the armpit."""
        top = cut(self.trunk.slope(side), 0, self.sleeveless, 2)[-1]
        low = self.trunk.edge(side, 1.8)[0]
        arm = self.trunk.pose.arms[side]
        if self.sleeveless < 0.999:
            middle = (top + low) / 2
            return spline([top, middle + 0.25 * (self.trunk.middle_of_chest - middle), low], 6)
        # Under the sleeve it goes a little beyond the joint.
        beyond = arm.joints[0, :2] + arm.radii[0] * np.array([0.3 * arm.side, -0.92])
        return joined(top[None], beyond[None], low[None])

    def flank(self, side: int) -> Points:
        """From below the armpit down the side to the hem."""
        return spline(self.trunk.edge(side, np.linspace(1.8, self.hem, 9)), 3)

    def parts(self, tailor: Tailor) -> list[Part]:
        """The piece with its lines."""
        t = self.trunk
        slopes = [cut(t.slope(side), 0, self.sleeveless, 7) for side in (0, 1)]
        holes, flanks = [self.armhole(side) for side in (0, 1)], [self.flank(side) for side in (0, 1)]
        hem = t.hem(self.hem) if self.hem_line is None else self.hem_line
        right = [slopes[1], holes[1], flanks[1]]
        left = [flanks[0][::-1], holes[0][::-1], slopes[0][::-1]]
        ring = joined(self.neckline, *right, hem[::-1], *left)
        contours = [line(self.neckline), line(hem, 0.9)]
        for side in (0, 1):
            contours += [line(slopes[side]), line(flanks[side], 1.0, (0.12, 0.0))]
            if self.sleeveless < 0.999 or t.pose.arms[side].layers[0] < layers.CLOTHES:
                contours.append(line(holes[side]))
        folds = top_folds(t, tailor.random, self.cloth.loose, self.hem) if self.folded else []
        return piece(
            f"clothes.{self.name}",
            self.cloth,
            ring,
            [*contours, *self.extra],
            [*folds, *self.extra_folds],
            form=trunk_form(t),
            depth=self.depth,
            layer=self.layer,
            region=self.region,
            surface=front(t, self.hem),
            tangled=True,
        )


@dataclass(frozen=True)
class Sleeve:
    """A pair of sleeves. `reach`: where they end, 1 the elbow, 2 the wrist. `ease`: (5,) as in `Tube`, for an adult.
    `cuff`: its length in `s`, 0 for none, with its own `cuff_cloth`. `seam`: whether the armhole is drawn.
    `bulge`: how round their ends are: a puffed sleeve's more.
    """

    cloth: Cloth
    reach: float
    ease: tuple[float, ...]
    name: str = "sleeve"
    over: float = 0.0
    cuff: float = 0.0
    cuff_cloth: Cloth | None = None
    cuff_ease: float = 0.0
    ribbed: bool = False
    seam: bool = False
    region: str = ""
    depth: float = 0.07
    bulge: float = 0.16

    def tube(self, tailor: Tailor, side: int) -> Tube:
        """The tube around one arm."""
        ease = tuple(e * tailor.size for e in self.ease)
        return Tube(tailor.pose.arms[side], self.reach, ease, self.bulge)

    def parts(self, tailor: Tailor, trunk: Trunk) -> list[Part]:
        """Both sleeves."""
        return [part for side in (0, 1) for part in self._one(tailor, trunk, side)]

    def _one(self, tailor: Tailor, trunk: Trunk, side: int) -> list[Part]:
        tube = self.tube(tailor, side)
        limb = tube.limb
        pattern = self.cloth.pattern
        cloth = replace(self.cloth, pattern=None) if pattern and pattern.kind in ("emblem", "band") else self.cloth
        upper, lower = limb.layers[0] + 0.3 + self.over, limb.layers[1] + 0.3 + self.over
        name = f"clothes.{self.name}"
        region = "" if self.seam else self.region
        seamless = not self.seam

        def sewn(ring: Points, contours: Sequence[Stroke], layer: float, number: int, span: Span) -> list[Part]:
            return piece(
                name,
                cloth,
                ring,
                contours,
                sleeve_folds(tube, tailor.random, cloth.loose, span),
                form=Inflated(),
                depth=self._depth(tube, number, seamless),
                layer=layer,
                region=region,
                surface=around(tube, trunk, span),
            )

        parts: list[Part] = []
        if tube.folded:
            parts += sewn(tube.rings[0], self._upper_lines(tube, trunk, side, 1.0), upper, 0, (0.0, 1.0))
            parts += sewn(tube.rings[1], _lower_lines(tube), lower, 1, (1.0, self.reach))
        else:
            lines = self._upper_lines(tube, trunk, side, self.reach)
            parts += sewn(
                tube.rings[0],
                [*lines, line(tube.mouth(self.reach), 0.9)],
                max(upper, lower) if self.reach > 1 else upper,
                int(self.reach > 1.2),
                (0.0, self.reach),
            )
        if self.cuff > 0:
            parts += self._cuff(tailor, tube, lower if self.reach > 1 else upper)
        return parts

    def _depth(self, tube: Tube, number: int, seamless: bool) -> float:
        """As the limb's; but where it runs into the trunk without a line it throws no shadow onto it."""
        depth = self.depth + depth_of(tube.limb, number)
        return min(depth, 0.06) if seamless and number == 0 and tube.raised > 0.5 else depth

    def _upper_lines(self, tube: Tube, trunk: Trunk, side: int, end: float) -> list[Stroke]:
        inner, outer = (tube.contour(u, end) for u in (-1, 1))
        touch, pit = trunk.shoulder(side), trunk.armpit(side)
        start = int(np.argmin(np.hypot(*(inner - pit).T)))
        cap = tube.cap(touch)
        lines = [line(joined(cap, outer)), line(inner[min(start, len(inner) - 3) :], 1.0, (0.15, 0.0))]
        if self.seam:
            lines.append(line(spline([touch, tube.at(0.12, -0.55)[0], pit], 6), 0.7, (0.05, 0.2), inside=True))
        return lines

    def _cuff(self, tailor: Tailor, tube: Tube, layer: float) -> list[Part]:
        wide = replace(tube, bulge=0.16, ease=tuple(e + self.cuff_ease * tailor.size for e in tube.ease))
        # Below the round of a puffed sleeve.
        bone = max(tube.seen(int(self.reach > 1)), 1e-6)
        end = self.reach + 0.005 + 0.8 * (self.bulge - 0.16) * float(tube.radius(self.reach)[0]) / bone
        first, last = wide.mouth(end - self.cuff), wide.mouth(end)
        ring = joined(first, last[::-1])
        contours = [line(first), line(last), line(np.stack([first[0], last[0]])), line(np.stack([first[-1], last[-1]]))]
        if self.ribbed:
            contours += [
                line(np.stack([first[i] * 0.9 + last[i] * 0.1, first[i] * 0.1 + last[i] * 0.9]), 0.5, (0.2, 0.3), True)
                for i in range(1, 10, 1)
            ]
        cloth = self.cuff_cloth or self.cloth
        return piece(
            f"clothes.{self.name}.cuff",
            cloth,
            ring,
            contours,
            depth=self.depth + 0.02 + depth_of(tube.limb, int(self.reach > 1)),
            layer=layer + 0.02,
        )


def _lower_lines(tube: Tube) -> list[Stroke]:
    """The contour of a forearm's piece: the round of the elbow only where it stands out of the upper piece."""
    upper, ring = tube.rings[0].astype(np.float32), tube.rings[1]
    out = [cv2.pointPolygonTest(upper, (float(x), float(y)), False) <= 0 for x, y in ring.tolist()]
    # The ring begins at the elbow's inner side; its last points are the round of the elbow.
    sides = [*ring[:27], *(p for p, seen in zip(ring[27:], out[27:], strict=True) if seen)]
    return [line(np.array(sides), 1.0, (0.15, 0.1))]
