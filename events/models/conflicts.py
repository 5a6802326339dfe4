"""The coming dates of an event on days when it is closed, about which an editor has not decided."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from events.hours import HoursError, span
from events.models.event_parts.details import ClosurePolicy
from events.models.occurrences import EventOccurrence
from events.models.planned_rows import planned_rows
from events.models.statuses import (
    WHOLE_EVENT,
    Closing,
    closed_time,
    closures_over,
    reason_over,
    schedule_of,
)
from events.planning import window
from events.recurrence import UserError, localise, to_wall

if TYPE_CHECKING:
    from events.models.event_page import EventPage

# As many dates are decided about at once; the rest are asked about afterwards.
MOST = 60
DAY = timedelta(days=1)
# How far a new date is looked for.
FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A date on a closed day: the unsaved row as it is without the closure, and the closure in words."""

    row: EventOccurrence
    why: str


def conflicts_of(event: "EventPage", now: datetime | None = None) -> list[Conflict]:
    """The coming dates of this version of the page that fall on closed days, the first sixty.

    None for an event that takes place on closed days anyway or not at all. Openings of exhibitions have no
    changes of their own and are left out.
    """
    if event.closure_policy == ClosurePolicy.KEEP or event.status in WHOLE_EVENT or event.start_date is None:
        return []
    now = now or timezone.now()
    first, before = timezone.localdate(now) - DAY, window(timezone.localdate(now))[1]
    try:
        rows = planned_rows(event, first, before, {})
        closing = closures_over(event, first, before)
    except UserError:
        return []
    undecided = (row for row in rows if row.end > now and not is_decided(row))
    found = (Conflict(row, why_closed(row, closing)) for row in undecided)
    return sorted((one for one in found if one.why), key=lambda one: one.row.start)[:MOST]


def is_decided(row: EventOccurrence) -> bool:
    """Whether no closure matters to a date: it is kept, cancelled, or the opening of an exhibition."""
    return row.despite_closure or row.is_cancelled or row.kind == EventOccurrence.Kind.OPENING


def why_closed(row: EventOccurrence, closing: Closing) -> str:
    """Why a date finds closed doors; empty when they are open."""
    return reason_over(closing, row)


def next_open_day(event: "EventPage", row: EventOccurrence) -> date | None:
    """The first open day within two weeks after a date on which the event has no other; None without one."""
    try:
        days = span(schedule_of(event), row.last_day + DAY, row.last_day + FORTNIGHT)
    except HoursError:
        return None
    taken = {start.date() for start in event.when.starts(row.last_day + DAY, row.last_day + FORTNIGHT + DAY)}
    closing = closed_time(days, event.locale.language_code)
    free = (day.day for day in days if day.is_open and day.day not in taken)
    hour = row.local_start.time()
    return next(
        (day for day in free if not why_closed(moved(row, datetime.combine(day, hour)), closing)), None
    )


def moved(row: EventOccurrence, start: datetime) -> EventOccurrence:
    """The unsaved row of a date at another time, as long as before; `start` is naive wall-clock time."""
    end = localise(start + (to_wall(row.end) - to_wall(row.start)))
    length = row.last_day - row.first_day
    return EventOccurrence(
        event=row.event,
        start=localise(start),
        end=end,
        has_end=row.has_end,
        all_day=row.all_day,
        first_day=start.date(),
        last_day=start.date() + length,
    )
