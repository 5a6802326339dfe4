"""Prints of the library from within: shelves, books, windows, chairs, catalogue drawers."""

import math

from library_site.demo.drawing.nature import leaf, spine
from library_site.demo.drawing.press import Point, Press


def shelves(press: Press) -> None:
    """Three shelves of books, some leaning, one gap where a book was borrowed."""
    press.ground("sand")
    for row, base in enumerate((330, 640, 950)):
        x = 60.0
        while x < 1490:
            w, h = press.rng.uniform(26, 62), press.rng.uniform(165, 245)
            if row == 1 and 900 < x < 990:
                x += 74
                continue
            spine(press, x, base - 16, w, h, press.rng.randrange(64))
            x += w + press.rng.choice((3, 3, 4, 5, 16))
        press["ink"].rect(28, base - 16, 1544, 20)
    leaf(press, 925, 606, 46, -64)


def open_book(press: Press) -> None:
    """A great open book seen from above, lines of text on the left, a linden branch on the right."""
    press.ground("linden")
    left = _page(-1)
    right = _page(1)
    shadow = [(x + 16, y + 22) for x, y in [*left, *right]]
    press["ink"].fill(shadow)
    for page in (left, right):
        press.knock_out(page)
    press["tint"].fill([(800, 236), (880, 206), (880, 806), (800, 846)])
    for i in range(15):
        y = 282 + i * 34
        end = 700 if i % 5 != 4 else press.rng.uniform(430, 560)
        start = 300 if i % 5 == 0 else 260
        press["ink"].line([(start, y - 20), (start + (end - start) * 0.45, y - 26), (end, y - 14)], 6.5)
    press["ink"].line([(800, 236), (800, 846)], 6)
    press["ink"].line([(1040, 720), (1130, 520), (1180, 330)], 8)
    for x, y, size, turn in (
        (1120, 545, 170, -18),
        (1095, 560, 165, 196),
        (1160, 420, 150, -38),
        (1140, 430, 140, 220),
        (1080, 660, 150, 24),
        (1060, 668, 140, 160),
        (1180, 330, 130, -80),
    ):
        leaf(press, x, y, size, turn)


def _page(side: int) -> list[Point]:
    outer = 800 + side * 610
    top = [(800, 236), (800 + side * 150, 188), (800 + side * 330, 186), (outer, 214)]
    bottom = [(outer, 812), (800 + side * 330, 790), (800 + side * 150, 796), (800, 846)]
    return [*top, *bottom]


def evening_window(press: Press) -> None:
    """Tall reading-room windows with lit lamps, and the dark lindens outside."""
    press.ground("ink")
    for column in range(4):
        x = 120 + column * 350
        pane = [*_arch(x, 140, 290), (x + 290, 800), (x, 800)]
        press.knock_out(pane, "ink")
        press["ochre"].fill(pane)
        press["ink"].line([(x + 145, 100), (x + 145, 800)], 12)
        for y in (330, 540):
            press["ink"].line([(x, y), (x + 290, y)], 10)
        _foliage(press, x + press.rng.uniform(40, 250), pane)
        _lamp(press, x + 145 + (-1) ** column * 70, 800)
    press["ink"].rect(28, 800, 1544, 172)
    press["ink"].line([(60, 830), (1540, 830)], 5, on=False)


def _arch(x: float, y: float, w: float) -> list[Point]:
    turns = [math.pi + math.pi * i / 24 for i in range(25)]
    return [(x + w / 2 + w / 2 * math.cos(t), y + w / 2 + w / 2 * math.sin(t)) for t in turns]


def _lamp(press: Press, x: float, base: float) -> None:
    shade = [(x - 62, base - 150), (x - 34, base - 215), (x + 34, base - 215), (x + 62, base - 150)]
    press.knock_out(shade, "ochre")
    press["linden"].fill(shade)
    press["ink"].line([(x, base - 150), (x, base)], 9)
    press["ink"].rect(x - 40, base - 16, 80, 16)


def _foliage(press: Press, x: float, pane: list[Point]) -> None:
    crown = press.spare_block()
    for _ in range(46):
        turn, far = press.rng.uniform(0, 2 * math.pi), press.rng.uniform(0, 190)
        crown.disc(x + far * math.cos(turn) * 0.7, 470 + far * math.sin(turn), press.rng.uniform(12, 34))
    crown.line([(x, 800), (x, 470)], 16)
    press["linden"].print_within(crown, pane)


def chairs(press: Press) -> None:
    """A hall before the reading begins: rows of chairs, a lectern, a lit stage."""
    press.ground("tint")
    press["linden"].rect(28, 28, 1544, 372)
    beam: list[Point] = [(800, 28), (1180, 400), (420, 400)]
    press["linden"].hatch(beam, 17, 90, 7)
    press["ink"].rect(28, 400, 1544, 26)
    stand = [(740, 250), (860, 250), (838, 400), (762, 400)]
    press.knock_out(stand)
    press["sand"].fill(stand)
    press["ink"].line([*stand, stand[0]], 7)
    press["ink"].fill([(722, 238), (878, 222), (878, 246), (722, 262)])
    for row in range(4):
        count, size = 13 - row * 2, 84 + row * 36
        y = 516 + row * 134
        step = 1500 / count
        for i in range(count):
            _chair(press, 50 + step * (i + 0.5), y, size, taken=(row * 5 + i * 3) % 11 == 0)


def _chair(press: Press, x: float, base: float, size: float, taken: bool) -> None:
    w, h = size * 0.62, size * 0.6
    back = [
        (x - w / 2, base - size),
        (x + w / 2, base - size),
        (x + w / 2, base - size + h),
        (x - w / 2, base - size + h),
    ]
    press.knock_out(back)
    press["ochre" if taken else "ink"].fill(back)
    block = press["ochre" if taken else "ink"]
    if not taken:
        block.line(
            [(x - w / 2 + 8, base - size + 10), (x + w / 2 - 8, base - size + 10)], size * 0.03, on=False
        )
    press["ink"].rect(x - w * 0.56, base - size * 0.34, w * 1.12, size * 0.09)
    for side in (-1, 1):
        press["ink"].line(
            [(x + side * w * 0.46, base - size * 0.3), (x + side * w * 0.52, base + size * 0.12)], size * 0.06
        )


def drawers(press: Press) -> None:
    """A wall of card-catalogue drawers; one is open and its cards stand up."""
    press.ground("leaf")
    columns, rows = 7, 5
    w, h = 1500 / columns, 920 / rows
    for row in range(rows):
        for column in range(columns):
            x, y = 50 + column * w, 40 + row * h
            _drawer(press, x, y, w, h, is_open=(row, column) == (2, 4))
    x, y = 50 + 4 * w, 40 + 2 * h
    for i in reversed(range(7)):
        card = _card(x + 14 + i * 5, y - 64 - i * 15, w - 34 - i * 8)
        press.knock_out(card)
        press["ink"].line([*card, card[0]], 3.5)
        press["ink"].line([(card[0][0] + 16, card[0][1] + 20), (card[0][0] + 90, card[0][1] + 20)], 4)
    front = [(x - 10, y + 30), (x + w + 4, y + 30), (x + w + 4, y + h + 16), (x - 10, y + h + 16)]
    press.knock_out(front)
    press["ochre"].fill(front)
    press["ink"].line([*front, front[0]], 7)
    _label(press, x + w / 2, y + 84)


def _card(x: float, y: float, w: float) -> list[Point]:
    return [(x, y), (x + w, y), (x + w, y + 120), (x, y + 120)]


def _drawer(press: Press, x: float, y: float, w: float, h: float, is_open: bool) -> None:
    front = [(x + 6, y + 6), (x + w - 6, y + 6), (x + w - 6, y + h - 6), (x + 6, y + h - 6)]
    if is_open:
        press.knock_out(front, "leaf")
        press["ink"].fill(front)
        return
    press["ink"].line([*front, front[0]], 5)
    press["ink"].hatch(front, press.rng.uniform(28, 36), press.rng.uniform(-2, 2), 2, on=True)
    _label(press, x + w / 2, y + h * 0.38)


def _label(press: Press, x: float, y: float) -> None:
    plate = [(x - 52, y - 24), (x + 52, y - 24), (x + 52, y + 24), (x - 52, y + 24)]
    press.knock_out(plate)
    press["ink"].line([*plate, plate[0]], 4)
    press["ink"].line([(x - 34, y - 5), (x + press.rng.uniform(8, 36), y - 5)], 5)
    press["ink"].disc(x, y + 52, 11)


def reading_table(press: Press) -> None:
    """A table under a lamp: a stack of books, a cup, and an open page in the circle of light."""
    press.ground("linden")
    light: list[Point] = [(500, 250), (700, 250), (1260, 760), (-60, 760)]
    press.knock_out(light, "linden")
    press["sand"].fill(light)
    press["sand"].hatch(light, 26, 90, 3)
    shade = [(420, 262), (530, 90), (670, 90), (780, 262)]
    press["ink"].fill(shade)
    press["ink"].line([(600, 28), (600, 95)], 8)
    press["ink"].rect(28, 760, 1544, 26)
    press.knock_out([(28, 786), (1572, 786), (1572, 972), (28, 972)], "linden", "sand")
    press["ochre"].rect(28, 786, 1544, 186)
    press["ochre"].hatch([(28, 786), (1572, 786), (1572, 972), (28, 972)], 31, 1, 3)
    base = 760.0
    for w, h, ink in ((330, 52, "ink"), (300, 44, "leaf"), (310, 60, "brick"), (250, 40, "ink")):
        body = _box(1010 + press.rng.uniform(-14, 20), base - h, w, h)
        press.knock_out(body)
        press[ink].fill(body)
        press[ink].line([(body[0][0] + 30, base - h / 2), (body[1][0] - 60, base - h / 2)], 4, on=False)
        base -= h + 3
    page = [(330, 742), (470, 700), (600, 736), (730, 700), (870, 742), (730, 730), (600, 760), (470, 730)]
    press.knock_out(page)
    press["ink"].line([*page, page[0]], 6)
    press["ink"].line([(600, 736), (600, 760)], 5)


def _box(x: float, y: float, w: float, h: float) -> list[Point]:
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
