"""The portable profile: the rules on which independent calendar engines agree.

Lists of days (`BYDAY=1MO,3MO`, `BYMONTHDAY=1,15`) are inside it: python-dateutil, libical, ical.js
and rrule.js give the same dates for them, whenever the start is itself one of the dates.
"""

from collections.abc import Sequence
from datetime import date

from events.recurrence.clock import FIRST_YEAR, LAST_YEAR
from events.recurrence.errors import UnsupportedRule
from events.recurrence.parts import WEEKDAYS, Frequency, WeekdayNum

MAX_INTERVAL = 366
MAX_COUNT = 10_000
NTH = (1, 2, 3, 4, -1)
MONTH_DAYS = (*range(1, 29), -3, -2, -1)


def check_days(frequency: Frequency, byday: Sequence[WeekdayNum], bymonthday: Sequence[int]) -> None:
    """Refuse days that do not go with the frequency."""
    for day in byday:
        if day.weekday not in range(7):
            raise UnsupportedRule("weekday", value=day.weekday)
    match frequency:
        case Frequency.WEEKLY:
            _refuse("BYMONTHDAY", bymonthday, frequency)
            _check_weekly(byday)
        case Frequency.MONTHLY:
            _check_monthly(byday, bymonthday)
        case _:
            _refuse("BYDAY", byday, frequency)
            _refuse("BYMONTHDAY", bymonthday, frequency)


def check_numbers(interval: int, count: int | None) -> None:
    """Refuse an interval or a count outside its limits."""
    if not 1 <= interval <= MAX_INTERVAL:
        raise UnsupportedRule("interval", value=interval, most=MAX_INTERVAL)
    if count is not None and not 1 <= count <= MAX_COUNT:
        raise UnsupportedRule("count", value=count, most=MAX_COUNT)


def check_end(count: int | None, until: date | None) -> None:
    """Refuse two ends at once and an end in an impossible year."""
    if count is not None and until is not None:
        raise UnsupportedRule("count-and-until")
    if until is not None and not FIRST_YEAR <= until.year <= LAST_YEAR:
        raise UnsupportedRule("until-year", first=FIRST_YEAR, last=LAST_YEAR)


def _refuse(part: str, days: Sequence[object], frequency: Frequency) -> None:
    if days:
        raise UnsupportedRule("part-not-here", part=part, frequency=frequency.value)


def _check_weekly(byday: Sequence[WeekdayNum]) -> None:
    if not byday:
        raise UnsupportedRule("weekdays-missing")
    for day in byday:
        if day.nth:
            raise UnsupportedRule("weekday-number", value=day, weekday=WEEKDAYS[day.weekday])


def _check_monthly(byday: Sequence[WeekdayNum], bymonthday: Sequence[int]) -> None:
    if byday and bymonthday:
        raise UnsupportedRule("two-kinds-of-days")
    if not byday and not bymonthday:
        raise UnsupportedRule("month-day-missing")
    for day in byday:
        _check_nth(day)
    for number in bymonthday:
        if number not in MONTH_DAYS:
            raise UnsupportedRule("month-day", value=number)


def _check_nth(day: WeekdayNum) -> None:
    weekday = WEEKDAYS[day.weekday]
    if day.nth == 0:
        raise UnsupportedRule("weekday-nth-missing", value=weekday)
    if day.nth in (5, -5):
        raise UnsupportedRule("fifth-weekday", value=day, weekday=weekday)
    if day.nth not in NTH:
        raise UnsupportedRule("weekday-nth", value=day)
