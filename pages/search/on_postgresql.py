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


def matching(entries: str, pages: str, params: list[Any], slots: list[Slot]) -> Statement:
    """List the matching pages with their types, the best first."""
    wide, wide_values = _match(slots, roots=True)
    strict, strict_values = _match(slots, roots=False)
    query = "to_tsquery('simple', %s)"
    order = "in_title DESC, is_strict DESC"
    weight = f"{TITLE_WEIGHT} * ts_rank(c.title, {query}) + ts_rank(c.body, {query})"
    sql = (
        "SELECT c.pk, c.content_type_id FROM ("  # noqa: S608 - our own SQL; values are parameters
        f"SELECT m.*, row_number() OVER (ORDER BY {order}, m.pk DESC) AS place FROM ("
        "SELECT p.pk, p.content_type_id, e.title, e.body, "
        "t.id IS NOT NULL AS in_title, s.id IS NOT NULL AS is_strict "
        f"FROM {entries} e JOIN {_pages(pages)} "
        f"LEFT JOIN (SELECT id FROM {entries} WHERE title @@ {query}) t ON t.id = e.id "
        f"LEFT JOIN (SELECT e.id FROM {entries} e WHERE {strict}) s ON s.id = e.id "
        f"WHERE {wide}) m) c "
        f"ORDER BY {order}, CASE WHEN place <= {MAX_WEIGHED} THEN {weight} ELSE -1 END DESC, c.pk DESC"
    )
    found = [*params, all_words(slots, roots=False), *strict_values, *wide_values]
    return sql, [*found, *[all_words(slots, roots=True)] * 2]


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
