"""Prints of the region and of work: the district's map, a record, a laptop, the first of March."""

import math

from library_site.demo.drawing.nature import leaf
from library_site.demo.drawing.paper import turned, within
from library_site.demo.drawing.press import Block, Point, Press, outline

SITES = outline(
    "360,270 620,220 900,210 1130,260 1330,330 520,470 800,480 1090,500 430,700 740,740 1070,760",
)
"""Eleven centres, as many as the municipalities; an emblem, not a survey."""


FIELDS = "leaf tint linden ochre leaf tint linden leaf ochre tint leaf"


def district_map(press: Press) -> None:
    """A map of eleven municipalities: fields of different hatching, roads, a leaf at the centre."""
    press.ground("sand")
    land = _coast()
    for i, ink in enumerate(FIELDS.split()):
        angle = i * 16
        cell = _cell(i, land)
        press.knock_out(cell)
        if ink != "tint":
            press[ink].fill(cell)
            press[ink].hatch(cell, 15 + i % 4 * 4, angle, 3.2)
        else:
            press["linden"].hatch(cell, 20, angle, 3, on=True)
        outline = press.spare_block()
        outline.line([*cell, cell[0]], 13)
        press.snow_out(outline)
    for i, (x, y) in enumerate(SITES):
        if i != 6:
            press["ink"].line([(x, y), _bend(x, y), SITES[6]], 5, rough=1.5)
    for i, (x, y) in enumerate(SITES):
        ring = press.spare_block()
        ring.disc(x, y, 34 if i == 6 else 24)
        press.snow_out(ring)
        press["brick" if i == 6 else "ink"].disc(x, y, 24 if i == 6 else 15)
    leaf(press, 1400, 800, 120, -70)


def _coast() -> list[Point]:
    return [
        (
            800 + 660 * math.cos(t / 10) * (1 + 0.06 * math.sin(t * 0.9)),
            500 + 410 * math.sin(t / 10) * (1 + 0.07 * math.cos(t * 1.3)),
        )
        for t in range(63)
    ]


def _bend(x: float, y: float) -> Point:
    return (
        (x + SITES[6][0]) / 2 + (y - SITES[6][1]) * 0.08,
        (y + SITES[6][1]) / 2 - (x - SITES[6][0]) * 0.08,
    )


def _cell(index: int, land: list[Point]) -> list[Point]:
    """Return the part of the land nearer to this centre than to any other."""
    cell = land
    ax, ay = SITES[index]
    for other, (bx, by) in enumerate(SITES):
        if other != index:
            cell = _nearer(cell, (ax, ay), (bx, by))
    return cell


def _nearer(cell: list[Point], a: Point, b: Point) -> list[Point]:
    def side(p: Point) -> float:
        return (p[0] - b[0]) ** 2 + (p[1] - b[1]) ** 2 - (p[0] - a[0]) ** 2 - (p[1] - a[1]) ** 2

    kept: list[Point] = []
    for p, q in zip(cell, [*cell[1:], cell[0]], strict=True):
        sp, sq = side(p), side(q)
        if sp >= 0:
            kept.append(p)
        if (sp >= 0) != (sq >= 0):
            t = sp / (sp - sq)
            kept.append((p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t))
    return kept


def record(press: Press) -> None:
    """A gramophone record half out of its sleeve: evenings of music in the Art department."""
    press.ground("linden")
    press["linden"].hatch([(0, 0), (1600, 0), (1600, 1000), (0, 1000)], 34, 45, 3)
    disc = press.spare_block()
    disc.disc(980, 500, 400)
    press.snow_out(disc)
    press["ink"].disc(980, 500, 392)
    for r in range(150, 385, 14):
        for start in (0.35, 3.5):
            arc = [
                (980 + r * math.cos(start + t / 14), 500 + r * math.sin(start + t / 14)) for t in range(19)
            ]
            press["ink"].line(arc, 2.6, on=False, rough=0.4)
    press["ink"].disc(980, 500, 130, on=False)
    press["ochre"].disc(980, 500, 122)
    press["ink"].disc(980, 500, 13)
    sleeve = turned(520, 510, 780, 780, -3)
    press.knock_out(sleeve)
    press["sand"].fill(sleeve)
    press["ink"].line([*sleeve, sleeve[0]], 6)
    _piano(press, sleeve)


def _piano(press: Press, sleeve: list[Point]) -> None:
    for i in range(13):
        u = 0.1 + i * 0.0615
        press["ink"].line([within(sleeve, u, 0.46), within(sleeve, u, 0.9)], 4)
        if i % 7 not in (2, 6) and i < 12:
            key = [
                within(sleeve, u + a, v)
                for a, v in ((0.042, 0.46), (0.081, 0.46), (0.081, 0.72), (0.042, 0.72))
            ]
            press["ink"].fill(key)
    frame = [within(sleeve, u, v) for u, v in ((0.1, 0.46), (0.9, 0.46), (0.9, 0.9), (0.1, 0.9))]
    press["ink"].line([*frame, frame[0]], 6)
    for i in range(5):
        v = 0.12 + i * 0.055
        press["linden"].line([within(sleeve, 0.1, v), within(sleeve, 0.9, v)], 4)
    for u, v in ((0.2, 0.3), (0.34, 0.235), (0.48, 0.285), (0.62, 0.18), (0.76, 0.235)):
        x, y = within(sleeve, u, v)
        press["brick"].disc(x, y, 22, squash=0.78)
        press["brick"].line([(x + 19, y), (x + 21, y - 104)], 6)


def laptop(press: Press) -> None:
    """A laptop whose keys become lines of a page: the computer-skills course."""
    press.ground("tint")
    press["leaf"].rect(0, 690, 1600, 310)
    press["leaf"].hatch([(0, 690), (1600, 690), (1600, 1000), (0, 1000)], 36, 2, 3)
    lid = [(430, 130), (1170, 130), (1190, 650), (410, 650)]
    base = [(410, 650), (1190, 650), (1330, 850), (270, 850)]
    for shape in (lid, base):
        press.knock_out(shape)
        press["ink"].fill(shape)
    screen = [(468, 168), (1132, 168), (1148, 612), (452, 612)]
    press["ink"].fill(screen, on=False)
    press["sand"].fill(screen)
    for i in range(7):
        press["ink"].line([(520, 238 + i * 52), (press.rng.uniform(690, 790), 238 + i * 52)], 9)
    leaf(press, 900, 520, 260, -58)
    for row in range(4):
        count = 13
        left, right = 418 - row * 27 + 24, 1182 + row * 27 - 24
        step = (right - left) / count
        for i in range(count):
            x, y = left + i * step, 672 + row * 36
            press["ink"].rect(x + 4, y, step - 9, 24, on=False)
    _cup(press, 1420, 720)


def _cup(press: Press, x: float, y: float) -> None:
    cup = [(x - 70, y - 90), (x + 70, y - 90), (x + 52, y + 60), (x - 52, y + 60)]
    press.knock_out(cup)
    press["brick"].fill(cup)
    turns = [
        (x + 72 + 34 * math.cos(t), y - 26 + 38 * math.sin(t)) for t in (-1.6, -0.9, -0.2, 0.5, 1.2, 1.7)
    ]
    press["brick"].line(turns, 15)
    for k in (-26, 10):
        press["ink"].line([(x + k + 9 * math.sin(i), y - 112 - i * 16) for i in range(6)], 4)


def martenitsa(press: Press) -> None:
    """A blossoming branch with red and white tassels: the first of March."""
    press.ground("leaf")
    branch = [(0, 760), (300, 640), (620, 560), (900, 430), (1240, 340), (1600, 190)]
    press["ink"].line(branch, 26, rough=3)
    for start, end in (
        ((620, 560), (760, 250)),
        ((900, 430), (1180, 620)),
        ((1240, 340), (1320, 120)),
        ((300, 640), (360, 380)),
    ):
        press["ink"].line([start, ((start[0] + end[0]) / 2 + 20, (start[1] + end[1]) / 2), end], 11, rough=2)
        for t in (0.45, 0.75, 1.0):
            _blossom(
                press,
                start[0] + (end[0] - start[0]) * t,
                start[1] + (end[1] - start[1]) * t,
                press.rng.uniform(48, 66),
            )
    for x, y in ((130, 690), (480, 590), (1070, 380), (1480, 240)):
        _blossom(press, x, y - 20, 56)
    _tassel(press, 560, 575, "brick")
    _tassel(press, 690, 540, "")
    press["brick"].line([(545, 560), (625, 520), (700, 535)], 12)


def _blossom(press: Press, x: float, y: float, r: float) -> None:
    petals: Block = press.spare_block()
    for k in range(5):
        t = k * 2 * math.pi / 5 + press.rng.uniform(-0.1, 0.1)
        petals.disc(x + r * 0.56 * math.cos(t), y + r * 0.56 * math.sin(t), r * 0.47)
    press.snow_out(petals)
    press["brick"].disc(x, y, r * 0.17)
    for k in range(5):
        t = k * 2 * math.pi / 5 + 0.6
        press["ink"].line([(x, y), (x + r * 0.45 * math.cos(t), y + r * 0.45 * math.sin(t))], 3)


def _tassel(press: Press, x: float, y: float, ink: str) -> None:
    cord = [(x, y), (x + 6, y + 70), (x - 4, y + 130)]
    fringe = [(x - 34, y + 190), (x + 26, y + 190), (x + 58, y + 380), (x - 66, y + 380)]
    hole = press.spare_block()
    hole.line(cord, 12)
    hole.disc(x - 4, y + 165, 42)
    hole.fill(fringe)
    press.snow_out(hole)
    if ink:
        press[ink].print_within(hole, [(0, 0), (1600, 0), (1600, 1000), (0, 1000)])
        press[ink].hatch(fringe, 13, 92, 3)
    else:
        press["ink"].hatch(fringe, 13, 88, 2.4, on=True)
    band = [(x - 36, y + 186), (x + 28, y + 186), (x + 29, y + 202), (x - 37, y + 202)]
    press["ink"].fill(band)
