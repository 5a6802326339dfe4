"""A distribution as a bar of five parts: numbers for an SVG, whose words stand in a table beside it."""

from typing import NamedTuple

from methodology.surveys.statistics import POINTS, Distribution

WIDTH = 400
HEIGHT = 28


# From red over paper to linden; the count is written on each part, so colour says nothing alone.
FILLS = ("#a3271e", "#dda48c", "#d9d8cd", "#a9d19e", "#2f6b3a")
INKS = ("#ffffff", "#1d211c", "#1d211c", "#1d211c", "#ffffff")


class Part(NamedTuple):
    """A part of the bar: the point, where it begins, how wide it is, how many chose it, its colours."""

    point: int
    x: float
    width: float
    middle: float
    chosen: int
    fill: str
    ink: str


class Bar(NamedTuple):
    """A bar with its description."""

    parts: list[Part]
    counts: tuple[int, ...]
    total: int
    median: str


def bar(distribution: Distribution) -> Bar | None:
    """Return the bar; None where there are too few answers to show."""
    if not distribution.is_shown:
        return None
    parts, x = [], 0.0
    for point, count, share in zip(POINTS, distribution.counts, distribution.shares, strict=True):
        width = round(WIDTH * share / 100, 1)
        if count:
            middle = round(x + width / 2, 1)
            parts.append(Part(point, round(x, 1), width, middle, count, FILLS[point - 1], INKS[point - 1]))
        x += width
    return Bar(parts, distribution.counts, distribution.total, in_words(distribution.median))


def in_words(median: float | None) -> str:
    """Return a median as it is written: „4“ or „4,5“."""
    return "" if median is None else f"{median:g}".replace(".", ",")
