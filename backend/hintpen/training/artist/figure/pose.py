"""The skeleton as it is seen: where a body's joints are, how thick it is there, which way its hands and feet turn.

How a body comes to its pose is told in `skeleton` and `poses`; this is the record that body, clothes and props read.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hintpen.training.artist.frame import Points

Joint = NDArray[np.float64]
"""(3,) x, y and depth in figure units: x to the viewer's right, y down, depth toward the viewer from the chest's."""

Joints = NDArray[np.float64]
"""(n, 3) of them."""

COLLAR, SHOULDER, CHEST, RIB, WAIST, HIP, SEAT, CROTCH = map(float, range(8))
"""Levels of the trunk for `Pose.on_trunk`; what lies between them is between (3.5: under the ribs). `COLLAR` is where
the neck begins, `CHEST` the height of the armpits and nipples, `HIP` the hip bones, where a belt sits, `SEAT` the
widest place of the hips."""


@dataclass(frozen=True)
class Limb:
    """An arm (shoulder, elbow, wrist) or a leg (hip, knee, ankle).

    `joints`: (3, 3); `radii`: (3,) half the width of the bare limb at each joint; `swells`: (2,) the same half way
    between them, where the muscles are; `end`: (2,) unit vector in which the hand or foot points as seen; `near`: it
    lies before the torso.

    `side`: -1 for the limb on the viewer's left, 1 for the right one. `layers`: of the upper piece, the lower piece and
    the hand or foot (values for `Part.layer`): where a forearm crosses the chest or the face they differ. `facing`:
    (2, 2) for the upper and the lower piece, which way its front (biceps, inside of the forearm; knee, shin) looks as
    seen: a unit vector when it looks along the page, shorter the more it looks at the viewer or away.
    `frame`: (3, 3) the hand's or foot's own axes as rows of (x, y, depth): along it to the finger tips or toes, across
    it toward the thumb or the big toe, and out of its back (of the hand, or up from the instep). `size`: how long the
    hand or foot is. `hand`: which shape the hand has (a key of `hands.HANDS`), "" for a leg and for a hand that is
    hidden. `holds`: the hand is shaped to hold a thing, at `grip`, along `rod`.
    """

    joints: Joints
    radii: NDArray[np.float64]
    end: NDArray[np.float64]
    near: bool
    swells: NDArray[np.float64]
    side: float
    layers: tuple[float, float, float]
    facing: NDArray[np.float64]
    frame: NDArray[np.float64]
    size: float
    hand: str = ""
    holds: bool = False

    @property
    def grip(self) -> Joint:
        """(3,) the middle of what a closed hand holds: a little before the palm."""
        along, _, back = self.frame
        return self.joints[2] + self.size * (0.42 * along - 0.14 * back)

    @property
    def rod(self) -> Joint:
        """(3,) unit vector along a rod in the hand, out of it on the thumb's side."""
        return self.frame[1]

    @property
    def folded(self) -> bool:
        """The lower piece is drawn before the upper one."""
        return self.layers[1] >= self.layers[0]


@dataclass(frozen=True)
class Pose:
    """A body in figure units (the cranium's radius is 1), hanging from its head.

    `turn` in degrees: how far the chest is turned to the viewer's right; `neck_top`, `neck`: where the neck leaves the
    skull and where it meets the chest (the pit between the collar bones); `chest`, `waist`, `hips`: middles of the
    trunk, the last one between the hip joints. `shoulder`, `rib`, `middle`, `pelvis`: half widths as seen. `arms` and
    `legs`: the one on the viewer's left first.

    `name` says what the pose is ("standing", "sitting"...). `hip_turn`: how far the pelvis is turned, as `turn`.
    `lean`: how far the trunk leans clockwise as seen, degrees; `tilt`: the same of the line between the shoulders.
    `size`: of the body against a natural adult's with this head: 1 for that one, about 0.8 stylized, 0.4 a small child.
    `bust` 0..1. `floor`: y as seen where it stands or sits; inf when it hangs in the air. `seat`: height of what it
    sits on over the floor, 0 for none; `view`: from how far above it is seen, degrees. `rings`: (8, 3, 3) the trunk's
    girths from the collar to the crotch: for each the middle, the half axis to the body's side on the viewer's right,
    and the half axis to the front.
    """

    name: str
    turn: float
    hip_turn: float
    lean: float
    tilt: float
    neck_top: Joint
    neck: Joint
    chest: Joint
    waist: Joint
    hips: Joint
    neck_radius: float
    shoulder: float
    rib: float
    middle: float
    pelvis: float
    arms: tuple[Limb, Limb]
    legs: tuple[Limb, Limb]
    rings: NDArray[np.float64]
    size: float
    bust: float
    floor: float
    seat: float = 0.0
    view: float = 0.0

    def girths(self, level: ArrayLike) -> NDArray[np.float64]:
        """(n, 3, 3) `rings` at levels between them."""
        at = np.atleast_1d(np.asarray(level, np.float64))
        low = np.clip(at.astype(int), 0, len(self.rings) - 2)
        t = (at - low)[:, None, None]
        return self.rings[low] * (1 - t) + self.rings[low + 1] * t

    def around(self, level: ArrayLike, angle: ArrayLike) -> Joints:
        """(n, 3) points on the trunk's surface: `level` from `COLLAR` to `CROTCH`, `angle` in degrees, 0 in the middle
        of the front, 90 at the body's side on the viewer's right, -90 on the left, 180 in the middle of the back.
        """
        level, angle = np.broadcast_arrays(np.asarray(level, np.float64), np.asarray(angle, np.float64))
        girths, turn = self.girths(level), np.atleast_1d(np.radians(angle))[:, None]
        return girths[:, 0] + girths[:, 1] * np.sin(turn) + girths[:, 2] * np.cos(turn)

    def on_trunk(self, level: ArrayLike, angle: ArrayLike) -> Points:
        """(n, 2) `around` as seen: what follows the chest's turn, as a row of buttons, a collar, a belt."""
        return self.around(level, angle)[:, :2]

    def edge(self, level: ArrayLike, side: float) -> Points:
        """(n, 2) the trunk's outline as seen, on the viewer's left (`side` -1) or right (1)."""
        girths = self.girths(level)
        angle = np.degrees(np.arctan2(girths[:, 1, 0] * side, girths[:, 2, 0] * side))
        return self.on_trunk(level, angle)
