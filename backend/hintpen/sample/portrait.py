"""The sample drawing: a girl with a flower in her hair before the moon."""

from __future__ import annotations

import math
from collections.abc import Callable

from hintpen.engine.drawing import Pixels
from hintpen.sample.pen import Pen, Points

WIDTH, HEIGHT = 1200, 1600
INK = (52, 38, 50)
CONTOUR, HAIR, DETAIL = 6.5, 5.4, 3.2
"""Widths of the pen."""

TILT, NECK = 5.0, (600.0, 960.0)
"""How far the head leans, in degrees, and around what."""

Side = Callable[[Points], Points]


def _left(points: Points) -> Points:
    return points


def _right(points: Points) -> Points:
    """Mirrored about the middle of the canvas."""
    return [(WIDTH - x, y) for x, y in points]


PART = (644.0, 262.0)
"""Where the hair parts."""

SIDES: tuple[Side, Side] = (_left, _right)


def draw_lines(seed: int = 7) -> Pixels:
    """(1600, 1200, 4) uint8 RGBA: the line art on transparent paper. A few lines do not quite meet, as in life."""
    pen = Pen(WIDTH, HEIGHT, seed)
    _moon(pen)
    pen.turn(TILT, NECK)
    _back_hair(pen)
    pen.turn(0)
    _neck(pen)
    _blouse(pen)
    _collar(pen)
    _bow(pen)
    pen.turn(TILT, NECK)
    _face(pen)
    for side in SIDES:
        _eye(pen, side)
    _front_hair(pen)
    _flower(pen, (806, 430))
    pen.turn(0)
    for x, y, angle in (
        (140, 360, 20),
        (1072, 330, -50),
        (1090, 1330, 35),
        (120, 1420, -30),
        (300, 120, 70),
        (960, 130, 150),
    ):
        _petal(pen, (x, y), angle, 34)
    return pen.picture(INK)


def _moon(pen: Pen) -> None:
    arc = [(600 + 500 * math.cos(a), 640 + 500 * math.sin(a)) for a in (math.radians(d) for d in range(-48, 310, 3))]
    pen.stroke(arc, HAIR, (0.04, 0.04))


def _back_hair(pen: Pen) -> None:
    pen.shape(
        [(600, 236), (420, 290), (322, 430), (296, 600), (304, 780), (280, 930), (214, 1060), (124, 1140)],
        [(124, 1140), (190, 1150), (250, 1120)],
        [(250, 1120), (220, 1210), (150, 1290)],
        [(150, 1290), (280, 1270), (380, 1190), (430, 1060)],
        [(430, 1060), (600, 1000), (780, 1060)],
        [(780, 1060), (830, 1150), (910, 1220), (1020, 1250)],
        [(1020, 1250), (950, 1200), (920, 1150)],
        [(920, 1150), (980, 1190), (1070, 1180)],
        [(1070, 1180), (1010, 1120), (980, 1040)],
        [(980, 1040), (1040, 1076), (1120, 1050)],
        [(1120, 1050), (1010, 980), (930, 860), (902, 740), (904, 580), (878, 430), (780, 290), (600, 236)],
        width=HAIR,
        unseen=(4,),
    )
    for strand in (
        [(330, 760), (330, 900), (296, 1040), (244, 1130)],
        [(382, 960), (372, 1080), (340, 1160), (280, 1220)],
        [(336, 1000), (310, 1080), (274, 1140)],
        [(872, 760), (880, 860), (918, 970), (974, 1040)],
        [(836, 980), (850, 1070), (918, 1150)],
        [(880, 960), (910, 1050), (960, 1110)],
    ):
        pen.stroke(strand, DETAIL, (0.5, 0.6))


def _neck(pen: Pen) -> None:
    pen.shape(
        [(540, 830), (544, 930), (532, 984), (470, 1040)],
        [(470, 1040), (540, 1140), (600, 1220)],
        [(600, 1220), (660, 1140), (730, 1040)],
        [(730, 1040), (668, 984), (656, 930), (660, 830)],
        width=CONTOUR,
        unseen=(1, 2),
    )
    for side in SIDES:
        pen.stroke(side([(540, 1074), (572, 1086), (588, 1108)]), DETAIL, (0.5, 0.6))


def _blouse(pen: Pen) -> None:
    pen.shape(
        [(470, 1040), (400, 1078), (336, 1112), (292, 1190), (262, 1330), (226, 1620)],
        [(226, 1620), (974, 1620)],
        [(974, 1620), (938, 1330), (908, 1190), (864, 1112), (800, 1078), (730, 1040)],
        [(730, 1040), (660, 1140), (600, 1220)],
        [(600, 1220), (540, 1140), (470, 1040)],
        width=CONTOUR,
        unseen=(1, 3, 4),
        taper=(0.1, 0.1),
    )
    for side in SIDES:
        pen.stroke(side([(392, 1400), (372, 1490), (366, 1620)]), CONTOUR, (0.5, 0.1))
        for fold in (
            [(386, 1330), (404, 1372), (394, 1420)],
            [(288, 1300), (330, 1370), (380, 1394)],
            [(470, 1510), (496, 1550), (502, 1610)],
        ):
            pen.stroke(side(fold), DETAIL + 0.8, (0.5, 0.6))
    pen.stroke([(600, 1330), (597, 1450), (600, 1620)], DETAIL, (0.1, 0.1))
    for y in (1478, 1572):
        pen.ring((622, y), (11, 11), DETAIL)


def _collar(pen: Pen) -> None:
    for side in SIDES:
        pen.shape(
            side([(480, 1022), (436, 1062), (394, 1130), (376, 1252)]),
            side([(376, 1252), (480, 1284), (596, 1262)]),
            side([(596, 1262), (556, 1160), (480, 1022)]),
            width=CONTOUR,
            taper=(0.12, 0.12),
        )
        pen.stroke(side([(424, 1120), (414, 1174), (408, 1228)]), DETAIL, (0.3, 0.02))
        pen.stroke(side([(408, 1228), (480, 1250), (560, 1240)]), DETAIL, (0.02, 0.3))


def _bow(pen: Pen) -> None:
    for side in SIDES:
        pen.shape(
            side([(592, 1276), (556, 1350), (520, 1450)]),
            side([(520, 1450), (550, 1438), (580, 1462)]),
            side([(580, 1462), (600, 1380), (606, 1290)]),
            width=HAIR,
        )
        pen.shape(
            side([(590, 1246), (536, 1196), (478, 1176), (452, 1200)]),
            side([(452, 1200), (438, 1258), (456, 1326)]),
            side([(456, 1326), (492, 1336), (546, 1314), (592, 1282)]),
            side([(592, 1282), (588, 1264), (590, 1246)]),
            width=HAIR,
        )
        pen.stroke(side([(584, 1260), (544, 1244), (500, 1240)]), DETAIL, (0.2, 0.7))
        pen.stroke(side([(582, 1274), (550, 1286), (520, 1292)]), DETAIL, (0.2, 0.7))
    pen.shape(
        [(578, 1240), (600, 1230), (622, 1240)],
        [(622, 1240), (630, 1264), (620, 1290)],
        [(620, 1290), (600, 1298), (580, 1290)],
        [(580, 1290), (570, 1264), (578, 1240)],
        width=HAIR,
        taper=(0.1, 0.1),
    )


def _face(pen: Pen) -> None:
    jaw = [(398, 500), (398, 620), (408, 716), (438, 794), (498, 858), (562, 898), (600, 904)]
    pen.shape(
        [*jaw, *_right(jaw)[-2::-1]],
        [(802, 500), (600, 400), (398, 500)],
        width=CONTOUR,
        unseen=(1,),
        taper=(0.1, 0.1),
    )
    pen.stroke([(606, 776), (600, 788), (592, 791)], DETAIL + 0.4, (0.6, 0.3))
    pen.shape(
        [(568, 824), (586, 831), (602, 828), (618, 831), (636, 822)],
        [(636, 822), (626, 846), (602, 858), (578, 848), (568, 824)],
        width=DETAIL + 0.8,
        taper=(0.2, 0.2),
    )
    for side in SIDES:
        for x in (448, 468, 488):
            pen.stroke(side([(x + 6, 784), (x - 6, 804)]), DETAIL, (0.4, 0.5))


def _eye(pen: Pen, side: Side) -> None:
    ((x, y),) = side([(500, 698)])
    pen.ring((x, y), (47, 66), DETAIL + 1)
    pen.disc((x, y - 6), (21, 31), 255)
    pen.stroke(
        [(x - 46, y + 8), (x - 22, y + 26), (x, y + 30), (x + 22, y + 26), (x + 46, y + 8)], DETAIL - 0.6, (0, 0)
    )
    pen.disc((x - 20, y - 30), (16, 19))
    pen.ring((x - 20, y - 30), (16, 19), DETAIL - 0.8)
    pen.disc((x + 20, y + 34), (9, 10))
    pen.ring((x + 20, y + 34), (9, 10), DETAIL - 0.8)
    pen.fill(
        side([(424, 690), (442, 652), (486, 628), (536, 632), (572, 664)]),
        side([(572, 664), (560, 600), (440, 600), (424, 690)]),
        value=0,
    )
    pen.stroke(side([(418, 708), (430, 668), (462, 640), (506, 627), (548, 638), (576, 672)]), 17, (0.3, 0.55))
    pen.stroke(side([(446, 652), (424, 650), (406, 638)]), 9, (0.05, 0.95))
    pen.stroke(side([(430, 676), (412, 676), (396, 666)]), 9, (0.05, 0.95))
    pen.stroke(side([(444, 742), (470, 762), (512, 768), (548, 754)]), DETAIL + 1.4, (0.4, 0.4))
    pen.stroke(side([(424, 700), (430, 724), (442, 740)]), DETAIL, (0.2, 0.5))
    pen.stroke(side([(573, 668), (576, 700), (566, 732)]), DETAIL, (0.1, 0.6))
    pen.stroke(side([(452, 616), (500, 602), (548, 612)]), DETAIL, (0.5, 0.5))
    pen.stroke(side([(440, 586), (482, 566), (532, 568)]), 6, (0.5, 0.7))


def _front_hair(pen: Pen) -> None:
    """Locks from both sides towards the parting, each before the last; their roots are open."""
    pen.shape(
        [(312, 620), (314, 470), (366, 330), (480, 252), (600, 226)],
        [(600, 226), (730, 248), (836, 330), (888, 470), (888, 620)],
        [(888, 620), (700, 430), (500, 430), (312, 620)],
        width=HAIR,
        unseen=(2,),
    )
    pen.shape(
        [(624, 230), (574, 176), (590, 116), (664, 100)],
        [(664, 100), (622, 138), (614, 186), (654, 234)],
        [(654, 234), (624, 230)],
        width=HAIR,
        unseen=(2,),
        taper=(0.1, 0.4),
    )
    for left, right, root in (
        (
            [PART, (440, 320), (342, 470), (322, 620), (346, 780), (334, 930), (380, 1070)],
            [PART, (490, 450), (428, 660), (428, 800), (430, 950), (380, 1070)],
            (0.22, 0.3),
        ),
        (
            [PART, (746, 400), (796, 540), (790, 720), (806, 860), (786, 970), (832, 1064)],
            [PART, (846, 420), (884, 620), (862, 780), (870, 940), (832, 1064)],
            (0.3, 0.3),
        ),
        (
            [PART, (500, 370), (414, 500), (396, 600), (424, 704)],
            [PART, (526, 460), (458, 600), (424, 704)],
            (0.05, 0.36),
        ),
        (
            [PART, (546, 400), (488, 500), (482, 570), (516, 652)],
            [PART, (584, 460), (540, 580), (516, 652)],
            (0.35, 0.4),
        ),
        (
            [PART, (706, 400), (744, 510), (760, 590), (806, 684)],
            [PART, (774, 410), (806, 560), (806, 684)],
            (0.3, 0.25),
        ),
        (
            [PART, (594, 400), (566, 500), (574, 580), (612, 648)],
            [PART, (654, 420), (630, 560), (612, 648)],
            (0.2, 0.08),
        ),
        (
            [PART, (642, 400), (670, 490), (702, 560), (744, 622)],
            [PART, (708, 400), (746, 540), (744, 622)],
            (0.02, 0.4),
        ),
    ):
        pen.fill(left, right[::-1], value=0)
        for edge, begin in zip((left, right), root, strict=True):
            pen.stroke(edge, HAIR, (0.6, 0.1), begin)
    for strand in (
        [(368, 560), (362, 700), (380, 840), (376, 960)],
        [(836, 600), (826, 740), (836, 860)],
        [(388, 380), (352, 470), (346, 540)],
        [(820, 360), (856, 450), (862, 520)],
    ):
        pen.stroke(strand, DETAIL, (0.5, 0.6))


def _flower(pen: Pen, center: tuple[float, float]) -> None:
    for angle in (150, 200):
        _leaf(pen, center, angle)
    for i in range(5):
        _petal(pen, center, 72 * i - 90, 70)
    pen.disc(center, (19, 19))
    pen.ring(center, (19, 19), DETAIL + 1)


def _petal(pen: Pen, root: tuple[float, float], degrees: float, length: float) -> None:
    """A cherry petal: round, with a notch at its end."""
    outline = ((0, 0), (0.35, -0.36), (0.8, -0.46), (1.06, -0.2), (0.92, 0))
    half = _placed(outline, root, degrees, length)
    other = _placed([(x, -y) for x, y in outline[::-1]], root, degrees, length)
    pen.shape(half, other, width=HAIR if length > 50 else DETAIL + 0.6, taper=(0.2, 0.1))


def _leaf(pen: Pen, root: tuple[float, float], degrees: float) -> None:
    pen.shape(
        _placed([(0, 0), (0.7, -0.32), (1.5, 0)], root, degrees, 70),
        _placed([(1.5, 0), (0.8, 0.28), (0, 0)], root, degrees, 70),
        width=HAIR,
    )
    pen.stroke(_placed([(0.6, 0), (1.3, 0)], root, degrees, 70), DETAIL, (0.3, 0.6))


def _placed(points: Points, origin: tuple[float, float], degrees: float, scale: float) -> Points:
    """Points around 0 in units of `scale`, turned clockwise and moved to `origin`."""
    c, s = scale * math.cos(math.radians(degrees)), scale * math.sin(math.radians(degrees))
    return [(origin[0] + c * x - s * y, origin[1] + s * x + c * y) for x, y in points]
