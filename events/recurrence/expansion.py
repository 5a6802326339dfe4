"""The dates of a rule, from close before the window instead of from the start.

Days and weeks are plain steps; months and years are python-dateutil's.
"""

import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from dateutil import rrule as engine

from events.recurrence.clock import LAST_YEAR, naive
from events.recurrence.parts import Frequency

if TYPE_CHECKING:
    from events.recurrence.rule import Rule

END_OF_TIME = datetime(LAST_YEAR + 1, 1, 1)

_INSTANT = timedelta(microseconds=1)


def occurrences(rule: "Rule", start: datetime, after: datetime, before: datetime) -> Iterator[datetime]:
    """Wall-clock times of `rule` in [after, before), in order, lazily; never beyond the year 2100.

    `after` is not before `start`.
    """
    start = start.replace(microsecond=0)
    last = min(before, END_OF_TIME) - _INSTANT
    if rule.until is not None:
        last = min(last, naive(rule.until))
    if rule.frequency is Frequency.DAILY:
        return _daily(rule, start, after, last)
    if rule.frequency is Frequency.WEEKLY:
        return _weekly(rule, start, after, last)
    not_too_late = takewhile(lambda moment: moment <= last, _by_engine(rule, start, after))
    return (moment for moment in not_too_late if moment >= after)


def _daily(rule: "Rule", start: datetime, after: datetime, last: datetime) -> Iterator[datetime]:
    # Plain steps, from the first in the window to its last: python-dateutil needs two milliseconds for
    # two years of days.
    step = timedelta(days=rule.interval)
    skipped, until = max(0, -((start - after) // step)), (last - start) // step + 1
    steps = range(skipped, until if rule.count is None else min(until, rule.count))
    return (start + step * number for number in steps)


def _weekly(rule: "Rule", start: datetime, after: datetime, last: datetime) -> Iterator[datetime]:
    # Plain steps here too: python-dateutil needs over a millisecond for three days a week.
    monday = start - timedelta(days=start.weekday())
    weekdays = sorted({day.weekday for day in rule.byday}) or [start.weekday()]
    gone = _whole_steps((after - monday).days // 7, rule.interval) if rule.count is None else 0
    weeks = (monday + timedelta(weeks=week) for week in itertools.count(gone, rule.interval))
    days = [timedelta(days=weekday) for weekday in weekdays]
    dates = (week + day for week in weeks for day in days)
    counted = itertools.islice((moment for moment in dates if moment >= start), rule.count)
    return (moment for moment in takewhile(lambda moment: moment <= last, counted) if moment >= after)


def _by_engine(rule: "Rule", start: datetime, after: datetime) -> Iterator[datetime]:
    yearly = rule.frequency is Frequency.YEARLY
    return iter(
        engine.rrule(
            getattr(engine, rule.frequency.value),
            dtstart=start if rule.count is not None else _period_before(rule, start, after),
            interval=rule.interval,
            count=rule.count,
            wkst=engine.MO,
            byweekday=[engine.weekday(day.weekday, day.nth or None) for day in rule.byday] or None,
            bymonthday=start.day if yearly else rule.bymonthday or None,
            bymonth=start.month if yearly else None,
        )
    )


def _period_before(rule: "Rule", start: datetime, after: datetime) -> datetime:
    """The beginning of the last period of `rule` that begins by `after`; it may lie before `start`."""
    match rule.frequency:
        case Frequency.MONTHLY:
            gone = (after.year - start.year) * 12 + after.month - start.month
            months = start.month - 1 + _whole_steps(gone, rule.interval)
            return start.replace(year=start.year + months // 12, month=months % 12 + 1, day=1)
        case _:
            years = _whole_steps(after.year - start.year, rule.interval)
            return start.replace(year=start.year + years, month=1, day=1)


def _whole_steps(gone: int, interval: int) -> int:
    return gone - gone % interval
