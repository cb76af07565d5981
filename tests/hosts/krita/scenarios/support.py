"""What the scenarios share inside Krita: a page with two boxes, the docker's buttons, the undo history, the server."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from krita import Document, Krita, Node

try:
    from PyQt6.QtWidgets import QAbstractItemView, QWidget
except ImportError:
    from PyQt5.QtWidgets import QAbstractItemView, QWidget

KRITA = Krita.instance()
WIDTH, HEIGHT = 200, 120
LEFT, RIGHT, OUTSIDE = (60, 90), (140, 90), (5, 5)
"""Points in the left box, in the right box and around both."""
LEFT_HINT, RIGHT_HINT = (40, 40), (140, 40)
RED, GREEN, BLUE, WHITE = b"\x1e\x14\xc8\xff", b"\x14\xb4\x28\xff", b"\xd2\x1e\x28\xff", b"\xff\xff\xff\xff"
"""8-bit pixels as Krita has them: blue, green, red, alpha."""
SRGB = ("RGBA", "U8", "sRGB-elle-V2-srgbtrc.icc")


def panel() -> QWidget:
    return next(docker for docker in KRITA.dockers() if docker.objectName() == "hintpen").panel


def boxes(pixel: bytes, paper: bytes) -> bytes:
    """Two boxes side by side, drawn with lines of 3 px."""
    inner = paper * 74 + pixel * 6 + paper * 94
    edge = paper * 10 + pixel * 180 + paper * 10
    sides = paper * 10 + pixel * 3 + inner + pixel * 3 + paper * 10
    return paper * (WIDTH * 10) + edge * 3 + sides * 94 + edge * 3 + paper * (WIDTH * 10)


class Page:
    """A document in a window: a white Background and a layer "Line art" with two boxes above it."""

    def __init__(
        self, space: tuple[str, str, str] = SRGB, ink: bytes = b"\0\0\0\xff", paper: bytes = b"\0\0\0\0"
    ) -> None:
        self.document = KRITA.createDocument(WIDTH, HEIGHT, "page", *space, 300.0)
        self.background = self.document.rootNode().childNodes()[0]
        self.lines = self.document.createNode("Line art", "paintlayer")
        assert self.lines.setPixelData(boxes(ink, paper), 0, 0, WIDTH, HEIGHT) in (None, True)
        self.hash = self.hash_of_lines()

    def show(self) -> Iterator[int]:
        self.document.rootNode().addChildNode(self.lines, self.background)
        KRITA.activeWindow().addView(self.document)
        yield 500
        assert KRITA.activeDocument() == self.document
        self.document.setActiveNode(self.lines)
        yield 150

    def add_hints(self) -> Iterator[int]:
        """Presses New hint layer, then paints a red dot into the left box and a blue one into the right."""
        panel().model.refresh()
        panel()._new_hints.click()
        yield 300
        self.hints = self.document.activeNode()
        assert self.hints.name() == "Hints", self.hints.name()
        self.dot(LEFT_HINT, RED)
        self.dot(RIGHT_HINT, BLUE)

    def dot(self, point: tuple[int, int], pixel: bytes) -> None:
        paint(self.hints, point, pixel, 3)

    def close(self) -> Iterator[int]:
        self.document.setModified(False)
        self.document.close()
        yield 150

    def tree(self) -> str:
        return tree_of(self.document.rootNode())

    def flat(self) -> Node:
        return find(self.document.rootNode(), "Flat")

    def color(self, point: tuple[int, int]) -> bytes:
        return bytes(self.flat().pixelData(*point, 1, 1))

    def hash_of_lines(self) -> str:
        return hashlib.sha256(bytes(self.lines.pixelData(-50, -50, WIDTH + 100, HEIGHT + 100))).hexdigest()

    def check_lines(self) -> None:
        assert self.hash_of_lines() == self.hash, "the line layer was changed"


def paint(node: Node, point: tuple[int, int], pixel: bytes, size: int) -> None:
    node.setPixelData(pixel * size * size, *point, size, size)


def tree_of(parent: Node) -> str:
    """Names from top to bottom, a group's children in brackets: "Hints, Line art, Hintpen[Flat], Background"."""
    names = []
    for node in reversed(parent.childNodes()):
        if not node.type().endswith("mask"):
            names.append(f"{node.name()}[{tree_of(node)}]" if node.type() == "grouplayer" else node.name())
    return ", ".join(names)


def find(parent: Node, name: str) -> Node | None:
    for node in parent.childNodes():
        found = node if node.name() == name else find(node, name)
        if found:
            return found
    return None


def until(condition: Callable[[], bool], what: str, seconds: float = 30) -> Iterator[int]:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s for {what}; docker: {panel().model.view.notice}"
        yield 50


def idle() -> bool:
    return panel().model.view.fraction is None


def colorize() -> Iterator[int]:
    """Presses Colorize and waits for the end of the job."""
    panel().model.refresh()
    assert panel()._colorize.isEnabled(), status()
    panel()._colorize.click()
    yield from until(idle, "the job to end")
    yield 250


def status() -> str:
    return panel()._status.text()


def history() -> int:
    """Steps in the undo history of the document in front."""
    docker = next(docker for docker in KRITA.dockers() if docker.objectName() == "History")
    return docker.findChildren(QAbstractItemView)[0].model().rowCount()


def settled_history() -> Generator[int, None, int]:
    """`history` once it has stayed the same for half a second: Krita adds steps in later turns of its event loop."""
    seen, same = history(), 0
    while same < 5:
        yield 100
        seen, same = history(), same + 1 if history() == seen else 0
    return seen


def press(action: str) -> Iterator[int]:
    KRITA.action(action).trigger()
    yield 300


def server_pid() -> int:
    return json.loads(runtime_file().read_text())["pid"]


def runtime_file() -> Path:
    return Path(os.environ["XDG_RUNTIME_DIR"], "hintpen", "server.json")


@contextmanager
def stopped_server() -> Iterator[int]:
    """The server hangs meanwhile, so that a job surely runs."""
    pid = server_pid()
    os.kill(pid, signal.SIGSTOP)
    try:
        yield pid
    finally:
        os.kill(pid, signal.SIGCONT)


def open_page(path: str) -> Document:
    document = KRITA.openDocument(path)
    KRITA.activeWindow().addView(document)
    return document
