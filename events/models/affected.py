"""The dates of events that a closure hits."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from events.hours import closed_dates
from events.models.closures import Closure
from events.models.limits import MAX_CLOSURE_DAYS
from events.models.occurrences import EventOccurrence
from events.recurrence import UserError

MOST = 100


def events_hit_by(closure: Closure) -> list[EventOccurrence]:
    """Coming dates, the first hundred, that fall on a day of the closure and are not spans."""
    today = timezone.localdate()
    last = today + timedelta(days=MAX_CLOSURE_DAYS - 1)
    try:
        days = list(closed_dates(closure.as_rule(), today, last))
    except UserError:
        return []
    scope = [one.slug for one in closure.departments.all()]
    language = Locale.get_default().language_code
    found = EventOccurrence.objects.public().in_language(language).without_spans().with_event()
    if scope:
        found = found.in_department(*scope)
    return list(found.not_cancelled().upcoming().filter(first_day__in=days)[:MOST])
