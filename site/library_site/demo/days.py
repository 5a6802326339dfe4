"""Days relative to the day of loading, so that the demo is alive on any day.

"+3", "-12": days from today. "wed", "wed-8w": the first Wednesday from today on, moved by weeks.
"24.05<": the last 24 May that is not after today; "24.05>": the next one that is not before it.
"""

import re
from datetime import date, time, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_OFFSET = re.compile(r"[+-]\d+")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:([+-]\d+)w)?")
_ANNIVERSARY = re.compile(r"(\d\d)\.(\d\d)([<>])")


def resolve(text: str, today: date) -> date:
    """Return the day a text names; ValueError when it names none."""
    if _OFFSET.fullmatch(text):
        return today + timedelta(days=int(text))
    if match := _WEEKDAY.fullmatch(text):
        ahead = (WEEKDAYS.index(match[1]) - today.weekday()) % 7
        return today + timedelta(days=ahead, weeks=int(match[2] or 0))
    if match := _ANNIVERSARY.fullmatch(text):
        return _anniversary(int(match[1]), int(match[2]), match[3], today)
    raise ValueError(f"Not a day: {text!r}")


def _anniversary(day: int, month: int, side: str, today: date) -> date:
    found = date(today.year, month, day)
    if side == "<" and found > today:
        return found.replace(year=today.year - 1)
    if side == ">" and found < today:
        return found.replace(year=today.year + 1)
    return found


def clock(text: str) -> time:
    """Return the time of "8:30" or "17:30"."""
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def interval(text: str) -> tuple[time, time]:
    """Return the two times of "8:30-18:30"."""
    opens, closes = text.split("-")
    return clock(opens), clock(closes)
