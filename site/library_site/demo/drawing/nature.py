"""Shared motifs: lindens, leaves, hills, books — the small repertoire the prints are composed from."""

import math

from library_site.demo.drawing.press import Point, Press, outline


def linden(press: Press, x: float, base: float, size: float, ink: str = "linden") -> None:
    """A linden: a full crown with light cut into it, and a slim trunk standing on `base`."""
    crown_y = base - size * 1.55
    crown = _crown(press, x, crown_y, size)
    trunk = size * 0.075
    press["ink"].fill(
        [
            (x - trunk, base),
            (x - trunk * 0.6, crown_y + size * 0.3),
            (x + trunk * 0.6, crown_y + size * 0.3),
            (x + trunk, base),
        ]
    )
    press[ink].fill(crown)
    _cut_light(press, x, crown_y, size, ink)
    for side, reach in ((-1, 0.38), (1, 0.3), (-1, 0.16)):
        press["ink"].line(
            [(x, crown_y + size * 0.35), (x + side * size * reach, crown_y - size * reach * 0.6)], size * 0.03
        )


def _crown(press: Press, x: float, y: float, size: float) -> list[Point]:
    points: list[Point] = []
    for i in range(40):
        turn = 2 * math.pi * i / 40
        swell = size * (0.72 + 0.05 * math.sin(turn * 7) + press.rng.uniform(-0.03, 0.03))
        points.append((x + swell * math.cos(turn) * 0.86, y + swell * math.sin(turn)))
    return points


def _cut_light(press: Press, x: float, y: float, size: float, ink: str) -> None:
    for _ in range(int(26 + size / 8)):
        turn, far = press.rng.uniform(2.6, 5.4), press.rng.uniform(0.12, 0.62)
        px, py = x + math.cos(turn) * far * size * 0.85, y + math.sin(turn) * far * size
        long = size * press.rng.uniform(0.05, 0.1)
        press[ink].line([(px - long, py + long * 0.5), (px + long, py - long * 0.5)], size * 0.016, on=False)


LEAF = outline(
    "-.1,0 -.24,.15 -.24,.33 -.1,.47 .15,.5 .42,.4 .66,.2 .84,.07 1.08,0 "
    ".84,-.06 .66,-.17 .42,-.35 .15,-.44 -.08,-.41 -.21,-.28 -.22,-.12"
)


def _rounded(points: list[Point]) -> list[Point]:
    """Return the closed outline with its corners rounded twice (Chaikin)."""
    for _ in range(2):
        pairs = list(zip(points, [*points[1:], points[0]], strict=True))
        points = [
            (x1 + (x2 - x1) * t, y1 + (y2 - y1) * t) for (x1, y1), (x2, y2) in pairs for t in (0.25, 0.75)
        ]
    return points


def leaf(press: Press, x: float, y: float, size: float, turn: float, ink: str = "linden") -> None:
    """A linden leaf (a lopsided heart) pointing along `turn`, in degrees, with its veins cut."""
    angle = math.radians(turn)

    def place(px: float, py: float) -> Point:
        return (
            x + size * (px * math.cos(angle) - py * math.sin(angle)),
            y + size * (px * math.sin(angle) + py * math.cos(angle)),
        )

    press[ink].fill([place(px, py) for px, py in _rounded(LEAF)], rough=size * 0.008)
    press[ink].line([place(-0.1, 0), place(0.92, 0)], size * 0.03, on=False)
    for start, reach in ((0.0, 0.36), (0.2, 0.36), (0.4, 0.26), (0.6, 0.14)):
        press[ink].line([place(start, 0), place(start + 0.22, reach * 0.92)], size * 0.018, on=False)
        press[ink].line([place(start, 0), place(start + 0.22, -reach * 0.8)], size * 0.018, on=False)
    press[ink].line([place(-0.1, 0), place(-0.42, 0.06)], size * 0.03)


def hills(press: Press, ink: str, base: float, height: float, phase: float, waves: float = 2.2) -> None:
    """A line of hills across the sheet, filled down to the margin."""
    points: list[Point] = [(28, 972)]
    for i in range(61):
        x = 28 + i * (1544 / 60)
        swing = math.sin(phase + waves * math.pi * i / 60) + 0.35 * math.sin(
            phase * 2.3 + 5.1 * math.pi * i / 60
        )
        points.append((x, base - height * swing))
    points.append((1572, 972))
    press[ink].fill(points)


def spine(press: Press, x: float, base: float, w: float, h: float, style: int) -> None:
    """A book on a shelf, seen from its spine; `style` chooses the ink and the bands."""
    inks = ("linden", "ink", "tint", "ochre", "leaf", "paper", "brick", "sand")
    ink = inks[style % len(inks)]
    body = [(x, base - h), (x + w, base - h), (x + w, base), (x, base)]
    press.knock_out(body)
    if ink in ("paper", "tint", "sand"):
        if ink != "paper":
            press[ink].fill(body)
        press["ink"].line([*body, body[0]], 3)
        _bands(press, "ink", x, base, w, h, style, on=True)
    else:
        press[ink].fill([(px + (1 if px == x else -1), py) for px, py in body])
        _bands(press, ink, x, base, w, h, style, on=False)


def _bands(press: Press, ink: str, x: float, base: float, w: float, h: float, style: int, on: bool) -> None:
    kind = style // 8 % 4
    block = press[ink]
    if kind == 0:
        for part in (0.14, 0.18, 0.82):
            block.line([(x + 5, base - h * part), (x + w - 5, base - h * part)], 3.2, on)
    elif kind == 1:
        block.rect(x + w * 0.2, base - h * 0.84, w * 0.6, h * 0.2, on)
    elif kind == 2:
        block.line([(x + w / 2, base - h * 0.85), (x + w / 2, base - h * 0.34)], w * 0.14, on)
        block.disc(x + w / 2, base - h * 0.14, w * 0.16, on)
    else:
        for part in (0.08, 0.5, 0.54, 0.92):
            block.line([(x + 4, base - h * part), (x + w - 4, base - h * part)], 2.6, on)
