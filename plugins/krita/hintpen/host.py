"""What the model asks of a drawing program: a port that names none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hintpen_client.types import Layer, Picture


class HostError(Exception):
    """The document cannot give or take something; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class LayerInfo:
    """A layer that may hold lines or hints.

    `id` stays the same when the layer is renamed or moved; `depth` counts the groups around it.
    """

    id: str
    name: str
    depth: int = 0
    is_group: bool = False


@dataclass(frozen=True)
class PreviousResult:
    """The Flat layer of an earlier run.

    `current`: as it is now. `delivered`: as it was delivered; None when that is not known or of another size.
    """

    current: Picture
    delivered: Picture | None


class Document(Protocol):
    """One open picture, used on the GUI thread. Every method but `is_open` may raise HostError."""

    key: str
    """Equal for the same document."""
    name: str

    def is_open(self) -> bool: ...

    def size(self) -> tuple[int, int]: ...

    def layers(self) -> tuple[LayerInfo, ...]:
        """Layers from top to bottom, without masks and without Hintpen's own."""
        ...

    def active_layer(self) -> str | None: ...

    def last_lines(self) -> str | None:
        """The line layer of the last run; it may be gone."""
        ...

    def read(self, layer_id: str) -> Picture:
        """The layer's pixels on the whole canvas as RGBA8, sRGB.

        A color read from here and delivered again through the same document is the very same color in the layer.
        """
        ...

    def hides_below(self, layer_id: str) -> bool:
        """Whether the layer's opaque pixels hide what lies below it."""
        ...

    def set_multiply(self, layer_id: str) -> None: ...

    def add_layer(self, name: str, above: str) -> str:
        """Adds an empty paint layer above a layer, or on top when `above` is "", and makes it the active one.

        Returns its id.
        """
        ...

    def previous_result(self, lines: str) -> PreviousResult | None: ...

    def deliver(self, lines: str, layers: tuple[Layer, ...], finished: Callable[[HostError | None], None]) -> None:
        """Puts the layers into the group "Hintpen": the one of an earlier run, or a new one directly below `lines`.

        Returns at once; `finished` is called once when all is in, or with what went wrong.
        """
        ...


class Host(Protocol):
    """The drawing program."""

    def active_document(self) -> Document | None: ...

    def is_calm(self) -> bool:
        """Whether layers may be added now; not while a dialog is open."""
        ...
