from datetime import date, timedelta

import pytest
from hours_samples import (
    ART_WEEK,
    DEPARTMENTS,
    JULY,
    LIBRARY,
    LIBRARY_WEEK,
    REPAIR,
    SUMMER,
    art,
    children,
    hours,
    library,
    on,
    week,
)
from hypothesis import given
from osm_reader import days_from, hours_on

from events.hours import ClosureRule, Schedule, Season, Week, resolve, write_opening_hours
from events.hours.osm import MAX_LENGTH
from events.recurrence import Rule

NOVEMBER, JUNE = date(2026, 11, 20), date(2026, 6, 1)
PLAIN = Schedule(LIBRARY_WEEK)
WINTER = Season(date(2026, 12, 20), date(2027, 1, 5), week("10:00-16:00"), "Зима")
SECOND_AND_LAST = ClosureRule("other", "", date(2020, 1, 1), rule=Rule.parse("FREQ=MONTHLY;BYDAY=2MO,-1FR"))
WEEKLY = ClosureRule("other", "", date(2026, 11, 23), rule=Rule.weekly([0], count=2))
ODD_WEEK = Week(tuple(hours("9:00-12:00 13:00-17:00") if day in (0, 1, 3) else () for day in range(7)))

OF_ART = "Mo-Fr 08:30-17:00"
STANDARD = "Mo-Fr 08:30-18:30; Sa 08:30-14:30; Th[-1] off"

EXPECTED = {
    "a plain week": (PLAIN, NOVEMBER, "Mo-Fr 08:30-18:30; Sa 08:30-14:30"),
    "the standing rule is said as it is": (
        LIBRARY,
        NOVEMBER,
        "Mo-Fr 08:30-18:30; Sa 08:30-14:30; Th[-1] off",
    ),
    "a department has its own week and the library's closures": (
        art(),
        NOVEMBER,
        "Mo-Fr 08:30-17:00; Th[-1] off",
    ),
    "a department without hours follows": (
        children(),
        NOVEMBER,
        "Mo-Fr 08:30-18:30; Sa 08:30-14:30; Th[-1] off",
    ),
    "single weekdays and a break": (Schedule(ODD_WEEK), NOVEMBER, "Mo,Tu,Th 09:00-12:00,13:00-17:00"),
    "never open": (Schedule(Week()), NOVEMBER, "Mo-Su off"),
    "nothing known": (Schedule(), NOVEMBER, ""),
    "a season, with its days of rest": (
        Schedule(LIBRARY_WEEK, seasons=(SUMMER,)),
        JUNE,
        "Mo-Fr 08:30-18:30; Sa 08:30-14:30; "
        "2026 Jul 01-Aug 31 Mo-Fr 09:00-17:00; 2026 Jul 01-Aug 31 Sa,Su off",
    ),
    "a season over the new year": (
        Schedule(ART_WEEK, seasons=(WINTER,)),
        NOVEMBER,
        "Mo-Fr 08:30-17:00; 2026 Dec 20-2027 Jan 05 Mo-Fr 10:00-16:00; 2026 Dec 20-2027 Jan 05 Sa,Su off",
    ),
    "a season that is over is not said": (
        Schedule(ART_WEEK, seasons=(SUMMER,)),
        NOVEMBER,
        "Mo-Fr 08:30-17:00",
    ),
    "of two seasons the one that wins is said last": (
        Schedule(ART_WEEK, seasons=(JULY, SUMMER)),
        JUNE,
        "Mo-Fr 08:30-17:00; 2026 Jul 01-Aug 31 Mo-Fr 09:00-17:00; 2026 Jul 01-Aug 31 Sa,Su off; "
        "2026 Jul 01-31 Mo-Fr 09:00-16:00; 2026 Jul 01-31 Sa,Su off",
    ),
    "two weekdays of the month in one rule": (
        Schedule(ART_WEEK, closures=(SECOND_AND_LAST,)),
        NOVEMBER,
        "Mo-Fr 08:30-17:00; Mo[2],Fr[-1] off",
    ),
    "a repair is said by its days": (
        Schedule(ART_WEEK, closures=(REPAIR,)),
        NOVEMBER,
        "Mo-Fr 08:30-17:00; 2026 Nov 23-27 off",
    ),
    "what OSM cannot repeat is said by its days": (
        Schedule(ART_WEEK, closures=(WEEKLY,)),
        NOVEMBER,
        "Mo-Fr 08:30-17:00; 2026 Nov 23 off; 2026 Nov 30 off",
    ),
    "an exception that opens the last Thursday": (
        library(exceptions=(on(date(2026, 11, 26), "10:00-12:00"),)),
        NOVEMBER,
        "Mo-Fr 08:30-18:30; Sa 08:30-14:30; Th[-1] off; 2026 Nov 26 10:00-12:00",
    ),
    "longer hours of one evening": (
        Schedule(ART_WEEK, exceptions=(on(date(2026, 11, 28), "18:00-23:59"),)),
        NOVEMBER,
        "Mo-Fr 08:30-17:00; 2026 Nov 28 18:00-23:59",
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_hours_are_said_as_openstreetmap_says_them(name: str) -> None:
    schedule, today, text = EXPECTED[name]
    assert write_opening_hours(schedule, today) == text


def test_a_holiday_is_a_date_and_never_ph() -> None:
    easter = ClosureRule("holiday", "Великден", date(2027, 4, 30), date(2027, 5, 3))
    text = write_opening_hours(library(closures=(easter,)), date(2027, 3, 1))
    assert "2027 Apr 30-May 03 off" not in text, "the Sunday needs no rule: it is a day of rest"
    assert "2027 Apr 30-May 01 off; 2027 May 03 off" in text
    assert "PH" not in text


def test_the_nearest_days_are_said_while_they_fit() -> None:
    days = [date(2026, 11, 23) + timedelta(days=7 * number) for number in range(40)]
    text = write_opening_hours(Schedule(ART_WEEK, exceptions=tuple(on(day, "") for day in days)), NOVEMBER)
    assert len(text) <= MAX_LENGTH
    said = [day for day in days if f"{day.year} {day:%b} {day:%d} off" in text]
    assert said == days[: len(said)]
    assert len(said) > 10


@given(DEPARTMENTS)
def test_read_back_the_text_gives_the_resolved_hours_up_to_the_first_day_that_did_not_fit(
    schedule: Schedule,
) -> None:
    today = date(2026, 1, 1)
    text = write_opening_hours(schedule, today)
    full = len(text) > MAX_LENGTH - 70
    for day in days_from(today, 366):
        if text:
            agrees = hours_on(text, day) == resolve(schedule, day).intervals
            assert agrees or full, day
            if not agrees:
                break
