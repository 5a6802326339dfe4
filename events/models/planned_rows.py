"""Unsaved rows for the dates of an event: what publishing writes and what a preview shows."""

from datetime import date
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from events.models.occurrences import EventOccurrence
from events.models.statuses import Closing, status_of
from events.planning import Planned, planned
from events.recurrence import to_wall

if TYPE_CHECKING:
    from events.models.event_page import EventPage


Values = dict[str, Any]


def planned_values(event: "EventPage", after: date, before: date, closing: Closing) -> list[Values]:
    """The fields of the rows of an event in the window [after, before), but for identity and address."""
    changes = [change for row in event.changes.all() if (change := row.as_change())]
    return [_values(event, one, closing) for one in planned(event.when, changes, after, before)]


def planned_rows(event: "EventPage", after: date, before: date, closing: Closing) -> list[EventOccurrence]:
    """Rows for the dates of an event, saved or not, in the window [after, before), without addresses."""
    return [
        EventOccurrence(event=event, **values) for values in planned_values(event, after, before, closing)
    ]


def give_addresses(rows: list[EventOccurrence], taken: set[str]) -> None:
    """Give new rows their slugs: the date, with the hour when the date is taken; adds them to `taken`."""
    for row in rows:
        start = to_wall(row.original_start)
        day, hour = f"{start:%Y-%m-%d}", f"{start:%Y-%m-%d-%H%M}"
        names = chain((day, hour), (f"{hour}-{number}" for number in count(2)))
        row.slug = next(name for name in names if name not in taken)
        taken.add(row.slug)


def _values(event: "EventPage", one: Planned, closing: Closing) -> Values:
    status, reason = status_of(event, one, closing)
    return {
        "kind": one.kind.value,
        "original_start": one.original_start,
        "start": one.start,
        "end": one.end,
        "has_end": one.has_end,
        "all_day": one.all_day,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "status": status,
        "status_reason": reason,
        "location": one.location,
        "note": one.note,
        "despite_closure": one.despite_closure,
    }
