"""What the other modules know about Bulgarian letters."""

import re
import unicodedata

CYRILLIC_LETTER = "[\u0400-\u04ff]"
# Soft hyphens, joiners, marks of direction: a copied text is full of them and nobody sees them.
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f]")
LATIN_LIKE_CYRILLIC = dict(zip("aeopcxykABEKMHOPCTXY", "аеорсхукАВЕКМНОРСТХУ", strict=True))
VOWELS = frozenset("аъоуеиюя")
# A stress mark is a grave or an acute; the breve of „й“ is part of the letter.
_STRESS = re.compile("(?<=[Ѐ-ӿ])[\u0300\u0301\u0340\u0341]+")


def without_stress(text: str) -> str:
    """Return the text composed (NFC) and with stress marks off its Cyrillic letters, so that „ѝ“ is „и“."""
    return unicodedata.normalize("NFC", _STRESS.sub("", unicodedata.normalize("NFD", text)))
