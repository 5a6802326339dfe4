"""Latin spelling of Bulgarian after the Transliteration Act (State Gazette 19/2009), and slugs from it."""

import re
import unicodedata

from pages.bulgarian.alphabet import without_stress

# The table of the Act, and below it letters of Russian that a Bulgarian catalogue meets.
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
COUNTRY = ("българия", "bulgaria")
FINAL_IA = ("ия", "ia")

_WORD = re.compile("[Ѐ-ӿ]+")


def transliterate(text: str) -> str:
    """Return the text with Bulgarian words in Latin letters; all other characters stay as they are.

    A capital gives a capital („Щъркел“ → "Shtarkel"), a word in capitals capitals („ЩЪРКЕЛ“ → "SHTARKEL").
    """
    return _WORD.sub(lambda match: _latin_word(match[0]), without_stress(text))


def slugify(text: str) -> str:
    """Return an ASCII slug: lower case, words joined by hyphens; empty without letters and digits."""
    ascii_text = unicodedata.normalize("NFKD", transliterate(text)).encode("ascii", "ignore").decode()
    words_only = re.sub(r"[^\w\s-]", "", ascii_text.lower())
    return re.sub(r"[-\s]+", "-", words_only).strip("-_")


def _latin_word(word: str) -> str:
    small = word.lower()
    if small == COUNTRY[0]:
        return _cased_like(word, [COUNTRY[1]])
    if small.endswith(FINAL_IA[0]):
        return _cased_like(word, [LETTERS.get(letter, letter) for letter in small[:-2]] + list(FINAL_IA[1]))
    return _cased_like(word, [LETTERS.get(letter, letter) for letter in small])


def _cased_like(word: str, pieces: list[str]) -> str:
    if len(word) > 1 and word.isupper():
        return "".join(pieces).upper()
    if len(pieces) != len(word):
        return "".join(pieces).capitalize() if word[0].isupper() else "".join(pieces)
    return "".join(
        piece.capitalize() if letter.isupper() else piece for letter, piece in zip(word, pieces, strict=True)
    )
