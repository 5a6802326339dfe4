"""What a typed query asks for: for each of its words the keys that will do."""

from dataclasses import dataclass

from pages.bulgarian.search_terms import alternatives, relative, words
from pages.search.lexicon import Lexicon, Phrase, lexicon

MAX_QUERY = 200
MAX_WORDS = 12


@dataclass(frozen=True)
class Slot:
    """One word of a query, or a phrase with synonyms: any of the phrases, or less well the root, will do."""

    phrases: tuple[Phrase, ...]
    root: str = ""

    @property
    def keys(self) -> set[str]:
        """All keys of its phrases."""
        return {key for phrase in self.phrases for key in phrase}


def written(slot: Slot, both: str, either: str, quote: str, *, roots: bool) -> str:
    """Return a slot as a database reads it; keys are letters and digits, no quotation mark ends one early."""
    phrases = [*slot.phrases, (slot.root,)] if roots and slot.root else [*slot.phrases]
    choices = (f"({both.join(f'{quote}{key}{quote}' for key in phrase)})" for phrase in phrases)
    return f"({either.join(choices)})"


def words_of(query: str) -> list[str]:
    """Return the words of a query, at most 12 of its first 200 characters, without punctuation.

    Every database reads some signs as operators of its own (wagtail#13227); none reaches it.
    """
    return words(query[:MAX_QUERY])[:MAX_WORDS]


def slots_of(typed: list[str], known: Lexicon | None = None) -> list[Slot]:
    """Return what to look for, in the order of the words; synonyms are taken for the longest phrases."""
    known = lexicon() if known is None else known
    choices = [alternatives(word) for word in typed]
    slots, position = [], 0
    while position < len(typed):
        length = _synonymous(choices[position:], known)
        if length > 1:
            phrase = tuple(first for first, *_others in choices[position : position + length])
            slots.append(Slot((phrase, *known.synonyms[phrase])))
        else:
            slots.append(_single(typed[position], choices[position], known))
        position += length
    return slots


def _synonymous(choices: list[list[str]], known: Lexicon) -> int:
    """Return how many words from here make the longest phrase that has synonyms; 1 without any."""
    for length in range(min(known.longest, len(choices)), 1, -1):
        if tuple(first for first, *_others in choices[:length]) in known.synonyms:
            return length
    return 1


def _single(word: str, choices: list[str], known: Lexicon) -> Slot:
    own = [(choice,) for choice in choices]
    others = [other for phrase in own for other in known.synonyms.get(phrase, ())]
    return Slot(tuple(dict.fromkeys([*own, *others])), relative(word))
