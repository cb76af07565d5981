"""Reads a call's header: every enum, size and limit is checked here, before any memory is spent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hintpen.engine.drawing import Drawing, FillMode, HintKind, HintLayer, Options, Pixels
from hintpen.server.limits import PROTOCOL_VERSION, Limits
from hintpen.server.refusal import Refusal
from hintpen.v1 import colorizer_pb2 as pb

CHANNELS_OF_FORMAT = {pb.PIXEL_FORMAT_RGBA8: 4, pb.PIXEL_FORMAT_GRAY8: 1}
HINT_KINDS = {
    pb.HINT_KIND_COLOR: HintKind.COLOR,
    pb.HINT_KIND_TRANSPARENT: HintKind.TRANSPARENT,
    pb.HINT_KIND_PROTECT: HintKind.PROTECT,
    pb.HINT_KIND_SAME: HintKind.SAME,
}
FILL_MODES = {pb.FILL_MODE_HINTED: FillMode.HINTED, pb.FILL_MODE_EXTEND: FillMode.EXTEND}
_RGBA = 4


@dataclass(frozen=True)
class PictureName:
    """A picture's content and shape, checked against the limits."""

    sha256: bytes
    width: int
    height: int
    channels: int

    @property
    def size(self) -> int:
        """Raw bytes."""
        return self.width * self.height * self.channels

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the engine's array."""
        return (self.height, self.width) if self.channels == 1 else (self.height, self.width, self.channels)

    @property
    def key(self) -> bytes:
        """Content and shape in one: the same bytes may be a wide picture or a tall one."""
        return self.sha256 + repr(self.shape).encode()


@dataclass(frozen=True)
class Order:
    """A checked header: what is to be colored, and how."""

    line_art: PictureName
    hints: tuple[tuple[HintKind, PictureName], ...]
    flats: tuple[PictureName, PictureName] | None
    """As last delivered, and as it is now."""
    options: Options

    def sizes(self) -> dict[bytes, int]:
        """Raw bytes of each different picture, by its SHA-256."""
        return {picture.sha256: picture.size for picture in self.pictures()}

    def drawing(self, pixels: Mapping[bytes, Pixels]) -> Drawing:
        """The engine's drawing over the received bytes, without a copy."""

        def array(picture: PictureName) -> Pixels:
            return np.reshape(pixels[picture.sha256], picture.shape)

        return Drawing(
            line_art=array(self.line_art),
            hints=tuple(HintLayer(kind, array(picture)) for kind, picture in self.hints),
            delivered_flat=array(self.flats[0]) if self.flats else None,
            current_flat=array(self.flats[1]) if self.flats else None,
            line_art_key=self.line_art.key,
        )

    def pictures(self) -> tuple[PictureName, ...]:
        """All of them, equal ones repeated."""
        return (self.line_art, *(picture for _, picture in self.hints), *(self.flats or ()))


def require_version(version: int) -> None:
    """Raises: Refusal when the caller speaks another version of the contract."""
    if version != PROTOCOL_VERSION:
        raise Refusal(
            "VERSION_MISMATCH",
            f"The plugin speaks version {version} of the contract and this server version {PROTOCOL_VERSION}: "
            "install the same release of both and start the server again.",
        )


def read_header(header: pb.ColorizeHeader, limits: Limits) -> Order:
    """Checks `header` wholly.

    Raises: Refusal.
    """
    require_version(header.protocol_version)
    if header.fill not in FILL_MODES:
        raise Refusal("REQUEST_MALFORMED", f"Fill mode {header.fill} is unknown: ask for HINTED or EXTEND.")
    if len(header.hints) > limits.max_hint_layers:
        raise Refusal(
            "REQUEST_MALFORMED",
            f"{len(header.hints)} hint layers are too many: merge them to {limits.max_hint_layers}.",
        )
    line_art = _read_picture("line_art", header.line_art, limits)
    order = Order(
        line_art=line_art,
        hints=tuple(
            (_read_kind(hint), _read_overlay("hints", hint.picture, line_art, limits)) for hint in header.hints
        ),
        flats=_read_flats(header, line_art, limits),
        options=Options(FILL_MODES[header.fill]),
    )
    if any(order.sizes()[picture.sha256] != picture.size for picture in order.pictures()):
        raise Refusal("PICTURE_INVALID", "Two pictures of one SHA-256 differ in size: name each by its own pixels.")
    if (total := sum(order.sizes().values())) > limits.held_bytes:
        raise Refusal(
            "PICTURE_TOO_LARGE",
            f"The pictures of this call take {total} bytes and the server holds at most {limits.held_bytes}: "
            "scale the canvas down or send fewer hint layers.",
        )
    return order


def _read_kind(hint: pb.HintLayer) -> HintKind:
    if hint.kind not in HINT_KINDS:
        raise Refusal(
            "REQUEST_MALFORMED", f"Hint kind {hint.kind} is unknown: use one of {[k.name for k in HintKind]}."
        )
    return HINT_KINDS[hint.kind]


def _read_flats(
    header: pb.ColorizeHeader, line_art: PictureName, limits: Limits
) -> tuple[PictureName, PictureName] | None:
    if header.HasField("delivered_flat") != header.HasField("current_flat"):
        raise Refusal("REQUEST_MALFORMED", "delivered_flat and current_flat belong together: send both or none.")
    if not header.HasField("current_flat"):
        return None
    return (
        _read_overlay("delivered_flat", header.delivered_flat, line_art, limits),
        _read_overlay("current_flat", header.current_flat, line_art, limits),
    )


def _read_overlay(role: str, message: pb.Picture, line_art: PictureName, limits: Limits) -> PictureName:
    """A picture that lies over the line art: RGBA8, of its size."""
    picture = _read_picture(role, message, limits)
    if (picture.width, picture.height) != (line_art.width, line_art.height):
        raise Refusal(
            "PICTURE_INVALID",
            f"A picture of {role} is {picture.width}x{picture.height} and the line art "
            f"{line_art.width}x{line_art.height}: send both at the canvas size.",
        )
    if picture.channels != _RGBA:
        raise Refusal("PICTURE_INVALID", f"A picture of {role} is not RGBA8: convert it before sending.")
    return picture


def _read_picture(role: str, picture: pb.Picture, limits: Limits) -> PictureName:
    if picture.width < 1 or picture.height < 1:
        raise Refusal("PICTURE_INVALID", f"A picture of {role} has no pixels: send one of at least 1x1.")
    if max(picture.width, picture.height) > limits.max_side or picture.width * picture.height > limits.max_pixels:
        raise Refusal(
            "PICTURE_TOO_LARGE",
            f"A picture of {role} is {picture.width}x{picture.height}; at most {limits.max_side} pixels a side and "
            f"{limits.max_pixels} pixels in all are served: scale the canvas down.",
        )
    if picture.format not in CHANNELS_OF_FORMAT:
        raise Refusal("REQUEST_MALFORMED", f"Pixel format {picture.format} of {role} is unknown: send RGBA8 or GRAY8.")
    if len(picture.sha256) != 32:
        raise Refusal("REQUEST_MALFORMED", f"The name of a picture of {role} is not a SHA-256 of 32 bytes.")
    return PictureName(picture.sha256, picture.width, picture.height, CHANNELS_OF_FORMAT[picture.format])
