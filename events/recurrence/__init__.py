"""Recurrence of events and closures: the portable profile of RFC 5545, in plain Python."""

from events.recurrence.clock import FIRST_YEAR, LAST_YEAR, localise, sofia, to_wall
from events.recurrence.errors import ExpansionLimit, UnsupportedRule, UserError
from events.recurrence.parts import WEEKDAYS, Frequency, WeekdayNum
from events.recurrence.profile import MAX_COUNT, MAX_INTERVAL, MONTH_DAYS, NTH
from events.recurrence.rule import MAX_DATES, MAX_YEARS, Rule

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "MAX_COUNT",
    "MAX_DATES",
    "MAX_INTERVAL",
    "MAX_YEARS",
    "MONTH_DAYS",
    "NTH",
    "WEEKDAYS",
    "ExpansionLimit",
    "Frequency",
    "Rule",
    "UnsupportedRule",
    "UserError",
    "WeekdayNum",
    "localise",
    "sofia",
    "to_wall",
]
