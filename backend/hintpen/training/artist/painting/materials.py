"""What things are made of: how light acts on each material. `palettes` says how their colors are chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Material:
    """How light acts on it.

    `gloss` 0..1: how strong its shine is; `spread` 0..1: from a pinpoint to a broad sheen. `depth` 0..1: how much
    darker its shadow is. `warmth` -1..1: where its shadow's hue turns, 1 to red as lit flesh, -1 to blue as a white
    shirt. `soft` 0..1: how soft its terminator is even in cel shading. `lit` is False for what light does not act on.
    """

    gloss: float = 0.0
    spread: float = 0.3
    depth: float = 0.5
    warmth: float = -0.3
    soft: float = 0.1
    lit: bool = True


MATERIALS: dict[str, Material] = {
    "skin": Material(depth=0.42, warmth=0.6, soft=0.2),
    "lip": Material(gloss=0.3, depth=0.4, warmth=0.4),
    "mouth": Material(depth=0.3, warmth=0.4, lit=False),
    "tongue": Material(depth=0.3, warmth=0.4),
    "tooth": Material(depth=0.2, lit=False),
    "hair": Material(depth=0.55, warmth=-0.2),
    "gray hair": Material(depth=0.5),
    "fur": Material(gloss=0.05, depth=0.5),
    "snout": Material(gloss=0.5, spread=0.2, depth=0.4, warmth=0.3),
    "inner ear": Material(depth=0.35, warmth=0.5),
    "iris": Material(depth=0.6, lit=False),
    "sclera": Material(depth=0.35, warmth=-0.5, lit=False),
    "pupil": Material(lit=False),
    "nail": Material(gloss=0.5, depth=0.3, warmth=0.3),
    "cloth": Material(depth=0.5),
    "linen": Material(depth=0.45, warmth=-0.5),
    "silk": Material(gloss=0.35, spread=0.5, depth=0.55),
    "denim": Material(depth=0.5),
    "leather": Material(gloss=0.35, spread=0.35, depth=0.6),
    "rubber": Material(gloss=0.25, spread=0.4, depth=0.55),
    "metal": Material(gloss=0.9, spread=0.3, depth=0.75),
    "gold": Material(gloss=0.9, spread=0.3, depth=0.65, warmth=0.5),
    "gem": Material(gloss=1.0, spread=0.15, depth=0.6),
    "glass": Material(gloss=0.8, spread=0.2, depth=0.25),
    "plastic": Material(gloss=0.5, spread=0.25, depth=0.5),
    "paint": Material(gloss=0.35, spread=0.3, depth=0.55),
    "wood": Material(gloss=0.06, depth=0.5, warmth=0.2),
    "bark": Material(depth=0.55),
    "leaf": Material(gloss=0.15, spread=0.5, depth=0.55, warmth=-0.5),
    "petal": Material(gloss=0.08, depth=0.4, warmth=0.3),
    "greens": Material(gloss=0.15, spread=0.5, depth=0.5, warmth=-0.5),
    "pollen": Material(depth=0.4, warmth=0.4),
    "grass": Material(depth=0.45, warmth=-0.5),
    "earth": Material(depth=0.45),
    "sand": Material(depth=0.35),
    "stone": Material(gloss=0.05, depth=0.5),
    "brick": Material(depth=0.45),
    "plaster": Material(depth=0.35),
    "tile": Material(gloss=0.3, depth=0.4),
    "road": Material(depth=0.4),
    "water": Material(gloss=0.5, spread=0.3, depth=0.4),
    "sky": Material(depth=0.2, lit=False),
    "dusk": Material(depth=0.2, lit=False),
    "night": Material(depth=0.2, lit=False),
    "cloud": Material(depth=0.25, warmth=-0.6, soft=0.6),
    "snow": Material(depth=0.25, warmth=-0.8),
    "fire": Material(lit=False),
    "bread": Material(gloss=0.1, depth=0.45, warmth=0.4),
    "fruit": Material(gloss=0.5, spread=0.25, depth=0.5, warmth=0.2),
    "meat": Material(gloss=0.25, depth=0.45, warmth=0.5),
    "berry": Material(gloss=0.6, spread=0.2, depth=0.5, warmth=0.3),
    "tomato": Material(gloss=0.6, spread=0.2, depth=0.5, warmth=0.3),
    "citrus": Material(gloss=0.35, spread=0.3, depth=0.35, warmth=0.4),
    "fish": Material(gloss=0.3, spread=0.4, depth=0.35, warmth=0.5),
    "cheese": Material(gloss=0.3, spread=0.3, depth=0.35, warmth=0.4),
    "yolk": Material(gloss=0.6, spread=0.2, depth=0.35, warmth=0.4),
    "chocolate": Material(gloss=0.4, spread=0.3, depth=0.5, warmth=0.3),
    "rice": Material(gloss=0.05, depth=0.22, warmth=-0.3),
    "seaweed": Material(gloss=0.2, depth=0.5),
    "broth": Material(gloss=0.5, spread=0.3, depth=0.35, warmth=0.4),
    "tea": Material(gloss=0.5, spread=0.3, depth=0.35, warmth=0.3),
    "icing": Material(gloss=0.3, spread=0.3, depth=0.32, warmth=0.2),
    "cream": Material(gloss=0.15, depth=0.25),
    "horn": Material(gloss=0.25, depth=0.5),
    "shell": Material(gloss=0.4, depth=0.5),
    "scale": Material(gloss=0.35, depth=0.55),
    "feather": Material(gloss=0.08, depth=0.5),
    "backdrop": Material(depth=0.25, lit=False),
    "paper": Material(lit=False),
}
"""By name. "backdrop" is a plain ground behind a figure, "paper" what must not be colored."""
