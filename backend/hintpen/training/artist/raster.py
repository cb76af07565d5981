"""From parts to pixels, by Skia: which part each pixel shows, the ink, and the marks put by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from hintpen.training.artist.frame import Points
from hintpen.training.artist.inking import Gap, ink
from hintpen.training.artist.pens import Pen
from hintpen.training.artist.records import MarkKind, Part, Random, Scene

Gray = NDArray[np.uint8]

_CHANNEL = {MarkKind.INK: 0, MarkKind.SHADE: 1, MarkKind.SHINE: 2, MarkKind.BLUSH: 0}
"""Which channel of its surface a kind of mark is painted into; blush has a surface of its own."""

# Skia's binding has no types.
Path = Any
Canvas = Any
SkiaPaint = Any


@dataclass(frozen=True)
class Raster:
    """What the parts leave on a canvas of (h, w) pixels.

    `parts`: (h, w) int32, 1 + the index of the part that is seen, 0 where there is none; its borders are hard.
    `ink`, `shade`, `shine`, `blush`: (h, w) uint8 coverage, antialiased. `gaps`: those that the pen left, seen or not.
    """

    parts: NDArray[np.int32]
    ink: Gray
    shade: Gray
    shine: Gray
    blush: Gray
    gaps: tuple[Gap, ...]


def rasterize(scene: Scene, width: int, height: int, pen: Pen, random: Random) -> Raster:
    """Paints the scene's parts from back to front."""
    scale = min(width, height)
    ids, painted, blush = (np.zeros((height, width, 4), np.uint8) for _ in range(3))
    surfaces = [skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType) for pixels in (ids, painted, blush)]
    on_ids, on_paint, on_blush = (surface.getCanvas() for surface in surfaces)
    for canvas in (on_ids, on_paint, on_blush):
        canvas.scale(scale, scale)
    on_paint.clear(skia.ColorBLACK)
    gaps: list[Gap] = []
    blushes = any(mark.kind is MarkKind.BLUSH for part in scene.parts for mark in part.marks)
    for index, part in enumerate(scene.parts, start=1):
        shape = path_of(part.rings)
        clips = [path_of((clip,)) for clip in part.clips]
        if part.rings:
            _fill(on_ids, shape, clips, skia.Paint(Color=_id_color(index), AntiAlias=False))
            if blushes:
                _blush(on_blush, part, shape, clips)
        _draw(on_paint, part, shape, clips, pen, scene.pen_scale, random, gaps)
    for surface in surfaces:
        surface.flushAndSubmit()
    parts = ids[..., 0].astype(np.int32) | ids[..., 1].astype(np.int32) << 8
    return Raster(parts, painted[..., 0], painted[..., 1], painted[..., 2], blush[..., 0], tuple(gaps))


def path_of(rings: Iterable[Points]) -> Path:
    """A path of closed rings, filled by the even-odd rule."""
    path = skia.Path()
    path.setFillType(skia.PathFillType.kEvenOdd)
    for ring in rings:
        corners = ring.tolist()
        path.moveTo(*corners[0])
        line_to = path.lineTo
        for x, y in corners[1:]:
            line_to(x, y)
        path.close()
    return path


def _id_color(index: int) -> int:
    return skia.ColorSetRGB(index & 255, index >> 8 & 255, 0)


def _fill(canvas: Canvas, shape: Path, clips: Sequence[Path], paint: SkiaPaint) -> None:
    canvas.save()
    for clip in clips:
        canvas.clipPath(clip, skia.ClipOp.kIntersect, paint.isAntiAlias())
    canvas.drawPath(shape, paint)
    canvas.restore()


def _draw(
    canvas: Canvas,
    part: Part,
    shape: Path,
    clips: Sequence[Path],
    pen: Pen,
    pen_scale: float,
    random: Random,
    gaps: list[Gap],
) -> None:
    """The part's fill hides what was there; then its marks and its strokes."""
    canvas.save()
    for clip in clips:
        canvas.clipPath(clip, skia.ClipOp.kIntersect, True)
    if part.rings:
        canvas.drawPath(shape, skia.Paint(Color=skia.ColorBLACK, AntiAlias=True))
        inner = [stroke for stroke in part.strokes if stroke.inside]
        marks = [mark for mark in part.marks if mark.kind is not MarkKind.BLUSH]
        if inner or marks:
            canvas.save()
            canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
            for mark in marks:
                canvas.drawPath(path_of((mark.outline,)), _added(mark.kind, mark.strength, mark.blur))
            for stroke in inner:
                for inked in ink(stroke, pen, pen_scale, random, gaps):
                    canvas.drawPath(_wound(inked.ring), _added(MarkKind.INK, inked.opacity))
            canvas.restore()
    for stroke in part.strokes:
        if not (stroke.inside and part.rings):
            for inked in ink(stroke, pen, pen_scale, random, gaps):
                canvas.drawPath(_wound(inked.ring), _added(MarkKind.INK, inked.opacity))
    canvas.restore()


def _blush(canvas: Canvas, part: Part, shape: Path, clips: Sequence[Path]) -> None:
    _fill(canvas, shape, clips, skia.Paint(Color=skia.ColorBLACK, AntiAlias=True))
    marks = [mark for mark in part.marks if mark.kind is MarkKind.BLUSH]
    if not marks:
        return
    canvas.save()
    for clip in (*clips, shape):
        canvas.clipPath(clip, skia.ClipOp.kIntersect, True)
    for mark in marks:
        canvas.drawPath(path_of((mark.outline,)), _added(mark.kind, mark.strength, mark.blur))
    canvas.restore()


def _added(kind: MarkKind, strength: float, blur: float = 0.0) -> SkiaPaint:
    """Adds to the channel of a kind of mark. Skia's blur is a sigma in the units of the path."""
    levels = [0, 0, 0]
    levels[_CHANNEL[kind]] = round(255 * min(max(strength, 0.0), 1.0))
    paint = skia.Paint(Color=skia.ColorSetRGB(*levels), AntiAlias=True, BlendMode=skia.BlendMode.kPlus)
    if blur > 0:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, blur))
    return paint


def _wound(ring: Points) -> Path:
    """A stroke's shape: it may cross itself, and is ink wherever it goes round."""
    path = path_of((ring,))
    path.setFillType(skia.PathFillType.kWinding)
    return path


def part_mask(part: Part, x0: int, y0: int, width: int, height: int, scale: float) -> Gray:
    """(height, width) uint8, 0 or 255: the whole part, hidden or not, in a window of the canvas at (x0, y0) pixels."""
    pixels = np.zeros((height, width), np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(width, height), pixels, pixels.strides[0])
    canvas = surface.getCanvas()
    canvas.translate(-x0, -y0)
    canvas.scale(scale, scale)
    _fill(
        canvas,
        path_of(part.rings),
        [path_of((clip,)) for clip in part.clips],
        skia.Paint(Color=skia.ColorBLACK, AntiAlias=False),
    )
    return pixels
