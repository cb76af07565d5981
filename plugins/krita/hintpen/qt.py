"""Qt as the host has it: PyQt5 in Krita 5, PyQt6 in Krita 6. Enums are spelled with their scope, which both know."""

import sys

# The host has loaded its own binding by now. Loading the other one beside it would bring a second Qt into the process.
if "PyQt5.QtCore" in sys.modules:
    from PyQt5 import QtCore, QtWidgets
else:
    from PyQt6 import QtCore, QtWidgets

__all__ = ["QtCore", "QtWidgets"]
