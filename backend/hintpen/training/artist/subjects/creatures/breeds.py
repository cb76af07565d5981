"""What tells one kind of mammal from another."""

from __future__ import annotations

from dataclasses import dataclass

from hintpen.training.artist.records import Random


@dataclass(frozen=True)
class Breed:
    """`ear`, `muzzle`, `tail`, `foot`, `horn` name a way to draw each ("" for none).

    Lengths in head radii: `ear_size`; `wide`, `high`: half axes of the head; `jaw`: width of the jaw as a share of the
    cheeks'; `legs`: length of the legs; `girth` of the trunk. `tufts` 0..1: how shaggy. `marks`: markings to choose
    among; `eyes`: size of the eyes. `extras`: what only fabulous
    beasts have ("wings", "spikes", "plates", "mane", "unicorn", "trunk").
    """

    name: str
    ear: str
    muzzle: str
    tail: str
    marks: tuple[str, ...] = ("plain",)
    ear_size: float = 0.7
    wide: float = 1.12
    high: float = 0.95
    jaw: float = 0.62
    legs: float = 1.0
    girth: float = 1.0
    tufts: float = 0.6
    foot: str = "paw"
    horn: str = ""
    eyes: float = 0.27
    extras: tuple[str, ...] = ()


BREEDS: dict[str, tuple[Breed, float]] = {
    breed.name: (breed, weight)
    for breed, weight in (
        (Breed("cat", "point", "small", "long", ("plain", "tabby", "patch", "bib", "blaze", "socks"), tufts=0.8), 5.0),
        (Breed("fox", "point", "pointed", "brush", ("mask",), 0.95, 1.15, 0.92, 0.5, 1.05, 0.9, 1.0), 2.0),
        (
            Breed("dog", "flop", "round", "curl", ("plain", "patch", "blaze", "bib", "socks"), 0.8, 1.02, 0.98, 0.75),
            3.0,
        ),
        (Breed("wolf", "point", "pointed", "brush", ("mask", "plain"), 0.72, 1.1, 0.95, 0.62, 1.2, 1.05, 1.0), 1.2),
        (
            Breed("rabbit", "long", "rabbit", "puff", ("plain", "bib", "patch"), 1.5, 0.98, 0.95, 0.72, 0.7, 1.0, 0.5),
            2.5,
        ),
        (
            Breed("bear", "round", "round", "stub", ("plain", "bib"), 0.48, 1.1, 0.98, 0.82, 0.9, 1.35, 0.5, eyes=0.17),
            1.5,
        ),
        (Breed("panda", "round", "round", "stub", ("panda",), 0.48, 1.15, 0.96, 0.82, 0.8, 1.4, 0.4, eyes=0.19), 1.0),
        (Breed("mouse", "disc", "small", "rat", ("plain", "bib"), 0.85, 0.95, 0.9, 0.6, 0.6, 1.0, 0.3), 1.0),
        (
            Breed("hamster", "round", "rabbit", "stub", ("bib", "patch", "blaze"), 0.36, 1.2, 0.92, 0.9, 0.4, 1.4, 0.4),
            1.0,
        ),
        (Breed("squirrel", "point", "small", "plume", ("bib",), 0.6, 1.0, 0.95, 0.66, 0.7, 0.95, 0.7), 1.0),
        (Breed("raccoon", "point", "pointed", "ringed", ("bandit",), 0.55, 1.18, 0.92, 0.6, 0.8, 1.15, 0.9), 0.8),
        (Breed("tiger", "round", "round", "long", ("tabby",), 0.45, 1.15, 0.95, 0.8, 1.1, 1.15, 0.8), 0.9),
        (Breed("lion", "round", "round", "lion", ("mane",), 0.45, 1.0, 0.95, 0.8, 1.1, 1.1, 0.6), 0.9),
        (
            Breed(
                "cow",
                "leaf",
                "broad",
                "lion",
                ("patch", "blaze"),
                0.65,
                0.92,
                1.02,
                0.85,
                1.1,
                1.3,
                0.1,
                "hoof",
                "bull",
                0.2,
            ),
            0.8,
        ),
        (
            Breed(
                "deer",
                "leaf",
                "round",
                "stub",
                ("fawn", "bib"),
                0.75,
                0.88,
                1.02,
                0.66,
                1.6,
                0.85,
                0.2,
                "hoof",
                "antler",
            ),
            0.9,
        ),
        (
            Breed(
                "sheep", "leaf", "broad", "puff", ("fleece",), 0.6, 0.88, 0.98, 0.8, 0.8, 1.4, 0.0, "hoof", "ram", 0.2
            ),
            0.9,
        ),
        (
            Breed(
                "goat",
                "leaf",
                "broad",
                "stub",
                ("plain", "blaze"),
                0.6,
                0.84,
                1.05,
                0.66,
                1.2,
                1.0,
                0.3,
                "hoof",
                "ibex",
                0.22,
            ),
            0.5,
        ),
        (
            Breed(
                "pig",
                "fold",
                "disc",
                "spiral",
                ("plain", "patch"),
                0.55,
                1.1,
                0.98,
                0.85,
                0.6,
                1.45,
                0.0,
                "hoof",
                "",
                0.18,
            ),
            0.8,
        ),
        (
            Breed(
                "dragon",
                "leaf",
                "beast",
                "dragon",
                ("plates",),
                0.6,
                1.0,
                0.95,
                0.7,
                0.9,
                1.1,
                0.0,
                "paw",
                "ibex",
                0.28,
                ("wings", "spikes", "plates"),
            ),
            1.6,
        ),
        (
            Breed(
                "dinosaur",
                "",
                "beast",
                "dragon",
                ("plates",),
                0.5,
                1.0,
                0.95,
                0.85,
                0.9,
                1.2,
                0.0,
                "paw",
                "",
                0.25,
                ("spikes", "plates"),
            ),
            1.0,
        ),
        (
            Breed(
                "unicorn",
                "leaf",
                "broad",
                "hair",
                ("plain",),
                0.5,
                0.86,
                0.98,
                0.8,
                1.3,
                0.95,
                0.0,
                "hoof",
                "",
                0.28,
                ("mane", "unicorn"),
            ),
            0.8,
        ),
        (
            Breed(
                "horse",
                "leaf",
                "broad",
                "hair",
                ("plain", "blaze", "patch"),
                0.5,
                0.86,
                0.98,
                0.8,
                1.4,
                1.0,
                0.0,
                "hoof",
                "",
                0.25,
                ("mane",),
            ),
            0.8,
        ),
        (
            Breed(
                "pegasus",
                "leaf",
                "broad",
                "hair",
                ("plain",),
                0.5,
                0.86,
                0.98,
                0.8,
                1.3,
                0.95,
                0.0,
                "hoof",
                "",
                0.28,
                ("mane", "wings"),
            ),
            0.5,
        ),
        (
            Breed(
                "elephant",
                "",
                "trunk",
                "lion",
                ("plain",),
                0.5,
                1.0,
                0.95,
                0.8,
                0.7,
                1.45,
                0.0,
                "hoof",
                "",
                0.2,
                ("trunk",),
            ),
            0.9,
        ),
    )
}
"""By name, with how often each is drawn."""


def choose_breed(random: Random, name: str = "") -> Breed:
    """One of them; a young or fancy one may have wings or horns of its own elsewhere."""
    if name:
        return BREEDS[name][0]
    names = list(BREEDS)
    total = sum(weight for _, weight in BREEDS.values())
    return BREEDS[names[random.choice(len(names), p=[BREEDS[n][1] / total for n in names])]][0]
