import time as stopwatch
from datetime import UTC, date, datetime, timedelta

import pytest

from events.recurrence import MAX_DATES, ExpansionLimit, Rule

D = date


def days(text: str) -> list[date]:
    return [date.fromisoformat(day) for day in text.split()]


TABLE = {
    "every day": (
        "FREQ=DAILY",
        D(2026, 2, 27),
        D(2026, 3, 1),
        days("2026-02-27 2026-02-28"),
    ),
    "every third day keeps its step": (
        "FREQ=DAILY;INTERVAL=3",
        D(2026, 1, 1),
        D(2026, 1, 11),
        days("2026-01-01 2026-01-04 2026-01-07 2026-01-10"),
    ),
    "twice a week": (
        "FREQ=WEEKLY;BYDAY=MO,WE",
        D(2026, 11, 23),
        D(2026, 12, 3),
        days("2026-11-23 2026-11-25 2026-11-30 2026-12-02"),
    ),
    "every other week counts from the week of the start": (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
        D(2026, 11, 27),
        D(2026, 12, 31),
        days("2026-11-27 2026-12-07 2026-12-11 2026-12-21 2026-12-25"),
    ),
    "a Sunday belongs to the week that began on Monday": (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
        D(2026, 11, 29),
        D(2026, 12, 31),
        days("2026-11-29 2026-12-13 2026-12-27"),
    ),
    "the last Thursday": (
        "FREQ=MONTHLY;BYDAY=-1TH",
        D(2026, 1, 1),
        D(2026, 7, 1),
        days("2026-01-29 2026-02-26 2026-03-26 2026-04-30 2026-05-28 2026-06-25"),
    ),
    "the second Wednesday of every third month": (
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE",
        D(2026, 1, 14),
        D(2027, 1, 1),
        days("2026-01-14 2026-04-08 2026-07-08 2026-10-14"),
    ),
    "the fourth and the last Thursday are one date when they meet": (
        "FREQ=MONTHLY;BYDAY=4TH,-1TH",
        D(2026, 1, 1),
        D(2026, 3, 1),
        days("2026-01-22 2026-01-29 2026-02-26"),
    ),
    "the 28th and the last day are one date in February": (
        "FREQ=MONTHLY;BYMONTHDAY=28,-1",
        D(2026, 1, 1),
        D(2026, 3, 1),
        days("2026-01-28 2026-01-31 2026-02-28"),
    ),
    "the third day from the end": (
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        D(2028, 1, 1),
        D(2028, 5, 1),
        days("2028-01-29 2028-02-27 2028-03-29 2028-04-28"),
    ),
    "every year": (
        "FREQ=YEARLY",
        D(2024, 5, 11),
        D(2027, 5, 11),
        days("2024-05-11 2025-05-11 2026-05-11"),
    ),
    "29 February comes in leap years only": (
        "FREQ=YEARLY",
        D(2024, 2, 29),
        D(2033, 1, 1),
        days("2024-02-29 2028-02-29 2032-02-29"),
    ),
    "29 February every third year": (
        "FREQ=YEARLY;INTERVAL=3",
        D(2024, 2, 29),
        D(2049, 1, 1),
        days("2024-02-29 2036-02-29 2048-02-29"),
    ),
    "a count counts from the start": (
        "FREQ=WEEKLY;BYDAY=TU;COUNT=3",
        D(2026, 1, 6),
        D(2027, 1, 1),
        days("2026-01-06 2026-01-13 2026-01-20"),
    ),
    "the end is included": (
        "FREQ=DAILY;UNTIL=20260102",
        D(2026, 1, 1),
        D(2027, 1, 1),
        days("2026-01-01 2026-01-02"),
    ),
    "a start that does not match is not a date": (
        "FREQ=WEEKLY;BYDAY=TU;COUNT=2",
        D(2026, 1, 7),
        D(2027, 1, 1),
        days("2026-01-13 2026-01-20"),
    ),
    "an interval counts from a start that does not match": (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        D(2026, 11, 25),
        D(2026, 12, 31),
        days("2026-12-07 2026-12-21"),
    ),
}

FIRST_DAYS_OF_PERIODS = [
    ("FREQ=WEEKLY;BYDAY=MO,WE", D(2020, 1, 1), D(2026, 11, 23)),
    ("FREQ=MONTHLY;BYMONTHDAY=1", D(2020, 1, 1), D(2026, 11, 1)),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", D(2020, 2, 1), D(2026, 11, 1)),
    ("FREQ=MONTHLY;BYDAY=1SU", D(2020, 1, 5), D(2026, 11, 1)),
    ("FREQ=YEARLY", D(2000, 1, 1), D(2026, 1, 1)),
    ("FREQ=YEARLY;INTERVAL=13", D(2000, 1, 1), D(2026, 1, 1)),
]

LAST_THURSDAYS_THAT_ARE_HOLIDAYS = days("2025-12-25 2030-12-26 2031-12-25 2036-12-25")


@pytest.mark.parametrize(("text", "start", "before", "expected"), TABLE.values(), ids=TABLE)
def test_the_dates_of_a_rule(text: str, start: date, before: date, expected: list[date]) -> None:
    assert Rule.parse(text).dates(start, start, before) == expected


@pytest.mark.parametrize(("text", "start", "before", "expected"), TABLE.values(), ids=TABLE)
def test_timed_starts_keep_their_wall_clock_time(
    text: str, start: date, before: date, expected: list[date]
) -> None:
    at_six = datetime(start.year, start.month, start.day, 18)
    rule = Rule.parse(text).fitted_to(at_six)

    found = rule.dates(at_six, start, before)

    assert found == [datetime(day.year, day.month, day.day, 18) for day in expected]


def test_the_window_is_half_open_to_the_second() -> None:
    rule, start = Rule.daily(), datetime(2026, 1, 1, 10)

    assert rule.dates(start, datetime(2026, 1, 2, 10), datetime(2026, 1, 3, 10)) == [datetime(2026, 1, 2, 10)]
    assert rule.dates(start, datetime(2026, 1, 2, 10, 0, 1), datetime(2026, 1, 3, 10)) == []
    assert rule.dates(start, D(2026, 1, 5), D(2026, 1, 5)) == []
    assert rule.dates(start, D(2026, 1, 5), D(2026, 1, 4)) == []


@pytest.mark.parametrize(("text", "start", "first"), FIRST_DAYS_OF_PERIODS)
def test_a_late_window_keeps_the_first_day_of_a_period(text: str, start: date, first: date) -> None:
    found = Rule.parse(text).dates(start, first, first + timedelta(days=1))

    assert found == [first]


def test_the_end_of_a_timed_rule_is_included_to_the_second() -> None:
    start, before = datetime(2026, 1, 1, 10), D(2027, 1, 1)

    assert len(Rule.parse("FREQ=DAILY;UNTIL=20260103T100000").dates(start, start, before)) == 3
    assert len(Rule.parse("FREQ=DAILY;UNTIL=20260103T095959").dates(start, start, before)) == 2


def test_the_last_thursday_is_always_a_thursday_of_the_last_seven_days() -> None:
    found = Rule.monthly_on_weekday(-1, 3).dates(D(2025, 1, 1), D(2025, 1, 1), D(2041, 1, 1))

    assert len(found) == 16 * 12
    for day in found:
        assert day.weekday() == 3
        assert (day + timedelta(days=7)).month != day.month


def test_the_last_thursday_meets_a_fixed_holiday_four_times_from_2025_to_2040() -> None:
    fixed = {(1, 1), (3, 3), (5, 1), (5, 6), (5, 24), (9, 6), (9, 22), (12, 24), (12, 25), (12, 26)}
    found = Rule.monthly_on_weekday(-1, 3).dates(D(2025, 1, 1), D(2025, 1, 1), D(2041, 1, 1))

    assert [day for day in found if (day.month, day.day) in fixed] == LAST_THURSDAYS_THAT_ARE_HOLIDAYS


def test_the_next_dates_begin_at_the_asked_moment() -> None:
    rule = Rule.parse("FREQ=MONTHLY;BYDAY=-1TH")

    assert rule.next_dates(D(2020, 1, 1), D(2026, 11, 26), 2) == days("2026-11-26 2026-12-31")
    assert rule.next_dates(D(2020, 1, 1), D(2026, 11, 26), 0) == []
    assert Rule.daily(count=3).next_dates(D(2026, 1, 1), D(2026, 1, 3), 5) == [D(2026, 1, 3)]
    assert rule.next_dates(D(2020, 1, 1), D(2100, 12, 1), 9) == [D(2100, 12, 30)]


@pytest.mark.parametrize("number", [-1, MAX_DATES + 1])
def test_an_absurd_number_of_dates_is_refused(number: int) -> None:
    with pytest.raises(ExpansionLimit):
        Rule.daily().next_dates(D(2026, 1, 1), D(2026, 1, 1), number)


def test_a_rule_without_end_is_not_expanded_over_more_than_forty_years() -> None:
    rule, start = Rule.yearly(), D(2000, 1, 1)

    assert len(rule.dates(start, start, D(2040, 1, 1))) == 40
    assert len(rule.dates(start, D(1900, 1, 1), D(2040, 1, 1))) == 40
    with pytest.raises(ExpansionLimit) as refused:
        rule.dates(start, start, D(2042, 1, 1))
    assert refused.value.code == "window"


def test_too_many_dates_are_refused_and_never_cut_off_silently() -> None:
    rule, start = Rule.daily(), D(2000, 1, 1)

    assert len(rule.dates(start, start, start + timedelta(days=MAX_DATES))) == MAX_DATES
    with pytest.raises(ExpansionLimit) as refused:
        rule.dates(start, start, start + timedelta(days=MAX_DATES + 1))
    assert refused.value.code == "too-many"
    with pytest.raises(ExpansionLimit):
        rule.dates(start, start, D(2000, 1, 7), limit=5)


def test_an_aware_start_or_bound_is_refused() -> None:
    aware = datetime(2026, 1, 1, tzinfo=UTC)

    with pytest.raises(ValueError, match="naive"):
        Rule.daily().dates(aware, D(2026, 1, 1), D(2026, 2, 1))
    with pytest.raises(ValueError, match="naive"):
        Rule.daily().dates(D(2026, 1, 1), aware, D(2026, 2, 1))


@pytest.mark.parametrize(
    ("text", "start", "aligned"),
    [
        ("FREQ=DAILY;INTERVAL=5", D(2026, 1, 1), D(2026, 1, 1)),
        ("FREQ=YEARLY", D(2024, 2, 29), D(2024, 2, 29)),
        ("FREQ=WEEKLY;BYDAY=TH", D(2026, 11, 23), D(2026, 11, 26)),
        ("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", D(2026, 11, 24), D(2026, 11, 30)),
        ("FREQ=MONTHLY;BYDAY=-1TH", datetime(2026, 11, 27, 18), datetime(2026, 12, 31, 18)),
        ("FREQ=MONTHLY;BYDAY=-1TH", datetime(2026, 11, 26, 18), datetime(2026, 11, 26, 18)),
        ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1;COUNT=2", D(2026, 11, 2), D(2026, 12, 1)),
    ],
)
def test_a_start_is_aligned_to_the_next_day_its_rule_names(text: str, start: date, aligned: date) -> None:
    assert Rule.parse(text).aligned(start) == aligned


def test_two_years_of_an_old_rule_take_about_a_millisecond() -> None:
    start = datetime(1995, 1, 4, 10)
    rules = [
        Rule.daily(),
        Rule.weekly([0, 1, 2, 3, 4]),
        Rule.monthly_on_weekday(-1, 3),
        Rule.monthly_on_day(-1),
        Rule.yearly(),
    ]

    for rule in rules:
        best = min(_seconds(rule, start) for _ in range(10))
        # Ten times the measured need, so that a busy machine passes and a walk from 1995 does not.
        assert best < 0.010


def _seconds(rule: Rule, start: datetime) -> float:
    began = stopwatch.process_time()
    rule.dates(start, D(2058, 1, 1), D(2060, 1, 1))
    return stopwatch.process_time() - began
