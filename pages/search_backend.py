"""Search that knows Bulgarian word forms, the same on SQLite and PostgreSQL: words are stemmed on both sides.

Punctuation never reaches the database, where it would mean something else (wagtail#13227).
"""

import copy
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.db import connection
from django.utils.encoding import force_str
from modelsearch.backends.base import BaseSearchBackend, EmptySearchResults
from modelsearch.backends.database.fallback import DatabaseSearchBackend
from modelsearch.index import AutocompleteField, BaseField, RelatedFields, SearchField
from modelsearch.query import And, Or, PlainText, SearchQuery

from pages import versions
from pages.bulgarian.search_terms import alternatives, index_roots, index_text, words
from pages.bulgarian.stemming import VERSION
from pages.checks import INDEX
from pages.search.terms import MAX_WORDS, Slot, slots_of

MAX_QUERY = 1000


class StemmedObject:
    """Stands before an object that is being indexed and gives its texts by stems."""

    def __init__(self, subject: Any) -> None:
        self._subject = subject

    def __getattr__(self, name: str) -> Any:
        return getattr(self._subject, name)

    def get_search_fields(self) -> list[BaseField]:
        """Return the fields of the object, reading stems."""
        return [_once(stemmed(field)) for field in self._subject.get_search_fields()]


def stemmed(field: BaseField) -> BaseField:
    """Return a copy of a search field whose value is text for the index."""
    twin = copy.copy(field)
    if isinstance(field, RelatedFields):
        twin.fields = [stemmed(inner) for inner in field.fields]
    twin.get_value = partial(_value, field)
    return twin


def _once(field: BaseField) -> BaseField:
    """Let a field of one object work out its text once: an index asks for it up to five times."""
    if not isinstance(field, SearchField | AutocompleteField):
        return field
    read = field.get_value
    held: list[Any] = []

    def value(subject: Any) -> Any:
        if not held:
            held.append(read(subject))
        return held[0]

    field.get_value = value
    return field


def rewritten(query: str | SearchQuery, operator: str | None, *, prefixes: bool) -> SearchQuery | None:
    """Return the query by stems; None when it has no words. Anything but plain text is returned as it is."""
    if isinstance(query, str):
        query = PlainText(query, operator=operator or "and")
    if not isinstance(query, PlainText):
        return query
    typed = words(query.query_string[:MAX_QUERY])[:MAX_WORDS]
    if not typed:
        return None
    parts = [_beginning(word) for word in typed] if prefixes else [_any_of(slot) for slot in slots_of(typed)]
    if len(parts) == 1:
        return parts[0]
    return Or(parts) if query.operator.lower() == "or" else And(parts)


class BulgarianSearchMixin:
    """A database backend of Wagtail's with Bulgarian words."""

    def _search(self, compiler: Any, query: Any, model_or_queryset: Any, **kwargs: Any) -> Any:
        prefixes = compiler is self.autocomplete_query_compiler_class  # type: ignore[attr-defined]
        found = rewritten(query, kwargs.get("operator"), prefixes=prefixes)
        if found is None:
            return EmptySearchResults()
        return super()._search(compiler, found, model_or_queryset, **kwargs)  # type: ignore[misc]


class BulgarianIndexMixin:
    """An index that keeps stems."""

    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        """Index objects by the stems of their words."""
        super().add_items(model, [StemmedObject(obj) for obj in objs])  # type: ignore[misc]


class BulgarianRebuilderMixin:
    """Writes down which stemmer an index was made by."""

    def finish(self) -> None:
        """End the work on the index."""
        super().finish()  # type: ignore[misc]
        versions.record(INDEX, VERSION)


def text_of(item: Any) -> Iterator[tuple[str, str]]:
    """Give the names and texts of the fields that are searched on a page or another indexed object."""
    for field in item.get_search_fields():
        if isinstance(field, SearchField):
            yield field.field_name, _flat(field.get_value(item))


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """Return the backend for the site's database."""
    base = _base()
    if base is DatabaseSearchBackend:
        return base(params)
    parts = {
        "index_class": type("BulgarianIndex", (BulgarianIndexMixin, base.index_class), {}),
        "rebuilder_class": _rebuilder(base.rebuilder_class),
        "atomic_rebuilder_class": _rebuilder(base.atomic_rebuilder_class),
    }
    return type("BulgarianSearchBackend", (BulgarianSearchMixin, base), parts)(params)


def _rebuilder(base: type) -> type:
    return type(f"Bulgarian{base.__name__}", (BulgarianRebuilderMixin, base), {})


def _base() -> type[BaseSearchBackend]:
    # Each module wants its own database's parts, so only the one that fits is imported.
    if connection.vendor == "postgresql":
        from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend

        return PostgresSearchBackend
    if connection.vendor == "sqlite":
        from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchBackend

        return SQLiteSearchBackend
    return DatabaseSearchBackend


def _beginning(word: str) -> SearchQuery:
    # A word that is still being typed is looked for as it stands, too.
    return _either(
        [PlainText(choice, operator="and") for choice in dict.fromkeys([word, *alternatives(word)])]
    )


def _any_of(slot: Slot) -> SearchQuery:
    phrases = ([PlainText(key, operator="and") for key in phrase] for phrase in slot.phrases)
    return _either([And(keys) if len(keys) > 1 else keys[0] for keys in phrases])


def _either(choices: list[SearchQuery]) -> SearchQuery:
    return choices[0] if len(choices) == 1 else Or(choices)


def _value(field: BaseField, subject: Any) -> Any:
    value = field.get_value(getattr(subject, "_subject", subject))
    if isinstance(field, AutocompleteField):
        text = _flat(value)
        return f"{' '.join(words(text))} {index_text(text)}"
    if not isinstance(field, SearchField):
        return value
    text = _flat(value)
    return f"{index_text(text)} {index_roots(text)}"


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(_flat(item) for item in value.values())
    if isinstance(value, list | tuple):
        return ", ".join(_flat(item) for item in value)
    return "" if value is None else force_str(value)
