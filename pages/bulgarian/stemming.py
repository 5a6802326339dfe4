"""A light stemmer for Bulgarian nouns and adjectives, without a dictionary.

All forms of a word should come to one key; the key need not be a word. Each step folds a difference that
inflection makes: the article, the ending of number and gender, vowels and consonants that alternate before
endings.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from pages.bulgarian.alphabet import VOWELS, without_stress

# Words whose forms share no stem by rule: every form goes to the first.
_FAMILIES = """
дете деца децата детето | ден дни дните дена деня денят | брат братя братята | човек хора хората
око очи очите окото | ухо уши ушите ухото | ръка ръце ръцете ръката | крак крака краката
път пътя пътят пътища пътищата | край краища краищата | двор дворища дворищата | сън сънища сънищата
име имена имената името | време времена времената времето | знаме знамена знамената знамето
племе племена племената племето | семе семена семената семето | чудо чудеса чудесата чудото
небе небеса небесата небето | дърво дървета дърветата дървото | рамо рамене раменете рамото
коляно колене коленете коляното | господин господа господата
заплата заплати заплатата заплатите | салата салати салатата салатите | соната сонати сонатата сонатите
палата палати палатата палатите | лопата лопати лопатата лопатите
поле полето полета полетата | море морето морета моретата
"""
IRREGULAR = {
    form: family.split()[0]
    for family in _FAMILIES.replace("\n", "|").split("|")
    if family.strip()
    for form in family.split()
}

# Feminine nouns that end in a consonant take -та at once: новост-та, нощ-та, любов-та.
_FEMININE_ENDINGS = ("ст", "щ", "тт", "ов", "ъв", "чер", "сен", "сол")
_PALATAL = str.maketrans("цзс", "кгх")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the key that the forms of a word share; a word that is not Cyrillic comes back in lower case.

    Parts joined by a hyphen are stemmed one by one.
    """
    small = without_stress(word.lower())
    if "-" in small:
        return "-".join(stem(part) for part in small.split("-"))
    if not re.match("[а-я]", small):
        return small
    small = IRREGULAR.get(small, small)
    if len(small) < 4:
        return _with_one_stressed_vowel(small)
    for step in STEPS:
        small = step(small)
    return small


def _without_article(word: str) -> str:
    length = len(word)
    if length > 5 and word.endswith("ият"):
        return word[:-2]
    if length > 5 and word.endswith("ят") and word[-3] in VOWELS:
        return word[:-2] + "й"
    if word.endswith(("ът", "ят", "ите")) and length > 4:
        return word[:-2]
    if length > 6 and word.endswith(("овете", "евете")):
        return word[:-2]
    if length > 5 and word.endswith("то") and word[-3] in "оеую":
        return word[:-2]
    if length > 4 and word.endswith("та") and (word[-3] in "ая" or word[:-2].endswith(_FEMININE_ENDINGS)):
        return word[:-2]
    return word


def _without_ending(word: str) -> str:
    if len(word) > 5 and word.endswith(("ове", "еве")):
        return word[:-3]
    if len(word) > 6 and word.endswith("чета"):
        return word[:-3]
    return word[:-1] if len(word) > 3 and (word[-1] in VOWELS or word[-1] == "й") else word


def _without_stem_vowel(word: str) -> str:
    """Fold -ие, -ия, -ий, of which the ending has left и or й."""
    return word[:-1] if len(word) > 3 and word[-1] in "ий" else word


def _without_singular_suffix(word: str) -> str:
    """Fold гражданин with граждани, българин with българи."""
    return word[:-2] if len(word) > 6 and word.endswith(("анин", "янин", "арин", "ярин")) else word


def _with_one_stressed_vowel(word: str) -> str:
    """Fold я and е, which alternate with the stress: бял, бели; място, места."""
    last = max(word.rfind(vowel) for vowel in VOWELS) if len(word) > 2 else 0
    return f"{word[:last]}е{word[last + 1 :]}" if last > 0 and word[last] == "я" else word


def _without_fleeting_vowel(word: str) -> str:
    """Fold -ен with -н, -ец with -ц, -ър with -р; after a vowel it leaves й: случаен, случайна."""
    if len(word) < 4 or word[-2] not in "еъ" or word[-1] in VOWELS:
        return word
    if word[-3] not in VOWELS:
        return word[:-2] + word[-1]
    return f"{word[:-2]}й{word[-1]}" if word[-1] in "нцкл" else word


def _with_one_consonant(word: str) -> str:
    """Fold ц with к, з with г, с with х, which alternate before -и: ученик, ученици."""
    return word[:-1] + word[-1].translate(_PALATAL) if len(word) > 2 else word


STEPS: tuple[Callable[[str], str], ...] = (
    _without_article,
    _without_ending,
    _without_stem_vowel,
    _without_singular_suffix,
    _with_one_stressed_vowel,
    _without_fleeting_vowel,
    _with_one_consonant,
)
