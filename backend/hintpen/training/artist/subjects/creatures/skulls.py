"""Where the face is seen on a head that turns."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hintpen.training.artist.frame import Points


@dataclass(frozen=True)
class Skull:
    """A head turned by `yaw` and nodding by `pitch` degrees; `ring` is its outline, clockwise from the crown."""

    yaw: float
    pitch: float
    wide: float
    high: float
    ring: Points

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the face is seen; x and y as on a face that looks at the viewer."""
        a, b = math.radians(self.yaw), math.radians(self.pitch)
        x, y = x * self.wide, y * self.high
        z = math.sqrt(max(0.05, 1.1 - (x / 1.1) ** 2 - (y / 1.2) ** 2))
        return x * math.cos(a) + 0.8 * z * math.sin(a), y * math.cos(b) + z * math.sin(b)

    def narrow(self, x: float) -> float:
        """How much narrower a thing at `x` is seen, 0.5..1.1."""
        a = math.radians(self.yaw)
        x = min(0.95, max(-0.95, x))
        return min(1.08, max(0.5, math.cos(a) - math.sin(a) * x / math.sqrt(1 - x * x)))
