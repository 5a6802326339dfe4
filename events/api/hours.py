"""Opening hours, day by day."""

import datetime
from datetime import time, timedelta

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from events.hours import Day, span
from events.timetable import Timetable, timetable
from pages.api.conditional import conditional
from pages.api.messages import unknown_value
from pages.api.problems import bad_parameters
from pages.api.query import PeriodQuery, Slug, StrictQuery, check_period
from pages.api.schema import Out
from pages.api.terms import TermOut

router = Router(tags=[_("Работно време")])

MAX_DAYS = 366
USUAL_DAYS = 14


class HoursQuery(StrictQuery, PeriodQuery):
    """Whose hours and for which days; by default those of the library for the next 14 days."""

    department: Slug | None = Field(None, description=_("Отдел (адресна дума); без него – библиотеката."))


class IntervalOut(Out):
    """Open from one time to another, wall-clock time in Europe/Sofia."""

    opens: time = Field(description=_("Отваря."))
    closes: time = Field(description=_("Затваря."))


class ReasonOut(Out):
    """One rule that speaks about a day."""

    kind: str = Field(description=_("exception, closure, season, regular или none."))
    closure: str = Field(description=_("Вид на затварянето; празно, когато не е затваряне."))
    text: str = Field(description=_("Правилото с думи."))
    applied: bool = Field(description=_("true: от него идва часът за деня."))


class DayOut(Out):
    """One day."""

    date: datetime.date = Field(description=_("Дата."))
    open: bool = Field(description=_("Дали изобщо е отворено."))
    intervals: list[IntervalOut] = Field(description=_("Кога е отворено."))
    exceptional: bool = Field(description=_("Дали денят се различава от обичайната седмица."))
    reasons: list[ReasonOut] = Field(description=_("Правилата за деня, от най-особеното."))
    explanation: str = Field(description=_("Резултатът и причината с едно изречение."))


class HoursOut(Out):
    """The hours of a department or of the library."""

    department: TermOut | None = Field(description=_("Отдел; null за цялата библиотека."))
    timezone: str = Field(description=_("Винаги Europe/Sofia."))
    days: list[DayOut] = Field(description=_("Дните по ред."))


@router.get(
    "/",
    response=HoursOut,
    summary=_("Работно време по дни"),
    operation_id="read_hours",
    description=_("Кога е отворено и защо, най-много за 366 дни; без период – за следващите 14."),
)
@decorate_view(conditional("hours"))
def read_hours(request: HttpRequest, query: Query[HoursQuery]) -> HoursOut:
    """When it is open and why, at most 366 days; without a period, for the next 14."""
    first = query.from_ or timezone.localdate()
    last = query.to or first + timedelta(days=USUAL_DAYS - 1)
    check_period(first, last, MAX_DAYS)
    hours = timetable()
    department = _department(hours, query)
    schedule = hours.schedule(query.department or "")
    days = [_day(day, query.lang) for day in span(schedule, first, last)]
    return HoursOut(department=department, timezone="Europe/Sofia", days=days)


def _department(hours: Timetable, query: HoursQuery) -> TermOut | None:
    if query.department is None:
        return None
    if query.department not in hours.schedules:
        raise bad_parameters([unknown_value("department", query.department)])
    return TermOut(slug=query.department, name=hours.name(query.department, query.lang))


def _day(day: Day, language: str) -> DayOut:
    return DayOut(
        date=day.day,
        open=day.is_open,
        intervals=[IntervalOut(opens=one.opens, closes=one.closes) for one in day.intervals],
        exceptional=day.is_exceptional,
        reasons=[
            ReasonOut(
                kind=reason.kind,
                closure=reason.closure_kind,
                text=reason.words(language),
                applied=reason.applied,
            )
            for reason in day.reasons
        ],
        explanation=day.explain(language),
    )
