from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_strategies import MOMENTS

from events.recurrence import Rule, localise, sofia, to_wall

EDGES = {
    "the last winter second": (datetime(2026, 3, 29, 2, 59, 59), "2026-03-29T02:59:59+02:00"),
    "the skipped hour begins": (datetime(2026, 3, 29, 3, 0), "2026-03-29T04:00:00+03:00"),
    "inside the skipped hour": (datetime(2026, 3, 29, 3, 30), "2026-03-29T04:30:00+03:00"),
    "after the skipped hour": (datetime(2026, 3, 29, 4, 0), "2026-03-29T04:00:00+03:00"),
    "before the double hour": (datetime(2026, 10, 25, 2, 59), "2026-10-25T02:59:00+03:00"),
    "the double hour is the first one": (datetime(2026, 10, 25, 3, 30), "2026-10-25T03:30:00+03:00"),
    "after the double hour": (datetime(2026, 10, 25, 4, 0), "2026-10-25T04:00:00+02:00"),
    "summer": (datetime(2026, 7, 1, 18, 0), "2026-07-01T18:00:00+03:00"),
    "winter": (datetime(2026, 12, 1, 18, 0), "2026-12-01T18:00:00+02:00"),
}


@pytest.mark.parametrize(("wall", "instant"), EDGES.values(), ids=EDGES)
def test_a_wall_clock_time_is_one_instant(wall: datetime, instant: str) -> None:
    assert localise(wall).isoformat() == instant


def test_the_second_pass_of_the_double_hour_is_never_chosen() -> None:
    assert localise(datetime(2026, 10, 25, 3, 30, fold=1)).isoformat() == "2026-10-25T03:30:00+03:00"


def test_what_the_clock_shows_is_said_without_a_fold() -> None:
    second_pass = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    assert to_wall(second_pass) == datetime(2026, 10, 25, 3, 30)
    assert to_wall(second_pass).fold == 0


def test_an_event_keeps_its_hour_across_both_clock_changes() -> None:
    rule, start = Rule.daily(), datetime(2026, 3, 28, 18)

    spring = [localise(moment) for moment in rule.dates(start, start, datetime(2026, 3, 31))]
    autumn = [
        localise(moment) for moment in rule.dates(start, datetime(2026, 10, 24), datetime(2026, 10, 26))
    ]

    assert [moment.hour for moment in spring + autumn] == [18] * 5
    assert [moment.utcoffset() for moment in spring] == [timedelta(hours=n) for n in (2, 3, 3)]
    assert [moment.utcoffset() for moment in autumn] == [timedelta(hours=n) for n in (3, 2)]


def test_a_date_in_the_skipped_hour_is_kept_and_only_its_instant_moves() -> None:
    found = Rule.daily().dates(datetime(2026, 3, 28, 3, 30), datetime(2026, 3, 29), datetime(2026, 3, 30))

    assert found == [datetime(2026, 3, 29, 3, 30)]
    assert localise(found[0]) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_aware_and_naive_times_are_not_mixed_up() -> None:
    with pytest.raises(ValueError, match="naive"):
        localise(datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="aware"):
        to_wall(datetime(2026, 1, 1))


@given(MOMENTS)
def test_outside_the_skipped_hour_the_clock_shows_what_was_written(wall: datetime) -> None:
    instant = localise(wall)

    assert instant.tzinfo is sofia()
    assert to_wall(instant) - wall in (timedelta(0), timedelta(hours=1))
    assert to_wall(instant) == wall or wall.month == 3


@given(MOMENTS, st.integers(0, 86_400))
def test_later_on_the_clock_is_never_earlier_in_time_but_within_the_skipped_hour(
    wall: datetime, seconds: int
) -> None:
    later = wall + timedelta(seconds=seconds)

    assert localise(later) >= localise(wall) or localise(wall) - localise(later) <= timedelta(hours=1)
