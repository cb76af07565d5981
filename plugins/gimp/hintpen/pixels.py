"""Layers as the client's pictures, and back: the only room that names GEGL and babl."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from gi.repository import Babl, Gegl, Gimp
from hintpen_client.types import Picture, PixelFormat


def read(layer: Gimp.Layer) -> Picture:
    """What is stored in `layer`, laid out over the whole canvas; transparent where the layer does not reach."""
    image = layer.get_image()
    width, height = image.get_width(), image.get_height()
    offsets = layer.get_offsets()
    canvas = Gegl.Rectangle.new(-offsets.offset_x, -offsets.offset_y, width, height)
    pixels = layer.get_buffer().get(canvas, 1.0, _format(layer), Gegl.AbyssPolicy.NONE)
    return Picture(width, height, PixelFormat.RGBA8, bytes(pixels))


def read_as_seen(layer: Gimp.Layer) -> Picture:
    """The same, with the layer's mask and filters applied; opacity and visibility do not count."""
    if not layer.get_mask() and not layer.get_filters():
        return read(layer)
    with _copy(layer) as copy:
        copy.merge_filters()
        if copy.get_mask():
            keep = Gimp.MaskApplyMode.APPLY if layer.get_apply_mask() else Gimp.MaskApplyMode.DISCARD
            copy.remove_mask(keep)
        return read(copy)


def hides_what_is_below(layer: Gimp.Layer) -> bool:
    """Whether `layer` is mostly opaque and in Normal mode, such as a scan on its white paper."""
    if layer.get_mode() not in (Gimp.LayerMode.NORMAL, Gimp.LayerMode.NORMAL_LEGACY):
        return False
    alpha = read_as_seen(layer).pixels[3::4]
    return alpha.count(255) > len(alpha) // 2


def fill_new(layer: Gimp.Layer, picture: Picture) -> None:
    """Gives a canvas-sized layer that is in no image yet its pixels."""
    _put(layer, layer.get_buffer(), picture)


def repaint(layer: Gimp.Layer, picture: Picture) -> None:
    """Gives a canvas-sized layer new pixels, as an undo step; selection and alpha lock do not hold them back."""
    locked = layer.get_lock_alpha()
    layer.set_lock_alpha(False)
    with _nothing_selected(layer.get_image()):
        _put(layer, layer.get_shadow_buffer(), picture)
        layer.merge_shadow(True)
        layer.update(0, 0, picture.width, picture.height)
    layer.set_lock_alpha(locked)


def move(picture: Picture, x: int, y: int, width: int, height: int) -> Picture:
    """The part of `picture` on a canvas of `width` x `height` on which its upper left corner lies at (x, y)."""
    whole = Gegl.Rectangle.new(0, 0, picture.width, picture.height)
    buffer = Gegl.Buffer.new("R'G'B'A u8", 0, 0, picture.width, picture.height)
    buffer.set(whole, "R'G'B'A u8", picture.pixels)
    canvas = Gegl.Rectangle.new(-x, -y, width, height)
    pixels = buffer.get(canvas, 1.0, "R'G'B'A u8", Gegl.AbyssPolicy.NONE)
    return Picture(width, height, PixelFormat.RGBA8, bytes(pixels))


def _format(layer: Gimp.Layer) -> str:
    """The babl name of R'G'B'A u8 in the image's own color space.

    An image of 8 bits keeps its own tone curve: bytes pass as they are, so that hints are exact in any profile. Deeper
    images may have a linear curve, in which 8 bits would band: theirs becomes sRGB's.
    """
    native = layer.get_format()
    space = Babl.format_get_space(native)
    if layer.get_image().get_precision() != Gimp.Precision.U8_NON_LINEAR:
        space = Babl.space_with_trc(space, Babl.trc("sRGB"))
    return Babl.get_name(Babl.format_with_space("R'G'B'A u8", space))


def _put(layer: Gimp.Layer, buffer: Gegl.Buffer, picture: Picture) -> None:
    # GEGL writes nothing and says nothing when the bytes are too few, but a Picture has as many as its size says.
    buffer.set(Gegl.Rectangle.new(0, 0, picture.width, picture.height), _format(layer), picture.pixels)
    buffer.flush()


@contextmanager
def _copy(layer: Gimp.Layer) -> Iterator[Gimp.Layer]:
    """A copy in an image of its own, as only layers of an image can merge their mask."""
    image = layer.get_image()
    scratch = Gimp.Image.new_with_precision(
        image.get_width(), image.get_height(), Gimp.ImageBaseType.RGB, image.get_precision()
    )
    try:
        scratch.undo_disable()
        scratch.set_color_profile(image.get_effective_color_profile())
        copy = Gimp.Layer.new_from_drawable(layer, scratch)
        scratch.insert_layer(copy, None, 0)
        yield copy
    finally:
        scratch.delete()


@contextmanager
def _nothing_selected(image: Gimp.Image) -> Iterator[None]:
    """GIMP merges pixels through the selection: puts it aside."""
    if Gimp.Selection.is_empty(image):
        yield
        return
    selection = Gimp.Selection.save(image)
    Gimp.Selection.none(image)
    try:
        yield
    finally:
        image.select_item(Gimp.ChannelOps.REPLACE, selection)
        image.remove_channel(selection)
