"""A light stemmer for Bulgarian, without a dictionary.

All forms of a word should come to one key; the key need not be a word. Each step folds a difference that
inflection makes: the endings of verbs, the article, the ending of number and gender, vowels and consonants
that alternate before endings.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from pages.bulgarian.alphabet import VOWELS, without_stress
from pages.bulgarian.irregular import IRREGULAR
from pages.bulgarian.verbs import verbal_noun, without_verb_ending

# Raised whenever a key changes: an index made by an older stemmer must be made anew.
VERSION = 5

# Feminine nouns that end in a consonant take -та at once: новост-та, нощ-та, любов-та.
_FEMININE_ENDINGS = ("ст", "щ", "ов", "ъв", "чер", "сен", "сол")
SHORTEST = 4
_PALATAL = str.maketrans("цзс", "кгх")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the key that the forms of a word share; a word that is not Cyrillic comes back in lower case.

    Parts joined by a hyphen are stemmed one by one; по- and най- of comparison are left out.
    """
    small = without_stress(word.lower())
    if "-" in small:
        small = re.sub("^(?:по|най)-(?=[а-я])", "", small)
        if "-" in small:
            return "-".join(stem(part) for part in small.split("-"))
    if not re.match("[а-я]", small):
        return small
    irregular = IRREGULAR.get(small)
    if irregular is not None:
        return irregular
    if len(small) < SHORTEST:
        return _with_one_consonant(_with_one_stressed_vowel(small))
    return verbal_noun(small) or _by_steps(small)


def _by_steps(word: str) -> str:
    shorter = without_verb_ending(word)
    if shorter == word:
        shorter = _without_article(word)
    for step in STEPS:
        shorter = step(shorter)
    return shorter


def _without_article(word: str) -> str:
    length = len(word)
    # Two т, and м before т, stand only where the article is: смърт-та, пролет-та, пет-те, седем-те.
    if word.endswith(("тта", "тте", "емте")):
        return word[:-2]
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
    if word.endswith("ьовци"):
        return word[:-4]
    if len(word) > 5 and word.endswith(("ове", "еве")):
        return word[:-3]
    if len(word) > 6 and word.endswith(("чета", "нета", "лета", "рета", "жета")):
        return word[:-3]
    return word[:-1] if len(word) > 3 and (word[-1] in VOWELS or word[-1] == "й") else word


def _without_soft_sign(word: str) -> str:
    """Fold синьо with син, огньове with огън."""
    return word.removesuffix("ь")


def _without_stem_vowel(word: str) -> str:
    """Fold -ие, -ия, -ий, of which the ending has left и or й."""
    return word[:-1] if len(word) > 3 and word[-1] in "ий" else word


def _without_singular_suffix(word: str) -> str:
    """Fold гражданин with граждани, българин with българи."""
    return word[:-2] if len(word) > 6 and word.endswith(("анин", "янин", "арин", "ярин")) else word


def _without_at(word: str) -> str:
    """Fold адвокат with адвоката, of which the article has left „адвока“; and with it пишат, заплата."""
    return word[:-2] if len(word) > 4 and word.endswith(("ат", "ят")) else word


def _without_il(word: str) -> str:
    """Fold отворил, отворила with отвориха."""
    return word[:-2] if len(word) > 4 and word.endswith("ил") else word


def _with_one_stressed_vowel(word: str) -> str:
    """Fold я and е, which alternate with the stress: бял, бели; място, места."""
    return word[:1] + word[1:].replace("я", "е")


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
    _without_ending,
    _without_soft_sign,
    _without_stem_vowel,
    _without_singular_suffix,
    _without_at,
    _without_il,
    _with_one_stressed_vowel,
    _without_fleeting_vowel,
    _with_one_consonant,
)
