"""Registers the Hintpen docker in Krita; one client serves every window."""

from __future__ import annotations

from hintpen_client.client import Client
from krita import Canvas, DockWidget, DockWidgetFactory, DockWidgetFactoryBase, Krita

from .docker import Panel
from .krita_host import KritaHost
from .qt import QtCore

_client = Client()
QtCore.QCoreApplication.instance().aboutToQuit.connect(_client.close)


class HintpenDocker(DockWidget):
    """The frame that Krita docks; `Panel` is what the artist sees."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Hintpen")
        self.panel = Panel(KritaHost(), _client)
        self.setWidget(self.panel)

    def canvasChanged(self, canvas: Canvas) -> None:
        """Krita demands it. The panel looks by itself: here Krita is in the middle of switching documents."""


Krita.instance().addDockWidgetFactory(
    DockWidgetFactory("hintpen", DockWidgetFactoryBase.DockPosition.DockRight, HintpenDocker)
)
