"""What lies on either side of a line: whether it is seen, outlines a thing, faces the light, parts near from far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.lines.strokes import Curves, Numbers, Values, walk_whole
from hintpen.training.artist.records import Scene

SPOTS = 17
"""At so many places along a curve its sides are looked at."""

REACH = 0.008
"""How far from the line, in canvas units."""


@dataclass(frozen=True)
class Sides:
    """(c, SPOTS) each, for places spread evenly along c curves.

    `seen`: bool, nothing lies over it; `parts_two`: bool, it is seen and lies between two parts; `outline`: 0..1, it
    lies between two things or a thing and its ground; `sunny`: -1..1, how squarely the edge that it draws faces the
    light, 0 inside a form; `step`: 0..1, how much nearer one side is than the other; `depth`: of the part itself.
    """

    seen: NDArray[np.bool_]
    parts_two: NDArray[np.bool_]
    outline: Values
    sunny: Values
    step: Values
    depth: Values


def sides_of(
    curves: Curves, owner: Numbers, scene: Scene, parts: NDArray[np.int32], toward: tuple[float, float]
) -> Sides:
    """What `parts` (part numbers, (h, w)) shows beside curves that part number `owner` (c,) draws.

    `toward`: unit vector to the light on the page, y down.
    """
    line = walk_whole(curves, SPOTS)
    height, width = parts.shape
    size = min(height, width)

    def shown(by: float) -> Numbers:
        at = np.floor((line.points + by * line.side) * size).astype(np.intp)
        x, y = np.clip(at[:, 0], 0, width - 1), np.clip(at[:, 1], 0, height - 1)
        return parts[y, x].reshape(-1, SPOTS).astype(np.intp)

    right, middle, left = shown(REACH), shown(0.0), shown(-REACH)
    own = owner[:, None]
    table = np.array([-1.0, *(part.depth for part in scene.parts)])
    thing, region = _numbers(scene)
    seen = np.minimum(np.minimum(right, left), middle) <= own
    inside = (line.points > 0.004).all(1) & (line.points < (width / size - 0.004, height / size - 0.004)).all(1)
    two = seen & (region[right] != region[left]) & inside.reshape(-1, SPOTS)
    apart = table[right] - table[left]
    away = np.where(np.abs(apart) > 1e-9, -np.sign(apart), np.where(right == own, -1.0, 1.0)) * (right != left)
    facing = (line.side @ np.asarray(toward)).reshape(-1, SPOTS)
    return Sides(
        seen,
        two,
        _smooth((thing[right] != thing[left]).astype(np.float64)),
        _smooth(facing * away),
        _smooth(np.minimum(np.abs(apart) / 0.25, 1.0) * two),
        np.broadcast_to(table[own], right.shape),
    )


def _numbers(scene: Scene) -> tuple[Numbers, Numbers]:
    """A number for each part's thing and region; 0 is bare paper."""
    things: dict[str, int] = {}
    regions: dict[str, int] = {}
    thing, region = [0], [0]
    for number, part in enumerate(scene.parts):
        thing.append(things.setdefault(part.paint.key.rpartition(".")[0], len(things) + 1))
        region.append(regions.setdefault(part.region or f"#{number}", len(regions) + 1))
    return np.array(thing), np.array(region)


def _smooth(values: Values) -> Values:
    """A mean of five places, so that the weight of a line changes slowly."""
    padded = np.pad(values, ((0, 0), (2, 2)), mode="edge")
    total = np.cumsum(padded, 1)
    return (total[:, 4:] - np.pad(total[:, :-5], ((0, 0), (1, 0)))) / 5


def along_curve(values: Values, which: Numbers, t: Values) -> Values:
    """(n,) `values` (c, SPOTS) of the curves `which` at the shares `t` of their length."""
    u = np.clip(t, 0, 1) * (SPOTS - 1)
    i = np.minimum(u.astype(np.intp), SPOTS - 2)
    f = u - i
    return values[which, i] * (1 - f) + values[which, i + 1] * f
