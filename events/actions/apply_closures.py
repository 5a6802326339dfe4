"""Closures reach the dates of events whose policy is to be cancelled."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from events.actions.publish_event import republish
from events.models import ClosurePolicy, EventPage
from pages import versions

# What may be waiting at the door: these days are brought in line at once, the rest by a task.
NEAR = timedelta(days=7)
MOST_NEAR = 40


def apply_closures(now: datetime | None = None) -> int:
    """Cancel the dates that closures hit, restore those they no longer hit; return how many events changed.

    Touches only live events with the policy "cancel"; safe to run at any time and to run twice.
    """
    return _apply(now or timezone.now(), near=False)


def apply_to_near_events(now: datetime | None = None) -> int:
    """The same at once for the events of the coming week, the first forty of them."""
    return _apply(now or timezone.now(), near=True)


def _apply(now: datetime, near: bool) -> int:
    events = EventPage.objects.live().filter(closure_policy=ClosurePolicy.CANCEL)
    if near:
        today = timezone.localdate(now)
        dates = {"occurrences__first_day__lte": today + NEAR, "occurrences__last_day__gte": today}
        events = EventPage.objects.filter(pk__in=events.filter(**dates).values("pk")[:MOST_NEAR])
    changed = 0
    for event in events.select_related("locale", "department").order_by("pk").iterator(chunk_size=100):
        with transaction.atomic():
            changed += republish(event, now)
    if changed:
        versions.bump("events")
    return changed
