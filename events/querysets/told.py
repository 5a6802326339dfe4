"""Stored records by their keys: the questions behind most answers of the API.

They are written out, because the ORM takes ten times longer over each than the database does.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

_DATES = """
SELECT date.id, date.record, told.record{body}
FROM events_eventoccurrence date
JOIN events_eventpublication told ON told.event_id = date.event_id
WHERE date.id IN ({keys})
"""
_EVENT = "SELECT record, body_record FROM events_eventpublication WHERE event_id = %s"
_ITS_DATES = """
SELECT record FROM events_eventoccurrence
WHERE event_id = %s AND first_day <= %s AND last_day >= %s AND record <> ''
ORDER BY start, id LIMIT %s
"""


def dates_told(keys: Sequence[int], with_body: bool) -> list[tuple[Any, ...]]:
    """Return of each date its key, its record and that of its event, and the text when it is asked for."""
    body = ", told.body_record" if with_body else ""
    return _rows(_DATES.format(body=body, keys=", ".join(["%s"] * len(keys))), keys)


def event_told(event: int, first: date, last: date, most: int) -> tuple[str, str, list[str]]:
    """Return an event's record, its text and the records of its dates of a period, both ends included."""
    [(record, body)] = _rows(_EVENT, [event])
    as_value = connection.ops.adapt_datefield_value
    dates = _rows(_ITS_DATES, [event, as_value(last), as_value(first), most])
    return record, body, [text for (text,) in dates]


def _rows(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
