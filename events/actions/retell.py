"""Stored texts written anew when what they say of an event has changed elsewhere."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone

from events.actions.delta import note_change
from events.actions.telling import tell
from events.models import EventPage
from pages import versions

BATCH = 100
# What the texts of an event name.
SHOWN = ("publication", "locale", "category", "department", "municipality", "image")


def retell(events: "models.QuerySet[EventPage]", now: datetime | None = None) -> int:
    """Write the texts of the published ones among the events anew; return how many changed.

    Each event is a transaction of its own, and only a text that differs is news to subscribers. Safe to
    run twice.
    """
    found = events.filter(live=True).exclude(publication=None).order_by("pk")
    changed = 0
    for event in found.select_related(*SHOWN).iterator(chunk_size=BATCH):
        with transaction.atomic():
            changed += _retell(event, now or timezone.now())
    if changed:
        versions.bump("events")
    return changed


def retell_all(now: datetime | None = None) -> int:
    """Write the texts of all published events anew; return how many changed. Safe to run twice."""
    return retell(EventPage.objects.all(), now)


def _retell(event: EventPage, now: datetime) -> bool:
    rows = list(event.occurrences.order_by("start", "pk"))
    told = tell(event, event.publication, rows)
    if not told:
        return False
    if told.vevents:
        # What a calendar shows has changed: subscribers have to hear of it by a higher number.
        event.publication.sequence += 1
        event.publication.published_at = now
        tell(event, event.publication, rows)
    note_change(event)
    return True
