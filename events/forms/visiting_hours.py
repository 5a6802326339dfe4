"""Visiting hours against the days of their exhibition."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from events.forms.rows import Row, refuse
from events.planning.visiting import VisitingError, visiting_problems
from events.wording import user_error

if TYPE_CHECKING:
    from events.models import EventPage

# At which field of a row each refusal stands.
FIELDS = {"backwards": "last_weekday", "outside": "weekday", "overlap": "opens", "too-many": "opens"}


def refuse_visiting(event: "EventPage", rows: Iterable[Row]) -> bool:
    """Put errors at rows of hours that the exhibition cannot have; True if any."""
    filled = list(rows)
    if not filled:
        return False
    if event.recurrence or not event.is_span or event.end_date is None:
        for row in filled:
            refuse(row, "weekday", user_error(VisitingError("not-a-span")))
        return True
    hours = [row.instance.as_visiting() for row in filled]
    problems = visiting_problems(hours, event.start_date, event.end_date)
    for number, problem in problems:
        refuse(filled[number], FIELDS.get(problem.code, "closes"), user_error(problem))
    return bool(problems)
