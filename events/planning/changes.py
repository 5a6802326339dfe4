"""What an editor changed about single dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happens to one date of an event."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    POSTPONED = "postponed"
    EXTRA = "extra"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the date that was planned for `original`, all in naive wall-clock time."""

    kind: ChangeKind
    original: datetime
    reason: str = ""
    new_start: datetime | None = None
    new_end: datetime | None = None
    location: str = ""
    note: str = ""
    despite_closure: bool = False


class Changes:
    """Changes looked up by their original start, or by its date when the hour has been changed since."""

    def __init__(self, changes: Iterable[Change]) -> None:
        rows = list(changes)
        self.extra = [row for row in rows if row.kind is ChangeKind.EXTRA]
        others = [row for row in rows if row.kind is not ChangeKind.EXTRA]
        self._by_start = {row.original: row for row in others}
        self._by_day: dict[date, Change] = {row.original.date(): row for row in others}

    def of(self, start: datetime, *, alone: bool) -> Change | None:
        """The change of a planned start; by date only when the start is alone on its day."""
        return self._by_start.get(start) or (self._by_day.get(start.date()) if alone else None)
