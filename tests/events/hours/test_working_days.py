from datetime import date, timedelta

import pytest
from hours_samples import ART_WEEK, DEPARTMENTS, LIBRARY, REPAIR, Schedule, art, library, on
from hypothesis import given
from hypothesis import strategies as st

from events.hours import ClosureRule, HoursError, is_working_day, resolve, working_day_after

TUESDAY = date(2026, 11, 24)
STOCKTAKING = ClosureRule("inventory", "", date(2026, 11, 25), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("schedule", "day", "number", "due"),
    [
        (LIBRARY, TUESDAY, 1, date(2026, 11, 25)),
        (LIBRARY, date(2026, 11, 25), 1, date(2026, 11, 26)),
        (LIBRARY, TUESDAY, 4, date(2026, 11, 28)),
        (LIBRARY, TUESDAY, 5, date(2026, 11, 30)),
        (art(), TUESDAY, 4, date(2026, 11, 30)),
        (art(closures=(REPAIR,)), TUESDAY, 1, date(2026, 11, 30)),
        (art(closures=(STOCKTAKING,)), TUESDAY, 1, date(2026, 11, 25)),
        (LIBRARY, date(2025, 12, 24), 1, date(2025, 12, 27)),
        (library(exceptions=(on(date(2026, 11, 29), "10:00-12:00"),)), TUESDAY, 5, date(2026, 11, 29)),
        (LIBRARY, TUESDAY, 250, date(2027, 9, 11)),
    ],
    ids=[
        "the next day",
        "people are at work on the last Thursday",
        "Saturday counts while the library is open on it",
        "Sunday does not",
        "a department that rests on Saturday",
        "a repair sends people home",
        "stocktaking does not",
        "a holiday is no working day, the last Thursday or not",
        "an extra Sunday is one",
        "the longest term",
    ],
)
def test_what_is_due_in_working_days_falls_on(schedule: Schedule, day: date, number: int, due: date) -> None:
    assert working_day_after(schedule, day, number) == due


@given(DEPARTMENTS, st.dates(date(2025, 12, 20), date(2026, 1, 20)), st.integers(1, 30))
def test_between_a_day_and_what_is_due_lie_just_so_many_working_days(
    department: Schedule, day: date, number: int
) -> None:
    coming = [resolve(department, day + timedelta(days=ahead)) for ahead in range(1, 400)]
    if sum(map(is_working_day, coming)) < number:
        with pytest.raises(HoursError):
            working_day_after(department, day, number)
        return
    due = working_day_after(department, day, number)
    between = coming[: (due - day).days]
    assert sum(map(is_working_day, between)) == number
    assert is_working_day(between[-1])


def test_a_library_that_never_opens_has_no_due_day() -> None:
    with pytest.raises(HoursError) as refused:
        working_day_after(Schedule(), TUESDAY, 3)
    assert refused.value.code == "working-days"


@pytest.mark.parametrize("number", [0, -1, 251])
def test_an_impossible_number_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 250"):
        working_day_after(Schedule(ART_WEEK), TUESDAY, number)
