"""The text of a DOCX or an ODT: a zip with XML in it, read piece by piece and never unpacked whole.

Comments and deleted text stay out: nobody meant them for readers.
"""

import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from methodology.fulltext.limits import BROKEN, ENCRYPTED, LARGE, MOST_PARTS, MOST_UNPACKED, Unreadable

PIECE = 64 * 1024
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
OPEN_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
OPEN_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "

DOCX_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
ODT_PARTS = ("content.xml",)


class TextCollector:
    """Hears the events of an XML parser and keeps the text of some elements, a paragraph at a time."""

    def __init__(self, texts: set[str], breaks: set[str], skipped: set[str]) -> None:
        self.texts, self.breaks, self.skipped = texts, breaks, skipped
        self.inside = self.hidden = 0
        self.kept: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.hidden += name in self.skipped
        self.inside += name in self.texts
        if name in self.breaks:
            self.kept.append(" ")

    def end(self, name: str) -> None:
        self.hidden -= name in self.skipped
        self.inside -= name in self.texts
        if name in self.breaks:
            self.kept.append(" ")

    def data(self, text: str) -> None:
        if self.inside and not self.hidden:
            self.kept.append(text)

    def take(self) -> str:
        """Return what has been kept since the last time."""
        text = "".join(self.kept)
        self.kept.clear()
        return text


def docx_pieces(file: BinaryIO) -> Iterator[str]:
    """Give the text of the document, its footnotes and endnotes."""
    marks = {WORD + name for name in ("p", "tab", "br", "cr", "tc")}
    return _pieces(file, DOCX_PARTS, lambda: TextCollector({WORD + "t"}, marks, set()))


def odt_pieces(file: BinaryIO) -> Iterator[str]:
    """Give the text of the document."""
    paragraphs = {OPEN_TEXT + "p", OPEN_TEXT + "h"}
    marks = paragraphs | {OPEN_TEXT + name for name in ("tab", "s", "line-break")}
    skipped = {OPEN_TEXT + "tracked-changes", OPEN_OFFICE + "annotation"}
    return _pieces(file, ODT_PARTS, lambda: TextCollector(paragraphs, marks, skipped))


def _pieces(file: BinaryIO, parts: tuple[str, ...], collector: Callable[[], TextCollector]) -> Iterator[str]:
    if file.read(len(OLE)) == OLE:
        # What a word processor makes of a document with a password.
        raise Unreadable(ENCRYPTED)
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        names = _names(archive)
        for part in parts:
            if part in names:
                yield from _texts_of(archive, part, collector())


def _names(archive: zipfile.ZipFile) -> set[str]:
    members = archive.infolist()
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Unreadable(LARGE)
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(ENCRYPTED)
    names = {member.filename for member in members}
    # An open document with a password is a sound zip whose parts are listed as encrypted.
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as manifest:
            if b"encryption-data" in manifest.read(PIECE * 16):
                raise Unreadable(ENCRYPTED)
    return names


def _texts_of(archive: zipfile.ZipFile, part: str, collector: TextCollector) -> Iterator[str]:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = collector.start, collector.end
    parser.CharacterDataHandler = collector.data
    parser.StartDoctypeDeclHandler = _refuse
    done = 0
    with archive.open(part) as stream:
        # The sizes that a zip declares are its own word: what comes out is counted too.
        while piece := stream.read(PIECE):
            done += len(piece)
            if done > MOST_UNPACKED:
                raise Unreadable(LARGE)
            parser.Parse(piece, False)
            yield collector.take()
    parser.Parse(b"", True)
    yield collector.take()


def _refuse(*declared: object) -> None:
    # Neither format has a document type; entities come only with one.
    raise Unreadable(BROKEN)
