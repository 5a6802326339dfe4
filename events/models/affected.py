"""The dates of events that a closure or an early closing hits, saved or not, and what it does to each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from events.hours import Day, closed_dates, span
from events.hypothetical import key_of, with_record
from events.models.closures import Closure
from events.models.event_parts.details import ClosurePolicy
from events.models.limits import MAX_CLOSURE_DAYS
from events.models.occurrences import EventOccurrence
from events.models.opening_hours import OpeningException
from events.models.statuses import closed_time, reason_over
from events.recurrence import UserError
from events.timetable import timetable
from events.working_with_hours import places_of
from pages.navigation import active_language

MOST = 100

KEPT = _("провежда се: така е решено за тази дата")
EFFECTS = {
    ClosurePolicy.KEEP: _("провежда се: така е избрано за събитието"),
    ClosurePolicy.CANCEL: _("отменя се: така е избрано за събитието"),
    ClosurePolicy.ASK: _("стои в програмата, докато не решите какво да стане с нея"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A date of an event in closed hours."""

    row: EventOccurrence

    @property
    def effect(self) -> str:
        """What the closed doors do to the date, in the active language."""
        return str(
            KEPT if self.row.despite_closure else EFFECTS[ClosurePolicy(self.row.event.closure_policy)]
        )


def events_hit_by(record: Closure | OpeningException) -> list[EventOccurrence]:
    """The coming dates, the first hundred, that a saved closure or exception hits."""
    return [hit.row for hit in hits_of(record, places_of(record))]


def hits_of(record: Closure | OpeningException, scope: Collection[str]) -> list[Hit]:
    """The coming dates, the first hundred, that a record hits, or would hit once it is in force.

    `scope` holds slugs of departments, empty for the whole library. An exhibition is hit when all of its
    days are closed; a day that an exception opens is not closed, and an exception hits only what falls
    into the hours that it takes.
    """
    try:
        days = _days_of(record)
        then = with_record(timetable(), record, scope)
    except UserError:
        return []
    if not days:
        return []
    key, language = key_of(record), active_language()
    closed = {}
    hits = []
    for row in _candidates(days, scope):
        slug = row.event.department.slug if row.event.department else ""
        if slug not in closed:
            found = (day for day in span(then.schedule(slug), days[0], days[-1]) if _comes_from(day, key))
            closed[slug] = closed_time(found, language)
        if reason_over(closed[slug], row):
            hits.append(Hit(row))
    return hits


def _days_of(record: Closure | OpeningException) -> list[date]:
    """The days from today on that a record speaks about."""
    today = timezone.localdate()
    if isinstance(record, OpeningException):
        return [record.date] if record.date >= today else []
    return list(closed_dates(record.as_rule(), today, today + timedelta(days=MAX_CLOSURE_DAYS - 1)))


def _candidates(days: list[date], scope: Collection[str]) -> list[EventOccurrence]:
    language = Locale.get_default().language_code
    found = EventOccurrence.objects.public().in_language(language).with_event()
    if scope:
        found = found.in_department(*scope)
    return list(found.not_cancelled().upcoming().filter(first_day__in=days)[:MOST])


def _comes_from(day: Day, key: str) -> bool:
    return any(reason.key == key for reason in day.applied)
