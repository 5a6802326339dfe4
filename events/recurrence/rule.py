"""A recurrence rule of the portable profile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Self, TypeVar

from events.recurrence.clock import localise, naive
from events.recurrence.errors import ExpansionLimit, UnsupportedRule
from events.recurrence.expansion import END_OF_TIME, occurrences
from events.recurrence.parts import Frequency, WeekdayNum, read_until, whole_number, write_until
from events.recurrence.profile import (
    MAX_COUNT,
    MAX_INTERVAL,
    check_days,
    check_end,
    check_numbers,
)
from events.recurrence.reading import complete_from, require_known, split_parts
from events.recurrence.sentences import say

MAX_DATES = 10_000
MAX_YEARS = 40

Moment = TypeVar("Moment", date, datetime)


@dataclass(frozen=True, slots=True)
class Rule:
    """How something repeats, always inside the portable profile (UnsupportedRule otherwise).

    Days are kept sorted and once each, so rules that say the same are equal. `until` is inclusive
    and wall-clock time in Europe/Sofia: a date for all-day starts, a naive datetime for timed ones.

    A start that does not match its rule is not one of the dates: it only fixes from which day, week,
    month or year the interval counts. Forms move the start with `aligned` first.
    """

    frequency: Frequency
    interval: int = 1
    byday: tuple[WeekdayNum, ...] = ()
    bymonthday: tuple[int, ...] = ()
    count: int | None = None
    until: date | datetime | None = None

    def __post_init__(self) -> None:
        check_numbers(self.interval, self.count)
        check_end(self.count, self.until)
        if isinstance(self.until, datetime):
            object.__setattr__(self, "until", naive(self.until).replace(microsecond=0))
        check_days(self.frequency, self.byday, self.bymonthday)
        object.__setattr__(self, "byday", tuple(sorted(set(self.byday), key=_weekday_order)))
        object.__setattr__(self, "bymonthday", tuple(sorted(set(self.bymonthday), key=_month_order)))

    @classmethod
    def parse(cls, text: str, start: date | None = None) -> Self:
        """Read an RRULE, with or without its `RRULE:` prefix; UnsupportedRule outside the profile.

        With `start`, what RFC 5545 takes from DTSTART (the weekday, the day of the month) may be
        missing, as it often is in calendars made elsewhere.
        """
        parts = split_parts(text)
        if start is not None:
            parts = complete_from(parts, start)
        require_known(parts)
        return cls(
            frequency=_read_frequency(parts.get("FREQ")),
            interval=_read_number("interval", parts.get("INTERVAL", "1"), MAX_INTERVAL),
            byday=tuple(WeekdayNum.parse(day) for day in _listed(parts.get("BYDAY"))),
            bymonthday=tuple(_read_month_day(day) for day in _listed(parts.get("BYMONTHDAY"))),
            count=_read_number("count", parts["COUNT"], MAX_COUNT) if "COUNT" in parts else None,
            until=read_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        )

    @classmethod
    def daily(cls, interval: int = 1, *, count: int | None = None, until: date | None = None) -> Self:
        """Every day, or every `interval` days."""
        return cls(Frequency.DAILY, interval, count=count, until=until)

    @classmethod
    def weekly(
        cls,
        weekdays: Sequence[int],
        interval: int = 1,
        *,
        count: int | None = None,
        until: date | None = None,
    ) -> Self:
        """On some weekdays (0 = Monday) of every week, or of every `interval` weeks."""
        days = tuple(WeekdayNum(0, weekday) for weekday in weekdays)
        return cls(Frequency.WEEKLY, interval, byday=days, count=count, until=until)

    @classmethod
    def monthly_on_day(
        cls, day: int, interval: int = 1, *, count: int | None = None, until: date | None = None
    ) -> Self:
        """On a day of the month: 1..28, or -1..-3 from its end."""
        return cls(Frequency.MONTHLY, interval, bymonthday=(day,), count=count, until=until)

    @classmethod
    def monthly_on_weekday(
        cls, nth: int, weekday: int, interval: int = 1, *, count: int | None = None, until: date | None = None
    ) -> Self:
        """On the nth (1..4, -1 the last) weekday (0 = Monday) of the month."""
        days = (WeekdayNum(nth, weekday),)
        return cls(Frequency.MONTHLY, interval, byday=days, count=count, until=until)

    @classmethod
    def yearly(cls, interval: int = 1, *, count: int | None = None, until: date | None = None) -> Self:
        """On the start's day and month; a start on 29 February comes in leap years only."""
        return cls(Frequency.YEARLY, interval, count=count, until=until)

    def __str__(self) -> str:
        """The one canonical RRULE text, with a wall-clock UNTIL; `Rule.parse` reads it back."""
        return self._written(write_until(self.until) if self.until else "")

    def for_feed(self, start: date) -> str:
        """The RRULE text for a feed: UNTIL is a date for an all-day start and UTC for a timed one.

        29 February is said in the rule: without that ical.js takes 1 March in common years.
        """
        self.check_start(start)
        until = write_until(self.until) if self.until else ""
        if isinstance(self.until, datetime):
            until = f"{write_until(localise(self.until).astimezone(UTC))}Z"
        yearly = self.frequency is Frequency.YEARLY
        return self._written(until, leap_day=yearly and (start.month, start.day) == (2, 29))

    def dates(self, start: Moment, after: date, before: date, limit: int = MAX_DATES) -> list[Moment]:
        """Dates in the half-open window [after, before), as wall-clock datetimes or dates like `start`.

        A date as a bound means its midnight. Nothing is made beyond the year 2100. ExpansionLimit
        when there are more than `limit` dates, or a rule without end is asked for over 40 years.
        """
        self.check_start(start)
        since, end = max(naive(after), naive(start)), naive(before)
        endless = self.count is None and self.until is None
        if endless and end - since > timedelta(days=366 * MAX_YEARS):
            raise ExpansionLimit("window", years=MAX_YEARS)
        found = list(islice(occurrences(self, naive(start), since, end), limit + 1))
        if len(found) > limit:
            raise ExpansionLimit("too-many", most=limit)
        return [_like(start, moment) for moment in found]

    def next_dates(self, start: Moment, after: date, number: int) -> list[Moment]:
        """The first `number` dates at or after `after`; fewer when the rule or the year 2100 ends before."""
        self.check_start(start)
        if not 0 <= number <= MAX_DATES:
            raise ExpansionLimit("number", most=MAX_DATES, value=number)
        since = max(naive(after), naive(start))
        return [
            _like(start, moment)
            for moment in islice(occurrences(self, naive(start), since, END_OF_TIME), number)
        ]

    def aligned(self, start: Moment) -> Moment:
        """The first date at or after `start` on a day the rule names; the same time of day."""
        if self.frequency in (Frequency.DAILY, Frequency.YEARLY):
            return start
        every_period = replace(self, interval=1, count=None, until=None)
        wall = naive(start).replace(microsecond=0)
        return _like(start, next(occurrences(every_period, wall, wall, END_OF_TIME), wall))

    def check_start(self, start: date) -> None:
        """Refuse (UnsupportedRule) a start whose kind, all-day or timed, differs from that of UNTIL."""
        naive(start)
        if self.until is None or isinstance(start, datetime) == isinstance(self.until, datetime):
            return
        raise UnsupportedRule("until-needs-time" if isinstance(start, datetime) else "until-needs-date")

    def check_not_empty(self, start: date) -> None:
        """Refuse (UnsupportedRule) an UNTIL before the first date."""
        self.check_start(start)
        first = self.aligned(start)
        if self.until is not None and naive(self.until) < naive(first):
            raise UnsupportedRule("until-before-start", first=f"{first:%d.%m.%Y}")

    def fitted_to(self, start: date) -> Self:
        """The same rule with UNTIL of the start's kind: a date becomes the end of that day, and back."""
        if self.until is None or isinstance(start, datetime) == isinstance(self.until, datetime):
            return self
        if isinstance(self.until, datetime):
            return replace(self, until=self.until.date())
        return replace(self, until=datetime.combine(self.until, time(23, 59, 59)))

    def sentence(
        self, language: str = "bg", start: date | None = None, excluding: Sequence[date] = ()
    ) -> str:
        """The rule in words, in `bg` or `en` (ValueError otherwise), without a capital or a full stop.

        `start` lets a yearly rule name its date; `excluding` adds the dates that do not take place.
        """
        return say(self, language, start, excluding)

    def _written(self, until: str, *, leap_day: bool = False) -> str:
        parts = {
            "FREQ": self.frequency.value,
            "INTERVAL": str(self.interval) if self.interval > 1 else "",
            "BYDAY": ",".join(map(str, self.byday)),
            "BYMONTH": "2" if leap_day else "",
            "BYMONTHDAY": "29" if leap_day else ",".join(map(str, self.bymonthday)),
            "COUNT": str(self.count or ""),
            "UNTIL": until,
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _like(start: Moment, moment: datetime) -> Moment:
    return moment if isinstance(start, datetime) else moment.date()


def _weekday_order(day: WeekdayNum) -> tuple[bool, int, int]:
    return day.nth < 0, day.nth, day.weekday


def _month_order(day: int) -> tuple[bool, int]:
    return day < 0, day


def _listed(value: str | None) -> list[str]:
    return value.split(",") if value else []


def _read_frequency(value: str | None) -> Frequency:
    if value is None:
        raise UnsupportedRule("frequency-missing")
    try:
        return Frequency(value)
    except ValueError:
        raise UnsupportedRule("frequency", value=value) from None


def _read_number(code: str, text: str, most: int) -> int:
    number = whole_number(text)
    if number is None:
        raise UnsupportedRule(code, value=text, most=most)
    return number


def _read_month_day(text: str) -> int:
    number = whole_number(text)
    if number is None:
        raise UnsupportedRule("month-day", value=text)
    return number
