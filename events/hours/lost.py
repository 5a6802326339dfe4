"""The time of a day in which nothing takes place, since a closure or an exception has shut the doors."""

from collections.abc import Iterable
from datetime import time

from events.hours.days import Day, ReasonKind
from events.hours.intervals import Interval

WHOLE_DAY = (Interval(time.min, time.max),)


def lost_hours(day: Day) -> tuple[Interval, ...]:
    """What a closure or an exception takes from a day; none on a usual day and on one that opens longer.

    A closed day is lost from midnight to midnight. Doors that shut early take the evening with them, and
    doors that open late the morning: an event after the usual hours finds the house locked too.
    """
    if not day.is_exceptional:
        return ()
    if not day.is_open:
        return WHOLE_DAY if _is_shut(day) else ()
    lost = list(_without(day.usual, day.intervals))
    if lost and lost[0].opens == day.usual[0].opens and lost[0].closes <= day.intervals[0].opens:
        lost[0] = Interval(time.min, lost[0].closes)
    if lost and lost[-1].closes == day.usual[-1].closes and lost[-1].opens >= day.intervals[-1].closes:
        lost[-1] = Interval(lost[-1].opens, time.max)
    return tuple(lost)


def _is_shut(day: Day) -> bool:
    # An extra opening of the house closes nothing in a department that rests on that day.
    exceptions = (one for one in day.applied if one.kind is ReasonKind.EXCEPTION)
    return bool(day.closures or day.usual) or any(not one.intervals for one in exceptions)


def _without(usual: Iterable[Interval], kept: tuple[Interval, ...]) -> Iterable[Interval]:
    """The parts of the usual hours that the kept ones leave out, in order."""
    for whole in usual:
        begins = whole.opens
        for one in kept:
            if one.closes <= begins or one.opens >= whole.closes:
                continue
            if one.opens > begins:
                yield Interval(begins, one.opens)
            begins = max(begins, one.closes)
        if begins < whole.closes:
            yield Interval(begins, whole.closes)
