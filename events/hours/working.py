"""Working days of the library, for what is due in so many of them."""

from datetime import date, timedelta

from events.hours.days import Day
from events.hours.errors import HoursError
from events.hours.resolution import MAX_SPAN, span
from events.hours.schedule import Schedule

MAX_WORKING_DAYS = 250

# Closed to readers, but people are at work and answer letters.
STAFF_AT_WORK = frozenset({"no_readers", "inventory"})


def is_working_day(day: Day) -> bool:
    """Whether people are at work: it is open, or closed to readers only, on a day of the usual week."""
    if day.is_open:
        return True
    kinds = {reason.closure_kind for reason in day.closures}
    return bool(kinds) and kinds <= STAFF_AT_WORK and bool(day.usual)


def working_day_after(schedule: Schedule, day: date, number: int) -> date:
    """The `number`-th working day after `day`, which itself is not counted.

    HoursError when there are not so many within 400 days; ValueError for a number outside 1–250.
    """
    if not 1 <= number <= MAX_WORKING_DAYS:
        raise ValueError(f"A number of working days from 1 to {MAX_WORKING_DAYS} is needed, not {number}.")
    left = number
    # Half a year first: nearly every question ends there.
    for first, length in ((1, MAX_SPAN // 2), (MAX_SPAN // 2 + 1, MAX_SPAN // 2)):
        begins = day + timedelta(days=first)
        for found in span(schedule, begins, begins + timedelta(days=length - 1)):
            left -= is_working_day(found)
            if not left:
                return found.day
    raise HoursError("working-days", number=number, most=MAX_SPAN)
