"""The database's part of a search: which pages match, of which type and in what order, in one query.

Wagtail's own backends score every match in a subquery of its own; on ten thousand pages that takes seconds.
"""

from typing import Any, NamedTuple

from django.db import connection
from modelsearch.conf import get_app_config
from wagtail.query import PageQuerySet

from pages.search import on_postgresql, on_sqlite
from pages.search.terms import Slot


class Match(NamedTuple):
    """A page that holds what is looked for, by its key, and the type it is of."""

    page: int
    content_type: int


def matches(pages: PageQuerySet, slots: list[Slot]) -> list[Match]:
    """Return all matching pages: words in titles first, then in texts, then words of their root. One query.

    To count them by type each must be looked up; in order they cost little more.
    """
    return list(map(Match._make, _rows(_database().matching(_entries(), *_inner(pages), slots))))


def _rows(statement: tuple[str, list[Any]]) -> list[tuple[int, ...]]:
    # What it needs goes with it in one message: each answer waited for costs more than what it says.
    before, after = _database().BEFORE, _database().AFTER
    sql, values = statement
    with connection.cursor() as cursor:
        cursor.execute(f"{before}{sql}{after}", values)
        while cursor.description is None and cursor.nextset():
            pass
        found: list[tuple[int, ...]] = cursor.fetchall()
        return found


def _database() -> Any:
    return on_postgresql if connection.vendor == "postgresql" else on_sqlite


def _entries() -> str:
    """Return the table of the index."""
    table: str = get_app_config().get_model("IndexEntry")._meta.db_table
    return table


def _inner(pages: PageQuerySet) -> tuple[str, list[Any]]:
    query = pages.order_by().values("pk", "content_type_id").query
    sql, params = query.get_compiler(connection=connection).as_sql()
    return sql, list(params)
