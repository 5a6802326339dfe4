"""Bulgarian letters in the database: upper and lower case on SQLite, alphabetical order on both databases."""

import re
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, F, Func
from django.db.models.expressions import Combinable
from django.db.models.sql.compiler import SQLCompiler

from pages.bulgarian import sort_key

COLLATION = "bg"
POSTGRESQL_COLLATION = "bg-x-icu"


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
