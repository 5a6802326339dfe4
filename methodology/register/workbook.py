"""Reading XLSX: the first sheet, row by row, after the size of what is packed in it is known."""

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from methodology.register.findings import Finding, Problem, unreadable
from methodology.register.table import Cell, Formula, Table, bounded

MAX_UNPACKED = 60 * 1024 * 1024
MAX_PARTS = 1_000
MAX_COLUMNS = 100
MAX_MERGED = 20
MANDATORY = {"[Content_Types].xml", "xl/workbook.xml"}
# What openpyxl, the zip reader and the XML parser raise on a damaged or forged workbook.
DAMAGED = (
    AttributeError,
    AssertionError,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7})[:"']""")
_CHUNK = 1024 * 1024
_OVERLAP = 256


def read_workbook(content: bytes) -> Table:
    """Return the table of the first sheet; UnreadableFile for anything that is not a sound workbook."""
    try:
        _check_parts(content)
        with warnings.catch_warnings():
            # It warns of formatting it does not keep; here only values count.
            warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
            return _first_sheet(content)
    except DAMAGED as error:
        raise unreadable(Problem.NOT_A_WORKBOOK) from error


def _check_parts(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        if not {part.filename for part in parts} >= MANDATORY:
            raise unreadable(Problem.NOT_A_WORKBOOK)
        # The reader stops at the size an entry declares, so the declared sizes are a true bound.
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise unreadable(Problem.WORKBOOK_TOO_LARGE, limit=MAX_UNPACKED // 1024 // 1024)


def _first_sheet(content: bytes) -> Table:
    workbook = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    try:
        if not workbook.worksheets:
            raise unreadable(Problem.NO_ROWS)
        sheet: Any = workbook.worksheets[0]
        # The dimensions a sheet declares may be wrong; the cells are what counts.
        sheet.reset_dimensions()
        rows = list(bounded(_cells(sheet)))
        return Table(rows, tuple(_merged(content, sheet._worksheet_path)))
    finally:
        workbook.close()


def _cells(sheet: Any) -> Iterator[tuple[Cell, ...]]:
    for row in sheet.iter_rows(max_col=MAX_COLUMNS):
        yield tuple(_value(cell) for cell in row)


def _value(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return None
    if cell.data_type in {"f", "e"}:
        return Formula(value)
    if isinstance(value, bool | datetime | date | time):
        return str(value)
    return value if isinstance(value, int | float) else str(value).strip()


def _merged(content: bytes, part: str) -> Iterator[Finding]:
    found = 0
    with zipfile.ZipFile(BytesIO(content)) as package, package.open(part) as sheet:
        tail = b""
        while (chunk := sheet.read(_CHUNK)) and found < MAX_MERGED:
            text = tail + chunk
            end = 0
            for match in _MERGED.finditer(text):
                end = match.end()
                found += 1
                yield Finding(Problem.MERGED, int(match[2]), match[1].decode())
            tail = text[max(end, len(text) - _OVERLAP) :]
