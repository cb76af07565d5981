"""The synthetic artist: a seed and a number give a drawing, the same everywhere and at any size."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hintpen.engine.compose import compose, under_lines
from hintpen.training.artist.drawing import Drawing, Region
from hintpen.training.artist.hints import propose_hints
from hintpen.training.artist.lines.gaps import open_gaps
from hintpen.training.artist.lines.pens import choose_pen, suited
from hintpen.training.artist.lines.tones import Sitting, add_tones, choose_tones
from hintpen.training.artist.painting.light import choose_light, light_up
from hintpen.training.artist.painting.palettes import choose_colors
from hintpen.training.artist.painting.surface import depths_of, normals_of
from hintpen.training.artist.paper import choose_paper, deliver
from hintpen.training.artist.raster import rasterize
from hintpen.training.artist.records import Scene
from hintpen.training.artist.subjects import choose_scene


def draw(seed: int, index: int, width: int, height: int, kind: str = "") -> Drawing:
    """The `index`-th drawing of `seed`, `width` x `height` pixels. The same aspect at another size is the same drawing.

    `kind` asks for one of `subjects.KINDS` instead of leaving the choice to the seed. Raises `ValueError` when there is
    no such kind.
    """
    # A stream of its own for each choice: another pen leaves the colors as they are.
    subject, ink, color, lamp, tone, sheet, dots = np.random.default_rng([seed, index]).spawn(7)
    side = min(width, height)
    scene = choose_scene(subject, width / side, height / side, kind)
    pen = suited(choose_pen(ink), scene)
    light = choose_light(lamp)
    above = math.radians(light.angle)
    raster = rasterize(scene, width, height, pen, ink, (math.cos(above), -math.sin(above)))
    owner, things = _regions(scene)
    regions = owner[raster.parts]
    keys = [part.paint.key for part in scene.parts]
    paints = list({part.paint.key: part.paint for part in scene.parts}.values())
    chosen = choose_colors(paints, *_neighborhood(raster.parts, keys), color)
    albedo = np.stack([np.ones(3), *(np.rint(chosen[key] * 255) / 255 for key in keys)]).astype(np.float32)
    normals, depths = normals_of(scene, raster.parts), depths_of(scene, raster.parts)
    lit = light_up(scene, raster, normals, depths, albedo, light)
    coverage, toned = add_tones(Sitting(scene, raster, normals, lit, light, albedo, pen), choose_tones(tone), tone)
    flat = np.rint(albedo[raster.parts] * 255).astype(np.uint8)
    shade, highlight = (np.rint(layer * 255).astype(np.uint8) for layer in (lit.shade, lit.highlight))
    paper = choose_paper(sheet, pen.name)
    line, line_color = deliver(coverage, flat, paper, sheet)
    return Drawing(
        seed=seed,
        index=index,
        kind=scene.kind,
        pen=pen.name,
        line=line,
        ink=coverage,
        tone=toned,
        hard_ink=_hard(coverage),
        line_color=line_color,
        regions=regions,
        things=tuple(
            Region(name, material, thing, colored, _rgb(albedo[part]))
            for part, name, material, thing, colored in things
        ),
        albedo=flat,
        normals=normals * np.array([1, -1, 1], np.float32),
        depth=depths,
        shade=shade,
        highlight=highlight,
        shadow=np.rint(lit.shadow * 255).astype(np.uint8),
        blush=raster.blush,
        composite=under_lines(compose(flat, shade, highlight), coverage, line_color),
        hints=propose_hints(regions, coverage, flat, [thing[4] for thing in things], dots),
        gaps=open_gaps(raster.gaps, regions, coverage),
    )


def _hard(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Ink without antialiasing: half as dark as the pen's dark strokes or more. A pencil is never black."""
    strokes = ink[ink > 32]
    level = min(127.0, float(np.quantile(strokes, 0.9)) / 2) if strokes.size else 127.0
    return ((ink > level) * 255).astype(np.uint8)


def _rgb(color: NDArray[np.float32]) -> tuple[int, int, int]:
    r, g, b = (round(float(c) * 255) for c in color)
    return r, g, b


Thing = tuple[int, str, str, str, bool]
"""Number of the part that gives the color, name, material, thing, colored."""


def _regions(scene: Scene) -> tuple[NDArray[np.int32], list[Thing]]:
    """The region of each part number, and what each region is; region 0 is bare paper."""
    owner, things, by_name = np.zeros(len(scene.parts) + 1, np.int32), [(0, "paper", "paper", "", False)], {}
    for number, part in enumerate(scene.parts, start=1):
        key = part.region or f"#{number}"
        if key not in by_name:
            by_name[key] = len(things)
            thing = part.paint.key.rpartition(".")[0]
            things.append((number, part.name, part.paint.material, thing, part.colored))
        owner[number] = by_name[key]
    return owner, things


def _neighborhood(parts: NDArray[np.int32], keys: Sequence[str]) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Each paint's area, and along how many pixels it borders on which other paints; at half the picture's size."""
    order = {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
    names = ["", *order]
    paint_of = np.array([0, *(order[key] for key in keys)], np.int64)
    small = paint_of[parts[::2, ::2]]
    counts = np.bincount(small.ravel(), minlength=len(names))
    pairs = np.concatenate(
        [
            (np.minimum(a, b) * len(names) + np.maximum(a, b))[a != b]
            for a, b in ((small[:, :-1], small[:, 1:]), (small[:-1], small[1:]))
        ]
    )
    borders: dict[str, dict[str, int]] = {}
    codes, lengths = np.unique(pairs, return_counts=True)
    for code, length in zip(codes.tolist(), lengths.tolist(), strict=True):
        first, second = divmod(code, len(names))
        if first:
            borders.setdefault(names[first], {})[names[second]] = length
            borders.setdefault(names[second], {})[names[first]] = length
    return {name: int(count) for name, count in zip(names, counts, strict=True) if name and count}, borders
