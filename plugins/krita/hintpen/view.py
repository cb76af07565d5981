"""What the docker shows, as one record: the model makes it, the docker draws it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from hintpen_client.types import FillMode

from .host import LayerInfo
from .roles import Role


class Phase(Enum):
    """What the artist can do next."""

    NO_DOCUMENT = "no document"
    NO_LINES = "no lines"
    NO_HINTS = "no hints"
    READY = "ready"
    WORKING = "working"


GUIDANCE = {
    Phase.NO_DOCUMENT: "Open a drawing to begin.",
    Phase.NO_LINES: "Choose the layer that holds your lines.",
    Phase.NO_HINTS: "Press New hint layer, then put a dot of color into each area.",
    Phase.READY: "Put a dot of color into each area on “{hints}”, then press Colorize.",
    Phase.WORKING: "",
}


@dataclass(frozen=True)
class Notice:
    """What the last action came to. `is_problem`: the artist has to do something."""

    text: str
    is_problem: bool = False


@dataclass(frozen=True)
class View:
    """Everything that the docker shows.

    `chosen`: the artist's own choices; `found`: the layers that a job would take; both layer ids by role.
    `fraction`: progress from 0 to 1 while a job runs, else None. `hidden`: the paper of the line layer hides colors.
    """

    phase: Phase = Phase.NO_DOCUMENT
    layers: tuple[LayerInfo, ...] = ()
    chosen: dict[Role, str] = field(default_factory=dict)
    found: dict[Role, str] = field(default_factory=dict)
    fill: FillMode = FillMode.HINTED
    notice: Notice = Notice(GUIDANCE[Phase.NO_DOCUMENT])
    fraction: float | None = None
    hidden: bool = False

    def layer_name(self, role: Role) -> str:
        """The name of the layer that plays `role`; "" when none does."""
        return next((layer.name for layer in self.layers if layer.id == self.found.get(role)), "")
