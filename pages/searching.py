"""Search over the public pages of one language, and the kinds of pages a reader may narrow it to."""

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
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
    """Matching pages, best first; a slice takes one query for each type of page in it."""

    def __init__(self, found: list[ranking.Match]) -> None:
        self._found, self.total = found, len(found)

    def part(self, start: int, stop: int) -> list[Page]:
        """Return the results from one number to another, each as its own type."""
        shown = self._found[start:stop]
        types = ContentType.objects.get_for_id
        by_key: dict[int, Page] = {}
        for one in dict.fromkeys(match.content_type for match in shown):
            keys = [match.page for match in shown if match.content_type == one]
            model: Any = types(one).model_class()
            by_key |= model._default_manager.in_bulk(keys) if model else {}
        return [by_key[match.page] for match in shown if match.page in by_key]


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
    found = ranking.matches(pages, slots) if slots and not pages.query.is_empty() else []
    by_type = Counter(map(attrgetter("content_type"), found))
    facets = [
        Facet(one.key, one.label, sum(by_type[pk] for pk in _content_types(one.key))) for one in kinds()
    ]
    shown = [match for match in found if chosen is None or match.content_type in chosen]
    return Answer(Results(shown), len(found), facets)


def _content_types(kind: str) -> list[int]:
    models: list[Any] = [apps.get_model(name) for name in _kinds[kind].models]
    return [found.pk for found in ContentType.objects.get_for_models(*models).values()]
