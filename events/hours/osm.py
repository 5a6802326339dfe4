"""A week of hours as the `opening_hours` text of OpenStreetMap, as far as that language can say them.

Said: the regular week, seasons of a known year, closures that repeat on a weekday of the month, and the
coming single days that are closed or differ. Public holidays are written as dates, not as `PH off`: the
library closes on those that an editor has confirmed, and OSM's `PH` would close it on all of them.

Rules are joined by `; `, where a later one replaces an earlier one for the days it matches.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from events.hours.days import Day
from events.hours.intervals import Interval
from events.hours.resolution import closed_dates, days_between, season_order
from events.hours.schedule import ClosureRule, Schedule, Season, Week
from events.recurrence import WEEKDAYS, Frequency

# OSM's readers refuse texts over 255 characters in a tag; a longer one here leaves out the farthest days.
MAX_LENGTH = 255
LOOK_AHEAD = timedelta(days=366)

DAYS = tuple(code.capitalize() for code in WEEKDAYS)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Hours = tuple[Interval, ...]


def write_opening_hours(schedule: Schedule, today: date) -> str:
    """The text for a year from `today`; empty for a schedule that never opens.

    Whatever the general rules would say wrongly of a day is said of that day by its date, the nearest
    first, while it fits; so the text is right up to the first day that did not fit.
    """
    week = _week(schedule)
    if week is None:
        return ""
    coming = (one for one in _seasons(schedule) if one.end >= today and one.start <= today + LOOK_AHEAD)
    # The first in the order in which they win is written last: a later rule replaces an earlier one.
    seasons = sorted(coming, key=season_order)
    rules = [*_week_rules(week)]
    for season in reversed(seasons):
        period = _period(season.start, season.end)
        rules += [f"{period} {rule}" for rule in _week_rules(season.week, full=True)]
    standing = [one for one in _closures(schedule) if _monthly(one)]
    rules += sorted({_monthly(one) for one in standing})
    return _with_days("; ".join(rules), _left_over(schedule, today, week, seasons, standing))


def _week(schedule: Schedule | None) -> Week | None:
    if schedule is None or schedule.regular is not None:
        return schedule.regular if schedule else None
    return _week(schedule.parent)


def _seasons(schedule: Schedule) -> tuple[Season, ...]:
    """The seasons that move the week: its own, or those of the parent whose week it follows."""
    if schedule.regular is None and schedule.parent and not schedule.seasons:
        return _seasons(schedule.parent)
    return schedule.seasons


def _closures(schedule: Schedule) -> tuple[ClosureRule, ...]:
    return schedule.closures + (_closures(schedule.parent) if schedule.parent else ())


def _week_rules(week: Week, *, full: bool = False) -> Iterator[str]:
    """`Mo-Fr 08:30-18:30`, `Sa 08:30-14:30`; with `full`, closed days too, for they replace others."""
    by_hours: dict[Hours, list[int]] = {}
    for weekday, hours in enumerate(week.days):
        by_hours.setdefault(hours, []).append(weekday)
    for hours, weekdays in by_hours.items():
        if hours:
            yield f"{_weekdays(weekdays)} {_times(hours)}"
    closed = by_hours.get(())
    if closed and (full or len(closed) == 7):
        yield f"{_weekdays(closed)} off"


def _weekdays(numbers: list[int]) -> str:
    """`Mo-Fr`, `Mo,We,Fr`, `Mo,Tu`."""
    parts = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        parts += [f"{DAYS[run[0]]}-{DAYS[run[-1]]}"] if len(run) > 2 else [DAYS[number] for number in run]
    return ",".join(parts)


def _times(hours: Hours) -> str:
    return ",".join(f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in hours) or "off"


def _period(first: date, last: date) -> str:
    """`2026 Jul 15-Aug 31`, `2026 Jul 15-31`, `2026 Dec 20-2027 Jan 5`."""
    begins = f"{first.year} {MONTHS[first.month - 1]} {first.day:02}"
    if first == last:
        return begins
    if first.year != last.year:
        return f"{begins}-{last.year} {MONTHS[last.month - 1]} {last.day:02}"
    if first.month != last.month:
        return f"{begins}-{MONTHS[last.month - 1]} {last.day:02}"
    return f"{begins}-{last.day:02}"


def _monthly(closure: ClosureRule) -> str:
    """`Th[-1] off` for a closure without an end on one weekday of every month; else nothing."""
    rule = closure.rule
    if rule is None or closure.end or rule.frequency is not Frequency.MONTHLY or rule.interval != 1:
        return ""
    if rule.count or rule.until or not rule.byday:
        return ""
    return ",".join(f"{DAYS[day.weekday]}[{day.nth}]" for day in rule.byday) + " off"


def _left_over(
    schedule: Schedule, today: date, week: Week, seasons: list[Season], standing: list[ClosureRule]
) -> Iterator[tuple[date, date, Hours]]:
    """Days in a row of which the general rules say something else than what holds, with their hours."""
    last = today + LOOK_AHEAD
    off = {day for one in standing for day in closed_dates(one, today, last)}
    differing = (
        day
        for day in days_between(schedule, today, last)
        if day.intervals != _general(day.day, week, seasons, off)
    )
    run: list[Day] = []
    for day in differing:
        if run and (day.day - run[-1].day != timedelta(days=1) or day.intervals != run[-1].intervals):
            yield run[0].day, run[-1].day, run[0].intervals
            run = []
        run.append(day)
    if run:
        yield run[0].day, run[-1].day, run[0].intervals


def _general(day: date, week: Week, seasons: list[Season], off: set[date]) -> Hours:
    """What a reader of the general rules finds for a day."""
    if day in off:
        return ()
    covering = [season for season in seasons if season.covers(day)]
    return (covering[0].week if covering else week).on(day)


def _with_days(text: str, days: Iterable[tuple[date, date, Hours]]) -> str:
    for first, last, hours in days:
        longer = f"{text}; {_period(first, last)} {_times(hours)}"
        if len(longer) > MAX_LENGTH:
            break
        text = longer
    return text
