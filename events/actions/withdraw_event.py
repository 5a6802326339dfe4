"""What the world learns when an event is no longer published."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.actions.delta import note_change
from events.models import EventPage, EventPublication


@dataclass
class WithdrawEvent:
    """Take an event out of all lists and feeds; its rows wait, so that their identity survives."""

    event: EventPage
    now: datetime | None = None

    def execute(self) -> None:
        """Note when it was withdrawn and raise the version of all events."""
        with transaction.atomic():
            publications = EventPublication.objects.filter(event=self.event, withdrawn_at=None)
            publications.update(withdrawn_at=self.now or timezone.now())
            note_change(self.event)
