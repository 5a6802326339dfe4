"""Lists of events as pages show them: by day, with the closed days between."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from events.models.occurrences import EventOccurrence
from events.querysets.occurrences import by_day
from events.timetable import ClosedDay
from events.wording.week import short_reason


@dataclass(frozen=True, slots=True)
class ClosedNote:
    """A closed day inside a programme: why, and where it is explained."""

    text: str
    url: str = ""
    note: str = ""


@dataclass(slots=True)
class ProgrammeDay:
    """A day of a programme with its events and the closures of the whole library."""

    date: date
    occurrences: list[EventOccurrence] = field(default_factory=list)
    closures: list[ClosedNote] = field(default_factory=list)


def programme_days(
    occurrences: Iterable[EventOccurrence], closed: Iterable[ClosedDay], closed_url: str, today: date
) -> list[ProgrammeDay]:
    """Occurrences, already in order, and closed days of the whole library, by day."""
    days = {day: ProgrammeDay(day, rows) for day, rows in by_day(occurrences, today)}
    for one in closed:
        if not one.scope:
            day = days.setdefault(one.date, ProgrammeDay(one.date))
            day.closures.append(ClosedNote(note_text(one), closed_url))
    return sorted(days.values(), key=lambda day: day.date)


def note_text(closed: ClosedDay) -> str:
    """Why a day is closed, with a capital."""
    text = "; ".join(dict.fromkeys(filter(None, (short_reason(reason) for reason in closed.reasons))))
    return text[:1].upper() + text[1:]
