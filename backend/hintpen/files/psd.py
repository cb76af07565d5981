"""Photoshop documents in and out, through psd-tools."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# psd-tools takes `Self` from where Python 3.10 has none, so a checker for 3.10 does not know what it returns.

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image
from psd_tools import PSDImage
from psd_tools.api.layers import GroupMixin, Layer
from psd_tools.constants import BlendMode

from hintpen.engine.drawing import Pixels
from hintpen.files.atomic import replacing
from hintpen.files.invalid_file import InvalidFile, check_canvas, reading
from hintpen.files.layers import Blend, Document, Group, PaintLayer, SourceLayer, placed

WAY_OUT = "save it again as PSD in RGB mode"
MAX_SIDE = 30_000
MAX_LAYER_BYTES = 2**31
"""What psd-tools may allocate for one layer, its intermediate copies included."""

BLEND_MODES = {Blend.NORMAL: BlendMode.NORMAL, Blend.MULTIPLY: BlendMode.MULTIPLY, Blend.SCREEN: BlendMode.SCREEN}

logging.getLogger("psd_tools").addHandler(logging.NullHandler())  # what matters comes as an exception


def read_psd(path: Path) -> list[SourceLayer]:
    """The layers of a .psd or .psb file, top first; their pixels are decoded on demand. Raises `InvalidFile`."""
    with reading(path, WAY_OUT):
        document = PSDImage.open(path, max_alloc_bytes=MAX_LAYER_BYTES)
        check_canvas(path, document.width, document.height)
        return list(_walk(path, document, document.size))


def _walk(
    path: Path, group: GroupMixin, canvas: tuple[int, int], names: tuple[str, ...] = (), visible: bool = True
) -> Iterator[SourceLayer]:
    for layer in reversed(list(group)):  # psd-tools counts from the bottom
        name, shown = (*names, layer.name), visible and layer.visible
        if isinstance(layer, GroupMixin):
            yield from _walk(path, layer, canvas, name, shown)
        else:
            yield SourceLayer(name, shown, _Reader(path, layer, canvas))


class _Reader:
    """Decodes one layer when it is called."""

    def __init__(self, path: Path, layer: Layer, canvas: tuple[int, int]) -> None:
        self.path, self.layer, self.canvas = path, layer, canvas

    def __call__(self) -> Pixels:
        with reading(self.path, WAY_OUT):
            image = self.layer.topil(apply_icc=False)
            pixels = np.zeros((0, 0, 4), np.uint8) if image is None else np.asarray(image.convert("RGBA"))
            return placed(pixels, self.layer.left, self.layer.top, *self.canvas)


class _Document(PSDImage):
    """A document whose merged picture is given, transparency included.

    psd-tools would otherwise composite every layer again as it saves: 50 times the memory, for the same picture.
    """

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._merged_alpha = True

    def is_updated(self) -> bool:
        return False


def write_psd(path: Path, document: Document) -> None:
    """Writes a document that Photoshop, Krita and GIMP open. Raises `InvalidFile`."""
    height, width = document.merged.shape[:2]
    if max(width, height) > MAX_SIDE:
        raise InvalidFile(f"{path} cannot hold {width}x{height} pixels, PSD ends at {MAX_SIDE}: write an .ora instead")
    psd = _Document.frompil(Image.fromarray(document.merged))
    _add_nodes(psd, document.layers)
    with replacing(path) as partial:
        psd.save(partial)


def _add_nodes(parent: GroupMixin, nodes: tuple[PaintLayer | Group, ...]) -> None:
    for node in reversed(nodes):
        if isinstance(node, Group):
            group = parent.create_group(name="group")
            group.name = node.name  # the setter, unlike the argument, takes any Unicode
            _add_nodes(group, node.layers)
            continue
        layer = parent.create_pixel_layer(
            Image.fromarray(node.pixels), name="layer", blend_mode=BLEND_MODES[node.blend]
        )
        layer.name = node.name
        layer.visible = node.visible
