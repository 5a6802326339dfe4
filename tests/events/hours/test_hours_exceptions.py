from datetime import date

import pytest
from hours_samples import (
    ART,
    ART_WEEK,
    JULY,
    JULY_MONDAY,
    LAST_THURSDAY,
    LIBRARY_WEEK,
    MONDAY,
    REPAIR,
    SUMMER,
    SUNDAY,
    TUESDAY,
    art,
    children,
    library,
    on,
    verdict,
)

from events.hours import Schedule, resolve

EXCEPTIONS = {
    "a shorter day": (
        library(exceptions=(on(MONDAY, "8:30-12:00"),)),
        MONDAY,
        "8:30–12:00 exception:x (regular)",
    ),
    "a longer day": (
        library(exceptions=(on(MONDAY, "8:30-21:00"),)),
        MONDAY,
        "8:30–21:00 exception:x (regular)",
    ),
    "only on its date": (library(exceptions=(on(MONDAY, "8:30-12:00"),)), TUESDAY, "8:30–18:30 regular"),
    "a closed day": (library(exceptions=(on(MONDAY, ""),)), MONDAY, "closed exception:x (regular)"),
    "open on a Sunday": (
        library(exceptions=(on(SUNDAY, "10:00-14:00"),)),
        SUNDAY,
        "10:00–14:00 exception:x (regular)",
    ),
    "an exception beats a closure": (
        library(exceptions=(on(LAST_THURSDAY, "10:00-14:00"),)),
        LAST_THURSDAY,
        "10:00–14:00 exception:x (closure:standing) (regular)",
    ),
    "an exception beats a season": (
        library(seasons=(SUMMER,), exceptions=(on(JULY_MONDAY, "8:00-9:00"),)),
        JULY_MONDAY,
        "8:00–9:00 exception:x (season:summer) (regular)",
    ),
    "of two exceptions the closed one holds": (
        library(exceptions=(on(MONDAY, "8:30-12:00", "open"), on(MONDAY, "", "closed"))),
        MONDAY,
        "closed exception:closed (exception:open) (regular)",
    ),
    "of two open ones the earlier": (
        library(exceptions=(on(MONDAY, "9:00-12:00", "late"), on(MONDAY, "8:30-12:00", "early"))),
        MONDAY,
        "8:30–12:00 exception:early (exception:late) (regular)",
    ),
    "a department open while the library is closed": (
        art(exceptions=(on(LAST_THURSDAY, "10:00-12:00"),)),
        LAST_THURSDAY,
        "10:00–12:00 exception:x (closure:standing) (regular)",
    ),
    "a follower open while the library is closed": (
        children(exceptions=(on(LAST_THURSDAY, "10:00-12:00"),)),
        LAST_THURSDAY,
        "10:00–12:00 exception:x (closure:standing) (regular)",
    ),
    "a department open during its own repair": (
        art(closures=(REPAIR,), exceptions=(on(MONDAY, "10:00-12:00"),)),
        MONDAY,
        "10:00–12:00 exception:x (closure:repair) (regular)",
    ),
    "an early closing of the house closes a department early": (
        art(library(exceptions=(on(MONDAY, "8:30-12:00"),))),
        MONDAY,
        "8:30–12:00 exception:x regular",
    ),
    "a long day of the house leaves a department its hours": (
        art(library(exceptions=(on(MONDAY, "8:30-21:00"),))),
        MONDAY,
        "8:30–17:00 exception:x regular",
    ),
    "an extra Sunday of the house does not open a department": (
        art(library(exceptions=(on(SUNDAY, "10:00-14:00"),))),
        SUNDAY,
        "closed exception:x (regular)",
    ),
    "but it opens a follower": (
        children(library(exceptions=(on(SUNDAY, "10:00-14:00"),))),
        SUNDAY,
        "10:00–14:00 exception:x (regular)",
    ),
    "a closed date of the house closes a department": (
        art(library(exceptions=(on(MONDAY, ""),))),
        MONDAY,
        "closed exception:x (regular)",
    ),
    "an exceptional opening of the house lifts its closure for a department too": (
        art(library(exceptions=(on(LAST_THURSDAY, "10:00-18:00"),))),
        LAST_THURSDAY,
        "10:00–17:00 exception:x (closure:standing) regular",
    ),
    "but not the department's own closure": (
        art(library(exceptions=(on(MONDAY, "10:00-18:00"),)), closures=(REPAIR,)),
        MONDAY,
        "closed closure:repair (exception:x) (regular)",
    ),
    "and a closure that it lifted does not come back by the department's own": (
        art(library(exceptions=(on(LAST_THURSDAY, "10:00-18:00"),)), closures=(REPAIR,)),
        LAST_THURSDAY,
        "closed closure:repair (exception:x) (closure:standing) (regular)",
    ),
    "the department's exception beats that of the house": (
        art(library(exceptions=(on(MONDAY, "", "house"),)), exceptions=(on(MONDAY, "9:00-10:00", "own"),)),
        MONDAY,
        "9:00–10:00 exception:own (exception:house) (regular)",
    ),
    "a department's season is kept within the exception of the house": (
        art(library(exceptions=(on(JULY_MONDAY, "8:30-12:00"),)), seasons=(JULY,)),
        JULY_MONDAY,
        "9:00–12:00 exception:x season:july (regular)",
    ),
    "a break of the house is a break of the department": (
        art(library(exceptions=(on(MONDAY, "8:00-10:00 11:00-12:00"),))),
        MONDAY,
        "8:30–10:00, 11:00–12:00 exception:x regular",
    ),
    "a room of a department hears of the closure of the library": (
        Schedule(ART_WEEK, parent=ART),
        LAST_THURSDAY,
        "closed closure:standing (regular)",
    ),
    "and the nearer exception decides for it": (
        Schedule(
            LIBRARY_WEEK,
            parent=art(
                library(exceptions=(on(MONDAY, "", "far"),)), exceptions=(on(MONDAY, "9:00-10:00", "near"),)
            ),
        ),
        MONDAY,
        "9:00–10:00 exception:near (exception:far) regular",
    ),
    "an exceptional opening of the house does not lift a closure of the department for its room": (
        Schedule(
            LIBRARY_WEEK,
            parent=art(library(exceptions=(on(MONDAY, "9:00-10:00"),)), closures=(REPAIR,)),
        ),
        MONDAY,
        "closed closure:repair (exception:x) (regular)",
    ),
}


@pytest.mark.parametrize(("schedule", "day", "expected"), EXCEPTIONS.values(), ids=EXCEPTIONS)
def test_an_exception_on_a_date_comes_first(schedule: Schedule, day: date, expected: str) -> None:
    assert verdict(resolve(schedule, day)) == expected
