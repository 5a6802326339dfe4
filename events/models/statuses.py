"""The state of one date: the event's, its own, and what a closure does to it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from events.hours import Day, HoursError, Schedule, resolve, span
from events.hours.resolution import MAX_SPAN
from events.models.event_parts.details import ClosurePolicy, EventStatus
from events.models.occurrences import OccurrenceStatus
from events.planning import Planned, window
from events.timetable import timetable

if TYPE_CHECKING:
    from events.models.event_page import EventPage

# Why the library, or the department of an event, is closed by a closure, day by day.
Closing = Mapping[date, str]

WHOLE_EVENT = (EventStatus.CANCELLED, EventStatus.POSTPONED)


def closing_days(event: "EventPage", today: date) -> Closing:
    """The days on which a closure cancels the event, if its policy is to be cancelled; else none."""
    if event.closure_policy != ClosurePolicy.CANCEL:
        return {}
    return closures_over(event, *window(today))


def closures_over(event: "EventPage", first: date, before: date) -> Closing:
    """The closed days of the half-open range [first, before), whatever the event's policy."""
    schedule = schedule_of(event)
    language = event.locale.language_code
    days: dict[date, str] = {}
    while first < before:
        last = min(first + timedelta(days=MAX_SPAN - 1), before - timedelta(days=1))
        days |= {day.day: _why(day, language) for day in span(schedule, first, last) if day.closures}
        first = last + timedelta(days=1)
    return days


def closing_reason(event: "EventPage", day: date) -> str:
    """The closure on a day, in words, whatever the event's policy; empty when there is none."""
    try:
        found = resolve(schedule_of(event), day)
    except HoursError:
        return ""
    return _why(found, event.locale.language_code) if found.closures else ""


def schedule_of(event: "EventPage") -> Schedule:
    """The opening hours an event depends on: those of its department, or of the library."""
    return timetable().schedule(event.department.slug if event.department else "")


def status_of(event: "EventPage", one: Planned, closing: Closing) -> tuple[str, str]:
    """The state of a date and why it is so."""
    if one.status == OccurrenceStatus.CANCELLED:
        return one.status, one.status_reason or event.status_reason
    if event.status in WHOLE_EVENT:
        return event.status, event.status_reason
    reason = reason_over(closing, one.first_day, one.last_day)
    if reason and not one.despite_closure:
        return OccurrenceStatus.CANCELLED, reason
    if one.status:
        return one.status, one.status_reason
    return event.status, event.status_reason if event.status == EventStatus.FULL else one.status_reason


def _why(day: Day, language: str) -> str:
    return "; ".join(reason.words(language) for reason in day.closures)[:200]


def reason_over(closing: Closing, first: date, last: date) -> str:
    """Why a date from `first` to `last` cannot take place; empty when it can.

    One closed day does not close an exhibition: all of its days have to be closed.
    """
    reasons = [closing.get(first + timedelta(days=n), "") for n in range((last - first).days + 1)]
    return reasons[0] if all(reasons) else ""
