from datetime import date

import pytest

from events.hours import proposed_holidays
from events.recurrence import Rule

OF_2026 = {
    "2026-01-01": "Нова година",
    "2026-03-03": "Ден на Освобождението на България от османско иго",
    "2026-04-10": "Велики петък",
    "2026-04-11": "Велика събота",
    "2026-04-12": "Великден",
    "2026-04-13": "Великден",
    "2026-05-01": "Ден на труда и на международната работническа солидарност",
    "2026-05-06": "Гергьовден, Ден на храбростта и Българската армия",
    "2026-09-22": "Ден на Независимостта на България",
    "2026-12-24": "Бъдни вечер",
    "2026-12-25": "Рождество Христово",
}


def by_date(year: int) -> dict[str, str]:
    return {holiday.day.isoformat(): holiday.name for holiday in proposed_holidays(year)}


def test_the_holidays_of_a_year_are_proposed_in_bulgarian() -> None:
    assert by_date(2026).items() >= OF_2026.items()


def test_days_come_once_and_in_order() -> None:
    for year in range(1990, 2101):
        days = [holiday.day for holiday in proposed_holidays(year)]
        assert days == sorted(set(days))
        assert {day.year for day in days} <= {year}


@pytest.mark.parametrize(
    ("year", "substitutes"),
    [
        (2025, {date(2025, 5, 26), date(2025, 9, 8)}),
        (2026, {date(2026, 5, 25), date(2026, 9, 7), date(2026, 12, 28)}),
        (2027, {date(2027, 5, 4), date(2027, 12, 27), date(2027, 12, 28)}),
        (2016, set()),
    ],
)
def test_a_holiday_on_a_weekend_brings_a_marked_weekday(year: int, substitutes: set[date]) -> None:
    found = {holiday.day for holiday in proposed_holidays(year) if holiday.is_substitute}

    assert found == substitutes


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2025, {date(2025, 12, 31)}),
        (2026, {date(2026, 1, 2)}),
        (2004, {date(2004, 4, 2), date(2004, 5, 7)}),
        (2027, set()),
    ],
)
def test_days_off_of_the_state_administration_are_marked(year: int, days: set[date]) -> None:
    assert {one.day for one in proposed_holidays(year) if one.administration_only} == days


def test_two_holidays_on_one_date_are_one_day_with_both_names() -> None:
    name = by_date(2027)["2027-05-01"]

    assert name == "Велика събота; Ден на труда и на международната работническа солидарност"


def test_the_last_thursday_is_a_public_holiday_four_times_from_2025_to_2040() -> None:
    holidays = {
        holiday.day
        for year in range(2025, 2041)
        for holiday in proposed_holidays(year)
        if not holiday.administration_only
    }
    thursdays = Rule.monthly_on_weekday(-1, 3).dates(date(2025, 1, 1), date(2025, 1, 1), date(2041, 1, 1))

    assert [day for day in thursdays if day in holidays] == [
        date(2025, 12, 25),
        date(2030, 12, 26),
        date(2031, 12, 25),
        date(2036, 12, 25),
    ]
