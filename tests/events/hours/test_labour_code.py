"""The proposed holidays against article 154 of the Labour Code, computed here from its text alone."""

from datetime import date, timedelta

import pytest

from events.hours import proposed_holidays

# Paragraph 1, but for Easter; Christmas is its eve and two days.
FIXED = ((1, 1), (3, 3), (5, 1), (5, 6), (5, 24), (9, 6), (9, 22), (12, 24), (12, 25), (12, 26))
FROM_EASTER = (-2, -1, 0, 1)

# Known from church calendars, so that the computation below is not its own witness.
EASTERS = {
    2021: date(2021, 5, 2),
    2022: date(2022, 4, 24),
    2023: date(2023, 4, 16),
    2024: date(2024, 5, 5),
    2025: date(2025, 4, 20),
    2026: date(2026, 4, 12),
    2027: date(2027, 5, 2),
    2028: date(2028, 4, 16),
    2029: date(2029, 4, 8),
    2030: date(2030, 4, 28),
}


def orthodox_easter(year: int) -> date:
    """The Sunday after the full moon of the old calendar, as a date of the new one (1900–2099)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    old_style = date(year, (moon + sunday + 114) // 31, (moon + sunday + 114) % 31 + 1)
    return old_style + timedelta(days=13)


def by_the_code(year: int) -> tuple[set[date], set[date]]:
    """The holidays of a year, and the free working days that paragraph 2 gives for those on a weekend.

    „Когато официалните празници по ал. 1, с изключение на Великденските, съвпадат със събота и/или
    неделя, първият или първите два работни дни след тях са неприсъствени.“
    """
    fixed = [date(year, month, day) for month, day in FIXED]
    holidays = {*fixed, *(orthodox_easter(year) + timedelta(days=days) for days in FROM_EASTER)}
    substitutes: set[date] = set()
    for day in fixed:
        if day.weekday() >= 5:
            free = day + timedelta(days=1)
            while free.weekday() >= 5 or free in holidays or free in substitutes:
                free += timedelta(days=1)
            substitutes.add(free)
    return holidays, substitutes


@pytest.mark.parametrize("year", EASTERS)
def test_easter_is_on_its_sunday(year: int) -> None:
    assert orthodox_easter(year) == EASTERS[year]


@pytest.mark.parametrize("year", range(2021, 2031))
def test_the_holidays_of_a_year_are_those_of_the_labour_code(year: int) -> None:
    holidays, substitutes = by_the_code(year)
    proposed = [one for one in proposed_holidays(year) if not one.administration_only]

    assert {one.day for one in proposed if not one.is_substitute} == holidays
    assert {one.day for one in proposed if one.is_substitute} == substitutes


@pytest.mark.parametrize("year", range(2021, 2031))
def test_days_off_of_the_state_administration_are_no_holidays_of_the_code(year: int) -> None:
    holidays, substitutes = by_the_code(year)
    others = {one.day for one in proposed_holidays(year) if one.administration_only}

    assert not others & (holidays | substitutes)
