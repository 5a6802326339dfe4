from dataclasses import replace
from datetime import date

import pytest
from hours_samples import (
    ART,
    CHILDREN,
    FRIDAY,
    JULY,
    JULY_MONDAY,
    LIBRARY,
    MONDAY,
    SATURDAY,
    SUMMER,
    SUNDAY,
    WEDNESDAY,
    art,
    children,
    library,
    verdict,
    week,
)

from events.hours import Schedule, Season, resolve

HEAT = Season(date(2026, 7, 6), date(2026, 7, 10), week("7:00-13:00"), "Жега", key="heat")

USUAL_DAYS = {
    "the library on a Monday": (LIBRARY, MONDAY, "8:30–18:30 regular"),
    "the library on a Wednesday": (LIBRARY, WEDNESDAY, "8:30–18:30 regular"),
    "the library on a Friday": (LIBRARY, FRIDAY, "8:30–18:30 regular"),
    "the library on a Saturday": (LIBRARY, SATURDAY, "8:30–14:30 regular"),
    "the library on a Sunday": (LIBRARY, SUNDAY, "closed regular"),
    "a department with its own hours": (ART, MONDAY, "8:30–17:00 regular"),
    "a department that rests on Saturday": (ART, SATURDAY, "closed regular"),
    "a department without hours follows the library": (CHILDREN, MONDAY, "8:30–18:30 regular"),
    "a follower on a Sunday": (CHILDREN, SUNDAY, "closed regular"),
    "nothing at all is known": (Schedule(), MONDAY, "closed none"),
    "a follower of nothing": (Schedule(parent=Schedule()), MONDAY, "closed none"),
    "a lunch break": (Schedule(week("8:30-12:00 13:00-18:30")), MONDAY, "8:30–12:00, 13:00–18:30 regular"),
    "intervals that touch become one": (
        Schedule(week("12:00-18:30 8:30-12:00")),
        MONDAY,
        "8:30–18:30 regular",
    ),
    "an interval inside another adds nothing": (
        Schedule(week("8:30-18:30 9:00-10:00")),
        MONDAY,
        "8:30–18:30 regular",
    ),
    "a day of the clock change in spring": (
        Schedule(week("", "", "2:00-5:00")),
        date(2026, 3, 29),
        "2:00–5:00 regular",
    ),
    "29 February": (LIBRARY, date(2028, 2, 29), "8:30–18:30 regular"),
    "the first known year": (LIBRARY, date(1990, 1, 1), "8:30–18:30 regular"),
    "the last known day": (LIBRARY, date(2100, 12, 31), "8:30–18:30 regular"),
}

SEASONS = {
    "summer hours replace the week": (
        library(seasons=(SUMMER,)),
        JULY_MONDAY,
        "9:00–17:00 season:summer (regular)",
    ),
    "the first day of a season": (
        library(seasons=(SUMMER,)),
        date(2026, 7, 1),
        "9:00–17:00 season:summer (regular)",
    ),
    "the last day of a season": (
        library(seasons=(SUMMER,)),
        date(2026, 8, 31),
        "9:00–17:00 season:summer (regular)",
    ),
    "the day before a season": (library(seasons=(SUMMER,)), date(2026, 6, 30), "8:30–18:30 regular"),
    "the day after a season": (library(seasons=(SUMMER,)), date(2026, 9, 1), "8:30–18:30 regular"),
    "a season closes a weekday that the week opens": (
        library(seasons=(SUMMER,)),
        date(2026, 7, 4),
        "closed season:summer (regular)",
    ),
    "of two seasons the shorter holds": (
        library(seasons=(SUMMER, HEAT)),
        JULY_MONDAY,
        "7:00–13:00 season:heat (season:summer) (regular)",
    ),
    "whichever of them is given first": (
        library(seasons=(HEAT, SUMMER)),
        JULY_MONDAY,
        "7:00–13:00 season:heat (season:summer) (regular)",
    ),
    "of two equally long seasons the later one holds": (
        library(
            seasons=(
                replace(JULY, start=date(2026, 6, 20), end=date(2026, 7, 20), key="earlier"),
                JULY,
            )
        ),
        JULY_MONDAY,
        "9:00–16:00 season:july (season:earlier) (regular)",
    ),
    "of two seasons on the same days the first by name holds": (
        library(seasons=(replace(JULY, name="Я", key="last"), replace(JULY, name="А", key="first"))),
        JULY_MONDAY,
        "9:00–16:00 season:first (season:last) (regular)",
    ),
    "a follower follows the season of the library": (
        children(library(seasons=(SUMMER,))),
        JULY_MONDAY,
        "9:00–17:00 season:summer (regular)",
    ),
    "a season of the library leaves a department with its own week alone": (
        art(library(seasons=(SUMMER,))),
        JULY_MONDAY,
        "8:30–17:00 regular",
    ),
    "a department with only a season has hours of its own in it": (
        children(seasons=(JULY,)),
        JULY_MONDAY,
        "9:00–16:00 season:july",
    ),
    "and follows the library outside it": (children(seasons=(JULY,)), MONDAY, "8:30–18:30 regular"),
    "a schedule with only a season is unknown outside it": (Schedule(seasons=(JULY,)), MONDAY, "closed none"),
}

CASES = USUAL_DAYS | SEASONS


@pytest.mark.parametrize(("schedule", "day", "expected"), CASES.values(), ids=CASES)
def test_a_day_has_the_hours_of_its_week_or_season(schedule: Schedule, day: date, expected: str) -> None:
    assert verdict(resolve(schedule, day)) == expected
