"""The dates of events that a closure hits, saved or not, and what it does to each."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from events.hours import ClosureRule, Schedule, closed_dates, span
from events.models.closures import Closure
from events.models.event_parts.details import ClosurePolicy
from events.models.limits import MAX_CLOSURE_DAYS
from events.models.occurrences import EventOccurrence
from events.recurrence import UserError
from events.timetable import Timetable, timetable

MOST = 100

KEPT = _("провежда се: така е решено за тази дата")
EFFECTS = {
    ClosurePolicy.KEEP: _("провежда се: така е избрано за събитието"),
    ClosurePolicy.CANCEL: _("отменя се: така е избрано за събитието"),
    ClosurePolicy.ASK: _("стои в програмата, докато не решите какво да стане с нея"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A date of an event on a day of a closure."""

    row: EventOccurrence

    @property
    def effect(self) -> str:
        """What the closure does to the date, in the active language."""
        return str(
            KEPT if self.row.despite_closure else EFFECTS[ClosurePolicy(self.row.event.closure_policy)]
        )


def events_hit_by(closure: Closure) -> list[EventOccurrence]:
    """The coming dates, the first hundred, that a saved closure hits."""
    return [hit.row for hit in hits_of(closure, [one.slug for one in closure.departments.all()])]


def hits_of(closure: Closure, scope: Collection[str]) -> list[Hit]:
    """The coming dates, the first hundred, that a closure hits, or would hit once confirmed.

    `scope` holds slugs of departments, empty for the whole library. An exhibition is hit when all of its
    days are closed; a day that an exception opens is not closed.
    """
    today = timezone.localdate()
    try:
        rule = closure.as_rule()
        days = list(closed_dates(rule, today, today + timedelta(days=MAX_CLOSURE_DAYS - 1)))
    except UserError:
        return []
    if not days:
        return []
    closed: dict[str, set[date]] = {}
    hits = []
    for row in _candidates(days, scope):
        slug = row.event.department.slug if row.event.department else ""
        if slug not in closed:
            closed[slug] = _closed_days(_schedule(rule, slug, scope, timetable()), rule, days)
        if closed[slug].issuperset(_days(row)):
            hits.append(Hit(row))
    return hits


def _candidates(days: list[date], scope: Collection[str]) -> list[EventOccurrence]:
    language = Locale.get_default().language_code
    found = EventOccurrence.objects.public().in_language(language).with_event()
    if scope:
        found = found.in_department(*scope)
    return list(found.not_cancelled().upcoming().filter(first_day__in=days)[:MOST])


def _days(row: EventOccurrence) -> list[date]:
    return [row.first_day + timedelta(days=n) for n in range((row.last_day - row.first_day).days + 1)]


def _schedule(rule: ClosureRule, slug: str, scope: Collection[str], hours: Timetable) -> Schedule:
    """The hours of a department, or of the library, as they would be with the closure."""
    if scope:
        own = hours.schedule(slug)
        return replace(own, closures=(*own.closures, rule))
    library = replace(hours.library, closures=(*hours.library.closures, rule))
    return replace(hours.schedule(slug), parent=library) if slug in hours.schedules else library


def _closed_days(schedule: Schedule, rule: ClosureRule, days: list[date]) -> set[date]:
    found = span(schedule, days[0], days[-1])
    return {day.day for day in found if any(reason.key == rule.key for reason in day.closures)}
