"""Opening times as people write them: „8:30–12:30, 13–18“."""

import re
from datetime import time
from itertools import pairwise

from events.hours.errors import HoursError
from events.hours.intervals import MAX_INTERVALS, Interval, clock

MAX_TEXT = 160

_CLOSED = frozenset({"", "-", "x", "х", "затворено", "почивен ден", "почивка", "closed"})
_DASHES = re.compile(r"\s*(?:[-–—−‒]|\bдо\b)\s*")
_PARTS = re.compile(r"\s*(?:[,;\n]|\bи\b)\s*")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.]\s*(\d{2}))?|(\d{1,2})(\d{2})")
_AROUND = re.compile(r"^от\s+|\s*(?:часа|ч\.?)\s*$")


def read_intervals(text: str) -> tuple[Interval, ...]:
    """The intervals of one day in order; none for an empty text or „затворено“.

    HoursError for what cannot be read, for intervals that overlap or end before they begin.
    """
    said = text.strip().casefold()
    if said.replace("–", "-").replace("—", "-") in _CLOSED:
        return ()
    if len(said) > MAX_TEXT:
        raise HoursError("unreadable", said=f"{text.strip()[:40]}…")
    parts = [part for part in _PARTS.split(said) if part]
    if len(parts) > MAX_INTERVALS:
        raise HoursError("too-many", most=MAX_INTERVALS)
    found = sorted(_interval(part) for part in parts)
    for first, second in pairwise(found):
        if second.opens < first.closes:
            raise HoursError("overlap", first=str(first), second=str(second))
    return tuple(found)


def write_intervals(intervals: tuple[Interval, ...]) -> str:
    """The same as a text that `read_intervals` understands; empty for a closed day."""
    return ", ".join(map(str, intervals))


def _interval(part: str) -> Interval:
    ends = _DASHES.split(part)
    if len(ends) != 2:
        raise HoursError("unreadable", said=part)
    opens, closes = (_time(end, part) for end in ends)
    if opens is None:
        raise HoursError("unreadable", said=part)
    if closes is None:
        raise HoursError("over-midnight", opens=clock(opens), closes="24:00")
    return Interval(opens, closes)


def _time(text: str, part: str) -> time | None:
    """The time of „8“, „8:30“, „8.30“ or „0830“; None for midnight at the end of a day."""
    match = _TIME.fullmatch(_AROUND.sub("", text).strip())
    if match is None:
        raise HoursError("unreadable", said=part)
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    if (hour, minute) == (24, 0):
        return None
    if hour > 23 or minute > 59:
        raise HoursError("unreadable", said=part)
    return time(hour, minute)
