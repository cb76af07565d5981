"""An eye's lids: two curves from corner to corner, and their place on the face."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.curves import Values, spline
from hintpen.training.artist.figure.expressions import Expression
from hintpen.training.artist.figure.eye_styles import EyeStyle
from hintpen.training.artist.figure.sitter import Sitter
from hintpen.training.artist.frame import Points

SOCKET = -0.07
"""How deep eyes lie in the face."""
ACROSS = np.linspace(-1, 1, 29)
"""Where lids are known, from the inner corner to the outer one."""


@dataclass(frozen=True)
class Lids:
    """An opened eye in its own axes: u outward from its middle in half widths, v down in head units.

    `upper`, `lower`: (29,) v along u from -1 to 1; `half`: half the width; `tilt` in radians.
    """

    upper: Values
    lower: Values
    half: float
    tilt: float
    side: float
    sitter: Sitter

    def on_face(self, u: Values | float, v: Values | float) -> Points:
        """(n, 2) on the face as drawn straight ahead."""
        x, y = np.broadcast_arrays(np.asarray(u) * self.half, np.asarray(v))
        c, s = math.cos(self.tilt), math.sin(self.tilt)
        skull = self.sitter.skull
        return np.stack([self.side * (skull.eye_x + c * x + s * y), skull.eye + c * y - s * x], -1).reshape(-1, 2)

    def seen(self, u: Values | float, v: Values | float) -> Points:
        """(n, 2) as seen."""
        return self.sitter.at(self.on_face(u, v), SOCKET)

    def up(self, u: Values | float) -> Values:
        """v of the upper lid."""
        return np.asarray(np.interp(u, ACROSS, self.upper))

    def low(self, u: Values | float) -> Values:
        """v of the lower lid."""
        return np.asarray(np.interp(u, ACROSS, self.lower))


def lids_of(style: EyeStyle, mood: Expression, sitter: Sitter, side: float) -> Lids:
    """The lids of the eye on a side, -1 for the viewer's left, as open as the mood has them."""
    b = style.box
    arch = spline(
        [
            (-1.0, 0.0),
            (-0.84, 0.3 + 0.3 * b),
            (-0.5, 0.68 + 0.24 * b),
            (float(np.clip(style.peak, -0.25, 0.3)), 1.0),
            (0.56, 0.8 + 0.17 * b),
            (0.86, 0.4 + 0.3 * b),
            (1.0, 0.0),
        ]
    )
    bowl = spline([(-1.0, 0.0), (-0.84, 0.38), (-0.5, 0.8), (0.05, 1.0), (0.5, 0.9), (0.82, 0.5), (1.0, 0.0)])
    upper = -style.top * np.interp(ACROSS, arch[:, 0], arch[:, 1])
    lower = style.bottom * np.interp(ACROSS, bowl[:, 0], bowl[:, 1])
    # Narrow eyes have less to close before nothing of the iris is left.
    lid = max(mood.lid, min(0.11 / (style.top + style.bottom), 0.9))
    gap = lower - upper
    return Lids(
        upper=lower - gap * lid,
        lower=lower - gap * mood.lower,
        half=style.width / 2,
        tilt=math.radians(style.tilt),
        side=side,
        sitter=sitter,
    )
