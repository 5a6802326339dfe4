"""Prints for the children's rooms: kites, paper boats, a puppet stage."""

import math

from library_site.demo.drawing.nature import hills, linden
from library_site.demo.drawing.paper import turned
from library_site.demo.drawing.press import Press, outline, scaled


def kites(press: Press) -> None:
    """Open books fly as kites over the hills, their tails tied of small letters' flags."""
    press.ground("tint")
    press["ochre"].disc(1330, 230, 90)
    hills(press, "leaf", 800, 46, 0.9)
    hills(press, "linden", 880, 40, 2.6, 1.6)
    press["linden"].hatch([(28, 780), (1572, 780), (1572, 1000), (28, 1000)], 26, 8, 3.5)
    for x, y, size, turn, ink in (
        (360, 300, 190, -16, "brick"),
        (800, 210, 150, 8, "linden"),
        (1090, 440, 210, -10, "ink"),
        (620, 560, 120, 18, "ochre"),
    ):
        _book_kite(press, x, y, size, turn, ink)
    for x, base, size in ((180, 850, 90), (1440, 850, 110), (1290, 846, 70)):
        linden(press, x, base, size, "ink")


WING = outline("0,-.28 .5,-.46 1,-.3 1,.3 .5,.14 0,.32")


def _book_kite(press: Press, x: float, y: float, size: float, turn: float, ink: str) -> None:
    tail = [(x + 30 * math.sin(i * 0.9), y + size * 0.3 + i * 34) for i in range(9)]
    press["ink"].line(tail, 3.5)
    for i, (tx, ty) in enumerate(tail[2::2]):
        flag = turned(tx, ty, 40, 22, 40 * (-1) ** i)
        press[("brick", "ochre", "linden")[i % 3]].fill(flag)
    a = math.radians(turn)
    for side in (-1, 1):
        wing = [
            (side * u * math.cos(a) - v * math.sin(a), side * u * math.sin(a) + v * math.cos(a))
            for u, v in WING
        ]
        shape = scaled(x, y, size, wing)
        press.knock_out(shape)
        if side < 0:
            press[ink].fill(shape)
            press[ink].hatch(shape, size * 0.11, turn + 14, size * 0.025)
        else:
            press["ink"].line([*shape, shape[0]], 5)
            press["ink"].hatch(shape, size * 0.11, turn - 14, size * 0.022, on=True)


def paper_boats(press: Press) -> None:
    """A fleet of folded paper boats on a sea of cut waves."""
    press.ground("sand")
    press["brick"].disc(420, 250, 110)
    for row in range(5):
        base = 480 + row * 112
        if row < 4:
            for x, size in (
                (press.rng.uniform(140, 520), 70 + row * 22),
                (press.rng.uniform(760, 1420), 80 + row * 24),
            ):
                _boat(press, x, base + 16, size, ("linden", "ochre", "brick", "ink")[(row + int(x)) % 4])
        _waves(press, base, ("leaf", "linden")[row % 2], row)


def _waves(press: Press, base: float, ink: str, row: int) -> None:
    crest = [(x * 1.0, base + 15 * math.sin(x / 52 + row * 1.9)) for x in range(0, 1613, 12)]
    body = [*crest, (1612, base + 150), (0, base + 150)]
    press.knock_out(body)
    press[ink].fill(body)
    for k in range(1, 3):
        line = [(x, y + k * 30) for x, y in crest]
        for start in range(press.rng.randrange(6), len(line) - 14, 16):
            press[ink].line(line[start : start + press.rng.randrange(6, 14)], 5, on=False)


HULL = outline("-1.3,-.72 -.5,-.5 .5,-.5 1.3,-.72")


def _boat(press: Press, x: float, base: float, size: float, ink: str) -> None:
    sail = [(x - size * 0.5, base - size * 0.5), (x, base - size * 1.35), (x + size * 0.5, base - size * 0.5)]
    hull = [*scaled(x, base, size, HULL), (x + size * 0.75, base + 10), (x - size * 0.75, base + 10)]
    for shape in (sail, hull):
        press.knock_out(shape)
        press["ink"].line([*shape, shape[0]], 5)
    press[ink].fill([sail[1], sail[2], (x, base - size * 0.5)])
    press["ink"].hatch(hull, size * 0.14, 0, size * 0.03, on=True)


CURTAIN = outline("800,0 320,0 380,260 540,520 600,760 800,760")
PUPPET = outline(
    "-.3,.4 .3,.4 .85,.75 .75,1.05 .4,.95 .55,2 -.55,2 -.4,.95 -.75,1.05 -.85,.75",
)
SMILE = outline("-.14,.2 0,.28 .14,.2")
HATS = {
    "ears": [outline("-.42,0 -.4,-.95 -.1,-.3"), outline(".42,0 .4,-.95 .1,-.3")],
    "crown": [outline("-.4,-.37 -.4,-.87 -.2,-.62 0,-.87 .2,-.62 .4,-.87 .4,-.37")],
    "hat": [outline("-.6,-.3 0,-1.15 .6,-.3")],
}


def puppets(press: Press) -> None:
    """A puppet stage: curtains, three glove puppets, the heads of the first row."""
    press.ground("ochre")
    for side in (-1, 1):
        curtain = [(800 + side * u, v) for u, v in CURTAIN]
        press.knock_out(curtain)
        press["brick"].fill(curtain)
        press["brick"].hatch(curtain, 44, 90 + side * 12, 7)
    for i in range(8):
        x = 100.0 + i * 200
        press.knock_out([(x - 100, 0), (x + 100, 0), (x + 100, 60), (x, 120), (x - 100, 60)])
        press["linden"].fill([(x - 100, 0), (x + 100, 0), (x + 100, 60), (x, 120), (x - 100, 60)])
        press["linden"].disc(x, 88, 9, on=False)
    _puppet(press, 560, 400, 150, "linden", "ears")
    _puppet(press, 830, 350, 170, "ink", "crown")
    _puppet(press, 1080, 410, 145, "leaf", "hat")
    ledge = [(0, 640), (1600, 640), (1600, 760), (0, 760)]
    press.knock_out(ledge)
    press["linden"].fill(ledge)
    press["linden"].hatch(ledge, 60, 90, 4)
    floor = [(0, 760), (1600, 760), (1600, 1000), (0, 1000)]
    press.knock_out(floor)
    press["sand"].fill(floor)
    for i in range(9):
        x, r = 100 + i * 178 + press.rng.uniform(-16, 16), press.rng.uniform(58, 76)
        y = 900 + press.rng.uniform(-24, 24)
        press["ink"].fill(
            [(x - r * 1.3, 1000), (x - r * 0.9, y + r), (x + r * 0.9, y + r), (x + r * 1.3, 1000)]
        )
        press["ink"].disc(x, y, r)
        press["ink"].line(
            [(x - r * 0.5, y - r * 0.3), (x, y - r * 0.62), (x + r * 0.4, y - r * 0.4)], 4, on=False
        )


def _puppet(press: Press, x: float, y: float, size: float, ink: str, top: str) -> None:
    body = scaled(x, y, size, PUPPET)
    press.knock_out(body)
    press[ink].fill(body)
    for k in range(3):
        press[ink].disc(x, y + size * (0.85 + k * 0.28), size * 0.06, on=False)
    for hat in HATS[top]:
        shape = scaled(x, y, size, hat)
        press.knock_out(shape)
        press["brick" if top != "ears" else ink].fill(shape)
    head = [(x + size * 0.5 * math.cos(t / 6), y + size * 0.52 * math.sin(t / 6)) for t in range(38)]
    press.knock_out(head)
    press["ink"].line(head, 5)
    for side in (-1, 1):
        press["ink"].disc(x + side * size * 0.18, y - size * 0.08, size * 0.05)
        press["brick"].disc(x + side * size * 0.28, y + size * 0.12, size * 0.08)
    press["ink"].line(scaled(x, y, size, SMILE), 5)
