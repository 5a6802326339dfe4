"""What the search index keeps of a text, and what it is asked for a word that a reader types."""

import re
from functools import lru_cache

from pages.bulgarian.derivations import root
from pages.bulgarian.latin import transliterate
from pages.bulgarian.stemming import stem
from pages.bulgarian.typing import in_cyrillic, is_typed_in_latin, words

__all__ = ["alternatives", "beginning", "index_roots", "index_text", "key", "relative", "words"]

# No key has this letter, so no root is taken for a word.
ROOT_MARK = "ъ"
_CYRILLIC = re.compile("[а-я]")
_ENGLISH_PLURALS = ((re.compile("(?<=[a-z]{2}[^ae])ies$"), "y"), (re.compile("(?<=[a-z]{2}[^aeosui])s$"), ""))


def index_text(text: str) -> str:
    """Return the text as the index keeps it: each word by its key."""
    return " ".join(key(word) for word in words(text))


def index_roots(text: str) -> str:
    """Return the roots of a text, each once, as the index keeps them beside the words."""
    return " ".join(dict.fromkeys(found for word in words(text) if (found := relative(word))))


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """Return what the index keeps for a word: the stem of a Bulgarian one, the singular of an English one."""
    if _CYRILLIC.match(word):
        return _folded(stem(word))
    for plural, singular in _ENGLISH_PLURALS:
        word, found = plural.subn(singular, word)
        if found:
            break
    return word


def alternatives(word: str) -> list[str]:
    """Return the keys to look for when a word is typed: its own, and its spelling in other letters."""
    own = key(word)
    if is_typed_in_latin(word):
        return list(dict.fromkeys([own, *(key(spelling) for spelling in in_cyrillic(word))]))
    if _CYRILLIC.match(word):
        return [own, key(transliterate(word))]
    return [own]


@lru_cache(maxsize=100_000)
def relative(word: str) -> str:
    """Return the key that words of one root share (библиотекар, „библиотека“); empty for other words."""
    bulgarian = word
    if is_typed_in_latin(word):
        bulgarian = in_cyrillic(word)[0]
    if not _CYRILLIC.match(bulgarian):
        return ""
    return ROOT_MARK + _folded(root(bulgarian))


def beginning(kept: str, length: int) -> str:
    """Return a regular expression for how words of a key or a root begin in a text."""
    first = kept.removeprefix(ROOT_MARK)[:length]
    return re.escape(first).replace("а", "[аъ]")


def _folded(stemmed: str) -> str:
    # „ъ“ and „а“ are one letter in Latin spelling, and so in the index.
    return stemmed.replace("ъ", "а")
