"""The timetable as it would be with a record that nobody has saved yet."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from events.hours import ClosureRule, DateException, Interval, Schedule, Season, Week
from events.models.closures import Closure
from events.models.opening_hours import OpeningException, OpeningHours
from events.timetable import Timetable

Record = Closure | OpeningException | OpeningHours
Rule = ClosureRule | DateException | Season | Week


def with_record(hours: Timetable, record: Record, scope: Collection[str], in_force: bool = True) -> Timetable:
    """The timetable with the record in place of what it was; UserError for a record that cannot be.

    `scope` holds the slugs it would speak for, empty for the library; out of force it speaks for nobody.
    """
    places = scope or [""]
    rule = as_rule(record) if in_force else None
    was_regular = _was_regular(record)

    def edited(slug: str, schedule: Schedule) -> Schedule:
        bare = _without(schedule, record, regular=slug == was_regular)
        return _with(bare, rule) if rule is not None and slug in places else bare

    library = edited("", hours.library)
    schedules = {slug: replace(edited(slug, one), parent=library) for slug, one in hours.schedules.items()}
    return replace(hours, library=library, schedules=schedules)


def as_rule(record: Record) -> Rule:
    """A record, saved or not, as the plain rules take it."""
    if isinstance(record, Closure):
        return record.as_rule()
    rows: Any = record.intervals.all()
    if isinstance(record, OpeningException):
        intervals = tuple(Interval(row.opens, row.closes) for row in rows)
        return DateException(record.date, intervals, record.reason, record.reason_en, key_of(record))
    week = Week.from_rows([(row.weekday, row.opens, row.closes) for row in rows])
    if record.valid_from is None or record.valid_until is None:
        return week
    return Season(record.valid_from, record.valid_until, week, record.name, key_of(record))


def key_of(record: Record) -> str:
    """The key by which reasons name the rule of a record."""
    kinds = {Closure: "closure", OpeningException: "exception", OpeningHours: "season"}
    return f"{kinds[type(record)]}-{record.pk}"


def _was_regular(record: Record) -> str | None:
    """The slug of the place whose regular week the saved record is; None when it is none."""
    if not isinstance(record, OpeningHours) or record.pk is None:
        return None
    saved = OpeningHours.objects.filter(pk=record.pk, valid_from=None)
    slug = saved.values_list("department__slug", flat=True).first() if saved else None
    return (slug or "") if saved else None


def _without(schedule: Schedule, record: Record, regular: bool) -> Schedule:
    key = key_of(record)
    return replace(
        schedule,
        regular=None if regular else schedule.regular,
        seasons=tuple(one for one in schedule.seasons if one.key != key),
        exceptions=tuple(one for one in schedule.exceptions if one.key != key),
        closures=tuple(one for one in schedule.closures if one.key != key),
    )


def _with(schedule: Schedule, rule: Rule) -> Schedule:
    match rule:
        case ClosureRule():
            return replace(schedule, closures=(*schedule.closures, rule))
        case DateException():
            return replace(schedule, exceptions=(*schedule.exceptions, rule))
        case Season():
            return replace(schedule, seasons=(*schedule.seasons, rule))
    return replace(schedule, regular=rule)
