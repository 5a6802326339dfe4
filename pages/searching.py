"""Search over the public pages of one language, and the kinds of pages a reader may narrow it to."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.bulgarian.search_terms import words

MAX_QUERY = 200
MAX_WORDS = 12


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


def words_of(query: str) -> list[str]:
    """Return the words of a query, at most 12 of its first 200 characters, without punctuation.

    Every database reads some signs as operators of its own (wagtail#13227); none reaches it.
    """
    return words(query[:MAX_QUERY])[:MAX_WORDS]


def search(pages: PageQuerySet, query: str, kind: str = "") -> Any:
    """Return the pages that hold every word of the query, best first; nothing for a query without words.

    Raises LookupError for an unknown kind.
    """
    typed = words_of(query)
    if kind:
        pages = pages.filter(content_type__in=_content_types(kind))
    if not typed:
        return Page.objects.none()
    return pages.specific().search(" ".join(typed), operator="and")


def _content_types(kind: str) -> list[ContentType]:
    models = [apps.get_model(name) for name in _kinds[kind].models]
    return list(ContentType.objects.get_for_models(*models).values())
