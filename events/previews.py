"""The coming month as it would be with a change that nobody has saved yet, the differences in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from events.hours import Schedule, span
from events.hypothetical import Record, with_record
from events.models.closures import Closure
from events.models.opening_hours import OpeningException
from events.recurrence import LAST_YEAR, UserError
from events.timetable import timetable
from events.wording.differences import day_text, difference
from events.wording.moments import day_heading
from pages.navigation import active_language

DAYS = 31


@dataclass(frozen=True, slots=True)
class Line:
    """One day: what it is now, what it would be, and the difference in words, empty for none."""

    heading: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True, slots=True)
class Place:
    """The library or a department; `lines` has all days of what is changed, else the different ones."""

    name: str
    lines: tuple[Line, ...]

    @property
    def changes(self) -> int:
        """How many days are different."""
        return sum(bool(line.difference) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Month:
    """The days from `first` to `last`; `followers` change as the library does."""

    first: date
    last: date
    places: tuple[Place, ...]
    followers: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything would be different anywhere."""
        return any(place.changes for place in self.places)


def month_with(record: Record, scope: Collection[str], in_force: bool = True) -> Month | None:
    """The month in which the change begins, at the earliest today; None for a record that cannot be."""
    now = timetable()
    first = min(_first_day(record), date(LAST_YEAR, 12, 31) - timedelta(days=DAYS - 1))
    last = first + timedelta(days=DAYS - 1)
    try:
        then = with_record(now, record, scope, in_force)
    except UserError:
        return None
    named = [("", _("цялата библиотека"))]
    named += [(one.slug, one.name(active_language())) for one in now.departments]
    found = {slug: _lines(now.schedule(slug), then.schedule(slug), first, last) for slug, name in named}
    main = list(scope) or [""]
    followers = [slug for slug in found if slug not in main and _follows(found, slug)]
    places = [
        Place(name, found[slug] if main == [slug] else _different(found[slug]))
        for slug, name in named
        if slug in main or (slug not in followers and _different(found[slug]))
    ]
    names = tuple(name for slug, name in named if slug in followers)
    return Month(first, last, tuple(places), names)


def _first_day(record: Record) -> date:
    today = timezone.localdate()
    if isinstance(record, Closure):
        return max(today, record.start_date)
    if isinstance(record, OpeningException):
        return max(today, record.date)
    return max(today, record.valid_from or today)


def _lines(before: Schedule, after: Schedule, first: date, last: date) -> tuple[Line, ...]:
    days = zip(span(before, first, last), span(after, first, last), strict=True)
    return tuple(
        Line(day_heading(then.day), day_text(now), day_text(then), difference(now, then))
        for now, then in days
    )


def _different(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.difference)


def _follows(found: dict[str, tuple[Line, ...]], slug: str) -> bool:
    """Whether a department changes just as the library does."""
    return bool(slug) and bool(_different(found[""])) and found[slug] == found[""]
