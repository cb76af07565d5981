"""What a host adapter hands to the client and gets back: plain records, no host and no transport."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class PixelFormat(Enum):
    """How a picture's pixels are laid out, row by row, 8 bits a channel, sRGB."""

    RGBA8 = 4
    """Red, green, blue, straight alpha; the value is bytes a pixel."""
    GRAY8 = 1


@dataclass(frozen=True)
class Picture:
    """Raw pixels: `len(pixels) == width * height * format.value`."""

    width: int
    height: int
    format: PixelFormat
    pixels: bytes

    def __post_init__(self) -> None:
        expected = self.width * self.height * self.format.value
        if self.width < 1 or self.height < 1 or len(self.pixels) != expected:
            raise ValueError(
                f"a {self.width}x{self.height} {self.format.name} picture holds {expected} bytes, "
                f"not {len(self.pixels)}"
            )


class HintKind(Enum):
    """What a hint layer's opaque pixels ask for; see the contract."""

    COLOR = "color"
    TRANSPARENT = "transparent"
    PROTECT = "protect"
    SAME = "same"


class FillMode(Enum):
    """What happens to regions without a hint."""

    HINTED = "hinted"
    EXTEND = "extend"


class BlendMode(Enum):
    """How a layer is laid over those below it."""

    NORMAL = "normal"
    MULTIPLY = "multiply"
    SCREEN = "screen"


@dataclass(frozen=True)
class HintLayer:
    """Hints of one kind: RGBA8, of the line art's size."""

    kind: HintKind
    picture: Picture


@dataclass(frozen=True)
class ColorizeJob:
    """One request: the whole canvas as the artist has it."""

    line_art: Picture
    hints: tuple[HintLayer, ...] = ()
    fill: FillMode = FillMode.HINTED
    delivered_flat: Picture | None = None
    current_flat: Picture | None = None


@dataclass(frozen=True)
class Layer:
    """A finished layer of the answer; its picture has the line art's size, which the client has checked."""

    kind: str
    """"flat"; later "shade" and "highlight"."""
    name: str
    blend_mode: BlendMode
    picture: Picture


@dataclass(frozen=True)
class Gap:
    """A break in a line that was treated as closed; pixels of the canvas."""

    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Report:
    """What the server says when a job is done."""

    region_count: int
    gaps: tuple[Gap, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True)
class Answer:
    """A finished job."""

    layers: tuple[Layer, ...]
    report: Report


@dataclass(frozen=True)
class ServerInfo:
    """What a server is and what it accepts."""

    version: str
    """Of its package, such as "0.1.0"."""
    device: str
    """What computes, such as "cpu"."""
    packs: tuple[str, ...]
    """Names and versions of the loaded weight packs."""
    max_side: int
    """Pixels a side."""
    max_pixels: int
    """Pixels a picture."""
    max_hint_layers: int
    chunk_bytes: int
    """Of one message of pixels."""
    max_queue: int
    """Jobs that may wait for the worker."""
