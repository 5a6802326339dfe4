from dataclasses import replace
from datetime import date

import pytest
from hours_samples import (
    ART,
    CHILDREN,
    CHRISTMAS,
    CHRISTMAS_DAY,
    LAST_THURSDAY,
    LAST_THURSDAY_OF_JULY,
    LIBRARY,
    LIBRARY_WEEK,
    MONDAY,
    REPAIR,
    STANDING,
    SUMMER,
    SUNDAY,
    TUESDAY,
    art,
    children,
    library,
    verdict,
)

from events.hours import ClosureRule, Schedule, resolve
from events.recurrence import Rule

NAMELESS = ClosureRule("other", "Авария", MONDAY)
MONDAYS = ClosureRule(
    "inventory", "Инвентаризация", date(2026, 11, 1), date(2026, 11, 23), Rule.weekly([0]), key="mondays"
)
EVERY_OTHER_WEEK = ClosureRule(
    "other", "Почистване", date(2026, 11, 9), rule=Rule.weekly([0], 2), key="cleaning"
)
ENDED = ClosureRule("other", "Ранен край", date(2026, 11, 1), rule=Rule.daily(until=date(2026, 11, 22)))


CLOSURES = {
    "the last Thursday": (LIBRARY, LAST_THURSDAY, "closed closure:standing (regular)"),
    "the Thursday before it": (LIBRARY, date(2026, 11, 19), "8:30–18:30 regular"),
    "a fifth Thursday is the last one": (LIBRARY, date(2026, 12, 31), "closed closure:standing (regular)"),
    "and the fourth is then open": (LIBRARY, date(2026, 12, 24), "8:30–18:30 regular"),
    "a standing rule does not hold before it began": (LIBRARY, date(2013, 12, 26), "8:30–18:30 regular"),
    "a holiday on the last Thursday is one day with two reasons": (
        LIBRARY,
        CHRISTMAS_DAY,
        "closed closure:christmas closure:standing (regular)",
    ),
    "in the same order however they are given": (
        replace(LIBRARY, closures=(CHRISTMAS, STANDING)),
        CHRISTMAS_DAY,
        "closed closure:christmas closure:standing (regular)",
    ),
    "the last day of a period is included": (
        LIBRARY,
        date(2025, 12, 26),
        "closed closure:christmas (regular)",
    ),
    "the day after a period": (LIBRARY, date(2025, 12, 27), "8:30–14:30 regular"),
    "a closure without an end is one day": (
        library(closures=(NAMELESS,)),
        MONDAY,
        "closed closure (regular)",
    ),
    "and not the next one": (library(closures=(NAMELESS,)), TUESDAY, "8:30–18:30 regular"),
    "a recurring closure within a period": (
        library(closures=(MONDAYS,)),
        MONDAY,
        "closed closure:mondays (regular)",
    ),
    "not after its period": (library(closures=(MONDAYS,)), date(2026, 11, 30), "8:30–18:30 regular"),
    "every other week, in the week": (
        library(closures=(EVERY_OTHER_WEEK,)),
        MONDAY,
        "closed closure:cleaning (regular)",
    ),
    "every other week, off the week": (
        library(closures=(EVERY_OTHER_WEEK,)),
        date(2026, 11, 30),
        "8:30–18:30 regular",
    ),
    "after the end of a rule": (library(closures=(ENDED,)), MONDAY, "8:30–18:30 regular"),
    "the same closure twice is one reason": (
        library(closures=(REPAIR, REPAIR)),
        MONDAY,
        "closed closure:repair (regular)",
    ),
    "two closures without keys are two reasons": (
        library(closures=(NAMELESS, replace(NAMELESS, reason="Без ток"))),
        MONDAY,
        "closed closure closure (regular)",
    ),
    "a closure beats a season": (
        library(seasons=(SUMMER,)),
        LAST_THURSDAY_OF_JULY,
        "closed closure:standing (season:summer) (regular)",
    ),
    "a closure on a day off names both": (
        library(closures=(replace(NAMELESS, start=SUNDAY),)),
        SUNDAY,
        "closed closure (regular)",
    ),
    "a closure of the library closes a department": (
        ART,
        LAST_THURSDAY,
        "closed closure:standing (regular)",
    ),
    "and a follower": (CHILDREN, LAST_THURSDAY, "closed closure:standing (regular)"),
    "a department closes by itself": (
        art(closures=(REPAIR,)),
        MONDAY,
        "closed closure:repair (regular)",
    ),
    "a follower closes by itself": (
        children(closures=(REPAIR,)),
        MONDAY,
        "closed closure:repair (regular)",
    ),
    "both closures are named, the nearer first": (
        art(closures=(REPAIR,)),
        LAST_THURSDAY,
        "closed closure:repair closure:standing (regular)",
    ),
    "the closures of a follower and of the library add up": (
        children(closures=(REPAIR,)),
        LAST_THURSDAY,
        "closed closure:repair closure:standing (regular)",
    ),
    "a room closes by itself, its department and the library": (
        Schedule(LIBRARY_WEEK, closures=(NAMELESS, EVERY_OTHER_WEEK), parent=art(closures=(REPAIR,))),
        MONDAY,
        "closed closure closure:cleaning closure:repair (regular)",
    ),
    "a closure given to both is named once": (
        art(library(closures=(REPAIR,)), closures=(REPAIR,)),
        MONDAY,
        "closed closure:repair (regular)",
    ),
}


@pytest.mark.parametrize(("schedule", "day", "expected"), CLOSURES.values(), ids=CLOSURES)
def test_a_closure_closes_the_day_and_is_named(schedule: Schedule, day: date, expected: str) -> None:
    assert verdict(resolve(schedule, day)) == expected
