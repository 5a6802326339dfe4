"""The days on which readers are not served."""

import datetime
import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from events.api import examples
from events.api.hours import MAX_DAYS, ReasonOut
from events.formats.records.joining import as_list, with_member
from events.timetable import ClosedDay, Timetable, closed_days, timetable
from pages.api.conditional import conditional
from pages.api.examples import one
from pages.api.fields import FieldsOf, only
from pages.api.messages import unknown_value
from pages.api.paging import answer
from pages.api.problems import bad_parameters
from pages.api.query import PeriodQuery, Slugs, StrictQuery, check_period
from pages.api.schema import Out
from pages.api.terms import TermOut

router = Router(tags=[_("Работно време")])


class ClosedDayOut(Out):
    """A day on which the library, or some of its departments, are closed."""

    date: datetime.date = Field(description=_("Дата."))
    text: str = Field(description=_("Защо, с думи; всички причини заедно."))
    reasons: list[ReasonOut] = Field(description=_("Причините поотделно."))
    departments: list[TermOut] = Field(description=_("Затворените отдели; празно: цялата библиотека."))
    open_departments: list[TermOut] = Field(
        description=_("Отделите, които въпреки това са отворени, когато е затворена библиотеката.")
    )


class ClosedDaysOut(Out):
    """Closed days of a period."""

    first_day: datetime.date = Field(description=_("Първият ден от периода."))
    last_day: datetime.date = Field(description=_("Последният ден от периода, включително."))
    total: int = Field(description=_("Колко са."))
    items: list[ClosedDayOut] = Field(description=_("Затворените дни по ред, извън обичайната седмица."))


class ClosedDaysQuery(StrictQuery, PeriodQuery):
    """Which days to look at; by default the next year, of the library and of every department."""

    department: Slugs = Field(
        [], description=_("Отдел (адресна дума); може да се повтаря. Само дните, в които е затворен.")
    )
    fields: Annotated[str, FieldsOf(ClosedDayOut)] = ""


@router.get(
    "/",
    response=ClosedDaysOut,
    openapi_extra=one(examples.CLOSED_DAYS),
    summary=_("Затворени дни"),
    operation_id="list_closed_days",
    description=_("Дните, в които не се обслужват читатели, с причините; най-много за 366 дни."),
)
@decorate_view(conditional("hours"))
def list_closed_days(request: HttpRequest, query: Query[ClosedDaysQuery]) -> HttpResponse:
    """The days without service to readers, with the reasons; at most 366 days."""
    first = query.from_ or timezone.localdate()
    last = query.to or first + timedelta(days=MAX_DAYS - 1)
    check_period(first, last, MAX_DAYS)
    hours = timetable()
    unknown = [unknown_value("department", slug) for slug in query.department if slug not in hours.schedules]
    if unknown:
        raise bad_parameters(unknown)
    found = closed_days(first, last, hours, query.department)
    days = only([_day(day, hours, query.lang).model_dump_json() for day in found], query.fields)
    head = {"first_day": first.isoformat(), "last_day": last.isoformat(), "total": len(days)}
    return answer(with_member(json.dumps(head), "items", as_list(days)))


def _day(day: ClosedDay, hours: Timetable, language: str) -> ClosedDayOut:
    return ClosedDayOut(
        date=day.date,
        text=day.why(language),
        reasons=[
            ReasonOut(kind=one.kind, closure=one.closure_kind, text=one.words(language), applied=one.applied)
            for one in day.reasons
        ],
        departments=_terms(day.scope, hours, language),
        open_departments=_terms(day.besides, hours, language),
    )


def _terms(slugs: Iterable[str], hours: Timetable, language: str) -> list[TermOut]:
    return [TermOut(slug=slug, name=hours.name(slug, language)) for slug in slugs]
