"""Which rule speaks for a day.

For one schedule, most specific first: exception on a date, closure, seasonal week, regular week.

A schedule with a parent (a department in a library):

- without hours of its own on the day, it follows the parent in everything;
- its own exception on a date decides alone, even on a day when the library is closed;
- its own closures come next;
- then the parent's exception on a date: the department keeps its own hours, but only within those of
  the exception (an early closing of the house closes the department early; an extra opening of the
  house does not open a department that rests on that day). It lifts the parent's closures;
- then the parent's closures: they close the department too;
- the parent's seasonal and regular weeks do not touch a department that has its own.

Ties never depend on the order in which rules are given. Two exceptions on one date: closed before
open, then the one that opens earlier. Two seasons: the shorter, then the one that starts later, then
by name. Two closures both hold and are both named: the department's before the library's, a period
before a recurring one, then by key.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from events.hours.days import Day, Reason, ReasonKind
from events.hours.errors import HoursError
from events.hours.intervals import Interval, common
from events.hours.schedule import ClosureRule, DateException, Schedule, Season
from events.recurrence import FIRST_YEAR, LAST_YEAR

MAX_SPAN = 400

Hours = tuple[Interval, ...]


def resolve(schedule: Schedule, day: date) -> Day:
    """The opening hours of one day with the reasons that made them; HoursError outside 1990–2100."""
    return span(schedule, day, day)[0]


def span(schedule: Schedule, first: date, last: date) -> list[Day]:
    """The days from `first` to `last`, both included; HoursError for more than 400 days."""
    if last < first:
        raise HoursError("period", start=f"{first:%d.%m.%Y}", end=f"{last:%d.%m.%Y}")
    if (last - first).days >= MAX_SPAN:
        raise HoursError("span", most=MAX_SPAN)
    return list(days_between(schedule, first, last))


def days_between(schedule: Schedule, first: date, last: date) -> Iterator[Day]:
    """The resolved days one by one; recurring closures are worked out once for the whole period."""
    for day in (first, last):
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise HoursError("year", first=FIRST_YEAR, last=LAST_YEAR, year=day.year)
    view = _View.of(schedule, first, last)
    for day in _each_day(first, last):
        hours, reasons = _decide(view, day)
        yield Day(day, hours, tuple(reasons))


@dataclass(frozen=True, slots=True)
class _View:
    """A schedule prepared for one period: its rules by date, in the order in which they win."""

    schedule: Schedule
    exceptions: dict[date, list[DateException]]
    closures: dict[date, list[ClosureRule]]
    seasons: list[Season]
    parent: "_View | None"

    @classmethod
    def of(cls, schedule: Schedule, first: date, last: date) -> "_View":
        exceptions: dict[date, list[DateException]] = {}
        for exception in sorted(schedule.exceptions, key=_exception_order):
            exceptions.setdefault(exception.day, []).append(exception)
        closures: dict[date, list[ClosureRule]] = {}
        for closure in sorted(schedule.closures, key=_closure_order):
            for day in closed_dates(closure, first, last):
                closures.setdefault(day, []).append(closure)
        return cls(
            schedule,
            exceptions,
            closures,
            sorted(schedule.seasons, key=season_order),
            cls.of(schedule.parent, first, last) if schedule.parent else None,
        )


def closed_dates(closure: ClosureRule, first: date, last: date) -> Iterable[date]:
    """The days of one closure from `first` to `last`, both included."""
    begins = max(first, closure.start)
    if closure.rule is None:
        return _each_day(begins, min(last, closure.end or closure.start))
    ends = min(last, closure.end or last)
    return closure.rule.dates(closure.start, begins, ends + timedelta(days=1))


def _decide(view: _View, day: date) -> tuple[Hours, list[Reason]]:
    special, reasons = _special(view, day)
    usual, usual_reasons = _usual(view, day)
    if special is None:
        return usual, _once(reasons + usual_reasons)
    return special, _once(reasons + _overruled(usual_reasons, reasons[0]))


def _usual(view: _View, day: date) -> tuple[Hours, list[Reason]]:
    """What would hold without the schedule's own exceptions and closures."""
    own = _own_hours(view, day)
    if not own and view.parent:
        return _decide(view.parent, day)
    if not own:
        return (), [Reason(ReasonKind.NONE, schedule=view.schedule.name)]
    limit, reasons = _limit(view.parent, day)
    if limit is None:
        return own[0].intervals, own
    hours = common(own[0].intervals, limit)
    return hours, reasons + (own if hours else _not_applied(own))


def _limit(view: _View | None, day: date) -> tuple[Hours | None, list[Reason]]:
    """What the exceptions and closures of the parents leave to a schedule with hours of its own."""
    if view is None:
        return None, []
    nearer, reasons = _special(view, day)
    farther, farther_reasons = _limit(view.parent, day)
    if nearer is None:
        return farther, reasons + farther_reasons
    return nearer, reasons + _overruled(farther_reasons, reasons[0])


def _special(view: _View, day: date) -> tuple[Hours | None, list[Reason]]:
    """What a schedule's own exceptions and closures say; None when there are none."""
    name = view.schedule.name
    exceptions = view.exceptions.get(day, [])
    closures = view.closures.get(day, [])
    reasons = [_of_exception(said, name, applied=not n) for n, said in enumerate(exceptions)]
    reasons += [_of_closure(said, name, applied=not exceptions) for said in closures]
    if exceptions:
        return exceptions[0].intervals, reasons
    return (() if closures else None), reasons


def _own_hours(view: _View, day: date) -> list[Reason]:
    """The schedule's own weeks for the day, the one that holds first."""
    schedule = view.schedule
    found = [
        Reason(
            ReasonKind.SEASON,
            key=season.key,
            text=season.name,
            schedule=schedule.name,
            intervals=season.week.on(day),
        )
        for season in view.seasons
        if season.covers(day)
    ]
    if schedule.regular:
        week = schedule.regular.on(day)
        found.append(Reason(ReasonKind.REGULAR, schedule=schedule.name, intervals=week))
    return found[:1] + _not_applied(found[1:])


def _of_exception(exception: DateException, schedule: str, *, applied: bool) -> Reason:
    return Reason(
        ReasonKind.EXCEPTION,
        applied=applied,
        key=exception.key,
        text=exception.reason,
        text_en=exception.reason_en,
        schedule=schedule,
        intervals=exception.intervals,
    )


def _of_closure(closure: ClosureRule, schedule: str, *, applied: bool) -> Reason:
    return Reason(
        ReasonKind.CLOSURE,
        applied=applied,
        key=closure.key,
        text=closure.reason,
        text_en=closure.reason_en,
        schedule=schedule,
        closure_kind=closure.kind,
        rule=closure.rule,
    )


def _overruled(reasons: Iterable[Reason], by: Reason) -> list[Reason]:
    """Closures add up: one does not take its effect from another."""
    closed = by.kind is ReasonKind.CLOSURE
    return [
        replace(reason, applied=reason.applied and closed and reason.kind is ReasonKind.CLOSURE)
        for reason in reasons
    ]


def _not_applied(reasons: Iterable[Reason]) -> list[Reason]:
    return [replace(reason, applied=False) for reason in reasons]


def _once(reasons: Iterable[Reason]) -> list[Reason]:
    """The same reasons without closures that were already named."""
    seen: dict[object, Reason] = {}
    for number, reason in enumerate(reasons):
        closure = reason.kind is ReasonKind.CLOSURE
        identity = reason.key or (reason.closure_kind, reason.text, reason.rule)
        seen.setdefault(identity if closure else number, reason)
    return list(seen.values())


def _each_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _exception_order(exception: DateException) -> tuple[object, ...]:
    return exception.day, exception.intervals, exception.reason, exception.reason_en, exception.key


def season_order(season: Season) -> tuple[object, ...]:
    """Of several seasons on a day the first in this order holds."""
    return season.end - season.start, -season.start.toordinal(), season.name, season.key, season.week.days


def _closure_order(closure: ClosureRule) -> tuple[object, ...]:
    told = closure.key, closure.kind, closure.reason, closure.reason_en, str(closure.rule or "")
    return closure.rule is not None, *told, closure.start, closure.end or date.max
