"""What the world learns when an event is published."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.actions.delta import note_change
from events.actions.reconcile import Reconciled, reconcile
from events.actions.telling import tell
from events.models import EventPage, EventPublication
from events.models.statuses import closing_days


@dataclass
class PublishEvent:
    """Write the dates of a published event, its feed text, and the new version of all events."""

    event: EventPage
    now: datetime | None = None

    def execute(self) -> Reconciled:
        """Do it in one transaction; safe to repeat, each time is a published change."""
        now = self.now or timezone.now()
        today = timezone.localdate(now)
        with transaction.atomic():
            done = reconcile(self.event, today, closing_days(self.event, today))
            publication = self._publication(now)
            tell(self.event, publication, done.rows)
            note_change(self.event)
        return done

    def _publication(self, now: datetime) -> EventPublication:
        publication, made = EventPublication.objects.get_or_create(
            event=self.event, defaults={"first_published_at": now, "published_at": now}
        )
        if not made:
            publication.sequence += 1
            publication.published_at = now
            publication.withdrawn_at = None
        return publication


def republish(event: EventPage, now: datetime) -> bool:
    """Bring a live event in line with the window and the closures; True when anything changed.

    Only a date whose state or time changes is news to subscribers and raises the sequence.
    """
    today = timezone.localdate(now)
    done = reconcile(event, today, closing_days(event, today))
    if not done:
        return False
    publication = getattr(event, "publication", None) or EventPublication(
        event=event, first_published_at=now, published_at=now
    )
    if done.changed or done.removed:
        publication.sequence += 1
        publication.published_at = now
    tell(event, publication, done.rows, new_dates_only=True)
    note_change(event)
    return True
