"""What a layer is to a job, and how the layer for a role is found by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from hintpen_client.types import HintKind

from .host import LayerInfo


class Role(Enum):
    """The value is the name that a new layer gets."""

    LINES = "Lines"
    HINTS = "Hints"
    TRANSPARENT = "Keep transparent"
    PROTECT = "Do not touch"
    SAME = "Same color"


HINT_KINDS = {
    Role.HINTS: HintKind.COLOR,
    Role.TRANSPARENT: HintKind.TRANSPARENT,
    Role.PROTECT: HintKind.PROTECT,
    Role.SAME: HintKind.SAME,
}

# Tried from left to right. "ink" and "sketch" only at the start of a word, for "Pink" is a color.
_PATTERNS = {
    Role.LINES: (r"line", r"(?<![a-z])ink", r"(?<![a-z])sketch"),
    Role.HINTS: (r"hint(?!pen)",),
    Role.TRANSPARENT: (r"keep transparent",),
    Role.PROTECT: (r"do not touch", r"(?<![a-z])protect"),
    Role.SAME: (r"same colou?r",),
}


def find_by_name(layers: Iterable[LayerInfo], role: Role) -> str | None:
    """The id of the topmost layer whose name says `role`, single layers before groups; None when there is none."""
    candidates = sorted((layer for layer in layers if not _says_another(layer, role)), key=lambda layer: layer.is_group)
    for pattern in _PATTERNS[role]:
        for layer in candidates:
            if re.search(pattern, layer.name.lower()):
                return layer.id
    return None


def says_hint(layer: LayerInfo) -> bool:
    """Whether the layer's name says any of the hint roles."""
    return any(_says(layer, role) for role in HINT_KINDS)


def _says_another(layer: LayerInfo, role: Role) -> bool:
    return role is Role.LINES and says_hint(layer)


def _says(layer: LayerInfo, role: Role) -> bool:
    return any(re.search(pattern, layer.name.lower()) for pattern in _PATTERNS[role])
