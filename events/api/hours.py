"""Opening hours, day by day."""

import datetime
from datetime import time, timedelta
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from events.api import examples
from events.hours import Day, Schedule, periods, span, state_at, write_opening_hours
from events.recurrence import to_wall
from events.timetable import Timetable, timetable
from events.today import today_state
from pages import versions
from pages.api.conditional import conditional
from pages.api.examples import one
from pages.api.fields import FieldsOf
from pages.api.messages import unknown_value
from pages.api.problems import bad_parameters
from pages.api.query import PeriodQuery, Slug, StrictQuery, check_period
from pages.api.schema import Out
from pages.api.stored import one_record
from pages.api.terms import TermOut

router = Router(tags=[_("Работно време")])

MAX_DAYS = 366
USUAL_DAYS = 14


class IntervalOut(Out):
    """Open from one time to another, wall-clock time in Europe/Sofia."""

    opens: time = Field(description=_("Отваря."))
    closes: time = Field(description=_("Затваря."))
    start: datetime.datetime = Field(description=_("Същото отваряне, с отместването на Europe/Sofia."))
    end: datetime.datetime = Field(description=_("Същото затваряне, с отместването на Europe/Sofia."))


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


class StateOut(Out):
    """Open or closed at the time of asking; Cache-Control ends no later than `until`."""

    open: bool = Field(description=_("Дали сега е отворено."))
    closes: datetime.datetime | None = Field(description=_("Кога затваря; null, когато е затворено."))
    opens: datetime.datetime | None = Field(
        description=_("Кога отваря; null, когато е отворено или не отваря в следващите 60 дни.")
    )
    until: datetime.datetime = Field(description=_("Докога е вярно това: до промяна или до полунощ."))
    text: str = Field(description=_("Състоянието с думи."))


class HoursOut(Out):
    """The hours of a department or of the library."""

    department: TermOut | None = Field(description=_("Отдел; null за цялата библиотека."))
    timezone: str = Field(description=_("Винаги Europe/Sofia."))
    version: int = Field(description=_("Расте при всяка промяна на работното време и затварянията."))
    state: StateOut = Field(description=_("Отворено или затворено сега."))
    opening_hours: str = Field(
        description=_("Седмицата, сезоните и близките промени като opening_hours на OpenStreetMap.")
    )
    days: list[DayOut] = Field(description=_("Дните по ред."))


class HoursQuery(StrictQuery, PeriodQuery):
    """Whose hours and for which days; by default those of the library for the next 14 days."""

    department: Slug | None = Field(None, description=_("Отдел (адресна дума); без него – библиотеката."))
    fields: Annotated[str, FieldsOf(HoursOut)] = ""


def until(request: HttpRequest, current: dict[str, versions.Version]) -> datetime.datetime:
    """Until when the state in the answer holds; caches let go of it then."""
    schedule = timetable(current["hours"]).schedule(request.GET.get("department", ""))
    return today_state(schedule, timezone.now()).until


@router.get(
    "/",
    response=HoursOut,
    openapi_extra=one(examples.HOURS),
    summary=_("Работно време по дни"),
    operation_id="read_hours",
    description=_("Кога е отворено и защо, най-много за 366 дни; без период – за следващите 14."),
)
@decorate_view(conditional("hours", moment=until))
def read_hours(request: HttpRequest, query: Query[HoursQuery]) -> HttpResponse:
    """When it is open and why, at most 366 days; without a period, for the next 14."""
    first = query.from_ or timezone.localdate()
    last = query.to or first + timedelta(days=USUAL_DAYS - 1)
    check_period(first, last, MAX_DAYS)
    hours = timetable()
    department = _department(hours, query)
    schedule = hours.schedule(query.department or "")
    days = [_day(day, query.lang) for day in span(schedule, first, last)]
    hours_out = HoursOut(
        department=department,
        timezone="Europe/Sofia",
        version=hours.version.number,
        state=_state(schedule, query.lang),
        opening_hours=write_opening_hours(schedule, timezone.localdate()),
        days=days,
    )
    return one_record(hours_out, query.fields)


def _state(schedule: Schedule, language: str) -> StateOut:
    now = timezone.now()
    state = state_at(schedule, now)
    with translation.override(language):
        told = today_state(schedule, now)
    return StateOut(
        open=state.is_open, closes=state.closes, opens=state.opens, until=told.until, text=told.short
    )


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
        intervals=[_interval(start, end) for start, end in periods(day)],
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


def _interval(start: datetime.datetime, end: datetime.datetime) -> IntervalOut:
    return IntervalOut(opens=to_wall(start).time(), closes=to_wall(end).time(), start=start, end=end)
