"""Occurrence rows brought in line with the dates of their event, without losing their identity."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from events.models import EventOccurrence, EventPage
from events.models.planned_rows import give_addresses, planned_rows
from events.models.statuses import Closing
from events.planning import window
from events.recurrence import to_wall

# Everything a publish may change about a row; its id, uuid and slug stay.
COPIED = (
    *("kind", "original_start", "start", "end", "has_end", "all_day", "first_day", "last_day"),
    *("status", "status_reason", "location", "note", "despite_closure"),
)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many rows were made, changed and removed."""

    made: int = 0
    changed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.made or self.changed or self.removed)


def reconcile(event: EventPage, today: date, closing: Closing) -> Reconciled:
    """Write the rows of an event in at most five queries; rows before the window are history and stay."""
    after, before = window(today)
    wanted = planned_rows(event, after, before, closing)
    existing = list(event.occurrences.order_by("original_start", "pk"))
    if event.is_recurring:
        existing = [row for row in existing if to_wall(row.original_start).date() >= after]
    pairs = list(_matched(wanted, existing))
    kept = {row.pk for _, row in pairs if row}
    gone = [row.pk for row in existing if row.pk not in kept]
    if gone:
        event.occurrences.filter(pk__in=gone).delete()
    changed = [row for new, row in pairs if row and _copy(new, row)]
    _save(changed)
    fresh = [new for new, row in pairs if row is None]
    if fresh:
        give_addresses(fresh, set(event.occurrences.values_list("slug", flat=True)))
        EventOccurrence.objects.bulk_create(fresh, batch_size=200)
    return Reconciled(len(fresh), len(changed), len(gone))


def _save(rows: list[EventOccurrence]) -> None:
    # An upsert: bulk_update() writes a CASE per field and row and takes five times as long.
    if rows:
        EventOccurrence.objects.bulk_create(
            rows,
            batch_size=200,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=(*COPIED, "record"),
        )


def _matched(
    wanted: Sequence[EventOccurrence], existing: Iterable[EventOccurrence]
) -> Iterator[tuple[EventOccurrence, EventOccurrence | None]]:
    """Each wanted row with the one it continues: by original start first, then by original date."""
    free = {(row.kind, row.original_start): row for row in existing}
    exact = {id(new): free.pop((new.kind, new.original_start), None) for new in wanted}
    by_day: dict[tuple[str, date], EventOccurrence] = {}
    for row in free.values():
        by_day.setdefault((row.kind, _day(row)), row)
    for new in wanted:
        yield new, exact[id(new)] or by_day.pop((new.kind, _day(new)), None)


def _day(row: EventOccurrence) -> date:
    return to_wall(row.original_start).date()


def _copy(new: EventOccurrence, row: EventOccurrence) -> bool:
    """Copy what differs to the row, whose record is out of date then; True when anything did."""
    differing = [name for name in COPIED if getattr(new, name) != getattr(row, name)]
    for name in differing:
        setattr(row, name, getattr(new, name))
    if differing:
        row.record = ""
    return bool(differing)
