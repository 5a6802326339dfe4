"""Calendars of tests, read on Monday, 23 November 2026."""

from datetime import date
from typing import Any

from calendars import calendar, vevent

from events.imports import Candidate, Reading, read_calendar

TODAY = date(2026, 11, 23)


def read(*parts: str, **options: Any) -> Reading:
    """A calendar of these components, read."""
    return read_calendar(calendar(*parts, **options), TODAY)


def one(*parts: str) -> Candidate:
    """The only event of a calendar, of which nothing was refused."""
    reading = read(*parts)
    assert [row.problem for row in reading.refused] == []
    (candidate,) = reading.candidates
    return candidate


def event(*lines: str, start: str = "", **values: Any) -> str:
    """The event that most of these tests are about."""
    return vevent("a@example", *lines, start=start, **values)


def refusal(*parts: str) -> str:
    """Why the only refused event was refused."""
    (row,) = read(*parts).refused
    return str(row.problem)


def override(moment: str, *lines: str, start: str, **values: Any) -> str:
    """A changed date of that event; `moment` is the original one, in Europe/Sofia."""
    return event(f"RECURRENCE-ID;TZID=Europe/Sofia:{moment}", *lines, start=start, **values)
