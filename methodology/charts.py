"""Bars and a map as numbers for an inline SVG, in plain Python; the table beside them says the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ROW = 26
LABEL, BARS, TAIL = 190, 380, 50


@dataclass(frozen=True)
class Bar:
    """One line of a chart."""

    label: str
    value: int
    y: int
    width: float
    url: str = ""


@dataclass(frozen=True)
class Chart:
    """Horizontal bars under each other."""

    bars: list[Bar]
    height: int
    width: int = LABEL + BARS + TAIL
    left: int = LABEL


def bars(rows: Iterable[tuple[str, int, str]]) -> Chart | None:
    """Return the chart of (label, value, address) rows; None when there is nothing to draw."""
    rows = list(rows)
    highest = max((value for _, value, _ in rows), default=0)
    if highest <= 0:
        return None
    drawn = [
        Bar(label, value, place * ROW, round(value / highest * BARS, 1), url)
        for place, (label, value, url) in enumerate(rows)
    ]
    return Chart(drawn, len(drawn) * ROW)


@dataclass(frozen=True)
class Spot:
    """A municipality on the map: the middle of its circle and the size that its number gives it."""

    label: str
    value: int
    x: float
    y: float
    radius: float
    marked: bool
    url: str = ""

    @property
    def anchor(self) -> str:
        """How the label hangs on the circle, so that it stays on the map when it is set large."""
        if self.x < NEAR_EDGE:
            return "start"
        return "end" if self.x > MAP_WIDTH - NEAR_EDGE else "middle"

    @property
    def label_y(self) -> float:
        """Where the label stands: under the circle."""
        return round(self.y + self.radius + 15, 1)


MAP_WIDTH, MAP_HEIGHT, EDGE = 620, 460, 60
SMALLEST, LARGEST = 7.0, 24.0
NEAR_EDGE = 120


def region_map(
    rows: Sequence[tuple[str, str, int, str]],
    centres: Mapping[str, tuple[float, float]],
    marked: str = "",
) -> list[Spot]:
    """Return a spot for each (code, label, value, address) whose centre (north, east) is known.

    One degree of longitude is shorter than one of latitude here; the projection keeps the proportions.
    """
    known = [row for row in rows if row[0] in centres]
    if not known:
        return []
    north = [centres[row[0]][0] for row in known]
    east = [centres[row[0]][1] * SHRINK for row in known]
    scale = min(
        (MAP_WIDTH - 2 * EDGE) / (max(east) - min(east) or 1),
        (MAP_HEIGHT - 2 * EDGE) / (max(north) - min(north) or 1),
    )
    highest = max(value for _, _, value, _ in known) or 1
    return [
        Spot(
            label,
            value,
            round(EDGE + (centres[code][1] * SHRINK - min(east)) * scale, 1),
            round(EDGE + (max(north) - centres[code][0]) * scale, 1),
            round(SMALLEST + (LARGEST - SMALLEST) * (value / highest) ** 0.5, 1),
            code == marked,
            url,
        )
        for code, label, value, url in known
    ]


# The cosine of 42.4° north.
SHRINK = 0.738
