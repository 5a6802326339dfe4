"""Search over the public pages of one language, and the kinds of pages a reader may narrow it to."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.search import ranking
from pages.search.terms import MAX_QUERY, MAX_WORDS, Slot, words_of

__all__ = [
    "MAX_QUERY",
    "MAX_WORDS",
    "Answer",
    "Facet",
    "Kind",
    "answer",
    "kinds",
    "register_kind",
    "words_of",
]


@dataclass(frozen=True)
class Kind:
    """A kind of result: its name in the address, its label, the models ("app.Model") it takes in."""

    key: str
    label: str | Promise
    models: tuple[str, ...]
    order: int = 100


_kinds: dict[str, Kind] = {}


def register_kind(key: str, label: str | Promise, *models: str, order: int = 100) -> None:
    """Add a kind of result; call it from `AppConfig.ready()`."""
    _kinds[key] = Kind(key, label, models, order)


def kinds() -> list[Kind]:
    """Return the kinds in the order in which the reader sees them."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.key))


class Facet(NamedTuple):
    """A kind of result and how many there are of it."""

    key: str
    label: str | Promise
    number: int


class Results:
    """Matching pages, best first; a slice takes two queries and one for each type of page in it."""

    def __init__(self, pages: PageQuerySet, slots: list[Slot], total: int) -> None:
        self._pages, self._slots, self.total = pages, slots, total

    def part(self, start: int, stop: int) -> list[Page]:
        """Return the results from one number to another."""
        if not self.total:
            return []
        found = ranking.ranked(self._pages, self._slots, start, stop)
        by_key = {page.pk: page for page in Page.objects.filter(pk__in=found).specific()}
        return [by_key[key] for key in found if key in by_key]


class Answer(NamedTuple):
    """The results of a search, the number of all and of each kind."""

    results: Results
    total: int
    facets: list[Facet]


def answer(pages: PageQuerySet, slots: list[Slot], kind: str = "") -> Answer:
    """Return the pages that hold every word, best first; nothing for a query without words.

    Raises LookupError for an unknown kind.
    """
    chosen = _content_types(kind) if kind else None
    by_type = ranking.counts(pages, slots) if slots and not pages.query.is_empty() else {}
    facets = [
        Facet(one.key, one.label, sum(by_type.get(pk, 0) for pk in _content_types(one.key)))
        for one in kinds()
    ]
    total = sum(by_type.values())
    if chosen is None:
        return Answer(Results(pages, slots, total), total, facets)
    narrowed = pages.filter(content_type__in=chosen)
    return Answer(Results(narrowed, slots, sum(by_type.get(pk, 0) for pk in chosen)), total, facets)


def _content_types(kind: str) -> list[int]:
    models: list[Any] = [apps.get_model(name) for name in _kinds[kind].models]
    return [found.pk for found in ContentType.objects.get_for_models(*models).values()]
