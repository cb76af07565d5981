"""Ties the stages of the engine together: a drawing in, layers out."""

from __future__ import annotations

import cv2
import numpy as np

from hintpen.engine.drawing import Drawing, Layers, Options, ProgressCallback


class Colorizer:
    """Colors drawings. One instance is used by one thread at a time; it keeps what it learnt about recent line art."""

    def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback = lambda stage, fraction: None) -> Layers:
        """PROVISIONAL body, replaced soon; the signature stays."""
        progress("finding regions", 0.1)
        lines = drawing.line_art
        ink = 255 - lines if lines.ndim == 2 else np.where(lines[..., 3] > 0, 255 - lines[..., :3].min(2), 0)
        count, regions = cv2.connectedComponents((ink < 128).astype(np.uint8), connectivity=4)
        flat = np.zeros((*regions.shape, 4), np.uint8)
        for layer in drawing.hints:
            progress("coloring", 0.5)
            mask = layer.pixels[..., 3] == 255
            color_of = np.zeros((count, 4), np.uint8)
            color_of[regions[mask]] = layer.pixels[mask]
            flat = color_of[regions]
            flat[mask] = layer.pixels[mask]
        progress("done", 1.0)
        return Layers(flat, regions, count)
