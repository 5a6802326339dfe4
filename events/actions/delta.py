"""Marks in the order of changes that partners who mirror all events read."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from events.models import EventChangeMark, EventPage
from pages import versions


def note_change(event: EventPage) -> None:
    """Put an event last in the order of changes."""
    note_changes([event])


def note_changes(events: Iterable[EventPage]) -> int:
    """Put events last in the order of changes, in this order; return how many."""
    with transaction.atomic(savepoint=False):
        marks = [_mark(event, number) for number, event in enumerate(events, start=_next_moment())]
        EventChangeMark.objects.bulk_create(
            marks,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["uid", "language"],
            update_fields=["event", "modified"],
        )
    return len(marks)


def _mark(event: EventPage, moment: int) -> EventChangeMark:
    language = event.locale.language_code
    return EventChangeMark(event=event, uid=event.translation_key, language=language, modified=moment)


def note_deletion(event: EventPage) -> None:
    """Let a deleted event stand last in the order of changes, as one that is gone."""
    with transaction.atomic():
        key = {"uid": event.translation_key, "language": event.locale.language_code}
        EventChangeMark.objects.filter(**key).update(event=None, modified=_next_moment())


def _next_moment() -> int:
    """Milliseconds of now, or one more than the last mark: they only grow, whatever the clock does.

    Raising the version locks its row until the transaction ends, so marks become visible in their
    order: a reader who has seen one will never be given an earlier one.
    """
    versions.bump("events")
    last = EventChangeMark.objects.aggregate(last=Max("modified"))["last"] or 0
    return max(int(timezone.now().timestamp() * 1000), last + 1)
