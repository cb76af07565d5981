"""Whole four-legged animals: a head on a body."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, placed
from hintpen.training.artist.subjects.creatures.bodies import POSES
from hintpen.training.artist.subjects.creatures.breeds import choose_breed
from hintpen.training.artist.subjects.creatures.coats import Coat, coat_of
from hintpen.training.artist.subjects.creatures.fantasy import behind
from hintpen.training.artist.subjects.creatures.heads import head_parts
from hintpen.training.artist.subjects.creatures.worn import headwear, neckwear
from hintpen.training.artist.subjects.staging import stood

SLEEPY = ("asleep", "asleep", "happy", "smug")


def mammal_parts(random: Random, name: str = "pet", breed: str = "", pose: str = "") -> list[Part]:
    """An animal from back to front: 1 high, standing at (0, 0), looking to the right. `breed`: a key of `BREEDS`,
    `pose`: a key of `POSES`; "" for any.
    """
    kind = choose_breed(random, breed)
    coat = _coat(random, name, kind.name)
    names = list(POSES)
    weights = np.array([POSES[n][1] for n in names])
    if kind.foot == "hoof":
        weights = weights * (0.5, 0.6, 4, 1, 0, 0.4)
    pose = pose or names[random.choice(len(names), p=weights / weights.sum())]
    # From chibi to near life: how large the body is beside the head.
    body = float(random.choice((random.uniform(0.62, 0.85), random.uniform(0.85, 1.2), random.uniform(1.2, 1.5))))
    yaw = random.uniform(-4, 12) if pose in ("facing", "upright") else random.uniform(8, 30)
    mood = SLEEPY[random.integers(4)] if pose == "curled" else ""
    if kind.name == "panda":
        # A closed lid is not seen on a black patch.
        mood = str(random.choice(("open", "wide")))
    head = head_parts(random, kind, coat, yaw, random.normal(0, 5), mood=mood)
    body_parts = [*behind(random, kind, coat, pose), *POSES[pose][0](random, kind, coat)]
    trunk = placed(body_parts, Frame.at(-0.12 if pose != "facing" else 0, 0.72, body))
    tilt = random.normal(0, 6) + (8 if pose == "curled" else 0)
    drop = 0.25 * body if pose == "curled" else 0.0
    s = np.sin(np.radians(yaw))
    if pose != "curled" and random.random() < 0.22:
        trunk += placed(neckwear(random, coat, -0.02 + 0.1 * s), Frame.at(0, 0, min(1.0, 0.55 + 0.4 * body)))
    if not kind.horn and "mane" not in kind.extras and random.random() < 0.16:
        head += headwear(random, coat, float(s), kind.high)
    return stood([*trunk, *placed(head, Frame.at(0, drop, 1, tilt), 0.1)])


MATERIALS = {
    "panda": "snow",
    "pig": "inner ear",
    "dragon": "scale",
    "dinosaur": "scale",
    "elephant": "stone",
    "unicorn": "cream",
}
"""What breeds without fur are covered with."""


def _coat(random: Random, name: str, breed: str) -> Coat:
    """A coat as the breed has it: pandas are black and white, pigs bare, sheep woolly with dark legs."""
    coat = coat_of(name, random, MATERIALS.get(breed, "fur"))
    if breed == "panda":
        black = Paint(f"{name}.black", "pupil")
        return replace(coat, light=Paint(f"{name}.light", "cream"), dark=black, limbs=black, skin=black)
    if breed == "sheep":
        return replace(coat, light=Paint(f"{name}.fleece", "cream"))
    return coat
