"""Colors as eyes see them: Bjorn Ottosson's Oklab (2020), and its polar form."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]

_TO_LMS = np.array(
    [
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    ]
)
_TO_LAB = np.array(
    [
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    ]
)
_FROM_LAB = np.linalg.inv(_TO_LAB)
_FROM_LMS = np.linalg.inv(_TO_LMS)


def to_oklab(srgb: ArrayLike) -> Values:
    """(..., 3) sRGB 0..1 as Oklab: L 0..1, a and b about -0.4..0.4."""
    c = np.asarray(srgb, np.float64)
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T


def from_oklab(lab: ArrayLike) -> Values:
    """(..., 3) Oklab as sRGB, cut to 0..1."""
    linear = np.clip((np.asarray(lab, np.float64) @ _FROM_LAB.T) ** 3 @ _FROM_LMS.T, 0.0, 1.0)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def from_lch(lightness: float, chroma: float, hue: float) -> Values:
    """(3,) sRGB 0..1 of a lightness 0..1, chroma 0..0.37 and hue in degrees; chroma gives way until it fits sRGB."""
    a = np.radians(hue)
    direction = np.array([np.cos(a), np.sin(a)])
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):
        lab = np.array([lightness, *(direction * chroma * share)])
        linear = (lab @ _FROM_LAB.T) ** 3 @ _FROM_LMS.T
        if linear.min() >= -0.003 and linear.max() <= 1.003:
            break
    return from_oklab(lab)


def to_lch(srgb: ArrayLike) -> tuple[float, float, float]:
    """Lightness, chroma and hue (degrees, 0..360) of an sRGB color, 0..1."""
    lightness, a, b = to_oklab(srgb)
    return float(lightness), float(np.hypot(a, b)), float(np.degrees(np.arctan2(b, a)) % 360)
