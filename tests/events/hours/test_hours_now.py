from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hours_samples import ART, DEPARTMENTS, LIBRARY, week
from hypothesis import given
from hypothesis import strategies as st

from events.hours import LOOK_AHEAD, ClosureRule, Schedule, next_change, resolve, state_at
from events.recurrence import localise, sofia, to_wall

BREAK = Schedule(week("8:30-12:00 13:00-18:30"))
NIGHT = Schedule(week("2:00-5:00", "2:00-5:00", "2:00-5:00"))

NOW = {
    "open": (LIBRARY, "2026-11-23 12:00", "open until 2026-11-23 18:30"),
    "the minute it opens": (LIBRARY, "2026-11-23 08:30", "open until 2026-11-23 18:30"),
    "the minute it closes": (LIBRARY, "2026-11-23 18:30", "closed until 2026-11-24 08:30"),
    "before it opens": (LIBRARY, "2026-11-23 07:00", "closed until 2026-11-23 08:30"),
    "just after midnight": (LIBRARY, "2026-11-23 00:00", "closed until 2026-11-23 08:30"),
    "on Saturday afternoon": (LIBRARY, "2026-11-28 15:00", "closed until 2026-11-30 08:30"),
    "on the evening before the last Thursday": (LIBRARY, "2026-11-25 19:00", "closed until 2026-11-27 08:30"),
    "on the last Thursday": (LIBRARY, "2026-11-26 12:00", "closed until 2026-11-27 08:30"),
    "before Christmas": (LIBRARY, "2025-12-24 20:00", "closed until 2025-12-27 08:30"),
    "in the lunch break": (BREAK, "2026-11-23 12:30", "closed until 2026-11-23 13:00"),
    "before the lunch break": (BREAK, "2026-11-23 11:59", "open until 2026-11-23 12:00"),
    "a department closes earlier": (ART, "2026-11-23 17:00", "closed until 2026-11-24 08:30"),
    "the end of time": (LIBRARY, "2100-12-31 20:00", "closed until nobody knows"),
    "nothing known": (Schedule(), "2026-11-23 12:00", "closed until nobody knows"),
}


def said(schedule: Schedule, wall: str) -> str:
    state = state_at(schedule, localise(datetime.fromisoformat(wall)))
    until = f"{state.changes:%Y-%m-%d %H:%M}" if state.changes else "nobody knows"
    return f"{'open' if state.is_open else 'closed'} until {until}"


@pytest.mark.parametrize(("schedule", "wall", "expected"), NOW.values(), ids=NOW)
def test_the_state_now_says_when_it_changes(schedule: Schedule, wall: str, expected: str) -> None:
    assert said(schedule, wall) == expected


def test_an_instant_of_any_time_zone_is_understood() -> None:
    state = state_at(LIBRARY, datetime(2026, 11, 23, 6, 30, tzinfo=UTC))

    assert state.is_open
    assert state.closes == datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    assert state.closes.tzinfo is sofia()
    assert state.opens is None
    assert state.day == resolve(LIBRARY, date(2026, 11, 23))


def test_after_midnight_in_sofia_the_next_day_counts() -> None:
    state = state_at(LIBRARY, datetime(2026, 11, 25, 22, 30, tzinfo=UTC))

    assert state.day.day == date(2026, 11, 26)


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        state_at(LIBRARY, datetime(2026, 11, 23, 12))


def test_the_next_opening_is_looked_for_within_sixty_days() -> None:
    start = date(2026, 6, 1)
    evening = localise(datetime(2026, 5, 31, 20))

    def closed_for(days: int) -> Schedule:
        closure = ClosureRule("repair", "Ремонт", start, start + timedelta(days=days - 1))
        return replace(LIBRARY, closures=(closure,))

    assert LOOK_AHEAD.days == 60
    assert next_change(closed_for(59), evening) == localise(datetime(2026, 7, 30, 8, 30))
    assert next_change(closed_for(60), evening) is None


@pytest.mark.parametrize(
    ("instant", "is_open", "changes"),
    [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), True, datetime(2026, 3, 29, 2, 0, tzinfo=UTC)),
        (datetime(2026, 3, 29, 2, 0, tzinfo=UTC), False, datetime(2026, 3, 29, 23, 0, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), True, datetime(2026, 10, 25, 3, 0, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), True, datetime(2026, 10, 25, 3, 0, tzinfo=UTC)),
    ],
    ids=["before the skipped hour", "after it", "first pass of the double hour", "second pass"],
)
def test_a_night_of_a_clock_change_is_measured_in_real_time(
    instant: datetime, is_open: bool, changes: datetime
) -> None:
    state = state_at(NIGHT, instant)

    assert (state.is_open, state.changes) == (is_open, changes)


@given(DEPARTMENTS, st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 20)))
def test_the_state_agrees_with_the_hours_of_the_day(schedule: Schedule, wall: datetime) -> None:
    instant = localise(wall)

    state = state_at(schedule, instant)

    hours = resolve(schedule, wall.date()).intervals
    assert state.is_open == any(one.opens <= wall.time() < one.closes for one in hours)
    if state.changes:
        assert state.changes > instant
        assert state_at(schedule, state.changes).is_open is not state.is_open
        just_before = state.changes - timedelta(seconds=1)
        assert state_at(schedule, max(just_before, instant)).is_open is state.is_open
        assert to_wall(state.changes) - wall <= LOOK_AHEAD + timedelta(days=1)
