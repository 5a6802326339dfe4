"""A reader of the small part of OpenStreetMap's `opening_hours` that the library writes."""

import calendar
import re
from datetime import date, time, timedelta

from events.hours import Interval

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
RULE = re.compile(
    r"(?:(?P<year>\d{4}) (?P<month>[A-Z][a-z]{2}) (?P<day>\d\d)"
    r"(?:-(?:(?P<last_year>\d{4}) )?(?:(?P<last_month>[A-Z][a-z]{2}) )?(?P<last_day>\d\d))? )?"
    r"(?:(?P<days>[A-Z][a-z](?:\[-?\d\])?(?:[-,][A-Z][a-z](?:\[-?\d\])?)*) )?"
    r"(?P<times>off|\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)"
)


def hours_on(text: str, day: date) -> tuple[Interval, ...]:
    """The hours that the last rule matching a day gives it; ValueError for a text outside the subset."""
    found: tuple[Interval, ...] = ()
    for rule in text.split("; ") if text else []:
        match = RULE.fullmatch(rule)
        if match is None:
            raise ValueError(f"Not in the subset: {rule!r}")
        if _in_period(match, day) and _on_weekday(match["days"], day):
            found = _times(match["times"])
    return found


def _in_period(match: re.Match[str], day: date) -> bool:
    if match["year"] is None:
        return True
    first = date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    if match["last_day"] is None:
        return day == first
    month = MONTHS.index(match["last_month"]) + 1 if match["last_month"] else first.month
    last = date(int(match["last_year"] or first.year), month, int(match["last_day"]))
    return first <= day <= last


def _on_weekday(days: str | None, day: date) -> bool:
    return days is None or any(_one(part, day) for part in days.split(","))


def _one(part: str, day: date) -> bool:
    weekday = DAYS[day.weekday()]
    if "[" in part:
        name, nth = part.rstrip("]").split("[")
        return name == weekday and int(nth) in _numbers(day)
    first, _, last = part.partition("-")
    return DAYS.index(first) <= day.weekday() <= DAYS.index(last or first)


def _numbers(day: date) -> tuple[int, int]:
    """The day's number among its weekday's in the month, from the start and from the end."""
    left = calendar.monthrange(day.year, day.month)[1] - day.day
    return (day.day - 1) // 7 + 1, -(left // 7 + 1)


def _times(text: str) -> tuple[Interval, ...]:
    if text == "off":
        return ()
    return tuple(Interval(*map(time.fromisoformat, part.split("-"))) for part in text.split(","))


def days_from(first: date, number: int) -> list[date]:
    """Days in a row."""
    return [first + timedelta(days=ahead) for ahead in range(number)]
