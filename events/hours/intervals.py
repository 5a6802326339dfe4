"""Opening times within one day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Self

from events.hours.errors import HoursError

MAX_INTERVALS = 8

# A closing hour up to here, earlier than the opening one, is meant for the next day.
_NIGHT_ENDS = time(6, 0)


@dataclass(frozen=True, order=True, slots=True)
class Interval:
    """Open from `opens` up to, not including, `closes` on the same day; wall-clock in Europe/Sofia.

    HoursError when the end is not after the start; hours over midnight are two intervals.
    """

    opens: time
    closes: time

    def __post_init__(self) -> None:
        problem = _problem(self.opens, self.closes)
        if problem:
            raise HoursError(problem, opens=clock(self.opens), closes=clock(self.closes))

    def __str__(self) -> str:
        return f"{clock(self.opens)}–{clock(self.closes)}"

    def overlap(self, other: Self) -> "Interval | None":
        """The time common to both, or None."""
        opens, closes = max(self.opens, other.opens), min(self.closes, other.closes)
        return Interval(opens, closes) if opens < closes else None


def clock(moment: time) -> str:
    """A time of day as people write it: 8:30."""
    return f"{moment.hour}:{moment.minute:02}"


def validate_intervals(rows: Iterable[tuple[time, time]]) -> list[HoursError]:
    """What is wrong with the (opens, closes) rows of one day; intervals that touch are fine.

    Each error carries `params["row"]`, counted from 0: the later row of two that overlap.
    """
    numbered = list(enumerate(rows))
    problems: list[HoursError] = []
    sound: list[tuple[Interval, int]] = []
    for row, (opens, closes) in numbered:
        try:
            sound.append((Interval(opens, closes), row))
        except HoursError as error:
            problems.append(HoursError(error.code, **error.params, row=row))
    problems += _overlaps(sound)
    if len(numbered) > MAX_INTERVALS:
        problems.append(HoursError("too-many", most=MAX_INTERVALS, row=MAX_INTERVALS))
    return problems


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same opening time in order, with touching and overlapping intervals made one."""
    result: list[Interval] = []
    for interval in sorted(intervals):
        if result and interval.opens <= result[-1].closes:
            result[-1] = Interval(result[-1].opens, max(result[-1].closes, interval.closes))
        else:
            result.append(interval)
    return tuple(result)


def common(some: Sequence[Interval], others: Sequence[Interval]) -> tuple[Interval, ...]:
    """The opening time that lies in both."""
    return merged(both for one in some for other in others if (both := one.overlap(other)))


def _problem(opens: time, closes: time) -> str | None:
    if opens < closes:
        return None
    if opens == closes:
        return "empty"
    return "over-midnight" if closes <= _NIGHT_ENDS else "end-before-start"


def _overlaps(sound: list[tuple[Interval, int]]) -> list[HoursError]:
    problems = []
    latest: Interval | None = None
    for interval, row in sorted(sound):
        if latest and interval.opens < latest.closes:
            problems.append(HoursError("overlap", first=str(latest), second=str(interval), row=row))
        if latest is None or interval.closes > latest.closes:
            latest = interval
    return problems
