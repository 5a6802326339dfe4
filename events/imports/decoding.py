"""The bytes of a calendar as UTF-8, also when an old program wrote them otherwise."""

import codecs
import re

from events.imports.problems import ImportProblem

_BOM = codecs.BOM_UTF8
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HIGH = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
# A word of both alphabets is no Bulgarian: „Café“ of Western Europe would be read so.
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_WORD = re.compile(r"[\u0410-\u044f]{3,}")
_LINE_BREAK = re.compile(r"\\[nN]")


def as_utf8(data: bytes) -> tuple[bytes, ImportProblem | None]:
    """The same text in UTF-8 without a mark at its beginning, and a remark when it was in another encoding.

    ImportProblem when it says that it is in UTF-16 and is not. Single bad lines stay as they are.
    """
    if data.startswith(_WIDE):
        try:
            return data.decode("utf-16").encode(), None
        except UnicodeError:
            raise ImportProblem("not-a-calendar") from None
    data = data.removeprefix(_BOM)
    text = _in_old_cyrillic(data)
    return (data, None) if text is None else (text.encode(), ImportProblem("old-cyrillic"))


def _in_old_cyrillic(data: bytes) -> str | None:
    """The text when all of it is Bulgarian in windows-1251; None for UTF-8, whole or with bad lines."""
    lines = _HIGH.findall(data)
    if not lines or any(_is_utf8(line) for line in lines):
        return None
    try:
        texts = [line.decode("cp1251") for line in lines]
    except UnicodeDecodeError:
        return None
    text = _LINE_BREAK.sub(" ", "\n".join(texts))
    if len(_WORD.findall(text)) <= len(_MIXED.findall(text)):
        return None
    return data.decode("cp1251")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
