"""People: who they are, how much of them is seen, and what stands behind them."""

from __future__ import annotations

from hintpen.training.artist.figure.body import body_parts
from hintpen.training.artist.figure.clothes import clothes_parts
from hintpen.training.artist.figure.face import face_parts
from hintpen.training.artist.figure.hair import hair_parts
from hintpen.training.artist.figure.head import choose_head
from hintpen.training.artist.figure.looks import choose_looks
from hintpen.training.artist.figure.ornaments import ornament_parts
from hintpen.training.artist.figure.poses import choose_pose
from hintpen.training.artist.forms import Plane
from hintpen.training.artist.frame import Frame
from hintpen.training.artist.records import Paint, Part, Random, Scene, canvas_ring, in_order, placed


def person(random: Random, name: str) -> list[Part]:
    """One person in figure units (the cranium is a ball of radius 1 about (0, 0)), from back to front."""
    # A stream for each room: one that asks for more numbers leaves the others' choices alone.
    who, turn, stance, body, outfit, face, hair, worn = random.spawn(8)
    looks, head = choose_looks(name, who), choose_head(turn)
    pose = choose_pose(stance, head, looks)
    return in_order(
        [
            *body_parts(body, pose, looks),
            *clothes_parts(outfit, pose, looks),
            *face_parts(face, head, looks),
            *hair_parts(hair, head, looks),
            *ornament_parts(worn, head, looks),
        ]
    )


def portrait(random: Random, width: float, height: float) -> Scene:
    """A head, or a bust."""
    scale = random.uniform(0.15, 0.3)
    frame = Frame.at(width * random.uniform(0.42, 0.58), height * random.uniform(0.4, 0.46), scale)
    ground = Part(
        "backdrop", Paint("ground.plain", "backdrop"), (canvas_ring(width, height),), form=Plane(), depth=-0.6
    )
    return Scene("portrait", width, height, (ground, *placed(person(random, "person"), frame)))


def figure(random: Random, width: float, height: float) -> Scene:
    """A whole person, or most of one."""
    scale = random.uniform(0.055, 0.12)
    frame = Frame.at(width * random.uniform(0.42, 0.58), height * random.uniform(0.13, 0.2), scale)
    ground = Part(
        "backdrop", Paint("ground.plain", "backdrop"), (canvas_ring(width, height),), form=Plane(), depth=-0.6
    )
    return Scene("figure", width, height, (ground, *placed(person(random, "person"), frame)), pen_scale=0.8)
