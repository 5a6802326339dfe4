"""Prints of things made of paper: postcards, newspapers, printer's letters, cut-outs."""

import math

from library_site.demo.drawing.nature import leaf
from library_site.demo.drawing.press import Point, Press, outline


def turned(x: float, y: float, w: float, h: float, degrees: float) -> list[Point]:
    """Return the corners of a rectangle of w × h turned around its middle (x, y)."""
    a = math.radians(degrees)
    corners = ((-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2))
    return [
        (x + u * math.cos(a) - v * math.sin(a), y + u * math.sin(a) + v * math.cos(a)) for u, v in corners
    ]


def within(sheet: list[Point], u: float, v: float) -> Point:
    """Return the point of a turned sheet at the shares u (across) and v (down), both 0–1."""
    (x0, y0), (x1, y1), _, (x3, y3) = sheet
    return (x0 + (x1 - x0) * u + (x3 - x0) * v, y0 + (y1 - y0) * u + (y3 - y0) * v)


def _laid(press: Press, sheet: list[Point], ink: str = "") -> None:
    shadow = [(x + 12, y + 15) for x, y in sheet]
    press.knock_out(shadow, "ochre", "leaf", "sand")
    press["ink"].fill(shadow)
    press.knock_out(sheet)
    if ink:
        press[ink].fill(sheet)


def postcards(press: Press) -> None:
    """Old postcards on a table: two streets with lindens, one written side with a stamp."""
    press.ground("leaf")
    for x, y, turn, kind in (
        (420, 320, -9, "street"),
        (1190, 300, 7, "written"),
        (330, 730, 6, "written"),
        (800, 560, -3, "hills"),
        (1250, 735, -11, "street"),
    ):
        card = turned(x, y, 560, 360, turn)
        _laid(press, card)
        if kind == "written":
            _written_side(press, card)
        else:
            _picture_side(press, card, kind)


def _written_side(press: Press, card: list[Point]) -> None:
    press["sand"].fill(card)
    press["ink"].line([within(card, 0.53, 0.12), within(card, 0.53, 0.9)], 4)
    for i in range(6):
        end = 0.47 if i < 5 else 0.25
        wave = [
            within(card, 0.06 + (end - 0.06) * t / 14, 0.2 + i * 0.115 + (t % 2) * 0.024) for t in range(15)
        ]
        press["ink"].line(wave, 3)
    for v in (0.56, 0.68, 0.8):
        press["ink"].line([within(card, 0.6, v), within(card, 0.93, v)], 3.5)
    stamp = [within(card, u, v) for u, v in ((0.79, 0.09), (0.94, 0.09), (0.94, 0.4), (0.79, 0.4))]
    press.knock_out(stamp, "sand")
    press["brick"].fill(stamp)
    middle = within(card, 0.865, 0.25)
    press["brick"].disc(middle[0], middle[1], 24, on=False)
    mark = within(card, 0.76, 0.33)
    for r in (54, 44):
        turns = [2 * math.pi * i / 30 for i in range(31)]
        press["ink"].line([(mark[0] + r * math.cos(t), mark[1] + r * math.sin(t)) for t in turns], 3.5)


def _picture_side(press: Press, card: list[Point], kind: str) -> None:
    inner = [within(card, u, v) for u, v in ((0.04, 0.06), (0.96, 0.06), (0.96, 0.94), (0.04, 0.94))]
    press["ochre" if kind == "hills" else "tint"].fill(inner)
    if kind == "hills":
        for base, ink in ((0.5, "leaf"), (0.68, "linden")):
            line = [
                within(card, 0.04 + 0.92 * i / 16, base + 0.09 * math.sin(i * 0.7 + base * 9))
                for i in range(17)
            ]
            press[ink].fill([*line, within(card, 0.96, 0.94), within(card, 0.04, 0.94)])
        sun = within(card, 0.72, 0.28)
        press["brick"].disc(sun[0], sun[1], 34)
        return
    for i in range(5):
        left, top = 0.08 + i * 0.175, 0.2 + (i * 7 % 3) * 0.07
        house = [
            within(card, u, v)
            for u, v in ((left, top), (left + 0.15, top), (left + 0.15, 0.74), (left, 0.74))
        ]
        press["ink"].fill(house)
        for k in range(6):
            px, py = within(card, left + 0.045 + 0.06 * (k % 2), top + 0.1 + 0.13 * (k // 2))
            press["ink"].rect(px - 9, py - 12, 18, 24, on=False)
    for i in range(6):
        x, y = within(card, 0.1 + i * 0.16, 0.68)
        press["linden"].disc(x, y, 30)
        press.knock_out([(x - 1, y), (x + 1, y), (x, y + 1)], "ink")
        press["ink"].line([(x, y + 20), within(card, 0.1 + i * 0.16, 0.86)], 6)
    press["ink"].line([within(card, 0.04, 0.86), within(card, 0.96, 0.86)], 5)


def newspapers(press: Press) -> None:
    """Old newspapers laid over one another, with columns, a vignette and a thick rule."""
    press.ground("sand")
    for x, y, turn in ((360, 560, -14), (1220, 520, 12), (800, 590, -2)):
        sheet = turned(x, y, 640, 900, turn)
        _laid(press, sheet)
        _newspaper(press, sheet)


def _newspaper(press: Press, sheet: list[Point]) -> None:
    for i in range(7):
        left = 0.1 + i * 0.116
        letter = [
            within(sheet, u, v)
            for u, v in ((left, 0.05), (left + 0.088, 0.05), (left + 0.088, 0.14), (left, 0.14))
        ]
        press["ink"].fill(letter)
        x, y = within(sheet, left + 0.044, 0.085 + 0.02 * (i % 2))
        press["ink"].disc(x, y, 9 + 3 * (i % 3), on=False)
    for v, width in ((0.165, 9), (0.18, 3)):
        press["ink"].line([within(sheet, 0.07, v), within(sheet, 0.93, v)], width)
    frame = [within(sheet, u, v) for u, v in ((0.37, 0.22), (0.93, 0.22), (0.93, 0.48), (0.37, 0.48))]
    press["linden"].fill(frame)
    x, y = within(sheet, 0.6, 0.36)
    press["linden"].disc(x, y, 74, on=False)
    leaf(press, x - 34, y + 4, 88, -20)
    for column, left in enumerate((0.07, 0.37, 0.67)):
        row = 0.22 if column == 0 else 0.52
        while row < 0.94:
            short = press.rng.random() < 0.14
            press["ink"].line(
                [within(sheet, left, row), within(sheet, left + (0.15 if short else 0.26), row)], 4.5
            )
            row += 0.034 if short else 0.022


def letters(press: Press) -> None:
    """Three great printer's letters, А Б Ж, on blocks of wood: the alphabet's feast."""
    press.ground("linden")
    for i, (ink, turn, lift) in enumerate((("ochre", -5, 20), ("sand", 3, -26), ("brick", -2, 14))):
        block = turned(310 + i * 490, 500 + lift, 430, 620, turn)
        shadow = [(x + 18, y + 24) for x, y in block]
        press["ink"].fill(shadow)
        press.knock_out(block)
        press[ink].fill(block)
        press[ink].hatch(block, 24, 90 + turn, 2)
        for stroke, width in STROKES[i]:
            press["ink"].line([within(block, u, v) for u, v in stroke], width, rough=1.6)


STROKES = [
    [(outline(".2,.86 .5,.14 .8,.86"), 62), (outline(".3,.62 .7,.62"), 46)],
    [
        (outline(".26,.13 .26,.87"), 62),
        (outline(".2,.165 .76,.165 .76,.25"), 44),
        (outline(".26,.47 .52,.47 .68,.5 .76,.58 .78,.67 .75,.76 .66,.83 .52,.85 .26,.85"), 50),
    ],
    [
        (outline(".5,.13 .5,.87"), 58),
        (outline(".2,.15 .36,.44 .5,.49 .64,.44 .8,.15"), 46),
        (outline(".15,.87 .36,.54 .5,.49 .64,.54 .85,.87"), 46),
    ],
]
"""Of each letter: its strokes in shares of the block, and how thick they are."""


def paper_cuts(press: Press) -> None:
    """A workshop table: bookmarks with cut leaves, a pair of scissors, snips of paper."""
    press.ground("tint")
    for i, ink in enumerate(("linden", "ochre", "brick", "ink", "leaf")):
        x, turn = 230.0 + i * 205, press.rng.uniform(-9, 9)
        strip = turned(x, 500, 150, 720, turn)
        press.knock_out(strip)
        press[ink].fill(strip)
        for k in range(4):
            px, py = within(strip, 0.5, 0.16 + k * 0.22)
            _cut_shape(press, ink, px, py, i + k)
        hole = within(strip, 0.5, 0.045)
        press[ink].disc(hole[0], hole[1], 12, on=False)
        press["ink"].line([hole, (hole[0] - 18, hole[1] - 60), (hole[0] + 22, hole[1] - 110)], 5)
    _scissors(press, 1370, 470)
    for _ in range(26):
        x, y = press.rng.uniform(1180, 1540), press.rng.uniform(720, 940)
        snip = turned(x, y, press.rng.uniform(16, 44), 14, press.rng.uniform(0, 180))
        press[press.rng.choice(("linden", "ochre", "brick"))].fill(snip)


def _cut_shape(press: Press, ink: str, x: float, y: float, kind: int) -> None:
    hole = press.spare_block()
    if kind % 3 == 0:
        for petal in range(6):
            t = petal * math.pi / 3
            hole.fill(
                [
                    (x, y),
                    (x + 52 * math.cos(t - 0.3), y + 52 * math.sin(t - 0.3)),
                    (x + 66 * math.cos(t), y + 66 * math.sin(t)),
                    (x + 52 * math.cos(t + 0.3), y + 52 * math.sin(t + 0.3)),
                ]
            )
    elif kind % 3 == 1:
        for side in (-1, 1):
            hole.fill(
                [(x + side * 8, y + 52), (x + side * 46, y), (x + side * 30, y - 44), (x + side * 8, y - 60)]
            )
    else:
        for k in range(3):
            hole.fill(turned(x, y - 44 + k * 44, 84 - k * 22, 24, 45 * (k % 2)))
    press[ink].cut_with(hole)


def _scissors(press: Press, x: float, y: float) -> None:
    for side in (-1, 1):
        press["ink"].fill(
            [
                (x - side * 14, y + 40),
                (x + side * 74, y - 380),
                (x + side * 30, y - 30),
                (x + side * 26, y + 50),
            ]
        )
        ring = (x - side * 74, y + 152)
        press["brick"].disc(ring[0], ring[1], 74)
        press["brick"].disc(ring[0], ring[1], 46, on=False)
        press["ink"].line([(x + side * 16, y + 10), (x - side * 42, y + 100)], 26)
    press["ink"].disc(x, y + 6, 11, on=False)
