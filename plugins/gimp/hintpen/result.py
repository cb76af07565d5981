"""The group 'Hintpen' and its layer 'Flat': where it lies, and what was delivered in it the last time."""

from __future__ import annotations

import base64
import zlib

import pixels
from choice import OWN, Refusal
from gi.repository import Gimp
from hintpen_client.types import Picture, PixelFormat

GROUP_MARK = "hintpen-group"
"""Parasite of the group: the tattoos of its line layer and of itself, so that a copy is not taken for the group."""
FLAT_MARK = "hintpen-flat"
"""Parasite of Flat: its own tattoo, width, height and base64 of zlib of the pixels as delivered."""
KEPT = Gimp.PARASITE_PERSISTENT | Gimp.PARASITE_UNDOABLE


class Result:
    """What an earlier run left for one line layer: `group` and `flat`, or None."""

    def __init__(self, lines: Gimp.Layer) -> None:
        self.lines = lines
        self.group = _find_group(lines)
        self.flat = _find_flat(self.group) if self.group else None

    def require_unlocked(self) -> None:
        """`Refusal` when the artist locked what is to be changed; GIMP would end the plug-in for writing to it."""
        for layer in (self.group, self.flat):
            if layer and layer.get_lock_content():
                raise Refusal(f"The layer '{layer.get_name()}' is locked: unlock its pixels, then run Hintpen again.")

    def delivered(self) -> Picture | None:
        """Flat as it was delivered, on the canvas of today; None on the first run and after Flat was scaled."""
        mark = _mark(self.flat, FLAT_MARK) if self.flat else None
        if mark is None or len(mark) != 4:
            return None
        width, height = int(mark[1]), int(mark[2])
        if (width, height) != (self.flat.get_width(), self.flat.get_height()):
            return None
        image, offsets = self.lines.get_image(), self.flat.get_offsets()
        try:
            unpacked = zlib.decompressobj().decompress(base64.b64decode(mark[3]), width * height * 4 + 1)
            picture = Picture(width, height, PixelFormat.RGBA8, unpacked)
        except (ValueError, zlib.error):
            return None
        return pixels.move(picture, offsets.offset_x, offsets.offset_y, image.get_width(), image.get_height())

    def put(self, picture: Picture) -> None:
        """Makes `picture` the Flat layer, directly below the lines if the group is new."""
        if self.delivered() is None:
            self._keep_old_flat()
            self._insert(picture)
        else:
            self.flat.resize_to_image_size()
            pixels.repaint(self.flat, picture)
        # As GIMP stored it, not as it was sent: else a profile's rounding would look like the artist's repainting.
        stored = pixels.read(self.flat)
        packed = base64.b64encode(zlib.compress(stored.pixels)).decode("ascii")
        _set_mark(self.flat, FLAT_MARK, [self.flat.get_tattoo(), stored.width, stored.height, packed])

    def _keep_old_flat(self) -> None:
        """A Flat that was scaled or cropped can no longer be told from the artist's repainting: it stays, hidden."""
        if self.flat:
            self.flat.set_name("Flat before its size changed")
            self.flat.set_visible(False)
            self.flat.detach_parasite(FLAT_MARK)

    def _insert(self, picture: Picture) -> None:
        image = self.lines.get_image()
        if not self.group:
            self.group = Gimp.GroupLayer.new(image, OWN)
            image.insert_layer(self.group, self.lines.get_parent(), image.get_item_position(self.lines) + 1)
            _set_mark(self.group, GROUP_MARK, [self.lines.get_tattoo(), self.group.get_tattoo()])
        self.flat = Gimp.Layer.new(
            image, "Flat", picture.width, picture.height, Gimp.ImageType.RGBA_IMAGE, 100.0, Gimp.LayerMode.NORMAL
        )
        pixels.fill_new(self.flat, picture)
        image.insert_layer(self.flat, self.group, len(self.group.get_children()))


def _find_group(lines: Gimp.Layer) -> Gimp.GroupLayer | None:
    def search(layers: list[Gimp.Layer]) -> Gimp.GroupLayer | None:
        for layer in layers:
            if not layer.is_group_layer():
                continue
            if _mark(layer, GROUP_MARK) == [str(lines.get_tattoo()), str(layer.get_tattoo())]:
                return layer
            found = search(layer.get_children())
            if found:
                return found
        return None

    return search(lines.get_image().get_layers())


def _find_flat(group: Gimp.GroupLayer) -> Gimp.Layer | None:
    for layer in group.get_children():
        mark = _mark(layer, FLAT_MARK)
        if mark and mark[0] == str(layer.get_tattoo()):
            return layer
    return None


def _mark(layer: Gimp.Layer, name: str) -> list[str] | None:
    parasite = layer.get_parasite(name)
    return bytes(parasite.get_data()).decode("ascii").split() if parasite else None


def _set_mark(layer: Gimp.Layer, name: str, values: list[object]) -> None:
    # In ASCII, as PyGObject takes a parasite's data for signed characters.
    data = " ".join(str(value) for value in values).encode("ascii")
    layer.attach_parasite(Gimp.Parasite.new(name, KEPT, data))
