"""Packs the engine's answer into messages."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from hintpen.engine.drawing import Layers, Pixels
from hintpen.v1 import colorizer_pb2 as pb

COMPRESSION_LEVEL = 1
"""Flat colors shrink a hundredfold at the fastest level already."""
DEFLATE_STEP = 1 << 20
"""Raw bytes compressed at once."""
HEAD, LAST_BLOCK = b"\x78\x01", b"\x03\x00"
"""RFC 1950 and 1951: a stream's first bytes, and a last block without content."""
MAX_GAPS = 10_000
"""The narrower rest is left out, so that the last message stays below gRPC's usual limit of 4 MiB."""


def pack_flat(flat: Pixels, sha256: bytes) -> pb.ColorizeResponse:
    """Announces the Flat layer, (height, width, 4); its chunks follow."""
    height, width = flat.shape[:2]
    picture = pb.Picture(sha256=sha256, width=width, height=height, format=pb.PIXEL_FORMAT_RGBA8)
    layer = pb.Layer(kind=pb.LAYER_KIND_FLAT, name="Flat", blend_mode=pb.BLEND_MODE_NORMAL, picture=picture)
    return pb.ColorizeResponse(layer=layer)


def pack_chunk(data: bytes, sha256: bytes) -> pb.ColorizeResponse:
    """A piece of a picture's stream."""
    return pb.ColorizeResponse(chunk=pb.PictureChunk(sha256=sha256, data=data))


def pack_done(layers: Layers) -> pb.ColorizeResponse:
    """The report that ends a call."""
    gaps = [pb.Gap(x=gap.x, y=gap.y, width=gap.width) for gap in layers.gaps[:MAX_GAPS]]
    stages = [pb.StageTime(stage=stage, seconds=seconds) for stage, seconds in layers.seconds.items()]
    return pb.ColorizeResponse(done=pb.Done(region_count=layers.region_count, gaps=gaps, stages=stages))


def deflate(pixels: memoryview, length: int) -> Iterator[bytes]:
    """Yields raw bytes as one zlib stream, in pieces of at most `length`.

    Its steps know nothing of each other, so that threads deflate them side by side, as pigz does, while the client
    inflates those before.
    """
    steps = [pixels[start : start + DEFLATE_STEP] for start in range(0, len(pixels), DEFLATE_STEP)]
    checksum = 1
    yield HEAD
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        for step, blocks in zip(steps, cores.map(_blocks, steps), strict=True):
            checksum = zlib.adler32(step, checksum)
            yield from (blocks[at : at + length] for at in range(0, len(blocks), length))
    yield LAST_BLOCK + checksum.to_bytes(4, "big")


def _blocks(step: memoryview) -> bytes:
    """Blocks of a stream that refer to nothing before them, ended at a whole byte."""
    deflater = zlib.compressobj(COMPRESSION_LEVEL, wbits=-zlib.MAX_WBITS)
    return deflater.compress(step) + deflater.flush(zlib.Z_FULL_FLUSH)
