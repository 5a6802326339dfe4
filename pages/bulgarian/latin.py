"""Latin spelling of Bulgarian after the Transliteration Act (State Gazette 19/2009), and slugs from it."""

import re
import unicodedata

from pages.bulgarian.alphabet import INVISIBLE, LATIN_LIKE_CYRILLIC, without_stress

# The table of the Act; after „я“ letters of neighbours and of the old spelling, which a catalogue meets.
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
    **dict(
        zip("іїєјђћљњџѓќґўѣѫѧѭѕ", "i yi e y dzh ch ly ny dzh gy ky g u e a ya ya dz".split(), strict=True)
    ),
}
# Whole words and endings that the Act spells otherwise than letter by letter.
COUNTRY = ("българия", "bulgaria")
FINAL_IA = ("ия", "ia")

CYRILLIC = "[Ѐ-ӿ]"
MARKS = "[\u0300-\u036f]"
_WORD = re.compile(f"{CYRILLIC}+")
_MARKED = re.compile(f"(?<={CYRILLIC}){MARKS}+")
# A slug has 255 characters at most; nobody waits for the spelling of a megabyte.
READ = 2_000
# What stands between two words where others have a space: dashes of every kind, a slash.
BETWEEN_WORDS = "[\u2010-\u2015\u2212/]"
# A Latin letter beside a Cyrillic one that looks like it was not meant to be Latin.
LOOK_ALIKE = [
    (re.compile(f"(?<={CYRILLIC}){latin}(?!{MARKS})|{latin}(?={CYRILLIC})"), cyrillic)
    for latin, cyrillic in LATIN_LIKE_CYRILLIC.items()
]


def _plain_letters() -> dict[str, str]:
    codes = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    composed = {chr(code): unicodedata.normalize("NFKD", chr(code)) for code in codes}
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


def _marked_letters() -> dict[str, str]:
    """Return without its mark each Cyrillic letter that Unicode has with one, unless the table has it."""
    marked = {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in range(0x400, 0x500)}
    return {char: bare for char, bare in marked.items() if char != bare and char.lower() not in LETTERS}


# Latin letters with marks, and the sign of a number, as plain ASCII.
PLAIN_LETTERS = _plain_letters()
_PLAIN = str.maketrans(PLAIN_LETTERS)
MARKED_LETTERS = _marked_letters()
_BARE = str.maketrans(MARKED_LETTERS)


def transliterate(text: str) -> str:
    """Return the text with Bulgarian words in Latin letters; all other characters stay as they are.

    A capital gives a capital („Щъркел“ → "Shtarkel"), a word in capitals capitals („ЩЪРКЕЛ“ → "SHTARKEL").
    """
    return _WORD.sub(lambda match: _latin_word(match[0]), without_stress(text))


def slugify(text: str) -> str:
    """Return an ASCII slug: lower case, words joined by hyphens; empty without letters and digits."""
    visible = _MARKED.sub("", without_stress(INVISIBLE.sub("", text[:READ]))).translate(_BARE)
    for latin, cyrillic in LOOK_ALIKE:
        visible = latin.sub(cyrillic, visible)
    plain = transliterate(re.sub(BETWEEN_WORDS, "-", visible)).translate(_PLAIN).lower()
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
