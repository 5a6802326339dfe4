"""Prints of the town: straight streets, lindens, the façade, the road to the villages."""

import math
import random

from library_site.demo.drawing.nature import hills, leaf, linden
from library_site.demo.drawing.press import Block, Point, Press, outline, scaled


def straight_streets(press: Press) -> None:
    """The plan of the straight town: blocks, courtyards, a boulevard of lindens, a square."""
    press.ground("tint")
    angle = math.radians(-9)

    def place(u: float, v: float) -> Point:
        return (
            800 + u * math.cos(angle) - v * math.sin(angle),
            500 + u * math.sin(angle) + v * math.cos(angle),
        )

    for row in range(-5, 6):
        for column in range(-7, 8):
            u, v = column * 182.0, row * 148.0 + (30 if row > 0 else -30)
            if (row, column) in ((1, 1), (1, 2)):
                continue
            _city_block(press, [place(u + a, v + b) for a, b in ((-78, -61), (78, -61), (78, 61), (-78, 61))])
    for i in range(-44, 45):
        x, y = place(i * 44.0 + (i % 2) * 8, 74 + (-1) ** i * 22)
        press["linden"].disc(x, y, 15)
    x, y = place(273, 186)
    for i in range(14):
        turn = 2 * math.pi * i / 14
        press["linden"].disc(x + 122 * math.cos(turn), y + 46 * math.sin(turn), 14)
    press["brick"].disc(x, y, 24)


def _city_block(press: Press, corners: list[Point]) -> None:
    cx = sum(x for x, _ in corners) / 4
    cy = sum(y for _, y in corners) / 4
    inner = [(cx + (x - cx) * 0.5, cy + (y - cy) * 0.42) for x, y in corners]
    kind = press.rng.randrange(9)
    if kind < 6:
        press["ink"].fill(corners)
        press["ink"].fill(inner, on=False)
        if kind < 2:
            press["leaf"].fill(inner)
        if kind == 3:
            gap = [(cx - 10, cy - 86), (cx + 10, cy - 86), (cx + 10, cy), (cx - 10, cy)]
            press["ink"].fill(gap, on=False)
    elif kind == 6:
        press["ink"].fill(corners)
        press["ink"].hatch(corners, 11, -9, 3)
    elif kind == 7:
        press["leaf"].fill(corners)
        press["leaf"].hatch(corners, 13, 40, 3)
    else:
        press["ochre"].fill(corners)
        press["ink"].line([*corners, corners[0]], 4)


SHADE = outline("0,0 -.9,.06 -.9,.13 0,.06")
COAT = outline("-.16,-.22 -.1,-.76 .1,-.76 .17,-.22")
BOOK = outline(".1,-.58 .3,-.64 .34,-.46 .14,-.4")


def linden_avenue(press: Press) -> None:
    """An avenue of lindens that grows towards the reader, with a reader on her way."""
    press.ground("sand")
    press["tint"].fill([(28, 560), (1572, 560), (1572, 972), (28, 972)])
    press["sand"].fill([(28, 560), (1572, 560), (1572, 972), (28, 972)], on=False)
    road: list[Point] = [(790, 560), (830, 560), (1330, 972), (330, 972)]
    press["tint"].fill(road, on=False)
    for t in (0.03, 0.1, 0.22, 0.42, 0.8):
        size, base = 46 + 360 * t, 566 + 390 * t
        reach = 62 + 640 * t
        for side in (-1, 1):
            linden(press, 810 + side * reach, base, size)
            shade = scaled(810 + side * reach, base, size, [(u * side, v) for u, v in SHADE])
            press["ink"].hatch(shade, 9, 0, 3.5, on=True)
    _reader(press, 762, 760, 150)
    press["brick"].disc(811, 470, 40)


def _reader(press: Press, x: float, base: float, size: float) -> None:
    press["ink"].fill(scaled(x, base, size, COAT))
    press["ink"].disc(x, base - size * 0.87, size * 0.1)
    for side in (-0.07, 0.07):
        press["ink"].line([(x + side * size, base - size * 0.24), (x + side * size * 1.5, base)], size * 0.05)
    press["brick"].fill(scaled(x, base, size, BOOK))
    press["ink"].hatch(
        [(x, base), (x - size * 0.9, base + 10), (x - size * 0.9, base + 22), (x, base + 12)],
        8,
        0,
        3,
        on=True,
    )


def facade(press: Press) -> None:
    """The library's front: columns, tall windows, steps, two lindens at its sides."""
    press.ground("tint")
    wall: list[Point] = [(280, 300), (1320, 300), (1320, 800), (280, 800)]
    press.knock_out(wall)
    press["sand"].fill(wall)
    roof: list[Point] = [(240, 300), (800, 120), (1360, 300)]
    press["ink"].fill(roof)
    press["ink"].fill([(420, 276), (800, 160), (1180, 276)], on=False)
    press["sand"].fill([(420, 276), (800, 160), (1180, 276)])
    leaf(press, 770, 236, 86, -12)
    press["ink"].rect(240, 300, 1120, 26)
    for i in range(8):
        x = 310 + i * 136
        press["ink"].rect(x, 326, 30, 474)
        press["ink"].hatch([(x, 326), (x + 30, 326), (x + 30, 800), (x, 800)], 9, 90, 2.4)
        if i < 7 and i != 3:
            window = [(x + 52, 390), (x + 114, 390), (x + 114, 700), (x + 52, 700)]
            press["linden"].fill(window)
            for y in (465, 545, 625):
                press["linden"].line([(x + 52, y), (x + 114, y)], 5, on=False)
            press["linden"].line([(x + 83, 390), (x + 83, 700)], 5, on=False)
    door = [(757, 430), (843, 430), (843, 800), (757, 800)]
    press["brick"].fill(door)
    press["brick"].line([(800, 430), (800, 800)], 5, on=False)
    for i, y in enumerate((800, 836, 872)):
        press["ink"].rect(250 - i * 46, y, 1100 + i * 92, 9)
    press["ink"].rect(28, 908, 1544, 8)
    for x in (140, 1462):
        linden(press, x, 908, 250)


def village_road(press: Press) -> None:
    """The road to the villages: hills in layers, a white road, a reading house with a flag of leaves."""
    press.ground("sand")
    press["ochre"].disc(1240, 250, 96)
    hills(press, "leaf", 470, 70, 0.4)
    press["leaf"].hatch([(28, 300), (1572, 300), (1572, 700), (28, 700)], 22, 18, 3)
    hills(press, "linden", 610, 60, 2.1, 1.7)
    press["linden"].hatch([(28, 480), (1572, 480), (1572, 972), (28, 972)], 30, -12, 4)
    road = outline("700,972 980,972 930,860 1010,770 900,690 930,630 905,630 850,695 930,770 800,860")
    press.knock_out(road, "leaf", "linden")
    _house(press, 330, 560, 300, 170)
    _house(press, 1130, 520, 130, 74)
    _house(press, 1280, 560, 110, 62)
    for x, base, size in ((240, 760, 110), (700, 700, 84), (1440, 640, 70), (1080, 610, 50)):
        linden(press, x, base, size, "ink")


def _house(press: Press, x: float, y: float, w: float, h: float) -> None:
    wall: list[Point] = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    roof: list[Point] = [
        (x - w * 0.07, y),
        (x + w * 0.16, y - h * 0.5),
        (x + w * 0.84, y - h * 0.5),
        (x + w * 1.07, y),
    ]
    press.knock_out([*wall])
    press.knock_out(roof)
    press["brick"].fill(roof)
    press["ink"].line([*wall, wall[0]], max(3, w * 0.014))
    for i in range(4):
        wx = x + w * (0.1 + 0.22 * i)
        press["ink"].rect(wx, y + h * 0.28, w * 0.11, h * (0.72 if i == 2 else 0.36))


def snow(press: Press) -> None:
    """A winter evening: bare trees, falling snow, the lit ground floor of the library."""
    press.ground("linden")
    wall: list[Point] = [(28, 470), (1572, 470), (1572, 800), (28, 800)]
    press.knock_out(wall)
    press["ink"].fill(wall)
    for i in range(9):
        x = 80 + i * 166
        pane = [(x, 540), (x + 104, 540), (x + 104, 740), (x, 740)]
        press.knock_out(pane, "ink")
        press["ochre"].fill(pane)
        press["ink"].line([(x + 52, 540), (x + 52, 740)], 7)
        for book in range(5):
            if press.rng.random() < 0.7:
                h = press.rng.uniform(26, 52)
                press["ink"].rect(x + 6 + book * 20, 740 - h, 15, h)
    drift: list[Point] = [(0, 800), (500, 770), (900, 806), (1300, 776), (1600, 800), (1600, 1000), (0, 1000)]
    press.knock_out(drift)
    white = press.spare_block()
    for x, base, size in ((260, 900, 560), (1190, 920, 640), (760, 860, 330)):
        _bare_tree(white, press.rng, x, base, size, -90, 8)
    for _ in range(420):
        white.disc(press.rng.uniform(40, 1560), press.rng.uniform(40, 800), press.rng.uniform(2.2, 6.5))
    press.snow_out(white)
    press["leaf"].hatch([(60, 880), (1540, 868), (1540, 940), (60, 952)], 23, -1.2, 2.2, on=True)


def _bare_tree(
    block: Block, rng: random.Random, x: float, y: float, size: float, turn: float, depth: int
) -> None:
    if depth == 0 or size < 16:
        return
    reach = size * 0.34
    ex, ey = x + reach * math.cos(math.radians(turn)), y + reach * math.sin(math.radians(turn))
    block.line([(x, y), (ex, ey)], max(2.2, size * 0.045))
    for side in (-1, 1):
        bend = turn + side * rng.uniform(14, 34)
        _bare_tree(block, rng, ex, ey, size * rng.uniform(0.68, 0.82), bend, depth - 1)
