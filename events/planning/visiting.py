"""When an exhibition can be seen within its days: weekdays with hours, in plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from events.hours import Week, validate_intervals
from events.recurrence.errors import UserError, gettext_noop

WEEK = 7


class VisitingError(UserError):
    """Visiting hours that cannot be; `row` says which ones, counted from 0."""

    messages = {
        "backwards": gettext_noop(
            "Последният ден е преди първия в седмицата. За „неделя – вторник“ въведете два реда."
        ),
        "outside": gettext_noop(
            "От %(first)s до %(last)s няма всички тези дни от седмицата. Поправете дните или датите."
        ),
        "not-a-span": gettext_noop(
            "Часове за посещение има изложба: събитие без начален час, без повторение и с последен ден. "
            "Поправете датите или изтрийте часовете."
        ),
    }


@dataclass(frozen=True, slots=True)
class Visiting:
    """Open from `opens` to `closes` on the weekdays from `first` to `last`, both included (0 = Monday)."""

    first: int
    last: int
    opens: time
    closes: time

    @property
    def weekdays(self) -> range:
        return range(self.first, self.last + 1)


def week_of(rows: Iterable[Visiting]) -> Week:
    """The week that the rows make together. HoursError for hours that end before they begin."""
    return Week.from_rows((day, row.opens, row.closes) for row in rows for day in row.weekdays)


def weekdays_between(first: date, last: date) -> set[int]:
    """The weekdays of a period, both ends included."""
    days = min((last - first).days + 1, WEEK)
    return {(first + timedelta(days=number)).weekday() for number in range(days)}


def visiting_problems(rows: Sequence[Visiting], first: date, last: date) -> list[tuple[int, UserError]]:
    """What is wrong with the hours of an exhibition from `first` to `last`: (row, refusal)."""
    inside = weekdays_between(first, last)
    found: list[tuple[int, UserError]] = []
    for number, row in enumerate(rows):
        if row.last < row.first:
            found.append((number, VisitingError("backwards")))
        elif not inside.issuperset(row.weekdays):
            days = {"first": f"{first:%d.%m.%Y}", "last": f"{last:%d.%m.%Y}"}
            found.append((number, VisitingError("outside", **days)))
    for day in range(WEEK):
        numbers = [number for number, row in enumerate(rows) if day in row.weekdays]
        for problem in validate_intervals((rows[n].opens, rows[n].closes) for n in numbers):
            at = numbers[int(str(problem.params["row"]))]
            if all(number != at for number, _ in found):
                found.append((at, problem))
    return found
