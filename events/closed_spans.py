"""Closed days in a row with the same reason, told as one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from events.today import ClosedRow


@dataclass(frozen=True, slots=True)
class ClosedSpan:
    """Days closed for one reason, both inclusive; `departments` is empty for the whole library."""

    first: date
    last: date
    reason: str
    departments: str
    besides: str = ""


def closed_spans(rows: Iterable[ClosedRow]) -> list[ClosedSpan]:
    """Join days that follow each other and share reason and departments; in order of their first day."""
    found: list[ClosedSpan] = []
    open_spans: dict[tuple[str, str, str], int] = {}
    for row in rows:
        key = (row.reason, row.departments, row.besides)
        place = open_spans.get(key)
        if place is not None and found[place].last == row.date - timedelta(days=1):
            found[place] = replace(found[place], last=row.date)
        else:
            open_spans[key] = len(found)
            found.append(ClosedSpan(row.date, row.date, *key))
    return found
