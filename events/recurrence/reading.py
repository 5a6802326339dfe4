"""From the text of an RRULE to named parts, before any judgement of the profile."""

from collections.abc import Mapping
from datetime import date

from events.recurrence.errors import UnsupportedRule
from events.recurrence.parts import WEEKDAYS, Frequency, whole_number

MAX_TEXT = 500

KNOWN = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL", "WKST")


def split_parts(text: str) -> dict[str, str]:
    """Upper-case names and values of an RRULE; its `RRULE:` prefix may stay."""
    if len(text) > MAX_TEXT:
        raise UnsupportedRule("too-long", most=MAX_TEXT)
    body = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    if not body:
        raise UnsupportedRule("empty")
    parts: dict[str, str] = {}
    for piece in body.split(";"):
        name, equals, value = piece.partition("=")
        if not (equals and name and value):
            raise UnsupportedRule("syntax", value=piece)
        if name in parts:
            raise UnsupportedRule("duplicate-part", part=name)
        parts[name] = value
    return parts


def require_known(parts: Mapping[str, str]) -> None:
    """Refuse parts that calendars read differently, and a week that does not start on Monday."""
    for name in parts:
        if name not in KNOWN:
            raise UnsupportedRule("unknown-part", part=name)
    if parts.get("WKST", "MO") != "MO":
        raise UnsupportedRule("week-start", value=parts["WKST"])


def complete_from(parts: dict[str, str], start: date) -> dict[str, str]:
    """Say in the rule what RFC 5545 takes from DTSTART, and drop what only repeats DTSTART."""
    completed = dict(parts)
    match parts.get("FREQ"):
        case Frequency.WEEKLY:
            completed.setdefault("BYDAY", WEEKDAYS[start.weekday()])
        case Frequency.MONTHLY if "BYDAY" not in parts:
            completed.setdefault("BYMONTHDAY", str(start.day))
        case Frequency.YEARLY if _repeats_start(parts, start):
            completed.pop("BYMONTH", None)
            completed.pop("BYMONTHDAY", None)
    return completed


def _repeats_start(parts: Mapping[str, str], start: date) -> bool:
    month = whole_number(parts.get("BYMONTH", ""))
    day = whole_number(parts.get("BYMONTHDAY", str(start.day)))
    return (month, day) == (start.month, start.day)
