"""Runs the generator functions of one script inside Krita, writes what happened as JSON, and ends Krita.

HINTPEN_DRIVER_SCRIPT names the script, HINTPEN_DRIVER_REPORT the JSON: {scenario: "" or a traceback}. A scenario is a
generator function whose name starts with `scenario_`; it yields milliseconds to wait. Nested event loops are not used:
they make Krita postpone its own layer events. Krita ends with os._exit because QCoreApplication.exit crashes it.
"""

from __future__ import annotations

import faulthandler
import json
import os
import runpy
import sys
import traceback
from collections.abc import Iterator

from krita import Extension, Krita, Window

try:
    from PyQt6.QtCore import QObject, QThread, QTimer
except ImportError:
    from PyQt5.QtCore import QObject, QThread, QTimer


class Driver(Extension):
    """Waits until Krita's window stands and its event loop runs, then runs the scenarios one after the other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window_stands = False
        self._timer = None

    def setup(self) -> None:
        notifier = Krita.instance().notifier()
        notifier.setActive(True)
        notifier.windowCreated.connect(self._on_window)

    def createActions(self, window: Window) -> None:
        if self._timer is None:
            self._timer = QTimer()
            self._timer.timeout.connect(self._poll)
            self._timer.start(50)

    def _on_window(self) -> None:
        self._window_stands = True

    def _poll(self) -> None:
        if self._window_stands and QThread.currentThread().loopLevel() >= 1:
            self._timer.stop()
            self._steps = self._run_all()
            self._step()

    def _run_all(self) -> Iterator[int]:
        script = os.environ["HINTPEN_DRIVER_SCRIPT"]
        sys.path.insert(0, os.path.dirname(script))
        scenarios = runpy.run_path(script)
        report = {}
        for name, scenario in scenarios.items():
            if name.startswith("scenario_"):
                print("scenario", name, file=sys.stderr, flush=True)
                report[name] = "did not end"
                _write(report)
                try:
                    yield from scenario()
                    report[name] = ""
                except Exception:
                    report[name] = traceback.format_exc()
                _write(report)

    def _step(self) -> None:
        try:
            milliseconds = next(self._steps)
        except StopIteration:
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
        QTimer.singleShot(int(milliseconds), self._step)


def _write(report: dict[str, str]) -> None:
    with open(os.environ["HINTPEN_DRIVER_REPORT"], "w", encoding="utf-8") as file:
        json.dump(report, file, indent=1)


faulthandler.enable()
Krita.instance().addExtension(Driver(Krita.instance()))
