"""A record of hours or closures in one line, as the history of changes tells it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from events.hours import Week
from events.models import Closure, OpeningException, OpeningHours, Service
from events.wording.week import summary
from pages.bulgarian import dates


def told(record: object) -> str:
    """What a saved record says, in the active language; empty for a record of another kind."""
    match record:
        case Closure():
            return _parts(record.reason_in("bg"), _days(record), _where(record.departments.all()))
        case OpeningException():
            hours = ", ".join(str(row) for row in record.intervals.order_by("opens")) or _("затворено")
            return _parts(record.reason, dates.short_date(record.date), hours, _place(record))
        case OpeningHours():
            season = ""
            if record.valid_from and record.valid_until:
                season = f"{dates.short_date(record.valid_from)} – {dates.short_date(record.valid_until)}"
            return _parts(season, _week(record), _place(record))
        case Service():
            call = _("до %(minutes)s мин преди затварянето") % {"minutes": record.last_call}
            return _parts(record.name, _week(record), call if record.last_call else "", _place(record))
    return ""


def _days(closure: Closure) -> str:
    first = dates.short_date(closure.start_date)
    last = dates.short_date(closure.end_date) if closure.end_date else ""
    period = f"{first} – {last}" if last else first
    return f"{closure.rule_sentence} ({period})" if closure.recurrence else period


def _week(record: OpeningHours | Service) -> str:
    rows: Any = record.intervals.all()
    week = Week.from_rows([(row.weekday, row.opens, row.closes) for row in rows])
    return ", ".join(f"{days} {hours}" for days, hours in summary(week)) or _("без часове")


def _place(record: Any) -> str:
    return str(record.department or _("цялата библиотека"))


def _where(departments: Iterable[Any]) -> str:
    return ", ".join(one.name for one in departments) or _("цялата библиотека")


def _parts(*parts: str) -> str:
    return "; ".join(filter(None, parts))
