"""Driver script that takes docs/images/krita.png: the sample of `hintpen demo`, colored from the docker.

HINTPEN_SAMPLE is the demo's folder, HINTPEN_PICTURE the PNG to write.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

from krita import Document, Node, Window
from scenarios.support import KRITA, colorize, find, panel

try:
    from PyQt6.QtGui import QImage
except ImportError:
    from PyQt5.QtGui import QImage

SAMPLE, PICTURE = os.environ["HINTPEN_SAMPLE"], os.environ["HINTPEN_PICTURE"]
SHOWN = ("KisLayerBox", "hintpen", "ToolBox")


def scenario_picture() -> Iterator[int]:
    window = KRITA.activeWindow()
    window.qwindow().setGeometry(0, 0, 1600, 1000)
    for docker in KRITA.dockers():
        docker.setVisible(docker.objectName() in SHOWN)
    yield 500
    document = _page(window)
    yield 1500
    lines = find(document.rootNode(), "Line art")
    document.setActiveNode(lines)
    yield 300
    panel().model.refresh()
    panel()._new_hints.click()
    yield 400
    _load(document.activeNode(), "hints.png")
    yield from colorize()
    yield 1500
    subprocess.run(["import", "-window", "root", PICTURE], check=True)
    panel().grab().save(PICTURE.replace(".png", "-docker.png"))
    yield 100


def _page(window: Window) -> Document:
    image = QImage(os.path.join(SAMPLE, "lines.png"))
    document = KRITA.createDocument(image.width(), image.height(), "Moon", "RGBA", "U8", "", 300.0)
    lines = document.createNode("Line art", "paintlayer")
    _load(lines, "lines.png")
    document.rootNode().addChildNode(lines, document.rootNode().childNodes()[0])
    window.addView(document)
    return document


def _load(node: Node, name: str) -> None:
    """Qt's ARGB32 is blue, green, red, alpha in memory, as Krita's 8-bit pixels are."""
    image = QImage(os.path.join(SAMPLE, name)).convertToFormat(QImage.Format.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.width() * image.height() * 4)
    node.setPixelData(bytes(bits), 0, 0, image.width(), image.height())
