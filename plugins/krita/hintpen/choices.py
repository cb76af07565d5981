"""Which layer plays which role in one document: the artist's choice first, then names, then what is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .host import Document, LayerInfo
from .roles import HINT_KINDS, Role, find_by_name, says_hint


@dataclass
class Choices:
    """One document's choices, kept while the program runs.

    `chosen`: layer ids, "" for none at all. `lines_in_use`: the layer that was last worked with as lines.
    """

    chosen: dict[Role, str] = field(default_factory=dict)
    lines_in_use: str = ""

    def resolve(self, document: Document, layers: tuple[LayerInfo, ...]) -> dict[Role, str]:
        """The layer ids by role; roles that no layer plays are left out."""
        ids = {layer.id for layer in layers}
        found = self._chosen_or_named(layers, ids)
        if Role.LINES not in found and Role.LINES not in self.chosen:
            lines = self._lines_at_hand(document, layers, ids - set(found.values()))
            if lines:
                found[Role.LINES] = lines
        return found

    def _chosen_or_named(self, layers: tuple[LayerInfo, ...], ids: set[str]) -> dict[Role, str]:
        found: dict[Role, str] = {}
        for role in Role:
            chosen = self.chosen.get(role)
            if chosen and chosen not in ids:
                del self.chosen[role]
                chosen = None
            layer = find_by_name(layers, role) if chosen is None else chosen
            if layer:
                found[role] = layer
        return found

    def _lines_at_hand(self, document: Document, layers: tuple[LayerInfo, ...], free: set[str]) -> str:
        """Those in use, those of the last run, or the current layer: for line layers without a telling name."""
        free = free - {layer.id for layer in layers if says_hint(layer)}
        for layer in self._guesses(document):
            if layer in free:
                return layer
        return ""

    def _guesses(self, document: Document) -> Iterator[str | None]:
        yield self.lines_in_use
        yield document.last_lines()
        yield document.active_layer()


def hint_roles(found: dict[Role, str]) -> list[Role]:
    """The hint roles that some layer plays."""
    return [role for role in HINT_KINDS if role in found]
