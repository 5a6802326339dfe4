"""A month of the programme as weeks of days, each with its events and a word for a closed day."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from events.models.listing import note_text
from events.models.occurrences import EventOccurrence
from events.querysets.occurrences import EventOccurrenceQuerySet, by_day
from events.timetable import ClosedDay

# One month shows so many dates; the library has far fewer.
MOST_ROWS = 400


@dataclass(slots=True)
class MonthDay:
    """A cell: `closed` says in words why the whole library is closed."""

    date: date
    is_today: bool = False
    closed: str = ""
    occurrences: list[EventOccurrence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A month with its weeks from Monday; None where another month's days would be."""

    first: date
    weeks: list[list[MonthDay | None]]

    @property
    def heads(self) -> list[date]:
        """Seven days from a Monday, for the names of the columns."""
        monday = self.first - timedelta(days=self.first.weekday())
        return [monday + timedelta(days=number) for number in range(7)]


@dataclass(frozen=True, slots=True)
class MonthBounds:
    """The first days of the first and of the last month that have events."""

    first: date
    last: date

    def nearest(self, month: date) -> date:
        """The month with data that is nearest to a month, both by their first days."""
        return min(max(month, self.first), self.last)

    def before(self, month: date) -> date | None:
        """The month before, when it is inside the bounds."""
        earlier = (month - timedelta(days=1)).replace(day=1)
        return earlier if earlier >= self.first else None

    def after(self, month: date) -> date | None:
        """The month after, when it is inside the bounds."""
        later = next_month(month)
        return later if later <= self.last else None


def next_month(month: date) -> date:
    """The first day of the month after the one that holds a day."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_bounds(occurrences: EventOccurrenceQuerySet) -> MonthBounds | None:
    """The months of the first and of the last of some dates, in two queries; None when there are none."""
    first = occurrences.order_by("first_day", "last_day").values_list("first_day", flat=True).first()
    last = occurrences.order_by("-end", "-start").values_list("last_day", flat=True).first()
    if first is None or last is None:
        return None
    return MonthBounds(first.replace(day=1), last.replace(day=1))


def month_grid(
    month: date, occurrences: Iterable[EventOccurrence], closed: Iterable[ClosedDay], today: date
) -> MonthGrid:
    """The weeks of a month from dates in order and from closed days; what began earlier stands on day one."""
    weeks: list[list[MonthDay | None]] = [
        [MonthDay(day, day == today) if day.month == month.month else None for day in week]
        for week in Calendar().monthdatescalendar(month.year, month.month)
    ]
    cells = {cell.date: cell for week in weeks for cell in week if cell}
    for day, rows in by_day(occurrences, month):
        cells[day].occurrences.extend(rows)
    for one in closed:
        if not one.scope and one.date in cells:
            cells[one.date].closed = note_text(one)
    return MonthGrid(month, weeks)
