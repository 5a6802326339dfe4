"""Days of two years of a library with all its kinds of rules, and what each of its places does on them.

A row is a date, what kind of day it is, and the hours of the library, the Art department (a week and a
summer of its own), the Children's department (follows the library, with holidays of its own) and the
Methodology department (a week with a break, no season).
"""

from datetime import date

import pytest
from hours_samples import hours, on, week

from events.hours import ClosureRule, Schedule, Season, resolve
from events.recurrence import Rule

D = date.fromisoformat
REST = "closed"


def holiday(name: str, first: str, last: str = "") -> ClosureRule:
    return ClosureRule("holiday", name, D(first), D(last) if last else None, key=name)


STANDING = ClosureRule(
    "no_readers", "", date(2014, 1, 1), rule=Rule.monthly_on_weekday(-1, 3), key="standing"
)
LIBRARY = Schedule(
    week("8:30-18:30", "8:30-14:30"),
    seasons=(Season(D("2026-07-15"), D("2026-08-31"), week("8:30-17:30"), "Лято", "summer"),),
    exceptions=(
        on(D("2026-12-05"), "8:30-23:30", "night"),
        on(D("2026-11-29"), "10:00-14:00", "extra"),
        on(D("2026-12-23"), "8:30-15:00", "early"),
        on(D("2026-04-30"), "10:00-13:00", "open-anyway"),
        on(D("2026-03-29"), "10:00-12:00", "clocks-forward"),
        on(D("2026-10-25"), "2:00-3:30 10:00-12:00", "clocks-back"),
        on(D("2026-09-16"), "", "power-cut"),
    ),
    closures=(
        STANDING,
        holiday("Нова година 2026", "2026-01-01"),
        holiday("3 март", "2026-03-03"),
        holiday("Коледа 2025", "2025-12-24", "2025-12-26"),
        holiday("Коледа 2026", "2026-12-24", "2026-12-26"),
        holiday("почивен ден за 26 декември", "2026-12-28"),
        holiday("Нова година 2027", "2027-01-01"),
        ClosureRule("election", "Избори", D("2026-11-08"), key="election"),
        ClosureRule("repair", "Ремонт на входа", D("2026-06-27"), D("2026-06-30"), key="entrance"),
    ),
    name="Библиотека",
)
ART = Schedule(
    week("8:30-17:00"),
    seasons=(Season(D("2026-07-15"), D("2026-08-31"), week("8:30-16:00"), "Лято", "art-summer"),),
    exceptions=(on(D("2026-12-15"), "8:30-13:00", "rehearsal"),),
    closures=(ClosureRule("repair", "Осветление", D("2026-12-14"), D("2026-12-16"), key="lights"),),
    parent=LIBRARY,
    name="Изкуство",
)
CHILDREN = Schedule(
    seasons=(Season(D("2026-12-28"), D("2027-01-03"), week("9:00-13:00"), "Ваканция", "winter"),),
    exceptions=(on(D("2026-11-26"), "10:00-12:00", "tales"),),
    closures=(ClosureRule("inventory", "Преброяване", D("2027-01-04"), D("2027-01-08"), key="count"),),
    parent=LIBRARY,
    name="Детски отдел",
)
METHODOLOGY = Schedule(
    week("8:30-12:30 13:00-17:00"),
    exceptions=(on(D("2026-07-30"), "9:00-11:00", "practicum"),),
    closures=(
        ClosureRule(
            "other", "Посещения", D("2026-10-02"), D("2026-10-23"), rule=Rule.weekly([4]), key="visits"
        ),
    ),
    parent=LIBRARY,
    name="Методика",
)
PLACES = {
    "the library": LIBRARY,
    "the Art department": ART,
    "the Children's department": CHILDREN,
    "the Methodology department": METHODOLOGY,
}

ALL_DAY, SATURDAY, ART_DAY, BREAK = "8:30-18:30", "8:30-14:30", "8:30-17:00", "8:30-12:30 13:00-17:00"
USUAL = (ALL_DAY, ART_DAY, ALL_DAY, BREAK)
USUAL_SATURDAY = (SATURDAY, REST, SATURDAY, REST)
SUMMER = ("8:30-17:30", "8:30-16:00", "8:30-17:30", BREAK)
SHUT = (REST,) * 4

ROWS: dict[str, tuple[str, tuple[str, ...]]] = {
    # The usual week.
    "2026-11-23": ("an ordinary Monday", USUAL),
    "2026-11-24": ("an ordinary Tuesday", USUAL),
    "2026-11-25": ("an ordinary Wednesday", USUAL),
    "2026-11-19": ("a Thursday that is not the last", USUAL),
    "2026-11-27": ("the Friday after the last Thursday", USUAL),
    "2026-11-28": ("an ordinary Saturday", USUAL_SATURDAY),
    "2026-11-22": ("an ordinary Sunday", SHUT),
    "2027-01-11": ("a Monday of the next year", USUAL),
    "2028-02-29": ("29 February of a leap year, a Tuesday", USUAL),
    # The last Thursday.
    "2026-10-29": ("the last Thursday of October", SHUT),
    "2026-10-22": ("the fourth Thursday of five", USUAL),
    "2026-02-26": ("the last Thursday of February", SHUT),
    "2028-02-24": ("the last Thursday of a February with 29 days", SHUT),
    "2026-12-31": ("the last Thursday on New Year's Eve", SHUT),
    "2026-11-26": ("a last Thursday with tales for children", (REST, REST, "10:00-12:00", REST)),
    "2026-04-30": (
        "a last Thursday on which the house opens all the same",
        ("10:00-13:00", "10:00-13:00", "10:00-13:00", "10:00-12:30"),
    ),
    "2025-12-25": ("Christmas on the last Thursday", SHUT),
    # Public holidays.
    "2026-01-01": ("New Year on a Thursday", SHUT),
    "2026-01-02": ("the working Friday after New Year", USUAL),
    "2026-03-03": ("3 March on a Tuesday", SHUT),
    "2025-12-24": ("the first day of Christmas", SHUT),
    "2025-12-26": ("the last day of Christmas", SHUT),
    "2025-12-27": ("the Saturday after Christmas", USUAL_SATURDAY),
    "2026-12-26": ("Christmas on a Saturday", SHUT),
    "2026-12-28": ("the substitute for a holiday on a Saturday", SHUT),
    "2027-01-01": ("New Year in the children's season", SHUT),
    # Seasons.
    "2026-07-14": ("the day before the summer", USUAL),
    "2026-07-15": ("the first day of the summer", SUMMER),
    "2026-08-31": ("the last day of the summer", SUMMER),
    "2026-09-01": ("the day after the summer", USUAL),
    "2026-07-18": ("a Saturday of the summer", SHUT),
    "2026-08-27": ("the last Thursday in the summer", SHUT),
    "2026-07-30": ("a last Thursday in summer with a practicum", (REST, REST, REST, "9:00-11:00")),
    "2026-12-29": ("a Tuesday in the children's own season", (ALL_DAY, ART_DAY, "9:00-13:00", BREAK)),
    "2027-01-02": ("a Saturday in the children's own season", (SATURDAY, REST, REST, REST)),
    # Exceptions of the house.
    "2026-12-05": (
        "a Saturday with a night of reading",
        ("8:30-23:30", REST, "8:30-23:30", REST),
    ),
    "2026-11-29": ("a Sunday with extra hours", ("10:00-14:00", REST, "10:00-14:00", REST)),
    "2026-12-23": (
        "a day on which the house closes early",
        ("8:30-15:00", "8:30-15:00", "8:30-15:00", "8:30-12:30 13:00-15:00"),
    ),
    "2026-09-16": ("a day without electricity", SHUT),
    # Closures of the house and of departments.
    "2026-11-08": ("an election Sunday", SHUT),
    "2026-06-26": ("the eve of the repair of the entrance", USUAL),
    "2026-06-27": ("the Saturday that begins the repair", SHUT),
    "2026-06-30": ("the last day of the repair", SHUT),
    "2026-12-14": ("the first day of the new lights in Art", (ALL_DAY, REST, ALL_DAY, BREAK)),
    "2026-12-15": ("a rehearsal during the new lights in Art", (ALL_DAY, "8:30-13:00", ALL_DAY, BREAK)),
    "2026-12-17": ("the day after the new lights in Art", USUAL),
    "2027-01-04": ("the first day of counting the children's books", (ALL_DAY, ART_DAY, REST, BREAK)),
    "2027-01-08": ("the last day of counting the children's books", (ALL_DAY, ART_DAY, REST, BREAK)),
    "2026-10-02": ("the first Friday of visits to libraries", (ALL_DAY, ART_DAY, ALL_DAY, REST)),
    "2026-10-23": ("the last Friday of visits to libraries", (ALL_DAY, ART_DAY, ALL_DAY, REST)),
    "2026-10-30": ("the Friday after the visits", USUAL),
    "2026-10-08": ("a Thursday between the visits", USUAL),
    # Clock changes.
    "2026-03-29": ("the Sunday on which clocks go forward", ("10:00-12:00", REST, "10:00-12:00", REST)),
    "2026-10-25": (
        "the Sunday on which clocks go back",
        ("2:00-3:30 10:00-12:00", REST, "2:00-3:30 10:00-12:00", REST),
    ),
    "2027-03-28": ("a Sunday on which clocks go forward and nothing is open", SHUT),
    "2026-10-26": ("the Monday after clocks went back", USUAL),
}
CASES = [
    pytest.param(D(day), schedule, expected, id=f"{place} on {kind}")
    for day, (kind, row) in ROWS.items()
    for (place, schedule), expected in zip(PLACES.items(), row, strict=True)
]


def test_there_are_enough_days_and_every_one_has_a_name_of_its_own() -> None:
    assert len(CASES) >= 150
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize(("day", "schedule", "expected"), CASES)
def test_the_hours_are_those_of_the_table(day: date, schedule: Schedule, expected: str) -> None:
    assert resolve(schedule, day).intervals == (hours(expected) if expected != REST else ())
