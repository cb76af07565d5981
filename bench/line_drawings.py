"""Line drawings to compare, all brought to one scale, one paper and one ink, whoever drew them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from hintpen.engine.ink import MID_GRAY, find_ink
from numpy.typing import NDArray
from tqdm import tqdm

from bench.line_extraction import extract_lines

Pixels = NDArray[np.uint8]

SIDE = 384
"""The box around a drawing's ink has as many pixels as a square of this side; larger drawings are made smaller."""

SMALLEST = 0.75
"""Drawings whose box is smaller than this share of it are left out: enlarging them would blur them."""

GRAIN = 16
"""Darkness, of 255, up to which it is the paper's, not the pen's: grain and the steps of a paper's own level."""

MARGIN = 8
"""Pixels of white paper around the ink, so that no picture's own border shows."""

OURS = "ours"
DELIVERED, EXTRACTED = "delivered", "extracted"
"""How a drawing's lines were had: as the artist delivers them, or out of the finished picture."""


@dataclass(frozen=True)
class Drawing:
    """One drawing's ink.

    `ink`: (height, width) uint8, 0 paper to 255 the drawing's own full ink. `source`: whose. `group`: drawings of one
    group are too alike to be parted between training and test. `way`: DELIVERED or EXTRACTED. `kind`: what our artist
    says it drew, and with which pen; empty for others.
    """

    ink: Pixels
    source: str
    group: str
    way: str
    kind: str = ""


def normalized(luma: Pixels) -> Pixels | None:
    """Paper 0 and ink 255, cropped to the ink and brought to the common scale; None for a drawing too small or empty.

    Args:
        luma: (height, width) uint8, dark lines on light paper or the reverse, paper perhaps unevenly lit.
    """
    rim = np.concatenate([luma[0], luma[-1], luma[:, 0], luma[:, -1]])
    # White on black with large white surfaces is taken for black on white.
    found = find_ink(255 - luma if np.median(rim) < MID_GRAY else luma)
    rows, columns = np.flatnonzero(found.wall.any(axis=1)), np.flatnonzero(found.wall.any(axis=0))
    if not len(rows):
        return None
    ink = np.ascontiguousarray(found.darkness[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    scale = SIDE / ink.size**0.5
    if scale > 1 / SMALLEST or min(ink.shape) * scale < SIDE / 4:
        return None
    if scale < 1:
        size = (round(ink.shape[1] * scale), round(ink.shape[0] * scale))
        ink = cv2.resize(ink, size, interpolation=cv2.INTER_AREA)
    clean = np.clip((ink.astype(np.float32) - GRAIN) * (255 / (255 - GRAIN)), 0, 255)
    return np.pad(np.rint(clean).astype(np.uint8), MARGIN)


def delivered(path: Path, source: str, group: str, kind: str = "") -> list[Drawing]:
    """The drawing in a file of line art, as a list of one, or of none when it is too small."""
    return _drawings(normalized(read_luma(path)), source, group, DELIVERED, kind)


def extracted(path: Path, source: str, group: str, kind: str = "", only_crisp: bool = False) -> list[Drawing]:
    """The lines found in a finished picture, as a list of one, or of none when they are not drawn outlines."""
    found = extract_lines(read_rgb(path))
    ink = None if only_crisp and not found.crisp else normalized(found.line)
    return _drawings(ink, source, group, EXTRACTED, kind)


def _drawings(ink: Pixels | None, source: str, group: str, way: str, kind: str) -> list[Drawing]:
    return [] if ink is None else [Drawing(ink, source, group, way, kind)]


def own_drawings(folder: Path, source: str = OURS) -> list[Drawing]:
    """Our drawings of a folder, each both ways: NAME.line.png, and lines extracted from its NAME.composite.png, or from
    the line art when the painting is not there. Raises `FileNotFoundError` when there are none."""
    paths = sorted(folder.glob("*.line.png"))
    if not paths:
        raise FileNotFoundError(f"{folder} has no *.line.png: draw some with `hintpen artist -o {folder}`")
    found: list[Drawing] = []
    for path in tqdm(paths, source):
        name = path.name.removesuffix(".line.png")
        painting, labels = path.with_name(f"{name}.composite.png"), path.with_name(f"{name}.json")
        said: dict[str, str] = json.loads(labels.read_text("utf-8")) if labels.exists() else {}
        kind = f"{said['kind']}, {said['pen']}" if said else ""
        found += delivered(path, source, name, kind)
        found += extracted(painting if painting.exists() else path, source, name, kind)
    return found


def read_luma(path: Path) -> Pixels:
    """(height, width) uint8; transparent is white. Raises `ValueError` for what is no picture."""
    return np.asarray(cv2.cvtColor(read_rgb(path), cv2.COLOR_RGB2GRAY), np.uint8)


def read_rgb(path: Path) -> Pixels:
    """(height, width, 3) uint8, laid on white. Raises `ValueError` for what is no picture."""
    pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise ValueError(f"{path} is no picture that OpenCV reads")
    if pixels.dtype == np.uint16:
        pixels = pixels // 257
    if pixels.ndim == 2:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)
    if pixels.shape[2] == 4:
        alpha = pixels[..., 3:] / np.float32(255)
        pixels = np.round(pixels[..., :3] * alpha + 255 * (1 - alpha))
    return np.ascontiguousarray(pixels[..., 2::-1], np.uint8)
