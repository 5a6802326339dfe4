"""Reading CSV: UTF-8, UTF-16 or Windows-1251, with commas, semicolons or tabs."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from methodology.register.findings import Problem, unreadable
from methodology.register.table import Cell, Formula, Table, bounded

DELIMITERS = (",", ";", "\t")
MAX_COLUMNS = 100
# The way to keep leading zeros in a CSV for Excel: ="00697"
_TEXT_FORMULA = re.compile(r'^="([^"]*)"$')


def read_delimited(content: bytes) -> Table:
    """Return the table of a CSV file; UnreadableFile for one that is not text or is broken off."""
    text = decoded(content)
    delimiter = _delimiter(text)
    return Table(list(bounded(_rows(text, delimiter))))


def decoded(content: bytes) -> str:
    """Return the text in the encoding its first bytes or its letters tell."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\0" in content:
        raise unreadable(Problem.NOT_TEXT)
    else:
        encodings = ["utf-8-sig", "cp1251"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise unreadable(Problem.NOT_TEXT)


def looks_delimited(path: Path) -> bool:
    """Tell whether the name is that of a text file with columns."""
    return path.suffix.lower() in {".csv", ".tsv", ".txt"}


def _delimiter(text: str) -> str:
    first_lines = text[:20_000].splitlines()[:10]
    return max(DELIMITERS, key=lambda delimiter: sum(line.count(delimiter) for line in first_lines))


def _rows(text: str, delimiter: str) -> Iterator[tuple[Cell, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise unreadable(Problem.BROKEN_LINE, row=reader.line_num) from error
        yield tuple(_cell(cell) for cell in cells[:MAX_COLUMNS])


def _cell(text: str) -> Cell:
    text = text.strip()
    if quoted := _TEXT_FORMULA.match(text):
        return quoted[1]
    return Formula(text) if text.startswith("=") else text
