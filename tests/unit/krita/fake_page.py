"""A drawing program without one: a document is a list of named layers, each of one picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hintpen_client.types import Layer, Picture, PixelFormat
from krita_plugin.host import HostError, LayerInfo, PreviousResult
from krita_plugin.model import Model
from scripted_client import ScriptedClient

INK, RED, CLEAR, WHITE = b"\0\0\0\xff", b"\xc8\x14\x1e\xff", b"\0\0\0\0", b"\xff\xff\xff\xff"


def picture(*pixels: bytes) -> Picture:
    return Picture(len(pixels), 1, PixelFormat.RGBA8, b"".join(pixels))


@dataclass
class FakeDocument:
    """Four pixels wide, one high. A layer's id is its first name."""

    names: list[str]
    key: str = "page"
    name: str = "page"
    pictures: dict[str, Picture] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    active: str | None = None
    lines_of_last_run: str | None = None
    previous: PreviousResult | None = None
    width: int = 4
    open: bool = True
    multiplied: set[str] = field(default_factory=set)
    delivered: list[tuple[str, tuple[Layer, ...]]] = field(default_factory=list)
    fails_with: str = ""
    finish: Callable[[], None] = lambda: None

    def is_open(self) -> bool:
        return self.open

    def size(self) -> tuple[int, int]:
        return self.width, 1

    def layers(self) -> tuple[LayerInfo, ...]:
        return tuple(LayerInfo(name, name, 0, name in self.groups) for name in self.names)

    def active_layer(self) -> str | None:
        return self.active

    def last_lines(self) -> str | None:
        return self.lines_of_last_run

    def read(self, layer_id: str) -> Picture:
        return self.pictures.get(layer_id, picture(*[CLEAR] * self.width))

    def hides_below(self, layer_id: str) -> bool:
        return layer_id not in self.multiplied

    def set_multiply(self, layer_id: str) -> None:
        self.multiplied.add(layer_id)

    def add_layer(self, name: str, above: str) -> str:
        self.names.insert(self.names.index(above) if above else 0, name)
        self.active = name
        return name

    def previous_result(self, lines: str) -> PreviousResult | None:
        return self.previous

    def deliver(self, lines: str, layers: tuple[Layer, ...], finished: Callable[[HostError | None], None]) -> None:
        self.delivered.append((lines, layers))
        self.finish = lambda: finished(HostError(self.fails_with) if self.fails_with else None)


@dataclass
class FakeHost:
    front: FakeDocument | None
    calm: bool = True

    def active_document(self) -> FakeDocument | None:
        return self.front if self.front and self.front.open else None

    def is_calm(self) -> bool:
        return self.calm


class Desk:
    """A docker's model with its host and client. What the client posts waits until `turn`, as in an event loop."""

    def __init__(self, document: FakeDocument | None) -> None:
        self.host = FakeHost(document)
        self.client = ScriptedClient()
        self.shown: list[object] = []
        self._posted: list[Callable[[], None]] = []
        self.model = Model(self.host, self.client, self._posted.append, self.shown.append)
        self.model.refresh()

    @property
    def text(self) -> str:
        return self.model.view.notice.text

    def turn(self) -> None:
        posted, self._posted[:] = list(self._posted), []
        for function in posted:
            function()


def page(*names: str, **fields: object) -> FakeDocument:
    """A document with lines and hints in it."""
    document = FakeDocument(list(names or ("Hints", "Lines", "Background")), **fields)
    document.pictures.setdefault("Lines", picture(INK, CLEAR, CLEAR, INK))
    document.pictures.setdefault("Hints", picture(CLEAR, RED, CLEAR, CLEAR))
    return document
