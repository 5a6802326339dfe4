"""Words as people type them: look-alike letters, invisible signs, Bulgarian in Latin letters."""

import re

from pages.bulgarian.alphabet import INVISIBLE, LATIN_LIKE_CYRILLIC, without_stress
from pages.bulgarian.latin import PLAIN_LETTERS

LONGEST_WORD = 64
MAX_SPELLINGS = 4

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC_LIKE_LATIN = {cyrillic: latin for latin, cyrillic in LATIN_LIKE_CYRILLIC.items()}
_TO_CYRILLIC = str.maketrans(LATIN_LIKE_CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC_LIKE_LATIN)
_PLAIN = str.maketrans(PLAIN_LETTERS)
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LATIN = re.compile("[A-Za-z]")

_OFFICIAL = {
    **dict(zip("abcdefghijklmnoprstuvwxyz", "абцдефгхийклмнопрстуввхйз", strict=True)),
    "q": "я",
    "sht": "щ",
    "zh": "ж",
    "ch": "ч",
    "sh": "ш",
    "ts": "ц",
    "yu": "ю",
    "ya": "я",
    "ju": "ю",
    "ja": "я",
    "iu": "ю",
}
# How people type without a Bulgarian keyboard: 4itali6te; q, w; y for „ъ“, j for „ж“.
_INFORMAL = {
    **_OFFICIAL,
    "4": "ч",
    "6": "ш",
    "6t": "щ",
    "y": "ъ",
    "j": "ж",
    "ja": "жа",
    "ju": "жу",
    "ia": "я",
    "io": "йо",
}
_U_FOR_HARD_SIGN = {**_INFORMAL, "u": "ъ"}
_SYLLABLE = re.compile("sht|6t|zh|ch|sh|ts(?!k)|yu|ya|ju|ja|iu|ia|io|[a-z46]")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, each in one alphabet, without stress marks and signs."""
    visible = without_stress(INVISIBLE.sub("", text))
    return [_one_alphabet(word[:LONGEST_WORD]).lower() for word in _WORD.findall(visible)]


def in_cyrillic(word: str) -> list[str]:
    """Return how a word in Latin letters may be meant in Bulgarian; the official spelling is first."""
    tables = (
        [_INFORMAL, _U_FOR_HARD_SIGN] if re.search("[46]", word) else [_OFFICIAL, _INFORMAL, _U_FOR_HARD_SIGN]
    )
    spellings = [_spelled(word, table) for table in tables]
    # The Act writes „ъ“ as „а“: димитър, петък, Казанлък end in one that comes and goes.
    spellings.append(re.sub("а(?=[^аъоуеиюя]$)", "ъ", spellings[0]))
    return list(dict.fromkeys(spellings))[:MAX_SPELLINGS]


def is_typed_in_latin(word: str) -> bool:
    """Tell whether a word (lower case) may be Bulgarian in Latin letters: "biblioteka", "4itali6te"."""
    return re.fullmatch("[a-z46]*[a-z][a-z46]*", word) is not None


def _one_alphabet(word: str) -> str:
    if not _LATIN.search(word):
        return word if _CYRILLIC.search(word) or word.isascii() else word.translate(_PLAIN)
    if not _CYRILLIC.search(word):
        return word.translate(_PLAIN)
    if all(letter in LATIN_LIKE_CYRILLIC for letter in _LATIN.findall(word)):
        return word.translate(_TO_CYRILLIC)
    if all(letter in _CYRILLIC_LIKE_LATIN for letter in _CYRILLIC.findall(word)):
        return word.translate(_TO_LATIN)
    return word


def _spelled(word: str, table: dict[str, str]) -> str:
    pieces = [
        table.get(piece) or "".join(table[letter] for letter in piece) for piece in _SYLLABLE.findall(word)
    ]
    return re.sub("иа$", "ия", "".join(pieces))
