"""A small printing press: one carved block a colour, inked with grain and printed one over another."""

import math
import random
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1000
SCALE = 2
"""Everything is carved twice as large as printed, so that edges are smooth."""

MARGIN = 28
MAX_BYTES = 150_000

Point = tuple[float, float]

PAPER = "#FBFAF6"
INKS = {
    "tint": "#DCE8D2",
    "sand": "#EFE3C8",
    "ochre": "#E0B565",
    "leaf": "#7FA878",
    "linden": "#2F6B3A",
    "brick": "#B4533C",
    "ink": "#1D211C",
}
"""Inks in the order they are printed, light to dark."""


def outline(text: str) -> list[Point]:
    """Return the points written as "x,y x,y …"."""
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in text.split())]


def scaled(x: float, y: float, size: float, shape: Sequence[Point]) -> list[Point]:
    """Return a shape given in units of `size` at its place on the sheet."""
    return [(x + size * u, y + size * v) for u, v in shape]


class Block:
    """One carved block: a mask that is white where the colour prints."""

    def __init__(self, rng: random.Random) -> None:
        self.mask = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE), 0)
        self._draw = ImageDraw.Draw(self.mask)
        self._rng = rng

    def fill(self, points: Sequence[Point], on: bool = True, rough: float = 1.3) -> None:
        """Print (or cut away) a polygon with edges as a knife leaves them."""
        self._draw.polygon(self._carve(points, rough), fill=255 if on else 0)

    def rect(self, x: float, y: float, w: float, h: float, on: bool = True) -> None:
        """Print or cut a rectangle from its upper left corner."""
        self.fill([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], on)

    def disc(self, x: float, y: float, r: float, on: bool = True, squash: float = 1.0) -> None:
        """Print or cut a disc; `squash` below 1 flattens it."""
        steps = max(16, int(r / 3))
        turns = [2 * math.pi * i / steps for i in range(steps)]
        self.fill([(x + r * math.cos(t), y + r * squash * math.sin(t)) for t in turns], on, rough=1.0)

    def line(self, points: Sequence[Point], width: float, on: bool = True, rough: float = 0.9) -> None:
        """Print or cut a stroke through the points."""
        carved = self._carve(points, rough, closed=False)
        self._draw.line(carved, fill=255 if on else 0, width=max(1, round(width * SCALE)), joint="curve")

    def hatch(
        self, points: Sequence[Point], spacing: float, angle: float, width: float, on: bool = False
    ) -> None:
        """Cut (or print) parallel lines inside a polygon; the angle is in degrees."""
        left, top = (int(min(p[i] for p in points)) * SCALE - SCALE for i in (0, 1))
        right, bottom = (int(max(p[i] for p in points)) * SCALE + 2 * SCALE for i in (0, 1))
        shape, lines = (Image.new("L", (right - left, bottom - top), 0) for _ in range(2))
        ImageDraw.Draw(shape).polygon([(x - left, y - top) for x, y in self._carve(points, 1.0)], fill=255)
        self._rule(ImageDraw.Draw(lines), lines.size, spacing * SCALE, angle, width * SCALE)
        part, under = ImageChops.multiply(shape, lines), self.mask.crop((left, top, right, bottom))
        ruled = ImageChops.lighter(under, part) if on else ImageChops.subtract(under, part)
        self.mask.paste(ruled, (left, top))

    def _rule(
        self, draw: ImageDraw.ImageDraw, size: tuple[int, int], spacing: float, angle: float, width: float
    ) -> None:
        cx, cy = size[0] / 2, size[1] / 2
        reach = math.hypot(cx, cy)
        dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        for i in range(int(-reach / spacing) - 1, int(reach / spacing) + 2):
            ox, oy = cx - dy * spacing * i, cy + dx * spacing * i
            ends = [(ox - dx * reach, oy - dy * reach), (ox + dx * reach, oy + dy * reach)]
            carved = [(x / SCALE, y / SCALE) for x, y in ends]
            swell = width * self._rng.uniform(0.7, 1.25)
            draw.line(self._carve(carved, 0.9, closed=False), fill=255, width=max(1, round(swell)))

    def print_within(self, other: "Block", points: Sequence[Point]) -> None:
        """Print what another block carries, but only inside a polygon."""
        frame = Block(self._rng)
        frame.fill(points)
        self.mask = ImageChops.lighter(self.mask, ImageChops.multiply(frame.mask, other.mask))
        self._draw = ImageDraw.Draw(self.mask)

    def cut_with(self, holes: "Block") -> None:
        """Cut away all that another block prints."""
        self.mask = ImageChops.subtract(self.mask, holes.mask)
        self._draw = ImageDraw.Draw(self.mask)

    def _carve(self, points: Sequence[Point], rough: float, closed: bool = True) -> list[Point]:
        pairs = list(zip(points, [*points[1:], points[0]] if closed else points[1:], strict=False))
        carved: list[Point] = []
        for (x1, y1), (x2, y2) in pairs:
            steps = max(1, int(math.hypot(x2 - x1, y2 - y1) / 26))
            for i in range(steps):
                t = i / steps
                carved.append((x1 + (x2 - x1) * t, y1 + (y2 - y1) * t))
        if not closed:
            carved.append(points[-1])
        wobble = self._rng.uniform
        return [((x + wobble(-rough, rough)) * SCALE, (y + wobble(-rough, rough)) * SCALE) for x, y in carved]


class Press:
    """The blocks of one picture; a block is made when it is first named."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - draws pictures, guards nothing
        self._blocks: dict[str, Block] = {}

    def __getitem__(self, ink: str) -> Block:
        if ink not in self._blocks:
            INKS[ink]
            self._blocks[ink] = Block(self.rng)
        return self._blocks[ink]

    def ground(self, ink: str) -> None:
        """Print the whole sheet but a narrow margin of paper in one ink."""
        self[ink].rect(0, 0, WIDTH, HEIGHT)

    def knock_out(self, points: Sequence[Point], *inks: str) -> None:
        """Cut a polygon out of the named blocks (of all that exist when none is named)."""
        for ink in inks or tuple(self._blocks):
            self[ink].fill(points, on=False)

    def snow_out(self, holes: Block) -> None:
        """Leave bare paper, in every block, where `holes` would print."""
        for block in self._blocks.values():
            block.cut_with(holes)

    def spare_block(self) -> Block:
        """Return a block that is never printed: for shapes to be cut from the others."""
        return Block(self.rng)

    def print(self) -> bytes:
        """Return the picture as a JPEG of 1600 × 1000 dots and at most 150 KB."""
        frame, flecks = self._frame(), self._flecks()
        sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        for ink in INKS:
            if ink in self._blocks:
                shifted = ImageChops.offset(flecks, self.rng.randrange(WIDTH), self.rng.randrange(HEIGHT))
                mask = ImageChops.multiply(self._blocks[ink].mask.reduce(SCALE), frame)
                coloured = ImageChops.multiply(sheet, Image.new("RGB", sheet.size, INKS[ink]))
                sheet.paste(coloured, mask=ImageChops.multiply(mask, shifted))
        return _jpeg(sheet)

    def _frame(self) -> Image.Image:
        frame = Block(self.rng)
        frame.rect(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
        return frame.mask.reduce(SCALE)

    def _flecks(self) -> Image.Image:
        """Return what a roller leaves: an even film with a few flecks where paper shines through."""
        coarse = Image.frombytes("L", (400, 250), self.rng.randbytes(400 * 250))
        flecks = coarse.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).point(lambda v: 0 if v < 2 else 255)
        return flecks.filter(ImageFilter.GaussianBlur(0.6))


def _jpeg(picture: Image.Image) -> bytes:
    for quality in range(84, 40, -4):
        out = BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= MAX_BYTES:
            break
    return out.getvalue()
