"""A search in the words of PostgreSQL.

Each word is looked for in titles and in texts by itself: for each there is an index, for both at once none.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import get_page_models

from pages.search.terms import Slot, written

# Reading a text to weigh it is slow, so beyond these only title, text or root counts, and the newest first.
MAX_WEIGHED = 50
TITLE_WEIGHT = 8

# The planner takes reading a text for free, which it is not, and would read them all for a common word.
# Several statements in one message are a transaction of their own, where there is none.
BEFORE = "SET LOCAL enable_seqscan = off; "
AFTER = "; SET LOCAL enable_seqscan TO DEFAULT"

Statement = tuple[str, list[Any]]


def matching(entries: str, pages: str, params: list[Any], slots: list[Slot]) -> Statement:
    """List the matching pages with their types, the best first."""
    wide, wide_values = _match(slots, roots=True)
    strict, strict_values = _match(slots, roots=False) if any(slot.root for slot in slots) else ("TRUE", [])
    query = "to_tsquery('simple', %s)"
    order = "in_title DESC, is_strict DESC"
    weight = f"{TITLE_WEIGHT} * ts_rank(c.title, {query}) + ts_rank(c.body, {query})"
    sql = (
        "SELECT c.pk, c.content_type_id FROM ("  # noqa: S608 - our own SQL; values are parameters
        f"SELECT m.*, row_number() OVER (ORDER BY {order}, m.pk DESC) AS place FROM ("
        f"SELECT p.pk, p.content_type_id, e.title, e.body, e.title @@ {query} AS in_title, "
        f"e.id IN (SELECT e.id FROM {entries} e WHERE {strict}) AS is_strict "
        f"FROM {entries} e CROSS JOIN LATERAL ({_page(pages)}) p WHERE {wide} OFFSET 0) m) c "
        f"ORDER BY {order}, CASE WHEN place <= {MAX_WEIGHED} THEN {weight} ELSE -1 END DESC, c.pk DESC"
    )
    found = [all_words(slots, roots=False), *strict_values, *params, _types_of_pages(), *wide_values]
    return sql, [*found, *[all_words(slots, roots=True)] * 2]


def all_words(slots: list[Slot], *, roots: bool) -> str:
    """Return a query for every word in one place."""
    return " & ".join(written(slot, " & ", " | ", "'", roots=roots) for slot in slots)


def _match(slots: list[Slot], *, roots: bool) -> tuple[str, list[str]]:
    """Return a condition on the entries `e`, and its values: every word in the title or in the text."""
    one = "(e.title @@ to_tsquery('simple', %s) OR e.body @@ to_tsquery('simple', %s))"
    texts = [all_words([slot], roots=roots) for slot in slots]
    return " AND ".join([one] * len(texts)), [text for text in texts for _column in range(2)]


def _page(pages: str) -> str:
    """Return the page of an entry `e`, looked up by its key: OFFSET keeps the planner from reading all pages.

    Records of other kinds may have keys that are no numbers.
    """
    number = "CASE WHEN e.content_type_id = ANY(%s) THEN e.object_id::integer END"
    return (
        f"SELECT p.pk, p.content_type_id FROM ({pages}) p "  # noqa: S608 - our own SQL; values are parameters
        f"WHERE p.pk = {number} AND p.content_type_id = e.content_type_id OFFSET 0"
    )


def _types_of_pages() -> list[int]:
    return [found.pk for found in ContentType.objects.get_for_models(*get_page_models()).values()]
