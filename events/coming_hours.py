"""The coming days' hours in a form that a script in the page reads behind any cache."""

import json
from datetime import date, timedelta

from events.hours import Schedule, span
from events.wording.moments import ON_WEEKDAYS
from pages.bulgarian import dates
from pages.navigation import active_language

DAYS = 14


def coming_hours(schedule: Schedule, today: date) -> str:
    """Return 14 days as JSON: `[["2026-11-23", [["8:30", "18:30"]], "в понеделник", "23 ноември"], …]`.

    Times are wall-clock in Europe/Sofia, half-open; the words are in the active language.
    """
    language = active_language()
    days = span(schedule, today, today + timedelta(days=DAYS - 1))
    return json.dumps(
        [
            [
                day.day.isoformat(),
                [[dates.clock(one.opens), dates.clock(one.closes)] for one in day.intervals],
                str(ON_WEEKDAYS[day.day.weekday()]),
                dates.day_and_month(day.day, language),
            ]
            for day in days
        ],
        ensure_ascii=False,
    )
