"""From rows of hours, exceptions and closures to the schedules of the plain rules, in five queries."""

import logging
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import time

from django.db.models import F

from events.hours import ClosureRule, DateException, Interval, Schedule, Season, Service, Week
from events.models.closures import Closure
from events.models.departments import Department
from events.models.opening_hours import OpeningException, OpeningHours
from events.models.services import Service as ServiceRow
from events.recurrence import UserError

logger = logging.getLogger(__name__)

LIBRARY = ""

Announced = Closure | OpeningException


@dataclass(frozen=True, slots=True)
class DepartmentName:
    """A department as hours know it: its slug and its names."""

    slug: str
    names: tuple[tuple[str, str], ...]

    def name(self, language: str = "bg") -> str:
        """The name in a language, or in the first one there is."""
        names = dict(self.names)
        return names.get(language) or next(iter(names.values()))


@dataclass(frozen=True, slots=True)
class Rows:
    """Schedules without their parents, by the slug of the department; the library's is empty."""

    departments: tuple[DepartmentName, ...]
    own: dict[str, Schedule]
    announced: tuple[Announced, ...] = ()
    services: dict[str, tuple[Service, ...]] = field(default_factory=dict)

    def schedule(self, slug: str, parent: Schedule | None) -> Schedule:
        """The schedule of a department under the library's."""
        return replace(self.own.get(slug, Schedule()), parent=parent, name=self._name(slug))

    def _name(self, slug: str) -> str:
        return next((one.name() for one in self.departments if one.slug == slug), "")


def read_rows() -> Rows:
    """Read everything that makes opening hours."""
    departments = _departments()
    weeks, seasons = _weeks()
    exceptions, special = _exceptions()
    closures, announced = _closures()
    own = {
        slug: Schedule(
            regular=weeks.get(slug),
            seasons=tuple(seasons[slug]),
            exceptions=tuple(exceptions[slug]),
            closures=tuple(closures[slug]),
        )
        for slug in (LIBRARY, *(one.slug for one in departments))
    }
    return Rows(departments, own, (*special, *announced), _services())


def _departments() -> tuple[DepartmentName, ...]:
    names: dict[str, list[tuple[str, str]]] = {}
    rows = Department.objects.order_by("sort_order", "name", "pk")
    for slug, language, name in rows.values_list("slug", "locale__language_code", "name"):
        names.setdefault(slug, []).append((language, name))
    return tuple(DepartmentName(slug, tuple(sorted(found))) for slug, found in names.items())


def _weeks() -> tuple[dict[str, Week], dict[str, list[Season]]]:
    fields = ("pk", "department__slug", "name", "valid_from", "valid_until")
    times = ("intervals__weekday", "intervals__opens", "intervals__closes")
    days: dict[tuple, list[tuple[int, time, time]]] = {}  # type: ignore[type-arg]
    for *row, weekday, opens, closes in OpeningHours.objects.order_by("pk").values_list(*fields, *times):
        found = days.setdefault(tuple(row), [])
        if opens is not None:
            found.append((weekday, opens, closes))
    weeks: dict[str, Week] = {}
    seasons: dict[str, list[Season]] = defaultdict(list)
    for (pk, slug, name, first, last), rows in days.items():
        week = Week.from_rows(rows)
        if first is None:
            weeks[slug or LIBRARY] = week
        else:
            seasons[slug or LIBRARY].append(Season(first, last, week, name, f"season-{pk}"))
    return weeks, seasons


def _exceptions() -> tuple[dict[str, list[DateException]], tuple[OpeningException, ...]]:
    result: dict[str, list[DateException]] = defaultdict(list)
    announced: dict[int, OpeningException] = {}
    found: dict[int, tuple[OpeningException, list[Interval]]] = {}
    times = {"opens": F("intervals__opens"), "closes": F("intervals__closes")}
    for row in OpeningException.objects.order_by("pk").annotate(slug=F("department__slug"), **times):
        _, intervals = found.setdefault(row.pk, (row, []))
        opens, closes = getattr(row, "opens", None), getattr(row, "closes", None)
        if opens is not None and closes is not None:
            intervals.append(Interval(opens, closes))
        if row.announcement or row.announcement_en:
            announced[row.pk] = row
    for row, intervals in found.values():
        said = DateException(row.date, tuple(intervals), row.reason, row.reason_en, f"exception-{row.pk}")
        result[getattr(row, "slug", None) or LIBRARY].append(said)
    return result, tuple(announced.values())


def _services() -> dict[str, tuple[Service, ...]]:
    fields = ("pk", "department__slug", "name", "name_en", "last_call")
    times = ("intervals__weekday", "intervals__opens", "intervals__closes")
    offered: dict[tuple, list[tuple[int, time, time]]] = {}  # type: ignore[type-arg]
    rows = ServiceRow.objects.order_by("sort_order", "name", "pk").values_list(*fields, *times)
    for *row, weekday, opens, closes in rows:
        found = offered.setdefault(tuple(row), [])
        if opens is not None:
            found.append((weekday, opens, closes))
    services: dict[str, list[Service]] = defaultdict(list)
    for (pk, slug, name, name_en, last_call), times_of in offered.items():
        week = Week.from_rows(times_of) if times_of else None
        services[slug or LIBRARY].append(Service(name, name_en, week, last_call, f"service-{pk}"))
    return {slug: tuple(found) for slug, found in services.items()}


def _closures() -> tuple[dict[str, list[ClosureRule]], tuple[Closure, ...]]:
    rules: dict[str, list[ClosureRule]] = defaultdict(list)
    announced: dict[int, Closure] = {}
    for row in Closure.objects.confirmed().order_by("pk").annotate(scope=F("departments__slug")):
        said = _closure_rule(row)
        if said:
            rules[getattr(row, "scope", None) or LIBRARY].append(said)
            if row.announcement or row.announcement_en:
                announced[row.pk] = row
    return rules, tuple(announced.values())


def _closure_rule(row: Closure) -> ClosureRule | None:
    # A row written around the form must not take all pages down with it.
    try:
        return row.as_rule()
    except UserError as problem:
        logger.error("Closure %s is left out: %s", row.pk, problem)
        return None
