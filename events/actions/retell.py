"""Feed texts written anew when what they say of an event has changed elsewhere."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone

from events.actions.publish_event import write_feed_text
from events.models import EventPage
from pages import versions

BATCH = 100


def retell(events: "models.QuerySet[EventPage]", now: datetime | None = None) -> int:
    """Write the feed texts of the published ones among the events anew; return how many changed.

    Each event is a transaction of its own, and only a text that differs is news to subscribers. Safe to
    run twice.
    """
    found = events.filter(live=True).exclude(publication=None).order_by("pk")
    changed = 0
    for event in found.select_related("publication", "locale").iterator(chunk_size=BATCH):
        with transaction.atomic():
            changed += _retell(event, now or timezone.now())
    if changed:
        versions.bump("events")
    return changed


def _retell(event: EventPage, now: datetime) -> bool:
    if not write_feed_text(event, event.publication):
        return False
    event.publication.sequence += 1
    event.publication.published_at = now
    write_feed_text(event, event.publication)
    return True
