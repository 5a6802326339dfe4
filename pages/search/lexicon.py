"""Synonyms and promoted results in memory, read anew whenever one of them changes."""

from collections import defaultdict
from dataclasses import dataclass, field

from pages import versions
from pages.bulgarian.search_terms import key, words

VERSION = "search"
MAX_SYNONYMS = 12

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """By phrase (the keys of its words) those that mean the same; by keys the queries with promotions."""

    synonyms: dict[Phrase, list[Phrase]] = field(default_factory=dict)
    promoted: dict[frozenset[str], list[int]] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """The number of words of the longest phrase."""
        return max(map(len, self.synonyms), default=0)


_held: tuple[versions.Version, Lexicon] | None = None


def lexicon() -> Lexicon:
    """Return the lexicon as it is now. One query; two more after a change."""
    global _held
    version = versions.current(VERSION)
    if _held is None or _held[0] != version:
        _held = (version, _read())
    return _held[1]


def _read() -> Lexicon:
    from wagtail.contrib.search_promotions.models import Query

    from pages.models import SynonymGroup

    synonyms: dict[Phrase, list[Phrase]] = defaultdict(list)
    for group in SynonymGroup.objects.order_by("pk"):
        phrases = group.phrases()
        for phrase in phrases:
            synonyms[phrase] += [other for other in phrases if other != phrase]
    promoted: dict[frozenset[str], list[int]] = defaultdict(list)
    for pk, text in (
        Query.objects.filter(editors_picks__isnull=False).distinct().values_list("pk", "query_string")
    ):
        promoted[frozenset(key(word) for word in words(text))].append(pk)
    return Lexicon({phrase: others[:MAX_SYNONYMS] for phrase, others in synonyms.items()}, dict(promoted))
