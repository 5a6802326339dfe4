"""The database's part of a search: which pages match and in what order, in a query for each of the two.

Wagtail's own backends score every match in a subquery of its own; on ten thousand pages that takes seconds.
"""

from typing import Any, NamedTuple

from django.db import connection
from modelsearch.conf import get_app_config
from wagtail.query import PageQuerySet

from pages.search.terms import Slot

# More matches than this are ordered only among themselves: those in titles and the newest.
MAX_RANKED = 1000
TITLE_WEIGHT = 8


class Search(NamedTuple):
    """The texts of a query for the database: strict, in titles alone, and with words of the same root."""

    strict: str
    in_title: str
    wide: str


def compiled(slots: list[Slot]) -> Search:
    """Return the query in the words of the site's database."""
    if connection.vendor == "postgresql":
        strict, wide = (_written(slots, " & ", " | ", "'", roots=roots) for roots in (False, True))
        return Search(strict, strict, wide)
    strict, wide = (_written(slots, " AND ", " OR ", '"', roots=roots) for roots in (False, True))
    both = "{title body} : "
    return Search(f"{both}({strict})", f"title : ({strict})", f"{both}({wide})")


def counts(pages: PageQuerySet, search: Search) -> dict[int, int]:
    """Return the number of matching pages by content type. One query."""
    sql, params = _inner(pages)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.content_type_id, COUNT(*) {_from(sql)} WHERE {_match()} GROUP BY 1",
            _params(search.wide, params),
        )
        return dict(cursor.fetchall())


def ranked(pages: PageQuerySet, search: Search, start: int, stop: int) -> list[int]:
    """Return the keys of matching pages: words in titles first, then in texts, then words of their root."""
    sql, params = _inner(pages)
    order = _sqlite_order if connection.vendor == "sqlite" else _postgresql_order
    text, values = order(sql, params, search)
    with connection.cursor() as cursor:
        cursor.execute(f"{text} LIMIT %s OFFSET %s", [*values, max(stop - start, 0), start])
        return [row[0] for row in cursor.fetchall()]


def _entries() -> str:
    """Return the table of the index; that of SQLite's text index is called after it."""
    table: str = get_app_config().get_model("IndexEntry")._meta.db_table
    return table


def _inner(pages: PageQuerySet) -> tuple[str, list[Any]]:
    query = pages.order_by().values("pk", "content_type_id").query
    sql, params = query.get_compiler(connection=connection).as_sql()
    return sql, list(params)


def _from(pages_sql: str) -> str:
    entries = _entries()
    if connection.vendor == "sqlite":
        # CROSS JOIN keeps the order: first what the text index finds, then its pages by their keys.
        found = f"{entries}_fts CROSS JOIN {entries} e ON e.id = {entries}_fts.rowid"
        return f"FROM {found} CROSS JOIN {_pages(pages_sql)}"
    return f"FROM {entries} e JOIN {_pages(pages_sql)}"


def _pages(pages_sql: str) -> str:
    """Return the pages `p` of the entries `e`."""
    number = "CAST(e.object_id AS integer)"
    if connection.vendor == "postgresql":
        # Records of other kinds may have keys that are no numbers.
        number = "CASE WHEN e.object_id ~ '^[0-9]{1,9}$' THEN e.object_id::integer END"
    return f"({pages_sql}) p ON p.pk = {number} AND p.content_type_id = e.content_type_id"


def _match() -> str:
    if connection.vendor == "sqlite":
        return f"{_entries()}_fts MATCH %s"
    return "(e.title || e.body) @@ to_tsquery('simple', %s)"


def _params(text: str, pages_params: list[Any]) -> list[Any]:
    return [*pages_params, text]


def _sqlite_order(sql: str, params: list[Any], search: Search) -> tuple[str, list[Any]]:
    table = f"{_entries()}_fts"
    these = f"rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - our own SQL
    # Put in order before the pages are looked up, so that only those shown are: a sorted and limited subquery
    # gives its rows one by one. The columns of the text index: autocomplete, body, title.
    found = (
        f"SELECT rowid AS entry FROM {table} WHERE {_match()} "  # noqa: S608 - our own SQL
        f"ORDER BY {these} DESC, {these} DESC, bm25({table}, 0, 1, {TITLE_WEIGHT}), rowid DESC LIMIT -1"
    )
    return (
        f"SELECT p.pk FROM ({found}) f CROSS JOIN {_entries()} e ON e.id = f.entry CROSS JOIN {_pages(sql)}",  # noqa: S608 - our own SQL
        [search.wide, search.in_title, search.strict, *params],
    )


def _postgresql_order(sql: str, params: list[Any], search: Search) -> tuple[str, list[Any]]:
    strict, wide = "to_tsquery('simple', %s)", "to_tsquery('simple', %s)"
    return (
        "SELECT c.pk FROM ("  # noqa: S608 - our own SQL
        f"SELECT p.pk, e.title, e.body {_from(sql)} WHERE {_match()} "
        f"ORDER BY e.title @@ {strict} DESC, p.pk DESC LIMIT {MAX_RANKED}) c "
        f"ORDER BY c.title @@ {strict} DESC, (c.title || c.body) @@ {strict} DESC, "
        f"{TITLE_WEIGHT} * ts_rank(c.title, {wide}) + ts_rank(c.body, {wide}) DESC, c.pk DESC",
        [*_params(search.wide, params), *[search.strict] * 3, search.wide, search.wide],
    )


def _written(slots: list[Slot], both: str, either: str, quote: str, *, roots: bool) -> str:
    """Keys hold letters and digits only, so a quotation mark never ends one early."""
    parts = []
    for slot in slots:
        phrases = [*slot.phrases, (slot.root,)] if roots and slot.root else [*slot.phrases]
        choices = (f"({both.join(f'{quote}{key}{quote}' for key in phrase)})" for phrase in phrases)
        parts.append(f"({either.join(choices)})")
    return both.join(parts)
