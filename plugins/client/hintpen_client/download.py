"""A layer on its way in. A host reads past a short buffer, so nothing is believed before it was counted and hashed."""

from __future__ import annotations

import asyncio
import hashlib
import io
import zlib

from hintpen_client.failures import damaged
from hintpen_client.types import BlendMode, Layer, Picture, PixelFormat
from hintpen_client.v1 import colorizer_pb2 as pb

# Bytes of raw pixels between two turns of the asyncio loop.
PIECE = 2**20

_KINDS = {pb.LAYER_KIND_FLAT: "flat"}
_BLEND_MODES = {
    pb.BLEND_MODE_NORMAL: BlendMode.NORMAL,
    pb.BLEND_MODE_MULTIPLY: BlendMode.MULTIPLY,
    pb.BLEND_MODE_SCREEN: BlendMode.SCREEN,
}


class LayerReceiver:
    """Puts one layer together from its chunks. Raises HintpenError for anything but the layer that was announced."""

    def __init__(self, announced: pb.Layer, width: int, height: int) -> None:
        picture = announced.picture
        if (picture.width, picture.height) != (width, height) or picture.format != pb.PIXEL_FORMAT_RGBA8:
            raise damaged(f"a layer of {picture.width}x{picture.height} for a canvas of {width}x{height}")
        if announced.kind not in _KINDS or announced.blend_mode not in _BLEND_MODES:
            raise damaged("a kind of layer that this plugin does not know")
        self._announced = announced
        self._left = width * height * PixelFormat.RGBA8.value
        self._inflater = zlib.decompressobj()
        self._digest = hashlib.sha256()
        self._pixels = io.BytesIO()

    async def feed(self, chunk: pb.PictureChunk) -> None:
        if chunk.sha256 != self._announced.picture.sha256:
            raise damaged("pixels of a picture that it had not announced")
        if self._inflater.eof:
            raise damaged("more pixels than the layer holds")
        try:
            await self._inflate(chunk.data)
        except zlib.error as error:
            raise damaged("a damaged layer") from error

    async def _inflate(self, data: bytes) -> None:
        while True:
            # One byte more than is due shows an answer that is too long, however far it would unfold.
            room = min(PIECE, self._left + 1)
            piece = self._inflater.decompress(data, room)
            if len(piece) > self._left or self._inflater.unused_data:
                raise damaged("more pixels than the layer holds")
            self._left -= len(piece)
            self._digest.update(piece)
            self._pixels.write(piece)
            data = self._inflater.unconsumed_tail
            if not data and len(piece) < room:
                return
            await asyncio.sleep(0)

    @property
    def complete(self) -> bool:
        return self._inflater.eof

    def layer(self) -> Layer:
        """The layer, once it is complete."""
        if self._left:
            raise damaged("fewer pixels than the layer holds")
        if self._digest.digest() != self._announced.picture.sha256:
            raise damaged("a layer that is not the one it had announced")
        width, height = self._announced.picture.width, self._announced.picture.height
        return Layer(
            kind=_KINDS[self._announced.kind],
            name=self._announced.name,
            blend_mode=_BLEND_MODES[self._announced.blend_mode],
            picture=Picture(width, height, PixelFormat.RGBA8, self._pixels.getvalue()),
        )
