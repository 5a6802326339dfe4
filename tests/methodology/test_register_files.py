import codecs
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from register_files import HEADER, ROWS, csv_file, xlsx_file

from methodology.messages import located_sentence
from methodology.register import table, workbook
from methodology.register.findings import Problem, UnreadableFile
from methodology.register.records import read_register


def refused_with(path: Path) -> set[Problem]:
    with pytest.raises(UnreadableFile) as refused:
        read_register(path)
    assert all(located_sentence(finding) for finding in refused.value.findings)
    return {finding.problem for finding in refused.value.findings}


def packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return held.getvalue()


def forged_workbook(folder: Path, sheet: bytes) -> Path:
    """Write a workbook whose sheet is the given XML."""
    with zipfile.ZipFile(xlsx_file(folder / "sound.xlsx")) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    path = folder / "forged.xlsx"
    path.write_bytes(packed(parts | {"xl/worksheets/sheet1.xml": sheet}))
    return path


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1"
BOMB = b"<a>" + b" " * (workbook.MAX_UNPACKED + 1) + b"</a>"
PRETENDERS: dict[str, tuple[str, bytes, Problem]] = {
    "nothing": ("r.csv", b"", Problem.EMPTY),
    "a workbook called csv": ("r.csv", b"PK\x03\x04 a workbook", Problem.NOT_TEXT),
    "a pdf called csv": ("r.csv", b"%PDF-1.7\0\0", Problem.NOT_TEXT),
    "half a utf-16": ("r.csv", codecs.BOM_UTF16_LE + b"a", Problem.NOT_TEXT),
    "an open quote": ("r.csv", 'reg_no,name\n1,"Пробуда'.encode(), Problem.BROKEN_LINE),
    "blank lines": ("r.csv", b"\n\n\n", Problem.NO_ROWS),
    "prose": ("r.csv", "Уважаеми колеги, изпращам ви".encode(), Problem.MISSING_COLUMN),
    "headings only": ("r.csv", ",".join(HEADER).encode(), Problem.NO_ROWS),
    "six megabytes": ("r.csv", b"x" * (table.MAX_BYTES + 1), Problem.TOO_LARGE),
    "a pdf": ("r.pdf", b"%PDF-1.7", Problem.WRONG_EXTENSION),
    "an old workbook": ("r.xls", OLE, Problem.OLD_WORKBOOK),
    "an old workbook called xlsx": ("r.xlsx", OLE, Problem.OLD_WORKBOOK),
    "a text called xlsx": ("r.xlsx", b"reg_no,name", Problem.NOT_A_WORKBOOK),
    "a broken archive": ("r.xlsx", b"PK\x03\x04 broken", Problem.NOT_A_WORKBOOK),
    "another archive": ("r.xlsx", packed({"a": b"b"}), Problem.NOT_A_WORKBOOK),
    "a broken workbook": (
        "r.xlsx",
        packed({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a"}),
        Problem.NOT_A_WORKBOOK,
    ),
    "a bomb": (
        "r.xlsx",
        packed({"[Content_Types].xml": b"", "xl/workbook.xml": b"", "xl/bomb.xml": BOMB}),
        Problem.WORKBOOK_TOO_LARGE,
    ),
}


@pytest.mark.parametrize("pretender", PRETENDERS)
def test_a_file_that_is_not_what_it_claims_is_refused(tmp_path: Path, pretender: str) -> None:
    name, content, problem = PRETENDERS[pretender]
    (tmp_path / name).write_bytes(content)
    assert refused_with(tmp_path / name) == {problem}


ENTITIES = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>'


@pytest.mark.parametrize("sheet", [b"", b"<worksheet>", ENTITIES, b"\xff\xfe", b"<a/>"])
def test_a_workbook_with_a_forged_sheet_is_refused(tmp_path: Path, sheet: bytes) -> None:
    assert refused_with(forged_workbook(tmp_path, sheet)) <= {Problem.NOT_A_WORKBOOK, Problem.NO_ROWS}


def test_a_sheet_that_claims_a_million_rows_is_refused(tmp_path: Path) -> None:
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    row = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    sheet = b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (space, row)
    assert refused_with(forged_workbook(tmp_path, sheet)) == {Problem.TOO_MANY_ROWS}


def test_a_missing_file_is_named() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_register(Path("няма/такъв.csv"))
    assert "няма/такъв.csv" in located_sentence(refused.value.findings[0])


@pytest.mark.parametrize("write", [csv_file, xlsx_file])
def test_one_row_too_many_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[..., Path]
) -> None:
    monkeypatch.setattr(table, "MAX_ROWS", 2)
    path = tmp_path / ("r.csv" if write is csv_file else "r.xlsx")
    assert refused_with(write(path, ROWS)) == {Problem.TOO_MANY_ROWS}
    assert len(read_register(write(path, ROWS[:2])).records) == 2


def test_a_hundred_thousand_blank_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(",".join(HEADER) + "\n" * (table.MAX_BLANK_ROWS + 2))
    assert refused_with(path) == {Problem.TOO_MANY_ROWS}
