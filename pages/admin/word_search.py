"""Lists of the admin: names in Bulgarian order; word forms in both alphabets where no index knows them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet
from modelsearch.index import class_is_indexed
from wagtail.admin.views.generic.base import BaseListingView

from pages.bulgarian.search_terms import alternatives, key, words
from pages.bulgarian.typing import in_cyrillic, is_typed_in_latin
from pages.database import alphabetical
from pages.search.terms import MAX_QUERY, words_of

# A list that is longer needs an index; beyond these rows it is searched by parts of words only.
MOST_ROWS = 5_000


def teach_listings() -> None:
    """Let every listing view put names in Bulgarian order and, without an index, find word forms."""
    BaseListingView.search_queryset = _search_queryset
    BaseListingView.get_queryset = _get_queryset


_by_index = BaseListingView.search_queryset
_as_it_comes = BaseListingView.get_queryset


def _get_queryset(self: Any) -> Any:
    found = _as_it_comes(self)
    # What an index has found is no queryset, and keeps its own order.
    return alphabetical(found) if isinstance(found, QuerySet) else found


def _search_queryset(self: Any, queryset: Any) -> Any:
    has_index = class_is_indexed(queryset.model) and self.search_backend_name
    if not self.is_searching or has_index or not self.search_fields:
        return _by_index(self, queryset)
    return having_words(queryset, self.search_query, self.search_fields)


def having_words(queryset: Any, query: str, fields: Iterable[str]) -> Any:
    """Return the rows with every word of a query in some form, or with the query as it stands in a field."""
    as_it_stands = Q()
    for field in fields:
        as_it_stands |= Q(**{f"{field}__icontains": query[:MAX_QUERY]})
    typed = words_of(query)
    if not typed:
        return queryset.filter(as_it_stands)
    wanted = [_Wanted(word) for word in typed]
    rows = queryset.values_list("pk", *fields)[:MOST_ROWS]
    found = [pk for pk, *texts in rows if _has_all(texts, wanted)]
    return queryset.filter(as_it_stands | Q(pk__in=found))


class _Wanted:
    """One word of a query: its keys, and the beginnings of a word that is still being typed."""

    def __init__(self, word: str) -> None:
        self.keys = frozenset(alternatives(word))
        self.beginnings = (word, *(in_cyrillic(word) if is_typed_in_latin(word) else ()))

    def is_in(self, texts: set[str]) -> bool:
        """Whether one of some words is it."""
        return any(word.startswith(self.beginnings) or key(word) in self.keys for word in texts)


def _has_all(texts: list[Any], wanted: list[_Wanted]) -> bool:
    said = set(_words(texts))
    return all(one.is_in(said) for one in wanted)


def _words(texts: list[Any]) -> Iterator[str]:
    for text in texts:
        yield from words(str(text)) if text else ()
