"""Bulgarian letters in the database: upper and lower case on SQLite, alphabetical order on both databases."""

import re
from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, F, Func, QuerySet, SlugField, TextField
from django.db.models.expressions import Combinable
from django.db.models.sql.compiler import SQLCompiler

from pages.bulgarian import sort_key

COLLATION = "bg"
POSTGRESQL_COLLATION = "bg-x-icu"
# Texts by which a tree is kept in order.
WITHOUT_WORDS = frozenset({"path", "url_path"})


class InBulgarianOrder(Func):
    """Orders texts as Bulgarian readers expect: `queryset.order_by(InBulgarianOrder("name"))`."""

    output_field = CharField()

    def __init__(self, expression: str | Combinable, **extra: Any) -> None:
        super().__init__(F(expression) if isinstance(expression, str) else expression, **extra)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        """Use the collation that `teach_bulgarian` gives the connection."""
        return self.as_sql(compiler, connection, template=f'%(expressions)s COLLATE "{COLLATION}"', **extra)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        """Use PostgreSQL's own collation."""
        return self.as_sql(
            compiler, connection, template=f'%(expressions)s COLLATE "{POSTGRESQL_COLLATION}"', **extra
        )


def teach_bulgarian(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    """Replace SQLite's ASCII-only `like`, `lower` and `upper` on a new connection and add the collation."""
    if connection.vendor != "sqlite":
        return
    raw = connection.connection
    raw.create_function("lower", 1, _lower, deterministic=True)
    raw.create_function("upper", 1, _upper, deterministic=True)
    raw.create_function("like", 2, _like, deterministic=True)
    raw.create_function("like", 3, _like, deterministic=True)
    raw.create_collation(COLLATION, _compare)


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


def _like(pattern: Any, value: Any, escape: str | None = None) -> bool | None:
    if pattern is None or value is None:
        return None
    return _compiled(str(pattern), escape)(str(value)) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str, escape: str | None) -> Any:
    wildcards = {"%": ".*", "_": "."}
    pieces, literal = [], False
    for char in pattern:
        if not literal and escape and char == escape:
            literal = True
            continue
        pieces.append(re.escape(char) if literal else wildcards.get(char, re.escape(char)))
        literal = False
    return re.compile("".join(pieces), re.IGNORECASE | re.DOTALL).fullmatch


def _compare(left: str, right: str) -> int:
    first, second = sort_key(left), sort_key(right)
    return (first > second) - (first < second)


def alphabetical(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows in the same order, but with names as a Bulgarian list has them."""
    query = queryset.query
    if query.is_sliced or query.combinator or query.distinct_fields or query.extra_order_by:
        return queryset
    own = query.get_meta().ordering if query.default_ordering else None
    terms = list(query.order_by or own or ())
    ordered = [_in_bulgarian(queryset, term) for term in terms]
    return queryset.order_by(*ordered) if ordered != terms else queryset


def _in_bulgarian(queryset: QuerySet[Any], term: Any) -> Any:
    if not isinstance(term, str) or not _is_of_words(queryset, term.removeprefix("-")):
        return term
    expression = InBulgarianOrder(term.removeprefix("-"))
    return expression.desc() if term.startswith("-") else expression.asc()


def _is_of_words(queryset: QuerySet[Any], name: str) -> bool:
    """Whether a name in an ordering is that of a field with words; a place in the tree is none."""
    if name in queryset.query.annotations:
        return False
    meta = queryset.model._meta
    try:
        *above, last = name.split("__")
        for step in above:
            meta = meta.get_field(step).related_model._meta
        field = meta.get_field(last)
    except (FieldDoesNotExist, AttributeError):
        return False
    is_word = isinstance(field, CharField | TextField) and not field.choices
    return is_word and not isinstance(field, SlugField) and field.name not in WITHOUT_WORDS
