"""OpenRaster in and out; https://www.openraster.org/baseline/file-layout-spec.html"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from hintpen.engine.drawing import Pixels
from hintpen.files.atomic import replacing
from hintpen.files.invalid_file import MAX_PIXELS, InvalidFile, check_canvas, reading
from hintpen.files.layers import Blend, Document, Group, PaintLayer, SourceLayer, placed
from hintpen.files.picture import decode_picture

WAY_OUT = "save it again as OpenRaster (.ora)"
MIMETYPE = "image/openraster"
MAX_STACK_BYTES = 4 * 2**20
MAX_DEPTH = 64
THUMBNAIL_SIDE = 256
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time on every entry: the same layers make the same bytes."""

OPERATORS = {Blend.NORMAL: "svg:src-over", Blend.MULTIPLY: "svg:multiply", Blend.SCREEN: "svg:screen"}


def read_openraster(path: Path) -> list[SourceLayer]:
    """The layers of an .ora file, top first; their pixels are decoded on demand. Raises `InvalidFile`."""
    with reading(path, WAY_OUT), zipfile.ZipFile(path) as archive:
        image = _parse(path, _entry(path, archive, "stack.xml", MAX_STACK_BYTES))
        width, height = int(image.attrib["w"]), int(image.attrib["h"])
        check_canvas(path, width, height)
        return [layer for stack in image.findall("stack") for layer in _walk(path, stack, (width, height))]


class _NoDoctype(ElementTree.TreeBuilder):
    """Refuses a document type, and with it the entities that XML bombs are made of."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ValueError("stack.xml declares a document type")


def _parse(path: Path, data: bytes) -> ElementTree.Element:
    image = ElementTree.fromstring(data, ElementTree.XMLParser(target=_NoDoctype()))  # noqa: S314
    if image.tag != "image":
        raise InvalidFile(f"{path} has no image in its stack.xml: {WAY_OUT}")
    return image


def _walk(
    path: Path,
    stack: ElementTree.Element,
    canvas: tuple[int, int],
    names: tuple[str, ...] = (),
    offset: tuple[int, int] = (0, 0),
    visible: bool = True,
) -> Iterator[SourceLayer]:
    """The layers inside one stack; a stack's offset moves what is inside it."""
    if len(names) > MAX_DEPTH:
        raise InvalidFile(f"{path} nests groups more than {MAX_DEPTH} deep: flatten some")
    for node in stack:
        name = (*names, node.get("name", ""))
        place = offset[0] + int(node.get("x", 0)), offset[1] + int(node.get("y", 0))
        shown = visible and node.get("visibility", "visible") != "hidden"
        if node.tag == "stack":
            yield from _walk(path, node, canvas, name, place, shown)
        elif node.tag == "layer":
            yield SourceLayer(name, shown, _Reader(path, node.attrib["src"], place, canvas))


class _Reader:
    """Decodes one layer when it is called."""

    def __init__(self, path: Path, source: str, offset: tuple[int, int], canvas: tuple[int, int]) -> None:
        self.path, self.source, self.offset, self.canvas = path, source, offset, canvas

    def __call__(self) -> Pixels:
        with reading(self.path, WAY_OUT), zipfile.ZipFile(self.path) as archive:
            data = _entry(self.path, archive, self.source, 4 * MAX_PIXELS)
            return placed(decode_picture(self.path, io.BytesIO(data), ("PNG",)), *self.offset, *self.canvas)


def _entry(path: Path, archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """An entry's bytes; `zipfile` never gives more than the size that is checked here."""
    if archive.getinfo(name).file_size > limit:
        raise InvalidFile(f"{path} unpacks to more than {limit} bytes in {name}: {WAY_OUT}")
    return archive.read(name)


def write_openraster(path: Path, document: Document) -> None:
    """Writes a document that Krita, GIMP and MyPaint open. Raises `InvalidFile`."""
    height, width = document.merged.shape[:2]
    image = ElementTree.Element("image", version="0.0.3", w=str(width), h=str(height), xres="72", yres="72")
    with replacing(path) as partial, zipfile.ZipFile(partial, "w") as archive:
        _store(archive, "mimetype", MIMETYPE.encode())
        _add_nodes(archive, ElementTree.SubElement(image, "stack"), document.layers)
        _deflate(archive, "stack.xml", ElementTree.tostring(image, "UTF-8", xml_declaration=True))
        merged = Image.fromarray(document.merged)
        _store(archive, "mergedimage.png", _png(merged))
        merged.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        _store(archive, "Thumbnails/thumbnail.png", _png(merged))


def _add_nodes(archive: zipfile.ZipFile, stack: ElementTree.Element, nodes: tuple[PaintLayer | Group, ...]) -> None:
    for node in nodes:
        if isinstance(node, Group):
            group = ElementTree.SubElement(stack, "stack", name=node.name, opacity="1.0", visibility="visible")
            _add_nodes(archive, group, node.layers)
            continue
        source = f"data/layer{len(archive.namelist()):03}.png"
        _store(archive, source, _png(Image.fromarray(node.pixels)))
        ElementTree.SubElement(
            stack,
            "layer",
            {
                "name": node.name,
                "src": source,
                "x": "0",
                "y": "0",
                "opacity": "1.0",
                "visibility": "visible" if node.visible else "hidden",
                "composite-op": OPERATORS[node.blend],
            },
        )


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def _store(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """PNG is compressed already, and the mimetype must not be."""
    archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_STORED)


def _deflate(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
