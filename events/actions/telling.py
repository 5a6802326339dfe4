"""The texts of an event for calendars, feeds and the API, written when it is published."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from events.models import EventOccurrence, EventPage, EventPublication

# What both the calendar and the records say of an event, and rows of other tables hold.
PARTS = (
    "audiences",
    "partners",
    "files__document",
    "further_places__settlement",
    "further_places__municipality",
)


@dataclass(frozen=True, slots=True)
class Told:
    """Which of the stored texts differ from what they were."""

    vevents: bool
    record: bool
    dates: int

    def __bool__(self) -> bool:
        return bool(self.vevents or self.record or self.dates)


def tell(event: EventPage, publication: EventPublication, *, new_dates_only: bool = False) -> Told:
    """Write all texts of an event and save the publication; a text that is the same is not written.

    With `new_dates_only` the event says what it said before, so that only its new and changed dates have
    something to tell.
    """
    from events.formats.ical import write_vevents
    from events.formats.records import write_body, write_event

    _read_parts(event)
    rows = list(event.occurrences.order_by("start", "pk"))
    for row in rows:
        row.event = event
    before = (publication.vevents, publication.record, publication.body_record)
    publication.vevents = write_vevents(event, rows, publication)
    publication.record = write_event(event, publication)
    publication.body_record = write_body(event)
    publication.save()
    return Told(
        vevents=publication.vevents != before[0],
        record=(publication.record, publication.body_record) != before[1:],
        dates=_tell_dates([row for row in rows if not (new_dates_only and row.record)]),
    )


def _read_parts(event: EventPage) -> None:
    """Read the parts of an event once for all texts, and anew: it may have been told before it changed."""
    event.__dict__.pop("_prefetched_objects_cache", None)
    prefetch_related_objects([event], *PARTS)


def _tell_dates(rows: list[EventOccurrence]) -> int:
    from events.formats.records import write_date

    changed = []
    for row in rows:
        record = write_date(row)
        if record != row.record:
            row.record = record
            changed.append(row)
    if changed:
        EventOccurrence.objects.bulk_create(
            changed, batch_size=200, update_conflicts=True, unique_fields=["id"], update_fields=["record"]
        )
    return len(changed)
