"""The database's part of a search: which pages match and in what order, in a query for each of the two.

Wagtail's own backends score every match in a subquery of its own; on ten thousand pages that takes seconds.
"""

from contextlib import nullcontext
from typing import Any

from django.db import connection, transaction
from modelsearch.conf import get_app_config
from wagtail.query import PageQuerySet

from pages.search import on_postgresql, on_sqlite
from pages.search.terms import Slot


def counts(pages: PageQuerySet, slots: list[Slot]) -> dict[int, int]:
    """Return the number of matching pages by content type. One query."""
    rows = _rows(_database().counting(_entries(), *_inner(pages), slots))
    return {row[0]: row[1] for row in rows}


def ranked(pages: PageQuerySet, slots: list[Slot], start: int, stop: int) -> list[int]:
    """Return the keys of matching pages: words in titles first, then in texts, then words of their root."""
    return [row[0] for row in _rows(_database().ordering(_entries(), *_inner(pages), slots, start, stop))]


def _rows(statement: tuple[str, list[Any]]) -> list[tuple[int, ...]]:
    # On SQLite a transaction would be one that writes, and wait for others.
    together = transaction.atomic() if _database().BEFORE else nullcontext()
    with together, connection.cursor() as cursor:
        for setting in _database().BEFORE:
            cursor.execute(setting)
        cursor.execute(*statement)
        found: list[tuple[int, ...]] = cursor.fetchall()
        for setting in _database().AFTER:
            cursor.execute(setting)
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
