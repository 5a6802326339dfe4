"""A service with hours of its own within those of its department: copies, registration, last orders."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from events.hours.days import Day
from events.hours.intervals import Interval, common
from events.hours.schedule import Week

MAX_LAST_CALL = 240


@dataclass(frozen=True, slots=True)
class Service:
    """What is offered, when, and until how many minutes before the day's last closing.

    `week=None` follows the department. Whatever changes the department's day changes the service too.
    """

    name: str
    name_en: str = ""
    week: Week | None = None
    last_call: int = 0
    key: str = ""

    def named(self, language: str = "bg") -> str:
        """The name in `bg` or `en`."""
        return (self.name_en or self.name) if language == "en" else self.name

    def on(self, day: Day) -> tuple[Interval, ...]:
        """When it is offered on a resolved day of its department; none when not at all."""
        offered = _until_last_call(day.intervals, self.last_call)
        return offered if self.week is None else common(self.week.on(day.day), offered)


def _until_last_call(intervals: tuple[Interval, ...], minutes: int) -> tuple[Interval, ...]:
    if not intervals or not minutes:
        return intervals
    closes = datetime.combine(date.min, intervals[-1].closes)
    if closes - datetime.combine(date.min, time.min) <= timedelta(minutes=minutes):
        return ()
    last = (closes - timedelta(minutes=minutes)).time()
    cut = (Interval(one.opens, min(one.closes, last)) for one in intervals if one.opens < last)
    return tuple(cut)
