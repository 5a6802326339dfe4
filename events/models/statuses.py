"""The state of one date: the event's, its own, and what a closure does to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from events.hours import WHOLE_DAY, Day, HoursError, Interval, Schedule, lost_hours, span, words
from events.hours.resolution import MAX_SPAN
from events.models.event_parts.details import ClosurePolicy, EventStatus
from events.models.occurrences import EventOccurrence, OccurrenceStatus
from events.planning import Planned, window
from events.recurrence import to_wall
from events.timetable import timetable

if TYPE_CHECKING:
    from events.models.event_page import EventPage

Dated = Planned | EventOccurrence


@dataclass(frozen=True, slots=True)
class ClosedTime:
    """The hours of one day that a closure or an exception takes, and why, in words."""

    why: str
    hours: tuple[Interval, ...] = WHOLE_DAY

    def touches(self, one: Dated) -> bool:
        """Whether a date within this day falls into them; of one without a known end the start counts."""
        if one.all_day:
            return self.hours == WHOLE_DAY
        start, end = to_wall(one.start), to_wall(one.end)
        ends = end.time() if end.date() == start.date() else time.max
        if not one.has_end:
            return any(part.opens <= start.time() < part.closes for part in self.hours)
        return any(part.opens < ends and start.time() < part.closes for part in self.hours)


# When the library, or the department of an event, is closed beyond its usual week, day by day.
Closing = Mapping[date, ClosedTime]

WHOLE_EVENT = (EventStatus.CANCELLED, EventStatus.POSTPONED)


def closing_days(event: "EventPage", today: date) -> Closing:
    """The hours in which closed doors cancel the event, if its policy is to be cancelled; else none."""
    if event.closure_policy != ClosurePolicy.CANCEL:
        return {}
    return closures_over(event, *window(today))


def closures_over(event: "EventPage", first: date, before: date) -> Closing:
    """The closed time of the half-open range [first, before), whatever the event's policy."""
    schedule = schedule_of(event)
    days: dict[date, ClosedTime] = {}
    while first < before:
        last = min(first + timedelta(days=MAX_SPAN - 1), before - timedelta(days=1))
        days |= closed_time(span(schedule, first, last), event.locale.language_code)
        first = last + timedelta(days=1)
    return days


def closed_time(days: Iterable[Day], language: str) -> dict[date, ClosedTime]:
    """What closures and exceptions take from resolved days, those of them that lose anything."""
    found = ((day, lost_hours(day)) for day in days)
    return {day.day: ClosedTime(words.loss(day, language)[:200], lost) for day, lost in found if lost}


def closing_reason(event: "EventPage", one: Dated) -> str:
    """Why a date finds closed doors on its first day, whatever the event's policy; empty when it does not."""
    try:
        days = span(schedule_of(event), one.first_day, one.first_day)
    except HoursError:
        return ""
    found = closed_time(days, event.locale.language_code).get(one.first_day)
    return found.why if found and found.touches(one) else ""


def schedule_of(event: "EventPage") -> Schedule:
    """The opening hours an event depends on: those of its department, or of the library."""
    return timetable().schedule(event.department.slug if event.department else "")


def status_of(event: "EventPage", one: Planned, closing: Closing) -> tuple[str, str]:
    """The state of a date and why it is so."""
    if one.status == OccurrenceStatus.CANCELLED:
        return one.status, one.status_reason or event.status_reason
    if event.status in WHOLE_EVENT:
        return event.status, event.status_reason
    reason = reason_over(closing, one)
    if reason and not one.despite_closure:
        return OccurrenceStatus.CANCELLED, reason
    if one.status:
        return one.status, one.status_reason
    return event.status, event.status_reason if event.status == EventStatus.FULL else one.status_reason


def reason_over(closing: Closing, one: Dated) -> str:
    """Why a date cannot take place; empty when it can.

    One closed day does not close an exhibition: all of its days have to be closed, from morning to night.
    """
    first = closing.get(one.first_day)
    if first is None or one.first_day == one.last_day:
        return first.why if first and first.touches(one) else ""
    days = (one.first_day + timedelta(days=n) for n in range((one.last_day - one.first_day).days + 1))
    found = (closing.get(day) for day in days)
    return first.why if all(day and day.hours == WHOLE_DAY for day in found) else ""
