"""Real line art from a folder of free art: which sources, how much say each has, and whose drawings are near alike."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from bench.line_drawings import DELIVERED, EXTRACTED, Drawing, delivered, extracted

SAY = {
    DELIVERED: {
        "asp_lineart": 0.20,
        "dicebear_adventurer": 0.07,
        "dicebear_lorelei": 0.05,
        "dicebear_micah": 0.03,
        "dicebear_openpeeps": 0.05,
        "gophers_marialetta": 0.05,
        "gophers_egonelbre": 0.02,
        "mulberry": 0.05,
    },
    EXTRACTED: {"ltcrpg": 0.16, "renpy": 0.06, "bmr_portraits": 0.07, "peppercarrot_runner": 0.05, "asp": 0.14},
}
"""Each source's share of the real patches; the sum is 1. Pen and pencil by hand, anime and comics, and cartoons have
about a third each, however many files there are of them. Left out: colored pencil and lines colored like what they
bound, of which extraction makes crumbs."""

AT_MOST = 80
"""Drawings that are read from one source."""

LINENESS = 0.02
"""Pictures of the index below this have hardly any lines."""

VARIANTS = {"ltcrpg", "renpy", "peppercarrot_runner"}
"""Sources in which NAME_1, NAME_2, ... are one figure with another face or step."""


def read_real(art: Path, seed: int) -> list[Drawing]:
    """Reads up to AT_MOST drawings of each source, chosen by `seed`.

    Args:
        art: a folder with index.jsonl, one record for each picture: source, stem, author, file, line (or null),
            lineness.

    Raises:
        FileNotFoundError: the folder has no index, or none of the sources.
    """
    index = art / "index.jsonl"
    if not index.exists():
        raise FileNotFoundError(f"{art} has no index.jsonl: give the folder of real art")
    records: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in index.read_text("utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        if record["lineness"] >= LINENESS:
            records[record["source"]].append(record)
    rng = np.random.default_rng(seed)
    found: list[Drawing] = []
    for way, source in tqdm([(way, source) for way, say in SAY.items() for source in say], "real art"):
        found += _drawings_of(art, [records[source][i] for i in rng.permutation(len(records[source]))], way)
    if not found:
        raise FileNotFoundError(f"{art} has none of the sources {', '.join(s for say in SAY.values() for s in say)}")
    return found


def _drawings_of(art: Path, records: list[dict[str, Any]], way: str) -> list[Drawing]:
    found: list[Drawing] = []
    for record in records:
        if len(found) == AT_MOST:
            break
        source, group = record["source"], _group(record)
        if way == EXTRACTED:
            found += extracted(art / record["file"], source, group, only_crisp=source == "asp")
        elif record.get("line"):
            found += delivered(art / record["line"], source, group)
    return found


def _group(record: dict[str, Any]) -> str:
    """What may not be parted between training and test: a figure's variants, pages on which figures come again."""
    source, stem = record["source"], record["stem"]
    if source in VARIANTS:
        return f"{source}/{stem.rpartition('_')[0]}"
    return f"{source}/{record['author'] if source == 'asp' else stem}"
