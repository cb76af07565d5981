"""The hints for the sample drawing: a dot or a short stroke of color for each thing, as an artist would leave them."""

from __future__ import annotations

import numpy as np

from hintpen.engine.drawing import Pixels
from hintpen.sample.pen import Pen, Points
from hintpen.sample.portrait import HEIGHT, NECK, TILT, WIDTH

Color = tuple[int, int, int]
THICKNESS = 14.0
"""Of a stroke, and of a dot: pixels."""

SKY, MOON, PETAL = (150, 190, 214), (255, 240, 202), (255, 196, 208)
HAIR, SKIN, MOUTH = (104, 106, 172), (255, 228, 210), (206, 92, 100)
WHITE, IRIS, GLOW, SHINE = (252, 250, 250), (112, 70, 148), (208, 150, 226), (255, 255, 255)
BLOUSE, COLLAR, RIBBON, KNOT, BUTTON = (250, 246, 238), (58, 72, 122), (226, 88, 92), (196, 62, 78), (240, 196, 96)
LEAF, POLLEN = (122, 172, 112), (250, 208, 104)

UPRIGHT: dict[Color, list[Points]] = {
    SKY: [[(70, 820), (64, 880)], [(1110, 160), (1140, 200)], [(1130, 1440), (1120, 1500)]],
    MOON: [[(200, 560), (192, 630)], [(1030, 560), (1036, 620)]],
    SKIN: [[(600, 990), (604, 1040)], [(600, 1160)]],
    BLOUSE: [[(430, 1400), (470, 1430)], [(306, 1440)], [(730, 1400), (770, 1430)], [(894, 1440)]],
    COLLAR: [[(486, 1120), (500, 1150)], [(714, 1120), (700, 1150)], [(398, 1190)], [(802, 1190)]],
    RIBBON: [[(480, 1220), (506, 1212)], [(720, 1220), (694, 1212)], [(548, 1400)], [(652, 1400)]],
    KNOT: [[(600, 1264)]],
    BUTTON: [[(622, 1478)], [(622, 1572)]],
    PETAL: [[(156, 364)], [(308, 138)], [(1086, 314)], [(944, 138)], [(1108, 1342)], [(138, 1410)]],
    HAIR: [[(668, 150)], [(260, 1130), (300, 1080)], [(500, 900)], [(700, 900)], [(936, 1246)]],
}

LEANING: dict[Color, list[Points]] = {
    HAIR: [
        [(520, 300), (470, 330)],
        [(540, 440), (552, 410)],
        [(360, 720), (366, 800)],
        [(820, 760), (830, 820)],
        [(312, 800), (308, 870)],
        [(888, 800), (900, 860)],
        [(776, 560)],
    ],
    SKIN: [
        [(590, 740), (606, 744)],
        [(472, 592)],
        [(470, 620)],
        [(742, 773)],
        [(458, 773)],
        [(764, 612)],
        [(684, 570)],
        [(781, 662)],
    ],
    MOUTH: [[(602, 844)]],
    WHITE: [[(560, 696)], [(640, 696)], [(440, 712)], [(760, 712)]],
    IRIS: [[(466, 704)], [(668, 704)]],
    GLOW: [[(490, 746)], [(690, 746)]],
    SHINE: [[(480, 668)], [(680, 668)], [(520, 732)], [(720, 732)]],
    PETAL: [[(806, 390)], [(846, 418)], [(830, 464)], [(782, 464)], [(766, 418)]],
    POLLEN: [[(806, 430)]],
    LEAF: [[(736, 466)], [(730, 404)]],
}


def draw_hints() -> Pixels:
    """(1600, 1200, 4) uint8 RGBA: the hint layer of `draw_lines`' drawing."""
    layer = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    for degrees, marks in ((0.0, UPRIGHT), (TILT, LEANING)):
        for color, strokes in marks.items():
            pen = Pen(WIDTH, HEIGHT)
            pen.turn(degrees, NECK)
            for stroke in strokes:
                if len(stroke) == 1:
                    pen.disc(stroke[0], (THICKNESS / 2, THICKNESS / 2), 255)
                else:
                    pen.stroke(stroke, THICKNESS, (0, 0))
            picture = pen.picture(color)
            layer[picture[..., 3] > 0] = picture[picture[..., 3] > 0]
    return layer
