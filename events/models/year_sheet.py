"""A year on one sheet: twelve tables of weeks with the closed days marked."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from events.hours import Schedule, span
from events.timetable import ClosedDay, Timetable
from events.wording.week import short_reason
from pages.bulgarian import dates
from pages.navigation import active_language

# Sheets reach so many years around today, whatever an editor entered.
YEARS_BACK = 5
YEARS_AHEAD = 3


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A cell: `state` is open, rest, closed, holiday or part; `why` says it in words."""

    day: date
    state: str
    why: str = ""
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class SheetMonth:
    """A month with its weeks from Monday; None where another month's days would be."""

    name: str
    first: date
    weeks: tuple[tuple[SheetDay | None, ...], ...]

    @property
    def heads(self) -> list[date]:
        """Seven days from a Monday, for the names of the columns."""
        monday = self.first - timedelta(days=self.first.weekday())
        return [monday + timedelta(days=number) for number in range(7)]


def year_sheet(
    year: int, closed: Iterable[ClosedDay], hours: Timetable, today: date, slug: str = ""
) -> list[SheetMonth]:
    """The twelve months of a year, of the library or of one department."""
    marks: dict[date, ClosedDay] = {}
    for one in closed:
        if one.date not in marks or not one.scope:
            marks[one.date] = one
    days = span(hours.schedule(slug), date(year, 1, 1), date(year, 12, 31))
    resting = {day.day for day in days if not day.is_open}
    calendar = Calendar()
    return [
        SheetMonth(
            dates.month_name(month, active_language()),
            date(year, month, 1),
            tuple(
                tuple(_cell(day, month, marks, resting, today, bool(slug)) for day in week)
                for week in calendar.monthdatescalendar(year, month)
            ),
        )
        for month in range(1, 13)
    ]


def _cell(
    day: date, month: int, marks: dict[date, ClosedDay], resting: set[date], today: date, of_one: bool
) -> SheetDay | None:
    if day.month != month:
        return None
    mark = marks.get(day)
    if mark is None:
        return SheetDay(day, "rest" if day in resting else "open", is_today=day == today)
    kinds = {reason.closure_kind for reason in mark.reasons}
    state = "part" if mark.scope and not of_one else ("holiday" if kinds == {"holiday"} else "closed")
    why = "; ".join(dict.fromkeys(filter(None, (short_reason(reason) for reason in mark.reasons))))
    return SheetDay(day, state, why, day == today)


def years_with_hours(hours: Timetable, today: date) -> list[int]:
    """The years with a sheet, in order: from the first to the last of which something dated is known."""
    known = {today.year, today.year + 1}
    for schedule in (hours.library, *hours.schedules.values()):
        known |= _years_of(schedule)
    first = max(min(known), today.year - YEARS_BACK)
    last = min(max(known), today.year + YEARS_AHEAD)
    return list(range(first, last + 1))


def _years_of(schedule: Schedule) -> set[int]:
    years = {exception.day.year for exception in schedule.exceptions}
    for closure in schedule.closures:
        years.add(closure.start.year)
        if closure.end and closure.rule is None:
            years.add(closure.end.year)
    return years
