"""How much of a file is read, and the words for what was wrong with one."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MOST_BYTES = 40 * 1024 * 1024
# What a zipped file may unpack to, and how many files may be in it.
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 5_000
MOST_PAGES = 500
# An index takes a megabyte a page at most (PostgreSQL); these keep far from it.
MOST_CHARACTERS = 250_000
MOST_DIFFERENT = 15_000
# Longer ones are not words.
LONGEST_WORD = 60
SECONDS_A_FILE = 20
MEMORY = 1024 * 1024 * 1024

GOOD, ENCRYPTED, BROKEN, LARGE, SLOW, EMPTY, CUT, OTHER = (
    *("", "encrypted", "broken", "large"),
    *("slow", "empty", "cut", "other"),
)
_NOISE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ufffe\uffff\u00ad]")


class Reading(NamedTuple):
    """The text of a file, and what was wrong with it (`GOOD`: nothing)."""

    text: str = ""
    problem: str = GOOD


class Unreadable(Exception):
    """A file that gives no text; says which problem it is."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Enough(Exception):
    """There is more in a file than is read."""


def bounded(pieces: Iterable[str]) -> Reading:
    """Return the words of the pieces in order, as many as the limits allow."""
    kept: list[str] = []
    different: set[str] = set()
    length = 0
    try:
        for word in _words(pieces):
            different.add(word)
            length += len(word) + 1
            if length > MOST_CHARACTERS or len(different) > MOST_DIFFERENT:
                raise Enough
            kept.append(word)
    except Enough:
        return Reading(" ".join(kept), CUT)
    return Reading(" ".join(kept), GOOD if kept else EMPTY)


def _words(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        for word in _clean(piece).split():
            if len(word) <= LONGEST_WORD:
                yield word


def _clean(text: str) -> str:
    """Leave out what databases refuse: NUL, halves of characters; and what only printing needs."""
    return _NOISE.sub("", text.encode("utf-8", "ignore").decode("utf-8"))
