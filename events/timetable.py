"""The one door to opening hours: schedules from the rows, held in memory until their version changes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import HttpRequest

from events.hours import Day, Interval, Reason, Schedule, Service, span
from events.models.timetable_rows import Announced, DepartmentName, Rows, read_rows
from pages import versions

Question = tuple[date, date, frozenset[str]]
# So many answers are kept by a timetable; then it begins anew.
MOST_ANSWERS = 64

_held: "dict[versions.Version, Timetable]" = {}


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A date on which readers are not served, why, and where.

    `scope` holds slugs of departments; empty for the whole library. `besides` are the departments
    that are open all the same when the library is not, and `opened_by` the rules that open them.
    """

    date: date
    reasons: tuple[Reason, ...]
    scope: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    opened_by: tuple[Reason, ...] = ()

    def why(self, language: str = "bg") -> str:
        """The reasons in words, in `bg` or `en`."""
        return "; ".join(reason.words(language) for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The hours of the library and of its departments, as they stood at one version."""

    version: versions.Version
    library: Schedule
    departments: tuple[DepartmentName, ...]
    schedules: dict[str, Schedule]
    announced: tuple[Announced, ...] = ()
    services: dict[str, tuple[Service, ...]] = field(default_factory=dict)
    # What was asked of it: a year of all departments costs a tenth of a second to work out.
    answers: "dict[Question, list[ClosedDay]]" = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def department(self, slug: str) -> Schedule:
        """The schedule of a department; LookupError for a slug that no department has."""
        return self.schedules[slug]

    def schedule(self, slug: str = "") -> Schedule:
        """The schedule of a department, or of the library for an empty or unknown slug."""
        return self.schedules.get(slug, self.library)

    def services_on(self, slug: str, day: Day) -> list[tuple[Service, tuple[Interval, ...]]]:
        """The services with hours of a department (empty: of the library) on one of its resolved days."""
        return [(one, one.on(day)) for one in self.services.get(slug, ())]

    def name(self, slug: str, language: str = "bg") -> str:
        """The name of a department in `bg` or `en`; LookupError for a slug that no department has."""
        if not slug:
            return ""
        return {one.slug: one for one in self.departments}[slug].name(language)

    def named(self, schedule: str, language: str = "bg") -> str:
        """The name in `bg` or `en` of the department to which a schedule of that name belongs, if any."""
        one = next((one for one in self.departments if one.name() == schedule), None) if schedule else None
        return one.name(language) if one else ""

    def with_own_hours(self) -> Iterator[DepartmentName]:
        """The departments whose hours are not just those of the library."""
        for one in self.departments:
            schedule = self.schedules[one.slug]
            if schedule.regular or schedule.seasons or schedule.exceptions or schedule.closures:
                yield one


def timetable(version: versions.Version | None = None) -> Timetable:
    """The timetable of now: one query when it is in memory, six when its version is new.

    A caller that has just read the version of "hours" gives it, and saves that query.
    """
    version = version or versions.current("hours")
    if version not in _held:
        fresh = _build(version, read_rows())
        _held.clear()
        _held[version] = fresh
    return _held[version]


def timetable_of(request: HttpRequest) -> Timetable:
    """The timetable, read once for a request."""
    held = getattr(request, "_timetable", None)
    if held is None:
        held = request._timetable = timetable()  # type: ignore[attr-defined]
    return held


def closed_days(
    first: date, last: date, hours: Timetable | None = None, departments: Collection[str] = ()
) -> list[ClosedDay]:
    """The days closed beyond the usual week, in order, both bounds included; HoursError over 400 days.

    With `departments` (slugs), only the days on which at least one of them is closed.
    """
    hours = hours or timetable()
    question = (first, last, frozenset(departments))
    answer = hours.answers.get(question)
    if answer is None:
        answer = _closed_days(first, last, hours, departments)
        if len(hours.answers) >= MOST_ANSWERS:
            hours.answers.clear()
        hours.answers[question] = answer
    return list(answer)


def _closed_days(first: date, last: date, hours: Timetable, departments: Collection[str]) -> list[ClosedDay]:
    wanted = set(departments or hours.schedules)
    whole = {day.day: day.applied for day in _closed(hours.library, first, last)}
    parts: dict[tuple[date, tuple[Reason, ...]], list[str]] = {}
    besides: dict[date, list[tuple[str, Day]]] = {}
    for one in hours.with_own_hours():
        for day in span(hours.schedules[one.slug], first, last):
            if day.day in whole:
                if day.is_open:
                    besides.setdefault(day.day, []).append((one.slug, day))
            elif one.slug in wanted and _is_closed(day):
                parts.setdefault((day.day, _shared(day)), []).append(one.slug)
    found = [ClosedDay(when, reasons, tuple(slugs)) for (when, reasons), slugs in parts.items()]
    for when, reasons in whole.items():
        opened = besides.get(when, ())
        slugs = tuple(slug for slug, _ in opened)
        # Without a choice the library is told of; with one, only what is closed among the chosen.
        if not departments or wanted - set(slugs):
            by = tuple(reason for _, day in opened for reason in day.applied)
            found.append(ClosedDay(when, reasons, besides=slugs, opened_by=by))
    return sorted(found, key=lambda one: (one.date, one.scope))


def _closed(schedule: Schedule, first: date, last: date) -> Iterator[Day]:
    return (day for day in span(schedule, first, last) if _is_closed(day))


def _is_closed(day: Day) -> bool:
    # An exception of the house on a day when a department never works closes nothing.
    return day.is_exceptional and not day.is_open and bool(day.closures or day.usual)


def _shared(day: Day) -> tuple[Reason, ...]:
    # Departments closed for the same reason are one line, though each names its own schedule.
    return tuple(replace(reason, schedule="") for reason in day.applied)


def _build(version: versions.Version, rows: Rows) -> Timetable:
    library = rows.schedule("", None)
    schedules = {one.slug: rows.schedule(one.slug, library) for one in rows.departments}
    return Timetable(version, library, rows.departments, schedules, rows.announced, rows.services)
