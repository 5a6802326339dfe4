"""The small pieces a rule is made of, named as in RFC 5545."""

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NamedTuple

from events.recurrence.clock import FIRST_YEAR, LAST_YEAR, to_wall
from events.recurrence.errors import UnsupportedRule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_WEEKDAY = re.compile(r"([+-]?\d{1,2})?([A-Z]{2})", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,6}", re.ASCII)
_UNTIL = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)


class Frequency(StrEnum):
    """How often a rule repeats."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class WeekdayNum(NamedTuple):
    """A weekday (0 = Monday) and which one of the month: 1..4, -1 for the last, 0 for every."""

    nth: int
    weekday: int

    def __str__(self) -> str:
        return f"{self.nth or ''}{WEEKDAYS[self.weekday]}"

    @classmethod
    def parse(cls, text: str) -> "WeekdayNum":
        """Read `TH` or `-1TH`."""
        found = _WEEKDAY.fullmatch(text)
        if not found or found[2] not in WEEKDAYS or (found[1] and not int(found[1])):
            raise UnsupportedRule("weekday", value=text)
        return cls(int(found[1] or 0), WEEKDAYS.index(found[2]))


def whole_number(text: str) -> int | None:
    """The number a text of up to six digits says, or None."""
    return int(text) if _WHOLE.fullmatch(text) else None


def read_until(text: str) -> date | datetime:
    """Read `20270630`, `20270630T180000` (wall-clock) or `20270630T150000Z` (UTC, turned into wall-clock)."""
    if not _UNTIL.fullmatch(text):
        raise UnsupportedRule("until", value=text)
    try:
        if "T" not in text:
            return datetime.strptime(text, "%Y%m%d").date()
        moment = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")
    except ValueError:
        raise UnsupportedRule("until", value=text) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise UnsupportedRule("until-year", first=FIRST_YEAR, last=LAST_YEAR)
    return to_wall(moment.replace(tzinfo=UTC)) if text.endswith("Z") else moment


def write_until(until: date | datetime) -> str:
    """Write a wall-clock end the way `read_until` reads it."""
    return until.strftime("%Y%m%dT%H%M%S" if isinstance(until, datetime) else "%Y%m%d")
