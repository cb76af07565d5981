"""Light on the parts: what is in shadow, what shines, and in which colors."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from hintpen.training.artist.painting.materials import MATERIALS
from hintpen.training.artist.painting.oklab import from_oklab, to_oklab
from hintpen.training.artist.raster import Raster
from hintpen.training.artist.records import Array, Random, Scene

ROSE = (1.0, 0.62, 0.64)
"""What a full blush multiplies colors by."""

BLUSHING = 0.55
"""How full a blush mark of full strength is."""


@dataclass(frozen=True)
class Light:
    """Where the light comes from and how it is painted.

    `angle` in degrees, 0 from the right, 90 from above, as on a clock run backward; `height` above the paper in
    degrees; `cel`: how many steps of shadow, 0 for a soft ramp; `tint`: (3,) what the light multiplies colors by;
    `depth`: how dark shadows are, about 1; `rim`: strength of a light from behind, 0..1; `occlusion` 0..1.
    """

    angle: float
    height: float
    cel: int
    tint: tuple[float, float, float]
    depth: float
    rim: float
    occlusion: float
    shadow_hue: float
    """Hue in degrees toward which shadows turn."""

    @property
    def direction(self) -> NDArray[np.float32]:
        """(3,) unit vector toward the light; x right, y down, z toward the viewer."""
        a, h = math.radians(self.angle), math.radians(self.height)
        return np.array([math.cos(a) * math.cos(h), -math.sin(a) * math.cos(h), math.sin(h)], np.float32)


def choose_light(random: Random) -> Light:
    """Mostly from above and one side, mostly cel, mostly white; sometimes evening, night or a stage."""
    angle = float(
        random.choice([random.normal(125, 22), random.normal(55, 22), random.uniform(0, 360)], p=(0.5, 0.35, 0.15))
    )
    tint = ((1.0, 1.0, 1.0), (1.0, 0.95, 0.88), (0.9, 0.95, 1.0), (1.0, 0.86, 0.76), (0.72, 0.78, 1.0))[
        random.choice(5, p=(0.74, 0.11, 0.07, 0.05, 0.03))
    ]
    return Light(
        angle=angle % 360,
        height=random.uniform(25, 60),
        cel=int(random.choice((1, 2, 0), p=(0.45, 0.25, 0.3))),
        tint=tint,
        depth=random.uniform(0.7, 1.25),
        rim=float(random.choice((0.0, random.uniform(0.3, 0.9)), p=(0.75, 0.25))),
        occlusion=random.uniform(0.2, 0.6),
        shadow_hue=float(random.choice([random.normal(280, 20), random.normal(250, 20), random.normal(330, 20)])),
    )


@dataclass(frozen=True)
class Lit:
    """`shade`: (h, w, 3) float32 0..1, what Flat is multiplied by; `highlight`: (h, w, 3) float32 0..1, screened onto
    it; `shadow`: (h, w) float32 0..1, how much of each pixel is in shadow.
    """

    shade: Array
    highlight: Array
    shadow: Array


def light_up(scene: Scene, raster: Raster, normals: Array, depths: Array, albedo: Array, light: Light) -> Lit:
    """Shadow and shine of a scene. `albedo`: (parts + 1, 3) sRGB 0..1, by part number."""
    table = _Table.of(scene, albedo, light)
    ids = raster.parts
    facing = normals @ light.direction
    shadow = np.maximum(_form_shadow(facing, table.soft[ids], light), _cast_shadow(depths, light))
    if light.occlusion > 0:
        shadow = np.maximum(shadow, _occlusion(depths) * np.float32(light.occlusion))
    shadow *= table.lit[ids]
    shadow = np.maximum(shadow, raster.shade * np.float32(1 / 255))
    shade = np.take(table.dark - table.bright, ids, axis=0)
    shade *= shadow[..., None]
    shade += np.take(table.bright, ids, axis=0)
    if raster.blush.any():
        # A blush's soft edge may reach half a pixel over its part: paper does not blush.
        colored = np.array([False, *(part.colored for part in scene.parts)])[ids]
        shade *= 1 - (raster.blush * colored * np.float32(BLUSHING / 255))[..., None] * (1 - np.array(ROSE, np.float32))
    shine = _shine(normals, shadow, table, ids, light)
    shine = np.maximum(shine, raster.shine * np.float32(0.95 / 255))
    if light.rim > 0:
        shine = np.maximum(shine, _rim(normals, light) * np.float32(light.rim * 0.6) * table.lit[ids])
    return Lit(np.clip(shade, 0, 1), _highlight(shine, raster, table, light), shadow)


def _highlight(shine: Array, raster: Raster, table: _Table, light: Light) -> Array:
    """The color of what shines: mostly the light's, a little the thing's own."""
    highlight = np.zeros((*shine.shape, 3), np.float32)
    bright = shine > 1 / 512
    highlight[bright] = shine[bright][:, None] * table.glow[raster.parts[bright]]
    # Catchlights, put by hand at full strength, are white whatever they lie on.
    catch = raster.shine > 240
    highlight[catch] = (raster.shine[catch] * np.float32(1 / 255))[:, None] * np.asarray(light.tint, np.float32)
    return np.clip(highlight, 0, 1)


@dataclass(frozen=True)
class _Table:
    """By part number, 0 for no part: `bright` and `dark` are what albedo is multiplied by in light and in shadow."""

    bright: Array
    dark: Array
    glow: Array
    gloss: Array
    spread: Array
    soft: Array
    lit: Array

    @staticmethod
    def of(scene: Scene, albedo: Array, light: Light) -> _Table:
        materials = [MATERIALS["paper"], *(MATERIALS[part.paint.material] for part in scene.parts)]
        lit = np.array([m.lit for m in materials], np.float32)
        lab = to_oklab(albedo)
        deep = np.array([m.depth for m in materials]) * light.depth
        warm = np.array([m.warmth for m in materials])
        hue = np.radians(np.where(warm > 0, 25.0, light.shadow_hue))
        pull = 0.035 * (0.4 + np.abs(warm)) * deep
        # Flesh and fruit glow from within: their shadows are richer, not grayer.
        richer = 1 + (0.15 + 0.9 * np.maximum(warm, 0)) * deep
        dark = np.stack(
            [
                lab[:, 0] * (1 - 0.42 * deep),
                lab[:, 1] * richer + pull * np.cos(hue),
                lab[:, 2] * richer + pull * np.sin(hue),
            ],
            1,
        )
        colored = np.array([False, *(part.colored for part in scene.parts)])[:, None]
        tint = np.where(colored, np.asarray(light.tint), 1.0)
        factor = np.clip(from_oklab(dark) / np.maximum(albedo, 1 / 255), 0, 1)
        # Where a channel is nearly black its quotient says little: no shadow is all of one hue.
        factor = np.maximum(factor, 0.62 * factor.max(1, keepdims=True))
        glow = np.clip(0.65 * tint + 0.35 * albedo, 0, 1)
        return _Table(
            *(
                np.asarray(a, np.float32)
                for a in (
                    np.broadcast_to(tint, factor.shape),
                    np.where(colored, factor * tint, 1.0),
                    glow,
                    [m.gloss for m in materials],
                    [m.spread for m in materials],
                    [m.soft for m in materials],
                    lit,
                )
            )
        )


def _form_shadow(facing: Array, soft: Array, light: Light) -> Array:
    """0 lit .. 1 in shadow, by how the surface faces the light."""
    if light.cel == 0:
        return _step(0.55, -0.25, facing)
    edge = 0.04 + 0.25 * soft
    first = _step(0.12 + edge, 0.12 - edge, facing)
    return first if light.cel == 1 else (0.6 * first + 0.4 * _step(-0.2 + edge, -0.2 - edge, facing)).astype(np.float32)


def _step(high: float | Array, low: float | Array, values: Array) -> Array:
    """1 where values are below `low`, 0 above `high`, smooth between."""
    t = np.clip((high - values) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def _cast_shadow(depths: Array, light: Light) -> Array:
    """(h, w) 0 or 1, antialiased: where something nearer stands between the surface and the light.

    Walks from every pixel toward the light in a few steps, as over a height field.
    """
    h, w = depths.shape
    size = min(h, w)
    dx, dy, _ = light.direction
    rise = math.tan(math.radians(max(light.height, 20.0)))
    norm = math.hypot(dx, dy)
    steps = np.array([0.006, 0.012, 0.02, 0.03, 0.042, 0.056], np.float32)
    shadow = np.zeros((h, w), np.uint8)
    finite = np.where(np.isfinite(depths), depths, np.float32(-9))
    for step in steps:
        sx, sy = round(dx / norm * step * size), round(dy / norm * step * size)
        if sx == 0 and sy == 0:
            continue
        here = (slice(max(0, -sy), h - max(0, sy)), slice(max(0, -sx), w - max(0, sx)))
        there = (slice(max(0, sy), h + min(0, sy)), slice(max(0, sx), w + min(0, sx)))
        jump = finite[there] - finite[here]
        # What is far behind gets no shadow: it would fall elsewhere.
        hit = (jump > step * rise) & (jump < 0.35)
        np.maximum(shadow[here], hit.astype(np.uint8), out=shadow[here])
    soft = cv2.GaussianBlur(shadow.astype(np.float32), (0, 0), max(0.5, size * 0.0012))
    return np.asarray(soft, np.float32)


def _occlusion(depths: Array) -> Array:
    """0..1: how much nearer the surroundings are, so the less open sky is seen."""
    near = np.clip(np.where(np.isfinite(depths), depths, -0.3), -0.3, 0.5).astype(np.float32)
    sigma = 0.012 * min(depths.shape)
    small = cv2.resize(near, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    blurred = cv2.resize(cv2.GaussianBlur(small, (0, 0), max(0.5, sigma / 2)), near.shape[::-1])
    return np.clip((blurred - near) * 9.0, 0, 1).astype(np.float32)


def _shine(normals: Array, shadow: Array, table: _Table, ids: NDArray[np.int32], light: Light) -> Array:
    """0..1: the mirror of the light, sharp in cel painting."""
    shine = np.zeros(ids.shape, np.float32)
    glossy = (table.gloss > 0)[ids]
    part = ids[glossy]
    half = light.direction + np.array([0, 0, 1], np.float32)
    mirror = normals[glossy] @ (half / np.linalg.norm(half)).astype(np.float32)
    limit = 0.985 - 0.16 * table.spread[part]
    edge = 0.012 if light.cel else 0.09
    shine[glossy] = _step(limit - edge, limit + edge, mirror) * table.gloss[part] * (1 - 0.8 * shadow[glossy])
    return shine


def _rim(normals: Array, light: Light) -> Array:
    """0..1: a light from behind on the side away from the main light."""
    x, y, _ = light.direction
    away = -(normals[..., 0] * x + normals[..., 1] * y) / max(math.hypot(x, y), 1e-6)
    return _step(0.82, 0.9, np.asarray(away, np.float32))
