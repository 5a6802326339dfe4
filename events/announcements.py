"""What stands above every page: what is closed today and tomorrow, and the announcements of closures."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from events.models.closures import Closure
from events.models.timetable_rows import Announced
from events.timetable import ClosedDay, Timetable, closed_days
from events.today import closed_reason
from pages.bulgarian import dates
from pages.navigation import active_language


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `day` is the closed day it tells of and `word` „Днес“ or „Утре“; a message of a closure
    announced long before has neither. `until` is the last day on which it is news, if there is one."""

    text: str
    day: date | None = None
    word: str = ""
    until: date | None = None


def banner_lines(hours: Timetable, today: date) -> list[Line]:
    """The messages of a day, the nearest first."""
    tomorrow = today + timedelta(days=1)
    soon = closed_days(today, tomorrow, hours)
    lines = [_of_day(one, today, hours) for one in soon]
    return lines + _announced(hours, today)


def version_of(lines: Iterable[Line]) -> str:
    """A short name of the content, by which a browser remembers that its reader has closed it."""
    said = "\n".join(f"{line.day or ''} {line.text}" for line in lines)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _of_day(closed: ClosedDay, today: date, hours: Timetable) -> Line:
    language = active_language()
    names = ", ".join(hours.name(slug, language) for slug in closed.scope)
    besides = ", ".join(hours.name(slug, language) for slug in closed.besides)
    values = {
        "date": dates.day_and_month(closed.date, language),
        "reason": closed_reason(closed) or _("затворено"),
        "departments": names or besides,
    }
    if names:
        text = _("%(date)s, не обслужват читатели: %(departments)s (%(reason)s).")
    elif besides:
        text = _("%(date)s, библиотеката не обслужва читатели, освен %(departments)s: %(reason)s.")
    else:
        text = _("%(date)s, библиотеката не обслужва читатели: %(reason)s.")
    word = _("Днес") if closed.date == today else _("Утре")
    return Line(text % values, closed.date, word, closed.date)


def _announced(hours: Timetable, today: date) -> list[Line]:
    language = active_language()
    return [
        Line(text, until=_last_day(record))
        for record in hours.announced
        if record.is_announced_on(today) and (text := record.announcement_in(language).strip())
    ]


def _last_day(record: Announced) -> date | None:
    if isinstance(record, Closure):
        return None if record.recurrence else record.last_day
    return record.date
