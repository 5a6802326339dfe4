"""What opening hours are made of. All days are dates in Europe/Sofia, all periods inclusive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Self

from events.hours.errors import HoursError
from events.hours.intervals import Interval, merged
from events.recurrence import Rule

CLOSED_ALL_WEEK: tuple[tuple[Interval, ...], ...] = ((),) * 7


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from Monday, each with its intervals; a day without any is closed."""

    days: tuple[tuple[Interval, ...], ...] = CLOSED_ALL_WEEK

    def __post_init__(self) -> None:
        if len(self.days) != 7:
            raise HoursError("week", number=len(self.days))
        object.__setattr__(self, "days", tuple(merged(day) for day in self.days))

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[int, time, time]]) -> Self:
        """A week from rows of weekday (0 = Monday), opens and closes."""
        days: list[list[Interval]] = [[] for _ in range(7)]
        for weekday, opens, closes in rows:
            days[weekday].append(Interval(opens, closes))
        return cls(tuple(tuple(day) for day in days))

    def on(self, day: date) -> tuple[Interval, ...]:
        """The intervals of the day's weekday."""
        return self.days[day.weekday()]


@dataclass(frozen=True, slots=True)
class Season:
    """A week that holds from `start` to `end`, both included, such as summer hours."""

    start: date
    end: date
    week: Week
    name: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        check_period(self.start, self.end)

    def covers(self, day: date) -> bool:
        """Whether the season holds on the day."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class DateException:
    """The hours of one date, whatever else is said about it; no intervals mean closed."""

    day: date
    intervals: tuple[Interval, ...] = ()
    reason: str = ""
    reason_en: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "intervals", merged(self.intervals))


@dataclass(frozen=True, slots=True)
class ClosureRule:
    """A confirmed closure: the days from `start` to `end`, or the dates of `rule` among them.

    Without `rule`, no `end` means the one day `start`. With `rule`, no `end` means for good.
    Closures with the same `key` are one closure. Known kinds are in `CLOSURE_KINDS`.
    """

    kind: str
    reason: str
    start: date
    end: date | None = None
    rule: Rule | None = None
    key: str = ""
    reason_en: str = ""

    def __post_init__(self) -> None:
        check_period(self.start, self.end or self.start)
        if self.rule:
            self.rule.check_start(self.start)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The hours of the library, or of a department whose `parent` is the library.

    `regular=None` means no hours of its own: outside its seasons the schedule follows its parent.
    """

    regular: Week | None = None
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[DateException, ...] = ()
    closures: tuple[ClosureRule, ...] = ()
    parent: Self | None = None
    name: str = ""


def check_period(start: date, end: date) -> None:
    """Refuse (HoursError) a period that ends before it starts."""
    if end < start:
        raise HoursError("period", start=f"{start:%d.%m.%Y}", end=f"{end:%d.%m.%Y}")
