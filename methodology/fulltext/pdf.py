"""The text of a PDF, page by page."""

from collections.abc import Iterator
from typing import BinaryIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from methodology.fulltext.limits import BROKEN, ENCRYPTED, MOST_PAGES, Enough, Unreadable

# What the library raises for files that are not what they say, beside its own errors.
STRANGE = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, OSError),
    *(RecursionError, TypeError, ValueError, NotImplementedError),
)


def pdf_pieces(file: BinaryIO) -> Iterator[str]:
    """Give the text of each page up to the limit; a page that cannot be read gives nothing."""
    try:
        reader = PdfReader(file, strict=False)
        _unlock(reader)
        pages = len(reader.pages)
    except (DependencyError, FileNotDecryptedError) as error:
        raise Unreadable(ENCRYPTED) from error
    failed = 0
    for number in range(min(pages, MOST_PAGES)):
        try:
            yield reader.pages[number].extract_text()
        except (PyPdfError, *STRANGE):
            failed += 1
    if failed and failed == min(pages, MOST_PAGES):
        raise Unreadable(BROKEN)
    if pages > MOST_PAGES:
        raise Enough


def _unlock(reader: PdfReader) -> None:
    # Many are locked against printing only and open without a password.
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise Unreadable(ENCRYPTED)
