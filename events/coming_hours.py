"""The coming days' hours in a form that a script in a page reads behind any cache."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.hours import LOOK_AHEAD, Day, Schedule, periods
from events.hours.resolution import days_between
from events.recurrence import LAST_YEAR, to_wall
from events.wording.moments import ON_WEEKDAYS, on_date
from events.wording.week import short_reasons
from pages.bulgarian import dates
from pages.navigation import active_language

DAYS = 14


def coming_hours(schedule: Schedule, today: date, version: int = 0) -> str:
    """Return 14 days, and the next day after them that opens, with the words a script needs, as JSON.

    See `static/events/js/hours-clock.js` for who reads it. Every interval says its wall-clock times
    in Europe/Sofia and, in Unix seconds, when they come, so that no reader has to reckon with zones.
    """
    coming = {"version": version, "days": coming_days(schedule, today), "words": _words()}
    return json.dumps(coming, ensure_ascii=False)


def coming_days(schedule: Schedule, today: date) -> list[dict[str, Any]]:
    """The same days without the words, for those who have their own."""
    return [_day(day) for day in _coming(schedule, today)]


def _coming(schedule: Schedule, today: date) -> Iterator[Day]:
    last = min(today + timedelta(days=DAYS) + LOOK_AHEAD, date(LAST_YEAR, 12, 31))
    for number, day in enumerate(days_between(schedule, today, last)):
        if number < DAYS:
            yield day
        elif day.is_open:
            yield day
            return


def _day(day: Day) -> dict[str, Any]:
    return {
        "date": day.day.isoformat(),
        "on": str(ON_WEEKDAYS[day.day.weekday()]),
        "onDate": on_date(day.day),
        "name": dates.day_and_month(day.day, active_language()),
        "why": short_reasons(day) if day.is_exceptional and not day.is_open else "",
        "open": [[_clock(start), _clock(end), *_seconds(start, end)] for start, end in periods(day)],
    }


def _clock(moment: datetime) -> str:
    return dates.clock(to_wall(moment).time())


def _seconds(*moments: datetime) -> list[int]:
    return [int(moment.timestamp()) for moment in moments]


def _words() -> dict[str, Any]:
    minutes = {"minutes": "{n}"}
    return {
        "today": _("днес"),
        "tomorrow": _("утре"),
        "at": _("%(day)s в %(time)s") % {"day": "{day}", "time": "{time}"},
        "left": [
            ngettext("Затваряме след %(minutes)s минута.", "Затваряме след %(minutes)s минути.", number)
            % minutes
            for number in (1, 2)
        ],
    }
