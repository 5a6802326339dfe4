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


def told(candidate: Candidate) -> str:
    """All that matters of a candidate on one line; a moment as month, day, hour and minute."""
    start = f"{candidate.start_date} {candidate.start_time or ''}".strip()
    end = f"{candidate.end_date or ''} {candidate.end_time or ''}".strip()
    parts = [f"{start}–{end}" if end else start, str(candidate.rule or "")]
    for one in candidate.changes:
        moved = f">{one.new_start:%m%d-%H%M}" if one.new_start and one.new_start != one.original else ""
        longer = f"–{one.new_end:%m%d-%H%M}" if one.new_end else ""
        parts.append(f"{one.kind.value} {one.original:%m%d-%H%M}{moved}{longer}")
    if candidate.words.status != "planned":
        parts.append(candidate.words.status)
    return "; ".join(part for part in parts if part)
