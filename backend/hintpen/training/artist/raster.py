"""From parts to pixels, by Skia: which part each pixel shows, the ink, and the marks put by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from hintpen.training.artist.frame import Points
from hintpen.training.artist.lines.grain import dried
from hintpen.training.artist.lines.inking import Inked, ink
from hintpen.training.artist.lines.passes import Gap
from hintpen.training.artist.lines.pens import Pen
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


def rasterize(
    scene: Scene, width: int, height: int, pen: Pen, random: Random, toward: tuple[float, float] = (-0.6, -0.8)
) -> Raster:
    """Paints the scene's parts from back to front. `toward`: unit vector to the light on the page, for the lines'
    weight.
    """
    scale = min(width, height)
    ids, painted, blush = (np.zeros((height, width, 4), np.uint8) for _ in range(3))
    surfaces = [skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType) for pixels in (ids, painted, blush)]
    on_ids, on_paint, on_blush = (surface.getCanvas() for surface in surfaces)
    for canvas in (on_ids, on_paint, on_blush):
        canvas.scale(scale, scale)
    on_paint.clear(skia.ColorBLACK)
    shapes = [path_of(part.rings) for part in scene.parts]
    clipped = [[path_of((clip,)) for clip in part.clips] for part in scene.parts]
    for index, (part, shape, clips) in enumerate(zip(scene.parts, shapes, clipped, strict=True), start=1):
        if part.rings:
            _fill(on_ids, shape, clips, skia.Paint(Color=_id_color(index), AntiAlias=False))
    surfaces[0].flushAndSubmit()
    parts = ids[..., 0].astype(np.int32) | ids[..., 1].astype(np.int32) << 8
    strokes, texture = random.spawn(2)
    lines, gaps = ink(scene, parts, pen, toward, strokes)
    by_part: dict[int, list[Inked]] = {}
    for line in lines:
        by_part.setdefault(line.part, []).append(line)
    blushes = any(mark.kind is MarkKind.BLUSH for part in scene.parts for mark in part.marks)
    for index, (part, shape, clips) in enumerate(zip(scene.parts, shapes, clipped, strict=True), start=1):
        if part.rings and blushes:
            _blush(on_blush, part, shape, clips)
        _draw(on_paint, part, shape, clips, by_part.get(index, []))
    for surface in surfaces[1:]:
        surface.flushAndSubmit()
    inked, shade, shine = (np.ascontiguousarray(painted[..., i]) for i in range(3))
    return Raster(parts, dried(inked, shine, pen, texture), shade, shine, blush[..., 0], tuple(gaps))


def path_of(rings: Iterable[Points]) -> Path:
    """A path of closed rings, filled by the even-odd rule. What a camera or a clip cut away wholly is an empty ring."""
    path = _path(ring for ring in rings if len(ring))
    path.setFillType(skia.PathFillType.kEvenOdd)
    return path


def _wound(rings: Iterable[Points]) -> Path:
    """The shape of strokes: they may cross themselves and one another, and are ink wherever they go."""
    path = _path(rings)
    path.setFillType(skia.PathFillType.kWinding)
    return path


def _path(rings: Iterable[Points]) -> Path:
    path = skia.Path()
    line_to = path.lineTo
    for ring in rings:
        corners = ring.tolist()
        path.moveTo(*corners[0])
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


def _draw(canvas: Canvas, part: Part, shape: Path, clips: Sequence[Path], lines: Sequence[Inked]) -> None:
    """The part's fill hides what was there; then its marks and its strokes."""
    canvas.save()
    for clip in clips:
        canvas.clipPath(clip, skia.ClipOp.kIntersect, True)
    outer = lines
    if part.rings:
        canvas.drawPath(shape, skia.Paint(Color=skia.ColorBLACK, AntiAlias=True))
        inner, outer = [line for line in lines if line.inside], [line for line in lines if not line.inside]
        marks = [mark for mark in part.marks if mark.kind is not MarkKind.BLUSH]
        if inner or marks:
            canvas.save()
            canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
            for mark in marks:
                canvas.drawPath(path_of((mark.outline,)), _added(mark.kind, mark.strength, mark.blur))
            _ink(canvas, inner)
            canvas.restore()
    _ink(canvas, outer)
    canvas.restore()


def line_coverage(lines: Sequence[Inked], shape: tuple[int, ...]) -> Gray:
    """(h, w) uint8: lines alone on a sheet of `shape` pixels."""
    height, width = shape
    pixels = np.zeros((height, width), np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(width, height), pixels, pixels.strides[0])
    canvas = surface.getCanvas()
    canvas.scale(min(shape), min(shape))
    for line in lines:
        paint = skia.Paint(Color4f=skia.Color4f(0, 0, 0, line.opacity), AntiAlias=True)
        canvas.drawPath(_wound([line.ring]), paint)
    return pixels


def _ink(canvas: Canvas, lines: Sequence[Inked]) -> None:
    """Lines of solid ink go down at once, others pass by pass: a pencil darkens where it goes twice."""
    solid = [line.ring for line in lines if line.opacity >= 1]
    if solid:
        canvas.drawPath(_wound(solid), _added(MarkKind.INK, 1.0))
    for line in lines:
        if line.opacity < 1:
            canvas.drawPath(_wound([line.ring]), _added(MarkKind.INK, line.opacity))


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
