#!/usr/bin/env python3
"""Hintpen in GIMP 3: tells GIMP which procedures there are."""

from __future__ import annotations

import sys

import gi

for library, version in (("Gimp", "3.0"), ("GimpUi", "3.0"), ("Gegl", "0.4"), ("Babl", "0.1"), ("Gtk", "3.0")):
    gi.require_version(library, version)

from gi.repository import Gimp  # noqa: E402
from procedures import PROCEDURES  # noqa: E402


class Hintpen(Gimp.PlugIn):
    """The plug-in: GIMP starts it once to ask what it offers and then anew for every call."""

    def do_set_i18n(self, name: str) -> bool:
        return False

    def do_query_procedures(self) -> list[str]:
        return list(PROCEDURES)

    def do_create_procedure(self, name: str) -> Gimp.Procedure:
        return PROCEDURES[name](self, name)


Gimp.main(Hintpen.__gtype__, sys.argv)
