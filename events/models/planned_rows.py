"""Unsaved rows for the dates of an event: what publishing writes and what a preview shows."""

from datetime import date
from typing import TYPE_CHECKING

from events.models.occurrences import EventOccurrence
from events.models.statuses import Closing, status_of
from events.planning import Planned, planned
from events.recurrence import to_wall

if TYPE_CHECKING:
    from events.models.event_page import EventPage


def planned_rows(event: "EventPage", after: date, before: date, closing: Closing) -> list[EventOccurrence]:
    """Rows for the dates of an event, saved or not, in the window [after, before), without addresses."""
    changes = [change for row in event.changes.all() if (change := row.as_change())]
    return [_row(event, one, closing) for one in planned(event.when, changes, after, before)]


def give_addresses(rows: list[EventOccurrence], taken: set[str]) -> None:
    """Give new rows their slugs: the date, with the hour when the date is taken; adds them to `taken`."""
    for row in rows:
        start = to_wall(row.original_start)
        names = [f"{start:%Y-%m-%d}", f"{start:%Y-%m-%d-%H%M}"]
        names += [f"{names[1]}-{number}" for number in range(2, len(taken) + 3)]
        row.slug = next(name for name in names if name not in taken)
        taken.add(row.slug)


def _row(event: "EventPage", one: Planned, closing: Closing) -> EventOccurrence:
    status, reason = status_of(event, one, closing)
    return EventOccurrence(
        event=event,
        kind=one.kind.value,
        original_start=one.original_start,
        start=one.start,
        end=one.end,
        has_end=one.has_end,
        all_day=one.all_day,
        first_day=one.first_day,
        last_day=one.last_day,
        status=status,
        status_reason=reason,
        location=one.location,
        note=one.note,
        despite_closure=one.despite_closure,
    )
