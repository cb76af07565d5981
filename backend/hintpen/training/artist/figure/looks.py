"""Who is drawn: age, build and face, as numbers that every room of the figure reads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hintpen.training.artist.records import Paint, Random


@dataclass(frozen=True)
class Looks:
    """One character. Shares run 0..1.

    `name` begins the keys of its paints. `age` in years, 4..80. `masculine`: of face and build. `stylized`: 0 for
    natural proportions, 1 for large heads and eyes. `slim`: 0 broad, 1 thin. `jaw`: 0 pointed, 1 square. `chin`: 0
    short, 1 long. `gray`: of hair.
    """

    name: str
    age: float
    masculine: float
    stylized: float
    slim: float
    jaw: float = 0.3
    chin: float = 0.5
    gray: bool = False

    @property
    def child(self) -> float:
        """1 for a small child, 0 from sixteen on."""
        return min(max((16 - self.age) / 12, 0.0), 1.0)

    @property
    def old(self) -> float:
        """0 up to forty, 1 at eighty."""
        return min(max((self.age - 40) / 40, 0.0), 1.0)

    def paint(self, slot: str, material: str, of: str = "") -> Paint:
        """A paint of this character: `paint("skin", "skin")`; `of` is a slot of the same character."""
        if material == "hair" and self.gray:
            material = "gray hair"
        return Paint(f"{self.name}.{slot}", material, f"{self.name}.{of}" if of else "")


def choose_looks(name: str, random: Random) -> Looks:
    """Mostly young, as comics have it; every age and build now and then."""
    age = float(
        random.choice(
            [random.uniform(14, 26), random.uniform(5, 14), random.uniform(26, 50), random.uniform(50, 80)],
            p=(0.62, 0.14, 0.16, 0.08),
        )
    )
    masculine = float(random.choice([random.beta(1.5, 6), random.beta(6, 1.5)], p=(0.58, 0.42)))
    return Looks(
        name=name,
        age=age,
        masculine=masculine,
        stylized=float(random.beta(3, 2)),
        slim=float(random.beta(3, 2)),
        jaw=float(np.clip(0.1 + 0.6 * masculine + random.normal(0, 0.16), 0, 1)),
        chin=float(random.beta(3, 3)),
        gray=bool(random.random() < (age - 42) / 25),
    )
