"""What the search index keeps of a text, and what it is asked for a word that a reader types."""

import re

from pages.bulgarian.alphabet import without_stress
from pages.bulgarian.stemming import stem

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile("[а-я]")
_LATIN = re.compile("[a-z]+")
_TO_CYRILLIC = {
    **dict(zip("abcdefghijklmnoprstuvwxyz", "абцдефгхийклмнопрстуввхйз", strict=True)),
    "q": "я",
    "sht": "щ",
    "zh": "ж",
    "ch": "ч",
    "sh": "ш",
    "ts": "ц",
    "yu": "ю",
    "ya": "я",
}
_PIECE = re.compile("sht|zh|ch|sh|ts|yu|ya|[a-z]")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without stress marks, signs and quotes."""
    return _WORD.findall(without_stress(text.lower()))


def index_text(text: str) -> str:
    """Return the text as the index keeps it: each Bulgarian word by its stem, others as they are."""
    return " ".join(_key(word) for word in words(text))


def alternatives(word: str) -> list[str]:
    """Return what to look for when a word is typed: its stem; in Latin letters also the Bulgarian one."""
    if _LATIN.fullmatch(word):
        return list(dict.fromkeys([word, _key(_in_cyrillic(word))]))
    return [_key(word)]


def _key(word: str) -> str:
    # „ъ“ and „а“ are one letter in Latin spelling, and so in the index.
    return stem(word).replace("ъ", "а") if _CYRILLIC.match(word) else word


def _in_cyrillic(word: str) -> str:
    letters = _PIECE.sub(lambda match: _TO_CYRILLIC[match[0]], word)
    return re.sub("иа$", "ия", letters)
