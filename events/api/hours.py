"""Opening hours, day by day."""

import datetime
from datetime import time, timedelta

from django.http import HttpRequest
from django.utils import timezone
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

router = Router(tags=["Работно време"])

MAX_DAYS = 366
USUAL_DAYS = 14


class HoursQuery(StrictQuery, PeriodQuery):
    """Whose hours and for which days; by default those of the library for the next 14 days."""

    department: Slug | None = Field(None, description="Отдел (адресна дума); без него – библиотеката.")


class IntervalOut(Out):
    """Open from one time to another, wall-clock time in Europe/Sofia."""

    opens: time = Field(description="Отваря.")
    closes: time = Field(description="Затваря.")


class ReasonOut(Out):
    """One rule that speaks about a day."""

    kind: str = Field(description="exception, closure, season, regular или none.")
    closure: str = Field(description="Вид на затварянето; празно, когато не е затваряне.")
    text: str = Field(description="Правилото с думи.")
    applied: bool = Field(description="true: от него идва часът за деня.")


class DayOut(Out):
    """One day."""

    date: datetime.date = Field(description="Дата.")
    open: bool = Field(description="Дали изобщо е отворено.")
    intervals: list[IntervalOut] = Field(description="Кога е отворено.")
    exceptional: bool = Field(description="Дали денят се различава от обичайната седмица.")
    reasons: list[ReasonOut] = Field(description="Правилата за деня, от най-особеното.")
    explanation: str = Field(description="Резултатът и причината с едно изречение.")


class HoursOut(Out):
    """The hours of a department or of the library."""

    department: TermOut | None = Field(description="Отдел; null за цялата библиотека.")
    timezone: str = Field(description="Винаги Europe/Sofia.")
    days: list[DayOut] = Field(description="Дните по ред.")


@router.get("/", response=HoursOut, summary="Работно време по дни", operation_id="read_hours")
@decorate_view(conditional("hours"))
def read_hours(request: HttpRequest, query: Query[HoursQuery]) -> HoursOut:
    """Кога е отворено и защо, най-много за 366 дни; без период – за следващите 14."""
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
