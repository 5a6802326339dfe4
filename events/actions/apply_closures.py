"""Closures reach the dates of events whose policy is to be cancelled."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.actions.publish_event import republish
from events.models import ClosurePolicy, EventPage
from pages import versions


def apply_closures(now: datetime | None = None) -> int:
    """Cancel the dates that closures hit, restore those they no longer hit; return how many events changed.

    Touches only live events with the policy "cancel"; safe to run at any time and to run twice.
    """
    now = now or timezone.now()
    events = EventPage.objects.live().filter(closure_policy=ClosurePolicy.CANCEL)
    changed = 0
    for event in events.select_related("locale", "department").order_by("pk").iterator(chunk_size=100):
        with transaction.atomic():
            changed += republish(event, now)
    if changed:
        versions.bump("events")
    return changed
