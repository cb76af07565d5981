"""What goes into the engine and what comes out: plain records of arrays and numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(height, width, 4) RGBA with straight alpha, or (height, width) luma; 0..255, sRGB."""

ProgressCallback = Callable[[str, float], None]
"""Called as `progress(stage, fraction)`, fraction 0..1 of the whole job; it may raise `Cancelled` to end the job."""


class InvalidDrawing(ValueError):
    """The drawing cannot be colored; the message is one sentence that says what to do."""


class Cancelled(Exception):
    """Raised by a progress callback to end the job."""


class HintKind(Enum):
    """What a hint layer's opaque pixels ask for."""

    COLOR = "color"
    """Each pixel's own color, for the region that it stands in."""
    TRANSPARENT = "transparent"
    """The region stays transparent."""
    PROTECT = "protect"
    """The region comes back as it is in the current Flat, or transparent when there is none."""
    SAME = "same"
    """Regions touched by pixels of one color are alike: those without a hint take the color of those with one."""


class FillMode(Enum):
    """What happens to regions without a hint."""

    HINTED = "hinted"
    """They stay transparent."""
    EXTEND = "extend"
    """They take the color of the neighbor that they are least walled from."""


@dataclass(frozen=True)
class HintLayer:
    """Hints of one kind.

    `pixels`: (height, width, 4) uint8 RGBA of the line art's size. Pixels of alpha 255 are hints; fainter ones belong
    to the stroke beside them.
    """

    kind: HintKind
    pixels: Pixels


@dataclass(frozen=True)
class Drawing:
    """One page as the artist has it.

    `line_art`: (height, width, 4) RGBA or (height, width) luma, uint8, at least 1x1.
    `delivered_flat`, `current_flat`: (height, width, 4) uint8, both or none: the Flat layer as it was last returned and
    as it is now; regions in which they differ were repainted by the artist and come back as they are.
    `line_art_key`: names the line art's content, such as its SHA-256; a `Colorizer` keeps what it learnt about recent
    line art under this name. None: nothing is kept.
    """

    line_art: Pixels
    hints: tuple[HintLayer, ...] = ()
    delivered_flat: Pixels | None = None
    current_flat: Pixels | None = None
    line_art_key: bytes | None = None


@dataclass(frozen=True)
class Options:
    """How the drawing is to be colored."""

    fill: FillMode = FillMode.HINTED


@dataclass(frozen=True)
class Gap:
    """A break in a line that was treated as closed: its center and width in pixels of the canvas."""

    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Layers:
    """The answer, at canvas size.

    `flat`: (height, width, 4) uint8 RGBA; alpha is 0 or 255 except where the artist's own repainting came back.
    `cells`: (height, width) int32 ids, and `region_of_cell`: (cells,) int32, which `regions` puts together.
    `gaps`: breaks that were closed, widest first.
    `seconds`: wall time by stage.
    """

    flat: Pixels
    cells: NDArray[np.int32]
    region_of_cell: NDArray[np.int32]
    region_count: int
    gaps: tuple[Gap, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def regions(self) -> NDArray[np.int32]:
        """(height, width) int32, ids 0..region_count-1; every pixel, inked ones too, belongs to a region."""
        return self.region_of_cell[self.cells]
