"""Recurrence in English."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from events.recurrence.parts import Frequency, WeekdayNum

if TYPE_CHECKING:
    from events.recurrence.rule import Rule

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
FROM_THE_END = {-1: "last day", -2: "last but one day", -3: "third day from the end"}
UNITS = {
    Frequency.DAILY: "day",
    Frequency.WEEKLY: "week",
    Frequency.MONTHLY: "month",
    Frequency.YEARLY: "year",
}
MAX_NAMED = 5


class English:
    """Says rules in English."""

    def every(self, rule: "Rule", start: date | None) -> str:
        """How often, and on which days."""
        match rule.frequency:
            case Frequency.DAILY:
                return _every(rule)
            case Frequency.WEEKLY:
                return _weekly(rule)
            case Frequency.MONTHLY:
                return f"on {_listed(_days_of_month(rule))} of {_every(rule)}"
            case Frequency.YEARLY:
                return _every(rule) + _on_date(start)

    def ending(self, rule: "Rule") -> str:
        """Until when, or how many times."""
        if rule.until:
            return f" until {_day(rule.until)}"
        if rule.count:
            return ", only once" if rule.count == 1 else f", {rule.count} times"
        return ""

    def excluding(self, days: Sequence[date]) -> str:
        """The dates that do not take place, by name while they are few."""
        if len(days) > MAX_NAMED:
            return f", except {len(days)} dates"
        return f", except on {_listed([_day(day) for day in days])}"


def _every(rule: "Rule") -> str:
    unit = UNITS[rule.frequency]
    if rule.interval == 1:
        return f"every {unit}"
    return f"every other {unit}" if rule.interval == 2 else f"every {rule.interval} {unit}s"


def _weekly(rule: "Rule") -> str:
    days = [day.weekday for day in rule.byday]
    if rule.interval == 1 and len(days) == 7:
        return "every day"
    if rule.interval == 1 and len(days) == 1:
        return f"every {WEEKDAYS[days[0]]}"
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{_every(rule)} from {WEEKDAYS[days[0]]} to {WEEKDAYS[days[-1]]}"
    return f"{_every(rule)} on {_listed([WEEKDAYS[day] for day in days])}"


def _days_of_month(rule: "Rule") -> list[str]:
    if rule.byday:
        return [_nth(day) for day in rule.byday]
    return [f"the {FROM_THE_END[day] if day < 0 else _ordinal(day)}" for day in rule.bymonthday]


def _nth(day: WeekdayNum) -> str:
    return f"the {ORDINALS[day.nth]} {WEEKDAYS[day.weekday]}"


def _on_date(start: date | None) -> str:
    if start is None:
        return ""
    leap = " (leap years only)" if (start.month, start.day) == (2, 29) else ""
    return f" on {start.day} {MONTHS[start.month - 1]}{leap}"


def _ordinal(day: int) -> str:
    suffix = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _listed(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
