"""The synthetic artist: how quickly it draws, that no two drawings are alike, and that each can be drawn again."""

from __future__ import annotations

import argparse
import hashlib
import os
import time

from hintpen.training.artist.archive import layers_of
from hintpen.training.artist.crew import Crew
from hintpen.training.artist.datasets import FreshDrawings
from hintpen.training.artist.drawing import Drawing
from tqdm import tqdm

Row = dict[str, object]

SIZE, BATCH, BATCHES = 384, 8, 30
THUMBNAIL, MANY = 32, 10_000
AGAIN = range(0, 400, 10)
WORKERS = 2


def run(_: argparse.Namespace) -> list[Row]:
    """Some ten minutes on two cores, most of them for the ten thousand."""
    return [_speed(), _unlike(), _again()]


def _row(id: str, metric: str, value: object, target: str, met: bool) -> Row:
    return {"id": id, "metric": metric, "value": value, "peer": None, "target": target, "met": met}


def _speed() -> Row:
    """Through the loader, as training takes them, after the processes have started."""
    data = FreshDrawings(seed=1, size=SIZE, batch=BATCH, batches=BATCHES, workers=WORKERS)
    try:
        data[0]
        start = time.perf_counter()
        for index in tqdm(range(1, BATCHES), desc="speed", unit="batch"):
            data[index]
        rate = BATCH * (BATCHES - 1) / (time.perf_counter() - start)
    finally:
        data.close()
    metric = f"drawings a second at {SIZE}x{SIZE}, all layers, {WORKERS} processes on {os.cpu_count()} cores"
    return _row("A1", metric, rate, ">= 8", rate >= 8)


def _unlike() -> Row:
    seen: set[bytes] = set()
    with Crew(2, THUMBNAIL, THUMBNAIL, workers=WORKERS) as crew:
        for drawing in tqdm(crew.draw(range(MANY)), "unlike", MANY, unit="drawing"):
            seen.add(hashlib.sha256(drawing.composite.tobytes()).digest())
    return _row("A2", f"alike among {MANY} drawings", MANY - len(seen), "0", len(seen) == MANY)


def _again() -> Row:
    """Two crews of other sizes, in other orders."""
    with Crew(3, SIZE, SIZE, workers=1) as one, Crew(3, SIZE, SIZE, workers=3) as three:
        first = {drawing.index: _digest(drawing) for drawing in one.draw(AGAIN)}
        second = {drawing.index: _digest(drawing) for drawing in three.draw(reversed(AGAIN))}
    same = sum(first[index] == second[index] for index in AGAIN)
    return _row("A3", f"of {len(AGAIN)} drawings, the same bytes from other crews", same, "all", same == len(AGAIN))


def _digest(drawing: Drawing) -> str:
    digest = hashlib.sha256()
    for layer in layers_of(drawing).values():
        digest.update(layer.tobytes())
    return digest.hexdigest()
