"""A search in the words of SQLite's text index, whose table is called after that of the entries."""

from typing import Any

from pages.search.terms import Slot, written

# The columns of the text index: autocomplete, body, title.
WEIGHTS = "0, 1, 8"
# To weigh a text its length is looked up, so beyond these only title, text or root counts, the newest first.
MAX_WEIGHED = 50

BEFORE = AFTER = ""

Statement = tuple[str, list[Any]]


def matching(entries: str, pages: str, params: list[Any], slots: list[Slot]) -> Statement:
    """List the matching pages with their types, the best first."""
    table = f"{entries}_fts"
    these = f"rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - our own SQL
    # The index gives its newest rows first by itself.
    last = (
        f"(SELECT rowid FROM {table} WHERE {table} MATCH %s "  # noqa: S608 - our own SQL
        f"ORDER BY rowid DESC LIMIT 1 OFFSET {MAX_WEIGHED - 1})"
    )
    # Those of the titles; when they are few, the newest of the others too.
    weighed = f"CASE WHEN {last} IS NULL THEN {these} OR rowid >= ifnull({last}, 0) ELSE rowid >= {last} END"
    weight = f"CASE WHEN {weighed} THEN bm25({table}, {WEIGHTS}) ELSE 0 END"
    # A sorted and limited subquery gives its rows one by one, and CROSS JOIN keeps the order: first what the
    # text index finds, then its pages by their keys.
    found = (
        f"SELECT rowid AS entry FROM {table} WHERE {table} MATCH %s "  # noqa: S608 - our own SQL
        f"ORDER BY {these} DESC, {these} DESC, {weight}, rowid DESC LIMIT -1"
    )
    joined = f"({found}) f CROSS JOIN {entries} e ON e.id = f.entry CROSS JOIN {_pages(pages)}"
    wide = match(slots, roots=True)
    title, strict = match(slots, roots=False, columns="title"), match(slots, roots=False)
    return (
        f"SELECT p.pk, p.content_type_id FROM {joined}",  # noqa: S608 - our own SQL; values are parameters
        [wide, title, strict, title, title, wide, title, *params],
    )


def match(slots: list[Slot], *, roots: bool, columns: str = "title body") -> str:
    """Return a query of the text index: every word, in any of the columns."""
    every = " AND ".join(written(slot, " AND ", " OR ", '"', roots=roots) for slot in slots)
    return f"{{{columns}}} : ({every})"


def _pages(pages: str) -> str:
    """Return the pages `p` of the entries `e`."""
    return f"({pages}) p ON p.pk = CAST(e.object_id AS integer) AND p.content_type_id = e.content_type_id"
