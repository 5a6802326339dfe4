"""Every library as a dot on a map of the region, in plain Python; the table beside it says the same."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# The box that holds the region (degrees), and the drawing it fills.
WEST, EAST, SOUTH, NORTH = 24.95, 26.15, 41.97, 42.83
WIDTH = 640
# One degree of longitude is shorter than one of latitude: the cosine of 42.4° north.
SHRINK = 0.738
SCALE = WIDTH / ((EAST - WEST) * SHRINK)
HEIGHT = math.ceil((NORTH - SOUTH) * SCALE)
# Dots of one municipality wind round its centre so that none hides another.
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
GAP = 5.5
SMALL, LARGE = 3.5, 6.0


@dataclass(frozen=True)
class Placed:
    """A library to draw: where it stands if that is known, and in which municipality."""

    label: str
    municipality: str
    north: float | None = None
    east: float | None = None
    is_large: bool = False


@dataclass(frozen=True)
class Dot:
    """A library on the map; one whose place is not known stands by the centre of its municipality."""

    label: str
    x: float
    y: float
    radius: float
    is_exact: bool


def dots(libraries: Iterable[Placed], centres: Mapping[str, tuple[float, float]]) -> list[Dot]:
    """Return a dot for each library that has a place in the region or a municipality with a centre."""
    drawn: Counter[str] = Counter()
    found = []
    for library in libraries:
        radius = LARGE if library.is_large else SMALL
        if library.north is not None and library.east is not None and inside(library.north, library.east):
            x, y = project(library.north, library.east)
            found.append(Dot(library.label, x, y, radius, is_exact=True))
        elif library.municipality in centres:
            x, y = around(centres[library.municipality], drawn[library.municipality])
            drawn[library.municipality] += 1
            found.append(Dot(library.label, x, y, radius, is_exact=False))
    return found


def inside(north: float, east: float) -> bool:
    """Tell whether a place lies in the region's box."""
    return SOUTH <= north <= NORTH and WEST <= east <= EAST


def project(north: float, east: float) -> tuple[float, float]:
    """Return where a place stands on the drawing."""
    return round((east - WEST) * SHRINK * SCALE, 1), round((NORTH - north) * SCALE, 1)


def around(centre: tuple[float, float], place: int) -> tuple[float, float]:
    """Return the place of the n-th dot round a centre, winding outwards."""
    x, y = project(*centre)
    distance, angle = GAP * math.sqrt(place), place * GOLDEN_ANGLE
    return round(x + distance * math.cos(angle), 1), round(y + distance * math.sin(angle), 1)
