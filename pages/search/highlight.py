"""What a result shows of its text: the place of the first word found, with the words found marked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pages.bulgarian.search_terms import beginning, key, relative, words
from pages.search.terms import Slot
from pages.search_backend import text_of

# The beginning of a page says what it is about: every word of it is looked at. Further on, in the files of
# materials, only such words are as begin like what was looked for.
READ = 12_000
BEGINNING = 2
EXCERPT = 220
BEFORE = 70
# Words with the signs that may stand inside them: stress, soft hyphens, joiners.
_INSIDE = r"(?:[^\W_]|[\u0300-\u0341\u00ad\u200b-\u200d\u2060])*"
_WORD = re.compile(r"[^\W_]" + _INSIDE)


class Wanted(NamedTuple):
    """The keys and the roots that were looked for."""

    keys: frozenset[str]
    roots: frozenset[str]


def wanted(slots: list[Slot]) -> Wanted:
    """Return what to mark."""
    keys = frozenset[str]().union(*(slot.keys for slot in slots))
    return Wanted(keys, frozenset(slot.root for slot in slots if slot.root))


def marked(text: str, what: Wanted) -> SafeString:
    """Return the text, escaped, with the words that were found marked."""
    return _with_marks(text, list(_found(text, what)))


def excerpt(page: Any, what: Wanted) -> SafeString:
    """Return the piece of a page's text around the first word found, marked; empty without one."""
    text = " ".join(_texts(page).split())
    first = next(_found(text[:READ], what), None) or next(_found(text, what, _likely(what)), None)
    if first is None:
        return SafeString()
    start = _start(text, first[0])
    stop = _stop(text, start + EXCERPT)
    piece = text[start:stop]
    shown = _with_marks(piece, list(_found(piece, what)))
    return format_html("{}{}{}", "… " if start else "", shown, " …" if stop < len(text) else "")


def _found(text: str, what: Wanted, likely: re.Pattern[str] = _WORD) -> Iterator[tuple[int, int]]:
    for match in likely.finditer(text):
        for word in words(match[0]):
            if key(word) in what.keys or (what.roots and relative(word) in what.roots):
                yield match.span()
                break


@lru_cache(maxsize=256)
def _likely(what: Wanted) -> re.Pattern[str]:
    """Return the words that may be meant, by their first letters; long texts are read quickly so."""
    beginnings = {beginning(kept, BEGINNING) for kept in what.keys | what.roots}
    either = "|".join(sorted(beginnings - {""})) or "(?!)"
    return re.compile(rf"(?<![^\W_])(?:{either}){_INSIDE}", re.IGNORECASE)


def _with_marks(text: str, spans: list[tuple[int, int]]) -> SafeString:
    pieces, done = [], 0
    for start, stop in spans:
        pieces.append((text[done:start], text[start:stop]))
        done = stop
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[done:])


def _texts(page: Any) -> str:
    return " · ".join(text for name, text in text_of(page) if name != "title" and text)


def _start(text: str, found: int) -> int:
    if found <= BEFORE:
        return 0
    space = text.find(" ", found - BEFORE, found)
    return space + 1 if space >= 0 else found


def _stop(text: str, wanted_stop: int) -> int:
    if wanted_stop >= len(text):
        return len(text)
    space = text.rfind(" ", 0, wanted_stop)
    return space if space > wanted_stop - 40 else wanted_stop
