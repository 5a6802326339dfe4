"""The texts of an event for calendars, feeds and the API, written when it is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
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


def tell(
    event: EventPage,
    publication: EventPublication,
    rows: Sequence[EventOccurrence],
    *,
    new_dates_only: bool = False,
) -> Told:
    """Write all texts of an event and save the publication; a text that is the same is not written.

    `rows` are all dates of the event, soonest first. With `new_dates_only` the event says what it said
    before, so that only its new and changed dates have something to tell.
    """
    from events.formats.ical import write_vevents
    from events.formats.records import write_body, write_event

    if not new_dates_only:
        _forget_parts(event)
    prefetch_related_objects([event], *PARTS)
    for row in rows:
        row.event = event
    before = (publication.vevents, publication.record, publication.body_record)
    publication.vevents = write_vevents(event, rows, publication)
    publication.record = write_event(event, publication)
    if not (new_dates_only and publication.body_record):
        publication.body_record = write_body(event)
    publication.save()
    return Told(
        vevents=publication.vevents != before[0],
        record=(publication.record, publication.body_record) != before[1:],
        dates=_tell_dates(event, [row for row in rows if not (new_dates_only and row.record)]),
    )


def _forget_parts(event: EventPage) -> None:
    """Let the parts of an event be read anew: it may have been told before it changed."""
    event.__dict__.pop("_prefetched_objects_cache", None)


def _tell_dates(event: EventPage, rows: list[EventOccurrence]) -> int:
    from events.formats.records import write_dates

    changed = []
    for row, record in zip(rows, write_dates(event, rows), strict=True):
        if record != row.record:
            row.record = record
            changed.append((record, row.pk))
    if changed:
        # One field of many rows: bulk_update() writes a CASE for each, an upsert sends every other field too.
        table = connection.ops.quote_name(EventOccurrence._meta.db_table)
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {table} SET record = %s WHERE id = %s", changed)  # noqa: S608 - a constant
    return len(changed)
