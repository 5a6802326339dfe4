"""Occurrence rows brought in line with the dates of their event, without losing their identity."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from events.models import EventOccurrence, EventPage
from events.models.planned_rows import Values, give_addresses, planned_values
from events.models.statuses import Closing
from events.planning import window
from events.recurrence import to_wall

# Everything a publish may change about a row; its id, uuid and slug stay.
WRITTEN = (
    *("kind", "original_start", "start", "end", "has_end", "all_day", "first_day", "last_day"),
    *("status", "status_reason", "location", "note", "despite_closure", "record"),
)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many rows were made, changed and removed; `rows` are all the event has now, soonest first."""

    made: int = 0
    changed: int = 0
    removed: int = 0
    rows: tuple[EventOccurrence, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.made or self.changed or self.removed)


def reconcile(event: EventPage, today: date, closing: Closing) -> Reconciled:
    """Write the rows of an event in at most five queries; rows before the window are history and stay."""
    after, before = window(today)
    every = list(event.occurrences.order_by("original_start", "pk"))
    existing = every
    if event.is_recurring:
        existing = [row for row in every if to_wall(row.original_start).date() >= after]
    pairs = list(_matched(planned_values(event, after, before, closing), existing))
    kept = {row.pk for _, row in pairs if row}
    gone = {row.pk for row in existing if row.pk not in kept}
    if gone:
        event.occurrences.filter(pk__in=gone).delete()
    changed = [row for new, row in pairs if row and _copy(new, row)]
    _save(changed)
    fresh = [EventOccurrence(event=event, **new) for new, row in pairs if row is None]
    if fresh:
        give_addresses(fresh, {row.slug for row in every if row.pk not in gone})
        EventOccurrence.objects.bulk_create(fresh, batch_size=200)
    rows = [row for row in (*every, *fresh) if row.pk not in gone]
    rows.sort(key=lambda row: (row.start, row.pk))
    return Reconciled(len(fresh), len(changed), len(gone), tuple(rows))


def _save(rows: list[EventOccurrence]) -> None:
    # An upsert: bulk_update() writes a CASE per field and row and takes five times as long.
    if rows:
        EventOccurrence.objects.bulk_create(
            rows, batch_size=200, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
        )


def _matched(
    wanted: Sequence[Values], existing: Iterable[EventOccurrence]
) -> Iterator[tuple[Values, EventOccurrence | None]]:
    """Each wanted row with the one it continues: by original start first, then by original date."""
    free = {(row.kind, row.original_start): row for row in existing}
    exact = [free.pop((new["kind"], new["original_start"]), None) for new in wanted]
    by_day: dict[tuple[str, date], EventOccurrence] = {}
    for row in free.values():
        by_day.setdefault((row.kind, _day(row.original_start)), row)
    for new, same in zip(wanted, exact, strict=True):
        yield new, same or by_day.pop((new["kind"], _day(new["original_start"])), None)


def _day(start: datetime) -> date:
    return to_wall(start).date()


def _copy(new: Values, row: EventOccurrence) -> bool:
    """Copy what differs to the row, whose record is out of date then; True when anything did."""
    differing = {name: value for name, value in new.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    if differing:
        row.record = ""
    return bool(differing)
