"""Does a file hold what the ending of its name says."""

import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO

HEAD = 1024
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."

Check = Callable[[BinaryIO], bool]


def is_what_it_claims(name: str, file: BinaryIO) -> bool:
    """Tell whether the content fits the ending of the name; an ending without a check passes.

    The file is read from its beginning and left there.
    """
    check = CHECKS.get(PurePath(name).suffix.lower().lstrip("."))
    if check is None:
        return True
    file.seek(0)
    fits = check(file)
    file.seek(0)
    return fits


def _begins_with(*beginnings: bytes) -> Check:
    return lambda file: file.read(HEAD).lstrip(b"\xef\xbb\xbf").startswith(beginnings)


def _is_pdf(file: BinaryIO) -> bool:
    # The standard lets other bytes stand before the mark.
    return b"%PDF-" in file.read(HEAD)


def _zip_with(part: str) -> Check:
    def check(file: BinaryIO) -> bool:
        try:
            with zipfile.ZipFile(file) as archive:
                return not part or part in archive.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False

    return check


def _open_document(kind: str) -> Check:
    def check(file: BinaryIO) -> bool:
        try:
            with zipfile.ZipFile(file) as archive, archive.open("mimetype") as declared:
                return declared.read(HEAD).decode("ascii", "replace").startswith(OPEN_DOCUMENT + kind)
        except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError):
            return False

    return check


def _is_text(file: BinaryIO) -> bool:
    return b"\0" not in file.read(64 * HEAD)


CHECKS: dict[str, Check] = {
    "csv": _is_text,
    "doc": _begins_with(OLE),
    "docx": _zip_with("word/document.xml"),
    "ods": _open_document("spreadsheet"),
    "odt": _open_document("text"),
    "pdf": _is_pdf,
    "ppt": _begins_with(OLE),
    "pptx": _zip_with("ppt/presentation.xml"),
    "rtf": _begins_with(b"{\\rtf"),
    "txt": _is_text,
    "xls": _begins_with(OLE),
    "xlsx": _zip_with("xl/workbook.xml"),
    "zip": _zip_with(""),
}
