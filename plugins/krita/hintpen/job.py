"""Turns a document's layers into a job, and says in a sentence what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hintpen_client.types import Answer, ColorizeJob, FillMode, HintLayer, Picture

from .choices import hint_roles
from .host import Document, HostError
from .roles import HINT_KINDS, Role


class Submitted(Protocol):
    """A job in the client's hands."""

    def cancel(self) -> None: ...


@dataclass
class Run:
    """A job on its way. `forgets`: an earlier Flat is there, but what was repainted in it cannot be told."""

    document: Document
    lines: str
    size: tuple[int, int]
    hides: bool
    forgets: bool
    stage: str = "starting"
    fraction: float = 0.0
    answer: Answer | None = None
    submitted: Submitted | None = None

    def check(self) -> None:
        """Raises HostError when the document can no longer take the answer."""
        if self.document.size() != self.size:
            now = "{}x{}".format(*self.document.size())
            then = "{}x{}".format(*self.size)
            raise HostError(f"The canvas was resized from {then} to {now} meanwhile: press Colorize again.")
        if self.lines not in {layer.id for layer in self.document.layers()}:
            raise HostError("The line layer was deleted meanwhile: undo that or choose another, then press Colorize.")


def prepare(document: Document, found: dict[Role, str], fill: FillMode) -> tuple[ColorizeJob, Run]:
    """Reads the layers. Raises HostError with a sentence that says what to do."""
    line_art = document.read(found[Role.LINES])
    if not _alphas(line_art).strip(b"\0"):
        raise HostError("The line layer is empty: choose the layer that holds your lines.")
    hints = [(role, document.read(found[role])) for role in hint_roles(found)]
    if not any(255 in _alphas(picture) for role, picture in hints):
        raise HostError("There are no hints yet: put a dot of opaque color into each area of the hint layer.")
    previous = document.previous_result(found[Role.LINES])
    known = previous is not None and previous.delivered is not None
    job = ColorizeJob(
        line_art=line_art,
        hints=tuple(HintLayer(HINT_KINDS[role], picture) for role, picture in hints),
        fill=fill,
        delivered_flat=previous.delivered if previous and known else None,
        current_flat=previous.current if previous and known else None,
    )
    run = Run(
        document=document,
        lines=found[Role.LINES],
        size=document.size(),
        hides=is_paper(line_art),
        forgets=previous is not None and not known,
    )
    return job, run


def is_paper(picture: Picture) -> bool:
    """Whether most of a line layer is opaque: lines alone never are."""
    alphas = _alphas(picture)
    return alphas.count(255) * 2 > len(alphas)


def _alphas(picture: Picture) -> bytes:
    return picture.pixels[3::4]
