"""Small registers of chitalishta, written for tests."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from methodology_factories import valid_eik
from openpyxl import Workbook

HEADER = ("reg_no", "name", "eik", "municipality_code", "municipality", "kind", "settlement", "ekatte")
ROWS = (
    ("96", "Светлина -1928 г.", "000805733", "SZR12", "Казанлък", "с.", "Ръжена", "63570"),
    ("103", "Съзнание-1921г.- с. Асен", "000804834", "SZR24", "Павел баня", "с.", "Асен", "00697"),
    ("271", "Родина-1860", "000804193", "SZR31", "Стара Загора", "гр.", "Стара Загора", "68850"),
)
Rows = Iterable[Sequence[Any]]
REAL = "chitalishta_stara_zagora.csv"


def csv_file(
    path: Path, rows: Rows = ROWS, header: Sequence[str] = HEADER, *, encoding: str = "utf-8", mark: str = ","
) -> Path:
    """Write a CSV and return its path; the values are written as they are, without quotes."""
    lines = (mark.join(map(str, row)) for row in (header, *rows))
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def xlsx_file(
    path: Path, rows: Rows = ROWS, header: Sequence[str] = HEADER, *, above: Rows = (), merge: str = ""
) -> Path:
    """Write a workbook and return its path; `above` are rows over the header."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (*above, header, *rows):
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    workbook.save(path)
    return path


def changed(place: int, **values: Any) -> tuple[tuple[Any, ...], ...]:
    """Return the rows with some cells of one of them changed."""
    rows = [dict(zip(HEADER, row, strict=True)) for row in ROWS]
    rows[place] |= values
    return tuple(tuple(row.values()) for row in rows)


def many_rows(number: int, *, settlements: int = 4_000) -> Rows:
    """Give rows of so many chitalishta in eleven municipalities."""
    for index in range(number):
        place = index % settlements
        municipality = place % 11
        yield (
            index + 1,
            f"Пробуда-{1860 + index % 150} г.",
            valid_eik(10_000 + index),
            f"TST{municipality:02d}",
            f"Община {municipality}",
            "с.",
            f"Село {place}",
            f"{place + 1:05d}",
        )


def real_register() -> Path:
    """Return the real register that lies beside the checkout; skip the test where it is not at hand."""
    shared = os.environ.get("LIBRARY_SHARED_DIR") or Path(__file__).parents[2] / "shared"
    path = Path(shared) / "data" / REAL
    if not path.is_file():
        pytest.skip(f"optional: {REAL} is neither in ../shared/data nor under LIBRARY_SHARED_DIR")
    return path
