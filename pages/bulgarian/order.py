"""Alphabetical order as Bulgarian readers expect it."""

import unicodedata
from functools import lru_cache

from pages.bulgarian.alphabet import without_stress

# In Unicode the Latin letters stand before the Cyrillic ones; a Bulgarian list begins with Cyrillic.
_AFTER_CYRILLIC = {code: chr(0xE000 + code) for code in range(ord("a"), ord("z") + 1)}


# A database compares each text with a dozen others.
@lru_cache(maxsize=20_000)
def sort_key(text: str) -> str:
    """Return a string by which texts sort: digits, Cyrillic, then Latin; case, stress and punctuation aside.

    Texts that differ only in those come in a steady order.
    """
    letters = (_letter(char) for char in without_stress(text.casefold()))
    words = " ".join("".join(letters).split())
    return f"{words.translate(_AFTER_CYRILLIC)}\0{text}"


def _letter(char: str) -> str:
    if char.isspace() or unicodedata.category(char) == "Pd":
        return " "
    if not char.isalnum():
        return ""
    return char if char >= "Ѐ" else unicodedata.normalize("NFKD", char)[0]
