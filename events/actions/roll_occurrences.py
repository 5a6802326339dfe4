"""The window of occurrences moves with time."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.actions.publish_event import republish
from events.actions.retell import SHOWN, retell
from events.actions.telling import PARTS
from events.models import EventPage
from pages import versions

BATCH = 100


def roll_occurrences(now: datetime | None = None) -> int:
    """Give live recurring events the dates that have come into the window; return how many events changed.

    Safe to run at any time and to run twice. A new day by itself changes answers, so it raises the versions.
    """
    now = now or timezone.now()
    events = EventPage.objects.live().exclude(recurrence="").select_related(*SHOWN)
    changed = 0
    for event in events.prefetch_related("changes", *PARTS).order_by("pk").iterator(chunk_size=BATCH):
        with transaction.atomic():
            changed += republish(event, now)
    # Events published before their texts were stored.
    changed += retell(EventPage.objects.filter(publication__record=""), now)
    for name in ("events", "hours"):
        stale = timezone.localdate(versions.current(name).changed_at) < timezone.localdate(now)
        if stale or (changed and name == "events"):
            versions.bump(name)
    return changed
