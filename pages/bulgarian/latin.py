"""Latin spelling of Bulgarian after the Transliteration Act (State Gazette 19/2009), and slugs from it."""

import re
import unicodedata

from pages.bulgarian.alphabet import without_stress

# The table of the Act; the last three are letters of Russian that a Bulgarian catalogue meets.
LETTERS = {
    **dict(zip("абвгдезийклмнопрстуфхъь", "abvgdeziyklmnoprstufhay", strict=True)),
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sht",
    "ю": "yu",
    "я": "ya",
    "ы": "y",
    "э": "e",
    "ё": "yo",
}
# Whole words and endings that the Act spells otherwise than letter by letter.
COUNTRY = ("българия", "bulgaria")
FINAL_IA = ("ия", "ia")

CYRILLIC = "[Ѐ-ӿ]"
_WORD = re.compile(f"{CYRILLIC}+")


def _plain_letters() -> dict[str, str]:
    composed = {chr(code): unicodedata.normalize("NFKD", chr(code)) for code in range(0xC0, 0x250)}
    plain = {char: "".join(c for c in parts if c.isascii()) for char, parts in composed.items()}
    spelled = {
        "№": "No",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
    }
    return {char: letters for char, letters in plain.items() if letters.isalnum()} | spelled


# Latin letters with marks, and the sign of a number, as plain ASCII.
PLAIN_LETTERS = _plain_letters()
_PLAIN = str.maketrans(PLAIN_LETTERS)


def transliterate(text: str) -> str:
    """Return the text with Bulgarian words in Latin letters; all other characters stay as they are.

    A capital gives a capital („Щъркел“ → "Shtarkel"), a word in capitals capitals („ЩЪРКЕЛ“ → "SHTARKEL").
    """
    return _WORD.sub(lambda match: _latin_word(match[0]), without_stress(text))


def slugify(text: str) -> str:
    """Return an ASCII slug: lower case, words joined by hyphens; empty without letters and digits."""
    plain = transliterate(text).translate(_PLAIN).lower()
    kept = re.sub(r"[^a-z0-9_\s-]", "", plain)
    return re.sub(r"[-\s]+", "-", kept).strip("-_")


def _latin_word(word: str) -> str:
    small = word.lower()
    if small == COUNTRY[0]:
        return _cased_like(word, list(COUNTRY[1]))
    pieces = [LETTERS.get(letter, letter) for letter in small]
    if small.endswith(FINAL_IA[0]):
        pieces[-2:] = FINAL_IA[1]
    return _cased_like(word, pieces)


def _cased_like(word: str, pieces: list[str]) -> str:
    if len(word) > 1 and word.isupper():
        return "".join(pieces).upper()
    return "".join(
        piece.capitalize() if letter.isupper() else piece for letter, piece in zip(word, pieces, strict=True)
    )
