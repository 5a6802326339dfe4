"""The next two weeks on the dashboard: closed days that wait for a decision, the dates, what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from events.hours import span
from events.models import EventOccurrence, EventPage
from events.models.conflicts import Conflict, is_decided
from events.models.event_parts.details import ClosurePolicy
from events.models.event_parts.where import AttendanceMode
from events.models.statuses import WHOLE_EVENT, Closing, closed_time, reason_over
from events.querysets.occurrences import EventOccurrenceQuerySet, by_day
from events.timetable import Timetable, timetable
from pages.navigation import active_language

FORTNIGHT = timedelta(days=14)
# Closed days are known long before: an editor needs time to find another day.
CONFLICTS_AHEAD = timedelta(days=90)
MOST_CONFLICTS = 20
MOST_DATES = 60
MOST_UNFINISHED = 20


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An event of these weeks and what it lacks, in words."""

    event: EventPage
    missing: str


class ProgrammePanel(Component):
    """The events of the next two weeks that the signed-in person may edit."""

    name = "library_programme"
    template_name = "events/admin/programme_panel.html"
    order = 50

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Conflicts first, then the dates by day, then events that are not finished."""
        mine = _editable(parent_context["request"].user)
        today, hours = timezone.localdate(), timetable()
        coming = mine.between(today, today + FORTNIGHT).upcoming()[: MOST_DATES + 1]
        dates = list(coming)
        return {
            "conflicts": _conflicts(mine, today, hours),
            "days": by_day(dates[:MOST_DATES], today),
            "more": len(dates) > MOST_DATES,
            "unfinished": _unfinished(dates[:MOST_DATES]),
        }


def _editable(user: Any) -> EventOccurrenceQuerySet:
    """Dates of live events in the default language that a person may edit."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    language = Locale.get_default().language_code
    found = EventOccurrence.objects.filter(event__live=True, event__in=pages.values("pk"))
    return found.in_language(language).with_event()


def _conflicts(mine: EventOccurrenceQuerySet, today: date, hours: Timetable) -> list[Conflict]:
    """The dates that wait for a decision, soonest first."""
    last = today + CONFLICTS_AHEAD
    closing: dict[str, Closing] = {
        slug: _closing(hours, slug, today, last) for slug in ("", *hours.schedules)
    }
    closed = [
        Q(first_day__in=days) if not slug else Q(first_day__in=days, event__department__slug=slug)
        for slug, days in closing.items()
        if days
    ]
    if not closed:
        return []
    asked = mine.filter(event__closure_policy=ClosurePolicy.ASK).exclude(event__status__in=WHOLE_EVENT)
    asked = asked.sessions().not_cancelled().filter(_any(closed), despite_closure=False).upcoming()
    found = []
    for row in asked[: 3 * MOST_CONFLICTS]:
        slug = row.event.department.slug if row.event.department else ""
        why = reason_over(closing[slug], row)
        if why and not is_decided(row):
            found.append(Conflict(row, why))
    return found[:MOST_CONFLICTS]


def _closing(hours: Timetable, slug: str, first: date, last: date) -> Closing:
    return closed_time(span(hours.schedule(slug), first, last), active_language())


def _any(conditions: Iterable[Q]) -> Q:
    found = Q()
    for one in conditions:
        found |= one
    return found


def _unfinished(dates: Iterable[EventOccurrence]) -> list[Unfinished]:
    """The events of the dates, each once, that lack a place, a picture or a description."""
    events = {row.event_id: row.event for row in dates}
    found = [Unfinished(event, ", ".join(_missing(event))) for event in events.values()]
    return [one for one in found if one.missing][:MOST_UNFINISHED]


def _missing(event: EventPage) -> list[str]:
    online = event.attendance_mode == AttendanceMode.ONLINE
    lacks = {
        _("място"): not (event.location or event.address or online),
        _("изображение"): event.image_id is None,
        _("описание"): not (event.lead or event.body),
    }
    return [name for name, is_missing in lacks.items() if is_missing]
