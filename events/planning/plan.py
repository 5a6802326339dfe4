"""Single occurrences of an event, before they become rows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from events.planning.changes import Change, ChangeKind, Changes
from events.planning.when import ASSUMED_LENGTH, Kind, When
from events.recurrence import localise, to_wall

# Recurring events have rows for about two years back and two years ahead; single ones always.
HORIZON = timedelta(days=731)
LOOK_BACK = timedelta(days=731)

_STATUS = {
    ChangeKind.CANCELLED: "cancelled",
    ChangeKind.MOVED: "moved",
    ChangeKind.POSTPONED: "postponed",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One date of an event: aware UTC times, half-open; local days, inclusive.

    An empty `status` means that of the event.
    """

    kind: Kind
    original_start: datetime
    start: datetime
    end: datetime
    first_day: date
    last_day: date
    all_day: bool = False
    has_end: bool = True
    status: str = ""
    status_reason: str = ""
    location: str = ""
    note: str = ""
    despite_closure: bool = False


def window(today: date) -> tuple[date, date]:
    """The days [first, before) for which recurring events have occurrences."""
    return today - LOOK_BACK, today + HORIZON


def planned(when: When, changes: Iterable[Change], after: date, before: date) -> list[Planned]:
    """All dates of an event in order; a rule is worked out in [after, before) only."""
    known = Changes(changes)
    found = list(_sessions(when, known, after, before))
    found += _extra(when, known, {one.original_start for one in found})
    if when.opening:
        found.append(_opening(when.opening))
    return sorted(found, key=lambda one: (one.original_start, one.kind is Kind.OPENING))


def _sessions(when: When, changes: Changes, after: date, before: date) -> Iterator[Planned]:
    starts = when.starts(after, before)
    a_day = Counter(start.date() for start in starts)
    for start in starts:
        change = changes.of(start, alone=a_day[start.date()] == 1)
        session = _session(when, start)
        yield _changed(when, session, change) if change else session


def _extra(when: When, changes: Changes, taken: set[datetime]) -> Iterator[Planned]:
    # As in RFC 5545, a date that the rule gives and an editor adds takes place once.
    for change in changes.extra:
        added = _changed(when, _session(when, change.new_start or change.original), change)
        if added.original_start not in taken:
            taken.add(added.original_start)
            yield added


def _opening(start: datetime) -> Planned:
    return _timed(Kind.OPENING, start, start, ASSUMED_LENGTH, has_end=False)


def _session(when: When, start: datetime, length: timedelta | None = None) -> Planned:
    if when.all_day:
        return _whole_days(start, length or when.length)
    return _timed(Kind.SESSION, start, start, length or when.length, has_end=when.has_end)


def _changed(when: When, session: Planned, change: Change) -> Planned:
    status = _STATUS.get(change.kind, "")
    if change.new_start and change.kind is not ChangeKind.CANCELLED:
        session = replace(
            _session(when, change.new_start, _new_length(when, change)),
            original_start=session.original_start,
            has_end=session.has_end or change.new_end is not None,
        )
        status = "moved" if status else ""
    return replace(
        session,
        status=status,
        status_reason=change.reason,
        location=change.location,
        note=change.note,
        despite_closure=change.despite_closure,
    )


def _new_length(when: When, change: Change) -> timedelta | None:
    if change.new_start is None or change.new_end is None:
        return None
    if when.all_day:
        return change.new_end.date() - change.new_start.date() + timedelta(days=1)
    return change.new_end - change.new_start


def _timed(kind: Kind, original: datetime, start: datetime, length: timedelta, *, has_end: bool) -> Planned:
    # Wall-clock arithmetic: an event over a clock change still ends when the clock says so.
    end = max(localise(start + length), localise(start) + timedelta(minutes=1)).astimezone(UTC)
    return Planned(
        kind,
        original_start=localise(original).astimezone(UTC),
        start=localise(start).astimezone(UTC),
        end=end,
        first_day=start.date(),
        last_day=to_wall(end - timedelta(microseconds=1)).date(),
        has_end=has_end,
    )


def _whole_days(start: datetime, length: timedelta) -> Planned:
    first = datetime.combine(start.date(), time.min)
    days = max(1, -(-length // timedelta(days=1)))
    after = first + timedelta(days=days)
    return Planned(
        Kind.SESSION,
        original_start=localise(first).astimezone(UTC),
        start=localise(first).astimezone(UTC),
        end=localise(after).astimezone(UTC),
        first_day=first.date(),
        last_day=(after - timedelta(days=1)).date(),
        all_day=True,
    )
