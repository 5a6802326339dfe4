"""Open or closed at an instant, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from events.hours.days import Day
from events.hours.resolution import days_between
from events.hours.schedule import Schedule
from events.recurrence import LAST_YEAR, localise, to_wall

LOOK_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class State:
    """The state at an instant; all times are aware, in Europe/Sofia.

    `closes` is set while open. `opens` is set while closed, unless nothing opens within 60 days.
    `day` is the date's whole result, with its reasons.
    """

    is_open: bool
    day: Day
    closes: datetime | None = None
    opens: datetime | None = None

    @property
    def changes(self) -> datetime | None:
        """When the state changes next, or None when it does not within 60 days."""
        return self.closes or self.opens


def state_at(schedule: Schedule, instant: datetime) -> State:
    """Whether it is open at an aware `instant`, and until when or when it opens next.

    ValueError for a naive datetime, HoursError outside 1990–2100.
    """
    today = to_wall(instant).date()
    days = days_between(schedule, today, min(today + LOOK_AHEAD, date(LAST_YEAR, 12, 31)))
    first = next(days)
    for opens, closes in _periods(first, days):
        if opens <= instant < closes:
            return State(is_open=True, day=first, closes=closes)
        if instant < opens:
            return State(is_open=False, day=first, opens=opens)
    return State(is_open=False, day=first)


def next_change(schedule: Schedule, instant: datetime) -> datetime | None:
    """When the state changes next after an aware `instant`; None when it does not within 60 days."""
    return state_at(schedule, instant).changes


def periods(day: Day) -> list[tuple[datetime, datetime]]:
    """When the intervals of a day begin and end, aware, in order and apart.

    In March an interval of the hour that is skipped may be over before it begins, or run into the next.
    """
    found: list[tuple[datetime, datetime]] = []
    for one in day.intervals:
        opens, closes = (localise(datetime.combine(day.day, end)) for end in (one.opens, one.closes))
        if found and opens <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], closes)
        elif opens < closes:
            found.append((opens, closes))
    return found


def _periods(first: Day, rest: Iterator[Day]) -> Iterator[tuple[datetime, datetime]]:
    yield from periods(first)
    for day in rest:
        yield from periods(day)
