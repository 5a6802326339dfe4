"""The series: which motif is drawn under which name, and with which seed."""

from collections.abc import Callable
from functools import cache

from library_site.demo.drawing import children, indoors, paper, region, town
from library_site.demo.drawing.press import Press

MOTIFS: dict[str, tuple[Callable[[Press], None], int]] = {
    "shelves": (indoors.shelves, 7),
    "open-book": (indoors.open_book, 3),
    "evening-window": (indoors.evening_window, 5),
    "chairs": (indoors.chairs, 2),
    "drawers": (indoors.drawers, 4),
    "reading-table": (indoors.reading_table, 6),
    "straight-streets": (town.straight_streets, 11),
    "linden-avenue": (town.linden_avenue, 12),
    "facade": (town.facade, 13),
    "village-road": (town.village_road, 14),
    "snow": (town.snow, 15),
    "postcards": (paper.postcards, 21),
    "newspapers": (paper.newspapers, 22),
    "letters": (paper.letters, 23),
    "paper-cuts": (paper.paper_cuts, 24),
    "kites": (children.kites, 31),
    "paper-boats": (children.paper_boats, 32),
    "puppets": (children.puppets, 33),
    "district-map": (region.district_map, 41),
    "record": (region.record, 42),
    "laptop": (region.laptop, 43),
    "martenitsa": (region.martenitsa, 44),
}


@cache
def draw(name: str) -> bytes:
    """Return one picture of the series as JPEG bytes (1600 × 1000)."""
    motif, seed = MOTIFS[name]
    press = Press(seed)
    motif(press)
    return press.print()
