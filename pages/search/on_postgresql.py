"""A search in the words of PostgreSQL.

Each word is looked for in titles and in texts by itself: for each there is an index, for both at once none.
"""

from typing import Any

from pages.search.terms import Slot, written

# Reading a text to weigh it is slow, so beyond these only title, text or root counts, and the newest first.
MAX_WEIGHED = 200
TITLE_WEIGHT = 8

# The planner takes reading a text for free, which it is not, and would read them all for a common word.
BEFORE = ("SET LOCAL enable_seqscan = off",)
AFTER = ("SET LOCAL enable_seqscan TO DEFAULT",)

Statement = tuple[str, list[Any]]


def counting(entries: str, pages: str, params: list[Any], slots: list[Slot]) -> Statement:
    """Count the matching pages by content type."""
    where, values = _match(slots, roots=True)
    sql = f"SELECT p.content_type_id, COUNT(*) FROM {entries} e JOIN {_pages(pages)} WHERE {where} GROUP BY 1"  # noqa: S608 - our own SQL; values are parameters
    return sql, [*params, *values]


def ordering(
    entries: str, pages: str, params: list[Any], slots: list[Slot], start: int, stop: int
) -> Statement:
    """List the matching pages from one number to another, the best first."""
    wide, wide_values = _match(slots, roots=True)
    strict, strict_values = _match(slots, roots=False)
    query = "to_tsquery('simple', %s)"
    weight = f"{TITLE_WEIGHT} * ts_rank(c.title, {query}) + ts_rank(c.body, {query})"
    weighed = [all_words(slots, roots=True)] * 2
    if stop > MAX_WEIGHED:
        weight, weighed = "0", []
    sql = (
        "SELECT c.pk FROM ("  # noqa: S608 - our own SQL
        "SELECT p.pk, e.title, e.body, t.id IS NOT NULL AS in_title, s.id IS NOT NULL AS is_strict "
        f"FROM {entries} e JOIN {_pages(pages)} "
        f"LEFT JOIN (SELECT id FROM {entries} WHERE title @@ {query}) t ON t.id = e.id "
        f"LEFT JOIN (SELECT e.id FROM {entries} e WHERE {strict}) s ON s.id = e.id "
        f"WHERE {wide} ORDER BY in_title DESC, is_strict DESC, p.pk DESC LIMIT %s) c "
        f"ORDER BY in_title DESC, is_strict DESC, {weight} DESC, c.pk DESC LIMIT %s OFFSET %s"
    )
    found = [*params, all_words(slots, roots=False), *strict_values, *wide_values]
    return sql, [*found, max(stop, MAX_WEIGHED), *weighed, max(stop - start, 0), start]


def all_words(slots: list[Slot], *, roots: bool) -> str:
    """Return a query for every word in one place."""
    return " & ".join(written(slot, " & ", " | ", "'", roots=roots) for slot in slots)


def _match(slots: list[Slot], *, roots: bool) -> tuple[str, list[str]]:
    """Return a condition on the entries `e`, and its values: every word in the title or in the text."""
    one = "(e.title @@ to_tsquery('simple', %s) OR e.body @@ to_tsquery('simple', %s))"
    texts = [all_words([slot], roots=roots) for slot in slots]
    return " AND ".join([one] * len(texts)), [text for text in texts for _column in range(2)]


def _pages(pages: str) -> str:
    """Return the pages `p` of the entries `e`; records of other kinds may have keys that are no numbers."""
    number = "CASE WHEN e.object_id ~ '^[0-9]{1,9}$' THEN e.object_id::integer END"
    return f"({pages}) p ON p.pk = {number} AND p.content_type_id = e.content_type_id"
