"""The doors are closed today, for the whole day or from an hour on, and the closing may be undone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from events.actions.closure_states import reach_events
from events.hours import Interval, resolve
from events.models import Closure, Department, ExceptionInterval, OpeningException
from events.timetable import timetable
from pages import versions

CLOSED, OPENED, CUT = "events.today.close", "events.today.shorten", "events.today.cut"
TEXTS = ("reason", "reason_en", "announcement", "announcement_en")


@dataclass
class CloseToday:
    """Close the library, or one department, today: wholly, or `since` a time of the day.

    Exceptions that would keep a door open are cut too. `texts` holds the reason and the announcement in
    both languages.
    """

    kind: str
    texts: dict[str, str]
    department: Department | None = None
    since: time | None = None
    user: Any = None
    day: date = field(default_factory=timezone.localdate)

    def execute(self) -> UUID:
        """Do it in one transaction; return the number by which it is undone. ValidationError if closed."""
        closing = uuid4()
        with transaction.atomic():
            # Of two who close at once the second waits here, and finds the doors closed.
            versions.bump("hours")
            left = self._left()
            for said in exceptions_in_the_way(self.day, self.department):
                self._cut(said, closing)
            if self.since is None:
                self._close(closing)
            elif not self._has_exception():
                self._shorten(left, closing)
        reach_events()
        return closing

    def _left(self) -> list[Interval]:
        """What remains of the day; ValidationError when nothing would be closed."""
        hours = timetable()
        slug = self.department.slug if self.department else ""
        places = [slug] if slug else ["", *hours.schedules]
        days = {place: resolve(hours.schedule(place), self.day) for place in places}
        if not any(one.closes > (self.since or time.min) for day in days.values() for one in day.intervals):
            raise ValidationError(_("Тогава и без това е затворено."), code="closed")
        return before(days[slug].intervals, self.since)

    def _has_exception(self) -> bool:
        return OpeningException.objects.filter(date=self.day, department=self.department).exists()

    def _close(self, closing: UUID) -> None:
        closure = Closure(kind=self.kind, start_date=self.day, state=Closure.State.CONFIRMED, **self.texts)
        closure.full_clean()
        closure.save()
        closure.departments.set([self.department] if self.department else [])
        log(closure, CLOSED, user=self.user, uuid=closing)

    def _shorten(self, left: Iterable[Interval], closing: UUID) -> None:
        said = OpeningException(date=self.day, department=self.department, **self.texts)
        said.intervals.set(_rows(left))
        said.full_clean()
        said.save()
        log(said, OPENED, user=self.user, uuid=closing)

    def _cut(self, said: OpeningException, closing: UUID) -> None:
        rows = intervals_of(said)
        if before(rows, self.since) == rows:
            return
        kept = {name: getattr(said, name) for name in TEXTS}
        data = {"before": kept | {"hours": [[str(row.opens), str(row.closes)] for row in rows]}}
        write_exception(said, self.texts, before(rows, self.since))
        log(said, CUT, user=self.user, uuid=closing, data=data)


def exceptions_in_the_way(day: date, department: Department | None) -> list[OpeningException]:
    """The exceptions of a date with open hours: of one department, or of the library and all departments."""
    found = OpeningException.objects.filter(date=day, intervals__isnull=False).distinct()
    if department:
        found = found.filter(department=department)
    return list(found.select_related("department").order_by("pk"))


def intervals_of(said: OpeningException) -> list[Interval]:
    """The intervals of an exception, in order."""
    return sorted(Interval(row.opens, row.closes) for row in said.intervals.all())


def before(intervals: Iterable[Interval], since: time | None) -> list[Interval]:
    """What of the intervals lies before a time; nothing without one."""
    if since is None:
        return []
    return [Interval(one.opens, min(one.closes, since)) for one in intervals if one.opens < since]


def write_exception(said: OpeningException, texts: dict[str, str], intervals: Iterable[Interval]) -> None:
    """Give an exception other words and hours."""
    for name in TEXTS:
        setattr(said, name, texts.get(name, ""))
    said.intervals.set(_rows(intervals))
    said.save()


def _rows(intervals: Iterable[Interval]) -> list[ExceptionInterval]:
    return [ExceptionInterval(opens=one.opens, closes=one.closes) for one in intervals]
