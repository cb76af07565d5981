#!/usr/bin/env python3
"""A GIMP plug-in for tests alone: acts while another plug-in runs, as an artist does who goes on working.

A scenario waits inside its call of Hintpen, so somebody else has to act meanwhile. GIMP starts this at its own start
and lets it run; it does what the file `act` in the home says as soon as Hintpen, having read the image, starts
a server.
"""

from __future__ import annotations

import os
import sys

import gi

gi.require_version("Gimp", "3.0")
from gi.repository import Gimp  # noqa: E402

ACT = os.path.join(os.environ["HOME"], "act")
SERVER_STARTS = os.path.join(os.environ["XDG_RUNTIME_DIR"], "hintpen/server.log")


class Actor(Gimp.PlugIn):
    """Started once, with GIMP."""

    def do_set_i18n(self, name: str) -> bool:
        return False

    def do_query_procedures(self) -> list[str]:
        return ["hintpen-actor"]

    def do_create_procedure(self, name: str) -> Gimp.Procedure:
        return Gimp.Procedure.new(self, name, Gimp.PDBProcType.PERSISTENT, self.act_when_told, None)

    def act_when_told(self, procedure: Gimp.Procedure, _config: object, _data: object) -> None:
        procedure.persistent_ready()
        while True:
            self.persistent_process(10)
            if os.path.exists(ACT) and os.path.exists(SERVER_STARTS):
                with open(ACT) as file:
                    code = file.read()
                exec(code, {"Gimp": Gimp})  # noqa: S102 - what a scenario wrote
                os.remove(ACT)


Gimp.main(Actor.__gtype__, sys.argv)
