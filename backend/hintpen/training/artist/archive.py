"""Drawings as files: the layers by name, alone in a folder or many in a shard."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.drawing import Drawing

Layers = dict[str, NDArray[Any]]
"""Name: (h, w) or (h, w, channels), uint8 or uint16."""

DEPTH_STEP = 1e-4
"""Canvas units a step of the stored depth; 32768 is depth 0, 0 is no part."""


def layers_of(drawing: Drawing) -> Layers:
    """What is stored of a drawing. Normals are 128 + 127 n, x right, y up, z to the viewer, as RGB."""
    depth = np.where(np.isfinite(drawing.depth), drawing.depth / DEPTH_STEP + 32768, 0)
    return {
        "line": drawing.line,
        "ink": drawing.ink,
        "hard_ink": drawing.hard_ink,
        "tone": drawing.tone,
        "flat": drawing.albedo,
        "regions": drawing.regions.astype(np.uint16),
        "normals": np.rint(128 + 127 * drawing.normals).astype(np.uint8),
        "depth": np.clip(np.rint(depth), 0, 65535).astype(np.uint16),
        "shade": drawing.shade,
        "highlight": drawing.highlight,
        "shadow": drawing.shadow,
        "blush": drawing.blush,
        "hints": drawing.hints,
        "composite": drawing.composite,
    }


def labels_of(drawing: Drawing) -> dict[str, Any]:
    """What is said of a drawing: its regions by number, its gaps, and who drew it."""
    return {
        "seed": drawing.seed,
        "index": drawing.index,
        "kind": drawing.kind,
        "pen": drawing.pen,
        "regions": [asdict(thing) for thing in drawing.things],
        "gaps": [asdict(gap) for gap in drawing.gaps],
    }


def write_folder(drawings: Iterable[Drawing], folder: Path) -> Iterator[str]:
    """Writes each drawing as NUMBER.LAYER.png and NUMBER.json; yields its number's text. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    for drawing in drawings:
        stem = f"{drawing.index:06d}"
        for name, pixels in layers_of(drawing).items():
            (folder / f"{stem}.{name}.png").write_bytes(_encoded(".png", pixels))
        (folder / f"{stem}.json").write_text(json.dumps(labels_of(drawing)) + "\n", encoding="utf-8")
        yield stem


# What follows from the rest is left out of a shard, and so is what only people look at.
SHARD_LAYERS = ("line", "ink", "regions", "normals", "shade", "highlight", "hints")


def write_shard(drawings: Iterable[Drawing], file: Path) -> None:
    """Writes drawings into one zip of lossless WebP layers, NUMBER.LAYER.webp, and NUMBER.json. Raises `OSError`.

    Written under another name first: a shard that has its name is whole.
    """
    partial = file.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as shard:
        for drawing in drawings:
            layers = layers_of(drawing)
            for name in SHARD_LAYERS:
                # A fixed date: the same drawings are the same bytes.
                entry = zipfile.ZipInfo(f"{drawing.index:06d}.{name}.webp", (1980, 1, 1, 0, 0, 0))
                shard.writestr(entry, _encoded(".webp", _as_bytes(layers[name])))
            entry = zipfile.ZipInfo(f"{drawing.index:06d}.json", (1980, 1, 1, 0, 0, 0))
            shard.writestr(entry, json.dumps(labels_of(drawing)), zipfile.ZIP_DEFLATED)
    partial.replace(file)


class Shard:
    """A shard that is read at any number."""

    def __init__(self, file: Path) -> None:
        """Opens it. Raises `OSError`, or `zipfile.BadZipFile` when it is none."""
        self._zip = zipfile.ZipFile(file)
        self.stems = sorted(Path(name).stem for name in self._zip.namelist() if name.endswith(".json"))

    def __len__(self) -> int:
        """How many drawings it holds."""
        return len(self.stems)

    def read(self, number: int) -> tuple[Layers, dict[str, Any]]:
        """The layers (those of `SHARD_LAYERS`, and "flat") and the labels of its `number`-th drawing."""
        stem = self.stems[number]
        labels = json.loads(self._zip.read(f"{stem}.json"))
        layers = {name: self._layer(stem, name) for name in SHARD_LAYERS}
        table = np.array([region["color"] for region in labels["regions"]], np.uint8)
        layers["flat"] = table[layers["regions"]]
        return layers, labels

    def close(self) -> None:
        """Closes the file."""
        self._zip.close()

    def _layer(self, stem: str, name: str) -> NDArray[Any]:
        data = np.frombuffer(self._zip.read(f"{stem}.{name}.webp"), np.uint8)
        pixels = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
        if pixels is None:
            raise OSError(f"{stem}.{name}.webp of {self._zip.filename} cannot be read: draw the shard again")
        if name == "regions":
            return pixels[..., 2].astype(np.uint16) | pixels[..., 1].astype(np.uint16) << 8
        if name == "ink":
            return pixels[..., 2]
        return cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB)


def _as_bytes(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """WebP has three or four channels of 8 bits: numbers of regions go into two of them."""
    if pixels.dtype == np.uint16:
        return np.dstack([pixels & 255, pixels >> 8, np.zeros_like(pixels)]).astype(np.uint8)
    return pixels if pixels.ndim == 3 else np.dstack([pixels] * 3)


def _encoded(kind: str, pixels: NDArray[Any]) -> bytes:
    """A file of RGB, RGBA or gray pixels; WebP is lossless, transparent colors included."""
    if pixels.ndim == 3:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_RGBA2BGRA if pixels.shape[2] == 4 else cv2.COLOR_RGB2BGR)
    # Above 100 OpenCV writes WebP without loss; PNG at its quickest setting that still packs.
    options = [cv2.IMWRITE_WEBP_QUALITY, 101] if kind == ".webp" else [cv2.IMWRITE_PNG_COMPRESSION, 2]
    return cv2.imencode(kind, pixels, options)[1].tobytes()
