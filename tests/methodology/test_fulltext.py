"""The text inside files: what is read, what is left out, and that no file harms anything."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from library_site.demo import files
from methodology.fulltext import child, limits
from methodology.fulltext.limits import bounded
from methodology.fulltext.reading import read_all

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def odt(body: str, manifest: str = "") -> bytes:
    content = (
        f'<office:document-content xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"content.xml": content, "META-INF/manifest.xml": manifest})


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Инвентаризация")
    document.add_paragraph("Комисията се назначава със заповед.").add_run(" чл. 40")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "липсващи", "книги"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(files.pdf("Otchet za fonda"))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read(tmp_path: Path, name: str, content: bytes) -> limits.Reading:
    path = tmp_path / name
    path.write_bytes(content)
    return child.read(path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", files.pdf("Отчет за фонда"), ["Otchet", "fonda"]),
        ("a.odt", files.odt("Протокол за дарение"), ["Протокол", "дарение", "(примерни"]),
        ("a.docx", word(), ["Инвентаризация", "заповед. чл. 40 липсващи книги"]),
        ("locked-for-printing.pdf", locked(""), ["Otchet"]),
    ],
)
def test_the_words_of_a_file_are_read_in_order(
    tmp_path: Path, name: str, content: bytes, words: list[str]
) -> None:
    reading = read(tmp_path, name, content)
    assert reading.problem == limits.GOOD
    places = [reading.text.index(one) for one in words]
    assert places == sorted(places)


def test_deleted_text_and_comments_are_not_read(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>изтрито</text:p></text:tracked-changes><text:p>Остава"
        "<office:annotation><text:p>бележка</text:p></office:annotation><text:tab/>тук</text:p>"
    )
    assert read(tmp_path, "a.odt", odt(body)) == ("Остава тук", limits.GOOD)
    document = (
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:delText>изтрито</w:delText></w:r>'
        "<w:r><w:instrText>PAGE</w:instrText><w:t>Остава</w:t></w:r></w:p></w:body></w:document>"
    )
    parts: dict[str, str | bytes] = {"word/document.xml": document, "word/comments.xml": "<a>бележка</a>"}
    assert read(tmp_path, "a.docx", packed(parts)) == ("Остава", limits.GOOD)


ENTITIES = '<!DOCTYPE a [<!ENTITY b "текст"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.pdf", b"%PDF-1.7\nnothing", limits.BROKEN),
        ("a.pdf", b"", limits.BROKEN),
        ("a.pdf", locked("тайна"), limits.ENCRYPTED),
        ("a.pdf", scanned(), limits.EMPTY),
        ("a.docx", b"PK\3\4 and no more", limits.BROKEN),
        ("a.docx", OLE, limits.ENCRYPTED),
        ("a.docx", packed({"other.xml": "<a/>"}), limits.EMPTY),
        ("a.odt", packed({"content.xml": "<a><b>"}), limits.BROKEN),
        ("a.odt", packed({"content.xml": f"{ENTITIES}<a>&b;&c;</a>"}), limits.BROKEN),
        ("a.odt", odt("<text:p>x</text:p>", "<m:encryption-data/>"), limits.ENCRYPTED),
        ("a.odt", odt(""), limits.EMPTY),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    assert read(tmp_path, name, content) == ("", problem)


def test_what_unpacks_to_more_than_its_limit_is_left(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("methodology.fulltext.zipped.MOST_UNPACKED", 1_000_000)
    bomb = odt("<text:p>" + "0" * 3_000_000 + "</text:p>")
    assert len(bomb) < 10_000
    assert read(tmp_path, "a.odt", bomb).problem == limits.LARGE
    # The same, telling a lie about its size: both places where a zip says it.
    honest = (3_000_000 + 300).to_bytes(4, "little")[2:]
    lying = bomb.replace(honest, b"\0\0")
    assert read(tmp_path, "a.odt", lying).problem in (limits.LARGE, limits.BROKEN)
    monkeypatch.setattr("methodology.fulltext.limits.MOST_BYTES", 10)
    assert read(tmp_path, "b.pdf", files.pdf("a")).problem == limits.LARGE


def test_a_long_text_is_read_from_its_beginning(monkeypatch: Any) -> None:
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 13)
    assert bounded(["едно две", "три четири"]) == ("едно две три", limits.CUT)
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 100)
    monkeypatch.setattr(limits, "MOST_DIFFERENT", 2)
    assert bounded(["а а а б в г"]) == ("а а а б", limits.CUT)


@given(st.lists(st.text()))
@settings(max_examples=60)
def test_whatever_is_kept_can_be_stored_and_is_words_of_the_text(pieces: list[str]) -> None:
    text, problem = bounded(pieces)
    assert "\0" not in text
    assert text == text.encode().decode()
    assert text.split() == text.split(" ") or text == ""
    assert problem == (limits.GOOD if text else limits.EMPTY)


@given(st.binary(max_size=300), st.sampled_from([".pdf", ".docx", ".odt"]))
@settings(max_examples=60, deadline=None)
def test_rubbish_is_never_an_error(content: bytes, ending: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        reading = read(Path(folder), f"a{ending}", b"%PDF-1.4\n" + content if ending == ".pdf" else content)
    assert reading.text == "" or reading.problem in (limits.GOOD, limits.CUT)


def test_files_are_read_by_another_process_and_other_kinds_are_not_opened(tmp_path: Path) -> None:
    good, bad, other = tmp_path / "a.odt", tmp_path / "b.odt", tmp_path / "c.xlsx"
    good.write_bytes(files.odt("Протокол"))
    bad.write_bytes(b"nothing")
    found = read_all([bad, other, good])
    assert [one.problem for one in found] == [limits.BROKEN, limits.OTHER, limits.GOOD]
    assert found[2].text.startswith("Протокол")


def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(files.odt("Протокол"))
    assert read_all([path], seconds=0) == [limits.Reading(problem=limits.SLOW)]
