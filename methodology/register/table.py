"""A table read from a file: rows of cells, bounded in size whatever the file holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from methodology.register.findings import Finding, Problem, unreadable

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 20_000
# Sheets are often formatted far below their last row; so many blank rows are passed over.
MAX_BLANK_ROWS = 100_000


class Formula(str):
    """The text of a formula or of an error in a cell: not a value."""

    __slots__ = ()


Cell = str | int | float | None


@dataclass(frozen=True)
class Row:
    """A row with its number as a spreadsheet shows it, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The rows that are not blank, and what is said of the sheet as a whole."""

    rows: list[Row]
    findings: tuple[Finding, ...] = ()


def check_size(path: Path) -> None:
    """UnreadableFile when there is no such file, or it is empty or too large."""
    if not path.is_file():
        raise unreadable(Problem.NOT_FOUND, path=path)
    check_length(path.stat().st_size)


def check_length(size: int) -> None:
    """UnreadableFile when so many bytes are none or too many."""
    if size == 0:
        raise unreadable(Problem.EMPTY)
    if size > MAX_BYTES:
        raise unreadable(Problem.TOO_LARGE, limit=MAX_BYTES // 1024 // 1024)


def bounded(rows: Iterable[tuple[Cell, ...]]) -> Iterator[Row]:
    """Give the rows that are not blank, numbered; UnreadableFile when there are too many of them."""
    kept = 0
    for number, cells in enumerate(rows, start=1):
        if all(cell is None or cell == "" for cell in cells):
            if number - kept > MAX_BLANK_ROWS:
                raise unreadable(Problem.TOO_MANY_ROWS, limit=MAX_ROWS)
            continue
        kept += 1
        # One more than the limit, for the headings.
        if kept > MAX_ROWS + 1:
            raise unreadable(Problem.TOO_MANY_ROWS, limit=MAX_ROWS)
        yield Row(number, cells)
